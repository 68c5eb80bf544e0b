"""Bodies whose meetings the tables hold: how texts spell them, what they call them, and which events are theirs.

The table `references/bodies.tsv` names for each body the series of its meetings, its spellings (compared with their
capitals), the nouns that stand for it once it is named ("the alliance"), the city of its seat and words that tell of
its members ("seven democracies"). Bodies that only a
user's table knows are found by the words of their events' names (`Mercosur summit in Buenos Aires`).
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from stanceline import paths
from stanceline.temporal.references.events import (
    MEETING_NOUNS,
    ReferenceEvent,
    ReferenceIndex,
    plain_words,
    spelled_words,
)

_MINISTERS: Final = ("minister", "ministers")
_UN: Final = frozenset(["un", "united", "conference", "parties"])
_PORTFOLIOS: Final = {"defense": "defence"}


@dataclass(frozen=True, slots=True)
class Body:
    """One row of the table; words are separated by blanks, with a blank at either end."""

    name: str
    series: frozenset[str]
    spellings: tuple[str, ...]
    called: frozenset[str]
    seat: str
    described: tuple[frozenset[str], ...] = ()
    """Sets of words that tell of its members together ("seven", "democracies")."""


@cache
def shipped_bodies() -> tuple[Body, ...]:
    """The rows of the table in its order."""
    with paths.resource("references/bodies.tsv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Body(
                row["body"],
                frozenset(row["series"].split("|")),
                tuple(f" {spelled_words(name)} " for name in row["spellings"].split("|")),
                frozenset(filter(None, row["called"].split("|"))),
                plain_words(row["seat"]),
                tuple(frozenset(words.split()) for words in filter(None, row["described"].split("|"))),
            )
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def bodies_spelled(text: str) -> tuple[Body, ...]:
    """The bodies that a passage names, capitals told apart."""
    words = f" {spelled_words(text)} "
    return tuple(body for body in shipped_bodies() if any(name in words for name in body.spellings))


def bodies_described(words: frozenset[str]) -> tuple[Body, ...]:
    """The bodies of whose members the words (in normal form) tell: "leaders of the seven big democracies"."""
    return tuple(body for body in shipped_bodies() if any(told <= words for told in body.described))


def events_of(body: Body, index: ReferenceIndex) -> tuple[ReferenceEvent, ...]:
    """The meetings of a body; of two bodies that share a series, those whose name names this one."""
    events = tuple(event for series in sorted(body.series) for event in index.of_series(series))
    own = tuple(event for event in events if body.name in plain_words(event.name).split())
    shares = any(other is not body and other.series & body.series for other in shipped_bodies())
    return own if shares and own else events


def is_at_seat(events: Sequence[ReferenceEvent], passage: str) -> bool:
    """Whether a name without a number may mean any of the meetings that a body has all year at its seat."""
    if any(character.isdigit() for character in passage) or "summit" in passage.lower():
        return False
    return any(
        body.seat and event_at == {body.seat} and all(event.series in body.series for event in events)
        for event_at in [{plain_words(event.city) for event in events}]
        for body in shipped_bodies()
    )


def is_nameless(events: Sequence[ReferenceEvent], passage: str) -> bool:
    """Whether it is "the climate summit", which may be anybody's, and not that of the United Nations."""
    words = plain_words(passage).split()
    if any(event.series != "COP climate conference" for event in events):
        return False
    return not any(word in _UN or word.startswith("cop") for word in words)


def unlisted_events(words: frozenset[str], index: ReferenceIndex) -> tuple[ReferenceEvent, ...]:
    """Meetings outside the shipped series of bodies whose whole name is among the words of a passage."""
    listed = {series for body in shipped_bodies() for series in body.series}
    return tuple(
        event
        for event in index.of_words(words)
        if event.series not in listed and not event.series.startswith(("Anchor", "Election", "US "))
    )


def of_rank(events: Sequence[ReferenceEvent], words: frozenset[str]) -> tuple[ReferenceEvent, ...]:
    """Ministers meet at ministers' meetings of their own portfolio, all others at the rest, where there is a rest."""
    if not words & {"minister", "ministers", "ministerial"}:
        others = tuple(event for event in events if not _is_ministers(event))
        return others if others or words & {"summit", "leaders"} else tuple(events)
    portfolios = words & _ALL_PORTFOLIOS
    meant = {_PORTFOLIOS.get(word, word) for word in portfolios} or {"foreign", "defence"}
    return tuple(
        event
        for event in events
        if _is_ministers(event) and set(plain_words(f"{event.series} {event.name}").split()) & meant
    )


_ALL_PORTFOLIOS: Final = frozenset(
    ["foreign", "defence", "defense", "finance", "trade", "energy", "environment", "interior", "health", "labor",
     "labour", "agriculture", "farm", "digital", "climate", "justice", "education", "economy", "transport",
     "development", "science", "tourism", "culture"]
)  # fmt: skip


def _is_ministers(event: ReferenceEvent) -> bool:
    words = plain_words(f"{event.series} {event.name}").split()
    return any(word in _MINISTERS for word in words)


def is_meeting_noun(word: str) -> bool:
    """Whether a word is one for a meeting of people who lead or rule."""
    found = _informal_nouns().get(word)
    return word in MEETING_NOUNS or (found is not None and not found[0])


def is_meeting_behind(word: str, before: str) -> bool:
    """Whether a word is for a meeting behind the word before it: a party is, where it is an anniversary party."""
    found = _informal_nouns().get(word)
    return is_meeting_noun(word) or (found is not None and before in found[0])


def is_informal(word: str) -> bool:
    """Whether a word for a meeting is said of much else, too ("bash", "party"): soft evidence only."""
    found = _informal_nouns().get(word)
    return found is not None and found[1]


@cache
def _informal_nouns() -> dict[str, tuple[frozenset[str], bool]]:
    """By noun: the words of which one must stand before it, none for any, and whether it is a guess."""
    found: dict[str, tuple[frozenset[str], bool]] = {}
    for line in paths.resource("rules/dating_meetings.tsv").read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            noun, behind, sure = line.split("\t")
            found[noun] = (frozenset(filter(None, behind.split("|"))), sure == "guess")
    return found
