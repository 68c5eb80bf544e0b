"""How a mark and a badge look. Each function draws around or from the origin with vectors only,
so that a sprite on the screen and a figure on paper show the same shape.

Kind is told by shape (event: diamond; statement: circle; stance: square), a stance by color and by ticks (above
for support, below for opposition, two for the outer steps), everything else by the outline or a small sign.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from stanceline.model.marks import MIXED, NO_STANCE, Kind, Trait
from stanceline.render.fonts import font
from stanceline.render.palette import Palette
from stanceline.render.shapes import blend, fill_within, rect_path, stripes

GLYPH_BOX = (48, 32)
"""Width and height that hold any glyph with its ticks and signs, around the middle."""
BADGE_END_PX = 9.0
"""Width of the colored end of a badge that stands for stances."""
BADGE_HEIGHT = 18.0
PALE = 0.32
"""Opacity of what was not yet known."""
_GHOST = 0.6
_UNREAL = Trait.PLANNED | Trait.HYPOTHETICAL | Trait.CANCELLED | Trait.DENIED
_HOLLOW = _UNREAL | Trait.COARSE | Trait.GHOST
_TO_LIMIT_PX = 12.0
_LEFT_OF_LIMIT, _RIGHT_OF_LIMIT = Trait.BEFORE | Trait.BY, Trait.AFTER


def side_color(palette: Palette, stance: int) -> QColor:
    """The strong color of a stance's side, used for outlines and ticks."""
    if stance in (NO_STANCE, 0, MIXED):
        return palette.color("text_muted")
    return palette.stance(2 if stance > 0 else -2)


def ink(palette: Palette, kind: Kind, stance: int) -> tuple[QColor, QColor]:
    """(fill, outline) of a mark."""
    if stance == NO_STANCE:
        color = palette.color("event" if kind == Kind.EVENT else "statement")
        return color, color
    if stance == MIXED:
        return palette.color("neutral"), palette.color("text_muted")
    return palette.stance(stance), side_color(palette, stance)


def _outline_pen(color: QColor, fill: QColor, stance: int, traits: Trait) -> QPen:
    # A hollow mark of a side tells its color by the outline alone.
    tells = bool(traits & Trait.COARSE and not traits & _UNREAL)
    pen = QPen(fill if tells and abs(stance) in (1, 2) else color, 2.0 if tells else 1.4)
    if traits & (Trait.SUGGESTED | Trait.HYPOTHETICAL | Trait.UNCERTAIN | Trait.GHOST):
        pen.setDashPattern([0.8, 1.5])
    elif traits & (Trait.SECOND_HAND | Trait.PLANNED):
        pen.setDashPattern([2.2, 1.6])
    return pen


def _fill_brush(fill: QColor, traits: Trait, palette: Palette) -> QBrush:
    if traits & _HOLLOW:
        return QBrush(palette.color("surface"))
    color = QColor(fill)
    if traits & Trait.SUGGESTED:
        color = blend(fill, palette.color("surface"), 0.35)
    elif traits & (Trait.SECOND_HAND | Trait.UNCERTAIN):
        color = blend(fill, palette.color("surface"), 0.55)
    return QBrush(color)


_SORTS = Trait.MEETING | Trait.PROTEST | Trait.INCIDENT | Trait.PUBLICATION
# Shapes and no colors: blue and orange are the sides' own, and hues between them are not told apart by everybody.
_SORT_SHAPES: tuple[tuple[Trait, tuple[tuple[float, float], ...]], ...] = (
    (Trait.MEETING, ((-1.15, 0), (-0.6, -1.0), (0.6, -1.0), (1.15, 0), (0.6, 1.0), (-0.6, 1.0))),
    (Trait.PROTEST, ((0, -1.2), (1.2, 0.95), (-1.2, 0.95))),
    (Trait.INCIDENT, (
        (-1.1, -1.1), (0, -0.45), (1.1, -1.1), (0.45, 0), (1.1, 1.1), (0, 0.45), (-1.1, 1.1), (-0.45, 0),
    )),
    (Trait.PUBLICATION, ((-0.85, -1.1), (0.3, -1.1), (0.85, -0.55), (0.85, 1.1), (-0.85, 1.1))),
)  # fmt: skip


