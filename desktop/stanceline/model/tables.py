"""The tables of one analysis as pandas frames: checked where they are made, made when first asked for or before.

A window makes them ahead of use in small steps between two frames; a command just asks. One object belongs to one
analysis for good, so that steps under way for an older analysis can be dropped without harm.
"""

from collections.abc import Generator, Iterator, Mapping
from typing import TYPE_CHECKING

from stanceline.model.difference import TABLES
from stanceline.model.prepared import Prepared, prepare
from stanceline.records import Analysis

if TYPE_CHECKING:
    import pandas as pd

_JOINED = ("articles", "actors", "statements", "stances", "events")
_BESIDE_MARKS = frozenset({"problems", "timexes"})
"""Tables that say nothing about the joined table of marks."""


class Tables(Mapping[str, "pd.DataFrame"]):
    """Frames by name, in the order of the analysis; not to be changed."""

    # pandas takes a fifth of a second to import and must not delay the first paint: only methods bring it in.

    def __init__(self, analysis: Analysis, prepared: Prepared | None = None) -> None:
        self._analysis = analysis
        self._prepared = prepared
        self._frames: dict[str, pd.DataFrame] = {}
        self._marks: pd.DataFrame | None = None

    def renewed(self, analysis: Analysis, prepared: Prepared | None, changed: frozenset[str]) -> "Tables":
        """The tables of the next analysis; frames of tables that are not among `changed` are kept."""
        new = Tables(analysis, prepared)
        new._frames = {name: frame for name, frame in self._frames.items() if name not in changed}
        if changed <= _BESIDE_MARKS:
            new._marks = self._marks
        return new

    def __getitem__(self, name: str) -> "pd.DataFrame":
        if name not in TABLES:
            raise KeyError(name)
        return _finished(self._making(name))

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    @property
    def marks(self) -> "pd.DataFrame":
        """Stances, statements and events joined with actors and articles, see `marks_table.MARKS`."""
        return _finished(self._making_marks())

    @property
    def marks_at_hand(self) -> "pd.DataFrame | None":
        """`marks` where asking costs nothing, None before it is made."""
        return self._marks

    def make(self) -> Iterator[None]:
        """Make what is missing, a few milliseconds a step."""
        for name in TABLES:
            yield from self._making(name)
        yield from self._making_marks()

    def _making(self, name: str) -> "Generator[None, None, pd.DataFrame]":
        if name not in self._frames:
            from stanceline.model.schema import making

            made = yield from making(name, getattr(self._analysis, name))
            # Asked for in between: the first one stays, so that there is only one.
            self._frames.setdefault(name, made)
        return self._frames[name]

    def _making_marks(self) -> "Generator[None, None, pd.DataFrame]":
        if self._marks is None:
            from stanceline.model.marks_table import making_marks

            for name in _JOINED:
                yield from self._making(name)
            if self._prepared is None:
                self._prepared = prepare(self._analysis)
            made = yield from making_marks(self, self._prepared)
            self._marks = made if self._marks is None else self._marks
        return self._marks


def _finished(steps: "Generator[None, None, pd.DataFrame]") -> "pd.DataFrame":
    from stanceline.model.schema import finished

    return finished(steps)
