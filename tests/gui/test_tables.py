"""The tables of the sample's analysis, and the lists and facets that are made from them."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView, QTreeWidget

from stanceline.model import schema
from stanceline.model.edits import RenameActor
from stanceline.model.filters import EVERYTHING
from stanceline.model.marks import NO_STANCE, Kind, Trait
from stanceline.model.marks_table import MARKS
from stanceline.model.project import Project
from stanceline.records import Analysis
from stanceline.ui.lists.facets import facets_of, period_of
from stanceline.ui.lists.table_export import FORMS, Form
from stanceline.ui.lists.tables import ALL_MARKS, UNDATED_MARKS, MarkTable
from stanceline.ui.main_window import MainWindow
from stanceline.ui.tables_job import TablesJob
from stanceline.ui.waiting import wait_until
from tests.gui.conftest import DAY
from tests.gui.test_window import a_stance, act

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def column(model: MarkTable, number: int) -> list[str]:
    """What a list says in one column."""
    return [model.index(row, number).data() for row in range(model.rowCount())]


def all_marks(window: MainWindow) -> pd.DataFrame:
    """The joined table."""
    assert window.session.marks is not None
    return window.session.marks


@pytest.fixture
def listed(shared: MainWindow) -> MainWindow:
    """The sample's window with its lists in view."""
    shared.session.filters.set(EVERYTHING)
    shared.set_pane("drawer", True)
    assert shared.wait_idle(30)
    return shared


# ---- the model's tables of a real analysis


def test_tables_of_the_sample_are_as_declared(shared: MainWindow) -> None:
    project = shared.session.project
    assert project is not None
    for name, table in project.tables.items():
        schema.check(name, table)
        assert len(table) == len(getattr(project.analysis, name))
    schema.check_table(MARKS, project.tables.marks)
    assert len(project.tables.marks) == len(project.analysis.stances + project.analysis.statements) + len(
        project.analysis.events
    )


def test_times_and_missing_values_are_those_of_the_analysis(shared: MainWindow) -> None:
    project = shared.session.project
    assert project is not None
    for name in ("timexes", "statements", "stances", "events"):
        table, rows = project.tables[name], getattr(project.analysis, name)
        assert str(table["begin"].dtype) == "datetime64[s]"
        assert table["begin"].isna().tolist() == [row.begin is None for row in rows]
        dated = table["begin"].notna()
        assert schema.seconds_of(table["end_exclusive"])[dated].tolist() == [
            row.end_exclusive for row in rows if row.begin is not None
        ]
        assert (table.loc[dated, "granularity"].notna() | (name == "stances")).all()
    assert project.tables["statements"]["article"].cat.categories.tolist() == sorted(project.tables["articles"]["id"])


def test_facets_count_what_is_drawn(shared: MainWindow) -> None:
    project = shared.session.project
    assert project is not None
    prepared = project.prepared
    assert prepared is not None
    counts = {facet.part: {choice.value: choice.count for choice in facet.choices} for facet in shared.session.facets}
    places: dict[str | int, int] = {actor.key: number for number, actor in enumerate(prepared.actors)}
    assert counts["actors"] == {key: int(np.sum(prepared.actor == places[key])) for key in counts["actors"]}
    assert sum(counts["actors"].values()) == sum(counts["kinds"].values()) == sum(counts["stances"].values())
    assert counts["stances"][NO_STANCE] == int(np.sum(prepared.stance == NO_STANCE))
    assert counts["kinds"][int(Kind.STANCE)] == len(project.analysis.stances)
    inferred = int(np.sum((prepared.traits & Trait.INFERRED_DATE) != 0))
    assert counts["modes"]["inferred_date"] == inferred
    assert counts["articles"] == {
        source.key: int(np.sum(prepared.article == number)) for number, source in enumerate(prepared.articles)
    }


def test_no_marks_have_no_facets_but_actors(shared: MainWindow) -> None:
    from stanceline.model.corpus import arrange
    from stanceline.model.prepared import prepare
    from stanceline.model.tables import Tables

    none = Analysis()
    assert [facet.part for facet in facets_of(arrange(prepare(none)), Tables(none).marks)] == ["actors"]
    assert period_of(Tables(none).marks) == ""


