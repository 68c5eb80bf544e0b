"""Calendar arithmetic: periods of every granularity as whole numbers, with their TIMEX3 and EDTF spelling.

A period is a granularity and an index that counts such periods without gaps (months since year 0, weeks since
that of 1970-01-01, days since 1970 ...), so that "two months later" is an addition.
"""

from dataclasses import dataclass
from typing import Final

from stanceline.temporal.timex import (
    DAY_S,
    Granularity,
    Interval,
    civil_from_days,
    days_from_civil,
    format_day,
    weekday_of,
)

SEASONS: Final = ("SP", "SU", "FA", "WI")
"""Meteorological seasons in the order of a year; winter runs on into the next year."""

PARTS: Final = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "DT": (6, 18)}
"""Hours `[from, to)` of the parts of a day; a night is that of the day it is named by."""

_EDTF_SEASON: Final = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One stretch of the calendar, such as 2023-W28 or 1989-Q3."""

    granularity: Granularity
    index: int

    def shift(self, count: int) -> "Period":
        """The period `count` further on."""
        return Period(self.granularity, self.index + count)

    def days(self) -> tuple[int, int]:
        """First and last day, as day counts."""
        first = _first_day(self)
        return first, first + 1 if self.granularity == "weekend" else _first_day(self.shift(1)) - 1

    def within(self, granularity: Granularity) -> "Period":
        """The coarser period that holds its first day."""
        return containing(granularity, self.days()[0])

    def interval(self) -> Interval:
        """The half-open range of instants that it covers."""
        return Interval.of_days(*self.days())

    def year(self) -> int:
        """The (calendar) year that it belongs to; the ISO week year for weeks."""
        if self.granularity in ("week", "weekend"):
            return civil_from_days(self.index * 7)[0]
        return civil_from_days(_first_day(self))[0]

    def value(self) -> str:
        """TIMEX3's spelling: 19, 199, 1998, 1998-H1, 1998-Q3, 1998-SU, 1998-07, 1998-W28, 1998-W28-WE, 1998-07-07."""
        year, rest = self._fields()
        match self.granularity:
            case "century":
                # The years 399 to 300 before Christ begin with 3, as those of the 20th century with 19.
                return f"{self.index:02d}" if self.index >= 0 else f"BC{-self.index - 1:02d}"
            case "decade":
                return f"{self.index:03d}" if self.index >= 0 else f"BC{-self.index:03d}"
            case "day":
                return format_day(self.index) if year >= 0 else f"{written_year(year)}{format_day(self.index)[-6:]}"
            case "year":
                return written_year(year)
        return f"{written_year(year)}-{rest}"

    def edtf(self) -> str:
        """EDTF's spelling; an interval of days where EDTF has no sign for the granularity."""
        year, rest = self._fields()
        match self.granularity:
            case "century" | "decade" if self.index >= 0:
                return f"{self.index:02d}XX" if self.granularity == "century" else f"{self.index:03d}X"
            case "year":
                return edtf_year(year)
            case "month":
                return f"{edtf_year(year)}-{rest}"
            case "season":
                return f"{edtf_year(year)}-{_EDTF_SEASON[rest]}"
            case "quarter":
                return f"{edtf_year(year)}-{32 + int(rest[1])}"
            case "half":
                return f"{edtf_year(year)}-{39 + int(rest[1])}"
            case "day":
                return format_day(self.index)
        return "/".join(format_day(day) for day in self.days())

    def _fields(self) -> tuple[int, str]:
        index = self.index
        match self.granularity:
            case "half":
                return index // 2, f"H{index % 2 + 1}"
            case "quarter":
                return index // 4, f"Q{index % 4 + 1}"
            case "season":
                return index // 4, SEASONS[index % 4]
            case "month":
                return index // 12, f"{index % 12 + 1:02d}"
            case "week" | "weekend":
                # A week belongs to the year of its Thursday, which is how ISO 8601 numbers them.
                year = civil_from_days(index * 7)[0]
                number = index - (days_from_civil(year, 1, 4) + 3) // 7 + 1
                return year, f"W{number:02d}" + ("-WE" if self.granularity == "weekend" else "")
        return self.year() if self.granularity == "day" else index, ""


