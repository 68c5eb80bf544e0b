"""Whether the file that an article was read from still says the same.

Only for plain text, which is compared in a millisecond; web pages and collections would have to be read anew.
What the program shows is always the text that it stored, so no span is ever marked in other words.
"""

from pathlib import Path
from typing import Literal

from stanceline.reading.encoding import decode

SourceState = Literal["same", "changed", "gone", "unknown"]
_PLAIN = frozenset({".txt", ".text", ""})
_MOST_BYTES = 2 << 20


class SourceFiles:
    """Remembers what was found out as long as a file keeps its size and its time of change."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int, int], SourceState] = {}

    def state_of(self, path: str | None, text: str) -> SourceState:
        """What has become of the file at `path` that `text` was read from."""
        if path is None:
            return "unknown"
        file = Path(path)
        if not file.is_absolute() or file.suffix.lower() not in _PLAIN:
            return "unknown"
        try:
            status = file.stat()
        except FileNotFoundError:
            return "gone"
        except OSError:
            return "unknown"
        key = (path, status.st_size, status.st_mtime_ns, hash(text))
        if key not in self._known:
            self._known[key] = self._compared(file, status.st_size, text)
        return self._known[key]

    def _compared(self, file: Path, size: int, text: str) -> SourceState:
        if size > _MOST_BYTES:
            return "unknown"
        try:
            now = decode(file.read_bytes(), is_html=False).text
        except OSError:
            return "unknown"
        return "same" if _words(now) == _words(text) else "changed"


def _words(text: str) -> list[str]:
    return text.lstrip("\ufeff").split()
