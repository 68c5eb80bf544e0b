"""Date expressions as TimeML marks them: a range in words is two expressions, one for each end.

The program itself keeps "between 1985 and 1987" in one piece, because an event lies in the whole of it; TimeML (TIMEX3
annotation guidelines, section 2.1) and the corpora tagged by it give each end a tag of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stanceline.temporal import calendar
from stanceline.temporal.calendar import Period
from stanceline.temporal.timex import Timex

_RANGE = re.compile(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})")
_BETWEEN = re.compile(r"\s+(?:to|and|through|until|till|or)\s+")


def as_annotated(timexes: Sequence[Timex]) -> Iterator[Timex]:
    """The same expressions in order, with ranges of years, months or days that a word joins taken apart.

    A range joined by a dash ("15-17 September") stays one expression with the value `begin/end`.
    """
    for timex in timexes:
        yield from _ends(timex) or (timex,)


def _ends(timex: Timex) -> tuple[Timex, Timex] | None:
    values = _RANGE.fullmatch(timex.value or "")
    joints = list(_BETWEEN.finditer(timex.text))
    if values is None or len(joints) != 1:
        return None
    periods = _period(values[1]), _period(values[2])
    if periods[0] is None or periods[1] is None:
        return None
    first, last = timex.text[: joints[0].start()], timex.text[joints[0].end() :]
    return (
        _with_period(replace(timex, end=timex.start + len(first), text=first), periods[0]),
        _with_period(replace(timex, start=timex.end - len(last), text=last), periods[1]),
    )


def _period(value: str) -> Period | None:
    year, *rest = (int(part) for part in value.split("-"))
    if not rest:
        return calendar.year(year)
    return calendar.month(year, rest[0]) if len(rest) == 1 else calendar.date(year, rest[0], rest[1])


def _with_period(timex: Timex, period: Period) -> Timex:
    return replace(
        timex, value=period.value(), edtf=period.edtf(), interval=period.interval(), granularity=period.granularity
    )
