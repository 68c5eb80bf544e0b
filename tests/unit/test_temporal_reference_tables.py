import json
from dataclasses import replace
from pathlib import Path

import pytest

from stanceline.temporal.references.drafts import (
    Draft,
    clashes,
    draft_of,
    read_draft,
    split_aliases,
    typed_day,
    unknown_events,
    vague_names,
)
from stanceline.temporal.references.events import ReferenceEvent, ReferenceFileError, index_of, load_references
from stanceline.temporal.references.tables import (
    LARGEST_TABLE,
    decode_event,
    encode_event,
    new_id,
    read_table,
    read_tables,
    with_own,
    write_table,
)
from stanceline.temporal.timex import format_day, parse_day


def event(name: str = "Fjord League summit in Bergen", start: str = "2024-05-14", **more: object) -> ReferenceEvent:
    first = parse_day(start)
    assert first is not None
    made = ReferenceEvent("fjord", name, ("Bergen summit",), first, first + 1, "Fjord League summit", "4", "Bergen")
    return replace(made, **more)  # type: ignore[arg-type]


# ---- files


def test_a_table_is_written_and_read_back(tmp_path: Path) -> None:
    rows = (event(country="Norway", groups=("FL", "Coast"), aliases=("Bergen summit", "league, talks")), event(id="b"))
    path = tmp_path / "mine.tsv"
    path.write_text(write_table(rows), encoding="utf-8")
    assert read_table(path) == rows


def test_the_whole_shipped_table_survives_the_way(tmp_path: Path) -> None:
    path = tmp_path / "all.tsv"
    path.write_text(write_table(load_references()), encoding="utf-8")
    assert set(read_table(path)) == set(load_references())


def test_tabs_and_line_ends_in_a_cell_become_blanks(tmp_path: Path) -> None:
    path = tmp_path / "odd.tsv"
    path.write_text(write_table([event(name="League\tsummit\nof 2024", aliases=("a|b",))]), encoding="utf-8")
    (row,) = read_table(path)
    assert (row.name, row.aliases) == ("League summit of 2024", ("a b",))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.tsv", "name\tstart\tend\taliases\nLeague summit\t2024-05-14\t2024-05-15\tone|two\n"),
        ("t.csv", 'name,start,end,aliases\n"League summit",2024-05-14,2024-05-15,one|two\n'),
        (
            "t.json",
            '[{"name": "League summit", "start": "2024-05-14", "end": "2024-05-15", "aliases": ["one", "two"]}]',
        ),
    ],
)
def test_three_kinds_of_files_are_read(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (row,) = read_table(path)
    assert (row.name, row.aliases, row.end - row.start) == ("League summit", ("one", "two"), 1)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name\tstart\tend\nGood\t2024-05-14\t\nBad\t2024-02-30\t\n", 3, "2024-02-30"),
        ("name\tstart\tend\nBad\t2024-05-14\t2024-05-13\n", 2, "ends before it starts"),
        ("name\tfirst\nBad\t2024-05-14\n", 1, "start is missing"),
        ("[" * 100_000, None, "no table"),
        ('name,start,end\n"' + "x" * 200_000, None, "no table"),
    ],
)
def test_an_unusable_table_is_refused_with_file_and_line(
    tmp_path: Path, text: str, line: int | None, says: str
) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceFileError) as refused:
        read_table(path)
    assert refused.value.line == line
    assert says in str(refused.value)
    assert str(path) in str(refused.value)


def test_files_that_are_missing_or_far_too_large_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReferenceFileError, match="cannot be opened"):
        read_table(tmp_path / "none.tsv")
    path = tmp_path / "huge.tsv"
    path.write_bytes(b"x" * (LARGEST_TABLE + 1))
    with pytest.raises(ReferenceFileError, match="too large"):
        read_table(path)


def test_a_later_file_replaces_the_rows_of_an_earlier(tmp_path: Path) -> None:
    for name, start in (("a.tsv", "2024-05-14"), ("b.tsv", "2024-06-14")):
        (tmp_path / name).write_text(write_table([event(start=start)]), encoding="utf-8")
    (row,) = read_tables([tmp_path / "a.tsv", tmp_path / "b.tsv"])
    assert format_day(row.start) == "2024-06-14"


# ---- rows of a project


def test_an_event_is_kept_as_text() -> None:
    assert decode_event(encode_event(event())) == event()
    bare = ReferenceEvent("x", "Vote", (), 19_000, 19_000)
    assert decode_event(encode_event(bare)) == bare
    assert "venue" not in json.loads(encode_event(bare))


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"id": "x", "name": "y", "start": "2024-13-01"}', "[" * 9_999])
def test_what_is_no_event_is_none(text: str) -> None:
    assert decode_event(text) is None


