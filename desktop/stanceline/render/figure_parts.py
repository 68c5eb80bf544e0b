"""What stands around the rows of a figure: title, account, column titles, axes, legend, sources, caption; measured.

Lengths are device-independent px of 1/96 inch. What does not depend on the width is found once (`Words`), the rest
for each width that is tried.
"""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QFontMetricsF

from stanceline.model.marks import Corpus
from stanceline.model.parts import taken, with_marks
from stanceline.render.figure_settings import FigureSettings
from stanceline.render.fonts import font
from stanceline.render.header import header_height, wrapped
from stanceline.render.legend import ROW_PX, Entry, PlacedEntry, legend_entries, title_entries
from stanceline.render.painter import AXIS_HEIGHT, LABEL_PX, NAME_PX
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.text import count_text

MARGIN = 26.0
TITLE_PX, SOURCE_PX = 22.0, 11.5
TITLE_LINE, TEXT_LINE, SOURCE_LINE = 29.0, 18.0, 16.0
_AFTER_HEAD, _BETWEEN = 12.0, 14.0
_BARE_HEADER = 24.0
_NAMES_LEAST, _NAMES_MOST, _NAMES_SHARE = 96.0, 260.0, 0.34
_MOST_SOURCES = 60
_MOST_OUTLETS = 4
_SOURCE_LEAST, _SOURCE_MOST, _SOURCE_GAP, _MOST_SOURCE_COLUMNS = 180.0, 420.0, 28.0, 6
_SYMBOL_PX, _LEGEND_GAP = 34.0, 18.0
_MOST_TITLE_LINES, _MOST_HEAD_LINES, _MOST_CAPTION_LINES = 2, 3, 2


@dataclass(frozen=True)
class Words:
    """The texts of a figure, before any width is known; `names` is the width that the names of the rows would like."""

    title: str
    account: str
    filters: str
    caption: str
    page: str
    sources: tuple[str, ...]
    entries: tuple[Entry, ...]
    names: float


