"""Time of a frame while panning and zooming, of hit tests and hovering, and of the stance matrix.

Each frame sets the range and repaints at once; times are CPU milliseconds of the process. Sizes other than 1
are measured in a process of their own, because Qt reads its scale factor once.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from tests.figures import Figure, emit

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WIDTH, HEIGHT = 1600, 900
PHASES = ("all", "decade", "half_year", "levels")
_YEAR_S = 365.25 * 86_400
_WHOLE = (-46 * _YEAR_S, 54 * _YEAR_S)
_FRAMES = 60
_LEVEL_FRAMES = 120
_FINEST_S = 8 * 3600
_GOAL_MS = {1.0: (8.3, 16.7), 2.0: (None, 33.0)}
"""For a median and a 95th percentile, by scale factor."""
_WARM_UP = 3


def ranges(phase: str, whole: tuple[float, float]) -> list[tuple[float, float]]:
    """The ranges that a phase shows, one a frame."""
    begin, end = whole
    middle = begin + (end - begin) / 2
    if phase == "all":
        step = (end - begin) / 4000
        return [(begin + k * step, end - k * step) for k in range(_FRAMES)]
    if phase == "levels":
        # In and out again between everything and a few hours: with a million marks cards need that.
        shrink = (_FINEST_S / (end - begin)) ** (1 / _LEVEL_FRAMES)
        halves = [(end - begin) / 2 * shrink**k for k in range(_LEVEL_FRAMES + 1)]
        return [(middle - half, middle + half) for half in (*halves, *halves[::-1])]
    span = (10 if phase == "decade" else 0.5) * _YEAR_S
    return [(middle + k * span / 80, middle + k * span / 80 + span) for k in range(_FRAMES)]


def timed_ms(work: Callable[[], object]) -> float:
    """CPU milliseconds of one call."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def spread(times: list[float]) -> tuple[float, float]:
    """Median and 95th percentile without the first few."""
    kept = np.array(times[_WARM_UP:])
    return float(np.median(kept)), float(np.percentile(kept, 95))


def _bare_frame_ms() -> float:
    """A widget of the same size that fills itself: the least a frame can take."""
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        def paintEvent(self, event: object) -> None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("white"))
            painter.end()

    widget = Bare()
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    QApplication.processEvents()
    median, _ = spread([timed_ms(widget.repaint) for _ in range(30)])
    widget.close()
    return median


def frame_figures(n: int, scale: float) -> Iterator[Figure]:
    """Frame and hit-test times with `n` marks."""
    from PySide6.QtWidgets import QApplication

    from stanceline.ui.plot.timeline import TimelineView
    from tests.benchmarks.synthetic import synthetic_corpus

    bare = _bare_frame_ms()
    view = TimelineView()
    view.resize(WIDTH, HEIGHT)
    view.set_corpus(synthetic_corpus(n))
    view.show()
    QApplication.processEvents()
    view.fit_all()
    whole = view.visible_range()
    levels: set[int] = set()
    every: list[float] = []

    def frame(begin: float, end: float) -> None:
        view.set_visible_range(begin, end)
        view.repaint_now()

    for phase in PHASES:
        times = []
        for at in ranges(phase, whole):
            times.append(timed_ms(partial(frame, *at)))
            levels.update(view.levels())
        every += times[_WARM_UP:]
        median, p95 = spread(times)
        keys = {"n": n, "scale": scale, "phase": phase, "p95": round(p95, 2), "width": WIDTH, "height": HEIGHT}
        yield Figure("frame_ms", median, "ms", bare, "a widget of the same size that only fills itself", keys)
    median, p95 = spread(every)
    goal, goal_p95 = _GOAL_MS[scale]
    keys = {"n": n, "scale": scale, "phase": "any", "p95": round(p95, 2), "levels": sorted(levels)}
    keys |= {"goal": goal, "goal_p95": goal_p95} if n == SIZES[-1] else {}
    yield Figure("frame_ms", median, "ms", bare, "a widget of the same size that only fills itself", keys)
    yield _hit_figure(view, n)
    yield _hover_figure(view, n)
    view.close()


