"""Column titles of the stance matrix: wrapped over wide columns, upright over narrow ones."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from stanceline.render.fonts import font
from stanceline.render.palette import Palette

TITLE_PX = 12.0
_LINE_PX = 13.5
_WRAP_FROM_PX = 56.0
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


def header_height(titles: Sequence[str], column_width: float) -> float:
    """Height that the titles would like, within limits."""
    metrics = QFontMetricsF(font(TITLE_PX))
    if not titles:
        return MIN_HEIGHT
    if column_width >= _WRAP_FROM_PX:
        lines = max(len(wrapped(title, column_width - 6, 9, metrics)) for title in titles)
        return min(max(MIN_HEIGHT, lines * _LINE_PX + 14), MAX_HEIGHT)
    longest = max(metrics.horizontalAdvance(title) for title in titles)
    # Two upright lines share a column: half the length is enough.
    return min(max(MIN_HEIGHT, longest / 2 + 30), MAX_HEIGHT)


def paint_column_titles(
    painter: QPainter, palette: Palette, titles: Sequence[str], left: float, column_width: float, height: float
) -> None:
    """Paint titles over columns from x = `left` on; they stand on the line y = `height`."""
    painter.setPen(palette.color("text_muted"))
    painter.setFont(font(TITLE_PX))
    metrics = QFontMetricsF(font(TITLE_PX))
    for number, title in enumerate(titles):
        x = left + number * column_width
        if column_width >= _WRAP_FROM_PX:
            lines = wrapped(title, column_width - 6, int((height - 8) // _LINE_PX), metrics)
            top = height - 7 - len(lines) * _LINE_PX
            for place, line in enumerate(lines):
                box = QRectF(x, top + place * _LINE_PX, column_width, _LINE_PX)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, line)
            continue
        lines = wrapped(title, height - 14, 2, metrics)
        painter.save()
        painter.translate(x + column_width / 2 - len(lines) * _LINE_PX / 2, height - 7)
        painter.rotate(-90)
        for place, line in enumerate(lines):
            box = QRectF(0, place * _LINE_PX, height - 12, _LINE_PX)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
            painter.drawText(box, flags, line)
        painter.restore()
