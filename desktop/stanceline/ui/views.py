"""Back and forward through what was looked at: range, filter and selection, fifty deep, apart from undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stanceline.model.filters import Filter

DEEPEST = 50


@dataclass(frozen=True)
class ViewState:
    """One view: the visible range in seconds, the filter, the selected keys."""

    begin_s: float
    end_s: float
    filter: Filter
    keys: tuple[str, ...]


class ViewHistory:
    """States in order with a place among them; a new one drops what lies ahead."""

    def __init__(self) -> None:
        self._states: list[ViewState] = []
        self._at = -1

    def visit(self, state: ViewState) -> None:
        """Remember a view that was arrived at."""
        if self._states and self._states[self._at] == state:
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

    def can_go_back(self) -> bool:
        """Whether there is a view before."""
        return self._at > 0

    def can_go_forward(self) -> bool:
        """Whether there is a view after."""
        return self._at + 1 < len(self._states)

    def clear(self) -> None:
        """Forget all."""
        self._states, self._at = [], -1
