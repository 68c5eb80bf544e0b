"""The value of dates that name a place in the calendar: days, months, years, weekdays.

One function a family. What the text leaves out (the year of "in March", the week of "on Friday") comes from the
article's day and the direction of the clause: the latest weekday, today included; the nearest month.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from stanceline.temporal import calendar
from stanceline.temporal.calendar import Period, containing
from stanceline.temporal.finding.numerals import read_year_words
from stanceline.temporal.timex import Anchor, Interval, civil_from_days, weekday_of
from stanceline.temporal.values.evidence import order_of_figures
from stanceline.temporal.values.state import NO_DAY, NO_REFERENCE, Found, Reader

Args = Mapping[str, str]
Family = Callable[[Args, Reader], Found]
SHIFT: Final = {"last2": -2, "last": -1, "this": 0, "next": 1, "next2": 2}
_HALF_A_YEAR: Final = 6
"""Months by which a month has to lie before the date that a history has got to, to be that of the next year."""
_FARTHEST_BARE: Final = 300
"""Days from the article's day within which a date is written without its year."""
_FARTHEST_TOLD: Final = 350
"""The same where a past verb stands right before it: "opened in June", written in May."""


def said_year(args: Args, reader: Reader) -> int | None:
    """The year that the expression itself gives: `1998`, `'98`, `last year`; None where it gives none."""
    if "y" in args:
        return int(args["y"])
    if "bc" in args:
        return 1 - int(args["bc"])
    if "yy" in args:
        return short_year(args["yy"], reader.base())
    if "yrun" in args:
        running = reader.reference("year")
        if running is not None:
            return running.index + int(args["yrun"])
        return None if reader.day is None else civil_from_days(reader.day)[0] + int(args["yrun"])
    if "yrel" in args:
        base = reader.base()
        return None if base is None else civil_from_days(base)[0] + SHIFT[args["yrel"]]
    return None


def short_year(digits: str, base: int | None) -> int:
    """The full year of two digits: the one from 70 years before to 29 years after the article."""
    around = 2000 if base is None else civil_from_days(base)[0]
    year = around - around % 100 + int(digits)
    if year > around + 29:
        return year - 100
    return year + 100 if year < around - 70 else year


def pick_year(reader: Reader, make: Callable[[int], Period | None], farthest: int = _FARTHEST_BARE) -> Period | None:
    """The period of the year that suits: by the clause's direction, else the nearest to the article's day.

    `make` gives the period of a year, None where that year has none (29 February).
    """
    base = reader.base()
    if base is None:
        return None
    year = civil_from_days(base)[0]
    made = [period for period in map(make, (year - 1, year, year + 1)) if period is not None]
    nearest = min(made, key=lambda p: (_distance(p, base), p.index), default=None)
    if reader.direction == "unknown" or nearest is None:
        return nearest
    if reader.direction == "past":
        turned = max((p for p in made if p.days()[0] <= base), default=nearest)
    else:
        turned = min((p for p in made if p.days()[1] >= base), default=nearest)
    # Nobody leaves out a year that is most of a year away.
    return turned if _distance(turned, base) <= farthest else nearest


def _distance(period: Period, base: int) -> int:
    first, last = period.days()
    return max(first - base, base - last, 0)


def yearless(args: Args, reader: Reader, make: Callable[[int], Period | None], open_value: str) -> Found:
    """The period of the year that the expression gives or that suits; `open_value` where no year is to be had."""
    year = said_year(args, reader)
    if year is not None:
        period = make(year)
        anchor = _year_anchor(args, reader)
        return Found.of(period, anchor) if period is not None else Found.open(None, "there is no such day")
    if (told := reader.told()) is not None:
        period = make(_told_year(told, reader, make))
        return Found.of(period, "running") if period is not None else Found.open(open_value, "there is no such day")
    is_told = "told" in args and reader.direction == "past"
    period = pick_year(reader, make, _FARTHEST_TOLD if is_told else _FARTHEST_BARE)
    if period is None and reader.base() is not None and make(2000) is None:
        return Found.open(None, "there is no such day")
    return Found.of(period, reader.base_anchor()) if period is not None else Found.open(open_value, NO_DAY)


def _year_anchor(args: Args, reader: Reader) -> Anchor:
    """What the year that an expression gives hangs on."""
    if "yrun" in args:
        return "running" if reader.running is not None else reader.published
    return reader.base_anchor() if "yrel" in args else "none"


