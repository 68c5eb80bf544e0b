"""Clicks on marks, cells and rows become selections, as the mode has it: replace, add to, keep or remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stanceline.ui.selection import SelectionMode, combined

if TYPE_CHECKING:
    from stanceline.ui.brush import CellFinder
    from stanceline.ui.detail.positions import Positions
    from stanceline.ui.plot.timeline import TimelineView
    from stanceline.ui.session import Session


class Selecting(QObject):
    """Connects timeline and matrix of one window with the shared selection, both ways."""

    def __init__(
        self, session: Session, timeline: TimelineView, positions: Positions, cells: CellFinder, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._timeline, self._positions, self._cells = session, timeline, positions, cells
        self._is_telling = False
        self._before: tuple[str, ...] = ()
        timeline.combine = self._combine
        timeline.selection_changed.connect(self._on_marks_selected)
        timeline.cell_selected.connect(self._on_cell_selected)
        timeline.row_clicked.connect(self._on_row_clicked)
        timeline.matrix.cell_toggled.connect(self._on_cell_toggled)
        timeline.matrix.cells_ranged.connect(self._on_cells_ranged)
        session.selection.changed.connect(self._on_selection_changed)
        session.corpus_changed.connect(self._frame_cells)

    def set_mode(self, mode: SelectionMode) -> None:
        """What a click without modifiers does from now on."""
        self._session.selection.mode = mode

    def _combine(self, numbers: list[int]) -> list[int]:
        return combined(sorted(self._timeline.state.chosen), numbers, self._session.selection.mode)

    # ---- from the views

    def _on_marks_selected(self, keys: list[str]) -> None:
        selection = self._session.selection
        self._before = selection.keys
        # What has no place in time, or is filtered away, is not known to the timeline: clicking cannot lose it there.
        unseen = [] if selection.mode == "replace" else [key for key in selection.keys if not self._is_seen(key)]
        self._tell([*keys, *unseen], self._timeline.focused_event())

    def _is_seen(self, key: str) -> bool:
        return key in self._timeline.state.numbers

    def _on_cell_selected(self, actor: str, column: str) -> None:
        """All of the cell, also what has no place in time; the view stays where it is."""
        keys = self._positions.keys_of(actor, column)
        chosen = combined(self._before, keys, self._session.selection.mode)
        if set(chosen) != set(self._session.selection.keys):
            self._tell(chosen, self._session.selection.current or (keys[0] if keys else None))
            self._timeline.set_selection(self._session.selection.keys)

    def _on_row_clicked(self, row_key: str) -> None:
        """Everything that is shown of an actor."""
        self._take([self._timeline.state.key_of(number) for number in self._cells.marks_of_row(row_key)])

    def _on_cell_toggled(self, actor: str, column: str) -> None:
        keys = self._positions.keys_of(actor, column)
        before = self._session.selection.keys
        has_all = set(keys) <= set(before)
        self._tell(combined(before, keys, "remove" if has_all else "add"), None if has_all else next(iter(keys), None))
        self._timeline.set_selection(self._session.selection.keys)

    def _on_cells_ranged(self, actor: str, column: str, last_actor: str, last_column: str) -> None:
        matrix = self._timeline.matrix
        first, last = matrix.find_cell(actor, column), matrix.find_cell(last_actor, last_column)
        if first is None or last is None:
            return
        rows, columns = sorted((first[0], last[0])), sorted((first[1], last[1]))
        keys = [
            key
            for row in range(rows[0], rows[1] + 1)
            for number in range(columns[0], columns[1] + 1)
            for key in matrix.stances_of((row, number))
        ]
        self._take(keys, replaces=True)

    def _take(self, keys: list[str], *, replaces: bool = False) -> None:
        selection = self._session.selection
        self._tell(combined(selection.keys, keys, "replace" if replaces else selection.mode), next(iter(keys), None))
        self._timeline.set_selection(selection.keys)

    def _tell(self, keys: list[str], current: str | None) -> None:
        self._is_telling = True
        self._session.selection.select(keys, current)
        self._is_telling = False

    # ---- to the views

    def _on_selection_changed(self) -> None:
        selection = self._session.selection
        if not self._is_telling:
            self._timeline.set_selection(selection.keys)
            if selection.current:
                self._timeline.reveal(selection.current)
        self._frame_cells()

    def _frame_cells(self) -> None:
        """Selected marks select the cells that they stand behind."""
        self._timeline.matrix.set_framed(chosen=self._cells.behind(self._session.selection.keys))
