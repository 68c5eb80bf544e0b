"""Options of `stanceline export`, and its tables."""

import argparse
import csv
import io
import json

import pytest

from stanceline.cli.export import ExportUsageError, _format, parse_range
from stanceline.cli.rows import table_bytes
from stanceline.records import ActorRow, Analysis, ArticleRow, EventRow, MentionRow, StanceRow, StatementRow
from stanceline.temporal.timex import DAY_S
from tests.views import at


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2023", at(2023, 1, 1), at(2024, 1, 1)),
        ("2023-05/2023-12", at(2023, 5, 1), at(2024, 1, 1)),
        ("2023-05-03/2023-05-03", at(2023, 5, 3), at(2023, 5, 4)),
        ("/2023", None, at(2024, 1, 1)),
        ("2023/", at(2023, 1, 1), None),
        ("-0043/0001", at(-43, 1, 1), at(2, 1, 1)),
        (None, None, None),
    ],
)
def test_ranges_include_both_ends(text: str | None, begin: int | None, end: int | None) -> None:
    assert parse_range(text) == (begin, end)


@pytest.mark.parametrize("text", ["May", "2023-13", "2023-02-30", "2024/2023", "23/24"])
def test_ranges_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ExportUsageError, match="--range"):
        parse_range(text)


def test_a_format_must_fit_what_is_written() -> None:
    def options(what: str, output: str, format: str | None = None) -> argparse.Namespace:
        return argparse.Namespace(what=what, output=output, format=format)

    assert _format(options("both", "a.JPG")) == "jpeg"
    assert _format(options("events", "a.txt", "csv")) == "csv"
    with pytest.raises(ExportUsageError, match="Choose --format csv, json"):
        _format(options("events", "a.png"))
    with pytest.raises(ExportUsageError, match="png, svg"):
        _format(options("timeline", "a"))


TEXT = 'The union "will not accept" the levy. Ports closed.'


@pytest.fixture
def analysis() -> Analysis:
    day = at(2024, 5, 20)
    article = ArticleRow(
        "a", None, "Harbor news", "Daily", None, None, "en", TEXT, day // DAY_S, None, None, "metadata", (), ()
    )
    statement = StatementRow(
        "a:s10", "a", "org:union", "direct", None, (4, 9), ((10, 27),), day, day + DAY_S, "say.quote", "machine", "day"
    )
    stance = StanceRow(
        "a:levy:1", "a", "org:union", "levy", -2, "a:s10", (), "first_hand", "direct", True, "certain", 0.91, None,
        None, (), (10, 27), day, day + DAY_S, "stance.accept", "machine",
    )  # fmt: skip
    event = EventRow(
        "a:e38", "=Ports closed", None, None, None, None, "past", ("org:union",), None, (MentionRow("a", 38, 51),), (),
        undated="no date in the article",
    )  # fmt: skip
    actor = ActorRow("org:union", "Dockers' Union", "organization", None, None, ())
    return Analysis(articles=(article,), actors=(actor,), statements=(statement,), stances=(stance,), events=(event,))


def test_statements_carry_quote_stance_and_source(analysis: Analysis) -> None:
    content = table_bytes(analysis, "statements", "csv", None, None).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(content)))
    assert row["actor"] == "Dockers' Union"
    assert row["quote"] == '"will not accept"'
    assert (row["when"], row["stance"], row["confidence"]) == ("20 May 2024", "-2", "0.91")
    assert (row["source"], row["published"]) == ("Daily", "2024-05-20")


def test_undated_events_stay_in_the_table_with_their_reason(analysis: Analysis) -> None:
    rows = json.loads(table_bytes(analysis, "events", "json", float(at(1990, 1, 1)), float(at(1991, 1, 1))))
    assert [row["undated"] for row in rows] == ["no date in the article"]
    assert rows[0]["quote"] == "Ports closed."
    assert rows[0]["actors"] == "Dockers' Union"


def test_statements_outside_the_range_are_left_out(analysis: Analysis) -> None:
    assert json.loads(table_bytes(analysis, "statements", "json", None, float(at(2024, 5, 20)))) == []


def test_no_text_becomes_a_formula_in_a_spreadsheet(analysis: Analysis) -> None:
    content = table_bytes(analysis, "events", "csv", None, None).decode("utf-8-sig")
    assert "'=Ports closed" in content
