"""Frames of one analysis: made in steps or when asked for, kept where nothing changed, joined into one of marks."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from stanceline.model import schema
from stanceline.model.difference import TABLES
from stanceline.model.marks import NO_STANCE, Trait
from stanceline.model.marks_table import MARKS
from stanceline.model.prepared import UNKNOWN_TIME, prepare
from stanceline.model.tables import Tables
from stanceline.reading.article import Problem
from stanceline.records import ActorRow, Analysis, ArticleRow, EventRow, MentionRow, StanceRow, StatementRow
from stanceline.temporal.timex import DAY_S
from tests.views import at

DAY = at(2024, 5, 20)


@pytest.fixture
def analysis() -> Analysis:
    """A stance in its statement, an old and a far event, one without a date and without anyone."""
    article = ArticleRow(
        "a", None, None, "Daily", None, None, "en", "They said no. A war.", DAY // DAY_S, None, None, "metadata", (), ()
    )
    statement = StatementRow(
        "a:s0", "a", "state:x", "indirect", (0, 4), (5, 9), ((10, 12),), DAY, DAY + DAY_S, "say", "machine", "day"
    )
    stance = StanceRow(
        "a:plan:x:10", "a", "state:x", "plan", -1, "a:s0", (), "second_hand", "indirect", True, "certain", 0.8, None,
        None, (), (10, 12), DAY, DAY + DAY_S, "no", "user", "day",
    )  # fmt: skip
    events = tuple(
        EventRow(ident, ident, begin, end, "year", None, "planned", actors, None, mentions, (), undated=why)
        for ident, begin, end, actors, mentions, why in (
            ("old", at(-43, 1, 1), at(-42, 1, 1), ("state:x",), (MentionRow("a", 14, 19),), None),
            ("far", at(12345, 1, 1), at(12346, 1, 1), (), (), None),
            ("undated", None, None, ("gone",), (), "it does not say"),
        )
    )
    return Analysis(
        articles=(article,), statements=(statement,), stances=(stance,), events=events,
        actors=(ActorRow("state:x", "Xland", "state", None, None, ()),),
    )  # fmt: skip


def test_neither_a_project_nor_its_tables_import_pandas_before_they_are_asked_for() -> None:
    code = (
        "import sys; from stanceline.model.project import Project; project = Project(); len(project.tables); "
        "print('pandas' in sys.modules); project.tables['events']; print('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_all_tables_are_there_under_their_names(analysis: Analysis) -> None:
    tables = Tables(analysis)
    assert tuple(tables) == TABLES
    assert len(tables) == len(TABLES)
    assert tables["events"] is tables["events"]
    with pytest.raises(KeyError):
        tables["marks of all kinds"]


def test_steps_make_what_asking_gives(analysis: Analysis) -> None:
    slow, asked = Tables(analysis, prepare(analysis)), Tables(analysis)
    before = slow.marks_at_hand
    assert before is None
    steps = list(slow.make())
    assert len(steps) > 3 * len(TABLES)
    assert slow.marks_at_hand is slow.marks
    assert slow.marks.equals(asked.marks)
    assert all(slow[name].equals(asked[name]) for name in TABLES)


def test_asking_between_steps_makes_no_second_frame(analysis: Analysis) -> None:
    tables = Tables(analysis)
    steps = tables.make()
    for _ in range(20):
        next(steps)
    events, marks = tables["events"], tables.marks
    for _ in steps:
        pass
    assert tables["events"] is events
    assert tables.marks is marks


def test_the_next_tables_keep_what_has_not_changed(analysis: Analysis) -> None:
    old = Tables(analysis)
    steps = old.make()
    next(steps)
    marks, actors = old.marks, old["actors"]
    new_problem = replace(analysis, problems=(Problem("empty", "It is empty."),))
    new = old.renewed(new_problem, None, frozenset({"problems"}))
    assert new["actors"] is actors
    assert new.marks_at_hand is marks
    assert len(new["problems"]) == 1
    renamed = replace(analysis, actors=(replace(analysis.actors[0], name="Yland"),))
    newer = new.renewed(renamed, None, frozenset({"actors"}))
    assert newer.marks_at_hand is None
    # Steps that were under way for the old analysis change nothing for the new one.
    for _ in steps:
        pass
    assert newer["actors"]["name"].tolist() == ["Yland"]
    assert "Yland" in newer.marks["actor_name"].tolist()
    assert newer["events"] is new["events"]


def test_marks_are_joined_as_they_are_drawn(analysis: Analysis) -> None:
    prepared, marks = prepare(analysis), Tables(analysis).marks
    assert marks["key"].tolist() == prepared.keys
    assert marks["kind"].tolist() == ["stance", "statement", "event", "event", "event"]
    assert marks["actor_name"].tolist() == ["Xland", "Xland", "Xland", "Not attributed", "Not attributed"]
    assert marks["actor"].tolist() == ["state:x", "state:x", "state:x", "", ""]
    assert marks["stance"].fillna(NO_STANCE).tolist() == prepared.stance.tolist()
    assert marks["mode"].isna().tolist() == [False, True, True, True, True]
    assert marks["qualifiers"].tolist()[:3] == ["second-hand, corrected", "", "planned, unconfirmed"]
    assert marks["title"].astype("str").fillna("").tolist() == ["a", "a", "a", "", ""]
    assert marks["source"].astype("str").fillna("").tolist() == ["Daily", "Daily", "Daily", "", ""]
    assert marks["undated"].fillna("").tolist() == ["", "", "", "", "it does not say"]


def test_times_of_marks_reach_beyond_the_calendar_of_python(analysis: Analysis) -> None:
    prepared, marks = prepare(analysis), Tables(analysis).marks
    assert str(marks["begin"].dtype) == "datetime64[s]"
    assert schema.seconds_of(marks["begin"]).tolist() == prepared.begin.tolist()
    assert schema.seconds_of(marks["begin"])[4] == UNKNOWN_TIME
    assert marks["begin"].isna().tolist() == [False, False, False, False, True]
    ordered = marks.sort_values("begin")["key"].tolist()
    assert ordered == ["old", "a:plan:x:10", "a:s0", "far", "undated"]


def test_no_marks_have_all_columns_and_types() -> None:
    marks = Tables(Analysis()).marks
    assert tuple(marks.columns) == MARKS.column_names
    assert len(marks) == 0
    schema.check_table(MARKS, marks)


def test_missing_numbers_and_flags_keep_their_types() -> None:
    whole = schema.series(schema.Column("n", "integer", True), [1, None])
    flags = schema.series(schema.Column("f", "flag", True), [True, None])
    assert (str(whole.dtype), str(flags.dtype)) == ("Int64", "boolean")
    assert whole.isna().tolist() == flags.isna().tolist() == [False, True]
    empty = pd.DataFrame({"n": whole})
    with pytest.raises(schema.SchemaError, match="Int64 instead of int64"):
        schema.check_table(schema.Table("t", None, (schema.Column("n", "integer"),), ()), empty)
    assert isinstance(schema.seconds_of(pd.Series(np.array([0], "datetime64[s]")))[0], np.int64)


def test_classes_without_a_word_of_their_own_share_one(analysis: Analysis) -> None:
    prepared = prepare(analysis)
    open_ended = replace(prepared, traits=np.array([0, Trait.SINCE, Trait.BEFORE, Trait.PLANNED, 0], np.uint32))
    marks = Tables(analysis, open_ended).marks
    assert marks["qualifiers"].tolist() == ["", "", "", "planned", ""]
    assert marks["traits"].tolist() == open_ended.traits.tolist()
