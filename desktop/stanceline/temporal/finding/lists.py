"""Dates that share their month or year: "12, 14 and 16 March 2024", "28 May to 3 June 2022", "the 5th and 6th of May".

Each member of a list is an expression of its own; what only the last (or first) one says is given to the others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from stanceline.temporal.finding.numerals import ORDINALS
from stanceline.temporal.timex import Candidate, TimexType, family_of

_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_LEADING = re.compile(rf"(?<![\w,.:/$£€#-])((?:{_NUMBER},\s){{1,8}})(?:and\s|or\s)?$")
_TRAILING = re.compile(
    rf"((?:,\s{_NUMBER}){{0,8}}),?\s(?:and|&|or)\s({_NUMBER})(?:,\s((?:19|20)\d\d)\b)?"
    r"(?=[.,;:)]|\s(?:in|at|to|from|by|when|as|with|for|before|after|were|was|will|are)\b|$)"
)
_AND = re.compile(r"\s(?:and|&)\s")
_LINK = re.compile(r",?\s(?:and|or|&|to|until|till|through)\s(?:on\s|in\s|the\s|from\s)?|\s?[–—-]\s?")
_COMMA = re.compile(r",\s(?:the\s)?")
_CENTURY = re.compile(
    r"((?:the\s)?(?:(?:early|late|mid)[\s-])?(\d{1,2}(?:st|nd|rd|th)|[a-z]{3,11}))\s(?:and|to|or)\s$", re.IGNORECASE
)
_WINDOW: Final = 48
_SHARED: Final[tuple[str, ...]] = ("y", "yy", "yrel")
_CLOCK_ARGS: Final = frozenset({"clock", "clocktext", "hour", "ampm", "zone", "past", "hm"})
_WITHOUT_YEAR: Final = frozenset({"date", "month", "nthday", "dayrange", "monthrange"})


def share_lists(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The same expressions with the members of lists told apart and each with its month and year."""
    return _share(text, list(_apart(text, found)))


