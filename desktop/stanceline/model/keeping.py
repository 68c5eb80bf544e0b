"""Keeps the last analysis in the project file, so that a project opens without being derived anew.

What is kept are the very bytes that the deriving process sent, one entry a table or column. They can always be made
again: a stamp says by which program and from which state of the project they were made, a digest guards each entry,
and whatever does not fit is not there. Written behind, a piece a transaction, so that no edit waits long.
"""

import hashlib
import os
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from stanceline import __version__
from stanceline.codec import MADE_BY
from stanceline.model.store import Store
from stanceline.paths import resource

LARGEST_PIECE = 1 << 28
"""Bytes that a piece may have when unpacked."""
_BATCH_BYTES = 1 << 20
_MOST_PIECES = 100_000
_FORMAT = "1"
_PACKAGES = ("discourse", "model", "reading", "temporal", "workers")
_MODULES = ("codec.py", "memory.py", "own_proposals.py", "pipeline.py", "records.py", "stages.py")
_RESOURCES = ("actors", "lexicons", "references", "rules", "scorer")


class Manifest(msgspec.Struct, frozen=True):
    """What is kept: for each entry the digest of its pieces and their number."""

    stamp: str
    entries: dict[str, tuple[str, int]]


@cache
def engine_stamp() -> str:
    """Which program derives: its version, its rules and tables, and its code where that lies open."""
    found = hashlib.sha256(f"{_FORMAT} {__version__} {MADE_BY}".encode())
    here = Path(__file__).resolve().parent.parent
    folders = [here / name for name in _PACKAGES] + [resource(name) for name in _RESOURCES]
    files = [here / name for name in _MODULES] + [file for folder in folders for file in _files(folder)]
    for file in files:
        # A frozen program has no files of code: there the version says it all.
        if file.is_file():
            found.update(f"{file.name} ".encode())
            found.update(file.read_bytes())
    return found.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(place) / name for name in sorted(names) if not name.endswith(".pyc"))


def digest_of(pieces: Sequence[bytes]) -> str:
    """A digest of an entry, the same wherever its pieces are cut only if they are cut alike."""
    found = hashlib.sha256()
    for piece in pieces:
        found.update(len(piece).to_bytes(8, "big"))
        found.update(piece)
    return found.hexdigest()


# ---- writing -------------------------------------------------------------------------------------------


class Keeper:
    """Writes entries of one project behind; only this thread calls it."""

    def __init__(self, store: Store, entries: Mapping[str, tuple[str, int]] | None = None) -> None:
        self._store = store
        self._known = dict(entries or {})
        self._waiting: dict[str, Sequence[bytes]] = {}
        self._revision = -1
        self._lock = threading.Lock()
        self._is_writing = False

    def keep(self, entries: Mapping[str, Sequence[bytes]]) -> None:
        """Write entries that are new beside those of before; all together belong to the project as it is now."""
        with self._lock:
            self._waiting.update(entries)
            self._revision = self._store.revision
            if self._is_writing:
                return
            self._is_writing = True
        self._store.write_behind(self._writing())

    def _writing(self) -> Iterator[None]:
        """Steps on the store's thread: the manifest goes first and comes back last."""
        self._store.drop_kept_now("")
        yield
        while True:
            with self._lock:
                if not self._waiting:
                    break
                name = next(iter(self._waiting))
                pieces = self._waiting.pop(name)
            yield from self._write(name, pieces)
        with self._lock:
            manifest = Manifest(f"{engine_stamp()} {self._revision}", dict(self._known))
            self._is_writing = False
        self._store.add_kept_now([("", 0, zlib.compress(msgspec.msgpack.encode(manifest), 1))])
        yield

    def _write(self, name: str, pieces: Sequence[bytes]) -> Iterator[None]:
        self._known.pop(name, None)
        self._store.drop_kept_now(name)
        batch: list[tuple[str, int, bytes]] = []
        for part, piece in enumerate(pieces):
            batch.append((name, part, zlib.compress(piece, 1)))
            if sum(len(row[2]) for row in batch) >= _BATCH_BYTES:
                self._store.add_kept_now(batch)
                batch = []
                yield
        self._store.add_kept_now(batch)
        self._known[name] = (digest_of(pieces), len(pieces))
        yield


# ---- reading -------------------------------------------------------------------------------------------


class Kept:
    """The entries that a project file holds for the project as it is now."""

    def __init__(self, store: Store, entries: Mapping[str, tuple[str, int]]) -> None:
        self._store = store
        self.entries = dict(entries)

    @classmethod
    def of(cls, store: Store) -> "Kept | None":
        """None where nothing is kept, or where it was made from another state or by another program."""
        try:
            manifest = msgspec.msgpack.decode(_unpacked(store.kept("", 0)), type=Manifest)
        except (msgspec.DecodeError, zlib.error, ValueError):
            return None
        if manifest.stamp != f"{engine_stamp()} {store.revision}":
            return None
        if sum(count for _, count in manifest.entries.values()) > _MOST_PIECES:
            return None
        return cls(store, manifest.entries)

    def pieces(self, name: str) -> Iterator[bytes]:
        """The pieces of one entry; raises ValueError where one is damaged, after the last where they do not fit."""
        digest, count = self.entries[name]
        found = hashlib.sha256()
        for part in range(count):
            try:
                piece = _unpacked(self._store.kept(name, part))
            except zlib.error as error:
                raise ValueError(str(error)) from error
            found.update(len(piece).to_bytes(8, "big"))
            found.update(piece)
            yield piece
        if found.hexdigest() != digest:
            raise ValueError(f"the entry {name} does not fit its digest")


def _unpacked(content: bytes | None) -> bytes:
    if content is None:
        raise ValueError("a piece is missing")
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(content, LARGEST_PIECE)
    if not unpacker.eof:
        raise ValueError("a piece is cut off or too large")
    return plain
