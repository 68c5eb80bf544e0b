"""Puts preferences into force: those of the looks on the theme, the others on what stands in the window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from stanceline.ui.preferences_list import (
    AXIS_PLACE,
    COVERAGE,
    FILTERED_MARKS,
    ISO_DATES,
    LAYOUT,
    PUBLICATION_TICKS,
    REDUCED_MOTION,
    ROW_HEIGHT,
    SCALE,
    SINGLE_KEYS,
    STANCE_COLORS,
    SWAP_SIDES,
    THEME,
    TRACE_KEYS,
    WEEK_NUMBERS,
    WHEEL_ZOOMS,
)

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.arrangement import PlotLayout
    from stanceline.ui.plot.plot_state import AxisPlace, CoverageChoice
    from stanceline.ui.plot.timeline import TimelineView
    from stanceline.ui.settings import Settings
    from stanceline.ui.theme import Theme, ThemeChoice

SCALE_VARIABLE = "QT_SCALE_FACTOR"


def wear(theme: Theme, settings: Settings) -> None:
    """Give the theme the looks that were chosen."""
    theme.choose_stance_colors(settings.get(STANCE_COLORS), swap_sides=settings.get(SWAP_SIDES))
    theme.choose(cast("ThemeChoice", settings.get(THEME)))
    theme.reduce_motion(settings.get(REDUCED_MOTION))


def scale_interface(settings: Settings) -> bool:
    """Have Qt draw everything at the chosen scale; only before the application object is made. True where it is."""
    # Whoever sets the variable by hand knows better.
    if settings.get(SCALE) == SCALE.default or SCALE_VARIABLE in os.environ:
        return False
    os.environ[SCALE_VARIABLE] = f"{settings.get(SCALE) / 100:g}"
    return True


def follow(window: MainWindow) -> None:
    """Let what stands in a complete window follow the preferences, now and whenever one changes."""
    settings = window.settings
    settings.changed.connect(lambda key: _apply(window, key))
    for preference in (THEME, ROW_HEIGHT, FILTERED_MARKS, SINGLE_KEYS, WHEEL_ZOOMS, *PLOT_OPTIONS):
        _apply(window, preference.key)


def _apply(window: MainWindow, key: str) -> None:
    settings, timeline = window.settings, window.timelineView
    if key == THEME.key:
        window.actions_table[f"view.theme_{settings.get(THEME)}"].setChecked(True)
    elif key == FILTERED_MARKS.key:
        window.actions_table[f"filtered.{settings.get(FILTERED_MARKS)}"].setChecked(True)
        window.session.filters.set_dimming(settings.get(FILTERED_MARKS) == "dim")
    elif key == ROW_HEIGHT.key and timeline is not None:
        timeline.set_row_height(round(settings.get(ROW_HEIGHT)))
    elif key in (SINGLE_KEYS.key, TRACE_KEYS.key) and timeline is not None:
        timeline.set_single_keys(letters=settings.get(SINGLE_KEYS), trace_viewer=settings.get(TRACE_KEYS))
    elif key == WHEEL_ZOOMS.key and timeline is not None:
        timeline.set_wheel_zooms(settings.get(WHEEL_ZOOMS))
    elif key in [option.key for option in PLOT_OPTIONS] and timeline is not None:
        _apply_to_plot(window, timeline, key)


PLOT_OPTIONS = (LAYOUT, AXIS_PLACE, WEEK_NUMBERS, ISO_DATES, PUBLICATION_TICKS, COVERAGE)
"""What the View menu offers, too."""


def _apply_to_plot(window: MainWindow, timeline: TimelineView, key: str) -> None:
    settings, table = window.settings, window.actions_table
    if key == LAYOUT.key:
        timeline.arrangement.set_layout(cast("PlotLayout", settings.get(LAYOUT)))
        table[f"view.layout_{settings.get(LAYOUT)}"].setChecked(True)
        return
    if key == AXIS_PLACE.key:
        timeline.options.set_axis_place(cast("AxisPlace", settings.get(AXIS_PLACE)))
        table[f"view.axis_{settings.get(AXIS_PLACE)}"].setChecked(True)
        return
    if key == COVERAGE.key:
        timeline.options.set_coverage(cast("CoverageChoice", settings.get(COVERAGE)))
        table["view.coverage"].setChecked(timeline.options.shows_coverage)
        return
    flags = {option.key: option for option in (WEEK_NUMBERS, ISO_DATES, PUBLICATION_TICKS)}
    is_on = settings.get(flags[key])
    table[f"view.{key}"].setChecked(is_on)
    if key == WEEK_NUMBERS.key:
        timeline.options.set_week_numbers(is_on)
    elif key == PUBLICATION_TICKS.key:
        timeline.options.set_lags_shown(is_on)
    else:
        # Imported here: the first frame writes no dates.
        from stanceline.model.dates_text import choose_style

        choose_style("iso" if is_on else "long")
        timeline.options.write_dates_anew()
        if window.linking is not None:
            window.linking.write_dates_anew()
