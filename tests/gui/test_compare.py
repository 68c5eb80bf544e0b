"""Comparing two periods or two sets of sources, with real keys and a real mouse."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
)

from stanceline.counting.history import stances_of
from stanceline.discourse.stances.cells import count_cells
from stanceline.model.clock import Comparison, Side
from stanceline.model.filters import Filter
from stanceline.temporal.timex import DAY_S, days_from_civil
from stanceline.ui.dialogs.dates import parse_range
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.compare_bar import CompareBar

LEFT = Qt.MouseButton.LeftButton


def day_s(month: int, day: int, year: int = 2023) -> int:
    """Seconds at the beginning of a day."""
    return days_from_civil(year, month, day) * DAY_S


@pytest.fixture
def compared(shared: MainWindow) -> Iterator[MainWindow]:
    """The window with a comparison, ended at the end."""
    shared.show()
    shared.actions_table["view.compare"].trigger()
    assert shared.wait_idle(5)
    yield shared
    shared.session.compare(None)
    shared.set_pane("drawer", False)
    shared.session.selection.select(())
    assert shared.wait_idle(5)


def bar_of(window: MainWindow) -> CompareBar:
    """The bar of the comparison."""
    found = window.findChild(CompareBar, "compareBar")
    assert found is not None
    return found


def field(window: MainWindow, letter: str) -> QLineEdit:
    """The field with a side's period."""
    found = window.findChild(QLineEdit, f"compare{letter}")
    assert found is not None
    return found


def type_period(window: MainWindow, letter: str, text: str) -> None:
    """Type the period of a side; QTest knows the keys of ASCII only."""
    editor = field(window, letter)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert window.wait_idle(5)


def test_the_key_compares_the_halves_of_what_is_seen(compared: MainWindow) -> None:
    """The two halves touch and each cell has two; the key ends it and begins it again, the cross ends it."""
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    compared.activateWindow()
    QTest.keyClick(compared, Qt.Key.Key_K, keys)
    assert not bar_of(compared).isVisible()
    QTest.keyClick(compared, Qt.Key.Key_K, keys)
    assert compared.wait_idle(5)
    comparison, corpus = compared.session.comparison, compared.session.corpus
    assert comparison is not None
    assert comparison.a.period is not None
    assert comparison.b.period is not None
    assert comparison.a.period[1] == comparison.b.period[0]
    assert corpus is not None
    assert corpus.comparison == comparison
    assert corpus.other_cells is not None
    assert bar_of(compared).isVisible()
    close = compared.findChild(QToolButton, "compareClose")
    assert close is not None
    QTest.mouseClick(close, LEFT)
    after = compared.session.corpus
    assert after is not None
    assert (after.comparison, after.other_cells) == (None, None)
    assert not bar_of(compared).isVisible()


def test_typed_periods_count_each_side_by_the_same_rules(compared: MainWindow) -> None:
    """A month, and a run of days; what is wrong is told in place."""
    type_period(compared, "A", "2023-07-01 - 2023-07-09")
    type_period(compared, "B", "2023-07-10 to 2023-07-31")
    session = compared.session
    a, b = Side(period=(day_s(7, 1), day_s(7, 10))), Side(period=(day_s(7, 10), day_s(8, 1)))
    assert session.comparison == Comparison(a, b)
    analysis, corpus = session.index.analysis, session.corpus
    assert corpus is not None
    assert corpus.other_cells is not None
    for side, shown in ((a, corpus.cells), (b, corpus.other_cells)):
        rows = stances_of(side, analysis.stances, session.index.articles)
        counted = [cell for cell in count_cells(rows, analysis.actors, analysis.proposals) if cell.article is None]
        assert sorted(shown.stances) == sorted(cell.stances for cell in counted)
    before = session.comparison
    type_period(compared, "A", "sometime")
    assert field(compared, "A").property("invalid") is True
    assert "no period" in bar_of(compared).summary
    assert session.comparison == before
    QTest.keyClick(field(compared, "A"), Qt.Key.Key_Escape)
    assert field(compared, "A").text() == "1–9 July 2023"


def test_the_list_of_changes_selects_what_stands_behind_both_sides(compared: MainWindow) -> None:
    """A click selects the evidence of A and of B and puts the frame on the cell."""
    button = compared.findChild(QPushButton, "compareChanges")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    view = compared.findChild(QTableView, "changeList")
    assert view is not None
    assert view.isVisible()
    model = view.model()
    rows = {str(model.index(row, 0).data()): row for row in range(model.rowCount())}
    row = rows["NATO"]
    at = view.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    stances = [compared.session.index.stances[key] for key in compared.session.selection.keys]
    days = {stance.begin for stance in stances if stance.begin is not None}
    comparison = compared.session.comparison
    assert comparison is not None
    assert comparison.a.period is not None
    assert comparison.b.period is not None
    assert any(comparison.a.period[0] <= day < comparison.a.period[1] for day in days)
    assert any(comparison.b.period[0] <= day < comparison.b.period[1] for day in days)
    assert compared.timelineView is not None
    current = compared.timelineView.matrix.current
    assert current is not None
    assert compared.timelineView.matrix.model.keys_of(current)[0] == "org:nato"
    assert "B:" in compared.timelineView.matrix.model.describe(current)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert compared.session.selection.keys != tuple(stance.id for stance in stances)


