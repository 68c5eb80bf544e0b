"""What the columns of the matrix are: proposals, one proposal with its parts, or periods of one proposal.

Whatever the columns are, cells are counted by the same rules (see `counted_columns`): a period is a column whose
stances are those that were made in it. What fits in no period (no date, or one that is no finer than the periods) is
counted and told, and stands in the last column over all of the time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np

from stanceline import StancelineError
from stanceline.model.periods import period_edges
from stanceline.model.prepared import OVERALL, Prepared
from stanceline.records import Analysis, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S, civil_from_days

ColumnKind = Literal["proposals", "parts", "slices"]
SliceUnit = Literal["month", "quarter", "half", "year", "days"]
SLICE_UNITS: tuple[SliceUnit, ...] = ("month", "quarter", "half", "year", "days")
MOST_SLICES = 400
LEAST_DAYS, MOST_DAYS = 1, 3650
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class ColumnError(StancelineError):
    """Columns that cannot be made."""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """`proposal` is the one whose parts or periods are shown; `days` the length of a period of unit "days"."""

    kind: ColumnKind = "proposals"
    proposal: str = ""
    unit: SliceUnit = "quarter"
    days: int = 30

    def __post_init__(self) -> None:
        if not LEAST_DAYS <= self.days <= MOST_DAYS:
            raise ValueError(f"a period has {LEAST_DAYS} to {MOST_DAYS} days")


BY_PROPOSAL = ColumnChoice()
"""A column for each proposal."""


@dataclass(frozen=True)
class ColumnPlan:
    """Columns with their keys and titles, the one over all of them last, and the column that each stance goes to.

    `undated` and `coarse` count stances on the proposal that fit in no period.
    """

    choice: ColumnChoice
    columns: tuple[tuple[str, str], ...]
    column_of: Mapping[str, str]
    undated: int = 0
    coarse: int = 0

    @cached_property
    def keys(self) -> tuple[Proposal, ...]:
        """The columns but the last one, as proposals to count by."""
        plain = [Proposal(key, title) for key, title in self.columns if key != OVERALL]
        return tuple(plain)


@dataclass(frozen=True)
class ColumnTable:
    """Counted cells of planned columns, as columns of `Prepared`."""

    plan: ColumnPlan
    arrays: Mapping[str, Any]

    def of(self, prepared: Prepared) -> Prepared:
        """The same marks with these cells."""
        return replace(prepared, **self.arrays)


# ---- plans -----------------------------------------------------------------------------------------------------


def with_parts(analysis: Analysis) -> tuple[str, ...]:
    """The proposals that others are part of."""
    known = {proposal.id for proposal in analysis.proposals}
    whole = {proposal.part_of for proposal in analysis.proposals if proposal.part_of in known}
    return tuple(proposal.id for proposal in analysis.proposals if proposal.id in whole)


def plan_columns(choice: ColumnChoice, analysis: Analysis) -> ColumnPlan | None:
    """How the columns of a choice are made; None where they are the proposals.

    A choice that suits no proposal any more gives the proposals, too. Raises `ColumnError` where there would be too
    many columns, or none.
    """
    if choice.kind == "proposals" or choice.proposal not in {proposal.id for proposal in analysis.proposals}:
        return None
    return _parts_plan(choice, analysis) if choice.kind == "parts" else _slices_plan(choice, analysis)


def _parts_plan(choice: ColumnChoice, analysis: Analysis) -> ColumnPlan:
    named = {choice.proposal: next(p.title for p in analysis.proposals if p.id == choice.proposal)}
    named |= {p.id: p.title for p in analysis.proposals if p.part_of == choice.proposal}
    if len(named) == 1:
        raise ColumnError(f"“{named[choice.proposal]}” has no parts. Name it as what another proposal is part of.")
    columns = (*named.items(), (OVERALL, "All"))
    return ColumnPlan(choice, columns, {row.id: row.proposal for row in analysis.stances if row.proposal in named})


def _slices_plan(choice: ColumnChoice, analysis: Analysis) -> ColumnPlan:
    rows = [row for row in analysis.stances if row.proposal == choice.proposal]
    dated = [row for row in rows if row.begin is not None and row.end_exclusive is not None]
    if not dated:
        raise ColumnError("No stance on this proposal has a date: there are no periods to show.")
    begin, end = min(row.begin or 0 for row in dated), max(row.end_exclusive or 0 for row in dated)
    edges = _edges(choice, begin, end)
    columns = tuple((f"{choice.proposal}@{edge // DAY_S}", _title(choice, edge)) for edge in edges[:-1])
    placed: dict[str, str] = {}
    for row in dated:
        number = _slice_of(row, edges)
        if number is not None:
            placed[row.id] = columns[number][0]
    return ColumnPlan(
        choice, (*columns, (OVERALL, "All")), placed, len(rows) - len(dated), len(dated) - len(placed)
    )  # fmt: skip


def _edges(choice: ColumnChoice, begin: int, end: int) -> list[int]:
    if choice.unit != "days":
        try:
            edges: list[int] = period_edges(begin, end, choice.unit).tolist()
        except ValueError as error:
            raise ColumnError(f"{error} Choose longer periods.") from error
    else:
        first, length = begin // DAY_S * DAY_S, choice.days * DAY_S
        edges = list(range(first, first + ((end - first - 1) // length + 1) * length + 1, length))
    if len(edges) - 1 > MOST_SLICES:
        raise ColumnError(f"That would be {len(edges) - 1:,} columns, more than {MOST_SLICES}. Choose longer periods.")
    return edges


def _slice_of(row: StanceRow, edges: Sequence[int]) -> int | None:
    """The period that a stance was made in: where its middle lies, unless its date is longer than that period."""
    begin, end = row.begin or 0, row.end_exclusive or 0
    number = int(np.searchsorted(edges, (begin + end) // 2, side="right")) - 1
    return number if end - begin <= edges[number + 1] - edges[number] else None


def _title(choice: ColumnChoice, begin_s: int) -> str:
    """A period's name, short enough for a column."""
    year, month, day = civil_from_days(begin_s // DAY_S)
    shown = str(year) if year > 0 else f"{1 - year} BCE"
    match choice.unit:
        case "month":
            return f"{_MONTHS[month - 1]} {shown}"
        case "quarter":
            return f"Q{(month - 1) // 3 + 1} {shown}"
        case "half":
            return f"H{1 if month < 7 else 2} {shown}"
        case "year":
            return shown
    return f"from {day} {_MONTHS[month - 1]} {shown}"
