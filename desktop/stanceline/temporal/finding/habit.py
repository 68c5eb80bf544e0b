"""Months and seasons that are meant in general: "January is always slow", "never in June".

Such an expression is a set without a year. Only a bare one can be: a year, "last" or a part of it names one of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stanceline.temporal.finding.holidays import days_of_holiday
from stanceline.temporal.timex import Candidate, format_day

_SENTENCE: Final = 160
"""Characters on either side of an expression that are looked at, up to the end of its sentence."""
_END = re.compile(r"[.!?;:\n]")
_CLAUSE_END = re.compile(r"[.,!?;:\n]")
_HABIT_BEFORE = re.compile(
    r"\b(?:never|always|usually|typically|normally|generally|traditionally|especially)\s(?:\w{2,9}\s)?\w{2,7}\s$"
)
_HABIT_BEHIND = re.compile(
    r"\s(?:is|are)\s(?:always|usually|typically|normally|generally|traditionally|the\s\w{3,12}\smonth)\b"
)
_YEARLY = re.compile(r"\b(?:a|per|each|every)\syear\b|\bevery\s(?:spring|summer|autumn|winter)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:was|were|had|did|has|have|been|said|will|would|shall|may|this|last|next|fell|rose|\w{2,14}ed)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|between|from|during|by)\s(?:the\s)?$")
_NAMED: Final = frozenset({"y", "yy", "yrel", "rel", "ref", "edge", "within", "w", "yrun", "offset"})
_FAMILIES: Final = frozenset({"month", "monthrange", "season", "holiday"})


def mark_habits(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The same expressions, those of what comes round each year as sets."""
    return [_general(candidate) if _is_habit(text, candidate) else candidate for candidate in found]


def _is_habit(text: str, candidate: Candidate) -> bool:
    args = dict(candidate.args)
    if args["family"] not in _FAMILIES or args.keys() & _NAMED:
        return False
    before = text[max(0, candidate.start - _SENTENCE) : candidate.start]
    behind = text[candidate.end : candidate.end + _SENTENCE]
    if _HABIT_BEFORE.search(before[-24:]) or _HABIT_BEHIND.match(behind):
        return True
    if _WITHIN.search(before[-16:]) is None:
        return False
    head = _END.split(before)[-1]
    tail = _CLAUSE_END.split(behind, maxsplit=1)[0]
    return bool(_YEARLY.search(head)) and not _TOLD.search(head) and not _TOLD.search(tail)


def _general(candidate: Candidate) -> Candidate:
    args = dict(candidate.args)
    value = {
        "month": lambda: f"XXXX-{args['m']}",
        "monthrange": lambda: f"XXXX-{args['m']}/XXXX-{args['m2']}",
        "season": lambda: f"XXXX-{args['s']}",
        "holiday": lambda: _feast(args["key"]),
    }[args["family"]]()
    return replace(candidate, type="SET", args=(("family", "ref"), ("value", value)))


def _feast(name: str) -> str:
    days = days_of_holiday(name, 2001)
    return f"XXXX{format_day(days[0])[4:]}" if days else "P1Y"
