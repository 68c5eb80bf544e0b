"""Where an article speaks of a proposal: by an alias, by a carrier noun ("the plan"), by a pronoun, or not at all.

An alias is a head noun with modifiers; the text may put others between and around them, and a state may
stand in any of its forms (Japan, Japanese, Tokyo). Between mentions the debate that was named last is what
"the plan" and "it" mean, for a few sentences; where two proposals of one debate compete, nothing is linked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stanceline.discourse.gazetteer import load_gazetteer, plain
from stanceline.discourse.lexicon import words
from stanceline.reading.parse import Parse
from stanceline.records import Predication, Proposal

CARRIER_SENTENCES = 6
ELLIPTIC_SENTENCES = 3
PRONOUN_SENTENCES = 1
TRUST_FULL, _TRUST_PART, _TRUST_NEARBY, TRUST_CARRIER, _TRUST_BARE = 1.0, 0.9, 0.85, 0.88, 0.8
_TRUST_PRONOUN, _TRUST_ELLIPTIC = 0.68, 0.8
_NEARBY = 14
_RETURNS = 2
_ROOT = 5
_OFTEN = 3
_LATELY = 150
_NOMINAL = ("ion", "ment", "al", "ance", "ing", "ure")
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
_FAR = 60
_CONTENT = frozenset({"of", "for", "to", "on", "about", "with"})


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to name a proposal: stems of the head noun and of its modifiers, each with what may stand for it.

    Where the head is part of a name ("Asian Cup"), `telling` are the places of the modifiers that are not.
    """

    head: str
    modifiers: tuple[frozenset[str], ...]
    telling: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A proposal made ready for matching. `heads` are the stems of alias heads that can stand for it alone.

    `names` are those that also belong to a longer name ("Asian Cup"), which without more is another thing.
    """

    proposal: Proposal
    aliases: tuple[Alias, ...]
    heads: frozenset[str]
    carriers: frozenset[str]
    vocabulary: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heads:
    """Alias heads of all targets with their aliases, and every stem that can name or carry one.

    `by_verb` holds the first letters of longer heads: who wants to expand an airport wants its expansion.
    """

    by_head: Mapping[str, tuple[tuple[int, Alias], ...]]
    by_verb: Mapping[str, tuple[tuple[int, Alias], ...]]
    wanted: frozenset[str]
    roots: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a noun stands for: indices of targets (none: some other plan), trust and manner."""

    targets: frozenset[int]
    trust: float
    how: str


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
    rest = [word for word in found if word.lower() not in words("small") and word is not head]
    kept = list({stem(word): word for word in reversed(rest) if stem(word)}.values())[::-1]
    telling = [place for place, word in enumerate(kept) if not word[0].isupper()]
    is_name = head[0].isupper() and len(telling) < len(kept)
    return Alias(stem(head), tuple(_forms(stem(word)) for word in kept), tuple(telling) if is_name else ())


def _forms(word: str) -> frozenset[str]:
    parts = [part for part in word.split("-") if len(part) > 1 and part != "only"]
    return _state_forms().get(word, frozenset({word})) | (frozenset(parts) if len(parts) > 1 else frozenset())


def make_target(proposal: Proposal) -> Target:
    """A proposal's aliases and title, made ready for matching."""
    found = [alias for text in (*proposal.aliases, proposal.title) if (alias := read_alias(text)) is not None]
    aliases = tuple(dict.fromkeys(found))
    vocabulary = frozenset(form for alias in aliases for forms in (*alias.modifiers, {alias.head}) for form in forms)
    general = frozenset(stem(word) for word in words("carrier"))
    carriers = frozenset(stem(word) for carrier in proposal.carriers for word in carrier.split()[-1:]) | general
    heads = frozenset(alias.head for alias in aliases if alias.head not in general and not alias.telling)
    names = frozenset(alias.head for alias in aliases if alias.telling)
    return Target(proposal, aliases, heads, carriers, vocabulary, names)


