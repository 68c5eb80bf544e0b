"""Changes of position: when an actor came to stand elsewhere, with the stance before and the one after it.

Without a window a first-hand position replaces an earlier one of the same holder after a settable time. With one, a
change is where the weighted medians of the window before and of the window after disagree in sign or by two steps, and
each of them holds evidence.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.records import StanceRow
from stanceline.temporal.timex import DAY_S

_BIG_STEP = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of position at `when` (seconds since 1970): ids of the last stance before it and of the first after."""

    when: int
    before: str
    after: str


def turns_of(
    rows: Sequence[StanceRow], rules: CellRules, weights: Mapping[str, float] | None = None
) -> tuple[Turn, ...]:
    """The changes among the stances of one cell, oldest first; `weights` by stance id, their confidences without."""
    dated = sorted((row for row in rows if row.begin is not None), key=lambda row: (row.begin or 0, row.id))
    if rules.window:
        return _between_windows(dated, rules, {row.id: row.confidence for row in dated} | dict(weights or {}))
    takers: dict[str, list[StanceRow]] = defaultdict(list)
    for row in dated:
        if row.stance and row.mode in ("first_hand", "observed"):
            takers[row.holder].append(row)
    times = {holder: [row.begin or 0 for row in rows] for holder, rows in takers.items()}
    found: dict[tuple[str, int], Turn] = {}
    for old in dated:
        if old.holder not in takers:
            continue
        earliest = (old.begin or 0) + max(rules.replaces_after * DAY_S, 1)
        later = takers[old.holder][bisect_left(times[old.holder], earliest) :]
        first = next((new for new in later if replaces(new, old, rules)), None)
        if first is not None and first.begin is not None and is_turned(old.stance, first.stance):
            # Of several earlier ones the last tells best what was left.
            found[first.holder, first.begin] = Turn(first.begin, old.id, first.id)
    return tuple(sorted(found.values(), key=lambda turn: (turn.when, turn.after)))


_Counted = Sequence[tuple[StanceRow, float]]
"""Stances of a window in the order of time, each with what it weighs there."""


def _between_windows(dated: Sequence[StanceRow], rules: CellRules, weights: Mapping[str, float]) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    # As the windows move on, they go on disagreeing about the same change: it is told once, where they do so most.
    best, widest = None, 0.0
    for place in range(1, len(dated)):
        when = dated[place].begin or 0
        if when == dated[place - 1].begin:
            continue
        # The window before ends with its last stance: silence in between tells of no position.
        left = _window(dated[:place], dated[place - 1].begin or 0, rules, weights, from_end=True)
        right = _window(dated[place:], when, rules, weights, from_end=False)
        if left and right and is_turned(_median(left), _median(right)):
            gap = abs(_mean(left) - _mean(right))
            if best is None or gap > widest:
                best, widest = _turn(when, left, right), gap
        elif best is not None:
            turns.append(best)
            best = None
    return (*turns, best) if best is not None else tuple(turns)


def _window(
    rows: Sequence[StanceRow], when: int, rules: CellRules, weights: Mapping[str, float], *, from_end: bool
) -> _Counted:
    if rules.counts_statements:
        places = range(len(rows) - 1, -1, -1) if from_end else range(len(rows))
        shares = [rules.share(place) for place in places]
    else:
        shares = [rules.share(((row.begin or 0) - when) / DAY_S) for row in rows]
    counted = [(row, weights[row.id] * share) for row, share in zip(rows, shares, strict=True)]
    return [(row, weight) for row, weight in counted if weight > 0]


def _median(counted: _Counted) -> float:
    return weighted_median([(row.stance, weight) for row, weight in counted])


def _mean(counted: _Counted) -> float:
    return sum(row.stance * weight for row, weight in counted) / sum(weight for _, weight in counted)


def _turn(when: int, left: _Counted, right: _Counted) -> Turn:
    """The quotations of a change: the ones nearest to it that stand on the sides that the windows have."""
    old = [row for row, _ in left if sign(row.stance) == sign(_median(left))] or [row for row, _ in left]
    new = [row for row, _ in right if sign(row.stance) == sign(_median(right))] or [row for row, _ in right]
    return Turn(when, old[-1].id, new[0].id)


def replaces(new: StanceRow, old: StanceRow, rules: CellRules) -> bool:
    """Whether a later word of the same holder stands in the place of an earlier one."""
    if new.holder != old.holder or new.mode not in ("first_hand", "observed"):
        return False
    if new.begin is None or old.begin is None or new.stance == old.stance:
        return False
    is_later = new.begin > old.begin and new.begin - old.begin >= rules.replaces_after * DAY_S
    return is_later and (new.stance != 0 or old.stance == 0)


def is_turned(old: float, new: float) -> bool:
    """Whether two positions differ in sign, or by two steps."""
    return sign(old) * sign(new) < 0 or abs(old - new) >= _BIG_STEP


def weighted_median(pairs: Sequence[tuple[int, float]]) -> float:
    """The value at half of the weight; midway between two values where the half falls between them."""
    ordered = sorted(pairs)
    half = sum(weight for _, weight in ordered) / 2
    passed = 0.0
    for place, (value, weight) in enumerate(ordered):
        passed += weight
        if passed > half + 1e-9 or place == len(ordered) - 1:
            return float(value)
        if abs(passed - half) <= 1e-9:
            return (value + ordered[place + 1][0]) / 2
    raise ValueError("weighted_median needs at least one value")


def sign(value: float) -> int:
    """-1, 0 or 1; what lies within a quarter of 0 has no side."""
    return (value > 0.25) - (value < -0.25)
