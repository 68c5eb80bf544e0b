"""What a view shows: every mark counted once, rows in a stable order, filters that add up."""

from typing import Any

import numpy as np
import pytest

from stanceline.model.corpus import Grouping, Sort, arrange, build_corpus, chip_counts, select
from stanceline.model.filters import Filter
from stanceline.model.marks import MIXED, NO_STANCE, Corpus, Kind, Trait
from stanceline.model.parts import only_marks
from stanceline.model.prepared import prepare
from stanceline.model.undated import UndatedMarks
from stanceline.records import (
    ActorKind,
    ActorRow,
    Analysis,
    ArticleRow,
    CellRow,
    EventRow,
    EventStatus,
    MentionRow,
    Mode,
    Pair,
    Proposal,
    StanceLabel,
    StanceRow,
    StatementRow,
)
from stanceline.temporal.timex import DAY_S, days_from_civil

TEXT = "President Macron blocked the office. Officials said Japan wants it. Erdoğan spoke. A summit opened in Vilnius."
DAY = days_from_civil(2023, 7, 12)


def article(ident: str = "a", outlet: str = "The Paper") -> ArticleRow:
    return ArticleRow(
        ident, None, "Title", outlet, None, None, "en", TEXT, DAY, DAY, DAY + 1, "text", (), ()
    )  # fmt: skip


def actor(ident: str, name: str, kind: ActorKind = "state", parent: str | None = None) -> ActorRow:
    return ActorRow(ident, name, kind, parent, None, (MentionRow("a", 0, 5),))


def stance(
    ident: str,
    holder: str,
    value: int,
    *,
    mode: Mode = "first_hand",
    day: int | None = DAY,
    statement: str | None = None,
    article_id: str = "a",
    **extra: Any,
) -> StanceRow:
    begin = None if day is None else day * DAY_S
    end = None if day is None else (day + 1) * DAY_S
    fields: dict[str, Any] = {
        "explicit": True,
        "certainty": "certain",
        "condition_span": None,
        "decided_by": "machine",
    } | extra
    return StanceRow(
        id=ident, article=article_id, holder=holder, proposal="plan", stance=value, statement=statement,
        reported_by=(), mode=mode, form="direct", confidence=0.9, target_span=None, path=(), evidence=(0, 36),
        begin=begin, end_exclusive=end, rule="r", granularity="day" if day is not None else None,
        undated=None if day is not None else "no day", **fields,
    )  # fmt: skip


def statement(ident: str, source: str | None, span: Pair = (37, 67), day: int = DAY) -> StatementRow:
    return StatementRow(
        ident, "a", source, "indirect", None, None, (span,), day * DAY_S, (day + 1) * DAY_S, "r", "machine", "day"
    )


def event(
    ident: str,
    actors: tuple[str, ...],
    status: EventStatus = "past",
    day: int | None = DAY,
    label: str = "Summit opens in Vilnius",
) -> EventRow:
    begin = None if day is None else day * DAY_S
    return EventRow(
        ident, label, begin, None if begin is None else begin + DAY_S, "day", "2023-07-12", status, actors,
        "Vilnius", (MentionRow("a", 79, 85),), (),
    )  # fmt: skip


def cell(
    who: str, label: StanceLabel, stances: tuple[str, ...], proposal: str = "plan", article_id: str | None = None
) -> CellRow:
    return CellRow(who, proposal, article_id, label, None, "first_hand", True, 0.9, None, stances)


