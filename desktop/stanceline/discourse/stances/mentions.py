"""Where an article speaks of a proposal: by an alias, by a carrier noun ("the plan"), by a pronoun, or not at all.

An alias is a head noun with modifiers; the text may put others between and around them, and a state may
stand in any of its forms (Japan, Japanese, Tokyo). Between mentions the debate that was named last is what
"the plan" and "it" mean, for a few sentences; where two proposals of one debate compete, nothing is linked.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from stanceline.discourse.stances.aliases import FULL, ROOT, Heads, Near, Target, plain_stems
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.naming import Meant, Naming
from stanceline.discourse.stances.nouns import Nouns
from stanceline.discourse.stances.topic import Topics
from stanceline.reading.parse import Parse

CARRIER_SENTENCES = 6
PRONOUN_SENTENCES = 1
TRUST_CARRIER, _TRUST_BARE, TRUST_PRONOUN, TRUST_MAIN = 0.88, 0.8, 0.68, 0.7
_TRUST_DESCRIBED, _DESCRIPTION, _DESCRIBED_BY = 0.75, 22, 2
_STRAY, _STRAY_SHARE = 2, 0.35
_ABOUT_ONE, _FAR_OFF = 5.0, 0.6
OFTEN, _MOST = 3, 0.66
_MAIN_SENTENCES = 16
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those", "they"})
_FAR = 60


class Mentions:
    """What one article says of all targets: where it names them, and which one is meant at each place.

    `meant` gives for each noun that names or carries a proposal which ones, with trust and manner; `focus` the
    places that do so, in order; `main` the one target that most phrases name, `voted` the same with carriers counted.
    """

    def __init__(self, parse: Parse, targets: Sequence[Target], heads: Heads, stems: Mapping[str, str]) -> None:
        self.parse, self.targets, self.stems = parse, targets, stems
        self._all = frozenset(range(len(targets)))
        self._telling = heads.telling
        self._nouns = Nouns(parse, stems)
        self._naming = naming = Naming(parse, targets, heads, stems)
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
            found = naming.name(token)
            if found is not None:
                self.meant[token] = found
                self.named |= found.targets
        self.named |= naming.suggested(nouns)
        naming.compare(self.named)
        self._drop_strays()
        by_name = {} if self.named else naming.by_own_names() or naming.by_words()
        self.named |= set(by_name.values())
        self.main = self.voted = self._main()
        self.focus: list[tuple[int, frozenset[int]]] = [(place, frozenset({n})) for place, n in by_name.items()]
        self._pronouns: dict[int, Meant] = {}
        if self.named:
            for token in nouns:
                found = self.meant.get(token)
                if found is None and parse.pos[token] in ("NOUN", "PROPN"):
                    found = self._carry(token)
                if found is not None and parse.pos[token] not in ("ADJ", "VERB"):
                    self.meant[token] = found
                    self.focus.append((token, found.targets))
            self.focus.sort(key=lambda pair: pair[0])
            self.voted = self._main()
            self._find_pronouns()
        self.topics = Topics(parse, self.focus, self.voted)

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
        self._forget(strays | self._far_off(weight))

    def _far_off(self, weight: Mapping[int, int]) -> set[int]:
        """Those of the targets whose words the article hardly holds, where it holds those of another debate's."""
        near = self._naming.nearness
        best = max(near, key=lambda n: (near[n], -n), default=None)
        if best is None or near[best] < _ABOUT_ONE:
            return set()
        far = {n for n in weight if near[n] < _FAR_OFF * near[best] and not self._naming.are_sisters(n, best)}
        return {n for n in far if weight[n] <= max(_STRAY, _FAR_OFF * weight.get(best, 0)) or best not in weight}

    def _forget(self, strays: set[int]) -> None:
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
        if best < OFTEN or best < _MOST * sum(counts.values()):
            return frozenset()
        return frozenset(n for n, count in counts.items() if count == best)

    def _find_pronouns(self) -> None:
        for token, lemma in enumerate(self.parse.lemma):
            if lemma == "it" or lemma == "they":
                found = self.pronoun(token)
                if found is not None:
                    self._pronouns[token] = found

    def _carry(self, token: int) -> Meant | None:
        """What a bare noun stands for; nothing in particular where it says itself what other plan it is."""
        noun = self.stems[self.parse.lemma[token]]
        heads = frozenset(n for n in self.named if noun in self.targets[n].heads)
        carriers = frozenset(n for n in self.named if noun in self.targets[n].carriers)
        if not heads | carriers:
            return None
        if len(carriers) == 2 and self._nouns.is_both(token):
            return Meant(carriers, TRUST_CARRIER, "carrier")
        inside = self._named_inside(token)
        if inside is not None:
            return inside
        near = self._nouns.modifiers(token, owners=False)
        own = {word for number in heads | carriers for word in self.targets[number].vocabulary} | plain_stems()
        told = {item.word for item in near if not item.proper} - plain_stems()
        able = [n for n in sorted(carriers | self._all) if told & self._telling[n]] if carriers or not heads else []
        if len(able) == 1 and not heads and self._nouns.is_definite(token):
            return Meant(frozenset(able), TRUST_CARRIER, "carrier")
        if any(item.naming and item.word not in own and not (item.loose and not heads) for item in near):
            return Meant(frozenset(), 0.0, "other") if carriers and self._nouns.has_content(token) else None
        if heads:
            return self._bare_head(token, heads, near)
        if not self._nouns.is_definite(token):
            if described := self._described(token, carriers):
                return Meant(described, _TRUST_DESCRIBED, "described")
            return Meant(frozenset(), 0.0, "other") if self._nouns.has_content(token) else None
        if self._nouns.has_content(token) and not {item.word for item in near} & own - plain_stems():
            return Meant(frozenset(), 0.0, "other")
        found = self.last(token, CARRIER_SENTENCES * (2 if len(self.named) == 1 else 1), carriers)
        if len(found) != 1 and self.main and self.main <= carriers and self.is_near_main(token, self.main):
            return Meant(self.main, TRUST_MAIN, "carrier")
        return Meant(found, TRUST_CARRIER, "carrier") if found else None

    def _bare_head(self, token: int, heads: frozenset[int], near: list[Near]) -> Meant | None:
        """An alias head without its modifiers: "the lanes", "a dam"."""
        own = {word for number in heads for word in self.targets[number].vocabulary} | plain_stems()
        other = any(item.word not in own for item in near)
        definite = self._nouns.is_definite(token)
        if self.parse.pos[token] == "PROPN":
            noun = self.stems[self.parse.lemma[token]]
            heads = frozenset(n for n in heads if noun not in self.targets[n].names)
        if other and (self._nouns.has_content(token) or not definite):
            return None
        found = heads if len(heads) < 2 else self.last(token, CARRIER_SENTENCES, heads)
        return Meant(found, TRUST_CARRIER if definite else _TRUST_BARE, "head") if len(found) == 1 else None

    def _described(self, token: int, able: frozenset[int]) -> frozenset[int]:
        """The one target whose words a clause on a carrier holds: "a bill that would keep phones out of schools"."""
        parse, inside = self.parse, set()
        for place in range(token + 1, min(len(parse), token + _DESCRIPTION)):
            if parse.sentence[place] != parse.sentence[token]:
                break
            if parse.pos[place] in _TELLING and self._nouns.reaches(place, token):
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
            if found is not None and found.how == "alias" and self._nouns.reaches(place, token):
                return Meant(found.targets, TRUST_CARRIER, "carrier")
        return None

    def is_near_main(self, token: int, main: frozenset[int]) -> bool:
        """Whether the article's main subject was named not too far back, and no other plan after it."""
        parse = self.parse
        for where, what in reversed(self.focus[: bisect_left(self.focus, (token, frozenset()))]):
            if parse.sentence[token] - parse.sentence[where] > _MAIN_SENTENCES:
                break
            if what:
                return bool(main) and what == main
        return False

    def last(self, token: int, sentences: int, able: frozenset[int] | None = None) -> frozenset[int]:
        """The targets of the last mention before `token`; empty where that is too far back or another plan."""
        parse = self.parse
        for where, what in reversed(self.focus[: bisect_left(self.focus, (token, frozenset()))]):
            if parse.sentence[token] - parse.sentence[where] > sentences:
                break
            if able is None or not what or what & able:
                return what if able is None else what & able
        return frozenset()

    def pronoun(self, token: int) -> Meant | None:
        """What a pronoun stands for: the subject of the sentence before, else the nearest thing before it."""
        parse = self.parse
        if parse.lemma[token].lower() not in PRONOUNS or parse.pos[token] not in ("PRON", "DET"):
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
        return Meant(nearest.targets, TRUST_PRONOUN, "pronoun")
