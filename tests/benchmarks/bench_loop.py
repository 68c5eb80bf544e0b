"""Intervals of the window's event loop, idle and while two workers read 500 articles: does the window stay live?

A timer of 16 ms stands for the frames; what it is late by, a frame would be late by. On a machine that others use, too,
a late timer may be theirs: `cpu_p95` and `cpu_max` are what the window's own thread has computed between two timers.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench_text import texts
from tests.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
_ARTICLES = 500
_LONGEST = 900
"""Letters of an article, whole paragraphs: short ones, since the loop is what is measured, not the reader."""
_SCRIPT = """
import json, os, sys, time
from PySide6.QtCore import QEventLoop, QTimer, Qt
from PySide6.QtWidgets import QApplication

LEFT_OUT_S = 2.0

def watch(window, is_over, limit_s):
    ticks, spent = [], []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(16)
    timer.timeout.connect(lambda: (ticks.append(time.perf_counter()), spent.append(time.thread_time())))
    timer.start()
    loop = QEventLoop()
    check = QTimer()
    end = time.perf_counter() + limit_s
    check.timeout.connect(lambda: loop.quit() if is_over() or time.perf_counter() > end else None)
    check.start(100)
    started = time.perf_counter()
    loop.exec()
    timer.stop()
    kept = [tick for tick in ticks if tick - started >= LEFT_OUT_S]
    gaps = sorted(b - a for a, b in zip(kept, kept[1:]))
    own = sorted(1000 * (b - a) for a, b in zip(spent[-len(kept):], spent[-len(kept):][1:]))
    late = [(round(a - started, 2), round(1000 * (b - a))) for a, b in zip(kept, kept[1:]) if b - a > 0.05]
    return {
        "p50": 1000 * gaps[len(gaps) // 2], "p95": 1000 * gaps[int(len(gaps) * 0.95)], "max": 1000 * gaps[-1],
        "cpu_p95": round(own[int(len(own) * 0.95)], 1), "cpu_max": round(own[-1], 1),
        "seconds": round(time.perf_counter() - started, 1), "over_50_ms": late[:20],
    }

def main():
    app = QApplication([])
    from pathlib import Path
    from stanceline.ui.app import create_window
    window = create_window(profile_dir=os.environ["PROFILE"])
    assert window.wait_idle(60)
    end = time.perf_counter() + 5
    print(json.dumps({"while": "idle", **watch(window, lambda: time.perf_counter() > end, 20)}), flush=True)
    window.session.take_in([Path(os.environ["ARTICLES"])])
    found = watch(window, window.session.is_idle, 170)
    articles = len(window.session.project.articles)
    print(json.dumps({"while": "reading", "articles": articles, **found}), flush=True)
    window.session.close()
    os._exit(0)

if __name__ == "__main__":
    main()
"""


def _beginning(text: str) -> str:
    """The first paragraphs of an article."""
    taken: list[str] = []
    for paragraph in text.split("\n\n"):
        taken.append(paragraph)
        if sum(map(len, taken)) > _LONGEST:
            break
    return "\n\n".join(taken)


def figures() -> Iterator[Figure]:
    """The loop's intervals in a process of its own."""
    corpus = texts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = folder / "articles"
        articles.mkdir()
        for number in range(_ARTICLES):
            text = f"{_beginning(corpus[number % len(corpus)])}\n\nCopy {number}.\n"
            (articles / f"article{number:04d}.txt").write_text(text, encoding="utf-8")
        file = folder / "loop.py"
        file.write_text(_SCRIPT, encoding="utf-8")
        surroundings = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "OPENBLAS_NUM_THREADS": "1",
            "PROFILE": str(folder / "profile"),
            "ARTICLES": str(articles),
            "PYTHONPATH": str(ROOT / "desktop"),
        }
        done = subprocess.run(
            [sys.executable, str(file)], env=surroundings, capture_output=True, text=True, timeout=280, check=False
        )
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        for found in lines:
            found |= {"goal_p95": 20, "goal_max": 100} if found["while"] == "reading" else {}
            yield Figure("loop_interval_ms", found.pop("p50"), "ms", 16.0, "the timer's interval", found)
        if len(lines) < 2:
            why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            yield Figure("loop_interval_ms", None, "ms", keys={"while": "reading", "why": why})


if __name__ == "__main__":
    for figure in figures():
        print(figure.line())
