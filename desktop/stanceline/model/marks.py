"""What views draw: marks, rows and cells as arrays, one entry each.

Arrays only: no tables, no Qt. Times are seconds since 1970, naive. A mark is a statement, a stance or an
event in the row of one actor. Marks without a usable date are listed apart (`undated`), never dropped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stanceline.model.clock import PRESENT, Clock, Comparison
from stanceline.model.evidence import Evidence, no_evidence


class Kind(IntEnum):
    """What a mark stands for; decides its shape."""

    EVENT = 0
    STATEMENT = 1
    STANCE = 2


class Trait(IntFlag):
    """Visible classes of a mark or cell; each is drawn, and each can be filtered."""

    NONE = 0
    SECOND_HAND = 1
    PLANNED = 2
    UNCERTAIN = 4
    SUGGESTED = 8
    INFERRED_DATE = 16
    HYPOTHETICAL = 32
    CANCELLED = 64
    DENIED = 128
    EDITED = 256
    APPROXIMATE = 512
    CONDITIONAL = 1024
    CONFLICT = 2048
    UNCONFIRMED = 4096
    """A plan whose time has passed without a report that it took place."""
    RECURRING = 8192
    MILESTONE = 16_384
    """A vote, a ruling, a signed treaty: what decides something (see `EventRow.milestone`)."""
    SINCE = 32_768
    """From the written time on, without a known end; the next four are the other ends that a time can leave open."""
    UNTIL = 65_536
    BEFORE = 131_072
    AFTER = 262_144
    BY = 524_288
    """Not later than the written time."""
    COARSE = 1_048_576
    """Known to a unit longer than a day only. Drawn, never stored: the interval and its unit say it."""
    GHOST = 2_097_152
    """Where another source puts the mark. Drawn, never stored."""
    PALE = 4_194_304
    """Not yet known on the day that the view looks back from. Drawn, never stored."""
    MEETING = 8_388_608
    """A summit, talks, a visit; this and the next three are sorts of events (`EventRow.sort`). At most one is set."""
    PROTEST = 16_777_216
    INCIDENT = 33_554_432
    PUBLICATION = 67_108_864


BOUNDS = Trait.SINCE | Trait.UNTIL | Trait.BEFORE | Trait.AFTER | Trait.BY
"""An end that is open. At most one of them is set."""


TRAIT_WORDS: tuple[tuple[Trait, str], ...] = (
    (Trait.SECOND_HAND, "second-hand"), (Trait.SUGGESTED, "suggested"), (Trait.PLANNED, "planned"),
    (Trait.UNCONFIRMED, "unconfirmed"),
    (Trait.HYPOTHETICAL, "hypothetical"), (Trait.CANCELLED, "cancelled"), (Trait.DENIED, "denied"),
    (Trait.CONDITIONAL, "conditional"), (Trait.UNCERTAIN, "uncertain"), (Trait.INFERRED_DATE, "inferred date"),
    (Trait.APPROXIMATE, "approximate"), (Trait.CONFLICT, "sources disagree"), (Trait.RECURRING, "recurring"),
    (Trait.MILESTONE, "milestone"), (Trait.MEETING, "meeting"), (Trait.PROTEST, "protest"),
    (Trait.INCIDENT, "incident"), (Trait.PUBLICATION, "publication"), (Trait.EDITED, "corrected"),
)  # fmt: skip
"""The visible classes in words, in the order in which they are listed."""
NO_STANCE = 127
"""In `Marks.stance`: the mark takes no side (an event, or a statement without a stance)."""
MIXED = 100
"""In `Cells.stance`: evidence for both sides."""
STANCE_SIGNS = {-2: "−−", -1: "−", 0: "0", 1: "+", 2: "++", MIXED: "±", NO_STANCE: "·"}
"""What a cell says without color."""


@dataclass(frozen=True)
class Row:
    """One actor as a row. `depth` 1 rows stand under the nearest row above of depth 0.

    `members` counts the rows that stand under this one, also while they are folded away (`is_folded`); `is_pinned` rows
    stand on top.
    """

    key: str
    name: str
    kind: str
    depth: int = 0
    is_group_heading: bool = False
    members: int = 0
    is_folded: bool = False
    is_pinned: bool = False


@dataclass(frozen=True)
class Marks:
    """Columns of equal length, sorted by (row, begin).

    `begin`/`end`: int64 seconds, half-open. `granularity`: index into `timex.GRANULARITIES`. `stance`:
    -2..2 or `NO_STANCE`. `traits`: `Trait` bits. `priority`: higher is labeled first. `article`: index into
    `Corpus.articles`. `reported`: int64 seconds of the report's own day, or the smallest int64 where unknown.
    `sources`: in how many articles it was read (1 each where left out).
    """

    keys: Sequence[str]
    labels: Sequence[str]
    kind: NDArray[np.int8]
    row: NDArray[np.int32]
    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    granularity: NDArray[np.int8]
    stance: NDArray[np.int8]
    traits: NDArray[np.unsignedinteger[Any]]
    priority: NDArray[np.float32]
    article: NDArray[np.int32]
    reported: NDArray[np.int64]
    sources: NDArray[np.uint16] = field(default_factory=lambda: np.empty(0, np.uint16))

    def __post_init__(self) -> None:
        if self.traits.dtype != np.uint32:
            object.__setattr__(self, "traits", self.traits.astype(np.uint32))
        if len(self.sources) != len(self.keys):
            object.__setattr__(self, "sources", np.ones(len(self.keys), np.uint16))

    def __len__(self) -> int:
        return len(self.keys)


@dataclass(frozen=True)
class Undated:
    """A mark without a usable date, with the reason."""

    key: str
    label: str
    row: int
    kind: Kind
    stance: int
    reason: str
    article: int


@dataclass(frozen=True)
class Cells:
    """Stance cells, columns of equal length; `column` is an index into `Corpus.columns`.

    `stance` is -2..2 or `MIXED`; a missing (row, column) pair means no statement found. `count` is the
    number of stances behind the cell, `copies` how many more only repeat them word for word. `before` is where the
    actor stood before its last change of position, `NO_STANCE` without one. The last three may be left out: then no
    cell has changed, none has copies, and what is behind them is not known in detail.
    """

    row: NDArray[np.int32]
    column: NDArray[np.int32]
    stance: NDArray[np.int8]
    confidence: NDArray[np.float32]
    traits: NDArray[np.uint16]
    count: NDArray[np.int32]
    stances: list[tuple[str, ...]]
    before: NDArray[np.int8] = field(default_factory=lambda: np.empty(0, np.int8))
    copies: NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    evidence: Evidence = field(default_factory=no_evidence)

    def __post_init__(self) -> None:
        count = len(self.row)
        if len(self.before) != count:
            object.__setattr__(self, "before", np.full(count, NO_STANCE, np.int8))
        if len(self.copies) != count:
            object.__setattr__(self, "copies", np.zeros(count, np.int32))
        if len(self.evidence.start) != count + 1:
            object.__setattr__(self, "evidence", no_evidence(count))

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True)
class Source:
    """An article as a numbered source of a figure. `day` is its own, counted since 1970, None where unknown."""

    key: str
    title: str
    outlet: str
    date_text: str
    day: int | None = None


@dataclass(frozen=True)
class Corpus:
    """Everything that one view or one picture shows, before range and size are chosen.

    `columns` are (proposal id, title). `total` counts all marks of the project, `hidden` those that filters
    took away: total = len(marks) + len(undated) + hidden. `others` are the times (begin, end) that other sources give
    for a mark, by its key.
    """

    rows: list[Row]
    columns: list[tuple[str, str]]
    marks: Marks
    cells: Cells
    undated: Sequence[Undated] = field(default_factory=list)
    articles: list[Source] = field(default_factory=list)
    hidden: int = 0
    others: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    clock: Clock = PRESENT
    """The day that `cells` are counted at."""
    later: NDArray[np.bool_] | None = None
    """For each mark whether it was not yet known then: drawn pale, and counted as hidden."""
    unknown: int = 0
    """How many marks were not yet known, undated ones included."""
    dimmed: NDArray[np.bool_] | None = None
    """For each mark whether a filter takes it away that dims: drawn pale, and counted as hidden."""
    comparison: Comparison | None = None
    """Then `cells` are those of side A and `other_cells` those of side B."""
    other_cells: Cells | None = None
    inapplicable: frozenset[tuple[str, str]] = frozenset()
    """Keys of rows and columns whose cell does not apply where no statement was found for it."""

    @property
    def pale(self) -> NDArray[np.bool_] | None:
        """For each mark whether it is drawn pale: not yet known, or dimmed by a filter. None where none is."""
        if self.later is None or self.dimmed is None:
            return self.dimmed if self.later is None else self.later
        return self.later | self.dimmed

    @property
    def total(self) -> int:
        """All marks of the project, whatever the filters hide."""
        return len(self.marks) + len(self.undated) + self.hidden


def empty_marks() -> Marks:
    """No marks at all."""
    return Marks(
        [], [], np.empty(0, np.int8), np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0, np.int64),
        np.empty(0, np.int8), np.empty(0, np.int8), np.empty(0, np.uint16), np.empty(0, np.float32),
        np.empty(0, np.int32), np.empty(0, np.int64),
    )  # fmt: skip


def empty_cells() -> Cells:
    """No cells at all."""
    return Cells(
        np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.int8), np.empty(0, np.float32),
        np.empty(0, np.uint16), np.empty(0, np.int32), [],
    )  # fmt: skip
