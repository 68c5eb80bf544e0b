"""A lock beside a project file, so that two windows never work on one project.

The operating system holds the lock and lets it go when the process ends, however it ends; the lock file's text
only says who holds it.
"""

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path


class LockedElsewhereError(Exception):
    """Another process holds the lock; `holder` says which, for a message, or is empty."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


class FileLock:
    """Held from `acquire` until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    @staticmethod
    def path_of(target: Path) -> Path:
        """Where the lock of `target` lies."""
        return target.with_name(f".{target.name}.lock")

    @classmethod
    def acquire(cls, target: Path) -> "FileLock":
        """Raises `LockedElsewhereError`, or `OSError` where the folder cannot be written."""
        path = cls.path_of(target)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _try_lock(handle):
                os.close(handle)
                raise LockedElsewhereError(_holder(path))
            # Whoever released it just now may have deleted the file that was locked here.
            with suppress(FileNotFoundError):
                if os.fstat(handle).st_ino == path.stat().st_ino:
                    break
            os.close(handle)
        os.ftruncate(handle, 0)
        os.lseek(handle, 1, os.SEEK_SET)  # Windows keeps others from reading the locked first byte
        os.write(handle, f"{os.getpid()}@{socket.gethostname()}\n".encode())
        return cls(path, handle)

    def release(self) -> None:
        """Let go; a second call does nothing."""
        if self._handle < 0:
            return
        self._path.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = -1


def _holder(path: Path) -> str:
    with suppress(OSError):
        with path.open("rb") as file:
            file.seek(1)
            process, _, host = file.read(400).decode("utf-8", "replace").strip().partition("@")
        if process.isdigit():
            where = "" if host == socket.gethostname() else f" on {host}"
            return f" (process {process}{where})"
    return ""
