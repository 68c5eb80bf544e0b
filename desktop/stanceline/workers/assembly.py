"""Puts an analysis together from the pieces in which it comes: from the deriving process, or from a project file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from stanceline.codec import CodecError, pack, unpack
from stanceline.reading.article import Problem
from stanceline.records import (
    ActorRow,
    Analysis,
    ArticleRow,
    CellRow,
    EventRow,
    Proposal,
    StanceRow,
    StatementRow,
    TimexRow,
)
from stanceline.workers.deriving_messages import Columns, Rows, encode

if TYPE_CHECKING:  # numpy stays out of the reading workers, which import this package too
    from stanceline.model.prepared import Prepared

ROWS: dict[str, Any] = {
    "proposals": tuple[Proposal, ...],
    "articles": tuple[ArticleRow, ...],
    "timexes": tuple[TimexRow, ...],
    "actors": tuple[ActorRow, ...],
    "statements": tuple[StatementRow, ...],
    "stances": tuple[StanceRow, ...],
    "events": tuple[EventRow, ...],
    "cells": tuple[CellRow, ...],
    "problems": tuple[Problem, ...],
}
"""What the tables of an analysis consist of, by name."""
_OF_PREPARED = "prepared "


class Assembly:
    """Tables that differ from the last analysis, and the prepared columns, while they come in."""

    def __init__(self, generation: int, names: Sequence[str], keys: Sequence[str] = ()) -> None:
        self.generation, self.names, self.keys = generation, tuple(names), tuple(keys)
        self._tables: dict[str, list[Any]] = {name: [] for name in names}
        self._columns: dict[str, Any] = {}
        self._letters: dict[str, list[bytes]] = {name: [] for name in names}

    def take(self, piece: Rows | Columns, letter: bytes) -> None:
        """Take in a piece, `letter` in bytes; raises `CodecError` where it is not as declared."""
        if isinstance(piece, Rows):
            self._tables[piece.table].extend(unpack(piece.content, ROWS[piece.table]))
            self._letters[piece.table].append(letter)
        else:
            self._columns[piece.name] = _column(piece)
            self._letters[_OF_PREPARED + piece.name] = [letter]

    def completed(self, last: Analysis) -> "tuple[Analysis, Prepared]":
        """The analysis, with the tables of `last` where none came, and its columns."""
        from stanceline.model.prepared import Prepared

        changed: dict[str, Any] = {name: tuple(rows) for name, rows in self._tables.items()}
        return replace(last, **changed), Prepared(**self._columns)

    def entries(self, analysis: Analysis, fleeting: Sequence[Problem]) -> Mapping[str, Sequence[bytes]]:
        """What came, in bytes and by name, without problems that are known to this session alone."""
        lasting = tuple(problem for problem in analysis.problems if problem not in fleeting)
        return {**self._letters, "problems": [encode(Rows("problems", pack(lasting)))]}


def entry_names() -> frozenset[str]:
    """The names of all entries that make up an analysis."""
    return frozenset(ROWS) | {_OF_PREPARED + name for name in _dtypes()} | {_OF_PREPARED + n for n in _list_types()}


def entry_of(piece: Rows | Columns) -> str:
    """The entry that a piece belongs to."""
    return piece.table if isinstance(piece, Rows) else _OF_PREPARED + piece.name


def _column(piece: Columns) -> Any:
    """One field of `Prepared`."""
    import numpy as np

    if piece.name in _list_types():
        return unpack(piece.content, _list_types()[piece.name])
    declared = _dtypes().get(piece.name)
    if declared is str and piece.dtype == "strings":
        from stanceline.model.strings import Strings

        return Strings.unpacked(*unpack(piece.content, tuple[bytes, bytes]))
    if (
        declared in (None, str)
        or np.dtype(declared).str != piece.dtype
        or len(piece.content) % np.dtype(declared).itemsize
    ):
        raise CodecError(f"The column {piece.name} is not as declared.")
    return np.frombuffer(piece.content, declared)


@cache
def _hints() -> dict[str, Any]:
    from stanceline.model.prepared import Prepared

    return get_type_hints(Prepared)


@cache
def _list_types() -> dict[str, Any]:
    return {name: hint for name, hint in _hints().items() if get_origin(hint) is list}


@cache
def _dtypes() -> dict[str, Any]:
    """The scalar type of each array (`NDArray[X]` is `ndarray[shape, dtype[X]]`), `str` for strings in arrays."""
    from stanceline.model.strings import Strings

    found = {name: hint for name, hint in _hints().items() if get_origin(hint) is not list}
    return {name: str if hint is Strings else get_args(get_args(hint)[1])[0] for name, hint in found.items()}