def test_the_period_is_that_of_the_dated_marks(shared: MainWindow) -> None:
    marks = all_marks(shared)
    dated = marks[marks["begin"].notna()]
    assert period_of(marks).startswith(f"{len(dated)} dated marks: ")
    one = dated.head(1).assign(begin=np.array([DAY * 86_400], "datetime64[s]"))
    one["end_exclusive"] = one["begin"] + np.timedelta64(86_400, "s")
    assert period_of(one) == "One dated mark: 11 March 2024"


def test_the_period_is_told_where_it_is_typed(shared: MainWindow) -> None:
    field = shared.findChild(QLineEdit, "periodFrom")
    assert isinstance(field, QLineEdit)
    assert period_of(all_marks(shared)) in field.toolTip()


# ---- lists


def test_the_table_lists_the_marks_of_the_view(listed: MainWindow) -> None:
    corpus = listed.session.corpus
    assert corpus is not None
    lists = listed.drawer
    assert {lists.marks.key_at(row) for row in range(lists.marks.rowCount())} == set(corpus.marks.keys)
    assert [lists.undated.key_at(row) is not None for row in range(lists.undated.rowCount())] == [True] * len(
        corpus.undated
    )
    assert {lists.undated.key_at(row) for row in range(lists.undated.rowCount())} == {
        entry.key for entry in corpus.undated
    }
    row = lists.marks.row_of(a_stance(listed))
    assert lists.marks.key_at(row) == a_stance(listed)
    assert column(lists.marks, 2)[row] == "Stance"


@pytest.mark.parametrize("number", range(len(ALL_MARKS)))
@pytest.mark.parametrize("way", [ASCENDING, DESCENDING], ids=["up", "down"])
def test_every_column_sorts_the_table(listed: MainWindow, number: int, way: Qt.SortOrder) -> None:
    model = listed.drawer.marks
    model.sort(number, way)
    marks = all_marks(listed).set_index("key")
    keys = [model.key_at(row) or "" for row in range(model.rowCount())]
    name = ALL_MARKS[number].name
    values = marks[name].loc[keys]
    found = [value.casefold() if isinstance(value, str) else value for value in values[values.notna()].tolist()]
    assert found == sorted(found, reverse=way == DESCENDING)
    assert values.notna().tolist() == sorted(values.notna().tolist(), reverse=True)
    model.sort(0, ASCENDING)


@pytest.mark.parametrize("number", range(len(UNDATED_MARKS)))
def test_every_column_sorts_what_is_undated(listed: MainWindow, number: int) -> None:
    model = listed.drawer.undated
    model.sort(number, ASCENDING)
    words = [word.casefold() for word in column(model, number)]
    assert words == sorted(words)


def test_the_lists_follow_the_filter(listed: MainWindow) -> None:
    model = listed.drawer.marks
    before = model.rowCount()
    listed.session.filters.set(replace(EVERYTHING, kinds=frozenset({Kind.STANCE})))
    assert listed.wait_idle(30)
    assert 0 < model.rowCount() < before
    assert set(column(model, 2)) == {"Stance"}
    listed.session.filters.set(EVERYTHING)
    assert listed.wait_idle(30)
    assert model.rowCount() == before


def test_the_selection_stays_when_the_table_is_sorted(listed: MainWindow) -> None:
    key = a_stance(listed)
    listed.session.selection.select([key])
    table = listed.findChild(QTableView, "eventTable")
    assert isinstance(table, QTableView)
    for number in (3, 1, 0):
        table.sortByColumn(number, DESCENDING)
        rows = {index.row() for index in table.selectionModel().selectedRows()}
        assert rows == {listed.drawer.marks.row_of(key)}
    table.sortByColumn(0, ASCENDING)
    listed.session.selection.select(())


