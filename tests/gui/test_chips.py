"""Chips: their words lead to what they restrict, the period is typed in place, filters hide or dim, none is a trap."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton

from stanceline.model.filters import EVERYTHING, Filter
from stanceline.model.marks import Kind
from stanceline.temporal.timex import DAY_S, days_from_civil
from stanceline.ui.dialogs.dates import FAR_S, parse_open_range, written_range
from stanceline.ui.lists.chips import Chip
from stanceline.ui.lists.empty_result import EmptyResult
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.timeline import TimelineView
from tests.gui.test_timeline import drag

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(shared: MainWindow) -> Iterator[MainWindow]:
    """The shared window without filters, before and after."""
    shared.show()
    shared.activateWindow()
    assert QTest.qWaitForWindowActive(shared)
    assert shared.timelineView is not None
    before = shared.timelineView.visible_range()
    yield shared
    shared.actions_table["filtered.hide"].trigger()
    shared.session.filters.set(EVERYTHING)
    assert shared.wait_idle(10)
    shared.timelineView.set_visible_range(*before)


def timeline(window: MainWindow) -> TimelineView:
    """The timeline."""
    assert window.timelineView is not None
    return window.timelineView


def chip(window: MainWindow, part: str) -> Chip:
    """The chip of a part."""
    words = window.findChild(QToolButton, f"chip-{part}")
    assert words is not None
    found = words.parentWidget()
    assert isinstance(found, Chip)
    return found


def set_filter(window: MainWindow, value: Filter) -> None:
    """Put a filter into force and wait for its effect."""
    window.session.filters.set(value)
    assert window.wait_idle(10)


def adds_up(window: MainWindow) -> bool:
    """Whether the parts in the status bar make up the whole."""
    counts = timeline(window).counts()
    return counts["shown"] + counts["merged"] + counts["hidden"] + counts["undated"] == counts["total"]


def day(year: int, month: int, number: int) -> int:
    """A day's first second."""
    return days_from_civil(year, month, number) * DAY_S


# ---- the period


@pytest.mark.parametrize("where", ["axis", "overview"])
def test_shift_and_a_drag_make_a_period_chip(window: MainWindow, where: str) -> None:
    view = timeline(window)
    if where == "axis":
        drag(view.canvas.viewport(), QPointF(200, 30), QPointF(400, 30), SHIFT)
        begin, end = (view.state.second_at(x) for x in (200, 400))
    else:
        drag(view.overview, QPointF(100, 20), QPointF(300, 20), SHIFT)
        begin, end = (view.overview._second_at(x) for x in (100, 300))
    assert window.wait_idle(10)
    period = window.session.filters.value.period
    assert period is not None
    assert abs(period[0] - begin) <= DAY_S
    assert abs(period[1] - end) <= DAY_S
    removed = next(count.removed for count in window.session.chips if count.part == "period")
    assert f"−{removed:,}" in chip(window, "period").words.text()


def test_the_period_is_typed_in_its_chip(window: MainWindow) -> None:
    set_filter(window, Filter(period=(day(2023, 7, 1), day(2023, 7, 10))))
    words = chip(window, "period").words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_Space)
    editor = window.findChild(QLineEdit, "chipPeriodEdit")
    assert editor is not None
    assert editor.text() == "2023-07-01 to 2023-07-09"
    QTest.keyClicks(editor, "7 July 2023 to 2024")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert window.session.filters.value.period == (day(2023, 7, 7), day(2025, 1, 1))
    assert window.wait_idle(10)
    assert window.findChild(QLineEdit, "chipPeriodEdit") is None or not editor.isVisible()


def test_a_period_that_is_none_stays_to_be_put_right_and_escape_leaves_it(window: MainWindow) -> None:
    period = (day(2023, 7, 1), day(2023, 7, 10))
    set_filter(window, Filter(period=period))
    QTest.mouseClick(chip(window, "period").words, LEFT)
    editor = window.findChild(QLineEdit, "chipPeriodEdit")
    assert editor is not None
    QTest.keyClicks(editor, "someday")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.property("invalid")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert window.session.filters.value.period == period
    assert chip(window, "period").words.isVisible()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", (day(2023, 1, 1), day(2024, 1, 1))), ("July 2023 to 2024", (day(2023, 7, 1), day(2025, 1, 1))),
        ("2023-07-01–9 July 2023", (day(2023, 7, 1), day(2023, 7, 10))), ("since 2023", (day(2023, 1, 1), FAR_S)),
        ("until March 2024", (-FAR_S, day(2024, 4, 1))), ("2023 - 2024", (day(2023, 1, 1), day(2025, 1, 1))),
        ("2024 to 2023", None), ("since yesterday", None), ("", None),
    ],
)  # fmt: skip
def test_periods_are_read_at_any_precision(text: str, period: tuple[int, int] | None) -> None:
    assert parse_open_range(text) == period
    if period is not None:
        assert parse_open_range(written_range(*period)) == period


