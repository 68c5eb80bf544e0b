"""The value of durations, of sets ("every Tuesday"), of words without calendar value ("now") and of clock times."""

import re
from dataclasses import replace
from typing import Final

from stanceline.temporal import calendar
from stanceline.temporal.calendar import containing
from stanceline.temporal.finding.holidays import days_of_holiday
from stanceline.temporal.finding.numerals import written
from stanceline.temporal.timex import Anchor, Interval, format_day
from stanceline.temporal.values.beside import COUNTED, counted_from_event
from stanceline.temporal.values.dates import Args, Family, month
from stanceline.temporal.values.state import NO_DAY, Found, Reader

_SIGN: Final = {
    "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "hour": "TH", "minute": "TM", "second": "TS",
    "decade": "Y", "century": "Y", "millennium": "Y", "fortnight": "W", "weekend": "D", "night": "D",
}  # fmt: skip
_SIZE: Final = {"decade": 10, "century": 100, "millennium": 1000, "fortnight": 2, "weekend": 2}
_VAGUE_SIGN: Final = {**_SIGN, "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE", "x": "X"}
_UNABLE = re.compile(r"\b(?:could|can)(?:\snot|n['’]t|not)\b")
"""What cannot be done "in two years" takes so long; it does not happen in two years' time."""
_REACH: Final = 80
"""Characters before an expression within which its clause is looked at."""
_DETERMINED: Final = re.compile(r"(?:the|its|his|her|their|our|each|another|at|last|next|past)\b", re.IGNORECASE)
"""What begins the name of a stretch ("in the six months to March"), not a time from now ("in six months")."""


def written_length(count: str, unit: str) -> str:
    """`P2Y`, `PT10M`, `P2Y6M`: so many units; `PXM`, `PTXH` for a count of `X`, which is not said."""
    if count == "X":
        sign = _VAGUE_SIGN[unit]
        return f"PTX{sign[1]}" if sign[0] == "T" else f"PX{sign}"
    number = float(count) * _SIZE.get(unit, 1)
    sign = _SIGN[unit]
    whole, rest = int(number), number - int(number)
    if rest:
        finer = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60), "D": ("TH", 24)}.get(sign)
        if finer is not None and round(rest * finer[1], 6) == int(round(rest * finer[1], 6)):
            part = f"{round(rest * finer[1])}{finer[0].lstrip('T')}"
            head = f"{whole}{sign[-1]}" if whole else ""
            if sign == "D":
                return f"P{head}T{part}"
            return f"P{'T' if sign[0] == 'T' else ''}{head}{part}"
    return f"P{'T' if sign[0] == 'T' else ''}{written(number)}{sign[-1]}"


def duration(args: Args, reader: Reader) -> Found:
    """Ten years, half an hour, the second year in a row (P2Y); "in two weeks" ahead of now is a date."""
    unit = args.get("u") or ("year" if "s" in args else "hour")
    count = args.get("n", "1").rstrip("stndrh") if args.get("n", "1")[:1].isdigit() else args.get("n", "1")
    from_event = counted_from_event(count, unit, reader) if reader.events else None
    if from_event is not None:
        return from_event
    if args.get("prep") == "in" and count != "X" and unit in COUNTED and _is_ahead(reader):
        if reader.day is None:
            return Found.open(written_length(count, unit), NO_DAY)
        period = containing(COUNTED[unit], reader.day).shift(int(float(count)))
        return replace(Found.of(period, reader.published), type="DATE")
    if "finer" in args:
        return Found(_of_two_units(written_length(count, unit), written_length(args["finer"], args["finerunit"])))
    if "row" in args and unit == "year" and count.isdigit() and reader.day is not None and not reader.is_history:
        return _years_up_to(reader.day, int(count), reader.published)
    return Found(written_length(count, unit))


def _years_up_to(day: int, count: int, anchor: Anchor) -> Found:
    """ "For the second year running" is last year and this one."""
    last = containing("year", day)
    interval = Interval(last.shift(1 - count).interval().begin, last.interval().end)
    return Found(written_length(str(count), "year"), interval=interval, granularity="year", anchor=anchor)


def _is_ahead(reader: Reader) -> bool:
    """Whether "in two weeks" is two weeks from now: not how long something takes, nor the name of a stretch."""
    if reader.direction != "future" or reader.is_history or _DETERMINED.match(reader.text, reader.at):
        return False
    return _UNABLE.search(reader.text, max(0, reader.at - _REACH), reader.at) is None


