"""The real window on the sample, driven by mouse and keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from stanceline.model.marks import NO_STANCE
from stanceline.ui.action_list import ACTIONS
from stanceline.ui.actions import unambiguous_keys
from stanceline.ui.detail.passage_view import PassageView
from stanceline.ui.main_window import MainWindow
from stanceline.ui.preferences_list import ROW_HEIGHT, THEME
from tests.gui.conftest import SEEDS, visible_dialog

NAMES = (
    "mainWindow", "timelineView", "overviewStrip", "stanceMatrix", "detailPane", "quoteView", "filterPane",
    "searchEdit", "chipBar", "eventTable", "undatedTray", "problemList", "statusCounts", "zoomSlider", "importPanel",
    "importCancel", "emptyState",
)  # fmt: skip
ACTION_NAMES = (
    "actionOpen", "actionAdd", "actionSave", "actionUndo", "actionRedo", "actionFitAll", "actionFitSelection",
    "actionZoomIn", "actionZoomOut", "actionExport", "actionCopyImage", "actionGoToDate", "actionBack", "actionForward",
)  # fmt: skip
Opener = Callable[..., MainWindow]


def act(window: MainWindow, name: str) -> QAction:
    """An action of the window by its object name."""
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def a_stance(window: MainWindow) -> str:
    """The key of a dated stance."""
    return next(row.id for row in window.session.index.analysis.stances if row.begin is not None)


def status(window: MainWindow) -> str:
    """What the status bar counts."""
    label = window.findChild(QLabel, "statusCounts")
    assert isinstance(label, QLabel)
    return label.text()


# ---- contract


@pytest.mark.parametrize("name", NAMES)
def test_parts_have_their_names(shared: MainWindow, name: str) -> None:
    assert name == shared.objectName() or shared.findChild(QWidget, name) is not None


@pytest.mark.parametrize("name", ACTION_NAMES)
def test_actions_have_their_names(shared: MainWindow, name: str) -> None:
    assert act(shared, name).text()


def test_every_action_has_a_handler_and_no_key_is_used_twice(shared: MainWindow) -> None:
    used: dict[str, str] = {}
    for spec in ACTIONS:
        assert callable(shared.commands.handler(spec.handler))
        for key in unambiguous_keys(spec.keys):
            assert used.setdefault(key.toString(), spec.id) == spec.id, key.toString()


def test_mnemonics_are_unique_in_each_menu(shared: MainWindow) -> None:
    for menu in [shared.menuBar(), *shared.menus.values()]:
        texts = [action.text().replace("&&", "") for action in menu.actions() if "&" in action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(letters) == len(set(letters)), texts


def test_hooks_answer_once_the_window_is_settled(shared: MainWindow) -> None:
    view = shared.timelineView
    assert view is not None
    begin, end = view.visible_range()
    assert begin < end
    counts = view.counts()
    assert counts["total"] == counts["shown"] + counts["merged"] + counts["hidden"] + counts["undated"] > 0
    key = a_stance(shared)
    assert view.row_of(key) >= 0


def test_the_status_bar_counts_every_mark_once(shared: MainWindow) -> None:
    view = shared.timelineView
    assert view is not None
    total, parts = status(shared).split(" = ")
    numbers = [int(part.split()[0].replace(",", "")) for part in parts.split(" + ")]
    assert int(total.split()[0].replace(",", "")) == sum(numbers) == view.counts()["total"]


# ---- one selection


def test_a_click_on_a_mark_shows_its_sentence(seeds: MainWindow) -> None:
    view, key = seeds.timelineView, a_stance(seeds)
    assert view is not None
    seeds.session.selection.select([key])
    act(seeds, "actionFitSelection").trigger()
    assert seeds.wait_idle(5)
    seeds.session.selection.select(())
    rect = view.event_rect(key)
    assert rect is not None
    at = view.mapTo(seeds, rect.center())
    child = seeds.childAt(at)
    assert child is not None
    QTest.mouseClick(child, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, child.mapFrom(seeds, at))
    assert key in seeds.session.selection.keys
    seeds.session.selection.select([key])
    assert seeds.panes.detail.detail is not None
    assert seeds.panes.detail.detail.key == key
    quote = seeds.panes.detail.current_quote()
    assert quote is not None
    shown = seeds.findChild(PassageView, "quoteView")
    assert shown is not None
    assert quote[1].split("\n")[0] in shown.toPlainText()


def test_selecting_in_the_table_selects_everywhere(seeds: MainWindow, qtbot: QtBot) -> None:
    act(seeds, "actionDrawer").trigger()
    assert seeds.wait_idle(5)
    table = seeds.findChild(QTableView, "eventTable")
    assert isinstance(table, QTableView)
    assert table.isVisible()
    first = table.visualRect(table.model().index(2, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    (key,) = seeds.session.selection.keys
    assert seeds.timelineView is not None
    assert seeds.timelineView.selection() == [key]
    assert seeds.panes.detail.detail is not None
    assert seeds.panes.detail.detail.key == key


def test_selecting_on_the_timeline_selects_in_the_table(seeds: MainWindow) -> None:
    act(seeds, "actionDrawer").trigger()
    seeds.session.selection.select([a_stance(seeds)])
    table = seeds.findChild(QTableView, "eventTable")
    assert isinstance(table, QTableView)
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert rows == {seeds.drawer.marks.row_of(a_stance(seeds))}


def test_keys_walk_from_mark_to_mark(seeds: MainWindow) -> None:
    view = seeds.timelineView
    assert view is not None
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    first = view.focused_event()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.focused_event() not in (None, first)
    assert seeds.session.selection.current == view.focused_event()


def test_sorting_the_table_keeps_the_selection(seeds: MainWindow) -> None:
    act(seeds, "actionDrawer").trigger()
    seeds.session.selection.select([a_stance(seeds)])
    table = seeds.findChild(QTableView, "eventTable")
    assert isinstance(table, QTableView)
    for column in range(7):
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        rows = {index.row() for index in table.selectionModel().selectedRows()}
        assert rows == {seeds.drawer.marks.row_of(a_stance(seeds))}


# ---- filter


def test_search_hides_what_does_not_match_and_says_how_much(seeds: MainWindow) -> None:
    view = seeds.timelineView
    assert view is not None
    total, period = view.counts()["total"], view.visible_range()
    search = seeds.findChild(QLineEdit, "searchEdit")
    assert isinstance(search, QLineEdit)
    clear = next(action for action in search.actions() if action.objectName() == "searchClear")
    assert not clear.isVisible()
    QTest.keyClick(seeds, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(search, "geography")
    assert clear.isVisible()
    assert seeds.wait_idle(5)
    corpus = seeds.session.corpus
    assert corpus is not None
    assert 0 < len(corpus.marks) + len(corpus.undated) < total
    assert view.counts()["total"] == total
    assert view.visible_range() == period
    chip = seeds.findChild(QAbstractButton, "chip-text")
    cross = seeds.findChild(QAbstractButton, "chipRemove-text")
    assert chip is not None
    assert f"−{corpus.hidden}" in chip.text()
    assert cross is not None
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert seeds.wait_idle(5)
    assert search.text() == ""
    assert not clear.isVisible()
    assert seeds.session.corpus is not None
    assert seeds.session.corpus.hidden == 0


def test_unchecking_a_stance_hides_its_marks(seeds: MainWindow) -> None:
    seeds.set_filters_folded(False)
    tree = seeds.panes.filters._tree
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    section = next(item for item in items if item is not None and item.text(0) == "Stance")
    first = section.child(0)
    assert first is not None
    first.setCheckState(0, Qt.CheckState.Unchecked)
    assert seeds.wait_idle(5)
    assert seeds.session.filters.value.stances is not None
    assert seeds.session.corpus is not None
    assert seeds.session.corpus.hidden > 0
    assert act(seeds, "actionClearFilters").isEnabled()
    act(seeds, "actionClearFilters").trigger()
    assert seeds.wait_idle(5)
    assert seeds.session.corpus.hidden == 0


def test_a_typed_period_filters(seeds: MainWindow) -> None:
    seeds.set_filters_folded(False)
    field = seeds.findChild(QLineEdit, "periodFrom")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "12 July 2023")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert seeds.wait_idle(5)
    assert seeds.session.filters.value.period is not None
    field.setText("nonsense")
    field.editingFinished.emit()
    assert field.property("invalid") is True


# ---- getting around


def test_go_to_date_shows_that_date(seeds: MainWindow) -> None:
    act(seeds, "actionGoToDate").trigger()
    dialog = visible_dialog(seeds, "goToDateDialog")
    field = dialog.findChild(QLineEdit, "goToDateField")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "someday")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    field.clear()
    QTest.keyClicks(field, "July 2021")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert seeds.timelineView is not None
    begin, end = seeds.timelineView.visible_range()
    middle = (begin + end) / 2 / 86_400
    assert 18_809 <= middle <= 18_840


def test_back_and_forward_go_through_views(seeds: MainWindow) -> None:
    view, linking = seeds.timelineView, seeds.linking
    assert view is not None
    assert linking is not None
    linking.visit_now()
    before = view.visible_range()
    view.set_visible_range(0.0, 1e8)
    linking.visit_now()
    act(seeds, "actionBack").trigger()
    assert view.visible_range() == pytest.approx(before)
    act(seeds, "actionForward").trigger()
    assert view.visible_range() == pytest.approx((0.0, 1e8))


def test_zoom_actions_and_slider_agree(seeds: MainWindow, qtbot: QtBot) -> None:
    view = seeds.timelineView
    assert view is not None
    act(seeds, "actionFitAll").trigger()
    assert seeds.wait_idle(5)
    wide = seeds.zoom.value()
    for _ in range(4):
        act(seeds, "actionZoomIn").trigger()
    assert seeds.wait_idle(5)
    assert seeds.zoom.value() > wide
    seeds.zoom.setValue(900)
    assert view.zoom_value() == pytest.approx(0.9, abs=0.02)


def test_f6_goes_round_the_panes(seeds: MainWindow, qtbot: QtBot) -> None:
    seeds.activateWindow()
    seen = set()
    for _ in range(len(seeds.pane_order())):
        act(seeds, "actionNextPane").trigger()
        focus = seeds.focusWidget()
        assert focus is not None
        seen.add(next(pane.objectName() for pane in seeds.pane_order() if pane is focus or pane.isAncestorOf(focus)))
    assert {"searchEdit", "timelineView", "detailPane"} <= seen


def test_rows_are_grouped_ordered_and_made_higher(seeds: MainWindow) -> None:
    view = seeds.timelineView
    assert view is not None
    act(seeds, "actionGroupKind").trigger()
    assert seeds.wait_idle(5)
    assert any(row.is_group_heading for row in view.corpus().rows)
    act(seeds, "actionGroupNone").trigger()
    act(seeds, "actionSortName").trigger()
    assert seeds.wait_idle(5)
    names = [row.name.casefold() for row in view.corpus().rows if row.key]
    assert names == sorted(names)
    act(seeds, "actionRowsCompact").trigger()
    assert view.row_height() == 28
    assert seeds.settings.get(ROW_HEIGHT) == 28


# ---- dialogs


def test_shortcuts_and_about_open_and_close(seeds: MainWindow) -> None:
    act(seeds, "actionShortcuts").trigger()
    dialog = visible_dialog(seeds, "shortcutDialog")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not [found for found in seeds.findChildren(QWidget, "shortcutDialog") if found.isVisible()]
    act(seeds, "actionAbout").trigger()
    visible_dialog(seeds, "aboutDialog").close()


def test_the_theme_changes_while_the_window_is_open(seeds: MainWindow) -> None:
    act(seeds, "actionThemeDark").trigger()
    before = seeds.theme.name
    assert "#1E2127" in seeds.styleSheet()
    act(seeds, "actionThemeLight").trigger()
    assert (before, seeds.theme.name) == ("dark", "light")
    assert seeds.settings.get(THEME) == "light"


def test_the_citation_goes_to_the_clipboard(seeds: MainWindow) -> None:
    seeds.session.selection.select([a_stance(seeds)])
    act(seeds, "actionCopyCitation").trigger()
    assert QGuiApplication.clipboard().text().startswith("“")


def test_a_narrow_window_lays_the_details_below(seeds: MainWindow) -> None:
    seeds.resize(960, 600)
    assert seeds.wait_idle(5)
    assert seeds.panes.filters.is_folded()
    assert seeds.panes.detail.parent() is seeds.middle
    seeds.resize(1700, 900)
    assert seeds.wait_idle(5)
    assert not seeds.panes.filters.is_folded()
    assert seeds.panes.detail.parent() is seeds.outer


# ---- empty, reading, problems


def test_an_empty_window_offers_three_ways_to_begin(open_window: Opener) -> None:
    window = open_window()
    assert window.wait_idle(10)
    assert window.empty_state.isVisible()
    for name in ("emptyAdd", "emptyOpen", "emptySample"):
        assert window.findChild(QWidget, name) is not None
    assert not act(window, "actionExport").isEnabled()
    assert not act(window, "actionFitAll").isEnabled()


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(open_window: Opener, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text(
        (SEEDS / "002_2fe6c1df8b5d4f97.txt").read_text(encoding="utf-8"), encoding="utf-8"
    )
    window = open_window(tmp_path)
    assert window.wait_idle(60)
    assert window.timelineView is not None
    assert window.timelineView.isVisible()
    told = [problem.says for problem in window.session.problems()]
    assert any("empty.txt" in says for says in told)
    assert any("binary.txt" in says for says in told)
    assert not any("Traceback" in says for says in told)
    assert "problem" in window.panes.notice.text()
    window.drawer.problem_page.copy()
    assert "empty.txt" in QGuiApplication.clipboard().text()


def test_dropped_files_and_pasted_text_are_read(open_window: Opener, tmp_path: Path) -> None:
    window = open_window()
    assert window.wait_idle(10)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SEEDS / "002_2fe6c1df8b5d4f97.txt"))])
    window.commands.file.take_in(data)
    text = QMimeData()
    text.setText("The council rejected the toll on 3 May 2022. “We oppose it,” Mayor Ada Okafor said.\n")
    window.commands.file.take_in(text)
    assert window.wait_idle(60)
    assert window.session.project is not None
    assert len(window.session.project.articles) == 2


def test_cancel_keeps_what_is_done(open_window: Opener, tmp_path: Path) -> None:
    text = (SEEDS / "000_4ae00a725297815d.txt").read_text(encoding="utf-8")
    for number in range(30):
        (tmp_path / f"a{number:02d}.txt").write_text(f"{text}\nCopy {number}.\n", encoding="utf-8")
    window = open_window(tmp_path)
    assert window.session is not None
    from stanceline.ui.waiting import wait_until

    window.complete()
    panel = window.panes.import_panel
    assert wait_until(lambda: window.session.has_articles(), 60)
    assert panel.isVisible()
    cancel = window.findChild(QWidget, "importCancel")
    assert cancel is not None
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert window.wait_idle(60)
    assert window.session.project is not None
    assert 0 < len(window.session.project.articles) < 30
    assert window.timelineView is not None
    assert window.timelineView.counts()["total"] > 0
    assert not panel.isVisible()


def test_closing_while_reading_ends_the_workers(open_window: Opener) -> None:
    window = open_window(SEEDS)
    window.complete()
    window.session.close()
    assert window.session.project is None


def test_the_list_of_actors_can_be_searched(seeds: MainWindow) -> None:
    seeds.session.selection.select([a_stance(seeds)])
    act(seeds, "actionMergeActors").trigger()
    dialog = visible_dialog(seeds, "mergeDialog")
    field, shown = dialog.findChild(QLineEdit, "actorSearch"), dialog.findChild(QListView, "actorList")
    assert isinstance(field, QLineEdit)
    assert isinstance(shown, QListView)
    every = shown.model().rowCount()
    QTest.keyClicks(field, "japan")
    assert 0 < shown.model().rowCount() < every


def test_newcomers_are_told_how_to_read_the_timeline(seeds: MainWindow) -> None:
    def words(within: QWidget) -> str:
        return " ".join(text.text() for text in within.findChildren(QLabel))

    guide = seeds.panes.detail.findChild(QWidget, "readingGuide")
    assert guide is not None
    assert guide.isVisible()
    for shown in ("Supports", "Opposes", "second-hand", "suggested", "bracket", "worked out"):
        assert shown in words(guide)
    seeds.session.selection.select([a_stance(seeds)])
    assert not guide.isVisible()
    act(seeds, "actionGuide").trigger()
    dialog = visible_dialog(seeds, "guideDialog")
    assert "bracket" in words(dialog)
    seeds.theme.choose("dark")
    assert "bracket" in words(dialog)


def test_the_sample_opens_on_the_days_of_its_stances(seeds: MainWindow) -> None:
    view, corpus = seeds.timelineView, seeds.session.corpus
    assert view is not None
    assert corpus is not None
    counts = view.counts()
    assert counts["shown"] >= 20
    begin, end = view.visible_range()
    takes_side = corpus.marks.stance != NO_STANCE
    inside = (corpus.marks.begin < end) & (corpus.marks.end > begin) & takes_side
    assert inside.sum() >= takes_side.sum() - 1
    assert counts["merged"] + counts["shown"] > counts["hidden"]
