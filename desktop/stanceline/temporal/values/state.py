"""What a reader keeps in mind while going through the dates of a text, and what a family function returns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from stanceline.temporal.calendar import Period, containing
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.timex import Anchor, Direction, Granularity, Interval, TimexType

NO_DAY = "the day the article was written is not known"
NO_REFERENCE = "nothing before it in the text tells which one is meant"
_LONG_REPORTS: Final = frozenset({("month", "6"), ("month", "9"), ("month", "12"), ("year", "1")})
_ENDED = re.compile(r",?\s(?:that |which )?end(?:ed|ing)\b")
_NEARBY: Final = 200
"""Characters within which a clock time belongs to the day mentioned before it."""
Mode = Literal["news", "narrative"]
Step = Literal["back", "along", "on", "ahead"]
"""Which way a clause of a history steps: back ("had", "since"), along with a date back there, on, or ahead."""


@dataclass(frozen=True, slots=True)
class Found:
    """The value of one expression as its family function gives it, before modifiers narrow it."""

    value: str | None
    period: Period | None = None
    interval: Interval | None = None
    edtf: str | None = None
    granularity: Granularity | None = None
    anchor: Anchor = "none"
    unresolved: str | None = None
    type: TimexType | None = None
    fiscal: bool = False

    @classmethod
    def of(cls, period: Period, anchor: Anchor = "none") -> "Found":
        """A stretch of the calendar."""
        return cls(period.value(), period, period.interval(), period.edtf(), period.granularity, anchor)

    @classmethod
    def open(cls, value: str | None, why: str | None = None, granularity: Granularity | None = None) -> "Found":
        """A value without a place on the calendar; `why` where knowledge is missing."""
        return cls(value, granularity=granularity, unresolved=why)


@dataclass(slots=True)
class Reader:
    """The moving state of one text: the article's day and the dates mentioned so far.

    `day` is the day that relative expressions count from (the article's, or that of quoted speech). `named`
    holds the last mentioned period of each granularity, `running` the last mentioned of all and `running_end` where
    that was. `quarter` is the one that a business report is about, `is_long_report` tells that it has turned to
    the nine months or the year. `at` and `end` are the offsets of the expression being read, `set_unit` the unit of the
    last "every two years" for an "every four" behind it.

    Of a history (`is_history`, always in narrative mode; `history` is its number) `story` is the date that it has got
    to, `aside` the offset of the sentence in which `running` is the date of an aside (-1 for none), `step` the way that
    the clause steps.
    """

    text: str
    day: int | None
    published: Anchor = "published"
    mode: Mode = "news"
    direction: Direction = "unknown"
    running: Period | None = None
    named: dict[Granularity, Period] = field(default_factory=dict)
    quarter: Period | None = None
    running_end: int = 0
    at: int = 0
    end: int = 0
    is_long_report: bool = False
    set_unit: str = "year"
    events: Sequence[ReferenceEvent] = ()
    is_history: bool = False
    history: int = 0
    story: Period | None = None
    aside: int = -1
    step: Step = "on"

    def base(self) -> int | None:
        """The day that a relative expression counts from: the article's, in narrative the last one mentioned."""
        told = self.told()
        return told.days()[0] if told is not None else self.day

    def base_anchor(self) -> Anchor:
        """What `base` hangs on."""
        return "running" if self.told() is not None else self.published

    def turn_to(self, history: int) -> None:
        """Go on in the history of that number, 0 for the article's own time. A new one begins without a story."""
        if history and history != self.history:
            self.history, self.story, self.aside = history, None, -1
        elif history and not self.is_history and self.story is not None:
            self.running, self.aside = self.story, -1
        self.is_history = history > 0

    def told(self) -> Period | None:
        """The date that a history counts from; None in news. A decade or century in passing leaves it where it was."""
        if not self.is_history:
            return None
        # "Had been arrested in May 1936 and freed in August" stays back there, ", and in June he was hired" does not.
        is_back = self.aside >= 0 and self.step == "along"
        return self.running if is_back or self.story is None else self.story

    def year_before_quarter(self) -> Period | None:
        """What "a year earlier" is in a business report: the same quarter, or the year, a year back; else None."""
        if self.quarter is None or self.is_history:
            return None
        return Period("year", self.quarter.year() - 1) if self.is_long_report else self.quarter.shift(-4)

    def day_nearby(self) -> Period | None:
        """The day mentioned last, where that was just before the expression that is being read."""
        if self.running is None or self.running.granularity != "day" or self.at - self.running_end > _NEARBY:
            return None
        return self.running

    def reference(self, granularity: Granularity) -> Period | None:
        """The last mentioned period as seen at a granularity: 1 March for "that day", March for "that month"."""
        if self.running is None:
            return None
        if granularity in ("day", "week") and self.running.granularity != granularity:
            fine = self.named.get("day")
            if self.is_history and fine is not None and fine.within(self.running.granularity) != self.running:
                return None
            if fine is not None and (granularity == "day" or fine.within(self.running.granularity) == self.running):
                return containing(granularity, fine.index)
            if granularity == "day":
                return None
        return containing(granularity, self.running.days()[0])

    def remember(self, found: Found, args: Mapping[str, str]) -> None:
        """Keep a resolved period for what refers back to it."""
        if self._is_long_stretch(args):
            self.is_long_report = True
        if found.period is None:
            return
        if found.period.granularity == "quarter" and args["family"] in ("quarter", "relunit", "lastquarter"):
            self._report_on(found.period, args)
        self.running, self.running_end = found.period, self.at
        self.named[found.period.granularity] = found.period
        if "y" in args or args["family"] in ("year", "yearwords"):
            self.named["year"] = Period("year", found.period.year())

    def _is_long_stretch(self, args: Mapping[str, str]) -> bool:
        """Whether a business report turns with this expression to "the nine months" or "the year"."""
        if self.quarter is None or args["family"] != "duration":
            return False
        return (args.get("u"), args.get("n")) in _LONG_REPORTS

    def _report_on(self, quarter: Period, args: Mapping[str, str]) -> None:
        """Keep a quarter as the one reported on: not a forecast, a look back or one of a named year beside it."""
        held = self.quarter
        if held is None or _ENDED.match(self.text, self.end):
            self.quarter, self.is_long_report = quarter, False
            return
        if quarter == held:
            self.is_long_report = False
        elif self.day is not None and "y" not in args and "yrel" not in args:
            is_over, was_over = (period.days()[1] <= self.day for period in (quarter, held))
            if is_over and (quarter > held or not was_over):
                self.quarter, self.is_long_report = quarter, False
