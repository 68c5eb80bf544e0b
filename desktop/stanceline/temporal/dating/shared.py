"""What articles that share a quotation or most of their text tell of each other's days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stanceline.reading.article import Article
from stanceline.temporal.dating.links import Link
from stanceline.temporal.dating.solve import Constraint
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.timex import Clue, format_day, weekday_of

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
        told = {
            int(dict(clue.args)["weekday"])
            for clue in self.clues
            if clue.kind == "past_weekday" and block.span.start <= clue.start < block.span.end
        }
        return next(iter(told)) if len(told) == 1 else None


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
        weekday = sharers[other].weekday_beside(theirs)
        if weekday is not None:
            own = sharers[key].weekday_beside(mine)
            yield from _said_then(mine, allowed, weekday, own, other, sure=other in known)


def _said_then(
    mine: tuple[int, int], allowed: DaySet, weekday: int, own: int | None, other: str, *, sure: bool
) -> Iterator[Constraint]:
    """The day on which the words were said: no report comes before it, and one that names its weekday within a week."""
    said = sorted({day - (weekday_of(day) - weekday) % 7 for day in allowed})
    when = format_day(said[0]) if len(said) == 1 else "a day"
    if own == weekday:
        days = DaySet.of((day, day + WEEK) for day in said)
        says = f"The article {other} dates the same words to {when}, the weekday that stands here, too."
        yield Constraint(days, sure, 0.6, "dating.same_words", says, *mine)
    else:
        says = f"The same words were said on {when}, as the article {other} tells."
        yield Constraint(DaySet.since(said[0]), False, 0.35, "dating.same_words", says, *mine)