@pytest.fixture
def analysis() -> Analysis:
    return Analysis(
        proposals=(Proposal("plan", "The plan"),),
        articles=(article(), article("b", "Agency")),
        actors=(
            actor("person:m", "Macron", "person", "state:FR"),
            actor("person:e", "Erdoğan", "person"),
            actor("state:FR", "France"),
            actor("state:JP", "Japan"),
            actor("state:XX", "Silent"),
        ),
        statements=(statement("a:s37", "state:JP"), statement("a:s0", "person:m", (0, 35)), statement("a:s9", None)),
        stances=(
            stance("s1", "person:m", -2, statement="a:s0"),
            stance("s2", "state:JP", 2, mode="second_hand", article_id="b", day=DAY - 5),
            stance("s3", "person:e", 1, day=None, explicit=False),
        ),
        events=(event("a:e79", ("state:XX", "state:JP")), event("a:e99", (), "planned")),
        cells=(
            cell("person:m", "oppose", ("s1",)),
            cell("state:FR", "oppose", ("s1",)),
            cell("state:JP", "support", ("s2",)),
            cell("person:e", "lean_support", ("s3",)),
            cell("state:JP", "oppose", (), article_id="a"),
        ),
    )


def adds_up(corpus: Corpus) -> bool:
    return corpus.total == len(corpus.marks) + len(corpus.undated) + corpus.hidden


def names(corpus: Corpus) -> list[str]:
    return [("  " * row.depth) + row.name for row in corpus.rows]


def test_every_stance_statement_and_event_is_one_mark(analysis: Analysis) -> None:
    corpus = build_corpus(analysis)
    assert corpus.total == 8
    assert adds_up(corpus)
    assert [entry.key for entry in corpus.undated] == ["s3"]
    assert corpus.undated[0].reason == "no day"
    assert corpus.undated == list(corpus.undated) == corpus.undated[:]
    assert corpus.undated[-1] == corpus.undated[0]
    assert isinstance(corpus.undated, UndatedMarks)
    assert corpus.undated.keys() == ["s3"]
    assert corpus.undated.rows() == {corpus.undated[0].row}
    with pytest.raises(IndexError):
        corpus.undated[1]
    assert sorted(corpus.marks.keys) == ["a:e79", "a:e99", "a:s0", "a:s37", "a:s9", "s1", "s2"]


def test_children_stand_under_the_state_they_roll_up_to_and_nobody_comes_last(analysis: Analysis) -> None:
    corpus = build_corpus(analysis)
    assert names(corpus) == ["Japan", "France", "  Macron", "Erdoğan", "Not attributed"]


def test_an_event_stands_in_the_row_of_an_actor_that_has_one(analysis: Analysis) -> None:
    corpus = build_corpus(analysis)
    number = corpus.marks.keys.index("a:e79")
    assert corpus.rows[corpus.marks.row[number]].name == "Japan"


def test_marks_are_sorted_by_row_and_time(analysis: Analysis) -> None:
    marks = build_corpus(analysis).marks
    pairs = list(zip(marks.row.tolist(), marks.begin.tolist(), strict=True))
    assert pairs == sorted(pairs)


def test_a_statement_whose_stance_is_drawn_steps_back(analysis: Analysis) -> None:
    marks = build_corpus(analysis).marks
    priority = dict(zip(marks.keys, marks.priority.tolist(), strict=True))
    assert priority["a:s0"] < priority["a:s37"] < priority["a:e79"] < priority["s1"]


def test_visible_classes_become_traits(analysis: Analysis) -> None:
    corpus = build_corpus(analysis)
    traits = dict(zip(corpus.marks.keys, corpus.marks.traits.tolist(), strict=True))
    assert traits["s2"] == Trait.SECOND_HAND
    assert traits["a:e99"] == Trait.PLANNED
    assert traits["s1"] == Trait.NONE


def test_labels_quote_the_text_and_events_take_no_side(analysis: Analysis) -> None:
    marks = build_corpus(analysis).marks
    labels = dict(zip(marks.keys, marks.labels, strict=True))
    assert labels["s1"] == "President Macron blocked the office."
    assert marks.stance[marks.keys.index("a:e79")] == NO_STANCE


