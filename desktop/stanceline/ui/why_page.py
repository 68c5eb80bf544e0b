"""The page that says why: how a date was worked out, how a stance's words add up, and which rule read it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from stanceline.ui.evidence import Detail
from stanceline.ui.widgets import action_button, clear_layout, label
from stanceline.ui.words import say


class WhyPage(QScrollArea):
    """The reasoning behind one mark, step by step."""

    def __init__(self, pin: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin = pin
        self.setObjectName("whyPage")
        self.setAccessibleName(say("Why"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = self._page = QFrame()
        page.setProperty("pane", True)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(16, 12, 16, 12)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.setWidget(page)

    def show_detail(self, detail: Detail) -> None:
        """Show the reasoning behind another mark."""
        clear_layout(self._column)
        self._head(say("When"))
        self._column.addWidget(_pairs(detail.date.steps))
        if detail.date.can_be_pinned:
            button = action_button(self._pin)
            button.setObjectName("whyPin")
            button.setProperty("flat", True)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if detail.date.candidates:
            self._head(say("Likeliest days of the article"))
            self._column.addWidget(_chances(detail.date.candidates))
        if detail.date.reasons:
            self._head(say("What narrows them down"))
            for reason in detail.date.reasons:
                self._column.addWidget(label(reason, wraps=True, selectable=True))
        if detail.path:
            self._head(say("How the words add up"))
            self._column.addWidget(_pairs(tuple((f"“{' '.join(words.split())}”", says) for words, says in detail.path)))
        if detail.rule:
            self._head(say("Read by rule"))
            self._column.addWidget(label(detail.rule, role="muted", wraps=True, selectable=True))
        self.verticalScrollBar().setValue(0)

    def _head(self, text: str) -> None:
        heading = label(text.upper(), role="section")
        heading.setContentsMargins(0, 8 if self._column.count() else 0, 0, 0)
        self._column.addWidget(heading)

    def text(self) -> str:
        """Everything on the page, for copying and for tests."""
        return "\n".join(found.text() for found in self._page.findChildren(QLabel))


def _pairs(rows: tuple[tuple[str, str], ...]) -> QWidget:
    holder, grid = _grid()
    for number, (what, value) in enumerate(rows):
        grid.addWidget(label(what, role="muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(value, wraps=True, selectable=True), number, 1)
    return holder


def _chances(candidates: tuple[tuple[str, float], ...]) -> QWidget:
    holder, grid = _grid()
    for number, (day, chance) in enumerate(candidates):
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setRange(0, 100)
        bar.setValue(round(chance * 100))
        bar.setAccessibleName(f"{day}: {chance:.0%}")
        grid.addWidget(label(day), number, 0)
        grid.addWidget(bar, number, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label(f"{chance:.0%}", role="muted"), number, 2, Qt.AlignmentFlag.AlignRight)
    return holder


def _grid() -> tuple[QWidget, QGridLayout]:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    return holder, grid
