"""The value of dates that count from somewhere: yesterday, last week, two years ago, a year earlier, that day."""

import re
from typing import Final

from stanceline.temporal import calendar
from stanceline.temporal.calendar import Period, containing
from stanceline.temporal.timex import Granularity, civil_from_days
from stanceline.temporal.values.beside import named_event
from stanceline.temporal.values.dates import SHIFT, Args, Family
from stanceline.temporal.values.durations import written_length
from stanceline.temporal.values.state import NO_DAY, NO_REFERENCE, Found, Reader

_GRAIN: Final[dict[str, tuple[Granularity, int]]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "weekend": ("weekend", 1),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
    "millennium": ("year", 1000),
}
_FARTHEST_COUNT: Final = 1_000_000
"""Units beyond which "a billion years ago" is no place on a calendar."""
_BARE: Final[dict[str, Granularity]] = {"decade": "decade", "century": "century"}
_OPEN: Final = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


def _open(unit: str, why: str = NO_DAY) -> Found:
    return Found.open(_OPEN[unit], why, "week" if unit == "fortnight" else _grain(unit))


def _grain(unit: str) -> Granularity:
    return _BARE.get(unit) or _GRAIN[unit][0]


def deictic(args: Args, reader: Reader) -> Found:
    """Today, yesterday, tomorrow, tonight, this morning, the day after tomorrow; "today" in a history is nowadays."""
    if reader.mode == "narrative" and args["n"] == "0" and not args.keys() & {"part", "u", "hour"}:
        return Found.open("PRESENT_REF")
    if reader.day is None:
        return _open("day")
    day = reader.day + int(args["n"])
    if "u" in args:
        return _shifted(day, args["u"], 1, reader, exact=True)
    return Found.of(calendar.day(day), reader.published)


def _shifted(day: int, unit: str, count: float, reader: Reader, *, exact: bool = False) -> Found:
    """`count` units from a day, at the grain of the unit; to the day itself where `exact`."""
    granularity, size = _GRAIN[unit]
    if exact and granularity in ("day", "week"):
        return Found.of(calendar.day(day + int(count * size * (7 if granularity == "week" else 1))), reader.published)
    if granularity == "week":
        return Found.of(containing("week", day).shift(round(count * size)), reader.published)
    if count != int(count) and granularity == "year":
        return Found.of(containing("month", day).shift(round(count * 12 * size)).within("year"), reader.published)
    return Found.of(containing(granularity, day).shift(int(count * size)), reader.published)


def agotoday(args: Args, reader: Reader) -> Found:
    """A week ago today, ten years ago today; a week today, two weeks from tomorrow."""
    if reader.day is None or args["n"] == "X":
        return _open("day")
    day, count = reader.day + int(args["day"]), int(float(args["n"]))
    count *= int(args.get("dir", "-1"))
    if args["u"] == "year":
        year_number, month_number, day_number = civil_from_days(day)
        same = calendar.date(year_number + count, month_number, day_number)
        return Found.of(same, reader.published) if same is not None else Found.open(None, "there is no such day")
    return _shifted(day, args["u"], count, reader, exact=True)


