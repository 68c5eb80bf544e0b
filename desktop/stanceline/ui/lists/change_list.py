"""The list of a comparison: who stands elsewhere in B than in A, with what stands behind both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from stanceline.model.changes import Change, Half, Move
from stanceline.model.marks import NO_STANCE
from stanceline.render.palette import STANCE_WORDS
from stanceline.ui.lists.lines import TEXT_ROLES, Lines
from stanceline.ui.widgets import list_table
from stanceline.ui.words import counted, say

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_WIDTHS = (220, 260, 190, 190, 190, 110, 110)


def move_word(move: Move) -> str:
    """What kind of change it is."""
    return say({
        "favor": "towards support", "against": "towards opposition", "mixed": "mixed on one side",
        "only_a": "only in A", "only_b": "only in B",
    }[move])  # fmt: skip


def half_text(half: Half) -> str:
    """A side of a cell: its sign and its word."""
    if half.stance == NO_STANCE:
        return say("No statement found")
    return f"{half.sign}  {say(STANCE_WORDS[half.stance])}"


class ChangeTable(Lines):
    """Changes, one a row."""

    headings = ("Actor", "Proposal", "A", "B", "Change", "Behind A", "Behind B")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: Sequence[Change] = ()

    def show_changes(self, changes: Sequence[Change]) -> None:
        """List other changes."""
        self.beginResetModel()
        self._changes = changes
        self.endResetModel()

    def change_at(self, row: int) -> Change | None:
        """The change in a row, None outside the table."""
        return self._changes[row] if 0 <= row < len(self._changes) else None

    def rows(self) -> list[tuple[str, ...]]:
        """All cells as texts."""
        return [self._texts(change) for change in self._changes]

    def _texts(self, change: Change) -> tuple[str, ...]:
        behind = (counted(len(half.keys), "1 statement", "%1 statements") for half in (change.a, change.b))
        return (
            change.actor, change.column, half_text(change.a), half_text(change.b), move_word(change.move), *behind,
        )  # fmt: skip

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._changes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return (
            self._texts(self._changes[index.row()])[index.column()] if index.isValid() and role in TEXT_ROLES else None
        )


class ChangeList(QWidget):
    """The page with its table; choosing a row selects what stands behind both sides."""

    chosen = Signal(object)
    """A `Change`."""
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChangeTable(self)
        self.view = list_table(
            "changeList", say("Changes from A to B"), QAbstractItemView.SelectionMode.SingleSelection
        )
        self.view.setModel(self.model)
        for column, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.clicked.connect(self._on_row)
        self.setFocusProxy(self.view)
        self._export = QPushButton(say("Export changes…"))
        self._export.setObjectName("changesExport")
        self._export.clicked.connect(self.export_asked)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._export)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.view, 1)
        page.addLayout(row)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """List other changes."""
        self.model.show_changes(changes)
        self._export.setEnabled(bool(changes))

    def _on_row(self, index: QModelIndex, _before: object = None) -> None:
        change = self.model.change_at(index.row())
        if change is not None:
            self.chosen.emit(change)
