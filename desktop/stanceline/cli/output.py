"""Files that appear whole or not at all, and lines for people on standard error."""

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from stanceline import StancelineError
from stanceline.analysis import problem_json
from stanceline.reading.article import Problem

DONE, WITH_PROBLEMS, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130


class OutputError(StancelineError):
    """A result could not be written."""


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the target and rename, so that a failure leaves no half file. Raises `OutputError`."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise OutputError(
            f"Cannot write {path}: {error.strerror}. Choose a folder that exists and is writable."
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp makes files private; a result is as readable as any file the user makes.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OutputError(f"Cannot write {path}: {error.strerror}.") from error


def write_problems(path: str | None, problems: Sequence[Problem]) -> None:
    """Write the problems as a JSON list where a file was named."""
    if path is not None:
        rows = [problem_json(problem) for problem in problems]
        write_whole(Path(path), (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())


class Console:
    """Standard error: problems always, progress only on a terminal, chatter only on demand."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet, self.verbose = quiet, verbose
        self._live = not quiet and sys.stderr.isatty()

    def progress(self, done: int, total: int, name: str) -> None:
        """One line that overwrites itself."""
        if self._live:
            sys.stderr.write(f"\r\x1b[K{done}/{total} {name[:60]}")
            sys.stderr.flush()

    def end_progress(self) -> None:
        """Clear the progress line."""
        if self._live:
            sys.stderr.write("\r\x1b[K")

    def say(self, text: str) -> None:
        """A line that a quiet run leaves out."""
        if not self.quiet:
            sys.stderr.write(text + "\n")

    def detail(self, text: str) -> None:
        """A line for `-v`."""
        if self.verbose:
            sys.stderr.write(text + "\n")

    def problems(self, problems: Sequence[Problem]) -> None:
        """Every problem on a line of its own."""
        if not self.quiet:
            for problem in problems:
                sys.stderr.write(f"stanceline: {problem.says}\n")
