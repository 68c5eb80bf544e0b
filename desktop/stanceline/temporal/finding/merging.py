"""Joins neighboring finds that are one expression: a clock time and its day, "two years and six months"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stanceline.temporal.finding.numerals import read_year_words
from stanceline.temporal.timex import Candidate, family_of
from stanceline.temporal.vocabulary import word_set

_DAYS: Final = word_set("weekday date numdate deictic nthday anaphoric compact setweekday holiday nthweekday")
_CLOCK_DAY = re.compile(r"(?:\s\(\d{4} (?:GMT|UTC)\))?,?\s(?:local time\s)?(?:on\s)?(?:the\s)?")
_YEAR_GAP = re.compile(r",? (?:of )?")
_DAY_CLOCK = re.compile(r"(?:\s\([A-Za-z]{3,9}\.?\))?,?\s(?:at\s)?(?:about\s)?")
_OWNER = re.compile(r" of (?:the )?[A-Za-z][\w&.-]{1,14}(?: [A-Z][\w&.-]{1,14})?(?:['’]s?)? ")
_LONGEST_GAP: Final = 20
"""Characters between two finds that are one expression: "(1300 GMT), local time on the"."""

_TARGETS: Final = frozenset({"holiday", "date", "deictic", "nthday", "weekday", "nthweekday"})
_OFFSET = re.compile(
    r"(?:\b(the|a|one) (day|week)|\b(?:the )?"
    r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)) (after|before) (?:the )?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r" (after|before) (?:the )?")
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONGEST_OFFSET: Final = 32
"""Characters before a day that may count from it: "the small hours of the"."""


def _offset(text: str, merged: list[Candidate], candidate: Candidate) -> Candidate | None:
    """ "The day after Thanksgiving", "the Friday before Easter", "two weeks after July 4": one expression.

    Finds that it swallows ("the Friday") are taken from `merged`.
    """
    if family_of(candidate) not in _TARGETS:
        return None
    args = dict(candidate.args)
    match = _OFFSET.search(text, max(0, candidate.start - _LONGEST_OFFSET), candidate.start)
    if match is not None:
        start = match.start()
        args["offset"] = "1" if match[4].lower() == "after" else "-1"
        if match[2]:
            args |= {"offunit": match[2].lower(), "offcount": "1"}
        else:
            args["offday"] = str(_WEEKDAYS.index(match[3].lower()) + 1)
    else:
        counted = dict(merged[-1].args) if merged else {}
        gap = text[merged[-1].end : candidate.start] if merged and candidate.start - merged[-1].end < 16 else ""
        step = _COUNTED.fullmatch(gap)
        if step is None or counted.get("u") not in ("day", "week") or counted.get("n", "X") == "X":
            return None
        if counted["family"] not in ("duration", "later"):
            return None
        start = merged[-1].start
        args |= {"offset": "1" if step[1] == "after" else "-1", "offunit": counted["u"], "offcount": counted["n"]}
    while merged and merged[-1].end > start:
        merged.pop()
    return replace(candidate, start=start, text=text[start : candidate.end], args=tuple(sorted(args.items())))


_PART_OF = re.compile(
    r"\b(?:the )?(?:(?:early |late |mid-?)?(morning|afternoon|evening|night)|(?:early|small) hours) of (?:the )?$",
    re.IGNORECASE,
)
_PARTS: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}


def _part_of_day(text: str, candidate: Candidate) -> Candidate:
    """ "The early hours of the 12th", "the night of July 4"."""
    if candidate.type != "DATE" or family_of(candidate) not in _TARGETS:
        return candidate
    match = _PART_OF.search(text, max(0, candidate.start - _LONGEST_OFFSET), candidate.start)
    if match is None:
        return candidate
    args = tuple(sorted({**dict(candidate.args), "part": _PARTS.get((match[1] or "").lower(), "MO")}.items()))
    start = match.start()
    return replace(candidate, start=start, text=text[start : candidate.end], type="TIME", args=args)


def merge_neighbors(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The finds of a text in order, those that are one expression joined.

    A clock time and its day, a spoken year and its month, "two years and six months", "the fourth quarter of the Bank's
    fiscal year", and a day with what counts from it ("two weeks after July 4") or is a part of it ("the night of").
    """
    merged: list[Candidate] = []
    for plain in found:
        candidate = _part_of_day(text, plain)
        while merged and merged[-1].end > candidate.start:
            merged.pop()
        moved = _offset(text, merged, candidate)
        joined = _join(text, merged[-1], candidate) if merged and moved is None else None
        if joined is None:
            merged.append(moved or candidate)
        else:
            merged[-1] = joined
    return merged


