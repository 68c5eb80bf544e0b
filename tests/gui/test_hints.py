"""The four hints of a first start: shown with articles, dismissed for good, done for good, asked for again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QToolButton

from stanceline.paths import sample_folder
from stanceline.ui.app import create_window
from stanceline.ui.hints import HINTS, HintBar, begin_hints
from stanceline.ui.jobs import ReadingJob
from stanceline.ui.main_window import MainWindow

Opener = Callable[..., MainWindow]


def shown(window: MainWindow) -> list[str]:
    """The hints that can be seen."""
    bar = window.findChild(HintBar)
    assert bar is not None
    return [hint.key for hint in HINTS if bar.findChild(QFrame, f"hint{hint.key.capitalize()}").isVisible()]  # type: ignore[union-attr]


def test_a_window_on_a_path_shows_no_hints(seeds: MainWindow) -> None:
    assert shown(seeds) == []


def test_hints_come_when_asked_for_and_go_for_good_one_by_one(seeds: MainWindow) -> None:
    seeds.actions_table["help.hints"].trigger()
    assert shown(seeds) == ["pan", "zoom", "cell", "export"]
    bar = seeds.findChild(HintBar)
    view = seeds.timelineView
    assert bar is not None
    assert view is not None
    assert seeds.wait_idle(5)
    top = bar.mapTo(seeds, QPoint())
    assert top.y() >= view.mapTo(seeds, QPoint(0, view.height())).y()
    for key in ("Pan", "Zoom"):
        close = bar.findChild(QToolButton, f"hintClose{key}")
        assert close is not None
        assert close.height() >= 24
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert shown(seeds) == ["cell", "export"]
    view.cell_selected.emit("nobody", "nothing")
    assert shown(seeds) == ["export"]
    seeds.settings.save()
    seeds.session.articles_changed.emit()
    assert shown(seeds) == ["export"]
    seeds.resize(1440, 500)
    assert shown(seeds) == []
    seeds.resize(1440, 900)
    seeds.actions_table["file.export"].trigger()
    assert not bar.isVisible()


def test_a_profile_that_began_with_hints_shows_them_with_its_first_articles(open_window: Opener) -> None:
    window = open_window()
    assert window.settings.is_new
    begin_hints(window.settings)
    assert window.wait_idle(20)
    assert shown(window) == []
    window.session.take_in_text("The mayor said on 3 May 2023 that she opposes the toll.")
    assert window.wait_idle(60)
    assert len(shown(window)) == 4


def test_a_first_start_shows_the_sample_without_reading_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(ReadingJob, "start", lambda *given: asked.append(given))
    monkeypatch.setenv("STANCELINE_PROFILE", str(tmp_path))
    window = create_window([sample_folder()], profile_dir=tmp_path)
    window.session.begins_with_made_sample = True
    assert window.wait_idle(30)
    assert len(window.session.index.analysis.articles) == 2
    assert window.session.index.analysis.stances
    assert not window.session.is_worth_keeping()
    assert asked == []
    window.session.close()
    window.close()
    window.deleteLater()
