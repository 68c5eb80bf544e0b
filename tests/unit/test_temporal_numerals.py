"""Counts and years in words."""

import pytest

from stanceline.temporal.finding.numerals import read_count, read_year_words


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
