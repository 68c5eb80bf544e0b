"""Views are saved, shown as a strip, moved, renamed and taken out, and played full screen; all by keys and mouse."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QToolButton

from stanceline.model.filters import Filter
from stanceline.model.saved_views import SavedView, SetViews
from stanceline.ui.main_window import MainWindow
from stanceline.ui.story.presentation import Caption
from stanceline.ui.story.strip import ViewList
from tests.gui.conftest import visible_dialog

NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
)  # fmt: skip
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def active(seeds: MainWindow) -> MainWindow:
    """The window on the sample, shown and active, so that keys reach its actions."""
    seeds.show()
    seeds.activateWindow()
    assert QTest.qWaitForWindowActive(seeds)
    return seeds


def views(window: MainWindow) -> tuple[SavedView, ...]:
    """The saved views."""
    return window.session.need_project().saved_views


def save_by_keys(window: MainWindow, name: str, note: str = "") -> None:
    """Ctrl+D, a name, a note, Enter."""
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    form = visible_dialog(window, "viewForm")
    field, words = form.findChild(QLineEdit, "viewName"), form.findChild(QPlainTextEdit, "viewNote")
    assert field is not None
    assert words is not None
    assert field.text()
    QTest.keyClicks(field, name)
    QTest.keyClicks(words, note)
    QTest.keyClick(field, Qt.Key.Key_Return)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def three(window: MainWindow) -> ViewList:
    """Three saved views: the week, who takes sides, everything; and their strip."""
    assert window.timelineView is not None
    save_by_keys(window, "The week", "Five days.")
    window.session.filters.set(Filter(stances=frozenset({2, -2})))
    assert window.wait_idle(10)
    save_by_keys(window, "Sides")
    window.session.filters.clear()
    assert window.wait_idle(10)
    window.timelineView.fit_all()
    save_by_keys(window, "All")
    QTest.keyClick(window, Qt.Key.Key_D, CTRL | SHIFT)
    strip = window.findChild(ViewList, "savedViews")
    assert strip is not None
    assert strip.isVisible()
    return strip


def test_ctrl_d_saves_the_view_and_undo_takes_it_back(active: MainWindow) -> None:
    save_by_keys(active, "The week", "Five days.")
    (view,) = views(active)
    assert (view.name, view.note) == ("The week", "Five days.")
    assert active.linking is not None
    assert view.view() == active.linking.view_now()
    assert "The week" in active.panes.notice.text()
    assert active.drawer.tabText(active.drawer.indexOf(active.panes.views)) == "Views (1)"
    QTest.keyClick(active, Qt.Key.Key_Z, CTRL)
    assert views(active) == ()
    assert active.session.undo.redoText() == "Save the view “The week”"
    QTest.keyClick(active, Qt.Key.Key_Z, CTRL | SHIFT)
    assert views(active) == (view,)


def test_a_view_without_a_name_is_not_saved(active: MainWindow) -> None:
    QTest.keyClick(active, Qt.Key.Key_D, CTRL)
    form = visible_dialog(active, "viewForm")
    field = form.findChild(QLineEdit, "viewName")
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert form.isVisible()
    wrong = form.findChild(QLabel, "formWrong")
    assert wrong is not None
    assert "name" in wrong.text()
    form.close()
    assert views(active) == ()


def test_enter_and_double_click_show_a_view_again(active: MainWindow) -> None:
    strip = three(active)
    assert active.timelineView is not None
    wide = active.timelineView.visible_range()
    strip.setCurrentIndex(strip.views().index(1))
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert active.wait_idle(10)
    assert active.session.filters.value == Filter(stances=frozenset({2, -2}))
    at = strip.visualRect(strip.views().index(2)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    QTest.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    assert active.wait_idle(10)
    assert not active.session.filters.is_active()
    assert active.timelineView.visible_range() == pytest.approx(wide)
    # What was shown before can be gone back to.
    QTest.keyClick(active, Qt.Key.Key_Left, ALT)
    assert active.session.filters.value == Filter(stances=frozenset({2, -2}))


def test_views_are_moved_by_keys_and_by_dragging(active: MainWindow) -> None:
    strip = three(active)
    strip.setCurrentIndex(strip.views().index(0))
    QTest.keyClick(strip, Qt.Key.Key_Down, ALT)
    assert [view.name for view in views(active)] == ["Sides", "The week", "All"]
    assert strip.currentIndex().row() == 1
    QTest.keyClick(strip, Qt.Key.Key_Up, ALT)
    assert [view.name for view in views(active)] == ["The week", "Sides", "All"]
    data = QMimeData()
    data.setData("application/x-stanceline-view", views(active)[2].id.encode())
    first = strip.visualRect(strip.views().index(0))
    at = QPointF(first.left() + 4, first.center().y())
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(strip.viewport(), enter)
    drop = QDropEvent(at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(strip.viewport(), drop)
    assert [view.name for view in views(active)] == ["All", "The week", "Sides"]
    active.session.undo.undo()
    assert [view.name for view in views(active)] == ["The week", "Sides", "All"]


def test_views_are_renamed_in_place_noted_renewed_and_removed(active: MainWindow) -> None:
    strip = three(active)
    strip.setCurrentIndex(strip.views().index(0))
    QTest.keyClick(strip, Qt.Key.Key_F2)
    editor = strip.findChild(QLineEdit, "viewRename")
    assert editor is not None
    QTest.keyClicks(editor, "Seven days")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert views(active)[0].name == "Seven days"
    menu = active.panes.views.make_menu(0)
    assert isinstance(menu, QMenu)
    by_name = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert not by_name["Move left"].isEnabled()
    by_name["Name and note…"].trigger()
    form = visible_dialog(active, "viewForm")
    note = form.findChild(QPlainTextEdit, "viewNote")
    assert note is not None
    assert note.toPlainText() == "Five days."
    note.selectAll()
    QTest.keyClicks(note, "Longer.")
    form.accept()
    assert views(active)[0].note == "Longer."
    by_name["Replace by the present view"].trigger()
    assert active.linking is not None
    assert views(active)[0].view() == active.linking.view_now()
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert [view.name for view in views(active)] == ["Sides", "All"]
    assert "Seven days" in active.panes.notice.text()
    active.session.undo.undo()
    assert len(views(active)) == 3


def test_views_stay_with_untitled_and_saved_work(active: MainWindow, tmp_path: Path) -> None:
    save_by_keys(active, "Kept")
    path = tmp_path / "other.stanceline"
    assert active.session.save_as(path)
    active.session.new()
    assert active.panes.views.model.rowCount() == 0
    assert active.session.open(path)
    assert active.wait_idle(30)
    assert [view.name for view in views(active)] == ["Kept"]
    assert active.panes.views.model.rowCount() == 1


def test_pictures_of_views_differ_as_the_views_do(active: MainWindow) -> None:
    three(active)
    pictures = []
    for view in views(active):
        for _ in range(50):
            picture = active.panes.thumbnails.of(view, 1.0)
            if picture is not None:
                break
            QTest.qWait(5)
        assert picture is not None
        pictures.append(picture.toImage())
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])


def test_f5_plays_the_story_without_anything_around_it(active: MainWindow) -> None:
    three(active)
    assert active.linking is not None
    before = active.linking.view_now()
    outside = (active.menuBar(), active.tool_bar, active.statusBar(), active.panes.search_bar, active.drawer)
    assert all(widget.isVisible() for widget in outside)
    QTest.keyClick(active, Qt.Key.Key_F5)
    caption = active.findChild(Caption, "presentationCaption")
    assert caption is not None
    assert caption.isVisible()
    assert active.isFullScreen()
    assert not any(widget.isVisible() for widget in (*outside, active.panes.detail, active.panes.filters))
    assert (caption.title.text(), caption.note.text(), caption.place.text()) == ("The week", "Five days.", "1 of 3")
    for key, name in (
        (Qt.Key.Key_Right, "Sides"), (Qt.Key.Key_Right, "All"), (Qt.Key.Key_Right, "All"), (Qt.Key.Key_Left, "Sides"),
        (Qt.Key.Key_Home, "The week"), (Qt.Key.Key_End, "All"), (Qt.Key.Key_PageUp, "Sides"),
        (Qt.Key.Key_PageDown, "All"), (Qt.Key.Key_Left, "Sides"), (Qt.Key.Key_Space, "All"),
    ):  # fmt: skip
        QTest.keyClick(active, key)
        assert caption.title.text() == name
    assert not caption.after.isEnabled()
    back = active.findChild(QToolButton, "presentationBefore")
    assert back is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert caption.title.text() == "Sides"
    assert active.wait_idle(10)
    assert active.session.filters.value == Filter(stances=frozenset({2, -2}))
    QTest.keyClick(active, Qt.Key.Key_Escape)
    assert active.wait_idle(10)
    assert not active.isFullScreen()
    assert all(widget.isVisible() for widget in (*outside, active.panes.detail))
    assert active.linking.view_now() == before


def test_without_saved_views_the_present_one_is_shown_with_a_hint(active: MainWindow) -> None:
    QTest.keyClick(active, Qt.Key.Key_F5)
    caption = active.findChild(Caption, "presentationCaption")
    assert caption is not None
    assert "Ctrl+D" in caption.note.text()
    QTest.keyClick(active, Qt.Key.Key_F5)
    QApplication.processEvents()
    assert active.menuBar().isVisible()


def test_a_presentation_ends_with_its_project(active: MainWindow) -> None:
    three(active)
    QTest.keyClick(active, Qt.Key.Key_F5)
    assert not active.menuBar().isVisible()
    active.session.new()
    assert active.wait_idle(10)
    assert active.menuBar().isVisible()
    assert not active.isFullScreen()
    assert not [caption for caption in active.findChildren(Caption) if caption.isVisible()]


def test_a_view_of_a_newer_program_says_so(active: MainWindow) -> None:
    newer = SavedView("v000001", "Tomorrow", '{"version": 99, "begin_s": 0, "end_s": 1}')
    assert active.session.apply(SetViews((newer,)))
    active.commands.story.act("open", newer.id)
    assert "newer version" in active.panes.notice.text()
    QTest.keyClick(active, Qt.Key.Key_F5)
    caption = active.findChild(Caption, "presentationCaption")
    assert caption is not None
    assert "newer version" in caption.note.text()
    QTest.keyClick(active, Qt.Key.Key_Escape)


def test_the_story_is_written_as_pages_of_a_pdf_and_as_a_web_page(active: MainWindow, tmp_path: Path) -> None:
    assert not active.actions_table["story.export"].isEnabled()
    three(active)
    assert active.actions_table["story.export"].isEnabled()
    for name in ("story.pdf", "story.html"):
        active.commands.story.export_to(tmp_path / name)
        for _ in range(200):
            if (tmp_path / name).exists():
                break
            QTest.qWait(10)
    page = (tmp_path / "story.html").read_text(encoding="utf-8")
    assert [page.count(part) for part in ("<section", "<svg", "<h2>")] == [3, 3, 3]
    assert "Five days." in page
    assert "http-equiv" in page
    assert "<script" not in page
    ids = [piece.split('"', 1)[0] for piece in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    pdf = (tmp_path / "story.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 3
    assert pdf.count(b"/Outlines") >= 1
    assert "Saved story" in active.panes.notice.text()


def test_the_dialog_of_the_story_does_not_block(active: MainWindow) -> None:
    save_by_keys(active, "One")
    active.actions_table["story.export"].trigger()
    dialog = visible_dialog(active, "storyFileDialog")
    dialog.close()
