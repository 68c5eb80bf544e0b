"""How a stance cell looks, drawn with vectors only, so that a sprite on the screen and a figure on paper are the same.

Fill and sign tell the stance, the size of the colored box the confidence, the outline how it is known, the bar the
evidence. A change of position shows as a sliver of the color before it at the left, with an arrow in the corner.
"""

from functools import lru_cache
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from stanceline.model.marks import MIXED, NO_STANCE, Trait
from stanceline.render.cells import BAR_STEPS, NOT_APPLICABLE, NUMBER_FROM_PX, CellLook
from stanceline.render.fonts import font
from stanceline.render.palette import STANCE_SIGNS, Palette
from stanceline.render.shapes import blend, fill_within, polygon_path, rect_path, rounded_path, stripes

NUMBER_PX = 10.0
"""Size of the number of stances in wide cells."""
NUMBER_ROOM_PX = 20.0
"""Width that a wide cell keeps for that number."""
_INSETS = (0.6, 0.8, 1.0)
_SMALL_PX = 26.0
_SUGGESTED_SHARE = 0.35
_SLIVER_SHARE = 0.3
# Plain numbers: combining enum members takes longer than drawing a line.
_SUGGESTED, _SECOND_HAND = int(Trait.SUGGESTED), int(Trait.SECOND_HAND)
_CONDITIONAL, _UNCERTAIN = int(Trait.CONDITIONAL), int(Trait.UNCERTAIN)
_CONFLICT, _EDITED = int(Trait.CONFLICT), int(Trait.EDITED)


def draw_cell(
    painter: QPainter, palette: Palette, size: tuple[float, float], look: CellLook, second: CellLook | None = None
) -> None:
    """Draw a stance cell with its upper left corner at the origin; with `second` in two halves, divided by a line."""
    frame = QRectF(1.5, 1.5, size[0] - 3, size[1] - 3)
    if second is not None:
        _draw_halves(painter, palette, frame, look, second)
        return
    if look.stance == NO_STANCE:
        _draw_gap(painter, palette, frame)
        return
    if look.stance == NOT_APPLICABLE:
        painter.setPen(palette.color("text_faint"))
        painter.setFont(font(10.5))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, "n/a")
        return
    room = _room(frame, size[0])
    box = _shrunk(room, look.level)
    _draw_ground(painter, palette, frame)
    _draw_box(painter, palette, box, look)
    _draw_frame(painter, palette, frame, look.traits)
    _draw_sign(painter, palette, room, look)
    _draw_arrow(painter, palette, frame, look)
    if look.traits & _EDITED:
        corner = frame.topLeft()
        painter.fillPath(polygon_path((corner.x(), corner.y()), (corner.x() + 7, corner.y()),
                                      (corner.x(), corner.y() + 7)), palette.color("accent"))  # fmt: skip
    _draw_bar(painter, palette, frame, size[0], look.bar)


def _room(frame: QRectF, width: float) -> QRectF:
    """Where the colored box may lie: above the bar, and in low wide cells beside the number."""
    if frame.height() >= _SMALL_PX:
        return frame.adjusted(2.5, 2.5, -2.5, -11.0 if width >= NUMBER_FROM_PX else -9.0)
    beside = NUMBER_ROOM_PX - 3 if width >= NUMBER_FROM_PX else 0.0
    return frame.adjusted(2.0, 2.0, -2.0 - beside, -6.0)


def _shrunk(room: QRectF, level: int) -> QRectF:
    share = _INSETS[level]
    dx, dy = room.width() * (1 - share) / 2, room.height() * (1 - share) / 2
    return room.adjusted(dx, dy, -dx, -dy)


def _draw_ground(painter: QPainter, palette: Palette, frame: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("surface"))
    painter.drawRoundedRect(frame, 4, 4)


def _inks(palette: Palette, look: CellLook) -> tuple[QColor, QColor]:
    """Fill and text of a stance; what is only suggested is drawn lighter."""
    if look.traits & _SUGGESTED:
        return blend(palette.stance(look.stance), palette.color("surface"), _SUGGESTED_SHARE), palette.color("text")
    return palette.stance(look.stance), palette.on_stance(look.stance)


