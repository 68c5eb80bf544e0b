"""All marks for other programs: one row for each event, statement and stance, so that the rows add up with the counts.

As CSV and JSON with the account of what is left out; `calendar_out` and `timeline_out` write the same rows.
"""

import json
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

import pandas as pd

from stanceline.model.marks import MIXED, Corpus
from stanceline.model.marks_table import KINDS, qualifier_words
from stanceline.model.schema import Column, Table
from stanceline.model.tables import Tables
from stanceline.model.tables_out import (
    ALL,
    HEARING,
    WHEN,
    WHERE,
    Wanted,
    csv_bytes,
    declared,
    is_named,
    listed,
    meets,
    named,
    names_of,
    plain,
    quotes,
    when_columns,
    where_columns,
)

MARKS_OUT = Table(
    "marks",
    None,
    (
        Column("kind", "choice", False, (*KINDS, "account")),
        Column("actor", "text", True),
        *WHEN,
        Column("label", "text"),
        Column("quote", "text", True),
        Column("proposal", "text", True),
        Column("stance", "integer", True),
        Column("confidence", "number", True),
        *(Column(name, "text", True) for name in ("hearing", "mode", "reported_by")),
        *WHERE,
        Column("rule", "text", True),
        Column("id", "text", True),
    ),
    (),
)
"""One row a mark. `hearing` is `first-hand` or `second-hand`; `stance` runs from -2 (opposes) to 2 (supports)."""
MarkRows = pd.DataFrame
"""Rows of `MARKS_OUT`."""
STANCE_NAMES = {-2: "oppose", -1: "lean_oppose", 0: "neutral", 1: "lean_support", 2: "support", MIXED: "mixed"}


@dataclass(frozen=True, slots=True)
class Account:
    """What a file holds and what it leaves out; `filters` says why, `period` which time. Sums to `total`."""

    written: int
    undated: int
    hidden: int
    total: int
    filters: str = ""
    period: str = ""
    limits: str = ""

    def sentence(self) -> str:
        """One line: 1,284 marks = 1,277 written + 7 undated + 0 left out."""
        total, written = f"{self.total:,} mark{'s' if self.total != 1 else ''}", f"{self.written:,} written"
        parts = [f"{total} = {written} + {self.undated:,} undated + {self.hidden:,} left out"]
        return ". ".join([*parts, *(part for part in (self.period, self.filters, self.limits) if part)]) + "."


def marks_out(tables: Tables, wanted: Wanted = ALL) -> pd.DataFrame:
    """The table `MARKS_OUT` of the marks that are wanted, by date, those without one at the end."""
    marks = tables.marks
    marks = plain(marks[meets(marks, wanted) & is_named(wanted, marks["key"])])
    rows = marks.join(_beside(tables, set(marks["key"])), on="key")
    rows = rows.sort_values(["begin", "end_exclusive", "key"], kind="stable", na_position="last").reset_index(drop=True)
    spans = [value if isinstance(value, tuple) else () for value in listed(rows["spans"])]
    names = names_of(tables)
    columns: dict[str, Iterable[Any]] = {
        **when_columns(tables, rows),
        **where_columns(tables, rows["article"]),
        "actor": rows["actor_name"],
        "quote": quotes(tables, rows["article"], spans),
        "confidence": rows["confidence"].round(3),
        "hearing": rows["mode"].map(lambda mode: HEARING.get(mode, "second-hand"), na_action="ignore"),
        "reported_by": ["; ".join(named(names, by or ())) or None for by in listed(rows["reported_by"])],
        "qualifiers": rows["traits"].map(qualifier_words),
        "id": rows["key"],
    }
    return declared(MARKS_OUT, rows, columns)


def _beside(tables: Tables, keys: Set[str]) -> pd.DataFrame:
    """What the joined table leaves out, for each of these keys of marks: words, date expression, who reports it."""
    stances, statements, events = (
        tables[name][tables[name]["id"].isin(keys)] for name in ("stances", "statements", "events")
    )
    firsts = [((mentions[0].start, mentions[0].end),) if mentions else () for mentions in events["mentions"]]
    parts = [
        stances[["id", "timex", "reported_by"]].assign(spans=_objects([(s,) for s in stances["evidence"]], stances)),
        statements[["id", "timex"]].assign(spans=_objects(list(statements["content_spans"]), statements)),
        events[["id", "timex", "edtf"]].assign(spans=_objects(firsts, events)),
    ]
    joined = pd.concat([plain(part).astype(object) for part in parts], ignore_index=True)
    return joined.set_index("id")


def _objects(values: list[Any], rows: pd.DataFrame) -> "pd.Series[Any]":
    made = pd.Series([None] * len(values), index=rows.index, dtype=object)
    for number, value in enumerate(values):
        made.iat[number] = value
    return made


def account_of(rows: pd.DataFrame, total: int) -> Account:
    """What these rows of `total` marks leave out."""
    undated = int(rows["undated"].notna().sum())
    return Account(len(rows) - undated, undated, total - len(rows), total)


def marks_csv(rows: pd.DataFrame, account: Account) -> bytes:
    """CSV whose last row, of kind `account`, says what is left out."""
    values = {name: [None] for name in rows.columns} | {
        "kind": ["account"], "label": [account.sentence()], "qualifiers": [""]
    }  # fmt: skip
    last = pd.DataFrame(values).astype(rows.dtypes.to_dict())
    return csv_bytes(pd.concat([rows, last], ignore_index=True))


def cell_rows(corpus: Corpus) -> list[dict[str, Any]]:
    """The stance cells: actor, proposal, stance, confidence, how many stances stand behind it, visible classes."""
    cells = corpus.cells
    return [
        {
            "actor": corpus.rows[int(cells.row[n])].name,
            "proposal": corpus.columns[int(cells.column[n])][1],
            "stance": STANCE_NAMES[int(cells.stance[n])],
            "confidence": round(float(cells.confidence[n]), 3),
            "evidence": int(cells.count[n]),
            "qualifiers": qualifier_words(int(cells.traits[n])),
        }
        for n in range(len(cells))
    ]


def cells_csv(corpus: Corpus, account: Account) -> bytes:
    """The stance cells as CSV; the last row says what is left out."""
    rows = [*cell_rows(corpus), {"actor": None, "proposal": account.sentence()}]
    frame = pd.DataFrame(rows, columns=["actor", "proposal", "stance", "confidence", "evidence", "qualifiers"])
    return csv_bytes(frame.astype({"evidence": "Int64", "actor": "str", "proposal": "str"}))


def plain_rows(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries of plain values, None for what is not known."""
    found: list[dict[str, Any]] = json.loads(rows.to_json(orient="records", force_ascii=False))
    return found


def data_json(rows: pd.DataFrame | None, corpus: Corpus, account: Account, *, cells: bool) -> bytes:
    """One object: `account`, and as wanted `marks` and `cells`."""
    made: dict[str, Any] = {
        "format": "stanceline-figure-data",
        "version": 1,
        "account": {
            "says": account.sentence(), "total": account.total, "written": account.written,
            "undated": account.undated, "left_out": account.hidden, "filters": account.filters,
            "period": account.period,
        },
    }  # fmt: skip
    if rows is not None:
        made["marks"] = plain_rows(rows)
    if cells:
        made["cells"] = cell_rows(corpus)
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
