"""How the plot is drawn: labels that never overlap at any zoom, counts that add up, the axis and its options."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import ceil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from stanceline.model.dates_text import choose_style
from stanceline.model.lanes import Level
from stanceline.model.marks import NO_STANCE, Corpus, Kind, Row, Source, Trait, empty_cells
from stanceline.render.painter import AXIS_HEIGHT
from stanceline.temporal.timex import DAY_S
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.canvas import TimelineCanvas
from stanceline.ui.plot.plot_state import HIGHEST_S, LOWEST_S, MAX_SPAN_S, PlotState
from stanceline.ui.plot.timeline import TimelineView
from stanceline.ui.plot.tips import tip_text
from stanceline.ui.preferences_list import AXIS_PLACE, COVERAGE, ISO_DATES, PUBLICATION_TICKS, WEEK_NUMBERS
from tests.benchmarks.synthetic import synthetic_corpus
from tests.gui.conftest import wheel
from tests.views import GLYPH_LINES, at, every_glyph, marks_of, small_corpus

STEPS, PLACES = 15, 7
HALF_LINE_PX = 6.5
"""Half the height that the letters of a label take."""


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TimelineView]:
    made = TimelineView()
    made.resize(1100, 640)
    made.set_corpus(every_glyph())
    made.show()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()


def state_of(view: TimelineView) -> PlotState:
    return view._state


def canvas_of(view: TimelineView) -> TimelineCanvas:
    canvas = view.findChild(TimelineCanvas)
    assert isinstance(canvas, TimelineCanvas)
    return canvas


# ---- nothing overlaps --------------------------------------------------------------------------------------


def sweep(view: TimelineView) -> Iterator[str]:
    """Views from everything to a day, each at several places; yields what is looked at."""
    begin, end = state_of(view).fit_range()
    for step in range(STEPS):
        span = (end - begin) * (DAY_S / (end - begin)) ** (step / (STEPS - 1))
        for place in range(PLACES):
            left = begin + (end - begin - span) * place / (PLACES - 1)
            view.set_visible_range(left, left + span)
            yield f"{span / DAY_S:.1f} days from {left / DAY_S:.1f}"


def texts(state: PlotState) -> list[tuple[QRectF, int]]:
    """Rectangles of all labels, each with the mark that it belongs to."""
    measure = state.painter.measure
    return [
        (QRectF(label.x, label.y - HALF_LINE_PX, measure(label.text), 2 * HALF_LINE_PX), label.mark)
        for label in state.scene.labels
    ]


def items(state: PlotState) -> list[tuple[QRectF, set[int]]]:
    """Rectangles of all marks and badges, each with the marks that it stands for."""
    plan, rows = state.layout, state.geometry
    found = []
    for item in range(len(plan.item_x)):
        x, half, row = float(plan.item_x[item]), float(plan.item_half[item]), int(plan.item_row[item])
        y = rows.top(row) + rows.mark_offset
        found.append((QRectF(x - half, y - 9, 2 * half, 18), set(state.members(item))))
    return found


def check_plot(state: PlotState, where: str) -> None:
    labels, marks = texts(state), items(state)
    for number, (box, mark) in enumerate(labels):
        assert box.left() >= 0, f"{where}: a label is cut at the left"
        assert box.right() <= state.width, f"{where}: a label is cut at the right"
        for other, other_mark in labels[number + 1 :]:
            assert not box.intersects(other), f"{where}: the labels of {mark} and {other_mark} overlap"
        for body, members in marks:
            assert mark in members or not box.intersects(body), f"{where}: the label of {mark} covers {members}"
    badges = [body for body, members in marks if len(members) > 1]
    for number, body in enumerate(badges):
        assert not any(body.intersects(other) for other in badges[number + 1 :]), f"{where}: badges overlap"
    for card in state.scene.cards:
        inside = QRectF(card.x, card.y, card.width, card.height)
        own = [box for box, mark in labels if mark == card.mark]
        assert all(inside.contains(box) for box in own), f"{where}: a card's text leaves it"
        assert not any(inside.intersects(box) for box, mark in labels if mark != card.mark), where
        assert not any(inside.intersects(body) for body, members in marks if card.mark not in members), where


def check_axis(state: PlotState, where: str) -> None:
    axis, measure = state.scene.axis, state.painter.measure
    bold = state.painter.metrics[(12.5, True)].horizontalAdvance
    hint = state.scene.hint
    ends = {"upper": state.width - (measure(hint) + 8 if hint else 0.0), "lower": state.width}
    for name, level, wide in (("upper", axis.upper, bold), ("lower", axis.lower, measure)):
        places = sorted((tick.text_x, tick.text_x + wide(tick.text)) for tick in level if tick.text)
        for (_, right), (left, _) in pairwise(places):
            assert right <= left, f"{where}: texts of the {name} level overlap"
        assert all(left >= 0 and right <= ends[name] for left, right in places), f"{where}: {name} level is cut"


def check_counts(view: TimelineView, where: str) -> None:
    counts = view.counts()
    parts = [counts[name] for name in ("shown", "merged", "hidden", "undated")]
    assert sum(parts) == counts["total"] == view.corpus().total, where
    assert min(parts) >= 0, where


def corpora() -> dict[str, Corpus]:
    return {
        "glyphs": every_glyph(),
        "small": small_corpus(),
        "sparse": synthetic_corpus(500),
        "busy": busy_corpus(500),
    }


def busy_corpus(count: int) -> Corpus:
    """Marks of every kind of date and status in few rows and two years, most of them in one row."""
    rng = np.random.default_rng(8)
    lines = []
    for number in range(count):
        label, _, days, unit, traits = GLYPH_LINES[number % len(GLYPH_LINES)]
        begin = at(2023, 1, 1) + int(rng.integers(0, 730)) * DAY_S
        stance = int(rng.choice([-2, -1, 0, 1, 2, NO_STANCE]))
        kind = Kind.EVENT if stance == NO_STANCE or traits & Trait.MILESTONE else Kind.STANCE
        stance = NO_STANCE if kind == Kind.EVENT else stance
        row = int(9 * rng.random() ** 6)
        lines.append((f"{label} {number}", row, kind, begin, begin + days * DAY_S, unit, stance, int(traits)))
    marks = marks_of(lines)
    others = {
        marks.keys[number]: ((int(marks.begin[number]) + 9 * DAY_S, int(marks.begin[number]) + 10 * DAY_S),)
        for number in np.flatnonzero(marks.traits & Trait.CONFLICT).tolist()
    }
    rows = [Row(f"r{number}", f"Federation number {number}", "organization") for number in range(12)]
    return Corpus(rows, [], marks, empty_cells(), others=others)


@pytest.mark.parametrize("name", ["glyphs", "small", "sparse", "busy"])
@pytest.mark.parametrize("row_height", [28, 64])
def test_texts_never_overlap_and_counts_add_up_at_any_zoom(view: TimelineView, name: str, row_height: int) -> None:
    view.set_corpus(corpora()[name])
    view.set_row_height(row_height)
    view.scroll_rows_to(0)
    seen: set[int] = set()
    for where in sweep(view):
        state = state_of(view)
        check_plot(state, where)
        check_axis(state, where)
        check_counts(view, where)
        seen |= set(state.layout.levels.tolist())
    assert name != "busy" or set(Level) <= seen, "not every level of detail was looked at"


@pytest.mark.parametrize("row_height", [28, 40])
def test_the_sample_is_readable_at_any_zoom(shared: MainWindow, row_height: int) -> None:
    timeline = shared.timelineView
    assert timeline is not None
    timeline.set_row_height(row_height)
    for where in sweep(timeline):
        check_plot(state_of(timeline), where)
        check_axis(state_of(timeline), where)
        check_counts(timeline, where)
    timeline.fit_all()


@pytest.mark.parametrize(("name", "days"), [("busy", 60), ("busy", 300), ("many", 150), ("many", 700)])
def test_rows_and_labels_stay_while_the_view_moves(view: TimelineView, name: str, days: int) -> None:
    view.set_corpus(busy_corpus(500) if name == "busy" else synthetic_corpus(5000))
    view.go_to(at(2024, 1, 1) if name == "busy" else at(1974, 1, 1), days * DAY_S)
    view.scroll_rows_to(0)
    state = state_of(view)
    kept = 0
    for _ in range(60):
        before = {label.mark: label for label in state.scene.labels if label.mark >= 0}
        view.pan(0.01)
        after = {label.mark: label for label in state.scene.labels if label.mark >= 0}
        for mark, label in before.items():
            # What is about to leave the plot may lose its place.
            if 60 < label.x < state.width - 200:
                assert mark in after, f"the label of {mark} flickers at {label.x:.0f} px"
                assert after[mark].y == label.y
                kept += 1
    assert kept > 200


# ---- levels ------------------------------------------------------------------------------------------------


def test_tall_rows_show_cards_with_date_headline_actor_and_source(view: TimelineView) -> None:
    view.set_row_height(64)
    view.go_to(at(2024, 5, 10), 40 * DAY_S)
    state = state_of(view)
    number = state.corpus.marks.labels.index("Parliament ratifies the treaty")
    view.scroll_rows_to(int(state.corpus.marks.row[number]) * 64 - 100)
    lines = [label.text for label in state.scene.labels if label.mark == number]
    assert lines == ["1 May 2024", "Parliament ratifies the treaty", "Parliament ratifies… · The Example Daily"]
    card = next(card for card in state.scene.cards if card.mark == number)
    top = state.geometry.top(int(state.corpus.marks.row[number]))
    assert card.y >= top
    assert card.y + card.height <= top + state.geometry.span_offset - 2, "bars and brackets stay free"


def test_a_click_on_a_card_selects_its_mark(view: TimelineView) -> None:
    view.set_row_height(64)
    view.go_to(at(2024, 5, 10), 40 * DAY_S)
    state = state_of(view)
    card = next(card for card in state.scene.cards if 0 <= card.y <= state.height - 60)
    point = QPoint(int(card.x + card.width / 2), int(card.y + card.height / 2 + state.top_px))
    QTest.mouseClick(canvas_of(view).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert view.selection() == [state.key_of(card.mark)]


# ---- axis --------------------------------------------------------------------------------------------------


def test_the_axis_stands_where_it_is_wanted_and_rows_stay_beside_their_names(seeds: MainWindow) -> None:
    timeline = seeds.timelineView
    assert timeline is not None
    state, canvas = state_of(timeline), canvas_of(timeline)
    for name, top, bottom in (
        ("Bottom", 0.0, AXIS_HEIGHT),
        ("Both", AXIS_HEIGHT, AXIS_HEIGHT),
        ("Top", AXIS_HEIGHT, 0.0),
    ):
        action = seeds.actions_table[f"view.axis_{name.lower()}"]
        assert action.objectName() == f"actionAxis{name}"
        action.trigger()
        QApplication.processEvents()
        assert seeds.settings.get(AXIS_PLACE) == name.lower()
        assert (state.top_px, state.bottom_px) == (top, bottom)
        assert state.height == canvas.viewport().height() - top - bottom
        assert timeline.matrix.header_px == canvas.y() + top
        key = next(key for key in state.corpus.marks.keys if timeline.event_rect(key) is not None)
        rect = timeline.event_rect(key)
        assert rect is not None
        number = state.numbers[key]
        row = int(state.corpus.marks.row[number])
        assert canvas.y() + top + state.geometry.top(row) <= rect.center().y()
        assert rect.center().y() <= canvas.y() + top + state.geometry.top(row) + state.row_height
    assert seeds.actions_table["view.axis_top"].isChecked()


def test_week_numbers_ticks_of_publication_and_iso_dates_are_switched_in_the_menu(seeds: MainWindow) -> None:
    timeline = seeds.timelineView
    assert timeline is not None
    timeline.go_to(at(2023, 7, 10), 60 * DAY_S)
    state = state_of(timeline)
    assert not any(tick.text.startswith("W") for tick in state.scene.axis.lower)
    assert not len(state.scene.lags.x0)
    for preference in (WEEK_NUMBERS, PUBLICATION_TICKS, ISO_DATES):
        action = seeds.actions_table[f"view.{preference.key}"]
        assert not action.isChecked()
        action.trigger()
        assert seeds.settings.get(preference)
    assert any(tick.text == "W28" for tick in state.scene.axis.lower)
    assert len(state.scene.lags.x0)
    assert any(tick.text == "2023-07" for tick in state.scene.axis.upper)
    assert "2023-0" in seeds.range_label.text()
    timeline.set_row_height(40)
    timeline.go_to(at(2023, 7, 10), 12 * DAY_S)
    assert any(label.text.startswith("2023-07-") for label in state.scene.labels)
    seeds.settings.set(ISO_DATES, False)
    assert not seeds.actions_table["view.iso_dates"].isChecked()
    assert not any(label.text.startswith("2023-07-") for label in state.scene.labels)


@pytest.fixture(autouse=True)
def _dates_as_before() -> Iterator[None]:
    yield
    choose_style("long")


def test_today_is_named_with_its_date(view: TimelineView) -> None:
    view.set_today(float(at(2024, 5, 28)))
    view.go_to(at(2024, 5, 10), 60 * DAY_S)
    state = state_of(view)
    assert state.scene.today_text == "Today, 28 May 2024"
    assert state.scene.today_x is not None
    flag = state.painter.flag_box(state.scene.today_x, state.scene.today_text, state.width)
    assert flag.left() <= state.scene.today_x <= flag.right()
    view.go_to(at(2024, 5, 28) - 29 * DAY_S, 60 * DAY_S)
    flag = state.painter.flag_box(state.scene.today_x or 0.0, state.scene.today_text, state.width)
    assert flag.right() <= state.width


def test_rows_out_of_sight_are_counted_on_the_axis(view: TimelineView) -> None:
    view.resize(1100, 400)
    QApplication.processEvents()
    view.fit_all()
    state = state_of(view)
    _, below = state.beyond()
    assert state.scene.hint == f"↓ {below}"
    view.scroll_rows_to(200)
    assert state.scene.hint.startswith("↑ ")


def test_at_the_limits_the_view_says_so_and_nothing_moves(view: TimelineView) -> None:
    state, canvas = state_of(view), canvas_of(view)
    view.go_to(at(2024, 5, 10), 4000)
    port, at_point = canvas.viewport(), QPoint(300, 200)
    for _ in range(3):
        wheel(port, at_point, 1, Qt.KeyboardModifier.ControlModifier)
    before = view.visible_range()
    wheel(port, at_point, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.visible_range() == before
    assert canvas.refusal == "This is the finest scale."
    view.set_visible_range(LOWEST_S, HIGHEST_S)
    before = view.visible_range()
    wheel(port, at_point, -1, Qt.KeyboardModifier.ControlModifier)
    assert view.visible_range() == before
    assert canvas.refusal == "This is the widest range."
    assert state.span_s <= MAX_SPAN_S
    view.set_visible_range(HIGHEST_S - 100 * 365 * DAY_S, HIGHEST_S)
    before = view.visible_range()
    wheel(port, at_point, -1, Qt.KeyboardModifier.ShiftModifier)
    assert view.visible_range() == before
    assert canvas.refusal == "The calendar ends here."
    canvas.viewport().repaint()


def test_far_from_the_years_that_have_days_only_years_are_shown(view: TimelineView) -> None:
    state = state_of(view)
    far = float(at(50_000, 1, 1))
    view.go_to(far, DAY_S)
    assert state.span_s >= 9 * 365 * DAY_S
    assert state.scene.axis.step.endswith("year")
    assert any(tick.text == "50000" for tick in state.scene.axis.lower)
    x = QPointF(400, 200)
    anchor = state.second_at(x.x())
    for _ in range(5):
        wheel(canvas_of(view).viewport(), x.toPoint(), 1, Qt.KeyboardModifier.ControlModifier)
    assert abs(state.x_of(anchor) - x.x()) <= 1
    view.go_to(float(at(-19_999, 6, 1)), 400 * 365 * DAY_S)
    assert any(tick.text.endswith("BCE") for tick in state.scene.axis.lower)
    assert ceil(state.span_s / DAY_S / 365) >= 400


# ---- coverage ----------------------------------------------------------------------------------------------


def covered(*days: int) -> Corpus:
    articles = [Source(f"a{number}", "", "", "", day) for number, day in enumerate(days)]
    return replace(every_glyph(), articles=articles)


def test_a_gap_between_articles_is_hatched_by_itself_and_says_why(view: TimelineView) -> None:
    state = state_of(view)
    view.set_corpus(covered(at(2024, 4, 20) // DAY_S, at(2024, 4, 25) // DAY_S))
    view.go_to(at(2024, 5, 10), 90 * DAY_S)
    assert not state.scene.uncovered, "there is no gap between them"
    view.set_corpus(covered(at(2024, 4, 20) // DAY_S, at(2024, 7, 1) // DAY_S))
    assert view.options.shows_coverage
    assert [x1 > x0 for x0, x1 in state.scene.uncovered] == [True, True]
    place = QPointF(state.x_of(at(2024, 6, 3)), state.top_px + 5)
    assert tip_text(state, [], place) == (
        "No articles from 28 April 2024 to 23 June 2024 are loaded: silence here says nothing."
    )
    assert tip_text(state, [], QPointF(state.x_of(at(2024, 4, 21)), state.top_px + 5)) == ""
    before = tip_text(state, [], QPointF(2, state.top_px + 5))
    assert before == "No articles from before 13 April 2024 are loaded: silence here says nothing."
    view.options.set_coverage("off")
    assert not state.scene.uncovered
    assert tip_text(state, [], place) == ""


def test_coverage_is_switched_in_the_menu_and_lasts(seeds: MainWindow) -> None:
    timeline, action = seeds.timelineView, seeds.actions_table["view.coverage"]
    assert timeline is not None
    timeline.fit_all()
    assert not action.isChecked(), "the sample's two articles lie close together"
    action.trigger()
    assert timeline.options.shows_coverage
    assert seeds.settings.get(COVERAGE) == "on"
    assert state_of(timeline).scene.uncovered
    action.trigger()
    assert seeds.settings.get(COVERAGE) == "off"
    assert not state_of(timeline).scene.uncovered
    seeds.settings.set(COVERAGE, "auto")
    assert not action.isChecked()


# ---- layouts -----------------------------------------------------------------------------------------------


def test_the_stacked_layout_puts_the_whole_matrix_below_and_comes_back_at_the_next_start(
    seeds: MainWindow, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    timeline = seeds.timelineView
    assert timeline is not None
    arrangement, matrix, canvas = timeline.arrangement, timeline.matrix, canvas_of(timeline)
    beside = matrix.mapTo(timeline, QPoint(0, 0))
    seeds.actions_table["view.layout_stacked"].trigger()
    QApplication.processEvents()
    below = matrix.mapTo(timeline, QPoint(0, 0))
    assert below.y() > canvas.mapTo(timeline, QPoint(0, 0)).y() + 100 > beside.y()
    assert matrix.width() > timeline.width() * 0.9
    upper, lower = arrangement.splitter.sizes()
    assert upper / (upper + lower) == pytest.approx(0.55, abs=0.03)
    assert arrangement.names.isVisible()
    arrangement.splitter.setSizes([300, 200])
    wanted = arrangement.splitter.sizes()
    seeds.close()
    again = open_window(tmp_path / "copy.stanceline")
    again.resize(1440, 900)
    assert again.wait_idle(60)
    assert again.timelineView is not None
    assert again.timelineView.arrangement.layout == "stacked"
    assert again.actions_table["view.layout_stacked"].isChecked()
    share = [size / sum(sizes) for sizes in (wanted, again.timelineView.arrangement.splitter.sizes()) for size in sizes]
    assert share[0] == pytest.approx(share[2], abs=0.03)


def test_matrix_and_lanes_scroll_apart_when_stacked_and_together_again_after(seeds: MainWindow) -> None:
    timeline = seeds.timelineView
    assert timeline is not None
    seeds.actions_table["view.layout_stacked"].trigger()
    QApplication.processEvents()
    pane, state, matrix = timeline.arrangement.pane, state_of(timeline), timeline.matrix
    assert pane is not None
    assert pane.rows.max_scroll_px > 80
    wheel(matrix, QPoint(40, 150), -1)
    assert (pane.rows.scroll_px, state.scroll_px) == (48.0, 0.0)
    wheel(timeline.arrangement.names, QPoint(40, 150), -1)
    assert (pane.rows.scroll_px, state.scroll_px) == (48.0, 48.0)
    told: list[str] = []
    timeline.row_clicked.connect(told.append)
    names = timeline.arrangement.names
    QTest.mouseClick(names, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, names.height() - 20))
    row = state.row_at(names.height() - 20 - matrix_top(timeline))
    assert row is not None
    assert told == [state.corpus.rows[row].key]
    cells: list[tuple[str, str]] = []
    matrix.cell_selected.connect(lambda actor, column: cells.append((actor, column)))
    rows = matrix.state
    wanted = next(
        n
        for n in range(rows.geometry.first + 1, rows.geometry.end)
        if matrix.find_cell(rows.corpus.rows[n].key, "nato-tokyo-office")
    )
    y = int(matrix.header_px + rows.geometry.top(wanted) + rows.row_height / 2)
    QTest.mouseClick(
        matrix, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(matrix.names_width + 20, y)
    )
    assert cells[-1][0] == rows.corpus.rows[wanted].key
    seeds.actions_table["view.layout_rows"].trigger()
    QApplication.processEvents()
    assert matrix.state is state
    assert not pane.isVisible()
    assert matrix.header_px == canvas_of(timeline).y() + AXIS_HEIGHT
    wheel(matrix, QPoint(40, 150), 1)
    assert state.scroll_px == 0.0


def matrix_top(timeline: TimelineView) -> float:
    """y of the first lane in the widget of the names."""
    return float(canvas_of(timeline).y()) + state_of(timeline).top_px


def test_a_ghost_and_a_label_lead_to_their_mark(view: TimelineView) -> None:
    view.go_to(at(2024, 5, 10), 40 * DAY_S)
    state = state_of(view)
    number = state.corpus.marks.labels.index("Met on one of two days")
    view.scroll_rows_to(int(state.corpus.marks.row[number]) * 40 - 100)
    ghosts = state.scene.ghosts.glyphs
    assert state.hit(float(ghosts.x[0]), float(ghosts.y[0])) == [number]
    label = next(label for label in state.scene.labels if label.mark == number)
    assert state.hit(label.x + 10, label.y) == [number]


def test_a_pinned_mark_is_labeled_before_others(seeds: MainWindow) -> None:
    timeline = seeds.timelineView
    assert timeline is not None
    state, selection = state_of(timeline), seeds.session.selection
    crowded = max(
        range(len(state.corpus.rows)), key=lambda row: state.index.row_start[row + 1] - state.index.row_start[row]
    )
    key = state.key_of(int(state.index.order[state.index.row_start[crowded]]))
    selection.select([key])
    assert seeds.wait_idle(20)
    pin = seeds.panes.detail.findChild(QAbstractButton, "detailPin")
    assert pin is not None
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert state.pinned == {state.numbers[key]}
    selection.select([])
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert state.pinned == frozenset()
