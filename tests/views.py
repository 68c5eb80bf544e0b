"""A small invented corpus for tests of layout, scenes, figures and the timeline."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from stanceline.model.evidence import UNDATED, Evidence
from stanceline.model.marks import (
    MIXED,
    NO_STANCE,
    Cells,
    Corpus,
    Kind,
    Marks,
    Row,
    Source,
    Trait,
    Undated,
    empty_cells,
)
from stanceline.temporal.timex import DAY_S, GRANULARITIES, days_from_civil

DAY, MONTH, YEAR = (GRANULARITIES.index(name) for name in ("day", "month", "year"))
Line = tuple[str, int, Kind, int, int, int, int, int]
"""Label, row, kind, begin, end, granularity, stance, traits."""


def at(year: int, month: int, day: int) -> int:
    """Seconds of a day's beginning."""
    return days_from_civil(year, month, day) * DAY_S


def marks_of(lines: list[Line]) -> Marks:
    """Marks in the order of (row, begin); keys are m0, m1, ... in that order."""
    lines = sorted(lines, key=lambda line: (line[1], line[3]))
    columns = list(zip(*lines, strict=True)) if lines else [()] * 8
    count = len(lines)
    return Marks(
        keys=[f"m{number}" for number in range(count)],
        labels=list(columns[0]),
        kind=np.array(columns[2], np.int8),
        row=np.array(columns[1], np.int32),
        begin=np.array(columns[3], np.int64),
        end=np.array(columns[4], np.int64),
        granularity=np.array(columns[5], np.int8),
        stance=np.array(columns[6], np.int8),
        traits=np.array(columns[7], np.uint32),
        priority=np.arange(count, dtype=np.float32),
        article=np.zeros(count, np.int32),
        reported=np.zeros(count, np.int64),
    )


def day_line(label: str, row: int, day: int, stance: int = NO_STANCE, traits: int = 0) -> Line:
    """A mark of one day."""
    kind = Kind.EVENT if stance == NO_STANCE else Kind.STANCE
    return label, row, kind, day, day + DAY_S, DAY, stance, traits


def small_corpus() -> Corpus:
    """Four rows (one a heading), two columns, nine marks of every kind, one undated and five filtered away."""
    lines: list[Line] = [
        day_line("Signs the harbor treaty", 1, at(2024, 3, 4)),
        day_line("Rejects the harbor levy", 1, at(2024, 5, 20), -2),
        ("Talks last for weeks", 1, Kind.EVENT, at(2024, 6, 3), at(2024, 6, 28), DAY, NO_STANCE, Trait.PLANNED),
        day_line("Backs the levy in principle", 2, at(2024, 2, 11), 1, Trait.SECOND_HAND),
        ("Says nothing new", 2, Kind.STATEMENT, at(2024, 4, 1), at(2024, 5, 1), MONTH, NO_STANCE, 0),
        day_line("Backs it fully", 2, at(2024, 9, 9), 2, Trait.INFERRED_DATE),
        day_line("First of three on one day", 3, at(2024, 7, 1), 0),
        day_line("Second of three on one day", 3, at(2024, 7, 1), -1, Trait.CONDITIONAL),
        day_line("Third of three on one day", 3, at(2024, 7, 1), MIXED, Trait.UNCERTAIN),
    ]
    cells = Cells(
        row=np.array([1, 2, 3], np.int32),
        column=np.array([0, 0, 1], np.int32),
        stance=np.array([-2, 2, MIXED], np.int8),
        confidence=np.array([0.9, 0.6, 0.3], np.float32),
        traits=np.array([0, int(Trait.SECOND_HAND), int(Trait.SUGGESTED)], np.uint16),
        count=np.array([1, 2, 30], np.int32),
        stances=[("m1",), ("m3", "m5"), ("m6", "m7", "m8")],
    )
    return Corpus(
        rows=[
            Row("heading:state", "States", "state", is_group_heading=True),
            Row("state:a", "Lothenia", "state"),
            Row("state:b", "Grand Duchy of Varn", "state"),
            Row("person:c", "Minister Adaeze Okafor", "person", depth=1),
        ],
        columns=[("levy", "Regional harbor levy"), ("ban", "Ban on night loading")],
        marks=marks_of(lines),
        cells=cells,
        undated=[Undated("u0", "Sometime", 1, Kind.EVENT, NO_STANCE, "no date", 0)],
        articles=[Source("a0", "Harbor news", "The Example Daily", "20 May 2024")],
        hidden=5,
    )


def evidence(*cells: Sequence[tuple[int | None, int]], copies: tuple[int, ...] = ()) -> Evidence:
    """What stands behind cells, each a list of (day or None, stance); `copies` numbers those that repeat others."""
    flat = [one for cell in cells for one in cell]
    begin = np.array([UNDATED if day is None else day * DAY_S for day, _ in flat], np.int64)
    count = len(flat)
    return Evidence(
        start=np.concatenate([[0], np.cumsum([len(cell) for cell in cells])]).astype(np.int64),
        begin=begin,
        end=np.where(begin == UNDATED, UNDATED, begin + DAY_S),
        stance=np.array([stance for _, stance in flat], np.int8),
        traits=np.zeros(count, np.uint32),
        is_copy=np.isin(np.arange(count), copies),
        mark=np.arange(count, dtype=np.int64),
        keys=[f"s{n}" for n in range(count)],
        labels=["words"] * count,
    )


