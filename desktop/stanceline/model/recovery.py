"""Untitled work: kept in the user's state folder while it has no name, offered again after a crash."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from stanceline import StancelineError, paths
from stanceline.model.filelock import FileLock, LockedElsewhereError
from stanceline.model.store import SUFFIX, Store, is_project


@dataclass(frozen=True, slots=True)
class Recovery:
    """Untitled work that a program left behind: `changed` in seconds since 1970, UTC."""

    path: Path
    changed: float
    articles: int
    edits: int


def recovery_folder() -> Path:
    """Where untitled projects lie; not created here."""
    return paths.state_folder() / "untitled"


def untitled_store() -> Store:
    """A new untitled project, kept for recovery until it is saved or discarded; raises `StoreError`."""
    folder = recovery_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # The time only keeps names apart and in order; nothing is derived from it.
    store = Store.create(folder / f"untitled-{time.time_ns():x}-{os.getpid()}{SUFFIX}")
    store.is_untitled = True
    return store


def recoverable() -> list[Recovery]:
    """Untitled work that no running program holds, newest first. Empty and unreadable files are deleted or skipped."""
    found = []
    for path in sorted(recovery_folder().glob(f"*{SUFFIX}")):
        if not is_project(path):
            continue
        try:
            lock = FileLock.acquire(path)
        except (LockedElsewhereError, OSError):
            continue
        lock.release()
        entry = _look_into(path)
        if entry is not None:
            found.append(entry)
    return sorted(found, key=lambda entry: (-entry.changed, entry.path.name))


def _look_into(path: Path) -> Recovery | None:
    try:
        store = Store.open(path)
        articles, edits = len(store.articles()), len(store.history())
        if not articles:
            store.discard()
            return None
        store.close()
    except StancelineError:
        return None
    return Recovery(path, path.stat().st_mtime, articles, edits)


def reopen_untitled(path: Path) -> Store:
    """Go on with untitled work that was left behind; raises `StoreError`."""
    store = Store.open(path)
    store.is_untitled = True
    return store


def discard(path: Path) -> None:
    """Delete untitled work that nobody wants back."""
    path.unlink(missing_ok=True)
