"""Places found expressions on the calendar, in the order of the text, against the day the article was written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from stanceline.temporal.calendar import Period, containing, latest_weekday, narrowed, part_interval
from stanceline.temporal.finding.grammar import RuleError
from stanceline.temporal.finding.numerals import read_count
from stanceline.temporal.finding.rules import rule_book
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.timex import DAY_S, Candidate, Direction, DocumentTime, Granularity, Interval, Timex
from stanceline.temporal.values.dates import FAMILIES, Family
from stanceline.temporal.values.durations import DURATIONS
from stanceline.temporal.values.evidence import is_southern
from stanceline.temporal.values.histories import find_histories
from stanceline.temporal.values.periods import PERIODS
from stanceline.temporal.values.relative import RELATIVE
from stanceline.temporal.values.state import NO_DAY, Found, Mode, Reader
from stanceline.temporal.values.story import enter, leave
from stanceline.temporal.values.stretches import place_stretches

_FAMILIES: Final[dict[str, Family]] = {**FAMILIES, **PERIODS, **RELATIVE, **DURATIONS}
_EDGE_MOD: Final = {"early": "START", "start": "START", "mid": "MID", "late": "END", "end": "END"}
_FARTHEST_S: Final = 10_000_000 * 366 * DAY_S
"""Ten million years: what lies beyond is long ago or far ahead, not a place on a calendar."""


def resolve_all(
    text: str,
    candidates: Sequence[Candidate],
    dct: DocumentTime,
    *,
    hints: Sequence[Direction] = (),
    mode: Mode = "news",
    events: Sequence[ReferenceEvent] = (),
    said_on: Mapping[int, int | None] | None = None,
) -> tuple[Timex, ...]:
    """One timex a candidate, in the same order.

    `hints` are the parse's directions, which win over the text's own cues unless "unknown"; `said_on` gives for
    the index of a candidate in quoted speech the day of speaking, None where nobody knows it; `events` are the
    reference events that "the day after the summit" may name. In narrative mode bare weekdays, months and the like
    count from the date that the text has got to, in news mode they do so in passages that tell a history
    (`histories`). Without a known day, relative expressions keep open values.
    """
    spoken = said_on or {}
    reader = Reader(text, dct.day, "published:inferred" if dct.is_inferred() else "published", mode, events=events)
    directions = [_direction(candidate, hints, index) for index, candidate in enumerate(candidates)]
    told = find_histories(text, candidates, directions, dct.day) if mode == "news" else (1,) * len(candidates)
    resolved = []
    for index, candidate in enumerate(candidates):
        reader.turn_to(told[index])
        reader.direction = directions[index]
        reader.day = spoken.get(index, dct.day)
        reader.at, reader.end = candidate.start, candidate.end
        resolved.append(_resolve(candidate, reader))
    return place_stretches(text, resolved)


def _direction(candidate: Candidate, hints: Sequence[Direction], index: int) -> Direction:
    hint = hints[index] if index < len(hints) else "unknown"
    return hint if hint != "unknown" else candidate.direction


def family_named(name: str, rule: str) -> Family:
    """The function of a family. Raises `RuleError` with the line of `rule` and the nearest name where there is none."""
    try:
        return _FAMILIES[name]
    except KeyError:
        line = next((row.line for row in rule_book().rules if row.name == rule), 0)
        near = get_close_matches(name, _FAMILIES, 1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise RuleError(f"timex_rules.tsv, line {line}, rule {rule}: no family {name!r}.{hint}") from None


def _resolve(candidate: Candidate, reader: Reader) -> Timex:
    args = dict(candidate.args)
    place = enter(reader, candidate.start, candidate.end, args) if reader.is_history else None
    found = family_named(args["family"], candidate.rule)(args, reader)
    if found.interval is not None and abs(found.interval.begin) > _FARTHEST_S:
        found = Found.open("PAST_REF" if found.interval.begin < 0 else "FUTURE_REF")
    if place is None:
        reader.remember(found, args)
    else:
        leave(reader, place, found, args)
    mod = _EDGE_MOD[args["edge"]] if "edge" in args else candidate.mod
    if found.period is not None:
        found = _narrowed(found, found.period, args, reader)
    if "offset" in args:
        found = _beside(found, args)
    found, clocked = _with_time(found, args)
    edtf = found.edtf
    if edtf is None and found.interval is not None and not clocked:
        edtf = "/".join(_inclusive(found.interval))
    kind = found.type or candidate.type
    return Timex(
        candidate.start, candidate.end, candidate.text, kind, found.value, mod, edtf, found.interval, found.granularity,
        candidate.rule, found.anchor, found.unresolved,
    )  # fmt: skip


def _narrowed(found: Found, period: Period, args: Mapping[str, str], reader: Reader) -> Found:
    """The part of its period that the expression's own words and the article's hemisphere leave."""
    if period.granularity == "season" and is_southern(reader.text):
        found = _half_a_year_on(found, period)
    if "edge" in args:
        if period.granularity == "day":
            return found
        # "Towards the end of the year" is late in it, not its last month.
        is_near = args["edge"] == "end" and args.get("prep") in ("towards", "toward")
        return replace(found, interval=narrowed(period, "late" if is_near else args["edge"]), edtf=None)
    if "within" in args and reader.day is not None:
        return _on_one_side(found, period, args["within"], reader.day)
    return found


def _half_a_year_on(found: Found, period: Period) -> Found:
    """A season of the southern hemisphere: the name stays, the days are half a year off.

    Summer runs over the turn of the year, so that of 2017 begins in December 2017; the others lie within their year.
    """
    months = containing("month", period.days()[0]).shift(6 if period.index % 4 < 2 else -6)
    first, last = months.days()[0], months.shift(2).days()[1]
    return replace(found, interval=Interval.of_days(first, last), edtf=None)


def _on_one_side(found: Found, period: Period, side: str, day: int) -> Found:
    """ "Earlier this month" ends on the day before the article's, "later this month" begins on the day after."""
    first, last = period.days()
    if not first <= day <= last or period.granularity == "day":
        return found
    if side == "earlier" and day > first:
        return replace(found, interval=Interval.of_days(first, day - 1), edtf=None)
    if side == "later" and day < last:
        return replace(found, interval=Interval.of_days(day + 1, last), edtf=None)
    return found


