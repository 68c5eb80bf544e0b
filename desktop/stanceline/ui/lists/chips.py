"""The chip bar: one chip for each restriction in force, with the number of marks that that it takes away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QToolTip, QWidget

from stanceline.temporal.timex import DAY_S
from stanceline.ui.selection import FilterModel
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import clear_layout, mark_invalid
from stanceline.ui.words import days_text, say

if TYPE_CHECKING:
    from stanceline.model.filters import ChipCount, Filter, FilterPart
    from stanceline.ui.lists.facets import Facet

_FAR = 1 << 61


class Chip(QFrame):
    """One restriction: its words, which can be changed, and a cross that takes it away."""

    edit_asked = Signal(str)
    removed = Signal(str)
    dimming_asked = Signal(str, bool)
    period_typed = Signal(int, int)

    def __init__(self, theme: Theme, part: FilterPart, text: str, removed: int, *, is_dimming: bool) -> None:
        super().__init__()
        self.setProperty("chip", True)
        self.setProperty("dims", is_dimming)
        self._part, self._is_dimming = part, is_dimming
        self._period: tuple[int, int] | None = None
        self._editor: QLineEdit | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        self.words = QToolButton()
        self.words.setObjectName(f"chip-{part}")
        self.words.setProperty("chipPart", True)
        self.words.setText(f"{text}  −{removed:,}".replace("&", "&&"))
        does = say("Dims %1 marks. Click to change it.") if is_dimming else say("Hides %1 marks. Click to change it.")
        self.words.setToolTip(does.replace("%1", f"{removed:,}"))
        self.words.setAccessibleName(f"{text}. {self.words.toolTip()}")
        self.words.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.words.customContextMenuRequested.connect(self._on_menu)
        self.words.clicked.connect(self._on_clicked)
        self.cross = QToolButton()
        self.cross.setObjectName(f"chipRemove-{part}")
        self.cross.setProperty("chipPart", True)
        self.cross.setIcon(theme.icon("close"))
        self.cross.setIconSize(QSize(12, 12))
        self.cross.setFixedSize(24, 24)
        self.cross.setToolTip(say("Take this filter away"))
        self.cross.setAccessibleName(say("Remove filter %1").replace("%1", text))
        self.cross.clicked.connect(lambda: self.removed.emit(part))
        for button in (self.words, self.cross):
            button.setMinimumHeight(24)
            row.addWidget(button)

    def set_period(self, period: tuple[int, int] | None) -> None:
        """The period that can be typed anew in the chip's place."""
        self._period = period

    def _on_clicked(self) -> None:
        if self._period is None:
            self.edit_asked.emit(self._part)
        else:
            self.edit()

    def edit(self) -> None:
        """Let the period be typed where its words stand."""
        from stanceline.ui.dialogs.dates import written_range

        if self._editor is not None or self._period is None:
            return
        editor = self._editor = _PeriodField(written_range(*self._period))
        editor.setObjectName("chipPeriodEdit")
        editor.setAccessibleName(say("Period"))
        editor.setToolTip(_range_tip())
        editor.setMinimumWidth(max(190, self.words.width()))
        editor.setMinimumHeight(24)
        editor.returnPressed.connect(self._on_typed)
        editor.left.connect(self._end_edit)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(0, editor)
        self.words.hide()
        editor.show()
        editor.selectAll()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        from stanceline.ui.dialogs.dates import parse_open_range

        editor = self._editor
        assert editor is not None
        period = parse_open_range(editor.text())
        if period is None:
            mark_invalid(editor, True)
            wrong = say("This is no period.") + " " + _range_tip()
            editor.setToolTip(wrong)
            QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), wrong, editor)
            return
        self._end_edit()
        self.period_typed.emit(*period)

    def _end_edit(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            self.words.show()
            if had_focus:
                self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_menu(self) -> QMenu:
        """What can be done with the filter: whether it hides or dims, and to take it away."""
        menu = QMenu(self)
        menu.setObjectName("chipMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, dims in ((say("&Hide what it takes away"), False), (say("&Dim what it takes away"), True)):
            entry = menu.addAction(text)
            entry.setCheckable(True)
            entry.setChecked(dims == self._is_dimming)
            entry.triggered.connect(lambda _checked=False, wanted=dims: self.dimming_asked.emit(self._part, wanted))
        menu.addSeparator()
        remove = menu.addAction(say("&Remove"))
        remove.triggered.connect(lambda: self.removed.emit(self._part))
        return menu

    def _on_menu(self, at: QPoint) -> None:
        self.make_menu().popup(self.words.mapToGlobal(at))


def _range_tip() -> str:
    return say("Any precision: 2023, July 2023 to 2024, 2023-07-01 to 2023-07-09, since 2023, until March 2024")


class _PeriodField(QLineEdit):
    """Escape, and the keyboard going elsewhere, leave the period as it was."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class ChipBar(QWidget):
    """Shows the shared filter; `edit_asked` names the part whose chip was clicked to be changed elsewhere."""

    edit_asked = Signal(str)

    def __init__(self, theme: Theme, filters: FilterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chipBar")
        self.setAccessibleName(say("Filters in force"))
        self._theme, self._filters = theme, filters
        self._shown: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

    def show_chips(self, counts: Sequence[ChipCount], facets: Sequence[Facet], *, is_anew: bool = False) -> None:
        """One chip for each restriction, in the filter's order; made only where something changed, or `is_anew`."""
        value, dimmed = self._filters.value, self._filters.dimmed
        texts = [chip_text(value, count.part, facets) for count in counts]
        shown = (tuple(counts), tuple(texts), dimmed, value.period)
        if shown == self._shown and not is_anew:
            return
        self._shown = shown
        clear_layout(self._row)
        for count, text in zip(counts, texts, strict=True):
            chip = Chip(self._theme, count.part, text, count.removed, is_dimming=count.part in dimmed)
            chip.set_period(value.period if count.part == "period" else None)
            chip.edit_asked.connect(self.edit_asked)
            chip.removed.connect(lambda part: self._filters.remove(part))
            chip.dimming_asked.connect(self._on_dimming_asked)
            chip.period_typed.connect(self._on_period_typed)
            self._row.addWidget(chip)
        if counts:
            clear = QPushButton(say("Clear all"))
            clear.setObjectName("clearFilters")
            clear.setProperty("flat", True)
            clear.clicked.connect(self._filters.clear)
            self._row.addWidget(clear)
        self._row.addStretch(1)

    def _on_dimming_asked(self, part: FilterPart, dims: bool) -> None:
        dimmed = self._filters.dimmed
        self._filters.set_dimmed(dimmed | {part} if dims else dimmed - {part})

    def _on_period_typed(self, begin: int, end: int) -> None:
        self._filters.set(replace(self._filters.value, period=(begin, end)))


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
