"""Recognizes by content what a file is, and says for the kinds that are not read what to do with them."""

import re

_SAVE_AS = "Save it as plain text or HTML and add that file."
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF document"),
    (b"{\\rtf", "RTF document"),
    (b"\xd0\xcf\x11\xe0", "document of an old Office format"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture or sound file"),
    (b"\x1f\x8b", "compressed file"),
    (b"7z\xbc\xaf", "compressed file"),
    (b"Rar!", "compressed file"),
    (b"BZh", "compressed file"),
    (b"\xfd7zXZ", "compressed file"),
)
_ZIPPED = (
    (b"word/", "Word document"),
    (b"xl/", "spreadsheet"),
    (b"ppt/", "presentation"),
    (b"epub+zip", "e-book"),
    (b"opendocument.text", "OpenDocument text"),
)
_MAIL = re.compile(rb"(?:^|\n)mime-version:", re.I)
_MAIL_HEAD = re.compile(
    rb"\s{0,20}(?:from|received|return-path|delivered-to|mime-version|date|subject|message-id"
    rb"|snapshot-content-location)[: ]",
    re.I,
)
_FEED = re.compile(
    rb"\s{0,40}(?:<\?xml[^>]{0,200}\?>\s{0,40})?(?:<!--.{0,400}?-->\s{0,40})?"
    rb"<(?:rss|feed|rdf:RDF|nitf|newsItem|teiHeader|TEI)\b",
    re.S,
)


def unreadable_kind(data: bytes) -> tuple[str, str] | None:
    """(what the file is, what to do) for known kinds that are not read yet, else None."""
    if data.startswith(b"SQLite format 3"):
        return "database or Stanceline project", "Open a project with File > Open; export other databases to text."
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind, _SAVE_AS if "compressed" not in kind else "Unpack it and add the files inside."
    if data.startswith(b"PK\x03\x04"):
        head = data[:65_536] + data[-65_536:]
        kind = next((name for mark, name in _ZIPPED if mark in head), "zip archive")
        return kind, "Unpack it and add the files inside." if kind == "zip archive" else _SAVE_AS
    if _MAIL_HEAD.match(data) and _MAIL.search(data[:8192]):
        return "e-mail or web archive", _SAVE_AS
    if _FEED.match(data[:2048]):
        return "XML feed or archive", _SAVE_AS
    return None
