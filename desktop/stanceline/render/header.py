"""Column titles of the stance matrix: level where they fit over their column, upright where they do not.

Upright and not at 45 degrees: slanted titles of the last columns would stick out into the time axis.
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from stanceline.render.fonts import font
from stanceline.render.palette import Palette

TITLE_PX = 12.0
_LINE_PX = 13.5
_WRAP_FROM_PX = 56.0
_LEVEL_LINES = 3
# Made once: combining flags takes as long as drawing a short text.
_CENTERED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
MAX_HEIGHT = 132.0
MIN_HEIGHT = 40.0


def wrapped(title: str, width: float, max_lines: int, metrics: QFontMetricsF) -> list[str]:
    """A title in at most `max_lines` lines of a width; the last ends in an ellipsis where more would follow."""
    lines: list[str] = []
    for word in title.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], " ".join(lines[max_lines - 1 :])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


@lru_cache(maxsize=2048)
def _known_lines(title: str, width: float, max_lines: int, _face: str) -> tuple[str, ...]:
    """Titles are cut anew only where the font or the room is another: each frame shows dozens of them."""
    return tuple(wrapped(title, width, max_lines, QFontMetricsF(font(TITLE_PX))))


def _is_level(title: str, column_width: float, face: str) -> bool:
    """Whether a title is written level: over wide columns always, over narrow ones where all of it fits."""
    if column_width >= _WRAP_FROM_PX:
        return True
    lines = _known_lines(title, column_width - 4, _LEVEL_LINES, face)
    return " ".join(lines) == " ".join(title.split())


def cut_titles(titles: Sequence[str], column_width: float, height: float) -> list[int]:
    """Numbers of the titles that have no room in full over a column in a header of a height."""
    face = font(TITLE_PX).key()
    return [
        number
        for number, title in enumerate(titles)
        if " ".join(_title_lines(title, column_width, height, face)) != " ".join(title.split())
    ]


def _title_lines(title: str, column_width: float, height: float, face: str) -> tuple[str, ...]:
    if not _is_level(title, column_width, face):
        return _known_lines(title, height - 14, 2, face)
    margin = 6 if column_width >= _WRAP_FROM_PX else 4
    return _known_lines(title, column_width - margin, int((height - 8) // _LINE_PX), face)


def fitting_width(titles: Sequence[str], least: int, most: int) -> int:
    """The smallest width within limits at which every title can be read in full in four lines."""
    metrics = QFontMetricsF(font(TITLE_PX))

    def fits(width: int) -> bool:
        return all(" ".join(wrapped(title, width - 6, 4, metrics)) == " ".join(title.split()) for title in titles)

    wide = [width for width in range(max(least, round(_WRAP_FROM_PX)), most, 4) if fits(width)]
    return wide[0] if wide else most


def header_height(titles: Sequence[str], column_width: float) -> float:
    """Height that the titles would like, within limits."""
    metrics = QFontMetricsF(font(TITLE_PX))
    if not titles:
        return MIN_HEIGHT
    if column_width >= _WRAP_FROM_PX:
        lines = max(len(wrapped(title, column_width - 6, 9, metrics)) for title in titles)
        return min(max(MIN_HEIGHT, lines * _LINE_PX + 14), MAX_HEIGHT)
    face = font(TITLE_PX).key()
    upright = [title for title in titles if not _is_level(title, column_width, face)]
    longest = max((metrics.horizontalAdvance(title) for title in upright), default=0.0)
    # Two upright lines share a column: half the length is enough.
    level = _LEVEL_LINES * _LINE_PX + 14 if len(upright) < len(titles) else 0.0
    return min(max(MIN_HEIGHT, longest / 2 + 30 if upright else 0.0, level), MAX_HEIGHT)


def paint_column_titles(
    painter: QPainter, palette: Palette, titles: Sequence[str], left: float, column_width: float, height: float
) -> None:
    """Paint titles over columns from x = `left` on; they stand on the line y = `height`."""
    painter.setPen(palette.color("text_muted"))
    painter.setFont(font(TITLE_PX))
    face = font(TITLE_PX).key()
    for number, title in enumerate(titles):
        x = left + number * column_width
        if _is_level(title, column_width, face):
            lines = _title_lines(title, column_width, height, face)
            top = height - 7 - len(lines) * _LINE_PX
            for place, line in enumerate(lines):
                box = QRectF(x, top + place * _LINE_PX, column_width, _LINE_PX)
                painter.drawText(box, _CENTERED, line)
            continue
        lines = _title_lines(title, column_width, height, face)
        painter.save()
        painter.translate(x + column_width / 2 - len(lines) * _LINE_PX / 2, height - 7)
        painter.rotate(-90)
        for place, line in enumerate(lines):
            box = QRectF(0, place * _LINE_PX, height - 12, _LINE_PX)
            painter.drawText(box, _UPRIGHT, line)
        painter.restore()
