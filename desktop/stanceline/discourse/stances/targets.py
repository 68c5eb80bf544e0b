"""Which proposal a predication is about: by its objects, by what was named last, or by the subject of the passage."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stanceline.discourse.stances.about import about
from stanceline.discourse.stances.aliases import Heads, Target, plain_stems
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.mentions import (
    OFTEN,
    PRONOUN_SENTENCES,
    PRONOUNS,
    TRUST_CARRIER,
    TRUST_MAIN,
    TRUST_PRONOUN,
    Mentions,
)
from stanceline.discourse.stances.naming import Meant
from stanceline.discourse.stances.nouns import Nouns
from stanceline.discourse.stances.papers import ends_it
from stanceline.discourse.stances.topic import Topic
from stanceline.reading.parse import Parse
from stanceline.records import Predication

CONTEXTUAL = ("stance.echo.", "stance.turn.")
"""Rules of positions that repeat or turn one told before."""
ELLIPTIC_SENTENCES = 3
_TRUST_ELLIPTIC = 0.8
_DESCRIPTION = 22
_ASKING = frozenset(
    f"stance.{rule}" for rule in ("verb.want", "verb.ask", "verb.demand", "verb.urge", "verb.call", "verb.seek",
    "verb.request", "verb.insist", "verb.need", "noun.call", "noun.demand", "noun.request"))  # fmt: skip
_TRUST_RETOLD, _RETOLD_BY = 0.65, 2
_TRUST_PART = 0.85
_LATELY = 150


@dataclass(frozen=True, slots=True)
class Link:
    """A predication's object is this target. `token` is the object's token, None where the text leaves it out."""

    target: int
    trust: float
    token: int | None
    how: str
    subject: int | None = None
    """The token that made the target what the paragraph is about, where the text leaves the object out."""
    against: int | None = None
    """The token by which the object asks for the target's end: a petition *against* it."""


def takes_side(predication: Predication) -> bool:
    """Whether the words by themselves are for or against a plan, whatever it is: no mere feeling about something."""
    group = predication.rule.split(".")[1]
    plain = predication.value != 0 and predication.form != "reaction"
    return plain and (
        group in ("hint", "outcome") or (predication.explicit and group in ("verb", "prep", "adj", "noun"))
    )


