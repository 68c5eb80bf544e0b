"""The project file: locked, versioned, guarded, and plain about what is wrong with it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from stanceline.model import migrations
from stanceline.model.edits import Changes
from stanceline.model.filelock import FileLock
from stanceline.model.recovery import discard, recoverable, reopen_untitled, untitled_store
from stanceline.model.store import HistoryEntry, Store, StoredArticle, StoreError, is_project
from stanceline.records import Decision


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.stanceline"


def article(ident: str = "a") -> StoredArticle:
    return StoredArticle(ident, "sha", "digest", f"{ident}.txt", "Title", "0.1.0 STX1")


def entry(value: str = "2023-07-12") -> HistoryEntry:
    put = (Decision("article_date", "a", value),)
    return HistoryEntry("Date it", Changes(put=put), Changes(drop=(("article_date", "a"),)))


def test_a_new_file_is_recognized_and_has_a_version(path: Path) -> None:
    Store.create(path).close()
    assert is_project(path)
    connection = apsw.Connection(str(path))
    assert connection.pragma("user_version") == migrations.NEWEST
    assert connection.pragma("journal_mode") == "delete"
    connection.close()


def test_two_windows_cannot_open_one_project(path: Path) -> None:
    store = Store.create(path)
    with pytest.raises(StoreError, match=r"open in another Stanceline window \(process \d+\)"):
        Store.open(path)
    store.close()
    assert not FileLock.path_of(path).exists()
    Store.open(path).close()


def test_a_command_may_read_what_a_window_has_open(path: Path) -> None:
    store = Store.create(path)
    store.put_articles([(article(), b"content")])
    reader = Store.open(path, read_only=True)
    assert reader.content("a") == b"content"
    with pytest.raises(StoreError, match="Save as"):
        reader.put_setting("x", 1)
    reader.close()
    store.close()


def test_the_lock_of_a_killed_program_is_no_hindrance(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from stanceline.model.store import Store\n"
        "store = Store.create(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert FileLock.path_of(path).exists()
    Store.open(path).close()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not a Stanceline project"),
        (b"Just some words about a plan. " * 10, "not a Stanceline project"),
        (b"SQLite format 3\0" + b"\0" * 200, "another program"),
    ],
)
def test_what_is_no_project_is_said_so(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=says):
        Store.open(path)
    assert path.read_bytes() == content
    assert not is_project(path)


def test_a_missing_file_is_said_so(path: Path) -> None:
    with pytest.raises(StoreError, match="No such file"):
        Store.open(path)


def test_a_newer_format_is_not_touched(path: Path) -> None:
    Store.create(path).close()
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", migrations.NEWEST + 3)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer version \(format 5, this program reads up to 2\)"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", ["cut", "scribble"])
def test_a_damaged_file_is_said_so(path: Path, damage: str) -> None:
    store = Store.create(path)
    store.put_articles([(article(f"a{number}"), bytes(3000)) for number in range(50)])
    store.close()
    content = bytearray(path.read_bytes())
    if damage == "cut":
        content = content[: len(content) // 2]
    else:
        for place in range(4096, len(content), 4096):
            content[place : place + 64] = b"\xff" * 64
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        Store.open(path)
    assert not FileLock.path_of(path).exists()


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Choose another folder"):
        Store.create(tmp_path / "none" / "case.stanceline")


def test_an_existing_file_is_not_overwritten_by_a_new_project(path: Path) -> None:
    path.write_bytes(b"precious")
    with pytest.raises(StoreError, match="exists already"):
        Store.create(path)
    assert path.read_bytes() == b"precious"


def test_schemas_of_strangers_run_nothing(path: Path) -> None:
    Store.create(path).close()
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TRIGGER t AFTER INSERT ON setting BEGIN DELETE FROM decision; END")
    connection.close()
    store = Store.open(path)
    store.put_decisions([Decision("stance", "s", "2")])
    store.put_setting("x", 1)
    assert store.decisions() == {("stance", "s"): "2"}
    store.close()


def test_saving_under_a_name_goes_on_there_and_keeps_the_old_file(path: Path, tmp_path: Path) -> None:
    store = Store.create(path)
    store.put_articles([(article(), b"content")], wait=False)
    other = tmp_path / "other.stanceline"
    other.write_bytes(b"old content")
    store.save_as(other)
    store.commit_edit(entry(), is_undo=False)
    store.close()
    assert [entry.name for entry in tmp_path.iterdir()] in (
        ["case.stanceline", "other.stanceline"],
        ["other.stanceline", "case.stanceline"],
    )
    old, new = Store.open(path), Store.open(other)
    assert old.content("a") == new.content("a") == b"content"
    assert old.decisions() == {}
    assert new.history() == [entry()]
    old.close()
    new.close()


def test_a_failing_save_keeps_the_project_where_it_was(path: Path, tmp_path: Path) -> None:
    store = Store.create(path)
    with pytest.raises(StoreError):
        store.save_as(tmp_path / "none" / "other.stanceline")
    assert store.path == path
    store.commit_edit(entry(), is_undo=False)
    store.close()


def test_a_write_that_nobody_waited_for_is_reported_later(path: Path) -> None:
    store = Store.create(path)
    # A NULL where the file's schema forbids one stands for any failing write.
    store.put_articles([(StoredArticle("a", "s", "d", None, None, None), b"x")], wait=False)  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="write"):
        store.flush()
    store.close()


def fill_the_disk(store: Store) -> Callable[[], object]:
    """Let the file grow no further; the result frees space again."""
    connection = store._connection
    pages = connection.pragma("page_count")
    connection.pragma("max_page_count", pages)
    return lambda: connection.pragma("max_page_count", pages + 1000)


def test_a_full_disk_is_said_so(path: Path) -> None:
    store = Store.create(path)
    free = fill_the_disk(store)
    with pytest.raises(StoreError, match="the disk is full"):
        store.put_articles([(article(), b"x" * 100_000)])
    free()
    store.put_articles([(article(), b"x" * 100_000)])
    store.close()


@pytest.mark.parametrize("next_write", ["none", "edit"])
def test_articles_that_a_full_disk_refused_are_written_when_there_is_room(path: Path, next_write: str) -> None:
    store = Store.create(path)
    free = fill_the_disk(store)
    store.put_articles([(article(), b"x" * 100_000)], wait=False)
    with pytest.raises(StoreError, match="the disk is full"):
        store.flush()
    free()
    if next_write == "edit":
        store.put_articles([(article("b"), b"y")])
    store.close()
    again = Store.open(path)
    assert [one.id for one in again.articles()] == (["a", "b"] if next_write == "edit" else ["a"])
    assert again.content("a") == b"x" * 100_000
    again.close()


def test_untitled_work_is_deleted_also_where_the_disk_is_full(profile: Path) -> None:
    store = untitled_store()
    fill_the_disk(store)
    store.put_articles([(article(), b"x" * 100_000)], wait=False)
    path = store.path
    store.discard()
    assert path is not None
    assert not path.exists()


def test_memory_projects_work_like_files() -> None:
    store = Store.memory()
    store.put_articles([(article(), b"content")])
    assert store.articles() == [article()]
    with pytest.raises(StoreError, match="no article 'b'"):
        store.content("b")
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.articles()


# ---- untitled work -------------------------------------------------------------------------------------


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANCELINE_PROFILE", str(tmp_path / "profile"))
    return tmp_path


def test_untitled_work_is_offered_when_its_program_is_gone(profile: Path) -> None:
    assert recoverable() == []
    store = untitled_store()
    store.put_articles([(article(), b"content")])
    store.commit_edit(entry(), is_undo=False)
    assert recoverable() == []
    path = store.path
    assert path is not None
    store.close()
    found = recoverable()
    assert [(entry.path, entry.articles, entry.edits) for entry in found] == [(path, 1, 1)]
    again = reopen_untitled(path)
    was_untitled = again.is_untitled
    target = profile / "named.stanceline"
    again.save_as(target)
    assert not path.exists()
    assert (was_untitled, again.is_untitled) == (True, False)
    again.close()
    assert recoverable() == []


def test_unwanted_and_empty_untitled_work_is_deleted(profile: Path) -> None:
    store = untitled_store()
    path = store.path
    assert path is not None
    store.close()
    assert recoverable() == []
    assert not path.exists()
    store = untitled_store()
    store.put_articles([(article(), b"content")])
    store.close()
    discard(recoverable()[0].path)
    assert recoverable() == []
    store = untitled_store()
    path = store.path
    assert path is not None
    store.discard()
    assert not path.exists()
