"""Timers that act once, when nothing has started them anew for a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def pause(parent: QObject, after_ms: int, act: Callable[[], object]) -> QTimer:
    """A timer of `parent` that calls `act` so many ms after it was last started."""
    timer = QTimer(parent, singleShot=True, interval=after_ms)
    timer.timeout.connect(act)
    return timer
