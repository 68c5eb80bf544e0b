"""The question of a file that was added before and has changed since: asked beside the work, not before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from stanceline.ui.widgets import label
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stanceline.workers import Answer, ChangedArticle

_ANSWERS = (
    ("update", "Update", "Read the new text in the old one's place; corrections of the article stay"),
    ("both", "Keep both", "Keep the old text and add the new one as an article of its own"),
    ("skip", "Skip", "Keep the old text alone"),
)


class ChangedFilesBar(QFrame):
    """Asks about one file at a time. `answered` carries the articles and the answer."""

    answered = Signal(tuple, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changedFilesBar")
        self.setProperty("notice", "plain")
        self._waiting: list[ChangedArticle] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._text = label("", wraps=True, selectable=True)
        self._text.setObjectName("changedFilesText")
        words.addWidget(self._text)
        row.addLayout(words, 1)
        self._for_all = QCheckBox()
        self._for_all.setObjectName("changedForAll")
        row.addWidget(self._for_all)
        for answer, text, tip in _ANSWERS:
            button = QPushButton(say(text))
            button.setObjectName(f"changed{answer.capitalize()}")
            button.setToolTip(say(tip))
            button.clicked.connect(lambda _checked=False, given=answer: self._on_answer(given))
            row.addWidget(button)
        self.hide()

    def ask(self, articles: Sequence[ChangedArticle]) -> None:
        """Ask about these, too; a file that changed again asks once."""
        again = {(each.known, each.path) for each in articles}
        self._waiting = [each for each in self._waiting if (each.known, each.path) not in again] + list(articles)
        self._show()

    def forget(self) -> None:
        """Ask no more: another project is open."""
        self._waiting.clear()
        self._show()

    def waiting(self) -> int:
        """How many files wait for an answer."""
        return len(self._waiting)

    def _show(self) -> None:
        self.setVisible(bool(self._waiting))
        if not self._waiting:
            return
        name = Path(self._waiting[0].path).name
        self._text.setText(say("“%1” has changed since it was added.").replace("%1", name))
        self._text.setToolTip(self._waiting[0].path)
        self.setAccessibleName(self._text.text())
        self._for_all.setVisible(len(self._waiting) > 1)
        self._for_all.setText(counted(len(self._waiting), "For it", "For all %1"))

    def _on_answer(self, answer: str) -> None:
        is_for_all = len(self._waiting) > 1 and self._for_all.isChecked()
        chosen, self._waiting = (self._waiting, []) if is_for_all else (self._waiting[:1], self._waiting[1:])
        self._show()
        self.answered.emit(tuple(chosen), cast("Answer", answer))
