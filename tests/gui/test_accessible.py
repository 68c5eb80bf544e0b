"""What a screen reader meets: the timeline as a list of marks, the matrix as a table, and what is announced."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from stanceline.render.palette import load_palette
from stanceline.ui import accessible
from stanceline.ui.accessible_matrix import MatrixInterface
from stanceline.ui.accessible_timeline import TimelineInterface
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.timeline import TimelineView
from tests.views import at, small_corpus

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    accessible.install()
    made = TimelineView(load_palette("light"))
    qtbot.addWidget(made)
    made.resize(1300, 420)
    made.set_corpus(small_corpus())
    made.show()
    QApplication.processEvents()
    return made


def list_of(view: TimelineView) -> TimelineInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert isinstance(found, TimelineInterface)
    return found


def named(whole: QAccessibleInterface, words: str) -> QAccessibleInterface:
    """The child whose name holds some words."""
    children = [whole.child(number) for number in range(whole.childCount())]
    return next(child for child in children if child is not None and words in child.text(Name))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[QAccessibleEvent]:
    """Everything that a screen reader is told from now on."""
    told: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(told.append))
    return told


def announced(said: list[QAccessibleEvent]) -> list[str]:
    """The sentences among it."""
    return [event.message() for event in said if event.type() == QAccessible.Event.Announcement]  # type: ignore[attr-defined]


# ---- timeline


def test_the_timeline_is_a_list_of_the_marks_in_view(view: TimelineView) -> None:
    whole = list_of(view)
    assert whole.role() == QAccessible.Role.List
    assert whole.text(Name) == "Timeline"
    assert "2024" in whole.text(Description)
    assert "of 15 marks" in whole.text(Description)
    assert whole.mark_count() == 9
    first = whole.child(0)
    assert first is not None
    assert first.role() == QAccessible.Role.ListItem
    assert first.parent() is whole
    children = [child for n in range(whole.childCount()) if (child := whole.child(n)) is not None]
    assert [whole.indexOfChild(child) for child in children] == list(range(whole.childCount()))
    view.go_to(at(2024, 5, 20), 5 * 86_400.0)
    assert whole.mark_count() == 1


def test_a_mark_is_spoken_as_a_whole_sentence(view: TimelineView) -> None:
    says = named(list_of(view), "Rejects the harbor levy").text(Name)
    assert says == (
        "20 May 2024, Lothenia, opposes Regional harbor levy: Rejects the harbor levy, The Example Daily, 2 of 3"
    )
    assert "second-hand" in named(list_of(view), "Backs the levy in principle").text(Name)


def test_a_mark_tells_where_it_is_and_is_found_there(view: TimelineView) -> None:
    whole = list_of(view)
    mark = named(whole, "Rejects the harbor levy")
    rect = view.event_rect("m1")
    assert rect is not None
    assert mark.rect().center() == view.mapToGlobal(rect.center())
    point = mark.rect().center()
    assert whole.childAt(point.x(), point.y()) is mark
    corner = view.mapToGlobal(QPoint(view.width() - 40, view.height() - 5))
    assert whole.childAt(corner.x(), corner.y()) is None


def test_focus_and_selection_are_told(view: TimelineView) -> None:
    whole = list_of(view)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    key = view.focused_event()
    focused = whole.focusChild()
    assert focused is not None
    assert focused.text(Name).startswith("11 February 2024")
    assert key == "m3"
    assert (focused.state().focused, focused.state().selected) == (True, True)
    assert not named(whole, "Rejects the harbor levy").state().selected
    selection = whole.selectionInterface()
    assert [one.text(Name) for one in selection.selectedItems()] == [focused.text(Name)]
    assert selection.select(named(whole, "Rejects the harbor levy"))
    assert view.selection() == ["m1", "m3"]
    assert selection.unselect(focused)
    assert view.selection() == ["m1"]
    assert selection.clear()
    assert view.selection() == []


def test_pressing_a_mark_opens_it(view: TimelineView, qtbot: QtBot) -> None:
    action = named(list_of(view), "Rejects the harbor levy").actionInterface()
    (name,) = action.actionNames()
    with qtbot.waitSignal(view.mark_activated) as opened:
        action.doAction(name)
    assert opened.args == ["m1"]


def test_matrix_and_overview_are_reached_from_the_list(view: TimelineView) -> None:
    whole = list_of(view)
    names = [child.text(Name) for n in range(whole.childCount()) if (child := whole.child(n)) is not None]
    assert "Stance matrix" in names
    assert "Overview" in names


def test_marks_of_a_corpus_that_is_gone_are_invalid(view: TimelineView, qtbot: QtBot) -> None:
    whole = list_of(view)
    old = whole.child(0)
    assert old is not None
    view.set_corpus(small_corpus())
    assert not old.isValid()
    assert old.text(Name) == ""
    new = whole.child(0)
    assert new is not None
    assert new is not old
    assert new.isValid()
    qtbot.waitUntil(lambda: not Shiboken.isValid(old))


def test_asking_after_the_end_does_no_harm(qtbot: QtBot) -> None:
    accessible.install()
    view = TimelineView(load_palette("light"))
    view.set_corpus(small_corpus())
    view.show()
    whole = list_of(view)
    mark = whole.child(0)
    matrix = QAccessible.queryAccessibleInterface(view.matrix)
    cell = matrix.child(3)
    assert mark is not None
    assert cell is not None
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for gone in (whole, mark, matrix, cell):
        assert not Shiboken.isValid(gone)


def test_children_are_made_when_they_are_asked_for(view: TimelineView) -> None:
    whole = list_of(view)
    whole.childCount()
    assert not whole._parts._known
    whole.child(4)
    assert len(whole._parts._known) == 1


# ---- matrix


def table_of(view: TimelineView) -> MatrixInterface:
    found = QAccessible.queryAccessibleInterface(view.matrix)
    assert isinstance(found, MatrixInterface)
    return found


def test_the_matrix_is_a_table_with_headers_and_cells(view: TimelineView) -> None:
    table = table_of(view)
    assert table.role() == QAccessible.Role.Table
    assert table.childCount() == (4 + 1) * (2 + 1)
    assert table.text(Description) == "3 rows, 2 columns"
    title, name, cell = table.child(1), table.child(6), table.child(7)
    assert title is not None
    assert name is not None
    assert cell is not None
    assert (title.role(), title.text(Name)) == (QAccessible.Role.ColumnHeader, "Regional harbor levy")
    assert (name.role(), name.text(Name)) == (QAccessible.Role.RowHeader, "Lothenia")
    assert cell.role() == QAccessible.Role.Cell
    assert cell.text(Name).startswith("Lothenia, Regional harbor levy: opposes, first-hand")
    place = cell.tableCellInterface()
    assert (place.rowIndex(), place.columnIndex()) == (2, 1)
    assert [head.text(Name) for head in place.columnHeaderCells()] == ["Regional harbor levy"]
    assert [head.text(Name) for head in place.rowHeaderCells()] == ["Lothenia"]
    assert place.table() is table
    assert "no statement found" in table.cell(1, 1).text(Name)


def test_a_cell_is_found_where_it_says_it_is(view: TimelineView) -> None:
    table = table_of(view)
    for place in ((1, 0), (2, 1), (-1, 1), (3, -1)):
        cell = table.cell(*place)
        point = cell.rect().center()
        assert table.childAt(point.x(), point.y()) is cell
        assert table.indexOfChild(cell) == table.number_of(*place)


def test_keys_move_the_focus_from_cell_to_cell(view: TimelineView, said: list[QAccessibleEvent]) -> None:
    table = table_of(view)
    view.activateWindow()
    view.matrix.setFocus()
    QTest.keyClick(view.matrix, Qt.Key.Key_Down)
    QTest.keyClick(view.matrix, Qt.Key.Key_Right)
    focused = table.focusChild()
    assert focused is not None
    assert focused.text(Name).startswith("Lothenia, Ban on night loading")
    assert focused.state().focused
    events = [event for event in said if event.type() == QAccessible.Event.Focus and event.object() is view.matrix]
    assert events[-1].child() == table.indexOfChild(focused)


def test_pressing_a_cell_selects_what_is_behind_it(view: TimelineView) -> None:
    action = table_of(view).cell(2, 0).actionInterface()
    action.doAction(action.actionNames()[0])
    assert view.selection() == ["m3", "m5"]


# ---- announcements


def test_walking_along_a_row_tells_the_focus(view: TimelineView, said: list[QAccessibleEvent]) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Right)
    events = [event for event in said if event.type() == QAccessible.Event.Focus and event.object() is view]
    child = list_of(view).child(events[-1].child())
    assert child is not None
    assert view.focused_event() == "m4"
    assert "Says nothing new" in child.text(Name)


def test_filters_and_errors_are_announced(seeds: MainWindow, said: list[QAccessibleEvent]) -> None:
    search = seeds.findChild(QLineEdit, "searchEdit")
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "geography")
    assert seeds.wait_idle(5)
    corpus = seeds.session.corpus
    assert corpus is not None
    left = len(corpus.marks) + len(corpus.undated)
    assert any(text.startswith(f"{left} mark") and f"{corpus.hidden} hidden" in text for text in announced(said))
    seeds.session.failed.emit("The disk is full.")
    assert announced(said)[-1] == "The disk is full."


def test_what_a_part_cannot_do_is_missing_and_does_not_crash(view: TimelineView) -> None:
    mark, cell = list_of(view).child(0), table_of(view).cell(1, 0)
    assert mark is not None
    for part in (list_of(view), mark, cell):
        assert part.textInterface() is None
        assert part.valueInterface() is None
        assert part.editableTextInterface() is None
    assert mark.tableCellInterface() is None
    assert list_of(view).actionInterface() is not None