def _told_year(told: Period, reader: Reader, make: Callable[[int], Period | None]) -> int:
    """The year of a month or day in a history: that of the date it has got to, unless the clause steps out of it.

    It goes on: a month that lies half a year or more before that date is the next year's ("In December 1941 ... In
    January ..."). "Had landed in October" is the October before, "stayed until April" the April behind.
    """
    year_number, period = told.year(), make(told.year())
    if period is None or told.granularity in ("year", "half", "decade", "century"):
        return year_number
    months = containing("month", told.days()[0]).index - containing("month", period.days()[0]).index
    if reader.step == "back":
        return year_number - 1 if period.days()[0] > told.days()[1] else year_number
    if months > 0 and reader.step == "ahead":
        return year_number + 1
    return year_number + 1 if months >= _HALF_A_YEAR else year_number


def date(args: Args, reader: Reader) -> Found:
    """A day of a month, with or without its year; a weekday beside it settles which year."""
    month, day = int(args["m"]), int(args["d"])
    if "yrel" not in args and "y" not in args and "w" in args and reader.direction == "unknown":
        base = reader.base()
        if base is not None:
            year = civil_from_days(base)[0]
            for near in (year, year - 1, year + 1):
                period = calendar.date(near, month, day)
                if period is not None and weekday_of(period.index) == int(args["w"]):
                    return Found.of(period, reader.base_anchor())
    return yearless(args, reader, lambda year: calendar.date(year, month, day), f"XXXX-{month:02d}-{day:02d}")


_DIGITS = re.compile(r"\d+")


def numdate(args: Args, reader: Reader) -> Found:
    """A date in figures; points mean day first, a figure above 12 is a day.

    Where both orders are possible: the one that falls on the weekday beside it, the one that is the article's own
    day, the one that the rest of the article writes (`evidence`), the one nearest to the article's day.
    """
    text = args["text"]
    numbers = [int(number) for number in _DIGITS.findall(text)]
    if len(_DIGITS.match(text)[0]) == 4:  # type: ignore[index]  # the shape begins with a digit
        orders = [(numbers[0], numbers[1], numbers[2])]
    else:
        year = numbers[2] if numbers[2] > 99 else short_year(f"{numbers[2]:02d}", reader.base())
        orders = [(year, numbers[1], numbers[0])]
        if "." not in text:
            orders.insert(0, (year, numbers[0], numbers[1]))
    made = [period for order in orders if (period := calendar.date(*order)) is not None]
    if not made:
        return Found.open(None, "there is no such day")
    if len({period.index for period in made}) == 1:
        return Found.of(made[0])
    fitting = [period for period in made if weekday_of(period.index) == int(args.get("w", "0"))]
    fitting = fitting or [period for period in made if period.index == reader.day]
    if len(fitting) == 1:
        return Found.of(fitting[0])
    order = order_of_figures(reader.text)
    if order is not None:
        return Found.of(made[0] if order == "month_first" else made[1])
    if reader.day is None:
        return Found.open(None, "day and month could be either way round")
    near = reader.day
    return Found.of(min(made, key=lambda period: abs(period.index - near)), reader.published)


def compact(args: Args, _reader: Reader) -> Found:
    """A day as eight figures."""
    text = args["text"]
    period = calendar.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    return Found.of(period) if period else Found.open(None, "there is no such day")


def month(args: Args, reader: Reader) -> Found:
    """A month, with or without its year."""
    number = int(args["m"])
    rel = args.get("rel")
    base = reader.base()
    if rel == "run" and reader.told() is None:
        near = reader.named.get("year")
        if near is None:
            return Found.open(f"XXXX-{number:02d}", NO_REFERENCE)
        return Found.of(calendar.month(near.index, number), "running")
    if args.get("ref") == "run" and reader.running is not None:
        base = reader.running.days()[0 if rel == "last" else 1]
    if rel not in (None, "run") and "y" not in args:
        if base is None:
            return Found.open(f"XXXX-{number:02d}", NO_DAY)
        here = containing("month", base).index
        step = (number - 1 - here) % 12
        if rel == "last":
            step = step - 12 if step else -12
        elif rel == "next":
            step = step or 12
        is_running = args.get("ref") == "run" and reader.running is not None
        return Found.of(Period("month", here + step), "running" if is_running else reader.base_anchor())
    return yearless(args, reader, lambda year: calendar.month(year, number), f"XXXX-{number:02d}")


