"""Columns, types and keys of every table, declared once, and the tables made and checked by them.

Times are `datetime64[s]`, naive, so that old and far dates fit; days are midnights. Repeated strings are
categoricals. A column of kind `records` holds tuples of spans, ids or records. Whole numbers and flags that may be
missing have pandas' own nullable types.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stanceline import StancelineError
from stanceline.reading.article import DateBasis, Problem
from stanceline.records import (
    ActorKind,
    ActorRow,
    Analysis,
    ArticleRow,
    CellRow,
    Certainty,
    DecidedBy,
    EventRow,
    EventSort,
    EventStatus,
    Mode,
    Proposal,
    StanceForm,
    StanceLabel,
    StanceRow,
    StatementForm,
    StatementRow,
    TimexRow,
)
from stanceline.temporal.timex import DAY_S, GRANULARITIES, Anchor, TimexType

ColumnKind = Literal["text", "repeated", "choice", "integer", "number", "flag", "time", "day", "records"]


class SchemaError(StancelineError):
    """A table does not have the columns, types or keys it was declared with."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `choices` are the values that a `choice` may have."""

    name: str
    kind: ColumnKind
    is_nullable: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, the columns that name a row, and the record it is made from (None: joined)."""

    name: str
    record: type | None
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names in order."""
        return tuple(column.name for column in self.columns)


def _text(*names: str) -> list[Column]:
    return [Column(name.rstrip("?"), "text", name.endswith("?")) for name in names]


def _repeated(*names: str) -> list[Column]:
    return [Column(name.rstrip("?"), "repeated", name.endswith("?")) for name in names]


def _choice(name: str, values: Any, *, nullable: bool = False) -> Column:
    return Column(name, "choice", nullable, tuple(get_args(values)))


def _records(*names: str) -> list[Column]:
    return [Column(name.rstrip("?"), "records", name.endswith("?")) for name in names]


_WHEN = (Column("begin", "time", True), Column("end_exclusive", "time", True))
_GRANULARITY = Column("granularity", "choice", True, GRANULARITIES)
_DECIDED = _choice("decided_by", DecidedBy)
_LAST = (Column("inferred_date", "flag"), *_records("timex?"), *_text("undated?"))

TABLES: tuple[Table, ...] = (
    Table(
        "proposals",
        Proposal,
        (
            *_text("id", "title", "description"),
            *_records("aliases", "carriers"),
            *_text("positive_pole"),
            *_records("proposers", "arguments_for", "arguments_against"),
            *_text("part_of?"),
        ),
        ("id",),
    ),
    Table(
        "articles",
        ArticleRow,
        (
            *_text("id", "path?", "title?"),
            *_repeated("source?", "author?"),
            *_text("url?"),
            *_repeated("language?"),
            *_text("text"),
            Column("published", "day", True),
            Column("published_begin", "day", True),
            Column("published_end_exclusive", "day", True),
            _choice("published_basis", DateBasis),
            *_records("published_candidates", "published_reasons"),
        ),
        ("id",),
    ),
    Table(
        "timexes",
        TimexRow,
        (
            *_repeated("article"),
            Column("start", "integer"),
            Column("end", "integer"),
            *_text("text"),
            _choice("type", TimexType),
            *_text("value?"),
            *_repeated("mod?"),
            *_text("edtf?"),
            *_WHEN,
            _GRANULARITY,
            *_repeated("rule"),
            _choice("anchor", Anchor),
            *_repeated("unresolved?", "doubt?"),
        ),
        ("article", "start", "end"),
    ),
    Table(
        "actors",
        ActorRow,
        (
            *_text("id", "name"),
            _choice("kind", ActorKind),
            *_repeated("parent?", "office?"),
            *_records("mentions", "names"),
            _DECIDED,
        ),
        ("id",),
    ),
    Table(
        "statements",
        StatementRow,
        (
            *_text("id"),
            *_repeated("article", "source?"),
            _choice("form", StatementForm),
            *_records("source_span?", "cue_span?", "content_spans"),
            *_WHEN,
            *_repeated("rule"),
            _DECIDED,
            _GRANULARITY,
            *_LAST,
        ),
        ("id",),
    ),
    Table(
        "stances",
        StanceRow,
        (
            *_text("id"),
            *_repeated("article", "holder", "proposal"),
            Column("stance", "integer"),
            *_text("statement?"),
            *_records("reported_by"),
            _choice("mode", Mode),
            _choice("form", StanceForm),
            Column("explicit", "flag"),
            _choice("certainty", Certainty),
            Column("confidence", "number"),
            *_records("condition_span?", "target_span?", "path", "evidence"),
            *_WHEN,
            *_repeated("rule"),
            _DECIDED,
            _GRANULARITY,
            *_LAST,
            *_records("holder_span?"),
            *_repeated("holder_how", "copy_of?"),
        ),
        ("id",),
    ),
    Table(
        "events",
        EventRow,
        (
            *_text("id", "label"),
            *_WHEN,
            _GRANULARITY,
            *_text("edtf?"),
            _choice("status", EventStatus),
            *_records("actors"),
            *_repeated("place?"),
            *_records("mentions", "conflicts"),
            *_repeated("rule"),
            _DECIDED,
            *_LAST,
            *_repeated("reference?"),
            Column("milestone", "flag"),
            _choice("sort", EventSort),
            *_records("other_times"),
        ),
        ("id",),
    ),
    Table(
        "cells",
        CellRow,
        (
            *_repeated("actor", "proposal", "article?"),
            _choice("stance", StanceLabel),
            Column("value", "number", True),
            _choice("mode", Mode),
            Column("explicit", "flag"),
            Column("confidence", "number"),
            *_text("changed?"),
            *_records("stances", "copies"),
            _choice("before", StanceLabel, nullable=True),
        ),
        ("actor", "proposal", "article"),
    ),
    Table("problems", Problem, (*_repeated("code"), *_text("says", "path?", "article?")), ()),
)
BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}

