"""The stance matrix for screen readers: a table whose cells say who stands where, with their row and column.

PySide has no class for Qt's interface of whole tables. Cells carry their own interface (row, column, headers), which
is what screen readers read out; the number of rows and columns stands in the table's description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTableCellInterface
from PySide6.QtWidgets import QAccessibleWidget

from stanceline.ui.accessible_item import PartInterface, Parts, pointer
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from stanceline.model.marks import Corpus
    from stanceline.ui.plot.matrix_view import StanceMatrix

HEAD = -1
"""Row of the column titles, and column of the names."""


class MatrixInterface(QAccessibleWidget):
    """Children go row by row, the row of titles first; each row begins with its name."""

    def __init__(self, matrix: StanceMatrix) -> None:
        super().__init__(matrix, QAccessible.Role.Table)
        self.matrix = matrix
        self._parts = Parts()
        self._of: Corpus | None = None

    def forget(self) -> None:
        """Take back every cell: the matrix is gone."""
        self._parts.clear()

    @property
    def corpus(self) -> Corpus:
        """What the matrix shows."""
        corpus = self.matrix.state.corpus
        if self._of is not corpus:
            self._of = corpus
            self._parts.retire()
        return corpus

    @property
    def width(self) -> int:
        """Cells of a row, its name included."""
        return len(self.corpus.columns) + 1

    def cell(self, row: int, column: int) -> CellInterface:
        """The cell, title (row `HEAD`) or name (column `HEAD`) at a place."""
        number = (row + 1) * self.width + column + 1
        found = self._parts.get(number, lambda: CellInterface(self, self.matrix, row, column))
        assert isinstance(found, CellInterface)
        return found

    def number_of(self, row: int, column: int) -> int:
        """Place of a cell among the children."""
        return (row + 1) * self.width + column + 1

    def childCount(self) -> int:
        return (len(self.corpus.rows) + 1) * self.width if self.corpus.rows else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        if not 0 <= index < self.childCount():
            return None
        row, column = divmod(index, self.width)
        return self.cell(row - 1, column - 1)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.number_of(child.row, child.column) if isinstance(child, CellInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        at = QPointF(self.matrix.mapFromGlobal(QPoint(x, y)))
        if not self.matrix.rect().contains(at.toPoint()):
            return None
        place = self.matrix.place_at(at)
        return None if place is None else self.cell(*place)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        current = self.matrix.current
        return self.cell(*current) if self.matrix.hasFocus() and current is not None else None

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.matrix.accessibleName()
        if kind == QAccessible.Text.Description:
            rows = sum(not row.is_group_heading for row in self.corpus.rows)
            return ", ".join((counted(rows, "one row", "%1 rows"), counted(self.width - 1, "one column", "%1 columns")))
        return super().text(kind)


class CellInterface(PartInterface):
    """A stance cell, the title of a column or the name of a row."""

    def __init__(self, whole: MatrixInterface, matrix: StanceMatrix, row: int, column: int) -> None:
        super().__init__(whole, matrix)
        self._table, self._matrix, self._corpus = whole, matrix, matrix.state.corpus
        self.row, self.column = row, column
        self._place = _Place(self)
        if row != HEAD and column != HEAD:
            self.give_action(say("Open"), self._open)

    def _open(self) -> None:
        if self.isValid():
            self._matrix.go_to_cell((self.row, self.column))

    @property
    def table(self) -> MatrixInterface:
        """The whole table."""
        return self._table

    def isValid(self) -> bool:
        return self.owner_is_there() and self._matrix.state.corpus is self._corpus

    def role(self) -> QAccessible.Role:
        if self.row == HEAD:
            return QAccessible.Role.ColumnHeader
        return QAccessible.Role.RowHeader if self.column == HEAD else QAccessible.Role.Cell

    def rect(self) -> QRect:
        return self.on_screen(self._matrix.place_rect(self.row, self.column) if self.isValid() else None)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        is_place = self.row != HEAD
        state.focusable = state.selectable = is_place
        is_current = is_place and self._matrix.current == (self.row, self.column)
        if is_place and self.column == HEAD and self._corpus.rows[self.row].members:
            is_folded = self._corpus.rows[self.row].is_folded
            state.expandable, state.expanded, state.collapsed = True, not is_folded, is_folded
        state.selected = is_current
        state.focused = is_current and self._matrix.hasFocus()
        state.offscreen = self._matrix.place_rect(self.row, self.column) is None
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid() or kind != QAccessible.Text.Name:
            return ""
        if self.row == HEAD:
            return say("Actor") if self.column == HEAD else self._corpus.columns[self.column][1]
        name = self._corpus.rows[self.row].name
        if self.column == HEAD:
            return name
        if self._corpus.rows[self.row].is_group_heading:
            return ""
        says = self._matrix.describe((self.row, self.column)).replace("\n", ", ")
        at = say("row %1, column %2").replace("%1", str(self.row + 1)).replace("%2", str(self.column + 1))
        return f"{says}, {at}"

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.TableCellInterface:
            return pointer(self._place)
        return super().interface_cast(kind)


class _Place(QAccessibleTableCellInterface):
    """Row, column and headers of a cell; the row of titles and the column of names count as 0."""

    def __init__(self, cell: CellInterface) -> None:
        super().__init__()
        self._cell = cell

    def rowIndex(self) -> int:
        return self._cell.row + 1

    def columnIndex(self) -> int:
        return self._cell.column + 1

    def rowExtent(self) -> int:
        return 1

    def columnExtent(self) -> int:
        return 1

    def isSelected(self) -> bool:
        return bool(self._cell.state().selected)

    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        return [self._cell.table.cell(self._cell.row, HEAD)] if self._cell.column != HEAD else []

    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        return [self._cell.table.cell(HEAD, self._cell.column)] if self._cell.row != HEAD else []

    def table(self) -> QAccessibleInterface:
        return self._cell.table
