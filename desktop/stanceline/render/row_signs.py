"""Signs beside the names of rows: what can be folded, how many rows are folded away, what is pinned."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from stanceline.model.marks import Row
from stanceline.render.palette import Palette
from stanceline.render.scene import RowGeometry
from stanceline.render.shapes import polygon_path

FOLD_PX = 24.0
"""Width of the place that folds and unfolds a row."""
PIN_PX = 18.0


def names_left(rows: Sequence[Row]) -> float:
    """Where names begin: behind the fold signs, where a row has any."""
    return FOLD_PX if any(row.members for row in rows) else 12.0


def shown_names(rows: Sequence[Row]) -> list[Row]:
    """Rows with the number of those folded into them in their names."""
    return [replace(row, name=f"{row.name} (+{row.members})") if row.is_folded else row for row in rows]


def paint_row_signs(
    painter: QPainter, palette: Palette, rows: Sequence[Row], geometry: RowGeometry, width: float
) -> None:
    """Paint the fold sign at the left of the rows in view that others stand under, and the pin at the right."""
    for number in range(geometry.first, geometry.end):
        row = rows[number]
        middle = geometry.top(number) + geometry.row_height / 2
        if row.members:
            path = (
                polygon_path((9, middle - 4.5), (14.5, middle), (9, middle + 4.5))
                if row.is_folded
                else polygon_path((7, middle - 2.5), (16, middle - 2.5), (11.5, middle + 3))
            )
            painter.fillPath(path, palette.color("text_muted"))
        if row.is_pinned:
            _paint_pin(painter, palette, width - PIN_PX / 2 - 2, middle)


def _paint_pin(painter: QPainter, palette: Palette, x: float, y: float) -> None:
    color = palette.color("accent")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(x - 2.5, y - 6, 5, 6), 1.2, 1.2)
    painter.drawRect(QRectF(x - 4.5, y - 0.5, 9, 1.8))
    painter.setPen(QPen(color, 1.3))
    painter.drawLine(QPointF(x, y + 1), QPointF(x, y + 6))
