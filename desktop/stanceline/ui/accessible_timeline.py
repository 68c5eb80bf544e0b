"""The timeline for screen readers: a list whose items are the marks in view, row by row in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleSelectionInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from stanceline.ui.accessible_item import NOTHING, PartInterface, Parts, pointer
from stanceline.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from stanceline.model.marks import Corpus
    from stanceline.ui.plot.timeline import TimelineView


class TimelineInterface(QAccessibleWidget):
    """Items first, then the widgets beside the plot (matrix, overview, scroll bars). Nothing is made before it is
    asked for, so that a million marks in view cost no more than ten."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.view = view
        self._parts = Parts()
        self._of: Corpus | None = None
        self._selection = _Selection(self)

    def forget(self) -> None:
        """Take back every item: the view is gone."""
        self._parts.clear()

    # ---- which marks

    def _cuts(self) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.int64]]]:
        """First places of the rows in view, and running counts of what lies in the visible range."""
        state = self.view.state
        if self._of is not state.corpus:
            self._of = state.corpus
            self._parts.retire()
        rows = np.arange(state.geometry.first, state.geometry.end, dtype=np.int64)
        low, high = state.index.cut(rows, state.begin_s), state.index.cut(rows, state.end_s)
        return low, np.concatenate(([0], np.cumsum(high - low)))

    def mark_count(self) -> int:
        """Marks in view."""
        return int(self._cuts()[1][-1]) if len(self.view.state.index) else 0

    def number_of(self, child: int) -> int:
        """Mark number of a child."""
        low, sums = self._cuts()
        row = int(np.searchsorted(sums, child, side="right")) - 1
        return int(self.view.state.index.order[int(low[row]) + child - int(sums[row])])

    def child_of(self, number: int) -> int:
        """Place of a mark among the children, -1 where it is out of view."""
        state = self.view.state
        if not 0 <= number < len(state.corpus.marks):
            return -1
        low, sums = self._cuts()
        row = int(state.corpus.marks.row[number]) - state.geometry.first
        if not 0 <= row < len(low):
            return -1
        step = int(state.index.place[number]) - int(low[row])
        return int(sums[row]) + step if 0 <= step < int(sums[row + 1] - sums[row]) else -1

    def mark(self, number: int) -> MarkInterface:
        """The item of a mark."""
        self._cuts()
        found = self._parts.get(number, lambda: MarkInterface(self, self.view, number))
        assert isinstance(found, MarkInterface)
        return found

    def _widgets(self) -> list[QWidget]:
        return [widget for widget in self.view.side_widgets() if widget.isVisible()]

    # ---- what Qt asks

    def childCount(self) -> int:
        return self.mark_count() + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        count = self.mark_count()
        if 0 <= index < count:
            return self.mark(self.number_of(index))
        widgets = self._widgets()
        beside = index - count
        return QAccessible.queryAccessibleInterface(widgets[beside]) if 0 <= beside < len(widgets) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, MarkInterface):
            return self.child_of(child.number)
        for beside, widget in enumerate(self._widgets()):
            if child.object() is widget:
                return self.mark_count() + beside
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        at = QPoint(x, y)
        numbers = self.view.numbers_at_global(at)
        if numbers:
            return self.mark(numbers[0])
        for widget in self._widgets():
            if widget.rect().contains(widget.mapFromGlobal(at)):
                return QAccessible.queryAccessibleInterface(widget)
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        focused = self.view.state.focused
        if self.view.hasFocus() and focused is not None:
            return self.mark(focused)
        return None

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        if kind == QAccessible.Text.Description:
            return self.view.spoken_view()
        if kind == QAccessible.Text.Help:
            return say("Arrow keys go from mark to mark, Enter opens, Space selects, plus and minus zoom.")
        return super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.SelectionInterface:
            return pointer(self._selection)
        found = super().interface_cast(kind)
        return NOTHING if found is None else found


class MarkInterface(PartInterface):
    """One mark; its name is a whole sentence."""

    def __init__(self, whole: TimelineInterface, view: TimelineView, number: int) -> None:
        super().__init__(whole, view)
        self._view, self._corpus, self.number = view, view.state.corpus, number
        self.give_action(say("Open"), self._open)

    def _open(self) -> None:
        if self.isValid():
            self._view.select_numbers([self.number], focus=self.number)
            self._view.mark_activated.emit(self._view.state.key_of(self.number))

    def isValid(self) -> bool:
        return self.owner_is_there() and self._view.state.corpus is self._corpus

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        return self.on_screen(self._view.event_rect(self._view.state.key_of(self.number)) if self.isValid() else None)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        plot = self._view.state
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.number in plot.chosen
        state.focused = self._view.hasFocus() and plot.focused == self.number
        state.offscreen = plot.rect_of(self.number) is None
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self._view.spoken(self.number)
        if kind == QAccessible.Text.Description:
            return self._view.describe(self._view.state.key_of(self.number)).replace("\n", ". ")
        return ""


class _Selection(QAccessibleSelectionInterface):
    """Lets a screen reader select marks as the mouse does."""

    def __init__(self, whole: TimelineInterface) -> None:
        super().__init__()
        self._whole = whole

    def _chosen(self) -> list[int]:
        if not Shiboken.isValid(self._whole):
            return []
        chosen = sorted(self._whole.view.state.chosen)
        return [number for number in chosen if self._whole.child_of(number) >= 0]

    def selectedItemCount(self) -> int:
        return len(self._chosen())

    def selectedItems(self) -> list[QAccessibleInterface]:
        return [self._whole.mark(number) for number in self._chosen()]

    def selectedItem(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        chosen = self._chosen()
        return self._whole.mark(chosen[index]) if 0 <= index < len(chosen) else None

    def isSelected(self, child: QAccessibleInterface) -> bool:
        return isinstance(child, MarkInterface) and child.number in self._whole.view.state.chosen

    def select(self, child: QAccessibleInterface) -> bool:
        return self._change(child, is_added=True)

    def unselect(self, child: QAccessibleInterface) -> bool:
        return self._change(child, is_added=False)

    def _change(self, child: QAccessibleInterface, *, is_added: bool) -> bool:
        if not isinstance(child, MarkInterface) or not child.isValid():
            return False
        view = self._whole.view
        kept = view.state.chosen - {child.number}
        view.select_numbers(sorted(kept | {child.number} if is_added else kept), focus=child.number)
        return True

    def selectAll(self) -> bool:
        view = self._whole.view
        view.select_numbers(range(len(view.state.corpus.marks)), focus=view.state.focused)
        return True

    def clear(self) -> bool:
        self._whole.view.select_numbers([])
        return True
