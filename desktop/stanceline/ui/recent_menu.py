"""The submenu of projects opened lately, and what keeps their list: each project that a window has open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from stanceline.ui.recent import DAY_S, RecentProjects, line_of
from stanceline.ui.today import today_s
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow


class RecentMenu(QObject):
    """Lives as long as its window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._recent = RecentProjects(window.settings)
        self.menu = QMenu(say("Recent pro&jects"), window)
        self.menu.setObjectName("menuRecent")
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self.fill)
        window.menus["file"].insertMenu(window.actions_table["file.sample"], self.menu)
        self._session.named.connect(self._on_named)
        self._session.tables_changed.connect(self._on_counted)
        page = window.empty_state
        page.pin_asked.connect(self._on_pin)
        page.forget_asked.connect(self._on_forget)

    def _on_named(self) -> None:
        if self._session.path is not None:
            self._recent.add(self._session.path, today_s() // DAY_S)

    def _on_counted(self) -> None:
        marks = self._session.marks
        if self._session.path is not None and marks is not None:
            self._recent.add(self._session.path, today_s() // DAY_S, len(marks))

    def fill(self) -> None:
        """List the projects anew."""
        self.menu.clear()
        today = today_s() // DAY_S
        rows = self._recent.listed()
        for number, each in enumerate(rows, start=1):
            action = self.menu.addAction(f"&{number % 10} {each.name.replace('&', '&&')}\t{line_of(each, today)}")
            action.setObjectName(f"recent{number}")
            action.setToolTip(each.path)
            action.setEnabled(each.is_there())
            if each.is_pinned:
                action.setIcon(self._window.theme.icon("pin"))
            action.triggered.connect(
                lambda _checked=False, path=each.path: self._window.commands.file.open_recent(path)
            )
        if not rows:
            self.menu.addAction(say("Nothing opened yet")).setEnabled(False)
        self.menu.addSeparator()
        self._add_keeping()

    def _add_keeping(self) -> None:
        path = str(self._session.path or "")
        own = next((each for each in self._recent.listed() if each.path == path), None)
        if own is not None:
            keep = self.menu.addAction(say("&Pin “%1”").replace("%1", own.name.replace("&", "&&")))
            keep.setObjectName("recentPin")
            keep.setCheckable(True)
            keep.setChecked(own.is_pinned)
            keep.toggled.connect(lambda is_pinned: self._recent.pin(own.path, is_pinned))
        clear = self.menu.addAction(say("&Clear all but pinned"))
        clear.setObjectName("recentClear")
        clear.setEnabled(any(not each.is_pinned for each in self._recent.listed()))
        clear.triggered.connect(lambda _checked=False: self._on_clear())

    def _open(self, path: str) -> None:
        self._window.commands.file.open_recent(path)

    def _on_clear(self) -> None:
        self._recent.clear()
        self._show()

    def _on_pin(self, path: str, is_pinned: bool) -> None:
        self._recent.pin(path, is_pinned)
        self._show()

    def _on_forget(self, path: str) -> None:
        self._recent.forget(path)
        self._show()

    def _show(self) -> None:
        self._window.show_recent()
