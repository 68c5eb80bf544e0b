"""Counts what the matrix says on the clock's day, or for two sides, a few milliseconds at a time."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stanceline.counting.counted_columns import ColumnHistory, column_history
from stanceline.counting.history import ALWAYS, CellHistory, known_since, stances_of
from stanceline.model.clock import PRESENT, Clock, Comparison, Side
from stanceline.model.corpus import CellCutter
from stanceline.model.lags import is_later, since_of

if TYPE_CHECKING:
    from stanceline.discourse.stances.cell_rules import CellRules
    from stanceline.model.clock import ClockKind
    from stanceline.model.columns import ColumnPlan
    from stanceline.model.corpus import Arrangement
    from stanceline.model.filters import Filter
    from stanceline.model.marks import Cells, Corpus
    from stanceline.records import Analysis

_PIECE_S = 0.006
_MOST_HISTORIES = 8
_EVERYTHING = Side()
Question = tuple[Clock, Comparison | None]
History = CellHistory | ColumnHistory


class Timekeeper(QObject):
    """Gives a corpus the cells of another day or of two sides. `counted` follows where that took more than a piece."""

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._analysis: Analysis | None = None
        self._rules: CellRules | None = None
        self._arrangement: Arrangement | None = None
        self._plan: ColumnPlan | None = None
        self._filter: Filter | None = None
        self._base: Corpus | None = None
        self._cutter: CellCutter | None = None
        self._histories: dict[tuple[Side, ClockKind], History] = {}
        self._asked: Question = (PRESENT, None)
        self._is_counting = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_time)

    def take(
        self,
        analysis: Analysis,
        rules: CellRules,
        arrangement: Arrangement,
        filter: Filter,
        base: Corpus,
        plan: ColumnPlan | None = None,
    ) -> None:
        """Work on another corpus, cut from `arrangement` by `filter`; what was counted stays while it holds.

        `plan` tells what the columns are where they are no proposals.
        """
        if analysis is not self._analysis or rules != self._rules or plan is not self._plan:
            self._histories.clear()
        self._analysis, self._rules, self._plan = analysis, rules, plan
        self._arrangement, self._filter, self._base, self._cutter = arrangement, filter, base, None

    def forget(self) -> None:
        """Drop everything; nothing is counted any more."""
        self._timer.stop()
        self._is_counting = False
        self._histories.clear()
        self._analysis, self._arrangement, self._base, self._cutter = None, None, None, None

    def is_busy(self) -> bool:
        """Whether what was asked is still being counted."""
        return self._is_counting

    # ---- counting

    def ask(self, clock: Clock, comparison: Comparison | None) -> bool:
        """Have the cells counted; True where they are at hand, else `counted` follows."""
        self._asked = (clock, comparison)
        is_there = self._count()
        self._is_counting = not is_there
        # Once there is something to look back at, the days around it are counted ahead, between frames.
        if self._sides():
            self._timer.start()
        else:
            self._timer.stop()
        return is_there

    def _sides(self) -> tuple[Side, ...]:
        clock, comparison = self._asked
        if self._analysis is None or not (clock or comparison):
            return ()
        return (_EVERYTHING,) if comparison is None else (comparison.a, comparison.b)

    def _wanted(self) -> list[History]:
        return [self._history(side, self._asked[0].kind) for side in self._sides()]

    def _history(self, side: Side, kind: ClockKind) -> History:
        known = self._histories.get((side, kind))
        if known is None:
            assert self._analysis is not None
            assert self._rules is not None
            known = _history(self._analysis, self._rules, side, kind, self._plan)
            if len(self._histories) >= _MOST_HISTORIES:
                self._histories.pop(next(iter(self._histories)))
            self._histories[side, kind] = known
        return known

    def _limit(self) -> int:
        as_of = self._asked[0].as_of
        return ALWAYS if as_of is None else as_of

    def _count(self) -> bool:
        until = perf_counter() + _PIECE_S
        for side in self._sides():
            # Bringing the stances of a side together is a piece of its own.
            is_new = (side, self._asked[0].kind) not in self._histories
            history = self._history(side, self._asked[0].kind)
            if is_new and perf_counter() > until:
                return False
            if not history.count(self._limit(), lambda: perf_counter() > until):
                return False
        return True

    def _on_time(self) -> None:
        if self._is_counting:
            self._is_counting = not self._count()
            if not self._is_counting:
                self.counted.emit()
            return
        until = perf_counter() + _PIECE_S
        if not self._asked[0] or all(history.count_on(lambda: perf_counter() > until) for history in self._wanted()):
            self._timer.stop()

    # ---- the corpus

    def corpus(self) -> Corpus:
        """The corpus with what was asked."""
        base, (clock, comparison) = self._base, self._asked
        assert base is not None
        wanted = self._wanted()
        if not wanted:
            return base
        cells = [self._cells(history) for history in wanted]
        made = _look_back(base, self._cut(), clock) if clock else base
        if comparison is None:
            return replace(made, cells=cells[0])
        return replace(made, cells=cells[0], comparison=comparison, other_cells=cells[1])

    def _cut(self) -> CellCutter:
        if self._cutter is None:
            assert self._arrangement is not None
            assert self._filter is not None
            assert self._base is not None
            self._cutter = CellCutter(self._arrangement, self._filter, self._base)
        return self._cutter

    def _cells(self, history: History) -> Cells:
        return self._cut().cells(history.values(self._limit()))


def _history(analysis: Analysis, rules: CellRules, side: Side, kind: ClockKind, plan: ColumnPlan | None) -> History:
    articles = {row.id: row for row in analysis.articles}
    rows = stances_of(side, analysis.stances, articles)
    times = {row.id: known_since(row, articles.get(row.article), kind) for row in rows}
    # A side is counted whole until somebody asks for a day: what has no day counts there, too.
    since = {key: ALWAYS - 1 if when is None else when for key, when in times.items()}
    if plan is not None:
        return column_history(plan, rows, analysis.actors, rules, since)
    return CellHistory(rows, analysis.actors, analysis.proposals, rules, since)


def _look_back(base: Corpus, cutter: CellCutter, clock: Clock) -> Corpus:
    """The corpus with its marks told apart into known ones and later ones; later undated ones are hidden."""
    assert clock.as_of is not None
    marks, reported = base.marks, cutter.reported
    later = is_later(since_of(marks.begin, marks.reported, clock), clock.as_of)
    known = [
        entry for entry in base.undated if not is_later(reported[[cutter.positions[entry.key]]], clock.as_of).any()
    ]
    hidden = base.hidden + len(base.undated) - len(known)
    unknown = int(later.sum()) + len(base.undated) - len(known)
    return replace(base, clock=clock, later=later, unknown=unknown, undated=known, hidden=hidden)
