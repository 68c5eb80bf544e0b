"""The list of proposals: what people take sides on, in the order of the matrix's columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget

from stanceline.ui.actions import unambiguous_keys
from stanceline.ui.notice import NoticeBar
from stanceline.ui.proposal_table import TITLE, ProposalTable
from stanceline.ui.tables import KEY_ROLE
from stanceline.ui.widgets import label, list_table
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.model.proposal_list import ListedProposal
    from stanceline.ui.session import Session
    from stanceline.ui.theme import Theme

_WIDTHS = (276, 72, 68, 156, 236, 116)


class ProposalsDialog(QDialog):
    """Stays open beside the window, so that the matrix can be seen to change. Only asks for its acts."""

    add_asked = Signal()
    edit_asked = Signal(str)
    remove_asked = Signal(str)
    move_asked = Signal(str, int)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme, session: Session) -> None:
        super().__init__(parent)
        self.setObjectName("proposalsDialog")
        self.setWindowTitle(say("Proposals"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(720, 400)
        self.resize(980, 520)
        self._session = session
        self._kept = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(say("Proposals"), role="headline"))
        explains = say(
            "What people take sides on: each is a column of the matrix where the articles name it. A title and a name "
            "or two are enough; nothing is read again. All changes are kept in the project and can be undone."
        )
        column.addWidget(label(explains, role="muted", wraps=True))
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("proposalNotice")
        column.addWidget(self.notice)
        self.model = ProposalTable(theme, self)
        self.table = self._make_table()
        column.addWidget(self.table, 1)
        self.told = label("", role="muted", wraps=True)
        self.told.setObjectName("proposalTold")
        self.told.setMinimumHeight(self.told.fontMetrics().lineSpacing())
        column.addWidget(self.told)
        column.addLayout(self._make_buttons())
        self._connect()
        self.refresh()
        self.table.selectRow(0)
        self.table.setFocus()

    def _make_table(self) -> QTableView:
        view = list_table("proposalTable", say("Proposals"), QAbstractItemView.SelectionMode.SingleSelection)
        view.setProperty("framed", True)
        view.setModel(self.model)
        for place, width in enumerate(_WIDTHS):
            view.setColumnWidth(place, width)
        view.installEventFilter(self)
        return view

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add = self._button(row, "proposalsAdd", say("&New…"), self.add_asked.emit)
        self.edit = self._button(row, "proposalsEdit", say("&Edit…"), self._edit)
        self.remove = self._button(row, "proposalsRemove", say("&Remove"), self._remove)
        self.up = self._button(row, "proposalsUp", say("Move u&p"), lambda: self._move(-1))
        self.down = self._button(row, "proposalsDown", say("Move &down"), lambda: self._move(1))
        self.undo = self._button(row, "proposalsUndo", say("&Undo"), self._session.undo.undo)
        row.addSpacing(8)
        self._button(row, "proposalsImport", say("&Import…"), self.import_asked.emit)
        self.export = self._button(row, "proposalsExport", say("E&xport…"), self.export_asked.emit)
        row.addStretch(1)
        self._button(row, "proposalsClose", say("&Close"), self.reject)
        self.add.setToolTip(say("Write a proposal of your own (Insert)"))
        self.remove.setToolTip(say("Take the proposal out (Delete)"))
        self.up.setToolTip(say("One column to the left in the matrix (Alt+Up)"))
        self.down.setToolTip(say("One column to the right in the matrix (Alt+Down)"))
        self.export.setToolTip(say("Save all proposals as a file that can be imported, or given to --proposal"))
        return row

    def _button(self, row: QHBoxLayout, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        row.addWidget(button)
        return button

    def _connect(self) -> None:
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(lambda: self.show_proposal(self._kept))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_current())
        self.table.doubleClicked.connect(lambda _index: self._edit())
        self._session.undo.indexChanged.connect(self.refresh)
        self._session.analysis_changed.connect(self.refresh)
        self._session.named.connect(self.refresh)
        undo = self._session.undo
        for keys, act in ((("=Undo",), undo.undo), (("=Redo", "Ctrl+Shift+Z"), undo.redo)):
            for sequence in unambiguous_keys(keys):
                QShortcut(sequence, self).activated.connect(act)

    # ---- what is shown

    def refresh(self) -> None:
        """List the proposals anew: the project or its analysis has changed."""
        from stanceline.model.proposal_list import listed_proposals

        self.model.show_proposals(listed_proposals(self._session.project))
        self._show_current()

    def _remember(self) -> None:
        row = self.current()
        self._kept = row.proposal.id if row is not None else self._kept

    def show_proposal(self, ident: str) -> None:
        """Select a proposal, or the first where it is not listed."""
        self._kept = ident
        number = max(self.model.row_of(ident), 0)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(number, TITLE))
            self.table.scrollTo(self.model.index(number, TITLE))
        self._show_current()

    def current(self) -> ListedProposal | None:
        """The selected proposal, None where nothing is listed."""
        key = self.table.currentIndex().data(KEY_ROLE)
        return self.model.row_at(self.model.row_of(key)) if key else None

    def _show_current(self) -> None:
        row, last = self.current(), self.model.rowCount() - 1
        number = self.model.row_of(row.proposal.id) if row is not None else -1
        for button in (self.edit, self.remove):
            button.setEnabled(row is not None)
        self.up.setEnabled(number > 0)
        self.down.setEnabled(0 <= number < last)
        self.export.setEnabled(last >= 0)
        self.undo.setEnabled(self._session.undo.canUndo())
        self.undo.setToolTip(say("Undo: %1").replace("%1", self._session.undo.undoText()))
        if row is None:
            text = say("No proposal yet. Press New, or import a file.")
        else:
            text = row.proposal.description or say("Known as: %1").replace("%1", ", ".join(row.proposal.aliases))
        self.told.setText(text)

    # ---- keys and acts

    def _edit(self) -> None:
        row = self.current()
        if row is not None:
            self.edit_asked.emit(row.proposal.id)

    def _remove(self) -> None:
        row = self.current()
        if row is not None:
            self.remove_asked.emit(row.proposal.id)

    def _move(self, by: int) -> None:
        row = self.current()
        if row is not None:
            self.move_asked.emit(row.proposal.id, by)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if key == Qt.Key.Key_Up else 1)
                return True
            acts = {
                Qt.Key.Key_Return: self._edit, Qt.Key.Key_Enter: self._edit, Qt.Key.Key_F2: self._edit,
                Qt.Key.Key_Delete: self._remove, Qt.Key.Key_Insert: self.add_asked.emit,
            }  # fmt: skip
            if key in acts:
                acts[key]()
                return True
        return super().eventFilter(watched, event)
