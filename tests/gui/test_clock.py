"""The clock: what was known on a day, by event and by publication time, moved with real keys and a real mouse."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSlider, QToolButton, QWidget

from stanceline.model.clock import PRESENT, Clock
from stanceline.temporal.timex import DAY_S, days_from_civil
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.time_bar import TimeBar

T = TypeVar("T", bound=QWidget)


def day_s(year: int, month: int, day: int) -> int:
    """Seconds at the end of a day."""
    return (days_from_civil(year, month, day) + 1) * DAY_S


@pytest.fixture
def clocked(shared: MainWindow) -> Iterator[MainWindow]:
    """The window with the bar of the clock open, closed again at the end."""
    shared.show()
    shared.actions_table["view.as_of"].trigger()
    yield shared
    assert shared.linking is not None
    shared.linking.times.close()
    shared.theme.reduce_motion(False)
    assert shared.wait_idle(5)


def bar_of(window: MainWindow) -> TimeBar:
    """The bar of the clock."""
    found = window.findChild(TimeBar, "timeBar")
    assert found is not None
    return found


def part(window: MainWindow, kind: type[T], name: str) -> T:
    """A widget of the bar."""
    found: T | None = bar_of(window).findChild(kind, name)
    assert found is not None, name
    return found


def click(widget: QWidget) -> None:
    """A click of the left button into the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def check_sums(window: MainWindow) -> None:
    """The status bar adds up and says how many marks were not yet known."""
    assert window.timelineView is not None
    corpus = window.session.corpus
    assert corpus is not None
    counts = window.timelineView.counts()
    assert counts["total"] == 89
    assert sum(counts[name] for name in ("shown", "merged", "hidden", "undated")) == counts["total"]
    assert all(count >= 0 for count in counts.values())
    assert counts["hidden"] >= corpus.unknown
    told = f"({corpus.unknown} not yet known)"
    assert (told in window.counts_label.text()) == (corpus.unknown > 0)


