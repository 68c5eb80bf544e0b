"""What happens around a reading: pause, cancel, changed files, and the window's place in the desktop's task bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QApplication

from stanceline.ui.changed_files import ChangedFilesBar
from stanceline.ui.preferences_list import CHANGED_FILES
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.import_panel import Progress
    from stanceline.ui.main_window import MainWindow
    from stanceline.workers import Answer, ChangedArticle

_LONG_MS = 10_000
"""Who waited longer than this has turned to something else, and is called."""


class Importing(QObject):
    """One window's readings; made when its session has begun."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._clock = QElapsedTimer()
        self.bar = ChangedFilesBar()
        window.center.insertWidget(1, self.bar)
        self.bar.answered.connect(self._settle)
        panel, job = window.panes.import_panel, self._session.reading_job
        panel.cancel_asked.connect(self._session.cancel_reading)
        panel.paused.connect(self._on_paused)
        if job is not None:
            job.changed_found.connect(self._on_changed_found)
        self._session.reading_began.connect(self._clock.start)
        self._session.reading_ended.connect(self._on_ended)
        self._session.progressed.connect(self._on_progress)
        self._session.named.connect(self._on_named)
        self._project = self._session.project

    def _on_paused(self, is_paused: bool) -> None:
        job = self._session.reading_job
        if job is not None:
            job.pause() if is_paused else job.resume()
        self._session.said.emit(say("Reading is paused") if is_paused else say("Reading goes on"))

    # ---- changed files

    def _on_changed_found(self, articles: tuple[ChangedArticle, ...]) -> None:
        answer = self._window.settings.get(CHANGED_FILES)
        if answer == "ask":
            self.bar.ask(articles)
        else:
            self._settle(articles, answer)

    def _settle(self, articles: tuple[ChangedArticle, ...], answer: str) -> None:
        job = self._session.reading_job
        if job is None:
            return
        job.answer(articles, cast("Answer", answer), self._session.need_project())
        if job.is_busy():
            self._session.reading_began.emit()
        says = {"update": say("Updated: %1"), "both": say("Kept both: %1"), "skip": say("Kept as it was: %1")}[answer]
        for article in articles:
            self._session.said.emit(says.replace("%1", article.path))

    def _on_named(self) -> None:
        if self._session.project is not self._project:
            self._project = self._session.project
            self.bar.forget()

    # ---- the task bar

    def _on_progress(self, progress: Progress) -> None:
        told = say("%1 of %2 read").replace("%1", f"{progress.done:,}").replace("%2", f"{progress.total:,}")
        if progress.total > 1:
            self._window.setWindowTitle(f"{told} · {self._session.name()} — Stanceline")

    def _on_ended(self) -> None:
        self._window.show_title()
        if self._clock.isValid() and self._clock.elapsed() > _LONG_MS and not self._window.isActiveWindow():
            QApplication.alert(self._window)
