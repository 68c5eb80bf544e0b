"""Which rows there are and in which order: groups, families, pinned rows on top, rows folded into others."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stanceline.model.marks import MIXED, Kind
from stanceline.model.prepared import UNKNOWN_TIME, Prepared
from stanceline.model.row_order import by_change, by_similarity

Grouping = Literal["actor", "kind", "none"]
Sort = Literal["first", "last", "name", "stance", "change", "evidence", "similarity"]
Mask = NDArray[np.bool_]
SortKey = Callable[[int], tuple[bool, bool, float, float, int, str, str]]
PINNED = "pinned"
PINNED_HEADING = "Pinned"
KIND_HEADINGS = (
    ("state", "States"), ("organization", "Organizations"), ("person", "People"), ("group", "Groups"),
    ("other", "Other"),
)  # fmt: skip
_KIND_RANK = {kind: rank for rank, (kind, _) in enumerate(KIND_HEADINGS)}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the order of rows: an actor (index into `Prepared.actors`) or a heading (-1).

    `family` is the slot of the row that it stands under, its own where it stands alone.
    """

    actor: int
    family: int
    heading: str = ""
    heading_kind: str = ""
    members: int = 0
    """How many rows that stood under it are folded away."""
    is_pinned: bool = False


def slots_of(
    prepared: Prepared, shown: Sequence[int], keys: SortKey, grouping: Grouping, on_top: Sequence[int]
) -> list[Slot]:
    """The rows of a grouping in order, pinned ones first."""
    rest = [number for number in shown if number not in set(on_top)]
    if grouping == "kind":
        slots = _group([], PINNED_HEADING, PINNED, on_top)
        for kind, heading in KIND_HEADINGS:
            members = sorted((n for n in rest if prepared.actors[n].kind == kind), key=keys)
            slots = _group(slots, heading, kind, members)
    elif grouping == "none":
        slots = [Slot(number, place) for place, number in enumerate([*on_top, *sorted(rest, key=keys)])]
    else:
        slots = _families(prepared, shown, keys, on_top)
    top = set(on_top)
    return [replace(slot, is_pinned=True) if slot.actor in top else slot for slot in slots]


def _group(slots: list[Slot], heading: str, kind: str, members: Sequence[int]) -> list[Slot]:
    if not members:
        return slots
    top = len(slots)
    return [*slots, Slot(-1, top, heading, kind), *(Slot(number, top) for number in members)]


def folded_slots(
    prepared: Prepared, slots: Sequence[Slot], folded: Set[str]
) -> tuple[list[Slot], NDArray[np.int32], Mask]:
    """The rows that are left; for each actor its row, and whether that is one that it is folded into."""
    place = np.full(len(prepared.actors), -1, np.int32)
    folds = np.zeros(len(prepared.actors), np.bool_)
    heads = {number for number, slot in enumerate(slots) if _slot_key(prepared, slot) in folded}
    new = np.cumsum([0, *(slot.family == n or slot.family not in heads for n, slot in enumerate(slots))]).tolist()
    left: list[Slot] = []
    for number, slot in enumerate(slots):
        is_away = slot.family != number and slot.family in heads
        if slot.actor >= 0:
            place[slot.actor] = new[slot.family] if is_away else new[number]
            folds[slot.actor] = is_away
        if is_away:
            left[new[slot.family]] = replace(left[new[slot.family]], members=left[new[slot.family]].members + 1)
        else:
            left.append(replace(slot, family=new[slot.family]))
    return left, place, folds


def _slot_key(prepared: Prepared, slot: Slot) -> str:
    return f"heading:{slot.heading_kind}" if slot.actor < 0 else prepared.actors[slot.actor].key


def sort_keys(prepared: Prepared, sort: Sort, marks: NDArray[np.int64]) -> SortKey:
    """A key for each actor: the row without an actor last, those that take sides first, then by `sort`.

    Ties go by side, by kind (states first) and by name.
    """
    count = len(prepared.actors)
    values = np.zeros(count, np.float64)
    sides = _stance_order(prepared)
    has_cell = np.zeros(count, np.bool_)
    has_cell[prepared.cell_actor] = True
    if sort in ("first", "last"):
        # Its stances place an actor; what else it said does where it takes no side.
        of_stances = _extreme(prepared, prepared.kind == Kind.STANCE, sort)
        of_all = _extreme(prepared, np.ones(len(prepared), np.bool_), sort)
        values = np.where(np.isfinite(of_stances), of_stances, of_all)
    elif sort == "evidence":
        values = -marks.astype(np.float64)
    elif sort == "change":
        values = by_change(prepared)
    elif sort == "similarity":
        values = by_similarity(prepared)
    nobody = count - 1

    def key(number: int) -> tuple[bool, bool, float, float, int, str, str]:
        actor, name = prepared.actors[number], prepared.actors[number].name.casefold()
        if sort == "name":
            return number == nobody, False, 0.0, 0.0, 0, name, actor.key
        first, side = float(values[number]), float(sides[number])
        return number == nobody, not bool(has_cell[number]), first, side, _KIND_RANK[actor.kind], name, actor.key

    return key


def _extreme(prepared: Prepared, chosen: Mask, sort: Sort) -> NDArray[np.float64]:
    """For each actor its earliest (`first`) or its latest time, negated; infinite where there is none."""
    found = np.full(len(prepared.actors), np.inf)
    chosen = chosen & (prepared.begin != UNKNOWN_TIME)
    sign = 1.0 if sort == "first" else -1.0
    np.minimum.at(found, prepared.actor[chosen], sign * prepared.begin[chosen])
    return found


def _stance_order(prepared: Prepared) -> NDArray[np.float64]:
    """Supporters first, opponents behind, those without a cell last; several proposals are averaged."""
    count = len(prepared.actors)
    value = prepared.cell_stance.astype(np.float64)
    value[prepared.cell_stance == MIXED] = 0
    total = np.bincount(prepared.cell_actor, value, count)
    number = np.bincount(prepared.cell_actor, minlength=count)
    return np.where(number > 0, -total / np.maximum(number, 1), np.inf)


def _families(prepared: Prepared, shown: Sequence[int], key: SortKey, on_top: Sequence[int]) -> list[Slot]:
    """Children under the highest actor above them that is shown; a family stands where its best member would.

    A pinned actor takes its family along; a pinned child stands alone.
    """
    present = set(shown)
    families: dict[int, list[int]] = {}
    for number in shown:
        top = number if number in on_top else _top(prepared, number, present)
        families.setdefault(top, []).append(number)
    slots: list[Slot] = []
    rest = sorted(families.keys() - set(on_top), key=lambda top: min(key(number) for number in families[top]))
    for top in (*on_top, *rest):
        first = len(slots)
        children = sorted((number for number in families[top] if number != top), key=key)
        slots.append(Slot(top, first))
        slots.extend(Slot(number, first) for number in children)
    return slots


def _top(prepared: Prepared, number: int, present: set[int]) -> int:
    best, seen = number, {number}
    while (number := prepared.actors[number].parent) >= 0 and number not in seen:
        seen.add(number)
        if number in present:
            best = number
    return best
