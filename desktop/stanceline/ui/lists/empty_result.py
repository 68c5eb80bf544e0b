"""What stands in the timeline when filters leave nothing: which of them it is, and how to get out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from stanceline.ui.lists.chips import chip_text
from stanceline.ui.selection import FilterModel
from stanceline.ui.widgets import label
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.model.filters import ChipCount
    from stanceline.ui.lists.facets import Facet


class EmptyResult(QFrame):
    """A card in the middle of the plot; hidden as long as anything is left."""

    def __init__(self, filters: FilterModel, plot: QWidget) -> None:
        super().__init__(plot)
        self.setObjectName("emptyResult")
        self.setProperty("card", True)
        self._filters, self._plot = filters, plot
        self._part = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        self.title = label(say("No mark is left"), role="headline")
        self.reason = label("", wraps=True)
        self.reason.setObjectName("emptyReason")
        self.reason.setMinimumWidth(320)
        column.addWidget(self.title)
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.remove, clear = QPushButton(), QPushButton(say("Clear all"))
        self.remove.setObjectName("emptyRemove")
        self.remove.clicked.connect(self._on_remove)
        clear.setObjectName("emptyClear")
        clear.clicked.connect(filters.clear)
        row.addWidget(self.remove)
        row.addWidget(clear)
        row.addStretch(1)
        column.addLayout(row)
        plot.installEventFilter(self)
        self.hide()

    def suit(self, left: int, total: int, chips: Sequence[ChipCount], facets: Sequence[Facet]) -> None:
        """Show the card where filters leave nothing of `total` marks, with the filter whose end brings most back."""
        if left or not total or not chips:
            self.hide()
            return
        worst = max(chips, key=lambda chip: chip.removed_alone)
        text = chip_text(self._filters.value, worst.part, facets)
        # The words of a search stand in quotes already.
        text = text if worst.part == "text" else f"“{text}”"
        if worst.removed_alone:
            back = counted(worst.removed_alone, "Without it one mark is shown.", "Without it %1 marks are shown.")
            self.reason.setText(say("The filter %1 leaves nothing.").replace("%1", text) + " " + back)
            self.remove.setText(say("Remove %1").replace("%1", text).replace("&", "&&"))
        else:
            self.reason.setText(say("The filters leave nothing, and none of them alone is the reason."))
        self.remove.setVisible(bool(worst.removed_alone))
        self._part = worst.part
        self.setAccessibleName(f"{self.title.text()}. {self.reason.text()}")
        self.show()
        self._place()
        self.raise_()

    def _on_remove(self) -> None:
        self._filters.remove(self._part)  # type: ignore[arg-type]  # a part of the filter, from its own chip

    def _place(self) -> None:
        plot = self._plot
        self.adjustSize()
        self.move((plot.width() - self.width()) // 2, max(8, (plot.height() - self.height()) // 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
