"""What all groups of commands share: the window, its work, and what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stanceline.ui.session import Session
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.model.edits import Edit
    from stanceline.ui.detail.evidence import Detail
    from stanceline.ui.linking import Linking
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.timeline import TimelineView


class CommandGroup(QObject):
    """Handlers of one subject. Public methods are handlers of actions or are called by other groups."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _session(self) -> Session:
        return self._window.session

    @property
    def _linking(self) -> Linking:
        linking = self._window.linking
        assert linking is not None, "no action that needs the timeline is enabled before it stands"
        return linking

    def _timeline(self) -> TimelineView:
        timeline = self._window.timelineView
        assert timeline is not None, "no action that needs the timeline is enabled before it stands"
        return timeline

    def _detail(self) -> Detail | None:
        detail = self._window.panes.detail.detail
        if detail is None:
            self._window.panes.notice.tell(say("Select a mark first."))
        return detail

    def _apply(self, edit: Edit) -> None:
        self._session.apply(edit)
