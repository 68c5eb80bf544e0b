"""Which marks were known on a day, and how long after what they tell they were reported."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stanceline.model.clock import Clock
from stanceline.model.index import MarkIndex
from stanceline.model.lanes import Layout
from stanceline.model.marks import Kind, Marks
from stanceline.model.prepared import UNKNOWN_TIME
from stanceline.records import ArticleRow
from stanceline.temporal.timex import DAY_S

LATE_DAYS = 7
"""Reported later than this after the end of its day, month or year, a mark counts as late."""


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of `total` dated marks.

    `unreported` of the `known` were not yet published then, `late` were published more than `LATE_DAYS` after,
    `guessed` hang on a report whose day is inferred, within `widest_days` days at most; `unplaced` have no day on this
    clock.
    """

    total: int
    known: int
    unreported: int
    late: int
    guessed: int
    widest_days: int
    unplaced: int


def since_of(begin: NDArray[np.int64], reported: NDArray[np.int64], clock: Clock) -> NDArray[np.int64]:
    """Seconds at which marks become known, `UNKNOWN_TIME` where no day is known; as `history.known_since`."""
    if clock.kind == "published":
        return reported
    return np.where(begin != UNKNOWN_TIME, begin, reported)


def is_later(since: NDArray[np.int64], as_of: int) -> NDArray[np.bool_]:
    """For each mark whether it was not yet known."""
    later: NDArray[np.bool_] = (since == UNKNOWN_TIME) | (since >= as_of)
    return later


def days_of(marks: Marks, clock: Clock) -> list[int]:
    """The days, in seconds and in order, on which a statement becomes known; those of events where nobody says any."""
    since = since_of(marks.begin, marks.reported, clock)
    is_said = marks.kind != Kind.EVENT
    known = since[(since != UNKNOWN_TIME) & (is_said if is_said.any() else ~is_said)]
    days: list[int] = (np.unique(known // DAY_S) * DAY_S).tolist()
    return days


def account_of(marks: Marks, clock: Clock, articles: Sequence[ArticleRow]) -> Account:
    """The account at the clock's day; `articles` in the order of `Corpus.articles`. All is known without a day."""
    since = since_of(marks.begin, marks.reported, clock)
    later = np.zeros(len(marks), np.bool_) if clock.as_of is None else is_later(since, clock.as_of)
    has_report = marks.reported != UNKNOWN_TIME
    lag = np.where(has_report, marks.reported - marks.end, 0)
    unreported = np.zeros(len(marks), np.bool_) if clock.as_of is None else has_report & (marks.reported >= clock.as_of)
    widths = np.array([*(_width(row) for row in articles), 0], np.int64)[marks.article]
    guessed = ~later & (widths > 0)
    return Account(
        total=len(marks),
        known=int(np.count_nonzero(~later)),
        unreported=int(np.count_nonzero(unreported & ~later)),
        late=int(np.count_nonzero(~later & (lag > LATE_DAYS * DAY_S))),
        guessed=int(np.count_nonzero(guessed)),
        widest_days=int(widths[guessed].max()) if guessed.any() else 0,
        unplaced=int(np.count_nonzero(since == UNKNOWN_TIME)),
    )


def later_in(index: MarkIndex, layout: Layout, later: NDArray[np.bool_]) -> tuple[int, int]:
    """How many of the marks that a layout shows singly, and of those that it merges, are among the `later` ones."""
    view = layout.view
    rows = np.arange(view.first_row, view.end_row)
    passed = np.concatenate(([0], np.cumsum(later[index.order])))
    first = index.row_start[rows] + layout.earlier
    inside = int((passed[first + layout.inside] - passed[first]).sum())
    single = (layout.item_count == 1) & (layout.item_x >= 0) & (layout.item_x < view.width_px)
    singles = int(np.count_nonzero(later[index.order[layout.item_first[single]]]))
    anchor = index.anchor[index.place[layout.span_mark]]
    beside = (anchor < view.begin_s) | (anchor >= view.end_s)
    by_span = int(np.count_nonzero(later[layout.span_mark] & beside))
    return singles + by_span, inside - singles


def _width(row: ArticleRow) -> int:
    """Days among which the day of an article was guessed, 0 where it is stated."""
    if row.published is None or row.published_basis != "inferred":
        return 0
    if row.published_begin is None or row.published_end_exclusive is None:
        return 1
    return max(row.published_end_exclusive - row.published_begin, 1)
