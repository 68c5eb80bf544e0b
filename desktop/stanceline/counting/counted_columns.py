"""Counts the cells of planned columns (`model.columns`) by the rules of all cells, on any day, in pieces."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from stanceline.counting.history import ALWAYS, CellHistory, Pause
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.model.cell_values import CellValue, cell_columns
from stanceline.model.columns import ColumnPlan, ColumnTable
from stanceline.model.prepared import Prepared
from stanceline.records import ActorRow, Analysis, Proposal, StanceRow


class ColumnHistory:
    """Cells of planned columns: looks like a `CellHistory`."""

    def __init__(self, parts: CellHistory, whole: CellHistory | None, columns: int) -> None:
        self._parts, self._whole, self._columns = parts, whole, columns

    def count(self, limit: int, pause: Pause = lambda: False) -> bool:
        """Count what is missing to know the cells before `limit`; False where it was stopped before the end."""
        return self._parts.count(limit, pause) and (self._whole is None or self._whole.count(limit, pause))

    def count_on(self, pause: Pause) -> bool:
        """Count ahead; False where it was stopped before the end."""
        return self._parts.count_on(pause) and (self._whole is None or self._whole.count_on(pause))

    def values(self, limit: int) -> list[CellValue]:
        """The cells as known before `limit`, those of the last column last."""
        found = self._parts.values(limit)
        if self._whole is None:
            return found
        kept = [value for value in found if value.column < self._columns]
        return [*kept, *(replace(value, column=self._columns) for value in self._whole.values(limit))]

    @property
    def times(self) -> Any:
        """All seconds at which a cell may change, in order, each once."""
        times = self._parts.times
        return times if self._whole is None else np.union1d(times, self._whole.times)


class ColumnCount:
    """Counts the cells of a plan in pieces."""

    def __init__(self, plan: ColumnPlan, analysis: Analysis, prepared: Prepared, rules: CellRules) -> None:
        self.plan = plan
        self._positions = {key: number for number, key in enumerate(prepared.keys)}
        since = {row.id: 0 for row in analysis.stances}
        self._history = column_history(plan, analysis.stances, analysis.actors, rules, since)

    def advance(self, pause: Pause) -> bool:
        """Count on until `pause` says so; True where all is counted."""
        return self._history.count(ALWAYS, pause)

    def table(self) -> ColumnTable:
        """The counted cells; counts what is missing."""
        return ColumnTable(self.plan, cell_columns(self._history.values(ALWAYS), self._positions))


def column_history(
    plan: ColumnPlan,
    rows: Sequence[StanceRow],
    actors: Sequence[ActorRow],
    rules: CellRules,
    since: Mapping[str, int],
) -> ColumnHistory:
    """The cells of planned columns, day by day (see `CellHistory`)."""
    placed = [replace(row, proposal=plan.column_of[row.id]) for row in rows if row.id in plan.column_of]
    parts = CellHistory(placed, actors, plan.keys, rules, since)
    whole = None
    if plan.choice.kind == "slices":
        # Over all of the time it counts what the proposal's own cell does, not the mean of its periods.
        whole = CellHistory(rows, actors, (Proposal(plan.choice.proposal, ""),), rules, since)
    return ColumnHistory(parts, whole, len(plan.keys))
