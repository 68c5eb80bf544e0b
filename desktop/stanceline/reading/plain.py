"""What a text says of itself in its own lines: headline, author, outlet, address, and whether it has a date line."""

import re
from collections.abc import Sequence

from stanceline.reading.article import Block, Span
from stanceline.reading.furniture import DATE_PATTERN

_AUTHOR = re.compile(r"(?i:(?:story |text |words |interview |analysis )?by):? ([^|·•,(]{3,80})")
_WHERE = re.compile(r" (?:in|at|for|of) [A-Z].{0,80}$")
_DESK = re.compile(r"(?i)\b(?:staff|desk|agenc(?:y|ies)|newsroom|board|correspondents?)\b")
_OUTLET = re.compile(
    r"[A-ZÀ-Þ][\wÀ-ÿ.'’/ -]{1,40}(?:,[^—–(]{1,40})? \(([A-Z][\w.&'’ -]{1,40})(?:,[^)]{1,60})?\) ?[—–:-]{1,2} ?"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’/ -]{1,40}(?:, [A-ZÀ-Þ][\w.' ]{1,24})?, {1,2}|[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{2,40} ")
_CLOSING = re.compile(
    r"[(\[](?:(?i:first|last|originally) )?(?i:published|posted|updated|issued|filed|released)(?: (?:on|at))?:? "
    rf"(?i:{DATE_PATTERN})[^()\[\]\n]{{0,30}}[)\]]\.?$"
)
_AGENCY = re.compile(r" \([^)\n]{2,60}\) ?[—–:-]")
_AFTER_DATE = re.compile(r"(?:,? \d{1,2}[:.]\d\d[^—–(]{0,12})?(?: ?[—–]| - |: | ?\([^)\n]{2,60}\) ?[—–:-])")
_NO_PLACE = frozenset(
    ["on", "in", "by", "since", "from", "after", "before", "until", "the", "it", "as", "at", "for", "but"]
)
_FURNITURE_WITH_DATES = ("date-line", "embargo", "byline", "posted-by", "release-line", "share", "bar")


def headline(text: str, blocks: Sequence[Block]) -> str | None:
    """The title block's words, or None where the text has no headline."""
    found = next((block for block in blocks if block.kind == "title"), None)
    return " ".join(found.span.quote(text).split()) if found else None


def author_line(text: str, blocks: Sequence[Block]) -> str | None:
    """The names of a byline ("By Jane Doe in Paris" gives Jane Doe), or None."""
    for block in blocks:
        if block.rule not in ("byline", "posted-by"):
            continue
        if (match := _AUTHOR.match(block.span.quote(text))) and not _DESK.search(match[1]):
            names = [_WHERE.sub("", name).strip() for name in re.split(r" and | & ", match[1])]
            return " and ".join(name for name in names if name)
    return None


def outlet(text: str, blocks: Sequence[Block]) -> str | None:
    """The agency of a dateline (`PARIS, July 7 (Reuters) -`), or None."""
    first = next((block for block in blocks if block.kind == "body"), None)
    match = _OUTLET.match(text, first.span.start) if first else None
    return match[1].strip() if match else None


def own_address(text: str, blocks: Sequence[Block]) -> str | None:
    """A web address that stands alone on a line above or below the text, or None."""
    found = next((block for block in blocks if block.rule == "address"), None)
    return found.span.quote(text) if found else None


def date_furniture(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """The indices of the furniture blocks that carry a calendar date of the article itself."""
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if block.rule in _FURNITURE_WITH_DATES and _DATE.search(block.span.quote(text))
    )


def closing_note(text: str, blocks: Sequence[Block]) -> Span | None:
    """A note behind the last words of the last paragraph: `... was closed. (Published Jan. 30, 2026)`, or None."""
    last = next((block for block in reversed(blocks) if block.kind == "body"), None)
    if last is None:
        return None
    found = _CLOSING.search(text, max(last.span.start, last.span.end - 120), last.span.end)
    return Span(found.start(), found.end()) if found else None


def has_date_line(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the text states a complete day of its own: in a line about itself, or in the dateline."""
    for block in blocks:
        if block.rule in _FURNITURE_WITH_DATES and _has_full_date(block.span.quote(text)):
            return True
    if (note := closing_note(text, blocks)) is not None and _has_full_date(note.quote(text)):
        return True
    dateline = find_dateline(text, blocks)
    return dateline is not None and bool(_YEAR.search(dateline.quote(text)))


def find_dateline(text: str, blocks: Sequence[Block]) -> Span | None:
    """The date in the dateline of the first paragraph (`PARIS, July 7 (Reuters) -`), or None.

    A place stands before it, or an agency in brackets behind it; "On 12 May (a Sunday)" opens a sentence.
    """
    body = next((block for block in blocks if block.kind == "body"), None)
    return None if body is None else dateline_of(text, body)


def dateline_of(text: str, body: Block) -> Span | None:
    """The date in the dateline that a paragraph opens with, or None."""
    end = min(body.span.end, body.span.start + 130)
    date = _DATE.search(text, body.span.start, end)
    if date is None or not _AFTER_DATE.match(text, date.end(), end):
        return None
    before = text[body.span.start : date.start()]
    if before:
        is_place = _PLACE.fullmatch(before) and before.split()[0].lower() not in _NO_PLACE
    else:
        is_place = _AGENCY.match(text, date.end(), end) is not None
    return Span(date.start(), date.end()) if is_place else None


def _has_full_date(line: str) -> bool:
    return any(_YEAR.search(match[0]) for match in _DATE.finditer(line))
