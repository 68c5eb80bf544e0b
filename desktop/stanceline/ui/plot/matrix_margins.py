"""What stands around the cells of the matrix: titles, the corner with its widgets and note, bars of totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from stanceline.model.prepared import OVERALL
from stanceline.render.header import paint_column_titles
from stanceline.render.totals import (
    COLUMN_BAR_PX,
    ROW_BAR_PX,
    Totals,
    paint_column_totals,
    paint_row_totals,
    totals_of,
)

if TYPE_CHECKING:
    from stanceline.ui.plot.matrix_view import StanceMatrix

_NOTE_PX = 12.5


class MatrixMargins:
    """The margins of one matrix. Totals are counted when they are first seen."""

    def __init__(self, matrix: StanceMatrix) -> None:
        self._matrix = matrix
        self._header_widget: QWidget | None = None
        self._corner_widget: QWidget | None = None
        self.note, self.note_in_full = "", ""
        self.has_totals = False
        self._totals: Totals | None = None

    @property
    def right_px(self) -> float:
        """Width that the bars of rows take."""
        return ROW_BAR_PX if self.has_totals else 0.0

    @property
    def above_px(self) -> float:
        """Height that the bars of columns take."""
        return COLUMN_BAR_PX if self.has_totals else 0.0

    def forget(self) -> None:
        """Count the totals anew: the cells are others."""
        self._totals = None

    def set_header_widget(self, widget: QWidget) -> None:
        """Show a small widget beside the first column's title."""
        self._header_widget = widget
        self._adopt(widget)

    def set_corner_widget(self, widget: QWidget) -> None:
        """Show a small widget in the upper left corner."""
        self._corner_widget = widget
        self._adopt(widget)

    def _adopt(self, widget: QWidget) -> None:
        widget.setParent(self._matrix)
        widget.show()
        self.place()

    def place(self) -> None:
        """Bring the widgets to their places."""
        matrix = self._matrix
        widget = self._header_widget
        if widget is not None:
            size = widget.sizeHint()
            left, top = matrix.names_width - size.width() - 6, round(matrix.header_px) - size.height() - 3
            widget.setGeometry(left, top, size.width(), size.height())
        widget = self._corner_widget
        if widget is not None:
            size = widget.sizeHint()
            widget.setGeometry(4, 4, min(size.width(), matrix.names_width - 16), size.height())

    def _corner_bottom(self) -> float:
        widget = self._corner_widget
        return 4.0 if widget is None or widget.isHidden() else widget.geometry().bottom() + 3.0

    def is_on_note(self, x: float, y: float) -> bool:
        """Whether a point lies on the note in the corner."""
        top = self._corner_bottom()
        return bool(self.note) and x < self._matrix.names_width and top <= y < top + 18

    def paint_header(self, painter: QPainter) -> None:
        """Paint titles, corner and the bars of columns."""
        matrix, state = self._matrix, self._matrix.state
        palette, height = state.painter.palette, matrix.header_px
        painter.fillRect(QRectF(0, 0, matrix.width(), height), palette.color("surface"))
        titles = [matrix.model.column_title(column) for column in matrix.visible_columns]
        scenes = state.painter
        if self._corner_bottom() < height - 18:
            # Without the overview above there is room for the button alone.
            scenes.paint_texts(painter, [(12.0, height - 13.0, matrix.tr("Actor"), "text_muted")], _NOTE_PX, bold=True)
        if self.note and self._corner_bottom() + 18 < height - 22:
            note = scenes.elided(self.note, matrix.names_width - 20, _NOTE_PX)
            scenes.paint_texts(painter, [(12.0, self._corner_bottom() + 9, note, "text_muted")], _NOTE_PX)
        left, room = matrix.names_width, height - self.above_px
        paint_column_titles(painter, palette, titles, left, matrix.cell_width, room)
        if self.has_totals:
            paint_column_totals(
                painter, palette, self.totals, matrix.visible_columns, left, matrix.cell_width, height - 3
            )
        painter.fillRect(QRectF(0, height - 1, matrix.width(), 1), palette.color("border"))

    def paint_rows(self, painter: QPainter) -> None:
        """Paint the bars of rows; the origin is below the header."""
        if self.has_totals:
            matrix = self._matrix
            left = matrix.names_width + len(matrix.visible_columns) * matrix.cell_width
            paint_row_totals(painter, matrix.state.painter.palette, self.totals, matrix.state.geometry, left)

    @property
    def totals(self) -> Totals:
        """Stances by row and column."""
        if self._totals is None:
            corpus = self._matrix.model.corpus
            keys = [key for key, _ in corpus.columns]
            overall = keys.index(OVERALL) if OVERALL in keys else None
            self._totals = totals_of(corpus.cells, len(corpus.rows), len(keys), overall=overall)
        return self._totals

    def says(self, x: float, row: int) -> str:
        """What the bar of a row says in words, empty beside it."""
        matrix = self._matrix
        left = matrix.names_width + len(matrix.visible_columns) * matrix.cell_width
        if not self.has_totals or x < left:
            return ""
        favor, neither, against = self.totals.rows[row].tolist()
        words = matrix.tr("{favor} in favor, {neither} neutral, {against} against")
        return words.format(favor=favor, neither=neither, against=against)
