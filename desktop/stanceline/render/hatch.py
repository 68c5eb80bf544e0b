"""The light hatching of grounds of which the loaded articles say nothing: a tile for screens, lines for files."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from stanceline.render.palette import Palette

HATCH_PX = 9.0
"""Distance of the lines, measured along the edges."""
_STRENGTH = 0.24
_LINES_IN_TILE = 64
TILE_PX = HATCH_PX * _LINES_IN_TILE


def hatch_color(palette: Palette, *, strong: bool = False) -> QColor:
    """Color of the lines: seen when looked for, quiet else; `strong` for small samples."""
    color = QColor(palette.color("hatch"))
    color.setAlphaF(3 * _STRENGTH if strong else _STRENGTH)
    return color


def hatch_tile(palette: Palette, dpr: float) -> QPixmap:
    """A tile of the hatching for a device resolution, `TILE_PX` wide and high: see `paint_tiles`."""
    lines = QPixmap(round(HATCH_PX * dpr), round(HATCH_PX * dpr))
    lines.setDevicePixelRatio(lines.width() / HATCH_PX)
    lines.fill(Qt.GlobalColor.transparent)
    painter = QPainter(lines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(hatch_color(palette), 1.0))
    # The neighbors' lines pass the corners: drawn in part, they join without a gap.
    for shift in (-HATCH_PX, 0.0, HATCH_PX):
        painter.drawLine(QLineF(shift - 1, HATCH_PX + 1, shift + HATCH_PX + 1, -1))
    painter.end()
    tile = QPixmap(lines.width() * _LINES_IN_TILE, lines.height() * _LINES_IN_TILE)
    tile.setDevicePixelRatio(lines.devicePixelRatio())
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.drawTiledPixmap(QRectF(0, 0, TILE_PX, TILE_PX), lines)
    painter.end()
    return tile


def paint_tiles(painter: QPainter, box: QRectF, tile: QPixmap) -> None:
    """Fill a box on whole px with pieces of a tile that depend on the plane, not on the box.

    Few large pieces: Qt's own repeating costs ten times as much for boxes as small as gaps between articles.
    """
    scale = tile.devicePixelRatio()
    y = box.top()
    while y < box.bottom():
        height = min(TILE_PX - y % TILE_PX, box.bottom() - y)
        x = box.left()
        while x < box.right():
            width = min(TILE_PX - x % TILE_PX, box.right() - x)
            piece = QRectF(x % TILE_PX * scale, y % TILE_PX * scale, width * scale, height * scale)
            painter.drawPixmap(QRectF(x, y, width, height), tile, piece)
            x += width
        y += height


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
