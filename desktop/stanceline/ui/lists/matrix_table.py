"""The matrix as a plain table: a row an actor, a column a proposal or period; sorted, read and copied as any table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from stanceline.render.palette import STANCE_SIGNS
from stanceline.ui.plot.matrix_model import KEYS_ROLE, SORT_ROLE, Cell, MatrixModel
from stanceline.ui.words import say

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ACTOR = 0


class MatrixLines(QAbstractTableModel):
    """The rows of a `MatrixModel` without headings, with the actors as first column, in the order asked for."""

    def __init__(self, source: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._rows: list[int] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        source.modelReset.connect(self._on_reset)
        self._on_reset()

    def _on_reset(self) -> None:
        self.beginResetModel()
        source = self._source
        self._rows = [row for row in range(source.rowCount()) if not source.is_heading(row)]
        if self._sorted_by is not None:
            if self._sorted_by[0] >= self.columnCount():
                self._sorted_by = None
            else:
                self._order(*self._sorted_by)
        self.endResetModel()

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        source = self._source

        def key(row: int) -> tuple[bool, float, str]:
            name = source.row_title(row).casefold()
            if column == _ACTOR:
                return False, 0.0, name
            rank = float(source.data(source.index(row, column - 1), SORT_ROLE))
            is_gap = source.number_of((row, column - 1)) < 0
            # Whichever way is asked for, those without a statement come last.
            return is_gap != (order == Qt.SortOrder.DescendingOrder), rank, name

        self._rows.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one gives the order of the matrix."""
        self._sorted_by = (column, order) if 0 <= column < self.columnCount() else None
        self._on_reset()

    def cell_at(self, index: _Index) -> Cell | None:
        """Row and column in the matrix, None on an actor's name."""
        if not index.isValid() or index.column() == _ACTOR:
            return None
        return self._rows[index.row()], index.column() - 1

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._source.columnCount() + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell_at(index)
        if cell is not None:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._words(cell)
            return self._source.data(self._source.index(*cell), role)
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._source.row_title(self._rows[index.row()]) if index.isValid() and role in texts else None

    def _words(self, cell: Cell) -> str:
        """Sign and word of a cell, and how many statements are behind it."""
        number = self._source.number_of(cell)
        words = str(self._source.data(self._source.index(*cell)))
        if number < 0:
            return words
        cells = self._source.corpus.cells
        return f"{STANCE_SIGNS[int(cells.stance[number])]} {words} ({int(cells.count[number]):,})"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if section == _ACTOR:
            return say("Actor") if role == Qt.ItemDataRole.DisplayRole else None
        return self._source.headerData(section - 1, orientation, role)


class MatrixTable(QTableView):
    """Shows the matrix in words. `cell_chosen` and `cell_opened` carry the keys of actor and column."""

    cell_chosen = Signal(str, str)
    cell_opened = Signal(str, str)
    shown = Signal(bool)

    def __init__(self, source: MatrixModel) -> None:
        super().__init__()
        self.setObjectName("matrixTable")
        self.setAccessibleName(say("Stance matrix as a table"))
        self.lines = MatrixLines(source, self)
        self.setModel(self.lines)
        self.setSortingEnabled(True)
        # The order of the matrix until somebody clicks on a heading.
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setDefaultSectionSize(150)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setObjectName("matrixTableHeader")
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setColumnWidth(_ACTOR, 220)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    def _on_current_changed(self, index: QModelIndex) -> None:
        keys = index.data(KEYS_ROLE)
        if keys and self.hasFocus():
            self.cell_chosen.emit(*keys)

    def _on_activated(self, index: QModelIndex) -> None:
        keys = index.data(KEYS_ROLE)
        if keys:
            self.cell_opened.emit(*keys)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            # The window copies marks with the same keys; here they copy what is marked in the table.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        """The marked cells with the titles of their columns and rows, tab-separated; everything where none is."""
        marked = {(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()}
        rows = sorted({row for row, _ in marked}) or range(self.lines.rowCount())
        columns = sorted({column for _, column in marked} - {_ACTOR}) or range(1, self.lines.columnCount())
        is_whole = not any(column != _ACTOR for _, column in marked)
        titles = [str(self.lines.headerData(column, Qt.Orientation.Horizontal)) for column in (_ACTOR, *columns)]
        lines = ["\t".join(titles)]
        for row in rows:
            texts = [
                str(self.lines.index(row, column).data()) if is_whole or (row, column) in marked else ""
                for column in columns
            ]
            lines.append("\t".join((str(self.lines.index(row, _ACTOR).data()), *texts)))
        return "\n".join(lines)
