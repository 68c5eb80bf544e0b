"""The plug point for judging one pair of a text: what a holder, or the text itself, says of a thing.

A scorer is asked a `Question` and gives a `Verdict` or abstains. Whoever it is, its verdict counts only through the
evidence gate: exact spans inside the text, and a holder that the text names there or that a mention there leads to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from stanceline.reading.parse import Tree
from stanceline.records import Extraction, Pair, PathStep


@dataclass(frozen=True)
class Question:
    """What does `holder` say or do for or against `thing`? Without a holder: how does the text treat it?

    Both are spans of the article's text.
    """

    extraction: Extraction
    thing: Pair
    holder: Pair | None = None

    @cached_property
    def tree(self) -> Tree:
        """The article's parse with its text."""
        return Tree(self.extraction.article.text, self.extraction.parse)

    @cached_property
    def actors(self) -> frozenset[int]:
        """The actors that the article's reading finds at the holder's span: named there, or meant by a word there."""
        if self.holder is None:
            return frozenset()
        found = self.extraction
        places = [((m.start, m.end), m.actor) for m in found.mentions]
        places += [(s.source_span, s.source) for s in found.statements if s.source_span is not None]
        places += [(p.holder_span, p.holder) for p in found.predications if p.holder_span is not None]
        return frozenset(actor for span, actor in places if actor is not None and touches(span, self.holder))

    @cached_property
    def actor(self) -> int | None:
        """Who the holder most likely is: the actor whose mention shares most with the span, else the first of all."""
        if self.holder is None or not self.actors:
            return None
        start, end = self.holder
        named = [
            m for m in self.extraction.mentions if m.actor in self.actors and touches((m.start, m.end), self.holder)
        ]
        if not named:
            return min(self.actors)
        return max(named, key=lambda m: (min(m.end, end) - max(m.start, start), -m.start)).actor


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer: value from -2 to 2, the passage that shows it, the cues with their places, and who holds it.

    `holder` is an index into `Extraction.actors`, None where the question asked for nobody's in particular.
    """

    value: int
    confidence: float
    evidence: Pair
    path: tuple[PathStep, ...]
    holder: int | None
    rule: str


class StanceScorer(Protocol):
    """Judges one pair; abstains with None rather than guess."""

    def score(self, question: Question) -> Verdict | None:
        """The verdict on `question`, or None."""
        ...


def touches(one: Pair | None, other: Pair | None) -> bool:
    """Whether two spans share a character."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def passes_gate(question: Question, verdict: Verdict) -> bool:
    """Whether a verdict counts: its spans lie in the text and hold the thing, its holder is an actor there."""
    size = len(question.extraction.article.text)
    spans = [verdict.evidence, *((step.start, step.end) for step in verdict.path)]
    if not verdict.path or any(not 0 <= start < end <= size for start, end in spans):
        return False
    if not touches(verdict.evidence, question.thing) or abs(verdict.value) > 2 or not 0 <= verdict.confidence <= 1:
        return False
    return verdict.holder is None if question.holder is None else verdict.holder in question.actors


def ask(scorers: Sequence[StanceScorer], question: Question) -> Verdict | None:
    """The first verdict that passes the gate, in the order of the scorers; None where all abstain."""
    for scorer in scorers:
        verdict = scorer.score(question)
        if verdict is not None and passes_gate(question, verdict):
            return verdict
    return None


class RuleScorer:
    """The rules: what the article's predications say of the pair, the surest of those on the side that prevails."""

    def score(self, question: Question) -> Verdict | None:
        """The side on which the predications of the pair add up; None where there are none, or they even out."""
        found = [
            p
            for p in question.extraction.predications
            if any(touches(item, question.thing) for item in p.objects)
            and (question.holder is None or touches(p.holder_span, question.holder))
        ]
        total = sum(p.value for p in found)
        if not total:
            return None
        best = max((p for p in found if p.value * total > 0), key=lambda p: (p.confidence, abs(p.value)))
        holder = best.holder if question.holder is not None else None
        return Verdict(best.value, best.confidence, best.evidence, best.path, holder, best.rule)
