"""Where the articles contradict each other or somebody contradicts himself: drawn side by side, never averaged.

Four kinds: an actor takes both sides of a proposal at once; an actor has moved from one side to the other; sources give
different days for one event; the same words are quoted differently.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import chain_of
from stanceline.discourse.stances.turns import sign, turns_of
from stanceline.records import Analysis, EventRow, MentionRow, Pair, StanceRow, StatementRow
from stanceline.temporal.timex import DAY_S, Granularity

Kind = Literal["both_sides", "changed", "dates", "quotes"]
KINDS: tuple[Kind, ...] = ("both_sides", "changed", "dates", "quotes")
When = tuple[int, int, Granularity]
_ALIKE = 0.6
"""Share of equal words in the same order from which two quotations are taken for the same words."""
_FEWEST_WORDS = 5
_MOST_APART_DAYS = 10
_MOST_QUOTES = 400
"""Of one speaker; beyond that, the newest are compared with those beside them in time only."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """One side: the mark it belongs to, the words, the article with their span, when it is said to be."""

    key: str
    article: str
    spans: tuple[Pair, ...]
    when: When | None
    stance: int | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Who (actor ids) contradicts itself, or what is told differently (a proposal's title, an event's headline)."""

    kind: Kind
    actors: tuple[str, ...]
    what: str
    a: Passage
    b: Passage


def find_contradictions(analysis: Analysis, rules: CellRules) -> Iterator[Contradiction | None]:
    """The contradictions, kind by kind; None now and then, where a caller may rest."""
    yield from _of_stances(analysis, rules)
    yield from _of_dates(analysis)
    yield from _of_quotes(analysis)


# ---- stances


def _of_stances(analysis: Analysis, rules: CellRules) -> Iterator[Contradiction | None]:
    known = {actor.id: actor for actor in analysis.actors}
    titles = {proposal.id: proposal.title for proposal in analysis.proposals}
    groups: dict[tuple[str, str], list[StanceRow]] = defaultdict(list)
    for row in analysis.stances:
        # What only repeats another article's words, or is merely suggested, contradicts nobody.
        if row.holder in known and row.proposal in titles and row.explicit and row.copy_of is None:
            for actor in chain_of(row.holder, known):
                groups[row.proposal, actor].append(row)
    seen: set[tuple[str, str]] = set()
    told: set[tuple[str, str]] = set()
    # Those with fewer stances first: what a person contradicts is not told again of the state above.
    for (proposal, actor), rows in sorted(groups.items(), key=lambda item: (item[0][0], len(item[1]), item[0][1])):
        yield None
        turns = turns_of(rows, rules)
        by_id = {row.id: row for row in rows}
        moved = {pair for turn in turns for pair in (turn.before, turn.after)}
        for turn in turns:
            old, new = by_id[turn.before], by_id[turn.after]
            if (old.id, new.id) not in seen and sign(old.stance) * sign(new.stance) < 0:
                seen.add((old.id, new.id))
                yield Contradiction("changed", (actor,), titles[proposal], _stance(old), _stance(new))
        pair = _both_sides([row for row in rows if row.id not in moved and (proposal, row.holder) not in told])
        if pair is not None:
            told.update((proposal, row.holder) for row in pair)
            yield Contradiction("both_sides", (actor,), titles[proposal], _stance(pair[0]), _stance(pair[1]))


def _both_sides(rows: Sequence[StanceRow]) -> tuple[StanceRow, StanceRow] | None:
    """The surest stance in favor and the surest against, the earlier one first."""
    favor = max((row for row in rows if row.stance > 0), key=_surety, default=None)
    against = max((row for row in rows if row.stance < 0), key=_surety, default=None)
    if favor is None or against is None:
        return None
    first, second = sorted((favor, against), key=lambda row: (row.begin is None, row.begin or 0, row.id))
    return first, second


def _surety(row: StanceRow) -> tuple[bool, float, int, str]:
    return row.mode in ("first_hand", "observed"), row.confidence, abs(row.stance), row.id


