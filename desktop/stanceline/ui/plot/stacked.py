"""The stacked layout: names beside the lanes, and below them the whole matrix with a scroll position of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QToolTip, QWidget

from stanceline.ui.plot.plot_state import PlotState
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.plot.matrix_view import StanceMatrix

_WIDEST = 16_777_215
_NOTCH_PX = 48.0
_LEAST_PX = 110
_LEAST_HEADER_PX = 62.0
_BESIDE_PX = 8
_WIDE_FROM_PX, _WIDEST_CELL_PX = 64, 280


class OwnRows(PlotState):
    """All of a plot's state but the place of its rows: scrolled apart from the lanes."""

    def __init__(self, main: PlotState) -> None:
        self._main = main
        self.scroll_px = 0.0
        self.height = 300.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._main, name)

    @property
    def bottom_px(self) -> float:
        """No axis stands below the matrix."""
        return 0.0

    def invalidate(self) -> None:
        """Nothing is laid out here."""

    def x_of(self, seconds: float) -> float:
        """Where the lanes show an instant."""
        return self._main.x_of(seconds)


class MatrixPane(QWidget):
    """Holds the stance matrix below the timeline, with its scroll bars."""

    def __init__(self, main: PlotState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrixPane")
        self.setMinimumHeight(_LEAST_PX)
        self._main, self.rows = main, OwnRows(main)
        self._matrix: StanceMatrix | None = None
        self.rows_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.columns_bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.rows_bar, 0, 1)
        self._grid.addWidget(self.columns_bar, 1, 0)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self.rows_bar.valueChanged.connect(self._on_rows_bar)
        self.columns_bar.valueChanged.connect(self._on_columns_bar)

    def take(self, matrix: StanceMatrix) -> None:
        """Show the matrix here, with all the width and with rows of its own."""
        self._matrix = matrix
        matrix.setMinimumWidth(0)
        matrix.setMaximumWidth(_WIDEST)
        self._grid.addWidget(matrix, 0, 0)
        matrix.set_state(self.rows)
        matrix.show()

    def give(self, matrix: StanceMatrix) -> None:
        """Let the matrix follow the lanes again."""
        self._grid.removeWidget(matrix)
        matrix.wide_px = 0
        matrix.set_state(self._main)
        self._matrix = None

    def place(self) -> None:
        """Give the header the height that the titles want, and bring the scroll bars up to date."""
        matrix = self._matrix
        if matrix is None:
            return
        columns = max(len(self.rows.corpus.columns), 1)
        each = (self.width() - matrix.names_width - _BESIDE_PX - self.rows_bar.sizeHint().width()) // columns
        matrix.wide_px = min(each, _WIDEST_CELL_PX) if each > _WIDE_FROM_PX else 0
        matrix.header_px = max(matrix.wanted_header, _LEAST_HEADER_PX)
        self.rows.height = max(self.height() - matrix.header_px, 1.0)
        matrix.first_column = min(matrix.first_column, max(0, len(self.rows.corpus.columns) - 1))
        self.sync()
        matrix.update()

    def sync(self) -> None:
        """Bring the scroll bars to the state."""
        from stanceline.ui.plot.arrangement import set_bar, show_columns

        rows, matrix = self.rows, self._matrix
        if matrix is None:
            return
        rows.scroll_px = min(max(rows.scroll_px, 0.0), rows.max_scroll_px)
        set_bar(self.rows_bar, round(rows.max_scroll_px), rows.height, rows.row_height, rows.scroll_px)
        seen = (matrix.width() - matrix.names_width - _BESIDE_PX) // max(matrix.cell_width, 1)
        show_columns(self.columns_bar, matrix, max(seen, 0))

    def scroll_by(self, delta_px: float) -> None:
        """Scroll the rows; the limits hold."""
        self._scroll_to(self.rows.scroll_px + delta_px)

    def _scroll_to(self, scroll_px: float) -> None:
        self.rows.scroll_px = min(max(scroll_px, 0.0), self.rows.max_scroll_px)
        self.sync()
        if self._matrix is not None:
            self._matrix.update()

    def _on_rows_bar(self, value: int) -> None:
        if abs(value - self.rows.scroll_px) >= 1:
            self._scroll_to(float(value))

    def _on_columns_bar(self, value: int) -> None:
        if self._matrix is not None:
            self._matrix.first_column = value
            self._matrix.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()


class LaneNames(QWidget):
    """The names of the rows beside their lanes."""

    rows_scrolled = Signal(float)
    row_clicked = Signal(str)

    def __init__(self, state: PlotState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("laneNames")
        self.setAccessibleName(say("Actors"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._state = state
        self._header_px = 0.0

    def place(self, header_px: float, width: int) -> None:
        """Leave room for what stands above the lanes."""
        self._header_px = header_px
        self.setFixedWidth(width)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt gives it
        state = self._state
        palette, rows = state.painter.palette, state.geometry
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), palette.color("surface"))
        painter.save()
        painter.setClipRect(QRectF(0, self._header_px, self.width(), state.height))
        painter.translate(0, self._header_px)
        headings = [n for n in range(rows.first, rows.end) if state.corpus.rows[n].is_group_heading]
        state.painter.paint_row_grounds(painter, rows, self.width(), headings)
        state.painter.paint_names(painter, state.corpus.rows, rows, self.width())
        painter.restore()
        at = (12.0, self._header_px - 13.0)
        state.painter.paint_texts(painter, [(*at, say("Actor"), "text_muted")], 12.5, bold=True)
        border = palette.color("border")
        painter.fillRect(QRectF(0, self._header_px - 1, self.width(), 1), border)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), border)
        painter.end()

    def _row_at(self, y: float) -> int | None:
        return self._state.row_at(y - self._header_px) if y >= self._header_px else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self.row_clicked.emit(self._state.corpus.rows[row].key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        delta = event.pixelDelta().y() or event.angleDelta().y() / 120 * _NOTCH_PX
        if delta:
            self.rows_scrolled.emit(-delta)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self._row_at(event.pos().y())
            name = "" if row is None else self._state.corpus.rows[row].name
            QToolTip.showText(event.globalPos(), name, self)
            return True
        return super().event(event)
