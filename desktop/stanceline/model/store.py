"""The project file: one SQLite file with the articles, what was found in them, and every decision about them.

Rollback journal and full synchronization: what was acknowledged survives a kill. All access runs on one
thread of the store, so that a window can add articles without waiting for the disk. Only plain values and the
bytes of `stanceline.codec` are stored; nothing read from a file is ever run.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import apsw
import msgspec

from stanceline import StancelineError, __version__
from stanceline.model import migrations
from stanceline.model.edits import Changes, DecisionKey
from stanceline.model.filelock import FileLock, LockedElsewhereError
from stanceline.records import Decision, Proposal

APPLICATION_ID = migrations.APPLICATION_ID
CHECKED_BYTES = 64 << 20
"""Files up to this size are checked page by page when opened."""
SUFFIX = ".stanceline"

Result = TypeVar("Result")
_PUT_ARTICLE = (
    "INSERT INTO article (id, sha256, digest, path, title, made_by, content) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, digest = excluded.digest, "
    "path = excluded.path, title = excluded.title, made_by = excluded.made_by, "
    "content = excluded.content, is_removed = 0"
)
_PASSING = (apsw.FullError, apsw.IOError, apsw.BusyError, apsw.CantOpenError, apsw.ReadOnlyError)
"""What may be over when a write is tried again."""
_PUT_SETTING = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class StoreError(StancelineError):
    """A project file could not be opened, read or written."""

    def __init__(self, text: str, path: Path | None = None) -> None:
        super().__init__(text)
        self.path = path


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article in a project, without its bytes.

    `digest` is equal for texts of equal words; `made_by` names the program and the format of the findings.
    """

    id: str
    sha256: str
    digest: str
    path: str | None
    title: str | None
    made_by: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An edit in force: its text, what it did and what takes it back."""

    text: str
    done: Changes
    back: Changes


@contextmanager
def _first_error() -> Iterator[None]:
    """Raise what went wrong first: a full disk has ended the transaction already, and rolling it back fails, too."""
    try:
        yield
    except apsw.Error as error:
        first: BaseException = error
        while isinstance(first, apsw.SQLError) and isinstance(first.__context__, apsw.Error):
            first = first.__context__
        raise first from None


@contextmanager
def _translated(path: Path | None, doing: str = "read") -> Iterator[None]:
    """SQLite's errors in words of the program."""
    name = f'"{path}"' if path is not None else "the project"
    try:
        with _first_error():
            yield
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise StoreError(f"{name} is damaged ({error}). Restore it from a backup.", path) from error
    except apsw.FullError as error:
        raise StoreError(f"{name} cannot be written: the disk is full. Free some space and try again.", path) from error
    except (apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise StoreError(f"{name} cannot be written. Save it under another name with Save as.", path) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreError(f"{name} is in use by another program. Close it there and try again.", path) from error
    except apsw.Error as error:
        raise StoreError(
            f"Cannot {doing} {name}: {error}. Check the disk and the folder's permissions.", path
        ) from error


class Store:
    """An open project file. Made by `open`, `create`, `memory` or `untitled`; closed once."""

    def __init__(self, connection: apsw.Connection, path: Path | None, lock: FileLock | None) -> None:
        self._connection = connection
        self._lock = lock
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._pending: list[Future[None]] = []
        self._unwritten: list[tuple[Any, ...]] = []  # rows of articles that a full disk refused; only its thread's
        self._is_leaving = False
        self.revision = int(_setting(connection, "revision", path) or 0)
        """Counted up with every write that an analysis depends on, in the file as well."""
        self.path = path
        self.is_untitled = False
        self.is_closed = False

    # ---- making ----

    @classmethod
    def memory(cls) -> "Store":
        """A project that is never written to a file."""
        return cls(_prepared_connection(":memory:", None), None, None)

    @classmethod
    def create(cls, path: Path) -> "Store":
        """A new, empty project file; raises `StoreError` where there is a file already."""
        if path.exists():
            raise StoreError(f'"{path}" exists already. Open it, or choose another name.', path)
        lock = _locked(path)
        try:
            return cls(_prepared_connection(str(path), path), path, lock)
        except StoreError:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """An existing project; read only it can be opened while a window has it. Raises `StoreError`."""
        _check_header(path)
        lock = None if read_only else _locked(path)
        try:
            return cls(_prepared_connection(str(path), path, read_only=read_only), path, lock)
        except StoreError:
            if lock is not None:
                lock.release()
            raise

    # ---- one thread ----

    def _run(self, work: Callable[[], Result], doing: str = "read") -> Result:
        """Do `work` on the store's thread and wait for it; raises what an earlier unwaited write raised."""
        if self.is_closed:
            raise StoreError("The project was closed.", self.path)
        self.check()
        with _translated(self.path, doing):
            return self._thread.submit(work).result()

    def _write(self, work: Callable[[], object], *, is_input: bool = False) -> None:
        self._run(self._transaction(work, is_input=is_input), "write")

    def _transaction(self, work: Callable[[], object], *, is_input: bool) -> Callable[[], None]:
        """`work` in one transaction; with `is_input` the file's revision moves on in the same one."""
        self.revision += is_input
        revision = self.revision

        def transaction() -> None:
            with self._connection:
                self._many(_PUT_ARTICLE, self._unwritten)
                work()
                if is_input or self._unwritten:
                    self._execute(_PUT_SETTING, ("revision", str(revision)))
            self._unwritten = []

        return transaction

    def write_behind(self, steps: Iterator[None]) -> None:
        """Take steps on the store's thread, each in a transaction; whatever else waits goes in between.

        For what can be made again: where a step fails the rest is left out, and nobody is told.
        """
        done: Future[None] = Future()

        def take() -> None:
            try:
                with self._connection:
                    is_over = self._is_leaving or next(steps, steps) is steps
            except apsw.Error:
                is_over = True
            if is_over:
                done.set_result(None)
            else:
                self._thread.submit(take)

        self._pending.append(done)
        self._thread.submit(take)

    def check(self) -> None:
        """Raise `StoreError` where a write that nobody waited for has failed."""
        done = [future for future in self._pending if future.done()]
        self._pending = [future for future in self._pending if not future.done()]
        for future in done:
            with _translated(self.path, "write"):
                future.result()

    def flush(self) -> None:
        """Wait until everything is on the disk; raises `StoreError`."""
        pending, self._pending = self._pending, []
        wait_for(pending)
        if self._unwritten:
            # What failed before may go now, and then nothing is lost.
            self._write(lambda: None, is_input=True)
            return
        for future in pending:
            with _translated(self.path, "write"):
                future.result()

    def close(self) -> None:
        """Write what waits, drop what was taken out, and let the file go."""
        if self.is_closed:
            return
        try:
            self.flush()
            if not self._connection.readonly("main"):
                self._purge()
        finally:
            self.is_closed = True
            self._thread.submit(self._connection.close).result()
            self._thread.shutdown()
            if self._lock is not None:
                self._lock.release()

    def _purge(self) -> None:
        """Drop articles that were taken out, and the edits that nobody can take back without them."""
        removed = {row[0] for row in self._run(lambda: self._execute("SELECT id FROM article WHERE is_removed"))}
        if not removed:
            return
        entries = self._run(lambda: self._execute("SELECT number, done, back FROM edit"))
        stale = [
            (number,)
            for number, done, back in entries
            for changes in (_from_json(done, Changes), _from_json(back, Changes))
            if removed.intersection(changes.remove)
        ]

        def work() -> None:
            self._many("DELETE FROM edit WHERE number = ?", stale)
            self._execute("DELETE FROM article WHERE is_removed")

        self._write(work)

    def discard(self) -> None:
        """Close and delete the file: untitled work that nobody wants to keep."""
        path = self.path
        self._is_leaving = True
        with suppress(StoreError):
            self.close()
        if path is not None:
            path.unlink(missing_ok=True)

    def _execute(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return list(self._connection.execute(statement, tuple(values)))

    def _many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        self._connection.executemany(statement, [tuple(row) for row in rows])

    # ---- articles ----

    def put_articles(self, articles: Sequence[tuple[StoredArticle, bytes]], *, wait: bool = True) -> None:
        """Add articles or replace those with the same id, in one transaction.

        Without `wait` the write goes on behind; `check`, `flush` or the next access raises where it failed, and the
        next write tries again.
        """
        rows = [(a.id, a.sha256, a.digest, a.path, a.title, a.made_by, content) for a, content in articles]
        if wait:
            self._write(lambda: self._many(_PUT_ARTICLE, rows), is_input=True)
            return
        write = self._transaction(lambda: self._many(_PUT_ARTICLE, rows), is_input=True)

        def write_behind() -> None:
            try:
                with _first_error():
                    write()
            except _PASSING:
                # They are shown already: they go with the next thing that can be written.
                self._unwritten += rows
                raise

        self._pending.append(self._thread.submit(write_behind))

    def articles(self) -> list[StoredArticle]:
        """All articles, by id."""
        rows = self._run(
            lambda: self._execute(
                "SELECT id, sha256, digest, path, title, made_by FROM article WHERE NOT is_removed ORDER BY id"
            )
        )
        return [StoredArticle(*row) for row in rows]

    def content(self, article: str) -> bytes:
        """The bytes of one article's extraction; raises `StoreError` where there is none."""
        rows = self._run(lambda: self._execute("SELECT content FROM article WHERE id = ?", (article,)))
        if not rows:
            raise StoreError(f"The project has no article '{article}'.", self.path)
        return bytes(rows[0][0])

    # ---- decisions ----

    def decisions(self) -> dict[DecisionKey, str]:
        """All decisions in force, in a fixed order."""
        rows = self._run(lambda: self._execute("SELECT kind, key, value FROM decision ORDER BY kind, key"))
        return {(kind, key): value for kind, key, value in rows}

    def commit_edit(self, entry: HistoryEntry, *, is_undo: bool) -> None:
        """Carry out an edit; on the disk when this returns. An undo takes the newest entry off the history."""
        done = entry.done

        def work() -> None:
            self._many("DELETE FROM decision WHERE kind = ? AND key = ?", done.drop)
            self._many(
                "INSERT INTO decision (kind, key, value) VALUES (?, ?, ?) "
                "ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                [(new.kind, new.key, new.value) for new in done.put],
            )
            self._many("UPDATE article SET is_removed = 1 WHERE id = ?", [(key,) for key in done.remove])
            self._many("UPDATE article SET is_removed = 0 WHERE id = ?", [(key,) for key in done.restore])
            if is_undo:
                self._execute("DELETE FROM edit WHERE number = (SELECT max(number) FROM edit)")
            else:
                packed = (entry.text, _json(entry.done), _json(entry.back))
                self._execute("INSERT INTO edit (text, done, back) VALUES (?, ?, ?)", packed)

        self._write(work, is_input=True)

    def history(self) -> list[HistoryEntry]:
        """The edits in force, oldest first."""
        rows = self._run(lambda: self._execute("SELECT text, done, back FROM edit ORDER BY number"))
        return [HistoryEntry(text, _from_json(done, Changes), _from_json(back, Changes)) for text, done, back in rows]

    def last_edit(self) -> HistoryEntry | None:
        """The newest edit in force."""
        rows = self._run(lambda: self._execute("SELECT text, done, back FROM edit ORDER BY number DESC LIMIT 1"))
        return next(
            (HistoryEntry(t, _from_json(done, Changes), _from_json(back, Changes)) for t, done, back in rows), None
        )

    def put_decisions(self, decisions: Sequence[Decision]) -> None:
        """Decisions without a history, for projects made by a command."""
        rows = [(new.kind, new.key, new.value) for new in decisions]
        self._write(
            lambda: self._many(
                "INSERT INTO decision (kind, key, value) VALUES (?, ?, ?) "
                "ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value",
                rows,
            ),
            is_input=True,
        )

    # ---- proposals, reference events, settings ----

    def proposals(self) -> tuple[Proposal, ...]:
        """The project's proposals, in the order in which they were put."""
        rows = self._run(lambda: self._execute("SELECT content FROM proposal ORDER BY place"))
        return tuple(_from_json(row[0], Proposal) for row in rows)

    def put_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Replace all proposals."""
        rows = [(proposal.id, place, _json(proposal)) for place, proposal in enumerate(proposals)]

        def work() -> None:
            self._execute("DELETE FROM proposal")
            self._many("INSERT INTO proposal (id, place, content) VALUES (?, ?, ?)", rows)

        self._write(work, is_input=True)

    def references(self) -> dict[str, bytes]:
        """The tables of reference events that the user added: file name to content."""
        rows = self._run(lambda: self._execute("SELECT name, content FROM reference ORDER BY name"))
        return {name: bytes(content) for name, content in rows}

    def put_references(self, files: Mapping[str, bytes]) -> None:
        """Replace all added tables of reference events."""

        def work() -> None:
            self._execute("DELETE FROM reference")
            self._many("INSERT INTO reference (name, content) VALUES (?, ?)", sorted(files.items()))

        self._write(work, is_input=True)

    def setting(self, name: str, default: Any = None) -> Any:
        """A setting as plain JSON values."""
        rows = self._run(lambda: self._execute("SELECT value FROM setting WHERE name = ?", (name,)))
        return msgspec.json.decode(rows[0][0]) if rows else default

    def put_setting(self, name: str, value: Any) -> None:
        """Store a setting: anything that JSON can hold."""
        text = msgspec.json.encode(value).decode()
        self._write(lambda: self._execute(_PUT_SETTING, (name, text)))

    # ---- what can be made again (see `model.keeping`)

    def kept(self, entry: str, part: int) -> bytes | None:
        """A piece of what is kept of the last analysis, None where there is none; raises `StoreError`."""
        statement = "SELECT content FROM kept WHERE entry = ? AND part = ?"
        rows = self._run(lambda: self._execute(statement, (entry, part)))
        return bytes(rows[0][0]) if rows else None

    def drop_kept_now(self, entry: str) -> None:
        """Within `write_behind`: drop all pieces of an entry."""
        self._execute("DELETE FROM kept WHERE entry = ?", (entry,))

    def add_kept_now(self, pieces: Sequence[tuple[str, int, bytes]]) -> None:
        """Within `write_behind`: add pieces by entry and part."""
        self._many("INSERT INTO kept (entry, part, content) VALUES (?, ?, ?)", pieces)

    # ---- saving as ----

    def save_as(self, path: Path) -> None:
        """Write a copy beside the target, rename it there, and go on in it; raises `StoreError`.

        The file that was open stays as it is; an untitled one is deleted.
        """
        self.flush()
        old_path, old_lock = self.path, self._lock
        lock = _locked(path)
        try:
            self._run(lambda: self._copy_to(path), "write")
            connection = _prepared_connection(str(path), path)
        except StoreError:
            lock.release()
            raise
        self._thread.submit(self._connection.close).result()
        self._connection, self.path, self._lock = connection, path, lock
        if old_lock is not None:
            old_lock.release()
        if self.is_untitled and old_path is not None:
            old_path.unlink(missing_ok=True)
        self.is_untitled = False

    def _copy_to(self, path: Path) -> None:
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        except OSError as error:
            raise StoreError(f'Cannot write "{path}": {error.strerror}. Choose another folder.', path) from error
        os.close(handle)
        try:
            with _translated(path, "write"):
                self._execute("VACUUM INTO ?", (name,))
            _make_durable(Path(name), path)
        except OSError as error:
            raise StoreError(f'Cannot write "{path}": {error.strerror}. Choose another folder.', path) from error
        finally:
            Path(name).unlink(missing_ok=True)


# ---- opening -------------------------------------------------------------------------------------------


def is_project(path: Path) -> bool:
    """Whether the file is a project, by its first bytes."""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(72)
        return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return False


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreError(
            f'Cannot open "{path}": {error.strerror}. Check the name and its permissions.', path
        ) from error
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise StoreError(f'"{path}" is not a Stanceline project. Use Add articles to read it as an article.', path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError(f'"{path}" is a database of another program, not a Stanceline project.', path)


def _locked(path: Path) -> FileLock:
    try:
        return FileLock.acquire(path)
    except LockedElsewhereError as error:
        raise StoreError(
            f'"{path}" is open in another Stanceline window{error.holder}. Close it there, or work on a copy.', path
        ) from error
    except OSError as error:
        raise StoreError(
            f'Cannot write in "{path.parent}": {error.strerror}. Choose another folder, or copy the project to '
            "one that you may write to.",
            path,
        ) from error


def _prepared_connection(name: str, path: Path | None, *, read_only: bool = False) -> apsw.Connection:
    """An open connection, guarded, checked and brought up to the newest format."""
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    is_new = path is None or not path.exists()
    with _translated(path, "open"):
        connection = apsw.Connection(name, flags=flags)
    try:
        with _translated(path, "open"):
            _guard(connection)
            found = int(connection.pragma("user_version"))
            if found > migrations.NEWEST:
                raise StoreError(
                    f'Cannot open "{path}": it was saved by a newer version (format {found}, this program reads up to '
                    f"{migrations.NEWEST}). Update the program.",
                    path,
                )
            small = path is not None and not is_new and path.stat().st_size <= CHECKED_BYTES
            if small and list(connection.execute("PRAGMA quick_check(1)")) != [("ok",)]:
                raise StoreError(f'"{path}" is damaged. Restore it from a backup.', path)
            if not read_only:
                migrations.migrate(connection, found)
                connection.execute(
                    "INSERT INTO setting VALUES ('program', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value "
                    "WHERE value <> excluded.value",
                    (f'"{__version__}"',),
                )
    except StoreError:
        connection.close()
        raise
    return connection


def _guard(connection: apsw.Connection) -> None:
    """Settings for files that may come from strangers and must not be lost."""
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0)
    connection.pragma("cell_size_check", True)
    connection.pragma("journal_mode", "delete")
    connection.pragma("synchronous", "full")
    connection.set_busy_timeout(2000)


def _make_durable(made: Path, path: Path) -> None:
    """Rename `made` to `path` so that a power cut leaves the old file or the new one."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o666 & ~mask)
    made.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _setting(connection: apsw.Connection, name: str, path: Path | None) -> Any:
    with _translated(path, "open"):
        rows = list(connection.execute("SELECT value FROM setting WHERE name = ?", (name,)))
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(rows[0][0]) if rows else None
    return None


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _from_json(text: str, kind: type[Result]) -> Result:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise StoreError(f"The project is damaged: {kind.__name__} cannot be read ({error}).") from error
