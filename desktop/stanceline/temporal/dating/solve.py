"""Intersects what clues allow, drops the weakest where they contradict each other, and ranks the days that are left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from stanceline.temporal.intervals import ANY_DAY, DaySet
from stanceline.temporal.timex import DocumentTime, Reason, civil_from_days, weekday_of

WIDEST_GUESS: Final = 10
"""Days; where more are left, no day is named."""
LEAST_SURE: Final = 0.3
"""Probability of the likeliest day below which it is not named either."""
WIDEST_RANKING: Final = 400
"""Days; beyond, days are not even ranked."""
# How many days lie between a weekday that a report tells of and its publication. Counted on 71 dated news articles
# of 1989-2000 (43 on the day itself, 12 the day after), with more weight on the first days than papers then had.
FRESHNESS: Final = (0.54, 0.24, 0.08, 0.05, 0.04, 0.03, 0.02)
FRIDAY_ON_MONDAY: Final = 0.15
"""The weight of a Friday in an article of the Monday after: nobody writes at the weekend."""
# An article that says "yesterday" speaks of the day before by its weekday, too.
FRESHNESS_AFTER_YESTERDAY: Final = (0.3, 0.55, 0.1, 0.04, 0.03, 0.02, 0.02)
# How many years lie between a year named as past, or as still to come, and that of writing.
OF_YEAR: Final = (0.3, 1.0, 0.4, 0.25, 0.15, 0.1)
SURE_ENOUGH: Final = 0.55
"""Probability from which the likeliest day is named where the others are of other years."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """Days that one clue allows; `weight` decides which one goes where they contradict each other."""

    allowed: DaySet
    hard: bool
    weight: float
    rule: str
    says: str
    start: int | None = None
    end: int | None = None
    needs_support: bool = False
    """Hard only where another hard sign of the article speaks of about the same time."""
    events: tuple[str, ...] = ()
    """Ids of the reference events that it rests on."""
    is_common: bool = False
    """True of all articles, as far as is known: never a bound by itself."""
    is_last: bool = False
    """Asked only where everything else leaves the days open, to tell years of a cycle apart."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What makes some of the allowed days likelier: weekdays told as past, and whether it says "yesterday"."""

    weekdays: tuple[int, ...] = ()
    says_yesterday: bool = False
    past_year: int | None = None
    """The latest year told as past, by its number: articles rarely call their own year so."""
    coming_year: int | None = None
    """The first year told as still to come."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Solution:
    """The days that are left, the constraints that hold and those that had to go.

    `against` has for each dropped one the strongest of those that it contradicts.
    """

    days: DaySet
    held: tuple[Constraint, ...]
    dropped: tuple[Constraint, ...]
    against: tuple[Constraint | None, ...] = ()


def intersect(constraints: Sequence[Constraint]) -> Solution:
    """All hard constraints together, then the soft ones by weight as far as something is left.

    Constraints of equal weight are taken in text order. A hard one that contradicts stronger ones is dropped. The
    result does not depend on the order in which they are given.
    """
    days, held, dropped, deferred = ANY_DAY, [], [], []
    order, against = sorted(_supported(constraints), key=_strength), list[Constraint | None]()
    for constraint in order:
        both = days & constraint.allowed
        # A soft sign that is open to one side tells ranges apart; alone it would only feign a bound.
        is_open = _is_open(constraint.allowed) and _is_open(days)
        if (
            constraint.is_common
            or constraint.is_last
            or (not constraint.hard and is_open and constraint.allowed != ANY_DAY)
        ):
            deferred.append(constraint)
            continue
        if both:
            days = both
            held.append(constraint)
        else:
            dropped.append(constraint)
            against.append(next((other for other in held if not other.allowed & constraint.allowed), None))
    together, joined = _together(days, deferred)
    return Solution(together, (*held, *joined), tuple(dropped), tuple(against))


def _together(days: DaySet, deferred: Sequence[Constraint]) -> tuple[DaySet, list[Constraint]]:
    """Open soft signs, such as a term of office and a holiday's day, where together they leave few days.

    What is only true of all that is known (`is_common`) helps to close a set that is of a few years anyway, and a sign
    of the last resort only one that is still open then.
    """
    for common, last_too, longest in _ROUNDS:
        if last_too and not _is_open(days):
            break
        found, joined = days, list[Constraint]()
        for constraint in deferred:
            is_asked = (common or not constraint.is_common) and (last_too or not constraint.is_last)
            if is_asked and (both := found & constraint.allowed):
                found = both
                joined.append(constraint)
        first, last = found.first(), found.last()
        if first is None or last is None or len(joined) <= common:
            continue
        if last - first <= longest and found.count() <= WIDEST_RANKING:
            return found, joined
    return days, []


def _strength(constraint: Constraint) -> tuple[object, ...]:
    """The strongest first; no two that differ compare as equal."""
    start = constraint.start if constraint.start is not None else -1
    return (
        not constraint.hard, -constraint.weight, start, constraint.rule, constraint.end or -1,
        constraint.allowed.ranges, constraint.says, constraint.events,
    )  # fmt: skip


LONGEST_TOGETHER: Final = 20 * 366
LONGEST_BY_COMMON: Final = 4 * 366
"""Days from the first to the last that open signs may leave together; more would feign a bound."""
_ROUNDS: Final = ((False, False, LONGEST_TOGETHER), (True, False, LONGEST_BY_COMMON), (True, True, LONGEST_BY_COMMON))
"""Whether signs that are common count, whether those of the last resort do, and how much they may leave."""
SUPPORT_DAYS: Final = 731
"""How far apart the bounds of two signs may lie that support each other."""


def _supported(constraints: Sequence[Constraint]) -> Sequence[Constraint]:
    """Those that need the support of another sign, softened where none gives it."""
    if not any(constraint.needs_support and constraint.hard for constraint in constraints):
        return constraints
    firm = [constraint for constraint in constraints if constraint.hard and not constraint.needs_support]
    return [
        c
        if not (c.needs_support and c.hard) or any(_supports(other, c) for other in firm)
        else replace(c, hard=False, weight=c.weight / 4)
        for c in constraints
    ]


def _supports(other: Constraint, shaky: Constraint) -> bool:
    if not other.allowed & shaky.allowed:
        return False
    first, last = shaky.allowed.first(), shaky.allowed.last()
    if first is not None:
        begin = other.allowed.first()
        return begin is not None and begin >= first - SUPPORT_DAYS
    end = other.allowed.last()
    return last is not None and end is not None and end <= last + SUPPORT_DAYS


def _is_open(days: DaySet) -> bool:
    return days.first() is None or days.last() is None


def rank(days: DaySet, leaning: Leaning) -> tuple[tuple[int, float], ...]:
    """(day, probability) of the allowed days, likeliest first; empty where there are too many."""
    if not days or days.count() > WIDEST_RANKING:
        return ()
    freshness = FRESHNESS_AFTER_YESTERDAY if leaning.says_yesterday else FRESHNESS
    weights: dict[int, float] = {}
    for day in days:
        weight = 1.0
        for weekday in leaning.weekdays:
            gap = (weekday_of(day) - weekday) % 7
            weight *= FRIDAY_ON_MONDAY if (weekday, gap) == (5, 3) else freshness[gap]
        year = civil_from_days(day)[0]
        if leaning.past_year is not None:
            weight *= _of_year(year - leaning.past_year)
        if leaning.coming_year is not None:
            weight *= _of_year(leaning.coming_year - year)
        weights[day] = weight
    total = sum(weights.values())
    return tuple(
        (day, round(weight / total, 4)) for day, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _of_year(years: int) -> float:
    return OF_YEAR[years] if 0 <= years < len(OF_YEAR) else OF_YEAR[-1]


def conclude(solution: Solution, leaning: Leaning) -> DocumentTime:
    """The article's day with bounds, candidates and reasons; no day where too many are left."""
    first, last = solution.days.first(), solution.days.last()
    end = last + 1 if last is not None else None
    ranked = rank(solution.days, leaning)
    left_out = zip(solution.dropped, solution.against or (None,) * len(solution.dropped), strict=True)
    told = (*(_reason(c) for c in solution.held), *(_left_out(c, other) for c, other in left_out))
    reasons = tuple(
        sorted(
            (*told, *leaning.reasons) if ranked else told,
            key=lambda reason: (reason.start if reason.start is not None else -1, reason.rule, reason.says),
        )
    )
    if not ranked or first is None or end is None:
        return DocumentTime(None, first, end, "unknown", (), reasons)
    is_scattered = end - first > WIDEST_GUESS and len(ranked) <= WIDEST_GUESS
    if ranked[0][1] < (SURE_ENOUGH if is_scattered else LEAST_SURE) or len(ranked) > WIDEST_GUESS:
        return DocumentTime(None, first, end, "unknown", ranked[:WIDEST_GUESS], reasons)
    return DocumentTime(ranked[0][0], first, end, "inferred", ranked[:WIDEST_GUESS], reasons)


def _reason(constraint: Constraint) -> Reason:
    first, last = constraint.allowed.first(), constraint.allowed.last()
    return Reason(
        constraint.rule, constraint.says, constraint.hard, constraint.start, constraint.end,
        first, last + 1 if last is not None else None, events=constraint.events,
    )  # fmt: skip


def _left_out(constraint: Constraint, other: Constraint | None) -> Reason:
    """The reason that does not count, with what it contradicts: one sign, or all others together."""
    stronger = f"“{other.says}”" if other is not None else "the stronger signs together"
    says = f"Left out, because it contradicts {stronger}: {constraint.says}"
    return replace(_reason(constraint), says=says, hard=False, dropped="hard" if constraint.hard else "soft")
