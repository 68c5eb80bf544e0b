"""Reports of happenings with their time: the clauses of all articles, dated and matched with reference events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from stanceline.discourse.actors.merge import Identities
from stanceline.discourse.events.known import Known, KnownEvents, with_known_days
from stanceline.discourse.events.words import load_event_words
from stanceline.discourse.when import When, WhenOf
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import EventClause, EventSort, EventStatus, Extraction
from stanceline.temporal.references.events import ReferenceMention
from stanceline.temporal.timex import DAY_S

_RECENT_S = 7 * DAY_S


@dataclass(frozen=True)
class Report:
    """One clause of one article. `head` is the base form of its trigger, `titled` tells that it is the headline."""

    article: str
    event: EventClause
    actors: tuple[str, ...]
    when: When
    status: EventStatus
    published: When
    head: str = ""
    titled: bool = False
    known: Known | None = None
    plain_past: bool = False
    block: int = 0

    @cached_property
    def cast(self) -> frozenset[str]:
        """The actors, to be compared."""
        return frozenset(self.actors)

    @cached_property
    def kin(self) -> frozenset[str]:
        """The lemmas, to be compared."""
        return frozenset(self.event.kin)

    @cached_property
    def key(self) -> str:
        """The id of the reference event that the report is of itself, else empty."""
        return self.known.event.id if self.known is not None and self.known.is_itself else ""

    @property
    def has_known_days(self) -> bool:
        """Whether its time is that of the reference event."""
        return (
            self.known is not None
            and self.when.begin == self.known.event.start * DAY_S
            and (self.when.end_exclusive == (self.known.event.end + 1) * DAY_S)
        )


def read_reports(
    extraction: Extraction, identities: Identities, when: WhenOf, meetings: Sequence[ReferenceMention]
) -> tuple[Report, ...]:
    """The reports of one article in text order. `meetings` are those that it names, see `known.find_meetings`."""
    return tuple(_with_days_of_sayings(extraction, when, list(_reports(extraction, identities, when, meetings))))


def _reports(
    extraction: Extraction, identities: Identities, when: WhenOf, meetings: Sequence[ReferenceMention]
) -> Iterator[Report]:
    article, tree = extraction.article, Tree(extraction.article.text, extraction.parse)
    published, named = when.published(article.id), KnownEvents(tree, meetings)
    titles = [block.span for block in article.blocks if block.kind == "title"]
    for event in extraction.events:
        time = when.at(article.id, event.timex, at_publication=event.at_publication)
        known = named.of(event, time, published)
        if known is not None:
            time = with_known_days(time, known)
        tokens = tree.tokens_in(Span(*event.trigger))
        yield Report(
            article.id,
            event,
            tuple(dict.fromkeys(identities.id_of(article.id, actor) for actor in event.actors)),
            time,
            status_in_time(event, time, published),
            published,
            tree.lemma[tokens[-1]].lower() if tokens else "",
            any(title.start <= event.trigger[0] < title.end for title in titles),
            known,
            bool(tokens) and _is_plain_past(tree, tokens[-1]),
            tree.parse.block[tokens[-1]] if tokens else 0,
        )


def is_milestone(report: Report) -> bool:
    """Whether it decides something: by its head alone, or as something binding that is signed, passed or concluded."""
    event, words = report.event, load_event_words()
    if event.rule == "event.saying" or report.status in ("hypothetical", "denied"):
        return False
    part = "noun" if event.rule == "event.noun" else "verb"
    if words.has(part, report.head, "decide"):
        return True
    return words.has(part, report.head, "bind") and any(words.has("noun", lemma, "instrument") for lemma in event.kin)


_SORTS: tuple[tuple[str, EventSort], ...] = (
    ("meet", "meeting"), ("protest", "protest"), ("harm", "incident"), ("tell", "publication"),
)  # fmt: skip


def sort_of(report: Report) -> EventSort:
    """What sort of happening it is, by its head; by what is held, staged or attended where the head is such a verb."""
    event, words = report.event, load_event_words()
    if event.rule == "event.saying":
        return "other"
    part = "noun" if event.rule == "event.noun" else "verb"
    found = next((sort for word, sort in _SORTS if words.has(part, report.head, word)), None)
    if found is None and (words.has(part, report.head, "gather") or words.has(part, report.head, "hold")):
        kin = {lemma for lemma in event.kin if lemma != report.head}
        # Some are words of the plural only: "talks".
        kin |= {f"{lemma}s" for lemma in kin}
        found = next((sort for word, sort in _SORTS if any(words.has("noun", lemma, word) for lemma in kin)), None)
    return found or "other"


def status_in_time(event: EventClause, time: When, published: When) -> EventStatus:
    """A present or past form whose time lies behind the report's own day is a plan; a present one before it is past."""
    if time.begin is None or time.end_exclusive is None or published.begin is None or published.end_exclusive is None:
        return event.status
    if time.begin >= published.end_exclusive and event.status in ("past", "ongoing"):
        return "planned"
    if time.end_exclusive <= published.begin and event.status == "ongoing":
        return "past"
    return event.status


