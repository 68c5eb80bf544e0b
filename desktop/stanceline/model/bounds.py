"""Which end of a written time is open: "since May", "before June 2024", "by the end of the year".

The words stand beside the date expression in the article's text, so they are read there. English only, like the
rules for dates.
"""

import re

from stanceline.model.dates_text import Bound
from stanceline.model.marks import Trait

_LONGEST = 32
_LEADS: tuple[tuple[Trait, str], ...] = (
    (Trait.SINCE, r"since|ever since|as from|as of|starting|beginning|effective"),
    (Trait.UNTIL, r"until|till|up to|up until|lasting to"),
    (Trait.BEFORE, r"before|prior to|ahead of|earlier than"),
    (Trait.AFTER, r"after|later than|not before|no earlier than|not earlier than"),
    (Trait.BY, r"by|no later than|not later than|at the latest by|at the latest in"),
)
_BETWEEN = r"(?:\s+(?:at\s+least|about|around|the|early|late|mid))*[\s-]*$"
_PATTERNS = tuple((trait, re.compile(rf"(?:^|[^\w])(?:{words}){_BETWEEN}", re.IGNORECASE)) for trait, words in _LEADS)
_FROM = re.compile(rf"(?:^|[^\w])from{_BETWEEN}", re.IGNORECASE)
_ONWARD = re.compile(r"\s+(?:on|onwards?|forward)\b(?!\s+the\b)", re.IGNORECASE)
_AFTER_NEGATED = re.compile(r"\b(?:not?|never)\s+(?:earlier|later)\s+than" + _BETWEEN, re.IGNORECASE)
_OF_SOMETHING = ("’s", "'s")


def bound_of(text: str, start: int, end: int) -> Trait:
    """The open end of the time written at `text[start:end]`: one of `BOUNDS`, or none.

    "After Tuesday's vote" says on which day the vote was, not when anything else happened: no bound.
    """
    if text.startswith(_OF_SOMETHING, end):
        return Trait.NONE
    before = text[max(0, start - _LONGEST) : start]
    if _FROM.search(before):
        return Trait.SINCE if _ONWARD.match(text, end) else Trait.NONE
    negated = _AFTER_NEGATED.search(before)
    if negated:
        return Trait.AFTER if "earlier" in negated[0].lower() else Trait.BY
    return next((trait for trait, pattern in _PATTERNS if pattern.search(before)), Trait.NONE)


_WORDS: tuple[tuple[int, Bound], ...] = (
    (int(Trait.SINCE), "since"), (int(Trait.UNTIL), "until"), (int(Trait.BEFORE), "before"),
    (int(Trait.AFTER), "after"), (int(Trait.BY), "by"),
)  # fmt: skip


def bound_word(traits: int) -> Bound | None:
    """The word for the end that a time leaves open, None where both are known."""
    return next((word for bit, word in _WORDS if traits & bit), None)
