"""Feasts and public holidays as days of a year, by the rules of `resources/rules/timex_holidays.tsv`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from stanceline import paths
from stanceline.temporal.almanac import (
    easter,
    islamic_day,
    jewish_new_year,
    new_moon_before,
    orthodox_easter,
    persian_new_year,
)
from stanceline.temporal.calendar import latest_weekday
from stanceline.temporal.finding.grammar import RuleError
from stanceline.temporal.timex import civil_from_days, days_from_civil, parse_day

TABLE: Final = "rules/timex_holidays.tsv"
_AMERICAN: Final = "us "
_LISTED = re.compile(r"in((?: \d{4}-\d\d-\d\d)+)")
_LAST_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class Holiday:
    """One row: the rule for its day or days, and the names as lower-case words; `small` ones need no capital."""

    when: str
    names: tuple[str, ...]
    small: bool


@lru_cache(maxsize=1)
def holidays() -> tuple[Holiday, ...]:
    """The shipped table. Raises `RuleError` with the line where a row is malformed."""
    rows = []
    for number, line in enumerate(paths.resource(TABLE).read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        when, _, names = line.partition("\t")
        if not names:
            raise RuleError(f"timex_holidays.tsv, line {number}: expected a rule and names")
        rows.append(Holiday(when, tuple(names.lstrip("!").split("|")), names.startswith("!")))
    return tuple(rows)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Holiday]:
    return {spelled(name): row for row in holidays() for name in row.names}


def spelled(name: str) -> str:
    """A holiday's name with all that may vary in print taken out."""
    return "".join(char for char in name.lower() if char.isalnum())


def _rule_of(name: str) -> str:
    row = _by_name().get(spelled(name))
    return row.when if row is not None else ""


@lru_cache(maxsize=4096)
def days_of_holiday(name: str, year: int) -> tuple[int, int] | None:
    """First and last day (day counts) of a holiday in a year, or None for a name that the table lacks.

    None as well for years outside 1 to 9999 (the series for the moon know no other) and for years without it.
    """
    when = _rule_of(name).removeprefix(_AMERICAN)
    if not when or not 1 <= year <= _LAST_YEAR:
        return None
    if match := _LISTED.fullmatch(when):
        listed = [
            day for day in map(parse_day, match[1].split()) if day is not None and civil_from_days(day)[0] == year
        ]
        return (listed[0], listed[0]) if listed else None
    first, _, last = when.partition("/")
    begin = _day(first, year)
    return begin, _day(last, year) if last else begin


def days_of_rule(when: str, year: int) -> int | None:
    """The first day of a rule of the table in a year; None where it lists other years only."""
    if match := _LISTED.fullmatch(when):
        days = (parse_day(text) for text in match[1].split())
        return next((day for day in days if day is not None and civil_from_days(day)[0] == year), None)
    return _day(when, year)


def is_american_only(name: str) -> bool:
    """Whether only an American article means this day by that name."""
    return _rule_of(name).startswith(_AMERICAN)


def is_small(name: str) -> bool:
    """Whether the name may be written in small letters: "the spring bank holiday"."""
    row = _by_name().get(spelled(name))
    return row is not None and row.small


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> int:
    if nth > 0:
        return latest_weekday(days_from_civil(year, month, 7), weekday) + 7 * (nth - 1)
    following = days_from_civil(year + month // 12, month % 12 + 1, 1)
    return latest_weekday(following - 1, weekday)


_Rule = Callable[[re.Match[str], int], int]


def _nth_of_month(match: re.Match[str], year: int) -> int:
    return _nth_weekday(year, int(match[1]), int(match[2]), int(match[3])) + int(match[4] or 0)


def _last_before(match: re.Match[str], year: int) -> int:
    day = days_from_civil(year, int(match[2]), int(match[3])) - 1
    return latest_weekday(day, 1 if match[1] == "monday" else 7) - 7 * (int(match[4] or 1) - 1)


def _hanukkah(match: re.Match[str], year: int) -> int:
    # The second month has 30 days only in years of 355 or 385.
    is_long = (jewish_new_year(year + 1) - jewish_new_year(year)) % 10 == 5
    return jewish_new_year(year) + 83 + is_long + int(match[1] or 0)


def _after_new_moon(match: re.Match[str], year: int) -> int:
    return new_moon_before(year, int(match[1]), int(match[2]), _EAST_ASIA) + int(match[3])


def _diwali(_match: re.Match[str], year: int) -> int:
    # The evening on which the moon is still waning: half past six in India.
    return new_moon_before(year, 11, 15, (5.5 - 18.5) / 24)


_EAST_ASIA: Final = 8.5 / 24
"""Part of a day by which the time of China and Korea is ahead, between the two."""
_RULES: Final[tuple[tuple[re.Pattern[str], _Rule], ...]] = (
    (re.compile(r"(\d\d)-(\d\d)"), lambda match, year: days_from_civil(year, int(match[1]), int(match[2]))),
    (re.compile(r"(\d\d):(-?\d):(\d)(?:\+(\d))?"), _nth_of_month),
    (re.compile(r"easter([+-]\d+)"), lambda match, year: easter(year) + int(match[1])),
    (re.compile(r"orthodox([+-]\d+)"), lambda match, year: orthodox_easter(year) + int(match[1])),
    (re.compile(r"tishri([+-]\d+)"), lambda match, year: jewish_new_year(year) + int(match[1])),
    (re.compile(r"islamic:(\d+)-(\d+)"), lambda match, year: islamic_day(year, int(match[1]), int(match[2]))),
    (re.compile(r"moon:(\d\d)-(\d\d)\+(\d+)"), _after_new_moon),
    (re.compile(r"(monday|sunday)<(\d\d)-(\d\d)(?:\+(\d))?"), _last_before),
    (re.compile(r"hanukkah(\+\d+)?"), _hanukkah),
    (re.compile(r"nowruz"), lambda _match, year: persian_new_year(year)),
    (re.compile(r"diwali"), _diwali),
)
"""How each way of telling a day in the table's head is reckoned in a year."""


def _day(when: str, year: int) -> int:
    for pattern, reckon in _RULES:
        if match := pattern.fullmatch(when):
            return reckon(match, year)
    raise RuleError(f"timex_holidays.tsv: the rule {when!r} is not one that the table's head describes")
