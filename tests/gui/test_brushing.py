"""What the pointer is over is lit in all other views; clicks on cells, rows, marks and lists select the same things."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton, QTreeWidget, QWidget

from stanceline.model.filters import EVERYTHING
from stanceline.model.marks import NO_STANCE, Kind
from stanceline.ui.brush import NOTHING
from stanceline.ui.linking import Linking
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.timeline import TimelineView
from stanceline.ui.selection import combined

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(shared: MainWindow) -> Iterator[MainWindow]:
    """The shared window with nothing selected, filtered or lit, its lists and filters open."""
    linking, view = parts(shared)
    shared.set_pane("drawer", True)
    shared.set_filters_folded(False)
    shared.drawer.setCurrentIndex(0)
    assert shared.wait_idle(10)
    before = linking.view_now()
    yield shared
    linking.brush.leave(linking.brush._source)
    shared.actions_table["select.replace"].trigger()
    shared.session.filters.set(EVERYTHING)
    shared.session.selection.select(())
    assert shared.wait_idle(10)
    view.set_visible_range(before.begin_s, before.end_s)
    view.scroll_rows_to(0.0)


def parts(window: MainWindow) -> tuple[Linking, TimelineView]:
    """Linking and timeline."""
    assert window.linking is not None
    assert window.timelineView is not None
    return window.linking, window.timelineView


def move(widget: QWidget, at: QPoint | QPointF) -> None:
    """Move the pointer over a widget."""
    point = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, point, widget.mapToGlobal(point), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE
    )
    QApplication.sendEvent(widget, event)


def leave(widget: QWidget) -> None:
    """Take the pointer off a widget."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def single_stance(view: TimelineView) -> str:
    """Key of a stance that is drawn alone and in view."""
    state = view.state
    for number, mark in enumerate(state.scene.glyphs.mark.tolist()):
        x, y = state.scene.glyphs.x[number], state.scene.glyphs.y[number]
        inside = 20 < x < state.width - 20 and 10 < y < state.height - 10
        if state.corpus.marks.kind[mark] == Kind.STANCE and inside:
            return state.key_of(mark)
    raise AssertionError("no stance stands alone")


def over_mark(view: TimelineView, key: str) -> QPointF:
    """Where a mark is on the canvas' viewport."""
    rect = view.event_rect(key)
    assert rect is not None
    return QPointF(view.canvas.viewport().mapFrom(view, rect.center()))


def cell_point(view: TimelineView, cell: tuple[int, int]) -> QPoint:
    """Middle of a cell of the matrix."""
    rect = view.matrix.place_rect(*cell)
    assert rect is not None
    return rect.center()


def cells_with_stances(view: TimelineView) -> list[tuple[int, int]]:
    """Cells in view that have stances behind them."""
    cells = zip(view.corpus().cells.row.tolist(), view.corpus().cells.column.tolist(), strict=True)
    return [cell for cell in cells if view.matrix.stances_of(cell) and view.matrix.place_rect(*cell) is not None]


def keys_in(window: MainWindow) -> set[str]:
    """What is selected."""
    return set(window.session.selection.keys)


# ---- hovering


def test_a_hovered_mark_lights_its_row_cell_table_row_and_values(window: MainWindow) -> None:
    linking, view = parts(window)
    key = single_stance(view)
    number = view.state.numbers[key]
    move(view.canvas.viewport(), over_mark(view, key))
    lit = linking.brush.lit
    assert number in lit.numbers.tolist()
    assert lit.rows == {view.row_of(key)}
    assert any(key in view.matrix.stances_of(cell) for cell in lit.cells)
    table = window.drawer.marks
    rows = [row for row in range(table.rowCount()) if table.data(table.index(row, 0), Qt.ItemDataRole.BackgroundRole)]
    assert {table.key_at(row) for row in rows} == {view.state.key_of(n) for n in lit.numbers.tolist()}
    tree = window.findChild(QTreeWidget, "facetTree")
    assert tree is not None
    stance = int(view.corpus().marks.stance[number])
    assert {("stances", stance), ("kinds", int(Kind.STANCE))} <= tree.lit  # type: ignore[attr-defined]  # its own kind of tree
    leave(view.canvas)
    assert linking.brush.lit is NOTHING
    assert not tree.lit  # type: ignore[attr-defined]


