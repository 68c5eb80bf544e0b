"""What contradicts itself: both sides at once, changes of side, days of one event, wordings of one quotation."""

from dataclasses import replace
from typing import Any

import pytest

from stanceline.counting.contradictions import Contradiction, find_contradictions
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.records import ActorRow, Analysis, ArticleRow, EventRow, MentionRow, Proposal, StanceRow, StatementRow
from stanceline.temporal.timex import DAY_S
from tests.unit.test_discourse_cells import STANCE

ACTORS = (
    ActorRow("state:norland", "Norland", "state", None, None, ()),
    ActorRow("person:ada", "Ada Okafor", "person", "state:norland", "prime minister", ()),
    ActorRow("person:bo", "Bo Lind", "person", "state:norland", "minister", ()),
)
TEXTS = {
    "a1": "We will not accept the toll in any form before the winter.",
    "a2": "We will never accept this toll in any shape before the winter.",
    "a3": "accept the toll in any form",
}


def article(key: str) -> ArticleRow:
    return ArticleRow(
        key, None, None, None, None, None, "en", TEXTS.get(key, ""), 20, 20, 21, "metadata", (), ()
    )  # fmt: skip


def stance(key: str, value: int, day: int | None, **changes: Any) -> StanceRow:
    begin = None if day is None else day * DAY_S
    row = replace(
        STANCE, id=key, article="a1", holder="person:ada", proposal="toll", stance=value, begin=begin,
        end_exclusive=None if begin is None else begin + DAY_S,
    )  # fmt: skip
    return replace(row, **changes)


def quote(key: str, where: str, day: int = 10, **changes: Any) -> StatementRow:
    row = StatementRow(
        key, where, "person:ada", "direct", None, None, ((0, len(TEXTS[where])),), day * DAY_S, (day + 1) * DAY_S,
        "test", "machine", "day",
    )  # fmt: skip
    return replace(row, **changes)


def found(analysis: Analysis, rules: CellRules | None = None) -> list[Contradiction]:
    rows = find_contradictions(analysis, rules or CellRules())
    return [row for row in rows if row is not None]


def of_stances(*rows: StanceRow) -> Analysis:
    articles = article("a1"), article("a2")
    return Analysis(proposals=(Proposal("toll", "Ferry toll"),), articles=articles, actors=ACTORS, stances=rows)


def told(rows: list[Contradiction]) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [(row.kind, row.actors, row.a.key, row.b.key) for row in rows]


def test_both_sides_within_days_stand_side_by_side() -> None:
    rows = of_stances(stance("s1", 2, 10), stance("s2", -1, 12))
    assert told(found(rows)) == [("both_sides", ("person:ada",), "s1", "s2")]
    one = found(rows)[0]
    assert (one.what, one.a.stance, one.b.stance) == ("Ferry toll", 2, -1)
    assert one.a.when == (10 * DAY_S, 11 * DAY_S, "day")


def test_a_later_word_is_a_change_and_no_contradiction_at_once() -> None:
    rows = of_stances(stance("s1", 2, 10), stance("s2", -2, 60))
    assert told(found(rows)) == [("changed", ("person:ada",), "s1", "s2")]
    assert told(found(rows, CellRules(replaces_after=90))) == [("both_sides", ("person:ada",), "s1", "s2")]


def test_what_two_persons_say_is_told_of_the_state_alone() -> None:
    rows = of_stances(stance("s1", 2, 10), stance("s2", -2, 11, holder="person:bo"))
    assert told(found(rows)) == [("both_sides", ("state:norland",), "s1", "s2")]


def test_what_a_person_contradicts_is_not_told_of_the_state_again() -> None:
    above = stance("s3", -2, 12, holder="state:norland")
    rows = of_stances(stance("s1", 2, 10), stance("s2", -1, 12), above)
    assert told(found(rows)) == [("both_sides", ("person:ada",), "s1", "s2")]


@pytest.mark.parametrize(
    "changes", [{"explicit": False}, {"copy_of": "s9"}, {"stance": 0}, {"stance": 1}, {"proposal": "other"}]
)
def test_what_contradicts_nobody(changes: dict[str, Any]) -> None:
    assert found(of_stances(stance("s1", 2, 10), stance("s2", -2, 12, **changes))) == []


def test_an_event_with_two_days_names_both_articles() -> None:
    event = EventRow(
        "e1", "Vote on the toll", 10 * DAY_S, 11 * DAY_S, "day", "1970-01-11", "past", ("person:ada",), None,
        (MentionRow("a1", 0, 5), MentionRow("a2", 3, 9)), ("a2 gives 1970-01-13 instead of 1970-01-11",),
        other_times=((12 * DAY_S, 13 * DAY_S),),
    )  # fmt: skip
    rows = found(Analysis(articles=(article("a1"), article("a2")), actors=ACTORS, events=(event,)))
    assert [(row.kind, row.what, row.a.article, row.b.article) for row in rows] == [
        ("dates", "Vote on the toll", "a1", "a2")
    ]
    assert rows[0].a.when == (10 * DAY_S, 11 * DAY_S, "day")
    assert rows[0].b.when == (12 * DAY_S, 13 * DAY_S, "day")
    assert rows[0].b.spans == ((3, 9),)


def of_quotes(*rows: StatementRow) -> Analysis:
    return Analysis(articles=tuple(article(key) for key in TEXTS), actors=ACTORS, statements=rows)


def test_the_same_words_quoted_differently() -> None:
    rows = of_quotes(quote("q1", "a1"), quote("q2", "a2", 12))
    assert told(found(rows)) == [("quotes", ("person:ada",), "q1", "q2")]


@pytest.mark.parametrize(
    "changes",
    [{"source": "person:bo"}, {"begin": 40 * DAY_S}, {"article": "a1"}, {"form": "indirect"}, {"source": None}],
)
def test_what_is_no_other_wording(changes: dict[str, Any]) -> None:
    assert found(of_quotes(quote("q1", "a1"), quote("q2", "a2", **changes))) == []


def test_a_shorter_quotation_is_no_other_wording() -> None:
    assert found(of_quotes(quote("q1", "a1"), quote("q3", "a3"))) == []
