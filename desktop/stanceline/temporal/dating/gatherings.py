"""Reads a noun phrase that names a meeting by its parts: who meets, where, when, which one of a series.

"The alliance's annual gathering in Vilnius", "talks of the Group of Seven in Hiroshima", "the Johannesburg G20".
The body must be named; place, year, ordinal and rank narrow its meetings, and one that fits none names no event.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from stanceline.reading.parse import Tree
from stanceline.temporal.references.bodies import (
    Body,
    bodies_spelled,
    events_of,
    is_meeting_behind,
    of_rank,
    shipped_bodies,
    unlisted_events,
)
from stanceline.temporal.references.events import ReferenceEvent, ReferenceIndex, plain_words, spelled_words
from stanceline.temporal.references.places import canonical_place, capital_of
from stanceline.temporal.timex import civil_from_days

_CLAUSES: Final = frozenset(["relcl", "acl", "advcl", "ccomp", "punct", "cc"])
_BESIDE: Final = frozenset(["appos", "prep", "relcl", "acl", "punct", "conj"])
_VERBAL: Final = ("VERB", "AUX")
_HELD: Final = frozenset(
    ["hold", "host", "convene", "open", "end", "close", "begin", "start", "conclude", "take", "attend", "be"]
)
_TIMES: Final = frozenset(["at", "during", "after", "before", "since", "until", "of", "following"])
OTHERS: Final = frozenset(
    ["business", "youth", "parliamentary", "preparatory", "technical", "expert", "civil", "sherpa", "mayors",
     "speakers", "women", "working", "local", "civic", "rival", "alternative", "ceo", "industry", "military",
     "ambassadors", "officials", "lawmakers", "deputies", "sherpas", "envoys", "chiefs"]
)  # fmt: skip
"""Words of meetings that are not those of leaders and ministers."""
_KINDS: Final = frozenset(["informal", "emergency", "extraordinary", "virtual", "online"])
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
    )
}


class GatheringReader:
    """Reads the meetings that the noun phrases of one article name."""

    def __init__(self, tree: Tree, index: ReferenceIndex) -> None:
        self.tree, self.index = tree, index
        self.named_bodies = bodies_spelled(tree.text[: tree.parse.end[-1]]) if len(tree) else ()

    def heads(self) -> Iterator[int]:
        """The tokens that may head such a phrase, in text order."""
        tree = self.tree
        for token in range(len(tree)):
            if tree.pos[token] not in ("NOUN", "PROPN"):
                continue
            if self._is_meeting(token) or (self.named_bodies and self._may_be_meeting(token)):
                yield token

    def _is_meeting(self, token: int) -> bool:
        before = self.tree.lower[token - 1] if token else ""
        return is_meeting_behind(self.tree.lower[token], before)

    def _may_be_meeting(self, token: int) -> bool:
        is_name = self.tree.pos[token] == "PROPN"
        return is_name and (bool(self.tree.kids(token, "compound")) or self._is_held(token))

    def _is_held(self, token: int) -> bool:
        """ "At the G7 in Apulia": the name of a body for its meeting."""
        tree, above = self.tree, self.tree.head[token]
        has_place = any(tree.lower[kid] == "in" for kid in tree.kids(token, "prep"))
        is_time = tree.dep[token] == "pobj" and tree.lower[above] in _TIMES
        return has_place and bool(tree.kids(token, "det")) and (is_time or tree.lemma[above] in _HELD)

    def read(self, head: int) -> tuple[tuple[int, int], tuple[ReferenceEvent, ...]] | None:
        """The phrase's first and last token, and the events that fit it; None where it names no known body.

        No events where the body is known and none of its meetings fits.
        """
        tree = self.tree
        by_name = self._is_meeting(head)
        if not by_name and not (self.named_bodies and _is_body(tree.words[head])):
            return None
        phrase = self._phrase(head)
        text = self._text(phrase)
        words = frozenset(plain_words(text).split())
        if words & OTHERS:
            return None
        events = self._events(head, phrase, words, by_name)
        places = list(self._places(head, phrase))
        if not events or not (by_name or places) or (not places and self._is_any(head)):
            return None
        return (phrase[0], phrase[-1]), of_rank(self._narrowed(events, words, places), words)

    def _is_any(self, head: int) -> bool:
        """ "Said after a NATO meeting": one of many, which the article need not have told of."""
        tree = self.tree
        is_one = any(tree.lower[kid] in ("a", "an") for kid in tree.kids(head, "det"))
        return is_one and tree.dep[head] == "pobj" and tree.lower[tree.head[head]] in _TIMES

    def _phrase(self, head: int) -> list[int]:
        # Only what follows without a break belongs to the name: a comma ends it.
        tree = self.tree
        tokens = [t for t in tree.subtree(head, without=_CLAUSES) if tree.sentence[t] == tree.sentence[head]]
        place = tokens.index(head)
        first = place
        while first and self._is_near(tokens[first - 1], tokens[first]):
            first -= 1
        last = place
        while last + 1 < len(tokens) and self._is_near(tokens[last], tokens[last + 1]):
            last += 1
        return tokens[first : last + 1]

    def _is_near(self, one: int, other: int) -> bool:
        return all(self.tree.words[t] in ("(", ")", "-", "“", "”", "'", "’") for t in range(one + 1, other))

    def _text(self, tokens: Sequence[int]) -> str:
        return " ".join(self.tree.words[token] for token in tokens)

    def _events(
        self, head: int, phrase: Sequence[int], words: frozenset[str], by_name: bool
    ) -> tuple[ReferenceEvent, ...]:
        text = self._text(phrase)
        bodies: tuple[Body, ...] = ()
        if self.named_bodies:
            bodies = bodies_spelled(text) or self._called(head) or self._spelled_before(phrase)
            bodies = bodies or (bodies_spelled(self._who(head)) if by_name else ())
        found = {event.id: event for body in bodies for event in events_of(body, self.index)}
        if not found and by_name:
            return unlisted_events(words, self.index)
        return tuple(found.values())

    def _spelled_before(self, phrase: Sequence[int]) -> tuple[Body, ...]:
        """ "The Group of 20 gathering": the parser takes "gathering" for the object of "of"."""
        first = phrase[0]
        if not any(self.tree.pos[token] in ("PROPN", "NUM") for token in range(max(0, first - 1), first + 1)):
            return ()
        for length in range(1, 5):
            window = self._text(range(max(0, first - length), first))
            words = f" {spelled_words(window)} "
            found = tuple(body for body in shipped_bodies() if words in body.spellings)
            if found:
                return found
            joined = f" {spelled_words(f'{window} {self.tree.words[first]}')} "
            if found := tuple(body for body in shipped_bodies() if joined in body.spellings):
                return found
        return ()

    def _called(self, head: int) -> tuple[Body, ...]:
        """The one body named in the article that a noun of the phrase stands for ("the alliance's summit")."""
        tree = self.tree
        nouns = {
            tree.lower[kid]
            for kid in tree.kids(head, "poss", "compound", "nmod")
            if tree.pos[kid] == "NOUN" and tree.tag[kid] == "NN"
        }
        meant = tuple(body for body in self.named_bodies if body.called & nouns)
        return meant if len(meant) == 1 else ()

    def _who(self, head: int) -> str:
        """Who holds the meeting: "leaders of the G20 held a summit in Hangzhou"."""
        tree, verb = self.tree, self.tree.head[head]
        if any(tree.lower[kid] in ("their", "its") for kid in tree.kids(head, "poss")):
            over = next((above for above in tree.ancestors(head) if tree.pos[above] in _VERBAL), None)
            owner = tree.kid(over, "nsubj", "nsubjpass") if over is not None else None
            return self._text(tree.subtree(owner, without=_CLAUSES)) if owner is not None else ""
        if tree.dep[head] not in ("dobj", "pobj") or not tree.kids(head, "det", "amod", "prep"):
            return ""
        if tree.pos[verb] == "ADP":
            verb = tree.head[verb]
        subject = tree.kid(verb, "nsubj") if tree.pos[verb] in _VERBAL and tree.lemma[verb] in _WHO_HOLD else None
        return self._text(tree.subtree(subject, without=_CLAUSES)) if subject is not None else ""

    def _places(self, head: int, phrase: Sequence[int]) -> Iterator[str]:
        """Places in normal form: "in Vilnius", "Vilnius summit", "was held in the Lithuanian capital"."""
        tree = self.tree
        for token in phrase:
            if tree.dep[token] in ("compound", "nmod", "poss") and tree.pos[token] == "PROPN":
                yield from self._known(token)
        preps = [token for token in phrase if tree.dep[token] == "prep"]
        verb = tree.head[head]
        if tree.pos[verb] in _VERBAL and tree.lemma[verb] in _HELD and tree.dep[head] in ("dobj", "nsubj", "nsubjpass"):
            preps += [kid for kid in tree.kids(verb, "prep") if kid > head]
        for prep in preps:
            if tree.lower[prep] in ("in", "at"):
                for place in tree.kids(prep, "pobj"):
                    yield from self._place_at(place)

    def _known(self, token: int) -> Iterator[str]:
        # "Sharm el-Sheikh", "New Delhi", "The Hague": a name of several words is asked for as a whole first.
        tree = self.tree
        first = token
        while first and tree.head[first - 1] in (token, tree.head[token]) and tree.pos[first - 1] == "PROPN":
            first -= 1
        for start in range(first, token + 1):
            place = plain_words(self._text(range(start, token + 1)))
            if place and self.index.at_place(place):
                yield place
                return

    def _place_at(self, token: int) -> Iterator[str]:
        tree = self.tree
        if tree.lower[token] == "capital":
            for kid in tree.kids(token, "amod", "poss", "compound", "nmod"):
                if capital := capital_of(tree.words[kid]):
                    yield plain_words(capital)
            return
        if tree.lower[token] in _MONTHS:
            return
        if tree.pos[token] != "PROPN":
            for below in tree.subtree(token):
                if below != token and tree.pos[below] == "PROPN" and tree.dep[below] in ("pobj", "appos"):
                    yield self._name(below)
            return
        yield self._name(token)
        for kid in tree.kids(token, "appos", "npadvmod", "conj"):
            if tree.pos[kid] == "PROPN":
                yield self._name(kid)

    def _name(self, token: int) -> str:
        tree = self.tree
        own = tree.subtree(token, without=_BESIDE)
        return plain_words(canonical_place(self._text([t for t in own if tree.tag[t] not in ("DT", "JJ")])))

    def _narrowed(
        self, events: Sequence[ReferenceEvent], words: frozenset[str], places: Sequence[str]
    ) -> tuple[ReferenceEvent, ...]:
        found = tuple(events)
        if places:
            met = {event.id: sum(is_at(event, place) for place in places) for event in found}
            most = max(met.values(), default=0)
            found = tuple(event for event in found if most and met[event.id] == most)
        if years := {int(word) for word in words if len(word) == 4 and word.isdigit()}:
            found = tuple(e for e in found if years & {civil_from_days(d)[0] for d in (e.start, e.end)})
        if months := {_MONTHS.index(word) + 1 for word in words if word in _MONTHS and word != "may"}:
            found = tuple(e for e in found if months & {civil_from_days(d)[1] for d in (e.start, e.end)})
        numbers = {word[:-2] for word in words if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th")}
        if numbers and words & {"anniversary", "birthday"}:
            found = tuple(e for e in found if numbers & {w[:-2] for w in _spoken_words(e).split()}) or found
        elif numbers:
            found = tuple(event for event in found if not event.ordinal or set(event.ordinal.split("-")) & numbers)
        elif spelled := {str(_ORDINALS[word]) for word in words if word in _ORDINALS}:
            found = tuple(event for event in found if event.ordinal in spelled) or found
        if kinds := words & _KINDS:
            found = tuple(e for e in found if kinds & set(_spoken_words(e).split())) or found
        return found


_WHO_HOLD: Final = frozenset(
    ["hold", "gather", "meet", "convene", "assemble", "attend", "arrive", "begin", "start", "open", "end", "conclude",
     "close", "finish", "resume", "host", "wrap"]
)  # fmt: skip


@cache
def _single_names() -> frozenset[str]:
    return frozenset(spelling.strip() for body in shipped_bodies() for spelling in body.spellings)


def _is_body(word: str) -> bool:
    return spelled_words(word) in _single_names()


def is_at(event: ReferenceEvent, place: str) -> bool:
    """Whether a place, in normal form, is among the words by which an event is known."""
    return f" {place} " in f" {_spoken_words(event)} "


@lru_cache(maxsize=8192)
def _spoken_words(event: ReferenceEvent) -> str:
    """All words by which an event is known, its place among them."""
    parts = (event.name, *event.aliases, event.city, event.country, event.venue)
    return " | ".join(plain_words(part) for part in parts)
