"""Reads speaker labels: `Macron: Geography is stubborn` in headlines, `Q:` and `SPOKESPERSON:` in transcripts."""

import re

from stanceline.discourse.actors import Cast
from stanceline.discourse.statement_page import Draft, Page, Source
from stanceline.reading.article import Block, Span

_LABEL = re.compile(
    r"(?:[A-Z][\w.’'&-]{0,30})(?:[ ,]{1,2}(?:of|the|for|de|van|von|al|[A-Z(][\w.’'&)-]{0,30})){0,7}:(?=\s)"
)
_FEWEST = 3
_NO_SPEAKERS = {
    "photo", "image", "picture", "source", "sources", "note", "update", "updated", "correction", "watch", "read",
    "video", "related", "more", "editor", "by", "caption", "file", "published", "credit", "location", "date",
    "time", "where", "when",
}  # fmt: skip


def read_labels(page: Page, cast: Cast) -> list[Draft]:
    """Drafts of labeled speech. Paragraphs count only where the article labels at least three of them."""
    found: list[Draft] = []
    bodies: list[tuple[Block, Span]] = []
    for block in page.article.blocks:
        label = _label_of(page, block)
        if label is None:
            continue
        if block.kind == "title":
            draft = _headline(page, block, label, cast)
            if draft is not None:
                found.append(draft)
        elif block.kind == "body":
            bodies.append((block, label))
    if len(bodies) >= _FEWEST:
        found += [draft for block, label in bodies if (draft := _paragraph(page, block, label)) is not None]
    return found


def _label_of(page: Page, block: Block) -> Span | None:
    match = _LABEL.match(page.article.text, block.span.start, block.span.end)
    if match is None or match.group()[:-1].split()[0].lower().rstrip(".,") in _NO_SPEAKERS:
        return None
    return Span(match.start(), match.end() - 1)


def _source(page: Page, label: Span) -> Source | None:
    tokens = [token for token in page.tree.tokens_in(label) if page.tree.words[token] not in (":", "(", ")")]
    if not tokens:
        return None
    return Source(label, page.tree.root_of(tokens) or tokens[-1])


def _headline(page: Page, block: Block, label: Span, cast: Cast) -> Draft | None:
    source = _source(page, label)
    rest = Span(label.end + 1, block.span.end)
    tokens = page.tree.tokens_in(rest)
    if source is None or not tokens or not any(page.tree.pos[token] in ("VERB", "AUX") for token in tokens):
        return None
    if all(cast.actor_of(token) is None for token in page.tree.tokens_in(label)):
        return None
    content = page.span_of(tokens[0], tokens[-1])
    return (
        Draft(None, Span(label.end, label.end + 1), source, [content], "say.label.headline", ":", 0.8)
        if content
        else None
    )


def _paragraph(page: Page, block: Block, label: Span) -> Draft | None:
    source = _source(page, label)
    tokens = page.tree.tokens_in(Span(label.end + 1, block.span.end))
    content = page.span_of(tokens[0], tokens[-1]) if tokens else None
    if source is None or content is None:
        return None
    return Draft(None, Span(label.end, label.end + 1), source, [content], "say.label.paragraph", ":", 0.85)
