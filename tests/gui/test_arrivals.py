"""A second start hands its files to the window that is open; stale and silent sockets keep nobody from starting."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stanceline.ui import arrivals
from stanceline.ui.app import Program
from stanceline.ui.arrivals import Arrivals, hand_over, server_name, welcome
from stanceline.ui.main_window import MainWindow

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at sockets in the file system")

SECOND = "import sys; from stanceline.ui.arrivals import hand_over; sys.exit(0 if hand_over(sys.argv[1:]) else 7)"


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A profile and a folder for sockets of its own; short, since paths of sockets are."""
    folder = Path(tempfile.mkdtemp(prefix="sl"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setenv("STANCELINE_PROFILE", str(folder / "profile"))
    yield folder
    shutil.rmtree(folder)


def start_second(*paths: str, cwd: Path) -> "subprocess.Popen[bytes]":
    """What a second start does before it would open a window."""
    return subprocess.Popen([sys.executable, "-c", SECOND, *paths], cwd=cwd, env=dict(os.environ))


def test_a_second_start_hands_over_its_paths_made_absolute(qtbot: QtBot, qapp: QApplication, place: Path) -> None:
    arrivals = Arrivals()
    assert arrivals.listen()
    second = start_second("a.txt", "/news/b.html", cwd=place)
    with qtbot.waitSignal(arrivals.came, timeout=20_000) as told:
        pass
    assert told.args == [[place / "a.txt", Path("/news/b.html")]]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert second.returncode == 0
    arrivals.close()


def test_profiles_have_sockets_of_their_own(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = server_name()
    monkeypatch.setenv("STANCELINE_PROFILE", str(place / "another"))
    assert server_name() != first


def test_without_a_window_the_first_start_goes_on(place: Path) -> None:
    assert not hand_over(["a.txt"])


def test_a_socket_left_behind_is_replaced(qapp: QApplication, place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(server_name())
    assert Path(server_name()).exists()
    assert not hand_over([])
    arrivals = Arrivals()
    assert arrivals.listen()
    arrivals.close()


def test_who_does_not_answer_is_not_waited_for(qapp: QApplication, place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(server_name())
        silent.listen()
        assert not hand_over(["a.txt"])


def test_nonsense_is_answered_and_forgotten(qtbot: QtBot, qapp: QApplication, place: Path) -> None:
    arrivals = Arrivals()
    assert arrivals.listen()
    heard: list[object] = []
    arrivals.came.connect(heard.append)
    with socket.socket(socket.AF_UNIX) as other:
        other.connect(server_name())
        other.sendall(b'{"paths": 3}\n')
        other.setblocking(False)
        answers: list[bytes] = []

        def is_answered() -> bool:
            try:
                answers.append(other.recv(16))
            except BlockingIOError:
                return False
            return True

        qtbot.waitUntil(is_answered, timeout=5_000)
    assert answers == [b"ok\n"]
    assert heard == []
    arrivals.close()


def test_the_window_takes_arrivals_in(
    open_window: Callable[..., MainWindow], seed_project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "copy.stanceline"
    path.write_bytes(seed_project.read_bytes())
    window = open_window()
    assert window.wait_idle(20)
    window.showMinimized()
    welcome(window)([path])
    assert window.wait_idle(60)
    assert window.session.path == path
    assert not window.isMinimized()


def test_a_file_that_the_desktop_opens_is_passed_on(qapp: QApplication) -> None:
    heard: list[object] = []

    class Asked:
        def emit(self, paths: object) -> None:
            heard.append(paths)

    class Stub:
        file_asked = Asked()

    event = QFileOpenEvent(QUrl.fromLocalFile("/news/a.stanceline"))
    assert Program.event(Stub(), event)  # type: ignore[arg-type]  # one application a process: the real one is pytest's
    assert heard == [[Path("/news/a.stanceline")]]


def test_a_socket_of_somebody_else_is_not_spoken_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = tmp_path / "socket"
    name.touch()
    monkeypatch.setattr(arrivals, "server_name", lambda: str(name))
    monkeypatch.setattr(os, "getuid", lambda: name.stat().st_uid + 1)
    network = ModuleType("network")
    network.QLocalSocket = lambda: pytest.fail("it was spoken to")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", network)
    assert not arrivals.hand_over(["a.txt"])


def test_without_qt_network_each_start_has_a_window_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    name = tmp_path / "socket"
    name.touch()
    monkeypatch.setattr(arrivals, "server_name", lambda: str(name))
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    assert not arrivals.hand_over(["a.txt"])
    assert not arrivals.Arrivals().listen()
