"""The day of a text that is printed again: "This article first appeared in The Herald on 3 May 2019"."""

import re
from collections.abc import Iterator
from typing import Final

from stanceline.reading.article import Article, Block, Span
from stanceline.reading.furniture import DATE_PATTERN
from stanceline.temporal.complete_dates import parse_metadata_date
from stanceline.temporal.timex import DocumentTime, Reason, format_day, parse_day

_DATE: Final = re.compile(rf"(?<![\w/.-])(?:{DATE_PATTERN})(?![\w/-])", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_NUMERIC: Final = re.compile(r"\d{1,2}[-./]\d")
_APPEARED: Final = r"(?:appeared|published|printed|ran|run|posted|broadcast|aired|written|issued)"
_NOTICE: Final = re.compile(
    r"[\[(*]{0,2}(?:(?:editor['’]s |archive )?note: )?"
    r"(?:(?P<the>this|the) (?:\w{1,12} )?"
    r"(?:article|story|report|piece|essay|column|post|interview|text|feature|item|speech)"
    rf"\b[^.!?\n]{{0,60}}\b(?:first|originally) {_APPEARED}\b"
    rf"|(?:first|originally) {_APPEARED}\b"
    r"|(?P<archive>from (?:our|the) (?:[\w’']{1,15} ){0,3}archives?\b|archive[,:])"
    r"|(?:republished|reprinted|reposted|reissued) (?:\w{1,12} )?(?:from|of)\b)",
    re.IGNORECASE,
)
_REACH: Final = 160
"""Characters behind a notice's words within which its date stands."""
_ARCHIVE_REACH: Final = 24
_TAIL: Final = 30
"""Characters behind its date that a sentence with "the article" may have; a longer one reports on another text."""
_LONGEST: Final = 320
_EDGE_BLOCKS: Final = 4
"""Blocks at either end of a text among which a notice stands."""


def as_first_written(article: Article, known: DocumentTime | None) -> DocumentTime | None:
    """The day on which the text first appeared, where it says so and no person has set another; else `known`.

    The day it was handed over with stays among the reasons. A notice that names a later day than that is not believed.
    """
    if known is not None and known.basis == "user":
        return known
    found = first_appeared(article)
    if found is None or (known is not None and known.day is not None and found[0] > known.day):
        return known
    day, place = found
    says = "The text says that it first appeared on this day."
    reasons = [Reason("stated.first_appeared", says, True, place.start, place.end, day, day + 1)]
    if known is not None and known.day is not None and known.day != day:
        printed = (
            f"It was printed again on {format_day(known.day)}; its own words count from the day it first appeared."
        )
        reasons.append(Reason("stated.reprint", printed, False, None, None, known.day, known.day + 1))
    return DocumentTime(day, day, day + 1, "text", reasons=tuple(reasons))


def first_appeared(article: Article) -> tuple[int, Span] | None:
    """The day (a day count) of first publication that a notice at an end of the text names in full, and its place."""
    for block in _edges(article):
        line = block.span.quote(article.text)
        notice = _NOTICE.match(line) if len(line) <= _LONGEST else None
        if notice is None:
            continue
        reach = _ARCHIVE_REACH if notice["archive"] else _REACH
        date = _DATE.search(line, notice.end())
        if date is None or date.start() > notice.end() + reach:
            continue
        if (notice["the"] or "").lower() == "the" and len(line) - date.end() > _TAIL:
            continue
        day = _full_day(date[0])
        if day is not None:
            return day, Span(block.span.start + date.start(), block.span.start + date.end())
    return None


def _edges(article: Article) -> Iterator[Block]:
    blocks = [block for block in article.blocks if block.rule not in ("front-matter", "markup")]
    yield from blocks[:_EDGE_BLOCKS]
    yield from blocks[_EDGE_BLOCKS:][-_EDGE_BLOCKS:]


def _full_day(written: str) -> int | None:
    raw = _WEEKDAY.sub("", written.strip())
    # Of figures with points and strokes nobody knows here which is the month.
    if not _YEAR.search(raw) or _NUMERIC.match(raw):
        return None
    iso = parse_metadata_date(re.sub(r"\s*\([^)]{2,12}\)$", "", raw))
    return parse_day(iso) if iso else None
