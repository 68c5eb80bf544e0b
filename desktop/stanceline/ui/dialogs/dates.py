"""Reads the dates that people type into the window: any precision, day first or ISO, never from today's date."""

import re

from stanceline.temporal.timex import DAY_S, days_from_civil, format_day, parse_day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"(-?\d{1,4})\s?(bc|bce)?", re.IGNORECASE)
_MONTH_ISO = re.compile(r"(\d{4})-(\d{1,2})")
_DECADE = re.compile(r"(\d{3}0)s")
_QUARTER = re.compile(r"(\d{4})[\s-]?q([1-4])|q([1-4])\s(\d{4})", re.IGNORECASE)
_TO = re.compile(r"\s*(?:–|—|/|\.\.|\bto\b|\s-\s)\s*")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s)?([a-z]{3,9})\.?\s?(?:(\d{1,2})(?:st|nd|rd|th)?,?\s)?(\d{4})", re.IGNORECASE
)
_OPEN = re.compile(r"(since|from|until|to)\s(.+)", re.IGNORECASE)
FAR_S = 1 << 62
"""The open end of a period, in seconds."""


def parse_period(text: str) -> tuple[int, int] | None:
    """The half-open period in seconds that a typed date covers, None where it is no date.

    "2023", "July 2023", "2023-07", "7 July 2023", "July 7, 2023", "2023-07-07", "2023 Q3", "1990s", "44 BC".
    """
    text = " ".join(text.split())
    if (day := parse_day(text)) is not None and len(text) <= 12:
        return day * DAY_S, (day + 1) * DAY_S
    if match := _QUARTER.fullmatch(text):
        year, quarter = (match[1], match[2]) if match[1] else (match[4], match[3])
        return _months(int(year), 3 * int(quarter) - 2, 3)
    if match := _DECADE.fullmatch(text):
        return _months(int(match[1]), 1, 120)
    if (match := _MONTH_ISO.fullmatch(text)) and 1 <= int(match[2]) <= 12:
        return _months(int(match[1]), int(match[2]), 1)
    if match := _YEAR.fullmatch(text):
        year = int(match[1])
        return _months(1 - year if match[2] else year, 1, 12)
    return _in_words(text)


def parse_range(text: str) -> tuple[int, int] | None:
    """The half-open period in seconds from the beginning of one typed date to the end of another, or of one date.

    "July 2023", "2023-07-01 – 2023-07-09", "7–9 July 2023", "June 2023 to 2024".
    """
    whole = parse_period(text)
    if whole is not None:
        return whole
    parts = [part.strip() for part in _TO.split(text.strip(), maxsplit=1)]
    if len(parts) != 2 or not all(parts):
        return None
    last = parse_period(parts[1])
    # A bare "7" is a day of the month that follows, not the year 7.
    first = None if parts[0].isdigit() and len(parts[0]) <= 2 else parse_period(parts[0])
    if first is None or (last is not None and first[0] >= last[1]):
        # "7–9 July 2023", "7 June – 9 July 2023": what the first date leaves out stands in the second.
        left_out = [" ".join(parts[1].split()[number:]) for number in (1, 2)]
        tries = [parse_period(f"{parts[0]} {rest}") for rest in left_out]
        first = next((found for found in tries if found is not None), None)
    return (first[0], last[1]) if first is not None and last is not None and first[0] < last[1] else None


def parse_open_range(text: str) -> tuple[int, int] | None:
    """As `parse_range`, and "since 2023", "until May 2024"; open ends lie far away."""
    match = _OPEN.fullmatch(" ".join(text.split()))
    if match is None:
        return parse_range(text)
    period = parse_period(match[2])
    if period is None:
        return None
    return (period[0], FAR_S) if match[1].lower() in ("since", "from") else (-FAR_S, period[1])


def written_range(begin: int, end: int) -> str:
    """A period of whole days as `parse_open_range` reads it."""
    if begin <= -FAR_S:
        return f"until {format_day((end - 1) // DAY_S)}"
    if end >= FAR_S:
        return f"since {format_day(begin // DAY_S)}"
    first, last = format_day(begin // DAY_S), format_day((end - 1) // DAY_S)
    return first if first == last else f"{first} to {last}"


def _in_words(text: str) -> tuple[int, int] | None:
    match = _WORDS.fullmatch(text)
    if match is None or match[2][:3].lower() not in _MONTHS or (match[1] and match[3]):
        return None
    month, year = _MONTHS.index(match[2][:3].lower()) + 1, int(match[4])
    number = match[1] or match[3]
    if number is None:
        return _months(year, month, 1)
    day = parse_day(f"{year:04d}-{month:02d}-{int(number):02d}")
    return None if day is None else (day * DAY_S, (day + 1) * DAY_S)


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    last = month - 1 + count
    end = days_from_civil(year + last // 12, last % 12 + 1, 1)
    return days_from_civil(year, month, 1) * DAY_S, end * DAY_S
