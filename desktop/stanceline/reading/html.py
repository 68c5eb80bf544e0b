"""Saved web pages: main text, title, author, site and date, the same on any day and without any network.

trafilatura finds the text, in its fast mode and, where that yields next to nothing, in its full one;
htmldate (through trafilatura) finds the date.
"""

import re
from dataclasses import dataclass
from typing import Any

from stanceline.reading.metadata import Metadata, date_in_address, parse_machine_date

LEAST_TEXT = 200
"""Characters under which the full mode is tried."""

# htmldate's own bounds end today, which would make results depend on the day of reading.
_DATE_BOUNDS = {"original_date": True, "extensive_search": True, "min_date": "1990-01-01", "max_date": "2099-12-31"}
_OPENING = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200}){0,3}"
    r"<(?:!doctype\s+html|html[\s>]|\?xml[^>]{0,200}\?>\s{0,20}<(?:!doctype\s+html|html))",
    re.I | re.S,
)
_TAG = re.compile(
    r"</?(?:head|body|div|p|span|title|meta|article|section|script|h[1-6]|table|br|a)\b[^<>]{0,500}>", re.I
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page holds."""

    text: str
    metadata: Metadata


def looks_like_html(text: str) -> bool:
    """Whether text is a web page, whatever its file is called."""
    head = text[:8192]
    if _OPENING.match(head):
        return True
    tags = {match[0][1:4].lower().strip("/ >") for match in _TAG.finditer(head)}
    return head.lstrip().startswith("<") and len(tags) >= 3


def read_page(html: str) -> Page:
    """Extract a page; the text is empty where the page has none. Headline and body are joined by a blank line."""
    document = _extract(html, fast=True)
    if document is None or len(document.text or "") < LEAST_TEXT:
        document = _extract(html, fast=False) or document
    if document is None:
        return Page("", Metadata())
    body = (document.text or "").strip()
    title = " ".join(document.title.split()) if document.title else None
    if title and body and title.casefold() not in " ".join(body[:600].split()).casefold():
        body = f"{title}\n\n{body}"
    published = parse_machine_date(document.date) if document.date else None
    by_address = None if published else date_in_address(document.url)
    facts = Metadata(
        title=title,
        published=published or by_address,
        published_basis="metadata" if published else "url" if by_address else "unknown",
        source=document.sitename or document.hostname or None,
        author=(document.author or "").replace("; ", ", ") or None,
        url=document.url or None,
        language=document.language or None,
    )
    return Page(body, facts)


def _extract(html: str, *, fast: bool) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        html, fast=fast, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATE_BOUNDS)
    )
