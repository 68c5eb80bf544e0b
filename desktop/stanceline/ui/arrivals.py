"""What comes to a program that runs already: a second start hands its files over instead of opening another window.

One window a user and profile listens on a local socket. Who starts the program again connects to it, sends its
paths as one line of JSON and waits for an answer, half a second at most; without one it goes on by itself.
"""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from stanceline.paths import config_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from stanceline.ui.main_window import MainWindow

PATIENCE_MS = 500
_MOST_BYTES = 1_000_000
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Whoever shows these may bring a window to the front."""


def server_name() -> str:
    """Where the window of this user and profile listens: a path, or the name of a pipe on Windows."""
    whose = f"{getpass.getuser()}\0{config_folder().resolve()}"
    name = f"stanceline-{sha256(whose.encode()).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if not folder:
        import tempfile  # rare, and it loads every kind of compression

        folder = tempfile.gettempdir()
    return str(Path(folder) / name)


def hand_over(paths: Sequence[str]) -> bool:
    """Give the paths to the window that runs already; False where there is none, or it does not answer in time."""
    name = server_name()
    if sys.platform != "win32" and not _is_ours(Path(name)):
        # The usual case: nothing of the network is loaded before the first frame.
        return False
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:
        # Qt's network needs a system library more than the window does.
        return False

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    tokens = {name: os.environ[name] for name in _TOKENS if name in os.environ}
    import json

    # The other program has another working directory.
    said = {"paths": [str(Path(path).absolute()) for path in paths], "tokens": tokens}
    socket.write(json.dumps(said).encode() + b"\n")
    is_answered = socket.waitForBytesWritten(PATIENCE_MS) and socket.waitForReadyRead(PATIENCE_MS)
    socket.disconnectFromServer()
    return bool(is_answered)


def _is_ours(path: Path) -> bool:
    """Whether there is a socket of this user: in a folder that all share somebody else may have put one there."""
    try:
        return path.stat().st_uid == os.getuid()
    except OSError:
        return False


class Arrivals(QObject):
    """Listens for other starts. `came` carries their paths, an empty list where there were none."""

    came = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Begin; False where another program listens already, or the system does not let us."""
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = server_name()
        if not server.listen(name):
            # Left behind by a program that was killed: whoever runs would have answered before.
            QLocalServer.removeServer(name)
            if not server.listen(name):
                return False
        server.newConnection.connect(self._on_connection)
        self._server = server
        return True

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is not None:
            # Methods, not lambdas with the socket in them: such a lambda outlives the socket.
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(self._on_gone)

    def _on_gone(self) -> None:
        socket = self.sender()
        if socket is not None:
            socket.deleteLater()

    def _on_ready(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            paths = _understood(bytes(socket.readLine().data()))
            socket.write(b"ok\n")
            socket.flush()
            if paths is not None:
                self.came.emit(paths)


def _understood(line: bytes) -> list[Path] | None:
    import json

    try:
        said = json.loads(line)
        paths = [Path(str(path)) for path in said["paths"]]
        tokens = {str(name): str(value) for name, value in said["tokens"].items() if name in _TOKENS}
        os.environ.update(tokens)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return [path for path in paths if "\0" not in str(path)]


def welcome(window: MainWindow) -> Callable[[list[Path]], None]:
    """What a window does with arrivals: it comes to the front and takes them in."""

    def take(paths: list[Path]) -> None:
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        window.complete()
        if paths:
            window.commands.file.take_in_paths(paths)

    return take
