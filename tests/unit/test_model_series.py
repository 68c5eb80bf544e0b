"""Series for charts: windows, intervals, periods, coverage."""

import math

import numpy as np
import pytest

from stanceline.counting.votes import busiest, members_of, votes_on
from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.model.periods import MOST_PERIODS, period_edges, period_text, suiting_unit
from stanceline.model.series import (
    Votes,
    count_sources,
    curve_of,
    curve_times,
    shares_of,
    votes_of,
    wilson,
)
from stanceline.records import ActorRow, Analysis, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S, days_from_civil


def votes(*entries: tuple[int, int, float], holders: str = "") -> Votes:
    """(day, value, weight) as votes; `holders` names each with a letter."""
    return Votes(
        tuple(f"s{n}" for n in range(len(entries))), tuple(holders or "a" * len(entries)),
        np.array([day * DAY_S for day, _, _ in entries], np.int64),
        np.array([value for _, value, _ in entries], np.int8),
        np.array([weight for _, _, weight in entries], np.float64),
    )  # fmt: skip


def at(*days: int) -> np.ndarray:
    return np.array([day * DAY_S for day in days], np.int64)


def stance(key: str, holder: str, value: int, day: int | None, **changes: object) -> StanceRow:
    begin = None if day is None else day * DAY_S
    values = {
        "id": key, "article": "a1", "holder": holder, "proposal": "toll", "stance": value, "statement": None,
        "reported_by": (), "mode": "first_hand", "form": "direct", "explicit": True, "certainty": "certain",
        "confidence": 0.8, "condition_span": None, "target_span": None, "path": (), "evidence": (0, 1),
        "begin": begin, "end_exclusive": None if begin is None else begin + DAY_S, "rule": "en.stance.verb",
        "decided_by": "machine",
    }  # fmt: skip
    return StanceRow(**{**values, **changes})  # type: ignore[arg-type]


def actor(key: str, parent: str | None = None) -> ActorRow:
    return ActorRow(key, key, "person", parent, None, (), ())


def analysis(*stances: StanceRow, actors: tuple[ActorRow, ...]) -> Analysis:
    return Analysis(proposals=(Proposal("toll", "Toll"),), actors=actors, stances=stances)


def test_a_window_forgets_what_lies_behind_it() -> None:
    curve = curve_of(votes((0, -2, 1.0), (10, 2, 1.0)), 7.0, at(0, 5, 8, 10, 30))
    assert curve.mean[:2].tolist() == [-2.0, -2.0]
    assert math.isnan(curve.mean[2])
    assert curve.mean[3] == 2.0
    assert curve.count.tolist() == [1, 1, 0, 1, 0]


def test_without_a_window_everything_so_far_counts_by_weight() -> None:
    curve = curve_of(votes((0, -2, 1.0), (10, 2, 3.0)), None, at(-1, 0, 10))
    assert math.isnan(curve.mean[0])
    assert curve.mean[1:].tolist() == [-2.0, 1.0]


def test_intervals_stay_on_the_scale_and_narrow_with_evidence() -> None:
    few, many = (curve_of(votes(*[(n, 2, 1.0) for n in range(count)]), None, at(100)) for count in (2, 40))
    assert -2 <= few.low[0] < many.low[0] < 2
    assert few.high[0] == many.high[0] == 2.0


def test_wilson_matches_the_published_example() -> None:
    # Newcombe 1998, table I: 81 of 263.
    low, high = wilson(np.array([81.0]), np.array([263.0]))
    assert (round(float(low[0]), 4), round(float(high[0]), 4)) == (0.2553, 0.3662)
    assert [float(bound[0]) for bound in wilson(np.zeros(1), np.zeros(1))] == [0.0, 1.0]


