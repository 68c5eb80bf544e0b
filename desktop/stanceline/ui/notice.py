"""The bar for news that ask for nothing at once: work to recover, a file that was saved, what failed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from stanceline.ui.theme import Theme
from stanceline.ui.widgets import clear_layout, icon_button, label
from stanceline.ui.words import say

Choice = tuple[str, Callable[[], None]]


class NoticeBar(QFrame):
    """One message at a time with its buttons; the newest takes the place of the one before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        self._text = label("", wraps=True, selectable=True)
        self._text.setObjectName("noticeText")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._close = icon_button(theme, "close", say("Dismiss"))
        self._close.setObjectName("noticeClose")
        self._close.clicked.connect(self.hide)
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
        self.hide()

    def tell(self, text: str, choices: Sequence[Choice] = (), *, is_warning: bool = False) -> None:
        """Show a message; each choice closes the bar and does its work."""
        self._text.setText(text)
        self.setProperty("notice", "warning" if is_warning else "plain")
        self.style().unpolish(self)
        self.style().polish(self)
        clear_layout(self._buttons)
        for words, act in choices:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, chosen=act: self._choose(chosen))
            self._buttons.addWidget(button)
        self.setAccessibleName(text)
        self.show()

    def _choose(self, act: Callable[[], None]) -> None:
        self.hide()
        act()

    def text(self) -> str:
        """The message shown, empty where there is none."""
        return self._text.text() if self.isVisible() else ""
