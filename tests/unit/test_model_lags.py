"""Which marks were known on a day, and how late they were reported."""

from dataclasses import replace

import numpy as np
import pytest

from stanceline.model.clock import Clock, ClockKind, Comparison, Side
from stanceline.model.index import build_index
from stanceline.model.lags import Account, account_of, days_of, is_later, since_of
from stanceline.model.lanes import COLUMN_PX, View, layout
from stanceline.model.marks import Corpus, Kind, Marks, Row, empty_cells, empty_marks
from stanceline.model.prepared import UNKNOWN_TIME
from stanceline.render.scene import Density, PlotScene, RowGeometry, at_other_time, build_plot, density_edges
from stanceline.temporal.timex import DAY_S
from tests.unit.test_counting_history import article
from tests.views import day_line, marks_of, random_marks


def marks(*rows: tuple[Kind, int, int, int | None, int]) -> Marks:
    """Marks by kind, first day, days, day of the report and article."""
    empty = empty_marks()
    return replace(
        empty,
        keys=[f"m{number}" for number in range(len(rows))],
        kind=np.array([row[0] for row in rows], np.int8),
        begin=np.array([row[1] * DAY_S for row in rows], np.int64),
        end=np.array([(row[1] + row[2]) * DAY_S for row in rows], np.int64),
        reported=np.array([UNKNOWN_TIME if row[3] is None else row[3] * DAY_S for row in rows], np.int64),
        article=np.array([row[4] for row in rows], np.int32),
    )


ARTICLES = [
    article("a0", 20),
    replace(article("a1", 40), published_basis="inferred", published_begin=38, published_end_exclusive=43),
]
MARKS = marks(
    (Kind.STANCE, 10, 1, 12, 0),
    (Kind.STANCE, 10, 1, 40, 1),
    (Kind.STATEMENT, 10, 31, 40, 1),
    (Kind.EVENT, 50, 1, 20, 0),
    (Kind.EVENT, 5, 1, None, -1),
)


def test_the_account_at_a_day() -> None:
    """A plan is known before it happens by the second clock, a late report by the first."""
    assert account_of(MARKS, Clock(), ARTICLES) == Account(5, 5, 0, 1, 2, 5, 0)
    assert account_of(MARKS, Clock(30 * DAY_S), ARTICLES) == Account(5, 4, 2, 1, 2, 5, 0)
    assert account_of(MARKS, Clock(30 * DAY_S, "published"), ARTICLES) == Account(5, 2, 0, 0, 0, 0, 1)
    assert account_of(MARKS, Clock(41 * DAY_S, "published"), ARTICLES) == Account(5, 4, 0, 1, 2, 5, 1)


def test_a_day_is_known_from_its_beginning() -> None:
    """What begins on the day is known at its end, not at the end of the day before; without a day never."""
    since = since_of(MARKS.begin, MARKS.reported, Clock(kind="event"))
    assert is_later(since, 10 * DAY_S).tolist() == [True, True, True, True, False]
    assert is_later(since, 11 * DAY_S).tolist() == [False, False, False, True, False]
    published = since_of(MARKS.begin, MARKS.reported, Clock(kind="published"))
    assert is_later(published, 1 << 60).tolist() == [False, False, False, False, True]


def test_days_are_those_of_statements_where_there_are_any() -> None:
    """Events alone give their own days."""
    assert days_of(MARKS, Clock()) == [10 * DAY_S]
    assert days_of(MARKS, Clock(kind="published")) == [12 * DAY_S, 40 * DAY_S]
    assert days_of(marks((Kind.EVENT, 7, 1, 9, 0)), Clock()) == [7 * DAY_S]
    assert days_of(empty_marks(), Clock()) == []


def scene_at(clock: Clock, later: list[bool], width: float = 1000.0) -> PlotScene:
    """Two marks on one day and two ten days on, over forty days."""
    rows = [Row("actor:a", "Ada", "person")]
    shown = [day_line(f"m{number}", 0, day * DAY_S) for number, day in enumerate((10, 10, 20, 20))]
    corpus = replace(Corpus(rows, [], marks_of(shown), empty_cells()), clock=clock, later=np.array(later))
    index = build_index(corpus.marks, 1)
    view = View(0, 40 * DAY_S, width, 0, 1)
    plan = layout(index, view)
    return build_plot(corpus, index, plan, RowGeometry(40.0, 0.0, 40.0, 1), lambda text: 6.0 * len(text))