def _fill_stance(painter: QPainter, palette: Palette, shape: QPainterPath, look: CellLook) -> None:
    if look.stance == MIXED:
        box = shape.boundingRect()
        share = _SUGGESTED_SHARE if look.traits & _SUGGESTED else 1.0
        right, bottom = (box.right(), box.top()), (box.left(), box.bottom())
        for corner, token in (((box.left(), box.top()), "support"), ((box.right(), box.bottom()), "oppose")):
            color = blend(palette.color(token), palette.color("surface"), share)
            fill_within(painter, shape, polygon_path(corner, right, bottom), color)
        return
    painter.fillPath(shape, _inks(palette, look)[0])
    if look.stance == 0:
        # The neutral color is close to the ground: an edge keeps it from looking empty.
        painter.setPen(QPen(palette.color("outline"), 0.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)


def _draw_box(painter: QPainter, palette: Palette, box: QRectF, look: CellLook) -> None:
    shape = rounded_path(box, 2.5)
    _fill_stance(painter, palette, shape, look)
    if look.traits & _CONDITIONAL:
        stripe = QColor(palette.color("surface"))
        stripe.setAlphaF(0.45)
        stripes(painter, shape, stripe, 2.5, 5.0, 1.6)
    if look.before not in (NO_STANCE, look.stance):
        _draw_sliver(painter, palette, box, shape, look.before)


def _draw_sliver(painter: QPainter, palette: Palette, box: QRectF, shape: QPainterPath, before: int) -> None:
    """The stance before the last change: a wedge at the left, parted from the present one by a line."""
    foot = box.left() + max(box.width() * _SLIVER_SHARE, 5.0)
    wedge = polygon_path((box.left() - 1, box.top()), (box.left(), box.top()), (foot, box.bottom()),
                         (box.left() - 1, box.bottom()))  # fmt: skip
    part = shape.intersected(wedge)
    painter.fillPath(part, palette.color("surface"))
    _fill_stance(painter, palette, part, CellLook(before))
    length = hypot(foot - box.left(), box.height())
    away = 1.4 * length / max(box.height(), 1.0)
    line = polygon_path((box.left(), box.top()), (box.left() + away, box.top()), (foot + away, box.bottom()),
                        (foot, box.bottom()))  # fmt: skip
    fill_within(painter, shape, line, palette.color("surface"))


def _draw_gap(painter: QPainter, palette: Palette, frame: QRectF) -> None:
    hatch = QColor(palette.color("hatch"))
    hatch.setAlphaF(0.33)
    painter.setPen(QPen(hatch, 1.0))
    reach = frame.height()
    offset = 6.0
    while offset < frame.width() + reach:
        # From the lower or right edge up to the left or upper one, cut to the frame.
        x0, y0 = frame.left() + max(0.0, offset - reach), frame.top() + min(offset, reach)
        x1, y1 = frame.left() + min(offset, frame.width()), frame.top() + max(0.0, offset - frame.width())
        painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))
        offset += 6.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("text_muted"))
    painter.drawEllipse(frame.center(), 1.5, 1.5)


def _draw_frame(painter: QPainter, palette: Palette, frame: QRectF, traits: int) -> None:
    pen = QPen(palette.color("outline"), 1.2)
    if traits & _SUGGESTED:
        pen.setDashPattern([0.9, 1.7])
    elif traits & _SECOND_HAND:
        pen = QPen(palette.color("text_muted"), 1.4)
        pen.setDashPattern([2.6, 1.9])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 3.5, 3.5)


@lru_cache(maxsize=256)
def _width_of(sign: str, size: float, _face: str) -> float:
    return QFontMetricsF(font(size, bold=True)).horizontalAdvance(sign)


def _sign_width(sign: str, size: float) -> float:
    return _width_of(sign, size, font(size, bold=True).key())


def sign_of(look: CellLook) -> str:
    """The sign of a stance, in brackets where it is conditional, with a question mark where it is uncertain.

    That of a mixed one stays alone: more would hide its two colors.
    """
    sign = STANCE_SIGNS.get(look.stance, "")
    if look.stance == MIXED:
        return sign
    if look.traits & _CONDITIONAL:
        sign = f"({sign})"
    if look.traits & _CONFLICT:
        return f"{sign}≠"
    return f"{sign}?" if look.traits & _UNCERTAIN else sign


