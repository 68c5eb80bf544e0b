"""Where an article speaks of a proposal: by an alias, by a carrier noun ("the plan"), by a pronoun, or not at all.

An alias is a head noun with modifiers; the text may put others between and around them, and a state may
stand in any of its forms (Japan, Japanese, Tokyo). Between mentions the debate that was named last is what
"the plan" and "it" mean, for a few sentences; where two proposals of one debate compete, nothing is linked.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stanceline.discourse.gazetteer import load_gazetteer, plain
from stanceline.discourse.lexicon import words
from stanceline.reading.parse import Parse
from stanceline.records import Predication, Proposal

CARRIER_SENTENCES = 6
ELLIPTIC_SENTENCES = 3
PRONOUN_SENTENCES = 1
_TRUST_FULL, _TRUST_PART, _TRUST_CARRIER, _TRUST_PRONOUN, _TRUST_ELLIPTIC = 1.0, 0.9, 0.88, 0.68, 0.8
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_WITHIN = frozenset(
    {
        "amod",
        "compound",
        "poss",
        "nmod",
        "nummod",
        "prep",
        "pobj",
        "npadvmod",
        "advmod",
        "conj",
        "appos",
        "acl",
        "dobj",
        "pcomp",
        "punct",
    }
)
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our", "any", "both"}
)
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those", "they"})


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to name a proposal: stems of the head noun and of its modifiers, each with what may stand for it."""

    head: str
    modifiers: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A proposal made ready for matching. `carriers` are stems; `heads` those of its aliases."""

    proposal: Proposal
    aliases: tuple[Alias, ...]
    heads: frozenset[str]
    carriers: frozenset[str]
    vocabulary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Link:
    """A predication's object is this target. `token` is the object's token, None where the text leaves it out."""

    target: int
    trust: float
    token: int | None
    how: str


def stem(word: str) -> str:
    """A crude stem that unites number and spelling: `Lanes` and `lane`, `centre` and `center`."""
    text = plain(word).lower().replace("'s", "").strip("'.-")
    if len(text) > 4 and text.endswith("ies"):
        text = text[:-3] + "y"
    elif len(text) > 4 and text.endswith(("sses", "shes", "ches", "xes", "zes")):
        text = text[:-2]
    elif len(text) > 3 and text.endswith("s") and not text.endswith(("ss", "us", "is")):
        text = text[:-1]
    return text[:-2] + "er" if len(text) > 5 and text.endswith(("tre", "bre")) else text


@cache
def _state_forms() -> Mapping[str, frozenset[str]]:
    """For each single-word form of a state all its single-word forms, its capital's included."""
    gazetteer = load_gazetteer()
    by_key: dict[str, set[str]] = {}
    for forms in gazetteer.forms.values():
        for form in forms:
            for key in form.keys:
                if key.startswith("state:") and len(form.pieces) == 1 and form.sort != "metonym":
                    by_key.setdefault(key, set()).add(stem(form.pieces[0]))
    found: dict[str, set[str]] = {}
    for key in sorted(by_key):
        for name in by_key[key]:
            found.setdefault(name, set()).update(by_key[key])
    return {name: frozenset(forms) for name, forms in found.items()}


def read_alias(text: str) -> Alias | None:
    """The head and modifiers of an alias; None where it holds no word that could carry it."""
    found = [match.group() for match in _WORD.finditer(text)]
    first: list[str] = []
    for word in found:
        if word.lower() in words("splitter") and first:
            break
        if word.lower() not in words("small"):
            first.append(word)
    states = _state_forms()
    heads = [word for word in first if stem(word) not in states] or first
    if not heads:
        return None
    head = heads[-1]
    rest = [stem(word) for word in found if word.lower() not in words("small") and word is not head]
    return Alias(stem(head), tuple(_forms(word) for word in dict.fromkeys(rest) if word))


def _forms(word: str) -> frozenset[str]:
    parts = [part for part in word.split("-") if len(part) > 1 and part != "only"]
    return _state_forms().get(word, frozenset({word})) | (frozenset(parts) if len(parts) > 1 else frozenset())


