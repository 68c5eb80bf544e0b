"""The stance matrix by mouse and keyboard: hovering, widths, strips, columns, rows, words."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stanceline.ui.plot.matrix_view import StanceMatrix
from stanceline.ui.plot.timeline import TimelineView
from tests.views import at, evidence, small_corpus


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TimelineView]:
    made = TimelineView()
    qtbot.addWidget(made)
    made.resize(1100, 420)
    made.set_corpus(small_corpus())
    made.set_row_height(40)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()


@pytest.fixture
def matrix(view: TimelineView) -> StanceMatrix:
    return view.matrix


def middle_of(matrix: StanceMatrix, row: int, column: int) -> QPoint:
    return matrix._cell_rect(row, column).translated(0, matrix.header_px).center().toPoint()


def move(matrix: StanceMatrix, point: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    at = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(matrix, event)


def picture(matrix: StanceMatrix) -> QImage:
    return matrix.grab().toImage()


def test_hovering_tells_the_actor_and_the_column(matrix: StanceMatrix) -> None:
    told: list[tuple[str, str]] = []
    matrix.cell_hovered.connect(lambda row, column: told.append((row, column)))
    move(matrix, middle_of(matrix, 2, 0))
    move(matrix, middle_of(matrix, 2, 0) + QPoint(2, 2))
    move(matrix, QPoint(30, middle_of(matrix, 2, 0).y()))
    move(matrix, QPoint(30, 5))
    assert told == [("state:b", "levy"), ("state:b", ""), ("", "")]


def test_what_is_hovered_elsewhere_is_lit_up_softly_without_moving_anything(matrix: StanceMatrix) -> None:
    before, at = picture(matrix), middle_of(matrix, 2, 1)
    matrix.set_hovered(2, None)
    row = picture(matrix)
    matrix.set_hovered(None, 1)
    column = picture(matrix)
    assert row != before
    assert column != before
    assert row != column
    matrix.set_hovered(None, None)
    assert picture(matrix) == before
    assert middle_of(matrix, 2, 1) == at


def test_compared_cells_are_split_and_whole_again(matrix: StanceMatrix) -> None:
    before = picture(matrix)
    cells = small_corpus().cells
    matrix.set_compared(replace(cells, stance=np.array([2, 2, 2], np.int8)))
    assert picture(matrix) != before
    matrix.set_compared(None)
    assert picture(matrix) == before


def test_the_model_says_each_cell_in_a_sentence(matrix: StanceMatrix) -> None:
    model = matrix.model
    assert (model.rowCount(), model.columnCount()) == (4, 2)
    assert model.describe((1, 0)) == "Lothenia, Regional harbor levy: opposes, first-hand, confidence 0.90, 1 statement"
    assert "supports, second-hand, confidence 0.60, 2 statements" in model.describe((2, 0))
    assert model.describe((1, 1)).endswith("no statement found")
    assert model.describe((0, 0)) == "States"
    text = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert text == model.describe((1, 0))
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Ban on night loading"
    assert model.headerData(2, Qt.Orientation.Vertical) == "Grand Duchy of Varn"


def test_a_click_selects_the_evidence(matrix: StanceMatrix, view: TimelineView) -> None:
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=middle_of(matrix, 2, 0))
    assert view.selection() == ["m3", "m5"]


def press(matrix: StanceMatrix, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(matrix, key, modifier)


def test_arrows_ends_and_control_move_over_cells_and_names(matrix: StanceMatrix, view: TimelineView) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    press(matrix, Qt.Key.Key_Down)
    assert matrix.current == (1, 0)
    assert view.selection() == ["m1"]
    press(matrix, Qt.Key.Key_End)
    assert matrix.current == (1, 1)
    press(matrix, Qt.Key.Key_End, modifier=ctrl)
    assert matrix.current == (3, 1)
    assert view.selection() == ["m6", "m7", "m8"]
    press(matrix, Qt.Key.Key_Home)
    assert matrix.current == (3, 0)
    press(matrix, Qt.Key.Key_Left)
    assert matrix.current == (3, -1), "the name"
    press(matrix, Qt.Key.Key_Home, modifier=ctrl)
    assert matrix.current == (1, 0), "the heading has no cells"
    chosen = view.selection()
    press(matrix, Qt.Key.Key_Down, modifier=ctrl)
    assert matrix.current == (2, 0)
    assert view.selection() == chosen, "with Ctrl the selection stays"


def test_space_asks_to_toggle_and_enter_selects(qtbot: QtBot, matrix: StanceMatrix) -> None:
    press(matrix, Qt.Key.Key_Down)
    with qtbot.waitSignal(matrix.cell_toggled) as toggled:
        press(matrix, Qt.Key.Key_Space)
    assert toggled.args == ["state:a", "levy"]
    with qtbot.waitSignal(matrix.cell_selected) as chosen:
        press(matrix, Qt.Key.Key_Return)
    assert chosen.args == ["state:a", "levy"]


def test_a_double_click_zooms_to_the_evidence(matrix: StanceMatrix, view: TimelineView) -> None:
    view.fit_all()
    before = view.visible_range()
    QTest.mouseDClick(matrix, Qt.MouseButton.LeftButton, pos=middle_of(matrix, 2, 0))
    begin, end = view.visible_range()
    assert (begin, end) != before
    assert begin < at(2024, 2, 11) < at(2024, 9, 9) < end


def drag(matrix: StanceMatrix, start: QPoint, stop: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(matrix, left, pos=start)
    for kind, point in ((QEvent.Type.MouseMove, (start + stop) / 2), (QEvent.Type.MouseMove, stop)):
        place = QPointF(point)
        QApplication.sendEvent(
            matrix, QMouseEvent(kind, place, place, left, left, Qt.KeyboardModifier.NoModifier)
        )  # fmt: skip
    QTest.mouseRelease(matrix, left, pos=stop)


def test_column_edges_are_dragged_within_limits_and_fit_on_a_double_click(matrix: StanceMatrix) -> None:
    assert matrix.cell_width == 64
    edge = QPoint(matrix.names_width + 2 * 64, 20)
    told: list[int] = []
    matrix.width_changed.connect(told.append)
    drag(matrix, edge, edge + QPoint(40, 0))
    assert matrix.cell_width == told[-1] == 84
    drag(matrix, QPoint(matrix.names_width + 84, 20), QPoint(matrix.names_width + 2, 20))
    assert matrix.cell_width == 26
    drag(matrix, QPoint(matrix.names_width + 26, 20), QPoint(matrix.names_width + 900, 20))
    assert matrix.cell_width == 320
    QTest.mouseDClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(matrix.names_width + 320, 20))
    assert 26 <= matrix.cell_width < 160


def test_wide_cells_turn_into_strips_that_follow_the_timeline(matrix: StanceMatrix, view: TimelineView) -> None:
    corpus = small_corpus()
    behind = evidence([(at(2024, 5, 20) // 86_400, -2)], [(at(2024, 2, 11) // 86_400, 1), (19_975, 2)], [(19_900, 0)])
    view.set_corpus(replace(corpus, cells=replace(corpus.cells, evidence=behind)))
    seen = {}
    for width in (95, 96):
        matrix.set_column_width(width)
        before = picture(matrix)
        view.pan(0.3)
        seen[width] = (matrix.has_strips, picture(matrix) != before)
    assert seen == {95: (False, False), 96: (True, True)}


def test_the_tooltip_counts_sides_sources_and_copies_and_quotes_the_newest(view: TimelineView) -> None:
    corpus = small_corpus()
    behind = evidence([], [(19_764, 1), (19_975, -2), (None, 2), (19_980, 2)], [], copies=(3,))
    behind = replace(behind, traits=np.array([1, 0, 8, 0], np.uint32), labels=["old", "newest words", "x", "copied"])
    copies = np.array([0, 1, 0], np.int32)
    view.set_corpus(replace(corpus, cells=replace(corpus.cells, evidence=behind, copies=copies)))
    lines = view.matrix.model.tip((2, 0)).splitlines()
    assert lines[0] == "Grand Duchy of Varn: Regional harbor levy"
    assert lines[2] == "3 statements: 2 in favor, 1 against"
    assert lines[3] == "2 first-hand, 1 second-hand, 1 suggested"
    assert lines[4] == "One copy of them is not counted"
    assert lines[5] == "11 February – 14 September 2024 · 1 undated"
    assert lines[6] == "“newest words”"
