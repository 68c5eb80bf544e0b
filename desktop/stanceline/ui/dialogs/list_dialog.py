"""What the dialogs with a list of the project's own things share: buttons, keys, undo, and a row that stays selected.

The dialog only asks; who opened it does what is asked, and the list shows what came of it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from stanceline.ui.actions import unambiguous_keys
from stanceline.ui.lists.tables import KEY_ROLE
from stanceline.ui.notice import NoticeBar
from stanceline.ui.widgets import label
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.session import Session
    from stanceline.ui.theme import Theme

_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class ListDialog(QDialog):
    """Stays open beside the window. `title` heads it, `explains` stands below; `name` is the prefix of object names."""

    add_asked = Signal()
    edit_asked = Signal(str)
    remove_asked = Signal(str)
    import_asked = Signal()
    export_asked = Signal()

    table: QTableView

    def __init__(
        self, parent: QWidget, theme: Theme, session: Session, *, name: str, title: str, explains: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(label(title, role="headline"))
        self.column.addWidget(label(explains, role="muted", wraps=True))
        self.notice = NoticeBar(theme)
        self.notice.setObjectName(f"{name}Notice")

    def line(self, name: str) -> QLabel:
        """A line of muted text that keeps its height while it is empty."""
        made = label("", role="muted", wraps=True)
        made.setObjectName(name)
        made.setMinimumHeight(made.fontMetrics().lineSpacing())
        return made

    def button(self, row: QHBoxLayout, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        """A button at the end of a row; Enter stays with the list."""
        made = QPushButton(text)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _checked=False: act())
        row.addWidget(made)
        return made

    def listen(self, *shortcuts: tuple[tuple[str, ...], Callable[[], object]]) -> None:
        """Follow the table and the session; `shortcuts` are keys of the dialog beside those of undo and redo."""
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.show_current())
        self.table.doubleClicked.connect(lambda _index: self.edit_current())
        undo = self._session.undo
        for signal in (undo.indexChanged, self._session.analysis_changed, self._session.named):
            signal.connect(self.refresh)
        for keys, act in (*shortcuts, (("=Undo",), undo.undo), (("=Redo", "Ctrl+Shift+Z"), undo.redo)):
            for sequence in unambiguous_keys(keys):
                QShortcut(sequence, self).activated.connect(act)

    def current_key(self) -> str | None:
        """The key of the selected row, None where nothing is listed."""
        key: str | None = self.table.currentIndex().data(KEY_ROLE)
        return key or None

    def select(self, number: int, column: int) -> None:
        """Select the row with a number, or the first where it is below zero."""
        if self.table.model().rowCount():
            index = self.table.model().index(max(number, 0), column)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
        self.show_current()

    def show_undo(self, button: QPushButton) -> None:
        """Tell on a button what would be undone."""
        button.setEnabled(self._session.undo.canUndo())
        button.setToolTip(say("Undo: %1").replace("%1", self._session.undo.undoText()))

    # ---- what each list does

    @abstractmethod
    def refresh(self) -> None:
        """List everything anew: the project or its analysis has changed."""

    @abstractmethod
    def show_current(self) -> None:
        """Show what belongs to the selected row."""

    @abstractmethod
    def edit_current(self) -> None:
        """Ask for the selected row to be edited."""

    @abstractmethod
    def remove_current(self) -> None:
        """Ask for the selected row to be removed."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Events come while the dialog is being built, when there is no table yet; keys do not.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.table:
            acts: dict[Qt.Key, Callable[[], object]] = dict.fromkeys(_EDIT, self.edit_current)
            acts |= {Qt.Key.Key_Delete: self.remove_current, Qt.Key.Key_Insert: self.add_asked.emit}
            act = acts.get(Qt.Key(event.key()))
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)
