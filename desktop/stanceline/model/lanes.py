"""Lays the marks of one view out in lanes, as arrays.

Arithmetic only: no Qt, no fonts, no colors. x runs from the left edge of the plot in device-independent
pixels; lanes count as in the corpus. How much detail a lane shows follows from the room its marks have.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stanceline.model.index import MarkIndex, is_interval, tolerance_s
from stanceline.model.marks import NO_STANCE, Trait

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]


class Level(IntEnum):
    """How much of a lane is shown."""

    DENSITY = 0
    CLUSTERS = 1
    GLYPHS = 2
    LABELS = 3
    CARDS = 4


THRESHOLDS_PX = (3.0, 8.0, 40.0, 160.0)
"""Free pixels for each mark from which the next level is shown."""
HYSTERESIS = 0.2
COLUMN_PX = 4
"""Width of a column of the density histogram."""
MARK_HALF_PX = 7.0
SIGNED_HALF_PX = 15.0
"""Half the width of a mark with a sign beside it ("?", "~", the dots of an inferred date, the arrow of an open end)."""
LIMIT_HALF_PX = 22.0
"""Half the width of a mark that stands beside its limit ("before June")."""
_SIGNS = int(
    Trait.UNCERTAIN | Trait.CONFLICT | Trait.APPROXIMATE | Trait.INFERRED_DATE | Trait.SINCE | Trait.UNTIL
    | Trait.MILESTONE
)  # fmt: skip
_LIMITS = int(Trait.BEFORE | Trait.AFTER | Trait.BY)
_MERGE_GAP_PX = np.array([0.0, 20.0, 12.0, 12.0, 12.0])
_CELL_PX = 30.0
_MARGIN_PX = 96.0
_SHORTEST_SPAN_PX = 16.0
_MAX_SPANS = 3000
_FIT_MARGIN = 0.04
_CORE_SHARE = 0.85
_FEWEST_FOR_CORE = 8
_NARROWEST_FIT_S = 10.0 * 86_400


class SpanShape(IntEnum):
    """What is drawn along the time axis below a mark."""

    BRACKET = 0
    """Sometime within."""
    BAR = 1
    """All along."""
    OPEN = 2
    """From the begin on, at least until the end."""


@dataclass(frozen=True)
class View:
    """What is looked at: seconds `begin_s` to `end_s` over `width_px`, lanes `first_row` to before `end_row`."""

    begin_s: float
    end_s: float
    width_px: float
    first_row: int
    end_row: int

    @property
    def seconds_per_px(self) -> float:
        """Scale of the view."""
        return (self.end_s - self.begin_s) / max(self.width_px, 1.0)


@dataclass(frozen=True)
class Layout:
    """Where things stand. `levels` has one entry for each lane of the view.

    Items are glyphs and badges, sorted by (row, x): `item_first` and `item_count` name the places in
    `MarkIndex.order` that an item stands for, `item_start[k]` the first item of the k-th lane of the view.
    Spans are brackets and bars of marks that last: `span_shape` holds `SpanShape`s, `span_fade` the px over which both
    ends fade (0 where they are firm). `columns` counts
    by side for each lane of level 0: (lanes, 3, columns), beginning at `columns_x`. `inside`, `earlier` and
    `later` count for each lane of the view the marks in its range, before and behind it.
    """

    view: View
    levels: NDArray[np.int8]
    item_x: Floats
    item_row: Ints
    item_first: Ints
    item_count: Ints
    item_half: Floats
    item_start: Ints
    span_mark: NDArray[np.int32]
    span_x0: Floats
    span_x1: Floats
    span_shape: NDArray[np.int8]
    span_fade: Floats
    density_rows: Ints
    columns: NDArray[np.int32]
    columns_x: float
    inside: Ints
    earlier: Ints
    later: Ints
    shown: int
    merged: int

    def item_at(self, row: int, x: float, slack_px: float = 3.0) -> int | None:
        """The item of lane `row` under x, the nearest where several are."""
        lane = row - self.view.first_row
        if not 0 <= lane < len(self.item_start) - 1:
            return None
        low, high = int(self.item_start[lane]), int(self.item_start[lane + 1])
        right = low + int(np.searchsorted(self.item_x[low:high], x))
        near = range(max(low, right - 2), min(high, right + 2))
        hits = [n for n in near if abs(self.item_x[n] - x) <= self.item_half[n] + slack_px]
        return min(hits, key=lambda n: abs(self.item_x[n] - x)) if hits else None

    def item_of(self, place: int) -> int | None:
        """The item that stands for the mark at `place` of the index order, None where none is laid out."""
        if not len(self.item_first):
            return None
        number = int(np.searchsorted(self.item_first, place, side="right")) - 1
        if number < 0 or place >= self.item_first[number] + self.item_count[number]:
            return None
        return number


def padded_range(begin_s: float, end_s: float, margin: float) -> tuple[float, float]:
    """A range with a margin (a share of its length) on both sides, never so narrow that one day fills the view."""
    room = (end_s - begin_s) * margin
    missing = max(0.0, _NARROWEST_FIT_S - (end_s - begin_s + 2 * room)) / 2
    return begin_s - room - missing, end_s + room + missing


def fit_range(index: MarkIndex) -> tuple[float, float]:
    """The range that holds every mark with a margin; the year 2000 without marks."""
    extent = index.extent()
    if extent is None:
        return 946_684_800.0, 978_307_200.0
    return padded_range(float(extent[0]), float(extent[1]), _FIT_MARGIN)


def core_range(index: MarkIndex) -> tuple[float, float]:
    """The range to begin with: all stances (all marks, where nobody takes a side), with room around them.

    Unless a few far ones would press the many into a corner: where the shortest stretch with 85 % of them takes less
    than a quarter of the whole, it is the range.
    """
    takes_side = index.marks.stance[index.order] != NO_STANCE
    if not takes_side.any():
        takes_side[:] = True
    if not takes_side.any():
        return fit_range(index)
    chosen = index.order[takes_side]
    whole = padded_range(float(index.marks.begin[chosen].min()), float(index.marks.end[chosen].max()), _FIT_MARGIN)
    anchors = np.sort(index.anchor[takes_side])
    count = len(anchors)
    if count < _FEWEST_FOR_CORE:
        return whole
    needed = int(np.ceil(count * _CORE_SHARE))
    spans = anchors[needed - 1 :] - anchors[: count - needed + 1]
    first = int(np.argmin(spans))
    begin, end = float(anchors[first]), float(anchors[first + needed - 1])
    if (whole[1] - whole[0]) < 4 * max(end - begin, _NARROWEST_FIT_S / 2):
        return whole
    return padded_range(begin, end, 0.25)


def badge_half_px(count: NDArray[np.int64]) -> Floats:
    """Half the width of a cluster badge for a count: its digits, a margin and the end that shows stances."""
    digits = np.floor(np.log10(np.maximum(count, 1))) + 1
    return 11.0 + 3.4 * digits


def pick_levels(free_px: Floats, before: NDArray[np.int8] | None = None) -> NDArray[np.int8]:
    """Level of each lane from its free pixels for each mark; `before` keeps a level until it is left clearly."""
    plain = np.searchsorted(THRESHOLDS_PX, free_px, side="right").astype(np.int8)
    if before is None or len(before) != len(plain):
        return plain
    raised = np.searchsorted(THRESHOLDS_PX, free_px / (1 + HYSTERESIS), side="right")
    lowered = np.searchsorted(THRESHOLDS_PX, free_px * (1 + HYSTERESIS), side="right")
    # Up only when clearly above the threshold, down only when clearly below.
    return np.where(plain > before, np.maximum(raised, before), np.minimum(lowered, before)).astype(np.int8)


def _ranges(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """All numbers of several ranges, one after the other, and for each the number of its range."""
    lengths = ends - starts
    owner = np.repeat(np.arange(len(starts)), lengths)
    offsets = np.cumsum(lengths) - lengths
    return np.arange(int(lengths.sum())) + np.repeat(starts - offsets, lengths), owner


def _chains(row: Ints, x: Floats, gap: Floats, grid_px: Floats) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where groups of touching marks begin, and which marks stand in a group cut by the grid."""
    begins = np.ones(len(x), bool)
    begins[1:] = (row[1:] != row[:-1]) | (x[1:] - x[:-1] > gap[1:])
    starts = np.flatnonzero(begins)
    ends = np.append(starts[1:], len(x)) - 1
    chain = np.cumsum(begins) - 1
    is_long = (x[ends] - x[starts] > _CELL_PX)[chain]
    cell = np.floor(grid_px / _CELL_PX)
    begins[1:] |= is_long[1:] & (cell[1:] != cell[:-1])
    return begins, is_long


