"""Composes a figure: title, names, stance cells, plot, legend, numbered sources, and the account of what it leaves out.

Lengths are device-independent px of 1/96 inch; `Figure.scale` turns them into the pixels of the wanted size, so that
12 px are 9 pt on paper whatever the resolution.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from stanceline import StancelineError
from stanceline.model.dates_text import day_text
from stanceline.model.index import MarkIndex, build_index
from stanceline.model.lanes import View, core_range, layout
from stanceline.model.marks import Corpus
from stanceline.render.cells import CellScene, index_cells, place_cells
from stanceline.render.fonts import font
from stanceline.render.header import header_height, paint_column_titles
from stanceline.render.legend import PlacedEntry, legend_entries, paint_legend, place_entries
from stanceline.render.painter import AXIS_HEIGHT, LABEL_PX, NAME_PX
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.palette import load_palette
from stanceline.render.scene import PlotScene, RowGeometry, build_plot
from stanceline.render.text import count_text, shortened
from stanceline.temporal.timex import DAY_S

What = Literal["timeline", "matrix", "both"]

PRESETS: dict[str, tuple[int, int, float]] = {
    "slide": (1920, 1080, 144.0),
    "slide-4k": (3840, 2160, 288.0),
    "report-a4": (3508, 2480, 300.0),
    "report-a3": (4961, 3508, 300.0),
    "poster-a0": (14043, 9933, 300.0),
    "web": (3200, 1800, 192.0),
    "journal": (2126, 1417, 300.0),
    "social": (1200, 675, 96.0),
}
"""Name -> width and height in px, dots per inch."""

MARGIN = 26.0
_TITLE_PX, _SUBTITLE_PX, _SOURCE_PX = 22.0, 12.5, 11.5
_SOURCE_LINE = 16.0
_ROW_LEAST, _ROW_MOST, _ROW_FREE = 24.0, 46.0, 40.0
_NAMES_LEAST, _NAMES_MOST = 120.0, 260.0
_MOST_SOURCES = 60
_PT_PER_PX = 72.0 / 96.0


class FigureError(StancelineError):
    """Settings that no figure can be made from."""


@dataclass(frozen=True)
class FigureSettings:
    """What a figure shows and how large it is.

    `height_px` None takes the height that the rows need. `begin_s` and `end_s` None show everything. `row_keys`
    None shows every row of the corpus.
    """

    what: What = "both"
    width_px: int = 1920
    height_px: int | None = None
    dpi: float = 144.0
    theme: str = "print"
    stance_colors: str = "blue-orange"
    swap_sides: bool = False
    title: str = ""
    note: str = ""
    begin_s: float | None = None
    end_s: float | None = None
    today_s: float | None = None
    legend: bool = True
    sources: bool = True
    transparent: bool = False

    def sized(self, preset: str) -> "FigureSettings":
        """The same with the size of a preset. Raises `FigureError` for unknown names."""
        if preset not in PRESETS:
            raise FigureError(f"There is no preset {preset!r}; choose one of {', '.join(PRESETS)}.")
        width, height, dpi = PRESETS[preset]
        return replace(self, width_px=width, height_px=height, dpi=dpi)


@dataclass(frozen=True)
class Figure:
    """A composed figure, ready to be painted on any device.

    `counts` has shown, merged, hidden, undated, total. `smallest_pt` is the size of the smallest text on paper.
    """

    settings: FigureSettings
    width: float
    height: float
    scale: float
    corpus: Corpus
    plot: PlotScene | None
    cells: CellScene | None
    counts: dict[str, int]
    legend: tuple[PlacedEntry, ...]
    sources: tuple[str, ...]
    tops: dict[str, float]
    names_width: float
    cell_width: float
    header: float
    geometry: RowGeometry
    painter: VectorPainter
    subtitle: str = ""
    warnings: tuple[str, ...] = field(default=())

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the device in px."""
        return round(self.width * self.scale), round(self.height * self.scale)

    @property
    def smallest_pt(self) -> float:
        """Size of the smallest text in points, on paper."""
        return _SOURCE_PX * self.scale * 96.0 / self.settings.dpi * _PT_PER_PX

    def paint(self, painter: QPainter) -> None:
        """Paint the figure from (0, 0) in px of 1/96 inch; the caller scales."""
        _paint(self, painter)