class Reading:
    """What one article says of all targets: where it names them, and which one is meant at each place.

    `meant` gives for each noun that names or carries a proposal which ones, with trust and manner.
    """

    def __init__(self, parse: Parse, targets: Sequence[Target], heads: Heads, stems: Mapping[str, str]) -> None:
        self.parse, self.targets, self.stems = parse, targets, stems
        places = [place for place, lemma in enumerate(parse.lemma) if stems[lemma] in heads.wanted]
        if heads.roots:
            verbs = [
                p for p, pos in enumerate(parse.pos) if pos == "VERB" and stems[parse.lemma[p]][:_ROOT] in heads.roots
            ]
            places = sorted({*places, *verbs})
        nouns = [place for place in places if parse.pos[place] in ("NOUN", "PROPN", "NUM", "X", "ADJ", "VERB")]
        self.meant: dict[int, Meant] = {}
        self.named: set[int] = set()
        for token in nouns:
            found = self._name(token, heads)
            if found is not None:
                self.meant[token] = found
                self.named |= found.targets
        self.named |= self._suggested(nouns)
        self._focus: list[tuple[int, frozenset[int]]] = []
        self._pronouns: dict[int, Meant] = {}
        if self.named:
            for token in nouns:
                found = self.meant.get(token)
                if found is None and parse.pos[token] in ("NOUN", "PROPN"):
                    found = self._carry(token)
                if found is not None and parse.pos[token] not in ("ADJ", "VERB"):
                    self.meant[token] = found
                    self._focus.append((token, found.targets))
            self._find_pronouns()

    def _find_pronouns(self) -> None:
        for token, lemma in enumerate(self.parse.lemma):
            if lemma == "it" or lemma == "they":
                found = self._pronoun(token)
                if found is not None:
                    self._pronouns[token] = found

    # -- by name

    def _name(self, token: int, heads: Heads) -> Meant | None:
        """The targets that a noun names with its modifiers; several only where they share the very alias."""
        noun = self.stems[self.parse.lemma[token]]
        able = heads.by_head.get(noun, ())
        if self.parse.pos[token] == "VERB":
            able = able or heads.by_verb.get(noun[:_ROOT], ())
        if not able:
            return None
        near = self._modifiers(token)
        verb = self.parse.pos[token] == "VERB"
        fits: dict[int, float] = {}
        for number, alias in able:
            # "to halt mining of the ocean floor" says as a verb what an alias says as a noun.
            fit = 0.0 if verb else _fit(alias, near, self.targets[number])
            fit = fit or self._fit_nearby(alias, token, near, self.targets[number].vocabulary)
            fits[number] = max(fits.get(number, 0.0), fit)
        best = max(fits.values())
        found = frozenset(number for number, trust in fits.items() if trust == best)
        if not best or (len(found) > 1 and best < TRUST_FULL):
            return None
        return Meant(found, best, "alias")

    def _fit_nearby(self, alias: Alias, token: int, near: list[tuple[str, bool]], vocabulary: frozenset[str]) -> float:
        """A head whose modifiers stand elsewhere in its sentence ("in Nouakchott, where a post ...")."""
        parse = self.parse
        if not alias.modifiers or any(naming and word not in vocabulary for word, naming in near):
            return 0.0
        first = last = token
        while first > 0 and token - first < _NEARBY and parse.sentence[first - 1] == parse.sentence[token]:
            first -= 1
        while last + 1 < len(parse) and last - token < _NEARBY and parse.sentence[last + 1] == parse.sentence[token]:
            last += 1
        present = {self.stems[lemma] for lemma in parse.lemma[first : last + 1]}
        return _TRUST_NEARBY if all(forms & present for forms in alias.modifiers) else 0.0

    def _suggested(self, nouns: list[int]) -> set[int]:
        """Targets that no phrase names, but whose head noun comes back and whose other words stand in the text."""
        counts: dict[str, int] = {}
        for token in nouns:
            noun = self.stems[self.parse.lemma[token]]
            counts[noun] = counts.get(noun, 0) + 1
        text = {self.stems[lemma] for lemma in self.parse.lemma}
        found = set()
        for number, target in enumerate(self.targets):
            for head in target.heads:
                around = {forms for alias in target.aliases if alias.head == head for forms in alias.modifiers}
                if counts.get(head, 0) >= _RETURNS and sum(1 for forms in around if forms & text) >= _RETURNS:
                    found.add(number)
        return found

    def _modifiers(self, token: int) -> list[tuple[str, bool]]:
        """Stems of the words in the phrase around a head, each with whether it names something (a name or compound)."""
        parse, found = self.parse, []
        lowest, highest = max(0, token - 9), min(len(parse), token + 13)
        for place in range(lowest, highest):
            if place == token or parse.sentence[place] != parse.sentence[token]:
                continue
            if parse.pos[place] in ("PUNCT", "DET", "ADP", "PRON", "PART", "AUX"):
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

    # -- by what was named before

    def _carry(self, token: int) -> Meant | None:
        """What a bare noun stands for; nothing in particular where it says itself what other plan it is."""
        noun = self.stems[self.parse.lemma[token]]
        heads = frozenset(n for n in self.named if noun in self.targets[n].heads)
        carriers = frozenset(n for n in self.named if noun in self.targets[n].carriers)
        if not heads | carriers:
            return None
        inside = self._named_inside(token)
        if inside is not None:
            return inside
        near = self._modifiers(token)
        own = {word for number in heads | carriers for word in self.targets[number].vocabulary}
        if any(naming and word not in own | words("plain") for word, naming in near):
            return Meant(frozenset(), 0.0, "other") if carriers and self._has_content(token) else None
        definite = self._is_definite(token)
        if heads:
            return self._bare_head(token, heads, near, definite=definite)
        content = {word for word, _ in near} - words("plain")
        if self._has_content(token) and not (definite and content & own):
            return Meant(frozenset(), 0.0, "other")
        if not definite:
            return None
        found = self._last(token, CARRIER_SENTENCES * (2 if len(self.named) == 1 else 1), carriers)
        return Meant(found, TRUST_CARRIER, "carrier") if found else None

    def _bare_head(
        self, token: int, heads: frozenset[int], near: list[tuple[str, bool]], *, definite: bool
    ) -> Meant | None:
        """An alias head without its modifiers: "the lanes", "a dam"."""
        own = {word for number in heads for word in self.targets[number].vocabulary} | words("plain")
        other = [word for word, _ in near if word not in own]
        if self.parse.pos[token] == "PROPN":
            heads = frozenset(n for n in heads if self.stems[self.parse.lemma[token]] not in self.targets[n].names)
        if (self._has_content(token) and other) or (other and not definite):
            return None
        found = heads if len(heads) < 2 else self._last(token, CARRIER_SENTENCES, heads)
        return Meant(found, TRUST_CARRIER if definite else _TRUST_BARE, "head") if len(found) == 1 else None

    def _named_inside(self, token: int) -> Meant | None:
        """A carrier is what its own phrase names: "a push to open a liaison office"."""
        for place in range(token + 1, min(len(self.parse), token + 12)):
            if self.parse.sentence[place] != self.parse.sentence[token]:
                break
            found = self.meant.get(place)
            if found is not None and found.how == "alias" and self._reaches(place, token):
                return Meant(found.targets, TRUST_CARRIER, "carrier")
        return None

    def _reaches(self, place: int, token: int) -> bool:
        for _ in range(6):
            if place == token:
                return True
            place = self.parse.head[place]
        return False

    def _is_definite(self, token: int) -> bool:
        parse = self.parse
        for place in range(token - 1, max(-1, token - 7), -1):
            if parse.sentence[place] != parse.sentence[token]:
                break
            if parse.head[place] == token and parse.dep[place] in ("det", "poss", "amod", "predet"):
                if parse.lemma[place].lower() in _DEFINITE or parse.dep[place] == "poss":
                    return True
                if parse.dep[place] == "det":
                    return False
        return False

    def _has_content(self, token: int) -> bool:
        """Whether a carrier says itself what it is a plan for."""
        parse = self.parse
        for place in range(max(0, token - 3), min(len(parse), token + 4)):
            if parse.head[place] != token:
                continue
            if parse.dep[place] == "compound" or (parse.dep[place] == "acl" and parse.tag[place] == "VB"):
                return True
            if parse.dep[place] == "prep" and parse.lemma[place].lower() in _CONTENT:
                return True
        return False

    def _last(self, token: int, sentences: int, able: frozenset[int] | None = None) -> frozenset[int]:
        """The targets of the last mention before `token`; empty where that is too far back or another plan."""
        parse = self.parse
        for where, what in reversed(self._focus[: bisect_left(self._focus, (token, frozenset()))]):
            if parse.sentence[token] - parse.sentence[where] > sentences:
                break
            if able is None or not what or what & able:
                return what if able is None else what & able
        return frozenset()

    # -- predications

    def link(self, predication: Predication) -> tuple[Link, ...]:
        """The proposals that a predication is about: none where it is another thing or cannot be told."""
        if not self.named:
            return ()
        tokens = predication.object_tokens
        found: Meant | None = None
        token: int | None = None
        if not tokens:
            place = bisect_right(self.parse.start, predication.path[0].start) - 1
            found = Meant(self._last(place, self._elliptic_reach(place)), _TRUST_ELLIPTIC, "ellipsis")
            found = None if len(found.targets) > 1 else found
        else:
            known = [t for t in tokens if t in self.meant and self.meant[t].targets]
            token = max(known, key=lambda t: (self.meant[t].trust, -t), default=None)
            found = self.meant[token] if token is not None else self._pronoun(tokens[0])
            token = tokens[0] if token is None else token
        return () if found is None else tuple(Link(n, found.trust, token, found.how) for n in sorted(found.targets))

    def _elliptic_reach(self, token: int) -> int:
        """How many sentences back a position without an object may look: far where the article has one subject."""
        lately = {what for where, what in self._focus if 0 <= token - where < _LATELY}
        if len(self.named) > 1 and len(lately) != 1:
            return 1
        return ELLIPTIC_SENTENCES * (2 if len(self.meant) >= _OFTEN else 1)

    def _pronoun(self, token: int) -> Meant | None:
        """What a pronoun stands for: the subject of the sentence before, else the nearest thing before it."""
        parse = self.parse
        if parse.lemma[token].lower() not in _PRONOUNS or parse.pos[token] not in ("PRON", "DET"):
            return None
        nearest: Meant | None = None
        blocked = False
        for place in range(token - 1, max(-1, token - _FAR), -1):
            if parse.sentence[token] - parse.sentence[place] > PRONOUN_SENTENCES:
                break
            found = self.meant.get(place) or self._pronouns.get(place)
            if found is not None and found.targets:
                leads = parse.dep[place] in ("nsubj", "nsubjpass") and parse.dep[parse.head[place]] == "ROOT"
                if leads or not blocked:
                    nearest = nearest or found
            elif parse.pos[place] == "NOUN" and parse.dep[place] in ("nsubj", "dobj", "nsubjpass", "attr"):
                blocked = blocked or (parse.tag[place] == "NN" and not parse.entity[place])
                if parse.sentence[place] == parse.sentence[token] and nearest is None and blocked:
                    return None
        if nearest is None or len(nearest.targets) != 1:
            return None
        return Meant(nearest.targets, _TRUST_PRONOUN, "pronoun")


