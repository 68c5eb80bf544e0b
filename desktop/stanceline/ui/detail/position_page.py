"""The page of a whole position: every stance of a cell, changes with both quotations side by side, arguments."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.detail.position import Position, Reason, Shift, Spoken
from stanceline.ui.hover_watch import HoverWatch
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import Pill, clear_layout, label, scrolled_column
from stanceline.ui.words import STANCE_SIGN, STANCE_TOKEN, counted, say

_LABELS = {"support": 2, "lean_support": 1, "neutral": 0, "lean_oppose": -1, "oppose": -2}

_HALF_PX = 112
"""Room for a day in a card of half the width, in the narrowest pane."""
_CARRIER_PX = 224
"""Room for the name of an outlet in a card of the narrowest pane."""


class PositionPage(QScrollArea):
    """Shows one `Position`; `chosen` carries the key of a stance that is to be shown."""

    chosen = Signal(str)
    hovered = Signal(str)
    """Key of the stance under the pointer, empty for none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._watch = HoverWatch(self.hovered.emit, self)
        self._shown: tuple[Position | None, bool, str] = (None, False, "")
        self._page, self._column = scrolled_column(self, "positionPage", say("Position"))

    def show_position(self, position: Position | None, current: str, *, is_waiting: bool) -> None:
        """Show a position, `current` being the stance that the other pages show; the arguments may still be awaited."""
        if (position, is_waiting, current) == self._shown:
            return
        is_same = self._shown[0] is not None and position is not None and self._shown[0].headline == position.headline
        at = self.verticalScrollBar().value() if is_same else 0
        self._shown = (position, is_waiting, current)
        clear_layout(self._column)
        if position is None:
            text = say("Choose a stance, or a cell of the matrix, to see all that an actor has said on a proposal.")
            self._column.addWidget(label(text, role="muted", wraps=True))
            return
        self._add_head(position)
        if position.shifts:
            self._head(counted(len(position.shifts), "Change of position", "Changes of position"))
            for shift in position.shifts:
                self._column.addWidget(self._make_shift(shift))
        self._head(say("All stances"))
        for spoken in position.stances:
            is_current = current in (spoken.key, *(copy[0] for copy in spoken.copies))
            self._column.addWidget(self._make_spoken(spoken, is_current=is_current))
        self._add_reasons(position, is_waiting=is_waiting)
        self.verticalScrollBar().setValue(at)

    def set_lit(self, is_lit: Callable[[str], bool] | None) -> None:
        """Light the stances that the pointer is on in another view."""
        for card in self._page.findChildren(QFrame):
            key = card.property("markKey")
            is_on = bool(key and is_lit is not None and is_lit(key))
            if key and bool(card.property("lit")) != is_on:
                card.setProperty("lit", is_on)
                card.style().unpolish(card)
                card.style().polish(card)

    def again(self) -> None:
        """Show the same in the colors of another theme."""
        position, is_waiting, current = self._shown
        self._shown = (None, False, "")
        self.show_position(position, current, is_waiting=is_waiting)

    def text(self) -> str:
        """Everything on the page, for copying and for tests."""
        copies = [found.text().replace("&&", "&") for found in self._page.findChildren(QPushButton, "positionCopy")]
        return "\n".join([*(found.text() for found in self._page.findChildren(QLabel)), *copies])

    # ---- building

    def _head(self, text: str) -> None:
        heading = label(text.upper(), role="section")
        heading.setContentsMargins(0, 8, 0, 0)
        self._column.addWidget(heading)

    def _add_head(self, position: Position) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(position.headline, bold=True, wraps=True, selectable=True), 1)
        row.addWidget(self._pill(position.label), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(holder)
        self._column.addWidget(label(" · ".join(position.facts), role="muted", wraps=True))

    def _pill(self, name: str) -> Pill:
        tokens, made = self._theme.tokens, Pill()
        if name == "mixed":
            made.show_text(say("±  Mixed"), tokens["neutral"], tokens["on_neutral"])
        else:
            self._dress(made, _LABELS[name], with_word=True)
        return made

    def _dress(self, pill: Pill, stance: int, *, with_word: bool) -> None:
        from stanceline.ui.words import stance_word

        tokens, token = self._theme.tokens, STANCE_TOKEN[stance]
        text = f"{STANCE_SIGN[stance]}  {stance_word(stance)}" if with_word else STANCE_SIGN[stance]
        pill.show_text(text, tokens[token], tokens[f"on_{token}"])

    def _make_shift(self, shift: Shift) -> QWidget:
        """Both quotations side by side, the earlier one first."""
        holder = QFrame()
        holder.setObjectName("positionShift")
        holder.setAccessibleName(say("Changed on %1").replace("%1", shift.when))
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, (heading, spoken) in enumerate(((say("Before"), shift.before), (say("After"), shift.after))):
            grid.addWidget(label(heading, role="muted"), 0, place)
            grid.addWidget(self._make_spoken(spoken, is_half=True), 1, place)
        return holder

    def _make_spoken(self, spoken: Spoken, *, is_current: bool = False, is_half: bool = False) -> QWidget:
        """A stance with its words; one of half the width has its day on a line of its own."""
        card = QFrame()
        card.setProperty("card", True)
        card.setProperty("current", is_current)
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        pill = Pill()
        self._dress(pill, spoken.stance, with_word=False)
        pill.setToolTip(spoken.how)
        when = QPushButton(spoken.when)
        when.setObjectName("positionStance")
        when.setProperty("words", True)
        when.setToolTip(say("Show this stance and how it was read"))
        when.setAccessibleName(f"{spoken.when}, {spoken.how}: {spoken.quote}")
        when.clicked.connect(lambda _checked=False: self.chosen.emit(spoken.key))
        top.addWidget(pill)
        if not is_half:
            top.addWidget(when)
        top.addStretch(1)
        column.addLayout(top)
        if is_half:
            when.setText(when.fontMetrics().elidedText(spoken.when, Qt.TextElideMode.ElideRight, _HALF_PX))
            when.setToolTip(f"{spoken.when}\n{when.toolTip()}")
            column.addWidget(when, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(f"“{spoken.quote.strip(' “”')}”", wraps=True, selectable=True))
        below = " · ".join(part for part in (spoken.who, spoken.how, spoken.source) if part)
        column.addWidget(label(below, role="muted", wraps=True))
        self._add_copies(column, spoken)
        column.addStretch(1)
        self._watch.watch(card, spoken.key)
        return card

    def _add_copies(self, column: QVBoxLayout, spoken: Spoken) -> None:
        """Who else carries the same words; each shows its own on a click."""
        if not spoken.copies:
            return
        column.addWidget(label(say("Also carried by:"), role="muted"))
        for key, name, place in spoken.copies:
            button = QPushButton()
            button.setObjectName("positionCopy")
            button.setProperty("words", True)
            shown = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _CARRIER_PX)
            button.setText(shown.replace("&", "&&"))
            button.setToolTip(f"{place}\n{say('Show these words there')}")
            button.setAccessibleName(say("Also carried by: %1").replace("%1", name))
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_reasons(self, position: Position, *, is_waiting: bool) -> None:
        if is_waiting and not position.reasons:
            self._head(say("Arguments"))
            self._column.addWidget(label(say("Looking through the articles…"), role="muted", wraps=True))
            return
        for side, heading in ((1, say("Argues for it")), (-1, say("Argues against it"))):
            found = [reason for reason in position.reasons if reason.side == side]
            if found:
                self._head(heading)
                for reason in found:
                    self._column.addWidget(_make_reason(reason))


def _make_reason(reason: Reason) -> QWidget:
    card = QFrame()
    card.setProperty("card", True)
    column = QVBoxLayout(card)
    column.setContentsMargins(10, 8, 10, 8)
    column.setSpacing(4)
    column.addWidget(label(reason.text, bold=True, wraps=True, selectable=True))
    column.addWidget(label(f"“{reason.quote}”", wraps=True, selectable=True))
    places = counted(reason.count, "One place", "%1 places")
    column.addWidget(label(f"{places} · {reason.source}", role="muted", wraps=True))
    return card
