"""Stances that several articles carry in the same words: copies of one agency story, also cut or lightly edited ones.

Two stances of different articles are copies where holder, proposal and side are the same, their sentences share their
words nearly whole, and so do the writers' own words around them. Words in quotation marks do not tell: whoever was
there quotes the same sentence. Sentences are compared by pairs of words (Jaccard's measure) and looked up by the few
pairs, the rarest first, of which near copies must have one in common (the prefix filter of Chaudhuri, Ganti and Kaushik
2006), so that none is missed and the work grows with the number of stances, not of their pairs.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise
from typing import Final

from stanceline.memory import Memory
from stanceline.reading.parse import Parse
from stanceline.records import Extraction, Pair, StanceRow
from stanceline.temporal.timex import DAY_S

NEAR: Final = 0.6
"""Share of word pairs that near copies of a sentence have in common; one word in twenty changed leaves 0.8."""
OWN_RUNS: Final = 12
"""Runs of four of the writers' own words in common: fifteen words in a row, which two writers do not hit upon."""
FEW_RUNS, MOST_OF_THEM = 5, 0.7
"""In an article of a few lines fewer are enough, where they are most of what there is."""
AROUND: Final = 40
"""Words looked at before and after the sentence."""
WITHIN_DAYS: Final = 31
"""What is printed again later tells that it still holds."""
MOST_COMPARED: Final = 100
"""Earlier articles that are compared for a sentence; words in more of them have become a saying."""
_AROUND_CHARACTERS: Final = 400
_LONGEST_LINE: Final = 2_000
_RUN: Final = 4
_WORD: Final = re.compile(r"[^\W_]+")
# A quotation that goes on in the next paragraph has no closing mark in this one.
_QUOTED: Final = re.compile(
    r"“[^“”\n]{0,2000}|„[^„“”\n]{0,2000}|«[^«»\n]{0,2000}|\"[^\"\n]{0,2000}\"?"
    r"|(?<!\w)‘(?:[^‘’\n]|’(?=\w)){0,2000}"
)


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A stance's sentence as its pairs of words, and the runs of the writer's own words in it and around it."""

    pairs: frozenset[str]
    runs: frozenset[str]

    def is_copy_of(self, other: "Passage") -> bool:
        """Whether both are the same words of the same writer, but for small edits."""
        common = len(self.pairs & other.pairs)
        if not common or common < NEAR * (len(self.pairs) + len(other.pairs) - common):
            return False
        own = len(self.runs & other.runs)
        return own >= OWN_RUNS or own >= max(FEW_RUNS, MOST_OF_THEM * min(len(self.runs), len(other.runs)))


class Passages:
    """The passages of one article, each made when it is first asked for."""

    def __init__(self, extraction: Extraction) -> None:
        self._text, self._parse = extraction.article.text, extraction.parse
        self._made: dict[Pair, Passage] = {}

    def of(self, evidence: Pair) -> Passage:
        """The passage of a stance with this evidence."""
        found = self._made.get(evidence)
        if found is None:
            found = self._made[evidence] = passage_of(self._text, self._parse, evidence)
        return found


def mark_copies(
    stances: Sequence[StanceRow],
    extractions: Sequence[Extraction],
    published: Mapping[str, int | None],
    memory: Memory | None = None,
) -> tuple[StanceRow, ...]:
    """The stances, those that repeat another article's with its id as `copy_of`; the earliest is no copy.

    `published` holds the articles' days. What a person has decided on comes before the machine's.
    """
    memory = Memory() if memory is None else memory
    days = memory.same("days of copies", tuple((e.article.id, published.get(e.article.id)) for e in extractions))
    marking = partial(_mark, stances, extractions, dict(days))
    return memory.recall_parts("copies", (*stances, *extractions, days), marking)


def _mark(
    stances: Sequence[StanceRow], extractions: Sequence[Extraction], published: Mapping[str, int | None], memory: Memory
) -> tuple[StanceRow, ...]:
    groups: defaultdict[tuple[str, str, int, bool], list[StanceRow]] = defaultdict(list)
    for row in stances:
        groups[_known_as(row), row.proposal, (row.stance > 0) - (row.stance < 0), row.explicit].append(row)
    spoken = {row.article for row in stances}
    passages = {
        extraction.article.id: memory.recall("of article", (extraction,), partial(Passages, extraction))
        for extraction in extractions
        if extraction.article.id in spoken
    }
    copies: dict[str, StanceRow] = {}
    for rows in groups.values():
        if any(row.article != rows[0].article for row in rows):
            days = memory.same("days", tuple(published[row.article] for row in rows))
            texts = [passages[row.article] for row in rows]
            copies.update(memory.recall("group", (*rows, *texts, days), partial(_copies, rows, texts, days, memory)))
    return tuple(copies.get(row.id, row) for row in stances)


def _known_as(row: StanceRow) -> str:
    """The holder, one without a name as its article words it: those have an id for each article."""
    if "@" not in row.holder:
        return row.holder
    name, _, article = row.holder.partition("@")
    return name if article.startswith(row.article) else row.holder


def _copies(
    rows: Sequence[StanceRow], texts: Sequence[Passages], days: Sequence[int | None], memory: Memory
) -> dict[str, StanceRow]:
    """The copies among the stances of one holder, proposal and side, marked, by their ids."""
    passages = [text.of(row.evidence) for text, row in zip(texts, rows, strict=True)]
    numbers = Counter(chain.from_iterable(passage.pairs for passage in passages))
    found: dict[str, StanceRow] = {}
    kept: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=MOST_COMPARED))
    order = sorted(range(len(rows)), key=lambda n: _precedence(rows[n], days[n]))
    for place, number in enumerate(order):
        row, passage = rows[number], passages[number]
        keys = keys_of(passage.pairs, numbers)
        near = sorted({at for key in keys for at in kept.get(key, ()) if _may_copy(row, rows[order[at]])})
        likely = (order[at] for at in near[-MOST_COMPARED:])
        first = next((rows[other] for other in likely if passage.is_copy_of(passages[other])), None)
        if first is not None:
            found[row.id] = memory.recall("copy", (row, first), partial(replace, row, copy_of=first.id))
            continue
        for key in keys:
            kept[key].append(place)
    return found


def keys_of(pairs: Set[str], numbers: Mapping[str, int]) -> list[str]:
    """The pairs of which any near copy has at least one among its own keys: so many of the rarest that it cannot lack
    them all. `numbers` tells how often each pair occurs.
    """
    ordered = sorted(pairs, key=lambda pair: (numbers[pair], pair))
    return ordered[: len(pairs) - math.ceil(NEAR * len(pairs)) + 1] if pairs else []


def _precedence(row: StanceRow, published: int | None) -> tuple[bool, bool, int, bool, int, str, Pair, str]:
    return (
        row.decided_by != "user", row.begin is None, row.begin or 0, published is None, published or 0,
        row.article, row.evidence, row.id,
    )  # fmt: skip


def _may_copy(row: StanceRow, first: StanceRow) -> bool:
    if row.article == first.article:
        return False
    return row.begin is None or first.begin is None or abs(row.begin - first.begin) <= WITHIN_DAYS * DAY_S


# ---- passages ------------------------------------------------------------------------------------------------


def passage_of(text: str, parse: Parse, evidence: Pair) -> Passage:
    """The passage of a stance: the sentences of its evidence, with 40 words on each side."""
    begin, end = _sentences(parse, evidence)
    low, high = max(0, begin - _AROUND_CHARACTERS), min(len(text), end + _AROUND_CHARACTERS)
    words = [(match[0].casefold(), match.start()) for match in _WORD.finditer(text, low, high)]
    before = [word for word in words if word[1] < begin][-AROUND:]
    within = [word for word in words if begin <= word[1] < end]
    after = [word for word in words if word[1] >= end][:AROUND]
    said = [word for word, _ in within]
    pairs = frozenset(f"{one} {other}" for one, other in pairwise(said)) or frozenset(said)
    return Passage(pairs, frozenset(_own_runs(text, [*before, *within, *after])))


def _sentences(parse: Parse, evidence: Pair) -> Pair:
    """From the first to the last character of the sentences that the evidence stands in."""
    first = bisect_right(parse.end, evidence[0])
    last = bisect_left(parse.start, evidence[1]) - 1
    if not 0 <= first <= last:
        return evidence
    first = bisect_left(parse.sentence, parse.sentence[first])
    last = bisect_right(parse.sentence, parse.sentence[last]) - 1
    return min(parse.start[first], evidence[0]), max(parse.end[last], evidence[1])


def _own_runs(text: str, words: Sequence[tuple[str, int]]) -> list[str]:
    """Each four words in a row none of which is quoted."""
    if not words:
        return []
    quoted = _quoted(text, words[0][1], words[-1][1])
    runs: list[str] = []
    row: list[str] = []
    for word, place in words:
        if any(begin <= place < end for begin, end in quoted):
            row.clear()
            continue
        row.append(word)
        if len(row) >= _RUN:
            runs.append(" ".join(row[-_RUN:]))
    return runs


def _quoted(text: str, begin: int, end: int) -> list[Pair]:
    """The quotations between two places; the lines are read from where they begin."""
    earliest = max(0, begin - _LONGEST_LINE)
    line = text.rfind("\n", earliest, begin)
    start = earliest if line < 0 else line + 1
    return [match.span() for match in _QUOTED.finditer(text, start, end + 1) if match.end() > begin]
