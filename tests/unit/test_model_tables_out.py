"""Tables for other programs: every row with its date, its words and where they stand, and safe to open."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from stanceline.model import schema
from stanceline.model.tables import Tables
from stanceline.model.tables_out import (
    EVENTS,
    STATEMENTS,
    TableWanted,
    Wanted,
    csv_bytes,
    events_out,
    meets,
    statements_out,
    table_bytes,
)
from stanceline.records import ActorRow, Analysis, ArticleRow, EventRow, MentionRow, StanceRow, StatementRow, TimexRow
from stanceline.temporal.timex import DAY_S, Granularity
from tests.views import at

TEXT = 'The union "will not accept" the levy. Ports closed on 20 May.'
DAY = at(2024, 5, 20)


@pytest.fixture
def analysis() -> Analysis:
    """One article with a statement, its stance, an attitude that nobody voices, and an undated event."""
    article = ArticleRow(
        "a", None, "Harbor news", "Daily", None, None, "en", TEXT, DAY // DAY_S, None, None, "metadata", (), ()
    )
    statement = StatementRow(
        "a:s10", "a", "org:union", "direct", None, (4, 9), ((10, 27),), DAY, DAY + DAY_S, "say.quote", "machine", "day",
        timex=(54, 60),
    )  # fmt: skip
    stance = StanceRow(
        "a:levy:1", "a", "org:union", "levy", -2, "a:s10", (), "first_hand", "direct", True, "certain", 0.9131, None,
        None, (), (10, 27), DAY, DAY + DAY_S, "stance.accept", "machine",
    )  # fmt: skip
    alone = replace(
        stance, id="a:levy:2", holder="person:a-b", statement=None, mode="second_hand", form="attitude", explicit=False,
        reported_by=("org:union",), evidence=(38, 50), decided_by="user",
    )  # fmt: skip
    event = EventRow(
        "a:e38", "=Ports closed", None, None, None, None, "past", ("org:union",), None, (MentionRow("a", 38, 51),), (),
        undated="no date in the article",
    )  # fmt: skip
    timex = TimexRow(
        "a", 54, 60, "20\nMay", "DATE", "2024-05-20", None, "2024-05-20", DAY, DAY + DAY_S, "day", "en.day", "none",
        None,
    )  # fmt: skip
    return Analysis(
        articles=(article,), timexes=(timex,), statements=(statement,), stances=(stance, alone), events=(event,),
        actors=(ActorRow("org:union", "Dockers' Union", "organization", None, None, ()),),
    )  # fmt: skip


def rows_of(analysis: Analysis, what: TableWanted) -> list[dict[str, str]]:
    """What a spreadsheet reads."""
    content = table_bytes(Tables(analysis), what, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def event(ident: str, begin: int | None, end: int | None, granularity: Granularity = "day", **extra: Any) -> EventRow:
    """An event with nothing but a date."""
    return EventRow(ident, ident, begin, end, granularity, None, "past", (), None, (), (), **extra)


def dated(*events: EventRow) -> pd.DataFrame:
    """The table of events alone."""
    return events_out(Tables(Analysis(events=events))).set_index("id")


def test_statements_carry_quote_stance_and_source(analysis: Analysis) -> None:
    row = rows_of(analysis, "statements")[0]
    assert (row["actor"], row["holder"]) == ("Dockers' Union", "Dockers' Union")
    assert (row["quote"], row["cue"]) == ('"will not accept"', "union")
    assert (row["written"], row["when"], row["date"]) == ("20 May", "20 May 2024", "2024-05-20")
    assert (row["earliest"], row["latest"], row["granularity"]) == ("2024-05-20", "2024-05-20", "day")
    assert (row["stance"], row["confidence"], row["hearing"]) == ("-2", "0.913", "first-hand")
    assert (row["article"], row["source"], row["published"]) == ("a", "Daily", "2024-05-20")
    assert (row["rule"], row["stance_rule"]) == ("say.quote", "stance.accept")


def test_a_stance_that_nobody_voices_has_a_row_of_its_own(analysis: Analysis) -> None:
    voiced, alone = rows_of(analysis, "statements")
    assert voiced["decided_by"] == "machine"
    assert (alone["id"], alone["actor"], alone["holder"]) == ("a:levy:2", "person:a-b", "person:a-b")
    assert (alone["quote"], alone["form"], alone["cue"]) == ("Ports closed", "attitude", "")
    assert (alone["hearing"], alone["reported_by"]) == ("second-hand", "Dockers' Union")
    assert alone["qualifiers"] == "second-hand, suggested, corrected"
    assert alone["decided_by"] == "user"


def test_a_statement_with_two_stances_has_two_rows(analysis: Analysis) -> None:
    other = replace(analysis.stances[0], id="a:ban:1", proposal="ban", stance=1)
    two = replace(analysis, stances=(analysis.stances[0], other))
    assert [(row["id"], row["proposal"], row["stance"]) for row in rows_of(two, "statements")] == [
        ("a:s10", "levy", "-2"),
        ("a:s10", "ban", "1"),
    ]
    none = rows_of(replace(analysis, stances=()), "statements")
    assert [(row["stance"], row["hearing"]) for row in none] == [("", "")]


def test_undated_events_stay_in_the_table_with_their_reason(analysis: Analysis) -> None:
    tables = Tables(analysis)
    rows = json.loads(table_bytes(tables, "events", "json", Wanted(at(1990, 1, 1), at(1991, 1, 1))))
    assert [row["undated"] for row in rows] == ["no date in the article"]
    assert rows[0]["quote"] == "Ports closed"
    assert rows[0]["actors"] == "Dockers' Union"
    assert rows[0]["when"] is None


def test_statements_outside_the_range_are_left_out(analysis: Analysis) -> None:
    assert json.loads(table_bytes(Tables(analysis), "statements", "json", Wanted(None, DAY))) == []
    assert len(json.loads(table_bytes(Tables(analysis), "statements", "json", Wanted(DAY)))) == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n=", " @"])
def test_no_text_becomes_a_formula_in_a_spreadsheet(start: str) -> None:
    table = pd.DataFrame({"text": pd.Series([f"{start}1+1", "plain", None], dtype="str"), "stance": [-2, -1, 0]})
    rows = list(csv.DictReader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == ["'" + f"{start}1+1".replace("\r", "\n"), "plain", ""]
    assert rows[0]["stance"] == "-2"


def test_a_label_is_written_safely_but_stays_as_it_is_in_json(analysis: Analysis) -> None:
    assert rows_of(analysis, "events")[0]["label"] == "'=Ports closed"
    assert json.loads(table_bytes(Tables(analysis), "events", "json"))[0]["label"] == "=Ports closed"


def test_dates_are_never_finer_than_the_source() -> None:
    table = dated(
        event("month", at(2024, 5, 1), at(2024, 6, 1), "month"),
        event("week", at(2023, 7, 10), at(2023, 7, 17), "week"),
        event("year", at(2023, 1, 1), at(2024, 1, 1), "year"),
        event("minute", DAY + 52_200, DAY + 52_260, "minute"),
        event("run", at(2023, 7, 3), at(2023, 7, 10), "day"),
    )
    assert table["date"].tolist() == ["2024-05", "2023-W28", "2023", "2024-05-20T14:30", "2023-07-03/2023-07-09"]
    assert table["when"].tolist() == [
        "May 2024", "week of 10 July 2023", "2023", "20 May 2024, 14:30", "3–9 July 2023",
    ]  # fmt: skip
    assert (table["earliest"]["month"], table["latest"]["month"]) == ("2024-05-01", "2024-05-31")
    assert (table["earliest"]["minute"], table["latest"]["minute"]) == ("2024-05-20T14:30", "2024-05-20T14:30")


def test_old_and_far_dates_are_written() -> None:
    table = dated(
        event("old", at(-43, 3, 15), at(-43, 3, 16)),
        event("before", at(1600, 1, 1), at(1601, 1, 1), "year"),
        event("far", at(2300, 1, 1), at(2301, 1, 1), "year"),
        event("farthest", at(12345, 1, 1), at(12346, 1, 1), "year"),
    )
    assert table["when"].tolist() == ["15 March 44 BCE", "1600", "2300", "12345"]
    assert table["earliest"].tolist() == ["-0043-03-15", "1600-01-01", "2300-01-01", "Y12345-01-01"]
    assert b"'-0043-03-15" in csv_bytes(table.reset_index())


def test_an_open_interval_has_no_last_day() -> None:
    since = event("since", at(2024, 5, 1), at(2034, 5, 1), "month")
    table = dated(
        replace(since, edtf="2024-05/.."),
        replace(since, id="until", edtf="../2034-04"),
        replace(since, id="half", end_exclusive=None, granularity="day"),
        replace(since, id="other", begin=None, granularity="day"),
    )
    assert table["when"].tolist() == ["since May 2024", "until April 2034", "since 1 May 2024", "until 30 April 2034"]
    assert table["earliest"].fillna("").tolist() == ["2024-05-01", "", "2024-05-01", ""]
    assert table["latest"].fillna("").tolist() == ["", "2034-04-30", "", "2034-04-30"]


def test_the_range_takes_what_it_touches() -> None:
    rows = schema.frame(
        "events",
        [
            event("in", at(2024, 1, 1), at(2024, 2, 1)),
            event("before", at(-9000, 1, 1), at(-8999, 1, 1)),
            event("after", at(30000, 1, 1), at(30000, 1, 2)),
            event("undated", None, None),
            event("since", at(2023, 1, 1), None),
        ],
    )

    def kept(begin: float | None, end: float | None) -> list[str]:
        ids: list[str] = rows.loc[meets(rows, Wanted(begin, end)), "id"].tolist()
        return ids

    assert kept(None, None) == rows["id"].tolist()
    assert kept(at(2024, 1, 31), at(2024, 6, 1)) == ["in", "undated", "since"]
    assert kept(at(2024, 2, 1), None) == ["after", "undated", "since"]
    assert kept(None, at(2023, 1, 1)) == ["before", "undated"]


@pytest.mark.parametrize(("what", "table"), [("events", EVENTS), ("statements", STATEMENTS)])
def test_nothing_found_gives_the_headings(what: TableWanted, table: schema.Table) -> None:
    empty = Tables(Analysis())
    assert table_bytes(empty, what, "csv").decode("utf-8-sig") == ",".join(table.column_names) + "\n"
    assert json.loads(table_bytes(empty, what, "json")) == []


def test_the_same_analysis_gives_the_same_bytes(analysis: Analysis) -> None:
    contents: Mapping[str, set[bytes]] = {
        what: {table_bytes(Tables(analysis), what, "csv") for _ in range(2)} for what in ("events", "statements")
    }
    assert all(len(found) == 1 for found in contents.values())
    assert statements_out(Tables(analysis)).equals(statements_out(Tables(analysis)))


def test_only_what_is_asked_for_is_written(analysis: Analysis) -> None:
    tables = Tables(analysis)

    def ids(*keys: str) -> list[str]:
        found = statements_out(tables, Wanted(keys=frozenset(keys)))
        return found["id"].tolist()

    assert ids("a:s10") == ["a:s10"]
    assert ids("a:levy:1") == ["a:s10"]
    assert ids("a:levy:2") == ["a:levy:2"]
    assert ids("a:e38") == []
    assert events_out(tables, Wanted(keys=frozenset({"a:e38"})))["id"].tolist() == ["a:e38"]
