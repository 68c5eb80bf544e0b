"""Which marks lie between two, or in a rubber band."""

import numpy as np
from PySide6.QtCore import QRectF

from stanceline.ui.plot.plot_state import PlotState


def marks_between(state: PlotState, first: int, last: int) -> list[int]:
    """Marks between two of one lane; just the two where they stand in different lanes."""
    marks, index = state.corpus.marks, state.index
    if marks.row[first] != marks.row[last]:
        return [first, last]
    low, high = sorted((int(index.place[first]), int(index.place[last])))
    return [int(number) for number in index.order[low : high + 1]]


def marks_in_band(state: PlotState, band: QRectF) -> set[int]:
    """Marks whose place lies in a rectangle of the plot."""
    rows = np.arange(
        max(0, int((band.top() + state.scroll_px) // state.row_height)),
        min(len(state.corpus.rows), int((band.bottom() + state.scroll_px) // state.row_height) + 1),
        dtype=np.int64,
    )
    low = state.index.cut(rows, state.second_at(band.left()))
    high = state.index.cut(rows, state.second_at(band.right()))
    return {int(n) for a, b in zip(low, high, strict=True) for n in state.index.order[a:b]}
