"""One description of what is seen in the plot: bands, density, brackets, marks, badges, labels, ticks.

Device-independent pixels, no Qt, no colors: inks are named by number. Window, PNG, SVG and PDF paint the
same scene. Text widths come from the caller, because only it knows its font.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stanceline.model.coverage import Coverage
from stanceline.model.dates_text import day_text
from stanceline.model.index import MarkIndex, is_interval
from stanceline.model.lanes import COLUMN_PX, Floats, Ints, Layout, View
from stanceline.model.marks import BOUNDS, Corpus, Kind, Trait
from stanceline.model.prepared import UNKNOWN_TIME
from stanceline.render.axis import Axis, build_axis
from stanceline.render.labels import Card, Label, Labeler, LabelMemory, Measure, Priorities, candidates
from stanceline.render.rows import RowGeometry
from stanceline.render.text import count_text, short_day_text
from stanceline.temporal.timex import DAY_S

_EDGE_PX = 8.0
_FAR_PX = 2000.0
_LIMITS = int(BOUNDS & ~Trait.SINCE)


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
    pale: NDArray[np.bool_] | None = None
    """Which of them hold nothing but marks that were not yet known; None where everything is."""

    def part(self, chosen: NDArray[np.bool_]) -> "Badges":
        """Some of them."""
        pale = None if self.pale is None else self.pale[chosen]
        return Badges(
            self.x[chosen], self.y[chosen], self.half[chosen], self.count[chosen], self.stances[chosen],
            self.item[chosen], pale,
        )  # fmt: skip


@dataclass(frozen=True)
class ClockLine:
    """The day that the view looks back from: its x (outside the view, too), what the axis says there, and for each mark
    whether it was not yet known. `cuts` where everything to the right of the line is later."""

    x: float
    text: str
    later: NDArray[np.bool_]
    cuts: bool


@dataclass(frozen=True)
class Band:
    """A period of a comparison, from x to x (also outside the view), and its letter."""

    x0: float
    x1: float
    letter: str


@dataclass(frozen=True)
class Spans:
    """Brackets (a date known to its unit only) and bars (something that lasts); `shape` holds `SpanShape`s; the ends
    fade up to `solid0` and from `solid1` on."""

    x0: Floats
    x1: Floats
    y: Floats
    shape: NDArray[np.int8]
    solid0: Floats
    solid1: Floats
    style: Ints
    mark: Ints


@dataclass(frozen=True)
class Poles:
    """Thin lines over the height of a row, where milestones stand: x, upper edges."""

    x: Floats
    y: Floats
    style: Ints


@dataclass(frozen=True)
class Ghosts:
    """Where other sources put marks; `x0` to `x1` is what a brace joins, the mark itself included."""

    glyphs: Glyphs
    x0: Floats
    x1: Floats
    y: Floats


@dataclass(frozen=True)
class Lags:
    """Lines from marks (`x0`) to the day of their report (`x1`), at y."""

    x0: Floats
    x1: Floats
    y: Floats


@dataclass(frozen=True)
class Density:
    """A histogram: in lane y (upper edge), counts by side (3, columns) from x on."""

    rows: Ints
    y: Floats
    x: float
    columns: NDArray[np.int32]
    scaled_by: NDArray[np.int32] | None = None
    """Columns that decide how tall these are drawn; their own where None."""

    def cut(self, x: float) -> tuple["Density", "Density"]:
        """The columns that begin to the left of x, and the others; both as tall as in the whole."""
        count = self.columns.shape[2]
        place = min(max(int(np.ceil((x - self.x) / COLUMN_PX)), 0), count)
        whole = self.columns if self.scaled_by is None else self.scaled_by
        left = replace(self, columns=self.columns[:, :, :place], scaled_by=whole)
        right = replace(self, x=self.x + place * COLUMN_PX, columns=self.columns[:, :, place:], scaled_by=whole)
        return left, right


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
    poles: Poles
    ghosts: Ghosts
    lags: Lags
    cards: tuple[Card, ...] = ()
    today_x: float | None = None
    clock: ClockLine | None = None
    today_text: str = ""
    hint: str = ""
    bands: tuple[Band, ...] = ()
    uncovered: tuple[tuple[float, float], ...] = ()
    """Stretches (x0, x1) near which no article was published."""
    uncovered_rows: tuple[int, ...] = ()
    pale: NDArray[np.bool_] | None = None
    """For each mark of the corpus whether its label is pale, as the mark is."""

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
            badges=badges.part(b),
            spans=replace(
                spans,
                x0=np.clip(spans.x0, 0.0, self.width),
                x1=np.clip(spans.x1, 0.0, self.width),
                solid0=np.clip(spans.solid0, 0.0, self.width),
                solid1=np.clip(spans.solid1, 0.0, self.width),
            ),
            density=replace(density, x=density.x + first * COLUMN_PX, columns=columns[:, :, first:last]),
            poles=self._poles_within(),
            ghosts=self._ghosts_within(),
            lags=replace(
                self.lags, x0=np.clip(self.lags.x0, 0.0, self.width), x1=np.clip(self.lags.x1, 0.0, self.width)
            ),
        )

    def _poles_within(self) -> "Poles":
        poles = self.poles
        kept = (poles.x >= 0) & (poles.x <= self.width)
        return Poles(poles.x[kept], poles.y[kept], poles.style[kept])

    def _ghosts_within(self) -> "Ghosts":
        other, ghosts = self.ghosts.glyphs, self.ghosts
        kept = (other.x >= 0) & (other.x <= self.width)
        glyphs = Glyphs(other.x[kept], other.y[kept], other.style[kept], other.mark[kept])
        return Ghosts(glyphs, np.clip(ghosts.x0, 0.0, self.width), np.clip(ghosts.x1, 0.0, self.width), ghosts.y)


def style_of(kind: Ints, stance: Ints, traits: Ints) -> Ints:
    """Kind, stance and traits in one number: bits 0-1, 2-9 (stance + 2), 10-."""
    packed: Ints = (kind & 3) | ((stance + 2) << 2) | (traits << 10)
    return packed


def unpack_style(style: int) -> tuple[Kind, int, Trait]:
    """The inverse of `style_of` for one mark."""
    return Kind(style & 3), ((style >> 2) & 255) - 2, Trait(style >> 10)


def _style(index: MarkIndex, mark: Ints, later: NDArray[np.bool_] | None) -> Ints:
    marks = index.marks
    traits = marks.traits[mark].astype(np.int64)
    begin, end = marks.begin[mark], marks.end[mark]
    coarse = (end - begin > DAY_S) & ~is_interval(begin, end, marks.granularity[mark]) & ((traits & _LIMITS) == 0)
    traits = traits | np.where(coarse, int(Trait.COARSE), 0)
    if later is not None:
        traits |= np.where(later[mark], int(Trait.PALE), 0)
    return style_of(marks.kind[mark].astype(np.int64), marks.stance[mark].astype(np.int64), traits)


def _mark_y(row: Ints, geometry: RowGeometry) -> Floats:
    y: Floats = row * geometry.row_height - geometry.scroll_px + geometry.mark_offset
    return y


def _glyphs(index: MarkIndex, layout: Layout, geometry: RowGeometry, later: NDArray[np.bool_] | None) -> Glyphs:
    single = np.flatnonzero(layout.item_count == 1)
    mark = index.order[layout.item_first[single]].astype(np.int64)
    y = _mark_y(layout.item_row[single], geometry)
    return Glyphs(layout.item_x[single], y, _style(index, mark, later), mark)


def _poles(index: MarkIndex, glyphs: Glyphs, geometry: RowGeometry) -> Poles:
    tall = np.flatnonzero(index.marks.traits[glyphs.mark] & Trait.MILESTONE)
    return Poles(glyphs.x[tall], glyphs.y[tall] - geometry.mark_offset, glyphs.style[tall])


def _ghosts(index: MarkIndex, layout: Layout, glyphs: Glyphs, geometry: RowGeometry) -> Ghosts:
    view = layout.view
    number = [n for n, mark in enumerate(glyphs.mark.tolist()) if mark in index.ghosts] if index.ghosts else []
    x, y, style, mark, low, high = [], [], [], [], [], []
    for n in number:
        places = [(at - view.begin_s) / view.seconds_per_px for at in index.ghosts[int(glyphs.mark[n])]]
        low.append(min(*places, float(glyphs.x[n])))
        high.append(max(*places, float(glyphs.x[n])))
        x += places
        y += [float(glyphs.y[n])] * len(places)
        style += [int(glyphs.style[n]) | int(Trait.GHOST) << 10] * len(places)
        mark += [int(glyphs.mark[n])] * len(places)
    far = view.width_px + _FAR_PX
    return Ghosts(
        Glyphs(np.clip(np.array(x, float), -_FAR_PX, far), np.array(y, float), np.array(style, np.int64),
               np.array(mark, np.int64)),
        np.clip(np.array(low, float), -_FAR_PX, far),
        np.clip(np.array(high, float), -_FAR_PX, far),
        glyphs.y[number] + (geometry.span_offset - geometry.mark_offset) - 1.0,
    )  # fmt: skip


def _lags(index: MarkIndex, layout: Layout, geometry: RowGeometry, glyphs: Glyphs) -> Lags:
    """From marks that stand alone to the middle of the day on which they were reported."""
    view, reported = layout.view, index.marks.reported[glyphs.mark]
    known = np.flatnonzero(reported != UNKNOWN_TIME)
    x1 = (reported[known] + DAY_S / 2 - view.begin_s) / view.seconds_per_px
    y = glyphs.y[known] - geometry.mark_offset + geometry.row_height - 3.0
    far = view.width_px + _FAR_PX
    return Lags(glyphs.x[known], np.clip(x1, -_FAR_PX, far), y)


def _no_lags() -> Lags:
    return Lags(np.empty(0), np.empty(0), np.empty(0))


def _badges(index: MarkIndex, layout: Layout, geometry: RowGeometry, later: NDArray[np.bool_] | None) -> Badges:
    many = np.flatnonzero(layout.item_count > 1)
    first, count = layout.item_first[many], layout.item_count[many]
    stances = index.stances(first, count)
    y = _mark_y(layout.item_row[many], geometry)
    pale = None
    if later is not None:
        passed = np.concatenate(([0], np.cumsum(later[index.order])))
        pale = passed[first + count] - passed[first] == count
    return Badges(layout.item_x[many], y, layout.item_half[many], count, stances, many, pale)


def _clock_line(corpus: Corpus, layout: Layout) -> ClockLine | None:
    view, clock = layout.view, corpus.clock
    if clock.as_of is None or corpus.later is None:
        return None
    x = (clock.as_of - view.begin_s) / view.seconds_per_px
    day = day_text((clock.as_of - 1) // DAY_S)
    text = f"As known on {day}" if clock.kind == "published" else f"As of {day}"
    x = min(max(x, -_FAR_PX), view.width_px + _FAR_PX)
    return ClockLine(x, text, corpus.later, clock.kind == "event")


def _bands(corpus: Corpus, layout: Layout) -> tuple[Band, ...]:
    if corpus.comparison is None:
        return ()
    view, sides = layout.view, (("A", corpus.comparison.a), ("B", corpus.comparison.b))
    found = []
    for letter, side in sides:
        if side.period is not None:
            x0, x1 = ((when - view.begin_s) / view.seconds_per_px for when in side.period)
            found.append(Band(max(x0, -_FAR_PX), min(x1, view.width_px + _FAR_PX), letter))
    return tuple(band for band in found if band.x1 > 0 and band.x0 < view.width_px)


def _known_columns(index: MarkIndex, layout: Layout, corpus: Corpus) -> NDArray[np.int32]:
    """The histograms of dense lanes, without dimmed marks and, by the clock of publication, those not yet known."""
    columns = layout.columns
    unseen = corpus.dimmed if corpus.clock.kind == "event" else corpus.pale
    if unseen is None or not len(layout.density_rows):
        return columns
    # Counted anew, not subtracted: bins of a histogram may put a mark one column further.
    place = np.flatnonzero(~unseen[index.order])
    lane_of = np.full(index.n_rows, -1, np.int64)
    lane_of[layout.density_rows] = np.arange(len(layout.density_rows))
    lane = lane_of[index.marks.row[index.order[place]]]
    scale = layout.view.seconds_per_px
    at = ((index.anchor[place] - layout.view.begin_s) / scale - layout.columns_x) // COLUMN_PX
    seen = (lane >= 0) & (at >= 0) & (at < columns.shape[2])
    known = np.zeros_like(columns)
    np.add.at(known, (lane[seen], index.sides(place[seen]), at[seen].astype(np.int64)), 1)
    return known


def _spans(index: MarkIndex, layout: Layout, geometry: RowGeometry, later: NDArray[np.bool_] | None) -> Spans:
    mark = layout.span_mark.astype(np.int64)
    y = _mark_y(index.marks.row[mark].astype(np.int64), geometry) + (geometry.span_offset - geometry.mark_offset)
    far = layout.view.width_px + _FAR_PX
    x0, x1 = np.clip(layout.span_x0, -_FAR_PX, far), np.clip(layout.span_x1, -_FAR_PX, far)
    solid0 = np.clip(layout.span_x0 + layout.span_fade, x0, x1)
    solid1 = np.clip(layout.span_x1 - layout.span_fade, solid0, x1)
    return Spans(x0, x1, y, layout.span_shape, solid0, solid1, _style(index, mark, later), mark)


def _uncovered(coverage: Coverage, view: View) -> tuple[tuple[float, float], ...]:
    found = []
    for begin, end in coverage.gaps:
        x0, x1 = ((at - view.begin_s) / view.seconds_per_px for at in (begin, end))
        if x1 > 0 and x0 < view.width_px:
            found.append((max(x0, 0.0), min(x1, view.width_px)))
    return tuple(found)


def _free_of_items(layout: Layout, lane: int, x0: float, x1: float) -> bool:
    low, high = int(layout.item_start[lane]), int(layout.item_start[lane + 1])
    x, half = layout.item_x[low:high], layout.item_half[low:high]
    return not ((x + half > x0) & (x - half < x1)).any()


def _elsewhere(layout: Layout, geometry: RowGeometry, measure: Measure) -> list[Label]:
    """Words at the edges of lanes that have marks, but none in this range: an empty lane must not look like silence."""
    labels = []
    found = np.flatnonzero((layout.inside == 0) & (layout.earlier + layout.later > 0))
    width = layout.view.width_px
    for lane in found.tolist():
        row, earlier, later = layout.view.first_row + lane, int(layout.earlier[lane]), int(layout.later[lane])
        y = geometry.top(row) + geometry.mark_offset
        texts = (f"← {count_text(earlier)} earlier" if earlier else "", f"{count_text(later)} later →" if later else "")
        wide = (measure(texts[0]), measure(texts[1]))
        if wide[0] + wide[1] + 3 * _EDGE_PX > width:
            continue
        for text, x in zip(texts, (_EDGE_PX, width - wide[1] - _EDGE_PX), strict=True):
            if text and _free_of_items(layout, lane, x - 4.0, x + measure(text) + 4.0):
                labels.append(Label(x, y, text, -1, True))
    return labels


def build_plot(
    corpus: Corpus,
    index: MarkIndex,
    layout: Layout,
    geometry: RowGeometry,
    measure: Measure,
    *,
    chosen: Collection[int] = (),
    pinned: Collection[int] = (),
    memory: LabelMemory | None = None,
    today_s: float | None = None,
    axis: Axis | None = None,
    cites: bool = False,
    lags: bool = False,
    week_numbers: bool = False,
    hint: str = "",
    coverage: Coverage | None = None,
) -> PlotScene:
    """The scene of a layout. `chosen` and `pinned` marks are labeled first; `memory` keeps labels in place between
    scenes.

    With `cites` labels name their article by its number in `Corpus.articles`, counted from 1; with `lags` each mark
    shows when it was reported; `hint` stands at the right end of the axis; with
    `coverage` what no article covers is hatched.
    """
    view = layout.view
    memory = memory if memory is not None else LabelMemory()
    pale = corpus.pale
    glyphs = _glyphs(index, layout, geometry, pale)
    ghosts = _ghosts(index, layout, glyphs, geometry)
    labeler = Labeler(
        index, layout, geometry, measure, memory, rows=corpus.rows, articles=corpus.articles, cites=cites
    )  # fmt: skip
    labeler.keep_free(index.marks.row[ghosts.glyphs.mark].tolist(), ghosts.glyphs.x.tolist())
    for item, mark, count in candidates(index, layout, Priorities(chosen, pinned), memory):
        labeler.place(item, mark, count)
    labeler.finish()
    if axis is None:
        kept = measure(hint) + 20.0 if hint else 0.0
        axis = build_axis(
            view.begin_s, view.end_s, view.width_px, measure, week_numbers=week_numbers, kept_px=kept
        )  # fmt: skip
    today_x = None
    if today_s is not None and view.begin_s <= today_s < view.end_s:
        today_x = (today_s - view.begin_s) / view.seconds_per_px
    headings = tuple(row for row in range(view.first_row, view.end_row) if corpus.rows[row].is_group_heading)
    density_y: Floats = layout.density_rows * geometry.row_height - geometry.scroll_px
    return PlotScene(
        width=view.width_px,
        geometry=geometry,
        axis=axis,
        heading_rows=headings,
        density=Density(
            layout.density_rows,
            density_y,
            layout.columns_x,
            _known_columns(index, layout, corpus),
            None if pale is None else layout.columns,
        ),
        spans=_spans(index, layout, geometry, pale),
        glyphs=glyphs,
        badges=_badges(index, layout, geometry, pale),
        labels=(*labeler.labels, *_elsewhere(layout, geometry, measure)),
        poles=_poles(index, glyphs, geometry),
        ghosts=ghosts,
        lags=_lags(index, layout, geometry, glyphs) if lags else _no_lags(),
        cards=tuple(labeler.cards),
        today_x=today_x,
        clock=_clock_line(corpus, layout),
        today_text="" if today_s is None else f"Today, {short_day_text(int(today_s // DAY_S))}",
        hint=hint,
        bands=_bands(corpus, layout),
        uncovered=() if coverage is None else _uncovered(coverage, view),
        uncovered_rows=() if coverage is None else tuple(sorted(coverage.rows)),
        pale=pale,
    )


def at_other_time(scene: PlotScene, corpus: Corpus, index: MarkIndex, layout: Layout) -> PlotScene:
    """The scene of the same marks at another day of the clock, or with other periods compared: every place stays."""
    pale = corpus.pale
    glyphs = _glyphs(index, layout, scene.geometry, pale)
    return replace(
        scene,
        density=replace(
            scene.density,
            columns=_known_columns(index, layout, corpus),
            scaled_by=None if pale is None else layout.columns,
        ),
        spans=_spans(index, layout, scene.geometry, pale),
        glyphs=glyphs,
        badges=_badges(index, layout, scene.geometry, pale),
        poles=_poles(index, glyphs, scene.geometry),
        ghosts=_ghosts(index, layout, glyphs, scene.geometry),
        pale=pale,
        clock=_clock_line(corpus, layout),
        bands=_bands(corpus, layout),
    )


def density_edges(density: Density, height: int) -> NDArray[np.int32]:
    """Where the colors of each column change: (lanes, 4, columns), px from the lane's middle downward.

    Column by column: in favor stands above the middle, against below, no side in between. The height grows
    with the square root of the count; the tallest hundredth of all columns fill their half of `height`.
    """
    counts = density.columns.astype(np.float64)
    total = counts.sum(axis=1)
    middle, favor, against = _reaches(density.columns)
    tall = (middle, favor, against) if density.scaled_by is None else _reaches(density.scaled_by)
    most = _tall(np.maximum(tall[0] + tall[1], tall[0] + tall[2]))
    # Steps of a quarter keep the scale still while the tallest column changes a little.
    most = 1.25 ** np.ceil(np.log(most) / np.log(1.25))
    unit = height / 2 / most
    inner = np.round(middle * unit)
    inner = np.where((counts[:, 1] > 0) | ((total > 0) & (favor + against == 0)), np.maximum(inner, 1.0), inner)
    upper, lower = np.ceil(favor * unit), np.ceil(against * unit)
    edges = np.stack([-inner - upper, -inner, inner, inner + lower], axis=1)
    clipped: NDArray[np.int32] = np.clip(edges, -(height // 2), height // 2).astype(np.int32)
    return clipped


def _reaches(columns: NDArray[np.int32]) -> tuple[Floats, Floats, Floats]:
    """Half of what takes no side, what is in favor and what is against, each as a height without a unit."""
    counts = columns.astype(np.float64)
    # Each count weighs the same on every side; only the column as a whole is compressed by the root.
    scale = 1.0 / np.sqrt(np.maximum(counts.sum(axis=1), 1.0))
    return counts[:, 1] * scale / 2, counts[:, 2] * scale, counts[:, 0] * scale


def _tall(reach: Floats) -> float:
    """The reach that fills a lane: that of nearly the tallest column, so that one peak does not flatten the rest."""
    seen = reach[reach > 0]
    return max(float(np.percentile(seen, 99)), 1.0) if len(seen) else 1.0


__all__ = [
    "Badges", "Card", "Density", "Ghosts", "Glyphs", "Label", "LabelMemory", "Lags", "Measure", "PlotScene", "Poles",
    "RowGeometry", "Spans", "build_plot", "density_edges", "style_of", "unpack_style",
]  # fmt: skip
