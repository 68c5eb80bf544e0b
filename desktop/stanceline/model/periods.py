"""Cuts time into whole calendar periods: days, weeks, months, quarters, half-years, years, decades.

Instants are seconds since 1970, naive; periods are half-open and lie side by side.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from stanceline.model.dates_text import MONTHS, year_text
from stanceline.temporal.timex import DAY_S, civil_from_days, days_from_civil, weekday_of

PeriodUnit = Literal["day", "week", "month", "quarter", "half", "year", "decade"]
PERIOD_UNITS: tuple[PeriodUnit, ...] = ("day", "week", "month", "quarter", "half", "year", "decade")
MOST_PERIODS = 4000
_DAYS_IN: dict[PeriodUnit, float] = {
    "day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.31, "half": 182.62, "year": 365.2425, "decade": 3652.425,
}  # fmt: skip
_MONTHS_IN: dict[PeriodUnit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def suiting_unit(begin_s: float, end_s: float, most: int = 40) -> PeriodUnit:
    """The finest unit that cuts a range into at most `most` periods; a decade where none does."""
    days = max(end_s - begin_s, 1.0) / DAY_S
    return next((unit for unit in PERIOD_UNITS if days / _DAYS_IN[unit] <= most), "decade")


def period_edges(begin_s: float, end_s: float, unit: PeriodUnit) -> NDArray[np.int64]:
    """The edges of the periods that cover a range, one more than there are periods.

    Raises `ValueError` for an empty range, and for one that would need more than `MOST_PERIODS` periods.
    """
    if end_s <= begin_s:
        raise ValueError("A range ends after it begins.")
    if (end_s - begin_s) / DAY_S / _DAYS_IN[unit] > MOST_PERIODS:
        raise ValueError(f"More than {MOST_PERIODS} periods; use a longer unit than a {unit}.")
    edges = [_first(int(begin_s // DAY_S), unit)]
    while edges[-1] * DAY_S < end_s:
        edges.append(_next(edges[-1], unit))
    return np.array(edges, np.int64) * DAY_S


def _first(day: int, unit: PeriodUnit) -> int:
    """The day on which the period that holds `day` begins."""
    if unit == "day":
        return day
    if unit == "week":
        return day - weekday_of(day) + 1
    year, month, _ = civil_from_days(day)
    count = (year * 12 + month - 1) // _MONTHS_IN[unit] * _MONTHS_IN[unit]
    return days_from_civil(count // 12, count % 12 + 1, 1)


def _next(day: int, unit: PeriodUnit) -> int:
    if unit in ("day", "week"):
        return day + (1 if unit == "day" else 7)
    year, month, _ = civil_from_days(day)
    count = year * 12 + month - 1 + _MONTHS_IN[unit]
    return days_from_civil(count // 12, count % 12 + 1, 1)


def period_text(begin_s: int, unit: PeriodUnit) -> str:
    """What the period that begins at `begin_s` is called: "12 May 2024", "week of 6 May 2024", "Q2 2024"."""
    year, month, number = civil_from_days(begin_s // DAY_S)
    match unit:
        case "day":
            return f"{number} {MONTHS[month - 1]} {year_text(year)}"
        case "week":
            return f"week of {number} {MONTHS[month - 1]} {year_text(year)}"
        case "month":
            return f"{MONTHS[month - 1]} {year_text(year)}"
        case "quarter":
            return f"Q{(month - 1) // 3 + 1} {year_text(year)}"
        case "half":
            return f"{'first' if month < 7 else 'second'} half of {year_text(year)}"
        case "year":
            return year_text(year)
        case "decade":
            return f"{year}s" if year > 0 else f"{year_text(year)} to {year_text(year + 9)}"
