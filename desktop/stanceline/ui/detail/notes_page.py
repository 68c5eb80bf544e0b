"""The page of a mark's surroundings: what contradicts or repeats it, a note of one's own, what was corrected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.detail.related import Correction, Related, RelatedKind
from stanceline.ui.widgets import clear_layout, label, scrolled_column
from stanceline.ui.words import say

LONGEST_NOTE = 10_000
"""Characters of a note; more is cut."""
_PAUSE_MS = 800
_NOTE_LINES = 4
_HEADINGS: dict[RelatedKind, str] = {
    "contradicts": "Says the contrary", "repeats": "The same words elsewhere", "carries": "Stances in it",
}  # fmt: skip


class NotesPage(QScrollArea):
    """Shows what belongs to one mark. A note is kept when the typing pauses or the keyboard leaves it."""

    chosen = Signal(str)
    note_written = Signal(str, str)
    """A mark's key and the text of its note, empty to drop it."""
    take_back_asked = Signal(object)
    """A `Correction`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, column = scrolled_column(self, "notesPage", say("Notes"))
        self._key, self._kept = "", ""
        self._related, self._corrections = QVBoxLayout(), QVBoxLayout()
        for part in (self._related, self._corrections):
            part.setSpacing(8)
        self._note = QPlainTextEdit()
        self._note.setObjectName("noteEdit")
        self._note.setProperty("field", True)
        self._note.setAccessibleName(say("Note"))
        self._note.setPlaceholderText(say("Write a note on this mark. It is kept with the project."))
        self._note.setTabChangesFocus(True)
        margins = self._note.contentsMargins()
        height = self._note.fontMetrics().lineSpacing() * _NOTE_LINES + margins.top() + margins.bottom() + 16
        self._note.setFixedHeight(height)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep_note)
        self._note.textChanged.connect(self._pause.start)
        self._note.installEventFilter(self)
        column.addWidget(_heading(say("Note")))
        column.addWidget(self._note)
        column.addLayout(self._corrections)
        column.addLayout(self._related)

    # ---- what is shown

    def show_mark(self, key: str, note: str, related: Sequence[Related], corrections: Sequence[Correction]) -> None:
        """Show another mark, or the same one anew; a note that is being typed is kept first."""
        is_typing = key == self._key and self._note.toPlainText().strip() != self._kept
        if key != self._key:
            self.keep_note()
        self._key = key
        if not is_typing and note != self._note.toPlainText():
            self._note.blockSignals(True)
            self._note.setPlainText(note)
            self._note.blockSignals(False)
            self._pause.stop()
        self._kept = note
        self._show_corrections(corrections)
        self._show_related(related)

    def _show_corrections(self, corrections: Sequence[Correction]) -> None:
        clear_layout(self._corrections)
        if corrections:
            self._corrections.addWidget(_heading(say("Corrected by you")))
        for correction in corrections:
            holder, row = _row()
            row.addWidget(label(correction.text, wraps=True, selectable=True), 1)
            button = QPushButton(say("Take back"))
            button.setObjectName("takeBack")
            button.setProperty("flat", True)
            button.setAccessibleName(say("Take back: %1").replace("%1", correction.text))
            button.clicked.connect(lambda _checked=False, one=correction: self.take_back_asked.emit(one))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._corrections.addWidget(holder)

    def _show_related(self, related: Sequence[Related]) -> None:
        clear_layout(self._related)
        shown: RelatedKind | None = None
        for one in related:
            if one.kind != shown:
                shown = one.kind
                self._related.addWidget(_heading(say(_HEADINGS[one.kind])))
            self._related.addWidget(self._make_related(one))

    def _make_related(self, one: Related) -> QWidget:
        holder, row = _row()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(one.quote, wraps=True, selectable=True))
        words.addWidget(label(one.where, role="muted", wraps=True))
        row.addLayout(words, 1)
        button = QPushButton(say("Show"))
        button.setObjectName("relatedShow")
        button.setProperty("flat", True)
        button.setAccessibleName(say("Show: %1").replace("%1", one.quote))
        button.clicked.connect(lambda _checked=False: self.chosen.emit(one.key))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    # ---- the note

    def edit_note(self) -> None:
        """Put the keyboard into the note."""
        self.verticalScrollBar().setValue(0)
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_note(self) -> None:
        """Hand over what was typed, if it was changed."""
        self._pause.stop()
        text = self._note.toPlainText().strip()[:LONGEST_NOTE]
        if self._key and text != self._kept:
            self._kept = text
            self.note_written.emit(self._key, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep_note()
        return super().eventFilter(watched, event)

    def text(self) -> str:
        """Everything on the page but the note, for tests."""
        return "\n".join(found.text() for found in self._page.findChildren(QLabel))


def _heading(text: str) -> QLabel:
    made = label(text.upper(), role="section")
    made.setContentsMargins(0, 4, 0, 0)
    return made


def _row() -> tuple[QFrame, QHBoxLayout]:
    holder = QFrame()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return holder, row