def _of_two_units(coarse: str, fine: str) -> str:
    """ "P2Y" and "P6M" are P2Y6M, "P1D" and "PT12H" P1DT12H, "PT1H" and "PT5M" PT1H5M."""
    if coarse.startswith("PT"):
        return coarse + fine.removeprefix("PT")
    return coarse + fine.removeprefix("P")


def durationhalf(args: Args, _reader: Reader) -> Found:
    """A minute and a half."""
    return Found(written_length(str(float(args.get("n", "1")) + 0.5), args["u"]))


def durationrange(args: Args, _reader: Reader) -> Found:
    """Six to eight weeks: both bounds."""
    low, high = written_length(args["n"], args["u"]), written_length(args["n2"], args["u"])
    return Found(low if low == high else f"{low}/{high}")


def vaguedur(args: Args, _reader: Reader) -> Found:
    """Months, weeks, a while: a duration whose number is not said."""
    unit = args.get("u")
    return Found(written_length("X", unit) if unit else written_length("1", args["u1"]))


def recentref(args: Args, _reader: Reader) -> Found:
    """Recent months."""
    return Found(written_length("X", args["u"]))


def ref(args: Args, _reader: Reader) -> Found:
    """Now, recently, the future."""
    return Found(args["value"])


# ---- sets ----------------------------------------------------------------------------------------------


def setunit(args: Args, reader: Reader) -> Found:
    """Every year, every two weeks, twice a month, daily."""
    unit = args.get("u", reader.set_unit)
    reader.set_unit = unit
    return Found(written_length(args.get("n", "1"), unit))


def setweekday(args: Args, reader: Reader) -> Found:
    """Fridays, every Tuesday, on weekdays; every Tuesday in September lies within that month."""
    part = f"T{args['part']}" if "part" in args else ""
    other = f"/XXXX-WXX-{args['w2']}" if "w2" in args else ""
    value = f"XXXX-WXX-{args['w']}{part}{other}"
    if "m" not in args:
        return Found(value)
    within = month(args, reader)
    return Found(value, interval=within.interval, anchor=within.anchor, unresolved=within.unresolved)


def setnthweekday(args: Args, _reader: Reader) -> Found:
    """The first Monday of each month: TIMEX3 has no sign for which of them it is."""
    return Found(f"XXXX-XX-WXX-{args['w']}")


def setmonth(args: Args, _reader: Reader) -> Found:
    """Every August."""
    return Found(f"XXXX-{args['m']}")


def setseason(args: Args, _reader: Reader) -> Found:
    """Each winter."""
    return Found(f"XXXX-{args['s']}")


def setholiday(args: Args, _reader: Reader) -> Found:
    """Every Christmas."""
    found = days_of_holiday(args["key"], 2001)
    return Found(f"XXXX{format_day(found[0])[4:]}" if found else "P1Y")


def setpart(args: Args, _reader: Reader) -> Found:
    """Every morning, the evenings."""
    return Found(f"XXXX-XX-XXT{args['part']}")


def openpart(_args: Args, _reader: Reader) -> Found:
    """Until morning: a part of some day."""
    return Found.open("XXXX-XX-XX", "which day is meant is not said", "part_of_day")


def _opens_line(reader: Reader) -> bool:
    """Whether the expression stands like the stamp of a live report: first in its line, a bracket allowed."""
    before = reader.text[max(0, reader.at - 2) : reader.at].lstrip("([")
    return reader.at == 0 or before.endswith("\n") or (reader.at == 1 and not before)


def clock(_args: Args, reader: Reader) -> Found:
    """A clock time: on the day mentioned just before, else on the article's, as one that opens its line always is."""
    if _opens_line(reader) and reader.day is not None and not reader.is_history:
        return Found.of(calendar.day(reader.day), reader.published)
    nearby = reader.reference("day") if reader.is_history else reader.day_nearby()
    if nearby is not None:
        return Found.of(nearby, "running")
    if reader.day is None or reader.is_history:
        return Found.open("XXXX-XX-XX", NO_DAY)
    return Found.of(calendar.day(reader.day), reader.published)


DURATIONS: Final[dict[str, Family]] = {
    "clock": clock,
    "duration": duration,
    "durationhalf": durationhalf,
    "durationrange": durationrange,
    "openpart": openpart,
    "recentref": recentref,
    "ref": ref,
    "setholiday": setholiday,
    "setmonth": setmonth,
    "setnthweekday": setnthweekday,
    "setpart": setpart,
    "setseason": setseason,
    "setunit": setunit,
    "setweekday": setweekday,
    "vaguedur": vaguedur,
}
