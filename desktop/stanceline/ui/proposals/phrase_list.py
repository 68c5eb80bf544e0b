"""A list of short phrases to type, change and remove, each with how often the articles have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stanceline.discourse.stances.proposal_drafts import split_phrases
from stanceline.records import PhraseCount
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import label
from stanceline.ui.words import counted, say

PHRASE, PLACES, ARTICLES = range(3)
_COUNT_WIDTH = 72


class PhraseList(QWidget):
    """The phrases, one a row, and a field to add further ones below; `changed` tells of every change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, heading: str, adds: str, *, has_counts: bool) -> None:
        super().__init__()
        self._theme, self._has_counts = theme, has_counts
        self._counts: Mapping[str, PhraseCount] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.table = self._make_table(name, heading)
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}Add")
        self.field.setPlaceholderText(adds)
        self.field.setAccessibleName(adds)
        self.field.installEventFilter(self)
        self.button = QPushButton(say("Add"))
        self.button.setObjectName(f"{name}AddButton")
        self.button.setAutoDefault(False)
        self.button.setEnabled(False)
        self.button.clicked.connect(lambda _checked=False: self._add_typed())
        self.field.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.doubt = label("", role="warning", wraps=True)
        self.doubt.setObjectName(f"{name}Doubt")
        self.doubt.hide()
        column.addWidget(self.table, 1)
        column.addWidget(self.doubt)
        column.addLayout(row)
        theme.changed.connect(self._dress)

    def _make_table(self, name: str, heading: str) -> QTableWidget:
        table = QTableWidget(0, 3 if self._has_counts else 1)
        table.setObjectName(name)
        table.setAccessibleName(heading)
        table.setHorizontalHeaderLabels([heading, say("Places"), say("Articles")][: table.columnCount()])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setProperty("framed", True)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setMinimumHeight(64)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(PHRASE, QHeaderView.ResizeMode.Stretch)
        for place in range(1, table.columnCount()):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(place, _COUNT_WIDTH)
        table.itemChanged.connect(self._on_item_changed)
        table.installEventFilter(self)
        return table

    # ---- phrases

    def phrases(self) -> tuple[str, ...]:
        """The phrases in order, without blanks."""
        texts = (self._item(row, PHRASE).text() for row in range(self.table.rowCount()))
        return tuple(text for text in texts if text.strip())

    def set_phrases(self, phrases: Sequence[str]) -> None:
        """Show other phrases."""
        with QSignalBlocker(self.table):
            self.table.setRowCount(0)
            for phrase in phrases:
                self._append(phrase)
        self._dress()

    def add(self, text: str) -> None:
        """Add phrases (one a line, or between semicolons); those that are there already are only selected."""
        known = {phrase.casefold() for phrase in self.phrases()}
        new = [phrase for phrase in split_phrases(text) if phrase.casefold() not in known]
        with QSignalBlocker(self.table):
            for phrase in new:
                self._append(phrase)
        for phrase in split_phrases(text)[-1:]:
            self._select(phrase)
        if new:
            self._dress()
            self.changed.emit()

    def _item(self, row: int, place: int) -> QTableWidgetItem:
        item = self.table.item(row, place)
        assert item is not None, "every cell is filled where its row is made"
        return item

    def _append(self, phrase: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, PHRASE, QTableWidgetItem(phrase))
        for place in range(1, self.table.columnCount()):
            item = QTableWidgetItem("")
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, place, item)

    def _select(self, phrase: str) -> None:
        for row in range(self.table.rowCount()):
            if self._item(row, PHRASE).text().casefold() == phrase.casefold():
                self.table.setCurrentCell(row, PHRASE)

    def remove_selected(self) -> None:
        """Take the selected phrases out."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True)
        with QSignalBlocker(self.table):
            for row in rows:
                self.table.removeRow(row)
        if rows:
            if self.table.rowCount():
                self.table.setCurrentCell(min(rows[-1], self.table.rowCount() - 1), PHRASE)
            self._tell_doubt()
            self.changed.emit()

    # ---- counts

    def show_counts(self, counts: Sequence[PhraseCount]) -> None:
        """Show how often each phrase was found; those that nothing is known of show nothing."""
        self._counts = {count.text.casefold(): count for count in counts}
        self._dress()

    def _dress(self) -> None:
        with QSignalBlocker(self.table):
            for row in range(self.table.rowCount()):
                item = self._item(row, PHRASE)
                found = self._counts.get(" ".join(item.text().split()).casefold())
                tip = "" if found is None else _tip(found)
                item.setToolTip(tip)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}. {tip}" if tip else item.text())
                is_doubtful = found is not None and bool(found.note or not found.places)
                item.setIcon(self._theme.icon("warning") if is_doubtful else QIcon())
                for place in range(1, self.table.columnCount()):
                    number = None if found is None else (found.places if place == PLACES else found.articles)
                    cell = self._item(row, place)
                    cell.setText("" if number is None else f"{number:,}")
                    cell.setForeground(self._theme.color("warning" if number == 0 else "text_muted"))
                    cell.setToolTip(tip)

        self._tell_doubt()

    def _tell_doubt(self) -> None:
        """Say what is wrong with the first phrase that will not do; the others tell it in their rows."""
        known = (self._counts.get(" ".join(phrase.split()).casefold()) for phrase in self.phrases())
        doubtful = [found for found in known if found is not None and found.note]
        text = ""
        if doubtful:
            text = say("“%1”: %2.").replace("%1", doubtful[0].text).replace("%2", doubtful[0].note)
        self.doubt.setText(text)
        self.doubt.setVisible(bool(text))

    # ---- keys

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == PHRASE:
            if not item.text().strip():
                with QSignalBlocker(self.table):
                    self.table.removeRow(item.row())
            self._dress()
            self.changed.emit()

    def _add_typed(self) -> None:
        text = self.field.text()
        self.field.clear()
        self.add(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.field:
                return self._on_field_key(event)
            if watched is self.table and event.key() == Qt.Key.Key_Delete:
                self.remove_selected()
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Insert:
                self.field.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _on_field_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter adds and never sends the form: a name that is typed but not added would be lost.
            self._add_typed()
            return True
        pasted = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\n" in pasted.strip():
            self.add(pasted)
            return True
        return False


def _tip(found: PhraseCount) -> str:
    if found.note:
        return found.note[:1].upper() + found.note[1:]
    if not found.places:
        return say("Not found in the articles")
    places = counted(found.places, "One place", "%1 places")
    return say("%1 in %2").replace("%1", places).replace("%2", counted(found.articles, "one article", "%1 articles"))
