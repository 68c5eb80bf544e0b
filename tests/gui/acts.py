"""Acts on the window as a person does, and checks of what comes of it, for the tests of keys, menus and controls.

A check gets the window and a way to act (a menu entry, a key, a button). It prepares what the act needs, acts, and
looks at what has changed; so the same check serves an action's menu entry, its keys and its button.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from stanceline.model.saved_views import SavedView, SetViews, new_id
from stanceline.ui.action_list import ACTIONS, ActionSpec
from stanceline.ui.main_window import MainWindow
from stanceline.ui.plot.timeline import TimelineView
from stanceline.ui.preferences_applied import PLOT_OPTIONS
from stanceline.ui.preferences_list import COVERAGE, FILTERED_MARKS, LAYOUT, MATRIX_TOTALS

Act = Callable[[], None]
Prepare = Callable[["Bench"], None]
Check = Callable[["Bench", Act], None]
SPECS: dict[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}


class Bench:
    """The window under test with what the checks need of it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.asked: list[str] = []
        """Which questions for a file or folder came up."""

    @property
    def timeline(self) -> TimelineView:
        """The timeline."""
        assert self.window.timelineView is not None
        return self.window.timelineView

    def settle(self) -> None:
        """Wait until nothing is under way."""
        assert self.window.wait_idle(30)

    def reset(self) -> None:
        """As it was at first: nothing selected, filtered, open or changed."""
        window = self.window
        for dialog in window.findChildren(QDialog):
            dialog.close()
        for menu in window.findChildren(QMenu):
            menu.close()
        window.panes.notice.hide()
        window.panes.detail._pin.setChecked(False)
        window.session.compare(None)
        if window.actions_table["matrix.table"].isChecked():
            window.actions_table["matrix.table"].trigger()
        if not window.actions_table["columns.proposals"].isChecked():
            window.actions_table["columns.proposals"].trigger()
        if window.session.clock and window.linking is not None:
            window.linking.times.close()
        window.panes.search.clear()
        undo = window.session.undo
        while undo.canUndo():
            undo.undo()
            self.settle()
        window.session.filters.clear()
        window.session.selection.select(())
        window.actions_table["select.replace"].trigger()
        window.actions_table["filtered.hide"].trigger()
        for pane in ("filters", "detail", "drawer", "overview"):
            window.set_pane(pane, pane != "drawer")
        window.set_filters_folded(True)
        window.panes.detail.show_tab("quote")
        window.settings.forget_layout()
        options: tuple[Any, ...] = (*PLOT_OPTIONS, LAYOUT, COVERAGE, MATRIX_TOTALS, FILTERED_MARKS)
        for preference in options:
            window.settings.set(preference, preference.default)
        self.timeline.set_row_height(40)
        self.timeline.fit_all()
        self.timeline.state.focused = None
        self.settle()
        self.timeline.setFocus()
        self.asked.clear()

    # ---- what checks prepare

    def stance(self) -> str:
        """The key of a dated stance."""
        rows = self.window.session.index.analysis.stances
        return next(row.id for row in rows if row.begin is not None)

    def select(self) -> None:
        """Select a dated stance."""
        self.window.session.selection.select([self.stance()])
        self.settle()

    def several(self) -> None:
        """Select three marks."""
        corpus = self.window.session.corpus
        assert corpus is not None
        self.window.session.selection.select(corpus.marks.keys[:3])
        self.settle()

    def focus_first(self) -> None:
        """Put the keyboard on the first mark of the longest row."""
        state = self.timeline.state
        starts = state.index.row_start
        row = int((starts[1:] - starts[:-1]).argmax())
        state.focused = int(state.index.order[int(starts[row])])
        self.timeline.setFocus()

    def zoomed(self) -> None:
        """Show a month around the middle."""
        begin, end = self.timeline.visible_range()
        self.timeline.go_to((begin + end) / 2, 30 * 86_400.0)
        self.settle()

    def filtered(self) -> None:
        """Filter by a word."""
        self.window.panes.search.setText("NATO")
        self.settle()

    def corrected(self) -> None:
        """Do something that can be undone."""
        self.select()
        self.window.actions_table["edit.reject"].trigger()
        self.settle()

    def undone(self) -> None:
        """Do something and undo it."""
        self.corrected()
        self.window.session.undo.undo()
        self.settle()

    def moved(self) -> None:
        """Look at two views, one after the other."""
        assert self.window.linking is not None
        self.window.linking.visit_now()
        self.zoomed()
        self.window.linking.visit_now()

    def moved_back(self) -> None:
        """Look at two views and go back to the first."""
        self.moved()
        self.window.actions_table["go.back"].trigger()
        self.settle()

    # ---- ways to act

    def by_menu(self, action_id: str) -> Act:
        """Choose an action in its menu with the arrow keys and Enter."""
        spec = SPECS[action_id]

        def act() -> None:
            menu = self.window.menus[spec.menu]
            action = self.window.actions_table[action_id]
            menu.popup(self.window.mapToGlobal(QPoint(20, 20)))
            for submenu in _way_to(menu, action):
                _walk_to(menu, submenu.menuAction())
                QTest.keyClick(menu, Qt.Key.Key_Right)
                QApplication.processEvents()
                menu = submenu
            _walk_to(menu, action)
            QTest.keyClick(menu, Qt.Key.Key_Return)
            QApplication.processEvents()

        return act

    def by_key(self, keys: str, target: QWidget | None = None) -> Act:
        """Press keys, as Qt writes them, in a widget (the timeline, where none is given)."""

        def act() -> None:
            for combination in _combinations(keys):
                QTest.keyClick(target or self.timeline, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

        return act

    def by_click(self, button: QWidget) -> Act:
        """Click the middle of a widget."""
        return lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self, name: str) -> QDialog:
        """The open dialog with a name."""
        found = [dialog for dialog in self.window.findChildren(QDialog, name) if dialog.isVisible()]
        assert len(found) == 1, f"{len(found)} open dialogs named {name}"
        return found[0]


