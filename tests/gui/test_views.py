"""Going back and forward through views, by keys, buttons and mouse; a view as a value shows all of it again."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from stanceline.model.clock import Clock, Comparison, Side
from stanceline.model.filters import Filter
from stanceline.model.marks import Kind
from stanceline.model.view_state import ViewState
from stanceline.ui.linking import Linking
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.timeline import TimelineView
from stanceline.ui.preferences_list import STANCE_COLORS
from stanceline.ui.views import DEEPEST, ViewHistory


def parts(window: MainWindow) -> tuple[TimelineView, Linking]:
    """Timeline and linking of a window that stands."""
    assert window.timelineView is not None
    assert window.linking is not None
    return window.timelineView, window.linking


def test_a_view_shows_everything_again(seeds: MainWindow) -> None:
    view, linking = parts(seeds)
    session = seeds.session
    before = linking.view_now()
    actor = next(row.key for row in reversed(view.corpus().rows) if row.key != "")
    assert session.corpus is not None
    keys = tuple(session.corpus.marks.keys[:3])
    wanted = ViewState(
        1.6e9, 1.7e9, filter=Filter(kinds=frozenset({Kind.STATEMENT})), keys=keys, current=keys[1],
        grouping="kind", sort="name", row_height=96, top_row=1.5, clock=Clock(1_688_000_000, "published"),
        comparison=Comparison(Side((0, 86_400)), Side((86_400, 172_800))), dimmed=frozenset({"kinds"}),
        more={
            **before.more, "layout": "stacked", "colors": {"stance_colors": "grayscale", "swap_sides": True},
            "pinned": {"keys": [actor]},
        },
    )  # fmt: skip
    linking.go(wanted)
    assert seeds.wait_idle(10)
    assert linking.view_now() == wanted
    assert view.visible_range() == (1.6e9, 1.7e9)
    corpus = session.corpus
    assert corpus.dimmed is not None
    assert set(corpus.marks.kind[~corpus.dimmed].tolist()) == {Kind.STATEMENT}
    assert seeds.settings.get(STANCE_COLORS) == "grayscale"
    assert actor in [row.key for row in corpus.rows[:2]]
    assert seeds.actions_table["rows.group_kind"].isChecked()
    assert seeds.actions_table["rows.sort_name"].isChecked()
    assert session.selection.current == keys[1]
    linking.go(ViewState.from_json(before.to_json()))
    assert seeds.wait_idle(10)
    assert linking.view_now() == before


def test_lost_marks_are_left_out_of_a_view(seeds: MainWindow) -> None:
    _view, linking = parts(seeds)
    linking.go(replace(linking.view_now(), keys=("gone",), current="gone"))
    assert seeds.session.selection.keys == ()


@dataclass(frozen=True)
class Lamp:
    """Something a view hangs on."""

    is_on: bool = False


def test_other_parts_of_the_window_join_a_view(seeds: MainWindow) -> None:
    _view, linking = parts(seeds)
    shown: list[Lamp | None] = []
    linking.views.add("lamp", Lamp, lambda: Lamp(True), shown.append)
    state = linking.view_now()
    assert state.more["lamp"] == {"is_on": True}
    linking.go(state)
    linking.go(replace(state, more={}))
    linking.go(replace(state, more={"lamp": {"is_on": "perhaps"}}))
    assert shown == [Lamp(True), None, None]


def test_keys_and_side_buttons_go_back_and_forward(seeds: MainWindow) -> None:
    view, linking = parts(seeds)
    seeds.show()
    seeds.activateWindow()
    assert QTest.qWaitForWindowActive(seeds)
    linking.visit_now()
    before = view.visible_range()
    view.set_visible_range(0.0, 1e8)
    # Looked at too short to be remembered by itself: still the one to come forward to.
    QTest.keyClick(seeds, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.visible_range() == pytest.approx(before)
    QTest.keyClick(seeds, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.visible_range() == pytest.approx((0.0, 1e8))
    handle = seeds.windowHandle()
    over_plot = view.mapTo(seeds, QPoint(view.width() - 200, 200))
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, over_plot)
    assert view.visible_range() == pytest.approx(before)
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, over_plot)
    assert view.visible_range() == pytest.approx((0.0, 1e8))
    assert not seeds.actions_table["go.forward"].isEnabled()
    assert seeds.actions_table["go.back"].isEnabled()


def test_going_back_is_no_undo(seeds: MainWindow) -> None:
    _view, linking = parts(seeds)
    linking.visit_now()
    seeds.session.filters.set(Filter(text="nato"))
    linking.views.back()
    assert seeds.session.filters.value == Filter()
    assert not seeds.session.undo.canUndo()


def test_history_holds_fifty_and_drops_what_lies_ahead() -> None:
    history = ViewHistory()
    for number in range(60):
        history.visit(ViewState(float(number), 100.0))
    steps = 0
    while (state := history.back()) is not None:
        steps += 1
        last = state
    assert (steps, last.begin_s) == (DEEPEST - 1, 10.0)
    history.visit(ViewState(-1.0, 100.0))
    assert not history.can_go_forward()


def test_scrolled_rows_are_kept_with_the_view_but_are_no_new_one() -> None:
    history = ViewHistory()
    history.visit(ViewState(0.0, 1.0))
    history.visit(ViewState(0.0, 1.0, top_row=4))
    assert not history.can_go_back()
    history.visit(ViewState(0.0, 2.0))
    back = history.back()
    assert back is not None
    assert back.top_row == 4
