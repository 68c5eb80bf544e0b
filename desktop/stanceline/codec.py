"""Records as bytes and back: for process borders and the project file.

MessagePack by the records' own types, compressed; nothing in it is ever run, so that a foreign project file
can do no harm. An extraction has two sections, the article and the findings, so that the text can
be read even where the findings were made by another version.
"""

import hashlib
import struct
import sys
import zlib
from dataclasses import fields
from typing import Any, TypeVar

import msgspec

from stanceline import StancelineError, __version__
from stanceline.reading.article import Article, Problem
from stanceline.reading.parse import Parse
from stanceline.records import (
    EventClause,
    Extraction,
    LocalActor,
    Mention,
    Predication,
    Statement,
)
from stanceline.temporal.timex import Candidate, Clue, Direction, Timex

MAGIC = b"STX1"
"""First bytes of an encoded extraction; counted up when records change their meaning."""
MADE_BY = f"{__version__} {MAGIC.decode()}"
"""Program and format that today's extractions are made by; others are read again when asked."""
LARGEST = 1 << 30
"""Bytes that a section may have when unpacked."""

Record = TypeVar("Record")


class CodecError(StancelineError):
    """Bytes that are not what they should be."""


class _Findings(msgspec.Struct, array_like=True):
    """An extraction without its article; repeated strings of the parse are numbers into `words`."""

    model: str
    words: list[str]
    integers: list[tuple[int, ...]]
    strings: list[tuple[int, ...]]
    candidates: tuple[Candidate, ...]
    hints: tuple[Direction, ...]
    spoken: tuple[int | None, ...]
    clues: tuple[Clue, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[LocalActor, ...]
    statements: tuple[Statement, ...]
    predications: tuple[Predication, ...]
    events: tuple[EventClause, ...]
    problems: tuple[Problem, ...]
    foreign: tuple[Timex, ...] = ()


_INTEGERS = ("start", "end", "head", "sentence", "block")
_STRINGS = ("lemma", "pos", "tag", "dep", "entity")
_PLAIN = tuple(entry.name for entry in fields(Extraction) if entry.name not in ("article", "parse", "problems"))
_HEADER = struct.Struct("<4sI")

_encoder = msgspec.msgpack.Encoder()
_article_decoder = msgspec.msgpack.Decoder(Article)
_findings_decoder = msgspec.msgpack.Decoder(_Findings)


def pack(record: Any) -> bytes:
    """Any record (or tuple or list of records) as MessagePack, not compressed."""
    return _encoder.encode(record)


def unpack(content: bytes, kind: type[Record]) -> Record:
    """The inverse of `pack` for the given type; raises `CodecError`."""
    try:
        return msgspec.msgpack.decode(content, type=kind)
    except (msgspec.DecodeError, ValueError, TypeError) as error:
        raise CodecError(f"Stored data cannot be understood ({error}). Read the articles again.") from error


def text_digest(text: str) -> str:
    """A hash that is equal for texts of equal words, whatever the blank space between them."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def encode_article(article: Article) -> bytes:
    """An article as compressed bytes."""
    return zlib.compress(_encoder.encode(article), 3)


def decode_article(content: bytes) -> Article:
    """The article of `encode_article` or of `encode_extraction`; raises `CodecError`."""
    if content[:4] == MAGIC:
        _, length = _HEADER.unpack_from(content)
        content = content[_HEADER.size : _HEADER.size + length]
    return _decode(_article_decoder, content)


def encode_extraction(extraction: Extraction) -> bytes:
    """An extraction as compressed bytes; the same extraction gives the same bytes."""
    parse = extraction.parse
    numbers: dict[str, int] = {}
    strings = [tuple(numbers.setdefault(word, len(numbers)) for word in getattr(parse, column)) for column in _STRINGS]
    findings = _Findings(
        model=parse.model,
        words=list(numbers),
        integers=[getattr(parse, column) for column in _INTEGERS],
        strings=strings,
        problems=extraction.problems,
        **{name: getattr(extraction, name) for name in _PLAIN},
    )
    article = encode_article(extraction.article)
    return _HEADER.pack(MAGIC, len(article)) + article + zlib.compress(_encoder.encode(findings), 3)


def decode_extraction(content: bytes) -> Extraction:
    """The inverse of `encode_extraction`; raises `CodecError` for anything else."""
    if content[:4] != MAGIC:
        raise CodecError("Findings of an article were stored by another version of the program. Read it again.")
    _, length = _HEADER.unpack_from(content)
    findings: _Findings = _decode(_findings_decoder, content[_HEADER.size + length :])
    # Shared between articles: a thousand parses hold the same few labels and lemmas.
    words = [sys.intern(word) for word in findings.words]
    try:
        columns: dict[str, Any] = {
            name: tuple([words[number] for number in numbers])
            for name, numbers in zip(_STRINGS, findings.strings, strict=True)
        }
        columns |= zip(_INTEGERS, findings.integers, strict=True)
        lengths = {len(column) for column in columns.values()}
    except (IndexError, ValueError) as error:
        raise CodecError("Findings of an article are damaged. Read it again.") from error
    if len(lengths) != 1:
        raise CodecError("Findings of an article are damaged. Read it again.")
    return Extraction(
        article=decode_article(content),
        parse=Parse(findings.model, **columns),
        problems=findings.problems,
        **{name: getattr(findings, name) for name in _PLAIN},
    )


def _decode(decoder: "msgspec.msgpack.Decoder[Record]", content: bytes) -> Record:
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(content, LARGEST)
        if not unpacker.eof:
            raise CodecError("Stored data is cut off or too large. Read the articles again.")
        return decoder.decode(plain)
    except (zlib.error, msgspec.DecodeError, ValueError, TypeError) as error:
        raise CodecError(f"Stored data is damaged ({error}). Read the articles again.") from error
