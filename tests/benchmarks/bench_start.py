"""From the start of the process to the first painted frame, and to the sample shown, each in processes of its own.

The sample is shown from its saved project, from a copy that has lost the analysis it kept, and from the text files.

The reference is a bare Qt window in the same run: both start from a cold interpreter and end at their first frame.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path

from tests.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
_ROUNDS = 7
_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            # Set before the window's own: it fires when this frame is done and nothing else is.
            QTimer.singleShot(0, tell)
            watched.removeEventFilter(self)
        return False

def tell():
    slow = ("numpy", "pyqtgraph", "pandas", "dateparser", "spacy", "PySide6.QtNetwork", "stanceline.temporal")
    heavy = [name for name in slow if name in sys.modules]
    sys.stdout.write(f"{time.time() - float(os.environ['STARTED'])} {','.join(heavy) or '-'}\\n")
    sys.stdout.flush()
    os._exit(0)
"""
_BARE = (
    _WATCH
    + """
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
)
_OURS = (
    _WATCH
    + """
app = QApplication([])
from stanceline.ui import app as program
from stanceline.ui.main_window import MainWindow
show = MainWindow.show
watch = Watch()
def watched_show(window):
    window.installEventFilter(watch)
    show(window)
MainWindow.show = watched_show
window = program.create_window(profile_dir=os.environ["PROFILE"])
app.exec()
"""
)
_SAMPLE = (
    _WATCH
    + """
def main():
    app = QApplication([])
    from stanceline.ui.app import create_window
    window = create_window([os.environ["SAMPLE"]], profile_dir=os.environ["PROFILE"])
    assert window.wait_idle(100)
    sys.stdout.write(f"{time.time() - float(os.environ['STARTED'])} -\\n")
    sys.stdout.flush()
    if "SAVE_AS" in os.environ:
        from pathlib import Path
        assert window.session.save_as(Path(os.environ["SAVE_AS"]))
    window.session.close()
    os._exit(0)
if __name__ == "__main__":
    main()
"""
)


def run_once(script: str, platform: str, folder: Path, **more: str) -> tuple[float, str]:
    """Seconds to the frame that the script waits for, and which heavy modules were loaded by then.

    `more` are further environment variables.
    """
    file = folder / "start.py"
    file.write_text(script, encoding="utf-8")
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "OPENBLAS_NUM_THREADS": "1",
        "PROFILE": str(folder / "profile"),
        "SAMPLE": str(ROOT / "seeds"),
        "PYTHONPATH": str(ROOT / "desktop"),
        **more,
    }
    surroundings["STARTED"] = str(time.time())
    done = subprocess.run(
        [sys.executable, str(file)], env=surroundings, capture_output=True, text=True, timeout=110, check=True
    )
    seconds, heavy = done.stdout.split()
    return float(seconds), heavy


def figures() -> Iterator[Figure]:
    """Both starts on each platform that there is."""
    # As `make ready` does: where Python may not write beside the source, every start would compile it again.
    compile_dir(ROOT / "desktop" / "stanceline", quiet=1)
    platforms = ["offscreen"] + (["xcb"] if os.environ.get("DISPLAY") else [])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for platform in platforms:
            bare, ours = [], []
            heavy = "-"
            for _ in range(_ROUNDS):
                bare.append(run_once(_BARE, platform, folder)[0])
                seconds, heavy = run_once(_OURS, platform, folder)
                ours.append(seconds)
            reference, value = statistics.median(bare), statistics.median(ours)
            keys = {
                "platform": platform,
                "rounds": _ROUNDS,
                "ratio": round(value / reference, 3),
                "goal_ratio": 1.75,
                "heavy_modules": heavy,
            }
            yield Figure("start_first_frame_s", value, "s", reference, "a bare window in the same run", keys)
            yield from sample_figures(platform, folder, reference)


def sample_figures(platform: str, folder: Path, bare_s: float) -> Iterator[Figure]:
    """To the sample fully shown: marks, lists and facets, nothing under way."""
    saved = folder / f"{platform}.stanceline"
    from_texts = [run_once(_SAMPLE, platform, folder, SAVE_AS=str(saved))[0]]
    from_saved = [run_once(_SAMPLE, platform, folder, SAMPLE=str(saved))[0] for _ in range(_ROUNDS)]
    bare = folder / f"{platform}-bare.stanceline"
    anew = []
    for _ in range(2):
        bare.write_bytes(saved.read_bytes())
        forget_analysis(bare)
        anew.append(run_once(_SAMPLE, platform, folder, SAMPLE=str(bare))[0])
    for name, times, goal in (
        ("its saved project", from_saved, {"goal": 1.5}),
        ("a saved project that is derived anew", anew, {}),
        ("text files, language model loaded anew", from_texts, {}),
    ):
        keys = {"platform": platform, "articles": 2, "from": name, "rounds": len(times), **goal}
        value = statistics.median(times)
        yield Figure("start_sample_shown_s", value, "s", bare_s, "a bare window in the same run", keys)


def forget_analysis(path: Path) -> None:
    """Take the kept analysis out of a project file."""
    import apsw

    connection = apsw.Connection(str(path))
    connection.execute("DELETE FROM kept")
    connection.close()


if __name__ == "__main__":
    for found in figures():
        print(found.line())
