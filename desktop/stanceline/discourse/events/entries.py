"""Finds lines that open with a date or a clock time, as in live blogs, chronicles and calendars."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.temporal.timex import Candidate

_BULLETS = " \t•*–—-·[("
_TO = re.compile(r"\s{0,2}(?:to|or|and|until|–|-|,)\s{0,2}")


@dataclass(frozen=True)
class Entry:
    """A line that opens with a date: the index of the expression, and the tokens behind it."""

    timex: int
    tokens: range


def find_entries(article: Article, tree: Tree, candidates: tuple[Candidate, ...]) -> tuple[Entry, ...]:
    """The dated lines of the article's prose: `29 August. ...`, `• 15 May: ...`, paragraphs after a clock time."""
    found = []
    text = article.text
    for block in article.prose():
        for line in _lines(text, block.span):
            index = _first_within(candidates, line)
            if index is None or text[line.start : candidates[index].start].strip(_BULLETS):
                continue
            behind = text[_end_of_range(text, candidates, index) : line.end].lstrip(" ])")
            is_clock = candidates[index].type == "TIME" and line.start == block.span.start
            if behind[:1] not in (":", "—", "–", "|", ".") and not is_clock:
                continue
            begin = line.end - len(behind.lstrip(":—–|. "))
            found.append(Entry(index, tree.tokens_in(Span(begin, line.end)) if begin < line.end else range(0)))
    return tuple(found)


def _first_within(candidates: tuple[Candidate, ...], line: Span) -> int | None:
    index = bisect_left(candidates, line.start, key=lambda each: each.start)
    if index == len(candidates) or candidates[index].end > line.end:
        return None
    return index if candidates[index].type in ("DATE", "TIME") else None


def _end_of_range(text: str, candidates: tuple[Candidate, ...], index: int) -> int:
    """The end of the expression, or of the second one in "20 September to 10 October"."""
    end = candidates[index].end
    if index + 1 < len(candidates) and _TO.fullmatch(text, end, candidates[index + 1].start):
        return candidates[index + 1].end
    return end


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a block, each with its blanks cut off."""
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        inner = line.strip()
        if inner:
            first = start + line.index(inner[0])
            yield Span(first, first + len(inner))
        start += len(line) + 1
