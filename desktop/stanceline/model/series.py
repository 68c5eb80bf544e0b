"""Series for charts: where actors stand over time, how sides share each period, which sources cover it.

Arrays only, free of Qt; `stanceline.counting.votes` makes the votes. Times are seconds since 1970, naive.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stanceline.model.periods import PeriodUnit, period_edges
from stanceline.temporal.timex import DAY_S

Floats = NDArray[np.float64]
Counting = Literal["stances", "actors"]
SIDES = (-2, -1, 0, 1, 2)
_Z = 1.959964
"""The normal distribution's 97.5 % point: intervals hold 95 %."""


@dataclass(frozen=True)
class Votes:
    """Dated stances on one proposal, sorted by time; columns of equal length.

    `time` is the middle of the time that a stance is known to lie in, `weight` what it counts in a cell. `holders`
    names for each who holds it, `keys` its mark. `undated_holders`: whose stances were left out for want of a date.
    """

    keys: tuple[str, ...]
    holders: tuple[str, ...]
    time: NDArray[np.int64]
    value: NDArray[np.int8]
    weight: Floats
    undated_holders: tuple[str, ...] = ()

    @property
    def undated(self) -> int:
        """How many were left out for want of a date."""
        return len(self.undated_holders)

    def __len__(self) -> int:
        return len(self.keys)

    def taken(self, chosen: NDArray[np.bool_]) -> "Votes":
        """Those that `chosen` names, in order."""
        numbers = np.flatnonzero(chosen)
        return Votes(
            tuple(self.keys[n] for n in numbers), tuple(self.holders[n] for n in numbers), self.time[chosen],
            self.value[chosen], self.weight[chosen], self.undated_holders,
        )  # fmt: skip


@dataclass(frozen=True)
class Curve:
    """A weighted mean over a trailing window, from -2 (opposes) to 2 (supports).

    `low` and `high` bound it with 95 % confidence; `count` is how many stances the window holds, and where it holds
    none `mean`, `low` and `high` are NaN.
    """

    time: NDArray[np.int64]
    mean: Floats
    low: Floats
    high: Floats
    count: NDArray[np.int64]


@dataclass(frozen=True)
class Shares:
    """Stances (or actors) of each period by side: `counts` is (5, periods) in the order of `SIDES`.

    `favor` is the share in favor among those that take a side, with `low` and `high`; NaN where nobody does.
    """

    edges: NDArray[np.int64]
    counts: NDArray[np.int64]
    favor: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class SourceCounts:
    """Articles of each period by source: `counts` is (sources, periods), the busiest source first.

    The last row is called `others` in `names` ("") where sources were put together. `undated` articles are in none.
    """

    edges: NDArray[np.int64]
    names: tuple[str, ...]
    counts: NDArray[np.int64]
    undated: int
    merged: int = 0


def wilson(successes: Floats, total: Floats) -> tuple[Floats, Floats]:
    """The 95 % score interval of a share (Wilson 1927); (0, 1) where `total` is 0."""
    n = np.maximum(total, 1e-12)
    share = np.clip(successes / n, 0.0, 1.0)
    center = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * np.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    empty = total <= 0
    return np.where(empty, 0.0, np.maximum(center - half, 0.0)), np.where(empty, 1.0, np.minimum(center + half, 1.0))


# ---- stances -------------------------------------------------------------------------------------------


def votes_of(votes: Votes, holders: Collection[str]) -> Votes:
    """The votes of some holders, dated and undated."""
    taken = votes.taken(np.fromiter((holder in holders for holder in votes.holders), np.bool_, len(votes)))
    return replace(taken, undated_holders=tuple(who for who in votes.undated_holders if who in holders))


def curve_of(votes: Votes, window_days: float | None, times: NDArray[np.int64]) -> Curve:
    """The weighted mean of the votes in the window that ends at each of `times`; None: all up to then.

    The interval is Wilson's for the mean brought to 0..1, with Kish's effective number of votes: a bounded variable
    never varies more than a share does, so it is rather too wide than too narrow, and stays within the scale.
    """
    padded = np.concatenate([[0.0], np.cumsum(votes.weight)])
    products = np.concatenate([[0.0], np.cumsum(votes.weight * votes.value)])
    squares = np.concatenate([[0.0], np.cumsum(votes.weight**2)])
    last = np.searchsorted(votes.time, times, side="right")
    first = np.zeros_like(last)
    if window_days is not None:
        first = np.searchsorted(votes.time, times - int(window_days * DAY_S), side="right")
    weight = padded[last] - padded[first]
    count = (last - first).astype(np.int64)
    is_empty = (count == 0) | (weight <= 1e-9)
    safe = np.where(is_empty, 1.0, weight)
    mean = (products[last] - products[first]) / safe
    effective = np.where(is_empty, 0.0, safe**2 / np.maximum(squares[last] - squares[first], 1e-12))
    low, high = wilson((mean + 2) / 4 * effective, effective)
    blank = np.where(is_empty, np.nan, 0.0)
    return Curve(times, mean + blank, low * 4 - 2 + blank, high * 4 - 2 + blank, count)


