"""The bar of the clock: which day the views look back from, by which of the two clocks, and what was known then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.model.clock import Clock
from stanceline.temporal.timex import DAY_S
from stanceline.ui.dialogs.dates import parse_period
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import PutBackField, icon_button, label, mark_invalid
from stanceline.ui.words import days_text, say

if TYPE_CHECKING:
    from stanceline.model.clock import ClockKind

SPEEDS: tuple[tuple[float, str], ...] = ((0.5, "½×"), (1.0, "1×"), (2.0, "2×"), (4.0, "4×"))
_DATE_WIDTH, _LEAST_SLIDER = 132, 96


class TimeBar(QFrame):
    """Asks for another clock, for steps and for playing; keeps nothing but what it was last told to show."""

    asked = Signal(object)
    """A `Clock`."""
    stepped = Signal(int)
    play_asked = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeBar")
        self.setProperty("lowBar", True)
        self.setAccessibleName(say("As of a day"))
        self._theme = theme
        self._clock = Clock()
        self.speed, self.by_event = 1.0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(2)
        column.addLayout(self._make_row())
        self._account = label("", role="muted")
        self._account.setObjectName("timeAccount")
        self._account.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(self._account)

    # ---- building

    def _make_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._title = label("", bold=True)
        # The longer of the two titles: nothing beside it moves when the clock is changed.
        self._title.setText(say("As known on"))
        self._title.setMinimumWidth(self._title.sizeHint().width())
        self._back = icon_button(self._theme, "step-back", say("Back to the statement before"))
        self._back.setObjectName("timeBack")
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._play = icon_button(self._theme, "play", say("Play"))
        self._play.setObjectName("timePlay")
        self._play.setCheckable(True)
        self._play.clicked.connect(self.play_asked)
        self._on = icon_button(self._theme, "step-on", say("On to the next statement"))
        self._on.setObjectName("timeOn")
        self._on.clicked.connect(lambda: self.stepped.emit(1))
        close = icon_button(self._theme, "close", say("Close: show what is known today"))
        close.setObjectName("timeClose")
        close.clicked.connect(self.closed)
        self._theme.changed.connect(self._show_play)
        first: tuple[QWidget, ...] = (self._title, self._back, self._play, self._on, self._make_speed())
        last: tuple[QWidget, ...] = (self._make_date(), self._make_kind(), self._make_follow(), close)
        for widget in first:
            row.addWidget(widget)
        row.addWidget(self._make_slider(), 1)
        for widget in last:
            row.addWidget(widget)
        return row

    def _make_speed(self) -> QToolButton:
        self._speed = QToolButton()
        self._speed.setObjectName("timeSpeed")
        self._speed.setText("1×")
        self._speed.setToolTip(say("How fast it plays"))
        self._speed.setAccessibleName(say("Speed"))
        self._speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._speed.setMinimumSize(QSize(36, 24))
        menu = QMenu(self._speed)
        group = QActionGroup(menu)
        for speed, text in SPEEDS:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(speed == 1.0)
            action.triggered.connect(lambda _checked=False, speed=speed, text=text: self._choose_speed(speed, text))
            group.addAction(action)
        menu.addSeparator()
        self._steps: QAction = menu.addAction(say("From statement to statement"))
        self._steps.setCheckable(True)
        self._steps.toggled.connect(self._on_steps)
        self._speed.setMenu(menu)
        return self._speed

    def _make_slider(self) -> QSlider:
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("timeSlider")
        self._slider.setAccessibleName(say("Day"))
        self._slider.setMinimumWidth(_LEAST_SLIDER)
        self._slider.setMinimumHeight(24)
        self._slider.valueChanged.connect(self._on_slid)
        return self._slider

    def _make_date(self) -> QLineEdit:
        self._date = PutBackField()
        self._date.setObjectName("timeDate")
        self._date.setAccessibleName(say("Date"))
        self._date.setToolTip(say("A day, a month or a year, for example 2023-07-12, July 2023 or 2023: to its end"))
        self._date.setFixedWidth(_DATE_WIDTH)
        self._date.returnPressed.connect(self._on_date_typed)
        self._date.editingFinished.connect(self._on_date_typed)
        self._date.textEdited.connect(lambda _text: mark_invalid(self._date, False))
        self._date.given_up.connect(self._show_date)
        return self._date

    def _make_kind(self) -> QComboBox:
        self._kind = QComboBox()
        self._kind.setObjectName("timeKind")
        self._kind.setAccessibleName(say("Clock"))
        self._kind.addItem(say("By event time"), "event")
        self._kind.setItemData(0, say("Known from when it happened or was said"), Qt.ItemDataRole.ToolTipRole)
        self._kind.addItem(say("By publication time"), "published")
        self._kind.setItemData(1, say("Known from when a report of it was published"), Qt.ItemDataRole.ToolTipRole)
        self._kind.setToolTip(say("Which of the two clocks: when it happened, or when a reader could know of it"))
        self._kind.activated.connect(self._on_kind)
        return self._kind

    def _make_follow(self) -> QCheckBox:
        self._follow = QCheckBox(say("Follow"))
        self._follow.setObjectName("timeFollow")
        self._follow.setToolTip(say("Keep the day at the right edge of the timeline"))
        self._follow.setAccessibleName(say("Follow the timeline's window"))
        self._follow.clicked.connect(self._on_follow)
        return self._follow

    # ---- what is shown

    def show_clock(self, clock: Clock, first_day: int, last_day: int) -> None:
        """Show a clock, with the days (counted from 1970) that the slider reaches over."""
        self._clock = clock
        self._title.setText(say("As known on") if clock.kind == "published" else say("As of"))
        self._slider.blockSignals(True)
        self._slider.setRange(first_day, max(last_day, first_day))
        self._slider.setPageStep(max((last_day - first_day) // 20, 1))
        self._slider.setValue(self.day)
        self._slider.blockSignals(False)
        self._kind.setCurrentIndex(1 if clock.kind == "published" else 0)
        self._follow.setChecked(clock.follow)
        if not (self._date.hasFocus() and self._date.isModified()):
            self._show_date()

    def show_account(self, text: str, can_go: tuple[bool, bool]) -> None:
        """Say what was known, and whether there are statements before and after the day."""
        self._account.setText(text)
        self._account.setToolTip(text)
        self._back.setEnabled(can_go[0])
        self._on.setEnabled(can_go[1])

    def show_playing(self, is_playing: bool) -> None:
        """Show whether the day moves by itself."""
        self._play.setChecked(is_playing)
        self._show_play()

    @property
    def day(self) -> int:
        """The last day that is known."""
        return 0 if self._clock.as_of is None else (self._clock.as_of - 1) // DAY_S

    @property
    def account(self) -> str:
        """What the bar says was known."""
        return self._account.text()

    def take_focus(self) -> None:
        """Give the keyboard to the slider."""
        self._slider.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_date(self) -> None:
        self._date.setText(days_text(self.day, self.day))
        self._date.setModified(False)
        mark_invalid(self._date, False)

    def _show_play(self) -> None:
        words = say("Pause") if self._play.isChecked() else say("Play")
        self._play.setIcon(self._theme.icon("pause" if self._play.isChecked() else "play"))
        self._play.setToolTip(words)
        self._play.setAccessibleName(words)

    # ---- what is asked

    def _ask(self, **changes: object) -> None:
        self.asked.emit(replace(self._clock, **changes))  # type: ignore[arg-type]  # callers name fields of Clock

    def _on_slid(self, day: int) -> None:
        self._ask(as_of=(day + 1) * DAY_S, follow=False)

    def _on_date_typed(self) -> None:
        if not self._date.isModified():
            return
        period = parse_period(self._date.text())
        mark_invalid(self._date, period is None)
        if period is None:
            self._account.setText(say("This is no date. Write it like 2023-07-12 or July 2023."))
            return
        self._date.setModified(False)
        # A month or a year is known at its end.
        self._ask(as_of=period[1], follow=False)
        self._show_date()

    def _on_kind(self, number: int) -> None:
        kind: ClockKind = "published" if number else "event"
        self._ask(kind=kind)

    def _on_follow(self, is_following: bool) -> None:
        self._ask(follow=is_following)

    def _choose_speed(self, speed: float, text: str) -> None:
        self.speed = speed
        self._speed.setText(text)

    def _on_steps(self, by_event: bool) -> None:
        self.by_event = by_event