def test_a_curve_changes_only_where_it_is_computed() -> None:
    some = votes((3, 1, 1.0), (4, -1, 1.0), (20, 2, 1.0))
    times = curve_times(some, 5.0, 0, 40 * DAY_S, most=3)
    for day in (3, 4, 20):
        assert {day * DAY_S, day * DAY_S - 1, (day + 5) * DAY_S, (day + 5) * DAY_S - 1} <= set(times.tolist())
    means = curve_of(some, 5.0, times).mean
    fine = np.arange(0, 40 * DAY_S, DAY_S // 4)
    wanted = curve_of(some, 5.0, fine).mean
    place = np.searchsorted(times, fine, side="right") - 1
    assert np.array_equal(means[place], wanted, equal_nan=True)


def test_votes_leave_out_suggestions_and_copies_and_count_the_undated() -> None:
    rows = (
        stance("s1", "ann", 2, 5), stance("s2", "ann", -2, None), stance("s3", "ann", 1, 6, explicit=False),
        stance("s4", "bob", 2, 4, copy_of="s1"), stance("s5", "bob", -1, 3, mode="second_hand"),
    )  # fmt: skip
    known = analysis(*rows, actors=(actor("ann"), actor("bob")))
    found = votes_on(known, "toll", CellRules())
    assert (found.keys, found.undated) == (("s5", "s1"), 1)
    assert found.weight.tolist() == pytest.approx([0.4, 0.8])
    assert votes_on(known, "toll", CellRules(copies_once=False)).keys == ("s5", "s4", "s1")
    assert votes_on(known, "toll", CellRules(), shown={"s1"}).keys == ("s1",)
    assert votes_on(known, "bridge", CellRules()).keys == ()


def test_families_count_together() -> None:
    known = analysis(
        stance("s1", "minister", 2, 1), stance("s2", "state", 2, 2), stance("s3", "union", -2, 3),
        actors=(actor("state"), actor("minister", "state"), actor("union")),
    )  # fmt: skip
    found = votes_on(known, "toll", CellRules())
    assert busiest(known, found, 5) == ("state", "union")
    assert votes_of(found, members_of(known, "state")).keys == ("s1", "s2")
    assert busiest(known, found, 1) == ("state",)


def test_shares_by_period_and_by_actor() -> None:
    march, april = days_from_civil(2024, 3, 5), days_from_civil(2024, 4, 2)
    some = votes((march, 2, 1), (march + 1, 2, 1), (march + 2, -2, 1), (april, 0, 1), holders="aabb")
    shares = shares_of(some, march * DAY_S, (april + 1) * DAY_S, "month")
    assert shares.counts.T.tolist() == [[1, 0, 0, 0, 2], [0, 0, 1, 0, 0]]
    assert shares.favor[0] == pytest.approx(2 / 3)
    assert math.isnan(shares.favor[1])
    assert shares_of(some, march * DAY_S, (april + 1) * DAY_S, "month", "actors").counts[:, 0].tolist() == [
        1,
        0,
        0,
        0,
        1,
    ]


def test_coverage_keeps_the_busiest_sources_and_adds_up() -> None:
    day = days_from_civil(2024, 1, 15)
    days = [day, day, day + 40, None, *[day + n for n in range(8)]]
    names = ["The Daily", "The Daily", "Agency", "Agency", *[f"paper {n}" for n in range(8)]]
    found = count_sources(days, names, day * DAY_S, (day + 60) * DAY_S, "month", most=2)
    assert found.names == ("The Daily", "Agency", "")
    assert (found.counts.sum(), found.undated, found.merged) == (11, 1, 8)
    assert found.counts[0].tolist() == [2, 0, 0]


@pytest.mark.parametrize(
    ("unit", "first", "second"),
    [("day", (2024, 5, 15), (2024, 5, 16)),
     ("week", (2024, 5, 13), (2024, 5, 20)),
     ("month", (2024, 5, 1), (2024, 6, 1)),
     ("quarter", (2024, 4, 1), (2024, 7, 1)),
     ("half", (2024, 1, 1), (2024, 7, 1)), ("year", (2024, 1, 1), (2025, 1, 1)),
     ("decade", (2020, 1, 1), (2030, 1, 1))],
)  # fmt: skip
def test_periods_are_calendar_units(unit: str, first: tuple[int, int, int], second: tuple[int, int, int]) -> None:
    begin = days_from_civil(2024, 5, 15) * DAY_S
    edges = period_edges(begin, begin + 1, unit)  # type: ignore[arg-type]
    assert edges.tolist() == [days_from_civil(*first) * DAY_S, days_from_civil(*second) * DAY_S]


def test_periods_before_the_common_era_and_their_limits() -> None:
    begin = days_from_civil(-43, 3, 15) * DAY_S
    assert period_text(int(period_edges(begin, begin + 1, "year")[0]), "year") == "44 BCE"
    assert suiting_unit(0, 30 * DAY_S) == "day"
    assert suiting_unit(0, 366 * DAY_S) == "month"
    with pytest.raises(ValueError, match=str(MOST_PERIODS)):
        period_edges(0, 20_000 * DAY_S, "day")
    with pytest.raises(ValueError, match="ends after"):
        period_edges(1, 1, "day")
