"""Moves the clock of a session: the time bar, the edge of the timeline that it follows, and playing."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from stanceline.model.clock import PRESENT, Clock
from stanceline.temporal.timex import DAY_S
from stanceline.ui.accessible import announce
from stanceline.ui.plot.time_bar import TimeBar
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.model.lags import Account
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.timeline import TimelineView

_TICK_MS, _STEP_MS, _WHOLE_S = 40, 900, 20.0
"""At speed 1 the whole period passes in so many seconds, or one statement after so many milliseconds."""
_SAY_PAUSE_MS = 700


class TimeControl(QObject):
    """The clock of one window. The bar is made when it is first asked for."""

    def __init__(self, window: MainWindow, timeline: TimelineView) -> None:
        super().__init__(window)
        self._window, self._session, self._timeline = window, window.session, timeline
        self._bar: TimeBar | None = None
        self._days: list[int] = []
        self._day = 0.0
        self._player = QTimer(self)
        self._player.timeout.connect(self._on_tick)
        self._speaker = QTimer(self, singleShot=True, interval=_SAY_PAUSE_MS)
        self._speaker.timeout.connect(self._on_said)
        self._session.clock_changed.connect(self._on_clock_changed)
        self._session.corpus_changed.connect(self._on_corpus_changed)
        self._session.cells_changed.connect(self._show_account)
        timeline.range_changed.connect(self._on_range_changed)

    @property
    def bar(self) -> TimeBar:
        """The bar, below the timeline."""
        if self._bar is None:
            self._bar = bar = TimeBar(self._window.theme)
            bar.hide()
            bar.asked.connect(self._on_asked)
            bar.stepped.connect(self.step)
            bar.play_asked.connect(self.play)
            bar.closed.connect(self.close)
            self._window.center.insertWidget(self._window.center.indexOf(self._window.stack) + 1, bar)
        return self._bar

    # ---- opening and closing

    def open(self) -> None:
        """Look back from the right edge of the timeline, or from the last statement where that lies to its left."""
        self._find_days()
        last = self._days[-1] + DAY_S if self._days else self._edge()
        self._session.set_clock(replace(self._session.clock, as_of=min(self._edge(), last)))
        self.bar.take_focus()

    def close(self) -> None:
        """Look from the present again."""
        self.play(False)
        self._session.set_clock(PRESENT)

    def _edge(self) -> int:
        return -int(-self._timeline.visible_range()[1] // DAY_S) * DAY_S

    # ---- moving

    def _on_asked(self, clock: Clock) -> None:
        self.play(False)
        if clock.follow and not self._session.clock.follow:
            clock = replace(clock, as_of=self._edge())
        self._session.set_clock(clock)

    def step(self, by: int) -> bool:
        """Go to the day of the statement before or after; False where there is none."""
        day = self._neighbor(by)
        if day is None:
            return False
        self._session.set_clock(replace(self._session.clock, as_of=day + DAY_S, follow=False))
        return True

    def _neighbor(self, by: int) -> int | None:
        """The day (in seconds) of the last statement before the clock's day, or of the first after it."""
        as_of = self._session.clock.as_of
        if as_of is None:
            return None
        place = bisect_left(self._days, as_of - DAY_S) - 1 if by < 0 else bisect_left(self._days, as_of)
        return self._days[place] if 0 <= place < len(self._days) else None

    def _on_range_changed(self, _begin_s: float, _end_s: float) -> None:
        clock = self._session.clock
        if clock and clock.follow:
            self._session.set_clock(replace(clock, as_of=self._edge()))

    # ---- playing

    def play(self, is_playing: bool) -> None:
        """Let the day move on by itself, from the beginning where it stands at the end; it stops there."""
        if is_playing and self._days:
            if self._neighbor(1) is None:
                self._session.set_clock(replace(self._session.clock, as_of=self._days[0], follow=False))
            self._day = (self._session.clock.as_of or 0) / DAY_S
            self._player.start(self._pause_ms())
        else:
            self._player.stop()
        if self._bar is not None:
            self._bar.show_playing(self._player.isActive())

    def is_playing(self) -> bool:
        """Whether the day moves by itself."""
        return self._player.isActive()

    def _goes_by_event(self) -> bool:
        return self.bar.by_event or self._window.theme.reduces_motion

    def _pause_ms(self) -> int:
        return round(_STEP_MS / self.bar.speed) if self._goes_by_event() else _TICK_MS

    def _on_tick(self) -> None:
        if self._session.project is None:
            # The window was closed while it played.
            self._player.stop()
            return
        self._player.setInterval(self._pause_ms())
        if self._neighbor(1) is None:
            self.play(False)
        elif self._goes_by_event():
            self.step(1)
            self._day = (self._session.clock.as_of or 0) / DAY_S
        else:
            span = (self._days[-1] - self._days[0]) / DAY_S + 1
            self._day += span * self.bar.speed * _TICK_MS / 1000 / _WHOLE_S
            clock = replace(self._session.clock, as_of=int(self._day) * DAY_S, follow=False)
            self._session.set_clock(clock)

    # ---- showing

    def _on_clock_changed(self) -> None:
        clock = self._session.clock
        self._window.actions_table["view.as_of"].setChecked(bool(clock))
        if not clock:
            self._player.stop()
            if self._bar is not None:
                self._bar.hide()
            return
        self._find_days()
        self.bar.show_clock(clock, *self._reach())
        self._show_account()
        self.bar.show()
        self._speaker.start()

    def _on_corpus_changed(self) -> None:
        if self._session.clock:
            self._find_days()
            self.bar.show_clock(self._session.clock, *self._reach())
            self._show_account()

    def _find_days(self) -> None:
        from stanceline.model.lags import days_of

        corpus = self._session.corpus
        self._days = [] if corpus is None else days_of(corpus.marks, self._session.clock)

    def _reach(self) -> tuple[int, int]:
        """The slider's days: where most is said, from the day before, when nobody had said anything of it, to the last.

        What lies far before is known from its first day on; buttons and field reach it.
        """
        if not self._days:
            return 0, 0
        first, last = self._days[0] // DAY_S - 1, self._days[-1] // DAY_S
        begin_s, end_s = self._timeline.core()
        return max(first, int(begin_s // DAY_S)), min(last, int(end_s // DAY_S))

    def _show_account(self) -> None:
        corpus, clock = self._session.corpus, self._session.clock
        if corpus is None or not clock or self._bar is None:
            return
        from stanceline.model.lags import account_of

        account = account_of(corpus.marks, clock, self._session.index.analysis.articles)
        can_go = self._neighbor(-1) is not None, self._neighbor(1) is not None
        self._bar.show_account(account_text(account, clock), can_go)

    def _on_said(self) -> None:
        if self._bar is not None and self._bar.isVisible() and not self.is_playing():
            announce(self._window, self._bar.account)


def account_text(account: Account, clock: Clock) -> str:
    """What was known, what of it was reported late, and how sure the days of the reports are."""
    known = say("%1 of %2 marks known").replace("%1", f"{account.known:,}").replace("%2", f"{account.total:,}")
    parts = [known]
    if clock.kind == "event" and account.unreported:
        parts.append(counted(account.unreported, "1 of them not reported by then", "%1 of them not reported by then"))
    if account.late:
        parts.append(
            counted(account.late, "1 was reported more than a week later", "%1 were reported more than a week later")
        )
    if account.guessed:
        guessed = counted(account.guessed, "1 by an inferred day", "%1 by inferred days")
        within = counted(account.widest_days, "within a day", "within %1 days")
        parts.append(f"{guessed} {within}")
    if account.unplaced:
        parts.append(counted(account.unplaced, "1 has no day on this clock", "%1 have no day on this clock"))
    return " · ".join(parts)
