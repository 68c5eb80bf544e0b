"""Writes a file aside and renames it, so that a failure leaves no half file."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path


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
