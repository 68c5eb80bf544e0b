"""Places stance cells: which (actor, column) pairs are in view, where, and what they look like.

Arrays only: a view of a thousand cells costs as many array elements, no objects.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from stanceline.model.marks import MIXED, NO_STANCE, Cells, Corpus, Row, Trait
from stanceline.render.rows import RowGeometry
from stanceline.render.strips import Strips

Ints = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]

NUMBER_FROM_PX = 44.0
"""Cells of this width say how many stances are behind them."""
STRIP_FROM_PX = 96.0
"""Cells of this width show how the position went over time."""
STRIP_BOX_PX = 34.0
BAR_STEPS = 20
"""Lengths of the bar that tells the amount of evidence, from one stance to a hundred, on a logarithmic scale."""
_SEEN_TRAITS = int(
    Trait.SECOND_HAND | Trait.SUGGESTED | Trait.CONDITIONAL | Trait.UNCERTAIN | Trait.CONFLICT | Trait.EDITED
)
_MIXED_CODE, _NONE_CODE, _OFF_CODE = 5, 6, 7
NOT_APPLICABLE = 126
"""In `CellLook.stance`: somebody has said that the proposal is none of the actor's business."""


class CellLook(NamedTuple):
    """What a cell looks like.

    `level` 0 to 2 grows with the confidence; `before` is the stance before the last change, `NO_STANCE` without one;
    `bar` is 0 without evidence, else 1 to `BAR_STEPS` + 1.
    """

    stance: int
    traits: int = 0
    level: int = 2
    before: int = NO_STANCE
    bar: int = 0


GAP_LOOK = CellLook(NO_STANCE)


@dataclass(frozen=True)
class CellScene:
    """Cells of equal size, upper left corners at (x, y).

    `number` indexes `Cells`, -1 where no statement was found; `look` is packed (see `unpack_look`); `count` is the
    number of stances to be written, 0 where there is none. `second` are looks of the same cells in another state:
    where it is given each cell is drawn in two halves, `look` at the left and `second` at the right.
    """

    width: float
    height: float
    x: Floats
    y: Floats
    row: Ints
    column: Ints
    number: Ints
    look: Ints
    count: Ints
    second: Ints | None = None
    strips: Strips | None = None

    def __len__(self) -> int:
        return len(self.x)

    @property
    def box_width(self) -> float:
        """Width of the box with fill and sign: the whole cell, or its left end where a strip stands beside it."""
        return self.width if self.strips is None else STRIP_BOX_PX


class CellIndex:
    """Finds cells by row and column."""

    def __init__(self, cells: Cells) -> None:
        self._width = int(cells.column.max()) + 1 if len(cells) else 1
        keys = cells.row.astype(np.int64) * self._width + cells.column
        is_sorted = bool(np.all(keys[1:] > keys[:-1]))
        self._order = None if is_sorted else np.argsort(keys, kind="stable")
        self._keys = keys if self._order is None else keys[self._order]

    def numbers(self, rows: Ints, columns: Ints) -> Ints:
        """Numbers of the cells at pairs of row and column, -1 where there is none."""
        if not len(self._keys):
            return np.full(np.broadcast(rows, columns).shape, -1, np.int64)
        wanted = rows * self._width + columns
        place = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        is_found = (self._keys[place] == wanted) & (columns < self._width)
        found = place if self._order is None else self._order[place]
        numbers: Ints = np.where(is_found, found, -1)
        return numbers

    def get(self, cell: tuple[int, int]) -> int | None:
        """Number of the cell at (row, column), None where there is none."""
        number = int(self.numbers(np.array([cell[0]], np.int64), np.array([cell[1]], np.int64))[0])
        return None if number < 0 else number


def index_cells(cells: Cells) -> CellIndex:
    """Where the cells of each (row, column) are found."""
    return CellIndex(cells)


def _code(stance: NDArray[np.int8]) -> Ints:
    """Stances as numbers from 0 to 6."""
    plain = stance.astype(np.int64)
    known = np.where(plain == MIXED, _MIXED_CODE, np.where(plain == NO_STANCE, _NONE_CODE, plain + 2))
    return np.where(plain == NOT_APPLICABLE, _OFF_CODE, known)