def test_the_key_opens_the_bar_and_closing_it_shows_the_present(shared: MainWindow) -> None:
    """Ctrl+Shift+A looks back from the last statement in sight; the cross goes back to the present."""
    shared.show()
    shared.activateWindow()
    QTest.keyClick(shared, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    bar = bar_of(shared)
    assert bar.isVisible()
    assert shared.timelineView is not None
    assert shared.session.clock.as_of == day_s(2023, 7, 12)
    assert shared.actions_table["view.as_of"].isChecked()
    click(part(shared, QToolButton, "timeClose"))
    assert shared.session.clock == PRESENT
    assert not bar.isVisible()
    assert not shared.actions_table["view.as_of"].isChecked()
    assert shared.session.corpus is not None
    assert shared.session.corpus.later is None


def test_a_typed_date_counts_the_cells_as_they_were_then(clocked: MainWindow) -> None:
    """Any precision, to its end; what came later leaves the cells and the sum stays whole."""
    field = part(clocked, QLineEdit, "timeDate")
    session = clocked.session
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2023-07-09")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert clocked.wait_idle(5)
    assert session.clock.as_of == day_s(2023, 7, 9)
    assert session.corpus is not None
    early = len(session.corpus.cells)
    check_sums(clocked)
    field.selectAll()
    QTest.keyClicks(field, "June 2023")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert clocked.wait_idle(5)
    assert session.clock.as_of == day_s(2023, 6, 30)
    assert field.text() == "30 June 2023"
    assert len(session.corpus.cells) < early
    check_sums(clocked)


def test_a_wrong_date_is_told_in_place_and_escape_takes_it_back(clocked: MainWindow) -> None:
    """What is no date changes nothing."""
    before = clocked.session.clock
    field = part(clocked, QLineEdit, "timeDate")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("invalid") is True
    assert "no date" in part(clocked, QLabel, "timeAccount").text()
    assert clocked.session.clock == before
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.property("invalid") is False
    assert "2023" in field.text()


def test_the_slider_moves_by_days_and_the_buttons_from_statement_to_statement(clocked: MainWindow) -> None:
    """An arrow is a day; the buttons go to days on which somebody said something, and stop at the ends."""
    session, slider = clocked.session, part(clocked, QSlider, "timeSlider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    last = session.clock.as_of
    assert last is not None
    assert not part(clocked, QToolButton, "timeOn").isEnabled()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert session.clock.as_of == last - DAY_S
    click(part(clocked, QToolButton, "timeOn"))
    assert session.clock.as_of == last
    visited = [last]
    while part(clocked, QToolButton, "timeBack").isEnabled():
        click(part(clocked, QToolButton, "timeBack"))
        assert session.clock.as_of is not None
        assert session.clock.as_of < visited[-1]
        visited.append(session.clock.as_of)
        check_sums(clocked)
    assert slider.value() == slider.minimum()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert session.clock.as_of == (slider.minimum() + 2) * DAY_S
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 4, slider.height() // 2))
    assert session.clock.as_of > visited[-1]


def test_the_two_clocks_differ_by_what_was_not_yet_reported(clocked: MainWindow) -> None:
    """By publication time less is known; the bar tells what was reported late and by inferred days."""
    session, kind = clocked.session, part(clocked, QComboBox, "timeKind")
    session.set_clock(Clock(day_s(2023, 7, 8)))
    assert clocked.wait_idle(5)
    assert session.corpus is not None
    by_event = session.corpus.unknown
    assert "reported more than a week later" in bar_of(clocked).account
    assert "inferred day" in bar_of(clocked).account
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down)
    assert clocked.wait_idle(5)
    assert session.clock == Clock(day_s(2023, 7, 8), "published")
    marks, later = session.corpus.marks, session.corpus.later
    assert later is not None
    assert (later == (marks.reported >= day_s(2023, 7, 8))).all()
    assert session.corpus.unknown != by_event or by_event == int((marks.reported >= day_s(2023, 7, 8)).sum())
    check_sums(clocked)


def test_following_keeps_the_day_at_the_right_edge(clocked: MainWindow) -> None:
    """Panning moves the day along until the slider is touched."""
    session, timeline = clocked.session, clocked.timelineView
    assert timeline is not None
    follow = part(clocked, QCheckBox, "timeFollow")
    QTest.mouseClick(follow, Qt.MouseButton.LeftButton, pos=QPoint(8, follow.height() // 2))
    assert (session.clock.follow, follow.isChecked()) == (True, True)
    begin, end = timeline.visible_range()
    timeline.set_visible_range(begin - 3 * DAY_S, end - 3 * DAY_S)
    assert session.clock.as_of == -int(-(end - 3 * DAY_S) // DAY_S) * DAY_S
    slider = part(clocked, QSlider, "timeSlider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert (session.clock.follow, follow.isChecked()) == (False, False)
    timeline.set_visible_range(begin, end)


def test_playing_ends_at_the_last_statement_and_never_begins_again(clocked: MainWindow) -> None:
    """From the end it begins anew when it is asked to; it stops at the last statement."""
    session, play = clocked.session, part(clocked, QToolButton, "timePlay")
    assert clocked.linking is not None
    times = clocked.linking.times
    part(clocked, QSlider, "timeSlider").setFocus()
    QTest.keyClick(part(clocked, QSlider, "timeSlider"), Qt.Key.Key_End)
    last = session.clock.as_of
    assert last is not None
    click(play)
    assert times.is_playing()
    assert play.accessibleName() == "Pause"
    assert session.clock.as_of is not None
    assert session.clock.as_of < last
    for _ in range(600):
        if not times.is_playing():
            break
        times._player.timeout.emit()
    assert (times.is_playing(), session.clock.as_of) == (False, last)
    assert play.accessibleName() == "Play"
    click(play)
    click(play)
    assert not times.is_playing()


def test_speed_and_steps_are_chosen_from_a_menu(clocked: MainWindow) -> None:
    """Faster playing has shorter pauses; from statement to statement each tick is a step."""
    button = part(clocked, QToolButton, "timeSpeed")
    assert clocked.linking is not None
    times, menu = clocked.linking.times, button.menu()
    assert menu is not None

    def choose(text: str) -> None:
        action = next(one for one in menu.actions() if one.text() == text)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        menu.hide()

    choose("From statement to statement")
    times.play(True)
    slow = times._player.interval()
    choose("4×")
    assert button.text() == "4×"
    times._player.timeout.emit()
    assert times._player.interval() == slow // 4
    assert clocked.session.clock.as_of in {day + DAY_S for day in times._days}
    times.play(False)
    choose("From statement to statement")
    choose("1×")
    assert not bar_of(clocked).by_event


def test_with_less_motion_playing_goes_from_statement_to_statement(clocked: MainWindow) -> None:
    """Each tick is a day on which somebody said something."""
    assert clocked.linking is not None
    times, session = clocked.linking.times, clocked.session
    clocked.theme.reduce_motion(True)
    times.play(True)
    days = {day + DAY_S for day in times._days}
    times._player.timeout.emit()
    while times.is_playing():
        assert session.clock.as_of in days
        times._player.timeout.emit()


def test_the_table_lists_what_was_known(clocked: MainWindow) -> None:
    """Table and status bar tell of the same marks; the tooltip of another says that it was not yet known."""
    session, drawer = clocked.session, clocked.drawer
    clocked.set_pane("drawer", True)
    drawer.setCurrentIndex(0)
    session.set_clock(Clock(day_s(2023, 7, 9)))
    assert clocked.wait_idle(5)
    corpus = session.corpus
    assert corpus is not None
    assert corpus.later is not None
    known = int((~corpus.later).sum())
    assert drawer.marks.rowCount() == known
    assert drawer.tabText(0) == f"Table ({known})"
    assert clocked.timelineView is not None
    first_later = corpus.marks.keys[int(corpus.later.argmax())]
    first_known = corpus.marks.keys[int((~corpus.later).argmax())]
    assert "not yet known" in clocked.timelineView.describe(first_later)
    assert "not yet known" not in clocked.timelineView.describe(first_known)
    clocked.set_pane("drawer", False)


def test_an_edit_of_the_day_survives_filters(clocked: MainWindow) -> None:
    """A filter is cut first, then the clock; taking it away gives the same cells again."""
    session = clocked.session
    session.set_clock(Clock(day_s(2023, 7, 9)))
    assert clocked.wait_idle(5)
    assert session.corpus is not None
    before = session.corpus
    clocked.panes.search.setText("NATO")
    assert clocked.wait_idle(5)
    assert session.corpus.later is not None
    assert len(session.corpus.later) == len(session.corpus.marks) < len(before.marks)
    check_sums(clocked)
    clocked.panes.search.setText("")
    assert clocked.wait_idle(5)
    assert session.corpus.cells.stance.tolist() == before.cells.stance.tolist()
