"""Marks as CSV, JSON, calendar and TimelineJS, and the page of HTML: valid, no finer than known, adding up, escaped."""

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from stanceline.model.calendar_out import calendar_of, folded
from stanceline.model.corpus import build_corpus
from stanceline.model.marks_out import Account, account_of, cells_csv, marks_csv, marks_out, plain_rows
from stanceline.model.tables import Tables
from stanceline.model.timeline_out import timeline_of
from stanceline.records import Analysis
from stanceline.render.figure_data import FigureDataError, data_content, html_content
from stanceline.render.figure_settings import FigureSettings
from tests.gui.conftest import invented

ACCOUNT = Account(3, 1, 2, 6, "Filtered: toll")
A4 = FigureSettings(title="Toll <b>& more</b>").sized("report-a4")


@pytest.fixture
def analysis() -> Analysis:
    """The invented article with hostile words in a title and a label."""
    made = invented()
    article = replace(made.articles[0], title="=HYPERLINK(1) <script>alert(1)</script>")
    event = replace(made.events[0], label="Opens, ; \\ and\na line <img src=x>")
    return replace(made, articles=(article,), events=(event,))


def row(**other: Any) -> dict[str, Any]:
    """A row of data as `plain_rows` gives it."""
    made: dict[str, Any] = {
        "kind": "event", "actor": "Port", "written": "in May", "when": "May 2024", "date": "2024-05",
        "earliest": "2024-05-01", "latest": "2024-05-31", "granularity": "month", "qualifiers": "", "undated": None,
        "label": "Opens the pier", "quote": "will open", "proposal": None, "stance": None, "confidence": None,
        "hearing": None, "article": "a1", "title": "T", "source": "S", "published": "2024-03-11", "id": "e1",
    }  # fmt: skip
    return {**made, **other}


# ---- CSV and JSON


def test_csv_has_a_row_for_each_mark_and_its_account_last(analysis: Analysis) -> None:
    rows = marks_out(Tables(analysis))
    text = marks_csv(rows, account_of(rows, 5)).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(text)))
    assert [one["kind"] for one in read] == ["statement", "stance", "event", "account"]
    assert read[-1]["label"] == "5 marks = 3 written + 0 undated + 2 left out."
    stance = read[1]
    assert (stance["actor"], stance["stance"], stance["hearing"]) == ("Ada Okafor", "-2", "first-hand")
    assert (stance["written"], stance["earliest"], stance["latest"]) == ("last week", "2024-03-04", "2024-03-10")
    assert stance["qualifiers"] == "inferred date"
    assert all(one["title"].startswith("'=") for one in read[:-1])
    assert read[2]["date"] == "2024-05"


def test_cells_are_a_table_of_their_own(analysis: Analysis) -> None:
    text = cells_csv(build_corpus(analysis), ACCOUNT).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(text)))
    assert read[0] == {"actor": "Ada Okafor", "proposal": "Ferry toll", "stance": "oppose", "confidence": "0.82",
                       "evidence": "1", "qualifiers": ""}  # fmt: skip
    assert "left out" in read[1]["proposal"]


@pytest.mark.parametrize(
    ("what", "keys"), [("both", {"marks", "cells"}), ("timeline", {"marks"}), ("matrix", {"cells"})]
)
def test_json_adds_up(analysis: Analysis, what: str, keys: set[str]) -> None:
    corpus = build_corpus(analysis)
    settings = replace(A4, what=what)  # type: ignore[arg-type]  # one of the three
    made = json.loads(data_content(corpus, settings, "json", Tables(analysis)))
    assert {"marks", "cells"} & set(made) == keys
    account = made["account"]
    assert account["written"] + account["undated"] + account["left_out"] == account["total"] == 3


def test_a_period_leaves_out_and_says_how_many(analysis: Analysis) -> None:
    corpus = build_corpus(analysis)
    march = replace(A4, begin_s=1709251200.0, end_s=1711929600.0)
    made = json.loads(data_content(corpus, march, "json", Tables(analysis)))
    assert [one["kind"] for one in made["marks"]] == ["statement", "stance"]
    assert made["account"]["left_out"] == 1
    assert "March 2024" in made["account"]["period"]


