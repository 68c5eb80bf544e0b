"""Projects opened lately: in the menu and on the empty page, pinned, greyed where missing, cleared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from stanceline.reading.readers import read_path
from stanceline.ui.empty_state import READ_SUFFIXES
from stanceline.ui.main_window import MainWindow
from stanceline.ui.recent import MOST, RecentProject, RecentProjects, days_ago, line_of
from stanceline.ui.recent_menu import RecentMenu
from stanceline.ui.settings import Settings

Opener = Callable[..., MainWindow]


def test_days_are_told_by_their_distance() -> None:
    assert [days_ago(day, 100) for day in (100, 99, 98, 86)] == ["today", "yesterday", "2 days ago", "14 days ago"]
    assert days_ago(85, 100) == "27 March 1970"


def test_a_line_tells_day_and_marks_or_that_the_file_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "bill.stanceline"
    path.write_bytes(b"")
    assert line_of(RecentProject(str(path), 98, 1284), 100) == "2 days ago · 1,284 marks"
    path.unlink()
    assert line_of(RecentProject(str(path), 98, 1284), 100) == f"not found in {tmp_path}"


def test_the_list_keeps_ten_and_pinned_ones_longer(tmp_path: Path) -> None:
    recent = RecentProjects(Settings(tmp_path))
    recent.add(Path("/old"), 1, marks=7)
    recent.pin("/old", True)
    for number in range(12):
        recent.add(Path(f"/p{number}"), number)
    names = [each.path for each in recent.listed()]
    assert len(names) == MOST
    assert names[:2] == ["/old", "/p11"]
    recent.add(Path("/old"), 9)
    assert recent.listed()[0] == RecentProject("/old", 9, 7, True)
    recent.clear()
    assert [each.path for each in recent.listed()] == ["/old"]
    recent.forget("/old")
    assert recent.listed() == ()


def test_a_list_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set_text("recent_projects", '[{"nonsense": 1}]')
    assert RecentProjects(settings).listed() == ()


def entries(window: MainWindow) -> list[QAction]:
    """The submenu's entries, as they are when it opens."""
    menu = window.findChild(RecentMenu)
    assert menu is not None
    menu.fill()
    return [action for action in menu.menu.actions() if not action.isSeparator()]


def test_an_open_project_is_listed_with_its_marks_and_can_be_pinned(seeds: MainWindow, tmp_path: Path) -> None:
    view = seeds.timelineView
    assert view is not None
    first = entries(seeds)[0]
    assert first.text() == f"&1 copy\ttoday · {view.counts()['total']} marks"
    RecentProjects(seeds.settings).add(tmp_path / "gone.stanceline", 1)
    gone = next(action for action in entries(seeds) if "gone" in action.text())
    assert not gone.isEnabled()
    pin = next(action for action in entries(seeds) if action.objectName() == "recentPin")
    pin.trigger()
    entries(seeds)[-1].trigger()
    assert [each.name for each in RecentProjects(seeds.settings).listed()] == ["copy"]
    assert RecentProjects(seeds.settings).listed()[0].is_pinned


def test_the_empty_page_opens_pins_and_forgets(open_window: Opener, seed_project: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.stanceline"
    path.write_bytes(seed_project.read_bytes())
    settings = Settings(tmp_path / "profile")
    RecentProjects(settings).add(path, 1, 89)
    RecentProjects(settings).add(tmp_path / "gone.stanceline", 2)
    settings.save()
    window = open_window()
    assert window.wait_idle(20)
    page = window.empty_state
    missing, there = (page.findChild(QPushButton, f"emptyRecent{row}") for row in (1, 2))
    assert missing is not None
    assert there is not None
    assert not missing.isEnabled()
    assert "2 January 1970 · 89 marks" in [text.text() for text in page.findChildren(QLabel)]
    forget = page.findChild(QToolButton, "emptyForget1")
    assert forget is not None
    QTest.mouseClick(forget, Qt.MouseButton.LeftButton)
    assert [each.name for each in RecentProjects(window.settings).listed()] == ["copy"]
    assert window.wait_idle(5)
    pin = page.findChild(QToolButton, "emptyPin")
    assert pin is not None
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert RecentProjects(window.settings).listed()[0].is_pinned
    assert window.wait_idle(5)
    there = page.findChild(QPushButton, "emptyRecent1")
    assert isinstance(there, QWidget)
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)
    assert window.wait_idle(60)
    assert window.session.path == path


@pytest.mark.parametrize("suffix", READ_SUFFIXES)
def test_what_the_empty_page_names_can_be_read(tmp_path: Path, suffix: str) -> None:
    says = "The mayor said on 3 May 2023 that she opposes the toll in the harbor town."
    wrapped = {".html": f"<html><body><p>{says}</p></body></html>", ".json": f'[{{"text": "{says}"}}]',
               ".jsonl": f'{{"text": "{says}"}}\n'}  # fmt: skip
    path = tmp_path / f"article{suffix}"
    path.write_text(wrapped.get(suffix, says))
    assert "mayor" in read_path(path).articles[0].text
