"""Bytes to text: declared encoding, byte-order mark, strict UTF-8, then a guess that is always admitted."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:charset\s{0,4}=\s{0,4}["']?|<\?xml[^>]{1,60}encoding\s{0,4}=\s{0,4}["'])([\w-]{2,24})""", re.I
)
# Browsers read pages that claim Latin-1 or ASCII as Windows-1252, and so do those who write them.
_SAME_AS_WINDOWS = {"iso8859-1", "ascii", "latin-1"}
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 0x1A})


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in; `damaged` counts characters that could not be read (now U+FFFD)."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: int = 0


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: controls that no text has, and no UTF-16 or UTF-32."""
    head = data[:65_536]
    if any(head.startswith(mark) for mark, _ in _MARKS) or _unmarked_utf16(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\x00" in head or controls > len(head) // 200


def decode(data: bytes, *, is_html: bool = False) -> Decoded:
    """Read bytes as text; `is_html` looks for an encoding that the page declares itself."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_losses(data, name)
    if is_html and (declared := _declared(data)) and (text := _strictly(data, declared)) is not None:
        return Decoded(text, declared)
    # UTF-16 of English text is valid UTF-8 too, full of zero characters.
    if wide := _unmarked_utf16(data[:65_536]):
        return _with_losses(data, wide)
    if (text := _strictly(data, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    damaged = _with_losses(data, "utf-8")
    # Whole characters of UTF-8 far outnumber broken ones only where the file is UTF-8 that was cut or damaged.
    whole = sum(1 for character in damaged.text if ord(character) > 127) - damaged.damaged
    if whole >= 5 * damaged.damaged or (damaged.damaged == 1 and damaged.text.rstrip().endswith("\ufffd")):
        return damaged
    return _guess(data)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return "cp1252" if name in _SAME_AS_WINDOWS else name


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _with_losses(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, damaged=text.count("\ufffd"))


def _unmarked_utf16(head: bytes) -> str | None:
    half = len(head) // 2
    if half < 8:
        return None
    even, odd = head[: 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0)
    if odd * 10 > half * 7 and even * 20 < half:
        return "utf-16-le"
    if even * 10 > half * 7 and odd * 20 < half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> Decoded:
    foreign = sum(byte > 127 for byte in data[:200_000])
    # Detection is unreliable on English text with a few accented names; there Windows-1252 is by far the likeliest.
    if foreign * 33 < min(len(data), 200_000) and (text := _strictly(data, "cp1252")) is not None:
        return Decoded(text, "cp1252", guessed=True)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    name = best.encoding if best is not None else "cp1252"
    text = data.decode(name, errors="replace")
    return Decoded(text, name, guessed=True, damaged=text.count("\ufffd"))
