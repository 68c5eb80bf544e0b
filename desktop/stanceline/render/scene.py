"""One description of what is seen in the plot: bands, density, brackets, marks, badges, labels, ticks.

Device-independent pixels, no Qt, no colors: inks are named by number. Window, PNG, SVG and PDF paint the
same scene. Text widths come from the caller, because only it knows its font.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from stanceline.model.index import MarkIndex
from stanceline.model.lanes import COLUMN_PX, Floats, Ints, Layout, Level
from stanceline.model.marks import Corpus, Kind, Source, Trait
from stanceline.render.axis import Axis, build_axis
from stanceline.render.text import LABEL_CHARACTERS, count_text, shortened, when_text

Measure = Callable[[str], float]

LABEL_GAP_PX = 7.0
SHORT_CHARACTERS = 22
_LINE_PX = 15.0
_MAX_CANDIDATES = 1200
_MOST_MEMBERS = 64
_CELL_PX = 4.0
_APART_PX = 8.0
_SLACK_CELLS = 128
_TWO_LINES_FROM_PX = 36.0
_THREE_LINES_FROM_PX = 56.0
_LEAST_ROOM_PX = 34.0
_MAX_REMEMBERED = 20_000
_EDGE_PX = 8.0


@dataclass(frozen=True)
class RowGeometry:
    """Rows from top to bottom: equal heights, scrolled by `scroll_px`, seen through `height_px`."""

    row_height: float
    scroll_px: float
    height_px: float
    n_rows: int

    @property
    def first(self) -> int:
        """First row that is at least partly seen."""
        return max(0, min(self.n_rows, int(self.scroll_px // self.row_height)))

    @property
    def end(self) -> int:
        """Row behind the last one that is at least partly seen."""
        last = -int(-(self.scroll_px + self.height_px) // self.row_height)
        return max(self.first, min(self.n_rows, last))

    @property
    def fully_first(self) -> int:
        """First row whose marks are in view."""
        return max(0, min(self.n_rows, int(-(-(self.scroll_px - self.mark_offset) // self.row_height))))

    @property
    def fully_end(self) -> int:
        """Row behind the last one whose marks are in view."""
        last = int((self.scroll_px + self.height_px - self.mark_offset) // self.row_height) + 1
        return max(self.fully_first, min(self.n_rows, last))

    def top(self, row: int) -> float:
        """y of the upper edge of a row."""
        return row * self.row_height - self.scroll_px

    @property
    def mark_offset(self) -> float:
        """Distance from a row's upper edge to the middle of its marks; brackets and bars run below."""
        return (self.row_height - 5.0) / 2.0

    @property
    def span_offset(self) -> float:
        """Distance from a row's upper edge to its brackets and bars."""
        return min(self.row_height - 6.0, self.mark_offset + 26.0)


@dataclass(frozen=True)
class Glyphs:
    """Single marks. `style` packs what a glyph looks like (see `style_of`), `mark` is its number."""

    x: Floats
    y: Floats
    style: Ints
    mark: Ints


@dataclass(frozen=True)
class Badges:
    """Merged marks: how many, and how many of them take each stance from -2 to 2. `item` numbers the layout's item."""

    x: Floats
    y: Floats
    half: Floats
    count: Ints
    stances: NDArray[np.int32]
    item: Ints


