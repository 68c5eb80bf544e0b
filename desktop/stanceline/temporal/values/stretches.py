"""A counted stretch at the head or the end of a named period: "the first nine months of 2023" is January to September.

The value stays a duration (P9M), as TimeML has it, with the first and last day that the period behind it gives.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stanceline.temporal.calendar import containing
from stanceline.temporal.timex import DAY_S, Interval, Timex

_HEAD = re.compile(r"(?:the\s)?(first|last|final)\s", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d{1,2})([DWMQ])")
_DAYS: Final = {"D": 1, "W": 7}
_MONTHS: Final = {"M": 1, "Q": 3}
_OF: Final = frozenset({" of ", " in "})
_PERIODS: Final = frozenset({"year", "half", "quarter", "month", "decade"})


def place_stretches(text: str, found: Sequence[Timex]) -> tuple[Timex, ...]:
    """The same expressions, counted stretches of the period that follows with their days. Linear in `found`."""
    placed = list(found)
    for index in range(len(found) - 1):
        stretch, period = found[index], found[index + 1]
        if stretch.type == "DURATION" and stretch.interval is None and text[stretch.end : period.start] in _OF:
            interval = _within(stretch, period)
            if interval is not None:
                placed[index] = replace(stretch, interval=interval, anchor=period.anchor)
    return tuple(placed)


def _within(stretch: Timex, period: Timex) -> Interval | None:
    head, length = _HEAD.match(stretch.text), _LENGTH.fullmatch(stretch.value or "")
    if head is None or length is None or period.interval is None or period.granularity not in _PERIODS:
        return None
    count, unit = int(length[1]), length[2]
    first, last = period.interval.begin // DAY_S, (period.interval.end - 1) // DAY_S
    is_first = head[1].lower() == "first"
    if unit in _DAYS:
        size = count * _DAYS[unit]
        days = (first, first + size - 1) if is_first else (last - size + 1, last)
    else:
        size = count * _MONTHS[unit] - 1
        if is_first:
            days = (first, containing("month", first).shift(size).days()[1])
        else:
            days = (containing("month", last).shift(-size).days()[0], last)
    return Interval.of_days(*days) if first <= days[0] <= days[1] <= last else None
