"""A saved project opens with the analysis that it kept: at once, without the deriving process, and truly its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from stanceline.codec import pack, unpack
from stanceline.model.edits import SetStance
from stanceline.model.keeping import Keeper, Kept
from stanceline.model.store import Store
from stanceline.records import Analysis
from stanceline.ui.main_window import MainWindow
from stanceline.ui.waiting import wait_until
from stanceline.workers import Deriver
from stanceline.workers.assembly import ROWS
from stanceline.workers.deriving_messages import Rows, decode_answer, encode

ROOT = Path(__file__).resolve().parent.parent.parent
Opener = Callable[..., MainWindow]


@pytest.fixture
def saved(seed_project: Path, tmp_path: Path) -> Path:
    """A copy of the sample's project, with the analysis that the window kept in it."""
    path = tmp_path / "saved.stanceline"
    path.write_bytes(seed_project.read_bytes())
    store = Store.open(path)
    has_kept = Kept.of(store) is not None
    store.close()
    assert has_kept, "the window that saved the sample kept no analysis"
    return path


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[Deriver]:
    """Deriving processes that were started."""
    started: list[Deriver] = []
    start = Deriver.start

    def noted(deriver: Deriver) -> None:
        if deriver not in started:
            started.append(deriver)
        start(deriver)

    monkeypatch.setattr(Deriver, "start", noted)
    return started


def shown(window: MainWindow) -> Analysis:
    assert window.session.project is not None
    return window.session.project.analysis


def ready(window: MainWindow) -> bool:
    """Whether the process that derives has answered; asked for at once, where a user looks on for a while first."""
    assert window.session._keeping is not None
    window.session._keeping._quiet.start(0)
    assert window.session._deriving is not None
    said: list[bool] = []
    poll = window.session._deriving._deriver._open

    def noted(letter: bytes) -> object:
        found = poll(letter)
        said.append(True)
        return found

    window.session._deriving._deriver._open = noted  # type: ignore[assignment]
    return wait_until(lambda: bool(said) and window.session.is_idle(), 60)


def test_a_saved_project_is_shown_without_deriving(open_window: Opener, saved: Path, starts: list[Deriver]) -> None:
    window = open_window(saved)
    assert window.wait_idle(60)
    assert starts == []
    assert window.timelineView is not None
    assert window.timelineView.counts()["total"] > 50
    assert window.session.marks is not None
    assert len(window.session.facets) > 2
    again = open_window_anew(open_window, saved, window)
    assert starts != []
    assert shown(again) == shown(window)


def open_window_anew(open_window: Opener, saved: Path, first: MainWindow) -> MainWindow:
    """The same project in a window that finds nothing kept."""
    bare = saved.with_name("bare.stanceline")
    bare.write_bytes(saved.read_bytes())
    connection = apsw.Connection(str(bare))
    connection.execute("DELETE FROM kept")
    connection.close()
    window = open_window(bare)
    assert window is not first
    assert window.wait_idle(60)
    return window


def test_an_edit_is_shown_and_kept(open_window: Opener, saved: Path, starts: list[Deriver]) -> None:
    window = open_window(saved)
    assert window.wait_idle(60)
    stance = next(row for row in shown(window).stances if row.stance == 2)
    assert window.session.apply(SetStance(stance.id, -2))
    assert window.wait_idle(60)
    assert len(starts) == 1
    after = shown(window)
    assert {row.id: row.stance for row in after.stances}[stance.id] == -2
    window.session.close()
    starts.clear()
    again = open_window(saved)
    assert again.wait_idle(60)
    assert starts == []
    assert shown(again) == after
    assert again.session.undo.count() == 1


def test_once_ready_an_edit_sends_only_what_differs(open_window: Opener, saved: Path) -> None:
    window = open_window(saved)
    assert window.wait_idle(60)
    before = shown(window)
    assert ready(window)
    assert shown(window) is before
    assert window.session.apply(SetStance(before.stances[0].id, 1))
    assert window.wait_idle(60)
    assert shown(window).articles is before.articles
    assert shown(window).stances != before.stances


def test_a_kept_analysis_that_is_not_true_is_put_right(open_window: Opener, saved: Path) -> None:
    store = Store.open(saved)
    kept = Kept.of(store)
    assert kept is not None
    letter = decode_answer(next(kept.pieces("stances")))
    assert isinstance(letter, Rows)
    # A lie that could be true, with a digest that fits.
    rows = [replace(row, confidence=0.123) for row in unpack(letter.content, ROWS["stances"])]
    Keeper(store, kept.entries).keep({"stances": [encode(Rows("stances", pack(rows)))]})
    store.close()
    window = open_window(saved)
    assert window.wait_idle(60)
    assert shown(window).stances[0].confidence == 0.123
    assert ready(window)
    assert wait_until(lambda: shown(window).stances[0].confidence != 0.123, 30)
    assert shown(window) == shown(open_window_anew(open_window, saved, window))


KEEPING = """
import sys
from pathlib import Path
from stanceline.model.keeping import Keeper, Kept
from stanceline.model.store import Store
store = Store.open(Path(sys.argv[1]))
kept = Kept.of(store)
entries = {name: list(kept.pieces(name)) for name in kept.entries} if kept is not None else {}
keeper = Keeper(store, kept.entries if kept is not None else None)
print("ready", flush=True)
while True:
    keeper.keep(entries)
    store.flush()
    print("kept", flush=True)
"""


def test_killed_while_keeping_the_project_is_whole(open_window: Opener, saved: Path) -> None:
    whole = saved.read_bytes()
    for round_trips in range(4):
        saved.write_bytes(whole)
        process = subprocess.Popen(
            [sys.executable, "-c", KEEPING, str(saved)], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ
        )
        assert process.stdout is not None
        for _ in range(1 + round_trips):
            process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()
        store = Store.open(saved)
        assert len(store.articles()) == 2
        store.close()
    window = open_window(saved)
    assert window.wait_idle(60)
    assert len(shown(window).articles) == 2
