"""Puts preferences into force: those of the looks on the theme, the others on what stands in the window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from stanceline.ui.preferences_list import (
    REDUCED_MOTION,
    ROW_HEIGHT,
    SCALE,
    SINGLE_KEYS,
    STANCE_COLORS,
    SWAP_SIDES,
    THEME,
    TRACE_KEYS,
    WHEEL_ZOOMS,
)

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.settings import Settings
    from stanceline.ui.theme import Theme, ThemeChoice

SCALE_VARIABLE = "QT_SCALE_FACTOR"


def wear(theme: Theme, settings: Settings) -> None:
    """Give the theme the looks that were chosen."""
    theme.choose_stance_colors(settings.get(STANCE_COLORS), swap_sides=settings.get(SWAP_SIDES))
    theme.choose(cast("ThemeChoice", settings.get(THEME)))
    theme.reduce_motion(settings.get(REDUCED_MOTION))


def scale_interface(settings: Settings) -> None:
    """Have Qt draw everything at the chosen scale; only before the application object is made."""
    # Whoever sets the variable by hand knows better.
    if settings.get(SCALE) != SCALE.default:
        os.environ.setdefault(SCALE_VARIABLE, f"{settings.get(SCALE) / 100:g}")


def follow(window: MainWindow) -> None:
    """Let what stands in a complete window follow the preferences, now and whenever one changes."""
    settings = window.settings
    settings.changed.connect(lambda key: _apply(window, key))
    for preference in (THEME, ROW_HEIGHT, SINGLE_KEYS, WHEEL_ZOOMS):
        _apply(window, preference.key)


def _apply(window: MainWindow, key: str) -> None:
    settings, timeline = window.settings, window.timelineView
    if key == THEME.key:
        window.actions_table[f"view.theme_{settings.get(THEME)}"].setChecked(True)
    elif key == ROW_HEIGHT.key and timeline is not None:
        timeline.set_row_height(round(settings.get(ROW_HEIGHT)))
    elif key in (SINGLE_KEYS.key, TRACE_KEYS.key) and timeline is not None:
        timeline.set_single_keys(letters=settings.get(SINGLE_KEYS), trace_viewer=settings.get(TRACE_KEYS))
    elif key == WHEEL_ZOOMS.key and timeline is not None:
        timeline.set_wheel_zooms(settings.get(WHEEL_ZOOMS))
