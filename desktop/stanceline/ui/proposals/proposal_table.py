"""The item model of the list of proposals: in the order of the matrix's columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from stanceline.model.proposal_list import ListedProposal
from stanceline.ui.lists.lines import Lines
from stanceline.ui.lists.tables import KEY_ROLE
from stanceline.ui.theme import Theme
from stanceline.ui.words import say

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
TITLE = 0


def origin_text(row: ListedProposal) -> str:
    """Whose a proposal is, in words."""
    return say({"own": "You", "changed": "Changed by you", "given": "Came with it"}[row.origin])


def _count(number: int) -> str:
    return f"{number:,}" if number else ""


_WORDS: tuple[tuple[str, Callable[[ListedProposal], str]], ...] = (
    ("Proposal", lambda row: row.proposal.title),
    ("Stances", lambda row: _count(row.stances)),
    ("Actors", lambda row: _count(row.actors)),
    ("In the matrix", lambda row: say("Yes") if row.is_named else say("No article names it")),
    ("Names", lambda row: ", ".join(row.proposal.aliases)),
    ("Added by", origin_text),
)


class ProposalTable(Lines):
    """The proposals, known by their ids (`KEY_ROLE`)."""

    headings = tuple(heading for heading, _ in _WORDS)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[ListedProposal] = ()

    def show_proposals(self, rows: Sequence[ListedProposal]) -> None:
        """List other proposals."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
            return _WORDS[column][1](row) or None
        if role == roles.DecorationRole and column == TITLE and row.origin != "given":
            return self._theme.icon("edit")
        if role == roles.FontRole and column == TITLE and row.origin != "given":
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == roles.ForegroundRole and not row.is_named:
            return self._theme.color("text_muted")
        return row.proposal.id if role == KEY_ROLE else None

    def row_at(self, number: int) -> ListedProposal | None:
        """The proposal in a row, None outside the table."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, ident: str) -> int:
        """The row of a proposal, -1 where it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.proposal.id == ident), -1)
