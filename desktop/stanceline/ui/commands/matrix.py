"""What the matrix shows: its columns, bars of totals, the same as a table."""

from __future__ import annotations

from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.preferences_list import MATRIX_TOTALS


class MatrixCommands(CommandGroup):
    """Handlers of the entries on columns and totals."""

    def show_columns(self, kind: str) -> None:
        """Columns of a kind: "proposals", "parts", a unit of periods, or "days" for a length that is asked for."""
        self._linking.matrix.choose_columns(kind)

    def toggle_totals(self) -> None:
        shown = self._window.actions_table["matrix.totals"].isChecked()
        self._window.settings.set(MATRIX_TOTALS, shown)

    def toggle_table(self) -> None:
        self._linking.matrix.show_table(self._window.actions_table["matrix.table"].isChecked())
