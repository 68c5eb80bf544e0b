"""Dates that people type, and dates that the window writes."""

import pytest

from stanceline.temporal.timex import DAY_S, format_day
from stanceline.ui.dialogs.dates import parse_period


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("July 2023", "2023-07-01", "2023-07-31"),
        ("Jul. 2023", "2023-07-01", "2023-07-31"),
        ("2023-07-12", "2023-07-12", "2023-07-12"),
        ("12 July 2023", "2023-07-12", "2023-07-12"),
        ("July 12, 2023", "2023-07-12", "2023-07-12"),
        ("July 12th, 2023", "2023-07-12", "2023-07-12"),
        ("2023 Q3", "2023-07-01", "2023-09-30"),
        ("Q4 2023", "2023-10-01", "2023-12-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("44 BC", "-0043-01-01", "-0043-12-31"),
        ("  December  2023 ", "2023-12-01", "2023-12-31"),
    ],
)
def test_any_precision_is_understood(typed: str, first: str, last: str) -> None:
    period = parse_period(typed)
    assert period is not None
    assert (format_day(period[0] // DAY_S), format_day((period[1] - 1) // DAY_S)) == (first, last)


@pytest.mark.parametrize(
    "typed", ["", "soon", "2023-13", "31 February 2023", "Juneteenth 2023", "12 12 2023", "2023-07-12x" * 3]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    assert parse_period(typed) is None
