"""The years that an article tells of as past and as still to come: they say about when it was written."""

from collections.abc import Iterator, Sequence
from typing import Final

from stanceline.reading.article import Article
from stanceline.temporal.dating.clues import is_inside, quoted_spans
from stanceline.temporal.dating.solve import Constraint
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.timex import Candidate, Clue, Direction, civil_from_days, days_from_civil

SOON: Final = 3
"""Calendar years behind the latest year told as past in which an article mostly was written."""
AHEAD: Final = 4
"""Calendar years before the first year told as still to come in which it mostly was."""
_FAMILIES: Final = ("year", "month", "date")


def years_told(
    article: Article, candidates: Sequence[Candidate], hints: Sequence[Direction], clues: Sequence[Clue]
) -> tuple[int | None, int | None]:
    """(latest year told as past, first year told as still to come), None for none; a contradiction tells nothing.

    The clues come first: where they name a year, no other expression of that direction counts.
    """
    past = [civil_from_days(int(dict(clue.args)["last"]))[0] for clue in clues if clue.kind == "not_before"]
    coming = [civil_from_days(int(dict(clue.args)["first"]))[0] for clue in clues if clue.kind == "not_after"]
    told = tuple(_named_years(article, candidates, hints))
    latest = max(past or (year for year, hint in told if hint == "past"), default=None)
    first = min(coming or (year for year, hint in told if hint == "future"), default=None)
    if latest is not None and first is not None and latest > first:
        return max(past, default=None), min(coming, default=None)
    return latest, first


def about_years(
    article: Article, candidates: Sequence[Candidate], hints: Sequence[Direction], clues: Sequence[Clue]
) -> Iterator[Constraint]:
    """A soft sign of the few years behind the latest year told as past, and before the first one still to come."""
    latest, first = years_told(article, candidates, hints, clues)
    if latest is None and first is None:
        return
    begin = latest if latest is not None else (first or 0) - AHEAD
    end = first if first is not None else begin + SOON
    allowed = DaySet.of([(days_from_civil(begin, 1, 1), days_from_civil(end + 1, 1, 1) - 1)])
    told = [f"{latest} as past"] if latest is not None else []
    told += [f"{first} as still to come"] if first is not None else []
    yield Constraint(allowed, False, 0.015, "dating.years_told", f"It tells of {' and '.join(told)}.", is_last=True)


def _named_years(
    article: Article, candidates: Sequence[Candidate], hints: Sequence[Direction]
) -> Iterator[tuple[int, Direction]]:
    quotes = quoted_spans(article)
    for candidate, hint in zip(candidates, hints, strict=False):
        args = dict(candidate.args)
        year = args.get("y", "")
        is_year = args.get("family") in _FAMILIES and len(year) == 4 and year.isdigit()
        if is_year and not is_inside(quotes, candidate.start, candidate.end):
            yield int(year), hint
