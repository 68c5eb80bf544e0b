"""Moving through time, panes and matches; filters."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from stanceline.ui.commands.base import CommandGroup


class NavigateCommands(CommandGroup):
    """Handlers of the Navigate and Filter menus."""

    def go_to_date(self) -> None:
        from stanceline.ui.dialogs.dialogs import GoToDate

        form = GoToDate(self._window)
        form.answered.connect(self._show_period)
        form.open()

    def _show_period(self, period: tuple[int, int]) -> None:
        self._linking.visit_now()
        begin, end = period
        room = (end - begin) * 0.1
        self._timeline().set_visible_range(begin - room, end + room)

    def go_back(self) -> None:
        self._linking.views.back()

    def go_forward(self) -> None:
        self._linking.views.forward()

    def next_pane(self) -> None:
        self._step_pane(1)

    def previous_pane(self) -> None:
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        panes = self._window.pane_order()
        if not panes:
            # The empty window: there is nothing to step between.
            return
        focus = QApplication.focusWidget()
        at = next(
            (n for n, pane in enumerate(panes) if focus is pane or (focus is not None and pane.isAncestorOf(focus))),
            -by,
        )
        self._window.focus_pane(panes[(at + by) % len(panes)])

    def find(self) -> None:
        self._window.panes.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.panes.search.selectAll()

    def find_next(self) -> None:
        self._step_match(1)

    def find_previous(self) -> None:
        self._step_match(-1)

    def _step_match(self, by: int) -> None:
        corpus, selection = self._session.corpus, self._session.selection
        if corpus is None or not len(corpus.marks):
            return
        keys = [corpus.marks.keys[number] for number in corpus.marks.begin.argsort(kind="stable").tolist()]
        at = keys.index(selection.current) + by if selection.current in keys else (0 if by > 0 else -1)
        selection.select([keys[at % len(keys)]])
        if self._window.linking is not None:
            self._window.linking.reveal_current()

    def filter_visible_period(self) -> None:
        begin, end = self._timeline().visible_range()
        filters = self._session.filters
        filters.set(replace(filters.value, period=(int(begin), int(end))))

    def filter_selected_actor(self) -> None:
        detail = self._detail()
        if detail is not None and detail.actors:
            filters = self._session.filters
            filters.set(replace(filters.value, actors=frozenset(detail.actors)))

    def clear_filters(self) -> None:
        self._session.filters.clear()
