"""What the window shows before there are articles: where to drop them and three ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.icons import program_picture
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import clear_layout, icon_button, label
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.recent import RecentProject

_MOST_RECENT = 6
_WIDTH = 640
READ_SUFFIXES = (".txt", ".md", ".html", ".json", ".jsonl")
"""Files that can be read, as they are told on the page; others are told among the problems, with what helps."""


class EmptyState(QWidget):
    """The first page; `recent_chosen` carries the path of a project."""

    recent_chosen = Signal(str)
    pin_asked = Signal(str, bool)
    forget_asked = Signal(str)

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
        self._drop.setMaximumWidth(_WIDTH)
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
            (say("%1. Everything stays on this computer.").replace("%1", "  ".join(READ_SUFFIXES)), "muted"),
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
        self._recent = QGridLayout()
        self._recent.setHorizontalSpacing(8)
        self._recent.setVerticalSpacing(2)
        self._recent.setColumnStretch(1, 1)
        outer.addSpacing(16)
        below = QHBoxLayout()
        below.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(_WIDTH)
        holder.setLayout(self._recent)
        below.addWidget(holder, 10)
        below.addStretch(1)
        outer.addLayout(below)
        outer.addStretch(3)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _make_buttons(self, actions: Sequence[QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for number, action in enumerate(actions):
            button = QPushButton(say("Try the sample") if action.objectName() == "actionSample" else action.text())
            button.setObjectName(f"empty{action.objectName().removeprefix('action')}")
            button.setProperty("primary", number == 0)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_theme_changed(self) -> None:
        self._picture.setPixmap(program_picture(56, self.devicePixelRatioF()))

    @staticmethod
    def _line_of(project: RecentProject, today: int) -> str:
        from stanceline.ui.recent import line_of

        return line_of(project, today)

    def show_recent(self, projects: Sequence[RecentProject], today: int) -> None:
        """Offer the projects opened lately; `today` counts days from 1970."""
        clear_layout(self._recent)
        shown = projects[:_MOST_RECENT]
        if shown:
            self._recent.addWidget(label(say("RECENT"), role="section"), 0, 0, 1, 4)
        for row, project in enumerate(shown, start=1):
            is_there = project.is_there()
            button = QPushButton(project.name.replace("&", "&&"))
            button.setObjectName(f"emptyRecent{row}")
            button.setAccessibleName(say("Open %1").replace("%1", project.name))
            button.setProperty("flat", True)
            button.setProperty("listed", True)
            button.setToolTip(project.path)
            button.setEnabled(is_there)
            button.clicked.connect(lambda _checked=False, chosen=project.path: self.recent_chosen.emit(chosen))
            self._recent.addWidget(button, row, 0)
            when = label(self._line_of(project, today), role="muted")
            self._recent.addWidget(when, row, 1)
            self._recent.addWidget(self._make_pin(project), row, 2)
            forget = icon_button(self._theme, "close", say("Take “%1” off this list").replace("%1", project.name))
            forget.setObjectName(f"emptyForget{row}")
            forget.clicked.connect(lambda _checked=False, chosen=project.path: self.forget_asked.emit(chosen))
            self._recent.addWidget(forget, row, 3)

    def _make_pin(self, project: RecentProject) -> QToolButton:
        says = say("Unpin “%1”") if project.is_pinned else say("Pin “%1”: keep it in this list")
        pin = icon_button(self._theme, "pin", says.replace("%1", project.name))
        pin.setObjectName("emptyPin")
        pin.setCheckable(True)
        pin.setChecked(project.is_pinned)
        pin.clicked.connect(lambda is_pinned, chosen=project.path: self.pin_asked.emit(chosen, is_pinned))
        return pin

    def show_drop(self, is_over: bool) -> None:
        """Say with the frame that what is dragged can be dropped."""
        self._drop.setProperty("drop", "active" if is_over else "true")
        self._drop.style().unpolish(self._drop)
        self._drop.style().polish(self._drop)
