"""Scenes: what is seen, before anything is painted."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from stanceline.model.index import build_index
from stanceline.model.lanes import View, layout
from stanceline.model.marks import Corpus, Kind, Row, Trait, empty_cells
from stanceline.render.painter import badge_looks
from stanceline.render.painter_vector import VectorPainter
from stanceline.render.palette import load_palette
from stanceline.render.scene import (
    Density,
    LabelMemory,
    PlotScene,
    RowGeometry,
    build_plot,
    density_edges,
    style_of,
    unpack_style,
)
from stanceline.temporal.timex import DAY_S
from tests.views import at, day_line, marks_of, random_marks, small_corpus

ROWS = 6
GEOMETRY = RowGeometry(40.0, 0.0, ROWS * 40.0, ROWS)


def measure(text: str) -> float:
    return 6.5 * len(text)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    rows = [Row(f"r{n}", f"Actor {n}", "state") for n in range(ROWS)]
    return Corpus(rows, [], random_marks(900, ROWS, seed=11), empty_cells())


def scene_of(
    corpus: Corpus, begin: float, days: float, *, memory: LabelMemory | None = None, chosen: tuple[int, ...] = ()
) -> PlotScene:
    index = build_index(corpus.marks, len(corpus.rows))
    view = View(begin, begin + days * DAY_S, 1200.0, 0, len(corpus.rows))
    geometry = RowGeometry(40.0, 0.0, len(corpus.rows) * 40.0, len(corpus.rows))
    return build_plot(corpus, index, layout(index, view), geometry, measure, memory=memory, chosen=chosen)


@pytest.mark.parametrize("days", [40, 150, 600])
def test_labels_cover_neither_each_other_nor_a_mark(corpus: Corpus, days: int) -> None:
    scene = scene_of(corpus, at(2001, 1, 1), days)
    boxes = [(label.x, label.x + measure(label.text), label.y) for label in scene.labels]
    assert boxes
    for number, (x0, x1, y) in enumerate(boxes):
        assert x0 >= 0
        assert x1 <= 1200
        for other0, other1, other_y in boxes[number + 1 :]:
            assert abs(other_y - y) > 10 or x1 <= other0 or other1 <= x0
    marks = [(x - 5, x + 5, y) for x, y in zip(scene.glyphs.x, scene.glyphs.y, strict=True)]
    marks += [(x - h, x + h, y) for x, h, y in zip(scene.badges.x, scene.badges.half, scene.badges.y, strict=True)]
    for x0, x1, y in boxes:
        assert all(abs(mark_y - y) > 18 or x1 <= m0 + 1 or m1 - 1 <= x0 for m0, m1, mark_y in marks)


def test_labels_stay_while_the_view_moves_a_little(corpus: Corpus) -> None:
    memory = LabelMemory()
    begin, days = float(at(2001, 1, 1)), 120
    before = {label.mark for label in scene_of(corpus, begin, days, memory=memory).labels}
    after = {label.mark for label in scene_of(corpus, begin + days * DAY_S / 1200 * 9, days, memory=memory).labels}
    assert len(before - after) <= 0.2 * len(before)


def test_a_chosen_mark_is_labeled_before_all_others(corpus: Corpus) -> None:
    begin = float(at(2001, 1, 1))
    plain = scene_of(corpus, begin, 400)
    labeled = {label.mark for label in plain.labels}
    inside = (plain.glyphs.x > 300) & (plain.glyphs.x < 900)
    missing = [int(mark) for mark in plain.glyphs.mark[inside] if int(mark) not in labeled]
    gained = [
        mark for mark in missing if any(x.mark == mark for x in scene_of(corpus, begin, 400, chosen=(mark,)).labels)
    ]
    assert len(missing) >= 5
    assert gained


def test_zooming_keeps_the_order_and_the_rows_of_marks() -> None:
    corpus = small_corpus()
    for days in (400, 200, 60):
        scene = scene_of(corpus, float(at(2024, 2, 1)), days)
        for row in range(4):
            chosen = corpus.marks.row[scene.glyphs.mark] == row
            begins = corpus.marks.begin[scene.glyphs.mark][chosen]
            assert (np.diff(begins) >= 0).all()
            assert (np.diff(scene.glyphs.x[chosen]) >= 0).all()
            assert set(scene.glyphs.y[chosen]) <= {row * 40.0 + GEOMETRY.mark_offset}


def test_labels_of_a_figure_name_their_source() -> None:
    corpus = small_corpus()
    index = build_index(corpus.marks, 4)
    view = View(float(at(2024, 1, 1)), float(at(2025, 1, 1)), 1600.0, 0, 4)
    scene = build_plot(corpus, index, layout(index, view), RowGeometry(40.0, 0.0, 160.0, 4), measure, cites=True)
    assert any(label.text == "Signs the harbor treaty [1]" for label in scene.labels)


def test_a_months_mark_gets_a_bracket_over_the_month_and_weeks_of_talks_a_bar() -> None:
    corpus = small_corpus()
    scene = scene_of(corpus, float(at(2024, 1, 1)), 366)
    kinds = {
        corpus.marks.labels[mark]: bool(bar) for mark, bar in zip(scene.spans.mark, scene.spans.shape == 1, strict=True)
    }
    assert kinds == {"Says nothing new": False, "Talks last for weeks": True}
    month = int(np.flatnonzero(scene.spans.shape == 0)[0])
    per_day = 1200 / 366
    assert scene.spans.x1[month] - scene.spans.x0[month] == pytest.approx(30 * per_day)


def test_styles_survive_packing() -> None:
    traits = Trait.SECOND_HAND | Trait.CONFLICT
    for kind in Kind:
        for stance in (-2, 0, 2, 100, 127):
            packed = style_of(np.array([int(kind)]), np.array([stance]), np.array([int(traits)]))
            assert unpack_style(int(packed[0])) == (kind, stance, traits)


def test_density_grows_outward_and_fits_its_lane() -> None:
    columns = np.array([[[0, 3, 40], [2, 5, 0], [1, 0, 90]]], np.int32)
    edges = density_edges(Density(np.array([0]), np.array([0.0]), 0.0, columns), 36)
    assert (np.diff(edges, axis=1) >= 0).all()
    assert edges.min() >= -18
    assert edges.max() <= 18
    assert edges[0, :, 1].tolist()[0] == edges[0, :, 1].tolist()[1], "no one in favor: nothing above the middle part"


def test_rows_are_cut_to_what_is_seen() -> None:
    geometry = RowGeometry(40.0, 100.0, 200.0, 50)
    assert (geometry.first, geometry.end) == (2, 8)
    assert geometry.top(2) == -20.0
    assert RowGeometry(40.0, 0.0, 500.0, 3).end == 3


def test_what_leaves_the_plot_is_cut_for_devices_that_do_not_clip(corpus: Corpus) -> None:
    scene = scene_of(corpus, float(at(2001, 1, 1)), 90).within()
    assert scene.glyphs.x.min() >= 0
    assert scene.glyphs.x.max() <= 1200
    assert scene.spans.x0.min() >= 0
    assert scene.spans.x1.max() <= 1200


def test_an_empty_lane_says_where_its_marks_are() -> None:
    lines = [day_line("a", 0, at(2023, 1, 1)), day_line("b", 1, at(2023, 7, 4)), day_line("c", 2, at(2024, 1, 1))]
    rows = [Row(f"r{n}", f"Actor {n}", "state") for n in range(3)]
    scene = scene_of(Corpus(rows, [], marks_of(lines), empty_cells()), at(2023, 7, 1), 10)
    edges = {label.text: label.x for label in scene.labels if label.mark < 0}
    assert set(edges) == {"← 1 earlier", "1 later →"}
    assert edges["← 1 earlier"] < 20
    assert edges["1 later →"] + measure("1 later →") > 1180


def test_a_badge_shows_the_stances_among_its_marks() -> None:
    stances = np.array(
        [[0, 0, 0, 0, 0], [1, 0, 0, 0, 0], [0, 2, 0, 0, 0], [9, 0, 0, 1, 0], [0, 0, 3, 0, 0], [0, 0, 1, 0, 2]], np.int32
    )
    assert badge_looks(stances) == [(0, 0, 0), (2, 0, 0), (1, 0, 0), (2, 1, 2), (0, 0, -1), (0, 2, 8)]


def test_the_line_of_today_makes_room_for_labels(qapp: QApplication) -> None:
    rows = [Row("r0", "Actor", "state"), Row("r1", "Other", "state")]
    corpus = Corpus(
        rows, [], marks_of([day_line("A long label about the ferry toll", 0, at(2023, 7, 1))]), empty_cells()
    )
    painter = VectorPainter(load_palette("light"))
    index = build_index(corpus.marks, 2)
    begin = at(2023, 6, 28)
    geometry = RowGeometry(40.0, 0.0, 80.0, 2)
    plan = layout(index, View(begin, begin + 40 * DAY_S, 1200.0, 0, 2))
    scene = build_plot(corpus, index, plan, geometry, painter.measure, today_s=at(2023, 7, 4))
    label = scene.labels[0]
    assert scene.today_x is not None
    assert label.x < scene.today_x < label.x + painter.measure(label.text)
    pieces = painter.upright_pieces(scene, scene.today_x or 0.0)
    assert all(end <= label.y - 6 or top >= label.y + 6 for top, end in pieces)
    assert pieces[-1][1] == geometry.height_px


def test_labels_go_to_selected_then_pinned_then_milestones_then_more_sources_then_earlier_marks() -> None:
    from dataclasses import replace

    from stanceline.render.labels import LabelMemory, Priorities, candidates

    day = at(2024, 5, 1)
    lines = [day_line(name, 0, day + place * 40 * DAY_S) for place, name in enumerate("abcdef")]
    marks = replace(
        marks_of(lines),
        # As `prepared` gives them: d is a milestone, e has three sources, the others tie.
        priority=np.array([2, 2, 2, 102, 12, 2], np.float32),
    )
    index = build_index(marks, 1)
    plan = layout(index, View(float(day - DAY_S), float(day + 260 * DAY_S), 1200.0, 0, 1))
    order = [mark for _, mark, _ in candidates(index, plan, Priorities({5}, {2}), LabelMemory())]
    assert [marks.labels[mark] for mark in order] == ["f", "c", "d", "e", "a", "b"]
