"""Keeps what steps have made, so that a small change makes anew only what hangs on it.

A step is a pure function of a few values. Its result is recalled while these are the very same objects; values that
are made anew each time are first exchanged for the equal ones of before (`same`), and so keep their identity. What
neither this round nor the two before have asked for is let go: the memory is bounded by three rounds' results, and
going back one step, as by undo, costs nothing.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)
_Key = tuple[Any, ...]
_EARLIER = 2
"""Rounds that are kept besides the present one: the one to go back from, and the one to go back to."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A result with its inputs, whose identities nobody else is given while they are kept, and the steps inside it."""

    inputs: tuple[Any, ...]
    result: Any
    inside: tuple[_Key, ...]


class Memory:
    """Results of steps by name and inputs, over three rounds. Not for use by several threads."""

    def __init__(self) -> None:
        self._now: dict[_Key, _Kept] = {}
        self._earlier: tuple[dict[_Key, _Kept], ...] = ()
        self._open: list[list[_Key]] = []

    def __len__(self) -> int:
        """How many results are kept."""
        return len(self._now.keys() | {key for kept in self._earlier for key in kept})

    def begin_round(self) -> None:
        """Let go what the last rounds did not ask for."""
        self._earlier, self._now = (self._now, *self._earlier)[:_EARLIER], {}

    def recall(self, step: str, inputs: Sequence[Any], make: Callable[[], T]) -> T:
        """What `make` gave for these very objects, or gives now. It may depend on nothing else, but recall more."""
        result: T = self._recall((step, *map(id, inputs)), tuple(inputs), make)
        return result

    def same(self, kind: str, value: H) -> H:
        """The equal value that was handed in before, else this one."""
        result: H = self._recall((kind, None, value), (), lambda: value)
        return result

    def _recall(self, key: _Key, inputs: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        if self._open:
            self._open[-1].append(key)
        if key not in self._now:
            kept = next((kept for kept in self._earlier if key in kept), None)
            if kept is None:
                self._now[key] = self._made(inputs, make)
            else:
                self._keep(key, kept)
        return self._now[key].result

    def _made(self, inputs: tuple[Any, ...], make: Callable[[], Any]) -> _Kept:
        inside: list[_Key] = []
        self._open.append(inside)
        try:
            return _Kept(inputs, make(), tuple(inside))
        finally:
            self._open.pop()

    def _keep(self, key: _Key, kept: dict[_Key, _Kept]) -> None:
        """Carry a result over with the steps inside it: a later change may need these one by one."""
        waiting = [key]
        while waiting:
            key = waiting.pop()
            if key not in self._now:
                self._now[key] = kept[key]
                waiting.extend(self._now[key].inside)
