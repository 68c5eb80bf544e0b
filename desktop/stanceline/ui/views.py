"""The present view as a value, going to another one, and the way back and forward through those looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

from stanceline.model.view_state import ViewState

if TYPE_CHECKING:
    from stanceline.ui.plot.timeline import TimelineView
    from stanceline.ui.session import Session

DEEPEST = 50
_LOOKING_PAUSE_MS = 700
"""A view that was looked at this long can be gone back to."""
_Value = TypeVar("_Value")


class ViewHistory:
    """States in order with a place among them; a new one drops what lies ahead."""

    def __init__(self) -> None:
        self._states: list[ViewState] = []
        self._at = -1

    def visit(self, state: ViewState) -> None:
        """Remember a view that was arrived at; rows scrolled elsewhere are no new view."""
        if self._states and self._states[self._at].looks_like(state):
            self._states[self._at] = state
            return
        self._states = [*self._states[: self._at + 1], state][-DEEPEST:]
        self._at = len(self._states) - 1

    def back(self) -> ViewState | None:
        """The view before, None at the first."""
        if not self.can_go_back():
            return None
        self._at -= 1
        return self._states[self._at]

    def forward(self) -> ViewState | None:
        """The view after, None at the last."""
        if not self.can_go_forward():
            return None
        self._at += 1
        return self._states[self._at]

    def has_any(self) -> bool:
        """Whether a view was remembered."""
        return bool(self._states)

    def can_go_back(self) -> bool:
        """Whether there is a view before."""
        return self._at > 0

    def can_go_forward(self) -> bool:
        """Whether there is a view after."""
        return self._at + 1 < len(self._states)

    def clear(self) -> None:
        """Forget all."""
        self._states, self._at = [], -1


class Views(QObject):
    """Makes the present view of one window a `ViewState`, shows another one, and keeps the history of those seen.

    Parts of the window that a view hangs on, too, join with `add`: a name, what gives the value, what takes it.
    """

    changed = Signal()
    """There is more, or less, to go back or forward to."""

    def __init__(self, session: Session, timeline: TimelineView, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._timeline = session, timeline
        self._parts: dict[str, tuple[Callable[[], Any], Callable[[Any], None]]] = {}
        self._waiting: ViewState | None = None
        self.history = ViewHistory()
        self.is_going = False
        """While a view is being shown: what moves then was not moved by hand."""
        self.is_held = False
        """While views are played: what is seen then is not remembered."""
        self._pause = QTimer(self, singleShot=True, interval=_LOOKING_PAUSE_MS)
        self._pause.timeout.connect(self._visit)

    def add(
        self, name: str, kind: type[_Value], now: Callable[[], _Value | None], go: Callable[[_Value | None], None]
    ) -> None:
        """Take a further value into every view: `kind` is a frozen dataclass or plain; None where there is nothing.

        `go` is called before the range is set, also with None; a value that cannot be read any more counts as None.
        """

        def take(plain: Any) -> None:
            value = None
            if plain is not None:
                try:
                    value = msgspec.convert(plain, kind)
                except (msgspec.MsgspecError, ValueError):
                    # Kept by another version of the program: the rest of the view can still be shown.
                    value = None
            go(value)

        self._parts[name] = (now, take)

    # ---- the present view

    def now(self) -> ViewState:
        """What the window shows."""
        session, timeline = self._session, self._timeline
        begin, end = timeline.visible_range()
        # Through JSON, so that a view equals itself after it was kept and read again.
        more = {name: msgspec.json.decode(msgspec.json.encode(now())) for name, (now, _) in self._parts.items()}
        return ViewState(
            begin, end, timeline.top_row(), session.filters.value, session.filters.dimmed,
            session.selection.keys, session.selection.current, session.grouping, session.sort, timeline.row_height(),
            session.clock, session.comparison, {name: value for name, value in more.items() if value is not None},
        )  # fmt: skip

    def go(self, state: ViewState | None) -> None:
        """Show a view; before the first analysis as soon as there is one."""
        if state is None:
            return
        session, timeline = self._session, self._timeline
        if session.corpus is None:
            self._waiting = state
            return
        self._waiting, self.is_going = None, True
        if (state.grouping, state.sort) != (session.grouping, session.sort):
            session.order_rows(grouping=state.grouping, sort=state.sort)
        for name, (_, take) in self._parts.items():
            take(state.more.get(name))
        session.set_clock(state.clock)
        session.compare(state.comparison)
        session.filters.set(state.filter)
        session.filters.set_dimmed(state.dimmed & frozenset(state.filter.parts()))
        session.cut_now()
        kept = [key for key in state.keys if session.index.finding(key) is not None]
        session.selection.select(kept, state.current)
        timeline.set_row_height(state.row_height)
        timeline.set_visible_range(state.begin_s, state.end_s)
        timeline.scroll_rows_to(state.top_row * timeline.row_height())
        self._pause.stop()
        self.is_going = False
        self.changed.emit()

    def show_waiting(self) -> bool:
        """Show the view that was asked for too early; False where there is none, or still nothing to show."""
        if self._waiting is None or self._session.corpus is None:
            return False
        self.go(self._waiting)
        return True

    # ---- before and after

    def look(self) -> None:
        """Something changed: what is seen now is a view as soon as it was looked at for a while."""
        if self.is_going or self.is_held:
            return
        was_waiting = self._pause.isActive()
        self._pause.start()
        if not was_waiting:
            self.changed.emit()

    def visit_now(self) -> None:
        """Take the present view into the history at once, before a jump."""
        self._pause.stop()
        self._visit()

    def _visit(self) -> None:
        if not self.is_going and self._session.has_articles() and self._session.corpus is not None:
            self.history.visit(self.now())
            self.changed.emit()

    def can_go_back(self) -> bool:
        """Whether there is a view before the present one."""
        return self.history.can_go_back() or (self._pause.isActive() and self.history.has_any())

    def can_go_forward(self) -> bool:
        """Whether there is a view after the present one."""
        return self.history.can_go_forward()

    def back(self) -> None:
        """Show the view before; the present one can be come forward to, however short it was looked at."""
        self._settle()
        self.go(self.history.back())

    def forward(self) -> None:
        """Show the view after."""
        self._settle()
        self.go(self.history.forward())

    def _settle(self) -> None:
        if self._pause.isActive():
            self.visit_now()

    def clear(self) -> None:
        """Forget all views: other articles are shown."""
        self._pause.stop()
        self._waiting = None
        self.history.clear()
        self.changed.emit()


class SideButtons(QObject):
    """Lets the side buttons of a mouse go back and forward, wherever in the window they are pressed.

    Watches the native window: panes that take every press for themselves never hand one on.
    """

    def __init__(self, window: QWidget, views: Views) -> None:
        super().__init__(window)
        self._window = window
        self._acts = {Qt.MouseButton.BackButton: views.back, Qt.MouseButton.ForwardButton: views.forward}
        self._handle: QWindow | None = None
        window.installEventFilter(self)
        self._watch()

    def _watch(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            # A window gets its native one when it is shown first, and another one on some changes of its flags.
            if event.type() in (QEvent.Type.Show, QEvent.Type.WinIdChange):
                self._watch()
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            act = self._acts.get(event.button())
            if act is not None:
                act()
                return True
        return False
