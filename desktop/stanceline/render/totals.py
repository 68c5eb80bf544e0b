"""Totals of rows and columns of the matrix as small bars, divided into in favor, neither and against."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from stanceline.model.marks import Cells
from stanceline.render.palette import Palette
from stanceline.render.scene import RowGeometry

ROW_BAR_PX = 46.0
"""Room for the bars of rows, at the right of the cells."""
COLUMN_BAR_PX = 16.0
"""Room for the bars of columns, above the cells."""
_TOKENS = (("support", 0), ("neutral", 1), ("oppose", 2))
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Totals:
    """Stances by row and by column, (n, 3) in favor, neither, against; copies are left out."""

    rows: Counts
    columns: Counts


def totals_of(cells: Cells, n_rows: int, n_columns: int, *, overall: int | None = None) -> Totals:
    """The totals of cells; column `overall` only repeats the others and is left out of the rows."""
    evidence = cells.evidence
    owner = np.repeat(np.arange(len(cells)), np.diff(evidence.start))[~evidence.is_copy]
    stance = evidence.stance[~evidence.is_copy]
    side = np.where(stance > 0, 0, np.where(stance < 0, 2, 1))
    in_rows = cells.column[owner] != (-1 if overall is None else overall)
    return Totals(
        _counted(cells.row[owner][in_rows], side[in_rows], n_rows), _counted(cells.column[owner], side, n_columns)
    )


def _counted(place: NDArray[Any], side: NDArray[Any], count: int) -> Counts:
    flat = np.bincount(place.astype(np.int64) * 3 + side, minlength=count * 3)
    made: Counts = flat.reshape(count, 3)
    return made


def paint_row_totals(painter: QPainter, palette: Palette, totals: Totals, geometry: RowGeometry, left: float) -> None:
    """Paint a bar for each row in view from x = `left` on; the longest row fills its room."""
    most = max(int(totals.rows.sum(axis=1).max(initial=0)), 1)
    for row in range(geometry.first, geometry.end):
        x, top = left + 3, geometry.top(row) + geometry.row_height / 2 - 4
        for token, side in _TOKENS:
            wide = float(totals.rows[row, side]) / most * (ROW_BAR_PX - 8)
            if wide > 0:
                painter.fillRect(QRectF(x, top, max(wide, 1.0), 8), palette.color(token))
                x += max(wide, 1.0)


def paint_column_totals(
    painter: QPainter, palette: Palette, totals: Totals, columns: range, left: float, width: float, bottom: float
) -> None:
    """Paint a bar for each of `columns`, the first at x = `left`, standing on y = `bottom`."""
    most = max(int(totals.columns.sum(axis=1).max(initial=0)), 1)
    thick = min(width - 8, 18.0)
    for number, column in enumerate(columns):
        x, y = left + number * width + (width - thick) / 2, bottom
        for token, side in reversed(_TOKENS):
            tall = float(totals.columns[column, side]) / most * (COLUMN_BAR_PX - 4)
            if tall > 0:
                y -= max(tall, 1.0)
                painter.fillRect(QRectF(x, y, thick, max(tall, 1.0)), palette.color(token))
