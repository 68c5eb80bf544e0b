"""Reads signed pieces: letters to the editor, readers' comments, embedded posts: `It leaks. – Lena Voss, Milford`.

A signature stands behind what it signs: in a line of its own (behind a dash, or behind a letter that opens with
"Sir," or closes with "Yours faithfully,"), or at the end of the line behind quotation marks. Names alone in a line
are headings or captions elsewhere, so a page has at least two signed pieces or a letter's opening or closing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stanceline.discourse.statements.page import Draft, Page, Source
from stanceline.reading.article import Block, Span

_SIGNER = (
    r"(?P<name>@?[^\W\d_a-z][\w’'.-]{0,30}(?: (?:of|the|de|van|von|al|[^\W\d_a-z][\w’'.-]{0,30})){0,6})"
    r"(?:(?:,| \(| in )[^\n.!?:;]{1,60})?\.?"
)
_DASHED = re.compile(r"(?:—|–|--?) ?" + _SIGNER)
_PLAIN = re.compile(_SIGNER)
_BEHIND_QUOTE = re.compile(r" ?(?:(?:—|–|--?) ?)?" + _SIGNER)
_OPENING = re.compile(r"(?:Dear )?(?:Sir|Madam|Editor|Sirs|Editors|Sir or Madam|Sir/Madam)(?:,|:|—| —)")
_CLOSING = re.compile(r"(?:Yours|Sincerely|Regards|Kind regards|Best wishes|Respectfully|Faithfully)[a-z ]{0,20},?")
_LONGEST = 8
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    contents: tuple[Span, ...]
    name: Span
    sure: bool


def read_signed(page: Page) -> list[Draft]:
    """Drafts of what readers and letter writers sign, in the order of the text."""
    pieces = [piece for piece in _pieces(page) if piece.contents]
    if len(pieces) < _FEWEST and not any(piece.sure for piece in pieces):
        return []
    drafts = []
    for piece in pieces:
        tokens = page.tree.tokens_in(piece.name)
        if tokens:
            head = next((token for token in reversed(tokens) if page.tree.pos[token] == "PROPN"), tokens[-1])
            source = Source(piece.name, head)
            drafts.append(Draft(None, None, source, list(piece.contents), "say.label.signature", "", 0.85))
    return drafts


def _pieces(page: Page) -> Iterator[_Piece]:
    body = [block for block in page.article.blocks if block.kind == "body"]
    begins, opened, letters = 0, False, False
    for place, block in enumerate(body):
        text = block.span.quote(page.article.text)
        if _OPENING.match(text):
            begins, opened = place, True
        inline = _behind_quotation(page, block) or _behind_words(page, block)
        if inline is not None:
            yield _Piece((inline[0],), inline[1], sure=False)
            begins, opened = place + 1, False
            continue
        closed = place > 0 and _CLOSING.fullmatch(body[place - 1].span.quote(page.article.text).strip()) is not None
        name = _signature(page, block, letter=opened or closed or (letters and "," in text))
        if name is None or place == 0:
            continue
        ended = place - 1 if closed else place
        first = begins if opened else max(begins, ended - 1)
        contents = tuple(span for each in body[first:ended] if (span := _content(page, each)) is not None)
        yield _Piece(contents, name, sure=opened or closed)
        begins, opened, letters = place + 1, False, letters or opened or closed


def _content(page: Page, block: Block) -> Span | None:
    """The block without its salutation."""
    opening = _OPENING.match(page.article.text, block.span.start, block.span.end)
    tokens = page.tree.tokens_in(Span(opening.end() if opening else block.span.start, block.span.end))
    return page.span_of(tokens[0], tokens[-1]) if tokens else None


def _signature(page: Page, block: Block, *, letter: bool) -> Span | None:
    """The name where a block is nothing but a signature; without a dash only below a letter."""
    text = page.article.text
    stripped = Span(block.span.start, block.span.start + len(block.span.quote(text).rstrip()))
    match = _DASHED.fullmatch(text, stripped.start, stripped.end)
    if match is None and letter:
        match = _PLAIN.fullmatch(text, stripped.start, stripped.end)
    if match is None or len(match.group().split()) > _LONGEST or _has_verb(page, stripped):
        return None
    return Span(*match.span("name"))


def _behind_quotation(page: Page, block: Block) -> tuple[Span, Span] | None:
    """The quotation that fills a block but for a name at its end: `"It leaks." Lena V., Milford`."""
    text = page.article.text
    first = next((each for each in page.quotations if each.span.start == block.span.start), None)
    if first is None or text[first.span.start : first.span.end].rstrip("”»\"'’ ")[-1:] not in (".", "!", "?", "…"):
        return None
    end = block.span.start + len(block.span.quote(text).rstrip())
    match = _BEHIND_QUOTE.fullmatch(text, first.span.end, end)
    if match is None or len(match.group().split()) > _LONGEST or _has_verb(page, Span(*match.span())):
        return None
    return first.span, Span(*match.span("name"))


def _behind_words(page: Page, block: Block) -> tuple[Span, Span] | None:
    """The sentences that fill a block but for a dash and a name at its end: `It leaks. - Lena V., planning`."""
    text = page.article.text
    end = block.span.start + len(block.span.quote(text).rstrip())
    dash = max(text.rfind(mark, block.span.start, end) for mark in (" - ", " – ", " — "))
    if dash < 0 or text[block.span.start : dash].rstrip("”»\"'’ ")[-1:] not in (".", "!", "?", "…"):
        return None
    match = _DASHED.fullmatch(text, dash + 1, end)
    if match is None or len(match.group().split()) > _LONGEST or _has_verb(page, Span(*match.span())):
        return None
    tokens = page.tree.tokens_in(Span(block.span.start, dash))
    content = page.span_of(tokens[0], tokens[-1]) if tokens else None
    return (content, Span(*match.span("name"))) if content is not None else None


def _has_verb(page: Page, span: Span) -> bool:
    return page.has_finite_verb(page.tree.tokens_in(span))
