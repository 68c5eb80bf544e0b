"""The day that an article states of itself: metadata, a date line above or below the text, a dateline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stanceline.reading.article import Article, Span
from stanceline.reading.furniture import DATE_PATTERN
from stanceline.reading.plain import closing_note, find_dateline
from stanceline.temporal.complete_dates import parse_metadata_date
from stanceline.temporal.dating.reprint import as_first_written
from stanceline.temporal.timex import DocumentTime, Reason, days_from_civil, format_day, parse_day
from stanceline.temporal.values.evidence import order_shown

_DATE: Final = re.compile(rf"(?<![\w/.-])(?:{DATE_PATTERN})(?![\w/-])", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"(\d{1,4})([-./])(\d{1,2})\2(\d{4}|\d{1,2})")
_WEEKDAY: Final = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_REVISED: Final = re.compile(r"(?i)\b(?:updated?|modified|revised|edited|corrected)\b")
_LABEL: Final = re.compile(
    r"(?i)\b(?:published|posted|issued|filed|released?|printed|embargo(?:ed)?|updated?|modified|revised|publication)\b"
)
_AMERICAN: Final = re.compile(r"\b(?:[AP]\.?M\b|[ap]\.m\.|[ECMP][SD]T\b|ET\b|PT\b)")
_RULES: Final = ("date-line", "embargo", "byline", "posted-by", "release-line", "share", "bar", "read-time")


@dataclass(frozen=True, slots=True)
class OwnDate:
    """A date in a line that the text has about itself.

    `days` holds one day, two where day and month could be swapped, none where the year is missing; then
    `month_day` says which day of the year. `is_revision` marks the day of a later change.
    """

    start: int
    end: int
    days: tuple[int, ...]
    month_day: tuple[int, int] | None
    is_revision: bool
    is_dateline: bool


def known_date(article: Article) -> DocumentTime | None:
    """The day that metadata, the address or the text states, in this order; None where nothing does.

    A text that is printed again is of the day on which it says that it first appeared.
    """
    return as_first_written(article, _handed_over(article))


def _handed_over(article: Article) -> DocumentTime | None:
    if article.published and (day := parse_day(article.published)) is not None:
        basis = article.published_basis
        known = basis if basis in ("metadata", "url", "text", "user") else "metadata"
        return DocumentTime(day, day, day + 1, known, reasons=(_reason(known, day, None),))
    if article.published_raw:
        iso = parse_metadata_date(article.published_raw)
        day = parse_day(iso) if iso else None
        if day is not None:
            return DocumentTime(day, day, day + 1, "metadata", reasons=(_reason("metadata", day, None),))
    return stated_date(article)


def stated_date(article: Article) -> DocumentTime | None:
    """The day of publication as the text itself states it in full, or None.

    The day of first publication wins over that of a revision; a date whose day and month could be swapped is none.
    """
    full = [own for own in own_dates(article) if len(own.days) == 1]
    first = min(full, key=lambda own: (own.is_revision, own.start), default=None)
    if first is None:
        return None
    day = first.days[0]
    return DocumentTime(day, day, day + 1, "text", reasons=(_reason("text", day, first),))


def own_dates(article: Article) -> tuple[OwnDate, ...]:
    """All dates in lines about the article itself, in order: date lines, bylines, embargoes, the dateline."""
    return tuple(_find_own(article))


def _find_own(article: Article) -> Iterator[OwnDate]:
    text = article.text
    american = bool(_AMERICAN.search(text[:600]))
    last_prose = max((block.span.end for block in article.blocks if block.kind == "body"), default=0)
    for block in article.blocks:
        # Below the text, a bare date may be that of a correction.
        if block.rule in _RULES and (block.span.start < last_prose or _LABEL.search(block.span.quote(text))):
            yield from _in_line(text, block.span, american)
    if (note := closing_note(text, article.blocks)) is not None:
        yield from _in_line(text, note, american)
    dateline = find_dateline(text, article.blocks)
    if dateline is not None and (match := _DATE.match(text, dateline.start, dateline.end)):
        yield _own(match, False, american, is_dateline=True)


def _in_line(text: str, line: Span, american: bool) -> Iterator[OwnDate]:
    last = line.start
    for match in _DATE.finditer(text, line.start, line.end):
        revised = bool(_REVISED.search(text, last, match.start()))
        yield _own(match, revised, american, is_dateline=False)
        last = match.end()


def _own(match: re.Match[str], revised: bool, american: bool, *, is_dateline: bool) -> OwnDate:
    raw = _WEEKDAY.sub("", match[0].strip())
    raw = re.sub(r"\s*\([^)]{2,12}\)$", "", raw)
    days: tuple[int, ...] = ()
    month_day = None
    if numeric := _NUMERIC.fullmatch(raw):
        days = _numeric_days(numeric, american)
        if len(days) > 1 and (order := order_shown(match.string)) is not None:
            days = days[:1] if order == "day_first" else days[1:]
    elif _YEAR.search(raw):
        iso = parse_metadata_date(raw)
        day = parse_day(iso) if iso else None
        days = (day,) if day is not None else ()
    else:
        # Any leap year will do: only month and day are kept.
        iso = parse_metadata_date(f"{raw}, 2024")
        month_day = (int(iso[5:7]), int(iso[8:10])) if iso else None
    return OwnDate(match.start(), match.end(), days, month_day, revised, is_dateline)


def _numeric_days(match: re.Match[str], american: bool) -> tuple[int, ...]:
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return _valid((first, second, third))
    if len(match[4]) != 4:
        return ()
    orders = [(third, first, second), (third, second, first)] if american else [(third, second, first)]
    if match[2] == "/" and not american:
        orders.append((third, first, second))
    found = [day for order in orders for day in _valid(order)]
    return tuple(found[:1]) if american or match[2] != "/" else tuple(dict.fromkeys(found))


def _valid(order: tuple[int, int, int]) -> tuple[int, ...]:
    year, month, day = order
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    found = parse_day(format_day(days_from_civil(year, month, day)))
    return (found,) if found is not None and format_day(found)[5:] == f"{month:02d}-{day:02d}" else ()


def _reason(basis: str, day: int, own: OwnDate | None) -> Reason:
    says = {
        "metadata": "The article came with this date.",
        "url": "The article's address holds this date.",
        "user": "You set this date.",
    }.get(basis, "The text states its own date here.")
    return Reason(f"stated.{basis}", says, True, own.start if own else None, own.end if own else None, day, day + 1)
