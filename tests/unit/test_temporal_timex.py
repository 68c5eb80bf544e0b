"""Calendar arithmetic that everything stands on, against the standard library."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stanceline.temporal.timex import Interval, civil_from_days, days_from_civil, format_day, parse_day, weekday_of

EPOCH = datetime.date(1970, 1, 1)


@given(st.dates())
def test_agrees_with_the_standard_library(day: datetime.date) -> None:
    days = (day - EPOCH).days
    assert days_from_civil(day.year, day.month, day.day) == days
    assert civil_from_days(days) == (day.year, day.month, day.day)
    assert weekday_of(days) == day.isoweekday()
    assert format_day(days) == day.isoformat()
    assert parse_day(day.isoformat()) == days


@given(st.integers(-20_000_000, 20_000_000))
def test_day_and_date_are_inverse_in_any_year(days: int) -> None:
    assert days_from_civil(*civil_from_days(days)) == days
    assert parse_day(format_day(days)) == days


@pytest.mark.parametrize(
    ("date", "written"), [((-43, 3, 15), "-0043-03-15"), ((10_000, 1, 2), "Y10000-01-02"), ((0, 12, 31), "0000-12-31")]
)
def test_years_outside_four_digits_are_spelled_as_edtf(date: tuple[int, int, int], written: str) -> None:
    assert format_day(days_from_civil(*date)) == written


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13-01", "12/07/2023", "yesterday", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_day(text) is None


def test_an_interval_is_never_empty() -> None:
    with pytest.raises(ValueError, match="empty interval"):
        Interval(5, 5)


def test_an_interval_is_written_with_clock_times_only_where_it_has_them() -> None:
    day = Interval.of_days(19_550, 19_550)
    assert day.written() == ("2023-07-12", "2023-07-13")
    assert Interval(day.begin + 15 * 3600, day.begin + 16 * 3600).written() == ("2023-07-12T15:00", "2023-07-12T16:00")
