"""Clues of how one actor of a sentence treats another thing in it: what stands on the way from one to the other.

The rest of the sentence is left out: it tells how people think of the thing, not what this holder thinks.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from stanceline.discourse.stances.clues import (
    FLIP,
    THING,
    Clue,
    climb,
    is_filler,
    is_negated,
    lexicon_values,
    mask_names,
    valences_of,
)
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import Pair, Statement

HOLDER = "<holder>"
_OVER = ("nsubj", "nsubjpass", "agent", "poss", "csubj")
_DOES = ("nsubj", "agent", "poss")
_NEAR, _LONGEST, _MOST = 3, 8, 5.0

Reach = Literal["over", "does", "says"]


def _touches(one: Pair, other: Pair) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class PairView:
    """One sentence seen from a holder and a thing; `meeting` is None where no sentence holds both."""

    def __init__(self, tree: Tree, holder: Pair, thing: Pair, statements: Sequence[Statement]) -> None:
        self.tree = tree
        self.holders, self.things = tree.tokens_in(Span(*holder)), tree.tokens_in(Span(*thing))
        self.meeting: int | None = None
        if not self.holders or not self.things or _touches(holder, thing):
            return
        up, over = climb(tree, self.things), climb(tree, self.holders)
        self.meeting = next((token for token in over if token in up), None)
        if self.meeting is None:
            return
        self.below, self.beside = up[: up.index(self.meeting)], over[: over.index(self.meeting)]
        self.way = [*self.below[1:], *self._middle(up[0], over[0]), *self.beside[1:]]
        marked = {**dict.fromkeys(self.things, THING), **dict.fromkeys(self.holders, HOLDER)}
        self.masked = mask_names(tree, tree.sentence_tokens(self.meeting), marked)
        self.reach = frozenset(self._reach(holder, thing, statements))

    def _middle(self, thing: int, holder: int) -> list[int]:
        return [self.meeting] if self.meeting is not None and self.meeting not in (thing, holder) else []

    def _reach(self, holder: Pair, thing: Pair, statements: Sequence[Statement]) -> Iterator[Reach]:
        role = self._role(self.beside)
        if role in _OVER:
            yield "over"
        if role in _DOES and len(self.beside) <= 2:
            yield "does"
        for statement in statements:
            speaks = statement.source_span is not None and _touches(statement.source_span, holder)
            if speaks and any(start <= thing[0] < end for start, end in statement.contents):
                yield "says"

    def _role(self, branch: list[int]) -> str:
        return self.tree.dep[branch[-1]] if branch else "top"

    def clues(self) -> list[Clue]:
        """All clues of the pair; none where no sentence holds both."""
        if self.meeting is None:
            return []
        return [*self._ways(), *self._around(), *self._between(), *self._colors()]

    def _ways(self) -> Iterator[Clue]:
        tree, masked, meeting = self.tree, self.masked, self.meeting
        holder, thing = self._role(self.beside), self._role(self.below)
        assert meeting is not None
        yield Clue(f"meet {holder} {masked[meeting]} {thing}", 1.0, meeting)
        yield Clue(f"meet {masked[meeting]} {thing}", 1.0, meeting)
        yield Clue(f"meet {masked[meeting]}", 1.0, meeting)
        yield Clue(f"roles {holder} {thing}", 1.0)
        for token in self.way:
            yield Clue(f"on way {masked[token]}", 1.0, token)
        for token in self.below[1:]:
            yield Clue(f"over thing {tree.dep[token]} {masked[token]}", 1.0, token)
        yield Clue(f"steps {min(len(self.below) + len(self.beside), _LONGEST)}", 1.0)
        for kind in sorted(self.reach):
            yield Clue(f"reach {kind}", 1.0)

    def _around(self) -> Iterator[Clue]:
        tree, masked = self.tree, self.masked
        top = climb(tree, self.things)[0]
        above = tree.head[top]
        yield Clue(f"above {tree.dep[top]} {masked[above]}", 1.0, above)
        for kid in tree.children[above]:
            if kid not in self.things:
                yield Clue(f"beside {tree.dep[kid]} {masked[kid]}", 1.0, kid)
        first, last = self.things[0], self.things[-1]
        for token in range(first - _NEAR, last + _NEAR + 1):
            if token in masked and token not in self.things:
                yield Clue(f"{'before' if token < first else 'behind'} {masked[token]}", 1.0, token)

    def _close(self) -> list[int]:
        """What is on the way and what hangs there, the two ends left out."""
        found = {*self.way, *(kid for token in self.way for kid in self.tree.children[token])}
        return sorted(found - set(self.things) - set(self.holders))

    def _gap(self) -> range:
        holder_first = self.holders[0] < self.things[0]
        one, other = (self.holders, self.things) if holder_first else (self.things, self.holders)
        return range(one[-1] + 1, other[0])

    def _between(self) -> Iterator[Clue]:
        yield Clue(f"first {'holder' if self.holders[0] < self.things[0] else 'thing'}", 1.0)
        for token in self._gap():
            if not is_filler(self.tree, token):
                yield Clue(f"between {self.masked[token]}", 1.0, token)
        for token in self._close():
            if self.tree.pos[token] != "PUNCT":
                yield Clue(f"close {self.masked[token]}", 1.0, token)

    def _values(self) -> Iterator[tuple[str, int, float]]:
        tree, masked, values = self.tree, self.masked, lexicon_values()
        for token, value in valences_of(tree, masked):
            yield "color", token, value
        for token, word in masked.items():
            if known := values.get((word, tree.pos[token])):
                yield "stance", token, known * FLIP if is_negated(tree, masked, token) else known

    def _colors(self) -> Iterator[Clue]:
        way, close, gap = set(self.way), set(self._close()), self._gap()
        sums: dict[str, float] = {}
        for kind, token, value in self._values():
            sign = "+" if value > 0 else "-"
            zones = {"all": True, "way": token in way, "close": token in close, "meet": token == self.meeting}
            for zone, inside in {**zones, "gap": token in gap}.items():
                if inside:
                    sums[f"{kind} {zone} {sign}"] = sums.get(f"{kind} {zone} {sign}", 0.0) + abs(value)
            if token in close:
                yield Clue(f"{kind} as {self.tree.dep[token]} {sign}", 1.0, token)
        for name, total in sums.items():
            yield Clue(name, min(total, _MOST) / 2)
