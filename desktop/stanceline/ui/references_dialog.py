"""The list of reference events: one's own on top, the shipped ones to look at and to copy, and what leans on each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.actions import unambiguous_keys
from stanceline.ui.notice import NoticeBar
from stanceline.ui.reference_table import ARTICLES, FIRST, FROM, NAME, ReferenceTable, Which
from stanceline.ui.tables import KEY_ROLE
from stanceline.ui.widgets import label, list_table
from stanceline.ui.words import article_name, counted, say

if TYPE_CHECKING:
    from stanceline.model.reference_list import ListedEvent
    from stanceline.ui.session import Session
    from stanceline.ui.theme import Theme

_WIDTHS = (284, 148, 148, 170, 80, 200, 140, 112, 116)
_KINDS: tuple[tuple[str, Which], ...] = (
    ("All events", "all"), ("Added by you", "own"), ("Used by articles", "used"), ("Shipped", "shipped"),
)  # fmt: skip

_REMOVABLE = ("own", "personal")


class ReferencesDialog(QDialog):
    """Stays open beside the window, so that days can be seen to move. Asks for its acts; `commands` does them."""

    add_asked = Signal()
    edit_asked = Signal(str)
    remove_asked = Signal(str)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme, session: Session) -> None:
        super().__init__(parent)
        self.setObjectName("referencesDialog")
        self.setWindowTitle(say("Reference events"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(720, 420)
        self.resize(1080, 640)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(say("Reference events"), role="headline"))
        explains = say(
            "Events whose days are known. An article without a date gets its day from those it names. Your own are "
            "kept in the project and can be undone."
        )
        column.addWidget(label(explains, role="muted", wraps=True))
        column.addLayout(self._make_search())
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("referenceNotice")
        column.addWidget(self.notice)
        self.model = ReferenceTable(theme, self)
        self.table = self._make_table()
        column.addWidget(self.table, 1)
        self.used = label("", role="muted", wraps=True)
        self.used.setObjectName("referenceUsed")
        self.used.setMinimumHeight(self.used.fontMetrics().lineSpacing())
        column.addWidget(self.used)
        column.addLayout(self._make_buttons())
        self._connect()
        self.refresh()
        self.table.selectRow(0)
        self.search.setFocus()

    # ---- building

    def _make_search(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search = QLineEdit()
        self.search.setObjectName("referenceSearch")
        self.search.setPlaceholderText(say("Search names, places, series"))
        self.search.setAccessibleName(say("Search reference events"))
        self.search.installEventFilter(self)
        self.which = QComboBox()
        self.which.setObjectName("referenceWhich")
        self.which.setAccessibleName(say("Which events"))
        for text, kind in _KINDS:
            self.which.addItem(say(text), kind)
        self.counts = label("", role="muted")
        self.counts.setObjectName("referenceCounts")
        row.addWidget(self.search, 1)
        row.addWidget(self.which)
        row.addWidget(self.counts)
        return row

    def _make_table(self) -> QTableView:
        single = QAbstractItemView.SelectionMode.SingleSelection
        view = list_table("referenceTable", say("Reference events"), single)
        view.setModel(self.model)
        header = view.horizontalHeader()
        header.setObjectName("referenceHeader")
        for place, width in enumerate(_WIDTHS):
            view.setColumnWidth(place, width)
        # Whose a row is and what leans on it are looked for first; the rest can be scrolled to.
        header.moveSection(header.visualIndex(FROM), 4)
        header.moveSection(header.visualIndex(ARTICLES), 1)
        view.setColumnWidth(FROM, 150)
        view.setSortingEnabled(True)
        view.sortByColumn(FIRST, Qt.SortOrder.DescendingOrder)
        view.installEventFilter(self)
        return view

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add = self._button(row, "referenceAdd", say("&Add…"), self.add_asked.emit)
        self.edit = self._button(row, "referenceEdit", say("&Edit…"), self._edit)
        self.remove = self._button(row, "referenceRemove", say("&Remove"), self._remove)
        self.undo = self._button(row, "referenceUndo", say("&Undo"), self._session.undo.undo)
        row.addSpacing(8)
        self._button(row, "referenceImport", say("&Import…"), self.import_asked.emit)
        self.export = self._button(row, "referenceExport", say("E&xport yours…"), self.export_asked.emit)
        row.addStretch(1)
        self._button(row, "referenceClose", say("&Close"), self.reject)
        self.add.setToolTip(say("Add an event of your own (Insert)"))
        self.remove.setToolTip(say("Take the event out (Delete)"))
        self.export.setToolTip(say("Save your own events as a TSV table"))
        return row

    def _button(self, row: QHBoxLayout, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        # Enter belongs to the search and to the list.
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        row.addWidget(button)
        return button

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._look())
        self.which.currentIndexChanged.connect(lambda _place: self._look())
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._recall)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_current())
        self.table.doubleClicked.connect(lambda _index: self._edit())
        self._session.undo.indexChanged.connect(self.refresh)
        self._session.analysis_changed.connect(self.refresh)
        self._session.named.connect(self.refresh)
        undo = self._session.undo
        for keys, act in ((("=Find",), self._find), (("=Undo",), undo.undo), (("=Redo", "Ctrl+Shift+Z"), undo.redo)):
            for sequence in unambiguous_keys(keys):
                QShortcut(sequence, self).activated.connect(act)

    # ---- what is shown

    def refresh(self) -> None:
        """List the events anew: the project or its analysis has changed."""
        from stanceline import StancelineError
        from stanceline.model.reference_list import listed, read_personal

        try:
            personal = read_personal()
        except StancelineError as error:
            personal = ()
            self.notice.tell(str(error), is_warning=True)
        titles = {key: article_name(row) for key, row in self._session.index.articles.items()}
        self._rows = listed(self._session.project, personal)
        self.model.show_events(self._rows, titles)
        own = sum(row.origin == "own" for row in self._rows)
        used = sum(bool(row.articles) for row in self._rows)
        self._sums = (own, used)
        self._show_counts()
        self.export.setEnabled(own > 0)
        self._show_current()

    def _show_counts(self) -> None:
        own, used = self._sums
        shown, total = self.model.rowCount(), len(self._rows)
        head = (
            f"{total:,}" if shown == total else say("%1 of %2").replace("%1", f"{shown:,}").replace("%2", f"{total:,}")
        )
        yours = counted(own, "1 yours", "%1 yours") if own else say("none of yours yet")
        self.counts.setText(f"{head} · {yours} · " + say("%1 used").replace("%1", f"{used:,}"))

    def _look(self) -> None:
        self.model.search(self.search.text(), self.which.currentData())
        self._show_counts()

    def _remember(self) -> None:
        row = self.current()
        self._kept = row.event.id if row is not None else ""

    def _recall(self) -> None:
        self.show_event(self._kept)

    def show_event(self, ident: str) -> None:
        """Select an event, or the first where it is not shown."""
        number = max(self.model.row_of(ident), 0)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(number, NAME))
            self.table.scrollTo(self.model.index(number, NAME))
        self._show_current()

    def current(self) -> ListedEvent | None:
        """The selected event, None where nothing is listed."""
        key = self.table.currentIndex().data(KEY_ROLE)
        return self.model.row_at(self.model.row_of(key)) if key else None

    def _show_current(self) -> None:
        row = self.current()
        self.edit.setEnabled(row is not None)
        self.remove.setEnabled(row is not None and row.origin in _REMOVABLE)
        words = {"own": "&Edit…", "personal": "&Edit and use…"}
        self.edit.setText(say("Copy to &edit…" if row is None else words.get(row.origin, "Copy to &edit…")))
        self.undo.setEnabled(self._session.undo.canUndo())
        self.undo.setToolTip(say("Undo: %1").replace("%1", self._session.undo.undoText()))
        if row is None:
            text = say("No event has all these words.") if self._rows else ""
        else:
            text = self.model.articles_text(row) or say("No article uses it.")
        self.used.setText(text)

    # ---- keys and acts

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _edit(self) -> None:
        row = self.current()
        if row is not None:
            self.edit_asked.emit(row.event.id)

    def _remove(self) -> None:
        row = self.current()
        if row is not None and row.origin in _REMOVABLE:
            self.remove_asked.emit(row.event.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus()
                return True
            if watched is self.table:
                acts = {
                    Qt.Key.Key_Return: self._edit, Qt.Key.Key_Enter: self._edit, Qt.Key.Key_F2: self._edit,
                    Qt.Key.Key_Delete: self._remove, Qt.Key.Key_Insert: self.add_asked.emit,
                }  # fmt: skip
                if key in acts:
                    acts[key]()
                    return True
        return super().eventFilter(watched, event)
