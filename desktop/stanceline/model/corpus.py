"""Cuts from the prepared columns what one view shows: rows in order, visible marks, cells, counts.

`prepare` runs once per analysis, `arrange` once per grouping and sorting, `select` at every key typed into
the search field: it only masks and slices.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from stanceline.model.cell_values import CellValue, Placed, cell_columns
from stanceline.model.columns import ColumnTable
from stanceline.model.evidence import UNDATED, Evidence
from stanceline.model.filters import EVERYTHING, ChipCount, Filter, FilterPart, Hearing
from stanceline.model.marks import Cells, Corpus, Kind, Marks, Row, Trait
from stanceline.model.prepared import OVERALL, UNKNOWN_TIME, Prepared, prepare
from stanceline.model.row_slots import Grouping as Grouping
from stanceline.model.row_slots import Slot, folded_slots, slots_of, sort_keys
from stanceline.model.row_slots import Sort as Sort
from stanceline.model.search import search
from stanceline.model.undated import UndatedMarks
from stanceline.records import Analysis

Mask = NDArray[np.bool_]

_UNREAL = int(Trait.PLANNED | Trait.HYPOTHETICAL | Trait.CANCELLED | Trait.DENIED)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Prepared columns in the order of a grouping and a sorting.

    `order` sorts all marks by (slot, begin, end); `slot` is each mark's slot, in the order of `Prepared`.
    `behind` holds the positions of the marks behind all cells, in the order of `cell_order` and by time; `behind_cell`
    whose they are, `behind_copy` which of them only repeat others.
    """

    prepared: Prepared
    slots: tuple[Slot, ...]
    slot: NDArray[np.int32]
    cell_slot: NDArray[np.int32]
    order: NDArray[np.int64]
    cell_order: NDArray[np.int64]
    behind: NDArray[np.int64]
    behind_cell: NDArray[np.int64]
    behind_copy: Mask
    columns: tuple[tuple[str, str], ...] | None = None
    """Key and title of columns that are no proposals; None where they are those of `prepared`."""


def build_corpus(
    source: Analysis | Prepared,
    filter: Filter = EVERYTHING,
    *,
    grouping: Grouping = "actor",
    sort: Sort = "first",
) -> Corpus:
    """What one view shows of an analysis, in one go. A window keeps the arrangement and calls `select`."""
    prepared = source if isinstance(source, Prepared) else prepare(source)
    return select(arrange(prepared, grouping=grouping, sort=sort), filter)


# ---- rows ----------------------------------------------------------------------------------------------


def arrange(
    prepared: Prepared,
    *,
    grouping: Grouping = "actor",
    sort: Sort = "first",
    pinned: Sequence[str] = (),
    folded: Set[str] = frozenset(),
    table: ColumnTable | None = None,
) -> Arrangement:
    """Decide the order of rows: those with a stance first, children under the actor they roll up to.

    `pinned` are keys of actors that stand on top, `folded` keys of rows (of headings, too) under which nothing is
    listed: the marks of those rows then stand in the one that they are folded into. `table` has the cells of other
    columns; the order of rows stays that of the proposals.
    """
    count = len(prepared.actors)
    marks = np.bincount(prepared.actor, minlength=count)
    cells = np.bincount(prepared.cell_actor, minlength=count)
    shown = [number for number in range(count) if marks[number] or cells[number]]
    keys = sort_keys(prepared, sort, marks)
    numbers = {actor.key: number for number, actor in enumerate(prepared.actors)}
    present = set(shown)
    on_top = [numbers[key] for key in pinned if numbers.get(key) in present]
    slots = slots_of(prepared, shown, keys, grouping, on_top)
    slots, place, folds = folded_slots(prepared, slots, folded)
    if table is not None:
        prepared = table.of(prepared)
    of_mark = place[prepared.actor]
    # The cell of a row counts those of the rows under it: what is folded away has none of its own.
    of_cell = np.where(folds[prepared.cell_actor], -1, place[prepared.cell_actor]).astype(np.int32)
    cell_order = np.lexsort((prepared.cell_column, of_cell))
    return Arrangement(
        prepared,
        tuple(slots),
        of_mark,
        of_cell,
        np.lexsort((prepared.end, prepared.begin, of_mark)),
        cell_order,
        *_behind(prepared, cell_order),
        None if table is None else table.plan.columns,
    )


def _behind(prepared: Prepared, cell_order: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], Mask]:
    """Marks behind cells, whose they are, and which are copies: cell by cell in order, each by time."""
    marks, cells = _flat(prepared.cell_marks)
    copies, copied = _flat(prepared.cell_copies)
    width = len(prepared) + 1
    is_copy = np.isin(cells * width + marks, copied * width + copies)
    place = np.empty(len(cell_order), np.int64)
    place[cell_order] = np.arange(len(cell_order))
    begin = prepared.begin[marks]
    by_time = np.lexsort((np.where(begin == UNKNOWN_TIME, UNDATED, begin), place[cells]))
    return marks[by_time], cells[by_time], is_copy[by_time]


