"""Arranges the panes of the window and connects them; computes nothing.

Two stages: `__init__` builds what the first painted frame shows, with Qt alone; `complete` then brings in the
timeline and the lists, which need numpy and pyqtgraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSlider,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.action_list import TOOL_BAR
from stanceline.ui.actions import ActionTable
from stanceline.ui.chips import ChipBar
from stanceline.ui.commands import Commands
from stanceline.ui.detail_pane import DetailPane
from stanceline.ui.empty_state import EmptyState
from stanceline.ui.filter_pane import RAIL_WIDTH, WIDTH, FilterPane
from stanceline.ui.icons import program_icon
from stanceline.ui.import_panel import ImportPanel
from stanceline.ui.notice import NoticeBar
from stanceline.ui.session import Session
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.drawer import Drawer
    from stanceline.ui.linking import Linking
    from stanceline.ui.timeline import TimelineView

FOLD_BELOW, LAY_FLAT_BELOW = 1600, 1280
"""Window widths in px below which the filters fold to a rail, and the details lie below the timeline."""
_ZOOM_STEPS = 1000
_CORRECTIONS = ("edit.set_stance", "edit.set_date", "edit.rename_actor", "edit.merge_actors", "edit.reject")


class MainWindow(QMainWindow):
    """The window. `completed` is sent once, when timeline and lists stand."""

    completed = Signal()

    def __init__(self, theme: Theme, settings: Settings, session: Session) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self.resize(1440, 900)
        self.theme, self.settings, self.session = theme, settings, session
        self.timelineView: TimelineView | None = None
        self.drawer: Drawer | None = None
        self.linking: Linking | None = None
        self.is_complete = False
        self._has_painted = False
        self._is_flat: bool | None = None
        self._is_folded_by_hand: bool | None = None
        self.commands = Commands(self)
        self.actions_table = ActionTable(theme, self.commands.call, self.commands.has, self)
        self._build()
        theme.dress(self)
        self._restore_geometry()
        self.actions_table.refresh()
        self.show_title()

    # ---- building

    def _build(self) -> None:
        self.menus = self.actions_table.fill_menu_bar(self.menuBar())
        self.addActions(list(self.actions_table.all()))
        self._build_tool_bar()
        self._build_status_bar()
        self.filter_pane = FilterPane(self.theme, self.session.filters)
        self.detail_pane = DetailPane(
            self.theme, [self.actions_table[name] for name in _CORRECTIONS], self.actions_table["edit.copy_citation"]
        )
        self.notice = NoticeBar(self.theme)
        self.import_panel = ImportPanel()
        self.stack = QStackedWidget()
        self.empty_state = EmptyState(
            self.theme, [self.actions_table[name] for name in ("file.add", "file.open", "file.sample")]
        )
        self.stack.addWidget(self.empty_state)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.setObjectName("middleSplitter")
        self.middle.setChildrenCollapsible(False)
        self.middle.addWidget(self._make_center())
        self.outer = QSplitter(Qt.Orientation.Horizontal)
        self.outer.setObjectName("outerSplitter")
        self.outer.setChildrenCollapsible(False)
        for widget in (self.filter_pane, self.middle, self.detail_pane):
            self.outer.addWidget(widget)
        self.outer.setStretchFactor(1, 1)
        self.outer.setSizes([WIDTH, 868, 340])
        self.setCentralWidget(self.outer)
        self.filter_pane.unfolded.connect(lambda: self.set_filters_folded(False))
        self.filter_pane.folded.connect(lambda: self.set_filters_folded(True))
        self.show_panes(has_articles=False)

    def _make_center(self) -> QWidget:
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        self.search_bar = QFrame()
        self.search_bar.setProperty("bar", True)
        row = QHBoxLayout(self.search_bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        self.search = QLineEdit()
        self.search.setObjectName("searchEdit")
        self.search.setPlaceholderText(say("Search events, actors, quotes"))
        self.search.setAccessibleName(say("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(300)
        self._search_mark = self.search.addAction(self.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.theme.changed.connect(lambda: self._search_mark.setIcon(self.theme.icon("search")))
        self.chip_bar = ChipBar(self.theme, self.session.filters)
        row.addWidget(self.search)
        row.addWidget(self.chip_bar, 1)
        column.addWidget(self.search_bar)
        column.addWidget(self.stack, 1)
        holder = QHBoxLayout()
        holder.setContentsMargins(12, 8, 12, 8)
        holder.addWidget(self.import_panel)
        self._panel_holder = QWidget()
        self._panel_holder.setLayout(holder)
        self._panel_holder.hide()
        column.addWidget(self._panel_holder)
        return center

    def _build_tool_bar(self) -> None:
        bar = QToolBar(say("Tools"))
        bar.setObjectName("toolBar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(bar)
        for entry in TOOL_BAR:
            if entry == "":
                bar.addSeparator()
            elif entry == "zoom":
                bar.addWidget(self._make_zoom())
            elif entry == "rows":
                bar.addWidget(self._make_rows_button())
            elif entry == "stretch":
                space = QWidget()
                space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(space)
            else:
                action = self.actions_table[entry]
                bar.addAction(action)
                button = bar.widgetForAction(action)
                if isinstance(button, QToolButton):
                    button.setAccessibleName(action.text().replace("&", ""))
                    if self.actions_table.shows_text(entry):
                        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.tool_bar = bar

    def _make_zoom(self) -> QSlider:
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setObjectName("zoomSlider")
        self.zoom.setAccessibleName(say("Zoom"))
        self.zoom.setToolTip(say("Zoom"))
        self.zoom.setRange(0, _ZOOM_STEPS)
        self.zoom.setFixedWidth(88)
        self.zoom.setEnabled(False)
        return self.zoom

    def _make_rows_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("rowsButton")
        button.setText(say("Rows"))
        button.setIcon(self.theme.icon("matrix"))
        self.theme.changed.connect(lambda: button.setIcon(self.theme.icon("matrix")))
        button.setToolTip(say("How rows are grouped and ordered"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for title, choice in ((say("Group"), "group"), (say("Order"), "sort")):
            menu.addSection(title)
            menu.addActions(self.actions_table.of_choice(choice).actions())
        button.setMenu(menu)
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
        """Bring in the timeline and the lists, and begin what waits for them; further calls do nothing."""
        if self.is_complete:
            return
        self.is_complete = True
        from stanceline.ui.drawer import Drawer
        from stanceline.ui.linking import Linking
        from stanceline.ui.timeline import TimelineView

        corrections = [self.actions_table[name] for name in (*_CORRECTIONS, "edit.copy_citation", "view.fit_selection")]
        self.timelineView = TimelineView()
        self.timelineView.setObjectName("timelineView")
        self.stack.addWidget(self.timelineView)
        self.drawer = Drawer(self.theme, self.session.selection, corrections)
        self.drawer.set_column_widths()
        self.middle.addWidget(self.drawer)
        self.drawer.hide()
        self._restore_panes()
        self.linking = Linking(self, self.timelineView, self.drawer, corrections)
        self.session.begin()
        self.completed.emit()

    # ---- panes

    def show_panes(self, *, has_articles: bool) -> None:
        """With articles the whole window; without, the empty state alone."""
        if self.timelineView is not None:
            self.stack.setCurrentWidget(self.timelineView if has_articles else self.empty_state)
        self.search_bar.setVisible(has_articles)
        self.filter_pane.setVisible(has_articles and self._wants("filters"))
        self.detail_pane.setVisible(has_articles and self._wants("detail"))
        if self.drawer is not None:
            has_lists = has_articles or self.session.has_problems()
            self.drawer.setVisible(has_lists and self._wants("drawer"))
        if not has_articles:
            self.empty_state.show_recent(self.settings.recent())
        for pane in ("filters", "detail", "drawer", "overview"):
            self.actions_table[f"view.{pane}"].setChecked(self._wants(pane))

    def _wants(self, pane: str) -> bool:
        return self.settings.flag(pane, pane != "drawer")

    def set_pane(self, pane: str, is_shown: bool) -> None:
        """Show or hide `filters`, `detail`, `drawer` or `overview`, now and at the next start."""
        self.settings.set_flag(pane, is_shown)
        self.show_panes(has_articles=self.session.has_articles())
        if pane == "overview" and self.linking is not None:
            self.linking.show_overview(is_shown)

    def show_import_panel(self, is_shown: bool) -> None:
        """Show or hide the panel of a reading."""
        self._panel_holder.setVisible(is_shown)

    def set_filters_folded(self, is_folded: bool) -> None:
        """Fold the filters to their rail or open them, whatever the width."""
        self._is_folded_by_hand = is_folded
        self._fold(is_folded)

    def _fold(self, is_folded: bool) -> None:
        if is_folded == self.filter_pane.is_folded():
            return
        self.filter_pane.set_folded(is_folded)
        sizes = self.outer.sizes()
        wanted = RAIL_WIDTH if is_folded else WIDTH
        sizes[1] += sizes[0] - wanted
        sizes[0] = wanted
        self.outer.setSizes(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit_width()

    def _suit_width(self) -> None:
        width = self.width()
        self._fold(width < FOLD_BELOW if self._is_folded_by_hand is None else self._is_folded_by_hand)
        is_flat = width < LAY_FLAT_BELOW
        if is_flat == self._is_flat:
            return
        self._is_flat = is_flat
        self.detail_pane.set_wide(is_flat)
        if is_flat:
            self.middle.insertWidget(1, self.detail_pane)
            self.middle.setStretchFactor(0, 1)
            self.middle.setSizes([max(200, self.height() - 400), 200, 160])
        else:
            self.outer.addWidget(self.detail_pane)
            self.outer.setSizes([self.filter_pane.sizeHint().width(), width - 340 - WIDTH, 340])

    def pane_order(self) -> list[QWidget]:
        """Where F6 goes, in order; only what can be seen."""
        places: list[QWidget | None] = [self.search, self.timelineView, self.detail_pane, self.filter_pane]
        if self.drawer is not None and self.drawer.isVisible():
            places.append(self.drawer)
        return [place for place in places if place is not None and place.isVisible()]

    def focus_pane(self, pane: QWidget) -> None:
        """Give the keyboard to a pane."""
        target = self.drawer.focus_widget() if self.drawer is not None and pane is self.drawer else pane
        if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
            inner = [child for child in target.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
            target = next((child for child in inner if child.isVisible() and child.isEnabled()), target)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- title, state, end

    def show_title(self) -> None:
        """Name the project in the title."""
        self.setWindowTitle(say("%1 — Stanceline").replace("%1", self.session.name()))

    def _restore_geometry(self) -> None:
        geometry = self.settings.state("window")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _restore_panes(self) -> None:
        for name, splitter in (("outer", self.outer), ("middle", self.middle)):
            state = self.settings.state(name)
            if state is not None:
                splitter.restoreState(state)
        if self.drawer is not None:
            for name, header in self.drawer.header_states().items():
                state = self.settings.state(name)
                if state is not None:
                    header.restoreState(state)

    def save_state(self) -> None:
        """Remember where everything stands."""
        self.settings.set_state("window", self.saveGeometry())
        self.settings.set_state("outer", self.outer.saveState())
        self.settings.set_state("middle", self.middle.saveState())
        if self.drawer is not None:
            for name, header in self.drawer.header_states().items():
                self.settings.set_state(name, header.saveState())
        self.settings.save()

    def reset_layout(self) -> None:
        """Put all panes where a first start has them."""
        self.settings.forget_layout()
        for pane in ("filters", "detail", "drawer", "overview"):
            self.settings.set_flag(pane, pane != "drawer")
        self._is_folded_by_hand, self._is_flat = None, None
        self._suit_width()
        self.outer.setSizes([self.filter_pane.sizeHint().width(), self.width() - 340 - WIDTH, 340])
        self.show_panes(has_articles=self.session.has_articles())
        if self.linking is not None:
            self.linking.show_overview(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.commands.may_close():
            self.save_state()
            self.session.close()
            event.accept()
        else:
            event.ignore()

    # ---- drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self.empty_state.show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.empty_state.show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.empty_state.show_drop(False)
        event.acceptProposedAction()
        self.commands.take_in(event.mimeData())

    # ---- hooks

    def wait_idle(self, timeout_s: float = 30.0) -> bool:
        """Spin the event loop until reading, deriving, layout and painting have settled; False when time is up."""
        from stanceline.ui.waiting import wait_until

        self.complete()
        return wait_until(self._is_settled, timeout_s)

    def _is_settled(self) -> bool:
        return self.is_complete and self.session.is_idle() and (self.linking is None or self.linking.is_settled())