@pytest.mark.parametrize("grouping", ["actor", "kind", "none"])
@pytest.mark.parametrize("sort", ["first", "last", "name", "stance", "evidence"])
def test_no_grouping_or_sorting_loses_a_mark(analysis: Analysis, grouping: Grouping, sort: Sort) -> None:
    corpus = build_corpus(analysis, grouping=grouping, sort=sort)
    assert adds_up(corpus)
    assert corpus.hidden == 0
    assert (corpus.marks.row >= 0).all()
    assert (corpus.cells.row >= 0).all()
    assert not any(corpus.rows[row].is_group_heading for row in corpus.marks.row)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (Filter(text="erdogan"), 1),
        (Filter(text="BLOCKED office"), 4),
        (Filter(text='"blocked office"'), 0),
        (Filter(actors=frozenset({"state:JP"})), 3),
        (Filter(kinds=frozenset({Kind.STANCE})), 3),
        (Filter(stances=frozenset({2, 1})), 2),
        (Filter(articles=frozenset({"b"})), 1),
        (Filter(outlets=frozenset({"The Paper"})), 7),
        (Filter(period=(DAY * DAY_S, (DAY + 1) * DAY_S)), 6),
        (Filter(proposals=frozenset()), 5),
        (Filter(modes=frozenset({"first_hand", "suggested", "planned"})), 7),
        (Filter(text="nothing like it"), 0),
    ],
)
def test_filters_hide_and_count(analysis: Analysis, chosen: Filter, left: int) -> None:
    corpus = build_corpus(analysis, chosen)
    assert corpus.total - corpus.hidden == left
    assert corpus.total == 8
    assert adds_up(corpus)


def test_a_filter_keeps_the_order_of_rows(analysis: Analysis) -> None:
    arrangement = arrange(prepare(analysis))
    everything = [row.key for row in select(arrangement).rows]
    some = [row.key for row in select(arrangement, Filter(text="office")).rows]
    assert some == [key for key in everything if key in some]


def test_a_hidden_person_leaves_the_cell_of_the_state(analysis: Analysis) -> None:
    corpus = build_corpus(analysis, Filter(actors=frozenset({"state:FR"})))
    assert names(corpus) == ["France"]
    assert corpus.cells.stance.tolist() == [-2]


def test_a_cell_goes_when_all_its_evidence_is_hidden(analysis: Analysis) -> None:
    corpus = build_corpus(analysis, Filter(articles=frozenset({"b"})))
    assert [corpus.rows[row].name for row in corpus.cells.row] == ["Japan"]


def test_chips_say_what_they_remove(analysis: Analysis) -> None:
    arrangement = arrange(prepare(analysis))
    chosen = Filter(kinds=frozenset({Kind.STANCE}), stances=frozenset({2}))
    counts = {chip.part: (chip.removed, chip.removed_alone) for chip in chip_counts(arrangement, chosen)}
    assert counts == {"kinds": (5, 0), "stances": (7, 2)}
    assert chosen.without("kinds").parts() == ("stances",)


def test_several_proposals_get_a_column_over_all(analysis: Analysis) -> None:
    two = Analysis(
        proposals=(Proposal("plan", "The plan"), Proposal("other", "Other")),
        articles=analysis.articles,
        actors=analysis.actors,
        stances=analysis.stances,
        cells=(*analysis.cells, cell("state:JP", "oppose", ("s2",), "other")),
    )
    corpus = build_corpus(two)
    assert [key for key, _ in corpus.columns] == ["plan", "other", "overall"]
    row = [row.name for row in corpus.rows].index("Japan")
    chosen = (corpus.cells.row == row) & (corpus.cells.column == 2)
    assert corpus.cells.stance[chosen].tolist() == [MIXED]
    assert build_corpus(two, Filter(proposals=frozenset({"other"}))).columns == [("other", "Other")]


def test_only_the_chosen_marks_can_be_shown(analysis: Analysis) -> None:
    corpus = only_marks(build_corpus(analysis), frozenset({"s1", "s3"}))
    assert corpus.marks.keys == ["s1"]
    assert len(corpus.undated) == 1
    assert corpus.total == 8


def test_nothing_makes_an_empty_corpus() -> None:
    corpus = build_corpus(Analysis())
    assert corpus.total == 0
    assert corpus.rows == []
    assert corpus.marks.begin.dtype == np.int64
