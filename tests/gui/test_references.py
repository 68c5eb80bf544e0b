"""Reference events in the window: listed, added, changed, removed, imported, exported, and what they date."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from stanceline.model.reference_list import personal_path, read_personal
from stanceline.temporal.timex import format_day
from stanceline.ui.app import create_window
from stanceline.ui.main_window import MainWindow
from stanceline.ui.references.references_dialog import ReferencesDialog
from tests.gui.conftest import visible_dialog
from tests.gui.test_window import a_stance, act

Opener = Callable[..., MainWindow]
ARTICLE = """Ferry toll divides ministers

Ministers of the Fjord League will meet at the Fjord League summit in Bergen tomorrow to discuss the ferry toll.

Ada Okafor, the mayor, said she will not accept the toll in any form.
"""


def opened(window: MainWindow) -> ReferencesDialog:
    """The list, opened by its key."""
    act(window, "actionReferences").trigger()
    dialog = visible_dialog(window, "referencesDialog")
    assert isinstance(dialog, ReferencesDialog)
    return dialog


def button(dialog: QDialog, name: str) -> QPushButton:
    """A button of the list by the end of its object name."""
    found = dialog.findChild(QPushButton, f"reference{name}")
    assert isinstance(found, QPushButton)
    return found


def names(dialog: ReferencesDialog) -> list[str]:
    """The events listed, in order."""
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def field(form: QDialog, name: str) -> QLineEdit:
    """A line of the form."""
    found = form.findChild(QLineEdit, f"reference{name}")
    assert isinstance(found, QLineEdit)
    return found


def note(form: QDialog, name: str) -> str:
    """What stands below a field."""
    found = form.findChild(QLabel, f"reference{name}Note")
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def type_event(form: QDialog, name: str, start: str, end: str = "") -> None:
    """Fill the form in by the keyboard alone, from its first field on, and send it."""
    QTest.keyClicks(field(form, "Name"), name)
    QTest.keyClicks(field(form, "Start"), start)
    if end:
        QTest.keyClicks(field(form, "End"), end)
    QTest.keyClick(field(form, "Start"), Qt.Key.Key_Return)


def add(window: MainWindow, dialog: ReferencesDialog, name: str, start: str, end: str = "") -> None:
    """Add an event through the list and wait for what it moves."""
    QTest.mouseClick(button(dialog, "Add"), Qt.MouseButton.LeftButton)
    type_event(visible_dialog(window, "referenceForm"), name, start, end)
    assert window.wait_idle(20)


def published(window: MainWindow) -> int | None:
    """The day of the first article."""
    return window.session.index.analysis.articles[0].published


@pytest.fixture(scope="session")
def ferry_project(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """An article without a date, which names an event that nobody knows; read once and saved."""
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    window = create_window([folder / "ferry.txt"], profile_dir=folder / "profile")
    assert window.wait_idle(90)
    path = folder / "ferry.stanceline"
    assert window.session.save_as(path)
    window.close()
    window.deleteLater()
    return path


@pytest.fixture
def undated(open_window: Opener, ferry_project: Path, tmp_path: Path) -> MainWindow:
    """A settled window on a copy of that project."""
    path = tmp_path / "copy.stanceline"
    path.write_bytes(ferry_project.read_bytes())
    window = open_window(path)
    assert window.wait_idle(60)
    return window


# ---- what an event does


def test_an_undated_article_gets_its_day_from_an_own_event_and_loses_it_with_undo(
    undated: MainWindow, tmp_path: Path
) -> None:
    (article,) = undated.session.index.analysis.articles
    assert article.published is None
    dialog = opened(undated)
    add(undated, dialog, "Fjord League summit in Bergen", "14 May 2024", "2024-05-15")
    (article,) = undated.session.index.analysis.articles
    assert article.published is not None
    assert format_day(article.published) == "2024-05-13"
    assert any("Fjord League summit in Bergen" in reason.says for reason in article.published_reasons)
    assert names(dialog)[0] == "Fjord League summit in Bergen"
    assert dialog.model.row_at(0).articles == (article.id,)  # type: ignore[union-attr]
    assert "13 May 2024" in dialog.notice.text()
    assert "One article uses it" in dialog.used.text()
    # Kept with the project, and the history with it.
    path = tmp_path / "saved.stanceline"
    assert undated.session.save_as(path)
    undated.session.new()
    assert undated.session.open(path)
    assert undated.wait_idle(30)
    assert published(undated) == article.published
    # The offscreen platform gives no window its focus back.
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undated.wait_idle(20)
    assert published(undated) is None
    assert "Fjord League summit in Bergen" not in names(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert undated.wait_idle(20)
    assert published(undated) == article.published


def test_the_why_page_of_an_undated_article_leads_to_the_form(undated: MainWindow) -> None:
    statement = undated.session.index.analysis.statements[0]
    undated.session.selection.select([statement.id])
    undated.panes.detail.show_tab("why")
    pin = undated.panes.detail.findChild(QPushButton, "whyPin")
    assert isinstance(pin, QPushButton)
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    form = visible_dialog(undated, "referenceForm")
    offered = [b for b in form.findChildren(QPushButton) if b.toolTip() == "Fjord League summit in Bergen"]
    QTest.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    assert field(form, "Name").text() == "Fjord League summit in Bergen"
    QTest.keyClicks(field(form, "Start"), "2024-05-14")
    QTest.keyClick(field(form, "Start"), Qt.Key.Key_Return)
    assert undated.wait_idle(20)
    assert undated.session.index.analysis.articles[0].published_basis == "inferred"
    assert "13 May 2024" in undated.panes.notice.text()
    assert "Fjord League summit in Bergen" in undated.panes.detail._reasons.text()


def test_the_undated_tray_offers_an_event_that_pins_the_article(undated: MainWindow) -> None:
    undated.set_pane("drawer", True)
    undated.drawer.setCurrentIndex(1)
    tray = undated.drawer.findChild(QTableView, "undatedTray")
    assert isinstance(tray, QTableView)
    assert tray.model().rowCount() > 0
    pin = next(b for b in undated.drawer.findChildren(QPushButton) if "pins" in b.text())
    assert not pin.isEnabled()
    tray.selectRow(0)
    assert pin.isEnabled()
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    form = visible_dialog(undated, "referenceForm")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_an_article_with_a_stated_date_needs_no_event(seeds: MainWindow) -> None:
    from stanceline.model.edits import SetArticleDate

    key = a_stance(seeds)
    article = seeds.session.index.stances[key].article
    seeds.session.selection.select([key])
    assert seeds.panes.detail.findChild(QPushButton, "whyPin") is not None
    seeds.session.apply(SetArticleDate(article, "2023-07-07"))
    assert seeds.wait_idle(20)
    assert seeds.panes.detail.detail is not None
    assert not seeds.panes.detail.detail.date.can_be_pinned


# ---- the list


def test_all_shipped_events_are_listed_searched_and_counted(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    total = dialog.model.rowCount()
    assert total > 1500
    assert QApplication.focusWidget() is dialog.search or dialog.focusWidget() is dialog.search
    QTest.keyClicks(dialog.search, "vilnius nato")
    assert "NATO summit in Vilnius (2023)" in names(dialog)
    assert dialog.model.rowCount() < 20
    assert f"of {total:,}" in dialog.counts.text()
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.table
    dialog.search.setText("no such event anywhere")
    assert dialog.model.rowCount() == 0
    assert dialog.used.text() == "No event has all these words."
    assert not dialog.edit.isEnabled()
    dialog.search.clear()
    which = dialog.findChild(QComboBox, "referenceWhich")
    assert isinstance(which, QComboBox)
    which.setCurrentIndex(which.findData("used"))
    assert names(dialog) == ["NATO summit in Vilnius (2023)"]
    assert "2 articles use it" in dialog.used.text()
    which.setCurrentIndex(which.findData("own"))
    assert dialog.model.rowCount() == 0


def test_own_events_stay_on_top_whatever_the_order(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    add(seeds, dialog, "Zebra fair", "1950-01-01")
    add(seeds, dialog, "Apple fair", "2030-01-01")
    for column in range(dialog.model.columnCount()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            dialog.table.sortByColumn(column, order)
            assert set(names(dialog)[:2]) == {"Zebra fair", "Apple fair"}


def test_a_shipped_event_cannot_be_removed_but_is_copied_to_be_changed(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    dialog.search.setText("NATO summit in Vilnius (2023)")
    dialog.table.selectRow(0)
    assert not button(dialog, "Remove").isEnabled()
    assert "Copy" in button(dialog, "Edit").text()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    form = visible_dialog(seeds, "referenceForm")
    assert field(form, "Start").text() == "2023-07-11"
    before = [article.published for article in seeds.session.index.analysis.articles]
    field(form, "Start").setText("2023-08-01")
    field(form, "End").setText("2023-08-02")
    QTest.keyClick(field(form, "End"), Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    row = dialog.current()
    assert row is not None
    assert (row.origin, row.replaces, format_day(row.event.start)) == ("own", True, "2023-08-01")
    # The articles that were dated by the summit follow it.
    moved = [article.published for article in seeds.session.index.analysis.articles]
    assert all(one != other for one, other in zip(before, moved, strict=True))
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert seeds.wait_idle(20)
    row = dialog.current()
    assert row is not None
    assert (row.origin, format_day(row.event.start)) == ("shipped", "2023-07-11")
    assert [article.published for article in seeds.session.index.analysis.articles] == before
    assert "own days count again" in dialog.notice.text()


def test_an_event_is_changed_and_removed_by_keys_alone(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Insert)
    type_event(visible_dialog(seeds, "referenceForm"), "Harbor fair", "2 June 2024")
    assert seeds.wait_idle(20)
    assert names(dialog)[0] == "Harbor fair"
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    form = visible_dialog(seeds, "referenceForm")
    field(form, "Name").selectAll()
    QTest.keyClicks(field(form, "Name"), "Harbor market")
    QTest.keyClick(field(form, "Name"), Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    assert names(dialog)[0] == "Harbor market"
    assert "Harbor fair" not in names(dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert seeds.wait_idle(20)
    assert "Harbor market" not in names(dialog)
    QTest.mouseClick(button(dialog, "Undo"), Qt.MouseButton.LeftButton)
    assert seeds.wait_idle(20)
    assert names(dialog)[0] == "Harbor market"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_list_opens_once_and_again_after_it_was_closed(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    assert opened(seeds) is dialog
    dialog.close()
    QApplication.processEvents()
    assert opened(seeds) is not dialog


# ---- the form


def test_the_form_says_while_typing_what_is_wrong_and_how_a_date_was_read(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    QTest.mouseClick(button(dialog, "Add"), Qt.MouseButton.LeftButton)
    form = visible_dialog(seeds, "referenceForm")
    assert [note(form, name) for name in ("Name", "Start", "End", "Ordinal")] == ["", "", "", ""]
    QTest.keyClicks(field(form, "Start"), "2024-05-14")
    assert note(form, "Start") == "Tue 14 May 2024"
    QTest.keyClicks(field(form, "End"), "2024-05-13")
    assert "ends before" in note(form, "End")
    assert field(form, "End").property("invalid")
    assert "ends before" in field(form, "End").accessibleDescription()
    field(form, "End").clear()
    assert note(form, "End") == ""
    assert not field(form, "End").property("invalid")
    field(form, "Start").setText("11/7/2024")
    QTest.keyClick(field(form, "Start"), Qt.Key.Key_Return)
    assert form.isVisible()
    assert "Day or month first" in note(form, "Start")
    assert note(form, "Name") == "An event needs a name."
    assert form.focusWidget() is field(form, "Name")
    QTest.keyClicks(field(form, "Name"), "Vilnius summit")
    assert "also names NATO summit in Vilnius" in note(form, "Name")
    aliases = form.findChild(QPlainTextEdit, "referenceAliases")
    assert isinstance(aliases, QPlainTextEdit)
    QTest.keyClicks(aliases, "summit, COP28")
    assert "too general" in note(form, "Aliases")
    assert "“COP28” also names" in note(form, "Aliases")


def test_a_date_in_another_language_is_read_after_a_moment(seeds: MainWindow) -> None:
    from stanceline.ui.waiting import wait_until

    dialog = opened(seeds)
    QTest.mouseClick(button(dialog, "Add"), Qt.MouseButton.LeftButton)
    form = visible_dialog(seeds, "referenceForm")
    QTest.keyClicks(field(form, "Start"), "14. Mai 2024")
    assert wait_until(lambda: note(form, "Start") == "Tue 14 May 2024", 20)


def test_every_field_has_a_name_and_tab_goes_through_all_of_them(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    for child in dialog.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.objectName().startswith("ref"):
            assert child.accessibleName() or (isinstance(child, QPushButton) and child.text()), child.objectName()
    QTest.mouseClick(button(dialog, "Add"), Qt.MouseButton.LeftButton)
    form = visible_dialog(seeds, "referenceForm")
    form.activateWindow()
    field(form, "Name").setFocus()
    seen = []
    for _ in range(12):
        focus = form.focusWidget()
        assert focus is not None
        seen.append(focus.objectName() or focus.property("text"))
        form.focusNextChild() if hasattr(form, "focusNextChild") else QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = ["Name", "Start", "End", "Aliases", "City", "Country", "Series", "Ordinal", "Status", "Certainty", "Keep"]
    assert seen[:11] == [f"reference{name}" for name in wanted]


# ---- from what is selected


def test_an_event_of_the_timeline_fills_the_form_in(seeds: MainWindow) -> None:
    row = next(
        row for row in seeds.session.index.analysis.events if row.begin is not None and row.granularity == "day"
    )  # fmt: skip
    seeds.session.selection.select([row.id])
    act(seeds, "actionMakeReference").trigger()
    form = visible_dialog(seeds, "referenceForm")
    assert field(form, "Name").text() == row.label
    assert row.begin is not None
    assert field(form, "Start").text() == format_day(row.begin // 86_400)
    form.close()


def test_selected_words_become_the_name(seeds: MainWindow) -> None:
    seeds.session.selection.select([a_stance(seeds)])
    seeds.panes.detail.show_tab("quote")
    quote = seeds.panes.detail._quote
    cursor = quote.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(20, cursor.MoveMode.KeepAnchor)
    quote.setTextCursor(cursor)
    act(seeds, "actionMakeReference").trigger()
    form = visible_dialog(seeds, "referenceForm")
    assert field(form, "Name").text() == " ".join(quote.selected_words().split())
    form.close()


# ---- files


def test_events_are_imported_exported_and_a_bad_file_changes_nothing(
    seeds: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(seeds)
    good, bad, out = tmp_path / "good.csv", tmp_path / "bad.csv", tmp_path / "out.tsv"
    good.write_text("name,start,end,aliases\nHarbor fair,2024-06-02,,fair day|market\nPort vote,2024-07-01,,\n")
    bad.write_text("name,start,end\nHarbor fair,2024-06-02,\nPort vote,soon,\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
    QTest.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    assert f"{bad}, line 3" in dialog.notice.text()
    assert "Nothing was imported" in dialog.notice.text()
    assert not button(dialog, "Export").isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
    QTest.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    assert seeds.wait_idle(20)
    assert set(names(dialog)[:2]) == {"Harbor fair", "Port vote"}
    assert "2 events were imported from good.csv" in dialog.notice.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    QTest.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert "Port vote" not in names(dialog)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(out), ""))
    QTest.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    assert seeds.wait_idle(20)
    row = dialog.model.row_at(dialog.model.row_of("harbor-fair-2024-06-02"))
    assert row is not None
    assert row.event.aliases == ("fair day", "market")
    QTest.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    assert "here already" in dialog.notice.text()


# ---- kept for all projects


def test_an_event_that_is_kept_stands_in_new_projects(undated: MainWindow, tmp_path: Path) -> None:
    dialog = opened(undated)
    QTest.mouseClick(button(dialog, "Add"), Qt.MouseButton.LeftButton)
    form = visible_dialog(undated, "referenceForm")
    keep = form.findChild(QCheckBox, "referenceKeep")
    assert isinstance(keep, QCheckBox)
    keep.setChecked(True)
    type_event(form, "Fjord League summit in Bergen", "2024-05-14")
    assert undated.wait_idle(20)
    assert [event.name for event in read_personal()] == ["Fjord League summit in Bergen"]
    assert str(personal_path()).startswith(str(tmp_path))
    undated.session.new()
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    undated.session.take_in([tmp_path / "ferry.txt"])
    assert undated.wait_idle(90)
    assert undated.session.index.analysis.articles[0].published_basis == "inferred"
    assert not undated.session.undo.canUndo()
    assert dialog.model.row_at(0).origin == "own"  # type: ignore[union-attr]
    # Let go here, it is still offered; let go a second time, it is gone.
    dialog.show_event(dialog.model.row_at(0).event.id)  # type: ignore[union-attr]
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert undated.wait_idle(20)
    assert dialog.model.row_at(0).origin == "personal"  # type: ignore[union-attr]
    assert published(undated) is None
    dialog.show_event(dialog.model.row_at(0).event.id)  # type: ignore[union-attr]
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert read_personal() == ()
    assert dialog.model.row_at(0).origin == "shipped"  # type: ignore[union-attr]
    again = next(b for b in dialog.notice.findChildren(QPushButton) if b.text() == "Keep it")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert [event.name for event in read_personal()] == ["Fjord League summit in Bergen"]
    # Taken into this project, and no longer kept for others.
    dialog.show_event(dialog.model.row_at(0).event.id)  # type: ignore[union-attr]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    form = visible_dialog(undated, "referenceForm")
    keep = form.findChild(QCheckBox, "referenceKeep")
    assert isinstance(keep, QCheckBox)
    assert keep.isChecked()
    keep.setChecked(False)
    QTest.keyClick(field(form, "Name"), Qt.Key.Key_Return)
    assert undated.wait_idle(20)
    assert read_personal() == ()
    assert dialog.model.row_at(0).origin == "own"  # type: ignore[union-attr]
    assert published(undated) is not None


def test_what_was_told_of_an_edit_goes_with_it(seeds: MainWindow) -> None:
    dialog = opened(seeds)
    add(seeds, dialog, "Harbor fair", "2024-06-02")
    assert "No article uses it yet" in dialog.notice.text()
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert dialog.notice.text() == ""


def test_a_new_project_says_that_a_broken_personal_table_is_left_out(open_window: Opener, tmp_path: Path) -> None:
    personal_path().parent.mkdir(parents=True, exist_ok=True)
    personal_path().write_text("name\tstart\tend\nBad\tsoon\t\n", encoding="utf-8")
    window = open_window()
    assert window.wait_idle(30)
    window.session.need_project()
    assert "left out" in window.panes.notice.text()
    assert f"{personal_path()}, line 2" in window.panes.notice.text()


def test_a_broken_personal_table_is_told_of_and_kept_as_it_is(open_window: Opener, tmp_path: Path) -> None:
    window = open_window()
    assert window.wait_idle(30)
    personal_path().parent.mkdir(parents=True, exist_ok=True)
    personal_path().write_text("name\tstart\tend\nBad\tsoon\t\n", encoding="utf-8")
    dialog = opened(window)
    assert "line 2" in dialog.notice.text()
    assert dialog.model.rowCount() > 1500
    assert "soon" in personal_path().read_text(encoding="utf-8")
