"""Arranges the panes of the window and connects them; computes nothing.

Two stages: `__init__` builds what the first painted frame shows, with Qt alone; `complete` then brings in the
panes, the timeline and the lists, which need numpy and pyqtgraph.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QSlider,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.action_list import TOOL_BAR, Need
from stanceline.ui.actions import ActionTable
from stanceline.ui.icons import program_icon
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.commands.commands import Commands
    from stanceline.ui.empty_state import EmptyState
    from stanceline.ui.hints import Hints
    from stanceline.ui.linking import Linking
    from stanceline.ui.lists.drawer import Drawer
    from stanceline.ui.panes import Panes
    from stanceline.ui.plot.timeline import TimelineView
    from stanceline.ui.session import Session
    from stanceline.ui.shortcuts import Shortcuts

FOLD_BELOW, LAY_FLAT_BELOW, SHORTEN_BELOW = 1600, 1280, 1080
"""Window widths in px below which the filters fold to a rail, the details lie below the timeline, and the tool bar
does without words."""
COUNTS_ALONE_BELOW = 800
"""Window width in px below which the status bar keeps what must never be cut: counts and range."""
STACK_DETAIL_BELOW = 660
"""Window width in px below which facts and passage of the details stand below each other."""
TIGHT_BELOW, NO_OVERVIEW_BELOW = 470, 400
"""Window heights in px below which details and lists take the timeline's place when they are asked for, and below which
the overview gives its room to the rows."""
_ZOOM_STEPS = 1000


class MainWindow(QMainWindow):
    """The window. `completed` is sent once, when timeline and lists stand; `panes` are there from then on."""

    completed = Signal()
    restart_asked = Signal(list)
    """Just before the window closes to be opened again, with the paths to open then."""

    panes: Panes
    timelineView: TimelineView | None  # noqa: N815 - the name that scripts know it by
    linking: Linking | None

    def __init__(self, theme: Theme, settings: Settings, session: Session) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        # At a large interface scale the screen itself has fewer px.
        room = self.screen().availableSize()
        self.setMinimumSize(min(720, room.width()), min(480, room.height()))
        self.resize(1440, 900)
        self.theme, self.settings, self.session = theme, settings, session
        theme.setParent(self)
        settings.setParent(self)
        session.setParent(self)
        self.timelineView, self.linking = None, None
        self.hints: Hints | None = None
        self.is_complete = False
        self._has_painted = False
        self._may_close = False
        self._has_chrome = True
        self._is_flat: bool | None = None
        self._is_tight, self._is_wide, self._alone = False, False, ""
        self._is_folded_by_hand: bool | None = None
        self.actions_table = ActionTable(theme, self._call, self._has, self)
        self._build()
        theme.dress(self)
        geometry = settings.state("window")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.show_title()

    @cached_property
    def commands(self) -> Commands:
        """What the actions do."""
        from stanceline.ui.commands.commands import Commands

        return Commands(self)

    @cached_property
    def shortcuts(self) -> Shortcuts:
        """Which keys set off which action."""
        from stanceline.ui.shortcuts import Shortcuts

        return Shortcuts(self.settings, self.actions_table)

    def _call(self, handler: str, argument: str) -> None:
        self.complete()
        self.commands.call(handler, argument)

    def _has(self, need: Need) -> bool:
        return self.is_complete and self.commands.has(need)

    # ---- first stage

    def _build(self) -> None:
        self.menus = self.actions_table.make_menus(self.menuBar())
        self._build_tool_bar()
        self._build_status_bar()
        self.stack = QStackedWidget()
        if not self.session.has_waiting_paths():
            self.stack.addWidget(self.empty_state)
            self.show_recent()
        center = QWidget()
        self.center = QVBoxLayout(center)
        self.center.setContentsMargins(0, 0, 0, 0)
        self.center.setSpacing(0)
        self.center.addWidget(self.stack, 1)
        self.middle = _splitter("middleSplitter", Qt.Orientation.Vertical)
        self.middle.addWidget(center)
        self.outer = _splitter("outerSplitter", Qt.Orientation.Horizontal)
        self.outer.addWidget(self.middle)
        self.setCentralWidget(self.outer)

    @cached_property
    def empty_state(self) -> EmptyState:
        """The page of a window without articles."""
        from stanceline.ui.empty_state import EmptyState

        return EmptyState(self.theme, [self.actions_table[name] for name in ("file.add", "file.open", "file.sample")])

    def show_recent(self) -> None:
        """List the projects opened lately on the empty page."""
        if self.settings.text("recent_projects") or self.is_complete:
            from stanceline.ui.recent import DAY_S, RecentProjects
            from stanceline.ui.today import today_s

            projects = RecentProjects(self.settings).listed()
            self.empty_state.show_recent(projects, today_s() // DAY_S)

    def _build_tool_bar(self) -> None:
        self.tool_bar = bar = QToolBar(say("Tools"))
        bar.setObjectName("toolBar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        self._worded_tools: list[QToolButton] = []
        for entry in TOOL_BAR:
            if entry == "":
                bar.addSeparator()
            elif entry == "zoom":
                bar.addWidget(self._make_zoom())
            elif entry == "rows":
                self.rows_button = self._make_choice_button(
                    "rowsButton", say("Rows"), "matrix", say("How rows are grouped and ordered, what the columns are")
                )
                bar.addWidget(self.rows_button)
            elif entry == "selection":
                self.selection_button = self._make_choice_button(
                    "selectionButton", say("Select"), "selection", say("What a click does with the selection")
                )
                bar.addWidget(self.selection_button)
            elif entry == "stretch":
                space = QWidget()
                space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(space)
            else:
                self._add_tool(bar, entry)

    def _add_tool(self, bar: QToolBar, action_id: str) -> None:
        action = self.actions_table[action_id]
        bar.addAction(action)
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAccessibleName(action.text().replace("&", ""))
            if self.actions_table.shows_text(action_id):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                self._worded_tools.append(button)

    def _make_zoom(self) -> QSlider:
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setObjectName("zoomSlider")
        self.zoom.setAccessibleName(say("Zoom"))
        self.zoom.setToolTip(say("Zoom"))
        self.zoom.setRange(0, _ZOOM_STEPS)
        self.zoom.setFixedWidth(88)
        self.zoom.setEnabled(False)
        return self.zoom

    def _make_choice_button(self, name: str, text: str, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setIcon(self.theme.icon(icon))
        self.theme.changed.connect(lambda: button.setIcon(self.theme.icon(icon)))
        button.setEnabled(False)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._worded_tools.append(button)
        return button

    def _build_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.counts_label, self.range_label, self.scale_label, self.articles_label = (QLabel() for _ in range(4))
        self.counts_label.setObjectName("statusCounts")
        self.counts_label.setAccessibleName(say("Counts"))
        bar.addWidget(self.counts_label, 1)
        for widget in (self.range_label, self.scale_label, self.articles_label):
            bar.addPermanentWidget(widget)

    # ---- second stage

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.complete)

    def complete(self) -> None:
        """Bring in panes, timeline and lists, and begin what waits for them; further calls do nothing."""
        if self.is_complete:
            return
        self.is_complete = True
        from stanceline.ui import accessible
        from stanceline.ui.collector import Collector
        from stanceline.ui.hints import Hints
        from stanceline.ui.importing import Importing
        from stanceline.ui.linking import Linking
        from stanceline.ui.panes import Panes
        from stanceline.ui.plot.timeline import TimelineView
        from stanceline.ui.preferences_applied import follow
        from stanceline.ui.recent_menu import RecentMenu

        accessible.install()
        self.setWindowIcon(program_icon())
        self.actions_table.finish()
        self.shortcuts.use()
        self.actions_table.fill_menus(self.menus)
        self.addActions(list(self.actions_table.all()))
        choices = ((say("Group"), "group"), (say("Order"), "sort"), (say("Columns"), "columns"))
        self.actions_table.fill_choices(self.rows_button, choices)
        self.actions_table.fill_choices(self.selection_button, ((say("A click"), "selection"),))
        self.timelineView = TimelineView()
        self.timelineView.setObjectName("timelineView")
        self.stack.addWidget(self.timelineView)
        self.stack.addWidget(self.empty_state)
        self.panes = Panes(self)
        self._is_flat = None
        self._suit_width()
        self._restore_panes()
        self.linking = Linking(self, self.timelineView)
        self._show_overview()
        self.show_panes(has_articles=False)
        follow(self)
        RecentMenu(self)
        if self.settings.trouble:
            self.panes.notice.tell(self.settings.trouble, is_warning=True)
        self.session.begin()
        Importing(self)
        self.hints = Hints(self)
        self.actions_table.refresh()
        Collector(self.session.is_idle, self).take_over()
        self.completed.emit()

    @property
    def drawer(self) -> Drawer:
        """The lists below the timeline."""
        return self.panes.drawer

    # ---- panes

    def show_panes(self, *, has_articles: bool) -> None:
        """With articles the whole window; without, the empty state alone."""
        panes = self.panes
        if self.timelineView is not None:
            self.stack.setCurrentWidget(self.timelineView if has_articles else self.empty_state)
        is_framed = has_articles and self._has_chrome
        self.stack.setVisible(not self._alone or not self._has_chrome)
        panes.search_bar.setVisible(is_framed and not self._alone)
        panes.filters.setVisible(is_framed and self._wants("filters"))
        panes.detail.setVisible(is_framed and self._wants("detail"))
        has_lists = (has_articles or self.session.has_problems()) and self._has_chrome
        panes.drawer.setVisible(has_lists and self._wants("drawer"))
        if not has_articles:
            self.show_recent()
        for pane in ("filters", "detail", "drawer", "overview"):
            self.actions_table[f"view.{pane}"].setChecked(self._wants(pane))
        if self.hints is not None:
            self.hints.refresh()

    def _wants(self, pane: str) -> bool:
        if self._is_tight and pane in ("detail", "drawer"):
            return self._alone == pane
        return self.settings.flag(pane, pane != "drawer")

    def set_pane(self, pane: str, is_shown: bool) -> None:
        """Show or hide `filters`, `detail`, `drawer` or `overview`, now and at the next start."""
        if self._is_tight and pane in ("detail", "drawer"):
            self._alone = pane if is_shown else ""
        else:
            self.settings.set_flag(pane, is_shown)
        self.show_panes(has_articles=self.session.has_articles())
        if self._is_tight:
            # What is hidden above leaves its room.
            self.middle.setSizes([0 if self._alone else self.height(), self.height(), self.height()])
        if pane == "overview":
            self._show_overview()

    def set_chrome(self, is_shown: bool) -> None:
        """Show or hide everything around the timeline, for a presentation."""
        self._has_chrome = is_shown
        for widget in (self.menuBar(), self.tool_bar, self.statusBar(), self.panes.notice):
            widget.setVisible(is_shown and (widget is not self.panes.notice))
        self.show_panes(has_articles=self.session.has_articles())

    def set_filters_folded(self, is_folded: bool) -> None:
        """Fold the filters to their rail or open them, whatever the width."""
        self._is_folded_by_hand = is_folded
        self.panes.fold_filters(is_folded)

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        # In this order: asking for the child of every event would cost a tenth of the time to the first frame.
        if event.type() == QEvent.Type.ChildPolished and isinstance(child := event.child(), QDialog):
            from stanceline.ui.help.context import give_help

            give_help(self, child)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_complete:
            self._suit_width()

    def _suit_width(self) -> None:
        width = self.width()
        self.panes.fold_filters(width < FOLD_BELOW if self._is_folded_by_hand is None else self._is_folded_by_hand)
        self._shorten_tools(width < SHORTEN_BELOW)
        for text in (self.scale_label, self.articles_label):
            text.setVisible(width >= COUNTS_ALONE_BELOW)
        is_flat = width < LAY_FLAT_BELOW
        if is_flat != self._is_flat:
            self._is_flat = is_flat
            self._is_wide = is_flat
            self.panes.lay_detail(is_flat)
        if is_flat and (width >= STACK_DETAIL_BELOW) != self._is_wide:
            self._is_wide = not self._is_wide
            self.panes.detail.set_wide(self._is_wide)
        self._suit_height()

    def _suit_height(self) -> None:
        is_tight = self.height() < TIGHT_BELOW
        if is_tight != self._is_tight:
            self._is_tight, self._alone = is_tight, ""
            self.show_panes(has_articles=self.session.has_articles())
            if not is_tight:
                self.panes.lay_detail(bool(self._is_flat))
        self._show_overview()
        if self.hints is not None:
            self.hints.refresh()

    def _show_overview(self) -> None:
        if self.linking is not None:
            self.linking.show_overview(self._wants("overview") and self.height() >= NO_OVERVIEW_BELOW)

    def _shorten_tools(self, is_short: bool) -> None:
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._worded_tools:
            button.setToolButtonStyle(alone if is_short else beside)

    def pane_order(self) -> list[QWidget]:
        """Where F6 goes, in order; only what can be seen."""
        panes = self.panes
        places: list[QWidget | None] = [panes.search, self.timelineView, panes.detail, panes.filters, panes.drawer]
        return [place for place in places if place is not None and place.isVisible()]

    def focus_pane(self, pane: QWidget) -> None:
        """Give the keyboard to a pane."""
        target = self.drawer.focus_widget() if pane is self.drawer else pane
        if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
            inner = [child for child in target.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
            target = next((child for child in inner if child.isVisible() and child.isEnabled()), target)
        if pane is self.drawer and not (target.isVisible() and target.focusPolicy() & Qt.FocusPolicy.TabFocus):
            # A page of the lists with nothing on it: its tab takes the keyboard, or F6 would stop here.
            target = self.drawer.tabBar()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- title, state, end

    def show_title(self) -> None:
        """Name the project in the title."""
        self.setWindowTitle(say("%1 — Stanceline").replace("%1", self.session.name()))

    def _restore_panes(self) -> None:
        if self.timelineView is not None:
            self.timelineView.arrangement.remembered = self.settings.state("plot")
        for name, splitter in (("outer", self.outer), ("middle", self.middle)):
            state = self.settings.state(name)
            if state is not None:
                splitter.restoreState(state)
        for name, header in self.drawer.header_states().items():
            state = self.settings.state(name)
            if state is not None:
                header.restoreState(state)

    def save_state(self) -> None:
        """Remember where everything stands."""
        self.settings.set_state("window", self.saveGeometry())
        if self.is_complete:
            self.settings.set_state("outer", self.outer.saveState())
            shares = None if self.timelineView is None else self.timelineView.arrangement.shares()
            if shares is not None:
                self.settings.set_state("plot", shares)
            self.settings.set_state("middle", self.middle.saveState())
            for name, header in self.drawer.header_states().items():
                self.settings.set_state(name, header.saveState())
        self.settings.save()

    def reset_layout(self) -> None:
        """Put all panes where a first start has them."""
        self.settings.forget_layout()
        if self.timelineView is not None:
            self.timelineView.arrangement.share_height()
        for pane in ("filters", "detail", "drawer", "overview"):
            self.settings.set_flag(pane, pane != "drawer")
        self._is_folded_by_hand, self._is_flat = None, None
        self._suit_width()
        self.drawer.set_column_widths()
        self.show_panes(has_articles=self.session.has_articles())
        self._show_overview()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close or not self.session.is_worth_keeping():
            self.save_state()
            self.session.close()
            event.accept()
        else:
            event.ignore()
            self.commands.file.before_leaving(self._close_unasked)

    def _close_unasked(self) -> None:
        self._may_close = True
        self.close()

    def restart(self) -> None:
        """Close without asking, and have the program start again on what is open."""
        self.restart_asked.emit([str(self.session.path)] if self.session.path is not None else [])
        self._close_unasked()

    # ---- drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self.empty_state.show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.empty_state.show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.complete()
        self.empty_state.show_drop(False)
        event.acceptProposedAction()
        self.commands.file.take_in(event.mimeData())

    # ---- hooks

    def wait_idle(self, timeout_s: float = 30.0) -> bool:
        """Spin the event loop until reading, deriving, layout and painting have settled; False when time is up."""
        from stanceline.ui.waiting import wait_until

        self.complete()
        return wait_until(self._is_settled, timeout_s)

    def _is_settled(self) -> bool:
        return self.is_complete and self.session.is_idle() and (self.linking is None or self.linking.is_settled())


def _splitter(name: str, way: Qt.Orientation) -> QSplitter:
    made = QSplitter(way)
    made.setObjectName(name)
    made.setChildrenCollapsible(False)
    return made
