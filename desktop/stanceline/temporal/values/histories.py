"""Which passages of a news article tell a history, so that "in June" counts from the year they have got to.

A background section names its year once and goes on from there: "In May 1941 the valley was occupied. On 22 June a
bridge was blown up." News leaves out the year of what is near; a history leaves it out once it has said it. So a
passage begins with a date of another year than the article's that moves its story (no life date, "law of 1867",
"since 1963", "founded in 1921"), and it ends where the article's own time shows: "today", a bare weekday, "last week",
"two years ago", the article's year, a business quarter, or a paragraph that names no date. Within it a yearless date
belongs to the history when it looks back and

* the passage has told of two months or days already, or of four dates of any kind, or
* of one month or day, or of two dates, and the nearest day of that name to the article's is no news any more (45 days).

What is added about somebody, "his son, who retired in June", is told from the article's day, unless the passage has
told of many dates (8) already.

An article without any sign of its own time and with five such dates is a history as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from stanceline.temporal.calendar import containing, month
from stanceline.temporal.timex import Candidate, Direction, civil_from_days
from stanceline.temporal.values.story import LONGEST_HEADING, Place, find_place, is_added, is_aside
from stanceline.temporal.vocabulary import word_set

_Kind = Literal["told", "bare", "goes_on", "own", "other"]
_DATED: Final = word_set("date month season holiday dayrange monthrange year yearwords yearrange nthweekday nthweek")
_BARE: Final = word_set("date month season holiday dayrange monthrange nthday nthweek nthweekday edgeunit")
_OWN: Final = word_set(
    "deictic relunit ago agotime agotoday fiscal fiscalrel quarter half lastquarter yearago yearquarter dayofevent"
)
_GOES_ON: Final = word_set("later anaphoric")
_COARSE: Final = word_set("year yearwords yearrange season")
_RELATIVE: Final = frozenset({"rel", "yrel", "wrel", "weeks"})
_BREAK = re.compile(r"\n[^\S\n]*\n|[.!?][\"”’)]?[^\S\n]*\n")
_TOLD_OF_THEN = re.compile(r"\s(?:[a-z]{2,20}ed|was|were|had|came|took|stood|began|made|went)\b")
_LIMITS: Final = ("by", "until", "till")
_NEWS_DAYS: Final = 45
"""Days around the article within which a day or month is news."""
_WHOLE: Final = 5
"""Dates with a past year that make an article without a sign of its own time a history as a whole."""
_MANY: Final = 4
"""Dates after which a passage takes even what may be news."""
_LONG: Final = 8
"""Dates after which a passage takes even what is added about somebody."""


@dataclass(slots=True)
class _Run:
    """A passage that is being read: how many dates have moved it, and how many of them were months or days."""

    moves: int = 0
    fine: int = 0


def find_histories(
    text: str, candidates: Sequence[Candidate], directions: Sequence[Direction], day: int | None
) -> tuple[int, ...]:
    """For each candidate the number of the history that it belongs to, 0 for none; `day` is the article's, if known.

    `directions` are those of the candidates. Linear in candidates and text.
    """
    kinds = [_kind(dict(candidate.args), day) for candidate in candidates]
    for index, candidate in enumerate(candidates):
        # "He now insisted" is told of then.
        if candidate.text.lower() == "now" and _TOLD_OF_THEN.match(text, candidate.end):
            kinds[index] = "other"
    if "told" not in kinds:
        return (0,) * len(candidates)
    if "own" not in kinds and kinds.count("told") >= _WHOLE:
        return (1,) * len(candidates)
    return tuple(_passages(text, candidates, kinds, directions, day))


def _passages(
    text: str,
    candidates: Sequence[Candidate],
    kinds: Sequence[_Kind],
    directions: Sequence[Direction],
    day: int | None,
) -> Iterator[int]:
    run, count, end = None, 0, 0
    for candidate, kind, direction in zip(candidates, kinds, directions, strict=True):
        if kind == "own" or (run is not None and _is_cut(text, end, candidate.start)):
            run = None
        end = candidate.end
        is_stray = False
        if kind == "told":
            opened = _told(text, candidate, run)
            count += run is None and opened is not None
            run = opened
        elif run is not None and kind == "bare":
            is_stray = _is_stray(text, candidate, direction, run)
            if not is_stray and not _belongs(candidate, run, day):
                run = None
        if run is not None and kind in ("bare", "goes_on") and not is_stray:
            run.moves += 1
            run.fine += kind == "bare"
        yield 0 if run is None or is_stray else count


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a paragraph without a date, headings apart, lies between two expressions."""
    breaks = list(_BREAK.finditer(text, start, end))
    return any(
        after.start() - before.end() > LONGEST_HEADING or after[0][0] != "\n" or text[after.start() - 1] in ".!?”"
        for before, after in pairwise(breaks)
    )


def _is_stray(text: str, candidate: Candidate, direction: Direction, run: _Run) -> bool:
    """Whether a yearless date looks ahead ("by" and "until" alone do not tell) or is told of somebody in passing."""
    if direction == "future" and dict(candidate.args).get("prep") not in _LIMITS:
        return True
    return run.moves < _LONG and is_added(find_place(text, candidate.start, candidate.end))


def _told(text: str, candidate: Candidate, run: _Run | None) -> _Run | None:
    args = dict(candidate.args)
    place = find_place(text, candidate.start, candidate.end)
    if _is_looked_at(place, args):
        return run
    run = run or _Run()
    run.moves += 1
    run.fine += args["family"] not in _COARSE
    return run


def _is_looked_at(place: Place, args: dict[str, str]) -> bool:
    """Whether a date is one that an article names in passing."""
    return args.get("prep") in ("since", "until", "till") or (not place.is_heading and is_aside(place, args))


def _belongs(candidate: Candidate, run: _Run, day: int | None) -> bool:
    if run.fine > 1 or run.moves >= _MANY:
        return True
    if day is None:
        return run.moves > 1
    return (run.fine > 0 or run.moves > 1) and not _is_news(dict(candidate.args), day)


def _is_news(args: dict[str, str], day: int) -> bool:
    """Whether the nearest day or month of that name lies shortly before or after the article."""
    if "m" not in args:
        return True
    year_number = civil_from_days(day)[0]
    for year in (year_number - 1, year_number, year_number + 1):
        first, last = month(year, int(args["m"])).days()
        if "d" in args and args["d"].isdigit():
            first = last = min(last, first + int(args["d"]) - 1)
        if first - _NEWS_DAYS <= day <= last + _NEWS_DAYS:
            return True
    return False


def _kind(args: dict[str, str], day: int | None) -> _Kind:
    family = args["family"]
    if family in _OWN or (family == "ref" and args.get("value") == "PRESENT_REF"):
        return "own"
    if family == "weekday":
        return "other" if "ref" in args else "own"
    if "ref" in args or args.get("rel") == "run" or "yrun" in args:
        return "goes_on"
    if args.keys() & _RELATIVE:
        return "own"
    if "y" in args and family in _DATED:
        return "told" if day is None or _year_of(args) < containing("year", day).index else "own"
    if family in _BARE:
        return "bare"
    return "goes_on" if family in _GOES_ON else "other"


def _year_of(args: dict[str, str]) -> int:
    return int(args["y"].partition("/")[0])