def _stance(row: StanceRow) -> Passage:
    return Passage(row.id, row.article, (row.evidence,), _when(row), row.stance)


def _when(row: StanceRow | StatementRow | EventRow) -> When | None:
    if row.begin is None or row.end_exclusive is None:
        return None
    return row.begin, row.end_exclusive, row.granularity or "day"


# ---- dates


def _of_dates(analysis: Analysis) -> Iterator[Contradiction | None]:
    for row in analysis.events:
        if not row.conflicts:
            continue
        yield None
        for number, words in enumerate(row.conflicts):
            article = words.split(" gives ")[0]
            other = next((one for one in row.mentions if one.article == article), None)
            own = next((one for one in row.mentions if one.article != article), None)
            if other is None or own is None:
                continue
            time = row.other_times[number] if number < len(row.other_times) else None
            then: When | None = None if time is None else (*time, "day")
            yield Contradiction(
                "dates", row.actors, row.label, _mention(row, own, _when(row)), _mention(row, other, then)
            )


def _mention(row: EventRow, mention: MentionRow, when: When | None) -> Passage:
    return Passage(row.id, mention.article, ((mention.start, mention.end),), when)


# ---- quotations


@dataclass(frozen=True, slots=True)
class _Quote:
    row: StatementRow
    words: tuple[str, ...]


def _of_quotes(analysis: Analysis) -> Iterator[Contradiction | None]:
    texts = {row.id: row.text for row in analysis.articles}
    speakers: dict[str, list[_Quote]] = defaultdict(list)
    for row in analysis.statements:
        if row.source is None or row.form not in ("direct", "mixed") or row.article not in texts:
            continue
        words = tuple(
            word.lower().replace("’", "'")
            for start, end in row.content_spans
            for word in _WORD.findall(texts[row.article][start:end])
        )
        if len(words) >= _FEWEST_WORDS:
            speakers[row.source].append(_Quote(row, words))
    for speaker, quotes in sorted(speakers.items()):
        told: set[frozenset[tuple[str, ...]]] = set()
        for one, other in _candidates(quotes):
            yield None
            pair = frozenset((one.words, other.words))
            if pair not in told and _is_other_wording(one.words, other.words):
                told.add(pair)
                yield Contradiction("quotes", (speaker,), "", _quoted(one), _quoted(other))


def _candidates(quotes: Sequence[_Quote]) -> Iterator[tuple[_Quote, _Quote]]:
    """Pairs of different articles, near in time, that share a word few of the speaker's quotations have."""
    ordered = sorted(quotes, key=lambda quote: (quote.row.begin is None, quote.row.begin or 0, quote.row.id))
    ordered = ordered[-_MOST_QUOTES:]
    homes: dict[str, list[int]] = defaultdict(list)
    for number, quote in enumerate(ordered):
        for word in set(quote.words):
            homes[word].append(number)
    for number, quote in enumerate(ordered):
        rare = [word for word in set(quote.words) if 1 < len(homes[word]) <= 6]
        near = {other for word in rare for other in homes[word][bisect_left(homes[word], number + 1) :]}
        for other in sorted(near):
            if ordered[other].row.article != quote.row.article and _is_near(quote.row, ordered[other].row):
                yield quote, ordered[other]


def _is_near(one: StatementRow, other: StatementRow) -> bool:
    if one.begin is None or other.begin is None:
        return True
    return abs(one.begin - other.begin) <= _MOST_APART_DAYS * DAY_S


def _is_other_wording(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two quotations are the same words but for some: not equal, and neither a piece of the other."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return False
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shortest = min(len(one), len(other))
    # A piece of the other in one go, or with a gap that an ellipsis fills, is quoted shorter and not otherwise.
    return sum(block.size for block in blocks) < shortest


def _quoted(quote: _Quote) -> Passage:
    return Passage(quote.row.id, quote.row.article, quote.row.content_spans, _when(quote.row))
