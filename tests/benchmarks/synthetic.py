"""A corpus of any size for benchmarks: 20 actors, a hundred years, a fifth of the marks longer than a day."""

import numpy as np

from stanceline.model.marks import NO_STANCE, Cells, Corpus, Kind, Marks, Row, Source, Trait
from stanceline.model.strings import Strings
from stanceline.temporal.timex import DAY_S, GRANULARITIES, days_from_civil

ROWS = 20
ARTICLES = 50
_WORDS = (
    "vote", "plan", "office", "summit", "treaty", "budget", "reform", "talks", "strike", "report", "draft", "council",
    "opens", "delays", "backs", "blocks", "joins", "leaves", "warns", "meets",
)  # fmt: skip
_COMMON = (Trait.SECOND_HAND, Trait.PLANNED, Trait.INFERRED_DATE, Trait.UNCERTAIN)
_TRAITS = (*_COMMON, Trait.MILESTONE, Trait.APPROXIMATE, Trait.SINCE, Trait.BEFORE)
"""Every second mark is plain, the others are of these classes, the common ones three times as often."""


def synthetic_corpus(n: int, seed: int = 1) -> Corpus:
    """`n` marks: half events, a quarter statements, a quarter stances; the same for the same seed."""
    rng = np.random.default_rng(seed)
    first = days_from_civil(1924, 1, 1)
    row = rng.integers(0, ROWS, n).astype(np.int32)
    day = first + rng.integers(0, 36_525, n)
    is_long = rng.random(n) < 0.2
    length = np.where(is_long, rng.integers(7, 200, n), 1)
    order = np.lexsort((day, row))
    row, day, is_long, length = row[order], day[order], is_long[order], length[order]
    kind = rng.choice([Kind.EVENT, Kind.EVENT, Kind.STATEMENT, Kind.STANCE], n).astype(np.int8)
    stance = np.where(kind == Kind.STANCE, rng.integers(-2, 3, n), NO_STANCE).astype(np.int8)
    traits = rng.choice([0] * 16 + [int(trait) for trait in _TRAITS for _ in range(1 + (trait in _COMMON) * 2)], n)
    months = GRANULARITIES.index("month")
    begin = day.astype(np.int64) * DAY_S
    marks = Marks(
        keys=Strings.of([f"m{number}" for number in range(n)]),
        labels=Strings.of(_labels(rng, n)),
        kind=kind,
        row=row,
        begin=begin,
        end=begin + length.astype(np.int64) * DAY_S,
        granularity=np.where(is_long, months, GRANULARITIES.index("day")).astype(np.int8),
        stance=stance,
        traits=traits.astype(np.uint32),
        priority=rng.random(n).astype(np.float32) + kind,
        article=rng.integers(0, ARTICLES, n).astype(np.int32),
        reported=begin + rng.integers(0, 30, n) * DAY_S,
    )
    return Corpus(
        rows=[Row(f"actor:{number}", f"Federation {chr(65 + number)}", "organization") for number in range(ROWS)],
        columns=[("p1", "Plan one"), ("p2", "Plan two"), ("overall", "All")],
        marks=marks,
        cells=_cells(rng),
        articles=[Source(f"a{n}", f"Article number {n}", "The Example Daily", "20 May 2024") for n in range(ARTICLES)],
    )


def _labels(rng: np.random.Generator, n: int) -> list[str]:
    """Titles of about twenty characters."""
    words = rng.integers(0, len(_WORDS), (n, 3))
    return [f"{_WORDS[a].title()} {_WORDS[b]} {_WORDS[c]}" for a, b, c in words.tolist()]


def _cells(rng: np.random.Generator) -> Cells:
    count = ROWS * 3
    return Cells(
        row=np.repeat(np.arange(ROWS), 3).astype(np.int32),
        column=np.tile(np.arange(3), ROWS).astype(np.int32),
        stance=rng.integers(-2, 3, count).astype(np.int8),
        confidence=rng.random(count).astype(np.float32),
        traits=rng.choice([0, int(Trait.SECOND_HAND)], count).astype(np.uint16),
        count=rng.integers(1, 30, count).astype(np.int32),
        stances=[()] * count,
    )
