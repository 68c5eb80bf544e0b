"""One view as a value that can be kept: what is looked at, where, in which order and how; and its JSON.

Saved views, the history of views and exported pictures hold it. Reading is strict about what it knows (types, bounds,
version) and leaves out keys that it does not know, so that a newer program may add some.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from stanceline import StancelineError
from stanceline.model.clock import PRESENT, Clock, Comparison
from stanceline.model.corpus import Grouping, Sort
from stanceline.model.filters import EVERYTHING, Filter, FilterPart

VERSION = 1
"""Raised when what a key means changes, never when a key is added."""
_LONGEST = 8 << 20


class ViewStateError(StancelineError):
    """A text that is no view, or one of a newer program."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """One view. Times are seconds since 1970; `keys` are the selected marks, `current` the one looked at.

    `dimmed` names the parts of the filter that draw pale what they take away. `top_row` is what lies above the upper
    edge, in rows, so that it means the same at any height of a row. `more` holds what other parts of a window add
    under a name of their own ("layout", "columns"), as plain JSON values.
    """

    begin_s: float
    end_s: float
    top_row: float = 0.0
    filter: Filter = EVERYTHING
    dimmed: frozenset[FilterPart] = frozenset()
    keys: tuple[str, ...] = ()
    current: str | None = None
    grouping: Grouping = "actor"
    sort: Sort = "first"
    row_height: int = 40
    clock: Clock = PRESENT
    comparison: Comparison | None = None
    more: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # msgspec tells a reader of JSON what is wrong by this sentence.
        if not self.begin_s < self.end_s:
            raise ValueError("its range ends before it begins")

    def looks_like(self, other: "ViewState") -> bool:
        """Whether both show the same but for how far the rows are scrolled."""
        return replace(self, top_row=other.top_row) == other

    def to_json(self) -> str:
        """The view as JSON in one line; the same for the same view."""
        return encode_view(msgspec.to_builtins(self, order="deterministic"))

    @classmethod
    def from_json(cls, text: str | bytes) -> "ViewState":
        """The view that `to_json` wrote. Raises `ViewStateError`."""
        if len(text) > _LONGEST:
            raise ViewStateError("The view is too large to be one that Stanceline wrote.")
        try:
            return msgspec.convert(checked_view(msgspec.json.decode(text)), cls)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise ViewStateError(f"This is no view that Stanceline can show: {error}.") from error


def encode_view(values: Mapping[str, Any]) -> str:
    """Plain values with the version, as JSON."""
    return msgspec.json.encode({"version": VERSION, **values}, order="deterministic").decode()


def checked_view(values: Any) -> Mapping[str, Any]:
    """What was read from JSON, where it is of a version that can be read. Raises `ViewStateError`."""
    version = values.get("version") if isinstance(values, dict) else None
    if not isinstance(version, int) or version is True or version < 1:
        raise ViewStateError("This is no view that Stanceline can show: it does not say its version.")
    if version > VERSION:
        raise ViewStateError(
            f"The view was made by a newer version of Stanceline (views {version}, this program reads up to "
            f"{VERSION}). Update the program."
        )
    found: Mapping[str, Any] = values
    return found
