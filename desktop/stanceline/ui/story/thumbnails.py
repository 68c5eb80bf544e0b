"""Small pictures of saved views, drawn by the renderer when they are first seen, one between two frames."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from stanceline.model.view_state import ViewState, ViewStateError

if TYPE_CHECKING:
    from stanceline.model.marks import Corpus
    from stanceline.model.saved_views import SavedView
    from stanceline.ui.session import Session
    from stanceline.ui.theme import Look, Theme

WIDTH, HEIGHT = 160, 90
_SCALE = 5.0
"""A view is drawn as large as in a window of this many times the picture, and scaled down."""
_MOST_MARKS = 50_000
"""Projects with more marks take longer than a frame to filter: their views are drawn while they are shown."""
_MOST_KEPT = 200


class Thumbnails(QObject):
    """Draws and keeps the pictures; `drawn` carries the id of a view whose picture is there now."""

    drawn = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._kept: OrderedDict[tuple[str, Look, float], QPixmap] = OrderedDict()
        self._asked: dict[str, tuple[SavedView, float]] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._draw_next)
        session.analysis_changed.connect(self._forget)

    def of(self, view: SavedView, dpr: float) -> QPixmap | None:
        """The picture of a view, None where it is still to be drawn: then `drawn` follows."""
        key = (view.state, self._theme.look, dpr)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif view.id not in self._asked:
            self._asked[view.id] = (view, dpr)
            self._timer.start()
        return found

    def _forget(self) -> None:
        self._kept.clear()
        self._asked.clear()

    def _draw_next(self) -> None:
        if not self._asked:
            self._timer.stop()
            return
        ident = next(iter(self._asked))
        view, dpr = self._asked[ident]
        picture = self._draw(view, dpr)
        self._asked.pop(ident, None)
        if picture is not None:
            self._kept[view.state, self._theme.look, dpr] = picture
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
            self.drawn.emit(ident)

    def _draw(self, view: SavedView, dpr: float) -> QPixmap | None:
        try:
            state = view.view()
        except ViewStateError:
            return None
        corpus = self._corpus(state)
        return None if corpus is None else draw_view(corpus, state, self._theme.look, dpr)

    def _corpus(self, state: ViewState) -> Corpus | None:
        """What the view shows; None where finding it out would hold up the window."""
        session = self._session
        is_shown = (state.filter, state.grouping, state.sort) == (
            session.filters.value, session.grouping, session.sort
        )  # fmt: skip
        if is_shown and session.corpus is not None:
            return session.corpus
        prepared = session.project.prepared if session.project is not None else None
        if prepared is None or len(prepared) > _MOST_MARKS:
            return None
        from stanceline.model.corpus import build_corpus

        return build_corpus(prepared, state.filter, grouping=state.grouping, sort=state.sort)


def draw_view(corpus: Corpus, state: ViewState, look: Look, dpr: float) -> QPixmap:
    """A view as a picture of `WIDTH` x `HEIGHT` px, drawn like a figure of the rows that are in sight."""
    from stanceline.model.parts import only_rows
    from stanceline.render.export import draw_image
    from stanceline.render.figure import FigureSettings, compose

    first = max(0, min(int(state.top_row), len(corpus.rows) - 1))
    rows = max(1, round(HEIGHT * _SCALE / state.row_height))
    settings = FigureSettings(
        width_px=round(WIDTH * _SCALE), height_px=round(HEIGHT * _SCALE), dpi=96.0, theme=look.theme,
        stance_colors=look.stance_colors, swap_sides=look.swap_sides,
        begin_s=state.begin_s, end_s=state.end_s, legend=False, sources=False,
    )  # fmt: skip
    image = draw_image(compose(only_rows(corpus, range(first, min(first + rows, len(corpus.rows)))), settings))
    small = image.scaled(
        round(WIDTH * dpr), round(HEIGHT * dpr), Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    picture = QPixmap.fromImage(small)
    picture.setDevicePixelRatio(dpr)
    return picture
