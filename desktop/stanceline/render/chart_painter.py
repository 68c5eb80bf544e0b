"""Paints charts, the same on the screen and in files: real text and shapes in the colors of one palette."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from stanceline.render.chart_scene import Band, ChartScene, Floats, Panel
from stanceline.render.glyphs import side_color
from stanceline.render.painter import AXIS_HEIGHT, LABEL_PX, NAME_PX, Text
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.palette import Palette

SCALE_PX = 58.0
"""Width of the column with the words of the scales, left of the plots."""
_TITLE_LINE_PX = 17.0
_DOT_HALF_PX = 4.0
_LEGEND_GAP_PX = 18.0
_SWATCH = QRectF(0, -5, 18, 10)


class ChartPainter:
    """Paints chart scenes beside a column of titles that is `names_width` wide."""

    def __init__(self, palette: Palette, names_width: float = 196.0) -> None:
        self.palette, self.names_width = palette, names_width
        self.texts = VectorPainter(palette)

    @property
    def left(self) -> float:
        """x at which the plots begin."""
        return self.names_width + SCALE_PX

    def paint(self, painter: QPainter, scene: ChartScene, *, cursor_x: float | None = None) -> None:
        """Paint axis, titles and panels; the origin is the upper left corner. `cursor_x` marks a time in the plots."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self.left + scene.width
        for number, panel in enumerate(scene.panels):
            if number % 2:
                ground = QRectF(0, AXIS_HEIGHT + panel.top, whole, panel.height + 1)
                painter.fillRect(ground, self.palette.color("surface_alt"))
        painter.save()
        painter.translate(self.left, 0)
        self.texts.paint_axis(painter, scene.axis, scene.width)
        painter.translate(0, AXIS_HEIGHT)
        painter.setClipRect(QRectF(0, 0, scene.width, scene.height))
        self._paint_grid(painter, scene)
        for panel in scene.panels:
            self._paint_panel(painter, panel)
        if cursor_x is not None:
            painter.fillRect(QRectF(round(cursor_x), 0, 1, scene.height), self.palette.color("accent"))
        painter.restore()
        painter.save()
        painter.translate(0, AXIS_HEIGHT)
        self._paint_titles(painter, scene)
        for panel in scene.panels:
            painter.fillRect(QRectF(0, panel.top + panel.height, whole, 1), self.palette.color("grid_strong"))
        painter.restore()
        painter.fillRect(QRectF(self.left - 1, 0, 1, AXIS_HEIGHT + scene.height), self.palette.color("border"))

    def _paint_grid(self, painter: QPainter, scene: ChartScene) -> None:
        for ticks, token in ((scene.axis.lower, "grid"), (scene.axis.upper, "grid_strong")):
            for tick in ticks:
                if tick.x > 0:
                    painter.fillRect(QRectF(round(tick.x), 0, 1, scene.height), self.palette.color(token))
        for panel in scene.panels:
            for line in panel.lines:
                token = "outline" if line.is_strong else "grid_strong"
                painter.fillRect(QRectF(0, round(line.y), scene.width, 1), self.palette.color(token))

    # ---- titles ----------------------------------------------------------------------------------

    def _paint_titles(self, painter: QPainter, scene: ChartScene) -> None:
        titles: list[Text] = []
        notes: list[Text] = []
        scales: list[Text] = []
        room = self.names_width - 24
        for panel in scene.panels:
            middle = panel.top + panel.height / 2
            fits_two = panel.height >= 2 * _TITLE_LINE_PX + 4
            y = middle - (_TITLE_LINE_PX / 2 if fits_two and panel.note else 0)
            titles.append((12.0, y, self.texts.elided(panel.title, room, bold=True), "text"))
            if fits_two and panel.note:
                note = self.texts.elided(panel.note, room * NAME_PX / LABEL_PX)
                notes.append((12.0, y + _TITLE_LINE_PX, note, "text_muted"))
            scales += self._scale_texts(panel)
        self.texts.paint_texts(painter, titles, NAME_PX, bold=True)
        self.texts.paint_texts(painter, [*notes, *scales], LABEL_PX)

    def _scale_texts(self, panel: Panel) -> list[Text]:
        """The words of a panel's scale, right-aligned, without those that would touch the one before."""
        found: list[Text] = []
        taken: list[float] = []
        # The first line of a scale that has a strong one is the one to keep.
        for line in sorted(panel.lines, key=lambda line: not line.is_strong):
            if not line.text or any(abs(line.y - y) < 14.0 for y in taken):
                continue
            taken.append(line.y)
            y = min(max(line.y, panel.top + 7.0), panel.top + panel.height - 7.0)
            found.append((self.left - 8.0 - self.texts.measure(line.text), y, line.text, "text_muted"))
        return found

    # ---- panels ----------------------------------------------------------------------------------

    def _paint_panel(self, painter: QPainter, panel: Panel) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for band in panel.bands:
            painter.setBrush(self._band_color(band))
            for polygon in _polygons(band):
                painter.drawPolygon(polygon)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for box in panel.boxes:
            painter.fillRect(QRectF(QPointF(box.x0, box.y0), QPointF(box.x1, box.y1)), self.palette.color(box.token))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if panel.curve is not None:
            pen = QPen(self.palette.color("text"), 1.6)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_path(*panel.curve))
        self._paint_whiskers(painter, panel)
        self._paint_dots(painter, panel)

    def _band_color(self, band: Band) -> QColor:
        color = QColor(self.palette.color(band.token or "text_muted"))
        color.setAlphaF(0.75 if band.token else 0.1)
        return color

    def _paint_whiskers(self, painter: QPainter, panel: Panel) -> None:
        whiskers = panel.whiskers
        if not len(whiskers.x):
            return
        painter.setPen(QPen(self.palette.color("text_muted"), 1.4))
        lines = []
        for x, low, high in zip(whiskers.x.tolist(), whiskers.low.tolist(), whiskers.high.tolist(), strict=True):
            lines += [QLineF(x, low, x, high), QLineF(x - 3, low, x + 3, low), QLineF(x - 3, high, x + 3, high)]
        painter.drawLines(lines)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette.color("text"))
        for x, y in zip(whiskers.x.tolist(), whiskers.y.tolist(), strict=True):
            painter.drawEllipse(QPointF(x, y), 3.2, 3.2)

    def _paint_dots(self, painter: QPainter, panel: Panel) -> None:
        dots = panel.dots
        for x, y, value in zip(dots.x.tolist(), dots.y.tolist(), dots.value.tolist(), strict=True):
            painter.setPen(QPen(self.palette.color("surface"), 1.0))
            painter.setBrush(side_color(self.palette, int(value)))
            painter.drawRect(QRectF(x - 2.0, y - _DOT_HALF_PX, 4.0, 2 * _DOT_HALF_PX))

    # ---- legend ----------------------------------------------------------------------------------

    def legend_rows(self, scene: ChartScene, width: float) -> list[list[tuple[float, str, str]]]:
        """The legend's entries as rows of (x, token, words) within a width."""
        rows: list[list[tuple[float, str, str]]] = [[]]
        x = 0.0
        for token, words in scene.legend:
            needed = _SWATCH.width() + 7 + self.texts.measure(words) + _LEGEND_GAP_PX
            if x and x + needed > width:
                rows.append([])
                x = 0.0
            rows[-1].append((x, token, words))
            x += needed
        return rows if scene.legend else []

    def paint_legend(self, painter: QPainter, rows: Sequence[Sequence[tuple[float, str, str]]], line: float) -> None:
        """Paint the legend's rows `line` px apart, the first one with its middle half a line below the origin."""
        for number, row in enumerate(rows):
            y = (number + 0.5) * line
            for x, token, _ in row:
                painter.save()
                painter.translate(x, y)
                self._paint_swatch(painter, token)
                painter.restore()
            words = [(x + _SWATCH.width() + 7, y, text, "text_muted") for x, _, text in row]
            self.texts.paint_texts(painter, words, LABEL_PX)

    def _paint_swatch(self, painter: QPainter, token: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if token == "interval":
            painter.setBrush(self._band_color(Band(np.empty(0), np.empty(0), np.empty(0))))
            painter.drawRect(_SWATCH)
        elif token == "dot":
            painter.setBrush(self.palette.color("text_muted"))
            painter.drawRect(QRectF(7, -_DOT_HALF_PX, 4, 2 * _DOT_HALF_PX))
        elif token == "whisker":
            painter.setPen(QPen(self.palette.color("text_muted"), 1.4))
            painter.drawLines([QLineF(9, -6, 9, 6), QLineF(6, -6, 12, -6), QLineF(6, 6, 12, 6)])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette.color("text"))
            painter.drawEllipse(QPointF(9, 0), 3.2, 3.2)
        else:
            painter.setPen(QPen(self.palette.color("outline"), 1.0))
            painter.setBrush(self.palette.color(token))
            painter.drawRect(_SWATCH.adjusted(0.5, 0.5, -0.5, -0.5))


def _runs(known: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches without a gap, as half-open ranges."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _polygons(band: Band) -> list[QPolygonF]:
    found = []
    for first, end in _runs(~(np.isnan(band.upper) | np.isnan(band.lower))):
        xs, upper, lower = (values[first:end].tolist() for values in (band.x, band.upper, band.lower))
        there = [QPointF(x, y) for x, y in zip(xs, upper, strict=True)]
        back = [QPointF(x, y) for x, y in zip(reversed(xs), reversed(lower), strict=True)]
        found.append(QPolygonF([*there, *back]))
    return found


def _path(x: Floats, y: Floats) -> QPainterPath:
    path = QPainterPath()
    for first, end in _runs(~np.isnan(y)):
        path.moveTo(float(x[first]), float(y[first]))
        for number in range(first + 1, end):
            path.lineTo(float(x[number]), float(y[number]))
    return path
