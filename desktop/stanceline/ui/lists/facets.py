"""What can be filtered by: actors, kinds, stances, modes and sources with the number of marks behind each.

Counted on the joined table of marks. The filters themselves mask the prepared columns (`model.corpus`): a key typed
into the search field has a few milliseconds, which arrays meet and tables do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stanceline.model.corpus import Arrangement
from stanceline.model.filters import FilterPart
from stanceline.model.marks import NO_STANCE, Kind, Trait
from stanceline.ui.words import STANCES, counted, days_text, say, stance_word

if TYPE_CHECKING:
    import pandas as pd

_UNREAL = int(Trait.PLANNED | Trait.HYPOTHETICAL | Trait.CANCELLED | Trait.DENIED)
_DAY_S = 86_400
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


def facets_of(arrangement: Arrangement, marks: pd.DataFrame) -> tuple[Facet, ...]:
    """The facets of a corpus; those with fewer than two choices are left out, but for the actors."""
    found = (
        _actors(arrangement, marks),
        _stances(marks),
        _kinds(marks),
        _modes(marks),
        _sources(arrangement, marks),
    )
    return tuple(facet for facet in found if len(facet.choices) > 1 or facet.part == "actors")


def period_of(marks: pd.DataFrame) -> str:
    """How many marks have a date, and from when to when, in words; empty without any."""
    dated = marks["begin"].notna()
    if not dated.any():
        return ""
    # Plain numbers: pandas' own scalars do not reach beyond the years 1 to 9999.
    begins, ends = (marks.loc[dated, name].astype("int64") for name in ("begin", "end_exclusive"))
    days = days_text(int(begins.min()) // _DAY_S, (int(ends.max()) - 1) // _DAY_S)
    return counted(int(dated.sum()), "One dated mark: %2", "%1 dated marks: %2").replace("%2", days)


def _counts(column: pd.Series) -> dict[Any, int]:
    return {value: int(count) for value, count in column.value_counts().items()}


def _actors(arrangement: Arrangement, marks: pd.DataFrame) -> Facet:
    actors, counts = arrangement.prepared.actors, _counts(marks["actor"])
    choices = []
    for number, slot in enumerate(arrangement.slots):
        if slot.actor >= 0:
            actor = actors[slot.actor]
            choices.append(Choice(actor.key, actor.name, counts.get(actor.key, 0), int(slot.family != number)))
    return Facet("actors", say("Actors"), "actors", tuple(choices))


def _stances(marks: pd.DataFrame) -> Facet:
    counts = _counts(marks["stance"])
    choices = [Choice(value, stance_word(value), counts[value], stance=value) for value in STANCES if value in counts]
    none = int(marks["stance"].isna().sum())
    choices += [Choice(NO_STANCE, say("Takes no side"), none)] if none else []
    return Facet("stances", say("Stance"), "stance", tuple(choices))


def _kinds(marks: pd.DataFrame) -> Facet:
    counts = _counts(marks["kind"])
    words = (
        (Kind.STANCE, "stance", say("Stances")), (Kind.STATEMENT, "statement", say("Statements")),
        (Kind.EVENT, "event", say("Events")),
    )  # fmt: skip
    choices = tuple(
        Choice(int(kind), text, counts[name], kind=int(kind)) for kind, name, text in words if counts.get(name)
    )
    return Facet("kinds", say("Kind"), "kinds", choices)


def _modes(marks: pd.DataFrame) -> Facet:
    traits = marks["traits"]
    second_hand = (traits & int(Trait.SECOND_HAND)) != 0
    found = (
        ("first_hand", say("First-hand"), (marks["kind"] != "event") & ~second_hand),
        ("second_hand", say("Second-hand"), second_hand),
        ("suggested", say("Suggested"), (traits & int(Trait.SUGGESTED)) != 0),
        ("inferred_date", say("Inferred date"), (traits & int(Trait.INFERRED_DATE)) != 0),
        ("planned", say("Planned or not real"), (traits & _UNREAL) != 0),
    )
    choices = (Choice(name, text, int(members.sum())) for name, text, members in found)
    return Facet("modes", say("How known"), "quote", tuple(choice for choice in choices if choice.count))


def _sources(arrangement: Arrangement, marks: pd.DataFrame) -> Facet:
    counts = _counts(marks["article"])
    choices = tuple(
        Choice(
            source.key,
            source.title if not source.outlet else f"{source.outlet}: {source.title}",
            counts.get(source.key, 0),
        )
        for source in arrangement.prepared.articles
    )
    return Facet("articles", say("Articles"), "sources", choices)