def _body(kind: Kind, radius: float, traits: Trait) -> QPainterPath:
    path = QPainterPath()
    if traits & Trait.MILESTONE:
        # A flag at its pole, which the painter draws over the height of the row.
        flag = [(0.0, -7.0), (10.0, -7.0), (7.0, -3.0), (10.0, 1.0), (0.0, 1.0), (0.0, -7.0)]
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in flag]))
    elif kind == Kind.EVENT and traits & (_LEFT_OF_LIMIT | _RIGHT_OF_LIMIT):
        side = -1.0 if traits & _LEFT_OF_LIMIT else 1.0
        r = radius * 1.15
        path.addPolygon(QPolygonF([QPointF(side * r, 0), QPointF(-side * r, -r), QPointF(-side * r, r),
                                   QPointF(side * r, 0)]))  # fmt: skip
    elif kind == Kind.EVENT and traits & _SORTS:
        corners = next(corners for sort, corners in _SORT_SHAPES if traits & sort)
        path.addPolygon(QPolygonF([QPointF(x * radius, y * radius) for x, y in (*corners, corners[0])]))
    elif kind == Kind.EVENT:
        r = radius * 1.25
        path.addPolygon(QPolygonF([QPointF(0, -r), QPointF(r, 0), QPointF(0, r), QPointF(-r, 0), QPointF(0, -r)]))
    elif kind == Kind.STATEMENT:
        path.addEllipse(QPointF(0, 0), radius, radius)
    else:
        path.addRoundedRect(QRectF(-radius, -radius, 2 * radius, 2 * radius), 1.8, 1.8)
    return path


def _ticks(painter: QPainter, stance: int, color: QColor, radius: float) -> None:
    if stance in (NO_STANCE, 0):
        return
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    near, far = radius + 1.0, radius + 5.0
    offsets = (-2.4, 2.4) if abs(stance) == 2 else (0.0,)
    for offset in offsets:
        if stance > 0:
            painter.drawLine(QPointF(offset, -near), QPointF(offset, -far))
        if stance < 0 or stance == MIXED:
            painter.drawLine(QPointF(offset, near), QPointF(offset, far))


def _sign_font(size: float) -> QFont:
    return font(size, bold=True)


def _signs(painter: QPainter, traits: Trait, palette: Palette, radius: float) -> None:
    painter.setPen(palette.color("text_muted"))
    shoulder = ""
    if traits & Trait.CONFLICT:
        shoulder = "≠"
    elif traits & Trait.UNCERTAIN:
        shoulder = "?"
    if shoulder:
        painter.setFont(_sign_font(10))
        painter.drawText(QRectF(radius + 0.5, -radius - 7, 9, 11), Qt.AlignmentFlag.AlignCenter, shoulder)
    if traits & Trait.APPROXIMATE:
        painter.setFont(_sign_font(12))
        painter.drawText(QRectF(-radius - 10, -6.5, 9, 12), Qt.AlignmentFlag.AlignCenter, "~")
    elif traits & Trait.INFERRED_DATE and not traits & (Trait.SINCE | Trait.UNTIL):
        # A date that was worked out, not read: dots to both sides instead of a firm place.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("text_muted"))
        edge = radius + 3.2
        for x in (-edge - 3.4, -edge, edge, edge + 3.4):
            painter.drawEllipse(QPointF(x, 0), 0.95, 0.95)
    if traits & Trait.EDITED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("accent"))
        r = radius
        painter.drawPolygon(
            QPolygonF([QPointF(r - 3.6, r + 1.4), QPointF(r + 1.4, r + 1.4), QPointF(r + 1.4, r - 3.6)])
        )


def _strikes(painter: QPainter, traits: Trait, palette: Palette, radius: float) -> None:
    if not traits & (Trait.CANCELLED | Trait.DENIED):
        return
    reach = radius + 2.5
    lines = [QLineF(-reach, reach, reach, -reach)]
    if traits & Trait.DENIED:
        lines.append(QLineF(-reach, -reach, reach, reach))
    for color, width in ((palette.color("surface"), 3.0), (palette.color("text"), 1.5)):
        painter.setPen(QPen(color, width))
        painter.drawLines(lines)


def glyph_reach(traits: int) -> tuple[float, float]:
    """How far the body of a single mark reaches from its place, px to the left (negative) and to the right."""
    if traits & Trait.MILESTONE:
        return -5.0, 13.0
    if traits & _LEFT_OF_LIMIT:
        return -_TO_LIMIT_PX - 9.0, 3.0
    return (-3.0, _TO_LIMIT_PX + 9.0) if traits & _RIGHT_OF_LIMIT else (-9.0, 9.0)


def draw_glyph(painter: QPainter, palette: Palette, kind: Kind, stance: int, traits: Trait) -> None:
    """Draw a single mark around the origin, which is its place in time; beside it where that is only a limit."""
    opacity = PALE if traits & Trait.PALE else _GHOST if traits & Trait.GHOST else 1.0
    painter.setOpacity(painter.opacity() * opacity)
    fill, line = ink(palette, kind, stance)
    radius = 4.4 if kind == Kind.STATEMENT and stance == NO_STANCE else 5.0
    side = -1.0 if traits & _LEFT_OF_LIMIT else 1.0 if traits & _RIGHT_OF_LIMIT else 0.0
    if side:
        _limit(painter, palette, side, radius)
        painter.translate(side * _TO_LIMIT_PX, 0)
    path = _body(kind, radius, traits)
    pen = _outline_pen(line, fill, stance, traits)
    painter.setBrush(_fill_brush(fill, traits, palette))
    painter.setPen(pen)
    if stance == MIXED and not traits & _HOLLOW:
        _draw_split(painter, path, palette)
    painter.drawPath(path)
    if traits & Trait.CONDITIONAL:
        stripes(painter, path, palette.color("surface"), 1.2, 3.2, 1.2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)
    _ticks(painter, stance, line, radius)
    if traits & Trait.UNCONFIRMED:
        # The day is over and nobody reports that it took place: a dot waits in the hollow mark.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawEllipse(QPointF(4.2, -3.0) if traits & Trait.MILESTONE else QPointF(0, 0), 1.7, 1.7)
    _open_end(painter, line, traits, radius)
    if traits & Trait.RECURRING:
        _comb(painter, line, radius)
    _strikes(painter, traits, palette, radius)
    if not traits & Trait.GHOST:
        _signs(painter, traits, palette, radius)


