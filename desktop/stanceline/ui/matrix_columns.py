"""Keeps which columns the matrix has, and counts their cells between frames. Free of widgets."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from stanceline.counting.counted_columns import ColumnCount
from stanceline.discourse.stances.cell_rules import read_rules
from stanceline.model.columns import BY_PROPOSAL, ColumnChoice, ColumnError, ColumnPlan, ColumnTable, plan_columns

if TYPE_CHECKING:
    from stanceline.model.prepared import Prepared
    from stanceline.model.project import Project
    from stanceline.ui.session_view import SessionView

_PIECE_S = 0.006


class MatrixColumns:
    """The columns that were chosen in one session and, once counted, their cells for the present analysis."""

    def __init__(self, session: SessionView) -> None:
        self._session = session
        self.choice: ColumnChoice = BY_PROPOSAL
        self._table: ColumnTable | None = None
        self._count: ColumnCount | None = None
        self._of: Prepared | None = None

    @property
    def table(self) -> ColumnTable | None:
        """The counted cells; None where the columns are the proposals, and before they are counted for these marks."""
        project = self._session.project
        return self._table if project is not None and self._of is project.prepared else None

    @property
    def plan(self) -> ColumnPlan | None:
        """The columns that are shown, None where they are the proposals."""
        return None if self.table is None else self.table.plan

    def choose(self, choice: ColumnChoice) -> bool:
        """Show other columns; False, with a word to the user, where that makes no sense."""
        project = self._session.project
        if choice == self.choice:
            return True
        if project is not None:
            try:
                plan_columns(choice, project.analysis)
            except ColumnError as error:
                self._session.failed.emit(str(error))
                return False
        self.choice, self._of = choice, None
        self._session.count_columns()
        return True

    def advance(self) -> bool:
        """Count a piece; True where all is counted for the project's present analysis."""
        project = self._session.project
        if project is None or project.prepared is None:
            return True
        if self._of is not project.prepared:
            self._begin(project, project.prepared)
        if self._count is None:
            return True
        until = perf_counter() + _PIECE_S
        if not self._count.advance(lambda: perf_counter() > until):
            return False
        self._table, self._count = self._count.table(), None
        return True

    def _begin(self, project: Project, prepared: Prepared) -> None:
        self._of, self._table, self._count = prepared, None, None
        try:
            plan = plan_columns(self.choice, project.analysis)
        except ColumnError:
            # The analysis suits the choice no longer: the proposals are shown until it does.
            plan = None
        if plan is not None:
            self._count = ColumnCount(plan, project.analysis, prepared, read_rules(project.decisions))
