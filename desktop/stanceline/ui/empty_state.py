"""What the window shows before there are articles: where to drop them and three ways to begin."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from stanceline.ui.icons import program_picture
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import label
from stanceline.ui.words import say

_MOST_RECENT = 4


class EmptyState(QWidget):
    """The first page; `recent_chosen` carries the path of a project."""

    recent_chosen = Signal(str)

    def __init__(self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self._theme = theme
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.addWidget(area)
        content = QWidget()
        area.setWidget(content)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.addStretch(2)
        self._drop = QFrame()
        self._drop.setProperty("drop", "true")
        self._drop.setMaximumWidth(640)
        self._drop.setMinimumWidth(360)
        column = QVBoxLayout(self._drop)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(8)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._picture)
        column.addSpacing(8)
        for text, role in (
            (say("Who stands where, since when, and in whose words"), "title"),
            (say("Drop article files or a folder here, or paste an article's text."), ""),
            (say("Plain text, Markdown, HTML and JSON Lines. Everything stays on this computer."), "muted"),
        ):
            made = label(text, role=role, wraps=True)
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(made)
        column.addSpacing(16)
        column.addLayout(self._make_buttons(actions))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._drop, 10)
        row.addStretch(1)
        outer.addLayout(row)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        outer.addSpacing(16)
        outer.addLayout(self._recent)
        outer.addStretch(3)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _make_buttons(self, actions: Sequence[QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for number, action in enumerate(actions):
            button = QPushButton(action.text().replace("Open the sam&ple", say("Try the sample")))
            button.setObjectName(f"empty{action.objectName().removeprefix('action')}")
            button.setProperty("primary", number == 0)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_theme_changed(self) -> None:
        self._picture.setPixmap(program_picture(56, self.devicePixelRatioF()))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer the projects opened lately."""
        from stanceline.ui.widgets import clear_layout

        clear_layout(self._recent)
        for path in list(paths)[:_MOST_RECENT]:
            button = QPushButton(say("Open %1").replace("%1", path.name))
            button.setProperty("flat", True)
            button.setToolTip(str(path))
            button.clicked.connect(lambda _checked=False, chosen=str(path): self.recent_chosen.emit(chosen))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_drop(self, is_over: bool) -> None:
        """Say with the frame that what is dragged can be dropped."""
        self._drop.setProperty("drop", "active" if is_over else "true")
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)
