"""How a history goes on: which of its dates move the story, and which are asides that it comes back from.

A history counts from the date that it has got to (HeidelTime's "narrative" documents; Strötgen and Gertz,
"Multilingual and Cross-domain Temporal Tagging", 2013). Not every date moves it: life dates in parentheses, cited
years, "the reform of 1867", "since 1963" and what "had been founded in 1921" are looked at from where the story stands.
A date of such an aside is what the rest of its own sentence refers to; the next sentence goes on from the story.

Surroundings are read from at most `_REACH` characters on either side, so that the work is linear in the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from stanceline.temporal.calendar import Period, containing
from stanceline.temporal.values.state import Found, Reader, Step

_REACH: Final = 400
"""Characters before an expression within which its sentence begins."""
LONGEST_HEADING: Final = 70
"""Characters of a line without a full stop that may be a heading."""
_PARENTHESIS: Final = 120
"""Characters before an expression within which the parenthesis that it stands in opens."""
_CLAUSE: Final = 90
"""Characters behind an expression within which its clause ends."""
_END = re.compile(r"[.!?][\"”’)\]]?(?=\s+[\"“‘(\[]?[A-Z\d])|\n")
_CUT = re.compile(r"[,;:—](?=\s)")
_HAD = re.compile(r"\b[Hh]ad\b(?! to\b)")
_FRONT = re.compile(r"\W{0,3}(?:(?:In|On|At|By|During|Around|About|As early as|Already in|Only in)\s)?")
_WOULD = re.compile(r"\b(?:would|(?:was|were) to|deadline|scheduled|planned|due|postponed|expected|set for)\b")
_NOT = re.compile(r"\b(?:[Nn]ot|[Nn]o|never|only|n[’']t)\b")
_RELATIVE = re.compile(r"\s*(?:who|which|whose|where|whom|(?:in|of|on|by|from|to|under|after|during) (?:which|whom))\b")
_PARTICIPLE = re.compile(
    r"\s*(?:[Oo]riginally |[Ff]irst |[Ll]ast |[Ss]till |[Aa]lready )?"
    r"(?:[A-Za-z]{2,20}ed|built|born|laid|drawn|begun|sent|cut|made|held|known|written|won|lost|sold|bought|set|taken)\b"
)
_OUTSIDE: Final = frozenset({"decade", "century"})
"""Stretches that a story names in passing and does not move to."""
_LATE: Final = ("late", "end")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands.

    `sentence` is the offset of its sentence; `clause` is what stands before it in its clause, `behind` what follows.
    """

    sentence: int
    clause: str
    behind: str
    is_heading: bool
    is_parenthesis: bool


def find_sentence(text: str, at: int) -> int:
    """The offset at which the sentence or line around `at` begins, at most 400 characters back."""
    start = max(0, at - _REACH)
    # What ends a sentence is known by the two characters that may follow.
    for match in _END.finditer(text, start, at + 2):
        if match.end() <= at:
            start = match.end()
    return start