def test_the_line_of_the_clock_stands_at_its_day() -> None:
    scene = scene_at(Clock(15 * DAY_S), [False, False, True, True])
    assert scene.clock is not None
    assert scene.clock.x == 375.0
    assert scene.clock.text == "As of 15 January 1970"
    assert scene.clock.cuts
    published = scene_at(Clock(15 * DAY_S, "published"), [False, True, False, True]).clock
    assert published is not None
    assert published.text == "As known on 15 January 1970"
    assert not published.cuts


def test_a_group_is_pale_where_nothing_of_it_was_known() -> None:
    scene = scene_at(Clock(15 * DAY_S), [False, True, True, True], width=120.0)
    assert scene.badges.count.tolist() == [2, 2]
    assert scene.badges.pale is not None
    assert scene.badges.pale.tolist() == [False, True]


@pytest.mark.parametrize("kind", ["event", "published"])
@pytest.mark.parametrize(("days", "count"), [(40, 400), (4000, 400), (4000, 3000)])
def test_a_scene_at_another_time_is_the_one_made_anew(kind: ClockKind, days: int, count: int) -> None:
    """Whatever was pale before, at any level: only what the clock decides differs, and that as in a fresh scene."""
    rows = [Row(f"actor:{number}", f"Actor {number}", "person") for number in range(5)]
    base = Corpus(rows, [], random_marks(count, 5, 3, years=10), empty_cells())
    index = build_index(base.marks, 5)
    middle = int(np.median(base.marks.begin))
    plan = layout(index, View(middle - days * DAY_S / 2, middle + days * DAY_S / 2, 1000.0, 0, 5))
    geometry, clock = RowGeometry(40.0, 0.0, 200.0, 5), Clock(middle, kind)

    def build(corpus: Corpus) -> PlotScene:
        return build_plot(corpus, index, plan, geometry, lambda text: 6.0 * len(text))

    later = is_later(since_of(base.marks.begin, base.marks.reported, clock), middle)
    corpus = replace(base, clock=clock, later=later)
    moved, fresh = at_other_time(build(base), corpus, index, plan), build(corpus)
    assert fresh.pale is not None
    assert moved.pale is not None
    assert moved.pale.tolist() == fresh.pale.tolist()
    assert moved.glyphs.style.tolist() == fresh.glyphs.style.tolist()
    assert moved.spans.style.tolist() == fresh.spans.style.tolist()
    assert moved.density.columns.tolist() == fresh.density.columns.tolist()
    dense = np.isin(base.marks.row, plan.density_rows) & (~later if kind == "published" else True)
    assert abs(int(fresh.density.columns.sum()) - int(dense.sum())) <= 3
    assert moved.badges.pale is not None
    assert fresh.badges.pale is not None
    assert moved.badges.pale.tolist() == fresh.badges.pale.tolist()
    assert moved.poles.style.tolist() == fresh.poles.style.tolist()
    assert moved.labels == fresh.labels
    assert (moved.clock is None) == (fresh.clock is None)


def test_periods_that_are_compared_are_bands() -> None:
    sides = Comparison(Side(period=(0, 10 * DAY_S)), Side(period=(30 * DAY_S, 90 * DAY_S)))
    rows = [Row("actor:a", "Ada", "person")]
    corpus = replace(Corpus(rows, [], empty_marks(), empty_cells()), comparison=sides)
    index = build_index(corpus.marks, 1)
    plan = layout(index, View(0, 40 * DAY_S, 1000.0, 0, 1))
    scene = build_plot(corpus, index, plan, RowGeometry(40.0, 0.0, 40.0, 1), lambda text: 6.0 * len(text))
    assert [(band.letter, band.x0, band.x1) for band in scene.bands] == [("A", 0.0, 250.0), ("B", 750.0, 2250.0)]
    moved = at_other_time(scene, replace(corpus, comparison=Comparison(sides.b, sides.a)), index, plan)
    assert [(band.letter, band.x0) for band in moved.bands] == [("A", 750.0), ("B", 0.0)]
    assert moved.labels is scene.labels


def test_a_histogram_cut_at_the_clock_keeps_its_heights() -> None:
    columns = np.arange(24, dtype=np.int32).reshape(1, 3, 8)
    density = Density(np.array([0]), np.array([0.0]), 0.0, columns)
    left, right = density.cut(3 * COLUMN_PX)
    whole = density_edges(density, 40)
    assert np.concatenate([density_edges(left, 40), density_edges(right, 40)], axis=2).tolist() == whole.tolist()
    assert right.x == 3 * COLUMN_PX
