"""Memory of the timeline, and whether it grows while somebody pans for a long time."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.figures import Figure

_FRAMES = 3000
_SCRIPT = """
import json, sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from stanceline.ui.plot.timeline import TimelineView
from tests.benchmarks.synthetic import synthetic_corpus
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6
view = TimelineView()
view.resize(1600, 900)
view.show()
app.processEvents()
empty = resident()
count, frames = int(sys.argv[1]), int(sys.argv[2])
view.set_corpus(synthetic_corpus(count))
app.processEvents()
view.repaint_now()
loaded = resident()
view.fit_all()
begin, end = view.visible_range()
span = (end - begin) / 200
before = 0.0
for number in range(frames):
    left = begin + (end - begin) * 0.9 * (number * 37 % 1000) / 1000
    view.set_visible_range(left, left + span)
    view.repaint_now()
    if number == frames // 4:
        before = resident()
print(json.dumps({"empty": empty, "loaded": loaded, "before": before, "after": resident()}), flush=True)
import os
os._exit(0)
"""


def _measure(count: int, frames: int) -> dict[str, float]:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(count), str(frames)],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def figures() -> Iterator[Figure]:
    """Megabytes above the empty view, and growth over the last three quarters of a long pan."""
    if not Path("/proc/self/statm").exists():
        yield Figure("memory_mb", None, "MB", keys={"why": "this system does not tell a process its memory"})
        return
    for count in (10_000, 100_000, 1_000_000):
        found = _measure(count, 8)
        yield Figure(
            "memory_mb", found["loaded"] - found["empty"], "MB", found["empty"], "the empty view", {"n": count}
        )
    found = _measure(100_000, _FRAMES)
    growth = (found["after"] - found["before"]) / found["before"]
    yield Figure("soak_growth_share", growth, "share", keys={"frames": _FRAMES, "n": 100_000})