@dataclass(frozen=True)
class _Parts:
    """Heights of everything but the rows, for one width."""

    legend: list[PlacedEntry]
    legend_height: float
    sources: list[str]
    source_columns: int
    source_height: float
    header: float
    names_width: float
    cell_width: float

    def without_rows(self, settings: FigureSettings) -> float:
        """Height without the rows."""
        height = 2 * MARGIN + self.header + _SUBTITLE_PX + 10
        height += _TITLE_PX + 10 if settings.title else 0
        height += self.legend_height + 14 if self.legend else 0
        return height + (self.source_height + 14 if self.sources else 0)


def _sources(corpus: Corpus) -> list[str]:
    texts = []
    for number, article in enumerate(corpus.articles[:_MOST_SOURCES], 1):
        parts = [part for part in (article.outlet, article.title, article.date_text) if part]
        texts.append(f"[{number}] {', '.join(parts) if parts else article.key}")
    more = len(corpus.articles) - _MOST_SOURCES
    if more > 0:
        texts.append(f"and {count_text(more)} more articles")
    return texts


def _parts(corpus: Corpus, settings: FigureSettings, painter: VectorPainter, width: float, merged: bool) -> _Parts:
    has_cells = settings.what != "timeline" and bool(corpus.columns)
    has_marks = settings.what != "matrix"
    inner = width - 2 * MARGIN
    bold = painter.metrics[(NAME_PX, True)]
    names = max((bold.horizontalAdvance(row.name) + 14 * row.depth + 24 for row in corpus.rows), default=0.0)
    names = min(max(names, _NAMES_LEAST), _NAMES_MOST)
    columns = len(corpus.columns)
    if not has_cells:
        cell = 0.0
    elif has_marks:
        cell = 64.0 if columns <= 4 and inner > 700 else max(26.0, min(34.0, inner * 0.35 / columns))
    else:
        cell = max(26.0, min(240.0, (inner - names) / columns))
    header = max(header_height([title for _, title in corpus.columns], cell) if has_cells else 0.0, AXIS_HEIGHT)
    entries = (
        legend_entries(
            painter.palette, corpus, marks=has_marks, cells=has_cells, merged=merged,
            today=settings.today_s is not None,
        )
        if settings.legend
        else []
    )  # fmt: skip
    placed, legend_height = place_entries(entries, painter, inner)
    sources = _sources(corpus) if settings.sources else []
    in_columns = max(1, min(3, int(inner // 420)))
    lines = -(-len(sources) // in_columns)
    return _Parts(
        placed, legend_height, sources, in_columns, lines * _SOURCE_LINE + (18 if sources else 0), header, names, cell
    )


def _row_height(corpus: Corpus, parts: _Parts, settings: FigureSettings, height: float) -> float:
    rows = max(len(corpus.rows), 1)
    return min((height - parts.without_rows(settings)) / rows, _ROW_MOST)


def _measured(corpus: Corpus, settings: FigureSettings, painter: VectorPainter) -> tuple[_Parts, float, float, float]:
    """(parts, width, height, row height): a figure that is too small for its rows is made larger and scaled down."""
    width = settings.width_px * 96.0 / settings.dpi
    merged = settings.what != "matrix"
    if settings.height_px is None:
        parts = _parts(corpus, settings, painter, width, merged)
        return parts, width, parts.without_rows(settings) + len(corpus.rows) * _ROW_FREE, _ROW_FREE
    height = settings.height_px * 96.0 / settings.dpi
    growth = 1.0
    for _ in range(12):
        parts = _parts(corpus, settings, painter, width * growth, merged)
        row_height = _row_height(corpus, parts, settings, height * growth)
        if row_height >= _ROW_LEAST:
            break
        growth *= 1.2
    return parts, width * growth, height * growth, max(row_height, 4.0)


def _plot(
    corpus: Corpus, index: MarkIndex, settings: FigureSettings, painter: VectorPainter, width: float,
    geometry: RowGeometry,
) -> tuple[PlotScene, dict[str, int]]:  # fmt: skip
    begin, end = core_range(index)
    begin = settings.begin_s if settings.begin_s is not None else begin
    end = settings.end_s if settings.end_s is not None else end
    if end <= begin:
        raise FigureError("The range ends before it begins. Give FROM before TO.")
    plan = layout(index, View(begin, end, width, 0, len(corpus.rows)))
    scene = build_plot(corpus, index, plan, geometry, painter.measure, today_s=settings.today_s, cites=settings.sources)
    undated = len(corpus.undated)
    return scene, {
        "shown": plan.shown,
        "merged": plan.merged,
        "hidden": corpus.total - undated - plan.shown - plan.merged,
        "undated": undated,
        "total": corpus.total,
    }


def _account(counts: dict[str, int], corpus: Corpus, settings: FigureSettings, begin: float, end: float) -> str:
    """What the figure shows and what it leaves out, in one line."""
    articles = len(corpus.articles)
    parts = [f"{count_text(articles)} article{'s' if articles != 1 else ''}"] if articles else []
    if settings.what != "matrix":
        parts.append(f"{day_text(int(begin // DAY_S))} to {day_text(int((end - 1) // DAY_S))}")
        named = ("shown", "merged", "hidden", "undated")
        sum_text = " + ".join(f"{count_text(counts[name])} {name}" for name in named)
        parts.append(f"{count_text(counts['total'])} marks = {sum_text}")
    if settings.note:
        parts.append(settings.note)
    return "  ·  ".join(parts)


def compose(corpus: Corpus, settings: FigureSettings) -> Figure:
    """Lay a figure out. Raises `FigureError` for an empty corpus or impossible settings. Needs a QGuiApplication."""
    if not corpus.rows:
        raise FigureError("There is nothing to draw: no actor was found in these articles.")
    if settings.what == "matrix" and not corpus.columns:
        raise FigureError("There is no matrix to draw: no proposal was found. Name one, or draw the timeline.")
    if settings.width_px < 200 or (settings.height_px is not None and settings.height_px < 150) or settings.dpi <= 0:
        raise FigureError("The figure is too small. Use at least 200 x 150 px and a positive number of dots per inch.")
    painter = VectorPainter(load_palette(settings.theme, settings.stance_colors, swap_sides=settings.swap_sides))
    parts, width, height, row_height = _measured(corpus, settings, painter)
    has_marks, has_cells = settings.what != "matrix", settings.what != "timeline" and bool(corpus.columns)
    cells_width = parts.cell_width * len(corpus.columns) if has_cells else 0.0
    geometry = RowGeometry(row_height, 0.0, row_height * len(corpus.rows), len(corpus.rows))
    plot, counts = None, {"shown": 0, "merged": 0, "hidden": 0, "undated": len(corpus.undated), "total": corpus.total}
    begin = end = 0.0
    if has_marks:
        index = build_index(corpus.marks, len(corpus.rows))
        plot_width = width - 2 * MARGIN - parts.names_width - cells_width - (10 if has_cells else 0)
        if plot_width < 80:
            raise FigureError("There is no room left for the timeline. Make the figure wider or leave the matrix out.")
        plot, counts = _plot(corpus, index, settings, painter, plot_width, geometry)
        begin, end = core_range(index)
        begin = settings.begin_s if settings.begin_s is not None else begin
        end = settings.end_s if settings.end_s is not None else end
    cells = None
    if has_cells:
        cells = place_cells(
            corpus.cells, index_cells(corpus.cells), corpus.rows, geometry, range(len(corpus.columns)),
            parts.cell_width, parts.names_width, min(row_height - 4, 34.0),
        )  # fmt: skip
    tops = _tops(settings, parts, geometry)
    scale = settings.width_px / width
    figure = Figure(
        settings=settings, width=width, height=height, scale=scale, corpus=corpus, plot=plot, cells=cells,
        counts=counts, legend=tuple(parts.legend), sources=tuple(parts.sources), tops=tops,
        names_width=parts.names_width, cell_width=parts.cell_width, header=parts.header, geometry=geometry,
        painter=painter, subtitle=_account(counts, corpus, settings, begin, end),
    )  # fmt: skip
    return replace(figure, warnings=_warnings(figure))


def _tops(settings: FigureSettings, parts: _Parts, geometry: RowGeometry) -> dict[str, float]:
    """y of the upper edge of each part."""
    tops = {"title": MARGIN}
    tops["subtitle"] = MARGIN + (_TITLE_PX + 10 if settings.title else 0)
    tops["header"] = tops["subtitle"] + _SUBTITLE_PX + 10
    tops["rows"] = tops["header"] + parts.header
    tops["legend"] = tops["rows"] + geometry.height_px + 14
    tops["sources"] = tops["legend"] + (parts.legend_height + 14 if parts.legend else 0)
    tops["source_columns"] = float(parts.source_columns)
    return tops


def _warnings(figure: Figure) -> tuple[str, ...]:
    found = []
    if figure.counts["merged"]:
        found.append(f"{count_text(figure.counts['merged'])} marks are merged")
    if figure.plot is not None:
        labeled = {label.mark for label in figure.plot.labels}
        missing = len(figure.plot.glyphs.mark) - len(labeled & set(figure.plot.glyphs.mark.tolist()))
        if missing > 0:
            found.append(f"{count_text(missing)} label{'s' if missing != 1 else ''} found no room")
    if figure.smallest_pt < 6.0:
        found.append(f"the smallest text is {figure.smallest_pt:.1f} pt")
    return tuple(found)


# ---- painting ----------------------------------------------------------------------------------------------


def _paint(figure: Figure, painter: QPainter) -> None:
    palette, settings, tops = figure.painter.palette, figure.settings, figure.tops
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if not settings.transparent:
        painter.fillRect(QRectF(0, 0, figure.width, figure.height), palette.color("surface"))
    if settings.title:
        painter.setFont(font(_TITLE_PX, bold=True))
        painter.setPen(palette.color("text"))
        box = QRectF(MARGIN, tops["title"] - 4, figure.width - 2 * MARGIN, _TITLE_PX + 8)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, settings.title)
    figure.painter.paint_texts(
        painter, [(MARGIN, tops["subtitle"] + _SUBTITLE_PX / 2, figure.subtitle, "text_muted")], LABEL_PX
    )
    painter.save()
    painter.translate(MARGIN, tops["rows"])
    _paint_rows(figure, painter)
    painter.restore()
    if figure.legend:
        painter.save()
        painter.translate(MARGIN, tops["legend"])
        paint_legend(painter, figure.painter, list(figure.legend))
        painter.restore()
    _paint_sources(figure, painter)


def _paint_rows(figure: Figure, painter: QPainter) -> None:
    """Paint names, cells and plot; the origin is the left end of the first row."""
    geometry, scenes = figure.geometry, figure.painter
    rows = figure.corpus.rows
    inner = figure.width - 2 * MARGIN
    headings = [number for number, row in enumerate(rows) if row.is_group_heading]
    scenes.paint_bands(painter, geometry, inner, headings)
    scenes.paint_names(painter, rows, geometry, figure.names_width, left=6.0)
    scenes.paint_texts(painter, [(6.0, -13.0, "Actor", "text_muted")], LABEL_PX, bold=True)
    if figure.cells is not None:
        scenes.paint_cells(painter, figure.cells)
        painter.save()
        painter.translate(0, -figure.header)
        titles = [title for _, title in figure.corpus.columns]
        paint_column_titles(painter, scenes.palette, titles, figure.names_width, figure.cell_width, figure.header)
        painter.restore()
    if figure.plot is not None:
        left = inner - figure.plot.width
        painter.save()
        painter.translate(left, 0)
        _paint_plot(figure, figure.plot, painter)
        painter.restore()
    border = scenes.palette.color("border")
    painter.fillRect(QRectF(0, -1, inner, 1), border)
    painter.fillRect(QRectF(0, geometry.height_px, inner, 1), border)


def _paint_plot(figure: Figure, plot: PlotScene, painter: QPainter) -> None:
    scenes = figure.painter
    if figure.settings.transparent:
        scenes.paint_grid(painter, plot)
    else:
        scenes.paint_ground(painter, plot)
    painter.save()
    painter.setClipRect(QRectF(0, -6, plot.width, plot.geometry.height_px + 6))
    scenes.paint_marks(painter, plot.within())
    painter.restore()
    painter.save()
    painter.translate(0, -AXIS_HEIGHT)
    ground = None if figure.settings.transparent else QColor(scenes.palette.color("surface"))
    scenes.paint_axis(painter, plot.axis, plot.width, today_x=plot.today_x, ground=ground)
    painter.restore()
    painter.fillRect(QRectF(-1, -AXIS_HEIGHT, 1, plot.geometry.height_px + AXIS_HEIGHT), scenes.palette.color("border"))


def _paint_sources(figure: Figure, painter: QPainter) -> None:
    if not figure.sources:
        return
    top, count = figure.tops["sources"], int(figure.tops["source_columns"])
    inner = figure.width - 2 * MARGIN
    column = inner / count
    painter.setPen(figure.painter.palette.color("text"))
    painter.setFont(font(_SOURCE_PX, bold=True))
    painter.drawText(QRectF(MARGIN, top, inner, _SOURCE_LINE), Qt.AlignmentFlag.AlignLeft, "Sources")
    painter.setPen(figure.painter.palette.color("text_muted"))
    painter.setFont(font(_SOURCE_PX))
    lines = -(-len(figure.sources) // count)
    for number, text in enumerate(figure.sources):
        x, y = MARGIN + number // lines * column, top + 18 + number % lines * _SOURCE_LINE
        fitted = figure.painter.elided(shortened(text, 400), (column - 14) * LABEL_PX / _SOURCE_PX, LABEL_PX)
        box = QRectF(x, y, column - 10, _SOURCE_LINE)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)
