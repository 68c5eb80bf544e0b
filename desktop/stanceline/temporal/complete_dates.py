"""Complete dates outside of English prose: in metadata, datelines, file tables and other languages.

The only module that uses dateparser: one short string at a time, in a fixed language, never completed from today.
"""

import re
from functools import lru_cache
from typing import Final

from stanceline.temporal.timex import Interval, Timex, parse_day

LONGEST_METADATA_DATE: Final = 60
"""Characters of a date string that dateparser is given; longer ones are no dates."""

_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.{0,20})?\s*")


def parse_metadata_date(raw: str, *, language: str = "en") -> str | None:
    """The ISO date of a complete date string from metadata or a dateline, None where it is none.

    Never completed from today: day, month and year must all be in the string.
    """
    text = " ".join(raw.split())
    if not text or len(text) > LONGEST_METADATA_DATE:
        return None
    match = _ISO.fullmatch(text)
    if match is not None and parse_day(match[1]) is not None:
        return match[1]
    return _parse_with_dateparser(text, language)


@lru_cache(maxsize=4096)
def _parse_with_dateparser(text: str, language: str) -> str | None:
    # Imported here: it costs a third of a second that most runs never need.
    import dateparser

    found = dateparser.parse(
        text,
        languages=[language],
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time", "custom-formats"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if found is None else f"{found.year:04d}-{found.month:02d}-{found.day:02d}"


_FOREIGN_DATE = re.compile(
    r"\b\d{1,2}(?:\.|º|er)?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s|del\s)?(?:19|20)\d\d\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b"
    r"|\b(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
)


def resolve_other_language(text: str, language: str) -> tuple[Timex, ...]:
    """Complete dates of a text in another language than English: found by their shape, read by dateparser.

    Each candidate is at most 60 characters long. A language that dateparser does not know yields nothing.
    """
    resolved = []
    for match in _FOREIGN_DATE.finditer(text):
        written = parse_metadata_date(match[0], language=language) if language in _languages() else None
        day = parse_day(written) if written is not None else None
        if written is not None and day is not None:
            interval = Interval.of_days(day, day)
            rule = f"{language}.date.complete"
            span = match.start(), match.end(), match[0]
            resolved.append(Timex(*span, "DATE", written, None, written, interval, "day", rule, "none"))
    return tuple(resolved)


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    from dateparser.data import languages_info

    return frozenset(languages_info.language_order)