def test_sources_are_chosen_from_a_menu_and_swapped(compared: MainWindow) -> None:
    """Article against article, since both have one outlet; swapping turns the sides round."""
    kind = compared.findChild(QComboBox, "compareKind")
    assert kind is not None
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down)
    assert compared.wait_idle(5)
    session = compared.session
    first = session.comparison
    assert first is not None
    assert first.a.articles is not None
    assert first.b.articles is not None
    assert set(first.a.articles).isdisjoint(first.b.articles)
    swap = compared.findChild(QToolButton, "compareSwap")
    assert swap is not None
    QTest.mouseClick(swap, LEFT)
    assert session.comparison == Comparison(first.b, first.a)
    button = compared.findChild(QToolButton, "compareSourcesA")
    assert button is not None
    menu = button.menu()
    assert menu is not None
    unchosen = next(action for action in menu.actions() if action.isCheckable() and not action.isChecked())
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(unchosen).center())
    menu.hide()
    assert compared.wait_idle(5)
    assert session.comparison is not None
    assert session.comparison.a.articles is not None
    assert len(session.comparison.a.articles) == 2


def test_the_visible_period_becomes_a_side(compared: MainWindow) -> None:
    """The button beside the field takes what the timeline shows."""
    assert compared.timelineView is not None
    begin, end = compared.timelineView.visible_range()
    button = compared.findChild(QToolButton, "compareWindowB")
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    comparison = compared.session.comparison
    assert comparison is not None
    assert comparison.b.period == (int(begin // DAY_S) * DAY_S, -int(-end // DAY_S) * DAY_S)


def test_changes_leave_as_a_table_and_in_figures(
    compared: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row a change, both sides named; the figure has the split cells and says what A and B are."""
    path = tmp_path / "moved.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    assert compared.linking is not None
    compared.linking.comparing.show_list()
    export = compared.findChild(QPushButton, "changesExport")
    assert export is not None
    QTest.mouseClick(export, LEFT)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    view = compared.findChild(QTableView, "changeList")
    assert view is not None
    assert len(rows) == view.model().rowCount() > 0
    assert {row["change"] for row in rows} <= {"favor", "against", "mixed", "only_a", "only_b"}
    assert rows[0]["side_a"].endswith("July 2023")
    source = compared.linking.export_source()
    assert source is not None
    assert source.corpus.other_cells is not None
    assert f"A: {rows[0]['side_a']}" in source.note


def test_a_day_and_two_sides_at_once(compared: MainWindow) -> None:
    """Looking back, both sides know only what was known."""
    session = compared.session
    type_period(compared, "A", "2023")
    type_period(compared, "B", "2023-07-10 to 2023-07-31")
    from stanceline.model.clock import PRESENT, Clock

    session.set_clock(Clock(day_s(7, 8)))
    assert compared.wait_idle(5)
    assert session.corpus is not None
    assert session.corpus.other_cells is not None
    assert len(session.corpus.cells) > 0
    assert len(session.corpus.other_cells) == 0
    session.set_clock(PRESENT)


@pytest.mark.parametrize(
    ("typed", "first", "behind"),
    [
        ("July 2023", day_s(7, 1), day_s(8, 1)),
        ("7–9 July 2023", day_s(7, 7), day_s(7, 10)),
        ("7 June – 9 July 2023", day_s(6, 7), day_s(7, 10)),
        ("2023-07-01 to 2023-07-09", day_s(7, 1), day_s(7, 10)),
        ("2023-07-01/2023-07-09", day_s(7, 1), day_s(7, 10)),
        ("June 2023 .. 2024", day_s(6, 1), day_s(1, 1, 2025)),
    ],
)
def test_periods_as_they_are_typed(typed: str, first: int, behind: int) -> None:
    assert parse_range(typed) == (first, behind)


@pytest.mark.parametrize("typed", ["", "July", "2024 – 2023", "7–", "– 9 July 2023", "soon to 2023"])
def test_what_is_no_period(typed: str) -> None:
    assert parse_range(typed) is None


def test_the_summary_is_told(compared: MainWindow) -> None:
    """How many moved which way."""
    words = compared.findChild(QLabel, "compareSummary")
    assert words is not None
    assert "moved from" in words.text()
    assert "position" in words.text()


def test_a_brushed_period_becomes_the_nearer_side(compared: MainWindow) -> None:
    """Shift and a drag on the axis, which makes a filter otherwise, moves A or B while periods are compared."""
    timeline = compared.timelineView
    assert timeline is not None
    before = compared.session.comparison
    assert before is not None
    canvas = timeline._canvas.viewport()
    width, shift = canvas.width(), Qt.KeyboardModifier.ShiftModifier
    start, end = QPoint(width * 7 // 10, 10), QPoint(width * 9 // 10, 10)
    QTest.mousePress(canvas, LEFT, shift, start)
    moved = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(end), QPointF(canvas.mapToGlobal(end)), Qt.MouseButton.NoButton, LEFT, shift
    )
    QApplication.sendEvent(canvas, moved)
    QTest.mouseRelease(canvas, LEFT, shift, end)
    assert compared.wait_idle(5)
    after = compared.session.comparison
    assert after is not None
    assert after.a == before.a
    assert after.b != before.b
    assert compared.session.filters.value.period is None


def test_the_period_of_a_chip_is_compared_with_what_comes_after(shared: MainWindow) -> None:
    """The chip gives way, else the other side would be empty."""
    shared.show()
    period = (day_s(7, 7), day_s(7, 9))
    shared.session.filters.set(Filter(period=period))
    assert shared.wait_idle(5)
    shared.actions_table["view.compare"].trigger()
    assert shared.wait_idle(5)
    comparison = shared.session.comparison
    assert comparison is not None
    assert comparison.a.period == period
    assert comparison.b.period == (day_s(7, 9), day_s(7, 13))
    assert shared.session.filters.value.period is None
    shared.session.compare(None)
