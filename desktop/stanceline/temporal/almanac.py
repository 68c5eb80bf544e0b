"""Days that move through the calendar: Easter, the new years of other calendars, the moon, the beginning of spring.

Each by the published rule or series that its function names; days are counted since 1970, years Gregorian.
"""

import math
from typing import Final

from stanceline.temporal.timex import days_from_civil

_EPOCH: Final = 2440587.5
"""The beginning of 1970 as a Julian date, which the astronomical series count in."""
_MOONS_A_YEAR: Final = 12.3685
"""Lunations in a year, as the series for the moon counts them."""


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
"""The day before 1 Tishri of the year 1, as days since 1970; 719,163 are the days from the year 1 to 1970."""


def jewish_new_year(year: int) -> int:
    """Day count of 1 Tishri in a Gregorian year. Source: Reingold and Dershowitz, Calendrical Calculations, ch. 8."""
    before, here, after = (_hebrew_days(year + 3761 + step) for step in (-1, 0, 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _hebrew_days(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + (3 * (days + 1) % 7 < 3)


def persian_new_year(year: int) -> int:
    """Day count of Nowruz: the day whose noon in Tehran is the first after the equinox.

    Source: Meeus, Astronomical Algorithms, ch. 27.
    """
    millennium = (year - 2000) / 1000
    equinox = 2451623.80984 + 365242.37404 * millennium + 0.05169 * millennium**2 - _EPOCH
    return math.ceil(equinox + 3.5 / 24 - 0.5)


_HIJRA: Final = days_from_civil(622, 7, 19)
"""1 Muharram of the year 1."""


def islamic_day(year: int, month: int, day: int) -> int:
    """Day count of the first such day of the Islamic calendar in a Gregorian year; by the tabular calendar.

    Its cycle has 30 years, and it is within a day of sighted moons.
    """
    hijri = (year - 622) * 33 // 32
    for candidate in range(hijri - 1, hijri + 3):
        found = _HIJRA - 1 + (candidate - 1) * 354 + (3 + 11 * candidate) // 30 + (month - 1) * 29 + month // 2 + day
        if found >= days_from_civil(year, 1, 1):
            return found
    return days_from_civil(year, 1, 1)


def new_moon_before(year: int, month: int, day: int, zone: float) -> int:
    """Day count, in a zone given in days, of the last new moon on or before a date."""
    limit = days_from_civil(year, month, day)
    lunation = round((year + month / 12 - 2000) * _MOONS_A_YEAR) + 2
    while True:
        found = math.floor(_new_moon(lunation) + zone)
        if found <= limit:
            return found
        lunation -= 1


def _new_moon(lunation: int) -> float:
    """Instant of a new moon in days since 1970, to some minutes. Source: Meeus, Astronomical Algorithms, ch. 49."""
    century = lunation / (100 * _MOONS_A_YEAR)
    mean = 2451550.09766 + 29.530588861 * lunation + 0.00015437 * century**2
    sun = math.radians(2.5534 + 29.1053567 * lunation)
    moon = math.radians(201.5643 + 385.81693528 * lunation + 0.0107582 * century**2)
    node = math.radians(160.7108 + 390.67050284 * lunation - 0.0016118 * century**2)
    correction = (
        -0.4072 * math.sin(moon) + 0.17241 * math.sin(sun) + 0.01608 * math.sin(2 * moon) + 0.01039 * math.sin(2 * node)
        + 0.00739 * math.sin(moon - sun) - 0.00514 * math.sin(moon + sun) + 0.00208 * math.sin(2 * sun)
    )  # fmt: skip
    return mean + correction - _EPOCH
