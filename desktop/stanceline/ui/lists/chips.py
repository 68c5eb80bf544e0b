"""The chip bar: one chip for each restriction in force, with the number of marks that it takes away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from stanceline.temporal.timex import DAY_S
from stanceline.ui.selection import FilterModel
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import clear_layout
from stanceline.ui.words import days_text, say

if TYPE_CHECKING:
    from stanceline.model.filters import ChipCount, Filter
    from stanceline.ui.lists.facets import Facet

_FAR = 1 << 61


class ChipBar(QWidget):
    """Shows the shared filter; a click on a chip takes it away."""

    def __init__(self, theme: Theme, filters: FilterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chipBar")
        self.setAccessibleName(say("Filters in force"))
        self._theme, self._filters = theme, filters
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_chips(self, counts: Sequence[ChipCount], facets: Sequence[Facet]) -> None:
        """One chip for each restriction, in the filter's order."""
        clear_layout(self._row)
        for count in counts:
            text = chip_text(self._filters.value, count.part, facets)
            chip = QToolButton()
            chip.setObjectName(f"chip-{count.part}")
            chip.setProperty("chip", True)
            chip.setText(f"{text}  −{count.removed:,}")
            chip.setIcon(self._theme.icon("close"))
            chip.setIconSize(QSize(12, 12))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setToolTip(say("Hides %1 marks. Click to take this filter away.").replace("%1", f"{count.removed:,}"))
            chip.setAccessibleName(say("Remove filter %1").replace("%1", text))
            chip.clicked.connect(lambda _checked=False, part=count.part: self._filters.remove(part))
            self._row.addWidget(chip)
        if counts:
            clear = QPushButton(say("Clear all"))
            clear.setObjectName("clearFilters")
            clear.setProperty("flat", True)
            clear.clicked.connect(self._filters.clear)
            self._row.addWidget(clear)
        self._row.addStretch(1)


def chip_text(value: Filter, part: str, facets: Sequence[Facet]) -> str:
    """What one restriction says: "Stance: Opposes", "Actors: 3 of 12", "“summit”", "1–31 July 2023"."""
    if part == "text":
        return f"“{value.text}”"
    if part == "period":
        begin, end = value.period or (0, 0)
        if begin <= -_FAR:
            return say("Until %1").replace("%1", days_text((end - 1) // DAY_S, (end - 1) // DAY_S))
        if end >= _FAR:
            return say("From %1").replace("%1", days_text(begin // DAY_S, begin // DAY_S))
        return days_text(begin // DAY_S, (end - 1) // DAY_S)
    kept = getattr(value, part) or frozenset()
    facet = next((facet for facet in facets if facet.part == part), None)
    if facet is None:
        return say(part.capitalize())
    named = [choice.text for choice in facet.choices if choice.value in kept]
    if len(named) == 1:
        name = named[0] if len(named[0]) <= 28 else named[0][:27].rstrip() + "…"
        return f"{facet.title}: {name}"
    if not named:
        return say("%1: none").replace("%1", facet.title)
    of = say("%1 of %2").replace("%1", str(len(named))).replace("%2", str(len(facet.choices)))
    return f"{facet.title}: {of}"
