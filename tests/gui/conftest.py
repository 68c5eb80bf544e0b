"""Windows for the tests: the real one on a project that was read once, and an invented analysis for the panes."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

# Before Qt is loaded: without it Qt ends the process where there is no display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from stanceline.reading.article import Problem
from stanceline.records import (
    ActorRow,
    Analysis,
    ArticleRow,
    CellRow,
    EventRow,
    MentionRow,
    PathStep,
    Proposal,
    StanceRow,
    StatementRow,
    TimexRow,
)
from stanceline.temporal.timex import DAY_S, Reason, days_from_civil
from stanceline.ui.app import create_window
from stanceline.ui.main_window import MainWindow

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"
TEXT = (
    "Harbor town split over ferry toll\n\n"
    "The council met on Monday. Many came to listen. Ada Okafor, the mayor, said last week the town “will not accept "
    "the toll in any form”. Traders fear for their business. The port hopes for a quick vote. Nobody knows when.\n\n"
    "The minister will open the new pier in May 2024."
)
DAY = days_from_civil(2024, 3, 11)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    """Where `words` stand in the text."""
    at = text.index(words)
    return at, at + len(words)


def invented() -> Analysis:
    """One article with a stance, the statement that carries it, and an event; its date is inferred."""
    mayor = span("Ada Okafor, the mayor")
    quote, when = span("will not accept the toll in any form"), span("last week")
    may = (days_from_civil(2024, 5, 1) * DAY_S, days_from_civil(2024, 6, 1) * DAY_S)
    week = ((DAY - 7) * DAY_S, DAY * DAY_S)
    article = ArticleRow(
        "a1", "/news/a1.txt", "Harbor town split over ferry toll", "The Example Daily", "J. Doe", None, "en", TEXT, DAY,
        DAY, DAY + 2, "inferred", ((DAY, 0.7), (DAY + 1, 0.3)),
        (Reason("en.dating.weekday", "“on Monday” stands in the past tense", False, *span("on Monday"), DAY, DAY + 2),),
    )  # fmt: skip
    statement = StatementRow(
        "a1:s1", "a1", "person:ada-okafor", "mixed", mayor, span("said"), (quote,), *week, "en.quote.mixed", "machine",
        "week", True, when,
    )  # fmt: skip
    stance = StanceRow(
        "a1:toll:ada:1", "a1", "person:ada-okafor", "toll", -2, "a1:s1", (), "first_hand", "mixed", True, "certain",
        0.82, None, span("the toll"),
        (PathStep(*span("accept"), "accept: +2"), PathStep(*span("not"), "not: reversed")), quote,
        *week, "en.stance.verb", "machine", "week", True, when,
    )  # fmt: skip
    event = EventRow(
        "a1:e1", "Minister opens the new pier", *may, "month", "2024-05", "planned", ("person:minister",), None,
        (MentionRow("a1", *span("will open")),), (), "en.event.plan", timex=span("May 2024"),
    )  # fmt: skip
    timexes = (
        TimexRow("a1", *when, "last week", "DATE", "2024-W10", None, "2024-W10", *week, "week", "en.week.last",
                 "published:inferred", None),
        TimexRow("a1", *span("May 2024"), "May 2024", "DATE", "2024-05", None, "2024-05", *may, "month", "en.month",
                 "none", None),
    )  # fmt: skip
    actors = (
        ActorRow(
            "person:ada-okafor", "Ada Okafor", "person", None, "mayor", (MentionRow("a1", *mayor),), ("Ada Okafor",)
        ),
        ActorRow("person:minister", "minister", "person", None, None, (MentionRow("a1", *span("The minister")),), ()),
    )
    cell = CellRow("person:ada-okafor", "toll", None, "oppose", -2, "first_hand", True, 0.82, None, ("a1:toll:ada:1",))
    return Analysis(
        (Proposal("toll", "Ferry toll"),), (article,), timexes, actors, (statement,), (stance,), (event,), (cell,),
        (Problem("empty", "b.txt: the file is empty. Remove it, or put the article's text in.", "/news/b.txt"),),
    )  # fmt: skip


@pytest.fixture
def analysis() -> Analysis:
    """The invented analysis."""
    return invented()


@pytest.fixture(scope="session")
def seed_project(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """The two sample articles, read once and saved."""
    folder = tmp_path_factory.mktemp("seeds")
    window = create_window([SEEDS], profile_dir=folder / "profile")
    assert window.wait_idle(90)
    path = folder / "seeds.stanceline"
    assert window.session.save_as(path)
    window.close()
    window.deleteLater()
    return path


@pytest.fixture
def open_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows with a profile of their own and closes them, without questions, at the end."""
    opened: list[MainWindow] = []
    monkeypatch.setenv("STANCELINE_PROFILE", str(tmp_path / "profile"))

    def make(*paths: Path) -> MainWindow:
        window = create_window(paths, profile_dir=tmp_path / "profile")
        opened.append(window)
        return window

    yield make
    for window in opened:
        for dialog in window.findChildren(QDialog):
            dialog.close()
        window.session.close()
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def seeds(open_window: Callable[..., MainWindow], seed_project: Path, tmp_path: Path) -> MainWindow:
    """A settled window on a copy of the sample's project."""
    path = tmp_path / "copy.stanceline"
    path.write_bytes(seed_project.read_bytes())
    window = open_window(path)
    window.resize(1440, 900)
    assert window.wait_idle(60)
    return window


@pytest.fixture(scope="module")
def shared(qapp: QApplication, seed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """A settled window on the sample for tests that only look."""
    folder = tmp_path_factory.mktemp("shared")
    path = folder / "copy.stanceline"
    path.write_bytes(seed_project.read_bytes())
    window = create_window([path], profile_dir=folder / "profile")
    window.resize(1440, 900)
    assert window.wait_idle(60)
    yield window
    window.session.close()
    window.close()
    window.deleteLater()
    qapp.processEvents()


def wheel(
    widget: QWidget, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Turn the wheel over a widget; QTest cannot."""
    event = QWheelEvent(
        QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def visible_dialog(window: MainWindow, name: str) -> QDialog:
    """The open dialog with this object name."""
    found = [dialog for dialog in window.findChildren(QDialog, name) if dialog.isVisible()]
    assert len(found) == 1, f"{len(found)} dialogs named {name}"
    return found[0]
