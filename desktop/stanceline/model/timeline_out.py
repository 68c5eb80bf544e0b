"""Marks as JSON for TimelineJS: dates only as fine as their sources, fuzzy ones with words of their own.

TimelineJS shows headline and text as HTML: everything that comes from an article is escaped.
"""

import html
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from stanceline.model.marks_out import Account
from stanceline.temporal.timex import civil_from_days, parse_day

_FIELDS = {
    "century": 1, "decade": 1, "year": 1, "half": 2, "season": 2, "quarter": 2, "month": 2, "week": 3, "weekend": 3,
    "day": 3, "part_of_day": 3, "hour": 4, "minute": 5,
}  # fmt: skip
"""How many of year, month, day, hour, minute a granularity knows."""
_NAMES = ("year", "month", "day", "hour", "minute")
_FUZZY = ("inferred date", "approximate", "uncertain", "sources disagree")
_OWN_WORDS = ("century", "decade", "half", "season", "quarter", "week", "weekend", "part_of_day")
"""Granularities that the fields alone would tell too finely or too vaguely."""


@dataclass(frozen=True, slots=True)
class TimelineFile:
    """The file's bytes, and how many rows have no date at all and so no place in it."""

    content: bytes
    left_out: int


def timeline_of(rows: Iterable[Mapping[str, Any]], title: str, account: Account) -> TimelineFile:
    """Rows of `marks_out.plain_rows` as TimelineJS JSON with a title slide that tells the account."""
    events: list[dict[str, Any]] = []
    left_out = 0
    for row in rows:
        made = _event(row)
        if made is None:
            left_out += 1
        else:
            events.append(made)
    says = f"<p>{html.escape(account.sentence())}</p>"
    whole = {"title": {"text": {"headline": html.escape(title), "text": says}}, "events": events, "scale": "human"}
    return TimelineFile((json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"), left_out)


def _event(row: Mapping[str, Any]) -> dict[str, Any] | None:
    known = _FIELDS.get(row["granularity"] or "day", 3)
    first, last = _date(row["earliest"], known), _date(row["latest"], known)
    if first is None and last is None:
        return None
    is_open = first is None or last is None
    start = first or last
    made: dict[str, Any] = {"start_date": start, "unique_id": str(row["id"])}
    if not is_open and last != start:
        made["end_date"] = last
    qualifiers = row["qualifiers"] or ""
    if is_open or row["granularity"] in _OWN_WORDS or any(word in qualifiers for word in _FUZZY):
        is_about = not str(row["when"]).startswith("c.") and any(word in qualifiers for word in _FUZZY)
        made["display_date"] = ("c. " if is_about else "") + html.escape(str(row["when"]))
    if row["actor"]:
        made["group"] = html.escape(str(row["actor"]))
    made["text"] = {"headline": html.escape(str(row["label"])), "text": _text(row)}
    return made


def _text(row: Mapping[str, Any]) -> str:
    parts = []
    if row["quote"]:
        parts.append(f"<blockquote>{html.escape(str(row['quote']))}</blockquote>")
    source = ", ".join(dict.fromkeys(part for part in (row["source"], row["title"], row["published"]) if part))
    if source:
        parts.append(f"<p>{html.escape(source)}</p>")
    if row["qualifiers"]:
        parts.append(f"<p>{html.escape(str(row['qualifiers']))}</p>")
    return "".join(parts)


def _date(text: str | None, known: int) -> dict[str, int] | None:
    """The first `known` fields of an ISO day or minute; years before 1 as TimelineJS counts them (44 BCE: -44)."""
    if text is None:
        return None
    day_part, _, clock = text.partition("T")
    day = parse_day(day_part)
    if day is None:
        return None
    year, month, number = civil_from_days(day)
    values = [year if year > 0 else year - 1, month, number]
    if clock:
        values += [int(part) for part in clock.split(":")[:2]]
    return dict(zip(_NAMES, values[:known], strict=False))
