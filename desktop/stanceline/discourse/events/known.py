"""Which reference event a report is of, and the days it gives; several that fit give none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stanceline.discourse.events.words import load_event_words
from stanceline.discourse.when import When
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import EventClause, Extraction
from stanceline.temporal.references.events import (
    ReferenceEvent,
    ReferenceMention,
    find_references,
)
from stanceline.temporal.timex import DAY_S, format_day

_OBJECTS = ("dobj", "nsubj", "nsubjpass")
_WIDEST_S = 40 * DAY_S
_OFF = ("cancelled", "canceled", "postponed")


@dataclass(frozen=True)
class Known:
    """The reference event of a report; `is_itself` where the report is of the event and not of a part in it."""

    event: ReferenceEvent
    is_itself: bool


class KnownEvents:
    """The reference events that one article names (`find_meetings`), by the place where it names them."""

    def __init__(self, tree: Tree, meetings: Sequence[ReferenceMention]) -> None:
        self._tree = tree
        self._mentions = meetings
        certain = [_only(mention.events) for mention in self._mentions]
        self._named = {event.id for event in certain if event is not None}

    def of(self, event: EventClause, when: When, published: When) -> Known | None:
        """The one reference event that the report names and that its time and status allow."""
        found = self._of(event, when)
        if found is None or when.timex is not None or published.begin is None or published.end_exclusive is None:
            return found
        ahead = event.status in ("planned", "hypothetical")
        fits = (
            published.begin < (found.event.end + 1) * DAY_S
            if ahead
            else found.event.start * DAY_S < published.end_exclusive
        )
        return found if fits else None

    def _of(self, event: EventClause, when: When) -> Known | None:
        if not self._mentions:
            return None
        tokens = self._tree.tokens_in(Span(*event.trigger))
        if not tokens:
            return None
        trigger = tokens[-1]
        if event.rule == "event.noun":
            return self._known(event.trigger, when, is_itself=True)
        if event.rule != "event.clause" or not load_event_words().has("verb", self._tree.lemma[trigger], "gather"):
            return None
        for kid in self._tree.children[trigger]:
            if self._tree.dep[kid] in _OBJECTS:
                held = load_event_words().has("verb", self._tree.lemma[trigger], "hold")
                found = self._known(self._place(kid), when, is_itself=held)
            elif self._tree.dep[kid] == "prep" and self._tree.lower[kid] in ("at", "in", "for", "to"):
                noun = self._tree.kid(kid, "pobj")
                found = None if noun is None else self._known(self._place(noun), when, is_itself=False)
            else:
                continue
            if found is not None:
                return found
        return None

    def _place(self, token: int) -> tuple[int, int]:
        return self._tree.parse.start[token], self._tree.parse.end[token]

    def _known(self, place: tuple[int, int], when: When, *, is_itself: bool) -> Known | None:
        for mention in self._mentions:
            if mention.start <= place[0] and place[1] <= mention.end:
                found = self._narrowed(mention.events, when)
                return None if found is None else Known(found, is_itself)
        return None

    def _narrowed(self, events: tuple[ReferenceEvent, ...], when: When) -> ReferenceEvent | None:
        """The event that is left when those that the time or the rest of the article rules out are gone."""
        begin, end = when.begin, when.end_exclusive
        if begin is not None and end is not None and when.timex is not None:
            events = tuple(event for event in events if event.start * DAY_S < end and begin < (event.end + 1) * DAY_S)
        only = _only(events)
        if only is not None:
            return only
        return _only(tuple(event for event in events if event.id in self._named))


def find_meetings(extraction: Extraction, references: Sequence[ReferenceEvent]) -> tuple[ReferenceMention, ...]:
    """Where an article names events of the table that can be happenings of their own."""
    mentions = find_references(extraction.article.text, references) if references else ()
    return tuple(mention for mention in mentions if _is_meeting(mention))


def _is_meeting(mention: ReferenceMention) -> bool:
    """Anchors of the calendar ("Thanksgiving", "the war") date other things and are no happening to be listed here."""
    return not any(event.series.startswith("Anchor") or event.status in _OFF for event in mention.events)


def _only(events: tuple[ReferenceEvent, ...]) -> ReferenceEvent | None:
    """The event, if it is one; two rows of the same days and country are one event in two tables."""
    if not events or len({(event.start, event.end, event.country) for event in events}) > 1:
        return None
    return events[0]


def with_known_days(when: When, known: Known) -> When:
    """The reference event's days, where the text gives none or a wider time that holds them."""
    begin, end = known.event.start * DAY_S, (known.event.end + 1) * DAY_S
    if when.begin is not None and when.end_exclusive is not None and when.timex is not None:
        holds = when.begin <= begin and end <= when.end_exclusive
        if not holds or when.end_exclusive - when.begin == end - begin:
            return when
    elif end - begin > _WIDEST_S:
        return when
    first, last = format_day(known.event.start), format_day(known.event.end)
    edtf = first if first == last else f"{first}/{last}"
    return replace(when, begin=begin, end_exclusive=end, granularity="day", edtf=edtf, inferred=False, undated=None)


def known_name(event: ReferenceEvent) -> str:
    """What a headline calls it: its name without the time in parentheses."""
    name, _, rest = event.name.partition(" (")
    return name if rest.endswith(")") or not rest else event.name