def find_place(text: str, start: int, end: int) -> Place:
    """Where the expression `[start, end)` stands."""
    sentence = find_sentence(text, start)
    before, behind = text[sentence:start], text[end : end + _CLAUSE]
    opening = before.rfind("(", max(0, len(before) - _PARENTHESIS))
    cuts = [match.end() for match in _CUT.finditer(before)]
    stop = _CUT.search(behind) or _END.search(behind)
    return Place(
        sentence,
        before[cuts[-1] :] if cuts else before,
        behind[: stop.start()] if stop else behind,
        _is_heading(text, start, end),
        opening > before.rfind(")"),
    )


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether the line is a short one without a full stop, behind a blank line, a finished sentence or nothing."""
    first = text.rfind("\n", max(0, start - LONGEST_HEADING), start) + 1
    if first == 0 and start > LONGEST_HEADING:
        return False
    last = text.find("\n", end, first + LONGEST_HEADING + 1)
    if last < 0 and len(text) > first + LONGEST_HEADING:
        return False
    line = text[first : last if last >= 0 else len(text)].strip()
    above = text[max(0, first - LONGEST_HEADING) : first].rstrip(" \t\r\n")
    below = text[last + 1 : last + 3].strip() if last >= 0 else ""
    return line[-1:] not in ".!?,;" and above[-1:] in ("", ".", "!", "?", ")", "”") and not below[:1].islower()


def enter(reader: Reader, start: int, end: int, args: Mapping[str, str]) -> Place:
    """Get ready for the next expression: an aside ends with its sentence; tell which way the clause steps."""
    place = find_place(reader.text, start, end)
    if reader.aside >= 0 and place.sentence != reader.aside:
        reader.running, reader.aside = reader.story, -1
    reader.step = _step(reader, place, start, args)
    return place


def _step(reader: Reader, place: Place, start: int, args: Mapping[str, str]) -> Step:
    prep = args.get("prep")
    if prep == "since":
        return "back"
    if _HAD.search(place.clause):
        is_there = reader.running is not None and reader.running_end >= start - len(place.clause)
        return "along" if is_there or reader.aside == place.sentence else "back"
    return "ahead" if prep in ("until", "till") or _WOULD.search(place.clause) else "on"


def leave(reader: Reader, place: Place, found: Found, args: Mapping[str, str]) -> None:
    """Keep what an expression of a history says for what follows it."""
    period = found.period
    if period is None:
        return
    if _is_reference(reader, place, period, args):
        if not place.is_parenthesis:
            reader.running, reader.running_end, reader.aside = period, reader.at, place.sentence
        return
    reader.remember(found, args)
    reader.aside = -1
    if period.granularity not in _OUTSIDE:
        reader.story = _reached(reader, place, period, args)
        reader.named["year"] = Period("year", reader.story.year())


def _reached(reader: Reader, place: Place, period: Period, args: Mapping[str, str]) -> Period:
    """Where the story stands after a date: late in a year is its last month, "that year" no step back from a day."""
    if period.granularity == "year":
        if args.get("edge") in _LATE or args.get("within") == "later":
            return containing("month", period.days()[1])
        story = reader.story
        if args["family"] == "anaphoric" and not place.is_heading and story is not None:
            return story if story.within("year") == period else period
    return period


def _is_reference(reader: Reader, place: Place, period: Period, args: Mapping[str, str]) -> bool:
    """Whether a date is only looked at from where the story stands."""
    story, prep = reader.story, args.get("prep")
    if place.is_heading:
        return False
    if prep == "since":
        return True
    if story is None:
        return False
    if place.is_parenthesis:
        return True
    if prep in ("until", "till") and not _NOT.search(place.clause):
        # "It did not begin until March" tells what happened then, "it lasted until March" how long.
        return "y" not in args or args["family"] == "year" or bool(_RELATIVE.match(place.clause))
    if period.days()[1] < story.days()[0]:
        return is_aside(place, args)
    if period.days()[0] > story.days()[1] and _WOULD.search(place.clause):
        return True
    return period.year() > story.year() and "y" in args and _RELATIVE.match(place.clause) is not None


def is_aside(place: Place, args: Mapping[str, str]) -> bool:
    """Whether a clause only looks at its date: "had been ...", "which was ...", "founded in ...", "the law of ..."."""
    if place.is_parenthesis or (args.get("prep") == "of" and args["family"] == "year"):
        return True
    return bool(
        _HAD.search(place.clause) or is_added(place) or (_FRONT.fullmatch(place.clause) and _HAD.search(place.behind))
    )


def is_added(place: Place) -> bool:
    """Whether a clause adds something in the simple past: "who retired in", "built in"."""
    added = _RELATIVE.match(place.clause) or _PARTICIPLE.match(place.clause)
    return added is not None and not _HAD.search(place.clause)
