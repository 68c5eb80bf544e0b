"""Which marks were known on a day, and how late they were reported."""

from dataclasses import replace

import numpy as np

from stanceline.model.clock import Clock
from stanceline.model.lags import Account, account_of, days_of, is_later, since_of
from stanceline.model.marks import Kind, Marks, empty_marks
from stanceline.model.prepared import UNKNOWN_TIME
from stanceline.temporal.timex import DAY_S
from tests.unit.test_model_history import article


def marks(*rows: tuple[Kind, int, int, int | None, int]) -> Marks:
    """Marks by kind, first day, days, day of the report and article."""
    empty = empty_marks()
    return replace(
        empty,
        keys=[f"m{number}" for number in range(len(rows))],
        kind=np.array([row[0] for row in rows], np.int8),
        begin=np.array([row[1] * DAY_S for row in rows], np.int64),
        end=np.array([(row[1] + row[2]) * DAY_S for row in rows], np.int64),
        reported=np.array([UNKNOWN_TIME if row[3] is None else row[3] * DAY_S for row in rows], np.int64),
        article=np.array([row[4] for row in rows], np.int32),
    )


ARTICLES = [
    article("a0", 20),
    replace(article("a1", 40), published_basis="inferred", published_begin=38, published_end_exclusive=43),
]
MARKS = marks(
    (Kind.STANCE, 10, 1, 12, 0),
    (Kind.STANCE, 10, 1, 40, 1),
    (Kind.STATEMENT, 10, 31, 40, 1),
    (Kind.EVENT, 50, 1, 20, 0),
    (Kind.EVENT, 5, 1, None, -1),
)


def test_the_account_at_a_day() -> None:
    """A plan is known before it happens by the second clock, a late report by the first."""
    assert account_of(MARKS, Clock(), ARTICLES) == Account(5, 5, 0, 1, 2, 5, 0)
    assert account_of(MARKS, Clock(30 * DAY_S), ARTICLES) == Account(5, 4, 2, 1, 2, 5, 0)
    assert account_of(MARKS, Clock(30 * DAY_S, "published"), ARTICLES) == Account(5, 2, 0, 0, 0, 0, 1)
    assert account_of(MARKS, Clock(41 * DAY_S, "published"), ARTICLES) == Account(5, 4, 0, 1, 2, 5, 1)


def test_a_day_is_known_from_its_beginning() -> None:
    """What begins on the day is known at its end, not at the end of the day before; without a day never."""
    since = since_of(MARKS.begin, MARKS.reported, Clock(kind="event"))
    assert is_later(since, 10 * DAY_S).tolist() == [True, True, True, True, False]
    assert is_later(since, 11 * DAY_S).tolist() == [False, False, False, True, False]
    published = since_of(MARKS.begin, MARKS.reported, Clock(kind="published"))
    assert is_later(published, 1 << 60).tolist() == [False, False, False, False, True]


def test_days_are_those_of_statements_where_there_are_any() -> None:
    """Events alone give their own days."""
    assert days_of(MARKS, Clock()) == [10 * DAY_S]
    assert days_of(MARKS, Clock(kind="published")) == [12 * DAY_S, 40 * DAY_S]
    assert days_of(marks((Kind.EVENT, 7, 1, 9, 0)), Clock()) == [7 * DAY_S]
    assert days_of(empty_marks(), Clock()) == []
