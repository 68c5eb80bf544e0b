"""The matrix in the window: columns of other kinds, rows pinned and folded, totals, the plain table."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox, QToolButton

from stanceline.ui.accessible_matrix import HEAD, MatrixInterface
from stanceline.ui.lists.matrix_table import MatrixTable
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.matrix_view import StanceMatrix
from tests.gui.conftest import visible_dialog

LEFT = Qt.MouseButton.LeftButton


def matrix_of(window: MainWindow) -> StanceMatrix:
    assert window.timelineView is not None
    return window.timelineView.matrix


def act(window: MainWindow, action: str) -> None:
    window.actions_table[action].trigger()
    assert window.wait_idle(30)


def titles(window: MainWindow) -> list[str]:
    return [title for _, title in matrix_of(window).model.corpus.columns]


def rows(window: MainWindow) -> list[str]:
    return [row.name for row in matrix_of(window).model.corpus.rows]


def stances(window: MainWindow, column: int) -> dict[str, str]:
    """What each row says in a column."""
    model = matrix_of(window).model
    found = {}
    for row in range(model.rowCount()):
        says = model.describe((row, column)).split(": ", 1)[1]
        if says != "no statement found":
            found[model.row_title(row)] = says
    return found


def row_at(window: MainWindow, name: str) -> int:
    return rows(window).index(name)


def name_point(window: MainWindow, row: int, x: int = 80) -> QPoint:
    matrix = matrix_of(window)
    matrix.reveal((row, -1))
    return QPoint(x, round(matrix.header_px + matrix.state.geometry.top(row) + matrix.state.row_height / 2))


def menu_on(window: MainWindow, at: QPoint) -> QMenu:
    matrix = matrix_of(window)
    QApplication.sendEvent(matrix, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, matrix.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    action = next(action for action in menu.actions() if action.text() == words)
    action.trigger()
    menu.close()


@pytest.fixture
def window(seeds: MainWindow) -> MainWindow:
    return seeds


def test_columns_are_months_and_the_last_one_says_what_the_proposal_says(window: MainWindow) -> None:
    plain, order = stances(window, 0), rows(window)
    button = matrix_of(window).findChild(QToolButton, "columnsButton")
    assert button is not None
    assert button.text().startswith("Proposals")
    choose(button.menu(), "By &month")
    assert window.wait_idle(30)
    assert titles(window)[-1] == "All"
    assert "Jul 2023" in titles(window)
    assert button.text().startswith("By month")
    assert rows(window) == order
    assert stances(window, len(titles(window)) - 1) == plain
    assert window.actions_table["columns.month"].isChecked()
    act(window, "columns.proposals")
    assert stances(window, 0) == plain
    assert button.text().startswith("Proposals")


def test_a_cell_of_a_month_selects_what_was_said_in_it(window: MainWindow) -> None:
    act(window, "columns.month")
    matrix = matrix_of(window)
    column = titles(window).index("Jul 2023")
    row = row_at(window, "NATO")
    matrix.reveal((row, column))
    QTest.mouseClick(
        matrix, LEFT, pos=matrix._cell_rect(row, column).translated(0, matrix.header_px).center().toPoint()
    )
    keys = set(window.session.selection.keys)
    assert keys == set(matrix.stances_of((row, column)))
    assert keys


def test_periods_of_an_own_length_are_asked_for(window: MainWindow) -> None:
    act(window, "columns.days")
    form = visible_dialog(window, "periodLengthDialog")
    field = form.findChild(QSpinBox, "periodLengthDays")
    assert field is not None
    field.setValue(10)
    form.accept()
    assert window.wait_idle(30)
    assert all(title.startswith("from ") for title in titles(window)[:-1])
    act(window, "columns.days")
    visible_dialog(window, "periodLengthDialog").reject()
    assert window.wait_idle(30)
    assert window.actions_table["columns.days"].isChecked(), "cancelling leaves the columns as they are"


def test_what_is_in_no_period_is_told_in_the_corner(window: MainWindow) -> None:
    matrix = matrix_of(window)
    act(window, "columns.month")
    plan = window.session.columns.plan
    assert plan is not None
    told = matrix._margins.note
    assert bool(told) == bool(plan.undated + plan.coarse)
    matrix.set_note(("3 stances in no period", "In no period, but in the last column: 3 stances have no date."))
    assert matrix.tip(QPointF(40, matrix._margins._corner_bottom() + 5)).startswith("In no period")


def test_parts_are_refused_with_a_word_where_no_proposal_has_any(window: MainWindow) -> None:
    act(window, "columns.parts")
    assert "parts" in window.panes.notice.text()
    assert window.actions_table["columns.proposals"].isChecked()


def test_a_view_of_months_can_be_gone_back_to(window: MainWindow) -> None:
    linking = window.linking
    assert linking is not None
    linking.views.visit_now()
    act(window, "columns.month")
    months = titles(window)
    linking.views.visit_now()
    act(window, "go.back")
    assert titles(window) != months
    act(window, "go.forward")
    assert titles(window) == months


def test_a_pinned_row_stays_on_top_also_in_the_next_window(
    window: MainWindow, open_window: Callable[..., MainWindow]
) -> None:
    choose(menu_on(window, name_point(window, row_at(window, "United States"))), "Pin row on top")
    assert window.wait_idle(30)
    assert rows(window)[0] == "United States"
    act(window, "rows.sort_name")
    assert rows(window)[0] == "United States"
    window.settings.save()
    path = window.session.path
    window.session.close()
    other = open_window(path)
    assert other.wait_idle(60)
    assert rows(other)[0] == "United States"
    matrix = matrix_of(other)
    matrix.set_current((0, -1))
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), matrix.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(matrix, by_key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Unpin row")
    assert other.wait_idle(30)
    assert rows(other)[0] != "United States"


def test_a_family_folds_by_its_sign_and_by_keys_and_loses_no_mark(window: MainWindow) -> None:
    matrix, view = matrix_of(window), window.timelineView
    assert view is not None
    total, before, parent = view.counts()["total"], rows(window), row_at(window, "France")
    members = matrix.model.corpus.rows[parent].members
    assert members > 0
    QTest.mouseClick(matrix, LEFT, pos=name_point(window, parent, 11))
    assert window.wait_idle(30)
    assert len(rows(window)) == len(before) - members
    assert view.counts()["total"] == total
    assert sum(view.counts()[name] for name in ("shown", "merged", "hidden", "undated")) == total
    parent = row_at(window, "France")
    assert matrix.model.corpus.rows[parent].is_folded
    matrix.set_current((parent, -1))
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert window.wait_idle(30)
    assert rows(window) == before
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert window.wait_idle(30)
    assert len(rows(window)) == len(before) - members


def test_bars_of_totals_are_shown_and_say_what_they_count(window: MainWindow) -> None:
    matrix = matrix_of(window)
    width = matrix.width()
    act(window, "matrix.totals")
    assert matrix.width() > width
    row = row_at(window, "France")
    matrix.reveal((row, 0))
    point = QPointF(matrix.width() - 20, name_point(window, row).y())
    number = matrix.model.number_of((row, 0))
    against = int(matrix.model.corpus.cells.count[number])
    assert matrix.tip(point) == f"France: 0 in favor, 0 neutral, {against} against"
    act(window, "matrix.totals")
    assert matrix.width() == width


def test_the_width_of_columns_is_kept(window: MainWindow, open_window: Callable[..., MainWindow]) -> None:
    matrix_of(window).set_column_width(120)
    window.settings.save()
    other = open_window(window.session.path)
    assert other.wait_idle(60)
    assert matrix_of(other).cell_width == 120
    assert matrix_of(other).has_strips


def test_the_matrix_is_a_table_that_can_be_sorted_copied_and_selected_from(window: MainWindow) -> None:
    act(window, "matrix.table")
    table = window.findChild(MatrixTable, "matrixTable")
    assert table is not None
    assert table.isVisible()
    lines = table.lines
    assert [lines.index(row, 0).data() for row in range(lines.rowCount())] == rows(window)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    said = [str(lines.index(row, 1).data()) for row in range(lines.rowCount())]
    assert said[0].startswith("−− Opposes")
    assert said[-1] == "No statement found"
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert str(lines.index(0, 1).data()).startswith("++ Supports")
    assert lines.index(lines.rowCount() - 1, 1).data() == "No statement found"
    table.setFocus()
    index = lines.index(0, 1)
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    assert window.session.selection.keys
    QTest.keySequence(table, "Ctrl+C")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "\t".join(("Actor", titles(window)[0]))
    assert copied[1] == f"{lines.index(0, 0).data()}\t{index.data()}"
    assert "first-hand" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    act(window, "matrix.table")
    assert not table.isVisible()


def test_a_screen_reader_hears_whether_a_family_is_folded(window: MainWindow) -> None:
    matrix = matrix_of(window)
    parent = row_at(window, "France")
    table = QAccessible.queryAccessibleInterface(matrix)
    assert isinstance(table, MatrixInterface)
    assert table.cell(parent, HEAD).state().expanded
    window.session.order_rows(folded=frozenset({matrix.model.corpus.rows[parent].key}))
    assert window.wait_idle(30)
    state = table.cell(row_at(window, "France"), HEAD).state()
    assert state.expandable
    assert state.collapsed
    assert not state.expanded


def test_a_cell_without_a_statement_can_be_said_not_to_apply(window: MainWindow) -> None:
    matrix = matrix_of(window)
    row = row_at(window, "United States")
    matrix.reveal((row, 0))
    place = matrix._cell_rect(row, 0).translated(0, matrix.header_px)
    before = matrix.grab(place.toRect()).toImage()
    choose(menu_on(window, place.center().toPoint()), "Does not apply (n/a)")
    assert window.wait_idle(30)
    row = row_at(window, "United States")
    assert matrix.model.describe((row, 0)).endswith("does not apply")
    matrix.reveal((row, 0))
    place = matrix._cell_rect(row, 0).translated(0, matrix.header_px)
    assert matrix.grab(place.toRect()).toImage() != before
    assert matrix.model.index(row, 0).data() == "Does not apply"
    window.session.undo.undo()
    assert window.wait_idle(30)
    assert matrix.model.describe((row_at(window, "United States"), 0)).endswith("no statement found")
    france = row_at(window, "France")
    matrix.reveal((france, 0))
    menu = menu_on(window, matrix._cell_rect(france, 0).translated(0, matrix.header_px).center().toPoint())
    assert "Does not apply (n/a)" not in [action.text() for action in menu.actions()], "there is evidence"
    menu.close()
