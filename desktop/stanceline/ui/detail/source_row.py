"""The line above a quote: which article, which of several passages, its file, and whether that has changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stanceline.records import ArticleRow
from stanceline.ui.detail.evidence import Passage
from stanceline.ui.detail.source_file import SourceFiles
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import icon_button, label
from stanceline.ui.words import say


class SourceRow(QWidget):
    """Shows where a passage stands; `turned` asks for the passage before (-1) or after (1)."""

    turned = Signal(int)
    file_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = SourceFiles()
        self._source = label("", role="muted", wraps=True, selectable=True)
        self._source.setObjectName("quoteSource")
        self._place = label("", role="muted")
        self._earlier = icon_button(theme, "chevron-left", say("Evidence before"))
        self._later = icon_button(theme, "chevron-right", say("Evidence after"))
        self._open = icon_button(theme, "open", say("Open the article's file"))
        for button, name in (
            (self._earlier, "earlierEvidence"),
            (self._later, "laterEvidence"),
            (self._open, "openSource"),
        ):
            button.setObjectName(name)
        self._earlier.clicked.connect(lambda: self.turned.emit(-1))
        self._later.clicked.connect(lambda: self.turned.emit(1))
        self._open.clicked.connect(self.file_wanted)
        self._state = label("", role="warning", wraps=True)
        self._state.setObjectName("sourceState")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._source, 1)
        for widget in (self._place, self._earlier, self._later, self._open):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._state)

    def show_passage(self, passage: Passage, article: ArticleRow, number: int, count: int) -> None:
        """Tell of the `number`-th (from 0) of `count` passages, which stands in `article`."""
        self._source.setText(passage.source)
        self._source.setToolTip(passage.article)
        self._place.setText(f"{number + 1}/{count}")
        for widget in (self._place, self._earlier, self._later):
            widget.setVisible(count > 1)
        state = self._files.state_of(article.path, article.text)
        says = {
            "changed": say("The file has changed since it was added; this is the text that was read."),
            "gone": say("The file is not there any more; this is the text that was read."),
        }.get(state, "")
        self._state.setText(says)
        self._state.setVisible(bool(says))
        self._open.setVisible(article.path is not None and state != "gone")