class Reading:
    """What one article says of all targets: `named` are those it names, `meant` which one is meant at each noun."""

    def __init__(self, parse: Parse, targets: Sequence[Target], heads: Heads, stems: Mapping[str, str]) -> None:
        self.parse, self.targets, self.stems = parse, targets, stems
        self._mentions = Mentions(parse, targets, heads, stems)
        self._nouns = Nouns(parse, stems)
        self.named, self.meant = self._mentions.named, self._mentions.meant

    def link(self, predication: Predication) -> tuple[Link, ...]:
        """The proposals that a predication is about: none where it is another thing or cannot be told."""
        if not self.named or predication.rule.startswith(CONTEXTUAL):
            return ()
        tokens = predication.object_tokens
        if (paper := self._by_paper(tokens)) is not None:
            return (paper,)
        found: Meant | None = None
        token: int | None = None
        if not tokens:
            place = bisect_right(self.parse.start, predication.path[0].start) - 1
            found = Meant(self._mentions.last(place, self._elliptic_reach(place)), _TRUST_ELLIPTIC, "ellipsis")
            if len(found.targets) != 1:
                main = self._mentions.voted if ".vote" in predication.rule else self._mentions.main
                found = Meant(main, TRUST_MAIN, "ellipsis") if self._mentions.is_near_main(place, main) else None
        elif len(self.named) == 2 and any(self._are_both_halves(token) for token in tokens):
            found, token = Meant(frozenset(self.named), TRUST_CARRIER, "carrier"), tokens[0]
        else:
            known = [t for t in tokens if t in self.meant and self.meant[t].targets]
            token = max(known, key=lambda t: (self.meant[t].trust, -t), default=None)
            found = self.meant[token] if token is not None else self._mentions.pronoun(tokens[0])
            token = tokens[0] if token is None else token
        if found is None or not found.targets:
            return self._by_topic(predication)
        return tuple(Link(n, found.trust, token, found.how) for n in sorted(found.targets))

    def _by_paper(self, tokens: Sequence[int]) -> Link | None:
        """A side on a paper that asks for the end of what its own words name."""
        for token in tokens:
            word = ends_it(self.parse, self._nouns, token)
            if word is None:
                continue
            after = [p for p in range(word + 1, min(len(self.parse), word + _DESCRIPTION)) if p in self.meant]
            named = [p for p in after if self.parse.sentence[p] == self.parse.sentence[token]]
            able = [self.meant[p] for p in named if len(self.meant[p].targets) == 1]
            if able:
                return Link(min(able[0].targets), able[0].trust, token, "paper", against=word)
        return None

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
            return self._by_part(tokens) if predication.rule.split(".")[1] != "noun" else ()
        topic = self._mentions.topics.at(bisect_right(self.parse.start, predication.path[0].start) - 1)
        if topic is None:
            return ()
        trust = topic.trust * (TRUST_PRONOUN if tokens else 1.0)
        return (Link(topic.target, trust, tokens[0] if tokens else None, "topic", topic.token),)

    def _by_part(self, tokens: Sequence[int]) -> tuple[Link, ...]:
        """A side on a thing of the plan that the passage is about: "the site", "the line", "the timetable"."""
        for token in tokens:
            topic = self.subject_at(token)
            if topic is not None and self._is_part(token, topic.target):
                return (Link(topic.target, topic.trust * _TRUST_PART, token, "part", topic.token),)
        return ()

    def _is_part(self, token: int, number: int) -> bool:
        """Whether a noun is a definite thing that a target's own words hold, or one that every plan has."""
        parse, word = self.parse, self.parse.lemma[token].lower()
        if parse.tag[token] != "NN" or token in self.meant or not self._nouns.is_definite(token):
            return False
        own = about(self.targets[number].proposal)
        others = [about(self.targets[n].proposal).stems for n in self.named if n != number]
        stem, any_plan = self.stems[parse.lemma[token]], word in words("part of a plan")
        if any(stem in other for other in others) or (any_plan and others):
            return False
        if not any_plan and (stem not in own.specific(own.stems) or self._nouns.has_content(token)):
            return False
        return not any(item.naming and item.word not in own.stems for item in self._nouns.modifiers(token))

    def _retold(self, tokens: Sequence[int]) -> tuple[int, int] | None:
        """The target, and the object, that other words describe: they hold names of it, and of no other target."""
        for token in tokens:
            noun = self.parse.lemma[token].lower()
            if token in self.meant or self.parse.pos[token] not in ("NOUN", "VERB") or noun in words("occasion"):
                continue
            phrase = self._nouns.phrase(token)
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
                inside = place != token and self._nouns.hangs_on(place, token)
                if (inside and (word in words("lesser") or other)) or (word == "instead" and place > token):
                    return place
        return None

    def subject_at(self, token: int) -> Topic | None:
        """What the passage around a token is about."""
        return self._mentions.topics.at(token)

    def _is_left_open(self, token: int, predication: Predication) -> bool:
        """Whether an object names no thing of its own: a pronoun, or for a boycott the meeting about the plan."""
        if predication.rule.removeprefix("stance.verb.") in words("staying away"):
            return self.parse.lemma[token].lower() in words("occasion") and self._nouns.is_definite(token)
        if predication.rule.startswith("stance.verb.vote") and self.parse.lemma[token].lower() in words("one's camp"):
            return True  # "voted against her own party"
        if self.holds_up(predication, token):
            return token not in self.meant and not self._nouns.has_content(token)
        if predication.rule == "stance.verb.sue" and self.parse.pos[token] in ("NOUN", "PROPN"):
            return token not in self.meant  # Who sues the city sues over what the passage is about.
        if self.parse.lemma[token].lower() in words("carrying out") and token not in self.meant:
            known = self._nouns.is_definite(token) or self._nouns.is_undetermined(token)
            return known and not self._nouns.has_content(token)
        return self._is_bare_pronoun(token) or self._is_open_carrier(token)

    def holds_up(self, predication: Predication, token: int) -> bool:
        """Whether what is wanted is a delay ("asked for more time", "demanded a study"), not the plan."""
        if predication.value <= 0 or predication.rule not in _ASKING:
            return False
        if self._nouns.is_more_time(token):
            return True
        word = self.parse.lemma[token].lower()
        more = token > 0 and self.parse.lemma[token - 1].lower() in ("more", "much")
        asks = more or predication.rule == "stance.verb.ask"
        return self.parse.pos[token] == "NOUN" and (word in words("holding up") or (word == "time" and asks))

    def _is_open_carrier(self, token: int) -> bool:
        """Whether a noun is a definite carrier ("the change") that nothing near it explains."""
        carries = any(self.stems[self.parse.lemma[token]] in self.targets[n].carriers for n in sorted(self.named))
        if not carries or token in self.meant or self.parse.pos[token] != "NOUN" or not self._nouns.is_definite(token):
            return False
        return not self._nouns.has_content(token) and not any(item.naming for item in self._nouns.modifiers(token))

    def _is_bare_pronoun(self, token: int) -> bool:
        return self.parse.lemma[token].lower() in PRONOUNS and self.parse.pos[token] in ("PRON", "DET")

    def focus(self, token: int) -> frozenset[int]:
        """The targets named last, at most two sentences before a token."""
        return self._mentions.last(token, PRONOUN_SENTENCES + 1)

    def _elliptic_reach(self, token: int) -> int:
        """How many sentences back a position without an object may look: far where the article has one subject."""
        lately = {what for where, what in self._mentions.focus if 0 <= token - where < _LATELY}
        if len(self.named) > 1 and len(lately) != 1:
            return 1
        return ELLIPTIC_SENTENCES * (2 if len(self.meant) >= OFTEN else 1)

    def _are_both_halves(self, token: int) -> bool:
        return self.parse.lemma[token].lower() in ("half", "part") and self._nouns.is_both(token)
