"""Passages of an article that have a day of their own: under a day heading of a live blog, behind an inner dateline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stanceline.reading.article import Article, Block
from stanceline.reading.furniture import DATE_PATTERN
from stanceline.reading.plain import dateline_of
from stanceline.temporal.timex import DAY_S, Anchor, Candidate, Timex, candidates_in, family_of

_HEADING: Final = re.compile(rf"(?:(?:day|part) \w{{1,8}}[:,–—-]? ?)?(?:{DATE_PATTERN}):?", re.IGNORECASE)
_LONGEST_HEADING: Final = 48
_LONGEST_PLACE: Final = 60
"""Characters within which the date of a dateline begins, behind its place."""
_STAMP: Final = re.compile(r"\[?\d{1,2}[:.h]\d\d\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """Candidates `[first, last)` that count from the day that candidate number `day` names."""

    day: int
    first: int
    last: int


def find_passages(article: Article, candidates: Sequence[Candidate]) -> tuple[Passage, ...]:
    """The passages of an article that are dated in themselves, in order.

    A line that is a day and nothing else heads all up to the next such line, where two do or a clock time follows; a
    dateline opens a passage in any paragraph but the first.
    """
    headings = _headings(article, candidates)
    marks = headings or _datelines(article, candidates)
    found = []
    for place, (_, day) in enumerate(marks):
        end = marks[place + 1][0] if place + 1 < len(marks) else len(article.text)
        inside = candidates_in(candidates, candidates[day].end, end)
        found.append(Passage(day, max(day + 1, inside.start), inside.stop))
    return tuple(passage for passage in found if passage.first < passage.last)


def days_of_passages(
    passages: Sequence[Passage], found: Sequence[Timex], day: int | None
) -> dict[int, tuple[int, Anchor]]:
    """For each candidate inside a passage the day it counts from and what that day hangs on.

    `found` holds one timex a candidate. A passage that claims a later day than the article's, where that is known,
    is no passage.
    """
    own: dict[int, tuple[int, Anchor]] = {}
    for passage in passages:
        head = found[passage.day]
        if head.interval is not None and (day is None or head.interval.begin // DAY_S <= day):
            counts_from = head.interval.begin // DAY_S, head.anchor
            own.update(dict.fromkeys(range(passage.first, passage.last), counts_from))
    return own


def _headings(article: Article, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    found = []
    is_stamped = False
    blocks = article.blocks
    for place, block in enumerate(blocks):
        if block.kind == "title" or block.span.end - block.span.start > _LONGEST_HEADING:
            continue
        if not _HEADING.fullmatch(block.span.quote(article.text)) or not _heads_prose(blocks, place):
            continue
        inside = candidates_in(candidates, block.span.start, block.span.end)
        if len(inside) == 1 and family_of(candidates[inside[0]]) == "date":
            found.append((block.span.start, inside[0]))
            is_stamped |= bool(_STAMP.match(article.text, blocks[place + 1].span.start))
    return found if len(found) > 1 or is_stamped else []


def _heads_prose(blocks: Sequence[Block], place: int) -> bool:
    return place + 1 < len(blocks) and blocks[place + 1].kind == "body"


def _datelines(article: Article, candidates: Sequence[Candidate]) -> list[tuple[int, int]]:
    found = []
    bodies = [block for block in article.blocks if block.kind == "body"]
    for block in bodies:
        head = min(block.span.end, block.span.start + _LONGEST_PLACE)
        place = dateline_of(article.text, block) if candidates_in(candidates, block.span.start, head) else None
        if place is None:
            continue
        inside = candidates_in(candidates, place.start, place.end)
        if len(inside) == 1:
            found.append((block.span.start, inside[0]))
    # A single one, at the head of the text, is the article's own.
    return [] if len(found) == 1 and found[0][0] == bodies[0].span.start else found
