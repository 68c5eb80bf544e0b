"""What articles that share a quotation or most of their text tell of each other's days."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stanceline.reading.article import Article, Block
from stanceline.temporal.dating.links import Link
from stanceline.temporal.dating.solve import Constraint
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.timex import Clue, format_day, weekday_of

_DAY_WORD: Final = re.compile(
    r"(?i)\b(?:yesterday|last night|today|earlier today|this (?:morning|afternoon|evening))\b"
)
_YESTERDAY: Final = re.compile(r"(?i)yesterday|last night")
_SPEAKS: Final = re.compile(r"(?i)\b(?:spoke|speaking|told|said|addressed|speech|answered|questioned|interview)\b")
_SENTENCE_END: Final = re.compile(r"[.!?][”\"’]? ")
FEW_DAYS: Final = 14
"""An article that is dated less closely than this tells nothing about another."""
WEEK: Final = 6


@dataclass(frozen=True, slots=True)
class Sharer:
    """An article with a link: what dates the words that it shares."""

    article: Article
    clues: tuple[Clue, ...]

    def weekday_beside(self, span: tuple[int, int]) -> int | None:
        """The one weekday that the paragraph of a quotation tells as past, 1 is Monday; None for none or several."""
        block = next((b for b in self.article.blocks if b.span.start <= span[0] < b.span.end), None)
        if block is None:
            return None
        text = self.article.text
        before = _SENTENCE_END.split(text[block.span.start : span[0]])[-1]
        after = _SENTENCE_END.split(text[span[1] : block.span.end])[0]
        sentence = (span[0] - len(before), span[1] + len(after))
        for first, last in (sentence, (block.span.start, block.span.end)):
            told = {
                int(dict(clue.args)["weekday"])
                for clue in self.clues
                if clue.kind == "past_weekday" and first <= clue.start < last
            }
            if told:
                return next(iter(told)) if len(told) == 1 else None
        return None

    def day_beside(self, span: tuple[int, int]) -> int | None:
        """-1 where the sentence of a quotation says "yesterday", 0 for "today" and the like, None for neither."""
        text = self.article.text
        block = next((b for b in self.article.blocks if b.span.start <= span[0] < b.span.end), None)
        if block is None:
            return None
        before = _SENTENCE_END.split(text[block.span.start : span[0]])[-1]
        after = _SENTENCE_END.split(text[span[1] : block.span.end])[0]
        found = _days_in(f"{before} {after}") or self._day_of_speech(block, span[0])
        return next(iter(found)) if len(found) == 1 else None

    def _day_of_speech(self, block: Block, start: int) -> set[int]:
        """ "The minister spoke yesterday. “Never,” she said": the sentence before, in which somebody speaks."""
        text = self.article.text
        told = _SENTENCE_END.split(text[block.span.start : start])[:-1]
        if not told:
            above = [b for b in self.article.blocks if b.span.end <= block.span.start and b.kind == "body"]
            # Only a quotation that opens its paragraph may belong to the one before.
            if above and text[block.span.start : start].strip() == "":
                told = _SENTENCE_END.split(above[-1].span.quote(text))
        return _days_in(told[-1]) if told and _SPEAKS.search(told[-1]) else set()

    def tells_no_day(self, span: tuple[int, int]) -> bool:
        """Whether neither a weekday nor a word like "yesterday" stands beside a quotation."""
        return self.day_beside(span) is None and self.weekday_beside(span) is None


def _days_in(words: str) -> set[int]:
    return {-1 if _YESTERDAY.search(match) else 0 for match in _DAY_WORD.findall(words)}


def links_by_article(links: Sequence[Link]) -> dict[str, list[Link]]:
    """The links of each article, in the order given."""
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.one, []).append(link)
        found.setdefault(link.other, []).append(link)
    return found


def borrowed(
    key: str,
    links: Sequence[Link],
    days: Mapping[str, DaySet],
    known: frozenset[str],
    sharers: Mapping[str, Sharer],
) -> Iterator[Constraint]:
    """What articles with the same quotation say about this one, where they are dated to within days themselves.

    `known` are the articles whose day is stated.
    """
    for link in links:
        mine, other = (link.one_span, link.other) if key == link.one else (link.other_span, link.one)
        theirs = link.other_span if key == link.one else link.one_span
        allowed = days[other]
        if not allowed or allowed.first() is None or allowed.last() is None or allowed.count() > FEW_DAYS:
            continue
        says = f"It shares {link.what} with the article {other}."
        near = allowed.widened(link.within_days, link.within_days)
        yield Constraint(near, False, link.weight, "dating.shared", says, *mine)
        if sharers[other].tells_no_day(theirs):
            yield from _said_lately(mine, allowed, sharers[key], other)
            continue
        said, is_sure = _said(sharers[other], theirs, allowed, sure=other in known)
        if said:
            yield from _said_then(mine, said, sharers[key], other, sure=is_sure)


def _said(other: Sharer, span: tuple[int, int], allowed: DaySet, *, sure: bool) -> tuple[list[int], bool]:
    """The days on which the other article has the words said, and whether it is sure; none where it does not tell."""
    if (shift := other.day_beside(span)) is not None:
        return [day + shift for day in allowed], False
    weekday = other.weekday_beside(span)
    if weekday is None:
        return [], False
    return sorted({day - (weekday_of(day) - weekday) % 7 for day in allowed}), sure


def _said_lately(mine: tuple[int, int], allowed: DaySet, reader: Sharer, other: str) -> Iterator[Constraint]:
    """The other article does not tell when: on its own day or the day before, as most words that are reported."""
    said = sorted({day - back for day in allowed for back in (0, 1)})
    shift, own = reader.day_beside(mine), reader.weekday_beside(mine)
    says = f"The article {other} reports the same words, which it dates by the day beside them."
    if shift is not None:
        yield Constraint(DaySet.days(day - shift for day in said), False, 0.28, "dating.same_words", says, *mine)
    elif own is not None and (days := [day for day in said if weekday_of(day) == own]):
        near = DaySet.of((day, day + WEEK) for day in days)
        yield Constraint(near, False, 0.28, "dating.same_words", says, *mine)


def _said_then(
    mine: tuple[int, int], said: Sequence[int], reader: Sharer, other: str, *, sure: bool
) -> Iterator[Constraint]:
    """No report comes before the words were said; "yesterday" or the weekday beside them tells when it came."""
    when = format_day(said[0]) if len(said) == 1 else "a day"
    shift, own = reader.day_beside(mine), reader.weekday_beside(mine)
    if shift is not None:
        says = f"The words that it dates to this day or the day before were said on {when}, by the article {other}."
        # What one article heard in the evening, another may print with another word.
        yield Constraint(DaySet.days(day - shift for day in said), False, 0.6, "dating.same_words", says, *mine)
    elif own is not None and {weekday_of(day) for day in said} == {own}:
        days = DaySet.of((day, day + WEEK) for day in said)
        says = f"The article {other} dates the same words to {when}, the weekday that stands here, too."
        yield Constraint(days, sure, 0.6, "dating.same_words", says, *mine)
    else:
        says = f"The same words were said on {when}, as the article {other} tells."
        yield Constraint(DaySet.since(said[0]), False, 0.35, "dating.same_words", says, *mine)
