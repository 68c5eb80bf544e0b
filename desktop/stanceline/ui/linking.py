"""Ties the views together: one selection, one filter, one corpus; each pane decides what to show again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from stanceline.model.filters import Filter
from stanceline.temporal.timex import DAY_S
from stanceline.ui.accessible import announce
from stanceline.ui.brush import Brush, CellFinder
from stanceline.ui.compare_control import CompareControl
from stanceline.ui.contradictions import Contradictions
from stanceline.ui.detail.positions import Positions
from stanceline.ui.detail.surroundings import Surroundings
from stanceline.ui.import_panel import Progress
from stanceline.ui.lists.drawer import PROBLEMS
from stanceline.ui.lists.empty_result import EmptyResult
from stanceline.ui.pauses import pause
from stanceline.ui.plot.column_heads import ColumnHeads
from stanceline.ui.plot.matrix_link import MatrixLink
from stanceline.ui.plot.timeline import TimelineView
from stanceline.ui.preferences_list import ROW_HEIGHT
from stanceline.ui.selecting import Selecting
from stanceline.ui.time_control import TimeControl
from stanceline.ui.today import today_s
from stanceline.ui.view_parts import join_views
from stanceline.ui.views import SideButtons, Views
from stanceline.ui.words import ROW_HEIGHTS, counted, days_text, say

if TYPE_CHECKING:
    from stanceline.model.marks import Corpus
    from stanceline.model.recovery import Recovery
    from stanceline.model.view_state import ViewState
    from stanceline.ui.exports.source import ExportSource
    from stanceline.ui.main_window import MainWindow

_TYPING_PAUSE_MS = 90
_LISTING_PAUSE_MS = 150
_ZOOM_STEPS = 1000


class Linking(QObject):
    """Connects session, timeline, drawer and panes of one window; knows the present view and the way back."""

    def __init__(self, window: MainWindow, timeline: TimelineView) -> None:
        super().__init__(window)
        self._window, self._timeline, self._drawer = window, timeline, window.panes.drawer
        self._session = window.session
        self._menu_actions = window.panes.corrections
        self._is_going = False
        self._has_moved = False
        self._is_new_analysis = False
        self._is_first_look = False
        self._is_filter_told = True
        self.views = Views(self._session, timeline, self)
        self.views.changed.connect(self._refresh_actions)
        SideButtons(window, self.views)
        join_views(window, self.views)
        self._list_pause = pause(self, _LISTING_PAUSE_MS, self._list_known)
        self._search_pause = pause(self, _TYPING_PAUSE_MS, self._search)
        self._connect_session()
        self._connect_timeline()
        self._connect_panes()
        self._heads = ColumnHeads(window, timeline.matrix)
        self.times = TimeControl(window, timeline)
        finder = CellFinder(timeline.state)
        self.selecting = Selecting(self._session, timeline, Positions(window, timeline), finder, self)
        self.brush = Brush(window, timeline, finder)
        self.comparing = CompareControl(window, timeline)
        self.matrix = MatrixLink(window, timeline, self.views)
        self.contradictions = Contradictions(window)
        self._empty = EmptyResult(self._session.filters, timeline.canvas)
        window.panes.chips.edit_asked.connect(self._on_chip_edit)
        self._surroundings = Surroundings(window)
        self._on_theme_changed()
        timeline.set_overview_visible(window.settings.flag("overview", True))
        timeline.set_today(float(today_s()))
        self._mark_choices()

    # ---- connecting

    def _connect_session(self) -> None:
        session = self._session
        session.analysis_changed.connect(self._on_analysis_changed)
        session.tables_changed.connect(self._on_tables_changed)
        session.corpus_changed.connect(self._on_corpus_changed)
        session.cells_changed.connect(self._on_cells_changed)
        session.articles_changed.connect(self._on_articles_changed)
        session.problems_changed.connect(self._on_problems_changed)
        session.views_changed.connect(self._on_views_changed)
        session.progressed.connect(self._on_progress)
        session.reading_began.connect(self._on_reading_began)
        session.reading_ended.connect(self._on_reading_ended)
        session.named.connect(self._window.show_title)
        session.said.connect(self._drawer.log)
        session.failed.connect(self._on_failed)
        session.recovery_found.connect(self._on_recovery_found)
        session.picture_given.connect(self._on_picture_given)
        session.selection.changed.connect(self._on_selection_changed)
        session.filters.changed.connect(self._on_filter_changed)
        session.clock_changed.connect(self.views.look)
        session.comparison_changed.connect(self.views.look)
        session.undo.indexChanged.connect(self._show_undo)
        session.undo.indexChanged.connect(lambda _place: self._refresh_actions())

    def _connect_timeline(self) -> None:
        timeline, window = self._timeline, self._window
        timeline.mark_activated.connect(self._on_activated)
        timeline.period_brushed.connect(self._on_period_brushed)
        timeline.range_changed.connect(self._on_range_changed)
        timeline.counts_changed.connect(self._show_counts)
        timeline.zoom_changed.connect(self._show_zoom)
        timeline.context_requested.connect(self._on_menu)
        timeline.row_height_changed.connect(self._on_row_height_changed)
        timeline.left.connect(lambda: window.commands.navigate.next_pane())
        timeline.keys_asked.connect(lambda: window.commands.help.show_shortcuts())
        timeline.let_go_of_brush = self._let_go_of_brush
        window.zoom.valueChanged.connect(lambda value: timeline.set_zoom_slider(value / _ZOOM_STEPS))

    def _connect_panes(self) -> None:
        window = self._window
        window.theme.changed.connect(self._on_theme_changed)
        window.panes.search.textChanged.connect(lambda _text: self._search_pause.start())
        window.panes.search.returnPressed.connect(self._on_search_entered)
        window.panes.detail.stepped.connect(self._on_stepped)
        window.panes.detail.pinned.connect(lambda key: self._timeline.options.set_pinned([key] if key else []))
        window.panes.detail.file_wanted.connect(window.commands.edit.open_source)
        window.empty_state.recent_chosen.connect(lambda name: window.commands.file.open_recent(name))
        self._drawer.retry_asked.connect(self._session.retry)
        self._drawer.opened.connect(self._on_activated)
        strip = window.panes.views
        strip.asked.connect(lambda what, ident: window.commands.story.act(what, ident))
        strip.list.move_asked.connect(lambda ident, place: window.commands.story.move(ident, place))
        strip.model.rename_asked.connect(lambda ident, name: window.commands.story.rename(ident, name))

    # ---- corpus

    def _on_articles_changed(self) -> None:
        self.views.clear()
        self._has_moved = False
        self._window.show_panes(has_articles=self._session.has_articles())
        self._refresh_actions()

    def _show_core(self) -> None:
        """Until the reader moves the view: the time around the stances, whatever else lies years away."""
        self._is_going = True
        self._timeline.show_core()
        self._is_going = False

    def _on_analysis_changed(self) -> None:
        self._is_new_analysis = True
        self._tell_unnamed()

    def _on_corpus_changed(self) -> None:
        corpus = self._session.corpus
        if corpus is None:
            from stanceline.ui.plot.plot_state import EMPTY_CORPUS

            corpus = EMPTY_CORPUS
        self._is_going = True
        self._timeline.set_corpus(corpus)
        self._heads.suit()
        self._is_going = False
        if self._is_new_analysis and not self._has_moved:
            self._show_core()
        self._is_new_analysis = False
        self._timeline.set_selection(self._session.selection.keys)
        self._drawer.show_corpus(corpus, self._session.marks)
        self._window.panes.filters.show_facets(self._session.facets)
        self._window.panes.chips.show_chips(self._session.chips, self._session.facets)
        self._empty.suit(
            len(corpus.marks) + len(corpus.undated), corpus.total, self._session.chips, self._session.facets
        )  # fmt: skip
        self._show_detail()
        self._show_counts()
        self._show_range(*self._timeline.visible_range())
        self._window.articles_label.setText(
            counted(len(corpus.articles), "1 article", "%1 articles") if corpus.articles else ""
        )
        self._window.zoom.setEnabled(len(corpus.marks) > 0)
        self._window.rows_button.setEnabled(len(corpus.rows) > 0)
        self._window.selection_button.setEnabled(len(corpus.rows) > 0)
        self._refresh_actions()
        self._tell_filtered(corpus)
        self._mark_choices()
        if not self.views.show_waiting():
            self.views.look()

    def _tell_filtered(self, corpus: Corpus) -> None:
        """After the filter has changed a screen reader says what is left."""
        if not self._is_filter_told:
            self._is_filter_told = True
            announce(self._window, left_text(len(corpus.marks) + len(corpus.undated), corpus.total))

    def _on_cells_changed(self) -> None:
        """The clock has moved, or two sides are compared: rows and marks stay."""
        corpus = self._session.corpus
        if corpus is not None:
            self._timeline.set_cells(corpus)
            self._show_counts()
            self._list_pause.start()

    def _list_known(self) -> None:
        """The lists follow the clock once it rests: they may be long."""
        if self._session.corpus is not None:
            self._drawer.show_corpus(self._session.corpus, self._session.marks)

    def write_dates_anew(self) -> None:
        """Dates are written another way: show again what holds any."""
        self._show_range(*self._timeline.visible_range())
        self._on_tables_changed()
        self._show_detail()

    def _on_tables_changed(self) -> None:
        from stanceline.ui.lists.facets import period_of

        session = self._session
        self._window.panes.filters.show_facets(session.facets)
        self._window.panes.filters.show_period(period_of(session.marks) if session.marks is not None else "")
        self._window.panes.chips.show_chips(session.chips, session.facets)
        if session.corpus is not None:
            self._drawer.show_corpus(session.corpus, session.marks)

    def _on_views_changed(self) -> None:
        views = self._session.project.saved_views if self._session.project is not None else ()
        strip = self._window.panes.views
        strip.show_views(views)
        self._refresh_actions()
        title = f"{say('Views')} ({len(views):,})" if views else say("Views")
        self._drawer.setTabText(self._drawer.indexOf(strip), title)

    def _on_problems_changed(self) -> None:
        problems = self._session.problems()
        self._drawer.show_problems(problems)
        if problems and not self._session.has_articles():
            # Nothing could be read: what went wrong is all there is to see.
            self._window.settings.set_flag("drawer", True)
            self._drawer.setCurrentIndex(PROBLEMS)
            self._window.show_panes(has_articles=False)

    def _on_failed(self, text: str) -> None:
        self._drawer.log(text)
        self._window.panes.notice.tell(text, is_warning=True)
        announce(self._window, text, is_urgent=True)

    def _on_picture_given(self, path: Path) -> None:
        from stanceline.ui.exports.restore import show_picture

        show_picture(self._window, path)

    def _on_recovery_found(self, recovery: Recovery) -> None:
        from stanceline.model import recovery as kept

        what = counted(recovery.articles, "one article", "%1 articles")
        if recovery.edits:
            what += ", " + counted(recovery.edits, "one correction", "%1 corrections")
        self._window.panes.notice.tell(
            say("Unsaved work was found (%1).").replace("%1", what),
            (
                (say("Recover"), lambda: self._session.recover(recovery)),
                (say("Discard"), lambda: kept.discard(recovery.path)),
            ),
        )

    # ---- reading

    def _on_reading_began(self) -> None:
        self._window.panes.import_panel.begin()
        self._window.panes.show_import_panel(True)

    def _on_progress(self, progress: Progress) -> None:
        self._window.panes.import_panel.show_progress(progress)

    def _on_reading_ended(self) -> None:
        self._window.panes.import_panel.finish()
        self._window.panes.show_import_panel(False)
        problems = self._drawer.problem_page.attended()
        articles = len(self._session.need_project().articles)
        announce(self._window, counted(articles, "Reading has ended: one article", "Reading has ended: %1 articles"))
        if problems and self._session.has_articles():
            self._window.panes.notice.tell(
                counted(problems, "There was one problem while reading.", "There were %1 problems while reading."),
                ((say("Show"), self._show_problems),),
                is_warning=True,
            )
        self._is_first_look = self._session.has_articles()

    def _tell_unnamed(self) -> None:
        """After a reading: where no known proposal is named the matrix stays empty, and one has to be written."""
        is_settled = self._session.project is not None and self._session.project.is_derived
        if not self._is_first_look or not is_settled:
            return
        self._is_first_look = False
        if self._session.index.analysis.proposals or self._window.panes.notice.text():
            return
        table = self._window.actions_table
        self._window.panes.notice.tell(
            say("These articles name no known proposal. Write the one they are about to see who stands where on it."),
            ((say("New proposal…"), table["edit.new_proposal"].trigger),),
        )

    def _show_problems(self) -> None:
        self._drawer.setCurrentIndex(PROBLEMS)
        self._window.set_pane("drawer", True)

    # ---- selection

    def _on_selection_changed(self) -> None:
        self._show_detail()
        self._refresh_actions()
        self.views.look()

    def _on_stepped(self, by: int) -> None:
        self._session.selection.step(by)

    def reveal_current(self) -> None:
        """Bring the mark that is looked at into view."""
        if self._session.selection.current:
            self._timeline.reveal(self._session.selection.current)

    def _show_detail(self) -> None:
        selection = self._session.selection
        self._window.panes.detail.show_key(self._session.index, selection.current, selection.place, len(selection.keys))

    def _on_activated(self, key: str) -> None:
        if key not in self._session.selection.keys:
            self._session.selection.select([key])
        self._window.set_pane("detail", True)
        self._window.focus_pane(self._window.panes.detail)

    def _on_menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self._window)
        if key or self._session.selection.keys:
            menu.addActions(self._menu_actions)
            menu.addSeparator()
        self.matrix.fill_row(menu, self._timeline.matrix.menu_row)
        self.matrix.fill_cell(menu, self._timeline.matrix.menu_row, self._timeline.matrix.menu_column)
        if self._timeline.matrix.menu_column:
            self._heads.fill(menu, self._timeline.matrix.menu_column)
            menu.addSeparator()
        menu.addAction(self._window.actions_table["view.fit_all"])
        menu.addAction(self._window.actions_table["filter.period"])
        menu.popup(at)

    # ---- filter

    def _on_chip_edit(self, part: str) -> None:
        if part == "text":
            self._window.commands.navigate.find()
        else:
            self._window.panes.filters.open_at(part)

    def _search(self) -> None:
        self._search_pause.stop()
        filters = self._session.filters
        filters.set(_with(filters.value, text=self._window.panes.search.text().strip()))

    def _on_search_entered(self) -> None:
        self._search()
        self._window.commands.navigate.find_next()

    def _on_filter_changed(self) -> None:
        self._is_filter_told = False
        text = self._session.filters.value.text
        if text != self._window.panes.search.text().strip():
            self._window.panes.search.setText(text)
            self._search_pause.stop()
        self.views.look()

    def _let_go_of_brush(self) -> bool:
        filters = self._session.filters
        had = filters.value.period is not None
        filters.remove("period")
        return had

    def _on_period_brushed(self, begin_s: float, end_s: float) -> None:
        # Whole days: nobody brushes to the second.
        begin, end = int(begin_s // DAY_S) * DAY_S, int(-(-end_s // DAY_S)) * DAY_S
        if self.comparing.take_period((begin, end)):
            return
        self._session.filters.set(_with(self._session.filters.value, period=(begin, end)))

    # ---- range

    def _on_range_changed(self, begin_s: float, end_s: float) -> None:
        self._has_moved = self._has_moved or not self._is_going
        self._show_range(begin_s, end_s)
        self.views.look()

    def _show_range(self, begin_s: float, end_s: float) -> None:
        window = self._window
        if not self._session.has_articles():
            for widget in (window.range_label, window.scale_label):
                widget.clear()
            return
        window.range_label.setText(days_text(int(begin_s // DAY_S), int((end_s - 1) // DAY_S)))
        px_per_day = self._timeline.plot_width() * DAY_S / max(end_s - begin_s, 1.0)
        scale = f"{px_per_day:,.1f}" if px_per_day >= 0.1 else f"{px_per_day:.2g}"
        window.scale_label.setText(say("%1 px a day").replace("%1", scale))

    def _show_zoom(self, value: float) -> None:
        slider = self._window.zoom
        if not slider.isSliderDown():
            slider.blockSignals(True)
            slider.setValue(round(value * _ZOOM_STEPS))
            slider.blockSignals(False)

    def _show_counts(self) -> None:
        counts, corpus = self._timeline.counts(), self._session.corpus
        self._window.counts_label.setText(counts_text(counts, *_apart(corpus)) if self._session.has_articles() else "")

    def show_overview(self, is_shown: bool) -> None:
        """Show or hide the overview strip."""
        self._timeline.set_overview_visible(is_shown)

    # ---- views before and after

    def view_now(self) -> ViewState:
        """What the window shows, as a value that can be kept."""
        return self.views.now()

    def go(self, state: ViewState | None) -> None:
        """Show a view again; None does nothing."""
        self.views.go(state)

    def visit_now(self) -> None:
        """Take the present view into the history at once, before a jump."""
        self.views.visit_now()

    # ---- looks

    def _on_theme_changed(self) -> None:
        self._timeline.set_theme(self._window.theme.palette())
        self._window.panes.chips.show_chips(self._session.chips, self._session.facets, is_anew=True)

    def _mark_choices(self) -> None:
        table, session = self._window.actions_table, self._session
        for action in (
            f"rows.group_{session.grouping}",
            f"rows.sort_{session.sort}",
            f"view.theme_{self._window.theme.choice}",
            f"select.{session.selection.mode}",
        ):
            table[action].setChecked(True)
        table["view.coverage"].setChecked(self._timeline.options.shows_coverage)
        self._mark_row_height(self._timeline.row_height())

    def _on_row_height_changed(self, px: int) -> None:
        self._window.settings.set(ROW_HEIGHT, float(px))
        self.views.look()
        self._mark_row_height(px)

    def _mark_row_height(self, px: int) -> None:
        # Heights between the named ones come from the wheel and have no entry.
        for name, height in ROW_HEIGHTS.items():
            if height == px:
                self._window.actions_table[f"rows.height_{name}"].setChecked(True)

    def _show_undo(self) -> None:
        table, undo = self._window.actions_table, self._session.undo
        for name, plain, text in (
            ("edit.undo", say("&Undo"), undo.undoText()), ("edit.redo", say("&Redo"), undo.redoText()),
        ):  # fmt: skip
            table[name].setText(f"{plain} {text.replace('&', '&&')}".rstrip())

    def _refresh_actions(self) -> None:
        self._window.actions_table.refresh()

    def export_source(self) -> ExportSource | None:
        """What the export dialog draws, None where there is nothing."""
        from stanceline.ui.exports.present import source_of

        return source_of(self._window)

    def is_settled(self) -> bool:
        """Whether nothing that was asked for is still to be shown."""
        pauses = (self._search_pause, self._list_pause)
        return not any(pause.isActive() for pause in pauses) and not self.contradictions.is_busy()


def _with(value: Filter, **parts: object) -> Filter:
    from dataclasses import replace

    return replace(value, **parts)  # type: ignore[arg-type]  # callers name fields of Filter


def _apart(corpus: Corpus | None) -> tuple[int, int]:
    """Of the hidden marks those that were not yet known, and those that filters dim."""
    if corpus is None:
        return 0, 0
    return corpus.unknown, 0 if corpus.dimmed is None else int(corpus.dimmed.sum())


def counts_text(counts: dict[str, int], unknown: int = 0, dimmed: int = 0) -> str:
    """Where all marks are, as a sum that adds up; of the hidden `unknown` were not yet known, `dimmed` are pale."""
    parts = [say("%1 shown").replace("%1", f"{counts['shown']:,}")]
    parts += [
        say(words).replace("%1", f"{counts[name]:,}")
        for name, words in (("merged", "%1 merged"), ("hidden", "%1 hidden"), ("undated", "%1 undated"))
    ]
    if unknown:
        parts[2] += " " + say("(%1 not yet known)").replace("%1", f"{unknown:,}")
    if dimmed:
        parts[2] += " " + say("(%1 dimmed)").replace("%1", f"{dimmed:,}")
    return counted(counts["total"], "1 mark", "%1 marks") + " = " + " + ".join(parts)


def left_text(left: int, total: int) -> str:
    """What a filter leaves, for the ear: "312 marks shown, 972 hidden by filters"."""
    text = counted(left, "1 mark shown", "%1 marks shown")
    hidden = total - left
    return text + ", " + counted(hidden, "1 hidden by filters", "%1 hidden by filters") if hidden else text
