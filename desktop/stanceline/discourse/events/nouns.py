"""Happenings that a noun names with a date ("next week's summit"), and calendar lines without a verb."""

from collections.abc import Iterator

from stanceline.discourse.events.labels import entry_label, noun_label
from stanceline.discourse.events.page import (
    EventPage,
    actors_around,
    actors_of,
    announced_noun,
    few,
    kin_of,
    place_of,
)
from stanceline.discourse.events.status import noun_status
from stanceline.records import EventClause


def read_nouns(page: EventPage) -> Iterator[EventClause]:
    """Happenings that a dated noun names."""
    tree = page.tree
    dated = {**_subjects_of_be(page), **page.anchors.nouns}
    for noun, timex in sorted(dated.items()):
        verb = tree.head[noun]
        if (
            noun in page.anchors.nouns
            and tree.dep[noun] in ("nsubj", "nsubjpass", "dobj")
            and page.anchors.verbs.get(verb) == timex
        ):
            continue
        status = noun_status(tree, noun, page.words, page.direction(timex))
        label = noun_label(page.labels, noun, status)
        if not label:
            continue
        span = tree.span(tree.subtree(noun))
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[noun], tree.parse.end[noun]),
            clause=(span.start, span.end),
            status=status,
            actors=few(actors_of(page, noun) or actors_around(page, noun)),
            rule="event.noun",
            place=place_of(page, noun),
            timex=timex,
            kin=kin_of(page, [noun, *tree.subtree(noun)], label),
            confidence=0.7,
        )


def _subjects_of_be(page: EventPage) -> dict[int, int]:
    """As in "The vote is on Tuesday", "a ruling is expected in May": the noun is the happening."""
    return {
        subject: timex
        for verb, timex in page.anchors.verbs.items()
        if (subject := announced_noun(page, verb)) is not None
    }


def read_entries(page: EventPage) -> Iterator[EventClause]:
    """Calendar lines without a verb: "31 March: amendments due"."""
    tree = page.tree
    for entry in page.entries:
        tokens = [t for t in entry.tokens if t not in page.anchors.tokens]
        if not tokens or page.has_tense(tokens):
            continue
        end = next((place for place, t in enumerate(tokens) if place and tree.words[t] in (".", ";")), len(tokens))
        head = tree.root_of(tokens[:end])
        label = entry_label(page.labels, tokens[:end])
        if head is None or len(label.split()) < 2:
            continue
        span = tree.span(tokens[:end])
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[head], tree.parse.end[head]),
            clause=(span.start, span.end),
            status="past" if page.candidates[entry.timex].type == "TIME" else "ongoing",
            actors=few([actor for t in tokens[:end] if (actor := page.names.actor_of(t)) is not None]),
            rule="event.entry",
            timex=entry.timex,
            kin=kin_of(page, tokens[:end], label),
            confidence=0.6,
        )
