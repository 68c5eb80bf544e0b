"""Sorted arrays over the marks of a corpus, made once, so that any range is cut out by binary search.

Marks that share one row and one unit of time (three statements "on 3 July") have no order within that unit.
They are spread evenly over it: the place within the unit says nothing, and zooming in takes them apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stanceline.model.marks import NO_STANCE, Marks, Trait
from stanceline.temporal.timex import DAY_S, GRANULARITIES

AGAINST, NO_SIDE, IN_FAVOR = 0, 1, 2
"""Columns of every count by side."""

_MAX_GRID_CELLS, _LEAST_GRID_CELLS, _GRID_CELLS_PER_MARK = 3_000_000, 200_000, 20
_FINEST_BIN_S = 3600
_BLOCK_BITS = 8
_BLOCK = 1 << _BLOCK_BITS
_LONGEST_UNIT_DAYS = {
    "century": 36_525, "decade": 3653, "year": 366, "half": 184, "season": 94, "quarter": 92, "month": 31,
    "week": 7, "weekend": 3, "day": 1, "part_of_day": 1, "hour": 1, "minute": 1,
}  # fmt: skip
_UNIT_S = np.array([_LONGEST_UNIT_DAYS[name] * DAY_S for name in GRANULARITIES], np.int64)

IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class _DurationClass:
    """Marks of similar duration, sorted by begin; `longest_s` bounds how far back a search must look."""

    longest_s: int
    begin: IntArray
    end: IntArray
    mark: NDArray[np.int32]


class StanceSums:
    """Running counts of the stances -2 to 2 over all places: small numbers within blocks, and one count a block.

    A full count at each place would take four times the memory.
    """

    def __init__(self, stance: NDArray[np.int8]) -> None:
        count = len(stance)
        padded = np.full((count // _BLOCK + 1) * _BLOCK, NO_STANCE, np.int8)
        padded[:count] = stance
        self._within = np.empty((len(padded), 5), np.uint8)
        self._blocks = np.zeros((len(padded) // _BLOCK + 1, 5), np.int32)
        for step in range(5):
            is_step = (padded == step - 2).reshape(-1, _BLOCK)
            # What stands before each place: a whole block counts up to 256, which is 0 here until one is taken away.
            self._within[:, step] = (np.cumsum(is_step, axis=1, dtype=np.uint8) - is_step).ravel()
            np.cumsum(is_step.sum(axis=1), out=self._blocks[1:, step])

    def before(self, places: NDArray[np.int64]) -> NDArray[np.int32]:
        """Counts of each stance before the places: (..., 5)."""
        found: NDArray[np.int32] = self._blocks[places >> _BLOCK_BITS] + self._within[places]
        return found

    def sides_before(self, places: NDArray[np.int64]) -> NDArray[np.int32]:
        """Counts of `AGAINST`, `NO_SIDE`, `IN_FAVOR` before the places: (..., 3)."""
        steps = self.before(places)
        against, favor = steps[..., 0] + steps[..., 1], steps[..., 3] + steps[..., 4]
        return np.stack([against, places - against - favor, favor], axis=-1).astype(np.int32)


@dataclass(frozen=True)
class MarkIndex:
    """`order` sorts the marks by (row, anchor); every other array of length n is in that order.

    `anchor`: where a mark stands, seconds. `key`: row and anchor in one sortable number. `place` is the inverse of
    `order`.
    """

    marks: Marks
    n_rows: int
    order: NDArray[np.int32]
    place: NDArray[np.int32]
    anchor: IntArray
    row_start: NDArray[np.int64]
    key: IntArray
    first_s: int
    stride: int
    sums: StanceSums
    grid: NDArray[np.int32]
    bin_s: int
    durations: tuple[_DurationClass, ...]
    ghosts: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """For marks that sources date differently: the middles of the other times, seconds."""

    def __len__(self) -> int:
        return len(self.order)

    def extent(self) -> tuple[int, int] | None:
        """Earliest begin and latest end of all marks in seconds, None without marks."""
        if not len(self.order):
            return None
        return int(self.marks.begin.min()), int(self.marks.end.max())

    def cut(self, rows: NDArray[np.int64], at_s: float) -> NDArray[np.int64]:
        """For each row the first place whose anchor is not before `at_s`."""
        offset = int(min(max(np.ceil(at_s) - self.first_s, 0), self.stride - 1))
        found: NDArray[np.int64] = np.searchsorted(self.key, rows * self.stride + offset)
        return found

    def stances(self, first: IntArray, count: IntArray) -> NDArray[np.int32]:
        """How many of `count` marks from place `first` on take each stance from -2 to 2: (..., 5)."""
        found: NDArray[np.int32] = self.sums.before(first + count) - self.sums.before(first)
        return found

    def sides(self, places: IntArray | None = None) -> NDArray[np.int8]:
        """The side of the mark at each place: all of them, or those asked for."""
        order = self.order if places is None else self.order[places]
        return _sides(self.marks.stance[order])

    def columns(self, rows: range, first_column: int, count: int, column_s: float) -> NDArray[np.int32]:
        """Marks by side in time columns: array (rows, 3, count).

        Column k covers `column_s` seconds from `(first_column + k) * column_s`.
        """
        edges = (first_column + np.arange(count + 1)) * column_s - self.first_s
        if column_s >= self.bin_s:
            bins = np.clip(np.round(edges / self.bin_s), 0, self.grid.shape[2] - 1).astype(np.int64)
            binned: NDArray[np.int32] = np.diff(self.grid[rows.start : rows.stop][:, :, bins], axis=2)
            return binned
        keys = np.clip(np.ceil(edges), 0, self.stride - 1).astype(np.int64)
        row_keys = np.arange(rows.start, rows.stop, dtype=np.int64)[:, None] * self.stride + keys[None, :]
        sums = self.sums.sides_before(np.searchsorted(self.key, row_keys))
        counted: NDArray[np.int32] = np.diff(sums, axis=1).transpose(0, 2, 1)
        return counted

    def lasting(self, begin_s: float, end_s: float, shortest_s: float) -> tuple[NDArray[np.int32], IntArray, IntArray]:
        """Marks whose extent (see `extents`) is at least `shortest_s` and meets the range, wherever it begins.

        Mark numbers, begins and ends of the extents.
        """
        found = [(np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0, np.int64))]
        for part in self.durations:
            if part.longest_s < shortest_s:
                continue
            low = int(np.searchsorted(part.begin, begin_s - part.longest_s))
            high = int(np.searchsorted(part.begin, end_s))
            begins, ends = part.begin[low:high], part.end[low:high]
            keep = (ends > begin_s) & (ends - begins >= shortest_s)
            found.append((part.mark[low:high][keep], begins[keep], ends[keep]))
        marks, firsts, lasts = zip(*found, strict=True)
        return np.concatenate(marks), np.concatenate(firsts), np.concatenate(lasts)


def is_interval(begin: IntArray, end: IntArray, granularity: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Whether marks last longer than one unit of their granularity ("12 to 14 May", "from March to May")."""
    return (end - begin) > _UNIT_S[granularity]