@dataclass(frozen=True)
class Spans:
    """Brackets (a date known to its unit only) and bars (something that lasts)."""

    x0: Floats
    x1: Floats
    y: Floats
    is_bar: NDArray[np.bool_]
    style: Ints
    mark: Ints


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text whose left end stands at x and whose middle at y. `is_muted` for second lines and groups."""

    x: float
    y: float
    text: str
    mark: int
    is_muted: bool = False


@dataclass(frozen=True)
class Density:
    """A histogram: in lane y (upper edge), counts by side (3, columns) from x on."""

    rows: Ints
    y: Floats
    x: float
    columns: NDArray[np.int32]


@dataclass(frozen=True)
class PlotScene:
    """Everything in the plot, back to front."""

    width: float
    geometry: RowGeometry
    axis: Axis
    heading_rows: tuple[int, ...]
    density: Density
    spans: Spans
    glyphs: Glyphs
    badges: Badges
    labels: tuple[Label, ...]
    today_x: float | None = None

    def within(self) -> "PlotScene":
        """The same without marks whose middle is outside, and with brackets cut at the edges: for devices that do
        not clip."""
        glyphs, badges, spans, density = self.glyphs, self.badges, self.spans, self.density
        g = (glyphs.x >= 0) & (glyphs.x <= self.width)
        b = (badges.x >= 0) & (badges.x <= self.width)
        columns = density.columns
        first = 1 if density.x < 0 else 0
        last = columns.shape[2] - int(max(0.0, density.x + columns.shape[2] * COLUMN_PX - self.width) // COLUMN_PX)
        return replace(
            self,
            glyphs=Glyphs(glyphs.x[g], glyphs.y[g], glyphs.style[g], glyphs.mark[g]),
            badges=Badges(badges.x[b], badges.y[b], badges.half[b], badges.count[b], badges.stances[b], badges.item[b]),
            spans=replace(spans, x0=np.maximum(spans.x0, 0.0), x1=np.minimum(spans.x1, self.width)),
            density=replace(density, x=density.x + first * COLUMN_PX, columns=columns[:, :, first:last]),
        )


_Line = tuple[str, float]
"""A text and its width."""


@dataclass
class LabelMemory:
    """Where labels stood in the last scene, so that they stay while the view moves; and texts already measured.

    Belongs to one corpus and one font.
    """

    sides: dict[int, int] = field(default_factory=dict)
    lines: dict[tuple[int, int], tuple[_Line, _Line]] = field(default_factory=dict)
    dates: dict[int, _Line] = field(default_factory=dict)
    sources: dict[int, _Line] = field(default_factory=dict)


def style_of(kind: Ints, stance: Ints, traits: Ints) -> Ints:
    """Kind, stance and traits in one number: bits 0-1, 2-9 (stance + 2), 10-."""
    packed: Ints = (kind & 3) | ((stance + 2) << 2) | (traits << 10)
    return packed


def unpack_style(style: int) -> tuple[Kind, int, Trait]:
    """The inverse of `style_of` for one mark."""
    return Kind(style & 3), ((style >> 2) & 255) - 2, Trait(style >> 10)


def _style(index: MarkIndex, mark: Ints) -> Ints:
    marks = index.marks
    return style_of(
        marks.kind[mark].astype(np.int64), marks.stance[mark].astype(np.int64), marks.traits[mark].astype(np.int64)
    )


def _mark_y(row: Ints, geometry: RowGeometry) -> Floats:
    y: Floats = row * geometry.row_height - geometry.scroll_px + geometry.mark_offset
    return y


def _glyphs(index: MarkIndex, layout: Layout, geometry: RowGeometry) -> Glyphs:
    single = np.flatnonzero(layout.item_count == 1)
    mark = index.order[layout.item_first[single]].astype(np.int64)
    y = _mark_y(layout.item_row[single], geometry)
    return Glyphs(layout.item_x[single], y, _style(index, mark), mark)


def _badges(index: MarkIndex, layout: Layout, geometry: RowGeometry) -> Badges:
    many = np.flatnonzero(layout.item_count > 1)
    first, count = layout.item_first[many], layout.item_count[many]
    stances = index.step_sums[first + count] - index.step_sums[first]
    y = _mark_y(layout.item_row[many], geometry)
    return Badges(layout.item_x[many], y, layout.item_half[many], count, stances, many)


def _spans(index: MarkIndex, layout: Layout, geometry: RowGeometry) -> Spans:
    mark = layout.span_mark.astype(np.int64)
    y = _mark_y(index.marks.row[mark].astype(np.int64), geometry) + (geometry.span_offset - geometry.mark_offset)
    x0: Floats = np.maximum(layout.span_x0, -20.0)
    x1: Floats = np.minimum(layout.span_x1, layout.view.width_px + 20.0)
    return Spans(x0, x1, y, layout.span_is_bar, _style(index, mark), mark)


class _Labeler:
    """Places labels greedily, the most important first; each lane is one number, a bit for each 4 px."""

    def __init__(
        self,
        index: MarkIndex,
        layout: Layout,
        geometry: RowGeometry,
        measure: Measure,
        memory: LabelMemory,
        *,
        articles: Sequence[Source] = (),
        cites: bool = False,
    ) -> None:
        self._cites = cites
        self._articles = articles if geometry.row_height >= _THREE_LINES_FROM_PX else ()
        self._index, self._layout, self._geometry = index, layout, geometry
        self._measure, self._memory = measure, memory
        self._lanes = self._occupied()
        self._xs, self._halves = layout.item_x.tolist(), layout.item_half.tolist()
        self._rows = layout.item_row.tolist()
        tall = geometry.row_height >= _TWO_LINES_FROM_PX
        self._has_dates = [tall and level >= Level.LABELS for level in layout.levels.tolist()]
        self._now: dict[int, int] = {}

    @staticmethod
    def _bits(x0: float, x1: float) -> int:
        # Rounded inward: a label may begin in the cell behind the one in which its mark ends.
        low = max(0, int(-(-x0 // _CELL_PX)) + _SLACK_CELLS)
        high = max(low, int(-(-x1 // _CELL_PX)) - 1 + _SLACK_CELLS)
        return ((1 << (high - low + 1)) - 1) << low

    def _occupied(self) -> list[int]:
        layout = self._layout
        lanes = [0] * len(layout.levels)
        low = np.maximum(((layout.item_x - layout.item_half) // _CELL_PX).astype(np.int64) + _SLACK_CELLS, 0)
        high = np.maximum(((layout.item_x + layout.item_half) // _CELL_PX).astype(np.int64) + _SLACK_CELLS, low)
        lane_of = layout.item_row - layout.view.first_row
        for lane, first, last in zip(lane_of.tolist(), low.tolist(), high.tolist(), strict=True):
            lanes[lane] |= ((1 << (last - first + 1)) - 1) << first
        return lanes

    def _texts(self, mark: int, count: int) -> tuple[_Line, _Line]:
        """The label in full and shortened, each with its width."""
        known = self._memory.lines.get((mark, count))
        if known is not None:
            return known
        rest = "" if count == 1 else f" +{count - 1}"
        if self._cites and count == 1 and self._index.marks.article[mark] >= 0:
            rest = f" [{self._index.marks.article[mark] + 1}]"
        label = self._index.marks.labels[mark]
        full = shortened(label, LABEL_CHARACTERS - len(rest)) + rest
        short = shortened(label, SHORT_CHARACTERS - len(rest)) + rest
        if len(self._memory.lines) > _MAX_REMEMBERED:
            self._memory.lines.clear()
        made = (full, self._measure(full)), (short, self._measure(short))
        self._memory.lines[(mark, count)] = made
        return made

    def _try(self, lane: int, x: float, half: float, width: float, *, left: bool) -> float | None:
        x0 = x - half - LABEL_GAP_PX - width if left else x + half + LABEL_GAP_PX
        if x0 < 0 or x0 + width > self._layout.view.width_px:
            return None
        bits = self._bits(x0 - (_APART_PX if left else 0.0), x0 + width + (0.0 if left else _APART_PX))
        if self._lanes[lane] & bits:
            return None
        self._lanes[lane] |= bits
        return x0

    def place(self, item: int, mark: int, count: int) -> list[Label]:
        """The label of one item as one or two lines; empty where there is no room."""
        row = self._rows[item]
        lane = row - self._layout.view.first_row
        x, half = self._xs[item], self._halves[item]
        texts = self._texts(mark, count)
        second = self._second_line(mark, count, lane)
        before = self._memory.sides.get(mark)
        ways = (0, 1, 2, 3) if texts[1][0] != texts[0][0] else (0, 1)
        if before in ways:
            ways = (before, *ways)
        for way in ways:
            text, width = texts[way // 2]
            third = self._third_line(mark) if second[0] else ("", 0.0)
            width = max(width, second[1], third[1])
            x0 = self._try(lane, x, half, width, left=way % 2 == 1)
            if x0 is None:
                continue
            self._now[mark] = way
            y = self._geometry.top(row) + self._geometry.mark_offset
            if not second[0]:
                return [Label(x0, y, text, mark, count > 1)]
            lines = [texts[way // 2], second, *([third] if third[0] else [])]
            top = y - _LINE_PX * (0.6 if len(lines) == 2 else 1.0)
            return [
                # Left of a mark every line ends beside it.
                Label(x0 + (width - wide if way % 2 else 0.0), top + number * _LINE_PX, line, mark, number > 0)
                for number, (line, wide) in enumerate(lines)
            ]
        return []

    def _second_line(self, mark: int, count: int, lane: int) -> _Line:
        if count > 1 or not self._has_dates[lane]:
            return "", 0.0
        known = self._memory.dates.get(mark)
        if known is None:
            marks = self._index.marks
            text = when_text(
                int(marks.begin[mark]), int(marks.end[mark]), int(marks.granularity[mark]), int(marks.traits[mark])
            )
            if len(self._memory.dates) > _MAX_REMEMBERED:
                self._memory.dates.clear()
            known = self._memory.dates[mark] = (text, self._measure(text))
        return known

    def _third_line(self, mark: int) -> _Line:
        """Where a mark was read, in tall rows."""
        article = int(self._index.marks.article[mark]) if self._articles else -1
        if not 0 <= article < len(self._articles):
            return "", 0.0
        known = self._memory.sources.get(article)
        if known is None:
            text = shortened(self._articles[article].outlet or self._articles[article].title, SHORT_CHARACTERS)
            known = self._memory.sources[article] = (text, self._measure(text))
        return known

    def finish(self) -> None:
        """Remember the places for the next scene."""
        self._memory.sides = self._now


def _with_room(layout: Layout) -> NDArray[np.bool_]:
    """Items in view that have room for a short label at one of their sides."""
    x, half, row = layout.item_x, layout.item_half, layout.item_row
    gap = np.where(row[1:] == row[:-1], x[1:] - half[1:] - x[:-1] - half[:-1], np.inf)
    right = np.append(gap, np.inf) >= _LEAST_ROOM_PX
    left = np.append(np.inf, gap) >= _LEAST_ROOM_PX
    return (x >= 0) & (x < layout.view.width_px) & (left | right)


def _candidates(
    index: MarkIndex, layout: Layout, chosen: Collection[int], memory: LabelMemory
) -> list[tuple[int, int, int]]:
    """(item, mark, count) worth a label, the most important first."""
    if not len(layout.item_x):
        return []
    level = layout.levels[layout.item_row - layout.view.first_row]
    item = np.flatnonzero((level >= Level.GLYPHS) & _with_room(layout))
    if not len(item):
        return []
    mark = index.order[layout.item_first[item]].astype(np.int64)
    counts = layout.item_count[item]
    for number in np.flatnonzero(counts > 1).tolist():
        first = int(layout.item_first[item[number]])
        members = index.order[first : first + min(int(counts[number]), _MOST_MEMBERS)]
        mark[number] = members[int(np.argmax(index.marks.priority[members]))]
    rank = index.marks.priority[mark].astype(np.float64)
    spread = float(np.ptp(rank)) + 1.0
    rank -= np.where(counts > 1, spread * 0.25, 0.0)
    if memory.sides:
        rank += np.where(np.isin(mark, list(memory.sides)), spread * 0.5, 0.0)
    if chosen:
        rank += np.where(np.isin(mark, list(chosen)), spread * 10, 0.0)
    if len(item) > _MAX_CANDIDATES:
        best = np.argpartition(-rank, _MAX_CANDIDATES)[:_MAX_CANDIDATES]
        item, mark, rank, counts = item[best], mark[best], rank[best], counts[best]
    order = np.lexsort((layout.item_x[item], -rank))
    return list(zip(item[order].tolist(), mark[order].tolist(), counts[order].tolist(), strict=True))


def _elsewhere(layout: Layout, geometry: RowGeometry, measure: Measure) -> list[Label]:
    """Words at the edges of lanes that have marks, but none in this range: an empty lane must not look like silence."""
    labels = []
    found = np.flatnonzero((layout.inside == 0) & (layout.earlier + layout.later > 0))
    for lane in found.tolist():
        row, earlier, later = layout.view.first_row + lane, int(layout.earlier[lane]), int(layout.later[lane])
        y = geometry.top(row) + geometry.mark_offset
        if earlier:
            labels.append(Label(_EDGE_PX, y, f"← {count_text(earlier)} earlier", -1, True))
        if later:
            text = f"{count_text(later)} later →"
            labels.append(Label(layout.view.width_px - measure(text) - _EDGE_PX, y, text, -1, True))
    return labels


def build_plot(
    corpus: Corpus,
    index: MarkIndex,
    layout: Layout,
    geometry: RowGeometry,
    measure: Measure,
    *,
    chosen: Collection[int] = (),
    memory: LabelMemory | None = None,
    today_s: float | None = None,
    axis: Axis | None = None,
    cites: bool = False,
) -> PlotScene:
    """The scene of a layout. `chosen` marks are labeled first; `memory` keeps labels in place between scenes.

    With `cites` labels name their article by its number in `Corpus.articles`, counted from 1.
    """
    view = layout.view
    memory = memory if memory is not None else LabelMemory()
    labeler = _Labeler(index, layout, geometry, measure, memory, articles=corpus.articles, cites=cites)
    labels: list[Label] = []
    for item, mark, count in _candidates(index, layout, chosen, memory):
        labels += labeler.place(item, mark, count)
    labeler.finish()
    labels += _elsewhere(layout, geometry, measure)
    today_x = None
    if today_s is not None and view.begin_s <= today_s < view.end_s:
        today_x = (today_s - view.begin_s) / view.seconds_per_px
    headings = tuple(row for row in range(view.first_row, view.end_row) if corpus.rows[row].is_group_heading)
    density_y: Floats = layout.density_rows * geometry.row_height - geometry.scroll_px
    return PlotScene(
        width=view.width_px,
        geometry=geometry,
        axis=axis if axis is not None else build_axis(view.begin_s, view.end_s, view.width_px, measure),
        heading_rows=headings,
        density=Density(layout.density_rows, density_y, layout.columns_x, layout.columns),
        spans=_spans(index, layout, geometry),
        glyphs=_glyphs(index, layout, geometry),
        badges=_badges(index, layout, geometry),
        labels=tuple(labels),
        today_x=today_x,
    )


def density_edges(density: Density, height: int) -> NDArray[np.int32]:
    """Where the colors of each column change: (lanes, 4, columns), px from the lane's middle downward.

    Column by column: in favor stands above the middle, against below, no side in between. The height grows
    with the square root of the count; the tallest hundredth of all columns fill their half of `height`.
    """
    counts = density.columns.astype(np.float64)
    total = counts.sum(axis=1)
    # Each count weighs the same on every side; only the column as a whole is compressed by the root.
    scale = 1.0 / np.sqrt(np.maximum(total, 1.0))
    middle, favor, against = counts[:, 1] * scale / 2, counts[:, 2] * scale, counts[:, 0] * scale
    most = _tall(np.maximum(middle + favor, middle + against))
    # Steps of a quarter keep the scale still while the tallest column changes a little.
    most = 1.25 ** np.ceil(np.log(most) / np.log(1.25))
    unit = height / 2 / most
    inner = np.round(middle * unit)
    inner = np.where((counts[:, 1] > 0) | ((total > 0) & (favor + against == 0)), np.maximum(inner, 1.0), inner)
    upper, lower = np.ceil(favor * unit), np.ceil(against * unit)
    edges = np.stack([-inner - upper, -inner, inner, inner + lower], axis=1)
    clipped: NDArray[np.int32] = np.clip(edges, -(height // 2), height // 2).astype(np.int32)
    return clipped


def _tall(reach: Floats) -> float:
    """The reach that fills a lane: that of nearly the tallest column, so that one peak does not flatten the rest."""
    seen = reach[reach > 0]
    return max(float(np.percentile(seen, 99)), 1.0) if len(seen) else 1.0