def _with_days_of_sayings(extraction: Extraction, when: WhenOf, reports: list[Report]) -> list[Report]:
    """What somebody said without a date, with the day that the report around it implies.

    The day on which the same speaker was last quoted ("..., an official told reporters on Friday. ... The official
    added ..."), or else the article's own day; only for the plain past, and not where the passage looks back
    (see `_background`). Such a day counts as worked out.
    """
    last: dict[str, When] = {}
    looks_back = _background(extraction, when)
    made = []
    for report in reports:
        speaker = report.actors[0] if report.actors else ""
        if report.event.rule == "event.saying" and speaker and report.event.status == "past":
            if report.event.timex is not None:
                last[speaker] = report.when
            elif report.when.begin is None and report.plain_past:
                day = last.get(speaker)
                if day is None and not looks_back[report.block]:
                    day = report.published
                if day is not None and _is_day(day):
                    edtf = (day.edtf or "").rstrip("?") + "?"
                    report = replace(report, when=replace(day, edtf=edtf, inferred=True, timex=None))
        made.append(report)
    return made


def _background(extraction: Extraction, when: WhenOf) -> list[bool]:
    """For each block whether it looks back: from a date more than a week before the article's day to a recent one.

    An article that names no recent day at all ("on Friday", "this week") is no report of the day's news.
    """
    ident, blocks = extraction.article.id, extraction.article.blocks
    published = when.published(ident)
    if published.begin is None or published.end_exclusive is None:
        return [True] * len(blocks)
    recent, old = [False] * len(blocks), [False] * len(blocks)
    for index, candidate in enumerate(extraction.candidates):
        block = next((n for n, each in enumerate(blocks) if each.span.start <= candidate.start < each.span.end), None)
        time = when.at(ident, index, at_publication=False)
        if block is None or time.begin is None or time.end_exclusive is None:
            continue
        is_recent = published.begin - _RECENT_S <= time.begin and time.end_exclusive <= published.end_exclusive
        recent[block] |= is_recent
        old[block] |= time.end_exclusive <= published.begin - _RECENT_S
    if not any(recent):
        return [True] * len(blocks)
    found, looks_back = [], False
    for is_old, is_recent in zip(old, recent, strict=True):
        looks_back = is_old or (looks_back and not is_recent)
        found.append(looks_back)
    return found


def _is_plain_past(tree: Tree, verb: int) -> bool:
    """As in "said"; not "had said", "has said", "would say"."""
    return tree.tag[verb] == "VBD" and not tree.kids(verb, "aux")


def _is_day(when: When) -> bool:
    return when.begin is not None and when.end_exclusive is not None and when.end_exclusive - when.begin <= DAY_S
