"""What is known of an article from outside its text: machine dates, addresses, file names, front matter, keys.

Dates are read here only where a machine wrote them (ISO 8601, RFC 2822, year-month-day in an address or a
file name); dates in words stay raw for `temporal`.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_tz
from typing import Any

from stanceline.reading.article import DateBasis

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d)(?::?(\d\d))(?::?\d\d(?:[.,]\d{1,9})?)? ?(?:Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d|\d|[a-z]{3})[/-]?(\d\d|\d)(?=[/_-]|$)", re.I)
_IN_ADDRESS_JOINED = re.compile(r"[/_-]((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?=[/._-]|$)")
_IN_FILE_NAME = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?![0-9A-Za-z])")
_PLACEHOLDER_YEARS = ("0001", "9999")
_MONTHS = {"janfebmaraprmayjunjulaugsepoctnovdec"[3 * m : 3 * m + 3]: m + 1 for m in range(12)}

# The program's keys first, then those of common collections (NewsAPI, news-please, trafilatura, GDELT).
KEYS: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "guid"),
    "text": ("text", "maintext", "body", "content"),
    "title": ("title", "headline"),
    "published": ("published", "date", "publishedAt", "date_publish", "published_at", "datePublished", "seendate"),
    "source": ("source", "sitename", "source-hostname", "source_domain", "outlet", "publisher", "domain"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """Known facts about one article; `published` is ISO, `published_raw` a date that only words give."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    published_basis: DateBasis = "unknown"
    published_raw: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


def parse_machine_date(raw: str) -> str | None:
    """`YYYY-MM-DD`, or with `THH:MM` as written, of an ISO 8601 or RFC 2822 date; None where it is neither."""
    raw = raw.strip()
    if match := _ISO.fullmatch(raw):
        if match[1] in _PLACEHOLDER_YEARS:
            return None
        day = _valid(match[1], match[2], match[3])
        clock = f"T{match[4]}:{match[5] or '00'}" if match[4] and match[4] < "24" else ""
        return day + clock if day else None
    found = parsedate_tz(raw) if re.search(r"[A-Za-z]{3}.{0,20}\d{4}.{0,6}\d\d:\d\d", raw[:60]) else None
    if found is None:
        return None
    day = _valid(str(found[0]), str(found[1]), str(found[2]))
    return f"{day}T{found[3]:02d}:{found[4]:02d}" if day else None


def date_in_address(url: str | None) -> str | None:
    """The day that an address carries in its path (`/2023/07/07/`, `/2023/jul/07/`, `-2023-07-07-`), or None."""
    if not url:
        return None
    path = re.sub(r"^[a-z]{3,6}://[^/]{0,200}", "", url[:2000]).partition("?")[0]
    for pattern in (_IN_ADDRESS, _IN_ADDRESS_JOINED):
        for match in pattern.finditer(path):
            month = match[2] if match[2].isdigit() else str(_MONTHS.get(match[2].lower(), 0))
            if day := _valid(match[1], month, match[3]):
                return day
    return None


def date_in_file_name(name: str) -> str | None:
    """The day in a file's name (`2023-07-07_report`, `story-20230707`), or None where there is none or several."""
    days = {day for match in _IN_FILE_NAME.finditer(name) if (day := _valid(match[1], match[3], match[4]))}
    return days.pop() if len(days) == 1 else None


def _valid(year: str, month: str, day: str) -> str | None:
    y, m, d = int(year), int(month), int(day)
    if not (1 <= y <= 9999 and 1 <= m <= 12 and 1 <= d <= monthrange(y, m)[1]):
        return None
    return f"{y:04d}-{m:02d}-{d:02d}"


def from_keys(values: Mapping[str, Any]) -> Metadata:
    """Metadata out of a JSON object or front matter; unknown keys and values of other types are passed over."""
    found = {name: _first(values, keys) for name, keys in KEYS.items() if name != "text"}
    raw = found["published"]
    published = parse_machine_date(raw) if raw else None
    basis: DateBasis = "metadata" if published else "unknown"
    if not raw and (published := date_in_address(found["url"])):
        basis = "url"
    language = found["language"].lower()[:8] if found["language"] else None
    return Metadata(
        found["id"], found["title"], published, basis, raw if raw and not published else None,
        found["source"], found["author"], found["url"], language,
    )  # fmt: skip


def _first(values: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = _plain(values.get(key))
        if value:
            return value
    return None


def _plain(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(part for part in map(_plain, value) if part)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None


_FENCE = re.compile(r"\ufeff?(-{3}|\+{3})[ \t]*\n")
_KEY = re.compile(r"""([A-Za-z][\w -]{0,40}?)\s{0,4}[:=]\s{0,8}(.{0,2000})""")


def split_front_matter(text: str) -> tuple[dict[str, str], int]:
    """The `key: value` lines of a Markdown file's front matter and where the text after it begins (0 without)."""
    fence = _FENCE.match(text)
    if fence is None:
        return {}, 0
    values: dict[str, str] = {}
    position = fence.end()
    for line in text[position : position + 20_000].split("\n"):
        position += len(line) + 1
        if line.strip() == fence[1]:
            return values, min(position, len(text))
        if match := _KEY.fullmatch(line.strip()):
            values[match[1].lower()] = match[2].strip().strip("\"'")
    return {}, 0
