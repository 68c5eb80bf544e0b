"""Which proposals can matter to what an article is read to say: told by its words alone, without reading it.

Most articles of a corpus share no word with most proposals. A proposal that does not matter to an article can be
changed, added or left out, and nothing that is read in that article changes.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from stanceline.discourse.stances.about import about, is_about
from stanceline.discourse.stances.aliases import (
    ROOT,
    Alias,
    Target,
    index_heads,
    make_target,
    own_names,
    plain_stems,
    stem,
    verb_root,
)
from stanceline.reading.parse import Parse
from stanceline.records import Proposal


@dataclass(frozen=True, slots=True)
class Words:
    """The stems of an article's words, and the first letters of those of its verbs."""

    stems: frozenset[str]
    verbs: frozenset[str]


def words_of(parse: Parse) -> Words:
    """The words of one article."""
    pairs = set(zip(parse.lemma, parse.pos, strict=True))
    verbs = frozenset(stem(lemma)[:ROOT] for lemma, pos in pairs if pos == "VERB")
    return Words(frozenset(stem(lemma) for lemma in set(parse.lemma)), verbs)


_Ways = tuple[tuple[str, frozenset[str] | None], ...]
"""Stems of alias heads, or beginnings of verbs, each with the words of which one must stand beside it."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How a proposal can be named, and the words by which "the toll plan" can be its plan or another's."""

    nouns: _Ways
    verbs: _Ways
    names: frozenset[str]
    telling: frozenset[str]
    proposal: Proposal

    @classmethod
    def of(cls, target: Target, others: frozenset[str]) -> "_Wanted":
        heads = index_heads((target,))
        telling = telling_words(target) | (target.vocabulary & others)
        return cls(_ways(heads.by_head), _ways(heads.by_verb), own_names(target), telling, target.proposal)

    def is_nameable(self, words: Words) -> bool:
        if not self.names.isdisjoint(words.stems):
            return True
        if is_about(self.proposal, words.stems):
            return True
        return _is_open(self.nouns, words.stems, words) or _is_open(self.verbs, words.verbs, words)


def telling_words(target: Target) -> frozenset[str]:
    """The common words of a proposal's names that tell a bare "plan" to be this one."""
    return target.common - target.carriers - plain_stems()


def _ways(heads: Mapping[str, Sequence[tuple[int, Alias]]]) -> _Ways:
    pairs = ((head, alias.modifiers) for head, aliases in heads.items() for _, alias in aliases)
    return tuple((head, frozenset().union(*modifiers) if modifiers else None) for head, modifiers in pairs)


def _is_open(ways: _Ways, present: frozenset[str], words: Words) -> bool:
    return any(
        head in present and (modifiers is None or not modifiers.isdisjoint(words.stems)) for head, modifiers in ways
    )


View = tuple[Hashable, ...]


def view_of(target: Target, words: Words) -> View:
    """All that an article can see of a proposal: what is left of it when the words are gone that the article lacks.

    Where two wordings of a proposal give an article the same view, everything that is read in it is the same.
    """
    proposal, stems = target.proposal, words.stems
    own = about(proposal)
    alive = tuple(
        (alias.head, tuple(forms & stems for forms in alias.modifiers), alias.telling)
        for alias in target.aliases
        if alias.head in stems or verb_root(alias.head) in words.verbs
    )
    around = {forms for alias in target.aliases if alias.head in target.heads for forms in alias.modifiers}
    sets = (target.heads, target.carriers, target.vocabulary, target.names, target.common)
    return (
        proposal.id,
        proposal.proposers,
        proposal.arguments_for,
        proposal.arguments_against,
        alive,
        sum(1 for forms in around if not forms.isdisjoint(stems)),
        *(words_of_it & stems for words_of_it in sets),
        own.nearness(stems),
        own.specific(stems),
    )


class Relevance:
    """The proposals of a debate, ready to be tried on the words of many articles."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self.targets = tuple(make_target(proposal) for proposal in proposals)
        others = [[telling_words(other) for other in self.targets if other is not target] for target in self.targets]
        self._wanted = [
            _Wanted.of(target, frozenset().union(*words)) for target, words in zip(self.targets, others, strict=True)
        ]

    def of(self, words: Words) -> tuple[int, ...]:
        """The numbers of the proposals that matter: none where no proposal can be named.

        Where one can, so do others whose telling words stand in the article: "the toll plan" may be theirs.
        """
        able = {number for number, wanted in enumerate(self._wanted) if wanted.is_nameable(words)}
        if not able:
            return ()
        return tuple(
            number
            for number, wanted in enumerate(self._wanted)
            if number in able or not wanted.telling.isdisjoint(words.stems)
        )
