"""Ticks of the time axis on two levels, from millennia to minutes, in the calendar of the articles.

Years before 1 are written "44 BCE" (there is no year 0). No time zones.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from stanceline.model.dates_text import chosen_style, iso_week
from stanceline.render.text import MONTHS, MONTHS_FULL, WEEKDAYS, year_text
from stanceline.temporal.timex import DAY_S, civil_from_days, days_from_civil, format_day, weekday_of

Measure = Callable[[str], float]

_YEAR_S = 365.2425 * DAY_S
_GAP_PX = 12.0
_MIN_GRID_PX = 5.0
_HOUR_ROOM = 1.6
_BOLD = 1.08
"""How much wider than measured the texts of the upper level are at most: they are painted bold."""


@dataclass(frozen=True)
class Tick:
    """A line at `x` px; `text` is written right of it, at `text_x`, and is empty where there is no room."""

    x: float
    text: str
    text_x: float


@dataclass(frozen=True)
class Axis:
    """Ticks of both levels, and (x0, x1) of the weekends where days can be seen."""

    upper: tuple[Tick, ...] = ()
    lower: tuple[Tick, ...] = ()
    weekends: tuple[tuple[float, float], ...] = ()
    step: str = ""


@dataclass(frozen=True)
class _Step:
    """A distance between ticks: `number` times `unit`, about `seconds` long; `above` is the step of the upper level."""

    unit: str
    number: int
    seconds: float
    widest: str
    above: tuple[str, int]


_STEPS = (
    _Step("minute", 5, 300, "00:00", ("day", 1)),
    _Step("minute", 15, 900, "00:00", ("day", 1)),
    _Step("hour", 1, 3600, "00:00", ("day", 1)),
    _Step("hour", 3, 10_800, "00:00", ("day", 1)),
    _Step("hour", 6, 21_600, "00:00", ("day", 1)),
    _Step("hour", 12, 43_200, "00:00", ("day", 1)),
    _Step("day", 1, DAY_S, "Wed 30", ("month", 1)),
    _Step("week", 1, 7 * DAY_S, "W30", ("month", 1)),
    _Step("month", 1, 30.4 * DAY_S, "May", ("year", 1)),
    _Step("month", 3, 91.3 * DAY_S, "Q4", ("year", 1)),
    _Step("year", 1, _YEAR_S, "2000", ("year", 10)),
    _Step("year", 2, 2 * _YEAR_S, "2000", ("year", 10)),
    _Step("year", 5, 5 * _YEAR_S, "2000", ("year", 100)),
    _Step("year", 10, 10 * _YEAR_S, "2000", ("year", 100)),
    _Step("year", 20, 20 * _YEAR_S, "2000", ("year", 100)),
    _Step("year", 50, 50 * _YEAR_S, "2000 BCE", ("year", 1000)),
    _Step("year", 100, 100 * _YEAR_S, "2000 BCE", ("year", 1000)),
    _Step("year", 200, 200 * _YEAR_S, "2000 BCE", ("year", 1000)),
    _Step("year", 500, 500 * _YEAR_S, "2000 BCE", ("year", 10_000)),
    _Step("year", 1000, 1000 * _YEAR_S, "2000 BCE", ("year", 10_000)),
    _Step("year", 2000, 2000 * _YEAR_S, "20000 BCE", ("year", 10_000)),
    _Step("year", 5000, 5000 * _YEAR_S, "20000 BCE", ("year", 10_000)),
    *(
        _Step("year", number, number * _YEAR_S, "1000000 BCE", ("year", 10_000))
        for number in (10_000, 20_000, 50_000, 100_000, 200_000, 500_000)
    ),
)
_DAYS_FROM_S, _DAYS_TO_S = (float(days_from_civil(year, 1, 1) * DAY_S) for year in (-9999, 10_000))
"""Outside these years nothing finer than a year is written."""


def _round_year(year: int, step: int) -> int:
    """The last round year not after `year`: 1900, 2000 ..., year 1, and round years BCE (1000 BCE is -999)."""
    if step == 1:
        return year
    if year >= 1:
        return max(1, year // step * step)
    return 1 - -(-(1 - year) // step) * step


def _years(first: int, step: int) -> Iterator[int]:
    year = _round_year(first, step)
    while True:
        yield year
        if year < 1:
            year = year + step if year + step < 1 else 1
        else:
            year = (year // step + 1) * step


def _starts(unit: str, number: int, begin_s: float) -> Iterator[int]:
    """Instants of the ticks from the last one not after `begin_s` on, without end."""
    if unit in ("minute", "hour"):
        length = number * (60 if unit == "minute" else 3600)
        at = int(begin_s // length) * length
        while True:
            yield at
            at += length
    day = int(begin_s // DAY_S)
    if unit in ("day", "week"):
        length = number * (7 if unit == "week" else 1)
        day -= (weekday_of(day) - 1) if unit == "week" else 0
        while True:
            yield day * DAY_S
            day += length
    year, month, _ = civil_from_days(day)
    if unit == "month":
        count = (year * 12 + month - 1) // number * number
        while True:
            yield days_from_civil(count // 12, count % 12 + 1, 1) * DAY_S
            count += number
    for start in _years(year, number):
        yield days_from_civil(start, 1, 1) * DAY_S


def _lower_texts(step: _Step, at_s: int, width_px: float, measure: Measure, *, week_numbers: bool) -> tuple[str, ...]:
    """What a tick may be called, the longest first."""
    day, rest = divmod(at_s, DAY_S)
    year, month, number = civil_from_days(day)
    is_iso = chosen_style() == "iso"
    if step.unit in ("minute", "hour"):
        return (f"{rest // 3600:02d}:{rest % 3600 // 60:02d}",)
    if step.unit == "day":
        short = str(number)
        if width_px <= measure("Wed 30") + _GAP_PX:
            return (short,)
        weekday = weekday_of(day)
        named = f"{WEEKDAYS[weekday - 1]} {number}"
        return (f"{named} · W{iso_week(day)[1]}", named) if week_numbers and weekday == 1 else (named,)
    if step.unit == "week":
        return (f"W{iso_week(day)[1]}",) if week_numbers else (str(number),)
    if step.unit == "month" and step.number == 3:
        return (f"Q{(month - 1) // 3 + 1}",)
    if step.unit == "month":
        if is_iso:
            return f"{year_text(year)}-{month:02d}" if year > 0 else f"{month:02d}", f"{month:02d}"
        return (MONTHS_FULL[month - 1] if width_px > measure("September") + _GAP_PX else MONTHS[month - 1],)
    return (year_text(year),)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _upper_texts(unit: str, number: int, at_s: int) -> tuple[str, ...]:
    """What a segment of the upper level may be called, the longest first."""
    day = at_s // DAY_S
    year, month, day_number = civil_from_days(day)
    if unit in ("day", "month") and chosen_style() == "iso":
        return (format_day(day) if unit == "day" else format_day(day)[:-3],)
    if unit == "day":
        weekday = WEEKDAYS[weekday_of(day) - 1]
        short = f"{day_number} {MONTHS[month - 1]}"
        full = f"{weekday} {day_number} {MONTHS_FULL[month - 1]} {year_text(year)}"
        return full, f"{short} {year_text(year)}", f"{weekday} {short}", short, str(day_number)
    if unit == "month":
        return (
            f"{MONTHS_FULL[month - 1]} {year_text(year)}",
            f"{MONTHS[month - 1]} {year_text(year)}",
            MONTHS[month - 1],
        )
    if number == 1:
        return (year_text(year),)
    if number == 10:
        return (f"{year}s",) if year >= 10 else (_years_text(year, 10),)
    if number >= 10_000:
        return ("Common Era", "CE") if year >= 1 else ("Before the Common Era", "BCE")
    name = "century" if number == 100 else "millennium"
    if year >= 1:
        return (f"{_ordinal(year // number + 1)} {name}",)
    return (f"{_ordinal((1 - year) // number)} {name} BCE",)


def _years_text(year: int, number: int) -> str:
    last = year + number - 1
    return f"{1 - year}–{1 - last} BCE" if last < 1 else f"{year}–{number - 1}"


def _choose(begin_s: float, end_s: float, width_px: float, measure: Measure) -> _Step:
    """The finest step whose texts have room; only years outside of the years that have days."""
    scale = (end_s - begin_s) / width_px
    only_years = begin_s < _DAYS_FROM_S or end_s > _DAYS_TO_S
    years = max(measure(year_text(civil_from_days(int(at // DAY_S))[0])) for at in (begin_s, end_s))
    for step in _STEPS:
        if only_years and step.unit != "year":
            continue
        widest = measure("30" if step.unit == "day" else step.widest)
        if step.unit == "year":
            widest = max(widest, years)
        # Most marks are known to the day: hours come when days are wide.
        if step.seconds / scale >= (widest + _GAP_PX) * (_HOUR_ROOM if step.unit == "hour" else 1.0):
            return step
    return _STEPS[-1]


def _level(
    unit: str, number: int, begin_s: float, end_s: float, width_px: float, texts_of: Callable[[int], tuple[str, ...]],
    measure: Measure, *, sticky: bool, kept_px: float = 0.0
) -> tuple[Tick, ...]:  # fmt: skip
    scale = (end_s - begin_s) / width_px
    starts: list[int] = []
    for at in _starts(unit, number, begin_s):
        starts.append(at)
        if at >= end_s:
            break
    ticks = []
    wider = _BOLD if sticky else 1.0
    for at, following in pairwise(starts):
        x, right = (at - begin_s) / scale, (following - begin_s) / scale
        text_x = max(x, 0.0) + 5.0 if sticky else x + 5.0
        # A text that its own segment cannot hold is left out rather than written over the next one.
        room = min(right, width_px - kept_px) - 2.0 - text_x if text_x >= 0 else -1.0
        text = next((one for one in texts_of(at) if measure(one) * wider <= room), "")
        ticks.append(Tick(x, text, text_x))
    return tuple(ticks)


def build_axis(
    begin_s: float,
    end_s: float,
    width_px: float,
    measure: Measure,
    *,
    week_numbers: bool = False,
    kept_px: float = 0.0,
) -> Axis:
    """Ticks for a range over a width; texts of one level never touch each other.

    `kept_px` at the right end of the upper level stay free of texts.
    """
    if width_px < 2 or end_s <= begin_s:
        return Axis()
    scale = (end_s - begin_s) / width_px
    step = _choose(begin_s, end_s, width_px, measure)
    room = step.seconds / scale
    lower = _level(
        step.unit, step.number, begin_s, end_s, width_px,
        lambda at: _lower_texts(step, at, room, measure, week_numbers=week_numbers), measure, sticky=False,
    )  # fmt: skip
    unit, number = step.above
    upper = _level(
        unit, number, begin_s, end_s, width_px, lambda at: _upper_texts(unit, number, at), measure, sticky=True,
        kept_px=kept_px,
    )  # fmt: skip
    return Axis(upper, lower, _weekends(begin_s, end_s, scale), f"{step.number} {step.unit}")


def _weekends(begin_s: float, end_s: float, scale: float) -> tuple[tuple[float, float], ...]:
    if DAY_S / scale < _MIN_GRID_PX * 2:
        return ()
    day = int(begin_s // DAY_S)
    day -= weekday_of(day) - 6 if weekday_of(day) >= 6 else weekday_of(day) + 1
    found = []
    while day * DAY_S < end_s:
        if (day + 2) * DAY_S > begin_s:
            found.append(((day * DAY_S - begin_s) / scale, ((day + 2) * DAY_S - begin_s) / scale))
        day += 7
    return tuple(found)
