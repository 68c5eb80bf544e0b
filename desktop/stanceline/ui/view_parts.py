"""What a view keeps of the window's own settings: layout, pinned rows, colors of the stances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stanceline.ui.preferences_list import LAYOUT, STANCE_COLORS, SWAP_SIDES, Preference

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.views import Views


@dataclass(frozen=True, slots=True)
class RowKeys:
    """Rows that stay on top, or under which nothing is listed, by their keys."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Colors:
    """The set of stance colors, and whether its sides are swapped."""

    stance_colors: str
    swap_sides: bool


def join_views(window: MainWindow, views: Views) -> None:
    """Take layout, pinned rows and colors into every view. A view that does not name them leaves them as they are."""
    settings, session = window.settings, window.session

    def show_colors(colors: Colors | None) -> None:
        if colors is not None and _knows(STANCE_COLORS, colors.stance_colors):
            settings.set(STANCE_COLORS, colors.stance_colors)
            settings.set(SWAP_SIDES, colors.swap_sides)

    def show_layout(layout: str | None) -> None:
        if layout is not None and _knows(LAYOUT, layout):
            settings.set(LAYOUT, layout)

    def pin(rows: RowKeys | None) -> None:
        if rows is not None and rows.keys != session.pinned:
            session.order_rows(pinned=rows.keys)

    views.add("colors", Colors, lambda: Colors(settings.get(STANCE_COLORS), settings.get(SWAP_SIDES)), show_colors)
    views.add("layout", str, lambda: settings.get(LAYOUT), show_layout)
    views.add("pinned", RowKeys, lambda: RowKeys(session.pinned), pin)


def _knows(preference: Preference[str], value: str) -> bool:
    return value in [known for known, _ in preference.choices]