GLYPH_LINES: tuple[tuple[str, int, int, int, int], ...] = (
    ("Exact day", 0, 1, DAY, 0),
    ("Sometime in May", 0, 31, MONTH, 0),
    ("Talks for three weeks", 0, 21, DAY, 0),
    ("About that day", 0, 1, DAY, Trait.APPROXIMATE),
    ("About these weeks", 0, 21, DAY, Trait.APPROXIMATE),
    ("In force since May", 0, 31, MONTH, Trait.SINCE),
    ("Closed until May", 0, 31, MONTH, Trait.UNTIL),
    ("Decides before May", 0, 31, MONTH, Trait.BEFORE),
    ("Opens after that day", 0, 1, DAY, Trait.AFTER),
    ("Ready by that day", 0, 1, DAY, Trait.BY),
    ("May have met", 0, 1, DAY, Trait.UNCERTAIN),
    ("Plans to open", 0, 1, DAY, Trait.PLANNED),
    ("Planned to open", 0, 1, DAY, Trait.PLANNED | Trait.UNCONFIRMED),
    ("Would open", 0, 1, DAY, Trait.HYPOTHETICAL),
    ("Calls the summit off", 0, 1, DAY, Trait.CANCELLED),
    ("Never met", 0, 1, DAY, Trait.DENIED),
    ("Met on one of two days", 0, 1, DAY, Trait.CONFLICT),
    ("Meets every Monday", 0, 1, DAY, Trait.RECURRING),
    ("Parliament ratifies the treaty", 0, 1, DAY, Trait.MILESTONE),
    ("Parliament will vote", 0, 1, DAY, Trait.MILESTONE | Trait.PLANNED),
    ("Worked out from the text", 0, 1, DAY, Trait.INFERRED_DATE),
    ("Ministers meet", 0, 1, DAY, Trait.MEETING),
    ("Residents march", 0, 1, DAY, Trait.PROTEST),
    ("Storm floods the harbor", 0, 1, DAY, Trait.INCIDENT),
    ("Port publishes the report", 0, 1, DAY, Trait.PUBLICATION),
)
"""One mark of every kind of date and status: label, row, days, unit, traits."""


def every_glyph() -> Corpus:
    """A corpus in which every glyph occurs: the events of `GLYPH_LINES` a row each, then stances on day and month."""
    first = at(2024, 5, 1)
    lines: list[Line] = [
        (label, row, Kind.EVENT, first, first + days * DAY_S, unit, NO_STANCE, int(traits))
        for row, (label, _, days, unit, traits) in enumerate(GLYPH_LINES)
    ]
    row = len(lines)
    for number, stance in enumerate((2, 1, 0, -1, -2, MIXED)):
        day = first + number * 6 * DAY_S
        lines.append(("Takes this side", row, Kind.STANCE, day, day + DAY_S, DAY, stance, 0))
        month = at(2024, 1 + number * 2, 1)
        lines.append(("Takes it that month", row + 1, Kind.STANCE, month, month + 29 * DAY_S, MONTH, stance, 0))
    corpus = Corpus(
        [Row(f"r{number}", line[0], "state") for number, line in enumerate(GLYPH_LINES)]
        + [Row("r-day", "Sides on a day", "state"), Row("r-month", "Sides in a month", "state")],
        [], marks_of(lines), empty_cells(), articles=[Source("a0", "Harbor news", "The Example Daily", "20 May 2024")],
    )  # fmt: skip
    conflicting = int(np.flatnonzero(corpus.marks.traits & Trait.CONFLICT)[0])
    other = first + 9 * DAY_S
    reported = np.full(len(corpus.marks), first + 20 * DAY_S, np.int64)
    marks = replace(corpus.marks, reported=reported)
    return replace(corpus, marks=marks, others={corpus.marks.keys[conflicting]: ((other, other + DAY_S),)})


def random_marks(n: int, rows: int, seed: int, years: int = 30) -> Marks:
    """Marks at random days, a fifth of them lasting; no two seeds alike."""
    rng = np.random.default_rng(seed)
    lines = []
    for number in range(n):
        day = at(1990, 1, 1) + int(rng.integers(0, years * 365)) * DAY_S
        length = int(rng.integers(2, 400)) if rng.random() < 0.2 else 1
        stance = int(rng.choice([-2, -1, 0, 1, 2, NO_STANCE, NO_STANCE]))
        kind = Kind.EVENT if stance == NO_STANCE else Kind.STANCE
        lines.append(
            (f"Mark number {number}", int(rng.integers(0, rows)), kind, day, day + length * DAY_S, DAY, stance, 0)
        )
    return marks_of(lines)
