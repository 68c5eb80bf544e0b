"""The one selection and the one filter that all views share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from stanceline.model.filters import Filter, FilterPart

SelectionMode = Literal["replace", "add", "keep", "remove"]
"""What a click without modifiers does with what was selected before."""
_Item = TypeVar("_Item")


def combined(before: Iterable[_Item], chosen: Iterable[_Item], mode: SelectionMode) -> list[_Item]:
    """What is selected after `chosen` was clicked: instead of, besides, only those of, or without what was before.

    A click on nothing changes nothing, but for `replace`.
    """
    old, new = list(dict.fromkeys(before)), list(dict.fromkeys(chosen))
    if mode == "replace":
        return new
    if mode == "add" or not new:
        return list(dict.fromkeys([*old, *new]))
    hit = set(new)
    return [item for item in old if (item in hit) == (mode == "keep")]


class Selection(QObject):
    """Keys of the selected marks in order, and the one among them that is looked at."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self._current: str | None = None
        self.mode: SelectionMode = "replace"

    @property
    def keys(self) -> tuple[str, ...]:
        """The selected marks."""
        return self._keys

    @property
    def current(self) -> str | None:
        """The selected mark that the detail pane shows."""
        return self._current

    @property
    def place(self) -> int:
        """Where the current mark stands among the selected, from 0."""
        return self._keys.index(self._current) if self._current in self._keys else 0

    def select(self, keys: Iterable[str], current: str | None = None) -> None:
        """Replace the selection; `current` defaults to the first key."""
        chosen = tuple(dict.fromkeys(keys))
        looked_at = current if current in chosen else (chosen[0] if chosen else None)
        if (chosen, looked_at) != (self._keys, self._current):
            self._keys, self._current = chosen, looked_at
            self.changed.emit()

    def take(self, keys: Iterable[str], current: str | None = None) -> None:
        """Select what was clicked, as the mode has it."""
        self.select(combined(self._keys, keys, self.mode), current)

    def step(self, by: int) -> None:
        """Look at the next or previous of the selected marks, round and round."""
        if self._keys:
            self.select(self._keys, self._keys[(self.place + by) % len(self._keys)])


class FilterModel(QObject):
    """The filter in force. `changed` follows each real change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value: Filter | None = None
        self._dims = False
        self._own: dict[FilterPart, bool] = {}

    @property
    def value(self) -> Filter:
        """The filter; nothing is restricted at first."""
        if self._value is None:
            # The model knows the arrays: not before the first paint.
            from stanceline.model.filters import EVERYTHING

            self._value = EVERYTHING
        return self._value

    def set(self, value: Filter) -> None:
        """Use another filter."""
        if value != self.value:
            self._value = value
            self.changed.emit()

    @property
    def dimmed(self) -> frozenset[FilterPart]:
        """The parts in force that draw pale what they take away, instead of hiding it."""
        if self._value is None:
            return frozenset()
        return frozenset(part for part in self._value.parts() if self._own.get(part, self._dims))

    def set_dimming(self, dims: bool) -> None:
        """Let all parts dim, or hide; also those that were set apart."""
        before, self._dims = self.dimmed, dims
        self._own.clear()
        if self.dimmed != before:
            self.changed.emit()

    def set_dimmed(self, parts: Collection[FilterPart]) -> None:
        """Let just these of the parts in force dim."""
        if frozenset(parts) != self.dimmed:
            self._own.update((part, part in parts) for part in self.value.parts())
            self.changed.emit()

    def remove(self, part: FilterPart) -> None:
        """Take one restriction away."""
        self.set(self.value.without(part))

    def clear(self) -> None:
        """Show everything."""
        from stanceline.model.filters import EVERYTHING

        self.set(EVERYTHING)

    def is_active(self) -> bool:
        """Whether anything is restricted."""
        return bool(self._value)