def test_a_hovered_cell_lights_its_marks_and_a_name_its_row(window: MainWindow) -> None:
    linking, view = parts(window)
    cell = cells_with_stances(view)[0]
    move(view.matrix, cell_point(view, cell))
    wanted = {view.state.numbers[key] for key in view.matrix.stances_of(cell) if key in view.state.numbers}
    assert set(linking.brush.lit.numbers.tolist()) == wanted
    assert set(view.canvas.lit.tolist()) == wanted
    name = view.matrix.place_rect(cell[0], -1)
    assert name is not None
    move(view.matrix, name.center())
    marks = view.corpus().marks
    assert set(view.canvas.lit.tolist()) == set(np.flatnonzero(marks.row == cell[0]).tolist())
    leave(view.matrix)
    assert not len(view.canvas.lit)


def test_a_hovered_table_row_lights_its_mark_everywhere(window: MainWindow) -> None:
    _linking, view = parts(window)
    table = window.findChild(QTableView, "eventTable")
    assert table is not None
    move(table.viewport(), table.visualRect(table.model().index(1, 1)).center())
    key = window.drawer.marks.key_at(1)
    assert key is not None
    assert view.canvas.lit.tolist() == [view.state.numbers[key]]
    before = view.visible_range(), view.state.scroll_px
    leave(table.viewport())
    assert not len(view.canvas.lit)
    assert (view.visible_range(), view.state.scroll_px) == before


def test_a_hovered_filter_value_dims_all_other_marks(window: MainWindow) -> None:
    linking, view = parts(window)
    tree = window.findChild(QTreeWidget, "facetTree")
    assert tree is not None
    section = next(
        tree.topLevelItem(n)
        for n in range(tree.topLevelItemCount())
        if tree.topLevelItem(n).text(0) == "Stance"  # type: ignore[union-attr]
    )
    assert section is not None
    item = section.child(0)
    assert item is not None
    tree.scrollToItem(item)
    plain = view.canvas.grab().toImage()
    move(tree.viewport(), tree.visualItemRect(item).center())
    marks = view.corpus().marks
    value = int(item.data(0, Qt.ItemDataRole.UserRole))
    assert value != NO_STANCE
    assert set(view.canvas.lit.tolist()) == set(np.flatnonzero(marks.stance == value).tolist())
    assert view.canvas.is_dimming
    assert view.canvas.grab().toImage() != plain
    assert all(int(view.corpus().marks.stance[n]) == value for n in linking.brush.lit.numbers)
    assert window.session.filters.value == EVERYTHING
    leave(tree.viewport())
    assert view.canvas.grab().toImage() == plain


def test_the_overview_and_the_details_light_marks_too(window: MainWindow) -> None:
    linking, view = parts(window)
    key = single_stance(view)
    anchor = float(view.state.index.anchor[view.state.index.place[view.state.numbers[key]]])
    strip = view.overview
    move(strip, QPointF(strip._x_of(anchor), 10))
    assert view.state.numbers[key] in linking.brush.lit.numbers.tolist()
    leave(strip)
    assert linking.brush.lit is NOTHING
    window.session.selection.select([key])
    facts = window.panes.detail._facts
    QApplication.sendEvent(facts, QEvent(QEvent.Type.Enter))
    assert view.canvas.lit.tolist() == [view.state.numbers[key]]
    leave(facts)
    assert not len(view.canvas.lit)


def test_the_page_of_a_position_lights_what_is_hovered_on_the_timeline(window: MainWindow) -> None:
    _linking, view = parts(window)
    cell = max(cells_with_stances(view), key=lambda cell: len(view.matrix.stances_of(cell)))
    QTest.mouseClick(view.matrix, LEFT, NONE, cell_point(view, cell))
    window.panes.detail.show_tab("position")
    assert window.wait_idle(60)
    QTest.qWait(100)
    cards = [card for card in window.panes.detail._position.findChildren(QWidget) if card.property("markKey")]
    assert len(cards) > 1
    key = str(cards[1].property("markKey"))
    QApplication.sendEvent(cards[1], QEvent(QEvent.Type.Enter))
    assert view.canvas.lit.tolist() == [view.state.numbers[key]]
    leave(cards[1])
    name = view.matrix.place_rect(cell[0], -1)
    assert name is not None
    move(view.matrix, name.center())
    assert any(card.property("lit") for card in cards)
    leave(view.matrix)
    assert not any(card.property("lit") for card in cards)
    window.panes.detail.show_tab("quote")


# ---- selecting


def test_cells_select_their_marks_and_marks_their_cells(window: MainWindow) -> None:
    _linking, view = parts(window)
    first, second = cells_with_stances(view)[:2]
    QTest.mouseClick(view.matrix, LEFT, NONE, cell_point(view, first))
    assert keys_in(window) == set(view.matrix.stances_of(first))
    assert first in view.matrix._chosen
    QTest.mouseClick(view.matrix, LEFT, CTRL, cell_point(view, second))
    assert keys_in(window) == {*view.matrix.stances_of(first), *view.matrix.stances_of(second)}
    QTest.mouseClick(view.matrix, LEFT, CTRL, cell_point(view, first))
    assert keys_in(window) == set(view.matrix.stances_of(second)) - set(view.matrix.stances_of(first))
    key = single_stance(view)
    at = over_mark(view, key).toPoint()
    QTest.mouseClick(view.canvas.viewport(), LEFT, NONE, at)
    assert key in keys_in(window)
    assert any(key in view.matrix.stances_of(cell) for cell in view.matrix._chosen)