def _first_day(period: Period) -> int:
    index = period.index
    match period.granularity:
        case "century":
            return days_from_civil(index * 100, 1, 1)
        case "decade":
            return days_from_civil(index * 10, 1, 1)
        case "year":
            return days_from_civil(index, 1, 1)
        case "half":
            return days_from_civil(index // 2, 1 + index % 2 * 6, 1)
        case "quarter":
            return days_from_civil(index // 4, 1 + index % 4 * 3, 1)
        case "season":
            return days_from_civil(index // 4, 3 + index % 4 * 3, 1)
        case "month":
            return days_from_civil(index // 12, index % 12 + 1, 1)
        case "week":
            return index * 7 - 3
        case "weekend":
            return index * 7 + 2
    return index


def written_year(year: int) -> str:
    """A year as TIMEX3 writes it: four digits, `BC0044` before year 1."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def edtf_year(year: int) -> str:
    """A year as EDTF writes it: four digits with a sign before year 0, `Y12345` beyond."""
    if 0 <= year <= 9999:
        return f"{year:04d}"
    return f"-{-year:04d}" if -9999 <= year < 0 else f"Y{year}"


def day(days: int) -> Period:
    """The day with this day count."""
    return Period("day", days)


def month(year: int, number: int) -> Period:
    """A month, 1 to 12."""
    return Period("month", year * 12 + number - 1)


def year(number: int) -> Period:
    """A year, astronomical."""
    return Period("year", number)


def date(year_number: int, month_number: int, day_number: int) -> Period | None:
    """A day, or None where the month has no such day."""
    if not 1 <= month_number <= 12 or not 1 <= day_number <= 31:
        return None
    days = days_from_civil(year_number, month_number, day_number)
    return Period("day", days) if civil_from_days(days)[2] == day_number else None


def season(year_number: int, name: str) -> Period:
    """A season (`SP`, `SU`, `FA`, `WI`) of a year; winter is named by the year in which it begins."""
    return Period("season", year_number * 4 + SEASONS.index(name))


def containing(granularity: Granularity, days: int) -> Period:
    """The period of a granularity that a day lies in; for a weekend that of the day's week."""
    year_number, month_number, _ = civil_from_days(days)
    match granularity:
        case "century":
            return Period("century", year_number // 100)
        case "decade":
            return Period("decade", year_number // 10)
        case "year":
            return Period("year", year_number)
        case "half":
            return Period("half", year_number * 2 + (month_number > 6))
        case "quarter":
            return Period("quarter", year_number * 4 + (month_number - 1) // 3)
        case "season":
            return Period("season", (year_number * 12 + month_number - 3) // 3)
        case "month":
            return Period("month", year_number * 12 + month_number - 1)
        case "week" | "weekend":
            return Period(granularity, (days + 3) // 7)
    return Period("day", days)


def latest_weekday(days: int, weekday: int) -> int:
    """The latest day with this ISO weekday, `days` itself included."""
    return days - (weekday_of(days) - weekday) % 7


def narrowed(period: Period, edge: str) -> Interval:
    """The part of a period that early, mid, late, start or end leave of it.

    Early, mid and late are of a month days 1-10, 11-20, 21-end; of a year January-April, May-August,
    September-December; of a half, quarter or season the first, middle and last month; of a decade years 0-3, 4-6, 7-9;
    of a century thirds; of a week Monday-Tuesday, Wednesday-Thursday, Friday-Sunday. Start and end are of a month days
    1-10 and 21-end, of a year the first and last month, of a decade the first and last year, else what early and late
    are. Weekends, days and what is shorter stay whole, as does a century with start or end.
    """
    first, last = period.days()
    begin, end = first, last
    match period.granularity, edge:
        case "month", "early" | "start":
            end = first + 9
        case "month", "mid":
            begin, end = first + 10, first + 19
        case "month", "late" | "end":
            begin = first + 20
        case "year", "early" | "mid" | "late":
            begin, end = _months(period, {"early": (0, 3), "mid": (4, 7), "late": (8, 11)}[edge])
        case "year" | "half" | "quarter" | "season", "start" | "early":
            end = _months(period, (0, 0))[1]
        case "year" | "half" | "quarter" | "season", "end" | "late":
            begin = containing("month", last).days()[0]
        case "half" | "quarter" | "season", "mid":
            begin, end = containing("month", (first + last) // 2).days()
        case "decade", "early" | "mid" | "late" | "start" | "end":
            low, high = {"early": (0, 3), "start": (0, 0), "mid": (4, 6), "late": (7, 9), "end": (9, 9)}[edge]
            base = period.index * 10
            begin, end = Period("year", base + low).days()[0], Period("year", base + high).days()[1]
        case "century", "early" | "mid" | "late":
            low, high = {"early": (0, 33), "mid": (34, 66), "late": (67, 99)}[edge]
            base = period.index * 100
            begin, end = Period("year", base + low).days()[0], Period("year", base + high).days()[1]
        case "week", "start" | "early":
            end = first + 1
        case "week", "mid":
            begin, end = first + 2, first + 3
        case "week", "late" | "end":
            begin = first + 4
    return Interval.of_days(begin, end)


def _months(period: Period, numbers: tuple[int, int]) -> tuple[int, int]:
    base = containing("month", period.days()[0])
    return base.shift(numbers[0]).days()[0], base.shift(numbers[1]).days()[1]


def part_interval(days: int, part: str) -> Interval:
    """The hours of a part of a day (`MO`, `AF` ...)."""
    low, high = PARTS[part]
    return Interval(days * DAY_S + low * 3600, days * DAY_S + high * 3600)