@dataclass(frozen=True)
class Parts:
    """Everything but the rows, for one width; heights in px, texts in lines."""

    title: tuple[str, ...]
    head: tuple[str, ...]
    header: float
    axis_top: bool
    axis_bottom: bool
    names_width: float
    cell_width: float
    legend: tuple[PlacedEntry, ...]
    legend_height: float
    sources: tuple[str, ...]
    source_columns: int
    caption: tuple[str, ...]
    page: str

    @property
    def header_top(self) -> float:
        """y of the upper edge of the column titles and the axis."""
        text = TITLE_LINE * len(self.title) + TEXT_LINE * len(self.head)
        return MARGIN + text + (_AFTER_HEAD if text else 0.0)

    @property
    def source_lines(self) -> int:
        """Lines that each column of sources has at most."""
        return -(-len(self.sources) // self.source_columns)

    def without_rows(self) -> float:
        """Height of everything but the rows."""
        return self.tops(0.0)["end"]

    def tops(self, rows_height: float) -> dict[str, float]:
        """y of the upper edge of each part, and of the end of the figure."""
        tops = {"title": MARGIN, "head": MARGIN + TITLE_LINE * len(self.title)}
        tops["header"] = self.header_top
        tops["rows"] = tops["header"] + self.header
        tops["axis"] = tops["rows"] + rows_height
        tops["legend"] = tops["axis"] + (AXIS_HEIGHT if self.axis_bottom else 0.0) + _BETWEEN
        tops["sources"] = tops["legend"] + (self.legend_height + _BETWEEN if self.legend else 0.0)
        lines = self.source_lines + 1 if self.sources else 0
        tops["caption"] = tops["sources"] + (lines * SOURCE_LINE + _BETWEEN if lines else 0.0)
        lines = max(len(self.caption), 1 if self.page else 0)
        tops["end"] = tops["caption"] + lines * SOURCE_LINE + (MARGIN if lines else MARGIN - _BETWEEN)
        return tops


def words_of(
    corpus: Corpus,
    settings: FigureSettings,
    painter: VectorPainter,
    account: str,
    seen: Corpus,
    page: str,
    *,
    lists: bool = True,
) -> Words:
    """The texts of a figure; `seen` holds what is in its range, for the legend; without `lists` no source is listed."""
    has_cells, has_marks = settings.what != "timeline" and bool(corpus.columns), settings.what != "matrix"
    entries = (
        legend_entries(
            painter.palette, seen, marks=has_marks, cells=has_cells, merged=has_marks,
            today=settings.today_s is not None, lags=settings.publication_ticks, coverage=settings.coverage,
        )
        if settings.legend
        else []
    )  # fmt: skip
    bold = painter.metrics[(NAME_PX, True)]
    names = max((bold.horizontalAdvance(row.name) + 14 * row.depth + 24 for row in corpus.rows), default=0.0)
    newest = f"Newest article: {settings.data_date}" if settings.data_date else ""
    filters = "  ·  ".join(part for part in (settings.note, newest) if part) if settings.filters else ""
    return Words(
        title=settings.title,
        account=account,
        filters=filters,
        caption=caption_of(corpus) if settings.caption else "",
        page=page,
        sources=tuple(source_lines(corpus)) if settings.sources and lists else (),
        entries=tuple(entries),
        names=names,
    )


def parts_of(words: Words, settings: FigureSettings, painter: VectorPainter, corpus: Corpus, width: float) -> Parts:
    """The parts for a width of the whole figure in px."""
    inner = width - 2 * MARGIN
    has_cells, has_marks = settings.what != "timeline" and bool(corpus.columns), settings.what != "matrix"
    names = min(max(words.names, _NAMES_LEAST), _NAMES_MOST, max(inner * _NAMES_SHARE, _NAMES_LEAST))
    cell = _cell_width(inner, names, len(corpus.columns), has_marks=has_marks) if has_cells else 0.0
    axis_top = has_marks and settings.axis in ("top", "both")
    header = max(
        header_height([title for _, title in corpus.columns], cell) if has_cells else 0.0,
        AXIS_HEIGHT if axis_top else _BARE_HEADER,
    )
    in_full = title_entries(painter.palette, [title for _, title in corpus.columns], cell, header) if has_cells else []
    legend, legend_height = _placed((*words.entries, *(in_full if settings.legend else ())), painter, inner)
    page_width = painter.metrics[(LABEL_PX, False)].horizontalAdvance(words.page) + 24 if words.page else 0.0
    return Parts(
        title=_lines(words.title, TITLE_PX, inner, _MOST_TITLE_LINES, bold=True),
        head=(
            *_lines(words.account, LABEL_PX, inner, _MOST_HEAD_LINES),
            *_lines(words.filters, LABEL_PX, inner, _MOST_HEAD_LINES),
        ),
        header=header,
        axis_top=axis_top,
        axis_bottom=has_marks and settings.axis in ("bottom", "both"),
        names_width=names,
        cell_width=cell,
        legend=tuple(legend),
        legend_height=legend_height,
        sources=words.sources,
        source_columns=_source_columns(words.sources, painter, inner),
        caption=_lines(words.caption, SOURCE_PX, inner - page_width, _MOST_CAPTION_LINES),
        page=words.page,
    )


def _source_columns(sources: tuple[str, ...], painter: VectorPainter, inner: float) -> int:
    """As many columns as the longest source allows; very long ones are cut rather than take the page."""
    widest = max((painter.measure(text) * SOURCE_PX / LABEL_PX for text in sources), default=0.0) + _SOURCE_GAP
    return max(1, min(_MOST_SOURCE_COLUMNS, int(inner // min(max(widest, _SOURCE_LEAST), _SOURCE_MOST))))


def _cell_width(inner: float, names: float, columns: int, *, has_marks: bool) -> float:
    if not has_marks:
        return max(26.0, min(240.0, (inner - names) / columns))
    return 64.0 if columns <= 4 and inner > 700 else max(26.0, min(34.0, inner * 0.35 / columns))


def _lines(text: str, size: float, width: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    if not text:
        return ()
    return tuple(wrapped(text, width, most, QFontMetricsF(font(size, bold=bold))))


def _placed(entries: tuple[Entry, ...], painter: VectorPainter, width: float) -> tuple[list[PlacedEntry], float]:
    """Entries in columns of equal width, so that the eye can run down them; and the height that they take."""
    if not entries:
        return [], 0.0
    widest = max(painter.measure(entry.text) for entry in entries)
    columns = max(1, min(len(entries), int((width + _LEGEND_GAP) // (_SYMBOL_PX + 6 + widest + _LEGEND_GAP))))
    column = width / columns
    placed = []
    for number, entry in enumerate(entries):
        x, y = number % columns * column, (number // columns + 0.5) * ROW_PX
        placed.append(PlacedEntry(x + _SYMBOL_PX / 2, y, x + _SYMBOL_PX + 6, entry))
    return placed, -(-len(entries) // columns) * ROW_PX


def seen_part(corpus: Corpus, begin_s: float, end_s: float, first: int, end: int) -> Corpus:
    """The marks and cells that meet a range and rows: what a legend has to explain."""
    marks, cells = corpus.marks, corpus.cells
    chosen = (marks.begin < end_s) & (marks.end > begin_s) & (marks.row >= first) & (marks.row < end)
    in_rows = (cells.row >= first) & (cells.row < end)
    return replace(with_marks(corpus, np.flatnonzero(chosen)), cells=taken(cells, np.flatnonzero(in_rows)))


def source_lines(corpus: Corpus, most: int = _MOST_SOURCES) -> list[str]:
    """The articles, numbered as the labels cite them."""
    texts = []
    for number, article in enumerate(corpus.articles[:most], 1):
        parts = [part for part in (article.outlet, article.title, article.date_text) if part]
        texts.append(f"[{number}] {', '.join(parts) if parts else article.key}")
    more = len(corpus.articles) - most
    if more > 0:
        texts.append(f"and {count_text(more)} more articles")
    return texts


def caption_of(corpus: Corpus) -> str:
    """How many articles of whom a figure rests on, in a sentence."""
    count = len(corpus.articles)
    if not count:
        return ""
    outlets = Counter(article.outlet for article in corpus.articles if article.outlet)
    named = [f"{name} ({count_text(number)})" for name, number in sorted(outlets.items(), key=lambda o: (-o[1], o[0]))]
    head = f"Source: {count_text(count)} article{'s' if count != 1 else ''}"
    if not named:
        return f"{head}. Drawn with Stanceline."
    rest = len(named) - _MOST_OUTLETS
    more = f" and {count_text(rest)} more" if rest > 0 else ""
    return f"{head}: {', '.join(named[:_MOST_OUTLETS])}{more}. Drawn with Stanceline."