def _join_overlapping(row: Ints, x: Floats, first: Ints, count: Ints) -> tuple[Ints, Floats, Ints, Ints]:
    """Badges that would cover a neighbor take it in; three rounds are enough for what a lane can hold."""
    for _ in range(3):
        half = np.where(count > 1, badge_half_px(count), MARK_HALF_PX)
        touch = (row[1:] == row[:-1]) & (x[1:] - half[1:] < x[:-1] + half[:-1]) & ((count[1:] > 1) | (count[:-1] > 1))
        # Join pairs only (a run of three joins two, the next round sees the third).
        touch[1:] &= ~touch[:-1]
        if not touch.any():
            break
        left = np.flatnonzero(touch)
        total = count[left] + count[left + 1]
        x = x.copy()
        count = count.copy()
        x[left] = (x[left] * count[left] + x[left + 1] * count[left + 1]) / total
        count[left] = total
        keep = np.ones(len(x), bool)
        keep[left + 1] = False
        row, x, first, count = row[keep], x[keep], first[keep], count[keep]
    return row, x, first, count


def _items(index: MarkIndex, view: View, rows: Ints, levels: NDArray[np.int8]) -> tuple[Ints, Floats, Ints, Ints]:
    scale = view.seconds_per_px
    low = index.cut(rows, view.begin_s - _MARGIN_PX * scale)
    high = index.cut(rows, view.end_s + _MARGIN_PX * scale)
    place, owner = _ranges(low, high)
    if not len(place):
        return np.empty(0, np.int64), np.empty(0), np.empty(0, np.int64), np.empty(0, np.int64)
    row = rows[owner]
    x = (index.anchor[place] - view.begin_s) / scale
    gap = _MERGE_GAP_PX[levels[owner]]
    # The grid is fixed in time, not in the window, so that panning does not regroup.
    begins, is_long = _chains(row, x, gap, index.anchor[place] / scale)
    starts = np.flatnonzero(begins)
    ends = np.append(starts[1:], len(x)) - 1
    middle = (x[starts] + x[ends]) / 2
    cell = (np.floor(index.anchor[place[starts]] / scale / _CELL_PX) + 0.5) * _CELL_PX - view.begin_s / scale
    center = np.where(is_long[starts], cell, middle)
    count = ends - starts + 1
    center = np.where(count == 1, x[starts], center)
    return _join_overlapping(row[starts], center, place[starts], count)


