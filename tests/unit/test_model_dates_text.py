"""Dates in words, never finer than the source allows."""

import pytest

from stanceline.model.dates_text import date_text, day_text
from stanceline.temporal.timex import DAY_S, Granularity, days_from_civil


def at(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> int:
    return days_from_civil(year, month, day) * DAY_S + hour * 3600 + minute * 60


@pytest.mark.parametrize(
    ("begin", "end", "granularity", "says"),
    [
        (at(2024), at(2025), "year", "2024"),
        (at(2019), at(2024), "year", "2019–2023"),
        (at(-43), at(-42), "year", "44 BCE"),
        (at(1990), at(2000), "decade", "1990s"),
        (at(1901), at(2001), "century", "20th century"),
        (at(2001), at(2101), "century", "21st century"),
        (at(2024, 5), at(2024, 6), "month", "May 2024"),
        (at(2024, 5), at(2024, 8), "month", "May–July 2024"),
        (at(2023, 12), at(2024, 2), "month", "December 2023 – January 2024"),
        (at(2024, 7), at(2024, 10), "quarter", "Q3 2024"),
        (at(2024, 7), at(2025), "half", "second half of 2024"),
        (at(2024, 3), at(2024, 6), "season", "spring 2024"),
        (at(2023, 12), at(2024, 3), "season", "winter 2023–24"),
        (at(2023, 7, 10), at(2023, 7, 17), "week", "week of 10 July 2023"),
        (at(2023, 7, 15), at(2023, 7, 17), "weekend", "15–16 July 2023"),
        (at(2024, 5, 12), at(2024, 5, 13), "day", "12 May 2024"),
        (at(2024, 5, 12), at(2024, 5, 15), "day", "12–14 May 2024"),
        (at(2024, 4, 30), at(2024, 5, 3), "day", "30 April – 2 May 2024"),
        (at(2023, 12, 30), at(2024, 1, 2), "day", "30 December 2023 – 1 January 2024"),
        (at(2024, 5, 12, 14, 30), at(2024, 5, 12, 14, 31), "minute", "12 May 2024, 14:30"),
        (at(2024, 5, 12, 14), at(2024, 5, 12, 15), "hour", "12 May 2024, 14:00"),
        (at(2024, 5, 12, 14), at(2024, 5, 12, 16), "hour", "12 May 2024, 14:00–16:00"),
        (at(2024, 5, 12, 6), at(2024, 5, 12, 12), "part_of_day", "12 May 2024, morning"),
    ],
)
def test_the_words_are_as_fine_as_the_granularity(begin: int, end: int, granularity: Granularity, says: str) -> None:
    assert date_text(begin, end, granularity) == says


def test_approximate_and_open_dates_say_so() -> None:
    day: tuple[int, int, Granularity] = (at(2024, 5, 12), at(2024, 5, 13), "day")
    assert date_text(*day, approximate=True) == "c. 12 May 2024"
    assert date_text(*day, edtf="2024-05-12/..") == "since 12 May 2024"
    assert date_text(*day, edtf="../2024-05-12") == "until 12 May 2024"


@pytest.mark.parametrize(
    ("begin", "end", "granularity", "says"),
    [
        (at(2024), at(2025), "year", "2024"),
        (at(2024, 5), at(2024, 6), "month", "2024-05"),
        (at(2024, 7), at(2024, 10), "quarter", "2024-Q3"),
        (at(2023, 7, 10), at(2023, 7, 17), "week", "2023-W28"),
        (at(2021, 1, 1), at(2021, 1, 2), "week", "2020-W53"),
        (at(2024, 5, 12), at(2024, 5, 15), "day", "2024-05-12/2024-05-14"),
        (at(2024, 5, 12, 14, 30), at(2024, 5, 12, 14, 31), "minute", "2024-05-12T14:30"),
    ],
)
def test_the_iso_style_is_as_fine(begin: int, end: int, granularity: Granularity, says: str) -> None:
    assert date_text(begin, end, granularity, style="iso") == says


def test_days_are_written_both_ways() -> None:
    day = days_from_civil(2024, 5, 12)
    assert day_text(day) == "12 May 2024"
    assert day_text(day, style="iso") == "2024-05-12"
