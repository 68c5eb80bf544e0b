"""Places stance cells: which (actor, column) pairs are in view, where, and what they look like."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from stanceline.model.marks import NO_STANCE, Cells, Row
from stanceline.render.scene import RowGeometry

Look = tuple[int, int, float, int]
"""Stance, traits, confidence (in steps that look different), evidence count (likewise)."""

GAP_LOOK: Look = (NO_STANCE, 0, 1.0, 0)


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell whose upper left corner is at (x, y); `number` indexes `Cells`, -1 where no statement was found."""

    x: float
    y: float
    row: int
    column: int
    number: int
    look: Look


@dataclass(frozen=True)
class CellScene:
    """Cells of equal size."""

    width: float
    height: float
    cells: tuple[PlacedCell, ...]


def index_cells(cells: Cells) -> dict[tuple[int, int], int]:
    """Number of the cell for each (row, column) that has one."""
    return {pair: number for number, pair in enumerate(zip(cells.row.tolist(), cells.column.tolist(), strict=True))}


def _steps(count: int) -> int:
    # Counts that give the same bar to the eye share a sprite; small ones stay exact for wide cells.
    return count if count < 100 else 100


def look_of(cells: Cells, number: int) -> Look:
    """What a cell looks like."""
    confidence = float(cells.confidence[number])
    level = 0.9 if confidence >= 0.8 else 0.6 if confidence >= 0.5 else 0.3
    return int(cells.stance[number]), int(cells.traits[number]), level, _steps(int(cells.count[number]))


def place_cells(
    cells: Cells,
    known: Mapping[tuple[int, int], int],
    rows: list[Row],
    geometry: RowGeometry,
    columns: range,
    column_width: float,
    left: float,
    cell_height: float,
    looks: dict[int, Look] | None = None,
) -> CellScene:
    """Cells of the rows in view and of `columns`, the first of which stands at x = `left`.

    `looks` remembers what cells look like between scenes of one corpus. Group headings have no cells; every other
    pair without evidence gets the sign for "no statement found".
    """
    looks = {} if looks is None else looks
    placed = []
    inset = np.floor((geometry.row_height - cell_height) / 2)
    for row in range(geometry.first, geometry.end):
        if rows[row].is_group_heading:
            continue
        y = geometry.top(row) + float(inset)
        for column in columns:
            number = known.get((row, column), -1)
            look = GAP_LOOK if number < 0 else looks.get(number)
            if look is None:
                look = looks[number] = look_of(cells, number)
            placed.append(PlacedCell(left + (column - columns.start) * column_width, y, row, column, number, look))
    return CellScene(column_width, cell_height, tuple(placed))
