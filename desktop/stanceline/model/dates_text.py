"""Writes times as a person reads them, never finer than the source allows.

One formatter for axis, tooltip, table and export. Arithmetic only: no locale of the machine, no today's date.
Instants are seconds since 1970, naive; intervals are half-open.
"""

from typing import Literal

from stanceline.temporal.timex import (
    DAY_S,
    Granularity,
    Interval,
    civil_from_days,
    days_from_civil,
    format_day,
    weekday_of,
)

DateStyle = Literal["long", "iso"]
Bound = Literal["since", "until", "before", "after", "by"]
"""Which end of a time is open."""
_FARTHEST_YEAR = 9999

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_PARTS = ((5, "early morning"), (12, "morning"), (17, "afternoon"), (21, "evening"), (24, "night"))
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}


def date_text(
    begin: int,
    end: int,
    granularity: Granularity,
    *,
    approximate: bool = False,
    style: DateStyle | None = None,
    edtf: str | None = None,
    bound: Bound | None = None,
) -> str:
    """The interval `[begin, end)` in the words its granularity allows.

    `2024`, `May 2024`, `12 May 2024`, `12–14 May 2024`, `12 May 2024, 14:30`; with `approximate` a leading
    `c.` (`~` behind it in ISO style), with `bound` `before June 2024`. `edtf` is looked at for open ends only
    (`../2024-06`, `2024-05/..`). Without `style` as `choose_style` says. Beyond the year 9999 only years are written.
    """
    if bound is not None:
        return f"{bound} {date_text(begin, end, granularity, approximate=approximate, style=style)}"
    if _is_far(begin, end):
        granularity = _no_finer_than_year(granularity)
    if (style or _chosen.style) == "iso":
        return _iso(begin, end, granularity) + ("~" if approximate else "")
    if edtf is not None and edtf.startswith("../"):
        return f"until {_one(end - 1, granularity)}"
    if edtf is not None and edtf.endswith("/.."):
        return f"since {_one(begin, granularity)}"
    return ("c. " if approximate else "") + _long(begin, end, granularity)


class _Chosen:
    """How dates are written where nobody says otherwise."""

    style: DateStyle = "long"


_chosen = _Chosen()


def choose_style(style: DateStyle) -> None:
    """Write dates like this from now on, wherever no style is named. Windows do; commands leave it."""
    _chosen.style = style


def chosen_style() -> DateStyle:
    """How dates are written where no style is named."""
    return _chosen.style


def _is_far(begin: int, end: int) -> bool:
    return not (-_FARTHEST_YEAR <= _civil(begin)[0] <= _FARTHEST_YEAR >= _civil(end - 1)[0])


def _no_finer_than_year(granularity: Granularity) -> Granularity:
    return granularity if granularity in ("century", "decade", "year") else "year"


