"""The list of reference events: one's own on top, the shipped ones to look at and to copy, and what leans on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLineEdit, QTableView, QWidget

from stanceline.ui.dialogs.list_dialog import ListDialog
from stanceline.ui.references.reference_table import ARTICLES, FIRST, FROM, NAME, ReferenceTable, Which
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


class ReferencesDialog(ListDialog):
    """Stays open beside the window, so that days can be seen to move. Asks for its acts; `commands` does them."""

    def __init__(self, parent: QWidget, theme: Theme, session: Session) -> None:
        explains = say(
            "Events whose days are known. An article without a date gets its day from those it names. Your own are "
            "kept in the project and can be undone."
        )
        super().__init__(parent, theme, session, name="reference", title=say("Reference events"), explains=explains)
        self.setObjectName("referencesDialog")
        self.setMinimumSize(720, 420)
        self.resize(1080, 640)
        self.column.addLayout(self._make_search())
        self.column.addWidget(self.notice)
        self.model = ReferenceTable(theme, self)
        self.table = self._make_table()
        self.column.addWidget(self.table, 1)
        self.used = self.line("referenceUsed")
        self.column.addWidget(self.used)
        self.column.addLayout(self._make_buttons())
        self.search.textChanged.connect(lambda _text: self._look())
        self.which.currentIndexChanged.connect(lambda _place: self._look())
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._recall)
        self.listen((("=Find",), self._find))
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
        return view

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.add = self.button(row, "referenceAdd", say("&Add…"), self.add_asked.emit)
        self.edit = self.button(row, "referenceEdit", say("&Edit…"), self.edit_current)
        self.remove = self.button(row, "referenceRemove", say("&Remove"), self.remove_current)
        self.undo = self.button(row, "referenceUndo", say("&Undo"), self._session.undo.undo)
        row.addSpacing(8)
        self.button(row, "referenceImport", say("&Import…"), self.import_asked.emit)
        self.export = self.button(row, "referenceExport", say("E&xport yours…"), self.export_asked.emit)
        row.addStretch(1)
        self.button(row, "referenceClose", say("&Close"), self.reject)
        self.add.setToolTip(say("Add an event of your own (Insert)"))
        self.remove.setToolTip(say("Take the event out (Delete)"))
        self.export.setToolTip(say("Save your own events as a TSV table"))
        return row

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
        self.show_current()

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
        self.select(self.model.row_of(ident), NAME)

    def current(self) -> ListedEvent | None:
        """The selected event, None where nothing is listed."""
        key = self.current_key()
        return self.model.row_at(self.model.row_of(key)) if key else None

    def show_current(self) -> None:
        row = self.current()
        self.edit.setEnabled(row is not None)
        self.remove.setEnabled(row is not None and row.origin in _REMOVABLE)
        words = {"own": "&Edit…", "personal": "&Edit and use…"}
        self.edit.setText(say("Copy to &edit…" if row is None else words.get(row.origin, "Copy to &edit…")))
        self.show_undo(self.undo)
        if row is None:
            text = say("No event has all these words.") if self._rows else ""
        else:
            text = self.model.articles_text(row) or say("No article uses it.")
        self.used.setText(text)

    # ---- keys and acts

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def edit_current(self) -> None:
        row = self.current()
        if row is not None:
            self.edit_asked.emit(row.event.id)

    def remove_current(self) -> None:
        row = self.current()
        if row is not None and row.origin in _REMOVABLE:
            self.remove_asked.emit(row.event.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        leaves = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in leaves
        if watched is self.search and pressed:
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)
