"""Shows the whole position behind what is selected: an actor on a proposal, with its arguments once they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stanceline.discourse.stances.cell_rules import read_rules
from stanceline.records import StanceRow, StatementRow
from stanceline.ui.detail.position import position_of
from stanceline.ui.dialogs.arguments import Arguments

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.timeline import TimelineView


class Positions(QObject):
    """Connects the cells of the matrix and the page of a position in one window."""

    def __init__(self, window: MainWindow, timeline: TimelineView) -> None:
        super().__init__(window)
        self._session, self._detail = window.session, window.panes.detail
        self._matrix = timeline.matrix
        self._cell: tuple[str, str, frozenset[str]] | None = None
        self.arguments = Arguments(window.session)
        self._detail.position_wanted.connect(self._show)
        self._detail.stance_chosen.connect(self._choose)
        self.arguments.found.connect(lambda _proposal: self._show())

    def keys_of(self, actor: str, column: str) -> tuple[str, ...]:
        """The stances of a cell, also those that have no place in time; the cell is kept in mind for its position."""
        place = self._matrix.find_cell(actor, column)
        keys = self._matrix.stances_of(place) if place is not None else ()
        self._cell = (actor, column, frozenset(keys)) if keys else None
        return keys

    def _choose(self, key: str) -> None:
        selection = self._session.selection
        keys = selection.keys if key in selection.keys else (*selection.keys, key)
        selection.select(keys, key)
        self._detail.show_tab("quote")

    def _subject(self) -> tuple[str, str] | None:
        """Actor and proposal of what is selected: the cell's where it was chosen by its cell."""
        detail, index = self._detail.detail, self._session.index
        if detail is None:
            return None
        finding = index.finding(detail.key)
        if isinstance(finding, StatementRow):
            finding = next(iter(index.stances_of_statement.get(finding.id, ())), None)
        if not isinstance(finding, StanceRow):
            return None
        if self._cell is not None and finding.id in self._cell[2]:
            return self._cell[0], finding.proposal
        return finding.holder, finding.proposal

    def _show(self) -> None:
        project, subject = self._session.project, self._subject()
        if not self._detail.is_showing_position():
            return
        if project is None or subject is None:
            self._detail.show_position(None, is_waiting=False)
            return
        actor, proposal = subject
        # While articles come in, each analysis would ask again and hold up the next one.
        arguments = () if self._session.is_reading() else self.arguments.of(proposal)
        rules = read_rules(project.decisions)
        position = position_of(self._session.index, actor, proposal, rules, arguments or ())
        self._detail.show_position(position, is_waiting=arguments is None)
