"""Flags dates that contradict the rest of their text: they stay as written, with the two readings in words.

Flags are few and sure. A weekday that its date does not have, a day that its month does not have, a range that ends
before it begins, a span whose days are not as many as the text counts, and a complete date told in the past tense
though it lies after the day of writing, or announced though it lies before.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.temporal import calendar
from stanceline.temporal.timex import (
    DAY_S,
    Candidate,
    DocumentTime,
    Timex,
    civil_from_days,
    days_from_civil,
    weekday_of,
)
from stanceline.temporal.vocabulary import word_list, word_set

_WEEKDAYS: Final = word_list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_MONTHS: Final = word_list(
    "January February March April May June July August September October November December"
)  # fmt: skip
_DATED: Final = frozenset({"date", "numdate"})
_NEAR_DAYS: Final = 60
"""Days around the day of writing within which a date without a year can only be this year's."""
_BRACKETED: Final = re.compile(r",? \(")
_TO: Final = re.compile(r" ?(?:to|until|till|through|-|–) ?")
_COUNTED_GAP: Final = re.compile(r" (?:[a-z’'-]{2,20} ){1,4}(?:from |\()")
_HYPHENATED: Final = re.compile(r"\w{1,12}-(?:day|week)")
_LONGEST_GAP: Final = 100
"""Characters between two expressions that may tell of one stretch."""
_COUNTED_UNITS: Final = {"day": 1, "week": 7}
_WRITTEN_LATER_DAYS: Final = 2
"""Days that a text may tell of beyond its own day: it may have been dated early, or lie across midnight."""
_PLAIN_PAST: Final = word_set(
    "open close die sign meet arrive begin start end visit vote resign win lose take happen occur attack arrest kill "
    "hold publish launch marry crash collapse reject approve pass"
)
"""Verbs whose simple past tells of what is over, and whose "will" of what is not."""


def find_doubts(
    text: str,
    candidates: Sequence[Candidate],
    timexes: Sequence[Timex],
    time: DocumentTime,
    *,
    spoken: Sequence[int | None] = (),
    tree: Callable[[], Tree] | None = None,
) -> tuple[Timex, ...]:
    """The same timexes, with `doubt` filled where one contradicts the text; work linear in their number.

    `tree` gives the parse where tense is to be looked at; it is called for a complete date on the wrong side
    of a known day only. What stands in quoted speech (`spoken`) is not judged by its tense.
    """
    if len(candidates) != len(timexes):
        return tuple(timexes)
    marked = list(timexes)
    for number, (candidate, timex) in enumerate(zip(candidates, timexes, strict=True)):
        before = (candidates[number - 1], timexes[number - 1]) if number else None
        is_spoken = number < len(spoken) and spoken[number] is not None
        doubt = next(_doubts(text, candidate, timex, before, time), None)
        if doubt is None and tree is not None and not is_spoken and time.day is not None and not time.is_inferred():
            doubt = _against_tense(candidate, timex, time.day, tree)
        if doubt is not None:
            marked[number] = replace(timex, doubt=doubt)
    return tuple(marked)


def day_words(day: int) -> str:
    """A day count as `12 July 2023`."""
    year, month, number = civil_from_days(day)
    return f"{number} {_MONTHS[month - 1]} {calendar.written_year(year).lstrip('0')}"


def _doubts(
    text: str, candidate: Candidate, timex: Timex, before: tuple[Candidate, Timex] | None, time: DocumentTime
) -> Iterator[str]:
    args = dict(candidate.args)
    yield from _no_such_day(args)
    yield from _backward(args)
    if args["family"] in _DATED:
        yield from _wrong_weekday(text, args, timex, before, time)
    if before is not None and timex.start - before[1].end <= _LONGEST_GAP:
        gap = text[before[1].end : timex.start]
        yield from _backward_pair(gap, args, timex, before)
        yield from _miscounted(gap, timex, before)