def _combinations(keys: str) -> list[Any]:
    sequence = QKeySequence(keys)
    return [sequence[number] for number in range(sequence.count())]  # type: ignore[index]  # PySide's stubs lack it


def _way_to(menu: QMenu, action: QAction) -> list[QMenu]:
    if action in menu.actions():
        return []
    for entry in menu.actions():
        below = entry.menu()
        if isinstance(below, QMenu):
            if action in below.actions():
                return [below]
            further = _way_to(below, action) if below.actions() else []
            if further:
                return [below, *further]
    return []


def _walk_to(menu: QMenu, action: QAction) -> None:
    for _ in range(len(menu.actions()) + 1):
        if menu.activeAction() is action:
            return
        QTest.keyClick(menu, Qt.Key.Key_Down)
    raise AssertionError(f"“{action.text()}” cannot be reached in its menu with the arrow keys; is it enabled?")


# ---- checks


def nothing(bench: Bench) -> None:
    """Prepare nothing."""


def opens(name: str, before: Prepare = nothing) -> Check:
    """A dialog opens, and Escape closes it."""

    def check(bench: Bench, act: Act) -> None:
        before(bench)
        act()
        dialog = bench.dialog(name)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    return check


def asks(which: str, before: Prepare = nothing) -> Check:
    """The system's dialog for files comes up: `open`, `open many`, `folder` or `save`."""

    def check(bench: Bench, act: Act) -> None:
        before(bench)
        act()
        assert bench.asked == [which]

    return check


def changes(measure: Callable[[Bench], Any], before: Prepare = nothing, *, by: Callable[[Any, Any], bool]) -> Check:
    """A measure of the window changes as `by(old, new)` says."""

    def check(bench: Bench, act: Act) -> None:
        before(bench)
        old = measure(bench)
        act()
        bench.settle()
        new = measure(bench)
        assert by(old, new), f"{old!r} became {new!r}"

    return check


def becomes(measure: Callable[[Bench], Any], value: Any, before: Prepare = nothing) -> Check:
    """A measure of the window gets a value that it did not have."""
    return changes(measure, before, by=lambda old, new: old != value and new == value)


def says(words: str, before: Prepare = nothing) -> Check:
    """The bar for news shows some words."""

    def check(bench: Bench, act: Act) -> None:
        before(bench)
        act()
        assert words in bench.window.panes.notice.text()

    return check


def toggles(pane: str) -> Check:
    """A pane goes, and comes back the second time."""

    def check(bench: Bench, act: Act) -> None:
        widget = {
            "filters": bench.window.panes.filters, "detail": bench.window.panes.detail,
            "drawer": bench.window.drawer, "overview": bench.timeline.side_widgets()[1],
        }[pane]  # fmt: skip
        was = widget.isVisible()
        act()
        assert widget.isVisible() is not was
        act()
        assert widget.isVisible() is was

    return check


def no_file_dialogs(bench: Bench, patch: Callable[[object, str, object], None]) -> None:
    """Note the system's questions for files instead of waiting for an answer."""

    def note(which: str, answer: object) -> Callable[..., object]:
        def ask(*_args: object, **_more: object) -> object:
            bench.asked.append(which)
            return answer

        return ask

    for method, which, answer in (
        ("getOpenFileName", "open", ("", "")), ("getOpenFileNames", "open many", ([], "")),
        ("getExistingDirectory", "folder", ""), ("getSaveFileName", "save", ("", "")),
    ):  # fmt: skip
        patch(QFileDialog, method, staticmethod(note(which, answer)))


def project_file(folder: Path, seed_project: Path) -> Path:
    """A copy of the sample's project."""
    path = folder / "copy.stanceline"
    path.write_bytes(seed_project.read_bytes())
    return path


def save_view(window: MainWindow, name: str) -> None:
    """Keep the present view under a name."""
    assert window.linking is not None
    views = window.session.need_project().saved_views
    view = SavedView(new_id(views), name, window.linking.view_now().to_json(), "")
    assert window.session.apply(SetViews((view,), order=(*(one.id for one in views), view.id), text=name))
