"""Which rows of a corpus a figure shows; free of Qt, because data files ask the same."""

from stanceline.model.marks import Corpus
from stanceline.model.parts import only_rows, rows_with_cells
from stanceline.render.figure_settings import FigureError, FigureSettings


def with_rows(corpus: Corpus, settings: FigureSettings) -> tuple[Corpus, tuple[int, int]]:
    """The corpus to draw and which of its rows (first, end). Raises `FigureError` where there is none.

    The corpus stays the same object where its rows are neighbors.
    """
    count = len(corpus.rows)
    if settings.rows == "stance":
        chosen = rows_with_cells(corpus)
        if not chosen:
            raise FigureError("No actor takes a stance here. Choose all rows.")
        return only_rows(corpus, chosen), (0, len(chosen))
    if settings.rows == "pinned":
        pinned = [number for number, row in enumerate(corpus.rows) if row.is_pinned]
        if not pinned:
            raise FigureError("No row is pinned. Pin rows in the window, or choose all rows.")
        return only_rows(corpus, pinned), (0, len(pinned))
    if settings.rows == "first":
        return corpus, (0, min(settings.row_count, count))
    if settings.rows == "visible" and settings.window is not None:
        first, end = settings.window
        return corpus, (max(0, min(first, count - 1)), max(1, min(end, count)))
    return corpus, (0, count)
