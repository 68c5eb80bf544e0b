"""Finds the contradictions of each analysis, a few milliseconds at a time, and lists them in the drawer."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stanceline.counting.contradictions import KINDS, Contradiction, find_contradictions
from stanceline.ui.lists.contradiction_list import ContradictionList
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow

_PIECE_S = 0.005


class Contradictions(QObject):
    """The contradictions of one window's work."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.found: list[Contradiction] = []
        self._search: Iterator[Contradiction | None] | None = None
        self._coming: list[Contradiction] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_time)
        self.page = ContradictionList(window.theme)
        self.page.chosen.connect(self._on_chosen)
        self.page.side_asked.connect(self._on_side)
        window.drawer.addTab(self.page, say("Contradictions"))
        self._session.analysis_changed.connect(self._begin)
        self._session.tables_changed.connect(self._begin)

    def is_busy(self) -> bool:
        """Whether some are still being looked for."""
        return self._search is not None

    def _begin(self) -> None:
        """Look through the analysis anew; while articles come in, only through the last one."""
        project = self._session.project
        if project is None or self._session.is_reading():
            self._search = None
            self._timer.stop()
            if project is None:
                self._show([])
            return
        from stanceline.discourse.stances.cell_rules import read_rules

        self._search = find_contradictions(self._session.index.analysis, read_rules(project.decisions))
        self._coming = []
        self._timer.start()

    def _on_time(self) -> None:
        until = perf_counter() + _PIECE_S
        assert self._search is not None
        for found in self._search:
            if found is not None:
                self._coming.append(found)
            elif perf_counter() > until:
                return
        self._search = None
        self._timer.stop()
        self._show(sorted(self._coming, key=lambda one: (KINDS.index(one.kind), one.what, one.actors, one.a.key)))

    def _show(self, found: list[Contradiction]) -> None:
        self.found = found
        self.page.show_found(found, self._session.index)
        drawer = self._window.drawer
        title = say("Contradictions (%1)").replace("%1", f"{len(found):,}") if found else say("Contradictions")
        drawer.setTabText(drawer.indexOf(self.page), title)
        self.changed.emit()

    # ---- looking

    def open(self) -> None:
        """Open the list."""
        self._window.drawer.setCurrentWidget(self.page)
        self._window.set_pane("drawer", True)
        self._window.focus_pane(self.page.view)

    def _on_chosen(self, found: Contradiction) -> None:
        self._session.selection.select((found.a.key, found.b.key), found.a.key)
        # The page of the whole position sets the quotations of a change side by side as well.
        self._window.panes.detail.show_tab("position" if found.a.stance is not None else "quote")

    def _on_side(self, found: Contradiction, key: str) -> None:
        self._session.selection.select((found.a.key, found.b.key), key)
        self._window.panes.detail.show_tab("quote")
        self._window.set_pane("detail", True)
