"""The timeline as a person uses it: pointer, keyboard, hooks."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stanceline.model.marks import Corpus, Row, empty_cells
from stanceline.render.painter import AXIS_HEIGHT
from stanceline.render.palette import load_palette
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.canvas import TimelineCanvas
from stanceline.ui.plot.matrix_view import StanceMatrix
from stanceline.ui.plot.overview import OverviewStrip
from stanceline.ui.plot.plot_state import MAX_SPAN_S, MIN_SPAN_S
from stanceline.ui.plot.timeline import TimelineView
from tests.views import at, random_marks, small_corpus

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
DAY_S = 86_400


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    made = TimelineView(load_palette("light"))
    qtbot.addWidget(made)
    made.resize(1300, 420)
    made.set_corpus(small_corpus())
    made.show()
    QApplication.processEvents()
    return made


def canvas_of(view: TimelineView) -> TimelineCanvas:
    found = view.findChild(TimelineCanvas)
    assert isinstance(found, TimelineCanvas)
    return found


def wheel(canvas: TimelineCanvas, x: float, y: float, notches: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
    port = canvas.viewport()
    event = QWheelEvent(
        QPointF(x, y), QPointF(port.mapToGlobal(QPoint(int(x), int(y)))), QPoint(), QPoint(0, int(notches * 120)),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


def mouse(
    target: QWidget,
    kind: QEvent.Type,
    point: QPointF,
    modifiers: Qt.KeyboardModifier = NONE,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(kind, point, QPointF(target.mapToGlobal(point.toPoint())), button, held, modifiers)
    QApplication.sendEvent(target, event)


def drag(target: QWidget, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
    mouse(target, QEvent.Type.MouseButtonPress, start, modifiers)
    for share in (0.25, 0.5, 0.75, 1.0):
        mouse(target, QEvent.Type.MouseMove, start + (end - start) * share, modifiers)
    mouse(target, QEvent.Type.MouseButtonRelease, end, modifiers)


def center_of(view: TimelineView, key: str) -> QPointF:
    """Middle of a mark in the canvas's own coordinates."""
    rect = view.event_rect(key)
    assert rect is not None
    return QPointF(canvas_of(view).mapFrom(view, rect.center()))


