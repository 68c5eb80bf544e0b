"""Words and numbers of labels and axes; dates are written by the formatter that all views share."""

from stanceline.model.dates_text import date_text, year_text
from stanceline.model.marks import Trait
from stanceline.temporal.timex import GRANULARITIES

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_FULL = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABEL_CHARACTERS = 40
_APPROXIMATE, _INFERRED = int(Trait.APPROXIMATE), int(Trait.INFERRED_DATE)


def when_text(begin: int, end: int, granularity: int, traits: int = 0) -> str:
    """The time of a mark in words; `granularity` indexes `GRANULARITIES`, `begin` and `end` are half-open seconds."""
    text = date_text(begin, end, GRANULARITIES[granularity], approximate=bool(traits & _APPROXIMATE))
    return f"{text} (inferred)" if traits & _INFERRED else text


def shortened(text: str, limit: int = LABEL_CHARACTERS) -> str:
    """At most `limit` characters, cut at a word where that keeps most of the text, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rstrip("…")
    space = cut.rfind(" ")
    if space > limit * 0.6:
        cut = cut[:space]
    return cut.rstrip(" ,;:–-….") + "…"


def count_text(number: int) -> str:
    """A count with thin separators: 12,345."""
    return f"{number:,}"


__all__ = [
    "LABEL_CHARACTERS", "MONTHS", "MONTHS_FULL", "WEEKDAYS", "count_text", "shortened", "when_text", "year_text",
]  # fmt: skip
