"""Composes a figure: title, names, stance cells, plot, legend, numbered sources, and the account of what it leaves out.

Lengths are device-independent px of 1/96 inch; `Figure.scale` turns them into the pixels of the wanted size, so that
12 px are 9 pt on paper whatever the resolution.
"""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtGui import QPainter

from stanceline.model.coverage import coverage_of
from stanceline.model.dates_text import day_text
from stanceline.model.index import MarkIndex, build_index
from stanceline.model.lags import later_in
from stanceline.model.lanes import View, core_range, layout
from stanceline.model.marks import Corpus
from stanceline.render.cells import CellScene, inapplicable_pairs, index_cells, place_cells
from stanceline.render.figure_parts import (
    MARGIN,
    SOURCE_LINE,
    SOURCE_PX,
    Parts,
    Words,
    caption_of,
    parts_of,
    seen_part,
    words_of,
)
from stanceline.render.figure_rows import with_rows
from stanceline.render.figure_settings import PRESETS, ROW_PX, FigureError, FigureSettings, What
from stanceline.render.painter import LABEL_PX
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.palette import load_palette
from stanceline.render.scene import PlotScene, RowGeometry, build_plot
from stanceline.render.text import count_text
from stanceline.temporal.timex import DAY_S

_ROW_LEAST, ROW_MOST, _ROW_FREE = 24.0, 46.0, 40.0
_PLOT_LEAST = 80.0
_BADGE_PX, _CELL_NUMBER_PX = 11.0, 9.5
_NUMBERED_CELL_PX = 44.0
_PT_PER_PX = 72.0 / 96.0
_SMALLEST_READABLE_PT = 6.0
_GROWTH, _MOST_GROWN, _PAGED_GROWN = 1.12, 24, 4
_NARROWEST_PX, _COMMON_PX = 480.0, 1100.0
"""Widths at which a figure is laid out at least, and to which one with room to spare is enlarged."""

