"""What an exported picture says of where it came from: the project, its state, and the view that it shows.

The same JSON stands in PNG (a text chunk), SVG (`<metadata>`) and PDF (XMP). Reading trusts nothing: sizes are
bounded, pixels are never decoded, nothing in it is opened or run.
"""

import hashlib
import html
import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import msgspec

from stanceline import StancelineError, __version__
from stanceline.records import Decision

KEY = "Stanceline"
"""Name of the text chunk in PNG."""
ELEMENT = "stanceline-view"
"""Id of the element in SVG, HTML and XMP."""
_FORMAT, _VERSION = "stanceline-origin", 1
_LONGEST = 8 << 20
_SEARCHED = 64 << 20
_MOST_CHUNKS = 4096
_PNG = b"\x89PNG\r\n\x1a\n"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_IN_XML = re.compile(rb'<(metadata|rdf:value) id="stanceline-view">([^<]{0,%d})</\1>' % _LONGEST)


class OriginError(StancelineError):
    """A picture that cannot be read, or one of a newer program."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a picture came from. `digest` tells the state of the project, `view` is JSON of a `ViewState` or empty."""

    project: str
    digest: str
    view: str = ""
    filters: str = ""
    program: str = __version__

    def to_json(self) -> str:
        """ASCII on one line; the same for the same origin."""
        values = {**asdict(self), "view": json.loads(self.view) if self.view else None}
        return json.dumps({"format": _FORMAT, "version": _VERSION, **values}, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> "Origin":
        """The origin that `to_json` wrote. Raises `OriginError`."""
        try:
            found = msgspec.json.decode(text, type=_Written)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise OriginError("What this picture says of its view is damaged.") from error
        if found.format != _FORMAT:
            raise OriginError("What this picture says of its view is damaged.")
        if found.version > _VERSION:
            raise OriginError("This picture was made by a newer version of Stanceline. Update the program.")
        view = "" if found.view is None else msgspec.json.encode(found.view).decode()
        return cls(found.project[:400], found.digest[:128], view, found.filters[:4000], found.program[:40])


class _Written(msgspec.Struct):
    format: str
    version: int
    project: str
    digest: str
    filters: str = ""
    program: str = ""
    view: dict[str, object] | None = None


def state_digest(articles: Iterable[tuple[str, str]], decisions: Iterable[Decision]) -> str:
    """A short name of a project's state: its articles (id, digest of the bytes) and decisions, in any order."""
    lines = sorted(f"article\t{key}\t{digest}" for key, digest in articles)
    lines += sorted(f"decision\t{one.kind}\t{one.key}\t{one.value}" for one in decisions)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def escaped(text: str) -> str:
    """Text as it stands in an XML element."""
    return html.escape(without_controls(text), quote=False)


def without_controls(text: str) -> str:
    """Text, or a whole document, without the characters that XML has no way to write."""
    return _NOT_XML.sub("", text)


def read_origin(path: Path) -> Origin | None:
    """What a PNG, SVG or PDF says of its origin, None where it says nothing. Raises `OriginError` and `OSError`."""
    with path.open("rb") as file:
        head = file.read(len(_PNG))
        if head == _PNG:
            text = _png_text(file)
            return None if text is None else Origin.from_json(text)
        found = _IN_XML.search(head + file.read(_SEARCHED))
    if found is None:
        return None
    return Origin.from_json(html.unescape(found[2].decode("utf-8", "replace")))


def _png_text(file: IO[bytes]) -> bytes | None:
    """The content of our text chunk; image data are skipped unread."""
    for _ in range(_MOST_CHUNKS):
        header = file.read(8)
        if len(header) < 8 or header[4:] == b"IEND":
            return None
        length, kind = int.from_bytes(header[:4]), header[4:]
        if kind not in (b"tEXt", b"zTXt", b"iTXt") or length > _LONGEST:
            file.seek(length + 4, 1)
            continue
        key, _, rest = file.read(length).partition(b"\0")
        file.seek(4, 1)
        if key == KEY.encode():
            return _plain(kind, rest)
    return None


def _plain(kind: bytes, rest: bytes) -> bytes:
    if kind == b"tEXt":
        return rest
    is_packed = kind == b"zTXt"
    if kind == b"iTXt":
        is_packed, rest = rest[:1] == b"\1", rest[2:]
        rest = rest.partition(b"\0")[2].partition(b"\0")[2]
    else:
        rest = rest[1:]
    if not is_packed:
        return rest
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(rest, _LONGEST)
    except zlib.error as error:
        raise OriginError("What this picture says of its view is damaged.") from error
    if unpacker.unconsumed_tail:
        raise OriginError("What this picture says of its view is too large to be from Stanceline.")
    return found
