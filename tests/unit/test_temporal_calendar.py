"""Periods of every granularity, their spelling and the parts that words leave of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stanceline.temporal import calendar
from stanceline.temporal.calendar import Period, containing, narrowed
from stanceline.temporal.timex import GRANULARITIES, Granularity, parse_day

DAY = st.integers(min_value=-1_000_000, max_value=2_900_000)
CALENDAR = [name for name in GRANULARITIES if name not in ("weekend", "day", "part_of_day", "hour", "minute")]


def _day(text: str) -> int:
    day = parse_day(text)
    assert day is not None
    return day


@given(DAY, st.sampled_from(CALENDAR))
def test_a_day_lies_in_its_period_and_periods_leave_no_gap(day: int, granularity: Granularity) -> None:
    period = containing(granularity, day)
    first, last = period.days()
    assert first <= day <= last
    assert period.shift(1).days()[0] == last + 1


@given(DAY, st.sampled_from(CALENDAR), st.sampled_from(["early", "mid", "late", "start", "end"]))
def test_narrowing_stays_inside(day: int, granularity: Granularity, edge: str) -> None:
    period = containing(granularity, day)
    whole, part = period.interval(), narrowed(period, edge)
    assert whole.begin <= part.begin < part.end <= whole.end


@pytest.mark.parametrize(
    ("granularity", "value", "edtf"),
    [
        ("century", "20", "20XX"),
        ("decade", "202", "202X"),
        ("year", "2023", "2023"),
        ("half", "2023-H2", "2023-41"),
        ("quarter", "2023-Q3", "2023-35"),
        ("season", "2023-SU", "2023-22"),
        ("month", "2023-07", "2023-07"),
        ("week", "2023-W27", "2023-07-03/2023-07-09"),
        ("weekend", "2023-W27-WE", "2023-07-08/2023-07-09"),
        ("day", "2023-07-07", "2023-07-07"),
    ],
)
def test_spelling(granularity: Granularity, value: str, edtf: str) -> None:
    period = containing(granularity, _day("2023-07-07"))
    assert (period.value(), period.edtf()) == (value, edtf)


@pytest.mark.parametrize(
    ("day", "week"), [("2021-01-03", "2020-W53"), ("2021-01-04", "2021-W01"), ("2024-12-30", "2025-W01")]
)
def test_weeks_belong_to_the_year_of_their_thursday(day: str, week: str) -> None:
    assert containing("week", _day(day)).value() == week


def test_years_before_the_first_are_written_as_such() -> None:
    assert (calendar.year(-43).value(), calendar.year(-43).edtf()) == ("BC0044", "-0043")


def test_a_month_has_no_thirtieth_of_february() -> None:
    assert calendar.date(2023, 2, 30) is None
    assert calendar.date(2024, 2, 29) == Period("day", _day("2024-02-29"))
