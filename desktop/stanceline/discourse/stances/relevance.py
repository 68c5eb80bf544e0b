"""Which proposals can matter to what an article is read to say: told by its words alone, without reading it.

Most articles of a corpus share no word with most proposals. A proposal that does not matter to an article can be
changed, added or left out, and nothing that is read in that article changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stanceline.discourse.stances.aliases import ROOT, Target, index_heads, make_target, stem
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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a proposal can be named by (stems, and beginnings of verbs), and every word that tells of it."""

    heads: frozenset[str]
    verbs: frozenset[str]
    vocabulary: frozenset[str]

    @classmethod
    def of(cls, target: Target) -> "_Wanted":
        heads = index_heads((target,))
        return cls(frozenset(heads.by_head), frozenset(heads.by_verb), target.vocabulary)

    def is_nameable(self, words: Words) -> bool:
        return not (self.heads.isdisjoint(words.stems) and self.verbs.isdisjoint(words.verbs))


class Relevance:
    """The proposals of a debate, ready to be tried on the words of many articles."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self._wanted: Mapping[int, _Wanted] = {
            number: _Wanted.of(make_target(proposal)) for number, proposal in enumerate(proposals)
        }

    def of(self, words: Words) -> tuple[int, ...]:
        """The numbers of the proposals that matter: none where no proposal can be named.

        Where one can, so do others whose words stand in the article: "the toll plan" may be theirs.
        """
        able = {number for number, wanted in self._wanted.items() if wanted.is_nameable(words)}
        if not able:
            return ()
        return tuple(
            number
            for number, wanted in self._wanted.items()
            if number in able or not wanted.vocabulary.isdisjoint(words.stems)
        )
