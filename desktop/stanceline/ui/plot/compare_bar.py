"""The bar of a comparison: two periods, or two sets of sources, A and B."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.model.clock import Comparison, Side
from stanceline.temporal.timex import DAY_S
from stanceline.ui.dialogs.dates import parse_range
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import Pill, PutBackField, icon_button, label, mark_invalid
from stanceline.ui.words import counted, days_text, say

Which = Literal["a", "b"]
_Part = Literal["outlets", "articles"]
_FIELD_WIDTH = 188


@dataclass(frozen=True)
class Choices:
    """What sides can be made of: outlets by name and articles by key, with their titles."""

    outlets: Sequence[str] = ()
    articles: Sequence[tuple[str, str]] = ()


class _SideEditor(QWidget):
    """One side: its letter, and a period to type or sources to choose."""

    asked = Signal(object)
    """A `Side`."""
    wrong = Signal(str)
    window_asked = Signal()

    def __init__(self, theme: Theme, letter: str) -> None:
        super().__init__()
        self._letter, self._theme = letter, theme
        self._side = Side()
        self._choices = Choices()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._pill = Pill()
        theme.changed.connect(self._show_letter)
        self._show_letter()
        self._period = PutBackField()
        self._period.setObjectName(f"compare{letter}")
        self._period.setAccessibleName(say("Period %1").replace("%1", letter))
        self._period.setToolTip(say("A period, for example 2023-07, July 2023, or 2023-07-01 – 2023-07-09"))
        self._period.setFixedWidth(_FIELD_WIDTH)
        self._period.editingFinished.connect(self._on_typed)
        self._period.textEdited.connect(lambda _text: mark_invalid(self._period, False))
        self._period.given_up.connect(lambda: self.show_side(self._side, self._choices))
        self._sources = QToolButton()
        self._sources.setObjectName(f"compareSources{letter}")
        self._sources.setAccessibleName(say("Sources %1").replace("%1", letter))
        self._sources.setToolTip(say("Outlets and articles that this side is counted from"))
        self._sources.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sources.setFixedWidth(_FIELD_WIDTH)
        self._sources.setProperty("framed", True)
        self._menu = QMenu(self._sources)
        self._sources.setMenu(self._menu)
        self._fields = QStackedWidget()
        self._fields.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fields.addWidget(self._period)
        self._fields.addWidget(self._sources)
        self._window = icon_button(theme, "calendar", say("Take the visible period for %1").replace("%1", letter))
        self._window.setObjectName(f"compareWindow{letter}")
        self._window.clicked.connect(self.window_asked)
        for widget in (self._pill, self._fields, self._window):
            row.addWidget(widget)

    def show_side(self, side: Side, choices: Choices) -> None:
        """Show a side; with sources where it has any, else with its period."""
        has_sources = side.outlets is not None or side.articles is not None
        self._side, self._choices = side, choices
        self._fields.setCurrentIndex(int(has_sources))
        self._window.setVisible(not has_sources)
        self._period.setText(side_period_text(side))
        self._period.setModified(False)
        mark_invalid(self._period, False)
        if has_sources:
            text = sources_text(side, choices)
            room = _FIELD_WIDTH - 24
            self._sources.setText(self._sources.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
            self._sources.setAccessibleDescription(text)
            self._fill_menu()

    def _show_letter(self) -> None:
        tokens = self._theme.tokens
        fill = ("accent", "on_accent") if self._letter == "A" else ("text_muted", "surface")
        self._pill.show_text(self._letter, tokens[fill[0]], tokens[fill[1]])

    def _on_typed(self) -> None:
        if not self._period.isModified():
            return
        period = parse_range(self._period.text())
        mark_invalid(self._period, period is None)
        if period is None:
            self.wrong.emit(say("This is no period. Write it like July 2023, or 2023-07-01 – 2023-07-09."))
            return
        self._period.setModified(False)
        self.asked.emit(replace(self._side, period=period))

    def _fill_menu(self) -> None:
        self._menu.clear()
        for outlet in self._choices.outlets:
            self._add_choice(outlet or say("No outlet named"), "outlets", outlet)
        if self._choices.outlets and self._choices.articles:
            self._menu.addSeparator()
        for key, title in self._choices.articles:
            self._add_choice(title, "articles", key)

    def _add_choice(self, text: str, part: _Part, value: str) -> None:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value in (getattr(self._side, part) or ()))
        action.toggled.connect(lambda on: self._on_chosen(part, value, on))

    def _on_chosen(self, part: _Part, value: str, is_on: bool) -> None:
        """Outlets or articles, never both: an article of another outlet would leave nothing."""
        before = getattr(self._side, part) or ()
        chosen = tuple(sorted({*before, value} - (set() if is_on else {value})))
        other = "articles" if part == "outlets" else "outlets"
        side = replace(self._side, **{part: chosen, other: None})
        # The answer fills the menu anew, which must not take the entry away while it tells of its click.
        QTimer.singleShot(0, self, lambda: self.asked.emit(side))


class CompareBar(QFrame):
    """Asks for another comparison; keeps nothing but what it was last told to show."""

    asked = Signal(object)
    """A `Comparison`."""
    kind_asked = Signal(bool)
    """Whether sources rather than periods are to be compared."""
    window_asked = Signal(str)
    """The visible period for side `a` or `b`."""
    list_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareBar")
        self.setProperty("lowBar", True)
        self.setAccessibleName(say("Compare"))
        self._comparison = Comparison(Side(), Side())
        self._a, self._b = _SideEditor(theme, "A"), _SideEditor(theme, "B")
        for which, editor in (("a", self._a), ("b", self._b)):
            editor.asked.connect(lambda side, which=which: self.asked.emit(replace(self._comparison, **{which: side})))
            editor.wrong.connect(lambda words: self._summary.setText(words))
            editor.window_asked.connect(lambda which=which: self.window_asked.emit(which))
        self._kind = QComboBox()
        self._kind.setObjectName("compareKind")
        self._kind.setAccessibleName(say("What is compared"))
        self._kind.addItems([say("Periods"), say("Sources")])
        self._kind.activated.connect(lambda number: self.kind_asked.emit(number == 1))
        swap = icon_button(theme, "contradiction", say("Swap A and B"))
        swap.setObjectName("compareSwap")
        swap.clicked.connect(lambda: self.asked.emit(Comparison(self._comparison.b, self._comparison.a)))
        self._list = QPushButton(say("Changes"))
        self._list.setObjectName("compareChanges")
        self._list.setProperty("flat", True)
        self._list.setToolTip(say("List who stands elsewhere in B than in A"))
        self._list.clicked.connect(self.list_asked)
        close = icon_button(theme, "close", say("Stop comparing"))
        close.setObjectName("compareClose")
        close.clicked.connect(self.closed)
        self._summary: QLabel = label("", role="muted")
        self._summary.setObjectName("compareSummary")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (label(say("Compare"), bold=True), self._kind, self._a, swap, self._b):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._list)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._summary)

    def show_comparison(self, comparison: Comparison, choices: Choices) -> None:
        """Show two sides."""
        self._comparison = comparison
        self._kind.setCurrentIndex(int(compares_sources(comparison)))
        self._a.show_side(comparison.a, choices)
        self._b.show_side(comparison.b, choices)

    def show_changes(self, count: int, summary: str) -> None:
        """Say what has changed."""
        self._list.setText(say("Changes (%1)").replace("%1", f"{count:,}") if count else say("Changes"))
        self._summary.setText(summary)
        self._summary.setToolTip(summary)

    @property
    def summary(self) -> str:
        """What the bar says has changed."""
        return self._summary.text()

    def take_focus(self) -> None:
        """Give the keyboard to what is compared."""
        self._kind.setFocus(Qt.FocusReason.ShortcutFocusReason)


def compares_sources(comparison: Comparison) -> bool:
    """Whether the sides are sources rather than periods."""
    return any(side.outlets is not None or side.articles is not None for side in (comparison.a, comparison.b))


def side_period_text(side: Side) -> str:
    """The period of a side in words."""
    if side.period is None:
        return ""
    begin, end = side.period
    return days_text(begin // DAY_S, max((end - 1) // DAY_S, begin // DAY_S))


def sources_text(side: Side, choices: Choices) -> str:
    """The sources of a side in words."""
    names = [name or say("No outlet named") for name in side.outlets or ()]
    titles = dict(choices.articles)
    names += [titles.get(key, key) for key in side.articles or ()]
    if not names:
        return say("Choose sources…")
    if len(names) > 1:
        return counted(len(names), "1 source", "%1 sources")
    return names[0]


def side_text(side: Side, choices: Choices) -> str:
    """A side in words, for figures and tables."""
    return sources_text(side, choices) if side.period is None else side_period_text(side)
