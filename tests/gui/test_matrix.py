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
from tests.views import small_corpus


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