def year(args: Args, reader: Reader) -> Found:
    """A year in figures."""
    number = said_year(args, reader)
    return Found.of(calendar.year(number)) if number is not None else Found.open(None, NO_DAY)


def yearbc(args: Args, _reader: Reader) -> Found:
    """A year before Christ; 1 BC is the astronomical year 0."""
    return Found.of(calendar.year(1 - int(args["bc"])))


def yearwords(args: Args, _reader: Reader) -> Found:
    """A year in words."""
    words = [word for word in re.findall(r"[a-z]+", args["text"]) if word not in ("the", "year")]
    number = read_year_words(words)
    return Found.of(calendar.year(number)) if number is not None else Found.open(None, "not a year")


# ---- weekdays ------------------------------------------------------------------------------------------


def weekday(args: Args, reader: Reader) -> Found:
    """A day of the week: the latest, today included, unless the clause looks ahead."""
    number = int(args["w"])
    open_value = f"XXXX-WXX-{number}"
    if args.get("ref") == "any":
        return Found.open(open_value, granularity="day")
    if args.get("ref") == "run":
        return _weekday_after_running(args, reader, number)
    base = reader.base()
    if base is None:
        return Found.open(open_value, NO_DAY, "day")
    anchor = reader.base_anchor()
    if "wrel" in args:
        week = containing("week", base).shift(SHIFT[args["wrel"]])
        return Found.of(calendar.day(week.days()[0] + number - 1), anchor)
    told = reader.told()
    if told is not None and "rel" not in args:
        # A history goes on: "On Friday" behind a Tuesday is the Friday of that week.
        return Found.of(calendar.day(calendar.latest_weekday(base + 6, number)), anchor)
    weeks = int(float(args["weeks"])) if args.get("weeks", "X") != "X" else 1
    return Found.of(calendar.day(_placed_weekday(args.get("rel"), reader.direction, base, number, weeks)), anchor)


def _placed_weekday(rel: str | None, direction: str, base: int, number: int, count: int = 1) -> int:
    latest = calendar.latest_weekday(base, number)
    upcoming = latest if latest == base else latest + 7
    if rel == "last":
        # Nobody says "last Thursday" for yesterday.
        return calendar.latest_weekday(base - 2, number)
    if rel == "next":
        return calendar.latest_weekday(base + 8, number)
    if rel == "weekon":
        return upcoming + 7 * count
    if rel == "next2":
        return calendar.latest_weekday(base + 8, number) + 7
    if rel == "last2":
        return calendar.latest_weekday(base - 2, number) - 7
    if rel == "this" or direction == "future":
        return latest if direction == "past" else upcoming
    return latest


def _weekday_after_running(args: Args, reader: Reader, number: int) -> Found:
    reference = reader.reference("day") or (None if reader.running is None else calendar.day(reader.running.days()[0]))
    if reference is None:
        if reader.day is None:
            return Found.open(f"XXXX-WXX-{number}", NO_REFERENCE, "day")
        return Found.of(
            calendar.day(_placed_weekday(args.get("rel"), reader.direction, reader.day, number)), reader.published
        )
    here, rel = reference.index, args.get("rel")
    if rel == "last":
        return Found.of(calendar.day(calendar.latest_weekday(here - 1, number)), "running")
    return Found.of(calendar.day(calendar.latest_weekday(here + (7 if rel == "next" else 6), number)), "running")


def nthweekday(args: Args, reader: Reader) -> Found:
    """The first Monday in May."""
    nth, weekday_number = int(args["nth"]), int(args["w"])
    within = month(args, reader)
    if within.period is None:
        return within
    first, last = within.period.days()
    if nth < 0:
        return Found.of(calendar.day(calendar.latest_weekday(last, weekday_number)), within.anchor)
    return Found.of(calendar.day(calendar.latest_weekday(first + 6, weekday_number) + 7 * (nth - 1)), within.anchor)


def nthweekend(args: Args, reader: Reader) -> Found:
    """The first weekend in May: that of the first Saturday."""
    saturday = nthweekday({**args, "w": "6"}, reader)
    if saturday.period is None:
        return saturday
    return Found.of(containing("weekend", saturday.period.index), saturday.anchor)


# ---- parts of months and weeks -------------------------------------------------------------------------


