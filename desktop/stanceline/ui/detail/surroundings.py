"""Connects the page of notes with the project: notes are kept, corrections taken back, related marks shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stanceline.ui.detail.related import Correction, corrections_of, related_of
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow


class Surroundings(QObject):
    """One window's page of notes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._pane = window.panes.detail
        self._pane.notes_wanted.connect(self._show)
        notes = self._pane.notes
        notes.chosen.connect(self._go)
        notes.note_written.connect(self._keep)
        notes.take_back_asked.connect(self._take_back)
        self._session.noted.connect(self._show)

    def _show(self) -> None:
        detail, project = self._pane.detail, self._session.project
        if detail is None or project is None:
            return
        self._pane.notes.show_mark(
            detail.key,
            project.notes.get(detail.key, ""),
            related_of(self._session.index, detail.key),
            corrections_of(detail, project.history(), project.decided_keys),
        )
        self._pane.mark_notes(detail.key in project.notes)

    def _go(self, key: str) -> None:
        selection = self._session.selection
        keys = selection.keys if key in selection.keys else (*selection.keys, key)
        selection.select(keys, key)
        self._pane.show_tab("quote")

    def _keep(self, key: str, note: str) -> None:
        from stanceline.model.edits import SetNote

        detail = self._pane.detail
        title = detail.headline if detail is not None and detail.key == key else key
        self._session.apply(SetNote(key, note, title))

    def _take_back(self, correction: Correction) -> None:
        from stanceline.model.edits import TakeBack

        if self._session.apply(TakeBack(correction.decisions, correction.text)):
            self._window.panes.notice.tell(
                say("Taken back: %1").replace("%1", correction.text), ((say("Undo"), self._session.undo.undo),)
            )
