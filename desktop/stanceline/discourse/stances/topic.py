"""What a place of an article is about, where its words leave it out: "Mali rejects it", "seven voted against".

The paragraph decides first: the proposal it named last. Then the article: the only one it is about. No answer is
given where two proposals compete or where another plan was named in between.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from stanceline.reading.parse import Parse

TRUST_PARAGRAPH, TRUST_ARTICLE = 0.7, 0.6
_LEAD_SENTENCES = 4
_RETURNS = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """The target that a place is about, the token that made it so, and how sure that is."""

    target: int
    token: int
    trust: float


class Topics:
    """The subjects of an article's paragraphs. `focus` are the places that name or carry a target, in order.

    A place with no targets stands for some other plan.
    """

    def __init__(self, parse: Parse, focus: Sequence[tuple[int, frozenset[int]]], main: frozenset[int]) -> None:
        self._parse, self._focus = parse, focus
        self._places = [token for token, _ in focus]
        self._article = self._subject(main)

    def _subject(self, main: frozenset[int]) -> Topic | None:
        """The one target of the whole article: named in its lead or again and again, and alone or nearly so."""
        told = {number for _, what in self._focus for number in what}
        only = told if len(told) == 1 else main
        if len(only) != 1:
            return None
        places = [token for token, what in self._focus if what == only]
        if not places or (len(places) < _RETURNS and self._parse.sentence[places[0]] >= _LEAD_SENTENCES):
            return None
        return Topic(min(only), places[0], TRUST_ARTICLE)

    def at(self, token: int) -> Topic | None:
        """What is meant at a token that names nothing itself; None where that cannot be told."""
        block = self._parse.block[token]
        for place, what in reversed(self._focus[: bisect_left(self._places, token)]):
            if self._parse.block[place] != block:
                break
            if len(what) != 1:
                return None
            return Topic(min(what), place, TRUST_PARAGRAPH)
        return self._article or self._before(token)

    def _before(self, token: int) -> Topic | None:
        """The target of the paragraph before, where that one is about a single target."""
        block = self._parse.block[token]
        earlier = self._focus[: bisect_left(self._places, token)]
        last = self._parse.block[earlier[-1][0]] if earlier else block
        around = [(place, what) for place, what in earlier if self._parse.block[place] == last]
        told = {number for _, what in around for number in what}
        if last < block - 1 or len(told) != 1 or not all(what for _, what in around):
            return None
        return Topic(min(told), around[-1][0], TRUST_ARTICLE)