def _limit(painter: QPainter, palette: Palette, side: float, radius: float) -> None:
    """A thin line from the mark to its limit at the origin."""
    painter.setPen(QPen(palette.color("text_muted"), 1.2))
    painter.drawLine(QPointF(side * (_TO_LIMIT_PX - radius), 0), QPointF(0, 0))
    painter.drawLine(QPointF(0, -6.0), QPointF(0, 6.0))


def _open_end(painter: QPainter, color: QColor, traits: Trait, radius: float) -> None:
    """An arrow head beside the mark: it goes on from here, or has gone on until here."""
    side = 1.0 if traits & Trait.SINCE else -1.0 if traits & Trait.UNTIL else 0.0
    if not side:
        return
    near, far = side * (radius + 3.2), side * (radius + 8.0)
    painter.setPen(QPen(color, 1.4))
    painter.drawLine(QPointF(side * (radius + 0.6), 0), QPointF(near, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(near, -3.6), QPointF(far, 0), QPointF(near, 3.6)]))


def _comb(painter: QPainter, color: QColor, radius: float) -> None:
    """A small comb below the mark: it comes again and again."""
    top = radius + 3.6
    painter.setPen(QPen(color, 1.2))
    lines = [QLineF(-6.6, top, 6.6, top)]
    lines += [QLineF(x, top, x, top + 3.6) for x in (-6.0, -2.0, 2.0, 6.0)]
    painter.drawLines(lines)


def _draw_split(painter: QPainter, path: QPainterPath, palette: Palette) -> None:
    box = path.boundingRect()
    for corner, token in ((box.topLeft(), "support"), (box.bottomRight(), "oppose")):
        half = QPainterPath()
        half.addPolygon(QPolygonF([corner, box.topRight(), box.bottomLeft(), corner]))
        fill_within(painter, path, half, palette.color(token))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def badge_text(count: int) -> str:
    """The count on a badge: 7, 312, 4.1k."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 10_000 else f"{count // 1000}k"


BadgeLook = tuple[int, int, int]
"""What a badge tells of its stances: strongest against (0 to 2), strongest in favor (0 to 2), and the share in favor
in eighths; -1 for the share where all are neutral, 0 without any stance."""


def draw_badge(painter: QPainter, palette: Palette, half: float, count: int, look: BadgeLook) -> None:
    """Draw merged marks around the origin: the stances among them as a colored end, and how many marks they are.

    The end divides into in favor (above) and against (below); ticks say the same without color.
    """
    box = QRectF(-half + 1, -BADGE_HEIGHT / 2, 2 * half - 2, BADGE_HEIGHT)
    path = QPainterPath()
    path.addRoundedRect(box, 5, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("surface_raised"))
    painter.drawPath(path)
    against, favor, share = look
    end = QRectF(box.left(), box.top(), BADGE_END_PX if against or favor or share else 0.0, box.height())
    if share < 0:
        fill_within(painter, path, rect_path(end), palette.stance(0))
    upper = end.height() * max(share, 0) / 8
    if favor:
        above = QRectF(end.left(), end.top(), end.width(), upper)
        fill_within(painter, path, rect_path(above), palette.stance(favor))
    if against:
        lower = QRectF(end.left(), end.top() + upper, end.width(), end.height() - upper)
        fill_within(painter, path, rect_path(lower), palette.stance(-against))
    if end.width():
        painter.fillRect(QRectF(end.right() - 0.5, end.top(), 1.0, end.height()), palette.color("outline"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color("outline"), 1.2))
    painter.drawPath(path)
    painter.translate(end.center().x() + 0.5, 0)
    for stance in (favor, -against):
        if stance:
            _ticks(painter, stance, ink(palette, Kind.STANCE, stance)[1], BADGE_HEIGHT / 2 - 0.6)
    painter.translate(-end.center().x() - 0.5, 0)
    painter.setPen(palette.color("text"))
    painter.setFont(_sign_font(11))
    painter.drawText(box.adjusted(end.width(), -1, 0, -1), Qt.AlignmentFlag.AlignCenter, badge_text(count))
