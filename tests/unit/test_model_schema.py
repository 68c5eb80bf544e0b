"""Tables are as declared, and records and declaration never drift apart."""

import dataclasses
from typing import Any

import pandas as pd
import pytest

from stanceline.model import schema
from stanceline.model.schema import BY_NAME, TABLES, SchemaError, Table, check, frame, frames
from stanceline.reading.article import Problem
from stanceline.records import Analysis, ArticleRow, CellRow, EventRow, MentionRow
from stanceline.temporal.timex import days_from_civil


def event(ident: str = "e", begin: int | None = 0, end: int | None = 60, **extra: Any) -> EventRow:
    fields: dict[str, Any] = {"status": "past", "granularity": "day"} | extra
    return EventRow(
        id=ident, label="L", begin=begin, end_exclusive=end, edtf=None, actors=("a", "b"), place=None,
        mentions=(MentionRow("x", 0, 1),), conflicts=(), **fields,
    )  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_the_fields_of_the_record(table: Table) -> None:
    assert table.record is not None
    assert table.column_names == tuple(field.name for field in dataclasses.fields(table.record))
    assert set(table.key) <= set(table.column_names)


def test_there_is_a_table_for_every_field_of_the_analysis() -> None:
    assert [table.name for table in TABLES] == [field.name for field in dataclasses.fields(Analysis)]


def test_empty_tables_have_their_types() -> None:
    made = frames(Analysis())
    assert str(made["events"]["begin"].dtype) == "datetime64[s]"
    assert str(made["events"]["status"].dtype) == "category"
    assert list(made) == list(BY_NAME)


def test_old_and_far_dates_fit() -> None:
    old = days_from_civil(-9999, 1, 1) * 86_400
    far = days_from_civil(9999, 12, 31) * 86_400
    made = frame("events", [event("a", old, far), event("b", None, None)])
    assert made["begin"].astype("int64").iloc[0] == old
    assert pd.isna(made["begin"].iloc[1])
    assert made["actors"].iloc[0] == ("a", "b")


def test_days_become_midnights() -> None:
    day = days_from_civil(2023, 7, 12)
    row = ArticleRow("a", None, None, None, None, None, "en", "t", day, day, day + 1, "text", (), ())
    assert str(frame("articles", [row])["published"].iloc[0]) == "2023-07-12 00:00:00"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([event("a"), event("a")], "key"),
        ([event(begin=60, end=60)], "begins"),
        ([event(status="perhaps")], "'perhaps' is none of past"),
    ],
)
def test_wrong_rows_are_refused(rows: list[EventRow], says: str) -> None:
    with pytest.raises(SchemaError, match=says):
        frame("events", rows)


def test_a_wrong_type_and_missing_columns_are_named() -> None:
    made = frame("cells", [CellRow("a", "p", None, "oppose", -2.0, "first_hand", True, 0.9, None, ())])
    with pytest.raises(SchemaError, match="confidence"):
        check("cells", made.assign(confidence=made["confidence"].astype("str")))
    with pytest.raises(SchemaError, match="value"):
        check("cells", made.drop(columns="value"))
    with pytest.raises(SchemaError, match="no table"):
        check("sells", made)


def test_problems_need_no_key() -> None:
    twice = [Problem("empty", "It is empty.")] * 2
    assert len(schema.frame("problems", twice)) == 2
