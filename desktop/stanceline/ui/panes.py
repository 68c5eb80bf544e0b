"""The panes around the timeline: made after the first frame, placed by the width of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from stanceline.ui.detail.detail_pane import DetailPane
from stanceline.ui.import_panel import ImportPanel
from stanceline.ui.lists.chips import ChipBar
from stanceline.ui.lists.drawer import Drawer
from stanceline.ui.lists.filter_pane import RAIL_WIDTH, WIDTH, FilterPane
from stanceline.ui.notice import NoticeBar
from stanceline.ui.story.strip import ViewStrip
from stanceline.ui.story.thumbnails import Thumbnails
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow

DETAIL_WIDTH = 340
_FLAT_DETAIL_HEIGHT, _DRAWER_HEIGHT, _CHROME_HEIGHT = 212, 220, 112
_MENU_ACTIONS = (
    "edit.set_stance", "edit.set_date", "edit.pin_article", "edit.make_reference",
    "edit.rename_actor", "edit.merge_actors", "edit.reject", "edit.copy_citation",
    "edit.copy_rows", "view.fit_selection",
)  # fmt: skip

_CORRECTIONS = 7
"""The first so many put something right; the rest copies and shows."""


class Panes:
    """Notice bar, search, chips, filters, details, lists and the panel of a reading, in their places."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        theme, session, table = window.theme, window.session, window.actions_table
        self.corrections = [table[name] for name in _MENU_ACTIONS]
        self.notice = NoticeBar(theme)
        self.search_bar = self._make_search_bar()
        self.import_panel = ImportPanel()
        self.filters = FilterPane(theme, session.filters)
        self.detail = DetailPane(theme, self.corrections[:_CORRECTIONS], table["edit.copy_citation"])
        self.drawer = Drawer(theme, session.selection, self.corrections, window.settings)
        self.thumbnails = Thumbnails(session, theme, window)
        self.views = ViewStrip(
            theme, self.thumbnails, [table[name] for name in ("story.save", "story.present", "story.export")]
        )
        self.drawer.addTab(self.views, say("Views"))
        self.drawer.set_column_widths()
        self.drawer.hide()
        window.center.insertWidget(0, self.notice)
        window.center.insertWidget(1, self.search_bar)
        window.center.addWidget(self._make_panel_holder())
        window.outer.insertWidget(0, self.filters)
        window.outer.setStretchFactor(1, 1)
        window.outer.addWidget(self.detail)
        window.middle.addWidget(self.drawer)
        window.middle.setStretchFactor(0, 1)
        self.filters.unfolded.connect(lambda: window.set_filters_folded(False))
        self.filters.folded.connect(lambda: window.set_filters_folded(True))

    def _make_search_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("bar", True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        theme = self._window.theme
        self.search = QLineEdit()
        self.search.setObjectName("searchEdit")
        self.search.setPlaceholderText(say("Search events, actors, quotes"))
        self.search.setAccessibleName(say("Search"))
        self.search.setFixedWidth(300)
        mark = self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        theme.changed.connect(lambda: mark.setIcon(theme.icon("search")))
        # Qt's own clear button fades in and out, and is seen in an empty field meanwhile.
        clear = self.search.addAction(theme.icon("close"), QLineEdit.ActionPosition.TrailingPosition)
        clear.setObjectName("searchClear")
        clear.setToolTip(say("Clear the search"))
        clear.setVisible(False)
        clear.triggered.connect(self.search.clear)
        self.search.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        theme.changed.connect(lambda: clear.setIcon(theme.icon("close")))
        self.chips = ChipBar(theme, self._window.session.filters)
        row.addWidget(self.search)
        row.addWidget(self.chips, 1)
        return bar

    def _make_panel_holder(self) -> QWidget:
        self._panel_holder = QWidget()
        row = QHBoxLayout(self._panel_holder)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.import_panel)
        self._panel_holder.hide()
        return self._panel_holder

    def show_import_panel(self, is_shown: bool) -> None:
        """Show or hide the panel of a reading."""
        self._panel_holder.setVisible(is_shown)

    def fold_filters(self, is_folded: bool) -> None:
        """Fold the filters to their rail, or open them; the timeline takes or gives the room."""
        if is_folded == self.filters.is_folded():
            return
        self.filters.set_folded(is_folded)
        outer = self._window.outer
        sizes = outer.sizes()
        wanted = RAIL_WIDTH if is_folded else WIDTH
        sizes[1] += sizes[0] - wanted
        sizes[0] = wanted
        outer.setSizes(sizes)

    def lay_detail(self, is_flat: bool) -> None:
        """Put the details below the timeline, or beside it."""
        window = self._window
        self.detail.set_wide(is_flat)
        if is_flat:
            window.middle.insertWidget(1, self.detail)
            window.middle.setStretchFactor(0, 1)
            rest = max(200, window.height() - _CHROME_HEIGHT - _FLAT_DETAIL_HEIGHT)
            window.middle.setSizes([rest, _FLAT_DETAIL_HEIGHT, _DRAWER_HEIGHT])
        else:
            window.outer.addWidget(self.detail)
            left = RAIL_WIDTH if self.filters.is_folded() else WIDTH
            window.outer.setSizes([left, window.width() - DETAIL_WIDTH - left, DETAIL_WIDTH])
