"""Which proposal a noun names: by an alias with its modifiers near, by its proper names, or by words that come back."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from stanceline.discourse.stances.about import about, is_about
from stanceline.discourse.stances.aliases import (
    FULL,
    ROOT,
    Alias,
    Heads,
    Near,
    Target,
    how_well,
    own_names,
    plain_stems,
)
from stanceline.discourse.stances.nouns import Nouns
from stanceline.reading.parse import Parse

_TRUST_NEARBY = 0.85
_NEARBY = 14
_RETURNS = 2
_SISTERS, _AHEAD = 2, 1.25
_NO_NAMES = ("-DATE", "-TIME", "-CARDINAL", "-ORDINAL", "-MONEY", "-QUANTITY")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a noun stands for: indices of targets (none: some other plan), trust and manner."""

    targets: frozenset[int]
    trust: float
    how: str


class Naming:
    """The names of all targets, tried on the words of one article."""

    def __init__(self, parse: Parse, targets: Sequence[Target], heads: Heads, stems: Mapping[str, str]) -> None:
        self._parse, self._targets, self._heads, self._stems = parse, targets, heads, stems
        self._nouns = Nouns(parse, stems)
        self._present = {stems[lemma] for lemma in set(parse.lemma)}
        self.nearness: dict[int, float] = {}

    def name(self, token: int) -> Meant | None:
        """The targets that a noun names with its modifiers; several only where they share the very alias."""
        noun = self._stems[self._parse.lemma[token]]
        able = self._heads.by_head.get(noun, ())
        if self._parse.pos[token] == "VERB":
            able = able or self._heads.by_verb.get(noun[:ROOT], ())
        if not able:
            return None
        near = self._nouns.modifiers(token)
        verb = self._parse.pos[token] == "VERB"
        fits: dict[int, float] = {}
        for number, alias in able:
            # "to halt mining of the ocean floor" says as a verb what an alias says as a noun.
            score = 0.0 if verb else how_well(alias, near, self._targets[number])
            score = score or self._fit_nearby(alias, token, near, self._targets[number].vocabulary)
            fits[number] = max(fits.get(number, 0.0), score)
        best = max(fits.values())
        found = frozenset(number for number, trust in fits.items() if trust == best)
        if not best or (len(found) > 1 and best < FULL):
            return None
        return Meant(found, best, "alias")

    def _fit_nearby(self, alias: Alias, token: int, near: list[Near], vocabulary: frozenset[str]) -> float:
        """A head whose modifiers stand elsewhere in its sentence ("in Nouakchott, where a post ...")."""
        parse = self._parse
        if not alias.modifiers or any(item.naming and item.word not in vocabulary for item in near):
            return 0.0
        first = last = token
        while first > 0 and token - first < _NEARBY and parse.sentence[first - 1] == parse.sentence[token]:
            first -= 1
        while last + 1 < len(parse) and last - token < _NEARBY and parse.sentence[last + 1] == parse.sentence[token]:
            last += 1
        present = {self._stems[lemma] for lemma in parse.lemma[first : last + 1]}
        return _TRUST_NEARBY if all(forms & present for forms in alias.modifiers) else 0.0

    def suggested(self, nouns: list[int]) -> set[int]:
        """Targets that no phrase names, but whose head noun comes back and whose other words stand in the text."""
        counts: dict[str, int] = {}
        for token in nouns:
            noun = self._stems[self._parse.lemma[token]]
            counts[noun] = counts.get(noun, 0) + 1
        text = {self._stems[lemma] for lemma in self._parse.lemma}
        found = set()
        for number, target in enumerate(self._targets):
            around = {forms for alias in target.aliases if alias.head in target.heads for forms in alias.modifiers}
            often = sum(counts.get(head, 0) for head in target.heads) >= _RETURNS
            if often and sum(1 for forms in around if forms & text) >= _RETURNS:
                found.add(number)
        return found

    def by_own_names(self) -> dict[int, int]:
        """The places of proper names that only one proposal's names hold, for an article that names none in full.

        One name alone does not make an article about a proposal: it returns, or another of the proposal's words stands
        in the text.
        """
        parse = self._parse
        names = [own_names(target) for target in self._targets]
        common = {self._stems[lemma] for lemma, pos in zip(parse.lemma, parse.pos, strict=True) if pos != "PROPN"}
        text = common | {self._stems[lemma] for lemma in parse.lemma}
        found: dict[int, int] = {}
        for number, target in enumerate(self._targets):
            others = {w for other in self._targets if other is not target for w in other.vocabulary}
            able = names[number] - common - others
            places = [
                p for p, lemma in enumerate(parse.lemma) if parse.pos[p] == "PROPN" and self._stems[lemma] in able
            ]
            places = [p for p in places if not parse.entity[p].endswith(_NO_NAMES)]
            said = {self._stems[parse.lemma[p]] for p in places}
            rest = (target.vocabulary - target.carriers - plain_stems() - said) & text
            if len(places) > 1 or (places and rest):
                found |= dict.fromkeys(places, number)
        return dict(sorted(found.items())) if len(set(found.values())) == 1 else {}

    # -- by all words together

    def compare(self, named: Set[int]) -> None:
        """Fill `nearness`: how many of their words the article holds, of the targets named and those it is about."""
        for number, target in enumerate(self._targets):
            if number in named or is_about(target.proposal, self._present):
                self.nearness[number] = about(target.proposal).nearness(self._present)

    def are_sisters(self, one: int, other: int) -> bool:
        """Whether two targets belong to one debate: they share words that few debates have."""
        first, second = (about(self._targets[number].proposal) for number in (one, other))
        return len(first.specific(second.stems)) >= _SISTERS

    def by_words(self) -> dict[int, int]:
        """The places of the words of the one target that an article is about without naming it in full."""
        able = sorted(self.nearness.items(), key=lambda pair: (-pair[1], pair[0]))
        if not able or (len(able) > 1 and able[1][1] * _AHEAD > able[0][1]):
            return {}
        number = able[0][0]
        telling = about(self._targets[number].proposal).specific(self._present)
        parse = self._parse
        pairs = enumerate(zip(parse.lemma, parse.pos, strict=True))
        return {p: number for p, (lemma, pos) in pairs if pos in ("NOUN", "PROPN") and self._stems[lemma] in telling}