def _no_such_day(args: Mapping[str, str]) -> Iterator[str]:
    """ "31 April", "30 February 1999"."""
    if args["family"] != "date":
        return
    month, day = int(args["m"]), int(args["d"])
    year = int(args["y"]) if "y" in args else 2000
    if 1 <= month <= 12 and calendar.date(year, month, day) is None:
        following = days_from_civil(year + month // 12, month % 12 + 1, 1)
        last = civil_from_days(following - 1)[2]
        named = f"{_MONTHS[month - 1]} {year}" if "y" in args and month == 2 else _MONTHS[month - 1]
        yield f"{named} has no day {day}, only {last}"


def _backward(args: Mapping[str, str]) -> Iterator[str]:
    """ "From 9 to 4 June", "from 1998 to 1995"."""
    if args["family"] == "dayrange" and args.get("d", "").isdigit() and args.get("d2", "").isdigit():
        if int(args["d"]) > int(args["d2"]):
            yield f"it begins on the {_nth(int(args['d']))} and ends before, on the {_nth(int(args['d2']))}"
    elif args["family"] == "yearrange" and "y2" in args and "y" in args:
        first, last = args["y"], args["y2"]
        if len(first) == len(last) == 4 and first > last:
            yield f"it begins in {first} and ends before, in {last}"


def _nth(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day_of(timex: Timex) -> int | None:
    """The one day that a timex names, at whatever hour."""
    if timex.interval is None or timex.granularity not in ("day", "part_of_day", "hour", "minute"):
        return None
    first, last = timex.interval.begin // DAY_S, (timex.interval.end - 1) // DAY_S
    return first if first == last else None


def _wrong_weekday(
    text: str, args: Mapping[str, str], timex: Timex, before: tuple[Candidate, Timex] | None, time: DocumentTime
) -> Iterator[str]:
    """ "Tuesday, 12 July 2023" and "Tuesday (July 12, 2023)" where that day is a Wednesday."""
    day = _day_of(timex)
    weekday = args.get("w")
    if weekday is None and before is not None and _BRACKETED.fullmatch(text, before[1].end, timex.start):
        other = dict(before[0].args)
        weekday = other.get("w") if other["family"] == "weekday" and "rel" not in other else None
    if day is None or weekday is None or "offset" in args or int(weekday) == weekday_of(day):
        return
    is_near = time.day is not None and not time.is_inferred() and abs(day - time.day) <= _NEAR_DAYS
    if args["family"] == "numdate" or "y" in args or is_near:
        tense = "is" if time.day is not None and day >= time.day else "was"
        yield f"{day_words(day)} {tense} a {_WEEKDAYS[weekday_of(day) - 1]}, not a {_WEEKDAYS[int(weekday) - 1]}"


def _backward_pair(gap: str, args: Mapping[str, str], timex: Timex, before: tuple[Candidate, Timex]) -> Iterator[str]:
    """ "From May 12, 2023 to April 3, 2023": two complete dates with nothing but "to" between them."""
    other = dict(before[0].args)
    if not (args["family"] == other["family"] == "date" and "y" in args and "y" in other and _TO.fullmatch(gap)):
        return
    first, last = _day_of(before[1]), _day_of(timex)
    if first is not None and last is not None and first > last and other.get("prep") == "from":
        yield f"it begins on {day_words(first)} and ends before, on {day_words(last)}"


def _miscounted(gap: str, timex: Timex, before: tuple[Candidate, Timex]) -> Iterator[str]:
    """ "The three-day meeting from 4 to 9 June", "the two-day summit (11-14 July)"."""
    counted = dict(before[0].args)
    unit = _COUNTED_UNITS.get(counted.get("u", ""))
    if unit is None or not counted.get("n", "").isdigit() or not _HYPHENATED.fullmatch(before[1].text):
        return
    if timex.interval is None or not timex.rule.startswith("en.date.range") or not _COUNTED_GAP.fullmatch(gap):
        return
    days = (timex.interval.end - timex.interval.begin) // DAY_S
    said = int(counted["n"]) * unit
    # Nights may be counted rather than days, and weeks loosely.
    if not said - (unit > 1) * 3 <= days <= said + (1 if unit == 1 else 3):
        yield f"{before[1].text} says {said} days, and the dates make {days}"


def _against_tense(candidate: Candidate, timex: Timex, day: int, tree: Callable[[], Tree]) -> str | None:
    """ "Will open on 3 March 2021" in an article of 2023, "signed it on 3 March 2031" in one of 2023."""
    args = dict(candidate.args)
    told = _day_of(timex)
    if args["family"] != "date" or "y" not in args or told is None or "offset" in args:
        return None
    if not told > day + _WRITTEN_LATER_DAYS and not told < day - _WRITTEN_LATER_DAYS:
        return None
    parsed = tree()
    verb = _verb_of(parsed, candidate)
    if verb is None or parsed.lemma[verb] not in _PLAIN_PAST:
        return None
    helpers = {parsed.lower[kid] for kid in parsed.kids(verb, "aux", "auxpass")}
    is_told = (parsed.tag[verb] == "VBD" and not helpers) or (parsed.tag[verb] == "VBN" and helpers in _WAS)
    if told > day and is_told:
        return f"it is told as past, and the article is of {day_words(day)}"
    is_main = parsed.dep[verb] in ("ROOT", "relcl")
    if told < day and is_main and helpers & {"will", "'ll", "’ll"} and "have" not in helpers:
        return f"it is told as still to come, and the article is of {day_words(day)}"
    return None


_WAS: Final = ({"was"}, {"were"})


def _verb_of(tree: Tree, candidate: Candidate) -> int | None:
    """The verb that the expression hangs on directly ("opened 3 March", "opened on 3 March"), or None."""
    token = tree.root_of(tree.tokens_in(Span(candidate.start, candidate.end)))
    if token is None:
        return None
    head = tree.head[token]
    if tree.dep[token] == "pobj" and tree.lower[head] == "on":
        head = tree.head[head]
    elif tree.dep[token] not in ("npadvmod", "tmod"):
        return None
    return head if tree.pos[head] == "VERB" else None
