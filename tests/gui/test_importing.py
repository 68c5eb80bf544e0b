"""Readings: paused and taken up again, files that come again unchanged or changed, and what the panel tells."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stanceline.model.edits import SetArticleDate
from stanceline.ui.changed_files import ChangedFilesBar
from stanceline.ui.import_panel import ImportPanel, Progress
from stanceline.ui.main_window import MainWindow
from stanceline.ui.preferences_list import CHANGED_FILES
from stanceline.ui.waiting import wait_until
from stanceline.workers import ChangedArticle

Opener = Callable[..., MainWindow]
TEXT = "HARBOR TOWN, 11 March 2024 – Mayor Ada Okafor said on Monday she opposes the ferry toll.\n"


def click(widget: QPushButton | None) -> None:
    """Press a button with the mouse."""
    assert widget is not None
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(window: MainWindow) -> list[str]:
    """The texts of the project's articles."""
    return sorted(article.text.strip() for article in window.session.index.analysis.articles)


def test_a_changed_file_is_asked_about_and_corrections_outlive_its_update(open_window: Opener, tmp_path: Path) -> None:
    path = tmp_path / "harbor.txt"
    path.write_text(TEXT)
    window = open_window(path)
    assert window.wait_idle(60)
    project = window.session.need_project()
    ident = project.articles[0].id
    window.commands.file.take_in_paths([path])
    assert window.wait_idle(60)
    assert any("skipped (identical" in problem.says for problem in window.session.problems())
    window.session.apply(SetArticleDate(ident, "2024-03-09"))
    before = project.decisions
    path.write_text(TEXT + "She had not ruled it out in February.\n")
    window.commands.file.take_in_paths([path])
    assert window.wait_idle(60)
    bar = window.findChild(ChangedFilesBar)
    assert bar is not None
    assert bar.isVisible()
    assert "harbor.txt" in bar.accessibleName()
    assert texts(window) == [TEXT.strip()]
    click(bar.findChild(QPushButton, "changedUpdate"))
    assert window.wait_idle(60)
    assert not bar.isVisible()
    assert [article.id for article in project.articles] == [ident]
    assert "February" in texts(window)[0]
    assert project.decisions == before
    path.write_text(TEXT + "She had never said a word.\n")
    window.commands.file.take_in_paths([path])
    assert window.wait_idle(60)
    click(bar.findChild(QPushButton, "changedBoth"))
    assert window.wait_idle(60)
    assert len(texts(window)) == 2
    window.settings.set(CHANGED_FILES, "skip")
    other = tmp_path / "b.txt"
    other.write_text("A short note on the pier of 3 May 2023.\n")
    window.commands.file.take_in_paths([other])
    assert window.wait_idle(60)
    other.write_text("Another note on the pier of 3 May 2023.\n")
    window.commands.file.take_in_paths([other])
    assert window.wait_idle(60)
    assert not bar.isVisible()
    assert "A short note on the pier of 3 May 2023." in texts(window)
    assert "Kept as it was" in window.drawer.log_lines()


def test_pause_finishes_what_is_at_hand_and_resume_reads_the_rest(open_window: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"{TEXT} Letter number {number}. " + "The town waits for a word. " * 60)
    window = open_window()
    assert window.wait_idle(20)
    window.commands.file.take_in_paths([folder])
    panel = window.panes.import_panel
    pause = panel.findChild(QPushButton, "importPause")
    project = window.session.need_project()
    assert wait_until(lambda: len(project.articles) >= 1, 60)
    click(pause)
    title = panel.findChild(QLabel, "importTitle")
    assert title is not None
    assert title.text() == "Paused"
    job = window.session.reading_job
    assert job is not None
    # What is at hand is finished; then the workers have nothing to do, though files are left.
    assert wait_until(lambda: not any(worker.task for worker in job._pool._running), 30)
    assert len(project.articles) < 8
    assert window.session.is_reading()
    assert pause is not None
    assert pause.text() == "Resume"
    click(pause)
    assert window.wait_idle(90)
    assert len(project.articles) == 8
    assert not panel.isVisible()


@pytest.fixture
def bar(qtbot: QtBot) -> ChangedFilesBar:
    """The question alone."""
    made = ChangedFilesBar()
    qtbot.addWidget(made)
    return made


def test_one_answer_counts_for_all_where_that_is_said(bar: ChangedFilesBar) -> None:
    heard: list[tuple[tuple[ChangedArticle, ...], str]] = []
    bar.answered.connect(lambda articles, answer: heard.append((articles, answer)))
    three = tuple(ChangedArticle(name, f"/news/{name}.txt", None) for name in "abc")
    bar.ask(three)
    bar.ask(three[:1])
    assert bar.waiting() == 3
    click(bar.findChild(QPushButton, "changedSkip"))
    box = bar.findChild(QCheckBox, "changedForAll")
    assert box is not None
    assert box.text() == "For all 2"
    box.setChecked(True)
    click(bar.findChild(QPushButton, "changedBoth"))
    assert heard == [((three[1],), "skip"), ((three[2], three[0]), "both")]
    assert not bar.isVisible()


def test_the_clock_of_the_panel_stands_while_it_is_paused(qtbot: QtBot) -> None:
    panel = ImportPanel()
    qtbot.addWidget(panel)
    panel.begin()
    panel.show_progress(Progress(3, 40, 7, 0, "/news/a.txt", "Reading articles", "articles"))
    assert "3 of 40 articles · 7 findings" in [text.text() for text in panel.findChildren(QLabel)]
    pause = panel.findChild(QPushButton, "importPause")
    click(pause)
    stands = panel._elapsed_ms()
    assert stands == panel._elapsed_ms()
    panel.show_progress(Progress(4, 40, 7, 0, "/news/b.txt", "Reading articles", "articles"))
    assert "Paused" in [text.text() for text in panel.findChildren(QLabel)]
