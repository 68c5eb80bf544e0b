"""Meetings and votes that an article describes and does not name: who meets where, "the vote for the assembly".

"Leaders of the seven big democracies gather in Hiroshima on Friday", "the summit opens tomorrow", "polling day is on
Sunday". Read from the words of a sentence, not from its parse, which often takes "meet" and "gather" for nouns. What
is found so is a fair guess: soft evidence only.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from stanceline.reading.article import Article
from stanceline.reading.parse import Tree
from stanceline.reading.plain import find_dateline
from stanceline.temporal.dating.clauses import Clauses
from stanceline.temporal.dating.clues import is_inside
from stanceline.temporal.dating.country_votes import votes_of_country
from stanceline.temporal.dating.gatherings import OTHERS
from stanceline.temporal.dating.naming import FEW, Named
from stanceline.temporal.dating.pointing import Pointer
from stanceline.temporal.dating.solve import Constraint
from stanceline.temporal.dating.votes import VoteFinder
from stanceline.temporal.dating.years import years_told
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.references.bodies import (
    Body,
    bodies_described,
    bodies_spelled,
    events_of,
    is_at_seat,
    is_meeting_noun,
    of_rank,
)
from stanceline.temporal.references.events import ReferenceEvent, ReferenceIndex, kind_word, plain_words
from stanceline.temporal.references.places import capital_of
from stanceline.temporal.timex import Candidate, Direction, format_day

_COMING: Final = frozenset(["meet", "meets", "gather", "gathers", "convene", "convenes", "assemble", "assembles"])
_OVER: Final = frozenset(["met", "gathered", "convened", "assembled"])
_HOSTS: Final = frozenset(["host", "hosts", "hosted", "welcomes", "receives"])
_ARRIVES: Final = frozenset(["arrive", "arrives", "arrived", "fly", "flew", "travel", "traveled", "travelled"])
_LEAVES: Final = frozenset(["left", "leave", "leaves", "departed", "depart", "departs"])
_OPENS: Final = frozenset(["open", "opens", "begin", "begins", "start", "starts", "opened", "began", "started"])
_CLOSES: Final = frozenset(["end", "ends", "close", "closes", "ended", "closed", "concluded", "concludes", "finished"])
_PAST: Final = _OVER | {"opened", "began", "started", "ended", "closed", "concluded", "finished", "was", "were", "had"}
_AHEAD: Final = (
    _COMING
    | _HOSTS - {"hosted"}
    | {"will", "opens", "begins", "starts", "ends", "closes", "concludes", "is", "are", "open"}
)
_UNREAL: Final = frozenset(["would", "could", "might", "if", "may", "should", "unless"])
_WHO: Final = frozenset(
    ["leaders", "heads", "presidents", "ministers", "premiers", "chancellors", "negotiators", "delegates", "diplomats",
     "envoys", "allies", "countries", "nations", "democracies", "economies", "powers", "states", "members", "bankers",
     "governments", "club", "monarchs", "guests", "delegations", "motorcades"]
)  # fmt: skip
_NUMBERS: Final = {"7": "seven", "8": "eight"}
NEAR: Final = 14
"""Words between those who meet and the word for meeting."""
DAYS_EARLY: Final = 2
"""How long before a meeting people arrive for it."""
LONGEST_NAME: Final = 5
"""Tokens of a place's name."""
_COUNTED: Final = {
    word: number
    for number, word in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}
"""How many days a word counts."""
_POINTING: Final = ("weekday", "deictic", "relunit", "date")


