"""What keys do in the timeline: move the focus along lanes and between them, select, pan, zoom."""

from __future__ import annotations

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

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        return self._move(event) or self._act(event)

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
        elif plain and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            view.zoom_in()
        elif plain and key == Qt.Key.Key_Minus:
            view.zoom_out()
        elif plain and key == Qt.Key.Key_F:
            view.fit_selection()
        elif plain and key == Qt.Key.Key_T:
            view.show_today()
        else:
            return False
        return True

    def _escape(self) -> bool:
        if self._canvas.cancel_drag():
            return True
        if self._state.chosen:
            self._view.select_numbers([])
            return True
        return False
