"""Dates and counts in words, the same in axis, labels, tool tips, tables and figures.

A date is written as finely as the source allows and never finer: "May 2024", "c. 12 May 2024", "2024".
"""

from stanceline.model.marks import Trait
from stanceline.temporal.timex import DAY_S, GRANULARITIES, civil_from_days

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_FULL = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABEL_CHARACTERS = 40
_APPROXIMATE, _INFERRED = int(Trait.APPROXIMATE), int(Trait.INFERRED_DATE)
_SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "fall"}


def year_text(year: int) -> str:
    """A year as written: 2024, "44 BCE" for the astronomical year -43."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def day_text(days: int) -> str:
    """A day: "12 May 2024"."""
    year, month, day = civil_from_days(days)
    return f"{day} {MONTHS[month - 1]} {year_text(year)}"


def _days_text(first: int, last: int) -> str:
    if first == last:
        return day_text(first)
    year, month, day = civil_from_days(first)
    last_year, last_month, last_day = civil_from_days(last)
    if (year, month) == (last_year, last_month):
        return f"{day}–{last_day} {MONTHS[month - 1]} {year_text(year)}"
    if year == last_year:
        return f"{day} {MONTHS[month - 1]} – {last_day} {MONTHS[last_month - 1]} {year_text(year)}"
    return f"{day_text(first)} – {day_text(last)}"


def _months_text(first: tuple[int, int], last: tuple[int, int]) -> str:
    if first == last:
        return f"{MONTHS[first[1] - 1]} {year_text(first[0])}"
    if first[0] == last[0]:
        return f"{MONTHS[first[1] - 1]}–{MONTHS[last[1] - 1]} {year_text(first[0])}"
    return f"{MONTHS[first[1] - 1]} {year_text(first[0])} – {MONTHS[last[1] - 1]} {year_text(last[0])}"


def _clock_text(begin: int, end: int) -> str:
    day, rest = divmod(begin, DAY_S)
    clock = f"{rest // 3600:02d}:{rest % 3600 // 60:02d}"
    last = end % DAY_S
    if 0 < end - begin < DAY_S and end - begin > 3600:
        clock += f"–{last // 3600:02d}:{last % 3600 // 60:02d}"
    return f"{day_text(day)}, {clock}"


def _unit_text(begin: int, end: int, granularity: str) -> str:
    first, last = begin // DAY_S, (end - 1) // DAY_S
    year, month, _ = civil_from_days(first)
    last_year, last_month, _ = civil_from_days(last)
    if granularity in ("century", "decade", "year"):
        if year == last_year:
            return year_text(year)
        if granularity == "decade" and last_year - year == 9 and year >= 10 and year % 10 == 0:
            return f"{year}s"
        return f"{year_text(year)}–{year_text(last_year)}"
    if granularity == "season" and last - first < 100:
        return f"{_SEASONS.get(month, MONTHS[month - 1])} {year_text(year)}"
    if granularity == "quarter" and last - first < 95:
        return f"Q{(month - 1) // 3 + 1} {year_text(year)}"
    if granularity in ("half", "season", "quarter", "month"):
        return _months_text((year, month), (last_year, last_month))
    if granularity in ("part_of_day", "hour", "minute"):
        return _clock_text(begin, end)
    return _days_text(first, last)


def when_text(begin: int, end: int, granularity: int, traits: int = 0) -> str:
    """The time of a mark in words; `granularity` indexes `GRANULARITIES`, `begin` and `end` are half-open seconds."""
    text = _unit_text(begin, end, GRANULARITIES[granularity])
    if traits & _APPROXIMATE:
        text = f"c. {text}"
    if traits & _INFERRED:
        text += " (inferred)"
    return text


def shortened(text: str, limit: int = LABEL_CHARACTERS) -> str:
    """At most `limit` characters, cut at a word where that keeps most of the text, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    if space > limit * 0.6:
        cut = cut[:space]
    return cut.rstrip(" ,;:–-") + "…"


def count_text(number: int) -> str:
    """A count with thin separators: 12,345."""
    return f"{number:,}"
