"""What the program itself puts into the pages of the guide: symbols, keys, figures of accuracy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.render.palette import Palette
    from stanceline.ui.main_window import MainWindow

_PLACE = re.compile(r"\{\{([a-z]+)(?::([a-z]+))?\}\}")
_CELL_GROUPS = (0, 2)
"""Groups of the legend that are about cells."""


def filled(source: str, window: MainWindow) -> str:
    """A page with its place holders filled in."""

    def fill(found: re.Match[str]) -> str:
        match found[1]:
            case "legend":
                return legend(window.theme.palette(), _CELL_GROUPS if found[2] == "cells" else ())
            case "shortcuts":
                return keys(window)
            case "accuracy":
                return figures()
        return ""

    return _PLACE.sub(fill, source)


def legend(palette: Palette, groups: tuple[int, ...] = ()) -> str:
    """Tables of symbols with a word for each, from the renderer's own legend."""
    from stanceline.render.guide import guide_groups

    tables = []
    for number, (heading, entries) in enumerate(guide_groups(palette)):
        if groups and number not in groups:
            continue
        # Qt drops pictures without a word for them.
        rows = [f"| ![symbol](symbol:{number}-{place}) | {say(entry.text)} |" for place, entry in enumerate(entries)]
        tables.append("\n".join([f"| {say(heading)} | |", "|---|---|", *rows]))
    return "\n\n".join(tables)


def keys(window: MainWindow) -> str:
    """All keys as they are now."""
    from stanceline.ui.dialogs.shortcuts_dialog import shortcut_rows

    rows = [f"| {found} | {text} | {place} |" for _, text, found, place in shortcut_rows(window.shortcuts) if found]
    return "\n".join([f"| {say('Keys')} | {say('Action')} | {say('Where')} |", "|---|---|---|", *rows])


def figures() -> str:
    """How often the program is right, as it was last measured; says so where nothing was."""
    from stanceline.ui.help.pages import accuracy

    found = accuracy()
    if not found.get("groups"):
        return say("No figures came with this copy of the program.")
    parts = [say("Shares with 95 % intervals. Articles differ: on yours it may be better or worse.")]
    for group in found["groups"]:
        measured = say("Measured on %1 with version %2 by `make quality`.")
        measured = measured.replace("%1", group["measured"]).replace("%2", group["version"])
        rows = [f"| {say(row['says'])} | {row['shown']} |" for row in group["rows"]]
        parts.append(f"### {say(group['title'])}\n\n{say(group['explains'])} {measured}\n")
        parts.append("\n".join([f"| {say('Measured')} | {say('Share')} |", "|---|---|", *rows]))
    return "\n\n".join(parts)