NoteKind = Literal["merged", "unlabeled", "rows_cut", "small"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to watch out for: `number` marks, labels or rows, or the size in points of the smallest text."""

    kind: NoteKind
    number: float


@dataclass(frozen=True)
class Figure:
    """A composed figure, ready to be painted on any device.

    `counts` has shown, merged, hidden, undated, total. `rows` are the rows (first, end) that it shows; `begin_s` and
    `end_s` its range, both 0 without a timeline. `page_name` says what sets this page apart from others.
    """

    settings: FigureSettings
    width: float
    height: float
    scale: float
    corpus: Corpus
    rows: tuple[int, int]
    begin_s: float
    end_s: float
    plot: PlotScene | None
    cells: CellScene | None
    counts: dict[str, int]
    parts: Parts
    tops: dict[str, float]
    geometry: RowGeometry
    painter: VectorPainter
    account: str
    page_name: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the device in px."""
        return round(self.width * self.scale), round(self.height * self.scale)

    @property
    def sources(self) -> tuple[str, ...]:
        """The articles that it lists, numbered."""
        return self.parts.sources

    @property
    def subtitle(self) -> str:
        """What it shows and leaves out, with the filters in force, on one line."""
        parts = [self.account or self.page_name, self.settings.note, self.parts.page]
        return "  ·  ".join(part for part in parts if part)

    @property
    def smallest_pt(self) -> float:
        """Size of the smallest text in points, on paper."""
        sizes = [LABEL_PX]
        if self.parts.sources or self.parts.caption or self.parts.page:
            sizes.append(SOURCE_PX)
        if self.plot is not None and len(self.plot.badges.x):
            sizes.append(_BADGE_PX)
        if self.cells is not None and self.cells.width >= _NUMBERED_CELL_PX:
            sizes.append(_CELL_NUMBER_PX)
        return min(sizes) * self.scale * 96.0 / self.settings.dpi * _PT_PER_PX

    @property
    def warnings(self) -> tuple[str, ...]:
        """The notes in words."""
        return tuple(note_text(note) for note in self.notes)

    def paint(self, painter: QPainter) -> None:
        """Paint the figure from (0, 0) in px of 1/96 inch; the caller scales."""
        from stanceline.render.figure_paint import paint_figure

        paint_figure(self, painter)


def note_text(note: Note) -> str:
    """A note as a phrase in English."""
    number = count_text(round(note.number))
    is_one = round(note.number) == 1
    match note.kind:
        case "merged":
            return f"{number} mark{' is' if is_one else 's are'} merged"
        case "unlabeled":
            return f"{number} label{'' if is_one else 's'} found no room"
        case "rows_cut":
            return f"{number} row{' does' if is_one else 's do'} not fit and {'is' if is_one else 'are'} left out"
        case "small":
            return f"the smallest text is {note.number:.1f} pt"


@dataclass(frozen=True)
class Frame:
    """The rows and the range that a page is made of.

    `row_px` and `growth` are the height of its rows and its scale where other pages share them. Without
    `lists_sources` another page lists the sources.
    """

    corpus: Corpus
    index: MarkIndex
    settings: FigureSettings
    painter: VectorPainter
    rows: tuple[int, int]
    begin_s: float
    end_s: float
    row_px: float | None = None
    growth: float | None = None
    lists_sources: bool = True


def frame_of(corpus: Corpus, settings: FigureSettings, index: MarkIndex | None = None) -> Frame:
    """The rows and the range that settings ask for. `index`, that of the corpus, spares making it again.

    Raises `FigureError` for an empty corpus or impossible settings.
    """
    settings = settings.checked()
    if not corpus.rows:
        raise FigureError("There is nothing to draw: no actor was found in these articles.")
    if settings.what == "matrix" and not corpus.columns:
        raise FigureError("There is no matrix to draw: no proposal was found. Name one, or draw the timeline.")
    whole = corpus
    corpus, rows = with_rows(corpus, settings)
    index = index if corpus is whole else None
    index = index if index is not None else build_index(corpus.marks, len(corpus.rows), corpus.others)
    begin, end_s = core_range(index)
    begin = settings.begin_s if settings.begin_s is not None else begin
    end_s = settings.end_s if settings.end_s is not None else end_s
    if end_s <= begin:
        raise FigureError("The range ends before it begins. Give FROM before TO.")
    palette = load_palette(settings.theme, settings.stance_colors, swap_sides=settings.swap_sides)
    return Frame(corpus, index, settings, VectorPainter(palette), rows, begin, end_s)


def compose(corpus: Corpus, settings: FigureSettings, index: MarkIndex | None = None) -> Figure:
    """Lay a figure out on one page. Raises `FigureError` for an empty corpus or impossible settings.

    Needs a QGuiApplication. `index`, that of the corpus, spares making it again.
    """
    return compose_page(frame_of(corpus, settings, index))


def compose_page(frame: Frame, *, page: str = "", page_name: str = "") -> Figure:
    """Lay one page out; `page` is what it says of its number, `page_name` what it is called in a list of pages."""
    corpus, settings, painter = frame.corpus, frame.settings, frame.painter
    words = _words(frame, page)
    parts, width, height, row_height = _measured(frame, words)
    first, end = frame.rows
    fitting = need_room(_fitting(parts, settings, height, row_height))
    cut = max(0, end - first - fitting)
    end -= cut
    has_cells = settings.what != "timeline" and bool(corpus.columns)
    geometry = RowGeometry(row_height, first * row_height, row_height * (end - first), len(corpus.rows))
    plot, counts = None, _counts(corpus, 0, 0)
    if settings.what != "matrix":
        cells_width = parts.cell_width * len(corpus.columns) + 10 if has_cells else 0.0
        plot_width = width - 2 * MARGIN - parts.names_width - cells_width
        if plot_width < _PLOT_LEAST:
            raise FigureError("There is no room left for the timeline. Make the figure wider or leave the matrix out.")
        plot, counts = _plot(frame, plot_width, geometry, (first, end))
    cells = None
    if has_cells:
        cells = place_cells(
            corpus.cells, index_cells(corpus.cells), corpus.rows, geometry, range(len(corpus.columns)),
            parts.cell_width, parts.names_width, min(row_height - 4, 34.0),
            second=None if corpus.other_cells is None else (corpus.other_cells, index_cells(corpus.other_cells)),
            inapplicable=inapplicable_pairs(corpus),
        )  # fmt: skip
    if cut or settings.what != "matrix":
        # Only now are the counts known; the text is as long as its stand-in, so that nothing moves.
        words = replace(words, account=_account(frame, counts))
        parts = parts_of(words, settings, painter, corpus, width)
    figure = Figure(
        settings=settings, width=width, height=height, scale=settings.width_px / width, corpus=corpus,
        rows=(first, end), begin_s=frame.begin_s, end_s=frame.end_s, plot=plot, cells=cells, counts=counts,
        parts=parts, tops=parts.tops(geometry.height_px), geometry=geometry, painter=painter, account=words.account,
        page_name=page_name,
    )  # fmt: skip
    return replace(figure, notes=_notes(figure, cut))


def page_rows(frame: Frame, page: str) -> tuple[int, Frame]:
    """How many rows a page of the frame's size holds, and the frame with their height and scale for all pages."""
    parts, width, height, row_height = _measured(frame, _words(frame, page), is_paged=True)
    growth = width / (frame.settings.width_px * 96.0 / frame.settings.dpi)
    return _fitting(parts, frame.settings, height, row_height), replace(frame, row_px=row_height, growth=growth)


def own_growth(settings: FigureSettings) -> float | None:
    """How much larger a figure is laid out than it will be, so that its labels get their size on paper."""
    return None if settings.font_pt is None else LABEL_PX * _PT_PER_PX / settings.font_pt


def _sources_parts(frame: Frame, page: str, lines: tuple[str, ...]) -> tuple[Parts, float, float]:
    settings = frame.settings
    growth = frame.growth or own_growth(settings) or 1.0
    width = settings.width_px * 96.0 / settings.dpi * growth
    words = Words(settings.title, "", "", caption_of(frame.corpus) if settings.caption else "", page, lines, (), 0.0)
    parts = replace(parts_of(words, settings, frame.painter, frame.corpus, width), header=0.0, axis_bottom=False)
    height = settings.height_px
    return parts, width, parts.without_rows() if height is None else height * 96.0 / settings.dpi * growth


def lines_of_sources(frame: Frame, page: str) -> int:
    """How many lines of sources a page of their own holds."""
    if frame.settings.height_px is None:
        return max(len(frame.corpus.articles), 1)
    parts, _, height = _sources_parts(frame, page, ("",))
    return max(int((height - parts.without_rows()) / SOURCE_LINE) + 1, 1) * parts.source_columns


def compose_sources(frame: Frame, lines: tuple[str, ...], page: str) -> Figure:
    """A page with nothing but sources."""
    parts, width, height = _sources_parts(frame, page, lines)
    return Figure(
        settings=frame.settings, width=width, height=height, scale=frame.settings.width_px / width,
        corpus=frame.corpus, rows=(0, 0), begin_s=frame.begin_s, end_s=frame.end_s, plot=None, cells=None,
        counts=_counts(frame.corpus, 0, 0), parts=parts, tops=parts.tops(0.0),
        geometry=RowGeometry(_ROW_FREE, 0.0, 0.0, 0), painter=frame.painter, account="", page_name="Sources",
    )  # fmt: skip


def _words(frame: Frame, page: str) -> Words:
    seen = seen_part(frame.corpus, frame.begin_s, frame.end_s, *frame.rows)
    total = frame.corpus.total
    account = _account(frame, dict.fromkeys(("shown", "merged", "hidden", "undated", "total"), total))
    return words_of(frame.corpus, frame.settings, frame.painter, account, seen, page, lists=frame.lists_sources)


def _measured(frame: Frame, words: Words, *, is_paged: bool = False) -> tuple[Parts, float, float, float]:
    """(parts, width, height, row height): laid out as large as lets the rows fit, then scaled to the page.

    A page too small for its rows is laid out larger, so that all of it is drawn smaller; a page with room to spare the
    other way round. With a font size of its own neither; where rows can go to further pages, only a little.
    """
    settings = frame.settings
    rows = max(frame.rows[1] - frame.rows[0], 1)
    wanted = frame.row_px or ROW_PX.get(settings.density, 0.0)
    least = wanted or _ROW_LEAST
    width = settings.width_px * 96.0 / settings.dpi
    height = None if settings.height_px is None else settings.height_px * 96.0 / settings.dpi
    growth = frame.growth or own_growth(settings) or 1.0
    is_free = settings.font_pt is None and frame.growth is None

    def tried(factor: float) -> tuple[Parts, float]:
        """The parts, and the height that each row can have."""
        parts = parts_of(words, settings, frame.painter, frame.corpus, width * factor)
        return parts, 0.0 if height is None else (height * factor - parts.without_rows()) / rows

    if height is None:
        growth = max(growth, _NARROWEST_PX / width) if is_free else growth
        parts, _ = tried(growth)
        row_height = wanted or _ROW_FREE
        return parts, width * growth, parts.without_rows() + rows * row_height, row_height
    parts, room = tried(growth)
    if is_free:
        for _ in range((_PAGED_GROWN if is_paged else _MOST_GROWN) - 1):
            if room >= least:
                break
            growth *= _GROWTH
            parts, room = tried(growth)
        while room > (wanted or ROW_MOST) and width * growth / _GROWTH >= _COMMON_PX:
            larger = tried(growth / _GROWTH)
            if larger[1] < (wanted or _ROW_FREE):
                break
            growth /= _GROWTH
            parts, room = larger
    row_height = min(max(room, least), wanted or ROW_MOST)
    # Whole eighths: the edges of rows are exact multiples, wherever a page begins.
    return parts, width * growth, height * growth, int(row_height * 8) / 8


def _fitting(parts: Parts, settings: FigureSettings, height: float, row_height: float) -> int:
    """How many rows have room."""
    if settings.height_px is None:
        return 1 << 30
    return max(0, int((height - parts.without_rows()) / row_height + 1e-6))


def need_room(fitting: int) -> int:
    """The same number. Raises `FigureError` for none."""
    if fitting < 1:
        raise FigureError(
            "There is no room left for a row. Make the figure taller, choose a smaller font, or leave out the sources, "
            "the legend or the title."
        )
    return fitting


def _counts(corpus: Corpus, shown: int, merged: int) -> dict[str, int]:
    undated = len(corpus.undated)
    hidden = corpus.total - undated - shown - merged
    return {"shown": shown, "merged": merged, "hidden": hidden, "undated": undated, "total": corpus.total}


def _plot(frame: Frame, width: float, geometry: RowGeometry, rows: tuple[int, int]) -> tuple[PlotScene, dict[str, int]]:
    settings, corpus, index = frame.settings, frame.corpus, frame.index
    plan = layout(index, View(frame.begin_s, frame.end_s, width, *rows))
    scene = build_plot(
        corpus,
        index,
        plan,
        geometry,
        frame.painter.measure,
        today_s=settings.today_s,
        cites=settings.sources,
        lags=settings.publication_ticks,
        week_numbers=settings.week_numbers,
        coverage=coverage_of(corpus) if settings.coverage else None,
    )
    pale = (0, 0) if corpus.pale is None else later_in(index, plan, corpus.pale)
    return scene, _counts(corpus, plan.shown - pale[0], plan.merged - pale[1])


def _account(frame: Frame, counts: dict[str, int]) -> str:
    """What the figure shows and what it leaves out, in one line."""
    articles = len(frame.corpus.articles)
    parts = [f"{count_text(articles)} article{'s' if articles != 1 else ''}"] if articles else []
    if frame.settings.what != "matrix":
        first, last = int(frame.begin_s // DAY_S), int((frame.end_s - 1) // DAY_S)
        parts.append(f"{day_text(first)} to {day_text(last)}")
        named = ("shown", "merged", "hidden", "undated")
        sum_text = " + ".join(f"{count_text(counts[name])} {name}" for name in named)
        parts.append(f"{count_text(counts['total'])} marks = {sum_text}")
    return "  ·  ".join(parts)


def _notes(figure: Figure, cut: int) -> tuple[Note, ...]:
    found = []
    if figure.counts["merged"]:
        found.append(Note("merged", figure.counts["merged"]))
    if figure.plot is not None:
        labeled = {label.mark for label in figure.plot.labels}
        missing = len(figure.plot.glyphs.mark) - len(labeled & set(figure.plot.glyphs.mark.tolist()))
        if missing > 0:
            found.append(Note("unlabeled", missing))
    if cut:
        found.append(Note("rows_cut", cut))
    if figure.smallest_pt < _SMALLEST_READABLE_PT:
        found.append(Note("small", figure.smallest_pt))
    return tuple(found)


__all__ = [
    "PRESETS", "ROW_MOST", "Figure", "FigureError", "FigureSettings", "Frame", "Note", "What", "compose",
    "compose_page", "compose_sources", "frame_of", "lines_of_sources", "need_room", "note_text", "own_growth",
    "page_rows",
]  # fmt: skip
