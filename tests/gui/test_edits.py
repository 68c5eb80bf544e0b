"""Corrections in the window: made with the forms, undone, redone, kept in the project file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QMessageBox, QPushButton, QRadioButton

from stanceline.temporal.timex import parse_day
from stanceline.ui.main_window import MainWindow
from stanceline.ui.session import Session
from tests.gui.conftest import SEEDS, visible_dialog
from tests.gui.test_window import a_stance, act

Opener = Callable[..., MainWindow]


def names(session: Session) -> set[str]:
    """The names of all actors."""
    return {actor.name for actor in session.index.analysis.actors}


def test_a_stance_is_set_undone_and_redone(seeds: MainWindow) -> None:
    key = a_stance(seeds)
    before = seeds.session.index.stances[key].stance
    wanted = 2 if before != 2 else -2
    seeds.session.selection.select([key])
    act(seeds, "actionSetStance").trigger()
    dialog = visible_dialog(seeds, "setStanceDialog")
    choice = dialog.findChild(QRadioButton, f"stance{wanted}")
    assert isinstance(choice, QRadioButton)
    choice.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    row = seeds.session.index.stances[key]
    assert (row.stance, row.decided_by) == (wanted, "user")
    assert seeds.session.selection.current == key
    assert seeds.panes.detail.detail is not None
    assert seeds.panes.detail.detail.is_corrected
    assert "Set" in act(seeds, "actionUndo").text()
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert seeds.session.index.stances[key].stance == before
    act(seeds, "actionRedo").trigger()
    assert seeds.wait_idle(20)
    assert seeds.session.index.stances[key].stance == wanted


def test_a_stance_is_read_into_a_statement_undone_and_redone(seeds: MainWindow) -> None:
    index = seeds.session.index
    row = next(
        row for row in index.analysis.statements
        if row.source and row.begin is not None and row.id not in index.stances_of_statement
    )  # fmt: skip
    before = set(index.stances)
    seeds.session.selection.select([row.id])
    act(seeds, "actionSetStance").trigger()
    dialog = visible_dialog(seeds, "setStanceDialog")
    who = index.actor_name(row.source)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    choice = dialog.findChild(QRadioButton, "stance-1")
    assert isinstance(choice, QRadioButton)
    choice.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    new = set(seeds.session.index.stances) - before
    assert len(new) == 1
    stance = seeds.session.index.stances[new.pop()]
    assert (stance.stance, stance.holder, stance.statement, stance.decided_by) == (-1, row.source, row.id, "user")
    assert who in act(seeds, "actionUndo").text()
    assert "leans against" in act(seeds, "actionUndo").text()
    seeds.session.selection.select([stance.id])
    assert seeds.panes.detail.detail is not None
    assert seeds.panes.detail.detail.is_corrected
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert set(seeds.session.index.stances) == before
    act(seeds, "actionRedo").trigger()
    assert seeds.wait_idle(20)
    assert stance.id in seeds.session.index.stances
    # What a person added, the same form takes back.
    seeds.session.selection.select([stance.id])
    act(seeds, "actionSetStance").trigger()
    dialog = visible_dialog(seeds, "setStanceDialog")
    back = next(button for button in dialog.findChildren(QPushButton) if "program" in button.text())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert seeds.wait_idle(20)
    assert set(seeds.session.index.stances) == before


def test_an_article_s_date_moves_what_hangs_on_it(seeds: MainWindow) -> None:
    key = next(
        row.id
        for row in seeds.session.index.analysis.stances
        if row.inferred_date and row.timex is None and row.begin is not None
    )
    seeds.session.selection.select([key])
    article = seeds.session.index.stances[key].article
    act(seeds, "actionSetDate").trigger()
    dialog = visible_dialog(seeds, "setDateDialog")
    field = dialog.findChild(QLineEdit, "setDateField")
    assert isinstance(field, QLineEdit)
    field.setText("July 2023")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    field.setText("2023-07-20")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    day = parse_day("2023-07-20")
    assert seeds.session.index.articles[article].published == day
    row = seeds.session.index.stances[key]
    assert day is not None
    assert row.begin == day * 86_400
    assert not row.inferred_date
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert seeds.session.index.articles[article].published_basis == "inferred"


def test_an_actor_is_renamed(seeds: MainWindow) -> None:
    key = a_stance(seeds)
    seeds.session.selection.select([key])
    act(seeds, "actionRenameActor").trigger()
    field = visible_dialog(seeds, "renameDialog").findChild(QLineEdit, "renameField")
    assert isinstance(field, QLineEdit)
    field.setText("The one who spoke")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    assert "The one who spoke" in names(seeds.session)
    assert seeds.session.corpus is not None
    assert "The one who spoke" in {row.name for row in seeds.session.corpus.rows}
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert "The one who spoke" not in names(seeds.session)


def test_actors_are_merged(seeds: MainWindow) -> None:
    key = a_stance(seeds)
    gone = seeds.session.index.stances[key].holder
    into = next(actor for actor in seeds.session.index.analysis.actors if actor.name == "Japan")
    seeds.session.selection.select([key])
    act(seeds, "actionMergeActors").trigger()
    dialog = visible_dialog(seeds, "mergeDialog")
    field, shown = dialog.findChild(QLineEdit, "actorSearch"), dialog.findChild(QListView, "actorList")
    assert isinstance(field, QLineEdit)
    assert isinstance(shown, QListView)
    QTest.keyClicks(field, "Japan")
    names_shown = [shown.model().index(row, 0).data() for row in range(shown.model().rowCount())]
    shown.setCurrentIndex(shown.model().index(names_shown.index("Japan"), 0))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    assert gone not in seeds.session.index.actors
    assert into.id in seeds.session.index.actors
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert gone in seeds.session.index.actors


def test_a_rejected_mark_is_gone_and_comes_back(seeds: MainWindow) -> None:
    key = a_stance(seeds)
    seeds.session.selection.select([key])
    assert seeds.timelineView is not None
    total = seeds.timelineView.counts()["total"]
    seeds.timelineView.setFocus()
    QTest.keyClick(seeds, Qt.Key.Key_Delete)
    assert seeds.wait_idle(20)
    assert key not in seeds.session.index.stances
    assert seeds.timelineView.counts()["total"] == total - 1
    assert key not in seeds.session.selection.keys
    QTest.keyClick(seeds, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert seeds.wait_idle(20)
    assert seeds.timelineView.counts()["total"] == total


def test_edits_survive_closing_and_can_still_be_undone(open_window: Opener, seed_project: Path, tmp_path: Path) -> None:
    path = tmp_path / "kept.stanceline"
    path.write_bytes(seed_project.read_bytes())
    first = open_window(path)
    assert first.wait_idle(60)
    key = a_stance(first)
    first.session.selection.select([key])
    act(first, "actionReject").trigger()
    # Closed at once: the edit is on the disk already, whether or not the analysis has come.
    first.session.close()
    second = open_window(path)
    assert second.wait_idle(60)
    assert key not in second.session.index.stances
    act(second, "actionUndo").trigger()
    assert second.wait_idle(20)
    assert key in second.session.index.stances


def test_forms_say_what_is_wrong_instead_of_closing(seeds: MainWindow) -> None:
    seeds.session.selection.select([a_stance(seeds)])
    act(seeds, "actionRenameActor").trigger()
    dialog = visible_dialog(seeds, "renameDialog")
    field = dialog.findChild(QLineEdit, "renameField")
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not seeds.session.undo.canUndo()


def untitled(open_window: Opener, tmp_path: Path) -> MainWindow:
    """A window on an article of one's own that was never saved."""
    path = tmp_path / "mine.txt"
    path.write_bytes((SEEDS / "002_2fe6c1df8b5d4f97.txt").read_bytes())
    window = open_window(path)
    assert window.wait_idle(60)
    return window


