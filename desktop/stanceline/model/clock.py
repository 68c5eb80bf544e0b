"""What a view knows: everything, or only what was known on a day; and two such views side by side.

Values only, small enough for a view's memory: plain fields of numbers, texts and tuples.
"""

from dataclasses import dataclass
from typing import Literal

ClockKind = Literal["event", "published"]
"""Known from when it happened (was said), or from when the report of it was published."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`as_of` in seconds since 1970: what became known before that instant is known; None for everything.

    `follow` keeps the instant at the right edge of the timeline.
    """

    as_of: int | None = None
    kind: ClockKind = "event"
    follow: bool = False

    def __bool__(self) -> bool:
        return self.as_of is not None


PRESENT = Clock()
"""Everything is known."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one half of a comparison is counted from: a half-open period in seconds, and sources by outlet ("" where
    unknown) or by article; None for no restriction."""

    period: tuple[int, int] | None = None
    outlets: tuple[str, ...] | None = None
    articles: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides, A and B."""

    a: Side
    b: Side
