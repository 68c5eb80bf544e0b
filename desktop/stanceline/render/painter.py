"""Paints what screen and paper have in common: bands, grid, brackets, axis, names.

How texts, marks, badges, cells and histograms reach the device is up to `painter_raster` (sprites, for speed) and
`painter_vector` (real text and shapes).
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from stanceline.model.lanes import SpanShape
from stanceline.model.marks import Row
from stanceline.render.axis import Axis, Tick
from stanceline.render.cell_glyph import NUMBER_PX
from stanceline.render.cells import CellScene
from stanceline.render.fonts import font
from stanceline.render.glyphs import PALE, BadgeLook
from stanceline.render.lines import SpanLook, paint_brace, paint_lag, paint_pole, paint_span, paint_special_span
from stanceline.render.palette import Palette
from stanceline.render.scene import Badges, Band, Card, ClockLine, Density, Glyphs, Label, PlotScene, RowGeometry, Spans

LABEL_PX = 12.5
AXIS_PX = 12.5
_PALE_LABEL = 0.55
AXIS_HEIGHT = 40.0
NAME_PX = 13.5

Text = tuple[float, float, str, str]
"""x of the left end, y of the middle, the text, its color token."""


class ScenePainter(ABC):
    """Paints scenes in the colors of one palette."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.metrics = {
            (size, bold): QFontMetricsF(font(size, bold=bold))
            for size in (LABEL_PX, AXIS_PX, NAME_PX, NUMBER_PX)
            for bold in (False, True)
        }
        self._widths: dict[str, float] = {}
        self._span_looks: dict[tuple[int, int], SpanLook] = {}

    # ---- for the device --------------------------------------------------------------------------

    @abstractmethod
    def paint_texts(self, painter: QPainter, texts: Sequence[Text], size: float, *, bold: bool = False) -> None:
        """Paint texts; empty ones are left out."""

    @abstractmethod
    def paint_density(self, painter: QPainter, density: Density, geometry: RowGeometry) -> None:
        """Paint the histograms of dense lanes."""

    @abstractmethod
    def paint_glyphs(self, painter: QPainter, glyphs: Glyphs) -> None:
        """Paint single marks."""

    @abstractmethod
    def paint_badges(self, painter: QPainter, badges: Badges) -> None:
        """Paint merged marks."""

    @abstractmethod
    def paint_cells(self, painter: QPainter, scene: CellScene) -> None:
        """Paint stance cells at their places."""

    @abstractmethod
    def paint_hatch(self, painter: QPainter, box: QRectF) -> None:
        """Hatch a ground lightly."""

    # ---- text ------------------------------------------------------------------------------------

    def measure(self, text: str) -> float:
        """Width of a label in px."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            known = self._widths[text] = self.metrics[(LABEL_PX, False)].horizontalAdvance(text)
        return known

    def elided(self, text: str, width: float, size: float = NAME_PX, *, bold: bool = False) -> str:
        """The text cut with an ellipsis to a width."""
        return self.metrics[(size, bold)].elidedText(text, Qt.TextElideMode.ElideRight, width)

    # ---- plot ------------------------------------------------------------------------------------

    def paint_ground(self, painter: QPainter, scene: PlotScene) -> None:
        """Paint what lies below the marks: row bands, weekends, grid lines, today."""
        painter.fillRect(QRectF(0, 0, scene.width, scene.geometry.height_px), self.palette.color("surface"))
        self.paint_bands(painter, scene.geometry, scene.width, scene.heading_rows)
        self.paint_grid(painter, scene)

    def paint_grid(self, painter: QPainter, scene: PlotScene) -> None:
        """Paint weekends, grid lines and today."""
        palette, geometry = self.palette, scene.geometry
        bottom = min(geometry.height_px, geometry.top(geometry.n_rows))
        weekend = QColor(palette.color("weekend"))
        for x0, x1 in scene.axis.weekends:
            left, right = round(max(x0, 0.0)), round(min(x1, scene.width))
            painter.fillRect(QRectF(left, 0, right - left, bottom), weekend)
        for band in scene.bands:
            wash = QColor(palette.color(band_token(band)))
            wash.setAlphaF(0.05)
            left, right = round(max(band.x0, 0.0)), round(min(band.x1, scene.width))
            painter.fillRect(QRectF(left, 0, right - left, bottom), wash)
        self._paint_uncovered(painter, scene, bottom)
        self._lines(painter, [tick.x for tick in scene.axis.lower if tick.x > 0], bottom, "grid")
        self._lines(painter, [tick.x for tick in scene.axis.upper if tick.x > 0], bottom, "grid_strong")
        painter.setPen(QPen(palette.color("grid"), 1))
        lines = [
            QLineF(0, geometry.top(row) - 0.5, scene.width, geometry.top(row) - 0.5)
            for row in range(geometry.first + 1, geometry.end + 1)
        ]
        painter.drawLines(lines)
        if scene.today_x is not None:
            self._paint_upright(painter, scene, scene.today_x, QPen(palette.color("today"), 1.4, Qt.PenStyle.DashLine))

    def _paint_uncovered(self, painter: QPainter, scene: PlotScene, bottom: float) -> None:
        for x0, x1 in scene.uncovered:
            self.paint_hatch(painter, QRectF(round(x0), 0, round(x1) - round(x0), round(bottom)))
        rows = scene.geometry
        for row in scene.uncovered_rows:
            if rows.first <= row < rows.end:
                self.paint_hatch(painter, QRectF(0, round(rows.top(row)), round(scene.width), round(rows.row_height)))

    def _paint_upright(self, painter: QPainter, scene: PlotScene, x: float, pen: QPen) -> None:
        painter.setPen(pen)
        for top, end in self.upright_pieces(scene, x):
            painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, end))

    def upright_pieces(self, scene: PlotScene, x: float) -> list[tuple[float, float]]:
        """Top and end of the pieces of the line of a day: it makes room for labels, so that they can be read."""
        pieces, top = list[tuple[float, float]](), 0.0
        if not 0 <= x <= scene.width:
            return pieces
        crossed = [one.y for one in scene.labels if one.x - 4 <= x <= one.x + self.measure(one.text) + 4]
        for y in sorted(crossed):
            if y - 9 > top:
                pieces.append((top, y - 9))
            top = max(top, y + 9)
        if top < scene.geometry.height_px:
            pieces.append((top, scene.geometry.height_px))
        return pieces

    def _lines(self, painter: QPainter, xs: Sequence[float], bottom: float, token: str) -> None:
        color = self.palette.color(token)
        for x in xs:
            painter.fillRect(QRectF(round(x), 0, 1, bottom), color)

    def paint_bands(self, painter: QPainter, geometry: RowGeometry, width: float, heading_rows: Sequence[int]) -> None:
        """Paint the grounds of every second row and of group headings."""
        alt, heading = self.palette.color("surface_alt"), self.palette.color("surface_heading")
        for row in range(geometry.first, geometry.end):
            color = heading if row in heading_rows else alt if row % 2 else None
            if color is not None:
                painter.fillRect(QRectF(0, geometry.top(row), width, geometry.row_height), color)

    def paint_row_grounds(
        self, painter: QPainter, geometry: RowGeometry, width: float, heading_rows: Sequence[int]
    ) -> None:
        """Paint the grounds of the rows beside the lanes, with a line between any two."""
        self.paint_bands(painter, geometry, width, heading_rows)
        painter.setPen(QPen(self.palette.color("grid"), 1))
        for row in range(geometry.first + 1, geometry.end + 1):
            y = geometry.top(row) - 0.5
            painter.drawLine(QPointF(0, y), QPointF(width, y))

    def paint_marks(self, painter: QPainter, scene: PlotScene) -> None:
        """Paint density, lines, brackets, marks, badges, cards and labels."""
        self._paint_density(painter, scene)
        self._paint_lines(painter, scene)
        self._paint_spans(painter, scene.spans)
        self._paint_cards(painter, scene.cards)
        self.paint_glyphs(painter, scene.ghosts.glyphs)
        self.paint_glyphs(painter, scene.glyphs)
        self._paint_badges(painter, scene.badges)
        self._paint_labels(painter, scene)
        if scene.clock is not None:
            self._paint_upright(painter, scene, scene.clock.x, QPen(self.palette.color("accent"), 1.6))

    def _paint_density(self, painter: QPainter, scene: PlotScene) -> None:
        """Paint the histograms, pale to the right of the clock's day."""
        if scene.clock is None or not scene.clock.cuts or not len(scene.density.rows):
            self.paint_density(painter, scene.density, scene.geometry)
            return
        known, later = scene.density.cut(scene.clock.x)
        self.paint_density(painter, known, scene.geometry)
        painter.setOpacity(PALE)
        self.paint_density(painter, later, scene.geometry)
        painter.setOpacity(1.0)

    def _paint_badges(self, painter: QPainter, badges: Badges) -> None:
        if badges.pale is None or not badges.pale.any():
            self.paint_badges(painter, badges)
            return
        painter.setOpacity(PALE)
        self.paint_badges(painter, badges.part(badges.pale))
        painter.setOpacity(1.0)
        self.paint_badges(painter, badges.part(~badges.pale))

    def _paint_lines(self, painter: QPainter, scene: PlotScene) -> None:
        """Paint the poles of milestones, the braces between times that disagree, and the lines to reports."""
        poles, ghosts, lags = scene.poles, scene.ghosts, scene.lags
        tall = scene.geometry.row_height - 4.0
        for x, y, style in zip(poles.x.tolist(), poles.y.tolist(), poles.style.tolist(), strict=True):
            paint_pole(painter, self.palette, style, x, y + 2.0, tall)
        for x0, x1, y in zip(ghosts.x0.tolist(), ghosts.x1.tolist(), ghosts.y.tolist(), strict=True):
            paint_brace(painter, self.palette, x0, x1, y)
        for x0, x1, y in zip(lags.x0.tolist(), lags.x1.tolist(), lags.y.tolist(), strict=True):
            paint_lag(painter, self.palette, x0, x1, y)

    def _paint_spans(self, painter: QPainter, spans: Spans) -> None:
        looks = self._span_looks
        # All of them lie on whole pixels: smoothing edges would only cost time (most of a frame at scale 2).
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        columns = (spans.x0, spans.x1, spans.y, spans.shape, spans.solid0, spans.solid1, spans.style)
        for x0, x1, y, shape, solid0, solid1, style in zip(*(column.tolist() for column in columns), strict=True):
            look = looks.get((style, shape))
            if look is None:
                look = looks[(style, shape)] = SpanLook.of(self.palette, style, SpanShape(shape))
            if look.is_plain:
                paint_span(painter, look, x0, x1, y)
            else:
                paint_special_span(painter, look, (x0, solid0, solid1, x1), y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_cards(self, painter: QPainter, cards: Sequence[Card]) -> None:
        if not cards:
            return
        painter.setPen(QPen(self.palette.color("border"), 1.0))
        painter.setBrush(self.palette.color("surface_raised"))
        for card in cards:
            box = QRectF(round(card.x) + 0.5, round(card.y) + 0.5, round(card.width) - 1, round(card.height) - 1)
            painter.drawRoundedRect(box, 5.0, 5.0)

    def _paint_labels(self, painter: QPainter, scene: PlotScene) -> None:
        carded = {card.mark for card in scene.cards}
        is_pale = scene.pale
        if is_pale is None:
            self._paint_label_texts(painter, scene.labels, carded)
            return
        pale = [label for label in scene.labels if label.mark >= 0 and is_pale[label.mark]]
        painter.setOpacity(_PALE_LABEL)
        self._paint_label_texts(painter, pale, carded)
        painter.setOpacity(1.0)
        known = [label for label in scene.labels if label.mark < 0 or not is_pale[label.mark]]
        self._paint_label_texts(painter, known, carded)

    def _paint_label_texts(self, painter: QPainter, labels: Sequence[Label], carded: Collection[int]) -> None:
        # Grid lines and brackets of neighbors fade behind the text.
        ground = QColor(self.palette.color("surface"))
        ground.setAlphaF(0.62)
        for label in labels:
            if label.mark in carded:
                continue
            box = QRectF(round(label.x) - 1, round(label.y) - 7, round(self.measure(label.text)) + 2, 14)
            painter.fillRect(box, ground)
        texts = [(label.x, label.y, label.text, "text_muted" if label.is_muted else "text") for label in labels]
        self.paint_texts(painter, texts, LABEL_PX)

    # ---- axis and names --------------------------------------------------------------------------

    def paint_axis(
        self,
        painter: QPainter,
        axis: Axis,
        width: float,
        *,
        today_x: float | None = None,
        clock: ClockLine | None = None,
        bands: Sequence[Band] = (),
        today: str = "Today",
        hint: str = "",
        height: float = AXIS_HEIGHT,
        ground: QColor | None = None,
        below: bool = False,
    ) -> None:
        """Paint both levels of the axis into (0, 0, width, height), flags where today and the clock's day are, and the
        periods that are compared.

        `hint` stands at the right end of the coarser level, for which `build_axis` keeps room. `below` turns the axis
        over: what is finer stands nearer to the rows.
        """
        palette, half = self.palette, height / 2
        if ground is not None:
            painter.fillRect(QRectF(0, 0, width, height), ground)
        line = palette.color("grid_strong")
        for tick in axis.upper:
            if 0 < tick.x < width:
                painter.fillRect(QRectF(round(tick.x), 0 if below else 2, 1, height - 2), line)
        for tick in axis.lower:
            if 0 < tick.x < width:
                painter.fillRect(QRectF(round(tick.x), 0 if below else half + 3, 1, half - 3), line)
        painter.fillRect(QRectF(0, 0 if below else height - 1, width, 1), palette.color("border"))
        coarse_y, fine_y = (half * 1.5 - 1, half / 2) if below else (half / 2 + 1, half * 1.5)
        self.paint_texts(painter, [(t.text_x, coarse_y, t.text, "text") for t in axis.upper], AXIS_PX, bold=True)
        flags = self._flags(width, height, (today_x, today), clock, below=below)
        letters = [letter_box(band, height, below=below) for band in bands]
        taken = [*(box for _, box, _ in flags), *letters]
        free = [t for t in axis.lower if not any(self._meets(t, box) for box in taken)]
        self.paint_texts(painter, [(t.text_x, fine_y, t.text, "text_muted") for t in free], AXIS_PX)
        if hint:
            self.paint_texts(painter, [(width - self.measure(hint) - 8, coarse_y, hint, "text_muted")], AXIS_PX)
        for band, box in zip(bands, letters, strict=True):
            bar = QRectF(box.left(), 1 if below else height - 4, min(band.x1, width) - box.left(), 3)
            painter.fillRect(bar, palette.color(band_token(band)))
            paint_letter(painter, palette, band, box)
        for token, box, text in flags:
            paint_flag(painter, palette, token, box, text)

    def _flags(
        self, width: float, height: float, today: tuple[float | None, str], clock: ClockLine | None, *, below: bool
    ) -> list[tuple[str, QRectF, str]]:
        """Color token, box and text of the flags; that of today gives way to the clock's."""
        found = []
        if clock is not None and 0 <= clock.x <= width:
            found.append(("accent", self.flag_box(clock.x, clock.text, width, height, below=below), clock.text))
        if today[0] is not None:
            box = self.flag_box(today[0], today[1], width, height, below=below)
            if not any(box.intersects(other) for _, other, _ in found):
                found.append(("today", box, today[1]))
        return found

    def flag_box(
        self, x: float, text: str, width: float, height: float = AXIS_HEIGHT, *, below: bool = False
    ) -> QRectF:
        """Where a flag stands: over its line, within the axis."""
        wide = self.metrics[(AXIS_PX, True)].horizontalAdvance(text) + 12
        left = min(max(x - wide / 2, 1.0), max(width - wide - 1.0, 1.0))
        return QRectF(left, 3.0 if below else height - 19.0, wide, 16.0)

    def _meets(self, tick: Tick, flag: QRectF) -> bool:
        return tick.text_x - 4 < flag.right() and flag.left() < tick.text_x + self.measure(tick.text) + 4

    def paint_names(
        self, painter: QPainter, rows: Sequence[Row], geometry: RowGeometry, width: float, left: float = 12.0
    ) -> None:
        """Paint the names of the rows in view; longer ones end in an ellipsis."""
        plain: list[tuple[float, float, str, str]] = []
        bold: list[tuple[float, float, str, str]] = []
        for number in range(geometry.first, geometry.end):
            row = rows[number]
            x = left + row.depth * 14.0
            is_bold = row.is_group_heading or row.depth == 0
            y = geometry.top(number) + geometry.row_height / 2
            text = self.elided(row.name, width - x - 8, bold=is_bold)
            (bold if is_bold else plain).append((x, y, text, "text" if is_bold else "text_muted"))
        self.paint_texts(painter, plain, NAME_PX)
        self.paint_texts(painter, bold, NAME_PX, bold=True)


def band_token(band: Band) -> str:
    """The color of a compared period: letters tell them apart as well."""
    return "accent" if band.letter == "A" else "text_muted"


def letter_box(band: Band, height: float, *, below: bool = False) -> QRectF:
    """Where the letter of a compared period stands on the axis: at its beginning, or at the edge of the view."""
    return QRectF(max(band.x0, 0.0), 3.0 if below else height - 20.0, 18.0, 17.0)


def paint_letter(painter: QPainter, palette: Palette, band: Band, box: QRectF) -> None:
    """Paint the letter of a compared period."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(band_token(band)))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(palette.color("on_accent" if band.letter == "A" else "surface"))
    painter.setFont(font(11, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, band.letter)


def paint_flag(painter: QPainter, palette: Palette, token: str, box: QRectF, text: str) -> None:
    """Paint the flag of a day on the axis; `token` is its color, and `on_` that of the text."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(token))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(palette.color(f"on_{token}"))
    painter.setFont(font(AXIS_PX - 1, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def badge_looks(stances: NDArray[np.int32]) -> list[BadgeLook]:
    """How badges look whose marks take these stances, (n, 5) from -2 to 2; a side that occurs can always be seen."""
    against = np.where(stances[:, 0] > 0, 2, np.where(stances[:, 1] > 0, 1, 0))
    favor = np.where(stances[:, 4] > 0, 2, np.where(stances[:, 3] > 0, 1, 0))
    count = stances[:, 3] + stances[:, 4]
    sided = count + stances[:, 0] + stances[:, 1]
    share = np.round(8 * count / np.maximum(sided, 1)).astype(np.int64)
    share = np.where((against > 0) & (favor > 0), np.clip(share, 2, 6), share)
    share = np.where((sided == 0) & (stances[:, 2] > 0), -1, share)
    return list(zip(against.tolist(), favor.tolist(), share.tolist(), strict=True))
