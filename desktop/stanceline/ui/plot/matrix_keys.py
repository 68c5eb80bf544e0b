"""The keyboard of the stance matrix: arrows, ends and pages move; Space toggles, Enter selects; names fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from stanceline.ui.accessible import tell_focus

if TYPE_CHECKING:
    from stanceline.ui.plot.matrix_model import Cell
    from stanceline.ui.plot.matrix_view import StanceMatrix

NAME = -1
"""The column of names."""
_ARROWS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip
_CTRL = Qt.KeyboardModifier.ControlModifier


class MatrixKeys:
    """Moves the current cell of one matrix. With Ctrl arrows move without selecting."""

    def __init__(self, matrix: StanceMatrix) -> None:
        self._matrix = matrix

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        matrix = self._matrix
        if not matrix.model.rowCount() or modifiers & ~_CTRL:
            return False
        has_ctrl = bool(modifiers & _CTRL)
        if key in _ARROWS:
            return self._arrow(*_ARROWS[key], selects=not has_ctrl)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._end(last=key == Qt.Key.Key_End, of_all=has_ctrl)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not has_ctrl:
            rows = max(1, int(matrix.state.height // matrix.state.row_height) - 1)
            return self._move(rows if key == Qt.Key.Key_PageDown else -rows, 0, selects=True)
        if matrix.current is None:
            return False
        if key == Qt.Key.Key_Space:
            matrix.toggle(matrix.current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not has_ctrl:
            matrix.choose(matrix.current)
        else:
            return False
        return True

    def _arrow(self, down: int, right: int, *, selects: bool) -> bool:
        matrix = self._matrix
        if right and matrix.current is not None and matrix.current[1] == NAME:
            row = matrix.state.corpus.rows[matrix.current[0]]
            if row.members and row.is_folded == (right > 0):
                matrix.fold_requested.emit(row.key, right < 0)
                return True
        return self._move(down, right, selects=selects)

    def _end(self, *, last: bool, of_all: bool) -> bool:
        matrix = self._matrix
        row = matrix.current[0] if matrix.current is not None else 0
        if of_all:
            row = matrix.model.rowCount() - 1 if last else 0
        column = matrix.model.columnCount() - 1 if last else min(0, matrix.model.columnCount() - 1)
        return self._go(row, column, -1 if last and of_all else 1, selects=True)

    def _move(self, down: int, right: int, *, selects: bool) -> bool:
        matrix = self._matrix
        if matrix.current is None:
            return self._go(0, 0 if matrix.model.columnCount() else NAME, 1, selects=selects)
        row, column = matrix.current
        row = min(max(row + down, 0), matrix.model.rowCount() - 1)
        column = min(max(column + right, NAME), matrix.model.columnCount() - 1)
        return self._go(row, column, -1 if down < 0 else 1, selects=selects)

    def _go(self, row: int, column: int, step: int, *, selects: bool) -> bool:
        """Go to a cell; from a heading on to the next row in the direction of `step`, or stay."""
        matrix, rows = self._matrix, self._matrix.state.corpus.rows
        while 0 <= row < len(rows) and rows[row].is_group_heading and (column != NAME or not rows[row].members):
            row += step
        if not 0 <= row < len(rows):
            return True
        cell: Cell = (row, column)
        if cell != matrix.current:
            matrix.set_current(cell)
            matrix.reveal(cell)
            tell_focus(matrix, (row + 1) * (matrix.model.columnCount() + 1) + column + 1)
            if selects:
                matrix.choose(cell)
        return True