def _apart(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The members of all; a number beside an expression is no member where it belongs to the neighbor already."""
    behind = 0
    for index, candidate in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        for member in _members(text, candidate):
            if behind <= member.start and (member.end <= limit or member.start < candidate.end):
                yield member
                behind = member.end


def _members(text: str, candidate: Candidate) -> Iterator[Candidate]:
    family = family_of(candidate)
    if family == "century" and candidate.text.lower().endswith("centuries"):
        yield from _centuries(text, candidate)
    elif family in ("date", "dayrange") and candidate.text[:1].isdigit():
        days = list(_split(candidate))
        yield from _leading(text, candidate, days)
        yield from days
    elif family in ("date", "dayrange"):
        days = list(_split(candidate))
        yield from days
        if len(days) == 1 and family == "date":
            yield from _trailing(text, candidate)
    else:
        yield candidate


def _split(candidate: Candidate) -> Iterator[Candidate]:
    """ "March 5 and 7" are two days, "March 5 and 6" one stretch."""
    args = dict(candidate.args)
    link = _AND.search(candidate.text)
    if args["family"] != "dayrange" or link is None or int(args["d2"]) == int(args["d"]) + 1:
        yield candidate
        return
    at = candidate.start + link.start()
    yield _day(candidate, candidate.start, at, args["d"])
    yield _day(candidate, candidate.start + link.end(), candidate.end, args["d2"])


def _day(candidate: Candidate, start: int, end: int, day: str, **extra: str) -> Candidate:
    args = {name: value for name, value in candidate.args if name not in ("d2", "w")} | extra
    args |= {"d": re.sub(r"\D", "", day), "family": "date"}
    quoted = candidate.text[max(0, start - candidate.start) : end - candidate.start]
    return replace(candidate, start=start, end=end, text=quoted, args=tuple(sorted(args.items())))


def _leading(text: str, candidate: Candidate, days: Sequence[Candidate]) -> Iterator[Candidate]:
    if len(days) == 1 and family_of(candidate) == "date":
        return
    before = _LEADING.search(text, max(0, candidate.start - _WINDOW), candidate.start)
    if before is None:
        return
    for number in re.finditer(_NUMBER, before[1]):
        start, end = before.start(1) + number.start(), before.start(1) + number.end()
        yield replace(_day(candidate, start, end, number[0]), text=text[start:end])


def _trailing(text: str, candidate: Candidate) -> Iterator[Candidate]:
    if dict(candidate.args).keys() & {"y", "yy", "yrel"} or not candidate.text[-1:].isalnum():
        return
    behind = _TRAILING.match(text, candidate.end, candidate.end + _WINDOW)
    if behind is None:
        return
    extra = {"y": behind[3]} if behind[3] else {}
    for group in (1, 2):
        for number in re.finditer(_NUMBER, behind[group]):
            start, end = behind.start(group) + number.start(), behind.start(group) + number.end()
            if group == 2 and extra:
                end = behind.end(3)
            yield replace(_day(candidate, start, end, number[0], **extra), text=text[start:end])


def _centuries(text: str, candidate: Candidate) -> Iterator[Candidate]:
    before = _CENTURY.search(text, max(0, candidate.start - _WINDOW), candidate.start)
    if before is not None:
        number = str(ORDINALS.get(before[2].lower(), re.sub(r"\D", "", before[2])))
        if number:
            args = {name: value for name, value in candidate.args if name != "edge"} | {"c": number}
            edge = re.search(r"early|late|mid", before[1].lower())
            if edge:
                args["edge"] = edge[0]
            start, end = before.span(1)
            yield replace(candidate, start=start, end=end, text=text[start:end], args=tuple(sorted(args.items())))
    yield candidate


def _share(text: str, found: list[Candidate]) -> list[Candidate]:
    is_listed = False
    for index in range(len(found) - 2, -1, -1):
        first, last = found[index], found[index + 1]
        gap = text[first.end : last.start] if 0 <= last.start - first.end <= 12 else "."
        is_comma = bool(_COMMA.fullmatch(gap))
        given = None
        if (is_comma and is_listed) or _LINK.fullmatch(gap):
            given = _given(first, last)
        is_listed = given is not None
        if given is not None:
            found[index] = given
    return found


def _clock_of_day(first: Candidate, last: Candidate) -> Candidate | None:
    """ "9 a.m. to 5 p.m. on Saturday": the first clock time is of the same day."""
    own, other = dict(first.args), dict(last.args)
    if other["family"] == "clock" or not other.keys() & {"clock", "clocktext", "hour"}:
        return None
    told = {name: value for name, value in own.items() if name in _CLOCK_ARGS - {"clocktext"}}
    if "text" in own:
        told["clocktext"] = own["text"]
    day = {name: value for name, value in other.items() if name not in _CLOCK_ARGS}
    kind: TimexType = "SET" if last.type == "SET" else "TIME"
    return replace(first, type=kind, direction=last.direction, args=tuple(sorted((day | told).items())))


def _given(first: Candidate, last: Candidate) -> Candidate | None:
    """The first of two neighbors with what only the last one says (year, month, day); None where it says its own."""
    own, other = dict(first.args), dict(last.args)
    if own["family"] == "clock":
        return _clock_of_day(first, last)
    if own["family"] not in _WITHOUT_YEAR or own.keys() & {*_SHARED, "rel", "ref", "w"} or other["family"] == "weekday":
        return None
    if own["family"] == "nthday":
        if other["family"] == "nthday" and "rel" in other:
            own["rel"] = other["rel"]
            return replace(first, args=tuple(sorted(own.items())))
        if other["family"] not in ("date", "dayrange") or int(re.sub(r"\D", "", own["d"])) > int(other["d"]):
            return None
        own |= {"family": "date", "m": other["m"], "d": re.sub(r"\D", "", own["d"])}
    elif other["family"] not in _WITHOUT_YEAR or "m" not in other:
        return None
    shared = {name: other[name] for name in _SHARED if name in other}
    if not shared and family_of(first) != "nthday":
        return None
    if (int(own["m"]), int(own.get("d", "0"))) > (int(other["m"]), int(other.get("d", "0"))):
        # "From 28 December to 4 January 2023" begins in the year before.
        if "y" not in shared:
            return None
        shared = {"y": str(int(shared["y"]) - 1)}
    own |= shared
    return replace(first, args=tuple(sorted(own.items())))
