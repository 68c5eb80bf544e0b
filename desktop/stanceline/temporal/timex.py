"""Time values: granularities, half-open intervals, date expressions before and after resolution.

An instant is a whole number of seconds since 1970-01-01T00:00, naive, as written in the article, in the
proleptic Gregorian calendar with an astronomical year 0. There is no time zone anywhere: a zone stays text
beside the value.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

Granularity = Literal[
    "century",
    "decade",
    "year",
    "half",
    "season",
    "quarter",
    "month",
    "week",
    "weekend",
    "day",
    "part_of_day",
    "hour",
    "minute",
]
GRANULARITIES: tuple[Granularity, ...] = get_args(Granularity)
"""From coarse to fine."""
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "published:inferred", "running", "event", "none"]
Direction = Literal["past", "future", "unknown"]

DAY_S = 86_400


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 of a proleptic Gregorian date, any year.

    Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    """
    year -= month <= 2
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


@lru_cache(maxsize=16_384)
def civil_from_days(days: int) -> tuple[int, int, int]:
    """(year, month, day) of a day count since 1970-01-01; the inverse of `days_from_civil` (same source)."""
    days += 719_468
    era = days // 146_097
    day_of_era = days - era * 146_097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


def weekday_of(days: int) -> int:
    """ISO weekday of a day count: 1 is Monday, 7 is Sunday."""
    return (days + 3) % 7 + 1


@lru_cache(maxsize=16_384)
def format_day(days: int) -> str:
    """`YYYY-MM-DD`, or EDTF's spelling (`-0043-03-15`, `Y12345-01-01`) outside the years 1 to 9999."""
    year, month, day = civil_from_days(days)
    if 0 <= year <= 9999:
        return f"{year:04d}-{month:02d}-{day:02d}"
    head = f"-{-year:04d}" if -9999 <= year < 0 else f"Y{year}"
    return f"{head}-{month:02d}-{day:02d}"


def format_instant(seconds: int, *, clock: bool = False) -> str:
    """A day, or with `clock` a day and time `YYYY-MM-DDTHH:MM`."""
    days, rest = divmod(seconds, DAY_S)
    return format_day(days) + (f"T{rest // 3600:02d}:{rest % 3600 // 60:02d}" if clock else "")


_ISO = re.compile(r"(-?\d{4}|Y-?\d{5,})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?")


def parse_day(text: str) -> int | None:
    """Day count of `YYYY-MM-DD` (a clock time behind it is ignored), or None where the text is no such date."""
    match = _ISO.match(text)
    if match is None:
        return None
    year, month, day = int(match[1].lstrip("Y")), int(match[2]), int(match[3])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    days = days_from_civil(year, month, day)
    return days if civil_from_days(days) == (year, month, day) else None


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Half-open range of instants `[begin, end)`, never empty."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if self.begin >= self.end:
            raise ValueError(f"empty interval {self.begin}..{self.end}")

    @classmethod
    def of_days(cls, first: int, last: int) -> "Interval":
        """From the first to the last day, both included, given as day counts."""
        return cls(first * DAY_S, (last + 1) * DAY_S)

    def has_clock(self) -> bool:
        """Whether an end falls inside a day."""
        return bool(self.begin % DAY_S or self.end % DAY_S)

    def written(self) -> tuple[str, str]:
        """Both ends as the contract writes them: days, or days and clock times."""
        clock = self.has_clock()
        return format_instant(self.begin, clock=clock), format_instant(self.end, clock=clock)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A found date expression that waits for its anchor.

    `rule` names the rule that found it (`en.weekday.last`); `args` holds what its resolving function
    needs as short strings. `direction` is what the text's own words say about past or future; the parse
    may know better.
    """

    start: int
    end: int
    text: str
    type: TimexType
    rule: str
    args: tuple[tuple[str, str], ...] = ()
    mod: str | None = None
    direction: Direction = "unknown"


def family_of(candidate: Candidate) -> str:
    """The family that resolves a candidate: the name of a function of `values`."""
    return dict(candidate.args)["family"]


def candidates_in(candidates: Sequence[Candidate], start: int, end: int) -> range:
    """The numbers of the candidates that share a character with `[start, end)`; candidates do not overlap."""
    first = bisect_right(candidates, start, key=lambda found: found.end)
    return range(first, max(first, bisect_left(candidates, end, key=lambda found: found.start)))


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression with its value: TIMEX3 value and EDTF are the truth, the interval is derived from them.

    `interval` is None for open, recurring and unresolved expressions; `unresolved` then says why where it
    is a matter of missing knowledge. `doubt` says in words why the date contradicts the rest of its text
    ("12 July 2023 was a Wednesday, not a Tuesday"); the value is what the text says all the same.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    mod: str | None
    edtf: str | None
    interval: Interval | None
    granularity: Granularity | None
    rule: str
    anchor: Anchor
    unresolved: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """What one passage says about the day its article was written, before it is laid on a calendar.

    `kind` names the constraint ("reference_event", "weekday", "year_mention", "office" ...), `args` holds
    what its rule needs as short strings; `start` and `end` are the passage.
    """

    kind: str
    rule: str
    start: int
    end: int
    hard: bool
    args: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that narrows down the day an article was written.

    `begin` and `end_exclusive` are day counts of the set of days it allows (its hull), None where open. One that
    was `dropped` (a hard or a soft one) contradicts stronger ones and does not count; `says` names the strongest.
    `events` are the ids of the reference events that it rests on, several where they begin on one day.
    """

    rule: str
    says: str
    hard: bool
    start: int | None = None
    end: int | None = None
    begin: int | None = None
    end_exclusive: int | None = None
    dropped: Literal["", "soft", "hard"] = ""
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentTime:
    """The day an article was written (its document creation time), with how it is known.

    `day` is the stated or likeliest day as a day count, None where unknown; `begin` and `end_exclusive`
    bound it (day counts); `candidates` are (day, probability), likeliest first.
    """

    day: int | None
    begin: int | None
    end_exclusive: int | None
    basis: Literal["metadata", "url", "text", "inferred", "user", "unknown"] = "unknown"
    candidates: tuple[tuple[int, float], ...] = ()
    reasons: tuple[Reason, ...] = field(default=())

    @classmethod
    def stated(cls, day: int, basis: Literal["metadata", "url", "text", "user"]) -> "DocumentTime":
        """A day that is known, not inferred."""
        return cls(day, day, day + 1, basis)

    def is_inferred(self) -> bool:
        """Whether what hangs on this day hangs on a guess with reasons."""
        return self.basis == "inferred"


UNKNOWN_TIME = DocumentTime(None, None, None)
