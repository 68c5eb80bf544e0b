"""Words and numbers of labels and axes; dates are written by the formatter that all views share."""

from stanceline.model.bounds import bound_word
from stanceline.model.dates_text import chosen_style, date_text, day_text, year_text
from stanceline.model.marks import Trait
from stanceline.temporal.timex import GRANULARITIES, civil_from_days

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_FULL = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABEL_CHARACTERS = 40
_APPROXIMATE, _INFERRED = int(Trait.APPROXIMATE), int(Trait.INFERRED_DATE)


def short_day_text(day: int) -> str:
    """A day as an axis writes it: 12 May 2024, or as the user chose."""
    if chosen_style() == "iso":
        return day_text(day)
    year, month, number = civil_from_days(day)
    return f"{number} {MONTHS[month - 1]} {year_text(year)}"


def when_text(begin: int, end: int, granularity: int, traits: int = 0) -> str:
    """The time of a mark in words; `granularity` indexes `GRANULARITIES`, `begin` and `end` are half-open seconds."""
    text = date_text(
        begin, end, GRANULARITIES[granularity], approximate=bool(traits & _APPROXIMATE), bound=bound_word(traits)
    )
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


def counted_sources(number: int) -> str:
    """ "1 source", "3 sources"."""
    return "1 source" if number == 1 else f"{count_text(number)} sources"


def count_text(number: int) -> str:
    """A count with thin separators: 12,345."""
    return f"{number:,}"


__all__ = [
    "LABEL_CHARACTERS", "MONTHS", "MONTHS_FULL", "WEEKDAYS", "count_text", "counted_sources",
    "short_day_text", "shortened", "when_text", "year_text",
]  # fmt: skip