def test_an_edit_reaches_tables_lists_and_facets(
    open_window: Callable[..., MainWindow], seed_project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "copy.stanceline"
    path.write_bytes(seed_project.read_bytes())
    window = open_window(path)
    window.resize(1440, 900)
    assert window.wait_idle(60)
    window.set_pane("drawer", True)
    window.set_filters_folded(False)
    assert window.wait_idle(30)
    marks = all_marks(window)
    actor = marks.loc[marks["key"] == a_stance(window), "actor"].iloc[0]
    assert window.session.apply(RenameActor(actor, "Somebody New"))
    assert window.wait_idle(30)
    assert all_marks(window) is not marks
    assert "Somebody New" in all_marks(window)["actor_name"].tolist()
    assert "Somebody New" in column(window.drawer.marks, 1)
    tree = window.findChild(QTreeWidget, "facetTree")
    assert isinstance(tree, QTreeWidget)
    assert tree.findItems("Somebody New", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    window.session.new()
    assert window.wait_idle(30)
    assert window.drawer.marks.rowCount() == window.drawer.undated.rowCount() == 0
    assert window.session.facets == ()


# ---- out of the window


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.what}-{form.format}")
def test_what_is_shown_is_written_as_a_table(
    listed: MainWindow, form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "shown"), form.text))
    listed.session.filters.set(replace(EVERYTHING, kinds=frozenset({Kind.STANCE, Kind.EVENT})))
    assert listed.wait_idle(30)
    act(listed, "actionExportTable").trigger()
    listed.session.filters.set(EVERYTHING)
    assert listed.wait_idle(30)
    content = (tmp_path / f"shown.{form.format}").read_text(encoding="utf-8-sig")
    rows = json.loads(content) if form.format == "json" else list(csv.DictReader(io.StringIO(content)))
    marks = all_marks(listed)
    if form.what == "events":
        assert {row["id"] for row in rows} == set(marks.loc[marks["kind"] == "event", "key"])
    else:
        assert len(rows) == int((marks["kind"] == "stance").sum())
        assert all(row["stance"] not in ("", None) for row in rows)


def test_a_table_that_cannot_be_written_is_said(listed: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/nowhere/at/all.csv", FORMS[0].text))
    act(listed, "actionExportTable").trigger()
    assert "/nowhere/at/all.csv cannot be written" in listed.panes.notice.text()


def test_selected_rows_are_copied_with_headings(listed: MainWindow) -> None:
    key = a_stance(listed)
    listed.session.selection.select([key])
    act(listed, "actionCopyRows").trigger()
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t") == [found.heading for found in ALL_MARKS]
    model = listed.drawer.marks
    shown = [model.index(model.row_of(key), number).data() for number in range(model.columnCount())]
    assert next(csv.reader([row], delimiter="\t")) == shown
    listed.session.selection.select(())


# ---- making them between frames


def test_tables_that_are_outdated_while_they_are_made_are_dropped(qapp: QApplication, analysis: Analysis) -> None:
    project, job, told = Project(), TablesJob(), []
    job.made.connect(lambda: told.append(project.tables.marks_at_hand is not None))
    assert project.accept(analysis, project.generation)
    old = project.tables
    job.make(project)
    assert job.is_busy()
    project.apply(RenameActor("person:minister", "Ms. Minister"))
    renamed = replace(analysis.actors[1], name="Ms. Minister")
    assert project.accept(replace(analysis, actors=(analysis.actors[0], renamed)), project.generation)
    job.make(project)
    assert wait_until(lambda: not job.is_busy(), 20)
    assert told == [True]
    assert project.tables is not old
    assert "Ms. Minister" in project.tables.marks["actor_name"].tolist()
    project.close()


def test_what_was_forgotten_is_not_made(qapp: QApplication, analysis: Analysis) -> None:
    project, job, told = Project(), TablesJob(), []
    job.made.connect(lambda: told.append(True))
    assert project.accept(analysis, project.generation)
    job.make(project)
    job.forget()
    assert not job.is_busy()
    qapp.processEvents()
    assert told == []
    assert project.tables.marks_at_hand is None
    project.close()
