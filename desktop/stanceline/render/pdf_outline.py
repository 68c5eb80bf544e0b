"""Adds bookmarks to a PDF that Qt wrote, which has none: an incremental update (ISO 32000-1, 7.5.6 and 12.3.3)."""

import re
from collections.abc import Sequence

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_TRAILER_KEYS = re.compile(rb"/(?:Info \d+ 0 R|ID \[[^\]]*\])")


def with_outline(pdf: bytes, titles: Sequence[str]) -> bytes:
    """The same file with a bookmark for each page; unchanged where its structure is not the one that Qt writes."""
    end = pdf.rfind(b"startxref")
    trailer = pdf[pdf.rfind(b"trailer", 0, end) : end]
    root, size = _ROOT.search(trailer), _SIZE.search(trailer)
    if end < 0 or root is None or size is None:
        return pdf
    catalog = _object(pdf, int(root[1]))
    pages = _PAGES.search(catalog)
    kids = _kids(pdf, int(pages[1])) if pages is not None else []
    if len(kids) != len(titles) or b"/Outlines" in catalog:
        return pdf
    first = int(size[1])
    body = {int(root[1]): catalog.replace(b"<<", b"<<\n/Outlines %d 0 R\n/PageMode /UseOutlines" % first, 1)}
    count = len(titles)
    body[first] = b"<<\n/Type /Outlines\n/First %d 0 R\n/Last %d 0 R\n/Count %d\n>>" % (first + 1, first + count, count)
    for number, (title, page) in enumerate(zip(titles, kids, strict=True)):
        here = first + 1 + number
        around = (b"\n/Prev %d 0 R" % (here - 1) if number else b"") + (
            b"\n/Next %d 0 R" % (here + 1) if number + 1 < count else b""
        )
        body[here] = b"<<\n/Title <%s>\n/Parent %d 0 R\n/Dest [%d 0 R /Fit]%s\n>>" % (
            ("\ufeff" + title).encode("utf-16-be").hex().encode(), first, page, around,
        )  # fmt: skip
    return _appended(pdf, body, trailer, int(root[1]), end)


def _object(pdf: bytes, number: int) -> bytes:
    """The inside of an object, from its first `<<` to before `endobj`."""
    found = re.search(rb"(?:^|\n)%d 0 obj\s*(.*?)\s*endobj" % number, pdf, re.DOTALL)
    return found[1] if found is not None else b""


def _kids(pdf: bytes, number: int) -> list[int]:
    node = _object(pdf, number)
    start = node.find(b"/Kids")
    listed = node[node.find(b"[", start) : node.find(b"]", start)]
    return [int(one) for one in _REFERENCE.findall(listed)] if start >= 0 else []


def _appended(pdf: bytes, body: dict[int, bytes], trailer: bytes, root: int, end: int) -> bytes:
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = {}
    for number, content in sorted(body.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    before = int(pdf[end + len(b"startxref") :].split()[0])
    kept = b"\n".join(_TRAILER_KEYS.findall(trailer))
    out += b"trailer\n<<\n/Size %d\n/Root %d 0 R\n/Prev %d\n%s\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        max(body) + 1, root, before, kept, table,
    )  # fmt: skip
    return bytes(out)
