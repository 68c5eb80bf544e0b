"""What an article as a whole tells about its calendar: the order of day and month in figures, and its hemisphere."""

import re
from functools import lru_cache
from typing import Final, Literal

from stanceline.temporal.timex import civil_from_days, days_from_civil, weekday_of
from stanceline.temporal.vocabulary import listed

Order = Literal["day_first", "month_first"]

_FULL = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
_WORD = re.compile(r"[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?|[^\W\d_]+")
_HIGHEST_MONTH: Final = 12
_LONGEST_MONTH: Final = 31


@lru_cache(maxsize=2)
def order_of_figures(text: str) -> Order | None:
    """Whether 03/05 is 3 May or March 5 in this article; None where nothing in it tells.

    A date that allows one order only (22/05) decides; then spelling and places: American ones write the month first.
    """
    firsts = lasts = 0
    for match in _FULL.finditer(text):
        first, last = int(match[1]), int(match[2])
        firsts += first > _HIGHEST_MONTH >= last
        lasts += last > _HIGHEST_MONTH >= first
    if firsts != lasts:
        return "day_first" if firsts > lasts else "month_first"
    british, american = _votes(text)
    if british == american:
        return None
    return "day_first" if british > american else "month_first"


_WITH_WEEKDAY: Final = re.compile(
    r"(?i)\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? \(?"
    r"(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])"
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=2)
def order_shown(text: str) -> Order | None:
    """The order that the article's own figures prove: a date that allows one only, or one with its weekday.

    Spelling and places do not count, and figures of both orders prove nothing.
    """
    shown: set[Order] = set()
    for match in _FULL.finditer(text):
        first, last = int(match[1]), int(match[2])
        if (first > _HIGHEST_MONTH) != (last > _HIGHEST_MONTH):
            shown.add("day_first" if first > _HIGHEST_MONTH else "month_first")
    for match in _WITH_WEEKDAY.finditer(text):
        weekday, first, last, year = _WEEKDAYS.index(match[1][:3].lower()) + 1, *map(int, match.groups()[1:])
        fitting = {
            order: is_on_weekday(year, month, day, weekday)
            for order, month, day in (("day_first", last, first), ("month_first", first, last))
        }
        if fitting["day_first"] != fitting["month_first"]:
            shown.add("day_first" if fitting["day_first"] else "month_first")
    return next(iter(shown)) if len(shown) == 1 else None


def is_on_weekday(year: int, month: int, day: int, weekday: int) -> bool:
    """Whether there is such a day, and it falls on an ISO weekday."""
    if not (1 <= month <= _HIGHEST_MONTH and 1 <= day <= _LONGEST_MONTH):
        return False
    found = days_from_civil(year, month, day)
    return civil_from_days(found) == (year, month, day) and weekday_of(found) == weekday


@lru_cache(maxsize=2)
def is_british(text: str) -> bool:
    """Whether spelling and places are rather those of Britain and other countries than of the United States."""
    british, american = _votes(text)
    return british > american


def _votes(text: str) -> tuple[int, int]:
    words = {word for match in _WORD.finditer(text) for word in (match[0], *match[0].split(" "))}
    lowered = {word.lower() for word in words if word.islower() or word.istitle()}
    british = len(lowered & listed("british_spelling")) + len(words & _names("british_places"))
    american = len(lowered & listed("american_spelling")) + len(words & _names("american_places"))
    return british, american


@lru_cache(maxsize=4)
def _names(name: str) -> frozenset[str]:
    return frozenset(form for place in listed(name) for form in (place.title(), place.upper()))


@lru_cache(maxsize=2)
def is_southern(text: str) -> bool:
    """Whether the places named are mostly of the southern hemisphere, where summer begins in December."""
    southern, northern = _names("southern_places"), _names("northern_places")
    balance = 0
    for match in _WORD.finditer(text):
        for word in {match[0], match[0].partition(" ")[0]}:
            balance += (word in southern) - (word in northern)
    return balance > 1
