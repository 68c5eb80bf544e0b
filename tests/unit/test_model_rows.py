"""Rows: pinned on top, folded into others, in the order of change and of similarity."""

import numpy as np
import pytest

from stanceline.discourse.stances.cells import count_cells
from stanceline.model.corpus import Grouping, arrange, select
from stanceline.model.marks import Corpus
from stanceline.model.prepared import prepare
from stanceline.records import ActorRow, Analysis, ArticleRow, MentionRow, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S, days_from_civil

DAY = days_from_civil(2024, 3, 1)
ARTICLE = ArticleRow(
    "a", None, "Title", "Paper", None, None, "en", "They will not accept it.", DAY, DAY, DAY + 1, "text", (), ()
)  # fmt: skip
FAMILY = (
    ("nord", "state", None), ("nord-min", "person", "nord"), ("nord-mp", "person", "nord"), ("sud", "state", None),
    ("ost", "organization", None), ("west", "organization", None),
)  # fmt: skip


def stance(ident: str, holder: str, value: int, day: int, proposal: str = "p") -> StanceRow:
    return StanceRow(
        id=ident, article="a", holder=holder, proposal=proposal, stance=value, statement=None, reported_by=(),
        mode="first_hand", form="direct", explicit=True, certainty="certain", confidence=0.8, condition_span=None,
        target_span=None, path=(), evidence=(0, 9), begin=(DAY + day) * DAY_S, end_exclusive=(DAY + day + 1) * DAY_S,
        rule="r", decided_by="machine", granularity="day",
    )  # fmt: skip


ROWS = (
    stance("s1", "nord-min", 2, 0), stance("s2", "nord-mp", 1, 1), stance("s3", "sud", -2, 2),
    stance("s4", "sud", 2, 40), stance("s5", "ost", 1, 3), stance("s6", "ost", -1, 60), stance("s7", "west", -1, 4),
)  # fmt: skip


def analysis(rows: tuple[StanceRow, ...] = ROWS, proposals: tuple[str, ...] = ("p",)) -> Analysis:
    actors = tuple(
        ActorRow(key, key, kind, parent, None, (MentionRow("a", 0, 4),), (key,))  # type: ignore[arg-type]
        for key, kind, parent in FAMILY
    )
    named = tuple(Proposal(key, key) for key in proposals)
    return Analysis(
        proposals=named, articles=(ARTICLE,), actors=actors, stances=rows, cells=count_cells(rows, actors, named)
    )  # fmt: skip


def keys(corpus: Corpus) -> list[str]:
    return ["  " * row.depth + row.key for row in corpus.rows]


def test_a_pinned_parent_takes_its_family_and_a_pinned_child_comes_alone() -> None:
    prepared = prepare(analysis())
    assert keys(select(arrange(prepared, sort="name"))) == ["nord", "  nord-min", "  nord-mp", "ost", "sud", "west"]
    family = select(arrange(prepared, sort="name", pinned=("west", "nord")))
    assert keys(family) == ["west", "nord", "  nord-min", "  nord-mp", "ost", "sud"]
    alone = select(arrange(prepared, sort="name", pinned=("nord-mp", "gone")))
    assert keys(alone) == ["nord-mp", "nord", "  nord-min", "ost", "sud", "west"]
    assert [row.key for row in alone.rows if row.is_pinned] == ["nord-mp"]


def test_in_groups_pinned_rows_have_a_group_of_their_own() -> None:
    corpus = select(arrange(prepare(analysis()), grouping="kind", sort="name", pinned=("west",)))
    assert keys(corpus)[:3] == ["heading:pinned", "  west", "heading:state"]
    assert keys(corpus).count("  west") == 1


@pytest.mark.parametrize(
    ("grouping", "folded", "row", "left"),
    [("actor", "nord", "nord", 4), ("kind", "heading:person", "heading:person", 7)],
)
def test_what_is_folded_away_stays_in_the_row_above(grouping: Grouping, folded: str, row: str, left: int) -> None:
    prepared = prepare(analysis())
    corpus = select(arrange(prepared, grouping=grouping, folded=frozenset({folded})))
    number = next(n for n, shown in enumerate(corpus.rows) if shown.key == row)
    assert len(corpus.rows) == left
    assert corpus.rows[number].is_folded
    assert corpus.rows[number].members == 2
    own = {key for key, at in zip(corpus.marks.keys, corpus.marks.row.tolist(), strict=True) if at == number}
    assert {"s1", "s2"} <= own
    assert corpus.total == len(corpus.marks) + len(corpus.undated) + corpus.hidden == len(ROWS)
    pairs = list(zip(corpus.cells.row.tolist(), corpus.cells.column.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs), "one cell a place"


def test_unfolded_rows_tell_how_many_stand_under_them() -> None:
    corpus = select(arrange(prepare(analysis())))
    assert {row.key: row.members for row in corpus.rows if row.members} == {"nord": 2}
    assert not any(row.is_folded for row in corpus.rows)


def test_those_who_moved_furthest_come_first() -> None:
    corpus = select(arrange(prepare(analysis()), grouping="none", sort="change"))
    assert keys(corpus)[:2] == ["sud", "ost"]


def test_similar_rows_stand_side_by_side_and_supporters_first() -> None:
    sides = {"nord-min": (2, 2, -2), "nord-mp": (2, 1, -2), "sud": (-2, -2, 2), "west": (-2, -1, 1), "ost": (0, 1, 0)}
    rows = tuple(
        stance(f"{who}{n}", who, value, 0, f"p{n}") for who, values in sides.items() for n, value in enumerate(values)
    )
    corpus = select(arrange(prepare(analysis(rows, ("p0", "p1", "p2"))), grouping="none", sort="similarity"))
    order = [key for key in keys(corpus) if key in sides]
    assert set(order[:2]) == {"nord-min", "nord-mp"}
    assert order[2] == "ost"
    assert order[3:] == ["west", "sud"]


def test_similarity_needs_no_stance() -> None:
    empty = analysis((stance("s", "sud", 0, 0),))
    assert np.isfinite(len(select(arrange(prepare(empty), sort="similarity")).rows))
