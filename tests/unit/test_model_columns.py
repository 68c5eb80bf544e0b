"""Columns of parts and of periods: counted by the rules of all cells, and what fits in no period is told."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from stanceline.counting.counted_columns import ColumnCount
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import count_cells
from stanceline.model.columns import BY_PROPOSAL, ColumnChoice, ColumnError, ColumnTable, plan_columns, with_parts
from stanceline.model.corpus import arrange, select
from stanceline.model.filters import Filter
from stanceline.model.marks import MIXED, Corpus
from stanceline.model.prepared import OVERALL, prepare
from stanceline.records import ActorRow, Analysis, ArticleRow, MentionRow, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S, days_from_civil

RULES = CellRules()
ARTICLE = ArticleRow(
    "a", None, "Title", "Paper", None, None, "en", "They will not accept it.", 0, 0, 1, "text", (), ()
)  # fmt: skip
VALUES = {"oppose": -2, "lean_oppose": -1, "neutral": 0, "lean_support": 1, "support": 2, "mixed": MIXED}


def stance(ident: str, holder: str, value: int, day: int | None, proposal: str = "plan", length: int = 1) -> StanceRow:
    begin = None if day is None else day * DAY_S
    return StanceRow(
        id=ident, article="a", holder=holder, proposal=proposal, stance=value, statement=None, reported_by=(),
        mode="first_hand", form="direct", explicit=True, certainty="certain", confidence=0.8, condition_span=None,
        target_span=None, path=(), evidence=(0, 9), begin=begin,
        end_exclusive=None if day is None else (day + length) * DAY_S, rule="r", decided_by="machine",
        granularity=None if day is None else "day",
    )  # fmt: skip


def day(year: int, month: int, number: int = 15) -> int:
    return days_from_civil(year, month, number)


def analysis(rows: Sequence[StanceRow], proposals: Sequence[Proposal] = (Proposal("plan", "The plan"),)) -> Analysis:
    actors = tuple(
        ActorRow(key, key, "state", parent, None, (MentionRow("a", 0, 4),), (key,))
        for key, parent in (("nord", None), ("sud", None), ("minister", "nord"))
    )
    return Analysis(
        proposals=tuple(proposals), articles=(ARTICLE,), actors=actors, stances=tuple(rows),
        cells=count_cells(rows, actors, proposals),
    )  # fmt: skip


ROWS = (
    stance("s1", "nord", -2, day(2023, 11)), stance("s2", "nord", -1, day(2023, 12)),
    stance("s3", "minister", 2, day(2024, 2)), stance("s4", "sud", 2, day(2024, 2)),
    stance("s5", "sud", -2, day(2024, 3)), stance("s6", "sud", 1, None),
    stance("s7", "nord", 2, day(2024, 1, 1), length=366),
)  # fmt: skip


def counted(choice: ColumnChoice, source: Analysis, rules: CellRules = RULES) -> ColumnTable:
    plan = plan_columns(choice, source)
    assert plan is not None
    return ColumnCount(plan, source, prepare(source), rules).table()


def shown(source: Analysis, table: ColumnTable, filter: Filter = Filter()) -> Corpus:  # noqa: B008 - it is frozen
    return select(arrange(prepare(source), table=table), filter)


def cells_of(corpus: Corpus) -> dict[tuple[str, str], int]:
    cells = corpus.cells
    return {
        (corpus.rows[row].key, corpus.columns[column][1]): stance
        for row, column, stance in zip(cells.row.tolist(), cells.column.tolist(), cells.stance.tolist(), strict=True)
    }


def by(unit: Any, **more: Any) -> ColumnChoice:
    return ColumnChoice("slices", "plan", unit, **more)


def test_proposals_need_no_plan_and_a_lost_one_gives_them_back() -> None:
    assert plan_columns(BY_PROPOSAL, analysis(ROWS)) is None
    assert plan_columns(ColumnChoice("slices", "gone"), analysis(ROWS)) is None


@pytest.mark.parametrize(
    ("choice", "titles"),
    [
        (by("quarter"), ["Q4 2023", "Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024"]),
        (by("half"), ["H2 2023", "H1 2024", "H2 2024"]),
        (by("year"), ["2023", "2024"]),
        (by("days", days=200), ["from 15 Nov 2023", "from 2 Jun 2024", "from 19 Dec 2024"]),
    ],
)
def test_periods_follow_each_other_without_a_gap_and_the_last_column_is_over_all(
    choice: ColumnChoice, titles: list[str]
) -> None:
    plan = plan_columns(choice, analysis(ROWS))
    assert plan is not None
    assert [title for _, title in plan.columns] == [*titles, "All"]
    assert plan.columns[-1][0] == OVERALL


def test_a_period_counts_what_was_said_in_it_by_the_rules_of_all_cells() -> None:
    source = analysis(ROWS)
    made = cells_of(shown(source, counted(by("quarter"), source)))
    within = {"Q4 2023": ("s1", "s2"), "Q1 2024": ("s3", "s4", "s5")}
    for title, keys in within.items():
        rows = [row for row in ROWS if row.id in keys]
        expected = count_cells(rows, source.actors, source.proposals)
        for cell in expected:
            if cell.article is None:
                assert made[cell.actor, title] == VALUES[cell.stance]
    assert ("sud", "Q4 2023") not in made
    assert ("nord", "Q2 2024") not in made, "a year is longer than any of its quarters"


def test_over_all_of_the_time_a_cell_says_what_that_of_the_proposal_says() -> None:
    source = analysis(ROWS)
    made = cells_of(shown(source, counted(by("month"), source)))
    whole = {cell.actor: VALUES[cell.stance] for cell in source.cells if cell.article is None}
    assert {actor: made[actor, "All"] for actor in whole} == whole


def test_other_rules_count_in_periods_too() -> None:
    rows = (stance("t1", "sud", 2, day(2024, 2, 1)), stance("t2", "sud", -2, day(2024, 2, 3)))
    source = analysis(rows)
    assert cells_of(shown(source, counted(by("month"), source)))["sud", "Feb 2024"] == MIXED
    quick = CellRules(replaces_after=1)
    assert cells_of(shown(source, counted(by("month"), source, quick)))["sud", "Feb 2024"] == -2


def test_what_fits_in_no_period_is_counted() -> None:
    plan = plan_columns(by("month"), analysis(ROWS))
    assert plan is not None
    assert (plan.undated, plan.coarse) == (1, 1)
    assert "s6" not in plan.column_of
    assert "s7" not in plan.column_of
    years = plan_columns(by("year"), analysis(ROWS))
    assert years is not None
    assert (years.undated, years.coarse) == (1, 0)


def test_too_many_columns_and_none_at_all_are_refused_with_a_reason() -> None:
    far = (*ROWS, stance("far", "sud", 1, day(1200, 1)))
    with pytest.raises(ColumnError, match="longer periods"):
        plan_columns(by("month"), analysis(far))
    with pytest.raises(ColumnError, match="no periods"):
        plan_columns(by("month"), analysis([stance("s6", "sud", 1, None)]))
    with pytest.raises(ColumnError, match="no parts"):
        plan_columns(ColumnChoice("parts", "plan"), analysis(ROWS))
    with pytest.raises(ValueError, match="days"):
        ColumnChoice(days=0)


def test_parts_stand_beside_their_whole() -> None:
    proposals = (
        Proposal("plan", "The plan"), Proposal("other", "Something else"), Proposal("c1", "Clause 1", part_of="plan"),
    )  # fmt: skip
    rows = (*ROWS, stance("p1", "sud", -2, day(2024, 3), "c1"), stance("o1", "sud", 2, day(2024, 3), "other"))
    source = analysis(rows, proposals)
    assert with_parts(source) == ("plan",)
    corpus = shown(source, counted(ColumnChoice("parts", "plan"), source))
    assert [title for _, title in corpus.columns] == ["The plan", "Clause 1", "All"]
    assert cells_of(corpus)["sud", "Clause 1"] == -2


def test_a_filter_by_proposal_leaves_the_columns_and_rows_keep_their_order() -> None:
    source = analysis(ROWS)
    table = counted(by("quarter"), source)
    plain = select(arrange(prepare(source), sort="stance"), Filter())
    sliced = select(arrange(prepare(source), sort="stance", table=table), Filter())
    assert [row.key for row in sliced.rows] == [row.key for row in plain.rows]
    kept = shown(source, table, Filter(proposals=frozenset({"plan"})))
    assert len(kept.columns) == len(sliced.columns)
    assert replace(kept, cells=sliced.cells).total == plain.total


def test_counting_can_be_paused_at_any_piece() -> None:
    source = analysis(ROWS)
    plan = plan_columns(by("month"), source)
    assert plan is not None
    count = ColumnCount(plan, source, prepare(source), RULES)
    turns = 0
    while not count.advance(iter([False, True]).__next__):
        turns += 1
    assert turns > 3
    assert cells_of(shown(source, count.table())) == cells_of(shown(source, counted(by("month"), source)))
