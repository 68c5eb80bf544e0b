"""The analysis kept in the project file: whole, or not there; never another project's, never an impossible one."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import apsw
import msgspec
import numpy as np
import pytest

from stanceline.codec import encode_extraction, pack
from stanceline.model import keeping
from stanceline.model.edits import SetStance
from stanceline.model.keeping import Keeper, Kept
from stanceline.model.prepared import prepare
from stanceline.model.project import MADE_BY, Project
from stanceline.model.store import Store, StoredArticle
from stanceline.reading.article import Article, Problem
from stanceline.records import Analysis, Decision, Extraction, Proposal
from stanceline.workers.assembly import Assembly
from stanceline.workers.deriver import Derived
from stanceline.workers.deriving import _Deriving
from stanceline.workers.deriving_messages import (
    Closed,
    Columns,
    DeriveSteps,
    MakeReady,
    Opened,
    Ready,
    Request,
    Rows,
    decode_answer,
    encode,
)
from stanceline.workers.recalling import recalling
from tests.gui.conftest import invented

HERE = "tests.unit.test_model_keeping"


def derive(*_extractions: object, **_rest: object) -> Analysis:
    """What the deriving process of these tests finds, whatever it is given."""
    return invented()


def derive_little(*_extractions: object, **_rest: object) -> Analysis:
    """An analysis with tables that have no rows, which come in no piece at all."""
    return replace(invented(), timexes=(), events=(), stances=(), cells=())


def references(_paths: list[Path]) -> list[object]:
    return []


def deriving() -> _Deriving:
    return _Deriving(DeriveSteps(f"{HERE}:derive", f"{HERE}:references"))


def entries_of(process: _Deriving) -> dict[str, list[bytes]]:
    """What a window has to keep after the first analysis."""
    assembly = Assembly(0, ())
    for answer in process.reply(Request(0, mentioned_only=True)):
        if isinstance(answer, Opened):
            assembly = Assembly(0, answer.tables)
        elif isinstance(answer, Rows | Columns):
            assembly.take(answer, encode(answer))
        elif isinstance(answer, Closed):
            analysis, _ = assembly.completed(Analysis())
            return {name: list(pieces) for name, pieces in assembly.entries(analysis, answer.fleeting).items()}
    raise AssertionError


def stored(path: Path, entries: dict[str, list[bytes]]) -> Path:
    store = Store.create(path)
    Keeper(store).keep(entries)
    store.close()
    return path


@pytest.fixture
def entries() -> dict[str, list[bytes]]:
    return entries_of(deriving())


@pytest.fixture
def path(tmp_path: Path, entries: dict[str, list[bytes]]) -> Path:
    return stored(tmp_path / "case.stanceline", entries)


def recall(path: Path) -> Derived | None:
    store = Store.open(path)
    try:
        kept = Kept.of(store)
        steps = recalling(kept, 0) if kept is not None else iter(())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: Derived | None = end.value
                return found
    finally:
        store.close()


def test_what_was_kept_comes_back(path: Path) -> None:
    found = recall(path)
    assert found is not None
    assert found.analysis == invented()
    again = prepare(invented())
    for entry in fields(again):
        before, after = getattr(again, entry.name), getattr(found.prepared, entry.name)
        assert np.array_equal(before, after) if isinstance(before, np.ndarray) else before == after


def test_tables_without_rows_come_back_too(tmp_path: Path) -> None:
    process = _Deriving(DeriveSteps(f"{HERE}:derive_little", f"{HERE}:references"))
    found = recall(stored(tmp_path / "little.stanceline", entries_of(process)))
    assert found is not None
    assert found.analysis == derive_little()


def _articles(store: Store) -> None:
    article = Article("new", "Some words.", "sha")
    stored = StoredArticle("new", "sha", "digest", None, None, MADE_BY)
    store.put_articles([(stored, encode_extraction(Extraction(article)))], wait=False)


CHANGES: dict[str, Callable[[Store], object]] = {
    "an article": _articles,
    "an edit": lambda store: Project(store).apply(SetStance("a1:toll:ada:1", 1)),
    "a decision": lambda store: store.put_decisions([Decision("stance", "a1:toll:ada:1", "1")]),
    "the proposals": lambda store: store.put_proposals([Proposal("other", "Another one")]),
    "the reference events": lambda store: store.put_references({"own.tsv": b"id\n"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_there_is_none(path: Path, change: str) -> None:
    store = Store.open(path)
    CHANGES[change](store)
    store.close()
    assert recall(path) is None


def test_a_setting_of_the_view_changes_nothing(path: Path) -> None:
    store = Store.open(path)
    store.put_setting("zoom", 3)
    store.close()
    assert recall(path) is not None


def test_another_program_derives_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "engine_stamp", lambda: "another")
    assert recall(path) is None


def test_the_stamp_of_the_program_hangs_on_its_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = keeping.engine_stamp()
    (tmp_path / "rule.tsv").write_text("another rule")
    monkeypatch.setattr(keeping, "resource", lambda _name: tmp_path)
    keeping.engine_stamp.cache_clear()
    try:
        assert keeping.engine_stamp() != before
    finally:
        keeping.engine_stamp.cache_clear()


DAMAGE = {
    "a flipped bit": "UPDATE kept SET content = zeroblob(12) WHERE entry = 'stances'",
    "a missing piece": "DELETE FROM kept WHERE entry = 'prepared begin'",
    "a missing manifest": "DELETE FROM kept WHERE entry = ''",
    "a manifest that is none": "UPDATE kept SET content = x'789c' WHERE entry = ''",
    "pieces of another entry": "UPDATE kept SET content = (SELECT content FROM kept WHERE entry = 'events') "
    "WHERE entry = 'stances'",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_as_if_nothing_were_kept(path: Path, damage: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(DAMAGE[damage])
    connection.close()
    assert recall(path) is None


def _columns(**changed: Any) -> Callable[[dict[str, list[bytes]]], None]:
    def change(entries: dict[str, list[bytes]]) -> None:
        for name, value in changed.items():
            piece = decode_answer(entries[f"prepared {name}"][0])
            assert isinstance(piece, Columns)
            entries[f"prepared {name}"] = [encode(msgspec.structs.replace(piece, **value))]

    return change


def _rows(name: str, **changed: object) -> Callable[[dict[str, list[bytes]]], None]:
    def change(entries: dict[str, list[bytes]]) -> None:
        rows = [replace(row, **changed) for row in getattr(invented(), name)]
        entries[name] = [encode(Rows(name, pack(rows)))]

    return change


FOREIGN: dict[str, Callable[[dict[str, list[bytes]]], None]] = {
    "an actor that is none": _columns(actor={"content": np.array([0, 99, 0], np.int32).tobytes()}),
    "a column too short": _columns(kind={"content": b"\0"}),
    "a column of objects": _columns(kind={"dtype": "|O"}),
    "times beyond all bounds": _columns(end={"content": np.full(3, 1 << 62, np.int64).tobytes()}),
    "an end before its begin": _columns(end={"content": np.zeros(3, np.int64).tobytes()}),
    "a span beyond the text": _rows("stances", evidence=(10, 10_000)),
    "a stance of nobody": _rows("stances", holder="person:nobody"),
    "another stance than its mark": _rows("stances", id="a1:toll:ada:2"),
    "the same row twice": lambda entries: entries.update(actors=entries["actors"] * 2),
    "an entry too many": lambda entries: entries.update(more=entries["actors"]),
    "a word where a number belongs": lambda entries: entries.update(
        timexes=[encode(Rows("timexes", pack([{"article": "a1", "start": "one"}])))]
    ),
    "a letter of another kind": lambda entries: entries.update(timexes=[encode(Opened(0, [], []))]),
}


@pytest.mark.parametrize("foreign", FOREIGN)
def test_what_cannot_be_is_not_taken(tmp_path: Path, entries: dict[str, list[bytes]], foreign: str) -> None:
    FOREIGN[foreign](entries)
    assert recall(stored(tmp_path / "foreign.stanceline", entries)) is None


def test_a_later_analysis_replaces_what_differs(path: Path, entries: dict[str, list[bytes]]) -> None:
    store = Store.open(path)
    kept = Kept.of(store)
    assert kept is not None
    project = Project(store)
    project.apply(SetStance("a1:toll:ada:1", 2))
    row = replace(invented().stances[0], stance=2)
    stances = [encode(Rows("stances", pack([row])))]
    keeper = Keeper(store, kept.entries)
    # One after the other, without waiting: the second takes up what the first has not written.
    keeper.keep({"stances": entries["stances"]})
    keeper.keep({"stances": stances})
    project.close()
    found = recall(path)
    assert found is not None
    assert found.analysis.stances == (row,)
    assert found.analysis.events == invented().events


def test_problems_of_this_session_alone_are_not_kept() -> None:
    process = deriving()
    process.problems = [*invented().problems, Problem("not_found", "nowhere: there is no such file.")]
    pieces = entries_of(process)["problems"]
    assert [decode_answer(piece) for piece in pieces] == [Rows("problems", pack(()))]


def test_what_is_shown_is_compared_with_what_the_articles_give(entries: dict[str, list[bytes]]) -> None:
    digests = {name: keeping.digest_of(entries[name]) for name in ("stances", "events")}
    process = deriving()
    assert list(process.reply(MakeReady(True, digests))) == [Ready([])]
    again = list(process.reply(Request(0, mentioned_only=True)))
    assert isinstance(again[0], Opened)
    assert again[0].tables == []
    assert list(process.reply(MakeReady(True, digests | {"stances": "another"}))) == [Ready(["stances"])]
    again = list(process.reply(Request(0, mentioned_only=True)))
    assert isinstance(again[0], Opened)
    assert again[0].tables == ["stances"]
