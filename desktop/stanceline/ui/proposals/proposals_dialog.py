"""The list of proposals: what people take sides on, in the order of the matrix's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QWidget

from stanceline.ui.dialogs.list_dialog import ListDialog
from stanceline.ui.proposals.proposal_table import TITLE, ProposalTable
from stanceline.ui.widgets import list_table
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.model.proposal_list import ListedProposal
    from stanceline.ui.session import Session
    from stanceline.ui.theme import Theme

_WIDTHS = (276, 72, 68, 156, 236, 116)


class ProposalsDialog(ListDialog):
    """Stays open beside the window, so that the matrix can be seen to change. Only asks for its acts."""

    move_asked = Signal(str, int)

    def __init__(self, parent: QWidget, theme: Theme, session: Session) -> None:
        explains = say(
            "What people take sides on: each is a column of the matrix where the articles name it. A title and a name "
            "or two are enough; nothing is read again. All changes are kept in the project and can be undone."
        )
        super().__init__(parent, theme, session, name="proposal", title=say("Proposals"), explains=explains)
        self.setObjectName("proposalsDialog")
        self.setMinimumSize(720, 400)
        self.resize(980, 520)
        self._kept = ""
        self.column.addWidget(self.notice)
        self.model = ProposalTable(theme, self)
        self.table = self._make_table()
        self.column.addWidget(self.table, 1)
        self.told = self.line("proposalTold")
        self.column.addWidget(self.told)
        self.column.addLayout(self._make_buttons())
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(lambda: self.show_proposal(self._kept))
        self.listen()
        self.refresh()
        self.table.selectRow(0)
        self.table.setFocus()

    def _make_table(self) -> QTableView:
        view = list_table("proposalTable", say("Proposals"), QAbstractItemView.SelectionMode.SingleSelection)
        view.setProperty("framed", True)
        view.setModel(self.model)
        for place, width in enumerate(_WIDTHS):
            view.setColumnWidth(place, width)
        return view

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add = self.button(row, "proposalsAdd", say("&New…"), self.add_asked.emit)
        self.edit = self.button(row, "proposalsEdit", say("&Edit…"), self.edit_current)
        self.remove = self.button(row, "proposalsRemove", say("&Remove"), self.remove_current)
        self.up = self.button(row, "proposalsUp", say("Move u&p"), lambda: self._move(-1))
        self.down = self.button(row, "proposalsDown", say("Move &down"), lambda: self._move(1))
        self.undo = self.button(row, "proposalsUndo", say("&Undo"), self._session.undo.undo)
        row.addSpacing(8)
        self.button(row, "proposalsImport", say("&Import…"), self.import_asked.emit)
        self.export = self.button(row, "proposalsExport", say("E&xport…"), self.export_asked.emit)
        row.addStretch(1)
        self.button(row, "proposalsClose", say("&Close"), self.reject)
        self.add.setToolTip(say("Write a proposal of your own (Insert)"))
        self.remove.setToolTip(say("Take the proposal out (Delete)"))
        self.up.setToolTip(say("One column to the left in the matrix (Alt+Up)"))
        self.down.setToolTip(say("One column to the right in the matrix (Alt+Down)"))
        self.export.setToolTip(say("Save all proposals as a file that can be imported, or given to --proposal"))
        return row

    # ---- what is shown

    def refresh(self) -> None:
        """List the proposals anew: the project or its analysis has changed."""
        from stanceline.model.proposal_list import listed_proposals

        self.model.show_proposals(listed_proposals(self._session.project))
        self.show_current()

    def _remember(self) -> None:
        row = self.current()
        self._kept = row.proposal.id if row is not None else self._kept

    def show_proposal(self, ident: str) -> None:
        """Select a proposal, or the first where it is not listed."""
        self._kept = ident
        self.select(self.model.row_of(ident), TITLE)

    def current(self) -> ListedProposal | None:
        """The selected proposal, None where nothing is listed."""
        key = self.current_key()
        return self.model.row_at(self.model.row_of(key)) if key else None

    def show_current(self) -> None:
        row, last = self.current(), self.model.rowCount() - 1
        number = self.model.row_of(row.proposal.id) if row is not None else -1
        for button in (self.edit, self.remove):
            button.setEnabled(row is not None)
        self.up.setEnabled(number > 0)
        self.down.setEnabled(0 <= number < last)
        self.export.setEnabled(last >= 0)
        self.show_undo(self.undo)
        if row is None:
            text = say("No proposal yet. Press New, or import a file.")
        else:
            text = row.proposal.description or say("Known as: %1").replace("%1", ", ".join(row.proposal.aliases))
        self.told.setText(text)

    # ---- keys and acts

    def edit_current(self) -> None:
        row = self.current()
        if row is not None:
            self.edit_asked.emit(row.proposal.id)

    def remove_current(self) -> None:
        row = self.current()
        if row is not None:
            self.remove_asked.emit(row.proposal.id)

    def _move(self, by: int) -> None:
        row = self.current()
        if row is not None:
            self.move_asked.emit(row.proposal.id, by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if key == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)
