"""The light hatching of grounds of which the loaded articles say nothing: a tile for screens, lines for files."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from stanceline.render.palette import Palette

HATCH_PX = 9.0
"""Distance of the lines, measured along the edges."""
_STRENGTH = 0.24


def hatch_color(palette: Palette, *, strong: bool = False) -> QColor:
    """Color of the lines: seen when looked for, quiet else; `strong` for small samples."""
    color = QColor(palette.color("hatch"))
    color.setAlphaF(3 * _STRENGTH if strong else _STRENGTH)
    return color


def hatch_tile(palette: Palette, dpr: float) -> QPixmap:
    """One tile of the hatching, made for a device resolution."""
    side = round(HATCH_PX * dpr)
    tile = QPixmap(side, side)
    tile.setDevicePixelRatio(side / HATCH_PX)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(hatch_color(palette), 1.0))
    # The neighbors' lines pass the corners: drawn in part, they join without a gap.
    for shift in (-HATCH_PX, 0.0, HATCH_PX):
        painter.drawLine(QLineF(shift - 1, HATCH_PX + 1, shift + HATCH_PX + 1, -1))
    painter.end()
    return tile


def hatch_lines(box: QRectF) -> list[QLineF]:
    """The lines of the hatching within a box, cut at its edges; where they stand depends on the plane, not the box."""
    found = []
    total = box.left() + box.top()
    first = -(-total // HATCH_PX) * HATCH_PX
    while first < box.right() + box.bottom():
        # The line x + y = first, from its lower to its upper end within the box.
        x0, x1 = max(box.left(), first - box.bottom()), min(box.right(), first - box.top())
        if x1 > x0:
            found.append(QLineF(x0, first - x0, x1, first - x1))
        first += HATCH_PX
    return found