def _stance(code: int) -> int:
    special = {_MIXED_CODE: MIXED, _NONE_CODE: NO_STANCE, _OFF_CODE: NOT_APPLICABLE}
    return special.get(code, code - 2)


def bar_steps(count: Ints) -> Ints:
    """Length of the bar for counts of stances, in steps; 0 for none."""
    steps = np.rint(np.log10(np.clip(count, 1, 100)) / 2 * BAR_STEPS).astype(np.int64) + 1
    return np.where(count > 0, steps, 0)


def pack_look(look: CellLook) -> int:
    """A look in one number."""
    stances = np.array([look.stance, look.before], np.int8)
    stance, before = _code(stances).tolist()
    packed: int = stance | before << 3 | look.level << 6 | look.bar << 8 | look.traits << 13
    return packed


def unpack_look(packed: int) -> CellLook:
    """The inverse of `pack_look`."""
    return CellLook(
        _stance(packed & 7), packed >> 13, (packed >> 6) & 3, _stance((packed >> 3) & 7), (packed >> 8) & 31
    )


_GAP, _OFF = pack_look(GAP_LOOK), pack_look(CellLook(NOT_APPLICABLE))


def looks_of(cells: Cells, numbers: Ints) -> Ints:
    """Packed looks of cells by their numbers; -1 is the look of "no statement found"."""
    looks = np.full(len(numbers), _GAP, np.int64)
    known = numbers >= 0
    chosen = numbers[known]
    confidence = cells.confidence[chosen]
    level = (confidence >= 0.5).astype(np.int64) + (confidence >= 0.8)
    looks[known] = (
        _code(cells.stance[chosen])
        | _code(cells.before[chosen]) << 3
        | level << 6
        | bar_steps(cells.count[chosen].astype(np.int64)) << 8
        | (cells.traits[chosen].astype(np.int64) & _SEEN_TRAITS) << 13
    )
    return looks


def inapplicable_pairs(corpus: Corpus) -> list[tuple[int, int]]:
    """Row and column of the cells that do not apply."""
    if not corpus.inapplicable:
        return []
    rows = {row.key: number for number, row in enumerate(corpus.rows)}
    columns = {key: number for number, (key, _) in enumerate(corpus.columns)}
    return [(rows[row], columns[column]) for row, column in corpus.inapplicable if row in rows and column in columns]


def place_cells(
    cells: Cells,
    known: CellIndex,
    rows: Sequence[Row],
    geometry: RowGeometry,
    columns: range,
    column_width: float,
    left: float,
    cell_height: float,
    *,
    second: tuple[Cells, CellIndex] | None = None,
    inapplicable: Sequence[tuple[int, int]] = (),
) -> CellScene:
    """Cells of the rows in view and of `columns`, the first of which stands at x = `left`.

    Group headings have no cells; every other pair without evidence gets the sign for "no statement found". `second`
    are cells of the same rows and columns to compare with. `inapplicable` are pairs of row and column that get the
    sign for "does not apply" instead.
    """
    shown = np.array([row for row in range(geometry.first, geometry.end) if not rows[row].is_group_heading], np.int64)
    across = np.arange(columns.start, max(columns.stop, columns.start), dtype=np.int64)
    row, column = np.repeat(shown, len(across)), np.tile(across, len(shown))
    number = known.numbers(row, column)
    inset = float(np.floor((geometry.row_height - cell_height) / 2))
    counts = np.zeros(len(number), np.int64)
    if second is None and column_width >= NUMBER_FROM_PX:
        counts[number >= 0] = cells.count[number[number >= 0]]
    look = looks_of(cells, number)
    if inapplicable:
        off = np.array(inapplicable, np.int64)
        look[(number < 0) & np.isin(row << 32 | column, off[:, 0] << 32 | off[:, 1])] = _OFF
    return CellScene(
        width=column_width,
        height=cell_height,
        x=left + (column - columns.start) * float(column_width),
        y=row * geometry.row_height - geometry.scroll_px + inset,
        row=row,
        column=column,
        number=number,
        look=look,
        count=counts,
        second=None if second is None else looks_of(second[0], second[1].numbers(row, column)),
    )
