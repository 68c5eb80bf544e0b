"""Orders of rows that look at all cells of an actor: by change of position and by similarity."""

import numpy as np
from numpy.typing import NDArray

from stanceline.model.marks import MIXED, NO_STANCE
from stanceline.model.prepared import OVERALL, Prepared

Floats = NDArray[np.float64]
_CHANGED_BY_HALF = 0.5


def by_change(prepared: Prepared) -> Floats:
    """For each actor the size of its largest change of position in steps, negated: who moved furthest comes first."""
    found = np.zeros(len(prepared.actors))
    changed = prepared.cell_before != NO_STANCE
    now, before = _values(prepared.cell_stance[changed]), _values(prepared.cell_before[changed])
    # A change between neutral and mixed has no direction, and is one all the same.
    step = np.maximum(np.abs(now - before), _CHANGED_BY_HALF)
    np.minimum.at(found, prepared.cell_actor[changed], -step)
    return found


def by_similarity(prepared: Prepared) -> Floats:
    """For each actor its place on the line along which stances differ most; those without a cell come last.

    Each row of the matrix of actors and proposals (-2 to 2, nothing where there is no statement) is projected on the
    first eigenvector of the proposals' cross products, as seriation by the first principal component does (Hahsler,
    Hornik, Buchta: Getting Things in Order, Journal of Statistical Software 25/3, 2008). The sign is chosen so that
    supporters come first.
    """
    chosen = np.array([key != OVERALL for key, _ in prepared.columns], np.bool_)[prepared.cell_column]
    actor, column = prepared.cell_actor[chosen], prepared.cell_column[chosen]
    values = np.zeros((len(prepared.actors), len(prepared.columns)))
    values[actor, column] = _values(prepared.cell_stance[chosen])
    has_cell = np.zeros(len(prepared.actors), np.bool_)
    has_cell[actor] = True
    if not values.any():
        return np.where(has_cell, 0.0, np.inf)
    _, vectors = np.linalg.eigh(values.T @ values)
    place = values @ vectors[:, -1]
    total = values.sum(axis=1)
    # Without a correlation either sign is as good: the first actor with a side decides, so that order never flips.
    leaning = float(place @ total)
    sign = np.sign(leaning) if abs(leaning) > 1e-9 else np.sign(place[np.flatnonzero(np.abs(place) > 1e-9)[0]])
    return np.where(has_cell, np.round(-sign * place, 9), np.inf)


def _values(stance: NDArray[np.int8]) -> Floats:
    plain = stance.astype(np.float64)
    plain[(stance == MIXED) | (stance == NO_STANCE)] = 0.0
    return plain
