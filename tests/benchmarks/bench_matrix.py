"""Time of a frame of the stance matrix while scrolling 2,000 x 500 cells, as cells, as strips, and of hovering.

The matrix fills 1600 x 900 alone, more cells than the window ever shows beside a timeline. In the same run the nearest
thing that Qt offers, a QTableView with a delegate that only fills, scrolls over the same cells in the same size. Times
are CPU milliseconds of the process.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tests.benchmarks.bench_frames import HEIGHT, WIDTH, spread, timed_ms
from tests.figures import Figure, emit

ROWS, COLUMNS = 2_000, 500
ROW_PX, COLUMN_PX, STRIP_PX = 28, 34, 110
_FRAMES = 120
_REFERENCE = "QTableView with a delegate that fills cells, the same cells and size"


def _table_view(corpus: Any) -> tuple[Any, Callable[[int], None]]:
    """The reference, and how to show its frame of a number."""
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

    from stanceline.model.marks import MIXED
    from stanceline.ui.plot.matrix_model import MatrixModel

    colors = {stance: QColor.fromHsv(40 * (stance + 2) % 360, 150, 220) for stance in (-2, -1, 0, 1, 2, MIXED)}

    class Fills(QStyledItemDelegate):
        def paint(
            self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
        ) -> None:
            number = model.number_of((index.row(), index.column()))
            if number >= 0:
                box: QRect = option.rect
                painter.fillRect(box.adjusted(2, 2, -2, -2), colors[int(corpus.cells.stance[number])])

    model = MatrixModel()
    model.set_corpus(corpus)
    view = QTableView()
    view.setModel(model)
    view.setItemDelegate(Fills(view))
    view.verticalHeader().setDefaultSectionSize(ROW_PX)
    view.horizontalHeader().setDefaultSectionSize(COLUMN_PX)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(WIDTH, HEIGHT)

    def show(number: int) -> None:
        view.verticalScrollBar().setValue(number * 37)
        view.viewport().repaint()

    return view, show


def _matrix(corpus: Any, column_px: int) -> tuple[Any, Any, Callable[[int], None]]:
    from stanceline.render.painter_raster import RasterPainter
    from stanceline.render.palette import load_palette
    from stanceline.ui.plot.matrix_view import StanceMatrix
    from stanceline.ui.plot.plot_state import PlotState
    from tests.benchmarks.matrices import FIRST_S, YEARS

    state = PlotState(RasterPainter(load_palette("light"), 1.0))
    state.row_height = float(ROW_PX)
    state.set_corpus(corpus)
    state.set_range(FIRST_S, FIRST_S + YEARS * 365 * 86_400.0)
    matrix = StanceMatrix(state)
    matrix.resize(WIDTH, HEIGHT)
    state.height = float(HEIGHT) - matrix.header_px
    matrix.set_column_width(column_px)
    matrix.refresh()

    def show(number: int) -> None:
        state.scroll_to(number * 37.0)
        matrix.first_column = number * 3 % (COLUMNS - len(matrix.visible_columns))
        matrix.repaint()

    return matrix, state, show


def _hover(matrix: Any, number: int) -> None:
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    point = QPointF(matrix.names_width + 20 + number * 7 % 1200, matrix.header_px + 20 + number * 13 % 700)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, point, point, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(matrix, move)
    matrix.repaint()


def figures() -> Iterator[Figure]:
    """Every figure of this module."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.matrices import matrix_corpus

    application = QApplication.instance() or QApplication([])
    corpus = matrix_corpus(ROWS, COLUMNS, filled=0.9, most=4)
    keys = {"rows": ROWS, "columns": COLUMNS, "width": WIDTH, "height": HEIGHT}
    table, show = _table_view(corpus)
    table.show()
    QApplication.processEvents()
    reference, slow = spread([timed_ms(partial(show, number)) for number in range(_FRAMES // 2)])
    yield Figure("matrix_table_view_ms", reference, "ms", keys={**keys, "p95": round(slow, 2)})
    table.close()
    for name, px in (("matrix_scroll_ms", COLUMN_PX), ("matrix_strips_ms", STRIP_PX)):
        matrix, state, frame = _matrix(corpus, px)
        matrix.show()
        QApplication.processEvents()
        median, p95 = spread([timed_ms(partial(frame, number)) for number in range(_FRAMES)])
        shown = len(range(state.geometry.first, state.geometry.end)) * len(matrix.visible_columns)
        sizes = {**keys, "p95": round(p95, 2), "cell": f"{px}x{ROW_PX}", "shown": shown}
        yield Figure(name, median, "ms", reference, _REFERENCE, sizes)
        if px == COLUMN_PX:
            median, p95 = spread([timed_ms(partial(_hover, matrix, number)) for number in range(60)])
            yield Figure("matrix_hover_ms", median, "ms", keys={**keys, "p95": round(p95, 2)})
        matrix.close()
    del application


if __name__ == "__main__":
    emit(figures())
