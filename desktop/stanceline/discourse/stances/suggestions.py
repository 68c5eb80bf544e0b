"""What a corpus offers to add to a proposal: further names, nouns that carry it, arguments for and against.

Only articles that name the proposal already are looked at, so a title and a name or two are enough to begin with.
Nothing is added by itself: each suggestion has the rules that made it, how often it stands there and a sentence to
judge it by, and a person approves it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from stanceline.discourse.stances.aliases import plain_stems, read_alias, stem
from stanceline.discourse.stances.arguments import make_arguments
from stanceline.discourse.stances.assess import Matcher
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.targets import Reading
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import (
    SUGGESTED,
    Extraction,
    Proposal,
    StanceRow,
    SuggestedKind,
    Suggestion,
    Voiced,
    statement_ids,
)

MOST = 12
"""Suggestions of one kind: as many as anyone reads through."""
_NEAR_SENTENCES = 2
_LONGEST = 8
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod"})
_BEHIND = frozenset({"of", "in", "under", "for", "to", "on", "at", "between"})
_DEFINITE = frozenset({"the", "this", "that", "such", "these", "those"})
_POINTING = frozenset({"it", "this", "that", "they"})
_WHOLE = ("suggest.apposition", "suggest.judged")
"""Rules under which a phrase behind the noun belongs to the name: "the crossing under the harbor"."""
_WORRY = frozenset({"concern", "fear", "worry", "risk", "danger", "threat", "hope", "benefit", "anxiety", "promise"})
_OF_WORRY = frozenset({"of", "about", "over", "for"})
_SHORT = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """One place in one article that speaks for a suggestion."""

    kind: SuggestedKind
    key: frozenset[str]
    text: str
    article: str
    sentence: tuple[int, int]
    rule: str
    token: int
    actor: str | None = None


@dataclass(slots=True)
class _Group:
    places: list[_Place] = field(default_factory=list)

    def suggestion(self) -> Suggestion:
        first, spellings = self.places[0], Counter(place.text for place in self.places)
        actors = Counter(place.actor for place in self.places if place.actor is not None)
        return Suggestion(
            kind=first.kind,
            text=min(spellings.items(), key=lambda pair: (-pair[1], pair[0]))[0],
            count=len({(place.article, place.token) for place in self.places}),
            articles=len({place.article for place in self.places}),
            example=(first.article, first.sentence),
            rules=tuple(sorted({place.rule for place in self.places})),
            actors=tuple(sorted(actors.items(), key=lambda pair: (-pair[1], pair[0]))),
        )


def suggest(
    extractions: Sequence[Extraction],
    proposal: Proposal,
    stances: Iterable[StanceRow],
    others: Iterable[Proposal] = (),
    dismissed: Set[tuple[SuggestedKind, str]] = frozenset(),
) -> tuple[Suggestion, ...]:
    """What the articles offer for a proposal, kind by kind (`SUGGESTED`), the most frequent first, `MOST` of each.

    `stances` are those of the analysis; only those on this proposal count. What the proposal has already is left out,
    and so are the names of `others` and what was `dismissed` (kind and case-folded text).
    """
    groups = _groups(extractions, proposal, stances, others)
    known = _known(proposal)
    found = [group.suggestion() for key, group in groups.items() if key not in known]
    found = [one for one in found if (one.kind, one.text.casefold()) not in dismissed]
    found.sort(key=lambda one: (-one.articles, -one.count, one.text))
    return tuple(one for kind in SUGGESTED for one in [one for one in found if one.kind == kind][:MOST])


def voiced_arguments(
    extractions: Sequence[Extraction],
    proposal: Proposal,
    stances: Iterable[StanceRow],
    others: Iterable[Proposal] = (),
) -> tuple[Voiced, ...]:
    """Who argues how for and against a proposal, by actor: the most frequent first, those of its file included."""
    found = []
    for group in _groups(extractions, proposal, stances, others).values():
        by_actor: dict[str, list[_Place]] = {}
        for place in group.places:
            if place.actor is not None:
                by_actor.setdefault(place.actor, []).append(place)
        shown = group.suggestion().text
        for actor, places in by_actor.items():
            first = places[0]
            example = (first.article, first.sentence)
            found.append(Voiced(actor, first.kind, shown, len(places), example, first.rule))
    return tuple(sorted(found, key=lambda one: (one.actor, one.kind, -one.count, one.text)))


def _groups(
    extractions: Sequence[Extraction], proposal: Proposal, stances: Iterable[StanceRow], others: Iterable[Proposal]
) -> "dict[tuple[SuggestedKind, frozenset[str]], _Group]":
    """All places that speak for a suggestion, known ones included, in the order of articles and of their text."""
    matcher = Matcher((proposal, *(other for other in others if other.id != proposal.id)))
    by_article: dict[str, list[StanceRow]] = {}
    for row in stances:
        if row.proposal == proposal.id and row.stance:
            by_article.setdefault(row.article, []).append(row)
    groups: dict[tuple[SuggestedKind, frozenset[str]], _Group] = {}
    for extraction in sorted(extractions, key=lambda each: each.article.id):
        reading = matcher.read(extraction)
        if 0 in reading.named:
            reader = _Reader(extraction, reading)
            for place in (*reader.names(), *reader.arguments(by_article.get(extraction.article.id, ()))):
                groups.setdefault((place.kind, place.key), _Group()).places.append(place)
    return groups


def _known(proposal: Proposal) -> set[tuple[SuggestedKind, frozenset[str]]]:
    """What the proposal has already."""
    aliases = [alias for text in (*proposal.aliases, proposal.title) if (alias := read_alias(text)) is not None]
    known: set[tuple[SuggestedKind, frozenset[str]]] = {
        ("alias", frozenset({alias.head, *(form for forms in alias.modifiers for form in forms)})) for alias in aliases
    }
    known |= {("alias", _stems(text.split())) for text in (*proposal.aliases, proposal.title)}
    sides: dict[int, SuggestedKind] = {1: "argument_for", -1: "argument_against"}
    return known | {(sides[argument.side], argument.stems) for argument in make_arguments(proposal)}


def _stems(found: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in found if word.lower() not in words("small")) - plain_stems()


class _Reader:
    """Looks through one article that names the proposal."""

    def __init__(self, extraction: Extraction, reading: Reading) -> None:
        self._article = extraction.article
        self._extraction = extraction
        self._tree = Tree(extraction.article.text, extraction.parse)
        self._target = reading.targets[0]
        self._taken = {token for token, meant in reading.meant.items() if meant.targets}
        self._meant = {token for token in self._taken if 0 in reading.meant[token].targets}
        named = (token for token in self._meant if reading.meant[token].how == "alias")
        self._named = sorted({self._tree.sentence[token] for token in named})
        self._people = {mention.head for mention in extraction.mentions}
        self._judged = {token for p in extraction.predications if p.value for token in p.object_tokens}
        self._title = [block.span for block in extraction.article.blocks if block.kind == "title"]

    # ---- names

    def names(self) -> Iterator[_Place]:
        """Aliases and carriers."""
        for token in range(len(self._tree)):
            is_noun = self._tree.pos[token] in ("NOUN", "PROPN") and len(self._tree.words[token]) > 1
            rule = self._rule_of(token) if is_noun and token not in self._taken else None
            if rule is not None:
                phrase = self._phrase(token, behind=rule in _WHOLE)
                kind: SuggestedKind = "carrier" if rule == "suggest.definite" else "alias"
                yield self._place(kind, phrase, token, rule)

    def _rule_of(self, token: int) -> str | None:
        tree = self._tree
        if self._is_acronym(token):
            return "suggest.acronym"
        if token in self._people:
            return None
        head = tree.head[token]
        if tree.dep[token] == "appos" and head in self._meant:
            return "suggest.apposition"
        if any(kid in self._meant for kid in tree.kids(token, "appos")):
            return "suggest.apposition"
        before = [p for p in self._phrase(token, behind=False) if p != token and tree.pos[p] != "PUNCT"]
        modified = any(tree.pos[p] != "NUM" for p in before) and bool(_stems(tree.words[p] for p in before))
        noun = stem(tree.lemma[token])
        if modified and noun in self._target.heads:
            return "suggest.same_head"
        if modified and self._shares_words_in_title(token):
            return "suggest.title"
        if token not in self._judged or not self._is_near(token):
            return None
        if modified or len(self._phrase(token, behind=True)) > len(self._phrase(token, behind=False)):
            return "suggest.judged"
        return "suggest.definite" if tree.pos[token] == "NOUN" and self._points_back(token) else None

    def _is_acronym(self, token: int) -> bool:
        word = self._tree.words[token]
        if not (word.isupper() and word.isalpha() and len(word) > 1):
            return False
        proposal = self._target.proposal
        names = (
            [w for w in text.split() if w.lower() not in words("small")] for text in (*proposal.aliases, proposal.title)
        )
        return any(word == "".join(part[0] for part in name).upper() for name in names if len(name) > 1)

    def _shares_words_in_title(self, token: int) -> bool:
        start = self._tree.parse.start[token]
        if not any(span.start <= start < span.end for span in self._title):
            return False
        return bool(_stems(self._tree.lemma[p] for p in self._phrase(token, behind=False)) & self._target.vocabulary)

    def _points_back(self, token: int) -> bool:
        """Whether it is a bare "the project"."""
        tree = self._tree
        carries = {*self._target.carriers, *self._target.heads}
        definite = any(tree.lower[kid] in _DEFINITE for kid in tree.kids(token, "det"))
        return definite and stem(tree.lemma[token]) not in carries

    def _is_near(self, token: int) -> bool:
        here = self._tree.sentence[token]
        return any(0 <= here - sentence <= _NEAR_SENTENCES for sentence in self._named)

    # ---- arguments

    def arguments(self, stances: Iterable[StanceRow]) -> Iterator[_Place]:
        """What stands as a reason, a consequence or a worry in the words that take a side."""
        contents = dict(zip(statement_ids(self._extraction), self._extraction.statements, strict=True))
        seen: set[tuple[str, int]] = set()
        for row in stances:
            kind: SuggestedKind = "argument_for" if row.stance > 0 else "argument_against"
            statement = contents.get(row.statement or "")
            spans = [row.evidence, *(statement.contents if statement is not None else ())]
            for token in sorted({token for span in spans for token in self._tree.tokens_in(Span(*span))}):
                for verb, noun, rule in self._reasons(token):
                    phrase = (
                        [verb, *self._phrase(noun, behind=True)]
                        if verb is not None
                        else self._phrase(noun, behind=True)
                    )
                    if (row.holder, noun) not in seen and noun not in self._taken:
                        seen.add((row.holder, noun))
                        place = self._place(kind, phrase, noun, rule, row.holder)
                        # An argument of one word would be found everywhere.
                        if len({stem(word) for word in place.text.split() if len(word) > _SHORT}) > 1:
                            yield place

    def _reasons(self, token: int) -> Iterator[tuple[int | None, int, str]]:
        """The verb (None for a noun alone) and the noun of each argument that a word begins."""
        tree = self._tree
        if tree.lower[token] == "because" and tree.dep[token] == "mark":
            yield from self._effects(tree.head[token], "suggest.because")
        elif tree.lemma[token].lower() in _WORRY and tree.pos[token] == "NOUN":
            yield from (
                (None, noun, "suggest.worry")
                for prep in tree.kids(token, "prep")
                if tree.lower[prep] in _OF_WORRY
                for noun in tree.kids(prep, "pobj")
            )
        elif tree.dep[token] == "nsubj" and (token in self._meant or tree.lower[token] in _POINTING):
            yield from self._effects(tree.head[token], "suggest.effect")
        elif tree.dep[token] == "prep" and tree.lower[token] in ("for", "by"):
            for verb in tree.kids(token, "pcomp"):
                yield from self._effects(verb, "suggest.for_doing")

    def _effects(self, verb: int, rule: str) -> Iterator[tuple[int | None, int, str]]:
        tree = self._tree
        if not tree.kids(verb, "neg") and tree.pos[verb] == "VERB":
            yield from ((verb, noun, rule) for noun in tree.kids(verb, "dobj") if tree.pos[noun] in ("NOUN", "PROPN"))

    # ---- phrases

    def _phrase(self, token: int, *, behind: bool) -> list[int]:
        """A noun with the words before it that tell which one it is, and a short phrase behind it."""
        tree, first = self._tree, token
        while first > 0 and tree.sentence[first - 1] == tree.sentence[token]:
            # "32-team" is three tokens, the hyphen hanging anywhere.
            is_hyphen = tree.words[first - 1] == "-" and tree.parse.end[first - 1] == tree.parse.start[first]
            if not is_hyphen and not (
                tree.dep[first - 1] in _BEFORE and tree.head[first - 1] in range(first, token + 1)
            ):
                break
            first -= 1
        while first < token and tree.pos[first] in ("ADJ", "VERB") and stem(tree.lower[first]) in plain_stems():
            first += 1
        found = list(range(first, token + 1))
        prep = token + 1
        if behind and prep < len(tree) and tree.dep[prep] == "prep" and tree.lower[prep] in _BEHIND:
            # Of "fears of salt in the wells" the last words may hang on either noun.
            above = tree.head[tree.head[token]] if tree.dep[token] == "pobj" else token
            noun = tree.kid(prep, "pobj") if tree.head[prep] in (token, above) else None
            if noun is not None and noun - first < _LONGEST and not self._taken & set(range(prep, noun + 1)):
                found.extend(range(prep, noun + 1))
        return found

    def _place(self, kind: SuggestedKind, phrase: list[int], token: int, rule: str, actor: str | None = None) -> _Place:
        tree = self._tree
        shown = [
            tree.lemma[p] if p == phrase[0] and tree.pos[p] == "VERB" else
            tree.words[p] if tree.pos[p] in ("PROPN", "NUM") or tree.words[p].isupper() else tree.lower[p]
            for p in phrase
        ]  # fmt: skip
        sentence = tree.sentence_span(token)
        text = " ".join(shown).replace(" 's", "'s").replace(" ’s", "’s").replace(" - ", "-").replace(" -", "-")
        key = _stems(tree.lemma[p] for p in phrase if tree.pos[p] not in ("PUNCT", "DET", "ADP", "PART"))
        if kind.startswith("argument"):
            key = frozenset(stem(word) for word in text.split() if len(word) > _SHORT)
        return _Place(kind, key, text, self._article.id, (sentence.start, sentence.end), rule, token, actor)
