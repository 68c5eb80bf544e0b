"""What a view shows and what it leaves out: filters as one value, with a chip for each part."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from stanceline.model.marks import Kind

FilterPart = Literal["text", "actors", "kinds", "stances", "articles", "outlets", "proposals", "period", "modes"]
Hearing = Literal["first_hand", "second_hand", "suggested", "inferred_date", "planned"]
"""Visible classes that can be switched off; `first_hand` also stands for what is observed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Each part None (or blank): no restriction. Otherwise only what is named stays.

    `stances` holds -2..2 and `marks.NO_STANCE`; `period` is a half-open interval in seconds, and what only
    touches it stays; `actors`, `articles`, `proposals` hold keys, `outlets` names of sources ("" where unknown);
    `modes` the classes that stay (a mark goes when it belongs to any class that is not named).
    """

    text: str = ""
    actors: frozenset[str] | None = None
    kinds: frozenset[Kind] | None = None
    stances: frozenset[int] | None = None
    articles: frozenset[str] | None = None
    outlets: frozenset[str] | None = None
    proposals: frozenset[str] | None = None
    period: tuple[int, int] | None = None
    modes: frozenset[Hearing] | None = None

    def parts(self) -> tuple[FilterPart, ...]:
        """The parts that restrict something, in a fixed order: one chip each."""
        return tuple(
            field.name  # type: ignore[misc]  # field names are the literals of FilterPart
            for field in fields(self)
            if getattr(self, field.name) is not None and getattr(self, field.name) != ""
        )

    def without(self, part: FilterPart) -> "Filter":
        """The same filter with one chip taken away."""
        blank: Mapping[str, object] = {part: "" if part == "text" else None}
        return replace(self, **blank)  # type: ignore[arg-type]  # None or "" suits the named field

    def only(self, parts: Collection[FilterPart]) -> "Filter":
        """The same filter with nothing but these chips."""
        left = self
        for part in self.parts():
            if part not in parts:
                left = left.without(part)
        return left

    def __bool__(self) -> bool:
        return bool(self.parts())


EVERYTHING = Filter()
"""No restriction at all."""


@dataclass(frozen=True, slots=True)
class ChipCount:
    """How many marks one chip takes away, and how many of these no other chip takes away."""

    part: FilterPart
    removed: int
    removed_alone: int