def question(window: MainWindow) -> QMessageBox:
    box = visible_dialog(window, "unsavedDialog")
    assert isinstance(box, QMessageBox)
    return box


def test_closing_untitled_work_asks_once_without_blocking(open_window: Opener, tmp_path: Path) -> None:
    window = untitled(open_window, tmp_path)
    assert not window.close()
    assert not window.close()
    QTest.mouseClick(question(window).button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert window.session.has_articles()
    assert not window.close()
    QTest.mouseClick(question(window).button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert not window.session.has_articles()


def test_untitled_work_is_saved_on_the_way_out(
    open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = untitled(open_window, tmp_path)
    wanted = tmp_path / "named.stanceline"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_rest: (str(wanted), ""))
    assert not window.close()
    QTest.mouseClick(question(window).button(QMessageBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert wanted.exists()


def test_a_new_project_waits_for_the_answer_about_the_old(open_window: Opener, tmp_path: Path) -> None:
    window = untitled(open_window, tmp_path)
    act(window, "actionNew").trigger()
    assert window.session.has_articles()
    QTest.mouseClick(question(window).button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    assert not window.session.has_articles()


def test_an_untouched_sample_is_not_asked_about_but_a_corrected_one_is(open_window: Opener) -> None:
    window = open_window(SEEDS)
    assert window.wait_idle(60)
    window.session.selection.select([a_stance(window)])
    act(window, "actionReject").trigger()
    assert not window.close()
    question(window).close()
    untouched = open_window(SEEDS)
    assert untouched.wait_idle(60)
    assert untouched.close()


def test_what_an_earlier_session_did_can_be_undone_and_redone(
    open_window: Opener, seed_project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "kept.stanceline"
    path.write_bytes(seed_project.read_bytes())
    first = open_window(path)
    assert first.wait_idle(60)
    key = a_stance(first)
    first.session.selection.select([key])
    act(first, "actionReject").trigger()
    first.session.close()
    second = open_window(path)
    assert second.wait_idle(60)
    for _ in range(2):
        act(second, "actionUndo").trigger()
        assert second.wait_idle(20)
        assert key in second.session.index.stances
        act(second, "actionRedo").trigger()
        assert second.wait_idle(20)
        assert key not in second.session.index.stances
    second.session.close()
    third = open_window(path)
    assert third.wait_idle(60)
    assert key not in third.session.index.stances
    assert third.session.undo.count() == 1


def test_work_left_by_a_crash_is_offered_in_a_bar(open_window: Opener) -> None:
    first = open_window(SEEDS / "002_2fe6c1df8b5d4f97.txt")
    assert first.wait_idle(60)
    assert first.session.project is not None
    # A crash lets the lock go without closing anything.
    first.session.project.store.flush()
    first.session.project.store.is_untitled = False
    first.session.close()
    second = open_window()
    assert second.wait_idle(10)
    assert "1 article" in second.panes.notice.text() or "one article" in second.panes.notice.text()
    recover = next(button for button in second.panes.notice.findChildren(QPushButton) if button.text() == "Recover")
    recover.click()
    assert second.wait_idle(20)
    assert second.session.has_articles()
    assert second.timelineView is not None
    assert second.timelineView.isVisible()


def test_saving_under_a_name_and_opening_it(
    open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    window = open_window(SEEDS / "002_2fe6c1df8b5d4f97.txt")
    assert window.wait_idle(60)
    target = tmp_path / "named"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    act(window, "actionSave").trigger()
    assert (tmp_path / "named.stanceline").is_file()
    assert window.windowTitle().startswith("named")
    total = len(window.session.index.analysis.statements)
    act(window, "actionNew").trigger()
    assert window.empty_state.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "named.stanceline"), ""))
    act(window, "actionOpen").trigger()
    assert window.wait_idle(20)
    assert len(window.session.index.analysis.statements) == total


def test_a_file_that_is_no_project_is_refused_with_a_word(open_window: Opener, tmp_path: Path) -> None:
    path = tmp_path / "no.stanceline"
    path.write_text("this is no database")
    window = open_window(path)
    assert window.wait_idle(10)
    assert "no.stanceline" in window.panes.notice.text()
    assert window.empty_state.isVisible()
