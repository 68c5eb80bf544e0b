"""Sorted arrays over marks, and their layout in lanes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stanceline.model.index import AGAINST, IN_FAVOR, NO_SIDE, MarkIndex, StanceSums, build_index
from stanceline.model.lanes import (
    Level,
    View,
    core_range,
    fit_range,
    layout,
    pick_levels,
)
from stanceline.model.marks import NO_STANCE, empty_marks
from stanceline.temporal.timex import DAY_S
from tests.views import at, day_line, marks_of, random_marks

ROWS = 5


@pytest.fixture(scope="module")
def index() -> MarkIndex:
    return build_index(random_marks(1500, ROWS, seed=7), ROWS)


def _inside(index: MarkIndex, begin: float, end: float) -> int:
    return int(np.count_nonzero((index.anchor >= begin) & (index.anchor < end)))


def test_a_lone_mark_stands_in_the_middle_of_its_day() -> None:
    index = build_index(marks_of([day_line("a", 0, at(2024, 5, 1))]), 1)
    assert index.anchor.tolist() == [at(2024, 5, 1) + DAY_S // 2]


def test_marks_that_share_a_day_are_spread_over_it_and_never_leave_it() -> None:
    day = at(2024, 5, 1)
    index = build_index(marks_of([day_line(str(n), 0, day) for n in range(3)]), 1)
    assert index.anchor.tolist() == [day + DAY_S // 4, day + DAY_S // 2, day + 3 * DAY_S // 4]


def test_marks_of_different_rows_are_not_spread() -> None:
    day = at(2024, 5, 1)
    index = build_index(marks_of([day_line("a", 0, day), day_line("b", 1, day)]), 2)
    assert index.anchor.tolist() == [day + DAY_S // 2] * 2


@pytest.mark.parametrize("column_days", [0.01, 1.0, 30.0, 365.0])
def test_columns_count_what_a_plain_count_counts(index: MarkIndex, column_days: float) -> None:
    width = max(column_days * DAY_S, 1.0)
    first, count = int(at(1995, 1, 1) // width), 80
    found = index.columns(range(ROWS), first, count, width)
    marks = index.marks
    edges = (first + np.arange(count + 1)) * width
    # Coarse columns may be off by one bin of the grid at their edges, never in their sum.
    slack = index.bin_s if width >= index.bin_s else 0
    for row in range(ROWS):
        anchors = index.anchor[index.row_start[row] : index.row_start[row + 1]]
        numbers = index.order[index.row_start[row] : index.row_start[row + 1]]
        for side, chosen in (
            (AGAINST, marks.stance[numbers] < 0),
            (IN_FAVOR, (marks.stance[numbers] > 0) & (marks.stance[numbers] != NO_STANCE)),
            (NO_SIDE, (marks.stance[numbers] == 0) | (marks.stance[numbers] == NO_STANCE)),
        ):
            at_most = np.count_nonzero((anchors[chosen] >= edges[0] - slack) & (anchors[chosen] < edges[-1] + slack))
            at_least = np.count_nonzero((anchors[chosen] >= edges[0] + slack) & (anchors[chosen] < edges[-1] - slack))
            assert at_least <= found[row, side].sum() <= at_most
    if not slack:
        expected = np.histogram(index.anchor[index.row_start[1] : index.row_start[2]], edges)[0]
        # np.histogram closes the last column at both ends.
        assert found[1].sum(axis=0)[:-1].tolist() == expected[:-1].tolist()


def test_a_bar_that_began_long_before_the_view_is_found() -> None:
    lines = [day_line("short", 0, at(2020, 1, 1))]
    label, row, kind, begin, _, granularity, stance, traits = day_line("long", 0, at(2001, 1, 1))
    lines.append((label, row, kind, begin, at(2023, 1, 1), granularity, stance, traits))
    index = build_index(marks_of(lines), 1)
    found = index.lasting(at(2015, 1, 1), at(2015, 2, 1), 0.0)[0]
    assert [index.marks.labels[number] for number in found] == ["long"]


def test_bars_are_found_exactly_where_a_plain_search_finds_them(index: MarkIndex) -> None:
    marks = index.marks
    for begin, end in ((at(1994, 3, 1), at(1994, 9, 1)), (at(2001, 1, 1), at(2001, 1, 2))):
        expected = np.flatnonzero((marks.begin < end) & (marks.end > begin) & (marks.end - marks.begin > DAY_S))
        assert sorted(index.lasting(begin, end, 0.0)[0].tolist()) == expected.tolist()


@settings(max_examples=60, deadline=None)
@given(
    begin_day=st.integers(min_value=-4000, max_value=14_000),
    days=st.sampled_from([0.2, 3, 20, 90, 400, 2000, 12_000]),
    width=st.sampled_from([320.0, 1200.0]),
)
def test_every_mark_in_view_is_shown_or_merged(begin_day: int, days: float, width: float) -> None:
    index = build_index(random_marks(400, 3, seed=3), 3)
    begin = float(at(1990, 1, 1) + begin_day * DAY_S)
    end = begin + days * DAY_S
    plan = layout(index, View(begin, end, width, 0, 3))
    only_bars = sum(1 for number in plan.span_mark.tolist() if not begin <= index.anchor[index.place[number]] < end)
    assert plan.shown + plan.merged == _inside(index, begin, end) + only_bars


@pytest.mark.parametrize("days", [30, 400, 3000])
def test_items_stand_in_order_and_badges_never_cover_a_neighbor(index: MarkIndex, days: int) -> None:
    begin = float(at(2000, 1, 1))
    plan = layout(index, View(begin, begin + days * DAY_S, 1200.0, 0, ROWS))
    same_row = plan.item_row[1:] == plan.item_row[:-1]
    gaps = np.diff(plan.item_x)
    assert (np.diff(plan.item_row) >= 0).all()
    assert (gaps[same_row] >= 0).all()
    badge = (plan.item_count[1:] > 1) | (plan.item_count[:-1] > 1)
    room = gaps - plan.item_half[1:] - plan.item_half[:-1]
    assert (room[same_row & badge] > -9.0).all()


def test_panning_does_not_regroup_marks(index: MarkIndex) -> None:
    begin, span = float(at(2000, 1, 1)), 500.0 * DAY_S

    def groups(shift: float) -> set[tuple[int, int]]:
        plan = layout(index, View(begin + shift, begin + shift + span, 1200.0, 0, ROWS))
        inner = (plan.item_x > 200) & (plan.item_x < 1000)
        return set(zip(plan.item_first[inner].tolist(), plan.item_count[inner].tolist(), strict=True))

    first, second = groups(0.0), groups(span / 1200 * 37.3)
    # The grid of long chains is fixed in time; only what left the inner stretch may differ.
    assert len(first & second) > 0.9 * min(len(first), len(second))


def test_more_room_shows_more() -> None:
    assert pick_levels(np.array([1.0, 5.0, 20.0, 100.0, 500.0])).tolist() == [0, 1, 2, 3, 4]


def test_a_level_is_left_only_when_its_threshold_is_clearly_passed() -> None:
    before = np.array([Level.GLYPHS], np.int8)
    assert pick_levels(np.array([42.0]), before).tolist() == [Level.GLYPHS]
    assert pick_levels(np.array([49.0]), before).tolist() == [Level.LABELS]
    assert pick_levels(np.array([7.5]), before).tolist() == [Level.GLYPHS]
    assert pick_levels(np.array([6.0]), before).tolist() == [Level.CLUSTERS]


def test_an_item_is_found_where_it_stands_and_nowhere_else(index: MarkIndex) -> None:
    begin = float(at(2000, 1, 1))
    plan = layout(index, View(begin, begin + 200 * DAY_S, 1200.0, 0, ROWS))
    for item in range(0, len(plan.item_x), 7):
        row, x = int(plan.item_row[item]), float(plan.item_x[item])
        assert plan.item_at(row, x) == item
        first = int(plan.item_first[item])
        assert plan.item_of(first) == item
        assert plan.item_of(first + int(plan.item_count[item]) - 1) == item
    assert plan.item_at(ROWS + 3, 10.0) is None


def test_a_few_far_marks_do_not_press_the_others_into_a_corner() -> None:
    near = [day_line(str(n), 0, at(2023, 7, 1 + n)) for n in range(10)]
    whole = build_index(marks_of([*near, day_line("far", 0, at(2035, 1, 1))]), 1)
    begin, end = core_range(whole)
    assert begin <= at(2023, 7, 1)
    assert at(2023, 7, 10) < end < at(2024, 1, 1)
    even = build_index(marks_of([day_line(str(n), 0, at(2010 + n, 1, 1)) for n in range(12)]), 1)
    assert core_range(even) == fit_range(even)


def test_the_range_to_begin_with_is_that_of_the_stances() -> None:
    stances = [day_line(f"s{n}", 0, at(2023, 7, 3 + n), -2) for n in range(4)]
    others = [day_line(f"e{n}", 0, at(2020 + 4 * n, 1, 1)) for n in range(4)]
    begin, end = core_range(build_index(marks_of([*stances, *others]), 1))
    assert at(2023, 6, 20) < begin <= at(2023, 7, 3)
    assert at(2023, 7, 7) <= end < at(2023, 7, 20)


def test_marks_beside_the_range_are_counted_for_each_lane() -> None:
    lines = [day_line("a", 0, at(2023, 1, 1)), day_line("b", 0, at(2023, 7, 4)), day_line("c", 1, at(2024, 1, 1))]
    begin = at(2023, 7, 1)
    plan = layout(build_index(marks_of(lines), 2), View(begin, begin + 10 * DAY_S, 800.0, 0, 2))
    assert plan.earlier.tolist() == [1, 0]
    assert plan.inside.tolist() == [1, 0]
    assert plan.later.tolist() == [0, 1]


def test_years_before_the_common_era_are_laid_out_like_others() -> None:
    index = build_index(marks_of([day_line("a", 0, at(-4999, 3, 1)), day_line("b", 0, at(-43, 3, 15))]), 1)
    begin, end = fit_range(index)
    plan = layout(index, View(begin, end, 1000.0, 0, 1))
    assert plan.shown == 2
    assert plan.item_x[0] < 100 < 900 < plan.item_x[1]


def test_no_marks_give_an_empty_layout() -> None:
    index = build_index(empty_marks(), 3)
    plan = layout(index, View(0.0, 1e6, 800.0, 0, 3))
    assert (plan.shown, plan.merged, len(plan.item_x)) == (0, 0, 0)
    assert index.extent() is None


@given(st.lists(st.sampled_from([-2, -1, 0, 1, 2, NO_STANCE]), max_size=900))
@settings(max_examples=40)
def test_stances_are_counted_within_and_across_blocks(stances: list[int]) -> None:
    sums = StanceSums(np.array(stances, np.int8))
    places = np.arange(len(stances) + 1)
    wanted = [[stances[:place].count(step) for step in range(-2, 3)] for place in places]
    assert sums.before(places).tolist() == wanted
    against, favor = sums.sides_before(places)[:, AGAINST], sums.sides_before(places)[:, IN_FAVOR]
    assert against.tolist() == [row[0] + row[1] for row in wanted]
    assert favor.tolist() == [row[3] + row[4] for row in wanted]
    assert (sums.sides_before(places).sum(axis=1) == places).all()


def test_a_block_that_holds_one_stance_only_is_counted_whole() -> None:
    sums = StanceSums(np.full(1000, 2, np.int8))
    assert sums.before(np.array([255, 256, 257, 512, 1000]))[:, 4].tolist() == [255, 256, 257, 512, 1000]
