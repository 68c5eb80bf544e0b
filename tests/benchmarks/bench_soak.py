"""Many thousand frames of panning and zooming: no crash, no growth, and no object that Qt calls wear out.

The real window on a project of a few hundred marks, then the painter alone on a picture. `None` is looked at because
one release of the binding took one reference too many from it a call, and so ended the interpreter within minutes.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
FRAMES = 20_000
_WARM_UP_SHARE = 0.1
_ROWS_EVERY = 50
_CLICK_EVERY = 200


def resident_mb() -> float:
    """Memory of this process that is in use."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def soak(frame: Callable[[int], None], frames: int) -> dict[str, float]:
    """Draw so many frames; growth of memory and references of `None` gained behind the first tenth."""
    first = max(1, int(frames * _WARM_UP_SHARE))
    memory = references = 0.0
    for number in range(frames):
        frame(number)
        if number == first:
            memory, references = resident_mb(), sys.getrefcount(None)
    return {
        "frames": frames,
        "growth": resident_mb() / memory - 1,
        "mb": round(resident_mb(), 1),
        "none_gained": sys.getrefcount(None) - references,
    }


def path_of(number: int, begin: float, end: float) -> tuple[float, float]:
    """The range of a frame: in and out between everything and a day, and to and fro; the same each time."""
    turn = number % 400
    share = abs(turn - 200) / 200
    span = (end - begin) * (86_400 / (end - begin)) ** (1 - share)
    left = begin + (end - begin - span) * ((number * 37) % 1000) / 1000
    return left, left + span


def window_frames(window: object, frames: int) -> dict[str, float]:
    """Pan and zoom in a settled window: its timeline with everything that follows it, through the event loop."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from stanceline.ui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    timeline = window.timelineView
    assert timeline is not None
    timeline.fit_all()
    begin, end = timeline.visible_range()

    def frame(number: int) -> None:
        timeline.set_visible_range(*path_of(number, begin, end))
        if number % _ROWS_EVERY == 0:
            timeline.scroll_rows_to(float(number % 300))
        if number % _CLICK_EVERY == 0:
            QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(timeline.width() // 2, 200))
        timeline.repaint_now()
        QApplication.processEvents()

    return soak(frame, frames)


def painter_frames(frames: int) -> dict[str, float]:
    """The painter alone, on a picture."""
    from PySide6.QtGui import QImage, QPainter

    from stanceline.render.painter_raster import RasterPainter
    from stanceline.render.palette import load_palette
    from stanceline.ui.plot.plot_state import PlotState
    from tests.benchmarks.synthetic import synthetic_corpus

    state = PlotState(RasterPainter(load_palette("light"), 1.0))
    state.width, state.height = 1100.0, 700.0
    state.set_corpus(synthetic_corpus(2_000))
    begin, end = state.fit_range()
    image = QImage(1100, 700, QImage.Format.Format_ARGB32_Premultiplied)

    def frame(number: int) -> None:
        state.set_range(*path_of(number, begin, end))
        painter = QPainter(image)
        state.painter.paint_ground(painter, state.scene)
        state.painter.paint_marks(painter, state.scene)
        painter.end()

    return soak(frame, frames)


def _run(what: str) -> dict[str, float]:
    """One soak in a process of its own, so that a crash is a figure, too."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "OPENBLAS_NUM_THREADS": "1",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "desktop"), str(ROOT)]),
            "STANCELINE_PROFILE": folder,
        }
        command = [sys.executable, "-m", "tests.benchmarks.bench_soak", what, str(FRAMES)]
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=900, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError(f"the {what} ended with {done.returncode}: {done.stderr.strip()[-200:]}")
    found: dict[str, float] = json.loads(lines[-1])
    return found


def figures() -> Iterator[Figure]:
    """Growth of memory over each soak."""
    if not Path("/proc/self/statm").exists():
        yield Figure("soak_growth_share", None, "share", keys={"why": "this system does not tell a process its memory"})
        return
    for what in ("window", "painter"):
        found = _run(what)
        growth = found.pop("growth")
        yield Figure("soak_growth_share", growth, "share", keys={"what": what, **found, "goal": 0.05})


def main(what: str, frames: int) -> None:
    """One soak in this process; prints what was found."""
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    if what == "painter":
        print(json.dumps(painter_frames(frames)), flush=True)
    else:
        from stanceline.ui.app import create_window

        window = create_window([ROOT / "seeds"])
        assert window.wait_idle(120)
        print(json.dumps(window_frames(window, frames)), flush=True)
        window.session.close()
    del application
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        main(sys.argv[1], int(sys.argv[2]))
    else:
        for figure in figures():
            print(figure.line())
