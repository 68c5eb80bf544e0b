"""Which reference events an article names, by name or by telling of a meeting at a place.

Names in quotation marks are passed over. A name that many years share is narrowed to the event that the
article tells apart elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.temporal.dating.clues import is_inside, quoted_spans
from stanceline.temporal.dating.gatherings import GatheringReader, is_at
from stanceline.temporal.references.bodies import (
    bodies_spelled,
    events_of,
    is_at_seat,
    is_informal,
    is_meeting_noun,
    is_nameless,
    of_rank,
)
from stanceline.temporal.references.events import (
    MEETING_NOUNS,
    ReferenceEvent,
    ReferenceIndex,
    ReferenceMention,
    kind_word,
    plain_words,
    subject_words,
)

FEW: Final = 3
"""Events under one name up to which the name is telling."""
NEAR_DAYS: Final = 21
"""How far apart events lie that one report tells of as news."""
_MEMBERS: Final = frozenset(["leader", "minister", "ally", "member", "head", "president", "chief", "ambassador"])
_GATHER: Final = frozenset(["meet", "gather", "convene", "assemble", "sit", "open", "begin", "start", "congregate"])


@dataclass(frozen=True, slots=True)
class Named:
    """A passage that names events. `head` is its head token; `is_clause` where the head is the verb of a meeting.

    `is_phrase` where it is a whole noun phrase, dates included; `is_guess` where place and subject fit but no name
    was given: soft evidence only.
    """

    start: int
    end: int
    head: int
    events: tuple[ReferenceEvent, ...]
    is_clause: bool = False
    is_guess: bool = False
    is_phrase: bool = False

    def is_telling(self) -> bool:
        """Whether the name leaves so few events, all with sure dates, that hard bounds may rest on it."""
        return len(self.events) <= FEW and not self.is_guess and all(event.took_place() for event in self.events)


class EventFinder:
    """Finds the passages of one article that name events of a table."""

    def __init__(self, article: Article, tree: Tree, index: ReferenceIndex) -> None:
        self.article, self.tree, self.index = article, tree, index
        self.quotes = quoted_spans(article)
        self.words = frozenset(plain_words(article.text[: tree.parse.end[-1] if len(tree) else 0]).split())

    def find(self) -> list[Named]:
        """All passages in text order, shared names narrowed as far as the article itself tells."""
        named = self._narrowed([*self._joined(), *self._met()])
        return sorted([*named, *self._meant_again(named)], key=lambda mention: (mention.start, mention.end))

    def _joined(self) -> Iterator[Named]:
        """Names of the table and phrases read by their parts, one a head; the parts narrow a shared name."""
        composed = {mention.head: mention for mention in self._composed()}
        for mention in self._named():
            parts = composed.get(mention.head)
            if parts is None:
                if not any(other.start <= mention.start and mention.end <= other.end for other in composed.values()):
                    yield mention
                continue
            both = tuple(event for event in mention.events if event in parts.events)
            if both:
                composed[mention.head] = replace(parts, events=both)
            elif len(mention.events) <= FEW and self._names_body(mention):
                composed[mention.head] = mention
        yield from (mention for mention in composed.values() if mention.events)

    def _composed(self) -> Iterator[Named]:
        tree, reader = self.tree, GatheringReader(self.tree, self.index)
        for head in reader.heads():
            found = reader.read(head)
            if found is None:
                continue
            (first, last), events = found
            start, end = tree.parse.start[first], tree.parse.end[last]
            if not is_inside(self.quotes, start, end):
                yield Named(start, end, head, events, is_guess=is_informal(tree.lower[head]), is_phrase=True)

    def _names_body(self, mention: Named) -> bool:
        words = set(plain_words(self.article.text[mention.start : mention.end]).split())
        return any(self.index.body_words(event) & words for event in mention.events)

    def _named(self) -> Iterator[Named]:
        # Nothing beyond the parsed part of a very long text has a clause to go by.
        parsed = self.tree.parse.end[-1] if len(self.tree) else 0
        for mention in self.index.find(self.article.text[:parsed]):
            span = Span(mention.start, mention.end)
            head = self.tree.root_of(self.tree.tokens_in(span))
            if head is None or is_inside(self.quotes, mention.start, mention.end):
                continue
            if (whole := self._whole_name(head)) is not None:
                is_guess = self._may_be_anothers(mention)
                yield Named(mention.start, mention.end, whole, mention.events, is_guess=is_guess)

    def _may_be_anothers(self, mention: ReferenceMention) -> bool:
        """Whether only a country and a kind of meeting are named, and no body of the event in the same sentence.

        "A summit in China" may be that of any body; a city hosts few.
        """
        passage = set(plain_words(self.article.text[mention.start : mention.end]).split())
        if any(set(plain_words(e.city).split()) & passage for e in mention.events if e.city):
            return False
        bodies = frozenset[str]().union(*(self.index.body_words(event) for event in mention.events))
        if not any(set(plain_words(event.country).split()) & passage for event in mention.events) or bodies & passage:
            return False
        tokens = self.tree.tokens_in(Span(mention.start, mention.end))
        sentence = self.tree.sentence_span(tokens[0]).quote(self.article.text)
        return not bodies & set(plain_words(sentence).split())

    def _whole_name(self, head: int) -> int | None:
        """The head of "COP28 climate conference"; None for "summit communique", which is something else."""
        tree = self.tree
        while tree.dep[head] in ("compound", "nmod", "amod") and tree.pos[tree.head[head]] in ("NOUN", "PROPN"):
            head = tree.head[head]
            if tree.pos[head] == "NOUN" and tree.lemma[head] not in MEETING_NOUNS:
                return None
        return head

    def _met(self) -> Iterator[Named]:
        """Meetings told by a verb: "leaders of NATO meet in The Hague", "the Assembly, which convenes in Kingston"."""
        tree = self.tree
        for verb in range(len(tree)):
            if tree.pos[verb] != "VERB" or tree.lemma[verb] not in _GATHER:
                continue
            for place in self._places(verb):
                words = " ".join(
                    tree.words[t] for t in tree.subtree(place, without=frozenset(["relcl", "prep", "punct", "appos"]))
                )
                events, is_guess = self._events_at(words, self._who(verb))
                if events and not is_inside(self.quotes, tree.parse.start[verb], tree.parse.end[place]):
                    start, end = sorted((verb, place))
                    yield Named(tree.parse.start[start], tree.parse.end[end], verb, events, True, is_guess)

    def _meant_again(self, named: Sequence[Named]) -> Iterator[Named]:
        """ "The summit", "the Vilnius gathering" where the article names one meeting only: a guess."""
        tree = self.tree
        told = [m for m in named if m.is_telling() and all(kind_word(e) or m.is_clause for e in m.events)]
        if any(m.events != named[0].events for m in named) or len(told) != len(named):
            return
        events, after = (told[0].events, told[0].start) if told else (self._held_where_named(), -1)
        if not events:
            return
        heads = {mention.head for mention in named}
        cities = {plain_words(event.city) for event in events}
        for head in range(len(tree)):
            if tree.pos[head] != "NOUN" or head in heads or not is_meeting_noun(tree.lower[head]):
                continue
            if tree.tag[head] == "NNS" and tree.lower[head] != "talks":
                continue
            start, end = tree.parse.start[head], tree.parse.end[head]
            if start > after and self._is_bare(head, cities) and not is_inside(self.quotes, start, end):
                yield Named(start, end, head, events, is_guess=True)

    def _held_where_named(self) -> tuple[ReferenceEvent, ...]:
        """Summits of the one body that the article names, in a city where it says something took place."""
        tree = self.tree
        bodies = bodies_spelled(self.article.text[: tree.parse.end[-1]]) if len(tree) else ()
        if len(bodies) != 1:
            return ()
        cities = {
            plain_words(" ".join(tree.words[t] for t in tree.subtree(place) if tree.pos[t] == "PROPN"))
            for prep in range(len(tree))
            if tree.dep[prep] == "prep" and tree.lower[prep] in ("in", "at")
            for place in tree.kids(prep, "pobj")
            if tree.pos[place] == "PROPN"
        }
        summits = (event for event in events_of(bodies[0], self.index) if kind_word(event) != "meeting")
        found = tuple(event for event in summits if event.city and plain_words(event.city) in cities)
        return found if len(found) <= FEW and not is_at_seat(found, "") else ()

    def _is_bare(self, head: int, cities: set[str]) -> bool:
        """Whether a noun stands with "the" and nothing that would tell it from the meeting named before."""
        tree = self.tree
        below = [t for t in tree.children[head] if tree.dep[t] not in ("punct", "relcl", "npadvmod")]
        the = [t for t in below if tree.dep[t] == "det"]
        if len(the) != 1 or tree.lower[the[0]] not in ("the", "this"):
            return False
        rest = [t for t in below if t not in the]
        return all(plain_words(tree.words[t]) in cities or tree.lower[t] in ("annual", "leaders", "day") for t in rest)

    def _places(self, verb: int) -> list[int]:
        tree = self.tree
        preps = [kid for kid in tree.kids(verb, "prep") if tree.lower[kid] in ("in", "at")]
        preps += [
            kid
            for p in tree.kids(verb, "prt", "advmod", "prep")
            for kid in tree.kids(p, "prep")
            if tree.lower[kid] == "in"
        ]
        return [place for prep in preps for place in tree.kids(prep, "pobj") if tree.pos[place] == "PROPN"]

    def _who(self, verb: int) -> list[int]:
        """The tokens of whoever meets, the antecedent where the clause is relative."""
        tree = self.tree
        subjects = tree.kids(verb, "nsubj", "nsubjpass")
        if tree.dep[verb] == "relcl":
            subjects = [tree.head[verb]] if all(tree.tag[s] in ("WDT", "WP") for s in subjects) else subjects
        return [token for subject in subjects for token in tree.subtree(subject, without=frozenset(["relcl"]))]

    def _events_at(self, place: str, who: Sequence[int]) -> tuple[tuple[ReferenceEvent, ...], bool]:
        tree = self.tree
        for token in who:
            is_name = tree.pos[token] in ("NOUN", "PROPN") and tree.words[token][:1].isupper()
            if is_name and (found := self.index.named(f"{tree.words[token]} in {place}")):
                return found, False
        bodies = {plain_words(tree.words[token]) for token in who if tree.pos[token] in ("PROPN", "NOUN")}
        here = self.index.at_place(place)
        spelled = bodies_spelled(" ".join(tree.words[token] for token in who))
        theirs = (event for body in spelled for event in events_of(body, self.index))
        if place and (meant := tuple(event for event in theirs if is_at(event, plain_words(place)))):
            return _by_rank(of_rank(meant, frozenset(bodies)), {tree.lemma[token].lower() for token in who}), False
        if named := tuple(event for event in here if self.index.body_words(event) & bodies):
            return _by_rank(named, {tree.lemma[token].lower() for token in who}), False
        if {tree.lemma[token].lower() for token in who} & _MEMBERS:
            # "the alliance's leaders met in Vilnius", where the article names NATO
            meant = tuple(event for event in here if self.index.body_words(event) & self.words)
            if 0 < len(meant) <= FEW:
                return meant, True
        # A place alone says little; with two more words of the event's name in the article it is a fair guess.
        return tuple(event for event in here if len(subject_words(event) & self.words) >= 2), True

    def _narrowed(self, named: Sequence[Named]) -> list[Named]:
        """A name shared by many years means the one event of its series that the article tells apart elsewhere."""
        telling = {event.id: event for mention in named if mention.is_telling() for event in mention.events}
        narrowed: list[Named] = []
        for mention in sorted(named, key=lambda m: (m.start, m.end)):
            events = mention.events
            if len(events) > FEW:
                same = tuple(event for event in events if event.id in telling)
                events = same or events
            if len(events) > FEW and (near := self._of_place_beside(mention) or _about_then(events, telling.values())):
                mention = replace(mention, events=near, is_guess=True)
            else:
                mention = replace(mention, events=events)
            passage = self.article.text[mention.start : mention.end]
            if is_nameless(mention.events, passage):
                mention = replace(mention, is_guess=True)
            if len(mention.events) > FEW or not is_at_seat(mention.events, passage):
                narrowed.append(mention)
        return narrowed

    def _of_place_beside(self, mention: Named) -> tuple[ReferenceEvent, ...]:
        """Of many events under one name the few whose city the same sentence names."""
        words = f" {plain_words(self.tree.sentence_span(mention.head).quote(self.article.text))} "
        if any(self.tree.lower[kid] in ("a", "an") for kid in self.tree.kids(mention.head, "det")):
            return ()
        # A city without "in" may be that of the date line.
        near = tuple(
            event
            for event in mention.events
            if event.city and any(f" {at} {plain_words(event.city)} " in words for at in ("in", "at"))
        )
        return near if len(near) <= FEW else ()


def _about_then(events: Sequence[ReferenceEvent], telling: Iterable[ReferenceEvent]) -> tuple[ReferenceEvent, ...]:
    """Of many events under one name the few that took place within weeks of what else the article tells of."""
    near = tuple(
        event
        for event in events
        if any(event.start - NEAR_DAYS <= other.end and other.start <= event.end + NEAR_DAYS for other in telling)
    )
    return near if len(near) <= FEW else ()


def _by_rank(events: tuple[ReferenceEvent, ...], who: set[str]) -> tuple[ReferenceEvent, ...]:
    """Leaders meet at summits and ministers at ministers' meetings, where a place has hosted both."""
    if who & {"minister"}:
        fitting = tuple(event for event in events if "minister" in f"{event.series} {event.name}".lower())
    elif who & {"leader", "head", "president", "premier", "chief"}:
        fitting = tuple(event for event in events if kind_word(event) == "summit")
    else:
        fitting = ()
    return fitting or events
