"""Marks as all-day events of a calendar file (RFC 5545).

A date that is not sure to the day says "c." in front; an event lasts as long as what its source leaves open. The same
rows give the same bytes: the time stamp of each event is its article's day, not that of writing.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stanceline import __version__
from stanceline.model.marks_out import Account
from stanceline.temporal.timex import civil_from_days, parse_day

_FOLD = 75
_UNSURE = ("inferred date", "approximate", "uncertain", "sources disagree")
_EXACT = ("day", "part_of_day", "hour", "minute", "weekend")
_STANCES = {2: "supports", 1: "leans in favor", 0: "neutral", -1: "leans against", -2: "opposes"}
_NO_STAMP = "19700101T000000Z"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The file's bytes, and how many rows have no place in it (undated, or outside the years 1 to 9999)."""

    content: bytes
    left_out: int


def calendar_of(rows: Iterable[Mapping[str, Any]], title: str, account: Account) -> Calendar:
    """Rows of `marks_out.plain_rows` as a calendar with a title and the account."""
    events: list[str] = []
    left_out = 0
    for row in rows:
        lines = list(_event(row))
        left_out += not lines
        events += lines
    head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Stanceline//Stanceline {__version__}//EN",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(title)}",
        f"X-WR-CALDESC:{escaped(account.sentence())}",
    ]  # fmt: skip
    lines = [*head, *events, "END:VCALENDAR"]
    return Calendar("".join(folded(line) for line in lines).encode(), left_out)


def _event(row: Mapping[str, Any]) -> Iterator[str]:
    """The lines of one event; none where it has no day that a calendar can hold."""
    first, last = _day(row["earliest"]), _day(row["latest"])
    known = [day for day in (first, last) if day is not None]
    if not known:
        return
    begin, end = (min(known), max(known) + 1)
    dates = _date(begin), _date(end)
    if not all(dates):
        return
    qualifiers = [word.strip() for word in (row["qualifiers"] or "").split(",") if word.strip()]
    is_unsure = row["granularity"] not in _EXACT or len(known) < 2 or any(word in _UNSURE for word in qualifiers)
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(str(row['id']).encode()).hexdigest()[:32]}@stanceline"
    yield f"DTSTAMP:{_stamp(row['published'])}"
    yield f"DTSTART;VALUE=DATE:{dates[0]}"
    yield f"DTEND;VALUE=DATE:{dates[1]}"
    yield f"SUMMARY:{escaped(('c. ' if is_unsure else '') + _summary(row))}"
    yield f"DESCRIPTION:{escaped(chr(10).join(_description(row, qualifiers)))}"
    categories = [row["kind"], *([_STANCES[row["stance"]]] if row["stance"] is not None else [])]
    yield f"CATEGORIES:{','.join(escaped(one) for one in categories)}"
    if any(word in ("cancelled", "denied") for word in qualifiers):
        yield "STATUS:CANCELLED"
    elif any(word in ("planned", "hypothetical") for word in qualifiers):
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(row: Mapping[str, Any]) -> str:
    actor = f"{row['actor']}: " if row["actor"] else ""
    return f"{actor}{row['label']}"


def _description(row: Mapping[str, Any], qualifiers: list[str]) -> Iterator[str]:
    yield f"When: {row['when']}" + (f" (written: {row['written']})" if row["written"] else "")
    if row["stance"] is not None:
        yield f"Stance: {_STANCES[row['stance']]}" + (f" – {row['proposal']}" if row["proposal"] else "")
    if qualifiers:
        yield f"Note: {', '.join(qualifiers)}"
    if row["quote"]:
        yield f"“{row['quote']}”"
    source = ", ".join(dict.fromkeys(part for part in (row["source"], row["title"], row["published"]) if part))
    if source:
        yield f"Source: {source}"


def _day(text: str | None) -> int | None:
    return None if text is None else parse_day(text.partition("T")[0])


def _date(day: int) -> str:
    year, month, number = civil_from_days(day)
    return f"{year:04d}{month:02d}{number:02d}" if 1 <= year <= 9999 else ""


def _stamp(published: str | None) -> str:
    day = _day(published)
    date = _date(day) if day is not None else ""
    return f"{date}T000000Z" if date else _NO_STAMP


def escaped(text: str) -> str:
    """Text as a property value (RFC 5545, 3.3.11), without control characters."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(sign for sign in text if sign >= " " and sign != "\x7f")


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets (RFC 5545, 3.1), never cut within a character."""
    pieces, size = [""], 0
    for sign in line.encode("utf-8", "replace").decode():
        octets = len(sign.encode())
        if size + octets > _FOLD:
            pieces.append(" ")
            size = 1
        pieces[-1] += sign
        size += octets
    return "\r\n".join(pieces) + "\r\n"