def test_own_rows_lie_over_the_table_and_are_laid_once() -> None:
    shipped = load_references()
    mine = event(id="nato-summit-2023")
    own = {mine.id: encode_event(mine), "broken": "{"}
    table = with_own(shipped, own)
    assert len(table) == len(shipped)
    assert next(row for row in table if row.id == mine.id) == mine
    assert with_own(shipped, dict(own)) is table
    assert with_own(shipped, {}) is shipped


def test_ids_are_made_of_name_and_day_and_differ() -> None:
    first = new_id(event(), set())
    assert first.id == "fjord-league-summit-in-bergen-2024-05-14"
    assert new_id(event(), {first.id}).id == first.id + "-2"


# ---- forms


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2023-07-11", "2023-07-11"),
        ("2023-7-1", "2023-07-01"),
        ("11 July 2023", "2023-07-11"),
        ("July 11th, 2023", "2023-07-11"),
        ("Tue 11 July 2023", "2023-07-11"),
        ("12. Juli 2023", "2023-07-12"),
        ("12 juillet 2023", "2023-07-12"),
        ("13/07/2023", "2023-07-13"),
        ("7/13/2023", "2023-07-13"),
        ("7/7/2023", "2023-07-07"),
        ("11.7.2023", "2023-07-11"),
        ("11/7/2023", None),
        ("2023-02-30", None),
        ("July 2023", None),
        ("2023", None),
        ("tomorrow", None),
        ("Tuesday", None),
        ("", None),
        ("1" * 500, None),
    ],
)
def test_only_complete_dates_that_can_be_read_in_one_way_are_days(typed: str, day: str | None) -> None:
    found = typed_day(typed)
    assert (None if found is None else format_day(found)) == day


def test_a_draft_becomes_an_event_and_back() -> None:
    draft = draft_of(event())
    assert (draft.start, draft.end, draft.aliases) == ("2024-05-14", "2024-05-15", "Bergen summit")
    assert read_draft(draft) == (event(), {})
    one_day = replace(draft, end="", kept=None)
    made, wrong = read_draft(one_day)
    assert not wrong
    assert made is not None
    assert (made.id, made.start, made.end) == ("", event().start, event().start)


def test_what_the_form_does_not_show_stays() -> None:
    kept = event(venue="Hall", groups=("FL",))
    made, _ = read_draft(replace(draft_of(kept), name="Other name"))
    assert made == replace(kept, name="Other name")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"start": ""}, "start"),
        ({"start": "next week"}, "start"),
        ({"end": "2024-05-01"}, "end"),
        ({"end": "2054-05-14"}, "end"),
        ({"end": "11/7/2024"}, "end"),
        ({"ordinal": "fourth"}, "ordinal"),
        ({"ordinal": "0"}, "ordinal"),
    ],
)
def test_each_field_says_what_is_wrong_with_it(change: dict[str, str], field: str) -> None:
    made, wrong = read_draft(replace(draft_of(event()), **change))  # type: ignore[arg-type]
    assert made is None
    assert list(wrong) == [field]
    assert wrong[field].endswith(".")


def test_an_empty_form_lacks_name_and_day() -> None:
    assert set(read_draft(Draft())[1]) == {"name", "start"}


def test_aliases_are_parted_at_commas_and_lines() -> None:
    assert split_aliases("one, two;three\n two |\n") == ("one", "two", "three")


def test_names_that_others_bear_are_told() -> None:
    index = index_of(load_references())
    found = clashes(["Vilnius summit", "Fjord League summit"], index, "")
    assert list(found) == ["Vilnius summit"]
    assert "nato-summit-2023" in {other.id for other in found["Vilnius summit"]}
    assert clashes(["NATO summit in Vilnius"], index, "nato-summit-2023") == {}
    assert vague_names(["summit", "Meeting", "Oslo summit"]) == ("summit", "Meeting")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They will attend the Fjord League summit in Bergen next week.", ("Fjord League summit in Bergen",)),
        ("At the Lisbon Forum, all agreed. The Lisbon Forum ended.", ("Lisbon Forum",)),
        ("The Conference on Disarmament and the Third Harbor Assembly met.", ("Third Harbor Assembly",)),
        ("The summit ends. A meeting was held. This Summit is over.", ()),
        ("The NATO summit in Vilnius ended.", ()),
        ("", ()),
    ],
)
def test_meetings_that_no_event_is_known_for_are_found(text: str, names: tuple[str, ...]) -> None:
    assert unknown_events(text, index_of(load_references())) == names
