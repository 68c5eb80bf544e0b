"""Writes a file aside and renames it, so that a failure leaves no half file; says what went wrong."""

import errno
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from stanceline.ui.words import say


def write_aside(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step; raises `OSError` and leaves what was there."""
    write_all_aside([(path, content)])


def _aside(path: Path, content: bytes) -> Path:
    """A finished file beside `path`; none where that fails."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # A temporary file is made for its owner alone; what a user exports is an ordinary file.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def write_all_aside(files: Sequence[tuple[Path, bytes]]) -> None:
    """Put several files at their places, all of them or none; raises `OSError` and leaves what was there."""
    made: list[tuple[Path, Path]] = []
    try:
        for path, content in files:
            made.append((_aside(path, content), path))
        for aside, path in made:
            aside.replace(path)
    except OSError:
        for aside, _ in made:
            aside.unlink(missing_ok=True)
        raise


def failure_text(error: Exception, path: Path) -> str:
    """What went wrong, where, and what to do."""
    if not isinstance(error, OSError):
        return str(error)
    number = error.errno
    if number == errno.ENOSPC:
        says = say("%1 cannot be written: the disk is full. Free some space, or choose another folder.")
    elif number in (errno.EACCES, errno.EPERM, errno.EROFS):
        says = say("%1 cannot be written: the folder is protected. Choose another folder.")
    elif number in (errno.ENOENT, errno.ENOTDIR):
        says = say("%1 cannot be written: there is no such folder. Choose another folder.")
    elif number == errno.ENAMETOOLONG:
        says = say("%1 cannot be written: the name is too long. Choose a shorter one.")
    else:
        says = say("%1 cannot be written: %2. Choose another folder.").replace("%2", error.strerror or str(error))
    return says.replace("%1", str(path))
