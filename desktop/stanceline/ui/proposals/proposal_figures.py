"""The line of figures below a proposal that is being typed: what the matrix would hold."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from stanceline.records import Counsel
from stanceline.ui.widgets import label
from stanceline.ui.words import say

_HEADS = ("places", "articles", "stances", "suggested", "actors", "in_favor", "against")
_WORDS = (
    "Places that mean it", "Articles", "Stances said outright", "Suggested stances", "Actors", "In favor", "Against",
)  # fmt: skip


class Figures(QFrame):
    """The figures side by side, or a sentence in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposalFigures")
        self.setProperty("card", True)
        self._stack = QStackedLayout(self)
        self._sentence = label("", role="muted", wraps=True)
        self._sentence.setContentsMargins(16, 8, 16, 8)
        self._sentence.setObjectName("proposalFiguresText")
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        self._numbers: dict[str, QLabel] = {}
        for key, words in zip(_HEADS, _WORDS, strict=True):
            column = QVBoxLayout()
            column.setSpacing(0)
            self._numbers[key] = label("", role="headline")
            self._numbers[key].setObjectName(f"proposalFigure{key.capitalize()}")
            column.addWidget(self._numbers[key])
            column.addWidget(label(say(words), role="muted"))
            row.addLayout(column)
            row.addStretch(1)
        self._stack.addWidget(self._sentence)
        self._stack.addWidget(page)
        self.setFixedHeight(64)

    def tell(self, text: str) -> None:
        """Say something in place of the figures."""
        self._sentence.setText(text)
        self._stack.setCurrentIndex(0)
        self.setAccessibleName(text)

    def wait(self) -> None:
        """The figures shown are no longer those of what is typed: they fade until the new ones come."""
        self._fade(True)

    def show_counsel(self, counsel: Counsel) -> None:
        """Show the figures of a wording."""
        for key, shown in self._numbers.items():
            shown.setText(f"{getattr(counsel, key):,}")
        self._fade(False)
        self._stack.setCurrentIndex(1)
        self.setAccessibleName(self.text())

    def _fade(self, is_old: bool) -> None:
        role = "faded" if is_old else "headline"
        for shown in self._numbers.values():
            if shown.property("role") != role:
                shown.setProperty("role", role)
                shown.style().unpolish(shown)
                shown.style().polish(shown)

    def number(self, name: str) -> str:
        """One of the figures, by the field of `Counsel`."""
        return self._numbers[name].text()

    def text(self) -> str:
        """What is shown, as a sentence."""
        if self._stack.currentIndex() == 0:
            return self._sentence.text()
        return ", ".join(
            f"{say(words)}: {self._numbers[key].text()}" for key, words in zip(_HEADS, _WORDS, strict=True)
        )