def tolerance_s(granularity: NDArray[np.int8]) -> IntArray:
    """How far an approximate time may be off on either side: one unit of its granularity, seconds."""
    return _UNIT_S[granularity]


def extents(marks: Marks) -> tuple[IntArray, IntArray]:
    """Begin and end of what is drawn along the time axis: bars, brackets, and what an open or rough end adds.

    Approximate times reach one unit further on both sides; what holds "since" a time reaches to the day of the
    report, when it still held. A limit ("before June") has no extent: nothing is said of the month itself.
    """
    begin, end = marks.begin, marks.end
    special = Trait.APPROXIMATE | _SINCE | _LIMITS
    if not (marks.traits & special).any():
        return begin, end
    rough = np.where(marks.traits & Trait.APPROXIMATE, tolerance_s(marks.granularity), 0)
    begin, end = begin - rough, end + rough
    since = (marks.traits & _SINCE) != 0
    end = np.where(since, np.maximum(end, marks.reported + DAY_S), end)
    limit = (marks.traits & _LIMITS) != 0
    return begin, np.where(limit, begin, end)


_SINCE = Trait.SINCE
_LIMITS = Trait.UNTIL | Trait.BEFORE | Trait.AFTER | Trait.BY
_AT_BEGIN, _AT_END = Trait.SINCE | Trait.BEFORE, Trait.UNTIL | Trait.AFTER | Trait.BY
_SPREAD_OF_BOUND = 0.1


def _spread(marks: Marks, order: NDArray[np.int64]) -> IntArray:
    row, begin, end = marks.row[order], marks.begin[order], marks.end[order]
    is_first = np.ones(len(order), bool)
    is_first[1:] = (row[1:] != row[:-1]) | (begin[1:] != begin[:-1]) | (end[1:] != end[:-1])
    starts = np.flatnonzero(is_first)
    sizes = np.diff(np.append(starts, len(order)))
    rank = np.arange(len(order)) - np.repeat(starts, sizes) + 1
    many = np.repeat(sizes, sizes)
    share = rank / (many + 1)
    traits = marks.traits[order]
    if (traits & (_AT_BEGIN | _AT_END)).any():
        # An open end stands where it is open; several of one unit keep close to it.
        near = (rank - 1) / many * _SPREAD_OF_BOUND
        share = np.where(traits & _AT_BEGIN, near, np.where(traits & _AT_END, 1.0 - near, share))
    anchor: IntArray = begin + np.round((end - begin) * share).astype(np.int64)
    return anchor


