"""The value of parts of years and of what is longer: quarters, halves, fiscal years, seasons, decades, feasts, ranges.

One function a family, as in `dates`.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

from stanceline.temporal import calendar
from stanceline.temporal.calendar import Period, containing
from stanceline.temporal.finding.holidays import days_of_holiday, is_american_only
from stanceline.temporal.timex import Interval, civil_from_days, weekday_of
from stanceline.temporal.values.dates import SHIFT, Args, Family, date, month, said_year, short_year, weekday, yearless
from stanceline.temporal.values.evidence import is_british
from stanceline.temporal.values.state import NO_DAY, NO_REFERENCE, Found, Reader

_SEASON_PAST: Final = 60
"""Days after which the season that is over is "last spring"; before, its name alone would do."""
_LONG_OVER: Final = 150
"""Days after which a quarter that is spoken of as ahead must be next year's."""
_WINTER_ENDS: Final = 2
_WINTER_IS_THIS: Final = 4
"""Months up to which "this winter" is the one that began the year before: the last of it, and as long after."""


# ---- quarters, halves, fiscal years --------------------------------------------------------------------


def quarter(args: Args, reader: Reader) -> Found:
    """A quarter of the year."""
    number = int(args["q"].strip("q"))
    if number < 0:
        number = 4
    if "fy" in args:
        return fiscal({"fy": args["fy"]}, reader, f"-Q{number}")
    return _part_of_year(args, reader, number, 4, "quarter")


def holiday(args: Args, reader: Reader) -> Found:
    """A feast or public holiday, alone or with the weekend that it makes long."""
    name, whole = args["key"], "weekend" in args

    def make(year_number: int) -> Period | None:
        found = days_of_holiday(name, year_number)
        return calendar.day(found[0]) if found else None

    if is_american_only(name) and is_british(reader.text):
        return Found.open("XXXX-XX-XX", "whose day of that name is meant is not said", "day")
    first = _relative_holiday(args, reader, make) if "rel" in args else yearless(args, reader, make, "XXXX-XX-XX")
    if first.period is None:
        return first
    begin = first.period.index
    year_number = civil_from_days(begin)[0]
    # Feasts that run over new year begin in the year that they are counted to.
    begin, end = days_of_holiday(name, year_number) or (begin, begin)
    if whole:
        begin, end = _long_weekend(begin)
    if end == begin:
        return first
    if end - begin == 6 and weekday_of(begin) == 1:
        return Found.of(containing("week", begin), first.anchor)
    return between(Found.of(calendar.day(begin), first.anchor), Found.of(calendar.day(end), first.anchor))


def feastsunday(args: Args, reader: Reader) -> Found:
    """The second Sunday of Advent, the third Sunday in Lent."""
    nth = int(args["nth"])

    def make(year_number: int) -> Period | None:
        found = days_of_holiday(args["feast"], year_number)
        if found is None:
            return None
        last = calendar.latest_weekday(found[1], 7)
        return calendar.day(last if nth < 0 else calendar.latest_weekday(found[0] + 6, 7) + 7 * (nth - 1))

    return yearless(args, reader, make, "XXXX-XX-XX")


def _relative_holiday(args: Args, reader: Reader, make: Callable[[int], Period | None]) -> Found:
    base = reader.base()
    if base is None:
        return Found.open("XXXX-XX-XX", NO_DAY)
    year_number = civil_from_days(base)[0]
    made = [period for step in (-1, 0, 1) if (period := make(year_number + step)) is not None]
    if args["rel"] == "last":
        chosen = [period for period in made if period.index < base][-1:]
    elif args["rel"] == "next":
        chosen = [period for period in made if period.index > base][:1]
    else:
        chosen = [period for period in made if period.year() == year_number]
    return Found.of(chosen[0], reader.base_anchor()) if chosen else Found.open("XXXX-XX-XX", NO_DAY)


def _long_weekend(day: int) -> tuple[int, int]:
    weekday_number = weekday_of(day)
    if weekday_number in (4, 5):
        return day, day + 7 - weekday_number
    saturday = calendar.latest_weekday(day, 6) if weekday_number in (1, 2, 6, 7) else day + 6 - weekday_number
    return saturday, max(saturday + 1, day)


def half(args: Args, reader: Reader) -> Found:
    """A half of the year."""
    number = int(args["h"].strip("h"))
    return _part_of_year(args, reader, 2 if number < 0 else number, 2, "half")