_DTYPES: Mapping[ColumnKind, str] = {
    "text": "str",
    "repeated": "category",
    "choice": "category",
    "integer": "int64",
    "number": "float64",
    "flag": "bool",
    "time": "datetime64[s]",
    "day": "datetime64[s]",
    "records": "object",
}
_NULLABLE_DTYPES: Mapping[ColumnKind, str] = {"integer": "Int64", "flag": "boolean"}


def dtype_of(column: Column) -> str:
    """The name of a column's pandas type."""
    kind = _DTYPES[column.kind]
    return _NULLABLE_DTYPES.get(column.kind, kind) if column.is_nullable else kind


def frames(analysis: Analysis) -> dict[str, pd.DataFrame]:
    """All tables of an analysis, checked."""
    return {table.name: frame(table.name, getattr(analysis, table.name)) for table in TABLES}


def frame(name: str, rows: Sequence[Any]) -> pd.DataFrame:
    """One table from its records, checked; raises `SchemaError`."""
    return finished(making(name, rows))


def making(name: str, rows: Sequence[Any]) -> Generator[None, None, pd.DataFrame]:
    """`frame` in steps of one column each, for a window that has other things to do in between."""
    table = BY_NAME[name]
    columns = {}
    for column in table.columns:
        columns[column.name] = series(column, [getattr(row, column.name) for row in rows])
        yield
    made = pd.DataFrame(columns, copy=False)
    yield
    yield from checking(table, made)
    return made


def finished(steps: Generator[None, None, pd.DataFrame]) -> pd.DataFrame:
    """What steps give when they are taken all at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: pd.DataFrame = end.value
            return made


def series(column: Column, values: list[Any]) -> pd.Series:
    """Values as a column of its declared type; times and days are counts since 1970. Raises `SchemaError`."""
    match column.kind:
        case "repeated" | "choice":
            found = {value for value in values if value is not None}
            kinds = column.choices or sorted(found)
            if odd := sorted(found.difference(kinds)):
                raise SchemaError(f"Column {column.name}: '{odd[0]}' is none of {', '.join(kinds)}.")
            return pd.Series(pd.Categorical(values, categories=pd.Index(kinds, dtype="str")))
        case "time" | "day":
            scale = DAY_S if column.kind == "day" else 1
            missing = np.iinfo(np.int64).min  # numpy's own spelling of "not a time"
            seconds = np.array([missing if value is None else value * scale for value in values], np.int64)
            return pd.Series(seconds.astype("datetime64[s]"))
        case "records":
            cells = np.empty(len(values), object)
            # One by one: numpy would spread equally long tuples over a second dimension.
            for number, value in enumerate(values):
                cells[number] = value
            return pd.Series(cells, dtype=object)
        case _:
            return pd.Series(values, dtype=dtype_of(column))


def seconds_of(times: pd.Series) -> NDArray[np.int64]:
    """Times as seconds since 1970, the smallest number where missing.

    By way of the array: pandas' own scalars end with the year 9999 and begin with the year 1.
    """
    return times.to_numpy("datetime64[s]").view(np.int64)


def check(name: str, table_frame: pd.DataFrame) -> None:
    """Whether a table is as declared: columns, types, choices, keys, no empty interval; raises `SchemaError`."""
    table = BY_NAME.get(name)
    if table is None:
        raise SchemaError(f"There is no table '{name}'. Tables are {', '.join(BY_NAME)}.")
    check_table(table, table_frame)


def check_table(table: Table, table_frame: pd.DataFrame) -> None:
    """`check` for any declared table, joined ones too."""
    for _ in checking(table, table_frame):
        pass


def checking(table: Table, table_frame: pd.DataFrame) -> Generator[None, None, None]:
    """`check_table` in steps."""
    if tuple(table_frame.columns) != table.column_names:
        odd = sorted(set(table_frame.columns) ^ set(table.column_names)) or ["their order"]
        raise SchemaError(f"Table {table.name}: the columns are not the declared ones ({', '.join(odd)}).")
    for column in table.columns:
        _check_column(table.name, column, table_frame[column.name])
    yield
    if table.key:
        is_twice = table_frame.duplicated(list(table.key))
        if bool(is_twice.any()):
            twice = table_frame.loc[is_twice, list(table.key)].iloc[0].tolist()
            raise SchemaError(f"Table {table.name}: two rows have the key {twice}.")
        yield
    if "begin" in table_frame and bool((table_frame["begin"] >= table_frame["end_exclusive"]).any()):
        raise SchemaError(f"Table {table.name}: a row ends before it begins.")


def _check_column(name: str, column: Column, values: pd.Series) -> None:
    declared = dtype_of(column)
    if str(values.dtype) != declared:
        raise SchemaError(f"Table {name}, column {column.name}: type {values.dtype} instead of {declared}.")
    if not column.is_nullable and bool(values.isna().any()):
        raise SchemaError(f"Table {name}, column {column.name}: row {int(values.isna().argmax())} has no value.")
    if column.choices and tuple(values.cat.categories) != column.choices:
        raise SchemaError(f"Table {name}, column {column.name}: the choices are not the declared ones.")
