"""Sets of days behave as sets, with open ends."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stanceline.temporal.intervals import ANY_DAY, DaySet

RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


def days(ranges: list[tuple[int, int]]) -> set[int]:
    return {day for first, last in ranges for day in range(first, last + 1)}


@given(RANGES, RANGES)
def test_sets_behave_as_sets(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    a, b = DaySet.of(one), DaySet.of(other)
    assert set(a) == days(one)
    assert set(a & b) == days(one) & days(other)
    assert set(a | b) == days(one) | days(other)
    assert a.count() == len(days(one))
    assert all(day in a for day in days(one))


@given(RANGES)
def test_ranges_are_sorted_with_gaps(ranges: list[tuple[int, int]]) -> None:
    found = DaySet.of(ranges).ranges
    assert all(first <= last for first, last in found)
    assert all(a[1] + 1 < b[0] for a, b in pairwise(found))


def test_open_ends_are_none() -> None:
    assert (ANY_DAY.first(), ANY_DAY.last()) == (None, None)
    assert (DaySet.since(7).first(), DaySet.since(7).last()) == (7, None)
    assert (DaySet.until(7) & DaySet.since(7)).ranges == ((7, 7),)
    assert not DaySet.until(6) & DaySet.since(7)
