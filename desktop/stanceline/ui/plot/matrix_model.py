"""The stance matrix as a table: what the painted matrix, the plain table and a screen reader all read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from stanceline.model.marks import MIXED, Corpus, empty_cells, empty_marks
from stanceline.render.cells import CellIndex, index_cells
from stanceline.ui.plot.cell_words import compared_cell, describe_cell, is_inapplicable, stance_words, tip_of_cell
from stanceline.ui.words import say

Cell = tuple[int, int]
"""Row and column."""
KEYS_ROLE = Qt.ItemDataRole.UserRole
"""Keys of row and column."""
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""A number that orders cells: opposition first, then mixed, neutral, support; those without a statement last."""
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_NOTHING = 99.0


class MatrixModel(QAbstractTableModel):
    """Rows are those of the corpus, group headings among them; columns are its columns. Never changes cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corpus = Corpus([], [], empty_marks(), empty_cells())
        self._known = index_cells(self._corpus.cells)
        self._others: CellIndex | None = None

    def set_corpus(self, corpus: Corpus) -> None:
        """Show another corpus."""
        self.beginResetModel()
        self._corpus = corpus
        self._known = index_cells(corpus.cells)
        self._others = None if corpus.other_cells is None else index_cells(corpus.other_cells)
        self.endResetModel()

    @property
    def corpus(self) -> Corpus:
        """What is shown."""
        return self._corpus

    @property
    def known(self) -> CellIndex:
        """Where the cells are found."""
        return self._known

    # ---- by row and column -----------------------------------------------------------------------------

    def number_of(self, cell: Cell) -> int:
        """Number of a cell in `Corpus.cells`, -1 where no statement was found."""
        number = self._known.get(cell)
        return -1 if number is None else number

    def other_of(self, cell: Cell) -> int:
        """Number of a cell in `Corpus.other_cells`, -1 where no statement was found or nothing is compared."""
        number = None if self._others is None else self._others.get(cell)
        return -1 if number is None else number

    def describe(self, cell: Cell) -> str:
        """A cell as a sentence, for screen readers; a heading is its name."""
        row, column = cell
        if self.is_heading(row):
            return self._corpus.rows[row].name
        if self._corpus.other_cells is not None:
            return compared_cell(self._corpus, row, column, (self.number_of(cell), self.other_of(cell)))
        return describe_cell(self._corpus, row, column, self.number_of(cell))

    def tip(self, cell: Cell) -> str:
        """All that is known of a cell, in lines."""
        if self._corpus.other_cells is not None:
            return compared_cell(self._corpus, *cell, (self.number_of(cell), self.other_of(cell)), between="\n")
        return tip_of_cell(self._corpus, *cell, self.number_of(cell))

    def is_heading(self, row: int) -> bool:
        """Whether a row is the heading of a group and has no cells."""
        return self._corpus.rows[row].is_group_heading

    def row_title(self, row: int) -> str:
        """Name of a row."""
        return self._corpus.rows[row].name

    def column_title(self, column: int) -> str:
        """Title of a column."""
        return self._corpus.columns[column][1]

    def keys_of(self, cell: Cell) -> tuple[str, str]:
        """Keys of the row and the column of a cell."""
        return self._corpus.rows[cell[0]].key, self._corpus.columns[cell[1]][0]

    def stances_of(self, cell: Cell) -> tuple[str, ...]:
        """Keys of the stance marks behind a cell, of both sides where two are compared."""
        number, other = self.number_of(cell), self.other_of(cell)
        keys = () if number < 0 else self._corpus.cells.stances[number]
        if other < 0 or self._corpus.other_cells is None:
            return keys
        return tuple(dict.fromkeys((*keys, *self._corpus.other_cells.stances[other])))

    def find(self, row_key: str, column_key: str) -> Cell | None:
        """The cell of two keys."""
        row = next((n for n, row in enumerate(self._corpus.rows) if row.key == row_key), None)
        column = next((n for n, column in enumerate(self._corpus.columns) if column[0] == column_key), None)
        return None if row is None or column is None else (row, column)

    # ---- as an item model ------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._corpus.rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._corpus.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = index.row(), index.column()
        if self.is_heading(cell[0]):
            return self.describe(cell) if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            number = self.number_of(cell)
            if number < 0 and is_inapplicable(self._corpus, *cell):
                return say("Does not apply")
            return stance_words(self._corpus.cells, number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.describe(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(cell)
        if role == KEYS_ROLE:
            return self.keys_of(cell)
        return self._rank(cell) if role == SORT_ROLE else None

    def _rank(self, cell: Cell) -> float:
        number = self.number_of(cell)
        if number < 0:
            return _NOTHING
        stance = int(self._corpus.cells.stance[number])
        # Mixed stands beside neutral: neither side has it.
        return -0.5 if stance == MIXED else float(stance)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        texts = (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        )  # fmt: skip
        if role in texts:
            is_column = orientation == Qt.Orientation.Horizontal
            return self.column_title(section) if is_column else self.row_title(section)
        return None
