"""Years counted from a dated event: "twelve and a half years after the tsunami of March 2011".

They leave a range of days, half a year to either side for halves and a year for whole years: soft evidence, which
completes a date line without a year.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.temporal.dating.clues import governing_verb, is_inside, is_plain_past, quoted_spans
from stanceline.temporal.dating.facts import is_near_story, is_real
from stanceline.temporal.dating.solve import Constraint
from stanceline.temporal.dating.stated import own_dates
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.timex import DAY_S, UNKNOWN_TIME, Candidate
from stanceline.temporal.values.normalizer import resolve_all

YEAR: Final = 365.25
MOST_YEARS: Final = 200
_BEHIND: Final = re.compile(r"(?i) (?:after|since|on from) [^.;:!?\n]{0,60}")
_UNDER: Final = re.compile(r"(?i)\b(?:almost|nearly|not quite|just under|less than)\W+$")
_OVER: Final = re.compile(r"(?i)\b(?:more than|over|just over|well over)\W+$")
_EXACTLY: Final = re.compile(r"(?i)\b(?:exactly|precisely)\W+$")
_HEDGED: Final = re.compile(r"(?i)^(?:almost|nearly|not quite|just under|less than|more than|just over|over|exactly) ")
_PRESENT: Final = ("VBZ", "VBP")
_NEWS: Final = ("weekday", "deictic")


def years_counted(article: Article, tree: Tree, candidates: Sequence[Candidate]) -> Iterator[Constraint]:
    """The days of writing that each count of years from a complete date allows, in text order."""
    quotes = quoted_spans(article)
    own = own_dates(article)
    args = [dict(candidate.args) for candidate in candidates]
    for place in range(len(candidates) - 1):
        count, since = candidates[place], candidates[place + 1]
        if args[place].get("family") != "duration" or args[place].get("u") != "year" or "y" not in args[place + 1]:
            continue
        if is_inside(quotes, count.start, count.end) or any(date.start <= since.start < date.end for date in own):
            continue
        years = _number(args[place].get("n", ""))
        between = article.text[count.end : since.start]
        if years is None or not _BEHIND.fullmatch(between) or not _is_of_now(tree, candidates, args, place, bool(own)):
            continue
        event = resolve_all(article.text, (since,), UNKNOWN_TIME)[0].interval
        if event is None:
            continue
        first, last = event.begin // DAY_S, (event.end - 1) // DAY_S
        before, after = _slack(article.text[max(0, count.start - 20) : count.start], count.text, years)
        shift = round(years * YEAR)
        says = f"“{count.text}” after “{since.text}” is about then."
        allowed = DaySet.of([(first + shift - before, last + shift + after)])
        yield Constraint(allowed, False, 0.22, "dating.years_counted", says, count.start, since.end)


def _number(written: str) -> float | None:
    try:
        years = float(written)
    except ValueError:
        return None
    return years if 1 <= years <= MOST_YEARS else None


def _slack(before: str, words: str, years: float) -> tuple[int, int]:
    """How many days before and after the counted day it may have been written."""
    hedge = match[0] if (match := _HEDGED.match(words)) else before
    if _EXACTLY.search(hedge):
        return 31, 31
    if _UNDER.search(hedge):
        return 366, 31
    if _OVER.search(hedge):
        return 31, 366
    return (366, 366) if years.is_integer() else (183, 183)


def _is_of_now(
    tree: Tree, candidates: Sequence[Candidate], args: Sequence[dict[str, str]], place: int, has_date: bool
) -> bool:
    """Whether the count ends at the day of writing: a present or perfect tense, or news that is dated beside it."""
    root = tree.root_of(tree.tokens_in(Span(candidates[place].start, candidates[place].end)))
    verb = governing_verb(tree, root) if root is not None else None
    if verb is None:
        return False
    helpers = {tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")}
    if "had" in helpers or is_near_story(tree, verb) or not is_real(tree, verb):
        return False
    if tree.tag[verb] in _PRESENT or helpers & {"has", "have", "is", "are"}:
        return True
    span = tree.sentence_span(verb)
    is_news = has_date or any(
        span.start <= candidate.start < span.end and arg.get("family") in _NEWS and "ref" not in arg
        for candidate, arg in zip(candidates, args, strict=True)
    )
    return is_news and is_plain_past(tree, verb)
