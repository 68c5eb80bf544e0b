"""Problems in four parts, read again, ignored and copied by mouse and keyboard; their number in the tab."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from stanceline.reading.article import Problem
from stanceline.reading.readers import read_path
from stanceline.ui.lists.drawer import LOG, PROBLEMS
from stanceline.ui.lists.problem_page import ProblemPage
from stanceline.ui.lists.problem_words import ProblemParts, parts_of
from stanceline.ui.main_window import MainWindow
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme

Opener = Callable[..., MainWindow]
EMPTY = Problem("empty", "/news/b.txt: is empty. Check that it was saved completely.", "/news/b.txt")
LINE = Problem("bad-json", "/news/c.jsonl: line 3 is no JSON object. Mend the line; the others are read.",
               "/news/c.jsonl")  # fmt: skip


@pytest.mark.parametrize(("problem", "parts"), [
    (EMPTY, ("b.txt", "Is empty.", "The file is left out.", "Check that it was saved completely.")),
    (LINE, ("c.jsonl, line 3", "Is no JSON object.", "This line is left out.", "Mend the line; the others are read.")),
    (Problem("date.doubtful", "“31 April”: no such day.", "/news/a.txt", "a"),
     ("a.txt", "“31 April”: no such day.", "The date stays as it is written.",
      "Look at the passage, and set the article's date if it is wrong.")),
    (Problem("duplicate", "/n/a.txt: skipped (identical with /n/b.txt). Nothing to do.", "/n/a.txt", "b"),
     ("a.txt", "Skipped (identical with /n/b.txt).", "The project has its text once.", "Nothing to do.")),
    (Problem("not-english", "/n/x.jsonl, line 2 (a): the text is in German. Add an English translation.", "/n/x.jsonl",
             "a"),
     ("x.jsonl, line 2", "The text is in German.", "Dates are read, stances are not.", "Add an English translation.")),
])  # fmt: skip
def test_a_problem_is_told_in_four_parts(problem: Problem, parts: tuple[str, ...]) -> None:
    assert parts_of(problem) == ProblemParts(*parts)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"\0\1\2\3" * 99, b'{"text": "a"}\n{"text": 3}\n{nonsense\n'])
def test_what_the_readers_say_has_all_parts(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(content)
    problems = read_path(path).problems
    assert problems
    for problem in problems:
        parts = parts_of(problem)
        assert parts.where.startswith("some.jsonl")
        assert all((parts.what, parts.follows, parts.fix))
        assert str(tmp_path) not in parts.what


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> ProblemPage:
    """The list with two problems."""
    made = ProblemPage(Theme("light"), Settings(tmp_path))
    qtbot.addWidget(made)
    made.show_problems([EMPTY, LINE])
    made.show()
    return made


def click(page: ProblemPage, name: str) -> None:
    """Press a button of the page."""
    button = page.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_selected_problem_is_read_again_with_enter(page: ProblemPage) -> None:
    heard: list[list[Path]] = []
    page.retry_asked.connect(heard.append)
    click(page, "problemRetry")
    page.view.selectRow(1)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert heard == [[Path("/news/b.txt"), Path("/news/c.jsonl")], [Path("/news/c.jsonl")]]


def test_ignored_problems_leave_list_and_count_and_come_back(page: ProblemPage, tmp_path: Path) -> None:
    page.view.selectRow(0)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert page.model.all() == (LINE,)
    assert page.attended() == 1
    box = page.findChild(QCheckBox, "problemShowIgnored")
    assert box is not None
    assert box.text() == "Show one ignored"
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() * 0.3)
    assert page.model.all() == (EMPTY, LINE)
    page.view.selectRow(0)
    click(page, "problemIgnore")
    assert page.attended() == 2


def test_ignoring_lasts(page: ProblemPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.view.selectRow(0)
    click(page, "problemIgnore")
    page._ignored._settings.save()  # type: ignore[union-attr]  # given in the fixture
    again = ProblemPage(Theme("light"), Settings(tmp_path))
    qtbot.addWidget(again)
    again.show_problems([EMPTY, LINE])
    assert again.attended() == 1


def test_copy_takes_the_selected_ones_by_key(page: ProblemPage) -> None:
    page.view.selectRow(1)
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"/news/c.jsonl\tbad-json\t{LINE.says}"


def test_in_the_window_the_tab_counts_and_delete_means_the_problem(open_window: Opener, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The mayor said on 3 May 2023 that she opposes the toll.\n")
    (tmp_path / "empty.txt").write_text("")
    window = open_window(tmp_path / "good.txt", tmp_path / "empty.txt")
    assert window.wait_idle(60)
    drawer = window.drawer
    assert drawer.tabText(PROBLEMS) == "Problems (1)"
    window.set_pane("drawer", True)
    drawer.setCurrentIndex(PROBLEMS)
    view = drawer.problem_page.view
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert drawer.tabText(PROBLEMS) == "Problems"
    drawer.problem_page.ignore()
    (tmp_path / "empty.txt").write_text("Now the minister said on 4 May 2023 that he backs the toll.\n")
    drawer.problem_page._show_ignored.setChecked(True)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.wait_idle(60)
    assert len(window.session.index.analysis.articles) == 2
    assert window.session.problems() == ()
    drawer.setCurrentIndex(LOG)
    copy = drawer.findChild(QPushButton, "logCopy")
    assert copy is not None
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "empty.txt" in QGuiApplication.clipboard().text()
