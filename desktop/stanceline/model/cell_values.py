"""A counted cell as the arrays of views hold it: its value, its visible classes, what stands behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from stanceline.model.marks import MIXED, NO_STANCE, Trait
from stanceline.records import CellRow, Mode, StanceRow

_SECOND_HAND = int(Trait.SECOND_HAND)
_UNCERTAIN = int(Trait.UNCERTAIN)
_SUGGESTED = int(Trait.SUGGESTED)
_EDITED = int(Trait.EDITED)
_CONDITIONAL = int(Trait.CONDITIONAL)
HEARSAY: frozenset[Mode] = frozenset({"second_hand", "attributed_guess"})
_VALUES = {"oppose": -2, "lean_oppose": -1, "neutral": 0, "lean_support": 1, "support": 2, "mixed": MIXED}


@dataclass(frozen=True, slots=True)
class CellValue:
    """One cell: `actor` and `column` are indices into the columns of `Prepared`; `copies` are those of its stances
    that count nothing; `before` is where the actor stood before its last change of position.
    """

    actor: int
    column: int
    stance: int
    confidence: float
    traits: int
    stances: tuple[str, ...]
    copies: tuple[str, ...] = ()
    before: int = NO_STANCE


def cell_values(
    rows: Iterable[CellRow], actors: Mapping[str, int], columns: Mapping[str, int], stances: Mapping[str, StanceRow]
) -> list[CellValue]:
    """The cells of rows over all articles whose actor and proposal have a place."""
    return [
        cell_value(row, actors[row.actor], columns[row.proposal], stances)
        for row in rows
        if row.actor in actors and row.proposal in columns
    ]


def cell_value(row: CellRow, actor: int, column: int, stances: Mapping[str, StanceRow]) -> CellValue:
    """One cell with its visible classes, which its stances share."""
    value = _VALUES[row.stance]
    behind = [stances[key] for key in row.stances if key in stances]
    traits = _SECOND_HAND if row.mode in HEARSAY else 0
    traits |= 0 if row.explicit else _SUGGESTED
    traits |= _EDITED if any(stance.decided_by == "user" for stance in behind) else 0
    sided = [stance for stance in behind if value == MIXED or stance.stance * value > 0]
    if sided and all(stance.condition_span is not None for stance in sided):
        traits |= _CONDITIONAL
    if behind and all(stance.certainty != "certain" for stance in behind):
        traits |= _UNCERTAIN
    before = NO_STANCE if row.before is None else _VALUES[row.before]
    return CellValue(actor, column, value, row.confidence, traits, row.stances, row.copies, before)


def overall_values(cells: Sequence[CellValue], column: int) -> list[CellValue]:
    """One cell an actor over all proposals (see `overall_value`), actors in the order of their first cell."""
    by_actor: dict[int, list[CellValue]] = {}
    for cell in cells:
        by_actor.setdefault(cell.actor, []).append(cell)
    return [overall_value(group, column) for group in by_actor.values()]


def overall_value(group: Sequence[CellValue], column: int) -> CellValue:
    """All cells of an actor as one: mixed where sides differ, else the weighted mean, rounded outward."""
    values = [cell.stance for cell in group]
    is_mixed = MIXED in values or (min(values) < 0 < max(values))
    weights = [max(cell.confidence, 0.01) * max(len(cell.stances) - len(cell.copies), 1) for cell in group]
    mean = sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
    value = MIXED if is_mixed else int(mean + (0.5 if mean >= 0 else -0.5))
    confidence = sum(c.confidence * weight for c, weight in zip(group, weights, strict=True)) / sum(weights)
    shared = _SECOND_HAND | _SUGGESTED | _UNCERTAIN | _CONDITIONAL
    for cell in group:
        shared &= cell.traits
    traits = shared | (_EDITED if any(cell.traits & _EDITED for cell in group) else 0)
    stances = tuple(dict.fromkeys(key for cell in group for key in cell.stances))
    copies = tuple(dict.fromkeys(key for cell in group for key in cell.copies))
    return CellValue(group[0].actor, column, value, confidence, traits, stances, copies)


Placed = tuple[CellValue, list[int], list[int]]
"""A cell with the places of the marks behind it, and of those of them that only repeat others."""


def cell_columns(
    cells: Sequence[CellValue], positions: Mapping[str, int], known: dict[int, Placed] | None = None
) -> dict[str, Any]:
    """The cells as columns of `Prepared`; `positions` tells where the mark of each stance stands.

    `known` keeps what was placed, by the identity of the cell, for callers that ask for the same cells again.
    """
    known = {} if known is None else known
    placed = [_place(cell, positions, known) for cell in cells]
    return {
        "cell_actor": np.array([cell.actor for cell in cells], np.int32),
        "cell_column": np.array([cell.column for cell in cells], np.int32),
        "cell_stance": np.array([cell.stance for cell in cells], np.int8),
        "cell_confidence": np.array([cell.confidence for cell in cells], np.float32),
        "cell_traits": np.array([cell.traits for cell in cells], np.uint16),
        "cell_marks": [marks for _, marks, _ in placed],
        "cell_stances": [cell.stances for cell in cells],
        "cell_before": np.array([cell.before for cell in cells], np.int8),
        "cell_copies": [copies for _, _, copies in placed],
    }


def _place(cell: CellValue, positions: Mapping[str, int], known: dict[int, Placed]) -> Placed:
    found = known.get(id(cell))
    if found is None:
        marks, copies = ([positions[key] for key in keys if key in positions] for keys in (cell.stances, cell.copies))
        # The cell stays with them: as long as it lives nothing else has its identity.
        found = known[id(cell)] = (cell, marks, copies)
    return found
