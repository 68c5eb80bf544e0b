"""Days of feasts by their rules, against published calendars."""

import pytest

from stanceline.temporal.finding.holidays import Holiday, days_of_holiday, holidays, is_american_only, is_small
from stanceline.temporal.timex import format_day


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
        ("Rosh Hashanah", 2023, "2023-09-16", "2023-09-16"),
        ("Rosh Hashanah", 2024, "2024-10-03", "2024-10-03"),
        ("Yom Kippur", 2023, "2023-09-25", "2023-09-25"),
        ("Passover", 2025, "2025-04-13", "2025-04-20"),
        ("Hanukkah", 2023, "2023-12-08", "2023-12-15"),
        ("Hanukkah", 2024, "2024-12-26", "2025-01-02"),
        ("Purim", 2024, "2024-03-24", "2024-03-24"),
        ("Orthodox Easter", 2023, "2023-04-16", "2023-04-16"),
        ("Orthodox Easter", 2024, "2024-05-05", "2024-05-05"),
        ("Nowruz", 2023, "2023-03-21", "2023-03-21"),
        ("Nowruz", 2024, "2024-03-20", "2024-03-20"),
        ("Election Day", 2024, "2024-11-05", "2024-11-05"),
        ("Black Friday", 2023, "2023-11-24", "2023-11-24"),
        ("Remembrance Sunday", 2023, "2023-11-12", "2023-11-12"),
        ("Mothering Sunday", 2024, "2024-03-10", "2024-03-10"),
        ("Super Tuesday", 2024, "2024-03-05", "2024-03-05"),
        ("Holy Week", 2025, "2025-04-14", "2025-04-20"),
    ],
)
def test_a_feast_falls_where_the_calendar_has_it(name: str, year: int, first: str, last: str) -> None:
    found = days_of_holiday(name, year)
    assert found is not None
    assert tuple(format_day(day) for day in found) == (first, last)


def test_a_listed_feast_has_no_day_in_other_years() -> None:
    assert days_of_holiday("Super Tuesday", 2023) is None


def test_some_names_mean_a_day_in_american_articles_only() -> None:
    assert is_american_only("Election Day")
    assert not is_american_only("Christmas Eve")


def test_some_names_need_no_capital() -> None:
    assert is_small("the spring bank holiday")
    assert not is_small("Memorial Day")


@pytest.mark.parametrize("row", holidays(), ids=lambda row: row.names[0])
def test_every_row_of_the_table_gives_days_of_its_year(row: Holiday) -> None:
    days = days_of_holiday(row.names[0], 2024)
    assert days is not None
    begin, end = days
    assert format_day(begin)[:4] == "2024"
    assert 0 <= end - begin <= 46


def test_an_unknown_feast_is_none() -> None:
    assert days_of_holiday("Festivus", 2024) is None
