"""Paints scenes as real text and shapes: for SVG and PDF, and for images of any size.

No sprite, no pixmap, no clipping: what arrives in the file can be searched, restyled and scaled.
"""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from stanceline.model.lanes import COLUMN_PX
from stanceline.render.cell_extras import paint_extras
from stanceline.render.cell_glyph import draw_cell
from stanceline.render.cells import CellScene, unpack_look
from stanceline.render.fonts import font
from stanceline.render.glyphs import draw_badge, draw_glyph
from stanceline.render.hatch import hatch_color, hatch_lines
from stanceline.render.painter import ScenePainter, Text, badge_looks
from stanceline.render.scene import Badges, Density, Glyphs, RowGeometry, density_edges, unpack_style

Edge = NDArray[np.int32]
_DENSITY_TOKENS = (("support", 0.85), ("statement", 0.5), ("oppose", 0.85))


class VectorPainter(ScenePainter):
    """Slower than sprites by far, and exact on every device."""

    def paint_texts(self, painter: QPainter, texts: Sequence[Text], size: float, *, bold: bool = False) -> None:
        """Paint each text as text."""
        metrics = self.metrics[(size, bold)]
        drop = (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font(size, bold=bold))
        for x, y, text, token in texts:
            if text:
                painter.setPen(self.palette.color(token))
                painter.drawText(QPointF(x, y + drop), text)

    def paint_density(self, painter: QPainter, density: Density, geometry: RowGeometry) -> None:
        """Paint one path a color: thousands of rectangles would fill an SVG, and leave seams between each other."""
        if not len(density.rows):
            return
        tall = int(geometry.row_height - 4)
        edges = density_edges(density, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        for part, (token, alpha) in enumerate(_DENSITY_TOKENS):
            color = QColor(self.palette.color(token))
            color.setAlphaF(alpha)
            path = QPainterPath()
            for lane, top in enumerate(density.y.tolist()):
                middle = top + 2 + tall // 2
                for outline in _outlines(edges[lane, part], edges[lane, part + 1]):
                    points = [QPointF(density.x + column * COLUMN_PX, middle + y) for column, y in outline]
                    path.addPolygon(QPolygonF([*points, points[0]]))
            painter.fillPath(path, color)

    def paint_hatch(self, painter: QPainter, box: QRectF) -> None:
        """Draw the lines of the hatching."""
        painter.setPen(QPen(hatch_color(self.palette), 1.0))
        painter.drawLines(hatch_lines(box))

    def paint_glyphs(self, painter: QPainter, glyphs: Glyphs) -> None:
        """Paint each mark."""
        for x, y, style in zip(glyphs.x.tolist(), glyphs.y.tolist(), glyphs.style.tolist(), strict=True):
            painter.save()
            painter.translate(x, y)
            draw_glyph(painter, self.palette, *unpack_style(style))
            painter.restore()

    def paint_badges(self, painter: QPainter, badges: Badges) -> None:
        """Paint each badge."""
        if not len(badges.x):
            return
        for x, y, half, count, look in zip(
            badges.x.tolist(),
            badges.y.tolist(),
            badges.half.tolist(),
            badges.count.tolist(),
            badge_looks(badges.stances),
            strict=True,
        ):
            painter.save()
            painter.translate(x, y)
            draw_badge(painter, self.palette, half, count, look)
            painter.restore()

    def paint_cells(self, painter: QPainter, scene: CellScene) -> None:
        """Paint each cell."""
        size = (scene.box_width, scene.height)
        seconds = [None] * len(scene) if scene.second is None else [unpack_look(one) for one in scene.second.tolist()]
        for x, y, look, second in zip(scene.x.tolist(), scene.y.tolist(), scene.look.tolist(), seconds, strict=True):
            painter.save()
            painter.translate(x, y)
            draw_cell(painter, self.palette, size, unpack_look(look), second)
            painter.restore()
        paint_extras(self, painter, scene)


def _outlines(upper: Edge, lower: Edge) -> Iterator[list[tuple[int, int]]]:
    """Around each stretch of columns that have a height: corners (column, y), along the top and back below."""
    has_height = np.concatenate([[False], lower > upper, [False]])
    bounds = np.flatnonzero(np.diff(has_height)).reshape(-1, 2)
    for first, end in bounds.tolist():
        above = _steps(upper[first:end], first)
        below = _steps(lower[first:end], first)
        yield [*above, *reversed(below)]


def _steps(edge: Edge, first: int) -> list[tuple[int, int]]:
    """The corners of a staircase from left to right."""
    bounds = [0, *(np.flatnonzero(np.diff(edge)) + 1).tolist(), len(edge)]
    corners = []
    for start, end in itertools.pairwise(bounds):
        y = int(edge[start])
        corners += [(first + start, y), (first + end, y)]
    return corners
