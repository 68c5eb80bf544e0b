"""Keeps what steps have made, so that a small change makes anew only what hangs on it.

A step is a pure function of a few values. Its result is recalled while these are the very same objects; values that
are made anew each time are first exchanged for the equal ones of before (`same`), and so keep their identity. What
neither this round nor the two before have asked for is let go: the memory is bounded by three rounds' results, and
going back one step, as by undo, costs nothing.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)
_Key = tuple[Any, ...]
_Kept = tuple[tuple[Any, ...], Any]
"""Inputs and result. The inputs are kept, so that their identities are given to no other object meanwhile."""
_EARLIER = 2
"""Rounds that are kept besides the present one: the one to go back from, and the one to go back to."""


class Memory:
    """Results of steps by name and inputs, over three rounds. Not for use by several threads."""

    def __init__(self) -> None:
        self._now: dict[_Key, _Kept] = {}
        self._earlier: tuple[dict[_Key, _Kept], ...] = ()
        self._parts: dict[str, Memory] = {}

    def __len__(self) -> int:
        """How many results are kept."""
        own = self._now.keys() | {key for kept in self._earlier for key in kept}
        return len(own) + sum(len(part) for part in self._parts.values())

    def begin_round(self) -> None:
        """Let go what the last rounds did not ask for."""
        self._earlier, self._now = (self._now, *self._earlier)[:_EARLIER], {}

    def recall(self, step: str, inputs: Sequence[Any], make: Callable[[], T]) -> T:
        """What `make` gave for these very objects, or gives now; it may depend on nothing else."""
        result: T = self._recall((step, *map(id, inputs)), inputs, make)
        return result

    def recall_parts(self, step: str, inputs: Sequence[Any], make: Callable[["Memory"], T]) -> T:
        """`recall` for a step that keeps parts of its result in a memory of its own, which is handed to `make`.

        Rounds in which the step is recalled as a whole do not count there, however many they are.
        """

        def make_with_part() -> T:
            part = self._parts.setdefault(step, Memory())
            part.begin_round()
            return make(part)

        return self.recall(step, inputs, make_with_part)

    def same(self, kind: str, value: H) -> H:
        """The equal value that was handed in before, else this one."""
        result: H = self._recall((kind, None, value), (), lambda: value)
        return result

    def _recall(self, key: _Key, inputs: Sequence[Any], make: Callable[[], Any]) -> Any:
        found = self._now.get(key)
        if found is None:
            found = next((kept[key] for kept in self._earlier if key in kept), None)
            if found is None:
                found = (tuple(inputs), make())
            self._now[key] = found
        return found[1]
