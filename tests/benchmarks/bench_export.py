"""Time and size of exported figures: a decade of 100,000 marks as 4K PNG, SVG and PDF, beside pyqtgraph's exporter.

Times are CPU seconds of the process, median of several, composing included; the reference exports the same marks as a
scatter plot, once its items are made.
"""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.figures import Figure, emit

if TYPE_CHECKING:
    from stanceline.model.marks import Corpus
    from stanceline.render.figure_settings import FigureSettings

N, WIDTH, HEIGHT = 100_000, 3840, 2160
_RUNS = 5
_YEAR_S = 365.25 * 86_400


def median_s(work: Callable[[], object]) -> float:
    """CPU seconds of one call, the median of several; the first is a warm-up."""
    times = []
    for _ in range(_RUNS + 1):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return float(np.median(times[1:]))


def decade(begin: np.ndarray[tuple[int], np.dtype[np.int64]]) -> tuple[float, float]:
    """The decade that is shown."""
    first = float(begin.min()) + 40 * _YEAR_S
    return first, first + 10 * _YEAR_S


def reference_s() -> float:
    """pyqtgraph's image exporter on a scatter plot of the same marks and decade."""
    import pyqtgraph
    from pyqtgraph.exporters import ImageExporter

    from tests.benchmarks.synthetic import synthetic_corpus

    marks = synthetic_corpus(N).marks
    plot = pyqtgraph.PlotWidget()
    plot.resize(1280, 720)
    plot.addItem(pyqtgraph.ScatterPlotItem(marks.begin.astype(float), marks.row.astype(float), size=8))
    plot.setXRange(*decade(marks.begin), padding=0)
    plot.show()
    exporter = ImageExporter(plot.plotItem)
    exporter.parameters()["width"] = WIDTH
    taken = median_s(lambda: exporter.export(toBytes=True))
    plot.close()
    return taken


def _render(corpus: "Corpus", settings: "FigureSettings", name: str) -> bytes:
    from stanceline.render.export import render
    from stanceline.render.figure import compose

    return render(compose(corpus, settings), name)


def export_figures() -> Iterator[Figure]:
    """One figure a format."""
    from stanceline.render.figure_settings import FigureSettings
    from tests.benchmarks.synthetic import synthetic_corpus

    reference = reference_s()
    corpus = synthetic_corpus(N)
    begin, end = decade(corpus.marks.begin)
    settings = FigureSettings(
        width_px=WIDTH, height_px=HEIGHT, dpi=288, begin_s=begin, end_s=end, sources=False, title="A decade"
    )
    for name in ("png", "svg", "pdf"):
        content = _render(corpus, settings, name)
        seconds = median_s(partial(_render, corpus, settings, name))
        keys: dict[str, Any] = {"format": name, "width": WIDTH, "height": HEIGHT, "bytes": len(content), "n": N}
        keys["goal"] = 0.6 if name == "png" else 0.3
        if name == "svg":
            keys |= {"goal_bytes": 2_000_000, "texts": content.count(b"<text"), "images": content.count(b"<image")}
        yield Figure("export_s", seconds, "s", reference, "pyqtgraph's image exporter at the same width", keys)


def figures() -> Iterator[Figure]:
    """Every figure of this module."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    yield from export_figures()
    del application


if __name__ == "__main__":
    emit(figures())