def year_text(year: int) -> str:
    """An astronomical year as people count: `2024`, `44 BCE` (there is no year 0)."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def day_text(day: int, *, style: DateStyle | None = None) -> str:
    """A day count since 1970 as `12 May 2024` or `2024-05-12`."""
    if _is_far(day * DAY_S, (day + 1) * DAY_S):
        return _one(day * DAY_S, "year")
    return format_day(day) if (style or _chosen.style) == "iso" else _one(day * DAY_S, "day")


def iso_week(day: int) -> tuple[int, int]:
    """Year and number of the week that a day belongs to (ISO 8601: a week belongs to the year of its Thursday)."""
    thursday = day - weekday_of(day) + 4
    year = civil_from_days(thursday)[0]
    return year, (thursday - days_from_civil(year, 1, 1)) // 7 + 1


def _civil(instant: int) -> tuple[int, int, int]:
    return civil_from_days(instant // DAY_S)


def _clock(instant: int) -> str:
    rest = instant % DAY_S
    return f"{rest // 3600:02d}:{rest % 3600 // 60:02d}"


def _one(instant: int, granularity: Granularity) -> str:
    """One unit: the one that holds the instant."""
    year, month, day = _civil(instant)
    match granularity:
        case "century":
            return _century(year)
        case "decade":
            return f"{year - year % 10}s" if year > 0 else f"{1 - year - (1 - year) % 10}s BCE"
        case "year":
            return year_text(year)
        case "half":
            return f"{'first' if month < 7 else 'second'} half of {year_text(year)}"
        case "season":
            return _season(year, month)
        case "quarter":
            return f"Q{(month + 2) // 3} {year_text(year)}"
        case "month":
            return f"{MONTHS[month - 1]} {year_text(year)}"
        case "week":
            return f"week of {_one(instant, 'day')}"
        case "part_of_day":
            hour = instant % DAY_S // 3600
            return f"{_one(instant, 'day')}, {next(name for limit, name in _PARTS if hour < limit)}"
        case "hour" | "minute":
            return f"{_one(instant, 'day')}, {_clock(instant)}"
        case "weekend" | "day":
            return f"{day} {MONTHS[month - 1]} {year_text(year)}"


def _century(year: int) -> str:
    number = (year - 1) // 100 + 1 if year > 0 else -year // 100 + 1
    last = number % 100
    ending = "th" if 10 <= last <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century" + ("" if year > 0 else " BCE")


def _season(year: int, month: int) -> str:
    first = 12 if month < 3 else month - month % 3
    if first == 12:
        year -= month < 3
        return f"winter {year_text(year)}–{(year + 1) % 100:02d}"
    return f"{_SEASONS[first]} {year_text(year)}"


def _is_one(begin: int, end: int, granularity: Granularity) -> bool:
    """Whether the interval is no longer than one unit of its granularity."""
    if granularity in _MONTHS_IN:
        year, month, day = _civil(begin)
        months = year * 12 + month - 1 + _MONTHS_IN[granularity]
        limit = days_from_civil(months // 12, months % 12 + 1, 1) + day - 1
        return end <= limit * DAY_S
    seconds = {"week": 7 * DAY_S, "weekend": DAY_S, "day": DAY_S, "part_of_day": DAY_S // 2, "hour": 3600, "minute": 60}
    return end - begin <= seconds[granularity]


def _long(begin: int, end: int, granularity: Granularity) -> str:
    if _is_one(begin, end, granularity):
        return _one(begin, granularity)
    first, last = _civil(begin), _civil(end - 1)
    if granularity in ("hour", "minute", "part_of_day"):
        if first == last and begin % DAY_S == 0 and end % DAY_S == 0:
            return _one(begin, "day")
        if first == last:
            return f"{_one(begin, 'minute')}–{_clock(end)}"
        return f"{_one(begin, 'minute')} – {_one(end, 'minute')}"
    if granularity in ("week", "weekend", "day"):
        return _days(first, last)
    if granularity == "month":
        if first[0] == last[0]:
            return f"{MONTHS[first[1] - 1]}–{MONTHS[last[1] - 1]} {year_text(first[0])}"
        return f"{_one(begin, 'month')} – {_one(end - 1, 'month')}"
    joint = "–" if granularity in ("year", "decade") and first[0] > 0 else " – "
    return f"{_one(begin, granularity)}{joint}{_one(end - 1, granularity)}"


def _days(first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
    (year, month, day), (last_year, last_month, last_day) = first, last
    ending = f"{last_day} {MONTHS[last_month - 1]} {year_text(last_year)}"
    if first == last:
        return ending
    if (year, month) == (last_year, last_month):
        return f"{day}–{ending}"
    if year == last_year:
        return f"{day} {MONTHS[month - 1]} – {ending}"
    return f"{day} {MONTHS[month - 1]} {year_text(year)} – {ending}"


def _iso(begin: int, end: int, granularity: Granularity) -> str:
    if granularity in ("hour", "minute", "part_of_day"):
        return "/".join(Interval(begin, end).written()) if end - begin > 60 else Interval(begin, end).written()[0]
    first, last = _iso_one(begin, granularity), _iso_one(end - 1, granularity)
    return first if first == last else f"{first}/{last}"


def _iso_one(instant: int, granularity: Granularity) -> str:
    year, month, _ = _civil(instant)
    day = format_day(instant // DAY_S)
    if granularity == "week":
        of_year, number = iso_week(instant // DAY_S)
        return f"{_iso_year(of_year)}-W{number:02d}"
    if granularity == "quarter":
        return f"{_iso_year(year)}-Q{(month + 2) // 3}"
    if granularity == "month":
        return day[:-3]
    return _iso_year(year) if granularity in ("year", "decade", "century") else day


def _iso_year(year: int) -> str:
    return format_day(days_from_civil(year, 1, 1))[:-6]
