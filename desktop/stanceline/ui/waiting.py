"""Spins the event loop until something has come true."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

_SETTLED_ROUNDS = 3


def wait_until(is_done: Callable[[], bool], timeout_s: float) -> bool:
    """Run events until `is_done` holds for some rounds in a row; False when `timeout_s` is up first."""
    app = QApplication.instance()
    end, rounds = monotonic() + timeout_s, 0
    while monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
        if app is not None:
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        rounds = rounds + 1 if is_done() else 0
        if rounds >= _SETTLED_ROUNDS:
            return True
    return False
