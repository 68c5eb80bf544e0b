import json
from pathlib import Path

import pytest

from stanceline import StancelineError
from stanceline.temporal.references.events import (
    ReferenceFileError,
    find_references,
    group_words,
    index_of,
    load_references,
)
from stanceline.temporal.timex import format_day


def names(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = find_references(text, load_references())
    return [(text[mention.start : mention.end], tuple(event.id for event in mention.events)) for mention in found]


def test_shipped_table_loads_and_is_sound() -> None:
    events = load_references()
    assert len(events) > 1500
    assert len({event.id for event in events}) == len(events)
    assert all(event.start <= event.end for event in events)
    vilnius = next(event for event in events if event.id == "nato-summit-2023")
    assert (format_day(vilnius.start), format_day(vilnius.end)) == ("2023-07-11", "2023-07-12")
    assert vilnius.took_place()


@pytest.mark.parametrize(
    ("text", "passage", "id"),
    [
        ("NATO's annual leaders' summit in Lithuania was near.", "summit in Lithuania", "nato-summit-2023"),
        ("the NATO summit in Vilnius", "NATO summit in Vilnius", "nato-summit-2023"),
        ("NATO’s Vilnius summit", "NATO’s Vilnius summit", "nato-summit-2023"),
        ("the G7 leaders at the Hiroshima summit", "Hiroshima summit", "g7-g8-summit-2023"),
        ("a summit in The Hague of NATO members", "summit in The Hague", "nato-summit-2025"),
        ("at COP28 in Dubai", "COP28", "cop-climate-conference-2023"),
        ("the 18th G20 summit", "18th G20 summit", "g20-summit-2023"),
    ],
)
def test_names_and_light_paraphrases(text: str, passage: str, id: str) -> None:
    assert names(text) == [(passage, (id,))]


def test_shared_names_give_all_their_events() -> None:
    ((passage, ids),) = names("the Davos forum")
    assert passage == "Davos forum"
    assert len(ids) > 10
    ((_, ids),) = names("at the Madrid summit of NATO")
    assert {"nato-summit-1997-07", "nato-summit-2022-06"} <= set(ids)


@pytest.mark.parametrize(
    "text",
    [
        "a summit in Lithuania of beekeepers",
        "the vilnius summit",
        "the summit of the mountain",
        "Iraq's invasion of its neighbor",
        "they met in Brussels",
        "NATO\nsummit",
        "",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert names(text) == []


def test_bodies_are_told_from_places() -> None:
    by_id = {event.id: event for event in load_references()}
    assert group_words(by_id["nato-summit-2023"]) == {"nato"}
    assert "tokyo" not in group_words(by_id["ticad-2013"]) if "ticad-2013" in by_id else True


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("r.tsv", "name\tstart\tend\taliases\nHarbor vote\t2025-10-14\t2025-10-14\tthe vote|Harbor Avenue vote\n"),
        ("r.csv", 'name,start,end,aliases\nHarbor vote,2025-10-14,2025-10-14,"the vote|Harbor Avenue vote"\n'),
        ("r.csv", "name;start;end;aliases\nHarbor vote;2025-10-14;2025-10-14;the vote|Harbor Avenue vote\n"),
        (
            "r.json",
            json.dumps([{"name": "Harbor vote", "start": "2025-10-14", "aliases": ["the vote", "Harbor Avenue vote"]}]),
        ),
    ],
)
def test_tables_of_the_user(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    events = load_references([path])
    added = events[-1]
    assert (added.name, added.aliases) == ("Harbor vote", ("the vote", "Harbor Avenue vote"))
    assert find_references("after the Harbor Avenue vote", events)[0].events == (added,)
    assert len(events) == len(load_references()) + 1


def test_row_of_the_user_replaces_the_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "r.tsv"
    path.write_text("id\tname\tstart\tend\nnato-summit-2023\tNATO summit\t2023-07-10\t2023-07-12\n", encoding="utf-8")
    events = load_references([path])
    assert len(events) == len(load_references())
    assert [format_day(e.start) for e in events if e.id == "nato-summit-2023"] == ["2023-07-10"]


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("name\tstart\nA\t2025-01-01\n", 1, "end"),
        ("name\tstart\tend\nA\t2025-01-01\t2025-01-02\nB\t2025-13-01\t2025-01-02\n", 3, "2025-13-01"),
        ("name\tstart\tend\nA\t2025-01-03\t2025-01-02\n", 2, "ends before"),
        ("name\tstart\tend\n\t2025-01-01\t2025-01-02\n", 2, "name"),
        ("id\tname\tstart\tend\nx\tA\t2025-01-01\t2025-01-01\nx\tB\t2025-01-01\t2025-01-01\n", 3, "twice"),
        ('[{"name": "A", "start": "2025-01-01"},\n {"name": ]', 2, "JSON"),
    ],
)
def test_errors_name_the_line(tmp_path: Path, content: str, line: int, what: str) -> None:
    path = tmp_path / "r.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=what) as error:
        load_references([path])
    assert error.value.line == line
    assert str(path) in str(error.value)


def test_missing_table_is_said(tmp_path: Path) -> None:
    with pytest.raises(StancelineError, match="cannot be opened"):
        load_references([tmp_path / "none.tsv"])


def test_index_is_built_once_for_a_table() -> None:
    events = load_references()
    assert index_of(events) is index_of(events)
