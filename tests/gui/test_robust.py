"""What nobody means to do: panes that are not there, texts that look like paths."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from stanceline.ui.arrivals import _understood
from stanceline.ui.main_window import MainWindow


def test_an_empty_window_has_no_next_pane(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    assert window.wait_idle(20)
    for action in ("go.next_pane", "go.previous_pane"):
        window.commands.call(f"navigate.{action.removeprefix('go.')}", "")
    QTest.keyClick(window, Qt.Key.Key_F6)
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)


def test_a_pasted_line_that_begins_like_a_path_is_a_text_however_long(shared: MainWindow) -> None:
    taken: list[str] = []
    line = "/" + "word" * 400
    data = QMimeData()
    data.setText(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared.session, "take_in_text", taken.append)
        shared.commands.file.take_in(data)
    assert taken == [line]


def test_that_the_disk_was_full_while_articles_were_read_is_told_at_once(
    open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    assert window.wait_idle(20)
    session = window.session
    store = session.need_project().store
    pages = store._connection.pragma("page_count")
    store._connection.pragma("max_page_count", pages)
    told: list[str] = []
    session.failed.connect(told.append)
    article = tmp_path / "piece.txt"
    days = "\n".join(f"The council met on {day} May 2023. The mayor said she opposes the toll." for day in range(1, 29))
    article.write_text(days, encoding="utf-8")
    session.take_in([article])
    assert window.wait_idle(60)
    assert [text for text in told if "the disk is full" in text]
    store._connection.pragma("max_page_count", pages + 1000)
    path = tmp_path / "kept.stanceline"
    assert session.save_as(path)
    session.new()
    assert session.open(path)
    assert window.wait_idle(30)
    assert session.project is not None
    assert len(session.project.articles) == 1


def test_the_window_can_be_closed_while_it_plays(seeds: MainWindow, qtbot: QtBot) -> None:
    errors: list[object] = []
    seeds.actions_table["view.as_of"].trigger()
    button = seeds.findChild(QToolButton, "timePlay")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seeds.linking is not None
    control = seeds.linking.times
    assert control.is_playing()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "excepthook", lambda *found: errors.append(found[1]))
        seeds.close()
        qtbot.waitUntil(lambda: not control.is_playing(), timeout=5000)
    assert errors == []


@pytest.mark.parametrize("line", [
    b"[" * 100_000, b'{"paths": ["a"], "tokens": {"XDG_ACTIVATION_TOKEN": "a\\u0000b"}}',
    b'{"paths": ["a"], "tokens": {"XDG_ACTIVATION_TOKEN": "\\ud800"}}', b"\xff", b"[]", b"",
])  # fmt: skip
def test_what_is_no_second_start_is_not_listened_to(line: bytes) -> None:
    assert _understood(line) is None


def test_a_second_start_brings_only_paths_that_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _understood(b'{"paths": ["a\\u0000b", "c"], "tokens": {}}') == [Path("c")]
