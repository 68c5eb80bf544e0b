"""The page of notes beside a mark: notes, corrections taken back, what contradicts it, its file; pinned details."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton

from stanceline.model.edits import SetStance
from stanceline.ui.detail.related import related_of
from stanceline.ui.detail.source_file import SourceFiles
from stanceline.ui.index import Index
from stanceline.ui.main_window import MainWindow
from tests.debate import debate


def first_stance(window: MainWindow) -> str:
    """Key of a dated first-hand stance."""
    rows = window.session.index.analysis.stances
    return next(row.id for row in rows if row.mode == "first_hand" and row.begin is not None)


def field(window: MainWindow) -> QPlainTextEdit:
    found = window.panes.detail.notes.findChild(QPlainTextEdit, "noteEdit")
    assert found is not None
    return found


def write(window: MainWindow, key: str, text: str) -> None:
    """Select a mark, open its note by the menu's key, type."""
    window.session.selection.select([key])
    window.actions_table["edit.note"].trigger()
    QTest.keyClicks(field(window), text)


def test_a_note_is_kept_with_the_project_and_can_be_undone(seeds: MainWindow) -> None:
    key = first_stance(seeds)
    write(seeds, key, "Check the French original.")
    seeds.panes.detail.notes.keep_note()
    project = seeds.session.project
    assert project is not None
    assert project.notes == {key: "Check the French original."}
    assert project.is_derived, "nothing is derived from a note"
    assert "✎" in seeds.panes.detail._tabs.tabText(4)
    seeds.session.undo.undo()
    assert project.notes == {}
    assert field(seeds).toPlainText() == ""
    seeds.session.undo.redo()
    path = project.path
    assert path is not None
    seeds.session.open(path)
    assert seeds.wait_idle(60)
    seeds.session.selection.select([key])
    assert field(seeds).toPlainText() == "Check the French original."


def test_a_note_that_is_being_typed_stays_with_its_mark(seeds: MainWindow) -> None:
    rows = [row.id for row in seeds.session.index.analysis.stances[:2]]
    write(seeds, rows[0], "first")
    seeds.session.selection.select([rows[1]])
    assert field(seeds).toPlainText() == ""
    assert seeds.session.project is not None
    assert seeds.session.project.notes == {rows[0]: "first"}


def test_corrections_are_listed_and_taken_back(seeds: MainWindow) -> None:
    key = first_stance(seeds)
    seeds.session.selection.select([key])
    before = seeds.session.index.stances[key].stance
    seeds.session.apply(SetStance(key, 0, "Somebody"))
    seeds.session.apply(SetStance(key, 1, "Somebody"))
    assert seeds.wait_idle(30)
    seeds.panes.detail.show_tab("notes")
    notes = seeds.panes.detail.notes
    assert "Set Somebody: leans in favor" in notes.text()
    assert "neutral" not in notes.text(), "a later correction stands for an earlier one"
    back = notes.findChild(QPushButton, "takeBack")
    assert back is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert seeds.wait_idle(30)
    assert seeds.session.index.stances[key].stance == before
    assert notes.findChild(QPushButton, "takeBack") is None
    seeds.session.undo.undo()
    assert seeds.wait_idle(30)
    assert seeds.session.index.stances[key].stance == 1


def test_what_contradicts_a_stance_is_named_nearest_first() -> None:
    index = Index(debate())
    stance = next(
        row for row in index.analysis.stances if row.holder == "person:okafor" and row.stance > 0 and row.begin
    )
    found = related_of(index, stance.id)
    assert found
    assert {one.kind for one in found} == {"contradicts"}
    others = [index.stances[one.key] for one in found]
    assert all(row.holder == stance.holder and row.stance < 0 for row in others)
    assert stance.begin is not None
    distances = [abs(row.begin - stance.begin) for row in others if row.begin is not None]
    assert distances == sorted(distances)


def test_a_related_mark_is_shown_by_its_button(seeds: MainWindow) -> None:
    index = seeds.session.index
    statement = next(key for key in index.stances_of_statement)
    seeds.session.selection.select([statement])
    seeds.panes.detail.show_tab("notes")
    button = seeds.panes.detail.notes.findChild(QPushButton, "relatedShow")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seeds.session.selection.current in {row.id for row in index.stances_of_statement[statement]}


def test_pinned_details_stay_while_others_are_selected(seeds: MainWindow) -> None:
    rows = [row.id for row in seeds.session.index.analysis.stances[:2]]
    seeds.session.selection.select([rows[0]])
    pin = seeds.panes.detail.findChild(QToolButton, "detailPin")
    assert pin is not None
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    seeds.session.selection.select([rows[1]])
    assert seeds.panes.detail.detail is not None
    assert seeds.panes.detail.detail.key == rows[0]
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert seeds.panes.detail.detail.key == rows[1]


def test_a_file_that_changed_or_went_is_told(tmp_path: Path) -> None:
    file, files = tmp_path / "a.txt", SourceFiles()
    file.write_text("The  council met.\r\n", encoding="utf-8")
    assert files.state_of(str(file), "The council met.\n") == "same"
    file.write_text("The council did not meet.", encoding="utf-8")
    assert files.state_of(str(file), "The council met.\n") == "changed"
    file.unlink()
    assert files.state_of(str(file), "The council met.\n") == "gone"
    assert files.state_of(None, "x") == files.state_of("relative.txt", "x") == "unknown"
    page = tmp_path / "a.html"
    page.write_text("<p>other</p>", encoding="utf-8")
    assert files.state_of(str(page), "x") == "unknown"


def test_the_pane_says_that_the_file_is_gone(seeds: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SourceFiles, "state_of", lambda *_: "gone")
    seeds.session.selection.select([first_stance(seeds)])
    state = seeds.panes.detail.findChild(QLabel, "sourceState")
    assert state is not None
    assert "not there any more" in state.text()


def test_corrections_leave_as_a_list(seeds: MainWindow, tmp_path: Path) -> None:
    from stanceline.ui.lists.table_export import save_corrections

    key = first_stance(seeds)
    seeds.session.apply(SetStance(key, 0, "=Somebody"))
    assert seeds.session.project is not None
    path = save_corrections(tmp_path / "list", seeds.session.project.history())
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert path.suffix == ".csv"
    assert lines[0] == "number,correction,kind,key,value"
    assert lines[-1] == f"1,Set =Somebody: neutral,stance,{key},0"
