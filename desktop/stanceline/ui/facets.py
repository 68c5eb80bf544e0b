"""What can be filtered by: actors, kinds, stances, modes and sources with the number of marks behind each.

Pure arithmetic on the prepared columns.
"""

from dataclasses import dataclass

import numpy as np

from stanceline.model.corpus import Arrangement
from stanceline.model.filters import FilterPart
from stanceline.model.marks import NO_STANCE, Kind, Trait
from stanceline.ui.words import STANCES, say, stance_word

_UNREAL = int(Trait.PLANNED | Trait.HYPOTHETICAL | Trait.CANCELLED | Trait.DENIED)
Value = str | int


@dataclass(frozen=True)
class Choice:
    """One entry of a facet; `sign` names how it is drawn beside the words (a kind, a stance), or nothing."""

    value: Value
    text: str
    count: int
    depth: int = 0
    stance: int | None = None
    kind: int | None = None


@dataclass(frozen=True)
class Facet:
    """One way to filter, with its choices in order."""

    part: FilterPart
    title: str
    icon: str
    choices: tuple[Choice, ...]


def facets_of(arrangement: Arrangement) -> tuple[Facet, ...]:
    """The facets of a corpus; those with fewer than two choices are left out, but for the actors."""
    found = (
        _actors(arrangement),
        _stances(arrangement),
        _kinds(arrangement),
        _modes(arrangement),
        _sources(arrangement),
    )
    return tuple(facet for facet in found if len(facet.choices) > 1 or facet.part == "actors")


def _actors(arrangement: Arrangement) -> Facet:
    prepared = arrangement.prepared
    counts = np.bincount(prepared.actor, minlength=len(prepared.actors))
    choices = []
    for number, slot in enumerate(arrangement.slots):
        if slot.actor >= 0:
            actor = prepared.actors[slot.actor]
            choices.append(Choice(actor.key, actor.name, int(counts[slot.actor]), int(slot.family != number)))
    return Facet("actors", say("Actors"), "actors", tuple(choices))


def _stances(arrangement: Arrangement) -> Facet:
    stance = arrangement.prepared.stance
    choices = [
        Choice(value, stance_word(value), int(np.count_nonzero(stance == value)), stance=value) for value in STANCES
    ]
    none = int(np.count_nonzero(stance == NO_STANCE))
    kept = [choice for choice in choices if choice.count] + (
        [Choice(NO_STANCE, say("Takes no side"), none)] if none else []
    )
    return Facet("stances", say("Stance"), "stance", tuple(kept))


def _kinds(arrangement: Arrangement) -> Facet:
    kind = arrangement.prepared.kind
    words = {Kind.STANCE: say("Stances"), Kind.STATEMENT: say("Statements"), Kind.EVENT: say("Events")}
    counted = [(value, int(np.count_nonzero(kind == value))) for value in words]
    choices = tuple(Choice(int(value), words[value], count, kind=int(value)) for value, count in counted if count)
    return Facet("kinds", say("Kind"), "kinds", choices)


def _modes(arrangement: Arrangement) -> Facet:
    traits, kind = arrangement.prepared.traits, arrangement.prepared.kind
    second_hand = (traits & Trait.SECOND_HAND) != 0
    found = (
        ("first_hand", say("First-hand"), (kind != Kind.EVENT) & ~second_hand),
        ("second_hand", say("Second-hand"), second_hand),
        ("suggested", say("Suggested"), (traits & Trait.SUGGESTED) != 0),
        ("inferred_date", say("Inferred date"), (traits & Trait.INFERRED_DATE) != 0),
        ("planned", say("Planned or not real"), (traits & _UNREAL) != 0),
    )
    choices = (Choice(name, text, int(np.count_nonzero(members))) for name, text, members in found)
    return Facet("modes", say("How known"), "quote", tuple(choice for choice in choices if choice.count))


def _sources(arrangement: Arrangement) -> Facet:
    prepared = arrangement.prepared
    counts = np.bincount(prepared.article[prepared.article >= 0], minlength=len(prepared.articles))
    choices = tuple(
        Choice(
            source.key, source.title if not source.outlet else f"{source.outlet}: {source.title}", int(counts[number])
        )
        for number, source in enumerate(prepared.articles)
    )
    return Facet("articles", say("Articles"), "sources", choices)
