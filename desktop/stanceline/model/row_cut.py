"""A corpus with some of its rows only: what a small picture or one page of a large figure shows."""

from dataclasses import fields, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from stanceline.model.marks import Cells, Corpus, Marks

_Columns = TypeVar("_Columns", Marks, Cells)


def only_rows(corpus: Corpus, first: int, end: int) -> Corpus:
    """The rows from `first` up to before `end`, renumbered from 0; the marks of all others count as hidden."""
    first, end = max(0, first), min(end, len(corpus.rows))
    in_view = (corpus.marks.row >= first) & (corpus.marks.row < end)
    marks = _taken(corpus.marks, in_view, first)
    undated = [replace(entry, row=entry.row - first) for entry in corpus.undated if first <= entry.row < end]
    others = corpus.other_cells
    return replace(
        corpus,
        rows=corpus.rows[first:end],
        marks=marks,
        cells=_of_rows(corpus.cells, first, end),
        undated=undated,
        hidden=corpus.total - len(marks) - len(undated),
        later=None if corpus.later is None else corpus.later[in_view],
        other_cells=None if others is None else _of_rows(others, first, end),
    )


def _of_rows(cells: Cells, first: int, end: int) -> Cells:
    return _taken(cells, (cells.row >= first) & (cells.row < end), first)


def _taken(columns: _Columns, wanted: NDArray[np.bool_], first: int) -> _Columns:
    """The entries that are wanted, in all columns."""
    numbers = np.flatnonzero(wanted).tolist()
    taken: dict[str, Any] = {}
    for field in fields(columns):
        value = getattr(columns, field.name)
        if isinstance(value, np.ndarray):
            taken[field.name] = value[wanted] if len(value) == len(columns) else value
        elif isinstance(value, list):
            taken[field.name] = [value[number] for number in numbers]
    taken["row"] = taken["row"] - first
    return replace(columns, **taken)
