"""How to read the timeline: the shapes and signs with a word for each, for newcomers and in the help menu."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from stanceline.render.guide import guide_groups
from stanceline.render.legend import Draw
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import clear_layout, label, plain_buttons
from stanceline.ui.words import say

_SYMBOL = QSize(40, 28)
_UNDATED = (
    "An article without a date is dated by what it says, above all by events whose days are known. Where none pins it, "
    "add the event (Edit ▸ Reference events); the Why page then names it."
)
_DEBATES = (
    "A new debate takes a minute: press the plus beside the matrix's titles (or Ctrl+Shift+N), type a title and a name "
    "or two, and take over what the articles suggest. Double-click a title to change it. In a passage the actor is "
    "underlined, the deciding words stand in a box, what they are about has a dashed line, the date a dotted one."
)


class _Symbol(QWidget):
    """One symbol in the middle of its box."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw
        self.setFixedSize(_SYMBOL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt gives it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.translate(middle.x(), middle.y())
        self._draw(painter)
        painter.end()


class Guide(QScrollArea):
    """The groups of symbols below each other, or side by side where it lies flat."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingGuide")
        self.setAccessibleName(say("How to read the timeline"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme, self._columns = theme, 1
        self._page = QFrame()
        self._page.setProperty("pane", True)
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(16, 12, 16, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self.setWidget(self._page)
        self._fill()
        theme.changed.connect(self._fill)

    def set_columns(self, columns: int) -> None:
        """Lay the groups out in one column or more."""
        if columns != self._columns:
            self._columns = columns
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._grid)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(say("How to read this"), role="headline"))
        column.addWidget(
            label(say("Click a mark or a stance cell to see the words behind it."), role="muted", wraps=True)
        )
        self._grid.addWidget(head, 0, 0, 1, self._columns)
        groups = guide_groups(self._theme.palette())
        for number, (heading, entries) in enumerate(groups):
            holder = QWidget()
            rows = QGridLayout(holder)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setHorizontalSpacing(8)
            rows.setVerticalSpacing(0)
            rows.setColumnStretch(1, 1)
            rows.addWidget(label(say(heading).upper(), role="section"), 0, 0, 1, 2)
            for row, entry in enumerate(entries, start=1):
                rows.addWidget(_Symbol(entry.draw), row, 0)
                rows.addWidget(label(say(entry.text), wraps=True), row, 1)
            rows.setRowStretch(len(entries) + 1, 1)
            self._grid.addWidget(holder, 1 + number // self._columns, number % self._columns)
        last = 1 + -(-len(groups) // self._columns)
        for row in range(last + 4):
            self._grid.setRowStretch(row, 1 if row == last else 0)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < self._columns else 0)


class GuideDialog(QDialog):
    """The guide in a window of its own."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("guideDialog")
        self.setWindowTitle(say("How to read the timeline"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 640)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 16)
        guide = Guide(theme)
        guide.set_columns(2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        plain_buttons(buttons)
        column.addWidget(guide, 1)
        for text in (_DEBATES, _UNDATED):
            told = label(say(text), role="muted", wraps=True)
            told.setContentsMargins(16, 0, 16, 0)
            column.addWidget(told)
        column.addWidget(buttons)
