"""From pointer to light, from click to words, from key to result: what the links between the views cost.

A window on 100,000 marks, offscreen. Each step is taken with a real event and counted until the views that it changes
have been painted: `hover` moves the pointer over marks, cells and values of filters, `click` selects marks, `key` types
into the search field (the cut of the corpus that follows the pause in typing, with its repaint).
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from tests.figures import Figure

if TYPE_CHECKING:
    from stanceline.model.project import Project
    from stanceline.ui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
MARKS = 100_000
_TIMES = 40


def _window() -> "MainWindow":
    """A window whose project is replaced by prepared columns of so many marks."""
    from PySide6.QtWidgets import QApplication

    from stanceline.model.corpus import arrange
    from stanceline.ui.app import create_window

    QApplication.instance() or QApplication([])
    window = create_window(profile_dir=Path(tempfile.mkdtemp()))
    window.resize(1600, 900)
    window.show()
    assert window.wait_idle(60)
    session = window.session
    project = _project()
    assert project.prepared is not None
    session._project, session._arrangement = project, arrange(project.prepared)
    session._cut()
    window.show_panes(has_articles=True)
    window.set_pane("drawer", True)
    window.set_filters_folded(False)
    assert window.timelineView is not None
    window.timelineView.fit_all()
    assert window.wait_idle(60)
    return window


def _project() -> "Project":
    """A project whose marks take sides by chance."""
    import numpy as np

    from stanceline.model.marks import NO_STANCE, Kind
    from stanceline.model.prepared import prepare
    from stanceline.model.project import Project
    from stanceline.model.store import Store, StoredArticle
    from tests.benchmarks.bench_model import synthetic_analysis

    rng = np.random.default_rng(1)
    project = Project(Store.memory())
    project.analysis = synthetic_analysis(MARKS)
    prepared = prepare(project.analysis)
    kind = rng.integers(0, 3, len(prepared)).astype(np.int8)
    stance = np.where(kind == Kind.STANCE, rng.integers(-2, 3, len(prepared)), NO_STANCE).astype(np.int8)
    # Without an article the window shows its empty page.
    project._articles = {"a": StoredArticle("a", "", "", None, "T", "")}
    project.prepared = replace(prepared, kind=kind, stance=stance)
    return project


def _timed(name: str, limit_ms: float, steps: Sequence[Callable[[], object]], paint: Callable[[], None]) -> Figure:
    spent, wall = [], []
    for step in steps:
        began, seen = process_time(), perf_counter()
        step()
        paint()
        spent.append(1000 * (process_time() - began))
        wall.append(1000 * (perf_counter() - seen))
    spent, wall = sorted(spent), sorted(wall)
    at = int(len(spent) * 0.95)
    keys = {"p50": round(spent[len(spent) // 2], 2), "wall_p95": round(wall[at], 2), "marks": MARKS}
    return Figure(f"{name}_p95", round(spent[at], 2), "ms", limit_ms, "to reach", keys)


def figures() -> Iterator[Figure]:
    """Hover, click and key."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from stanceline.model.filters import Filter

    window = _window()
    view, linking = window.timelineView, window.linking
    assert view is not None
    assert linking is not None
    port = view.canvas.viewport()
    rect = port.rect()

    def move(x: float, y: float) -> None:
        none = Qt.MouseButton.NoButton
        at = QPointF(x, y)
        event = QMouseEvent(QEvent.Type.MouseMove, at, port.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(port, event)

    def paint() -> None:
        # What has been marked for repainting, each widget once, as at the end of a turn of the event loop.
        QApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)

    places = [(40 + n * (rect.width() - 80) / _TIMES, 60.0 + 40 * (n % 12)) for n in range(_TIMES)]
    move(*places[0])
    yield _timed("linking_hover_mark", 50.0, [partial(move, *at) for at in places], paint)
    brush = linking.brush
    values = [("stances", value) for value in (2, 1, 0, -1, -2)] + [("kinds", kind) for kind in (0, 1, 2)]
    steps = [partial(brush._on_value, part, value) for part, value in values * 5]
    yield _timed("linking_hover_value", 50.0, steps, paint)
    brush._on_value("", None)

    def click(at: tuple[float, float]) -> None:
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPointF(*at).toPoint())

    view.go_to(float(view.corpus().marks.begin[MARKS // 2]), 3.0e7)
    paint()
    yield _timed("linking_click", 100.0, [partial(click, at) for at in places], paint)
    words = ["c", "co", "cou", "coun", "counc", "counci", "council", "counci", "coun", "co"]

    def type_in(text: str) -> None:
        window.session.filters.set(Filter(text=text))
        window.session.cut_now()

    yield _timed("linking_key", 16.0, [partial(type_in, text) for text in words * 3], paint)
    window.session.close()
