"""Where the loaded articles reach: what lies outside is not silence, nobody has looked there.

A period is covered when an article was published near it. Days are counted since 1970, times are seconds.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from stanceline.model.marks import Corpus
from stanceline.model.undated import UndatedMarks
from stanceline.temporal.timex import DAY_S

NEAR_DAYS = 7
"""An article covers this many days before and after its own."""
_LONG_GAP_DAYS = 30
FOREVER_S = float(10**15)


@dataclass(frozen=True)
class Coverage:
    """`gaps` are periods (begin, end) near which no article was published, in order, the first and the last without
    end (`FOREVER_S`); `rows` those of whom no article speaks. Nothing is claimed where no article has a day."""

    gaps: tuple[tuple[float, float], ...] = ()
    rows: frozenset[int] = frozenset()

    def gap_at(self, at_s: float) -> tuple[float, float] | None:
        """The gap that an instant lies in."""
        return next((gap for gap in self.gaps if gap[0] <= at_s < gap[1]), None)

    @property
    def says_something(self) -> bool:
        """Whether there is a gap of a month or more between the articles; that others lie outside goes without
        saying."""
        inner = self.gaps[1:-1]
        return any(end - begin >= _LONG_GAP_DAYS * DAY_S for begin, end in inner)


def coverage_of(corpus: Corpus) -> Coverage:
    """The coverage of the articles of a corpus, whatever its filter shows of them."""
    days = sorted({source.day for source in corpus.articles if source.day is not None})
    if not days:
        return Coverage()
    gaps = [(-FOREVER_S, (days[0] - NEAR_DAYS) * float(DAY_S))]
    for before, after in pairwise(days):
        if after - before > 2 * NEAR_DAYS + 1:
            gaps.append(((before + NEAR_DAYS + 1) * float(DAY_S), (after - NEAR_DAYS) * float(DAY_S)))
    gaps.append(((days[-1] + NEAR_DAYS + 1) * float(DAY_S), FOREVER_S))
    return Coverage(tuple(gaps), _silent_rows(corpus))


def _silent_rows(corpus: Corpus) -> frozenset[int]:
    if corpus.hidden:
        # A filter leaves rows empty of which articles do speak.
        return frozenset()
    undated = corpus.undated
    # Made one by one they would take longer than a frame.
    in_rows = undated.rows() if isinstance(undated, UndatedMarks) else {entry.row for entry in undated}
    told = in_rows.union(np.unique(corpus.marks.row).tolist())
    return frozenset(n for n, row in enumerate(corpus.rows) if not row.is_group_heading and n not in told)