def _part_of_year(args: Args, reader: Reader, number: int, parts: int, kind: Literal["quarter", "half"]) -> Found:
    def make(year_number: int) -> Period:
        return Period(kind, year_number * parts + number - 1)

    open_value = f"XXXX-{kind[0].upper()}{number}"
    base = reader.base()
    if base is None or said_year(args, reader) is not None or reader.told() is not None:
        return yearless(args, reader, make, open_value)
    here = make(civil_from_days(base)[0])
    ahead = here.index - containing(kind, base).index
    if reader.direction == "future" and base - here.days()[1] > _LONG_OVER:
        return Found.of(here.shift(parts), reader.base_anchor())
    # "The fourth quarter" in January is last year's; else it is this year's, whatever the tense.
    return Found.of(here.shift(-parts) if ahead >= parts - 1 else here, reader.base_anchor())


def fiscal(args: Args, reader: Reader, part: str = "") -> Found:
    """A fiscal year: named, never laid on the calendar, because its first month is the institution's own."""
    if "fy" in args:
        digits = args["fy"].removeprefix("fy")
        number = int(digits) if len(digits) == 4 else short_year(digits, reader.base())
    else:
        said = said_year(args, reader)
        number = said if said is not None else 0
    return Found(f"FY{number:04d}{part}", granularity="year" if not part else "quarter", fiscal=True)


def fiscalrel(args: Args, reader: Reader) -> Found:
    """Last, this or next fiscal year."""
    base = reader.base()
    if base is None:
        return Found.open("FYXXXX", NO_DAY, "year")
    number = civil_from_days(base)[0] + SHIFT[args.get("rel", "this")]
    return Found(f"FY{number:04d}", granularity="year", anchor=reader.base_anchor(), fiscal=True)


# ---- seasons, decades, centuries -----------------------------------------------------------------------


def season(args: Args, reader: Reader) -> Found:
    """A season, with or without its year."""
    name, rel, base = args["s"], args.get("rel"), reader.base()
    if args.get("ref") == "run" or rel == "run":
        if reader.running is None:
            return Found.open(f"XXXX-{name}", NO_REFERENCE, "season")
        return Found.of(_running_season(name, reader.running, is_that_one=rel == "run"), "running")
    if rel is None:
        return yearless(args, reader, lambda year_number: calendar.season(year_number, name), f"XXXX-{name}")
    if base is None:
        return Found.open(f"XXXX-{name}", NO_DAY, "season")
    return Found.of(_relative_season(name, rel, base), reader.base_anchor())


def _running_season(name: str, running: Period, *, is_that_one: bool) -> Period:
    """ "That winter" of the date mentioned last, or the next season of that name behind it."""
    last = running.days()[1]
    year_number, month_number, _ = civil_from_days(last)
    if is_that_one:
        # "That winter" in January is the one that began the year before.
        is_begun = name == "WI" and running.granularity in ("day", "month") and month_number <= _WINTER_ENDS
        return calendar.season(year_number - is_begun, name)
    here = calendar.season(year_number, name)
    return here if here.days()[0] > last else here.shift(4)


def _relative_season(name: str, rel: str, base: int) -> Period:
    """Last, this or next summer, the season just over or going on ("recent"), as seen from a day."""
    year_number, month_number, _ = civil_from_days(base)
    made = [calendar.season(year_number + step, name) for step in (-2, -1, 0, 1)]
    if rel == "last":
        # "Last spring" in early July is that of the year before, in October this year's.
        recent = 0 if name == "WI" else _SEASON_PAST
        return [period for period in made if period.days()[1] < base - recent][-1]
    if rel == "recent":
        return [period for period in made if period.days()[0] <= base][-1]
    if rel == "next":
        return next(period for period in made if period.days()[0] > base)
    if rel == "this" and name == "WI" and month_number <= _WINTER_IS_THIS:
        return calendar.season(year_number - 1, name)
    inside = [period for period in made if period.days()[0] <= base <= period.days()[1]]
    return inside[0] if inside else calendar.season(year_number, name)