def _beside(found: Found, args: Mapping[str, str]) -> Found:
    """The day after, two weeks before, the Friday before a day that the rest of the expression names."""
    if found.interval is None or found.period is None:
        return replace(found, value="XXXX-XX-XX", unresolved=found.unresolved or NO_DAY)
    sign, first = int(args["offset"]), found.interval.begin // DAY_S
    last = (found.interval.end - 1) // DAY_S
    origin = last if sign > 0 else first
    if "offday" in args:
        weekday = int(args["offday"])
        days = latest_weekday(origin - 1, weekday) if sign < 0 else latest_weekday(origin + 7, weekday)
        return Found.of(Period("day", days), found.anchor)
    count = int(float(args["offcount"]))
    if args["offunit"] == "week":
        return Found.of(containing("week", origin).shift(sign * count), found.anchor)
    return Found.of(Period("day", origin + sign * count), found.anchor)


def _inclusive(interval: Interval) -> tuple[str, str]:
    return Interval(interval.begin, interval.begin + 1).written()[0][:10], Interval(
        interval.end - DAY_S, interval.end
    ).written()[0]


_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?(am|pm)?")


def _with_time(found: Found, args: Mapping[str, str]) -> tuple[Found, bool]:
    """The clock time or part of the day that the expression adds to its day."""
    minutes = _clock_minutes(args)
    if minutes is not None:
        value = f"{found.value}T{minutes // 60:02d}:{minutes % 60:02d}"
        if found.period is None or found.period.granularity != "day":
            return replace(found, value=value), False
        begin = found.period.index * DAY_S + minutes * 60
        granularity: Granularity = "minute"
        return replace(
            found, value=value, interval=Interval(begin, begin + 60), edtf=value, granularity=granularity
        ), True  # fmt: skip
    part = args.get("part")
    if part is None or args["family"] in ("setweekday", "setpart"):
        return found, False
    value = f"{found.value}T{part}"
    if found.period is None or found.period.granularity != "day":
        return replace(found, value=value, granularity="part_of_day"), False
    interval = part_interval(found.period.index, part)
    return replace(found, value=value, interval=interval, edtf=found.period.edtf(), granularity="part_of_day"), True


def _clock_minutes(args: Mapping[str, str]) -> int | None:
    if "past" in args:
        return _minutes_past(args)
    written = args.get("clock") or args.get("clocktext") or args.get("hour")
    if "hm" in args:
        written = f"{args['hm'][:2]}:{args['hm'][2:]}"
    if written is None and args["family"] == "clock":
        written = args.get("text")
    if written is None:
        return None
    match = _CLOCK.match(written)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    half = match[3] or args.get("ampm")
    if half is None and "hour" in args and "part" in args:
        half = "am" if args["part"] == "MO" else "pm"
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _minutes_past(args: Mapping[str, str]) -> int | None:
    """ "Half past six", "a quarter to three": minutes since midnight, in the half of the day that the text names."""
    hour, past = read_count([args["hour"]]), read_count([args["past"].lstrip("-")])
    if "X" in (hour, past) or not 1 <= int(float(hour)) <= 24:
        return None
    late = args.get("part") in ("AF", "EV", "NI") and int(hour) < 12
    minutes = int(hour) * 60 + int(past) * (-1 if args["past"][0] == "-" else 1)
    return minutes + 720 * late
