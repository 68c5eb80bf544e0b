"""The stances behind the cells of one view, as arrays: what strips, counts in words and totals are made from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

UNDATED = int(np.iinfo(np.int64).max)
"""In `Evidence.begin`: no usable date. Such stances come last in their cell."""


@dataclass(frozen=True)
class Evidence:
    """Stances cell by cell, in each cell by time.

    Those of cell `c` stand from `start[c]` to `start[c + 1]`. `begin` and `end` are seconds since 1970, half-open.
    `traits` are `marks.Trait` bits; `is_copy` tells what repeats another of them word for word; `mark` is an index into
    `keys` and `labels`.
    """

    start: NDArray[np.int64]
    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    stance: NDArray[np.int8]
    traits: NDArray[np.uint32]
    is_copy: NDArray[np.bool_]
    mark: NDArray[np.int64]
    keys: Sequence[str]
    labels: Sequence[str]

    def of(self, cell: int) -> slice:
        """Where the stances of a cell stand."""
        return slice(int(self.start[cell]), int(self.start[cell + 1]))

    def __len__(self) -> int:
        return len(self.begin)

    def only(self, cells: NDArray[np.int64]) -> "Evidence":
        """That of these cells alone, in this order."""
        counts = self.start[cells + 1] - self.start[cells]
        start = np.concatenate(([0], np.cumsum(counts)))
        taken = np.arange(int(start[-1])) - np.repeat(start[:-1] - self.start[cells], counts)
        return Evidence(
            start, self.begin[taken], self.end[taken], self.stance[taken], self.traits[taken], self.is_copy[taken],
            self.mark[taken], self.keys, self.labels,
        )  # fmt: skip


def no_evidence(cells: int = 0) -> Evidence:
    """Nothing behind any of so many cells."""
    times = np.empty(0, np.int64)
    return Evidence(
        np.zeros(cells + 1, np.int64), times, times, np.empty(0, np.int8), np.empty(0, np.uint32),
        np.empty(0, np.bool_), times, [], [],
    )  # fmt: skip
