"""What keys do in the timeline: move the focus along lanes and between them, select, pan, zoom."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent

from stanceline.ui.accessible import announce, tell_focus
from stanceline.ui.accessible_timeline import TimelineInterface

if TYPE_CHECKING:
    from stanceline.ui.plot.canvas import TimelineCanvas
    from stanceline.ui.plot.plot_state import PlotState
    from stanceline.ui.plot.timeline import TimelineView


class TimelineKeys:
    """Turns the keys of one timeline into its commands."""

    def __init__(self, view: TimelineView, state: PlotState, canvas: TimelineCanvas) -> None:
        self._view, self._state, self._canvas = view, state, canvas
        self.takes_letters = True
        """Whether single letters and signs do something; people who speak to their computer want them off."""
        self.takes_trace_keys = False
        """Whether the keys at the places of W, A, S, D zoom and pan, whatever letters they bear."""

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        return self._trace(event) or self._move(event) or self._act(event)

    def _trace(self, event: QKeyEvent) -> bool:
        place = place_of(event) if self.takes_trace_keys and not event.modifiers() else ""
        acts: dict[str, Callable[[], object]] = {
            "w": self._view.zoom_in, "s": self._view.zoom_out,
            "a": lambda: self._view.pan(-0.1), "d": lambda: self._view.pan(0.1),
        }  # fmt: skip
        if place:
            acts[place]()
        return bool(place)

    def _target(self, key: int, *, with_ctrl: bool) -> int | None:
        state = self._state
        if key == Qt.Key.Key_Left:
            return state.neighbor(-1)
        if key == Qt.Key.Key_Right:
            return state.neighbor(1)
        if key == Qt.Key.Key_Up:
            return state.neighbor_row(-1)
        if key == Qt.Key.Key_Down:
            return state.neighbor_row(1)
        last = key == Qt.Key.Key_End
        return state.overall_end(last=last) if with_ctrl else state.row_end(last=last)

    def _move(self, event: QKeyEvent) -> bool:
        view = self._view
        key, modifiers = event.key(), event.modifiers()
        ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        if shift and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            view.pan(-0.1 if key == Qt.Key.Key_Left else 0.1)
            return True
        if shift and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            view.pan(-1.0 if key == Qt.Key.Key_PageUp else 1.0)
            return True
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            page = self._state.height * (-0.9 if key == Qt.Key.Key_PageUp else 0.9)
            view.scroll_rows_to(self._state.scroll_px + page)
            return True
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if key not in (*arrows, Qt.Key.Key_Home, Qt.Key.Key_End):
            return False
        target = self._target(key, with_ctrl=ctrl)
        if target is None:
            return True
        self._canvas.shows_focus = True
        if ctrl and key in arrows:
            self._state.focused = target
            self._canvas.viewport().update()
        elif shift:
            view.select_numbers(sorted({*self._state.chosen, target}), focus=target)
        else:
            view.select_numbers([target], focus=target)
        view.reveal_number(target)
        self._announce(target)
        return True

    def _announce(self, number: int) -> None:
        """Let a screen reader say which mark has the focus: as an item, or as a sentence where it is out of view."""
        if not QAccessible.isActive():
            return
        whole = QAccessible.queryAccessibleInterface(self._view)
        child = whole.child_of(number) if isinstance(whole, TimelineInterface) else -1
        if child >= 0:
            tell_focus(self._view, child)
        else:
            announce(self._view, self._view.spoken(number))

    def _act(self, event: QKeyEvent) -> bool:
        view = self._view
        key, modifiers = event.key(), event.modifiers()
        plain = not modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        focused = self._state.focused
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            item = self._state.layout.item_of(int(self._state.index.place[focused]))
            members = [focused] if item is None else self._state.members(item)
            if len(members) > 1:
                view.fit_numbers(members)
            view.mark_activated.emit(self._state.key_of(focused))
        elif key == Qt.Key.Key_Space and focused is not None:
            view.select_numbers(sorted(self._state.chosen.symmetric_difference({focused})), focus=focused)
        elif key == Qt.Key.Key_Escape:
            return self._escape()
        elif key == Qt.Key.Key_A and modifiers == Qt.KeyboardModifier.ControlModifier:
            view.select_numbers(range(len(self._state.corpus.marks)), focus=focused)
        elif plain and self.takes_letters:
            return self._letter(Qt.Key(key))
        else:
            return False
        return True

    def _letter(self, key: Qt.Key) -> bool:
        view, keys = self._view, Qt.Key
        acts: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_Plus: view.zoom_in, keys.Key_Equal: view.zoom_in, keys.Key_Minus: view.zoom_out,
            keys.Key_F: view.fit_selection, keys.Key_T: view.show_today, keys.Key_Question: view.keys_asked.emit,
        }  # fmt: skip
        act = acts.get(key)
        if act is not None:
            act()
        return act is not None

    def _escape(self) -> bool:
        """First lets go of what was brushed, then of the selection, then of the keyboard."""
        if self._canvas.cancel_drag() or self._view.let_go_of_brush():
            return True
        if self._state.chosen:
            self._view.select_numbers([])
        else:
            self._view.left.emit()
        return True


_PLACES = {
    "linux": {25: "w", 38: "a", 39: "s", 40: "d"},
    "win32": {0x11: "w", 0x1E: "a", 0x1F: "s", 0x20: "d"},
    "darwin": {13: "w", 0: "a", 1: "s", 2: "d"},
}
"""The keys left of the middle of the keyboard, by the numbers that each system has for the places of keys."""
_LETTERS = {Qt.Key.Key_W: "w", Qt.Key.Key_A: "a", Qt.Key.Key_S: "s", Qt.Key.Key_D: "d"}


def place_of(event: QKeyEvent) -> str:
    """The letter that an American keyboard has at the place of a key, for the four keys w, a, s, d; else nothing."""
    is_mac = sys.platform == "darwin"
    code = event.nativeVirtualKey() if is_mac else event.nativeScanCode()
    if code or is_mac:
        return _PLACES.get(sys.platform, {}).get(code, "")
    # Keys that a program sends have no place.
    return _LETTERS.get(Qt.Key(event.key()), "")
