"""Quoted words count from the day they were said, as far as that day is known.

The day may be given by the sentence around the quotation ("she said on Monday"), by the document it is taken from ("in
a letter dated 12 April"), or, for a quotation inside a quotation, by the words before the inner one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from stanceline.reading.article import Span
from stanceline.temporal.timex import DAY_S, Anchor, Candidate, Interval, Timex, candidates_in

NOT_SAID: Final = "the text does not tell on which day this was said"
_PARTS: Final = re.compile(r"“[^”]{1,2000}”|\"[^\"]{1,2000}\"")
_INNER: Final = re.compile(r"‘[^‘“”]{3,1000}’(?!\w)|(?<=[:,] )'[^'“”]{3,1000}'(?!\w)")
_BEFORE_INNER: Final = re.compile(r"[,:]? ?(?:that )?")
_INNER_REACH: Final = 40
"""Characters before an inner quotation within which the date of its saying ends."""
_DOCUMENT: Final = re.compile(
    r"\b(?:letter|e-?mail|tweet|post|memo|message|note|statement|entry|column|telegram|cable|dispatch|bulletin|release)"
    r"s? (?:(?:to|on) (?:[\w’]{1,20} ){1,3})?(?:(?:dated|of|on|from|sent|written|posted|published) ){1,2}(?:the )?$",
    re.IGNORECASE,
)
_DOCUMENT_REACH: Final = 80
_BACK_THEN: Final = re.compile(r"[^.!?“”\"\n]{0,40}\b(?:at the time|back then|then(?=[.,]))")
_FARTHEST_CUE: Final = 160
"""Characters that may lie between a document's date and the words quoted from it."""


def quoted_parts(text: str, content: Span) -> tuple[Span, ...]:
    """The passages between quotation marks inside a stretch of text."""
    return tuple(Span(*match.span()) for match in _PARTS.finditer(text, content.start, content.end))


def document_date(text: str, candidates: Sequence[Candidate], quoted: Span) -> int | None:
    """The number of the date of the letter, tweet or statement that is quoted from behind it, in one sentence."""
    for number in reversed(candidates_in(candidates, max(0, quoted.start - _FARTHEST_CUE), quoted.start)):
        found = candidates[number]
        if found.end > quoted.start or re.search(r"[.!?]\s|\n", text[found.end : quoted.start]):
            continue
        if _DOCUMENT.search(text, max(0, found.start - _DOCUMENT_REACH), found.start):
            return number
    return None


def is_back_then(text: str, cue_end: int) -> bool:
    """Whether the sentence goes on behind its verb of saying with "at the time": another day than the article's."""
    return bool(_BACK_THEN.match(text, cue_end))


def inner_anchors(text: str, candidates: Sequence[Candidate], quoted: Span) -> dict[int, int]:
    """For date expressions of a quotation inside `quoted` the number of the date just before that inner one.

    "“He told me on Friday: ‘I leave tomorrow’”": tomorrow counts from Friday.
    """
    found: dict[int, int] = {}
    for match in _INNER.finditer(text, quoted.start + 1, quoted.end):
        before = candidates_in(candidates, max(quoted.start, match.start() - _INNER_REACH), match.start())
        if before and _BEFORE_INNER.fullmatch(text, candidates[before[-1]].end, match.start()):
            found.update(dict.fromkeys(candidates_in(candidates, *match.span()), before[-1]))
    return found


def first_and_last(said: Mapping[int, Interval | None]) -> tuple[dict[int, int | None], dict[int, int | None]]:
    """The first and the last day on which each expression may have been said; None where nobody knows."""
    first = {number: None if when is None else when.begin // DAY_S for number, when in said.items()}
    last = {number: None if when is None else (when.end - 1) // DAY_S for number, when in said.items()}
    return first, last


def counted_from(timex: Timex, said_anchor: Anchor) -> Timex:
    """The same timex with what it hangs on: the date that its quotation was said on, not the article's own."""
    if timex.anchor not in ("published", "published:inferred"):
        return timex
    return replace(timex, anchor="running" if said_anchor == "none" else said_anchor)


def left_open(timex: Timex) -> Timex:
    """The same open timex, with the reason that hangs on the day of speaking."""
    return replace(timex, unresolved=NOT_SAID) if timex.unresolved else timex
