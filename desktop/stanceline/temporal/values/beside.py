"""Days counted from a reference event that the words behind an expression name: "two days before the summit"."""

import re
from dataclasses import replace
from typing import Final

from stanceline.temporal.calendar import containing
from stanceline.temporal.references.events import ReferenceEvent, find_references
from stanceline.temporal.timex import Granularity
from stanceline.temporal.values.state import Found, Reader

_LONGEST_EVENT_NAME: Final = 80
_ARTICLE: Final = 10
"""Characters that may stand before an event's name: a space, an article, a possessive."""
_SIDE = re.compile(r"\s(after|before)\b")
COUNTED: Final[dict[str, Granularity]] = {"day": "day", "week": "week", "month": "month", "year": "year"}
"""Units by which a duration may lead to a date: the granularity of that date."""
_FARTHEST: Final = 1_000
"""Units from an event beyond which nobody counts."""


def named_event(reader: Reader, at: int) -> ReferenceEvent | None:
    """The reference event that the text names from offset `at` on: of several the nearest to the article's day.

    None where none is named, or several and the article's day is not known.
    """
    if not reader.events:
        return None
    passage = reader.text[at : at + _LONGEST_EVENT_NAME]
    named = next((mention for mention in find_references(passage, reader.events) if mention.start <= _ARTICLE), None)
    if named is None:
        return None
    events = [event for event in named.events if event.took_place()] or list(named.events)
    if reader.day is None and len(events) > 1:
        return None
    near = reader.day or 0
    return min(events, key=lambda event: (abs(event.start - near), event.start))


def counted_from_event(count: str, unit: str, reader: Reader) -> Found | None:
    """So many days, weeks, months or years from the event that "after" or "before" and its name follow, else None."""
    side = _SIDE.match(reader.text, reader.end)
    granularity = COUNTED.get(unit)
    if side is None or granularity is None or not count.isdigit() or int(count) > _FARTHEST:
        return None
    event = named_event(reader, side.end())
    if event is None:
        return None
    is_after = side[1] == "after"
    period = containing(granularity, event.end if is_after else event.start)
    return replace(Found.of(period.shift(int(count) if is_after else -int(count)), "event"), type="DATE")
