"""Parts of a corpus: some of its rows, some of its marks. What is left out counts as hidden, so that sums add up."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from stanceline.model.evidence import Evidence
from stanceline.model.marks import Cells, Corpus, Undated
from stanceline.model.strings import Strings

Columns = TypeVar("Columns", bound=Any)


def taken(columns: Columns, numbers: NDArray[np.int64]) -> Columns:
    """A dataclass of columns (`Marks`, `Cells`) with the entries of these numbers alone."""
    listed = numbers.tolist()
    cut: dict[str, Any] = {}
    for name, value in vars(columns).items():
        if isinstance(value, np.ndarray):
            cut[name] = value[numbers]
        elif isinstance(value, Strings):
            cut[name] = value.take(numbers)
        elif isinstance(value, Evidence):
            cut[name] = value.only(numbers)
        elif isinstance(value, list):
            cut[name] = [value[number] for number in listed]
    return replace(columns, **cut)


def with_marks(corpus: Corpus, numbers: NDArray[np.int64]) -> Corpus:
    """The corpus with nothing but these marks; what it counts as hidden stays."""
    later = None if corpus.later is None else corpus.later[numbers]
    dimmed = None if corpus.dimmed is None else corpus.dimmed[numbers]
    return replace(corpus, marks=taken(corpus.marks, numbers), later=later, dimmed=dimmed)


def only_marks(corpus: Corpus, keys: frozenset[str]) -> Corpus:
    """The corpus with nothing but the named marks, dated or not."""
    chosen = np.fromiter((key in keys for key in corpus.marks.keys), np.bool_, len(corpus.marks))
    undated = [entry for entry in corpus.undated if entry.key in keys]
    return _hiding_rest(with_marks(corpus, np.flatnonzero(chosen)), undated, corpus.total)


def _hiding_rest(part: Corpus, undated: list[Undated], total: int) -> Corpus:
    return replace(part, undated=undated, hidden=total - len(part.marks) - len(undated))


def only_rows(corpus: Corpus, rows: Sequence[int]) -> Corpus:
    """The corpus with nothing but these rows, in their order, and what stands in them."""
    place = np.full(len(corpus.rows), -1, np.int32)
    place[list(rows)] = np.arange(len(rows), dtype=np.int32)
    row = corpus.marks.row
    kept = np.flatnonzero(place[row] >= 0) if len(row) else np.empty(0, np.int64)
    part = with_marks(corpus, kept[np.argsort(place[row[kept]], kind="stable")] if len(kept) else kept)
    undated = [replace(one, row=int(place[one.row])) for one in corpus.undated if one.row >= 0 and place[one.row] >= 0]

    def moved(cells: Cells) -> Cells:
        if not len(cells):
            return cells
        cells = taken(cells, np.flatnonzero(place[cells.row] >= 0))
        return replace(cells, row=place[cells.row])

    return replace(
        _hiding_rest(part, undated, corpus.total),
        rows=[corpus.rows[number] for number in rows],
        marks=replace(part.marks, row=place[part.marks.row]),
        cells=moved(corpus.cells),
        other_cells=None if corpus.other_cells is None else moved(corpus.other_cells),
    )


def rows_with_cells(corpus: Corpus) -> list[int]:
    """Rows of actors that take a stance, with the headings and the actors that they stand under."""
    has_cell = np.zeros(len(corpus.rows), np.bool_)
    has_cell[corpus.cells.row] = True
    kept: list[int] = []
    heading = parent = -1
    for number, row in enumerate(corpus.rows):
        if row.is_group_heading:
            heading, parent = number, -1
            continue
        if row.depth == 0:
            parent = number
        if has_cell[number]:
            kept += [one for one in (heading, parent) if one >= 0 and one != number]
            kept.append(number)
            heading = parent = -1
    return kept