def _fit(alias: Alias, near: list[tuple[str, bool]], target: Target) -> float:
    """How well the phrase around a head fits an alias: 0 where it does not or names another thing."""
    present = {word for word, _ in near}
    hits = [place for place, forms in enumerate(alias.modifiers) if forms & present]
    foreign = [word for word, naming in near if naming and word not in target.vocabulary | words("plain")]
    if any(word in _state_forms() for word in foreign) and len(hits) < len(alias.modifiers):
        return 0.0
    if len(hits) == len(alias.modifiers):
        return 0.0 if foreign and not alias.modifiers else TRUST_FULL
    if alias.telling and not any(place in alias.telling for place in hits):
        return 0.0  # "the Asian Cup" is not "a biennial Asian Cup".
    enough = len(hits) * 2 >= len(alias.modifiers) or not foreign
    return _TRUST_PART if hits and enough else 0.0


def index_heads(targets: Sequence[Target]) -> Heads:
    """An index of all alias heads, and of every stem that can name or carry a target."""
    found: dict[str, list[tuple[int, Alias]]] = {}
    for number, target in enumerate(targets):
        for alias in target.aliases:
            found.setdefault(alias.head, []).append((number, alias))
    carriers = {word for target in targets for word in target.carriers}
    verbs: dict[str, list[tuple[int, Alias]]] = {}
    for head, aliases in found.items():
        if head.endswith(_NOMINAL) and len(head) > _ROOT + 1:
            verbs.setdefault(head[:_ROOT], []).extend(pair for pair in aliases if pair[1].modifiers)
    by_head, by_verb = ({key: tuple(pairs) for key, pairs in group.items()} for group in (found, verbs))
    return Heads(by_head, by_verb, frozenset(found) | carriers, frozenset(verbs))
