"""Where the parts of the timeline stand: row-aligned beside the stance cells, or stacked above the whole matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QGridLayout, QScrollBar, QSplitter, QVBoxLayout, QWidget

from stanceline.render.painter import AXIS_HEIGHT
from stanceline.ui.plot.overview import HEIGHT as OVERVIEW_HEIGHT
from stanceline.ui.plot.stacked import LaneNames, MatrixPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from stanceline.ui.plot.canvas import TimelineCanvas
    from stanceline.ui.plot.matrix_view import StanceMatrix
    from stanceline.ui.plot.overview import OverviewStrip
    from stanceline.ui.plot.plot_state import PlotState

PlotLayout = Literal["rows", "stacked"]
_SHARE_OF_TIMELINE = 55
_LEAST_PX = 150


class PlotArrangement:
    """Lays out canvas, matrix, overview and scroll bars in the view that they belong to."""

    def __init__(
        self,
        view: QWidget,
        state: PlotState,
        parts: tuple[TimelineCanvas, StanceMatrix, OverviewStrip],
        scroll_rows_to: Callable[[float], None],
    ) -> None:
        self._view, self._state, self._scroll_rows_to = view, state, scroll_rows_to
        self._canvas, self._matrix, self._overview = parts
        self.layout: PlotLayout = "rows"
        self.remembered: QByteArray | None = None
        """How the height was shared out when timeline and matrix last stood one above the other."""
        self._upper = QWidget()
        self._names = LaneNames(state, self._upper)
        self._names.hide()
        self._pane: MatrixPane | None = None
        self.rows_bar = QScrollBar(Qt.Orientation.Vertical, self._upper)
        self.columns_bar = QScrollBar(Qt.Orientation.Horizontal, self._upper)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("plotSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._upper)
        whole = QVBoxLayout(view)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self._fill()
        self.rows_bar.valueChanged.connect(self._on_rows_bar)
        self.columns_bar.valueChanged.connect(self._on_columns_bar)
        self._names.rows_scrolled.connect(lambda px: scroll_rows_to(state.scroll_px + px))

    @property
    def names(self) -> LaneNames:
        """The names beside the lanes while the cells stand below."""
        return self._names

    @property
    def pane(self) -> MatrixPane | None:
        """The matrix below the timeline, None before it was first shown."""
        return self._pane

    def _fill(self) -> None:
        grid = QGridLayout(self._upper)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._names, 0, 0, 2, 1)
        grid.addWidget(self._matrix, 0, 0, 2, 1)
        grid.addWidget(self._overview, 0, 1, 1, 2)
        grid.addWidget(self._canvas, 1, 1)
        grid.addWidget(self.rows_bar, 1, 2)
        grid.addWidget(self.columns_bar, 2, 0)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self._grid = grid
        self.columns_bar.hide()
        self.rows_bar.hide()

    def set_layout(self, layout: PlotLayout) -> None:
        """Put the stance cells beside the lanes, or all of the matrix below the timeline."""
        if layout == self.layout:
            return
        self.layout = layout
        if layout == "stacked":
            if self._pane is None:
                self._pane = MatrixPane(self._state)
                self.splitter.addWidget(self._pane)
            self._pane.take(self._matrix)
            self._pane.show()
            if self.remembered is None or not self.splitter.restoreState(self.remembered):
                self.share_height()
        elif self._pane is not None:
            self.remembered = self.splitter.saveState()
            self._pane.give(self._matrix)
            self._pane.hide()
            self._grid.addWidget(self._matrix, 0, 0, 2, 1)
            self._matrix.show()
        self._names.setVisible(layout == "stacked")
        self._upper.setMinimumHeight(_LEAST_PX if layout == "stacked" else 0)
        self.place()

    def shares(self) -> QByteArray | None:
        """How timeline and matrix share the height, None where they never did."""
        return self.splitter.saveState() if self.layout == "stacked" else self.remembered

    def share_height(self) -> None:
        """Give timeline and matrix 55 and 45 hundredths of the height."""
        self.remembered = None
        self.splitter.setSizes([_SHARE_OF_TIMELINE * 10, (100 - _SHARE_OF_TIMELINE) * 10])

    def scroll_matrix(self, delta_px: float) -> None:
        """Scroll the rows of the matrix: with the lanes where it stands beside them, else by itself."""
        if self.layout == "stacked" and self._pane is not None:
            self._pane.scroll_by(delta_px)
        else:
            self._scroll_rows_to(self._state.scroll_px + delta_px)

    # ---- places ----------------------------------------------------------------------------------

    def place(self) -> None:
        """Give the frozen block its width and bring its header to the height of overview and axis."""
        is_stacked = self.layout == "stacked"
        overview_px = OVERVIEW_HEIGHT if not self._overview.isHidden() else 0
        top_px = 0.0 if self._state.axis_place == "bottom" and overview_px else AXIS_HEIGHT
        if top_px != self._state.top_px:
            self._state.top_px = top_px
            self._canvas.place_axes()
        # Tall column titles make the strip above the plot taller, so that rows stay side by side.
        wanted = 0.0 if is_stacked else self._matrix.wanted_header
        extra = max(0.0, wanted - top_px - overview_px)
        self._overview.setFixedHeight(OVERVIEW_HEIGHT + (round(extra) if overview_px else 0))
        header = top_px + (self._overview.height() if overview_px else 0)
        if is_stacked:
            self._names.place(header, self._matrix.names_width)
            self.columns_bar.hide()
            if self._pane is not None:
                self._pane.place()
            return
        self._matrix.header_px = header
        self._matrix.setFixedWidth(self._matrix.wanted_width(max(self._view.width(), 600)))
        show_columns(self.columns_bar, self._matrix, self._matrix.columns_seen(max(self._view.width(), 600)))
        self._matrix.update()

    def sync(self) -> None:
        """Bring the scroll bars to the state."""
        state = self._state
        set_bar(self.rows_bar, round(state.max_scroll_px), state.height, state.row_height, state.scroll_px)
        if self.layout == "stacked":
            self._names.update()
            if self._pane is not None:
                self._pane.sync()

    def _on_rows_bar(self, value: int) -> None:
        if abs(value - self._state.scroll_px) >= 1:
            self._scroll_rows_to(float(value))

    def _on_columns_bar(self, value: int) -> None:
        self._matrix.first_column = value
        self._matrix.update()


def set_bar(bar: QScrollBar, most: int, page: float, step: float, value: float) -> None:
    """Bring a scroll bar to a state without its telling of it; hidden where there is nothing to scroll."""
    bar.blockSignals(True)
    bar.setRange(0, most)
    bar.setPageStep(round(page))
    bar.setSingleStep(round(step))
    bar.setValue(round(value))
    bar.blockSignals(False)
    bar.setVisible(most > 0)


def show_columns(bar: QScrollBar, matrix: StanceMatrix, seen: int) -> None:
    """Bring a scroll bar to the columns of a matrix, of which so many are seen."""
    count = len(matrix.state.corpus.columns)
    set_bar(bar, max(0, count - seen), max(seen, 1), 1, matrix.first_column)
    bar.setVisible(count > seen > 0)