class DescribedReader:
    """Reads the sentences of one article; `named` are the passages that name their event outright."""

    def __init__(
        self, article: Article, tree: Tree, clauses: Clauses, pointer: Pointer, index: ReferenceIndex,
        named: Sequence[Named],
    ) -> None:  # fmt: skip
        self.article, self.tree, self.clauses, self.pointer, self.index = article, tree, clauses, pointer, index
        self.plain = [_NUMBERS.get(word, word) for word in (plain_words(word) for word in tree.words)]
        self.done = {tree.sentence[mention.head] for mention in named if mention.is_telling()}
        spelled = bodies_spelled(article.text[: tree.parse.end[-1]]) if len(tree) else ()
        self.bodies = spelled or bodies_described(frozenset(self.plain))
        dateline = find_dateline(article.text, article.blocks)
        own = tree.tokens_in(dateline) if dateline is not None else ()
        self.dateline = max(own) + 1 if own else 0
        text = article.text[: tree.parse.end[-1]] if len(tree) else ""
        years = years_told(article, clauses.candidates, pointer.hints, ())
        self.votes = VoteFinder(self.plain, tree, index, votes_of_country(text, index, years))

    def constraints(self) -> Iterator[Constraint]:
        """The days that each description allows, in text order."""
        tree = self.tree
        for first, last in _sentences(tree):
            words = frozenset(self.plain[first:last])
            if tree.sentence[first] in self.done or words & _UNREAL or "?" in tree.words[first:last]:
                continue
            span = (tree.parse.start[first], tree.parse.end[last - 1])
            if (place := self._gathering(first, last)) is not None:
                yield from self._of(self._meetings(place, first, last), place, first, last, span)
            elif (place := self.votes.word_for_vote(first, last)) is not None:
                yield from self._of(self.votes.events(first, last), place, first, last, span)

    # ---- which events -----------------------------------------------------------------------------------------

    def _gathering(self, first: int, last: int) -> int | None:
        """The word for meeting: a verb with those who meet before it, or a noun."""
        for token in range(first, last):
            if is_inside(self.clauses.quotes, self.tree.parse.start[token], self.tree.parse.end[token]):
                continue
            word = self.plain[token]
            before = self.plain[max(first, token - NEAR) : token]
            if word in _HOSTS and any(other in _WHO for other in self.plain[token : min(last, token + NEAR)]):
                return token
            is_verb = word in _COMING | _OVER | _ARRIVES | _LEAVES or (
                word in ("come", "came") and self.plain[token + 1 : token + 2] == ["together"]
            )
            if is_verb and any(other in _WHO for other in before):
                return token
            if (is_meeting_noun(word) or self.plain[token - 2 : token + 1] == ["get", "", "together"]) and before:
                return token
        return None

    def _meetings(self, place: int, first: int, last: int) -> tuple[ReferenceEvent, ...]:
        near = frozenset(self.plain[max(first, place - NEAR) : min(last, place + NEAR)])
        bodies = bodies_described(near) or bodies_spelled(self._text(first, last)) or self._called(near)
        cities = set(self._places(max(first, self.dateline), last))
        if not cities and self.plain[place] == "summit" and self.plain[place - 1] in ("", "annual"):
            # "The summit opens on Friday", its city elsewhere in the article.
            bodies, cities = bodies or self.bodies, self._cities_told()
        elif not cities and bodies and self.plain[place] in _ARRIVES and "summit" in self.plain:
            # "Last week, as the G7's guests arrived", the city of the summit elsewhere in the article.
            cities = self._cities_told()
        elif self.plain[place] in _LEAVES:
            # "The motorcades left Hiroshima on Sunday", whose summit it was elsewhere in the article.
            bodies = (bodies or self.bodies) if "summit" in self.plain else ()
            cities = set(self._places(place, last))
        events = {e.id: e for body in bodies for e in events_of(body, self.index) if plain_words(e.city) in cities}
        found = tuple(event for event in events.values() if event.took_place())
        found = () if near & OTHERS else of_rank(found, near)
        return found if 0 < len(found) <= FEW and not self._is_at_seat(found, place) else ()

    def _cities_told(self) -> set[str]:
        return set(self._places(self.dateline, len(self.tree)))

    def _is_at_seat(self, events: Sequence[ReferenceEvent], place: int) -> bool:
        return is_at_seat(events, self.plain[place])

    def _called(self, near: frozenset[str]) -> tuple[Body, ...]:
        """The one body of the article that a noun stands for: "the grouping's annual get-together"."""
        meant = tuple(body for body in self.bodies if body.called & near)
        return meant if len(meant) == 1 else ()

    def _places(self, first: int, last: int) -> Iterator[str]:
        """Cities of known events among the words, the longest names first."""
        tree = self.tree
        for token in range(first, last):
            if tree.lower[token] == "capital" and token and (capital := capital_of(tree.words[token - 1])):
                yield plain_words(capital)
            if not tree.words[token][:1].isupper():
                continue
            for length in range(min(LONGEST_NAME, last - token), 0, -1):
                name = plain_words(self._text(token, token + length))
                if name and self.index.at_place(name):
                    yield name
                    break

    def _text(self, first: int, last: int) -> str:
        return self.article.text[self.tree.parse.start[first] : self.tree.parse.end[last - 1]]

    # ---- which days -------------------------------------------------------------------------------------------

    def _of(
        self, events: Sequence[ReferenceEvent], place: int, first: int, last: int, span: tuple[int, int]
    ) -> Iterator[Constraint]:
        if events and (days := self._days_off(first, place)):
            yield self._counted(events, days, span)
            return
        pointing = self._pointing(place, span) if events else None
        if pointing is None:
            return
        near = frozenset(self.plain[max(first, place - 3) : min(last, place + 9)])
        hint = self.pointer.hints[pointing]
        direction = (hint,) if hint != "unknown" else _direction(near)
        targets = [(event.start, event.end) for event in events]
        if self.plain[place] in _LEAVES:
            targets = [(event.end, event.end + 1) for event in events]
        elif near & _ARRIVES:
            targets = [(event.start - DAYS_EARLY, event.end) for event in events]
        elif near & _OPENS:
            targets = [(event.start, event.start) for event in events]
        elif near & _CLOSES:
            targets = [(event.end, event.end) for event in events]
        allowed = self.pointer.days_pointing_at(pointing, targets, direction)
        if allowed:
            passage = self.clauses.candidates[pointing].text
            says = f"“{passage}” seems to point at {_label(events)}."
            ids = tuple(event.id for event in events) if len({event.start for event in events}) == 1 else ()
            yield Constraint(allowed, False, 0.3, "dating.event_described", says, *span, events=ids)

    def _days_off(self, first: int, place: int) -> int:
        """-9 for "nine days before leaders meet", 2 for "two days after the summit"; 0 for none."""
        plain = self.plain
        for token in range(max(first, place - NEAR), place - 1):
            sign = {"before": -1, "after": 1}.get(plain[token + 1], 0)
            if sign and plain[token] in ("day", "days") and token > first:
                word = self.tree.lower[token - 1]
                return sign * (int(word) if word.isdigit() and len(word) <= 2 else _COUNTED.get(word, 0))
        return 0

    def _counted(self, events: Sequence[ReferenceEvent], days: int, span: tuple[int, int]) -> Constraint:
        """News of a day that is so many days before a meeting opens, or after it is over, is of that day or so."""
        counted = [event.start + days if days < 0 else event.end + days for event in events]
        says = f"It tells of a day that is counted from {_label(events)}."
        ids = tuple(event.id for event in events) if len({event.start for event in events}) == 1 else ()
        near = DaySet.of((day - 1, day + 2) for day in counted)
        return Constraint(near, False, 0.2, "dating.event_described", says, *span, events=ids)

    def _pointing(self, place: int, span: tuple[int, int]) -> int | None:
        """The nearest expression of the sentence that counts from the day of writing, rather one behind the word."""
        at = self.tree.parse.start[place]
        found = [
            (candidate.start < at, abs(candidate.start - at), number)
            for number, candidate in enumerate(self.clauses.candidates)
            if span[0] <= candidate.start < span[1] and self._counts(number, candidate)
        ]
        return min(found)[2] if found else None

    def _counts(self, number: int, candidate: Candidate) -> bool:
        is_of_day = dict(candidate.args).get("family") in _POINTING and self.clauses.is_relative(number)
        return is_of_day and not is_inside(self.clauses.quotes, candidate.start, candidate.end)


def _direction(near: Iterable[str]) -> tuple[Direction, ...]:
    words = frozenset(near)
    if words & _PAST and not words & {"will"}:
        return ("past",)
    return ("future",) if words & _AHEAD else ("past", "future")


def _label(events: Sequence[ReferenceEvent]) -> str:
    kinds = {kind_word(event) for event in events}
    if len(events) > 1:
        return f"one of {len(events)} {'meetings' if kinds - {''} else 'events'}"
    return f"{events[0].name}, {format_day(events[0].start)}"


def _sentences(tree: Tree) -> Iterator[tuple[int, int]]:
    """First token and the one behind the last of each sentence."""
    first = 0
    for token in range(1, len(tree) + 1):
        if token == len(tree) or tree.sentence[token] != tree.sentence[first]:
            yield first, token
            first = token