def _draw_sign(painter: QPainter, palette: Palette, room: QRectF, look: CellLook, largest: float = 13.0) -> None:
    sign, color = sign_of(look), _inks(palette, look)[1]
    box = _shrunk(room, look.level)
    if look.before not in (NO_STANCE, look.stance):
        # The sign stands in what the sliver leaves.
        box.setLeft(box.left() + box.width() * _SLIVER_SHARE * 0.6)
        room = QRectF(room.right() - 2 * (room.right() - box.center().x()), room.top(),
                      2 * (room.right() - box.center().x()), room.height())  # fmt: skip
    size = min(largest, 11.0) if room.height() < 17 or len(sign) > 2 else largest
    wide = _sign_width(sign, size)
    if wide > room.width() - 2:
        size = max(size * (room.width() - 2) / wide, 7.5)
        wide = _sign_width(sign, size)
    face = font(size, bold=True)
    has_ground = look.stance == MIXED or (look.traits & _CONDITIONAL and not look.traits & _SUGGESTED)
    if has_ground or wide > box.width() - 1:
        # Two colors, stripes or the edge of a small box lie under the sign: it gets a ground of its own.
        pad = QRectF(0, 0, min(wide + (3 if look.stance == MIXED else 5), room.width()), min(12.0, room.height() - 2))
        pad.moveCenter(room.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("surface") if look.stance == MIXED else _inks(palette, look)[0])
        painter.drawRoundedRect(pad, 3, 3)
        color = palette.color("text") if look.stance == MIXED else color
    painter.setPen(color)
    painter.setFont(face)
    painter.drawText(room.adjusted(-4, -6, 4, 5), Qt.AlignmentFlag.AlignCenter, sign)


def _draw_arrow(painter: QPainter, palette: Palette, frame: QRectF, look: CellLook) -> None:
    """The corner arrow: up where the position moved towards support, down where towards opposition."""
    if look.before == NO_STANCE:
        return
    step = _value(look.stance) - _value(look.before)
    if not step:
        return
    corner = QRectF(frame.right() - 9.0, frame.top() - 0.5, 10.0, 8.5)
    painter.setPen(QPen(palette.color("outline"), 0.8))
    painter.setBrush(palette.color("surface"))
    painter.drawRoundedRect(corner, 2, 2)
    left, middle, right = corner.left() + 2.2, corner.center().x(), corner.right() - 2.2
    tip, foot = (corner.top() + 1.9, corner.bottom() - 2.0)[:: 1 if step > 0 else -1]
    painter.fillPath(polygon_path((left, foot), (middle, tip), (right, foot)), palette.color("text"))


def _value(stance: int) -> int:
    return 0 if stance in (MIXED, NO_STANCE) else stance


def _draw_bar(painter: QPainter, palette: Palette, frame: QRectF, width: float, bar: int) -> None:
    """Evidence behind the cell: a bar along the lower edge, 1 to 100 stances on a logarithmic scale."""
    if bar <= 0:
        return
    is_small = frame.height() < _SMALL_PX
    beside = NUMBER_ROOM_PX - 2 if width >= NUMBER_FROM_PX else 0.0
    track = QRectF(frame.left() + 4, frame.bottom() - (4.4 if is_small else 5.4), frame.width() - 8 - beside, 2.0)
    share = 0.12 + 0.88 * (bar - 1) / BAR_STEPS
    painter.fillRect(track, palette.color("grid_strong"))
    painter.fillRect(QRectF(track.left(), track.top(), track.width() * share, 2.0), palette.color("text_muted"))


# ---- two states of a cell --------------------------------------------------------------------------------------


def _draw_halves(painter: QPainter, palette: Palette, frame: QRectF, first: CellLook, second: CellLook) -> None:
    """The same cell in two states side by side."""
    _draw_ground(painter, palette, frame)
    middle = round(frame.center().x())
    halves = (
        QRectF(frame.left(), frame.top(), middle - frame.left(), frame.height()),
        QRectF(middle, frame.top(), frame.right() - middle, frame.height()),
    )
    for half, look in zip(halves, (first, second), strict=True):
        if look.stance in (NO_STANCE, NOT_APPLICABLE):
            _draw_half_gap(painter, palette, half)
            continue
        room = half.adjusted(1.5, 2.0, -1.5, -2.0)
        share = _INSETS[look.level]
        dy = room.height() * (1 - share) / 2
        shape = rounded_path(room.adjusted(0, dy, 0, -dy), 2.0)
        _fill_stance(painter, palette, shape, look)
        _draw_frame(painter, palette, half.adjusted(0.2, 0, -0.2, 0), look.traits)
        _draw_sign(painter, palette, room, look._replace(traits=look.traits & ~_UNCERTAIN), 10.5)
    painter.fillRect(QRectF(middle - 0.5, frame.top() - 1, 1.0, frame.height() + 2), palette.color("text_muted"))


def _draw_half_gap(painter: QPainter, palette: Palette, half: QRectF) -> None:
    hatch = QColor(palette.color("hatch"))
    hatch.setAlphaF(0.22)
    stripes(painter, rect_path(half.adjusted(1, 1, -1, -1)), hatch, 1.5, 4.0, 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("text_muted"))
    painter.drawEllipse(half.center(), 1.4, 1.4)