def test_shift_selects_a_rectangle_of_cells(window: MainWindow) -> None:
    _linking, view = parts(window)
    cells = [cell for cell in cells_with_stances(view) if cell[1] == cells_with_stances(view)[0][1]]
    first, last = cells[0], cells[2]
    QTest.mouseClick(view.matrix, LEFT, NONE, cell_point(view, first))
    QTest.mouseClick(view.matrix, LEFT, SHIFT, cell_point(view, last))
    between = range(first[0], last[0] + 1)
    wanted = {key for row in between for key in view.matrix.stances_of((row, first[1]))}
    assert keys_in(window) == wanted


def test_the_mode_decides_what_a_click_does(window: MainWindow) -> None:
    _linking, view = parts(window)
    button = window.findChild(QToolButton, "selectionButton")
    assert button is not None
    assert button.menu() is not None
    first, second = (set(view.matrix.stances_of(cell)) for cell in cells_with_stances(view)[:2])
    places = [cell_point(view, cell) for cell in cells_with_stances(view)[:2]]

    def click(number: int) -> set[str]:
        QTest.mouseClick(view.matrix, LEFT, NONE, places[number])
        return keys_in(window)

    assert click(0) == first
    window.actions_table["select.add"].trigger()
    assert window.actions_table["select.add"].isChecked()
    assert click(1) == first | second
    window.actions_table["select.keep"].trigger()
    assert click(1) == second
    window.actions_table["select.add"].trigger()
    click(0)
    window.actions_table["select.remove"].trigger()
    assert click(1) == first - second
    window.actions_table["select.replace"].trigger()
    assert click(1) == second


def test_the_mode_holds_for_marks_and_lists_too(window: MainWindow) -> None:
    _linking, view = parts(window)
    table = window.findChild(QTableView, "eventTable")
    assert table is not None
    model = window.drawer.marks
    key = single_stance(view)
    window.actions_table["select.add"].trigger()
    for row in (0, 2):
        QTest.mouseClick(table.viewport(), LEFT, NONE, table.visualRect(model.index(row, 1)).center())
    assert keys_in(window) == {model.key_at(0), model.key_at(2)}
    assert {index.row() for index in table.selectionModel().selectedRows()} == {0, 2}
    view.reveal(key)
    QTest.mouseClick(view.canvas.viewport(), LEFT, NONE, over_mark(view, key).toPoint())
    assert {model.key_at(0), model.key_at(2), key} <= keys_in(window)
    # A click beside all marks is no reason to lose what was gathered.
    QTest.mouseClick(view.canvas.viewport(), LEFT, NONE, QPoint(3, view.canvas.height() - 4))
    assert key in keys_in(window)


def test_a_name_selects_what_its_row_shows(window: MainWindow) -> None:
    _linking, view = parts(window)
    row = cells_with_stances(view)[0][0]
    name = view.matrix.place_rect(row, -1)
    assert name is not None
    QTest.mouseClick(view.matrix, LEFT, NONE, name.center())
    marks = view.corpus().marks
    assert keys_in(window) == {marks.keys[n] for n in np.flatnonzero(marks.row == row).tolist()}


def test_escape_clears_brush_then_selection_then_leaves(window: MainWindow) -> None:
    _linking, view = parts(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    view.setFocus()
    window.session.selection.select([single_stance(view)])
    view.period_brushed.emit(*view.visible_range())
    assert window.wait_idle(10)
    assert window.session.filters.value.parts() == ("period",)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not window.session.filters.value.parts()
    assert keys_in(window)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not keys_in(window)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.hasFocus()


@pytest.mark.parametrize(
    ("mode", "clicked", "left"),
    [
        ("replace", "bc", "bc"), ("replace", "", ""), ("add", "bc", "abc"), ("add", "", "ab"), ("keep", "bc", "b"),
        ("keep", "", "ab"), ("remove", "bc", "a"), ("remove", "", "ab"),
    ],
)  # fmt: skip
def test_modes_combine_what_was_and_what_is_clicked(mode: str, clicked: str, left: str) -> None:
    assert "".join(combined("ab", clicked, mode)) == left  # type: ignore[arg-type]  # one of the four
