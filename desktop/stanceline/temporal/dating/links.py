"""Articles that carry the same long quotation or much of the same text: their days lie close together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stanceline.reading.article import Article

SHORTEST_QUOTATION: Final = 8
"""Words."""
MOST_SHARERS: Final = 12
"""Articles; a quotation in more of them has become a saying."""
_QUOTED: Final = re.compile(
    r"“([^“”]{30,2000})”|\"([^\"\n]{30,2000})\"|„([^„“”\n]{30,2000})[“”]|«([^«»\n]{30,2000})»"
    r"|(?<!\w)‘((?:[^‘’\n]|’(?=\w)){30,2000})’(?!\w)"
)
_PART: Final = re.compile(r"[.,;:!?–—…] ?")
"""Where a part of a quotation may begin that another article quotes by itself."""
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles (ids, `one` < `other`) that share something, with where it stands in each."""

    one: str
    other: str
    one_span: tuple[int, int]
    other_span: tuple[int, int]
    what: str
    within_days: int
    weight: float


def find_links(articles: Sequence[Article]) -> tuple[Link, ...]:
    """All pairs with a quotation of eight words or more in common, near copies first; each pair once."""
    holders: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    texts = {article.id: article.text for article in articles}
    shingles: dict[str, frozenset[str]] = {}
    for article in sorted(articles, key=lambda article: article.id):
        seen: set[str] = set()
        for words, span in _quotations(article.text):
            if words not in seen:
                seen.add(words)
                holders.setdefault(words, []).append((article.id, span))
    links: dict[tuple[str, str], Link] = {}
    for words in sorted(holders):
        sharers = holders[words]
        for place, (one, one_span) in enumerate(sharers if len(sharers) <= MOST_SHARERS else []):
            for other, other_span in sharers[place + 1 :]:
                for id in {one, other} - shingles.keys():
                    shingles[id] = _shingles(texts[id])
                is_copy = _overlap(shingles[one], shingles[other]) >= 0.5
                what, weight = ("most of its text", 0.5) if is_copy else ("a long quotation", 0.3)
                link = Link(one, other, one_span, other_span, what, 3, weight)
                links.setdefault((one, other), link)
    return tuple(links[pair] for pair in sorted(links))


def long_quotations(text: str) -> frozenset[str]:
    """The first eight words of each part of a text's quotations: articles that share none have no link."""
    return frozenset(words for words, _ in _quotations(text))


def _quotations(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _QUOTED.finditer(text):
        parts = [_WORD.findall(part) for part in _PART.split((match[match.lastindex or 0]).lower())]
        words = [word for part in parts for word in part]
        first = 0
        for part in parts:
            if part and len(words) - first >= SHORTEST_QUOTATION:
                yield " ".join(words[first : first + SHORTEST_QUOTATION]), (match.start(), match.end())
            first += len(part)


def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(text[:20_000].lower())
    return frozenset(" ".join(words[place : place + 5]) for place in range(max(0, len(words) - 4)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