def nthday(args: Args, reader: Reader) -> Found:
    """The 17th of last month, or the 25th alone: of the running month, else by direction the nearest."""
    number = int(re.sub(r"\D", "", args["d"]))
    base = reader.base()
    if "rel" in args:
        if base is None:
            return Found.open(f"XXXX-XX-{number:02d}", NO_DAY)
        within = containing("month", base).shift(SHIFT[args["rel"]])
        return _day_in(within, number, reader)
    if base is None and reader.running is None:
        return Found.open(f"XXXX-XX-{number:02d}", NO_DAY)
    origin = base if base is not None else reader.running.days()[0] if reader.running else 0
    here = containing("month", origin)
    told = reader.told()
    if told is not None:
        # A history goes on: "on the 3rd" behind 28 October is the third of November.
        is_over = told.granularity == "day" and civil_from_days(told.index)[2] > number and reader.step != "back"
        return _day_in(here.shift(1) if is_over else here, number, reader)
    beside = None if "w" in args else _beside_day_nearby(reader, number, origin)
    if beside is not None:
        return Found.of(beside, "running")
    days = [day for step in (-1, 0, 1) if (day := _day_of_month(here.shift(step), number)) is not None]
    if "w" in args:
        days = [day for day in days if weekday_of(day.index) == int(args["w"])] or days
    return Found.of(_chosen_day(days, origin, reader, args), reader.base_anchor())


def _beside_day_nearby(reader: Reader, number: int, origin: int) -> Period | None:
    """ "On 24 June they sign; some papers have the 25th": the day in the month of the one just mentioned, behind it."""
    near = reader.day_nearby()
    if near is None or reader.direction == "future":
        return None
    day = _day_of_month(containing("month", near.index), number)
    if day is None or day.index <= near.index or (day.index > origin and reader.direction == "past"):
        return None
    return day


def _chosen_day(days: Sequence[Period], origin: int, reader: Reader, args: Args) -> Period:
    """Of the days of three months the next one, the last one or the nearest, as the clause looks."""
    if reader.direction == "future" or args.get("prep") in ("by", "until"):
        return next((day for day in days if day.index >= origin), days[0])
    past = [day for day in days if day.index <= origin]
    if reader.direction == "past" and past:
        return past[-1]
    return min(days, key=lambda day: abs(day.index - origin))


def lastday(args: Args, reader: Reader) -> Found:
    """The last day of June."""
    within = month(args, reader)
    return within if within.period is None else Found.of(calendar.day(within.period.days()[1]), within.anchor)


def _day_of_month(month_of_it: Period, number: int) -> Period | None:
    return calendar.date(month_of_it.year(), month_of_it.index % 12 + 1, number)


def _day_in(within: Period, number: int, reader: Reader) -> Found:
    period = _day_of_month(within, number)
    return Found.of(period, reader.base_anchor()) if period else Found.open(None, "there is no such day")


def nthweek(args: Args, reader: Reader) -> Found:
    """The second week of June: the month, narrowed to the week that begins with its nth Monday."""
    within = month(args, reader)
    if within.period is None:
        return within
    first, last = within.period.days()
    nth = int(args["nth"])
    begin = calendar.latest_weekday(first + 6, 1) + 7 * (nth - 1)
    if nth < 0:
        begin = last - 6
    elif nth == 1:
        begin = first
    end = begin + 6
    return Found(
        within.value, within.period, Interval.of_days(begin, end), None, "week", within.anchor
    )  # fmt: skip


def weekof(args: Args, reader: Reader) -> Found:
    """The week of March 6."""
    found = date(args, reader)
    return found if found.period is None else Found.of(containing("week", found.period.index), found.anchor)


def monthhalf(args: Args, reader: Reader) -> Found:
    """The first half of September: the month, narrowed to its days 1 to 15 or 16 to the end."""
    within = month(args, reader)
    if within.period is None:
        return within
    first, last = within.period.days()
    begin, end = (first, first + 14) if args["nth"] == "1" else (first + 15, last)
    return Found(within.value, within.period, Interval.of_days(begin, end), None, "month", within.anchor)


FAMILIES: Final[dict[str, Family]] = {
    "compact": compact,
    "date": date,
    "lastday": lastday,
    "month": month,
    "monthhalf": monthhalf,
    "nthday": nthday,
    "nthweek": nthweek,
    "nthweekday": nthweekday,
    "nthweekend": nthweekend,
    "numdate": numdate,
    "weekday": weekday,
    "weekof": weekof,
    "year": year,
    "yearbc": yearbc,
    "yearwords": yearwords,
}