def decade(args: Args, reader: Reader) -> Found:
    """The 1990s, the '80s, the nineties, the 1800s."""
    digits = args["dec"].rstrip("s")
    if len(digits) == 2:
        around = 2000 if reader.base() is None else civil_from_days(reader.base() or 0)[0]
        full = around - around % 100 + int(digits)
        number = full - 100 if full > around else full
    else:
        number = int(digits)
        if number % 100 == 0 and number < 2000:
            # "The 1800s" are a century, "the 2000s" were a decade.
            return Found.of(Period("century", number // 100))
    return Found.of(Period("decade", number // 10))


def century(args: Args, _reader: Reader) -> Found:
    """The 20th century, the 3rd century BC."""
    digits = re.sub(r"\D", "", args["c"])
    if not digits:
        return Found.open(None, "not a century")
    # The third century before Christ holds the years -299 to -200.
    found = Found.of(Period("century", -int(digits) if args.get("era") == "bc" else int(digits) - 1))
    if "nth" not in args or found.period is None:
        return found
    # "The first half of the 20th century."
    first = found.period.index * 100 + (0 if args["nth"] == "1" else 50)
    days = calendar.year(first).days()[0], calendar.year(first + 49).days()[1]
    return replace(found, interval=Interval.of_days(*days), edtf=None)


def turn(_args: Args, reader: Reader) -> Found:
    """The turn of the century: the last year that ended in 00."""
    base = reader.base()
    if base is None:
        return Found.open("XX00", NO_DAY, "year")
    return Found.of(calendar.year(civil_from_days(base)[0] // 100 * 100), reader.base_anchor())


# ---- ranges --------------------------------------------------------------------------------------------


def between(first: Found, last: Found) -> Found:
    """From the beginning of one stretch to the end of another."""
    if first.interval is None or last.interval is None or first.interval.begin >= last.interval.end:
        return Found.open(f"{first.value}/{last.value}", first.unresolved or last.unresolved)
    interval = Interval(first.interval.begin, last.interval.end)
    value, edtf = f"{first.value}/{last.value}", f"{first.edtf}/{last.edtf}"
    return Found(value, first.period, interval, edtf, first.granularity, last.anchor)


def dayrange(args: Args, reader: Reader) -> Found:
    """15–17 September."""
    return between(date(args, reader), date(_without_weekday(args), reader))


def _without_weekday(args: Args) -> dict[str, str]:
    return {name: value for name, value in args.items() if name != "w"} | {"d": args["d2"]}


def monthrange(args: Args, reader: Reader) -> Found:
    """October to December; September 2024 until June 2025."""
    given = {"y": args["y2"]} if "y2" in args else {name: args[name] for name in ("y", "yrel") if name in args}
    last = month({"m": args["m2"]} | given, reader)
    first = month(args, reader)
    if first.period and last.period and first.period.index > last.period.index:
        if "y2" not in args and "y" in args:
            first = Found.of(first.period.shift(-12), first.anchor)
        else:
            last = Found.of(last.period.shift(12), last.anchor)
    return between(first, last)


def quarteryear(args: Args, reader: Reader) -> Found:
    """2Q24: a quarter and its year in one word."""
    number, year_digits = re.findall(r"\d+", args["text"])
    return quarter({"q": number, "y": str(short_year(year_digits, reader.base()))}, reader)


def yearrange(args: Args, _reader: Reader) -> Found:
    """2013 to 2017; 1990-91; 2019/20; 271 to 264 BC."""
    if "bc" in args:
        begin, end = 1 - int(args["bc"]), 1 - int(args["bc2"])
    else:
        first, _, last = args["y"].partition("/")
        begin, digits = int(first), args.get("y2", last)
        end = int(digits) if len(digits) == 4 else begin - begin % 100 + int(digits)
    if end <= begin:
        return Found.of(calendar.year(begin))
    return between(Found.of(calendar.year(begin)), Found.of(calendar.year(end)))


def weekdayrange(args: Args, reader: Reader) -> Found:
    """From Tuesday to Thursday."""
    first = weekday(args, reader)
    if first.period is None:
        return Found.open(f"XXXX-WXX-{args['w']}/XXXX-WXX-{args['w2']}", first.unresolved)
    last = first.period.index + (int(args["w2"]) - int(args["w"])) % 7
    return between(first, Found.of(calendar.day(last), first.anchor))


PERIODS: Final[dict[str, Family]] = {
    "century": century,
    "dayrange": dayrange,
    "decade": decade,
    "feastsunday": feastsunday,
    "fiscal": fiscal,
    "fiscalrel": fiscalrel,
    "half": half,
    "holiday": holiday,
    "monthrange": monthrange,
    "quarter": quarter,
    "quarteryear": quarteryear,
    "season": season,
    "turn": turn,
    "weekdayrange": weekdayrange,
    "yearrange": yearrange,
}
