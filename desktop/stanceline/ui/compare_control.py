"""Compares two sides: the bar, the list of changes, and what both ask of the session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from stanceline.model.clock import Comparison, Side
from stanceline.temporal.timex import DAY_S
from stanceline.ui.plot.compare_bar import Choices, CompareBar, side_text
from stanceline.ui.words import article_name, counted, say
from stanceline.ui.written import failure_text

if TYPE_CHECKING:
    from stanceline.model.changes import Change
    from stanceline.ui.lists.change_list import ChangeList
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.timeline import TimelineView

_MOST_ARTICLES = 60
"""More than these are not offered one by one: a menu of hundreds helps nobody, outlets and periods do."""


class CompareControl(QObject):
    """The comparison of one window. Bar and list are made when they are first asked for."""

    def __init__(self, window: MainWindow, timeline: TimelineView) -> None:
        super().__init__(window)
        self._window, self._session, self._timeline = window, window.session, timeline
        self._bar: CompareBar | None = None
        self._list: ChangeList | None = None
        self._session.comparison_changed.connect(self._on_changed)
        self._session.corpus_changed.connect(self._show)
        self._session.cells_changed.connect(self._show)

    @property
    def bar(self) -> CompareBar:
        """The bar, below the timeline."""
        if self._bar is None:
            self._bar = bar = CompareBar(self._window.theme)
            bar.hide()
            bar.asked.connect(self._session.compare)
            bar.kind_asked.connect(self._on_kind)
            bar.window_asked.connect(self._on_window)
            bar.list_asked.connect(self.show_list)
            bar.closed.connect(self.close)
            self._window.center.insertWidget(self._window.center.indexOf(self._window.stack) + 1, bar)
        return self._bar

    @property
    def changes(self) -> ChangeList:
        """The page of the drawer."""
        if self._list is None:
            from stanceline.ui.lists.change_list import ChangeList

            self._list = ChangeList()
            self._list.chosen.connect(self._on_chosen)
            self._list.export_asked.connect(self.export)
            self._window.drawer.addTab(self._list, say("Changes"))
        return self._list

    # ---- opening and closing

    def open(self) -> None:
        """Compare the earlier half of the visible period with the later one, or a chip's period with what follows."""
        filters = self._session.filters
        if filters.value.period is not None:
            comparison = self._beside(filters.value.period)
            filters.remove("period")
        else:
            comparison = self._halves()
        self._session.compare(comparison)
        self.bar.take_focus()

    def close(self) -> None:
        """Show one side again."""
        self._session.compare(None)

    def _beside(self, period: tuple[int, int]) -> Comparison:
        """A period, and what is said from its end on; or up to it where it is the last."""
        begin, end = (-(-when // DAY_S) * DAY_S for when in period)
        said = [row.begin // DAY_S * DAY_S for row in self._session.index.analysis.stances if row.begin is not None]
        first, last = min(said, default=begin), max(said, default=begin) + DAY_S
        if last > end:
            return Comparison(Side(period=period), Side(period=(end, last)))
        return Comparison(Side(period=(min(first, begin - DAY_S), begin)), Side(period=period))

    def take_period(self, period: tuple[int, int]) -> bool:
        """A period that was brushed becomes the side that it lies nearer to; False where no periods are compared."""
        comparison = self._session.comparison
        if comparison is None or comparison.a.period is None or comparison.b.period is None:
            return False
        middles = [sum(one) / 2 for one in (comparison.a.period, comparison.b.period, period)]
        which = "a" if abs(middles[2] - middles[0]) <= abs(middles[2] - middles[1]) else "b"
        self._session.compare(replace(comparison, **{which: Side(period=period)}))
        return True

    def _halves(self) -> Comparison:
        begin_s, end_s = self._timeline.visible_range()
        begin, end = int(begin_s // DAY_S), -int(-end_s // DAY_S)
        middle = max((begin + end) // 2, begin + 1)
        return Comparison(
            Side(period=(begin * DAY_S, middle * DAY_S)), Side(period=(middle * DAY_S, max(end, middle + 1) * DAY_S))
        )

    # ---- what the bar asks

    def choices(self) -> Choices:
        """The sources that sides can be made of."""
        articles = self._session.index.analysis.articles
        outlets = tuple(sorted({row.source or "" for row in articles}))
        named = [] if len(articles) > _MOST_ARTICLES else [(row.id, article_name(row)) for row in articles]
        return Choices(outlets if len(outlets) > 1 else (), named)

    def _on_kind(self, wants_sources: bool) -> None:
        if not wants_sources:
            self._session.compare(self._halves())
            return
        choices = self.choices()
        if choices.outlets:
            first, rest = choices.outlets[0], choices.outlets[1:]
            self._session.compare(Comparison(Side(outlets=(first,)), Side(outlets=tuple(rest))))
            return
        keys = [key for key, _ in choices.articles]
        self._session.compare(Comparison(Side(articles=tuple(keys[:1])), Side(articles=tuple(keys[1:]))))

    def _on_window(self, which: str) -> None:
        begin_s, end_s = self._timeline.visible_range()
        period = int(begin_s // DAY_S) * DAY_S, -int(-end_s // DAY_S) * DAY_S
        comparison = self._session.comparison
        if comparison is not None:
            self._session.compare(replace(comparison, **{which: Side(period=period)}))

    def show_list(self) -> None:
        """Open the list of changes."""
        self._window.drawer.setCurrentWidget(self.changes)
        self._window.set_pane("drawer", True)
        self._window.focus_pane(self.changes.view)

    def _on_chosen(self, change: Change) -> None:
        keys = tuple(dict.fromkeys((*change.a.keys, *change.b.keys)))
        newest = (change.b.keys or change.a.keys)[-1]
        self._session.selection.select(keys, newest)
        cell = self._timeline.matrix.find_cell(change.actor_key, change.column_key)
        if cell is not None:
            self._timeline.matrix.set_current(cell)

    def export(self) -> None:
        """Write the changes as a table."""
        from stanceline.model.changes import changes_of
        from stanceline.ui.lists.change_export import save_changes

        corpus, comparison, settings = self._session.corpus, self._session.comparison, self._window.settings
        if corpus is None or comparison is None:
            return
        proposed = str(Path(settings.folder("export")) / f"{self._session.name().replace('/', '-')} changes.csv")
        name, _ = QFileDialog.getSaveFileName(
            self._window, say("Export changes"), proposed, say("Changes as CSV (*.csv)")
        )
        if not name:
            return
        sides = self.side_words(comparison)
        try:
            path = save_changes(Path(name), changes_of(corpus), sides)
        except OSError as error:
            self._window.panes.notice.tell(failure_text(error, Path(name)), is_warning=True)
            return
        settings.set_folder("export", path.parent)
        self._window.commands.exports.tell_saved(path)

    # ---- showing

    def side_words(self, comparison: Comparison) -> tuple[str, str]:
        """Both sides in words."""
        choices = self.choices()
        return side_text(comparison.a, choices), side_text(comparison.b, choices)

    def words(self) -> str:
        """The comparison in words, for a figure's note; empty where nothing is compared."""
        if self._session.comparison is None:
            return ""
        a, b = self.side_words(self._session.comparison)
        return say("A: %1, B: %2").replace("%1", a).replace("%2", b)

    def _on_changed(self) -> None:
        comparison = self._session.comparison
        self._window.actions_table["view.compare"].setChecked(comparison is not None)
        if comparison is None:
            if self._bar is not None:
                self._bar.hide()
            if self._list is not None:
                self._window.drawer.setTabVisible(self._window.drawer.indexOf(self._list), False)
            return
        self.bar.show_comparison(comparison, self.choices())
        self.bar.show()
        self._window.drawer.setTabVisible(self._window.drawer.indexOf(self.changes), True)
        self._show()

    def _show(self) -> None:
        from stanceline.model.changes import changes_of, routes, unchanged

        corpus, comparison = self._session.corpus, self._session.comparison
        if corpus is None or comparison is None or corpus.comparison != comparison:
            return
        changes = changes_of(corpus)
        self.changes.show_changes(changes)
        drawer = self._window.drawer
        title = say("Changes (%1)").replace("%1", f"{len(changes):,}") if changes else say("Changes")
        drawer.setTabText(drawer.indexOf(self.changes), title)
        self.bar.show_changes(len(changes), summary_text(changes, routes(changes), unchanged(corpus)))


def summary_text(changes: list[Change], moved: list[tuple[str, str, int]], same: int) -> str:
    """Which ways cells moved, how many stand on one side only, and how many are the same."""
    parts = []
    for before, after, count in moved:
        words = say("moved from %1 to %2").replace("%1", before).replace("%2", after)
        parts.append(f"{words}: {counted(count, '1 position', '%1 positions')}")
    for move, words in (("only_b", say("only in B: %1")), ("only_a", say("only in A: %1"))):
        count = sum(change.move == move for change in changes)
        if count:
            parts.append(words.replace("%1", f"{count:,}"))
    if same:
        parts.append(say("the same: %1").replace("%1", f"{same:,}"))
    return " · ".join(parts) if parts else say("Nobody takes a stance on either side.")
