"""A matrix of any size for benchmarks and pictures: cells of every look with dated stances behind them."""

import numpy as np

from stanceline.model.evidence import UNDATED, Evidence
from stanceline.model.marks import MIXED, NO_STANCE, Cells, Corpus, Row, Trait, empty_marks
from stanceline.temporal.timex import DAY_S, days_from_civil

FIRST_S = days_from_civil(2020, 1, 1) * DAY_S
YEARS = 5
_TRAITS = (0, int(Trait.SECOND_HAND), int(Trait.SUGGESTED), int(Trait.CONDITIONAL), int(Trait.UNCERTAIN))
_SHARES = (0.6, 0.2, 0.1, 0.05, 0.05)


def matrix_corpus(rows: int, columns: int, seed: int = 5, *, filled: float = 0.9, most: int = 9) -> Corpus:
    """A share of all cells is `filled`, each with 1 to `most` stances over five years; the same for the same seed."""
    rng = np.random.default_rng(seed)
    row, column = np.divmod(np.flatnonzero(rng.random(rows * columns) < filled), columns)
    count = len(row)
    sizes = rng.integers(1, most + 1, count)
    stance = rng.choice([-2, -1, 0, 1, 2, MIXED], count).astype(np.int8)
    cells = Cells(
        row=row.astype(np.int32),
        column=column.astype(np.int32),
        stance=stance,
        confidence=rng.random(count).astype(np.float32),
        traits=rng.choice(_TRAITS, count, p=_SHARES).astype(np.uint16),
        count=sizes.astype(np.int32),
        stances=[()] * count,
        before=np.where(rng.random(count) < 0.1, rng.integers(-2, 3, count), NO_STANCE).astype(np.int8),
        evidence=_evidence(rng, sizes, stance),
    )
    return Corpus(
        [Row(f"r{n}", f"Federation {n}", "organization") for n in range(rows)],
        [(f"p{n}", f"Clause {n + 1} of the plan") for n in range(columns)],
        empty_marks(),
        cells,
    )


def _evidence(rng: np.random.Generator, sizes: np.ndarray, stance: np.ndarray) -> Evidence:
    total = int(sizes.sum())
    owner = np.repeat(np.arange(len(sizes)), sizes)
    day = rng.integers(0, YEARS * 365, total)
    begin = FIRST_S + day.astype(np.int64) * DAY_S
    begin[rng.random(total) < 0.05] = UNDATED
    order = np.lexsort((begin, owner))
    begin = begin[order]
    side = np.where(stance == MIXED, 0, stance)[owner] + rng.integers(-1, 2, total)
    return Evidence(
        start=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        begin=begin,
        end=np.where(begin == UNDATED, UNDATED, begin + DAY_S),
        stance=np.clip(side, -2, 2).astype(np.int8),
        traits=np.zeros(total, np.uint32),
        is_copy=np.zeros(total, np.bool_),
        mark=np.zeros(total, np.int64),
        keys=["m"],
        labels=["We will not accept it in any form"],
    )