# ---- words and crosses


def test_words_lead_to_the_filter_and_the_cross_takes_it_away(window: MainWindow) -> None:
    set_filter(window, Filter(text="nato", stances=frozenset({2})))
    QTest.mouseClick(chip(window, "text").words, LEFT)
    assert window.panes.search.hasFocus()
    window.set_filters_folded(True)
    QTest.mouseClick(chip(window, "stances").words, LEFT)
    assert not window.panes.filters.is_folded()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.panes.filters.isAncestorOf(focused)
    QTest.mouseClick(chip(window, "stances").cross, LEFT)
    assert window.session.filters.value == Filter(text="nato")
    assert window.wait_idle(10)
    clear = window.findChild(QPushButton, "clearFilters")
    assert clear is not None
    QTest.mouseClick(clear, LEFT)
    assert window.session.filters.value == EVERYTHING


# ---- hide and dim


def test_dimmed_marks_stay_pale_and_the_sum_adds_up(window: MainWindow) -> None:
    view = timeline(window)
    whole = len(view.corpus().marks)
    set_filter(window, Filter(kinds=frozenset({Kind.STANCE})))
    few, hidden_sum = len(view.corpus().marks), view.counts()
    rows = len(view.corpus().rows)
    picture = view.canvas.grab().toImage()
    window.actions_table["filtered.dim"].trigger()
    assert window.wait_idle(10)
    corpus = view.corpus()
    assert len(corpus.marks) == whole
    assert corpus.dimmed is not None
    assert int(corpus.dimmed.sum()) == whole - few
    assert set(np.flatnonzero(~corpus.dimmed)) == set(np.flatnonzero(corpus.marks.kind == Kind.STANCE))
    assert len(corpus.rows) >= rows
    assert adds_up(window)
    assert view.counts()["total"] == hidden_sum["total"]
    assert f"({whole - few:,} dimmed)" in window.counts_label.text()
    assert view.canvas.grab().toImage() != picture
    assert chip(window, "kinds").property("dims")
    # What is pale can still be asked for its source.
    pale = corpus.marks.keys[int(np.flatnonzero(corpus.dimmed)[0])]
    window.session.selection.select([pale])
    assert window.panes.detail.detail is not None
    assert window.panes.detail.detail.key == pale
    window.actions_table["filtered.hide"].trigger()
    assert window.wait_idle(10)
    assert len(view.corpus().marks) == few


def test_each_chip_can_dim_or_hide_for_itself(window: MainWindow) -> None:
    set_filter(window, Filter(kinds=frozenset({Kind.STANCE}), stances=frozenset({2, -2})))
    entries = {entry.text().replace("&", ""): entry for entry in chip(window, "kinds").make_menu().actions()}
    assert entries["Hide what it takes away"].isChecked()
    entries["Dim what it takes away"].trigger()
    assert window.wait_idle(10)
    assert window.session.filters.dimmed == {"kinds"}
    assert not chip(window, "stances").property("dims")
    assert window.linking is not None
    state = window.linking.view_now()
    window.session.filters.clear()
    window.linking.go(state)
    assert window.session.filters.dimmed == {"kinds"}
    assert window.wait_idle(10)
    assert adds_up(window)


# ---- nothing left


def test_an_empty_result_names_the_filter_that_is_to_blame(window: MainWindow) -> None:
    card = window.findChild(EmptyResult, "emptyResult")
    assert card is not None
    assert not card.isVisible()
    set_filter(window, Filter(text="no such words anywhere", kinds=frozenset({Kind.STANCE})))
    assert card.isVisible()
    assert "no such words anywhere" in card.reason.text()
    stances = len(window.session.index.analysis.stances)
    assert str(stances) in card.reason.text()
    QTest.mouseClick(card.remove, LEFT)
    assert window.session.filters.value == Filter(kinds=frozenset({Kind.STANCE}))
    assert window.wait_idle(10)
    assert not card.isVisible()
    set_filter(window, Filter(text="no such words anywhere", period=(0, DAY_S)))
    assert card.isVisible()
    assert not card.remove.isVisible()
    clear = card.findChild(QPushButton, "emptyClear")
    assert clear is not None
    QTest.mouseClick(clear, LEFT)
    assert window.session.filters.value == EVERYTHING