def make_target(proposal: Proposal) -> Target:
    """A proposal's aliases and title, made ready for matching."""
    found = [alias for text in (*proposal.aliases, proposal.title) if (alias := read_alias(text)) is not None]
    aliases = tuple(dict.fromkeys(found))
    vocabulary = {form for alias in aliases for forms in alias.modifiers for form in forms} | {
        alias.head for alias in aliases
    }
    carriers = frozenset(stem(word) for carrier in proposal.carriers for word in carrier.split()[-1:])
    return Target(proposal, aliases, frozenset(a.head for a in aliases), carriers, frozenset(vocabulary))


class Reading:
    """What one article says of all targets: mentions, and which proposal is meant at each place."""

    def __init__(
        self, parse: Parse, targets: Sequence[Target], wanted: frozenset[str], stems: Mapping[str, str]
    ) -> None:
        self.parse, self.targets = parse, targets
        self.stems = stems
        self._by_place = [place for place, lemma in enumerate(parse.lemma) if stems[lemma] in wanted]
        self.direct: dict[int, list[tuple[int, float]]] = {}
        for token in self._by_place:
            if parse.pos[token] in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X"):
                found = self._match(token)
                if found:
                    self.direct[token] = found
        self.named = {target for found in self.direct.values() for target, trust in found if trust >= _TRUST_PART}
        self._focus: list[tuple[int, frozenset[int]]] = []
        if self.named:
            self._follow()

    # -- aliases

    def _match(self, token: int) -> list[tuple[int, float]]:
        lemma = self.stems[self.parse.lemma[token]]
        near: list[tuple[str, bool]] | None = None
        found: list[tuple[int, float]] = []
        for number, target in enumerate(self.targets):
            if lemma not in target.heads:
                continue
            if near is None:
                near = self._modifiers(token)
            trust = max((_fit(alias, near, target) for alias in target.aliases if alias.head == lemma), default=0.0)
            if trust:
                found.append((number, trust))
        best = max((trust for _, trust in found), default=0.0)
        return [(number, trust) for number, trust in found if trust == best]

    def _modifiers(self, token: int) -> list[tuple[str, bool]]:
        """Stems of the words in the phrase around a head, each with whether it names something (a name or compound)."""
        parse, found = self.parse, []
        lowest, highest = max(0, token - 9), min(len(parse), token + 13)
        for place in range(lowest, highest):
            if (
                place == token
                or parse.sentence[place] != parse.sentence[token]
                or parse.pos[place] in ("PUNCT", "DET", "ADP")
            ):
                continue
            hangs = self._hangs_on(place, token)
            if hangs is not None:
                naming = parse.pos[place] == "PROPN" or (parse.dep[place] in ("compound", "nmod") and place < token)
                found.append((self.stems[parse.lemma[place]], naming and hangs))
        return found

    def _hangs_on(self, place: int, token: int) -> bool | None:
        """Whether `place` is in the phrase of `token`: False for "open an office in Japan", None for not at all."""
        parse = self.parse
        verb = parse.head[token] if parse.dep[token] in ("dobj", "nsubjpass") and parse.head[token] < token else -1
        for _ in range(5):
            if parse.dep[place] not in _WITHIN:
                return None
            if parse.head[place] == verb and parse.dep[place] == "prep" and place > token:
                return False
            place = parse.head[place]
            if place == token:
                return True
        return None

    # -- what "the plan" means

    def _follow(self) -> None:
        """Walk through the text and keep which proposals the last mention, or carrier of one, stood for."""
        for token in range(len(self.parse)) if len(self._by_place) > 400 else self._by_place:
            if token in self.direct:
                self._focus.append((token, frozenset(number for number, _ in self.direct[token])))
            elif self.parse.pos[token] in ("NOUN", "PROPN"):
                carried = self._carried(token)
                if carried is not None:
                    self._focus.append((token, carried))

    def _carried(self, token: int) -> frozenset[int] | None:
        """The proposals that a carrier noun stands for; an empty set for another plan; None for no carrier."""
        stem_ = self.stems[self.parse.lemma[token]]
        able = frozenset(
            n for n in sorted(self.named) if stem_ in self.targets[n].carriers or stem_ in self.targets[n].heads
        )
        if not able:
            return None
        near = self._modifiers(token)
        foreign = [
            word for word, naming in near if naming and not any(word in self.targets[n].vocabulary for n in able)
        ]
        definite = self._is_definite(token)
        heads = frozenset(n for n in able if stem_ in self.targets[n].heads)
        if foreign and not heads:
            return frozenset() if self._has_content(token) else None
        if foreign or not definite:
            return frozenset() if self._has_content(token) and not heads else None
        last = self._last(token, CARRIER_SENTENCES * (2 if heads else 1), able)
        return last if last else None

    def _is_definite(self, token: int) -> bool:
        parse = self.parse
        for place in range(token - 1, max(-1, token - 6), -1):
            if parse.sentence[place] != parse.sentence[token]:
                break
            if parse.head[place] == token and parse.dep[place] in ("det", "poss", "amod", "predet"):
                if self._word(place) in _DEFINITE or parse.dep[place] == "poss":
                    return True
                if parse.dep[place] == "det":
                    return False
        return False

    def _has_content(self, token: int) -> bool:
        """Whether a carrier says itself what it is a plan for."""
        parse = self.parse
        return any(
            parse.head[place] == token and parse.dep[place] in ("prep", "acl", "compound", "relcl")
            for place in range(max(0, token - 3), min(len(parse), token + 4))
        )

    def _word(self, token: int) -> str:
        return self.parse.lemma[token].lower()

    def _last(self, token: int, sentences: int, able: Iterable[int] | None = None) -> frozenset[int]:
        """The proposals of the last mention before `token`; empty where that is too far back or another plan."""
        parse = self.parse
        place = bisect_right(self._focus, (token, frozenset())) - 1
        allowed = None if able is None else frozenset(able)
        while place >= 0:
            where, what = self._focus[place]
            if where < token:
                if parse.sentence[token] - parse.sentence[where] > sentences:
                    return frozenset()
                if allowed is None or not what or what & allowed:
                    return what if allowed is None else what & allowed
            place -= 1
        return frozenset()

    # -- predications

    def link(self, predication: Predication) -> Link | None:
        """The proposal that a predication is about, None where it is another or cannot be told."""
        if not self.named:
            return None
        tokens = predication.object_tokens
        for token in tokens:
            found = self.direct.get(token, ())
            if len(found) == 1:
                return Link(found[0][0], found[0][1], token, "alias")
        if not tokens:
            return self._link_elliptic(predication)
        for token in tokens:
            carried = self._carried(token) if self.parse.pos[token] in ("NOUN", "PROPN") else None
            if carried is not None and len(carried) == 1:
                return Link(next(iter(carried)), _TRUST_CARRIER, token, "carrier")
        return self._link_pronoun(tokens[0]) if self._word(tokens[0]) in _PRONOUNS else None

    def _link_elliptic(self, predication: Predication) -> Link | None:
        place = bisect_right(self.parse.start, predication.path[0].start) - 1
        found = self._last(place, ELLIPTIC_SENTENCES)
        return Link(next(iter(found)), _TRUST_ELLIPTIC, None, "ellipsis") if len(found) == 1 else None

    def _link_pronoun(self, token: int) -> Link | None:
        """A pronoun stands for the nearest thing before it; only where that is the proposal is it linked."""
        parse = self.parse
        for place in range(token - 1, max(-1, token - 60), -1):
            if parse.sentence[token] - parse.sentence[place] > PRONOUN_SENTENCES:
                break
            found = next((what for where, what in reversed(self._focus) if where == place), None)
            if found is not None:
                return Link(next(iter(found)), _TRUST_PRONOUN, token, "pronoun") if len(found) == 1 else None
            rival = parse.pos[place] == "NOUN" and parse.dep[place] in ("nsubj", "dobj", "nsubjpass", "attr")
            if rival and parse.tag[place] == "NN" and not parse.entity[place]:
                return None
        return None


def _fit(alias: Alias, near: list[tuple[str, bool]], target: Target) -> float:
    """How well the phrase around a head fits an alias: 0 where it does not or names another thing."""
    present = {word for word, _ in near}
    hits = sum(1 for forms in alias.modifiers if forms & present)
    states = _state_forms()
    foreign = [word for word, naming in near if naming and word not in target.vocabulary and word not in words("plain")]
    if any(word in states for word in foreign) and hits < len(alias.modifiers):
        return 0.0
    if hits == len(alias.modifiers):
        return 0.0 if not alias.modifiers and foreign else _TRUST_FULL
    if hits and hits * 2 >= len(alias.modifiers):
        return _TRUST_PART
    return _TRUST_PART if hits and not foreign else 0.0


def wanted_stems(targets: Sequence[Target]) -> frozenset[str]:
    """All stems that can head a mention or carry one."""
    return frozenset(word for target in targets for word in (*target.heads, *target.carriers))
