"""Writes the saved views as one PDF or HTML file, a view between two frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stanceline import StancelineError
from stanceline.ui.words import say
from stanceline.ui.written import failure_text, write_aside

if TYPE_CHECKING:
    from stanceline.model.saved_views import SavedView
    from stanceline.render.story import Scene
    from stanceline.ui.session import Session

SUFFIXES = (".pdf", ".html")


class StoryExport(QObject):
    """Composes one view a turn of the event loop, then writes the file. `saved` or `failed` ends it."""

    saved = Signal(Path)
    failed = Signal(str)

    def __init__(
        self, session: Session, views: Sequence[SavedView], path: Path, looks: Callable[[], tuple[str, bool]],
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._path, self._looks = session, path, looks
        self._waiting = list(views)
        self._scenes: list[Scene] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        try:
            if self._waiting:
                self._scenes.append(self._compose(self._waiting.pop(0)))
                return
            self._timer.stop()
            self._write()
        except (StancelineError, OSError) as error:
            self._timer.stop()
            self.failed.emit(failure_text(error, self._path))
            self.deleteLater()
            return
        self.saved.emit(self._path)
        self.deleteLater()

    def _compose(self, view: SavedView) -> Scene:
        from stanceline.model.corpus import build_corpus
        from stanceline.model.parts import only_rows
        from stanceline.render.figure import FigureSettings, compose
        from stanceline.render.story import Scene

        session, state = self._session, view.view()
        prepared = session.need_project().prepared
        if prepared is None:
            raise StancelineError(say("There is nothing to show yet. Wait until the articles are read."))
        hiding = state.filter.only([part for part in state.filter.parts() if part not in state.dimmed])
        corpus = build_corpus(prepared, hiding, grouping=state.grouping, sort=state.sort)
        first = min(int(state.top_row), max(0, len(corpus.rows) - 1))
        seen = only_rows(corpus, range(first, min(first + 24, len(corpus.rows))))
        stance_colors, swap_sides = self._looks()
        settings = FigureSettings(
            title=view.name, note=view.note, begin_s=state.begin_s, end_s=state.end_s, width_px=1920, height_px=1080,
            dpi=144.0, stance_colors=stance_colors, swap_sides=swap_sides,
        )  # fmt: skip
        return Scene(view.name, view.note, compose(seen, settings))

    def _write(self) -> None:
        from stanceline.render.story import story_html, story_pdf

        is_page = self._path.suffix.lower() == ".html"
        content = story_html(self._session.name(), self._scenes) if is_page else story_pdf(self._scenes)
        write_aside(self._path, content)
