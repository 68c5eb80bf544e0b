"""The presentation: saved views one after the other, full screen, with nothing around them but their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from stanceline.model.view_state import ViewStateError
from stanceline.ui.widgets import icon_button, label
from stanceline.ui.words import DAY_S, days_text, say

if TYPE_CHECKING:
    from stanceline.model.saved_views import SavedView
    from stanceline.ui.linking import Linking
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.theme import Theme

_NEXT = ("Right", "PgDown", "Space")
_BEFORE = ("Left", "PgUp", "Backspace")


class Caption(QFrame):
    """The words below a view: its name, its note, its period, and where it stands among the others."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("presentationCaption")
        self.setProperty("bar", True)
        self.setAccessibleName(say("Caption"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 16, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = label("", role="title", wraps=True)
        self.title.setObjectName("presentationTitle")
        self.note = label("", wraps=True)
        self.note.setObjectName("presentationNote")
        words.addWidget(self.title)
        words.addWidget(self.note)
        row.addLayout(words, 1)
        self.period, self.place = label("", role="muted"), label("", role="muted")
        self.place.setObjectName("presentationPlace")
        row.addWidget(self.period)
        row.addWidget(self.place)
        self.before = icon_button(theme, "chevron-left", say("View before (Left)"))
        self.after = icon_button(theme, "chevron-right", say("View after (Right)"))
        self.close_button = icon_button(theme, "close", say("End the presentation (Esc)"))
        for name, button in (("Before", self.before), ("After", self.after), ("End", self.close_button)):
            button.setObjectName(f"presentation{name}")
            button.setFixedSize(32, 32)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)


class Presentation(QObject):
    """Plays views in one window: keys step through them, Escape gives the window back as it was."""

    ended = Signal()

    def __init__(self, window: MainWindow, linking: Linking, views: Sequence[SavedView]) -> None:
        super().__init__(window)
        self._window, self._linking, self._views = window, linking, tuple(views)
        self._at = -1
        self._before = linking.view_now()
        self._project = window.session.project
        window.session.articles_changed.connect(self._on_articles_changed)
        self._window_state = window.windowState()
        self._splitters = [(splitter, splitter.saveState()) for splitter in (window.outer, window.middle)]
        self.caption = Caption(window.theme)
        self.caption.before.clicked.connect(lambda: self.step(-1))
        self.caption.after.clicked.connect(lambda: self.step(1))
        self.caption.close_button.clicked.connect(self.end)
        window.center.addWidget(self.caption)
        self.caption.show()
        self._keys = [
            *self._bind(_NEXT, lambda: self.step(1)), *self._bind(_BEFORE, lambda: self.step(-1)),
            *self._bind(("Home",), lambda: self.show(0)), *self._bind(("Esc",), self.end),
            *self._bind(("End",), lambda: self.show(len(self._views) - 1)),
        ]  # fmt: skip

    def _bind(self, keys: Sequence[str], act: Callable[[], object]) -> list[QShortcut]:
        made = [QShortcut(QKeySequence(key), self._window) for key in keys]
        for shortcut in made:
            shortcut.activated.connect(act)
        return made

    @property
    def place(self) -> int:
        """Which view is shown, from 0."""
        return self._at

    def start(self, place: int = 0) -> None:
        """Hide what stands around the timeline, fill the screen, show the first view."""
        self._linking.views.is_held = True
        self._window.set_chrome(False)
        self._window.setWindowState(self._window_state | Qt.WindowState.WindowFullScreen)
        if self._window.timelineView is not None:
            self._window.timelineView.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show(place)

    def step(self, by: int) -> None:
        """Show the view after or before; at the ends nothing happens."""
        self.show(self._at + by)

    def show(self, place: int) -> None:
        """Show a view by its place."""
        caption, count = self.caption, len(self._views)
        if not self._views:
            caption.title.setText(self._window.session.name())
            caption.note.setText(say("This is the present view. Save views with Ctrl+D, and they are played here."))
            self._show_period()
        elif 0 <= place < count and place != self._at:
            self._at = place
            self._show_view(self._views[place])
            caption.place.setText(say("%1 of %2").replace("%1", str(place + 1)).replace("%2", str(count)))
        caption.before.setEnabled(self._at > 0)
        caption.after.setEnabled(self._at + 1 < count)

    def _show_view(self, view: SavedView) -> None:
        note = view.note
        try:
            self._linking.go(view.view())
        except ViewStateError as error:
            note = str(error)
        self.caption.title.setText(view.name)
        self.caption.note.setText(note)
        self.caption.note.setVisible(bool(note))
        self.caption.setAccessibleName(". ".join(part for part in (view.name, note) if part))
        self._show_period()

    def _show_period(self) -> None:
        state = self._linking.view_now()
        self.caption.period.setText(days_text(int(state.begin_s // DAY_S), int((state.end_s - 1) // DAY_S)))

    def _on_articles_changed(self) -> None:
        # The views are those of a project: with another one there is nothing left to play.
        if self._window.session.project is not self._project:
            self.end()

    def end(self) -> None:
        """Give the window back as it was, with the view that was looked at before."""
        session = self._window.session
        session.articles_changed.disconnect(self._on_articles_changed)
        for shortcut in self._keys:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._window.center.removeWidget(self.caption)
        self.caption.hide()
        self.caption.deleteLater()
        self._window.setWindowState(self._window_state)
        self._window.set_chrome(True)
        for splitter, state in self._splitters:
            splitter.restoreState(state)
        if session.project is self._project:
            self._linking.go(self._before)
        self._linking.views.is_held = False
        self.ended.emit()
        self.deleteLater()
