"""Small drawing helpers that marks and cells share: mixed colors, shapes cut by shapes, stripes."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF


def blend(color: QColor, ground: QColor, share: float) -> QColor:
    """A share of `color` on a ground, without transparency."""

    def mix(a: float, b: float) -> float:
        return a * share + b * (1 - share)

    return QColor.fromRgbF(
        mix(color.redF(), ground.redF()), mix(color.greenF(), ground.greenF()), mix(color.blueF(), ground.blueF())
    )


def rect_path(rect: QRectF) -> QPainterPath:
    """A rectangle as a path."""
    path = QPainterPath()
    path.addRect(rect)
    return path


def rounded_path(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def polygon_path(*points: tuple[float, float]) -> QPainterPath:
    """A closed polygon as a path."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in (*points, points[0])]))
    return path


def fill_within(painter: QPainter, path: QPainterPath, part: QPainterPath, color: QColor) -> None:
    """Fill what two shapes share. Cut as geometry, not with a clip: clips are lost in SVG."""
    painter.fillPath(path.intersected(part), color)


def stripes(painter: QPainter, path: QPainterPath, color: QColor, first: float, step: float, thick: float) -> None:
    """Level stripes within a shape, from `first` below its upper edge on."""
    box = path.boundingRect()
    y = box.top() + first
    while y < box.bottom():
        fill_within(painter, path, rect_path(QRectF(box.left(), y, box.width(), thick)), color)
        y += step
