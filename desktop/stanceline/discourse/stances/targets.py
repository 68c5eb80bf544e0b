"""Where an article speaks of a proposal: by an alias, by a carrier noun ("the plan"), by a pronoun, or not at all.

An alias is a head noun with modifiers; the text may put others between and around them, and a state may
stand in any of its forms (Japan, Japanese, Tokyo). Between mentions the debate that was named last is what
"the plan" and "it" mean, for a few sentences; where two proposals of one debate compete, nothing is linked.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.topic import Topic, Topics
from stanceline.reading.parse import Parse
from stanceline.records import Predication

CONTEXTUAL = ("stance.echo.", "stance.turn.")
"""Rules of positions that repeat or turn one told before."""
CARRIER_SENTENCES = 6
ELLIPTIC_SENTENCES = 3
PRONOUN_SENTENCES = 1
_TRUST_NEARBY, TRUST_CARRIER, _TRUST_BARE, _TRUST_PRONOUN, _TRUST_ELLIPTIC = 0.85, 0.88, 0.8, 0.68, 0.8
_TRUST_DESCRIBED, _DESCRIPTION, _DESCRIBED_BY = 0.75, 22, 2
_NEARBY = 14
_RETURNS = 2
_STRAY, _STRAY_SHARE = 2, 0.35
_NO_NAMES = ("-DATE", "-TIME", "-CARDINAL", "-ORDINAL", "-MONEY", "-QUANTITY")
_ASKING = frozenset(
    f"stance.{rule}" for rule in ("verb.want", "verb.ask", "verb.demand", "verb.urge", "verb.call", "verb.seek",
    "verb.request", "verb.insist", "verb.need", "noun.call", "noun.demand", "noun.request"))  # fmt: skip
_TRUST_RETOLD, _RETOLD_BY = 0.65, 2
_OFTEN, _MOST = 3, 0.66
_MAIN_SENTENCES = 16
_TRUST_MAIN = 0.7
_LATELY = 150
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
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our", "any", "both"}
)
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those", "they"})
_FAR = 60
_LOOSE = frozenset({"in", "at", "during", "after", "before", "by", "since", "under"})
_CONTENT = frozenset({"of", "for", "to", "on", "about", "with"})


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
    subject: int | None = None
    """The token that made the target what the paragraph is about, where the text leaves the object out."""


def takes_side(predication: Predication) -> bool:
    """Whether the words by themselves are for or against a plan, whatever it is: no mere feeling about something."""
    plain = predication.explicit and predication.value != 0 and predication.form != "reaction"
    return plain and predication.rule.split(".")[1] in ("verb", "prep", "adj", "noun")


class Reading:
    """What one article says of all targets: where it names them, and which one is meant at each place.

    `meant` gives for each noun that names or carries a proposal which ones, with trust and manner.
    """

    def __init__(self, parse: Parse, targets: Sequence[Target], heads: Heads, stems: Mapping[str, str]) -> None:
        self.parse, self.targets, self.stems = parse, targets, stems
        self._all = frozenset(range(len(targets)))
        self._telling = heads.telling
        places = [place for place, lemma in enumerate(parse.lemma) if stems[lemma] in heads.wanted]
        if heads.roots:
            verbs = [
                p for p, pos in enumerate(parse.pos) if pos == "VERB" and stems[parse.lemma[p]][:ROOT] in heads.roots
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
        by_name = {} if self.named else self._by_own_names()
        self.named |= set(by_name.values())
        self._drop_strays()
        self.main = self._voted = self._main()
        self._focus: list[tuple[int, frozenset[int]]] = [(place, frozenset({n})) for place, n in by_name.items()]
        self._pronouns: dict[int, Meant] = {}
        if self.named:
            for token in nouns:
                found = self.meant.get(token)
                if found is None and parse.pos[token] in ("NOUN", "PROPN"):
                    found = self._carry(token)
                if found is not None and parse.pos[token] not in ("ADJ", "VERB"):
                    self.meant[token] = found
                    self._focus.append((token, found.targets))
            self._focus.sort(key=lambda pair: pair[0])
            self._voted = self._main()
            self._find_pronouns()
        self._topics = Topics(parse, self._focus, self._voted)

    def _drop_strays(self) -> None:
        """Forgets targets of other debates that a stray phrase names in an article about one of them."""
        weight = dict.fromkeys(sorted(self.named), 0)
        for meant in self.meant.values():
            for number in meant.targets:
                weight[number] += 2 if meant.trust == FULL else 1
        best = max(weight.values(), default=0)
        leading = [self._kinds(n) for n, count in weight.items() if count == best]
        strays = {
            n
            for n, count in weight.items()
            if count <= _STRAY and count < _STRAY_SHARE * best and not any(self._kinds(n) & own for own in leading)
        }
        self.named -= strays
        for token, meant in list(self.meant.items()):
            if meant.targets & strays:
                kept = meant.targets - strays
                if kept:
                    self.meant[token] = Meant(kept, meant.trust, meant.how)
                else:
                    del self.meant[token]

    def _kinds(self, number: int) -> frozenset[str]:
        """The words by which two proposals can be told to belong to one debate."""
        target = self.targets[number]
        return target.vocabulary - target.carriers - plain_stems()

    def _main(self) -> frozenset[int]:
        """The one target that most phrases of the article name, where there is one."""
        counts = {n: sum(n in meant.targets for meant in self.meant.values()) for n in sorted(self.named)}
        best = max(counts.values(), default=0)
        if best < _OFTEN or best < _MOST * sum(counts.values()):
            return frozenset()
        return frozenset(n for n, count in counts.items() if count == best)

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
            able = able or heads.by_verb.get(noun[:ROOT], ())
        if not able:
            return None
        near = self._modifiers(token)
        verb = self.parse.pos[token] == "VERB"
        fits: dict[int, float] = {}
        for number, alias in able:
            # "to halt mining of the ocean floor" says as a verb what an alias says as a noun.
            score = 0.0 if verb else how_well(alias, near, self.targets[number])
            score = score or self._fit_nearby(alias, token, near, self.targets[number].vocabulary)
            fits[number] = max(fits.get(number, 0.0), score)
        best = max(fits.values())
        found = frozenset(number for number, trust in fits.items() if trust == best)
        if not best or (len(found) > 1 and best < FULL):
            return None
        return Meant(found, best, "alias")

    def _fit_nearby(self, alias: Alias, token: int, near: list[Near], vocabulary: frozenset[str]) -> float:
        """A head whose modifiers stand elsewhere in its sentence ("in Nouakchott, where a post ...")."""
        parse = self.parse
        if not alias.modifiers or any(item.naming and item.word not in vocabulary for item in near):
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
            around = {forms for alias in target.aliases if alias.head in target.heads for forms in alias.modifiers}
            often = sum(counts.get(head, 0) for head in target.heads) >= _RETURNS
            if often and sum(1 for forms in around if forms & text) >= _RETURNS:
                found.add(number)
        return found

    def _by_own_names(self) -> dict[int, int]:
        """The places of proper names that only one proposal's names hold, for an article that names none in full.

        One name alone does not make an article about a proposal: it returns, or another of the proposal's words stands
        in the text.
        """
        parse = self.parse
        names = [own_names(target) for target in self.targets]
        common = {self.stems[lemma] for lemma, pos in zip(parse.lemma, parse.pos, strict=True) if pos != "PROPN"}
        text = common | {self.stems[lemma] for lemma in parse.lemma}
        found: dict[int, int] = {}
        for number, target in enumerate(self.targets):
            others = {w for other in self.targets if other is not target for w in other.vocabulary}
            able = names[number] - common - others
            places = [p for p, lemma in enumerate(parse.lemma) if parse.pos[p] == "PROPN" and self.stems[lemma] in able]
            places = [p for p in places if not parse.entity[p].endswith(_NO_NAMES)]
            said = {self.stems[parse.lemma[p]] for p in places}
            rest = (target.vocabulary - target.carriers - plain_stems() - said) & text
            if len(places) > 1 or (places and rest):
                found |= dict.fromkeys(places, number)
        return dict(sorted(found.items())) if len(set(found.values())) == 1 else {}

    def _modifiers(self, token: int) -> list[Near]:
        """The words of the phrase around a head."""
        parse, found = self.parse, []
        lowest, highest = max(0, token - 9), min(len(parse), token + 13)
        for place in range(lowest, highest):
            if place == token or parse.sentence[place] != parse.sentence[token]:
                continue
            if parse.pos[place] in ("PUNCT", "DET", "ADP", "PRON", "PART", "AUX"):
                continue
            hangs = self._hangs_on(place, token)
            if hangs is not None:
                proper = parse.pos[place] == "PROPN"
                naming = hangs and (proper or (parse.dep[place] in ("compound", "nmod") and place < token))
                loose = not hangs or self._is_loose(place, token)
                found.append(Near(self.stems[parse.lemma[place]], naming, proper, loose))
        return found

    def _is_loose(self, place: int, token: int) -> bool:
        while place != token:
            if self.parse.dep[place] == "prep" and self.parse.lemma[place].lower() in _LOOSE:
                return True
            place = self.parse.head[place]
        return False

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
        if len(carriers) == 2 and self._is_both(token):
            return Meant(carriers, TRUST_CARRIER, "carrier")
        inside = self._named_inside(token)
        if inside is not None:
            return inside
        near = self._modifiers(token)
        own = {word for number in heads | carriers for word in self.targets[number].vocabulary} | plain_stems()
        told = {item.word for item in near if not item.proper} - plain_stems()
        able = [n for n in sorted(carriers | self._all) if told & self._telling[n]] if carriers or not heads else []
        if len(able) == 1 and not heads and self._is_definite(token):
            return Meant(frozenset(able), TRUST_CARRIER, "carrier")
        if any(item.naming and item.word not in own and not (item.loose and not heads) for item in near):
            return Meant(frozenset(), 0.0, "other") if carriers and self._has_content(token) else None
        if heads:
            return self._bare_head(token, heads, near)
        if not self._is_definite(token):
            if described := self._described(token, carriers):
                return Meant(described, _TRUST_DESCRIBED, "described")
            return Meant(frozenset(), 0.0, "other") if self._has_content(token) else None
        if self._has_content(token) and not {item.word for item in near} & own - plain_stems():
            return Meant(frozenset(), 0.0, "other")
        found = self._last(token, CARRIER_SENTENCES * (2 if len(self.named) == 1 else 1), carriers)
        if len(found) != 1 and self.main and self.main <= carriers and self._is_near_main(token, self.main):
            return Meant(self.main, _TRUST_MAIN, "carrier")
        return Meant(found, TRUST_CARRIER, "carrier") if found else None

    def _bare_head(self, token: int, heads: frozenset[int], near: list[Near]) -> Meant | None:
        """An alias head without its modifiers: "the lanes", "a dam"."""
        own = {word for number in heads for word in self.targets[number].vocabulary} | plain_stems()
        other = any(item.word not in own for item in near)
        definite = self._is_definite(token)
        if self.parse.pos[token] == "PROPN":
            noun = self.stems[self.parse.lemma[token]]
            heads = frozenset(n for n in heads if noun not in self.targets[n].names)
        if other and (self._has_content(token) or not definite):
            return None
        found = heads if len(heads) < 2 else self._last(token, CARRIER_SENTENCES, heads)
        return Meant(found, TRUST_CARRIER if definite else _TRUST_BARE, "head") if len(found) == 1 else None

    def _described(self, token: int, able: frozenset[int]) -> frozenset[int]:
        """The one target whose words a clause on a carrier holds: "a bill that would keep phones out of schools"."""
        parse, inside = self.parse, set()
        for place in range(token + 1, min(len(parse), token + _DESCRIPTION)):
            if parse.sentence[place] != parse.sentence[token]:
                break
            if parse.pos[place] in _TELLING and self._reaches(place, token):
                inside.add(self.stems[parse.lemma[place]])
        inside -= plain_stems()
        counts = {n: len(inside & (self.targets[n].vocabulary - self.targets[n].carriers)) for n in sorted(able)}
        best = max(counts.values(), default=0)
        found = frozenset(n for n, count in counts.items() if count == best)
        return found if best >= _DESCRIBED_BY and len(found) == 1 else frozenset()

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

    def _is_near_main(self, token: int, main: frozenset[int]) -> bool:
        """Whether the article's main subject was named not too far back, and no other plan after it."""
        parse = self.parse
        for where, what in reversed(self._focus[: bisect_left(self._focus, (token, frozenset()))]):
            if parse.sentence[token] - parse.sentence[where] > _MAIN_SENTENCES:
                break
            if what:
                return bool(main) and what == main
        return False

    def _are_both_halves(self, token: int) -> bool:
        return self.parse.lemma[token].lower() in ("half", "part") and self._is_both(token)

    def _is_both(self, token: int) -> bool:
        """Whether a noun means two plans together: "both proposals", "the two plans"."""
        parse, before = self.parse, range(max(0, token - 3), token)
        return parse.tag[token] == "NNS" and any(
            parse.head[place] == token and parse.lemma[place].lower() in ("both", "two") for place in before
        )

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
        if not self.named or predication.rule.startswith(CONTEXTUAL):
            return ()
        tokens = predication.object_tokens
        found: Meant | None = None
        token: int | None = None
        if not tokens:
            place = bisect_right(self.parse.start, predication.path[0].start) - 1
            found = Meant(self._last(place, self._elliptic_reach(place)), _TRUST_ELLIPTIC, "ellipsis")
            if len(found.targets) != 1:
                main = self._voted if ".vote" in predication.rule else self.main
                found = Meant(main, _TRUST_MAIN, "ellipsis") if self._is_near_main(place, main) else None
        elif len(self.named) == 2 and any(self._are_both_halves(token) for token in tokens):
            found, token = Meant(frozenset(self.named), TRUST_CARRIER, "carrier"), tokens[0]
        else:
            known = [t for t in tokens if t in self.meant and self.meant[t].targets]
            token = max(known, key=lambda t: (self.meant[t].trust, -t), default=None)
            found = self.meant[token] if token is not None else self._pronoun(tokens[0])
            token = tokens[0] if token is None else token
        if found is None or not found.targets:
            return self._by_topic(predication)
        return tuple(Link(n, found.trust, token, found.how) for n in sorted(found.targets))

    def _by_topic(self, predication: Predication) -> tuple[Link, ...]:
        """What the paragraph or article is about, for a side taken with no object or a bare pronoun as object."""
        tokens = predication.object_tokens
        if tokens and predication.rule.removeprefix("stance.verb.") in words("claiming"):
            return ()  # "doubts it" is about what was said, not about a plan.
        if not takes_side(predication):
            return ()
        if tokens and (retold := self._retold(tokens)) is not None:
            return (Link(retold[0], _TRUST_RETOLD, retold[1], "retold"),)
        if any(not self._is_left_open(token, predication) for token in tokens):
            return ()
        topic = self._topics.at(bisect_right(self.parse.start, predication.path[0].start) - 1)
        if topic is None:
            return ()
        trust = topic.trust * (_TRUST_PRONOUN if tokens else 1.0)
        return (Link(topic.target, trust, tokens[0] if tokens else None, "topic", topic.token),)

    def _retold(self, tokens: Sequence[int]) -> tuple[int, int] | None:
        """The target, and the object, that other words describe: they hold names of it, and of no other target."""
        for token in tokens:
            noun = self.parse.lemma[token].lower()
            if token in self.meant or self.parse.pos[token] not in ("NOUN", "VERB") or noun in words("occasion"):
                continue
            phrase = self._phrase(token)
            if any(place in self.meant for place in phrase):
                continue  # It is named there, and what is said of it was read.
            said = {self.stems[self.parse.lemma[place]] for place in (token, *phrase)}
            counts = {n: len(said & self._proper(n)) for n in sorted(self.named)}
            best = max(counts.values(), default=0)
            able = [n for n, count in counts.items() if count == best]
            if best >= _RETOLD_BY and len(able) == 1:
                return able[0], token
        return None

    def _proper(self, number: int) -> frozenset[str]:
        """The words that only this target has: those of its names that tell it from the others and from any plan."""
        target = self.targets[number]
        shared = {w for other in self.named if other != number for w in self.targets[other].vocabulary}
        return target.vocabulary - shared - target.carriers - plain_stems()

    def lesser(self, predication: Predication) -> int | None:
        """The word by which somebody accepts only less than is proposed: "would accept a shorter pause"."""
        if predication.value <= 0 or predication.rule.removeprefix("stance.verb.") not in words("accepting"):
            return None
        parse = self.parse
        for token in predication.object_tokens:
            for place in range(max(0, token - 9), min(len(parse), token + _DESCRIPTION)):
                if parse.sentence[place] != parse.sentence[token]:
                    continue
                word = parse.lemma[place].lower()
                other = parse.pos[place] == "NUM" and parse.pos[token] == "NOUN" and token not in self.meant
                inside = place != token and self._hangs_on(place, token)
                if (inside and (word in words("lesser") or other)) or (word == "instead" and place > token):
                    return place
        return None

    def _phrase(self, token: int) -> list[int]:
        """The places of a noun's or verb's own phrase, without itself."""
        parse = self.parse
        row = range(max(0, token - 9), min(len(parse), token + _DESCRIPTION))
        same = [p for p in row if p != token and parse.sentence[p] == parse.sentence[token]]
        return [p for p in same if self._reaches(p, token)]

    def subject_at(self, token: int) -> Topic | None:
        """What the passage around a token is about."""
        return self._topics.at(token)

    def _is_left_open(self, token: int, predication: Predication) -> bool:
        """Whether an object names no thing of its own: a pronoun, or for a boycott the meeting about the plan."""
        if predication.rule.removeprefix("stance.verb.") in words("staying away"):
            return self.parse.lemma[token].lower() in words("occasion") and self._is_definite(token)
        if predication.rule.startswith("stance.verb.vote") and self.parse.lemma[token].lower() in words("one's camp"):
            return True  # "voted against her own party"
        if self.holds_up(predication, token):
            return token not in self.meant and not self._has_content(token)
        if self.parse.lemma[token].lower() in words("carrying out") and token not in self.meant:
            return self._is_definite(token) and not self._has_content(token)
        return self._is_bare_pronoun(token) or self._is_open_carrier(token)

    def holds_up(self, predication: Predication, token: int) -> bool:
        """Whether what is wanted is a delay ("asked for more time", "demanded a study"), not the plan."""
        if predication.value <= 0 or predication.rule not in _ASKING or self.parse.pos[token] != "NOUN":
            return False
        word = self.parse.lemma[token].lower()
        more = token > 0 and self.parse.lemma[token - 1].lower() in ("more", "much")
        return word in words("holding up") or (word == "time" and more)

    def _is_open_carrier(self, token: int) -> bool:
        """Whether a noun is a definite carrier ("the change") that nothing near it explains."""
        carries = any(self.stems[self.parse.lemma[token]] in self.targets[n].carriers for n in sorted(self.named))
        if not carries or token in self.meant or self.parse.pos[token] != "NOUN" or not self._is_definite(token):
            return False
        return not self._has_content(token) and not any(item.naming for item in self._modifiers(token))

    def _is_bare_pronoun(self, token: int) -> bool:
        return self.parse.lemma[token].lower() in _PRONOUNS and self.parse.pos[token] in ("PRON", "DET")

    def focus(self, token: int) -> frozenset[int]:
        """The targets named last, at most two sentences before a token."""
        return self._last(token, PRONOUN_SENTENCES + 1)

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
                if parse.lemma[parse.head[place]] in words("saying") and parse.dep[place] == "nsubj":
                    continue  # Who speaks is not "it".
                blocked = blocked or (parse.tag[place] == "NN" and not parse.entity[place])
                if parse.sentence[place] == parse.sentence[token] and nearest is None and blocked:
                    return None
        if nearest is None or len(nearest.targets) != 1:
            return None
        return Meant(nearest.targets, _TRUST_PRONOUN, "pronoun")