def _sides(stance: NDArray[np.int8]) -> NDArray[np.int8]:
    side = np.full(len(stance), NO_SIDE, np.int8)
    side[stance < 0] = AGAINST
    side[(stance > 0) & (stance != NO_STANCE)] = IN_FAVOR
    return side


def _grid(
    row: NDArray[np.int32], offset: IntArray, side: NDArray[np.int8], n_rows: int, span_s: int
) -> tuple[NDArray[np.int32], int]:
    # Few marks need no fine grid: touching the memory of a large one takes longer than the searches it saves.
    cells = min(_MAX_GRID_CELLS, max(_LEAST_GRID_CELLS, len(row) * _GRID_CELLS_PER_MARK))
    most = max(1, cells // max(1, n_rows * 3))
    bin_s = max(_FINEST_BIN_S, -(-span_s // most))
    n_bins = span_s // bin_s + 1
    flat = (row.astype(np.int64) * 3 + side) * n_bins + offset // bin_s
    counts = np.bincount(flat, minlength=n_rows * 3 * n_bins).reshape(n_rows, 3, n_bins)
    grid = np.zeros((n_rows, 3, n_bins + 1), np.int32)
    np.cumsum(counts, axis=2, out=grid[:, :, 1:])
    return grid, int(bin_s)


def _duration_classes(marks: Marks) -> tuple[_DurationClass, ...]:
    begin, end = extents(marks)
    lasting = np.flatnonzero((end - begin) > DAY_S)
    if not len(lasting):
        return ()
    lasting = lasting[np.argsort(begin[lasting], kind="stable")]
    duration = end[lasting] - begin[lasting]
    step = np.floor(np.log2(duration)).astype(np.int64) // 2
    classes = []
    for number in np.unique(step):
        chosen = lasting[step == number]
        classes.append(
            _DurationClass(int(duration[step == number].max()), begin[chosen], end[chosen], chosen.astype(np.int32))
        )
    return tuple(classes)


Others = Mapping[str, tuple[tuple[int, int], ...]]
"""Times (begin, end) that other sources give, by the key of the mark."""


def _ghosts(marks: Marks, others: Others) -> dict[int, tuple[int, ...]]:
    conflicting = np.flatnonzero(marks.traits & Trait.CONFLICT).tolist() if others else []
    return {
        number: tuple((begin + end) // 2 for begin, end in others[marks.keys[number]])
        for number in conflicting
        if marks.keys[number] in others
    }


def _sorted_numbers(*columns: NDArray[Any]) -> NDArray[np.int64]:
    """The order by the first column, then by the next; what a view has cut is in order nearly always."""
    is_sorted = np.ones(max(len(columns[0]) - 1, 0), np.bool_)
    is_equal = is_sorted.copy()
    for column in columns:
        before, after = column[:-1], column[1:]
        is_sorted &= ~is_equal | (before <= after)
        is_equal &= before == after
    return np.arange(len(columns[0])) if is_sorted.all() else np.lexsort(columns[::-1])


def build_index(marks: Marks, n_rows: int, others: Others | None = None) -> MarkIndex:
    """Sort and count the marks once. Rows without marks are allowed; `n_rows` bounds `marks.row`."""
    count = len(marks)
    by_unit = _sorted_numbers(marks.row, marks.begin, marks.end)
    anchor = _spread(marks, by_unit) if count else np.empty(0, np.int64)
    by_place = _sorted_numbers(marks.row[by_unit], anchor)
    order, anchor = by_unit[by_place], anchor[by_place]
    row = marks.row[order]
    first = int(anchor.min()) if count else 0
    span = int(anchor.max()) - first if count else 0
    stride = span + 2
    side = _sides(marks.stance[order])
    grid, bin_s = _grid(row, anchor - first, side, max(n_rows, 1), span)
    place = np.empty(count, np.int32)
    place[order] = np.arange(count, dtype=np.int32)
    return MarkIndex(
        marks=marks,
        n_rows=n_rows,
        order=order.astype(np.int32),
        place=place,
        anchor=anchor,
        row_start=np.searchsorted(row, np.arange(n_rows + 1)),
        key=row.astype(np.int64) * stride + (anchor - first),
        first_s=first,
        stride=stride,
        sums=StanceSums(marks.stance[order]),
        grid=grid,
        bin_s=bin_s,
        durations=_duration_classes(marks),
        ghosts=_ghosts(marks, others or {}),
    )
