"""Stance strips: how the position of each wide cell went over the visible period.

A statement sets the position until the next one; statements of both sides on one day make it mixed. Before the first
statement nothing is known, after the last one only that nothing newer was said: that part is told apart. Arrays only.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stanceline.model.evidence import UNDATED, Evidence
from stanceline.model.marks import MIXED, NO_STANCE

Ints = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Strips:
    """Segments and ticks of cells, in px from the left end of each cell's strip, which is `width` wide.

    `cell` numbers the cells of the scene. Segments without a position have `NO_STANCE`; `is_last` are those after the
    last statement. A tick stands where a statement was made, `tick_stance` is its side, `tick_is_last` whether it was
    the last one.
    """

    left: float
    width: float
    cell: Ints
    x0: Floats
    x1: Floats
    stance: NDArray[np.int8]
    is_last: NDArray[np.bool_]
    tick_cell: Ints
    tick_x: Floats
    tick_stance: NDArray[np.int8]
    tick_is_last: NDArray[np.bool_]


class StripIndex:
    """The dated stances behind all cells, ready to be cut by period. Copies are left out: they take no position."""

    def __init__(self, evidence: Evidence) -> None:
        used = ~evidence.is_copy & (evidence.begin != UNDATED)
        owner = np.repeat(np.arange(len(evidence.start) - 1), np.diff(evidence.start))[used]
        # A month is known to its unit only: its middle stands for it, as it does for its mark in the lane.
        at = (evidence.begin[used] + evidence.end[used]) // 2
        stance = evidence.stance[used]
        order = np.lexsort((at, owner))
        owner, at, stance = owner[order], at[order], stance[order]
        new = np.ones(len(at), np.bool_)
        new[1:] = (owner[1:] != owner[:-1]) | (at[1:] != at[:-1])
        first = np.flatnonzero(new)
        self.cell, self.at = owner[first], at[first]
        self.stance = _together(stance, first)
        self.start = np.searchsorted(self.cell, np.arange(len(evidence.start)))
        self._low = int(self.at.min()) if len(first) else 0
        self._span = int(self.at.max()) - self._low + 3 if len(first) else 3
        self._keys = self.cell * self._span + (self.at - self._low + 1)

    def passed(self, cells: Ints, edges: Ints) -> Ints:
        """For each cell and each instant, (cells, edges): where the first stance after it stands."""
        clipped = np.clip(edges - self._low + 1, 0, self._span - 1)
        found: Ints = np.searchsorted(self._keys, cells[:, None] * self._span + clipped[None, :], side="left")
        return found


def _together(stance: NDArray[np.int8], first: Ints) -> NDArray[np.int8]:
    """The position of each instant: that of its stances, mixed where they stand on both sides."""
    if not len(first):
        return np.empty(0, np.int8)
    low, high = np.minimum.reduceat(stance, first), np.maximum.reduceat(stance, first)
    strongest = np.where(-low.astype(np.int64) > high, low, high)
    made: NDArray[np.int8] = np.where((low < 0) & (high > 0), MIXED, strongest).astype(np.int8)
    return made


def place_strips(
    index: StripIndex,
    numbers: Ints,
    period: tuple[float, float],
    left: float,
    width: float,
    *,
    until: float | None = None,
    samples: float = 1.0,
) -> Strips:
    """Strips of cells by their numbers (-1 for none), `left` px from the left end of each cell and `width` px wide.

    `period` is in seconds since 1970; a last position is not drawn on beyond `until`; `samples` are the steps that a px
    is divided into.
    """
    steps = max(int(width * samples), 1)
    step = width / steps
    edges = (period[0] + np.arange(steps + 1) * (period[1] - period[0]) / steps).astype(np.int64)
    cells = np.maximum(numbers, 0)
    known = numbers >= 0
    if not len(index.cell) or not len(numbers):
        passed = np.zeros((len(numbers), steps + 1), np.int64)
        first = last = passed
    else:
        passed = index.passed(cells, edges)
        first, last = index.start[cells][:, None], index.start[cells + 1][:, None]
    made = known[:, None] & (passed > first)
    position = np.full(passed.shape, NO_STANCE, np.int8)
    position[made] = index.stance[passed[made] - 1]
    # A segment is the time after a step's right edge: what happens within the step counts from its beginning.
    is_last = (made & (passed == last))[:, 1:]
    shown = position[:, 1:].copy()
    if until is not None:
        shown[is_last & (edges[:-1] >= until)[None, :]] = NO_STANCE
    change = np.ones(shown.shape, np.bool_)
    change[:, 1:] = (shown[:, 1:] != shown[:, :-1]) | (is_last[:, 1:] != is_last[:, :-1])
    cell, begin = np.nonzero(change)
    end = np.append(begin[1:], steps)
    end = np.where(end <= begin, steps, end)
    tick_cell, tick = np.nonzero(known[:, None] & (passed[:, 1:] > passed[:, :-1]))
    return Strips(
        left, width, cell, begin * step, end * step, shown[cell, begin], is_last[cell, begin],
        tick_cell, tick * step, position[tick_cell, tick + 1], is_last[tick_cell, tick],
    )  # fmt: skip
