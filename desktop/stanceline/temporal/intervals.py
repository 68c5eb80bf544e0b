"""Sets of days as sorted, disjoint, closed ranges: what each clue allows, and what all of them allow together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stanceline.temporal.timex import days_from_civil

EARLIEST = days_from_civil(1850, 1, 1)
LATEST = days_from_civil(2150, 12, 31)
"""An end of a set that lies here is open."""


@dataclass(frozen=True, slots=True)
class DaySet:
    """Days since 1970 as `(first, last)` ranges, both ends included, ascending, with a gap between neighbors."""

    ranges: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, ranges: Iterable[tuple[int, int]]) -> "DaySet":
        """Join ranges in any order, overlapping or touching ones into one; empty ones are dropped."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(pair for pair in ranges if pair[0] <= pair[1]):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(joined[-1][1], last))
            else:
                joined.append((first, last))
        return cls(tuple(joined))

    @classmethod
    def days(cls, days: Iterable[int]) -> "DaySet":
        """The set of single days."""
        return cls.of((day, day) for day in days)

    @classmethod
    def since(cls, first: int) -> "DaySet":
        """From a day on."""
        return cls.of([(first, LATEST)])

    @classmethod
    def until(cls, last: int) -> "DaySet":
        """Up to a day, included."""
        return cls.of([(EARLIEST, last)])

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def __iter__(self) -> Iterator[int]:
        for first, last in self.ranges:
            yield from range(first, last + 1)

    def __contains__(self, day: int) -> bool:
        return any(first <= day <= last for first, last in self.ranges)

    def __and__(self, other: "DaySet") -> "DaySet":
        found: list[tuple[int, int]] = []
        mine, theirs = 0, 0
        while mine < len(self.ranges) and theirs < len(other.ranges):
            (a, b), (c, d) = self.ranges[mine], other.ranges[theirs]
            if max(a, c) <= min(b, d):
                found.append((max(a, c), min(b, d)))
            if b < d:
                mine += 1
            else:
                theirs += 1
        return DaySet(tuple(found))

    def __or__(self, other: "DaySet") -> "DaySet":
        return DaySet.of((*self.ranges, *other.ranges))

    def count(self) -> int:
        """How many days the set has."""
        return sum(last - first + 1 for first, last in self.ranges)

    def first(self) -> int | None:
        """The first day, or None where the set is empty or open to the past."""
        return self.ranges[0][0] if self.ranges and self.ranges[0][0] > EARLIEST else None

    def last(self) -> int | None:
        """The last day, or None where the set is empty or open to the future."""
        return self.ranges[-1][1] if self.ranges and self.ranges[-1][1] < LATEST else None

    def widened(self, before: int, after: int) -> "DaySet":
        """Each range stretched by so many days."""
        return DaySet.of((max(EARLIEST, a - before), min(LATEST, b + after)) for a, b in self.ranges)


ANY_DAY = DaySet(((EARLIEST, LATEST),))
