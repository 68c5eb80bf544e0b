"""Says when a statement, a stance or an event of an article took place, and how far that is certain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stanceline.temporal.timex import DAY_S, DocumentTime, Granularity, Interval, Timex, format_day

WIDEST_HULL_DAYS = 31
"""An inferred day of writing that is known less closely than this dates nothing by itself."""

NO_DAY = "The article does not say on which day it was written."
NO_TIME = "The article gives no time for it."


@dataclass(frozen=True, slots=True)
class When:
    """A half-open interval in seconds since 1970, or None with the reason in `undated`.

    `inferred` tells that it hangs on a day of writing that was worked out; `timex` is the span of the date
    expression that gave it, None where the article's own day did.
    """

    begin: int | None = None
    end_exclusive: int | None = None
    granularity: Granularity | None = None
    edtf: str | None = None
    inferred: bool = False
    timex: tuple[int, int] | None = None
    undated: str | None = None

    @property
    def interval(self) -> Interval | None:
        """Both ends together, None where undated."""
        if self.begin is None or self.end_exclusive is None:
            return None
        return Interval(self.begin, self.end_exclusive)


class WhenOf:
    """Looks up times by article and date expression; made once a corpus is dated."""

    def __init__(self, times: Mapping[str, DocumentTime], timexes: Mapping[str, Sequence[Timex]]) -> None:
        self._times = times
        self._timexes = timexes

    def at(self, article: str, timex: int | None, *, at_publication: bool = True) -> When:
        """The time that expression number `timex` of the article gives.

        Without an expression, or with one that is no point in time ("for months"), the article's own day
        stands in where `at_publication` allows it.
        """
        found = None if timex is None else self._timexes[article][timex]
        if found is not None and found.interval is not None and found.type in ("DATE", "TIME"):
            return When(
                found.interval.begin,
                found.interval.end,
                found.granularity,
                found.edtf,
                found.anchor == "published:inferred",
                (found.start, found.end),
            )
        if found is not None and found.type in ("DATE", "TIME") and found.unresolved:
            return When(timex=(found.start, found.end), undated=found.unresolved)
        if not at_publication:
            return When(undated=NO_TIME)
        return self.published(article)

    def published(self, article: str) -> When:
        """The article's own day."""
        time = self._times[article]
        if time.day is not None:
            day = format_day(time.day)
            edtf = f"{day}?" if time.is_inferred() else day
            return When(time.day * DAY_S, (time.day + 1) * DAY_S, "day", edtf, time.is_inferred())
        if time.begin is None or time.end_exclusive is None or time.end_exclusive - time.begin > WIDEST_HULL_DAYS:
            return When(undated=NO_DAY)
        edtf = f"{format_day(time.begin)}?/{format_day(time.end_exclusive - 1)}?"
        return When(time.begin * DAY_S, time.end_exclusive * DAY_S, "day", edtf, time.is_inferred())
