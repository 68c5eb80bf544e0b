"""Writes a file aside and renames it, so that a failure leaves no half file."""

import os
import tempfile
from pathlib import Path


def write_aside(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step; raises `OSError` and leaves what was there."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # A temporary file is made for its owner alone; what a user exports is an ordinary file.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
