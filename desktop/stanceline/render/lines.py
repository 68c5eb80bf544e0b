"""What is drawn along the time axis: bars and brackets, fading and open ends, poles of milestones, braces, lag lines.

Rectangles on whole pixels wherever possible: cheap on a screen, exact in a file.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from stanceline.model.lanes import SpanShape
from stanceline.model.marks import Kind, Trait
from stanceline.render.glyphs import PALE, ink
from stanceline.render.palette import Palette
from stanceline.render.scene import unpack_style

_ARROW_PX = 7.0
_FADE_STEPS = 10
_UNREAL = Trait.PLANNED | Trait.HYPOTHETICAL


@dataclass(frozen=True)
class SpanLook:
    """How brackets (`body` None) and bars of one style are drawn; `dashes` is None for firm ones."""

    line: QColor
    dashes: QPen | None
    body: QColor | None
    shape: SpanShape
    is_plain: bool

    @classmethod
    def of(cls, palette: Palette, style: int, shape: SpanShape) -> "SpanLook":
        """Planned, suggested and second-hand ones are dashed."""
        kind, stance, traits = unpack_style(style)
        fill, line = ink(palette, Kind(kind), stance)
        color = QColor(line)
        pale = PALE if traits & Trait.PALE else 1.0
        color.setAlphaF(0.75 * pale)
        dashes = None
        if traits & (_UNREAL | Trait.SECOND_HAND | Trait.SUGGESTED):
            dashes = QPen(color, 1.0)
            dashes.setDashPattern([4.0, 3.0])
        is_plain = shape != SpanShape.OPEN and not traits & Trait.APPROXIMATE
        if shape == SpanShape.BRACKET:
            return cls(color, dashes, None, shape, is_plain)
        body = QColor(fill)
        body.setAlphaF((0.1 if traits & _UNREAL else 0.3 if dashes is not None else 0.65) * pale)
        return cls(color, dashes, body, shape, is_plain)


def paint_span(painter: QPainter, look: SpanLook, x0: float, x1: float, y: float) -> None:
    """Paint a bracket (upturned ends) or a bar, on whole pixels."""
    left, right, y = round(x0), max(round(x1), round(x0) + 2), round(y)
    if look.body is not None:
        painter.fillRect(left, y - 2, right - left, 5, look.body)
    else:
        painter.fillRect(left, y - 4, 1, 5, look.line)
        painter.fillRect(right - 1, y - 4, 1, 5, look.line)
    _paint_edges(painter, look, left, right, y)


def _paint_edges(painter: QPainter, look: SpanLook, left: int, right: int, y: int) -> None:
    if look.dashes is not None:
        painter.setPen(look.dashes)
        for edge in (y - 2, y + 2) if look.body is not None else (y,):
            painter.drawLine(QLineF(left, edge + 0.5, right, edge + 0.5))
    elif look.body is None:
        painter.fillRect(left, y, right - left, 1, look.line)


def paint_special_span(painter: QPainter, look: SpanLook, ends: tuple[float, float, float, float], y: float) -> None:
    """Paint a span whose ends fade from `ends[0]` to `ends[1]` and from `ends[2]` to `ends[3]`, or that goes on."""
    x0, solid0, solid1, x1 = (round(x) for x in ends)
    y = round(y)
    color = look.body if look.body is not None else look.line
    top, height = (y - 2, 5) if look.body is not None else (y, 1)
    if solid1 > solid0:
        painter.fillRect(solid0, top, solid1 - solid0, height, color)
        _paint_edges(painter, look, solid0, solid1, y)
    for near, far in ((solid0, x0), (solid1, x1)):
        if near != far and not (look.shape == SpanShape.OPEN and far == x1):
            _paint_fading(painter, color, near, far, top, height)
    if look.shape == SpanShape.OPEN:
        _paint_arrow(painter, look, max(x1, x0 + 4), y)


def _paint_fading(painter: QPainter, color: QColor, near: int, far: int, top: int, height: int) -> None:
    """Fill a box from x `near` (which may be its right end) to `far` with steps of ever less color.

    Steps and no gradient: PDF readers show a fading gradient as a solid box.
    """
    count = max(2, min(_FADE_STEPS, round(abs(far - near) / 3)))
    begin = near
    for step, paler in enumerate(_fading(color.rgba(), count), 1):
        end = round(near + (far - near) * step / count)
        painter.fillRect(min(begin, end), top, abs(end - begin), height, paler)
        begin = end


@lru_cache(maxsize=512)
def _fading(rgba: int, count: int) -> tuple[QColor, ...]:
    """A color in `count` steps down to nearly nothing; made once: a view may hold a thousand rough dates."""
    made = []
    for step in range(count):
        paler = QColor.fromRgba(rgba)
        paler.setAlphaF(paler.alphaF() * (1.0 - (step + 0.5) / count))
        made.append(paler)
    return tuple(made)


def _paint_arrow(painter: QPainter, look: SpanLook, x: float, y: float) -> None:
    """An arrow head instead of an edge: it goes on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.line)
    middle = y + 0.5
    head = [QPointF(x, middle - 4.5), QPointF(x + _ARROW_PX, middle), QPointF(x, middle + 4.5)]
    painter.drawPolygon(QPolygonF(head))
    painter.restore()


def paint_pole(painter: QPainter, palette: Palette, style: int, x: float, top: float, height: float) -> None:
    """Paint the pole of a milestone over the height of its row; dashed where it is only planned."""
    kind, stance, traits = unpack_style(style)
    color = QColor(ink(palette, Kind(kind), stance)[1])
    color.setAlphaF(PALE if traits & Trait.PALE else 0.9)
    x = round(x)
    if not traits & _UNREAL:
        painter.fillRect(QRectF(x - 0.5, top, 1.5, height), color)
        return
    y = top
    while y < top + height:
        painter.fillRect(QRectF(x - 0.5, y, 1.5, min(3.0, top + height - y)), color)
        y += 5.0


def paint_brace(painter: QPainter, palette: Palette, x0: float, x1: float, y: float) -> None:
    """Paint a thin brace below times that disagree, with hooks up to them."""
    left, right, y = round(x0), round(x1), round(y)
    color = palette.color("text_muted")
    painter.fillRect(QRectF(left, y, max(right - left, 1) + 1, 1), color)
    painter.fillRect(QRectF(left, y - 4, 1, 4), color)
    painter.fillRect(QRectF(right, y - 4, 1, 4), color)
    painter.fillRect(QRectF(round((x0 + x1) / 2), y + 1, 1, 3), color)


def paint_lag(painter: QPainter, palette: Palette, x0: float, x1: float, y: float) -> None:
    """Paint a short tick at the day of the report (x1) and a hairline from the mark to it."""
    left, right, y = round(min(x0, x1)), round(max(x0, x1)), round(y)
    color = palette.color("grid_strong")
    if right - left > 2:
        painter.fillRect(QRectF(left, y, right - left, 1), color)
    painter.fillRect(QRectF(round(x1) - 0.5, y - 4, 1.5, 5), palette.color("text_muted"))