# ---- calendar


def unfolded(content: bytes) -> list[str]:
    """The content lines of a calendar, checked for their form."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_calendar_is_valid_and_marks_what_is_not_sure(analysis: Analysis) -> None:
    corpus = build_corpus(analysis)
    content = data_content(corpus, A4, "ics", Tables(analysis))
    assert content == data_content(corpus, A4, "ics", Tables(analysis))
    lines = unfolded(content)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    for needed in ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"):
        assert sum(line.startswith(f"{needed}:") for line in lines) == 3, needed
    assert len({line for line in lines if line.startswith("UID:")}) == 3
    summaries = [line for line in lines if line.startswith("SUMMARY:")]
    assert all(line.startswith("SUMMARY:c. ") for line in summaries)
    assert summaries[2] == "SUMMARY:c. minister: Opens\\, \\; \\\\ and\\na line <img src=x>"
    assert "DTSTART;VALUE=DATE:20240501" in lines
    assert "DTEND;VALUE=DATE:20240601" in lines
    assert "STATUS:TENTATIVE" in lines
    assert any(line.startswith("X-WR-CALDESC:3 marks = ") for line in lines)


@pytest.mark.parametrize(
    ("given", "start", "end", "is_sure"),
    [
        ({"granularity": "day", "earliest": "2024-05-12", "latest": "2024-05-12"}, "20240512", "20240513", True),
        ({"granularity": "day", "earliest": "2024-05-12", "latest": "2024-05-14"}, "20240512", "20240515", True),
        ({"granularity": "minute", "earliest": "2024-05-12T14:30", "latest": "2024-05-12T14:30"}, "20240512",
         "20240513", True),
        ({"granularity": "day", "earliest": "2024-05-12", "latest": None}, "20240512", "20240513", False),
        ({"granularity": "day", "earliest": "2024-05-12", "latest": "2024-05-12", "qualifiers": "inferred date"},
         "20240512", "20240513", False),
        ({}, "20240501", "20240601", False),
    ],
)  # fmt: skip
def test_days_of_a_calendar(given: Mapping[str, Any], start: str, end: str, is_sure: bool) -> None:
    lines = unfolded(calendar_of([row(**given)], "T", ACCOUNT).content)
    assert f"DTSTART;VALUE=DATE:{start}" in lines
    assert f"DTEND;VALUE=DATE:{end}" in lines
    assert ("SUMMARY:Port: Opens the pier" in lines) == is_sure
    assert "DTSTAMP:20240311T000000Z" in lines


def test_days_that_a_calendar_cannot_hold_are_counted() -> None:
    far = [row(earliest="-0043-03-15", latest="-0043-03-15"), row(earliest=None, latest=None), row()]
    made = calendar_of(far, "T", ACCOUNT)
    assert made.left_out == 2
    assert made.content.count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize("text", ["SUMMARY:" + "é" * 200, "SUMMARY:" + "😀" * 40, "X:short", "Y:" + "a" * 73])
def test_lines_are_folded_between_characters(text: str) -> None:
    made = folded(text).encode()
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert made.decode().replace("\r\n ", "").rstrip("\r\n") == text


def test_the_matrix_has_no_place_in_a_calendar(analysis: Analysis) -> None:
    with pytest.raises(FigureDataError, match="matrix"):
        data_content(build_corpus(analysis), replace(A4, what="matrix"), "ics", Tables(analysis))


# ---- TimelineJS


@pytest.mark.parametrize(
    ("given", "start", "end", "display"),
    [
        ({"granularity": "year", "earliest": "2024-01-01", "latest": "2024-12-31", "when": "2024"},
         {"year": 2024}, None, None),
        ({}, {"year": 2024, "month": 5}, None, None),
        ({"granularity": "quarter", "earliest": "2024-04-01", "latest": "2024-06-30", "when": "Q2 2024"},
         {"year": 2024, "month": 4}, {"year": 2024, "month": 6}, "Q2 2024"),
        ({"granularity": "day", "earliest": "2024-05-12", "latest": "2024-05-12", "when": "12 May 2024"},
         {"year": 2024, "month": 5, "day": 12}, None, None),
        ({"granularity": "minute", "earliest": "2024-05-12T14:30", "latest": "2024-05-12T14:30"},
         {"year": 2024, "month": 5, "day": 12, "hour": 14, "minute": 30}, None, None),
        ({"granularity": "day", "earliest": "2024-05-12", "latest": "2024-05-12", "when": "12 May 2024",
          "qualifiers": "inferred date"}, {"year": 2024, "month": 5, "day": 12}, None, "c. 12 May 2024"),
        ({"granularity": "day", "earliest": "2024-05-12", "latest": None, "when": "since 12 May 2024"},
         {"year": 2024, "month": 5, "day": 12}, None, "since 12 May 2024"),
        ({"granularity": "year", "earliest": "-0043-01-01", "latest": "-0043-12-31", "when": "44 BCE"},
         {"year": -44}, None, None),
    ],
)  # fmt: skip
def test_timelinejs_dates_are_no_finer_than_their_source(
    given: Mapping[str, Any], start: object, end: object, display: str | None
) -> None:
    event = json.loads(timeline_of([row(**given)], "T", ACCOUNT).content)["events"][0]
    assert event["start_date"] == start
    assert event.get("end_date") == end
    assert event.get("display_date") == display
    assert event["group"] == "Port"
    assert event["unique_id"] == "e1"


def test_timelinejs_is_escaped_and_tells_what_it_leaves_out() -> None:
    rows = [row(label="<img onerror=x>", quote="<b>", actor="A & B"), row(earliest=None, latest=None)]
    made = timeline_of(rows, "<i>", ACCOUNT)
    assert made.left_out == 1
    whole = json.loads(made.content)
    assert "6 marks = 3 written + 1 undated + 2 left out" in whole["title"]["text"]["text"]
    assert whole["events"][0]["text"]["headline"] == "&lt;img onerror=x&gt;"
    assert whole["events"][0]["group"] == "A &amp; B"
    assert "<b>" not in made.content.decode()


# ---- HTML


@pytest.fixture
def page(analysis: Analysis, qapp: object) -> str:
    """The page of the invented article."""
    return html_content(build_corpus(analysis), A4, Tables(analysis)).decode()


def test_a_page_is_well_formed_and_needs_nothing_else(page: str) -> None:
    root = ET.fromstring(page.partition("\n")[2])
    assert root.tag.endswith("html")
    for bad in ("<script", "<link", "@import", "url(", "<image", 'http-equiv="refresh"'):
        assert bad not in page, bad
    assert not [one for one in root.iter() if "src" in one.attrib]
    assert "default-src 'none'" in page
    addresses = set(re.findall(r'https?://[^"\s<]+', page))
    assert all("w3.org" in address for address in addresses), addresses
    assert "prefers-color-scheme: dark" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_page_can_be_used_by_keyboard_and_leads_from_mark_to_source(page: str) -> None:
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    targets = re.findall(r'href="#([^"]+)"', page)
    assert set(targets) <= ids
    assert re.search(r'<a class="skip" href="#marks">', page)
    assert [re.sub("<.*?>", "", one) for one in re.findall(r"<h[12][^>]*>.*?</h[12]>", page)] == [
        "Toll &lt;b&gt;&amp; more&lt;/b&gt;", "Who stands where", "Marks and their quotations", "Sources",
    ]  # fmt: skip
    in_picture = re.findall(r'<a href="#(mark-\d+)" aria-label="([^"]+)"', page)
    assert {place for place, _ in in_picture} == {"mark-1", "mark-2"}
    assert any("Ada Okafor, opposes" in says for _, says in in_picture)
    assert "source-1" in targets
    assert "3 marks = 3 written + 0 undated + 0 left out." in page


def test_rows_are_plain_values(analysis: Analysis) -> None:
    rows = plain_rows(marks_out(Tables(analysis)))
    assert rows[1]["stance"] == -2
    assert rows[0]["stance"] is None
