"""What an article is about, told by all words of a proposal together: its names, its description, what it wants.

A stray phrase ("the ban", "a draft bill") fits the proposals of many debates; the other words of the article tell which
of them it means, and that it means one of them where no phrase names it in full.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from stanceline.discourse.stances.aliases import WORD, forms_of, plain_stems, stem
from stanceline.discourse.stances.lexicon import words
from stanceline.records import Proposal

_NAME, _TOLD, _PROPER, _GENERAL = 2.0, 1.0, 1.5, 0.3
_SHORT = 3
_MUCH, _SEVERAL = 8.0, 3
SPECIFIC = 1.0
"""The least weight of a word that few debates share."""


@dataclass(frozen=True, slots=True)
class About:
    """The words of one proposal: their stems with the number of the word that each is a form of, and its weight."""

    stems: frozenset[str]
    numbers: Mapping[str, int]
    weights: tuple[float, ...]

    def nearness(self, present: Set[str]) -> float:
        """How many of the words a text holds, by weight; `present` are the stems of its words."""
        return sum(self.weights[number] for number in self.found(present))

    def found(self, present: Set[str]) -> frozenset[int]:
        """The numbers of the words that a text holds."""
        return frozenset(self.numbers[word] for word in self.stems & present)

    def specific(self, present: Set[str]) -> frozenset[str]:
        """The stems in a text of words that few debates share."""
        return frozenset(word for word in self.stems & present if self.weights[self.numbers[word]] >= SPECIFIC)


@cache
def _general() -> frozenset[str]:
    return frozenset(stem(word) for word in words("any debate") | words("carrier") | words("happening"))


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(word) for word in words("small") | words("unsaying")) | plain_stems()


@lru_cache(maxsize=4096)
def about(proposal: Proposal) -> About:
    """The words of a proposal's title, aliases, description and aim; its names weigh more than what else is told."""
    weights: dict[str, float] = {}
    texts = ((proposal.title, _NAME), *((alias, _NAME) for alias in proposal.aliases))
    for text, weight in (*texts, (proposal.description, _TOLD), (proposal.positive_pole, _TOLD)):
        for place, match in enumerate(WORD.finditer(text)):
            word = stem(match.group())
            if len(word) < _SHORT or word in _empty() or not word[0].isalpha():
                continue
            proper = _PROPER if match.group()[0].isupper() and place else 1.0
            own = _GENERAL if word in _general() else weight * proper
            weights[word] = max(weights.get(word, 0.0), own)
    numbers: dict[str, int] = {}
    for number, word in enumerate(weights):
        for form in forms_of(word):
            numbers.setdefault(form, number)
    return About(frozenset(numbers), numbers, tuple(weights.values()))


def is_about(proposal: Proposal, present: Set[str]) -> bool:
    """Whether a text with these stems can be about nothing else: it holds many words of the proposal."""
    own = about(proposal)
    return own.nearness(present) >= _MUCH and len(own.specific(present)) >= _SEVERAL
