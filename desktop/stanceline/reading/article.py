"""What one published text is: its words, its blocks, and what was said about it when it was handed over.

Offsets everywhere in the program are Unicode code points, half-open, into `Article.text`, which is
never altered after reading.
"""

from dataclasses import dataclass
from typing import Literal

DateBasis = Literal["metadata", "url", "text", "inferred", "user", "unknown"]
BlockKind = Literal["title", "body", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters `[start, end)` in an article's text."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, headline, or piece of page furniture.

    Furniture ("Posted by", share buttons, captions, author lines) never yields a statement or an event,
    but keeps its place in the text. `rule` names what marked it, empty for prose.
    """

    span: Span
    kind: BlockKind
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One published text with what is known of it from outside and from its own date line.

    `published` is an ISO date (`YYYY-MM-DD`, or with `THH:MM`) where metadata, the address or the text
    itself states one, else None; `published_basis` says which. `published_raw` is a date of the metadata in
    words that only `temporal` can read. `blocks` are in order, do not overlap,
    and cover everything but blank space between them.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    title: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_basis: DateBasis = "unknown"
    published_span: Span | None = None
    blocks: tuple[Block, ...] = ()
    published_raw: str | None = None

    def prose(self) -> tuple[Block, ...]:
        """The blocks that were written by the article's author: headline and body."""
        return tuple(block for block in self.blocks if block.kind != "furniture")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or understood, for a person: what, where, and what to do."""

    code: str
    says: str
    path: str | None = None
    article: str | None = None