def pyqtgraph_figures(n: int = SIZES[-1]) -> Iterator[Figure]:
    """The same pans and zooms in pyqtgraph's own plots: an empty view box, one with its date axis, a scatter plot."""
    import pyqtgraph
    from PySide6.QtWidgets import QApplication

    first = _WHOLE[0]
    rng = np.random.default_rng(1)
    for name, has_axis, points in (("empty view box", False, 0), ("date axis", True, 0), ("scatter plot", True, n)):
        plot = pyqtgraph.PlotWidget(axisItems={"bottom": pyqtgraph.DateAxisItem(utcOffset=0)})
        plot.resize(WIDTH, HEIGHT)
        for axis in ("left", "bottom") if not has_axis else ("left",):
            plot.hideAxis(axis)
        if points:
            x = first + rng.random(points) * (_WHOLE[1] - first)
            plot.addItem(pyqtgraph.ScatterPlotItem(x, rng.integers(0, 20, points), size=6))
        plot.setYRange(0, 20)
        plot.show()
        QApplication.processEvents()

        def frame(begin: float, end: float, plot: pyqtgraph.PlotWidget = plot) -> None:
            plot.setXRange(begin, end, padding=0)
            plot.viewport().repaint()

        every: list[float] = []
        for phase in ("decade", "levels"):
            frames = ranges(phase, _WHOLE)
            # A few frames of a million points say enough.
            frames = frames[:: len(frames) // 12] if points else frames
            every += [timed_ms(partial(frame, *at)) for at in frames][_WARM_UP:]
        median, p95 = spread(every)
        yield Figure("frame_pyqtgraph_ms", median, "ms", keys={"n": points, "what": name, "p95": round(p95, 2)})
        plot.close()


def _hit_figure(view: object, n: int) -> Figure:
    from stanceline.ui.plot.timeline import TimelineView

    assert isinstance(view, TimelineView)
    rng = np.random.default_rng(4)
    points = rng.random((2000, 2)) * (WIDTH - 500, HEIGHT - 200)
    view.set_visible_range(*ranges("half_year", view.visible_range())[0])
    view.marks_at(10.0, 10.0)
    times = []
    for x, y in points.tolist():
        started = time.perf_counter()
        view.marks_at(x, y)
        times.append((time.perf_counter() - started) * 1e6)
    keys = {"n": n, "p95": round(float(np.percentile(times, 95)), 1)}
    return Figure("hit_test_us", float(np.median(times)), "us", keys=keys)


def _hover_figure(view: object, n: int) -> Figure:
    """From the pointer's move to the mark's ring on the screen."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from stanceline.ui.plot.canvas import TimelineCanvas
    from stanceline.ui.plot.timeline import TimelineView

    assert isinstance(view, TimelineView)
    canvas = view.findChild(TimelineCanvas)
    assert isinstance(canvas, TimelineCanvas)
    rng = np.random.default_rng(6)

    def move(x: float, y: float) -> None:
        point = QPointF(x, y)
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, point, point, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas.viewport(), event)
        canvas.viewport().repaint()

    points = (rng.random((60, 2)) * (WIDTH - 500, HEIGHT - 200) + (0, 60)).tolist()
    median, p95 = spread([timed_ms(partial(move, *at)) for at in points])
    return Figure("hover_ms", median, "ms", keys={"n": n, "p95": round(p95, 2)})


def matrix_figure(rows: int = 2000, columns: int = 500) -> Figure:
    """Scrolling through a large matrix."""
    from PySide6.QtWidgets import QApplication

    from stanceline.model.marks import Cells, Corpus, Row, empty_marks
    from stanceline.ui.plot.timeline import TimelineView

    rng = np.random.default_rng(5)
    count = rows * columns
    cells = Cells(
        row=np.repeat(np.arange(rows), columns).astype(np.int32),
        column=np.tile(np.arange(columns), rows).astype(np.int32),
        stance=rng.integers(-2, 3, count).astype(np.int8),
        confidence=rng.random(count).astype(np.float32),
        traits=np.zeros(count, np.uint16),
        count=rng.integers(1, 60, count).astype(np.int32),
        stances=[()] * count,
    )
    corpus = Corpus(
        [Row(f"r{n}", f"Actor {n}", "state") for n in range(rows)],
        [(f"p{n}", f"Plan {n}") for n in range(columns)],
        empty_marks(),
        cells,
    )
    view = TimelineView()
    view.resize(WIDTH, HEIGHT)
    view.set_corpus(corpus)
    view.set_row_height(28)
    view.show()
    QApplication.processEvents()

    def frame(number: int) -> None:
        view.scroll_rows_to(number * 37.0)
        view.repaint_now()

    median, p95 = spread([timed_ms(partial(frame, number)) for number in range(_FRAMES)])
    view.close()
    return Figure("matrix_frame_ms", median, "ms", keys={"n": count, "p95": round(p95, 2)})


def _in_own_process(scale: float, n: int) -> Iterator[Figure]:
    """The frame figures at another scale factor."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bench_frames", str(n), str(scale)],
        env={**os.environ, "QT_SCALE_FACTOR": str(scale)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        why = {"n": n, "scale": scale, "why": done.stderr.strip()[-200:] or "the process printed nothing"}
        yield Figure("frame_ms", None, "ms", keys=why)
    for line in lines:
        yield Figure.read(line)


def figures() -> Iterator[Figure]:
    """Every figure of this module."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    medians = {}
    for n in SIZES:
        for figure in frame_figures(n, 1.0):
            if figure.name == "frame_ms" and figure.keys["phase"] == "any":
                medians[n] = figure.value or 0.0
            yield figure
    ratio = medians[SIZES[-1]] / medians[10_000]
    yield Figure("frame_growth_ratio", ratio, "times", 1.0, "the median at ten thousand marks", {"goal": 1.5})
    yield from pyqtgraph_figures()
    yield matrix_figure()
    del application
    yield from _in_own_process(2.0, SIZES[-1])


def _one(n: int, scale: float) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    for figure in frame_figures(n, scale):
        if figure.name == "frame_ms":
            print(figure.line())
    del application


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _one(int(sys.argv[1]), float(sys.argv[2]))
    else:
        emit(figures())