def _flat(lists: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers of all lists one after the other, and which list each is of."""
    lengths = np.array([len(one) for one in lists], np.int64)
    return np.fromiter((number for one in lists for number in one), np.int64), np.repeat(np.arange(len(lists)), lengths)


# ---- filters -------------------------------------------------------------------------------------------


def part_mask(prepared: Prepared, filter: Filter, part: FilterPart) -> Mask:
    """For each mark whether one part of the filter lets it through."""
    match part:
        case "text":
            # Folded words in arrays, not the columns of a table: every key typed searches them all.
            return search(prepared.haystacks, filter.text)[prepared.haystack]
        case "actors":
            return _table([actor.key in (filter.actors or ()) for actor in prepared.actors])[prepared.actor]
        case "articles":
            named = [source.key in (filter.articles or ()) for source in prepared.articles]
            return _table([*named, False])[prepared.article]
        case "outlets":
            named = [source.outlet in (filter.outlets or ()) for source in prepared.articles]
            return _table([*named, False])[prepared.article]
        case "kinds":
            return _is_in(prepared.kind, [int(kind) for kind in filter.kinds or ()])
        case "stances":
            return _is_in(prepared.stance, sorted(filter.stances or ()))
        case "proposals":
            named = [column in (filter.proposals or ()) for column, _ in prepared.columns]
            # What is on no proposal stays: a proposal is chosen to see who stands where on it.
            return (prepared.column < 0) | _table([*named, True])[prepared.column]
        case "period":
            begin, end = filter.period or (0, 0)
            within: Mask = (prepared.begin != UNKNOWN_TIME) & (prepared.begin < end) & (prepared.end > begin)
            return within
        case "modes":
            return _modes_mask(prepared, filter)


def _modes_mask(prepared: Prepared, filter: Filter) -> Mask:
    named = filter.modes or frozenset()
    kept = np.ones(len(prepared), np.bool_)
    for name in get_args(Hearing):
        if name not in named:
            kept &= ~mode_members(prepared.kind, prepared.traits, name)
    return kept


def mode_members(kind: NDArray[np.int8], traits: NDArray[np.uint32], mode: str) -> Mask:
    """For each mark whether it belongs to one of the visible classes."""
    second_hand = (traits & Trait.SECOND_HAND) != 0
    match mode:
        case "first_hand":
            found: Mask = (kind != Kind.EVENT) & ~second_hand
        case "second_hand":
            found = second_hand
        case "suggested":
            found = (traits & Trait.SUGGESTED) != 0
        case "inferred_date":
            found = (traits & Trait.INFERRED_DATE) != 0
        case _:
            found = (traits & _UNREAL) != 0
    return found


def _is_in(column: NDArray[np.int8], values: Sequence[int]) -> Mask:
    found: Mask = np.isin(column, np.array(values, np.int8))
    return found


def _table(values: list[bool]) -> Mask:
    return np.array(values, np.bool_)


def chip_counts(arrangement: Arrangement, filter: Filter) -> list[ChipCount]:
    """How many marks each part of the filter takes away."""
    parts = filter.parts()
    masks = [part_mask(arrangement.prepared, filter, part) for part in parts]
    lost = np.sum([~mask for mask in masks], axis=0) if masks else 0
    return [
        ChipCount(part, int(np.count_nonzero(~mask)), int(np.count_nonzero(~mask & (lost == 1))))
        for part, mask in zip(parts, masks, strict=True)
    ]


# ---- one view ------------------------------------------------------------------------------------------


def select(arrangement: Arrangement, filter: Filter = EVERYTHING, dimming: Filter = EVERYTHING) -> Corpus:
    """The corpus that a filter leaves: rows keep their order, counts add up to all marks.

    What `dimming` would take away stays, and is told by `Corpus.dimmed`.
    """
    prepared = arrangement.prepared
    without_actors = _kept_by_others(prepared, filter)
    kept = without_actors & part_mask(prepared, filter, "actors") if filter.actors is not None else without_actors
    dated = prepared.begin != UNKNOWN_TIME
    order = arrangement.order
    visible = order[(kept & dated)[order]]
    undated = order[(kept & ~dated)[order]]
    columns, column_of = _columns(arrangement, filter)
    cells, counts, copies = _visible_cells(arrangement, filter, without_actors, column_of)
    used = np.zeros(len(arrangement.slots), np.bool_)
    used[arrangement.slot[kept]] = True
    used[arrangement.cell_slot[cells]] = True
    rows, row_of = _rows(arrangement, used)
    return Corpus(
        rows=rows,
        columns=columns,
        marks=_marks(arrangement, visible, row_of),
        cells=_cells(arrangement, cells, (counts, copies), without_actors, row_of, column_of),
        undated=UndatedMarks(prepared, undated, row_of[arrangement.slot[undated]]),
        articles=prepared.articles,
        hidden=int(np.count_nonzero(~kept)),
        others=_others(prepared),
        dimmed=~_kept_by_all(prepared, dimming)[visible] if dimming else None,
    )


def _kept_by_all(prepared: Prepared, filter: Filter) -> Mask:
    kept = np.ones(len(prepared), np.bool_)
    for part in filter.parts():
        kept &= part_mask(prepared, filter, part)
    return kept


def _others(prepared: Prepared) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for key, begin, end in prepared.others:
        found[key] = (*found.get(key, ()), (begin, end))
    return found


def _kept_by_others(prepared: Prepared, filter: Filter) -> Mask:
    """The marks that all parts of a filter but the one by actor let through."""
    kept = np.ones(len(prepared), np.bool_)
    for part in filter.parts():
        if part != "actors":
            kept &= part_mask(prepared, filter, part)
    return kept


def _columns(arrangement: Arrangement, filter: Filter) -> tuple[list[tuple[str, str]], NDArray[np.int32]]:
    """The columns shown, and for each of all columns its new number or -1."""
    prepared = arrangement.prepared
    if arrangement.columns is not None:
        return list(arrangement.columns), np.arange(len(arrangement.columns), dtype=np.int32)
    named = [key for key, _ in prepared.columns if key != OVERALL and key in (filter.proposals or (key,))]
    shown = [
        number
        for number, (key, _) in enumerate(prepared.columns)
        if key in named or (key == OVERALL and len(named) == len(prepared.columns) - 1)
    ]
    column_of = np.full(len(prepared.columns) + 1, -1, np.int32)
    column_of[shown] = np.arange(len(shown))
    return [prepared.columns[number] for number in shown], column_of


def _visible_cells(
    arrangement: Arrangement,
    filter: Filter,
    kept: Mask,
    column_of: NDArray[np.int32],
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
    """Cells with at least one stance left, in order; for each of all cells the numbers of stances and of copies left.

    The filter by actor does not take a state's cell away for hiding the persons behind it.
    """
    prepared = arrangement.prepared
    cells = len(prepared.cell_actor)
    left = kept[arrangement.behind]
    counts = np.bincount(arrangement.behind_cell[left], minlength=cells).astype(np.int32)
    copies = np.bincount(arrangement.behind_cell[left & arrangement.behind_copy], minlength=cells).astype(np.int32)
    # Where the original is filtered away, the first of its copies stands for it.
    copies = np.minimum(copies, np.maximum(counts - 1, 0))
    everything = np.bincount(arrangement.behind_cell, minlength=cells)
    shown = ((counts > 0) | (everything == 0)) & (column_of[prepared.cell_column] >= 0) & (arrangement.cell_slot >= 0)
    if filter.actors is not None:
        shown &= _table([actor.key in filter.actors for actor in prepared.actors])[prepared.cell_actor]
    order = arrangement.cell_order
    return order[shown[order]], counts - copies, copies


def _rows(arrangement: Arrangement, used: Mask) -> tuple[list[Row], NDArray[np.int32]]:
    """The rows that have something to show, and for each slot its row or -1."""
    actors, slots = arrangement.prepared.actors, arrangement.slots
    for slot, is_used in zip(slots, used.copy(), strict=True):
        if is_used and slots[slot.family].actor < 0:
            used[slot.family] = True
    row_of = np.full(len(slots), -1, np.int32)
    row_of[used] = np.arange(np.count_nonzero(used))
    rows = []
    for number in np.flatnonzero(used):
        slot = slots[number]
        if slot.actor < 0:
            heading = f"heading:{slot.heading_kind}"
            members, is_folded = _members(slots, int(number), used)
            rows.append(Row(heading, slot.heading, slot.heading_kind, 0, True, members, is_folded))
            continue
        depth = int(slot.family != number and bool(used[slot.family]))
        actor = actors[slot.actor]
        members, is_folded = _members(slots, int(number), used)
        rows.append(Row(actor.key, actor.name, actor.kind, depth, False, members, is_folded, slot.is_pinned))
    return rows, row_of


def _members(slots: Sequence[Slot], number: int, used: Mask) -> tuple[int, bool]:
    """How many rows stand under a row or are folded into it, and whether they are."""
    if slots[number].members:
        return slots[number].members, True
    end = number + 1
    while end < len(slots) and slots[end].family == number:
        end += 1
    return int(np.count_nonzero(used[number + 1 : end])), False


def _marks(arrangement: Arrangement, visible: NDArray[np.int64], row_of: NDArray[np.int32]) -> Marks:
    prepared = arrangement.prepared
    return Marks(
        keys=prepared.keys.take(visible),
        labels=prepared.labels.take(visible),
        kind=prepared.kind[visible],
        row=row_of[arrangement.slot[visible]],
        begin=prepared.begin[visible],
        end=prepared.end[visible],
        granularity=prepared.granularity[visible],
        stance=prepared.stance[visible],
        traits=prepared.traits[visible],
        priority=prepared.priority[visible],
        article=prepared.article[visible],
        reported=prepared.reported[visible],
        sources=prepared.sources[visible],
    )


def _cells(
    arrangement: Arrangement,
    chosen: NDArray[np.int64],
    counts: tuple[NDArray[np.int32], NDArray[np.int32]],
    kept: Mask,
    row_of: NDArray[np.int32],
    column_of: NDArray[np.int32],
) -> Cells:
    prepared = arrangement.prepared
    return Cells(
        row=row_of[arrangement.cell_slot[chosen]],
        column=column_of[prepared.cell_column[chosen]],
        stance=prepared.cell_stance[chosen],
        confidence=prepared.cell_confidence[chosen],
        traits=prepared.cell_traits[chosen],
        count=counts[0][chosen],
        stances=[prepared.cell_stances[number] for number in chosen.tolist()],
        before=prepared.cell_before[chosen],
        copies=counts[1][chosen],
        evidence=_evidence(arrangement, chosen, kept),
    )


def _evidence(arrangement: Arrangement, chosen: NDArray[np.int64], kept: Mask) -> Evidence:
    """The stances that a filter leaves behind the chosen cells, which stand in the order of `cell_order`."""
    prepared = arrangement.prepared
    number = np.full(len(arrangement.cell_order), -1, np.int64)
    number[chosen] = np.arange(len(chosen))
    left = kept[arrangement.behind] & (number[arrangement.behind_cell] >= 0)
    marks, cells = arrangement.behind[left], number[arrangement.behind_cell[left]]
    begin, end = prepared.begin[marks], prepared.end[marks]
    is_dated = begin != UNKNOWN_TIME
    return Evidence(
        start=np.searchsorted(cells, np.arange(len(chosen) + 1)),
        begin=np.where(is_dated, begin, UNDATED),
        end=np.where(is_dated, end, UNDATED),
        stance=prepared.stance[marks],
        traits=prepared.traits[marks],
        is_copy=arrangement.behind_copy[left],
        mark=marks,
        keys=prepared.keys,
        labels=prepared.labels,
    )


class CellCutter:
    """Cuts other cells (those of an earlier day, of one side of a comparison) to the rows and columns of a corpus."""

    def __init__(self, arrangement: Arrangement, filter: Filter, corpus: Corpus) -> None:
        prepared = arrangement.prepared
        self._arrangement, self._filter = arrangement, filter
        self._kept = _kept_by_others(prepared, filter)
        self._column_of = _columns(arrangement, filter)[1]
        rows = {row.key: number for number, row in enumerate(corpus.rows) if not row.is_group_heading}
        keys = [prepared.actors[slot.actor].key if slot.actor >= 0 else None for slot in arrangement.slots]
        self._row_of = np.array([-1 if key is None else rows.get(key, -1) for key in keys], np.int32)
        self._slot_of = np.full(len(prepared.actors), -1, np.int32)
        for place, slot in enumerate(arrangement.slots):
            if slot.actor >= 0:
                self._slot_of[slot.actor] = place
        listed = np.flatnonzero((prepared.kind == Kind.STANCE) | (prepared.begin == UNKNOWN_TIME))
        self.positions = {prepared.keys[number]: number for number in listed.tolist()}
        """Where stances and undated marks stand in the columns of `Prepared`."""
        self.reported = prepared.reported
        self._placed: dict[int, Placed] = {}

    def cells(self, values: Sequence[CellValue]) -> Cells:
        """The cells that the filter leaves, in the rows of the corpus."""
        prepared = replace(self._arrangement.prepared, **cell_columns(values, self.positions, self._placed))
        of_cell = self._slot_of[prepared.cell_actor]
        order = np.lexsort((prepared.cell_column, of_cell))
        behind, behind_cell, behind_copy = _behind(prepared, order)
        other = replace(
            self._arrangement, prepared=prepared, cell_slot=of_cell, cell_order=order, behind=behind,
            behind_cell=behind_cell, behind_copy=behind_copy,
        )  # fmt: skip
        chosen, counts, copies = _visible_cells(other, self._filter, self._kept, self._column_of)
        chosen = chosen[self._row_of[of_cell[chosen]] >= 0]
        return _cells(other, chosen, (counts, copies), self._kept, self._row_of, self._column_of)
