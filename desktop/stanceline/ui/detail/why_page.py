"""The page that says why: how a date was worked out, how a stance's words add up, and which rule read it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from stanceline.ui.detail.evidence import Detail
from stanceline.ui.detail.explained import Line
from stanceline.ui.widgets import action_button, clear_layout, label, scrolled_column
from stanceline.ui.words import say, shortened

_LONGEST_QUOTE = 80


class WhyPage(QScrollArea):
    """The reasoning behind one mark, step by step; `asked` carries the offsets of words to be shown in the passage."""

    asked = Signal(int, int)

    def __init__(self, pin: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin = pin
        self._page, self._column = scrolled_column(self, "whyPage", say("Why"))

    def show_detail(self, detail: Detail) -> None:
        """Show the reasoning behind another mark."""
        clear_layout(self._column)
        for section in detail.sections:
            self._head(section.heading, section.marked)
            for line in section.lines:
                self._column.addWidget(self._line(line))
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
        if detail.path and not detail.sections:
            self._head(say("How the words add up"))
            self._column.addWidget(_pairs(tuple((f"“{' '.join(words.split())}”", says) for words, says in detail.path)))
        if detail.rule and not detail.sections:
            self._head(say("Read by rule"))
            self._column.addWidget(label(detail.rule, role="muted", wraps=True, selectable=True))
        self.verticalScrollBar().setValue(0)

    def _head(self, text: str, marked: str = "") -> None:
        heading = label(f"{text.upper()}  ({marked})" if marked else text.upper(), role="section")
        heading.setContentsMargins(0, 8 if self._column.count() else 0, 0, 0)
        self._column.addWidget(heading)

    def _line(self, line: Line) -> QWidget:
        """A sentence; the words of the article that it is about stand before it and show themselves on a click."""
        if line.span is None:
            return label(line.says, wraps=True, selectable=True)
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        begin, end = line.span
        button = QPushButton(f"“{shortened(line.quote, _LONGEST_QUOTE)}”".replace("&", "&&"))
        button.setObjectName("whyWords")
        button.setProperty("words", True)
        button.setToolTip(say("Show these words in the passage"))
        button.setAccessibleName(f"“{line.quote}”: {line.says}")
        button.clicked.connect(lambda _checked=False: self.asked.emit(begin, end))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(label(line.says, wraps=True, selectable=True))
        return holder

    def text(self) -> str:
        """Everything on the page, for copying and for tests."""
        found = self._page.findChildren(QLabel) + self._page.findChildren(QPushButton)
        return "\n".join(one.text().replace("&&", "&") for one in found)


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
