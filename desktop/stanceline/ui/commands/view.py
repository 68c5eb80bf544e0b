"""What is shown and how: zoom, panes, rows, theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from stanceline.ui.commands.base import CommandGroup
from stanceline.ui.preferences_list import (
    AXIS_PLACE,
    COVERAGE,
    FILTERED_MARKS,
    ISO_DATES,
    LAYOUT,
    PUBLICATION_TICKS,
    THEME,
    WEEK_NUMBERS,
    Preference,
)
from stanceline.ui.words import ROW_HEIGHTS

if TYPE_CHECKING:
    from stanceline.model.corpus import Grouping, Sort
    from stanceline.ui.theme import ThemeChoice


class ViewCommands(CommandGroup):
    """Handlers of the View menu."""

    def fit_all(self) -> None:
        self._timeline().fit_all()

    def fit_selection(self) -> None:
        self._timeline().fit_selection()

    def zoom_in(self) -> None:
        self._timeline().zoom_in()

    def zoom_out(self) -> None:
        self._timeline().zoom_out()

    def toggle_filters(self) -> None:
        self._toggle("filters")

    def toggle_detail(self) -> None:
        self._toggle("detail")

    def toggle_drawer(self) -> None:
        self._toggle("drawer")

    def toggle_overview(self) -> None:
        self._toggle("overview")

    def _toggle(self, pane: str) -> None:
        self._window.set_pane(pane, self._window.actions_table[f"view.{pane}"].isChecked())

    def group_rows(self, grouping: Grouping) -> None:
        self._session.order_rows(grouping=grouping)

    def sort_rows(self, sort: Sort) -> None:
        self._session.order_rows(sort=sort)

    def set_row_height(self, name: str) -> None:
        self._timeline().set_row_height(ROW_HEIGHTS[name])

    def stretch_rows(self, way: str) -> None:
        self._timeline().make_rows_higher(8 if way == "higher" else -8)

    def choose_layout(self, layout: str) -> None:
        self._window.settings.set(LAYOUT, layout)

    def place_axis(self, place: str) -> None:
        self._window.settings.set(AXIS_PLACE, place)

    def toggle_week_numbers(self) -> None:
        self._switch(WEEK_NUMBERS)

    def toggle_iso_dates(self) -> None:
        self._switch(ISO_DATES)

    def toggle_publication_ticks(self) -> None:
        self._switch(PUBLICATION_TICKS)

    def toggle_coverage(self) -> None:
        is_on = self._window.actions_table["view.coverage"].isChecked()
        self._window.settings.set(COVERAGE, "on" if is_on else "off")

    def _switch(self, preference: Preference[bool]) -> None:
        is_on = self._window.actions_table[f"view.{preference.key}"].isChecked()
        self._window.settings.set(preference, is_on)

    def choose_theme(self, choice: ThemeChoice) -> None:
        self._window.settings.set(THEME, choice)

    def treat_filtered(self, how: str) -> None:
        self._window.settings.set(FILTERED_MARKS, how)
        # Also where the preference stays: filters that were set apart come back to it.
        self._session.filters.set_dimming(how == "dim")

    def reset_layout(self) -> None:
        self._window.reset_layout()

    def toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
