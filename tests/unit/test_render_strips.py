"""Stance strips: positions over the visible period, a tick for each statement, nothing before the first one."""

import numpy as np
import pytest

from stanceline.model.evidence import Evidence
from stanceline.model.marks import MIXED, NO_STANCE
from stanceline.render.strips import StripIndex, Strips, place_strips
from stanceline.temporal.timex import DAY_S
from tests.views import evidence

HUNDRED_DAYS = (0.0, 100.0 * DAY_S)


def strips(source: Evidence, numbers: list[int], period: tuple[float, float] = HUNDRED_DAYS) -> Strips:
    return place_strips(StripIndex(source), np.array(numbers, np.int64), period, 0.0, 100.0)


def segments(made: Strips, cell: int = 0) -> list[tuple[float, float, int]]:
    chosen = made.cell == cell
    return list(zip(made.x0[chosen].tolist(), made.x1[chosen].tolist(), made.stance[chosen].tolist(), strict=True))


def test_a_statement_sets_the_position_until_the_next_one() -> None:
    made = strips(evidence([(10, -2), (60, 1)]), [0])
    assert segments(made) == [(0, 10, NO_STANCE), (10, 60, -2), (60, 100, 1)]
    assert list(zip(made.tick_x.tolist(), made.tick_stance.tolist(), strict=True)) == [(10, -2), (60, 1)]


def test_what_was_said_before_the_period_holds_and_ticks_only_in_it() -> None:
    made = strips(evidence([(10, -2), (60, 1)]), [0], (20.0 * DAY_S, 50.0 * DAY_S))
    assert segments(made) == [(0, 100, -2)]
    assert not len(made.tick_x)


def test_both_sides_on_one_day_are_mixed_and_the_stronger_of_one_side_counts() -> None:
    made = strips(evidence([(10, -2), (10, 1), (30, 1), (30, 2)]), [0])
    assert segments(made) == [(0, 10, NO_STANCE), (10, 30, MIXED), (30, 100, 2)]


def test_copies_and_undated_stances_take_no_place() -> None:
    made = strips(evidence([(10, -2), (40, -2), (None, 2)], copies=(1,)), [0])
    assert segments(made) == [(0, 10, NO_STANCE), (10, 100, -2)]
    assert made.tick_x.tolist() == [10]


def test_cells_do_not_run_into_each_other_and_gaps_stay_empty() -> None:
    made = strips(evidence([(90, 2)], [], [(5, -1)]), [2, -1, 1, 0])
    assert segments(made, 0) == [(0, 5, NO_STANCE), (5, 100, -1)]
    assert segments(made, 1) == segments(made, 2) == [(0, 100, NO_STANCE)]
    assert segments(made, 3) == [(0, 90, NO_STANCE), (90, 100, 2)]


@pytest.mark.parametrize("period", [(-1e11, 1e11), (0.0, 3600.0), (9e10, 9.1e10)])
def test_any_period_covers_the_whole_width_once(period: tuple[float, float]) -> None:
    rng = np.random.default_rng(3)
    source = evidence(*[[(int(day), int(rng.integers(-2, 3))) for day in rng.integers(0, 200, 20)] for _ in range(5)])
    made = strips(source, [0, 1, 2, 3, 4], period)
    for cell in range(5):
        parts = segments(made, cell)
        assert [part[0] for part in parts[1:]] == [part[1] for part in parts[:-1]]
        assert (parts[0][0], parts[-1][1]) == (0, 100)


def test_after_the_last_statement_the_position_is_told_apart_and_ends_today() -> None:
    source = evidence([(10, -2), (60, -2)])
    made = place_strips(StripIndex(source), np.array([0]), HUNDRED_DAYS, 0.0, 100.0, until=80.0 * DAY_S)
    assert list(zip(segments(made), made.is_last.tolist(), strict=True)) == [
        ((0, 10, NO_STANCE), False), ((10, 60, -2), False), ((60, 80, -2), True), ((80, 100, NO_STANCE), True),
    ]  # fmt: skip
    assert len(made.tick_x) == 2
