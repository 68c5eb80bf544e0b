"""Finds quotations by their marks: curly, straight and single ones, over several paragraphs, and unbalanced ones.

A missing mark costs at most its own paragraph: pairing starts afresh with every block of text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stanceline.reading.article import Block, Span

_OPENING = "“„«"
_CLOSING = "”»"
_DOUBLE = _OPENING + _CLOSING + '"'
_MARK = re.compile("''|[" + _DOUBLE + "‘’']")
_BEFORE_OPENING = set(" \t\n\u00a0([{—–-/‘'")
_ENDS_SPEECH = set(",.?!…—–")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, the marks included.

    `block` is an index into `Article.blocks`. `runs_on` says that the paragraph ends without a closing mark and
    the next one goes on with the quotation; `goes_on` that this one is such a continuation.
    """

    span: Span
    block: int
    runs_on: bool = False
    goes_on: bool = False


def find_quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """All quotations of the prose, in order, never nested; furniture has none."""
    prose = [(index, block) for index, block in enumerate(blocks) if block.kind != "furniture"]
    singles = not any(
        mark in text[block.span.start : block.span.end] for _, block in prose for mark in (*_DOUBLE, "''")
    )
    found: list[Quotation] = []
    expected: int | None = None
    for place, (index, block) in enumerate(prose):
        following = prose[place + 1][1].span.start if place + 1 < len(prose) else None
        in_block = list(_pair(text, block.span, singles=singles))
        for number, (start, end) in enumerate(in_block):
            is_open = number == len(in_block) - 1 and not _is_closed(text, start, end)
            runs_on = is_open and following is not None and _opens(text, following)
            goes_on = expected == index and start == block.span.start
            if is_open and not runs_on and not goes_on and not _may_stay_open(text, block.span, start):
                continue
            found.append(Quotation(Span(start, end), index, runs_on, goes_on))
        last = found[-1] if found else None
        carries = last is not None and last.block == index and last.runs_on
        expected = prose[place + 1][0] if carries and place + 1 < len(prose) else None
    return tuple(found)


def _opens(text: str, offset: int) -> bool:
    return text[offset : offset + 1] in {*_OPENING, '"'} or text.startswith("''", offset)


def _is_closed(text: str, start: int, end: int) -> bool:
    if text.startswith("''", start):
        return end - start > 3 and text.endswith("''", start, end)
    mark = text[start]
    closing = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "‘": "’", "'": "'", "”": "”"}.get(mark, mark)
    return end - start > 1 and text[end - 1] in closing


def _may_stay_open(text: str, block: Span, start: int) -> bool:
    before = text[block.start : start].rstrip()
    return bool(before) and before[-1] in ",:"


def _pair(text: str, block: Span, *, singles: bool) -> Iterator[tuple[int, int]]:
    """Pairs of marks within one block; the last may lack its end and then reaches to the end of the block."""
    opened: int | None = None
    opener = ""
    for match in _MARK.finditer(text, block.start, block.end):
        offset, mark = match.start(), match.group()
        if mark in "‘’'" and not singles:
            continue
        if opened is None:
            if _can_open(text, offset, mark, block):
                opened, opener = offset, mark
        elif _closes(text, offset, mark, opener, block):
            yield opened, offset + len(mark)
            opened = None
        elif mark in _OPENING or (mark == opener and _can_open(text, offset, mark, block)):
            opened, opener = offset, mark
    if opened is not None:
        yield opened, block.start + len(text[block.start : block.end].rstrip())


def _can_open(text: str, offset: int, mark: str, block: Span) -> bool:
    after = offset + len(mark)
    if after >= block.end or text[after].isspace():
        return False
    at_edge = offset == block.start or text[offset - 1] in _BEFORE_OPENING
    if mark in "‘'":
        return at_edge and text[after].isalpha()
    if mark in _OPENING:
        return True
    # A closing mark at a word's beginning opens in some countries' style.
    return mark not in "»’" and at_edge


def _closes(text: str, offset: int, mark: str, opener: str, block: Span) -> bool:
    after = offset + len(mark)
    if opener in "‘'":
        if mark not in ("’", "'") or (after < block.end and text[after].isalnum()):
            return False
        # "the allies’ view" must not end a quotation in single marks.
        return text[offset - 1] in _ENDS_SPEECH or text[offset - 1] != "s"
    mixed = opener in ("“", '"') and mark in ('"', "”") and text[offset - 1] in _ENDS_SPEECH
    if mark in _CLOSING:
        return opener not in ('"', "''") or mixed
    if mark != opener and not (opener == "„" and mark == "“") and not mixed:
        return False
    return not (text[offset - 1].isspace() and after < block.end and text[after].isalnum())


def ends_like_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quoted words end with punctuation, inside or just behind the marks, as whole sentences do."""
    inner = text[quotation.span.start : quotation.span.end].rstrip("”»\"'’ ")
    behind = text[quotation.span.end : quotation.span.end + 1]
    return bool(inner) and (inner[-1] in _ENDS_SPEECH or behind in {",", "—", "–"})


def widen(span: Span, quotations: tuple[Quotation, ...]) -> Span:
    """`span` grown over every quotation that it cuts, so that no quotation is torn apart."""
    start, end = span.start, span.end
    for quotation in quotations:
        if (
            quotation.span.start < end
            and start < quotation.span.end
            and (start <= quotation.span.start or end >= quotation.span.end)
        ):
            start, end = min(start, quotation.span.start), max(end, quotation.span.end)
    return Span(start, end)
