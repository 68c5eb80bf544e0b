"""How the plot is drawn: the place of its axis, week numbers, ticks of publication, pinned labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stanceline.ui.plot.canvas import TimelineCanvas
    from stanceline.ui.plot.plot_state import AxisPlace, CoverageChoice, PlotState


class PlotOptions:
    """Changes how one timeline draws. `place` lays its parts out anew, `refresh` paints them."""

    def __init__(
        self, state: PlotState, canvas: TimelineCanvas, place: Callable[[], None], refresh: Callable[[], None]
    ) -> None:
        self._state, self._canvas, self._place, self._refresh = state, canvas, place, refresh

    def set_axis_place(self, place: AxisPlace) -> None:
        """Show the time axis above the rows, below them, or both."""
        if place != self._state.axis_place:
            self._state.axis_place = place
            self._place()
            self._canvas.place_axes()
            self._refresh()

    def set_week_numbers(self, shown: bool) -> None:
        """Number the weeks on the axis."""
        self._state.shows_weeks = shown
        self._refresh()

    def set_lags_shown(self, shown: bool) -> None:
        """Show below each mark when it was reported."""
        self._state.shows_lags = shown
        self._refresh()

    def set_coverage(self, choice: CoverageChoice) -> None:
        """Hatch what no loaded article covers: always, never, or where it says something."""
        self._state.coverage_choice = choice
        self._refresh()

    @property
    def shows_coverage(self) -> bool:
        """Whether what no loaded article covers is hatched now."""
        return self._state.shows_coverage

    @property
    def shows_lags(self) -> bool:
        """Whether each mark shows when it was reported."""
        return self._state.shows_lags

    @property
    def shows_weeks(self) -> bool:
        """Whether weeks are numbered."""
        return self._state.shows_weeks

    def set_pinned(self, keys: Sequence[str]) -> None:
        """Label these marks before all others but the selected ones."""
        pinned = frozenset(self._state.numbers_of(keys))
        if pinned != self._state.pinned:
            self._state.pinned = pinned
            self._refresh()

    def write_dates_anew(self) -> None:
        """Forget texts with dates: they are written another way now."""
        self._state.forget_texts()
        self._refresh()
