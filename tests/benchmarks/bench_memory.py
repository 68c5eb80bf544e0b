"""Memory of the timeline above that of an empty one, by number of marks.

Titles are the labels of the marks, in the arrays that hold them (`model.strings`): they are as long as they are
written, so the figure is without them; `with_titles` tells both together. The reference is pyqtgraph's scatter plot of
as many points, which has no titles.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.figures import Figure

_SIZES = (10_000, 100_000, 1_000_000)
_GOALS = {1_000_000: 120}
_COMMON = """
import json, sys
import numpy as np
import pyqtgraph
from PySide6.QtWidgets import QApplication
app = QApplication([])
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6
count = int(sys.argv[1])
"""
_OURS = (
    _COMMON
    + """
from stanceline.ui.plot.timeline import TimelineView
from stanceline.ui.waiting import wait_until
from tests.benchmarks.synthetic import synthetic_corpus
view = TimelineView()
view.resize(1600, 900)
view.show()
app.processEvents()
empty = resident()
corpus = synthetic_corpus(count)
view.set_corpus(corpus)
app.processEvents()
view.repaint_now()
peak = resident()
assert wait_until(lambda: not view.is_giving_back(), 20)
titles = corpus.marks.labels.nbytes / 1e6
print(json.dumps({"empty": empty, "loaded": resident(), "peak": peak, "titles": titles}), flush=True)
"""
)
_SCATTER = (
    _COMMON
    + """
view = pyqtgraph.PlotWidget()
view.resize(1600, 900)
view.show()
app.processEvents()
empty = resident()
rng = np.random.default_rng(1)
points = pyqtgraph.ScatterPlotItem(rng.random(count), rng.random(count), size=6)
view.addItem(points)
app.processEvents()
view.repaint()
print(json.dumps({"empty": empty, "loaded": resident()}), flush=True)
"""
)


def _measure(script: str, count: int) -> dict[str, float]:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"}
    # Without a clean end: what is measured has been said.
    script += "import os\nos._exit(0)\n"
    command = [sys.executable, "-c", script, str(count)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=300, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def figures() -> Iterator[Figure]:
    """Megabytes above the empty view."""
    if not Path("/proc/self/statm").exists():
        yield Figure("memory_mb", None, "MB", keys={"why": "this system does not tell a process its memory"})
        return
    for count in _SIZES:
        found, scatter = _measure(_OURS, count), _measure(_SCATTER, count)
        above = found["loaded"] - found["empty"]
        keys = {
            "n": count,
            "with_titles": round(above, 1),
            "titles": round(found["titles"], 1),
            "while_loading": round(found["peak"] - found["empty"], 1),
            **({"goal": _GOALS[count]} if count in _GOALS else {}),
        }
        reference = scatter["loaded"] - scatter["empty"]
        yield Figure("memory_mb", above - found["titles"], "MB", reference, "pyqtgraph's scatter plot", keys)


if __name__ == "__main__":
    for figure in figures():
        print(figure.line())
