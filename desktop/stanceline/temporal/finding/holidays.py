"""Feasts and public holidays as days of a year, by the rules of `resources/rules/timex_holidays.tsv`."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from stanceline import paths
from stanceline.temporal.calendar import latest_weekday
from stanceline.temporal.finding.grammar import RuleError
from stanceline.temporal.timex import civil_from_days, days_from_civil, parse_day

TABLE: Final = "rules/timex_holidays.tsv"
_AMERICAN: Final = "us "
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH = re.compile(r"(\d\d):(-?\d):(\d)(?:\+(\d))?")
_EASTER = re.compile(r"(easter|orthodox|tishri)([+-]\d+)")
_LISTED = re.compile(r"in((?: \d{4}-\d\d-\d\d)+)")
_ISLAMIC = re.compile(r"islamic:(\d+)-(\d+)")
_MOON = re.compile(r"moon:(\d\d)-(\d\d)\+(\d+)")
_BEFORE = re.compile(r"(monday|sunday)<(\d\d)-(\d\d)(?:\+(\d))?")
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
def _by_name() -> dict[str, str]:
    return {spelled(name): row.when for row in holidays() for name in row.names}


def spelled(name: str) -> str:
    """A holiday's name with all that may vary in print taken out."""
    return "".join(char for char in name.lower() if char.isalnum())


def days_of_holiday(name: str, year: int) -> tuple[int, int] | None:
    """First and last day (day counts) of a holiday in a year, or None for a name that the table lacks.

    None as well for years outside 1 to 9999 (the series for the moon know no other) and for years without it.
    """
    when = _by_name().get(spelled(name), "").removeprefix(_AMERICAN)
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


def is_american_only(name: str) -> bool:
    """Whether only an American article means this day by that name."""
    return _by_name().get(spelled(name), "").startswith(_AMERICAN)


def _day(when: str, year: int) -> int:
    if match := _FIXED.fullmatch(when):
        return days_from_civil(year, int(match[1]), int(match[2]))
    if match := _NTH.fullmatch(when):
        return _nth_weekday(year, int(match[1]), int(match[2]), int(match[3])) + int(match[4] or 0)
    if match := _EASTER.fullmatch(when):
        return {"easter": easter, "orthodox": orthodox_easter, "tishri": jewish_new_year}[match[1]](year) + int(
            match[2]
        )
    if match := _ISLAMIC.fullmatch(when):
        return _islamic(year, int(match[1]), int(match[2]))
    if match := _MOON.fullmatch(when):
        return _new_moon_before(year, int(match[1]), int(match[2]), 8.5 / 24) + int(match[3])
    if match := _BEFORE.fullmatch(when):
        day = days_from_civil(year, int(match[2]), int(match[3])) - 1
        return latest_weekday(day, 1 if match[1] == "monday" else 7) - 7 * (int(match[4] or 1) - 1)
    if when.startswith("hanukkah"):
        # The second month has 30 days only in years of 355 or 385.
        is_long = (jewish_new_year(year + 1) - jewish_new_year(year)) % 10 == 5
        return jewish_new_year(year) + 83 + is_long + int(when.removeprefix("hanukkah") or 0)
    if when == "nowruz":
        return _spring_in_tehran(year)
    if when == "diwali":
        # The evening on which the moon is still waning: half past six in India.
        return _new_moon_before(year, 11, 15, (5.5 - 18.5) / 24)
    raise RuleError(f"timex_holidays.tsv: the rule {when!r} is not one that the table's head describes")


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> int:
    if nth > 0:
        return latest_weekday(days_from_civil(year, month, 7), weekday) + 7 * (nth - 1)
    following = days_from_civil(year + month // 12, month % 12 + 1, 1)
    return latest_weekday(following - 1, weekday)


def easter(year: int) -> int:
    """Day count of (western) Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped, leap = century // 4, century % 4
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return days_from_civil(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Day count of Orthodox Easter Sunday. Source: Meeus, Astronomical Algorithms, ch. 8 (Julian calendar)."""
    shift = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - shift + 34) % 7
    month, day = divmod(shift + weekday + 114, 31)
    return days_from_civil(year, month, day + 1) + year // 100 - year // 400 - 2


_HEBREW_EPOCH: Final = -1_373_427 - 719_163


def jewish_new_year(year: int) -> int:
    """Day count of 1 Tishri in a Gregorian year. Source: Reingold and Dershowitz, Calendrical Calculations, ch. 8."""
    before, here, after = (_hebrew_days(year + 3761 + step) for step in (-1, 0, 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _hebrew_days(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + (3 * (days + 1) % 7 < 3)


def _spring_in_tehran(year: int) -> int:
    """The day whose noon in Tehran is the first after the equinox. Source: Meeus, Astronomical Algorithms, ch. 27."""
    millennium = (year - 2000) / 1000
    equinox = 2451623.80984 + 365242.37404 * millennium + 0.05169 * millennium**2 - 2440587.5
    return math.ceil(equinox + 3.5 / 24 - 0.5)


_HIJRA: Final = days_from_civil(622, 7, 19)


def _islamic(year: int, month: int, day: int) -> int:
    """The first such day in a Gregorian year; tabular calendar (30-year cycle), within a day of sighted moons."""
    hijri = (year - 622) * 33 // 32
    for candidate in range(hijri - 1, hijri + 3):
        found = _HIJRA - 1 + (candidate - 1) * 354 + (3 + 11 * candidate) // 30 + (month - 1) * 29 + month // 2 + day
        if found >= days_from_civil(year, 1, 1):
            return found
    return days_from_civil(year, 1, 1)


def _new_moon_before(year: int, month: int, day: int, zone: float) -> int:
    """Day count, in a zone given in days, of the last new moon on or before a date."""
    limit = days_from_civil(year, month, day)
    lunation = round((year + month / 12 - 2000) * 12.3685) + 2
    while True:
        found = math.floor(_new_moon(lunation) + zone)
        if found <= limit:
            return found
        lunation -= 1


def _new_moon(lunation: int) -> float:
    """Instant of a new moon in days since 1970, to some minutes. Source: Meeus, Astronomical Algorithms, ch. 49."""
    century = lunation / 1236.85
    mean = 2451550.09766 + 29.530588861 * lunation + 0.00015437 * century**2
    sun = math.radians(2.5534 + 29.1053567 * lunation)
    moon = math.radians(201.5643 + 385.81693528 * lunation + 0.0107582 * century**2)
    node = math.radians(160.7108 + 390.67050284 * lunation - 0.0016118 * century**2)
    correction = (
        -0.4072 * math.sin(moon) + 0.17241 * math.sin(sun) + 0.01608 * math.sin(2 * moon) + 0.01039 * math.sin(2 * node)
        + 0.00739 * math.sin(moon - sun) - 0.00514 * math.sin(moon + sun) + 0.00208 * math.sin(2 * sun)
    )  # fmt: skip
    return mean + correction - 2440587.5
