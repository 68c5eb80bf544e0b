"""Ticks of the time axis."""

from itertools import pairwise

import pytest

from stanceline.render.axis import Axis, Tick, build_axis
from stanceline.temporal.timex import DAY_S
from tests.views import at

WIDTH = 1100.0
RANGES = [
    (at(2023, 7, 3), at(2023, 7, 3) + 3600),
    (at(2023, 7, 3), at(2023, 7, 5)),
    (at(2023, 7, 1), at(2023, 7, 12)),
    (at(2023, 5, 10), at(2023, 8, 1)),
    (at(2023, 1, 20), at(2026, 3, 1)),
    (at(1925, 1, 1), at(2025, 1, 1)),
    (at(-60, 1, 1), at(40, 1, 1)),
    (at(-4999, 1, 1), at(5000, 1, 1)),
    (at(-9998, 1, 1), at(9999, 1, 1)),
]


def measure(text: str) -> float:
    return 7.0 * len(text)


def axis_of(begin: int, end: int, width: float = WIDTH) -> Axis:
    return build_axis(float(begin), float(end), width, measure)


def written(ticks: tuple[Tick, ...]) -> list[str]:
    return [tick.text for tick in ticks if tick.text]


@pytest.mark.parametrize(("begin", "end"), RANGES)
@pytest.mark.parametrize("width", [240.0, 700.0, 1600.0])
def test_texts_of_one_level_never_touch(begin: int, end: int, width: float) -> None:
    axis = axis_of(begin, end, width)
    for level in (axis.upper, axis.lower):
        places = [(tick.text_x, tick.text_x + measure(tick.text)) for tick in level if tick.text]
        assert all(right < left for (_, right), (left, _) in pairwise(places))


@pytest.mark.parametrize(("begin", "end"), RANGES)
def test_both_levels_say_something_and_ticks_rise(begin: int, end: int) -> None:
    axis = axis_of(begin, end)
    assert written(axis.upper)
    assert len(written(axis.lower)) >= 3
    xs = [tick.x for tick in axis.lower]
    assert xs == sorted(set(xs))


def test_months_of_a_year_stand_at_their_first_days() -> None:
    begin, end = at(2024, 1, 1), at(2025, 1, 1)
    axis = axis_of(begin, end)
    march = next(tick for tick in axis.lower if tick.text.startswith("Mar"))
    assert march.x == pytest.approx((at(2024, 3, 1) - begin) / (end - begin) * WIDTH)
    assert written(axis.upper)[0] == "2024"


def test_hours_name_their_day_above() -> None:
    axis = axis_of(at(2023, 7, 3), at(2023, 7, 5))
    assert written(axis.upper) == ["Mon 3 July 2023", "Tue 4 July 2023"]
    assert "12:00" in written(axis.lower)


def test_there_is_no_year_zero() -> None:
    texts = written(axis_of(at(-60, 1, 1), at(40, 1, 1)).lower)
    assert "0" not in texts
    assert "50 BCE" in texts
    assert "1" in texts
    assert texts.index("50 BCE") < texts.index("1") < texts.index("10")


def test_the_upper_level_stays_readable_when_its_beginning_is_out_of_view() -> None:
    axis = axis_of(at(2023, 5, 20), at(2023, 7, 20))
    first = axis.upper[0]
    assert first.x < 0
    assert first.text == "May 2023"
    assert first.text_x >= 0


def test_weekends_are_saturdays_and_sundays_and_only_where_days_can_be_seen() -> None:
    begin = at(2024, 5, 1)
    axis = axis_of(begin, begin + 30 * DAY_S)
    x0, x1 = axis.weekends[0]
    per_day = WIDTH / 30
    assert x0 == pytest.approx(3 * per_day)
    assert x1 == pytest.approx(5 * per_day)
    assert not axis_of(at(2000, 1, 1), at(2024, 1, 1)).weekends


def test_nothing_is_drawn_into_no_room() -> None:
    assert axis_of(0, 100, 1.0) == Axis()