_Spans = tuple[NDArray[np.int32], Floats, Floats, NDArray[np.int8], Floats]


def _spans(index: MarkIndex, view: View, levels: NDArray[np.int8]) -> _Spans:
    """Marks, left and right ends in px, shapes and lengths of the fading ends."""
    scale = view.seconds_per_px
    if not (levels >= Level.GLYPHS).any():
        return np.empty(0, np.int32), np.empty(0), np.empty(0), np.empty(0, np.int8), np.empty(0)
    marks = index.marks
    found, begin, end = index.lasting(view.begin_s, view.end_s, _SHORTEST_SPAN_PX * scale)
    lane = marks.row[found] - view.first_row
    kept = np.flatnonzero((lane >= 0) & (lane < len(levels)))
    kept = kept[levels[lane[kept]] >= Level.GLYPHS][:_MAX_SPANS]
    found, begin, end = found[kept], begin[kept], end[kept]
    granularity, traits = marks.granularity[found], marks.traits[found]
    shape = is_interval(marks.begin[found], marks.end[found], granularity).astype(np.int8)
    shape[(traits & Trait.SINCE) != 0] = SpanShape.OPEN
    fade = np.where(traits & Trait.APPROXIMATE, tolerance_s(granularity) / scale, 0.0)
    return found, (begin - view.begin_s) / scale, (end - view.begin_s) / scale, shape, fade


def _halves(index: MarkIndex, first: Ints, count: Ints) -> Floats:
    traits = index.marks.traits[index.order[first]]
    single = np.where(traits & _SIGNS, SIGNED_HALF_PX, MARK_HALF_PX)
    single = np.where(traits & _LIMITS, LIMIT_HALF_PX, single)
    return np.where(count > 1, badge_half_px(count), single)


def layout(index: MarkIndex, view: View, levels_before: NDArray[np.int8] | None = None) -> Layout:
    """Lay out the lanes of a view. `levels_before` are the levels of the last layout of the same lanes."""
    rows = np.arange(view.first_row, view.end_row, dtype=np.int64)
    low, high = index.cut(rows, view.begin_s), index.cut(rows, view.end_s)
    inside = high - low
    levels = pick_levels(view.width_px / np.maximum(inside, 1), levels_before)
    is_dense = levels == Level.DENSITY
    scale = view.seconds_per_px
    row, x, first, count = _items(index, view, rows[~is_dense], levels[~is_dense])
    span_mark, x0, x1, shape, fade = _spans(index, view, levels)
    first_column = int(np.floor(view.begin_s / (scale * COLUMN_PX)))
    n_columns = int(view.width_px // COLUMN_PX) + 2
    if is_dense.any():
        every = index.columns(range(view.first_row, view.end_row), first_column, n_columns, scale * COLUMN_PX)
        columns = every[is_dense]
    else:
        columns = np.empty((0, 3, n_columns), np.int32)
    in_view = (x >= 0) & (x < view.width_px)
    singles = int(np.count_nonzero(in_view & (count == 1)))
    shown = min(singles, int(inside.sum()))
    shown += _shown_by_span_only(index, view, span_mark)
    return Layout(
        view=view,
        levels=levels,
        item_x=x,
        item_row=row,
        item_first=first,
        item_count=count,
        item_half=_halves(index, first, count),
        item_start=np.searchsorted(row, np.append(rows, view.end_row)),
        span_mark=span_mark,
        span_x0=x0,
        span_x1=x1,
        span_shape=shape,
        span_fade=fade,
        density_rows=rows[is_dense],
        columns=columns,
        columns_x=first_column * COLUMN_PX - view.begin_s / scale,
        inside=inside,
        earlier=low - index.row_start[rows],
        later=index.row_start[rows + 1] - high,
        shown=shown,
        merged=int(inside.sum()) - min(singles, int(inside.sum())),
    )


def _shown_by_span_only(index: MarkIndex, view: View, span_mark: NDArray[np.int32]) -> int:
    """Marks whose bracket or bar is in view although their own place is not."""
    anchor = index.anchor[index.place[span_mark]]
    return int(np.count_nonzero((anchor < view.begin_s) | (anchor >= view.end_s)))
