"""Days of feasts by their rules, against published calendars."""

import pytest

from stanceline.temporal.finding.holidays import days_of_holiday, is_american_only
from stanceline.temporal.timex import format_day


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
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
