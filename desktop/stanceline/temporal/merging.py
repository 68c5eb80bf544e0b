"""Joins neighboring finds that are one expression: a clock time with its day, a day with its clock time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stanceline.temporal.timex import Candidate
from stanceline.temporal.vocabulary import word_set

_DAYS: Final = word_set("weekday date numdate deictic nthday anaphoric compact setweekday holiday nthweekday")
_CLOCK_DAY = re.compile(r",?\s(?:local time\s)?(?:on\s)?(?:the\s)?")
_DAY_CLOCK = re.compile(r",?\s(?:at\s)?(?:about\s)?")
_LONGEST_GAP: Final = 20


def merge_neighbors(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The finds of a text in order, with a clock time and its day made one."""
    merged: list[Candidate] = []
    for candidate in found:
        joined = _join(text, merged[-1], candidate) if merged else None
        if joined is None:
            merged.append(candidate)
        else:
            merged[-1] = joined
    return merged


def _join(text: str, first: Candidate, second: Candidate) -> Candidate | None:
    if second.start - first.end > _LONGEST_GAP:
        return None
    gap = text[first.end : second.start]
    families = family_of(first), family_of(second)
    if families[0] == "clock" and families[1] in _DAYS and _CLOCK_DAY.fullmatch(gap):
        return _with_clock(text, second, first)
    if families[1] == "clock" and families[0] in _DAYS and _DAY_CLOCK.fullmatch(gap) and "ampm" not in dict(first.args):
        return _with_clock(text, first, second)
    return None


def family_of(candidate: Candidate) -> str:
    """The family that resolves a candidate."""
    return dict(candidate.args)["family"]


def _with_clock(text: str, day: Candidate, clock: Candidate) -> Candidate:
    start, end = min(day.start, clock.start), max(day.end, clock.end)
    kept = {name: value for name, value in clock.args if name in ("clock", "hour", "ampm", "text", "part", "zone")}
    if "text" in kept:
        kept["clocktext"] = kept.pop("text")
    args = tuple(sorted({**dict(day.args), **kept}.items()))
    kind = day.type if day.type == "SET" else "TIME"
    return replace(day, start=start, end=end, text=text[start:end], type=kind, args=args)
