"""What is shown as a file for other programs, and what is selected as rows for the clipboard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stanceline.ui.written import write_aside

if TYPE_CHECKING:
    import pandas as pd

    from stanceline.model.marks import Corpus
    from stanceline.model.store import HistoryEntry
    from stanceline.model.tables import Tables
    from stanceline.model.tables_out import TableWanted


@dataclass(frozen=True)
class Form:
    """One way to write a table, and how a file dialog calls it."""

    what: TableWanted
    format: str
    text: str


FORMS = (
    Form("statements", "csv", "Statements and stances as CSV (*.csv)"),
    Form("events", "csv", "Events as CSV (*.csv)"),
    Form("statements", "json", "Statements and stances as JSON (*.json)"),
    Form("events", "json", "Events as JSON (*.json)"),
)


def default_name(project: str) -> str:
    """What the file is called unless the user says otherwise."""
    return f"{project.replace('/', '-')}.csv"


def save_table(path: Path, form: Form, tables: Tables, corpus: Corpus) -> Path:
    """Write the marks that the filter leaves; the path with the ending of its form. Raises `OSError`."""
    from stanceline.model.tables_out import Wanted, table_bytes

    keys = frozenset([*corpus.marks.keys, *(entry.key for entry in corpus.undated)])
    stem = path.stem if path.suffix.lower() in (".csv", ".json") else path.name
    named = path.with_name(f"{stem}.{form.format}")
    write_aside(named, table_bytes(tables, form.what, form.format, Wanted(keys=keys)))
    return named


def save_corrections(path: Path, history: Sequence[HistoryEntry]) -> Path:
    """Write the corrections in force, oldest first: in words, then kind, key and value. Raises `OSError`."""
    import pandas

    from stanceline.model.tables_out import csv_bytes

    rows = [
        (number, entry.text, new.kind, new.key, new.value)
        for number, entry in enumerate(history, 1)
        for new in entry.done.put
    ]
    rows += [
        (number, entry.text, kind, key, "") for number, entry in enumerate(history, 1) for kind, key in entry.done.drop
    ]
    made = pandas.DataFrame(sorted(rows), columns=["number", "correction", "kind", "key", "value"])
    named = path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")
    write_aside(named, csv_bytes(made.astype(dict.fromkeys(made.columns[1:], "str"))))
    return named


def rows_text(marks: pd.DataFrame, keys: Collection[str]) -> str:
    """Marks as the lists show them, by date, with headings and with tabs between the cells."""
    import pandas

    from stanceline.model.tables_out import csv_text
    from stanceline.ui.lists.tables import ALL_MARKS, displayed

    chosen = marks[marks["key"].isin(list(keys))].sort_values("begin", kind="stable")
    return csv_text(pandas.DataFrame(displayed(chosen, ALL_MARKS), dtype="str"), "\t")