def _join(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    if second.start - first.end > _LONGEST_GAP:
        return None
    gap = text[first.end : second.start]
    families = family_of(first), family_of(second)
    if families[1] == "yearwords" and families[0] == "month" and _YEAR_GAP.fullmatch(gap):
        return _with_year(text, first, second)
    if families == ("quarter", "fiscal") and _OWNER.fullmatch(gap) and "y" in dict(second.args):
        # "The fourth quarter of the Bank's fiscal year 2026."
        args = tuple(sorted({**dict(first.args), "fy": dict(second.args)["y"]}.items()))
        return replace(first, end=second.end, text=text[first.start : second.end], args=args)
    if families == ("duration", "duration") and _FINER.fullmatch(gap):
        return _with_finer(text, first, second)
    if families[0] == "clock" and families[1] in _DAYS and _CLOCK_DAY.fullmatch(gap):
        return _with_clock(text, second, first)
    if families[1] == "clock" and families[0] in _DAYS and _DAY_CLOCK.fullmatch(gap) and "ampm" not in dict(first.args):
        # A stamp on the line below a day heading is a date of its own.
        return _with_clock(text, first, second) if gap.strip() or "\n" not in gap else None
    return None


_FINER = re.compile(r",? and |, | ")
_DETERMINERS: Final = frozenset({"the", "a", "another", "its", "next", "last"})
_UNITS: Final = ("year", "month", "week", "day", "hour", "minute", "second")


def _with_finer(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    """ "Two years and six months": one duration where the second unit is finer and has no word of its own before it."""
    coarse, fine = dict(first.args), dict(second.args)
    units = coarse.get("u", ""), fine.get("u", "")
    if not set(units) <= set(_UNITS) or _UNITS.index(units[0]) >= _UNITS.index(units[1]) or "finer" in coarse:
        return None
    if second.text.split(" ")[0].lower() in _DETERMINERS:
        return None
    if not coarse.get("n", "X").isdigit() or not fine.get("n", "X").isdigit() or first.type != "DURATION":
        return None
    args = tuple(sorted({**coarse, "finer": fine["n"], "finerunit": units[1]}.items()))
    return replace(first, end=second.end, text=text[first.start : second.end], args=args)


def _with_year(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    """ "January nineteen ninety-seven": a spoken year behind its month."""
    args = dict(first.args)
    number = read_year_words(
        [word for word in re.findall(r"[a-z]+", second.text.lower()) if word not in ("the", "year")]
    )
    if number is None or args.keys() & {"y", "yrel", "rel", "ref"}:
        return None
    args["y"] = str(number)
    return replace(first, end=second.end, text=text[first.start : second.end], args=tuple(sorted(args.items())))


def _with_clock(text: str, day: Candidate, clock: Candidate) -> Candidate:
    start, end = min(day.start, clock.start), max(day.end, clock.end)
    kept = {
        name: value
        for name, value in clock.args
        if name in ("clock", "hour", "hm", "past", "ampm", "text", "part", "zone")
    }
    if "text" in kept:
        kept["clocktext"] = kept.pop("text")
    args = tuple(sorted({**dict(day.args), **kept}.items()))
    kind = day.type if day.type == "SET" else "TIME"
    # "Until 9 a.m. Tuesday": the words before the whole tell more than those before the day.
    direction = clock.direction if clock.start < day.start and clock.direction != "unknown" else day.direction
    return replace(day, start=start, end=end, text=text[start:end], type=kind, args=args, direction=direction)
