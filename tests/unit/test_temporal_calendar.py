"""Periods and their spelling, feasts, numbers in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stanceline.temporal import calendar
from stanceline.temporal.calendar import Period, containing, narrowed
from stanceline.temporal.finding.holidays import Holiday, days_of_holiday, holidays
from stanceline.temporal.finding.numerals import read_count, read_year_words
from stanceline.temporal.timex import GRANULARITIES, Granularity, format_day, parse_day

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


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("Easter", 2026, "2026-04-05", "2026-04-05"),
        ("Good Friday", 2025, "2025-04-18", "2025-04-18"),
        ("Thanksgiving Day", 2025, "2025-11-27", "2025-11-27"),
        ("Memorial Day", 2026, "2026-05-25", "2026-05-25"),
        ("Victoria Day", 2026, "2026-05-18", "2026-05-18"),
        ("New Year's Eve", 2025, "2025-12-31", "2025-12-31"),
        ("New Year’s Eve", 2025, "2025-12-31", "2025-12-31"),
        ("Carnival", 2026, "2026-02-14", "2026-02-17"),
        ("Ramadan", 2026, "2026-02-18", "2026-03-19"),
        ("Eid al-Adha", 2025, "2025-06-06", "2025-06-06"),
        ("Lunar New Year", 2023, "2023-01-22", "2023-01-22"),
        ("Chuseok", 2025, "2025-10-06", "2025-10-06"),
        ("Diwali", 2023, "2023-11-12", "2023-11-12"),
    ],
)
def test_feasts(name: str, year: int, first: str, last: str) -> None:
    days = days_of_holiday(name, year)
    assert days is not None
    assert [format_day(day) for day in days] == [first, last]


@pytest.mark.parametrize("row", holidays(), ids=lambda row: row.names[0])
def test_every_row_of_the_table_gives_days_of_its_year(row: Holiday) -> None:
    days = days_of_holiday(row.names[0], 2024)
    assert days is not None
    begin, end = days
    assert format_day(begin)[:4] == "2024"
    assert 0 <= end - begin <= 46


def test_an_unknown_feast_is_none() -> None:
    assert days_of_holiday("Festivus", 2024) is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("twenty - four", "24"),
        ("two and a half", "2.5"),
        ("2 1/2", "2.5"),
        ("half an", "0.5"),
        ("a couple of", "2"),
        ("a dozen", "12"),
        ("1,500", "1500"),
        ("two hundred and ten", "210"),
        ("a hundred", "100"),
        ("a few", "X"),
        ("several", "X"),
    ],
)
def test_numbers(words: str, count: str) -> None:
    assert read_count(words.split()) == count


@pytest.mark.parametrize(
    ("words", "year"),
    [("nineteen ninety - seven", 1997), ("two thousand five", 2005), ("nineteen hundred ten", 1910), ("ten men", None)],
)
def test_years_in_words(words: str, year: int | None) -> None:
    assert read_year_words(words.split()) == year