_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def sameday(args: Args, reader: Reader) -> Found:
    """This day last year, the same day next month: the article's day of the month, so many months away."""
    base, step = reader.base(), SHIFT[args["rel"]]
    if base is None:
        return _open("day")
    if args["u"] not in _MONTHS_IN:
        return _shifted(base, args["u"], step, reader, exact=True)
    year_number, month_number, day_number = civil_from_days(base)
    months = year_number * 12 + month_number - 1 + step * _MONTHS_IN[args["u"]]
    same = calendar.date(months // 12, months % 12 + 1, day_number)
    return Found.of(same, reader.base_anchor()) if same is not None else Found.open(None, "there is no such day")


def agoweekday(args: Args, reader: Reader) -> Found:
    """Two weeks ago Tuesday: so many weeks before the latest such day; two Fridays ago: the Friday before the last."""
    weekday, weeks = args["w"], float(args.get("n", "1"))
    if reader.day is None or not weekday.isdigit() or weeks > _FARTHEST_COUNT:
        return Found.open(f"XXXX-WXX-{weekday}", NO_DAY, "day")
    plural = "plural" in args
    latest = calendar.latest_weekday(reader.day - 1 if plural else reader.day, int(weekday))
    return Found.of(calendar.day(latest - 7 * (int(weeks) - plural)), reader.published)


def agonight(args: Args, reader: Reader) -> Found:
    """Three nights ago."""
    if reader.day is None or float(args["n"]) > _FARTHEST_COUNT:
        return _open("day")
    return Found.of(calendar.day(reader.day - int(float(args["n"]))), reader.published)


def agoseason(args: Args, reader: Reader) -> Found:
    """Two summers ago: the summer before the last that is over."""
    if reader.day is None or float(args["n"]) > _FARTHEST_COUNT:
        return Found.open(f"XXXX-{args['s']}", NO_DAY, "season")
    year_number, day = civil_from_days(reader.day)[0], reader.day
    made = [calendar.season(year_number + step, args["s"]) for step in (-2, -1, 0)]
    over = [period for period in made if period.days()[1] < day]
    return Found.of(over[-1].shift(-4 * (int(float(args["n"])) - 1)), reader.published)


def agothis(args: Args, reader: Reader) -> Found:
    """Ten years ago this month, a year ago this week."""
    granularity, size = _GRAIN[args["u"]]
    count = float(args.get("n", "1")) * size
    if reader.day is None or count != int(count) or count > _FARTHEST_COUNT:
        return _open(args["v"])
    if granularity != "year":
        return _shifted(reader.day, args["u"], -count, reader)
    year_number, month_number, day_number = civil_from_days(reader.day)
    told = year_number - int(count)
    # 29 February has no other anniversary than the day before it.
    same = calendar.date(told, month_number, day_number) or calendar.date(told, month_number, 28)
    return Found.of(containing(_grain(args["v"]), same.index), reader.published) if same else _open(args["v"])


def relunit(args: Args, reader: Reader) -> Found:
    """Last week, this year, next month, the end of next year, the weekend."""
    unit, rel, base = args["u"], args["rel"], reader.base()
    if base is None:
        return _open(unit)
    anchor = reader.base_anchor()
    if unit == "weekend":
        return Found.of(_weekend(rel, reader, base), anchor)
    granularity = _grain(unit)
    size = 2 if unit == "fortnight" else 1
    if granularity == "day" and rel != "this":
        return Found.of(containing("day", base).shift(SHIFT[rel]), anchor)
    return Found.of(containing(granularity, base).shift(SHIFT[rel] * size), anchor)


def _weekend(rel: str, reader: Reader, base: int) -> Period:
    here = containing("weekend", base)
    if rel == "near":
        ahead = reader.direction == "future" or base >= here.days()[0]
        return here if ahead else here.shift(-1)
    return here.shift(SHIFT[rel])


def edgeunit(args: Args, reader: Reader) -> Found:
    """The end of the year, year-end, earlier in the month: of the running period, else of the article's."""
    unit, base = args["u"], reader.base()
    granularity = _grain(unit)
    if base is None:
        return _open(unit)
    # "Up 20% since year-end": the end of the year before.
    over = args.get("prep") == "since" and args["edge"] == "end" and reader.mode == "news"
    return Found.of(containing(granularity, base).shift(-1 if over else 0), reader.base_anchor())


def ago(args: Args, reader: Reader) -> Found:
    """Two years ago, three weeks from now: counted from the article's day, at the grain of the unit.

    In a business report "a year ago" is the reporting quarter of the year before.
    """
    unit, count = args["u"], args.get("n", "1")
    quarter = reader.year_before_quarter()
    if unit == "year" and count == "1" and args["dir"] == "-1" and quarter is not None:
        return Found.of(quarter, "running")
    if count == "X":
        return Found.open("PAST_REF" if args["dir"] == "-1" else "FUTURE_REF")
    if float(count) > _FARTHEST_COUNT:
        return Found.open("PAST_REF" if args["dir"] == "-1" else "FUTURE_REF")
    if reader.day is None:
        return _open(unit)
    return _shifted(reader.day, unit, float(count) * int(args["dir"]), reader)


def agotime(args: Args, reader: Reader) -> Found:
    """Two hours ago: on the article's day."""
    return (
        Found.open("PAST_REF")
        if args.get("n") == "X" or reader.day is None
        else Found.of(calendar.day(reader.day), reader.published)
    )


def later(args: Args, reader: Reader) -> Found:
    """Two years later, a year earlier: counted from the last mentioned date, at the grain of the unit."""
    unit, count = args["u"], args.get("n", "1")
    sign = int(args["dir"])
    quarter = reader.year_before_quarter()
    if unit == "year" and count == "1" and sign < 0 and quarter is not None:
        return Found.of(quarter, "running")
    if count == "X":
        # "A few days later" is later than something in the text, not than now.
        return Found(written_length("X", unit), type="DURATION")
    if float(count) > _FARTHEST_COUNT:
        return Found.open("FUTURE_REF" if sign > 0 else "PAST_REF")
    granularity, size = _GRAIN[unit]
    if unit in _BARE and reader.is_history and count == str(int(float(count))):
        # Two decades after 1846 are the sixties: a history is no more exact than its unit.
        granularity, size = _BARE[unit], 1
    reference = reader.reference(granularity)
    if reference is not None:
        return Found.of(reference.shift(int(float(count) * size) * sign), "running")
    if reader.day is None:
        return _open(unit)
    if sign > 0 and reader.direction == "past":
        # "Six days later they agreed" is later than something that has no date here.
        return _open(unit, NO_REFERENCE)
    return Found.of(containing(granularity, reader.day).shift(int(float(count) * size) * sign), reader.published)


def latertime(args: Args, reader: Reader) -> Found:
    """Forty-eight hours afterwards: so many days from the last mentioned one.

    Less than a day is a length, in a narrative that day itself.
    """
    reference = reader.reference("day") or (None if reader.day is None else calendar.day(reader.day))
    count = args.get("n", "1")
    if reference is None or count == "X":
        return _open("day", NO_REFERENCE)
    hours = float(count) * {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[args["u"]]
    if hours < 24 and reader.mode == "news":
        # A few hours may or may not run past midnight.
        return Found(written_length(count, args["u"]), type="DURATION")
    return Found.of(reference.shift(int(min(hours / 24, _FARTHEST_COUNT))), "running")


def anaphoric(args: Args, reader: Reader) -> Found:
    """That day, the same week, the following year, the next morning: from the last mentioned date."""
    unit = args["u"]
    granularity = _grain(unit)
    reference = reader.reference(granularity)
    if reference is None:
        if granularity == "day" or reader.day is None or "strict" in args:
            return _open(unit, NO_REFERENCE)
        return Found.of(containing(granularity, reader.day).shift(int(args["n"])), reader.published)
    return Found.of(reference.shift(int(args["n"])), "running")


def then(_args: Args, reader: Reader) -> Found:
    """Until then: the time mentioned last."""
    running = reader.running
    if running is None:
        return Found.open("XXXX-XX-XX", NO_REFERENCE)
    if reader.day is not None and running.days()[0] <= reader.day:
        # "She said at noon that she could wait until then": what is ahead, not when it was said.
        ahead = [period for period in reader.named.values() if period.days()[0] > reader.day]
        running = min(ahead, key=lambda period: period.days()[1] - period.days()[0], default=running)
    return Found.of(running, "running")


def yearago(_args: Args, reader: Reader) -> Found:
    """The year-earlier period: the reporting quarter (or year) a year back, else the year before."""
    before = reader.year_before_quarter()
    if before is not None:
        return Found.of(before, "running")
    if reader.day is None:
        return _open("year")
    return Found.of(containing("year", reader.day).shift(-1), reader.published)


_ENDED: Final = re.compile(r",?\s(?:that |which )?end(?:ed|ing)\s(?:on\s)?([A-Z][a-z]{2})[a-z]{0,6}\.?\s(\d{1,2})\b")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HALF_A_QUARTER: Final = 45


def _quarter_ended(reader: Reader) -> Period | None:
    """The calendar quarter that holds most of "the quarter ended July 31"."""
    match = _ENDED.match(reader.text, reader.end)
    if match is None or reader.day is None or match[1] not in _MONTHS:
        return None
    year_number = civil_from_days(reader.day)[0]
    made = (calendar.date(year_number + step, _MONTHS.index(match[1]) + 1, int(match[2])) for step in (-1, 0, 1))
    near = reader.day
    days = [period.index for period in made if period is not None]
    if not days:
        return None
    return containing("quarter", min(days, key=lambda day: abs(day - near)) - _HALF_A_QUARTER)


def lastquarter(_args: Args, reader: Reader) -> Found:
    """The quarter, the latest period: the one its end tells or that was last named, else the one that ended last."""
    quarter = reader.quarter or _quarter_ended(reader)
    if quarter is not None:
        return Found.of(quarter, "running")
    if reader.day is None:
        return _open("quarter")
    return Found.of(containing("quarter", reader.day).shift(-1), reader.published)


def yearquarter(args: Args, reader: Reader) -> Found:
    """The 1988 period: the reporting quarter of that year, or the year where the report is about more."""
    quarter = reader.quarter
    year_number = int(args["y"])
    if quarter is None or reader.is_long_report:
        return Found.of(calendar.year(year_number))
    return Found.of(Period("quarter", year_number * 4 + quarter.index % 4), "running")


def dayofevent(_args: Args, reader: Reader) -> Found:
    """Day two (of a meeting): the article's own day."""
    if reader.day is None:
        return _open("day")
    return Found.of(calendar.day(reader.day), reader.published)


def eventday(args: Args, reader: Reader) -> Found:
    """The day after the Vilnius summit: beside a reference event that the words behind it name."""
    event = named_event(reader, reader.end)
    if event is None:
        return Found.open("XXXX-XX-XX", "no reference event of that name is known", "day")
    return Found.of(calendar.day(event.end + 1 if args["n"] == "1" else event.start - 1), "event")


RELATIVE: Final[dict[str, Family]] = {
    "ago": ago,
    "agonight": agonight,
    "agoseason": agoseason,
    "agothis": agothis,
    "agotime": agotime,
    "agotoday": agotoday,
    "agoweekday": agoweekday,
    "anaphoric": anaphoric,
    "dayofevent": dayofevent,
    "deictic": deictic,
    "edgeunit": edgeunit,
    "eventday": eventday,
    "lastquarter": lastquarter,
    "later": later,
    "latertime": latertime,
    "relunit": relunit,
    "sameday": sameday,
    "then": then,
    "yearago": yearago,
    "yearquarter": yearquarter,
}
