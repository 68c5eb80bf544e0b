"""Every key of the keyboard map, every entry of every menu and every control of the window, driven by real events.

To add an action: one line in `ACTS`. To add a key of the timeline: one line in `KEYS`. To add a control: a line in
`CONTROLS`. Tests below fail while an action, a key or a control of the window has none.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QSplitter,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from stanceline.temporal.timex import days_from_civil
from stanceline.ui.action_list import ACTIONS, TOOL_BAR
from stanceline.ui.actions import unambiguous_keys
from stanceline.ui.app import create_window
from stanceline.ui.main_window import MainWindow
from stanceline.ui.preferences_applied import PLOT_OPTIONS
from stanceline.ui.preferences_list import (
    AXIS_PLACE,
    COVERAGE,
    LAYOUT,
    MATRIX_TOTALS,
    SINGLE_KEYS,
    TRACE_KEYS,
    WHEEL_ZOOMS,
)
from tests.gui.acts import (
    SPECS,
    Act,
    Bench,
    Check,
    asks,
    becomes,
    changes,
    no_file_dialogs,
    opens,
    project_file,
    says,
    toggles,
)
from tests.gui.conftest import wheel

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def window(qapp: QApplication, seed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("keys")
    made = create_window([project_file(folder, seed_project)], profile_dir=folder / "profile")
    made.resize(1440, 900)
    assert made.wait_idle(60)
    yield made
    made.session.close()
    made.close()
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture
def bench(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Bench:
    made = Bench(window)
    no_file_dialogs(made, monkeypatch.setattr)
    monkeypatch.setattr("stanceline.paths.state_folder", lambda: tmp_path)
    window.activateWindow()
    made.reset()
    return made


# ---- what can be measured


def span(bench: Bench) -> float:
    """Seconds in view."""
    begin, end = bench.timeline.visible_range()
    return end - begin


def begin(bench: Bench) -> float:
    """The first second in view."""
    return bench.timeline.visible_range()[0]


def focused(bench: Bench) -> str | None:
    """The mark that has the keyboard."""
    return bench.timeline.focused_event()


def selected(bench: Bench) -> list[str]:
    """Keys of the selected marks."""
    return list(bench.window.session.selection.keys)


def clipboard(_bench: Bench) -> str:
    """The text on the clipboard."""
    return QGuiApplication.clipboard().text()


def where(bench: Bench) -> str:
    """The pane that has the keyboard."""
    focus = bench.window.focusWidget()
    for pane in bench.window.pane_order():
        if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
            return pane.objectName()
    return ""


def larger(old: Any, new: Any) -> bool:
    """Whether it has grown."""
    return bool(new > old)


def smaller(old: Any, new: Any) -> bool:
    """Whether it has shrunk."""
    return bool(new < old)


def differs(old: Any, new: Any) -> bool:
    """Whether it is another."""
    return bool(old != new)


def row_height(bench: Bench) -> int:
    """Height of a row."""
    return bench.timeline.row_height()


def undo_text(bench: Bench) -> str:
    """What would be undone."""
    return bench.window.session.undo.undoText()


def theme(bench: Bench) -> str:
    """The chosen theme."""
    return bench.window.theme.choice


def _other_theme(bench: Bench) -> None:
    bench.window.actions_table["view.theme_dark" if theme(bench) != "dark" else "view.theme_light"].trigger()


def _dark(bench: Bench) -> None:
    bench.window.actions_table["view.theme_dark"].trigger()


def filters(bench: Bench) -> Any:
    """The filter in force."""
    return bench.window.session.filters.value


def _copied_image(bench: Bench, act: Act) -> None:
    QGuiApplication.clipboard().clear()
    act()
    assert not QGuiApplication.clipboard().image().isNull()


def _pasted(bench: Bench, act: Act) -> None:
    articles = len(bench.window.session.need_project().articles)
    QGuiApplication.clipboard().setText(
        "The council of Wexley rejected the toll on 3 May 2024.\n\nNobody was surprised."
    )
    act()
    bench.settle()
    assert len(bench.window.session.need_project().articles) == articles + 1


def _order(wanted: str, argument: str) -> Check:
    def prepare(bench: Bench) -> None:
        other = {"grouping": "rows.group_none", "sort": "rows.sort_name"}[wanted]
        if argument in ("none", "name"):
            other = {"grouping": "rows.group_actor", "sort": "rows.sort_last"}[wanted]
        bench.window.actions_table[other].trigger()
        bench.settle()

    return becomes(lambda bench: getattr(bench.window.session, wanted), argument, prepare)


def _full_screen(bench: Bench, act: Act) -> None:
    act()
    assert bench.window.isFullScreen()
    act()
    assert not bench.window.isFullScreen()
    bench.window.resize(1440, 900)
    bench.settle()


def mode(bench: Bench) -> str:
    """What a click does with the selection."""
    return bench.window.session.selection.mode


def _mode(bench: Bench, name: str) -> None:
    bench.window.actions_table[f"select.{name}"].trigger()


def columns(bench: Bench) -> list[tuple[str, str]]:
    """The columns of the matrix."""
    return list(bench.timeline.corpus().columns)


def _visible(bench: Bench, name: str) -> bool:
    """Whether anything of this name is in sight."""
    return any(one.isVisible() for one in bench.window.findChildren(QWidget, name))


def _by_year(bench: Bench) -> None:
    bench.window.actions_table["columns.year"].trigger()
    bench.settle()


def _answers(bench: Bench, act: Act) -> None:
    """Other columns, a question, or a word on why there are none."""
    before = columns(bench)
    act()
    bench.settle()
    asked = [one for one in bench.window.findChildren(QDialog) if one.isVisible()]
    assert asked or notice(bench) or columns(bench) != before
    for one in asked:
        QTest.keyClick(one, Qt.Key.Key_Escape)


def _setting(preference: Any, value: Any, other: Any) -> Check:
    """A preference gets a value."""
    return becomes(
        lambda bench: bench.window.settings.get(preference), value,
        lambda bench: bench.window.settings.set(preference, other),
    )  # fmt: skip


def _hinted(bench: Bench, act: Act) -> None:
    act()
    bench.settle()
    hints = [one for one in bench.window.findChildren(QWidget) if one.objectName().startswith("hint")]
    assert [one for one in hints if one.isVisible()]
    for close in [one for one in hints if one.objectName().startswith("hintClose") and one.isVisible()]:
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)


def _summer(bench: Bench) -> None:
    """Show the weeks in which most was said."""
    bench.timeline.go_to(days_from_civil(2023, 7, 10) * 86_400.0, 21 * 86_400.0)
    bench.settle()


def _quarter(bench: Bench) -> None:
    """Show the weeks of a quarter, so wide that the axis counts weeks."""
    bench.timeline.go_to(days_from_civil(2023, 7, 10) * 86_400.0, 80 * 86_400.0)
    bench.settle()


def _redraws(before: Any = _summer) -> Check:
    """The timeline looks another way, and as before when the preferences are back."""

    def look(bench: Bench) -> Any:
        bench.timeline.repaint_now()
        return bench.timeline.grab().toImage()

    def check(bench: Bench, act: Act) -> None:
        changes(look, before, by=differs)(bench, act)
        options: tuple[Any, ...] = PLOT_OPTIONS
        for preference in options:
            bench.window.settings.set(preference, preference.default)

    return check


def _axis_below(bench: Bench) -> None:
    bench.window.settings.set(AXIS_PLACE, "bottom")
    bench.settle()


def _presented(bench: Bench, act: Act) -> None:
    """Full screen without panes; once more ends it."""
    act()
    bench.settle()
    assert bench.window.isFullScreen()
    assert not bench.window.menuBar().isVisible()
    # A menu bar that is hidden opens no menus: the second time is by what its entry calls.
    bench.window.actions_table["story.present"].trigger()
    bench.settle()
    assert not bench.window.isFullScreen()
    assert bench.window.menuBar().isVisible()
    bench.window.resize(1440, 900)


def _reset_layout(bench: Bench, act: Act) -> None:
    bench.window.set_pane("drawer", True)
    bench.window.set_pane("detail", False)
    act()
    assert not bench.window.drawer.isVisible()
    assert bench.window.panes.detail.isVisible()


def _dimmed(bench: Bench) -> frozenset[str]:
    """The parts of the filter that dim."""
    return bench.window.session.filters.dimmed


def _dims(bench: Bench) -> None:
    bench.filtered()
    bench.window.actions_table["filtered.dim"].trigger()


def _matches(bench: Bench) -> None:
    bench.filtered()
    bench.timeline.setFocus()


def _closes(bench: Bench, act: Act) -> None:
    """Only that the window is asked to close; a test of its own closes one."""
    closed: list[bool] = []
    bench.window.commands.file.before_leaving = lambda act: closed.append(True)  # type: ignore[method-assign]
    worth = bench.window.session.is_worth_keeping
    bench.window.session.is_worth_keeping = lambda: True  # type: ignore[method-assign]
    try:
        act()
    finally:
        bench.window.session.is_worth_keeping = worth  # type: ignore[method-assign]
        del bench.window.commands.file.before_leaving
    assert closed == [True]


def _leaves_for(method: str) -> Check:
    """What puts the present work away: stopped where it would, for the window is shared."""

    def check(bench: Bench, act: Act) -> None:
        asked: list[bool] = []
        commands = bench.window.commands.file
        commands.before_leaving = lambda act: asked.append(True)  # type: ignore[method-assign]
        try:
            act()
        finally:
            del commands.before_leaving
        assert asked == [True], method

    return check


def _lists_contradictions(bench: Bench) -> bool:
    linking = bench.window.linking
    return linking is not None and linking.contradictions.page.isVisible()


ACTS: dict[str, Check] = {
    "file.new": _leaves_for("new"),
    "file.open": asks("open"),
    "file.sample": _leaves_for("sample"),
    "file.add": asks("open many"),
    "file.add_folder": asks("folder"),
    "file.paste": _pasted,
    "file.save": says("Saved"),
    "file.save_as": asks("save"),
    "file.export": opens("exportDialog"),
    "file.export_table": asks("save"),
    "file.export_corrections": asks("save", Bench.corrected),
    "file.copy_image": _copied_image,
    "file.print": opens("printPreview"),
    "file.close": _closes,
    "file.quit": _closes,
    "edit.undo": changes(undo_text, Bench.corrected, by=differs),
    "edit.redo": changes(undo_text, Bench.undone, by=differs),
    "edit.copy_citation": changes(clipboard, Bench.select, by=lambda _, new: new.startswith("“")),
    "edit.copy_rows": changes(clipboard, Bench.select, by=lambda _, new: "\t" in new),
    "edit.select_all": changes(lambda bench: len(selected(bench)), by=lambda old, new: old == 0 and new > 50),
    "select.replace": becomes(mode, "replace", lambda bench: _mode(bench, "add")),
    "select.add": becomes(mode, "add"),
    "select.keep": becomes(mode, "keep"),
    "select.remove": becomes(mode, "remove"),
    "edit.set_date": opens("setDateDialog", Bench.select),
    "edit.pin_article": opens("referenceForm", Bench.select),
    "edit.set_stance": opens("setStanceDialog", Bench.select),
    "edit.note": becomes(lambda bench: bench.window.focusWidget().objectName(), "noteEdit", Bench.select),
    "edit.rename_actor": opens("renameDialog", Bench.select),
    "edit.merge_actors": opens("mergeDialog", Bench.select),
    "edit.reject": changes(undo_text, Bench.select, by=differs),
    "edit.make_reference": opens("referenceForm", Bench.select),
    "edit.references": opens("referencesDialog"),
    "edit.new_proposal": opens("proposalForm"),
    "edit.proposals": opens("proposalsDialog"),
    "edit.counting": opens("countingForm"),
    "edit.preferences": opens("preferencesDialog"),
    "view.fit_all": changes(span, Bench.zoomed, by=larger),
    "view.fit_selection": changes(span, Bench.select, by=smaller),
    "view.zoom_in": changes(span, by=smaller),
    "view.zoom_out": changes(span, Bench.zoomed, by=larger),
    "view.filters": toggles("filters"),
    "view.detail": toggles("detail"),
    "view.drawer": toggles("drawer"),
    "view.overview": toggles("overview"),
    "view.charts": opens("chartDialog"),
    "view.as_of": becomes(lambda bench: bool(bench.window.session.clock), True),
    "view.compare": becomes(
        lambda bench: bench.window.session.comparison is not None,
        True,
        lambda bench: bench.window.session.compare(None),
    ),
    "go.contradictions": becomes(_lists_contradictions, True),
    "rows.group_actor": _order("grouping", "actor"),
    "rows.group_kind": _order("grouping", "kind"),
    "rows.group_none": _order("grouping", "none"),
    "rows.sort_first": _order("sort", "first"),
    "rows.sort_last": _order("sort", "last"),
    "rows.sort_name": _order("sort", "name"),
    "rows.sort_stance": _order("sort", "stance"),
    "rows.sort_evidence": _order("sort", "evidence"),
    "rows.height_compact": becomes(row_height, 28),
    "rows.height_comfortable": becomes(row_height, 40, lambda bench: bench.timeline.set_row_height(64)),
    "rows.height_cards": becomes(row_height, 64),
    "rows.higher": changes(row_height, by=larger),
    "rows.lower": changes(row_height, by=smaller),
    "rows.sort_change": _order("sort", "change"),
    "rows.sort_similarity": _order("sort", "similarity"),
    "columns.proposals": changes(columns, _by_year, by=differs),
    "columns.parts": _answers,
    "columns.month": changes(columns, by=differs),
    "columns.quarter": changes(columns, by=differs),
    "columns.half": changes(columns, by=differs),
    "columns.year": changes(columns, by=differs),
    "columns.days": _answers,
    "matrix.totals": changes(lambda bench: bench.window.settings.get(MATRIX_TOTALS), by=differs),
    "matrix.table": becomes(lambda bench: _visible(bench, "matrixTable"), True),
    "view.layout_rows": _setting(LAYOUT, "rows", "stacked"),
    "view.layout_stacked": _setting(LAYOUT, "stacked", "rows"),
    "view.coverage": changes(lambda bench: bench.window.settings.get(COVERAGE), by=differs),
    "help.hints": _hinted,
    "view.theme_system": becomes(theme, "system", _other_theme),
    "view.theme_contrast-light": becomes(theme, "contrast-light", _other_theme),
    "view.theme_contrast-dark": becomes(theme, "contrast-dark", _other_theme),
    "view.theme_light": becomes(theme, "light", _dark),
    "view.theme_dark": becomes(theme, "dark", lambda bench: bench.window.actions_table["view.theme_light"].trigger()),
    "view.axis_top": _redraws(_axis_below),
    "view.axis_bottom": _redraws(),
    "view.axis_both": _redraws(),
    "view.week_numbers": _redraws(_quarter),
    "view.iso_dates": changes(lambda bench: bench.timeline.describe(bench.stance()), by=differs),
    "view.publication_ticks": _redraws(),
    "view.reset": _reset_layout,
    "view.full_screen": _full_screen,
    "go.date": opens("goToDateDialog"),
    "go.back": changes(span, Bench.moved, by=differs),
    "go.forward": changes(span, Bench.moved_back, by=differs),
    "story.present": _presented,
    "story.save": opens("viewForm"),
    "story.export": opens("storyFileDialog", lambda bench: bench.window.commands.story.save("One", "")),
    "story.list": becomes(lambda bench: bench.window.panes.views.isVisible(), True),
    "go.next_pane": changes(where, by=differs),
    "go.previous_pane": changes(where, by=differs),
    "filter.search": becomes(where, "searchEdit"),
    "filter.next": changes(selected, _matches, by=differs),
    "filter.previous": changes(selected, _matches, by=differs),
    "filter.period": changes(lambda bench: filters(bench).period, Bench.zoomed, by=differs),
    "filter.actor": changes(lambda bench: filters(bench).actors, Bench.select, by=differs),
    "filtered.hide": becomes(_dimmed, frozenset(), _dims),
    "filtered.dim": becomes(_dimmed, frozenset({"text"}), Bench.filtered),
    "filter.clear": changes(lambda bench: bool(filters(bench)), Bench.filtered, by=lambda old, new: old and not new),
    "help.manual": opens("helpDialog"),
    "help.guide": opens("guideDialog"),
    "help.palette": opens("commandPalette"),
    "help.shortcuts": opens("shortcutDialog"),
    "help.about": opens("aboutDialog"),
}
"""What comes of each action, whichever way it is set off."""

_SLOW = {"edit.undo", "edit.redo", "edit.reject", "file.paste"}
"""Actions after which everything is derived anew: once by their menu is enough."""


def test_the_table_has_every_action() -> None:
    assert set(ACTS) == {spec.id for spec in ACTIONS}


@pytest.mark.parametrize("action", list(ACTS))
def test_a_menu_entry_does_what_it_says(bench: Bench, action: str) -> None:
    ACTS[action](bench, _ready(bench, action, bench.by_menu(action)))


@pytest.mark.parametrize(
    ("action", "keys"), [(spec.id, keys) for spec in ACTIONS for keys in spec.keys if spec.id not in _SLOW]
)
def test_keys_do_what_the_menu_entry_does(bench: Bench, action: str, keys: str) -> None:
    # Standard keys have several sequences; keyboards with keys of their own for opening or undoing are rare.
    several = [one.toString() for one in unambiguous_keys([keys])]
    common = next((one for one in several if "+" in one or one.startswith("F")), None)
    if common is not None:
        ACTS[action](bench, _ready(bench, action, bench.by_key(common)))


def _ready(bench: Bench, action: str, act: Act) -> Act:
    """Act once the action can be used."""

    def when_enabled() -> None:
        bench.window.actions_table.refresh()
        assert bench.window.actions_table[action].isEnabled(), f"{action} cannot be used after its preparation"
        act()

    return when_enabled


# ---- keys of the timeline


def _place(bench: Bench) -> tuple[int, int]:
    """Row of the focused mark and its place in the row."""
    state = bench.timeline.state
    assert state.focused is not None
    return int(state.corpus.marks.row[state.focused]), int(state.index.place[state.focused])


def _third(bench: Bench) -> None:
    bench.focus_first()
    for _ in range(2):
        QTest.keyClick(bench.timeline, Qt.Key.Key_Right)


def _chosen_and_focused(bench: Bench) -> tuple[int, bool]:
    """How many are selected, and whether the focused one is among them."""
    return len(selected(bench)), focused(bench) in selected(bench)


def _first_row(bench: Bench) -> None:
    bench.focus_first()
    QTest.keyClick(bench.timeline, Qt.Key.Key_Home, CTRL)
    state = bench.timeline.state
    rows = state.index.row_start
    row = int((rows[1:] > rows[:-1]).argmax())
    state.focused = int(state.index.order[int(rows[row])])


def _last_row(bench: Bench) -> None:
    bench.focus_first()
    state = bench.timeline.state
    state.focused = int(state.index.order[-1])


def _brushed(bench: Bench) -> None:
    bench.select()
    lower, upper = bench.timeline.visible_range()
    bench.timeline.period_brushed.emit(lower, (lower + upper) / 2)
    bench.settle()


def _leave_by_escape(bench: Bench, act: Act) -> None:
    """The first Escape clears what was brushed, the second the selection, the third leaves."""
    _brushed(bench)
    assert filters(bench).period is not None
    act()
    bench.settle()
    assert filters(bench).period is None
    assert selected(bench)
    assert where(bench) == "timelineView"
    act()
    assert not selected(bench)
    assert where(bench) == "timelineView"
    act()
    assert where(bench) != "timelineView"


def _far_away(bench: Bench) -> None:
    bench.timeline.go_to(0.0, 30 * 86_400.0)
    bench.settle()


def _selected_focus(bench: Bench) -> None:
    bench.focus_first()
    QTest.keyClick(bench.timeline, Qt.Key.Key_Home)


def _short(bench: Bench) -> None:
    bench.timeline.set_row_height(96)
    bench.settle()


def scroll(bench: Bench) -> float:
    """How far down the rows are scrolled."""
    return bench.timeline.state.scroll_px


KEYS: list[tuple[str, str, Check]] = [
    ("zoom in", "+", changes(span, by=smaller)),
    ("zoom in", "=", changes(span, by=smaller)),
    ("zoom out", "-", changes(span, Bench.zoomed, by=larger)),
    ("fit the selection", "F", changes(span, Bench.select, by=smaller)),
    ("earlier by a tenth", "Shift+Left", changes(begin, Bench.zoomed, by=smaller)),
    ("later by a tenth", "Shift+Right", changes(begin, Bench.zoomed, by=larger)),
    ("earlier by a page", "Shift+PgUp", changes(begin, Bench.zoomed, by=smaller)),
    ("later by a page", "Shift+PgDown", changes(begin, Bench.zoomed, by=larger)),
    ("rows below", "PgDown", changes(scroll, _short, by=larger)),
    ("next in the row", "Right", changes(_place, Bench.focus_first, by=lambda a, b: b == (a[0], a[1] + 1))),
    ("previous in the row", "Left", changes(_place, _third, by=lambda a, b: b == (a[0], a[1] - 1))),
    ("row below", "Down", changes(lambda bench: _place(bench)[0], _first_row, by=larger)),
    ("row above", "Up", changes(lambda bench: _place(bench)[0], _last_row, by=smaller)),
    ("first in the row", "Home", changes(_place, _third, by=lambda a, b: b == (a[0], a[1] - 2))),
    ("last in the row", "End", changes(_place, Bench.focus_first, by=lambda a, b: b[0] == a[0] and b[1] > a[1] + 1)),
    ("last of all", "Ctrl+End", changes(focused, Bench.focus_first, by=differs)),
    ("first of all", "Ctrl+Home", changes(focused, _last_row, by=differs)),
    ("focus alone", "Ctrl+Right", changes(
        lambda bench: (focused(bench), selected(bench)), Bench.focus_first,
        by=lambda a, b: a[0] != b[0] and a[1] == b[1] == [],
    )),
    ("toggle on", "Space", becomes(_chosen_and_focused, (1, True), Bench.focus_first)),
    ("toggle off", "Space", becomes(_chosen_and_focused, (0, False), _selected_focus)),
    ("extend down", "Shift+Down", changes(lambda bench: len(selected(bench)), _first_row, by=larger)),
    ("extend up", "Shift+Up", changes(lambda bench: len(selected(bench)), _last_row, by=larger)),
    ("open", "Return", becomes(where, "detailPane", _selected_focus)),
    ("open", "Enter", becomes(where, "detailPane", _selected_focus)),
    ("escape", "Esc", _leave_by_escape),
    ("today", "T", changes(span, _far_away, by=lambda old, new: abs(old - new) < 1)),
    ("today moves there", "T", changes(begin, _far_away, by=larger)),
    ("list of keys", "?", opens("shortcutDialog")),
]  # fmt: skip
"""Keys that act while the timeline has the keyboard, row by row of the keyboard map."""


@pytest.mark.parametrize(
    ("keys", "check"), [(keys, check) for _, keys, check in KEYS], ids=[f"{n}-{k}" for n, k, _ in KEYS]
)
def test_keys_of_the_timeline(bench: Bench, keys: str, check: Check) -> None:
    check(bench, bench.by_key(keys))


def test_enter_on_a_badge_zooms_to_its_members(bench: Bench) -> None:
    bench.timeline.set_visible_range(-1e9, 4e9)
    state = bench.timeline.state
    items = [state.layout.item_of(int(place)) for place in state.index.place]
    merged = [number for number, item in enumerate(items) if item is not None and len(state.members(item)) > 1]
    assert merged, "at this scale some marks are merged"
    state.focused = merged[0]
    before = span(bench)
    QTest.keyClick(bench.timeline, Qt.Key.Key_Return)
    assert span(bench) < before


def test_single_keys_can_be_turned_off(bench: Bench) -> None:
    settings = bench.window.settings
    settings.set(SINGLE_KEYS, False)
    try:
        bench.select()
        before = span(bench)
        for keys in ("F", "+", "-", "T", "?"):
            bench.by_key(keys)()
        assert span(bench) == before
        assert not [one for one in bench.window.findChildren(QWidget, "shortcutDialog") if one.isVisible()]
    finally:
        settings.set(SINGLE_KEYS, True)
    bench.by_key("F")()
    assert span(bench) < before


def test_single_keys_act_in_the_timeline_alone(bench: Bench) -> None:
    bench.select()
    search, before = bench.window.panes.search, span(bench)
    search.setFocus()
    QTest.keyClicks(search, "ft+?")
    assert search.text() == "ft+?"
    assert span(bench) == before
    for spec in ACTIONS:
        assert all(len(keys.toString()) > 1 for keys in unambiguous_keys(spec.keys)), spec.id


def _at_place(bench: Bench, scan_code: int, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, text)
        QApplication.sendEvent(bench.timeline, event)


def test_trace_viewer_keys_go_by_their_places(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stanceline.ui.plot.timeline_keys.sys.platform", "linux")
    settings = bench.window.settings
    bench.zoomed()
    before = span(bench)
    # On a French keyboard Z stands where W stands on an American one.
    _at_place(bench, 25, Qt.Key.Key_Z, "z")
    assert span(bench) == before
    settings.set(TRACE_KEYS, True)
    try:
        _at_place(bench, 25, Qt.Key.Key_Z, "z")
        assert span(bench) < before
        _at_place(bench, 39, Qt.Key.Key_S, "s")
        assert span(bench) == pytest.approx(before)
        at = begin(bench)
        _at_place(bench, 40, Qt.Key.Key_D, "d")
        assert begin(bench) > at
        _at_place(bench, 38, Qt.Key.Key_Q, "q")
        assert begin(bench) == pytest.approx(at)
    finally:
        settings.set(TRACE_KEYS, False)


def test_tab_enters_the_timeline_once_and_leaves_it(bench: Bench) -> None:
    timeline = bench.timeline
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    assert bench.window.focusWidget() is timeline
    QTest.keyClick(timeline, Qt.Key.Key_Tab)
    after = bench.window.focusWidget()
    assert after is not timeline
    assert after is not None
    QTest.keyClick(after, Qt.Key.Key_Backtab, SHIFT)
    assert bench.window.focusWidget() is timeline
    met: list[QWidget] = []
    focus: QWidget | None = timeline
    for _ in range(80):
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = bench.window.focusWidget()
        if focus is timeline:
            break
        assert focus is not None
        met.append(focus)
    else:
        raise AssertionError("Tab never comes round")
    inside = [widget.objectName() for widget in met if timeline.isAncestorOf(widget)]
    assert set(inside) <= {"stanceMatrix", "headerNewProposal"}


def test_f6_goes_round_and_shift_f6_back(bench: Bench) -> None:
    bench.window.set_pane("drawer", True)
    bench.window.panes.search.setFocus()
    order = [pane.objectName() for pane in bench.window.pane_order()]
    forward = []
    for _ in order:
        bench.by_key("F6", bench.window)()
        forward.append(where(bench))
    assert forward == [*order[1:], order[0]]
    backward = []
    for _ in order:
        bench.by_key("Shift+F6", bench.window)()
        backward.append(where(bench))
    assert backward == [*order[:0:-1], order[0]]


# ---- pointer


def _canvas(bench: Bench) -> QWidget:
    port = bench.timeline._canvas.viewport()
    assert isinstance(port, QWidget)
    return port


def test_wheels(bench: Bench) -> None:
    port, at = _canvas(bench), QPoint(400, 200)
    _short(bench)
    assert bench.timeline.state.max_scroll_px > 0
    before = scroll(bench)
    wheel(port, at, -1)
    assert scroll(bench) > before
    bench.zoomed()
    before = begin(bench)
    wheel(port, at, -1, SHIFT)
    assert begin(bench) > before
    before = span(bench)
    wheel(port, at, 1, CTRL)
    assert span(bench) == pytest.approx(before / 1.2)
    before = row_height(bench)
    wheel(port, at, -1, CTRL | SHIFT)
    assert row_height(bench) < before


def test_the_wheel_alone_zooms_where_that_is_preferred(bench: Bench) -> None:
    bench.zoomed()
    before = span(bench)
    bench.window.settings.set(WHEEL_ZOOMS, True)
    try:
        wheel(_canvas(bench), QPoint(400, 200), 1)
        assert span(bench) == pytest.approx(before / 1.2)
    finally:
        bench.window.settings.set(WHEEL_ZOOMS, False)


def _drag(widget: QWidget, button: Qt.MouseButton, start: QPoint, end: QPoint, keys: Any = None) -> None:
    held = keys or Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, button, held, start)
    for share in (0.3, 0.6, 1.0):
        at = start + (end - start) * share
        from PySide6.QtGui import QMouseEvent

        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(widget.mapToGlobal(at)), button, button, held)
        QApplication.sendEvent(widget, event)
    QTest.mouseRelease(widget, button, held, end)


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_dragging_pans(bench: Bench, button: Qt.MouseButton) -> None:
    bench.zoomed()
    before = begin(bench)
    _drag(_canvas(bench), button, QPoint(500, 300), QPoint(400, 300))
    assert begin(bench) > before


def test_shift_and_dragging_selects_what_is_in_the_band(bench: Bench) -> None:
    port = _canvas(bench)
    _drag(port, Qt.MouseButton.LeftButton, QPoint(2, 60), QPoint(port.width() - 4, port.height() - 4), SHIFT)
    assert len(selected(bench)) > 10


@pytest.mark.parametrize("place", ["timelineView", "overviewStrip", "stanceMatrix", "quoteView", "eventTable"])
def test_context_menus_have_the_same_commands(bench: Bench, place: str) -> None:
    from PySide6.QtGui import QContextMenuEvent

    bench.select()
    bench.window.set_pane("drawer", True)
    bench.settle()
    target = bench.window.findChild(QWidget, place)
    assert target is not None
    if place == "timelineView":
        target = _canvas(bench)
    at = QPoint(target.width() // 2, target.height() - 20)
    if place == "eventTable":
        target = target.viewport()  # type: ignore[attr-defined]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, target.mapToGlobal(at))
    QApplication.sendEvent(target, event)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    known = set(bench.window.actions_table.all())
    assert [entry for entry in menu.actions() if entry in known], "none of the window's own actions"
    menu.close()


# ---- controls

_DETAIL_MENU = "correctButton"


def _open_detail(bench: Bench) -> None:
    bench.several()


def detail_key(bench: Bench) -> str:
    """What the details show."""
    detail = bench.window.panes.detail.detail
    return detail.key if detail is not None else ""


def detail_tab(bench: Bench) -> int:
    """The page of the details."""
    return bench.window.panes.detail._tabs.currentIndex()


def _many_passages(bench: Bench) -> None:
    events = bench.window.session.index.analysis.events
    bench.window.session.selection.select([next(row.id for row in events if len(row.mentions) > 1)])
    bench.settle()


def passage(bench: Bench) -> int:
    """The number of the evidence shown."""
    return bench.window.panes.detail._passage


def folded(bench: Bench) -> bool:
    """Whether the filters are folded."""
    return bench.window.panes.filters.is_folded()


def _unfolded(bench: Bench) -> None:
    bench.window.set_filters_folded(False)
    bench.settle()


def _lists(tab: int) -> Any:
    def prepare(bench: Bench) -> None:
        bench.select()
        bench.window.set_pane("drawer", True)
        bench.window.drawer.setCurrentIndex(tab)

    return prepare


_numbers = count()


def _problem(bench: Bench) -> None:
    from stanceline.reading.article import Problem

    _lists(2)(bench)
    # Another file each time: what was ignored once stays so.
    path = f"/nowhere/{next(_numbers)}/b.txt"
    bench.window.session.need_project().problems = (Problem("empty", "b.txt: the file is empty.", path),)
    bench.window.session.problems_changed.emit()


def _listed_problems(bench: Bench) -> int:
    """How many problems are listed."""
    table = bench.window.findChild(QTableView, "problemList")
    assert table is not None
    return table.model().rowCount()


def _told(bench: Bench) -> None:
    bench.window.panes.notice.tell("Something is worth knowing.")


def notice(bench: Bench) -> str:
    """What the bar for news says."""
    return bench.window.panes.notice.text()


def _menu_pops_up(bench: Bench, act: Act) -> None:
    bench.select()
    seen: list[QWidget | None] = []
    from PySide6.QtCore import QTimer

    def look() -> None:
        popup = QApplication.activePopupWidget()
        seen.append(popup)
        if popup is not None:
            popup.close()

    QTimer.singleShot(100, look)
    act()
    QTest.qWait(120)
    assert isinstance(seen[0], QMenu)


def _retried(bench: Bench, act: Act) -> None:
    asked: list[list[Path]] = []
    _problem(bench)
    bench.window.drawer.retry_asked.connect(asked.append)
    act()
    assert [path.name for path in asked[0]] == ["b.txt"]
    bench.settle()
    bench.window.session.need_project().problems = ()
    bench.window.session.problems_changed.emit()


def _opened(bench: Bench, act: Act) -> None:
    wanted: list[str] = []
    bench.select()
    bench.window.panes.detail.file_wanted.disconnect()
    bench.window.panes.detail.file_wanted.connect(wanted.append)
    act()
    bench.window.panes.detail.file_wanted.disconnect(wanted.append)
    bench.window.panes.detail.file_wanted.connect(bench.window.commands.edit.open_source)
    assert wanted == [bench.window.session.index.stances[bench.stance()].article]


RAIL = ("actors", "stances", "kinds", "modes", "articles", "period")
CONTROLS: dict[str, Check] = {
    **{SPECS[name].name: ACTS[name] for name in TOOL_BAR if name in SPECS},
    "rowsButton": _menu_pops_up,
    "selectionButton": _menu_pops_up,
    "correctButton": _menu_pops_up,
    "copyCitationButton": ACTS["edit.copy_citation"],
    "detailNext": changes(detail_key, _open_detail, by=differs),
    "detailPrevious": changes(detail_key, _open_detail, by=differs),
    "laterEvidence": changes(passage, _many_passages, by=differs),
    "earlierEvidence": changes(passage, _many_passages, by=differs),
    "detailPin": becomes(lambda bench: bench.window.panes.detail._pin.isChecked(), True, Bench.select),
    "openSource": _opened,
    "whyDate": becomes(detail_tab, 2, Bench.select),
    "foldFilters": becomes(folded, True, _unfolded),
    **{f"rail-{part}": becomes(folded, False) for part in RAIL},
    "chip-text": becomes(where, "searchEdit", _matches),
    "chipRemove-text": becomes(lambda bench: bool(filters(bench)), False, Bench.filtered),
    "columnsButton": _menu_pops_up,
    "problemIgnore": changes(_listed_problems, _problem, by=smaller),
    "clearFilters": becomes(lambda bench: bool(filters(bench)), False, Bench.filtered),
    "noticeClose": becomes(notice, "", _told),
    "headerNewProposal": opens("proposalForm"),
    "problemCopy": changes(clipboard, _problem, by=lambda _, new: "b.txt" in new),
    "problemRetry": _retried,
}  # fmt: skip
"""What comes of a click on each button of the window, by object name."""


def _button(window: MainWindow, name: str) -> QAbstractButton:
    spec = next((spec for spec in ACTIONS if spec.name == name), None)
    if spec is not None:
        found = window.findChild(QWidget, "toolBar").widgetForAction(window.actions_table[spec.id])  # type: ignore[union-attr]
    else:
        found = next((one for one in window.findChildren(QAbstractButton, name) if one.isVisible()), None)
    assert isinstance(found, QAbstractButton), f"no button {name} in sight"
    return found


@pytest.mark.parametrize("name", list(CONTROLS))
def test_a_button_does_what_it_says(bench: Bench, name: str) -> None:
    def click() -> None:
        button = _button(bench.window, name)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    CONTROLS[name](bench, click)


_FOUND_BY_OTHERS = {
    # In sight only after something was ignored; tested with the problems.
    "problemShowIgnored",
    # Qt's own buttons, which have no life of their own.
    "ScrollLeftButton", "ScrollRightButton", "qt_toolbar_ext_button", "qt_menubar_ext_button",
    # Tested beside what they belong to: chips and their switches, recent projects, the empty page.
    "emptyAdd", "emptyOpen", "emptySample", "importCancel",
    # Tested with the clock, comparisons and contradictions.
    "timeBack", "timePlay", "timeOn", "timeClose", "timeSpeed", "timeFollow", "compareSourcesA", "compareSourcesB",
    "compareWindowA", "compareWindowB", "compareSwap", "compareChanges", "compareClose", "changesExport",
    "contradictionAShow", "contradictionBShow",
}  # fmt: skip


def test_every_button_in_sight_has_a_name_to_speak_and_a_check(bench: Bench) -> None:
    _many_passages(bench)
    bench.filtered()
    bench.window.set_filters_folded(False)
    bench.window.set_pane("drawer", True)
    _told(bench)
    missing, mute = [], []
    for button in bench.window.findChildren(QAbstractButton):
        if not button.isVisible() or button.window() is not bench.window:
            continue
        if isinstance(button.parent(), QLineEdit):
            # The pictures in a field of text; the one that clears has a test of its own.
            continue
        name = button.objectName()
        action = button.defaultAction() if isinstance(button, QToolButton) else None
        if action is not None and action.objectName():
            name = name or action.objectName()
        if name not in CONTROLS and name not in _FOUND_BY_OTHERS:
            missing.append(name or f"{type(button).__name__} “{button.text() or button.toolTip()}”")
        if not (button.accessibleName() or button.text() or button.toolTip()):
            mute.append(name)
    assert not missing
    assert not mute


def test_the_zoom_slider_follows_keys(bench: Bench) -> None:
    slider = bench.window.zoom
    slider.setFocus()
    before = span(bench)
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert span(bench) < before
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert span(bench) > before * 0.9


@pytest.mark.parametrize("name", ["outerSplitter", "middleSplitter"])
def test_splitters_are_dragged(bench: Bench, name: str) -> None:
    bench.window.set_pane("drawer", True)
    bench.settle()
    splitter = bench.window.findChild(QSplitter, name)
    assert splitter is not None
    handle = next(
        handle for number in range(1, splitter.count()) if (handle := splitter.handle(number)).isVisible()
    )  # fmt: skip
    assert isinstance(handle, QSplitterHandle)
    last = splitter.handle(splitter.count() - 1)
    before = splitter.sizes()
    way = QPoint(-60, 0) if splitter.orientation() == Qt.Orientation.Horizontal else QPoint(0, -60)
    _drag(last, Qt.MouseButton.LeftButton, last.rect().center(), last.rect().center() + way)
    assert splitter.sizes() != before


@pytest.mark.parametrize("tab", range(4))
def test_tabs_of_the_lists(bench: Bench, tab: int) -> None:
    bench.window.set_pane("drawer", True)
    drawer = bench.window.drawer
    drawer.setCurrentIndex((tab + 1) % 4)
    _click_tab(drawer.tabBar(), tab)
    assert drawer.currentIndex() == tab


@pytest.mark.parametrize("tab", range(5))
def test_tabs_of_the_details(bench: Bench, tab: int) -> None:
    bench.select()
    tabs = bench.window.panes.detail._tabs
    assert tabs.count() == 5
    tabs.setCurrentIndex((tab + 1) % 5)
    _click_tab(tabs.tabBar(), tab)
    assert detail_tab(bench) == tab
    bench.window.panes.detail.show_tab("quote")


def _click_tab(bar: QTabBar, tab: int) -> None:
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(tab).center())


def test_facets_are_unchecked_kept_alone_and_typed(bench: Bench) -> None:
    _unfolded(bench)
    tree = bench.window.findChild(QTreeWidget, "facetTree")
    assert tree is not None
    section = tree.topLevelItem(0)
    assert section is not None
    item = section.child(0)
    assert item is not None
    tree.scrollToItem(item)
    tree.setFocus()
    tree.setCurrentItem(item)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    bench.settle()
    assert filters(bench)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    bench.settle()
    part = getattr(filters(bench), section.data(0, Qt.ItemDataRole.UserRole + 1))
    assert len(part) == 1
    bench.window.session.filters.clear()
    field = bench.window.findChild(QLineEdit, "periodFrom")
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "July 2023")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert filters(bench).period is not None


def test_the_search_is_cleared_by_its_button(bench: Bench) -> None:
    bench.filtered()
    search = bench.window.panes.search
    clear = next(
        button
        for button in search.findChildren(QToolButton)
        if button.isVisible() and button.toolTip() == "Clear the search"
    )
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    bench.settle()
    assert not filters(bench)


def test_the_window_closes_by_its_menu(qapp: QApplication, seed_project: Path, tmp_path: Path) -> None:
    made = create_window([project_file(tmp_path, seed_project)], profile_dir=tmp_path / "profile")
    assert made.wait_idle(60)
    Bench(made).by_menu("file.close")()
    assert not made.isVisible()
    made.deleteLater()


def test_menus_open_by_their_letters(bench: Bench) -> None:
    letters = []
    for menu in bench.window.menus.values():
        title = menu.title()
        letters.append(title[title.index("&") + 1].lower())
    assert len(set(letters)) == len(letters)