def click(view: TimelineView, key: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    port, point = canvas_of(view).viewport(), center_of(view, key)
    mouse(port, QEvent.Type.MouseButtonPress, point, modifiers)
    mouse(port, QEvent.Type.MouseButtonRelease, point, modifiers)


def second_under(view: TimelineView, x: float) -> float:
    begin, end = view.visible_range()
    return begin + (end - begin) * x / int(canvas_of(view).viewport().width())


def test_names_of_its_parts_are_those_of_the_contract(view: TimelineView) -> None:
    assert view.objectName() == "timelineView"
    assert view.findChild(QWidget, "stanceMatrix") is not None
    assert view.findChild(QWidget, "overviewStrip") is not None
    assert view.accessibleName()
    assert "of 15 marks" in view.accessibleDescription()


def test_the_first_corpus_is_fitted_and_later_ones_leave_the_range_alone(view: TimelineView) -> None:
    begin, end = view.visible_range()
    assert begin < at(2024, 2, 11)
    assert end > at(2024, 9, 9)
    view.go_to(at(2024, 5, 20), 20.0 * DAY_S)
    before = view.visible_range()
    view.set_corpus(small_corpus())
    assert view.visible_range() == before


def test_the_range_follows_articles_that_come_in_until_it_is_moved(qtbot: QtBot) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    whole = small_corpus()
    first = _cut(whole, [0, 1])
    view.set_corpus(replace(first, hidden=0))
    narrow = view.visible_range()
    view.set_corpus(whole)
    assert view.visible_range()[1] > narrow[1]
    moved = view.visible_range()
    view.set_corpus(first)
    assert view.visible_range() == moved, "a filter leaves the range alone"
    view.pan(0.1)
    moved = view.visible_range()
    view.set_corpus(replace(whole, hidden=50))
    assert view.visible_range() == moved


def test_counts_always_add_up(view: TimelineView) -> None:
    for span in (3, 30, 300, 3000):
        view.go_to(at(2024, 6, 1), span * DAY_S)
        counts = view.counts()
        assert counts["total"] == 15
        assert counts["shown"] + counts["merged"] + counts["hidden"] + counts["undated"] == 15
        assert min(counts.values()) >= 0


def test_rows_of_names_cells_and_lanes_stand_side_by_side(view: TimelineView) -> None:
    rect = view.event_rect("m0")
    assert rect is not None
    assert view.row_of("m0") == 1
    matrix = view.findChild(StanceMatrix)
    assert isinstance(matrix, StanceMatrix)
    cell = matrix.cell_at(QPointF(matrix.names_width + 5, rect.center().y()))
    assert cell is not None
    assert cell[0] == 1
    assert matrix.header_px == canvas_of(view).y() + AXIS_HEIGHT


@pytest.mark.parametrize("x", [40.0, 333.0, 700.0])
def test_zooming_with_the_wheel_keeps_what_is_under_the_pointer(view: TimelineView, x: float) -> None:
    canvas = canvas_of(view)
    anchor = second_under(view, x)
    for notches in (1, 1, 3, -2, 5, -9, 4):
        wheel(canvas, x, 200, notches, CTRL)
        begin, end = view.visible_range()
        drift = abs((anchor - begin) / (end - begin) * canvas.viewport().width() - x)
        assert drift <= 1.0


def test_the_limits_of_zooming_do_not_move_anything(view: TimelineView) -> None:
    canvas = canvas_of(view)
    anchor = second_under(view, 500)
    for _ in range(80):
        wheel(canvas, 500, 200, 2, CTRL)
    begin, end = view.visible_range()
    assert end - begin == pytest.approx(MIN_SPAN_S)
    assert abs((anchor - begin) / (end - begin) * canvas.viewport().width() - 500) <= 1.0
    before = view.visible_range()
    wheel(canvas, 100, 200, 3, CTRL)
    assert view.visible_range() == before
    for _ in range(120):
        wheel(canvas, 500, 200, -3, CTRL)
    begin, end = view.visible_range()
    assert end - begin <= MAX_SPAN_S
    assert abs((anchor - begin) / (end - begin) * canvas.viewport().width() - 500) <= 1.0


def test_the_plain_wheel_scrolls_rows_and_with_shift_it_pans(qtbot: QtBot, view: TimelineView) -> None:
    view.resize(1300, 230)
    view.set_row_height(64)
    QApplication.processEvents()
    before, top = view.visible_range(), view.event_rect("m3")
    wheel(canvas_of(view), 400, 100, -1)
    moved = view.event_rect("m3")
    assert top is not None
    assert moved is not None
    assert moved.y() < top.y()
    assert view.visible_range() == before
    wheel(canvas_of(view), 400, 100, -1, SHIFT)
    assert view.visible_range()[0] > before[0]


def test_dragging_pans_and_changes_nothing_else(view: TimelineView) -> None:
    begin, end = view.visible_range()
    width = canvas_of(view).viewport().width()
    drag(canvas_of(view).viewport(), QPointF(500, 300), QPointF(400, 300))
    after = view.visible_range()
    assert after[0] - begin == pytest.approx((end - begin) * 100 / width, rel=0.02)
    assert after[1] - after[0] == pytest.approx(end - begin)
    assert view.selection() == []


def test_clicking_selects_and_tells(qtbot: QtBot, view: TimelineView) -> None:
    with qtbot.waitSignal(view.selection_changed) as told:
        click(view, "m1")
    assert told.args == [["m1"]]
    assert view.focused_event() == "m1"
    click(view, "m5", CTRL)
    assert view.selection() == ["m1", "m5"]
    click(view, "m5", CTRL)
    assert view.selection() == ["m1"]


def test_a_badge_stands_for_all_its_members(view: TimelineView) -> None:
    view.go_to(at(2024, 7, 1), 900.0 * DAY_S)
    assert view.event_rect("m6") == view.event_rect("m7") == view.event_rect("m8")
    click(view, "m7")
    assert view.selection() == ["m6", "m7", "m8"]


def test_marks_of_one_day_come_apart_when_zoomed_in(view: TimelineView) -> None:
    view.go_to(at(2024, 7, 1) + DAY_S / 2, 3.0 * DAY_S)
    xs = [rect.center().x() for key in ("m6", "m7", "m8") if (rect := view.event_rect(key)) is not None]
    assert len(xs) == 3
    assert xs == sorted(set(xs))


def test_a_double_click_fits_and_opens(qtbot: QtBot, view: TimelineView) -> None:
    span = view.visible_range()[1] - view.visible_range()[0]
    with qtbot.waitSignal(view.mark_activated) as told:
        mouse(canvas_of(view).viewport(), QEvent.Type.MouseButtonDblClick, center_of(view, "m1"))
    assert told.args == ["m1"]
    begin, end = view.visible_range()
    assert end - begin < span
    assert begin < at(2024, 5, 20) < end


def test_a_band_over_the_plot_selects_and_over_the_axis_names_a_period(qtbot: QtBot, view: TimelineView) -> None:
    port = canvas_of(view).viewport()
    drag(port, QPointF(1, AXIS_HEIGHT + 41), QPointF(port.width() - 2, AXIS_HEIGHT + 78), SHIFT)
    assert view.selection() == ["m0", "m1", "m2"]
    with qtbot.waitSignal(view.period_brushed) as told:
        drag(port, QPointF(100, 10), QPointF(300, 12), SHIFT)
    assert told.args[0] == pytest.approx(second_under(view, 100))
    assert told.args[1] == pytest.approx(second_under(view, 300))


def test_arrows_move_along_the_lane_and_between_lanes(qtbot: QtBot, view: TimelineView) -> None:
    view.set_selection(["m0"])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.focused_event() == "m1"
    assert view.selection() == ["m1"]
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.focused_event() == "m2"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.focused_event() == "m2", "the last mark of the lane keeps the focus"
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.row_of(view.focused_event() or "") == 2
    QTest.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.focused_event() == "m5"


def test_the_focus_moves_alone_with_ctrl_and_space_selects(qtbot: QtBot, view: TimelineView) -> None:
    view.set_selection(["m0"])
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert (view.focused_event(), view.selection()) == ("m1", ["m0"])
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.selection() == ["m0", "m1"]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection() == []


def test_a_focused_mark_out_of_view_is_brought_in(qtbot: QtBot, view: TimelineView) -> None:
    view.go_to(at(2024, 3, 4), 10.0 * DAY_S)
    view.set_selection(["m0"])
    QTest.keyClick(view, Qt.Key.Key_Right)
    begin, end = view.visible_range()
    assert begin < at(2024, 5, 20) < end
    assert end - begin == pytest.approx(10.0 * DAY_S)


def test_keys_zoom_pan_and_fit(qtbot: QtBot, view: TimelineView) -> None:
    span = view.visible_range()[1] - view.visible_range()[0]
    QTest.keyClick(view, Qt.Key.Key_Plus)
    begin, end = view.visible_range()
    assert end - begin < span
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.visible_range()[0] == pytest.approx(begin + 0.1 * (end - begin))
    view.set_selection(["m0", "m1"])
    QTest.keyClick(view, Qt.Key.Key_F)
    begin, end = view.visible_range()
    share = (at(2024, 5, 21) - at(2024, 3, 4)) / (end - begin)
    assert share == pytest.approx(0.8, abs=0.02)


def test_choosing_a_cell_selects_the_evidence_behind_it(qtbot: QtBot, view: TimelineView) -> None:
    matrix = view.findChild(StanceMatrix)
    assert isinstance(matrix, StanceMatrix)
    point = QPointF(matrix.names_width + 10, matrix.header_px + 2 * view.row_height() + 15)
    with qtbot.waitSignals([view.cell_selected, view.selection_changed]):
        mouse(matrix, QEvent.Type.MouseButtonPress, point)
    assert view.selection() == ["m3", "m5"]
    assert "Grand Duchy of Varn" in matrix.tip(point)
    assert "second-hand" in matrix.tip(point)


def test_cells_can_be_reached_by_keyboard_and_headings_are_stepped_over(qtbot: QtBot, view: TimelineView) -> None:
    matrix = view.findChild(StanceMatrix)
    assert isinstance(matrix, StanceMatrix)
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    assert matrix.current == (1, 0)
    QTest.keyClick(matrix, Qt.Key.Key_Up)
    assert matrix.current == (1, 0)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.current == (1, 1)


def test_the_overview_moves_and_fits(qtbot: QtBot, view: TimelineView) -> None:
    overview = view.findChild(OverviewStrip)
    assert isinstance(overview, OverviewStrip)
    view.go_to(at(2024, 5, 20), 30.0 * DAY_S)
    begin, end = view.visible_range()
    start = overview.window_rect().center()
    drag(overview, start, start + QPointF(60, 0))
    after = view.visible_range()
    assert after[0] > begin
    assert after[1] - after[0] == pytest.approx(end - begin)
    mouse(overview, QEvent.Type.MouseButtonDblClick, start)
    assert view.visible_range()[0] < at(2024, 2, 11)


def test_selection_follows_its_keys_into_a_filtered_corpus(view: TimelineView) -> None:
    view.set_selection(["m1", "m5"])
    corpus = small_corpus()
    keep = [number for number, key in enumerate(corpus.marks.keys) if key != "m5"]
    view.set_corpus(_cut(corpus, keep))
    assert view.selection() == ["m1"]
    assert view.row_of("m5") == -1
    assert view.event_rect("m5") is None


def _cut(corpus: Corpus, keep: list[int]) -> Corpus:
    marks = corpus.marks
    arrays = {
        name: getattr(marks, name)[keep]
        for name in (
            "kind",
            "row",
            "begin",
            "end",
            "granularity",
            "stance",
            "traits",
            "priority",
            "article",
            "reported",
        )
    }
    keys, labels = [marks.keys[n] for n in keep], [marks.labels[n] for n in keep]
    return replace(corpus, marks=replace(marks, keys=keys, labels=labels, **arrays), hidden=6)


def test_hooks_answer_before_anything_is_painted(qtbot: QtBot) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    assert view.counts() == {"shown": 0, "merged": 0, "hidden": 0, "undated": 0, "total": 0}
    assert view.focused_event() is None
    assert view.event_rect("nothing") is None
    view.set_corpus(small_corpus())
    assert view.counts()["total"] == 15


def test_marks_are_described_in_words(view: TimelineView) -> None:
    text = view.describe("m3")
    assert "Backs the levy in principle" in text
    assert "11 February 2024" in text
    assert "Leans in favor" in text
    assert "second-hand" in text
    assert "The Example Daily" in text


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("row_height", [28, 40, 64])
def test_every_look_can_be_painted(view: TimelineView, theme: str, row_height: int) -> None:
    view.set_theme(load_palette(theme))
    view.set_row_height(row_height)
    view.set_today(at(2024, 8, 1))
    view.set_selection(["m1"])
    image = view.grab().toImage()
    ground = load_palette(theme)["surface"]
    assert image.pixelColor(image.width() - 4, image.height() - 4).name() == ground.lower()


def test_marks_in_rows_out_of_view_are_counted(view: TimelineView) -> None:
    state = canvas_of(view).state
    assert state.beyond() == (0, 0)
    view.resize(1300, 88 + 2 * 40)
    QApplication.processEvents()
    above, below = state.beyond()
    assert above == 0
    assert below == 6, "three in each of the two rows below"
    view.scroll_rows_to(1000.0)
    assert state.beyond() == (3, 0)
    view.repaint_now()


def test_the_scene_holds_no_object_for_a_mark(qtbot: QtBot, view: TimelineView) -> None:
    before = len(canvas_of(view).scene().items())
    rows = [Row(f"r{n}", f"Actor {n}", "state") for n in range(5)]
    view.set_corpus(Corpus(rows, [], random_marks(3000, 5, seed=1), empty_cells()))
    view.fit_all()
    view.repaint_now()
    assert len(canvas_of(view).scene().items()) == before


def test_long_panning_and_zooming_leaks_nothing(view: TimelineView) -> None:
    view.repaint_now()
    before = sys.getrefcount(None)
    for number in range(150):
        view.pan(0.013 if number % 2 else -0.01)
        view.zoom_in() if number % 3 else view.zoom_out()
        view.repaint_now()
    # A Qt binding that gives away references to None ends the interpreter after some thousand calls.
    assert sys.getrefcount(None) > before - 500


def test_a_scroll_bar_that_appears_takes_its_room_from_the_plot(seeds: MainWindow, qapp: QApplication) -> None:
    timeline = seeds.timelineView
    assert timeline is not None
    canvas = timeline.findChild(TimelineCanvas)
    assert canvas is not None
    for height in (900, 560, 900, 700):
        seeds.resize(1440, height)
        assert seeds.wait_idle(10)
        qapp.processEvents()
        assert canvas.viewport().width() == canvas.width() == round(timeline.plot_width())
        bar = timeline.arrangement.rows_bar
        assert not bar.isVisible() or bar.geometry().left() >= canvas.geometry().right()