def curve_times(
    votes: Votes, window_days: float | None, begin_s: float, end_s: float, most: int = 240
) -> NDArray[np.int64]:
    """When a curve is worth computing: evenly over the range, at each vote, and just before one enters or leaves."""
    even = np.linspace(begin_s, end_s, most).astype(np.int64)
    moments = [even, votes.time, votes.time - 1]
    if window_days is not None:
        leaving = votes.time + int(window_days * DAY_S)
        moments += [leaving, leaving - 1]
    found = np.unique(np.concatenate(moments))
    return found[(found >= begin_s) & (found <= end_s)]


def shares_of(votes: Votes, begin_s: float, end_s: float, unit: PeriodUnit, counting: Counting = "stances") -> Shares:
    """How the sides share each period. `actors` counts each holder once, with the side of its weightier votes."""
    edges = period_edges(begin_s, end_s, unit)
    place = np.searchsorted(edges, votes.time, side="right") - 1
    inside = (place >= 0) & (place < len(edges) - 1)
    counts = np.zeros((len(SIDES), len(edges) - 1), np.int64)
    if counting == "stances":
        np.add.at(counts, (votes.value[inside].astype(np.int64) + 2, place[inside]), 1)
    else:
        for (period, _), side in _by_holder(votes, place, inside).items():
            counts[side + 2, period] += 1
    favor, sided = counts[3:].sum(axis=0), counts[[0, 1, 3, 4]].sum(axis=0)
    low, high = wilson(favor.astype(np.float64), sided.astype(np.float64))
    blank = np.where(sided == 0, np.nan, 0.0)
    return Shares(edges, counts, favor / np.maximum(sided, 1) + blank, low + blank, high + blank)


def _by_holder(votes: Votes, place: NDArray[np.int64], inside: NDArray[np.bool_]) -> Mapping[tuple[int, str], int]:
    """For each (period, holder) the weighted mean of its votes, rounded to a step away from the middle."""
    sums: dict[tuple[int, str], list[float]] = {}
    for number in np.flatnonzero(inside).tolist():
        entry = sums.setdefault((int(place[number]), votes.holders[number]), [0.0, 0.0])
        weight = max(float(votes.weight[number]), 1e-9)
        entry[0] += weight * int(votes.value[number])
        entry[1] += weight
    return {key: _step(total / weight) for key, (total, weight) in sums.items()}


def _step(mean: float) -> int:
    size = 0 if abs(mean) < 0.5 else 1 if abs(mean) < 1.5 else 2
    return size if mean >= 0 else -size


# ---- sources -------------------------------------------------------------------------------------------


def count_sources(
    days: Sequence[int | None], sources: Sequence[str], begin_s: float, end_s: float, unit: PeriodUnit, most: int = 6
) -> SourceCounts:
    """Articles of each period by source, from their days (counted since 1970; None: unknown) and sources' names.

    The `most` busiest sources keep a row, the others share the last one.
    """
    edges = period_edges(begin_s, end_s, unit)
    placed = [
        (name, int(np.searchsorted(edges, day * DAY_S, side="right")) - 1)
        for day, name in zip(days, sources, strict=True)
        if day is not None and edges[0] <= day * DAY_S < edges[-1]
    ]
    totals: dict[str, int] = {}
    for name, _ in placed:
        totals[name] = totals.get(name, 0) + 1
    ranked = sorted(totals, key=lambda name: (-totals[name], name))
    kept = ranked if len(ranked) <= most + 1 else ranked[:most]
    row_of = {name: number for number, name in enumerate(kept)}
    merged = len(ranked) - len(kept)
    counts = np.zeros((len(kept) + bool(merged), len(edges) - 1), np.int64)
    for name, period in placed:
        counts[row_of.get(name, len(kept)), period] += 1
    names = (*kept, *([""] if merged else []))
    return SourceCounts(edges, names, counts, sum(day is None for day in days), merged)
