"""When Python looks for circles of objects that nobody needs: not while it would hold up a frame.

An analysis is hundreds of thousands of objects without a circle among them, freed by their counts; looking through all
of them takes longer than several frames. They are put out of the collector's sight, and the little that is left, which
the window itself makes, is looked through now and then.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_NEVER = 1_000_000_000
_EVERY_MS = 60_000


class Collector(QObject):
    """Takes over from Python's own timing. `is_idle` tells whether anything is under way."""

    def __init__(self, is_idle: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_idle = is_idle
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def take_over(self) -> None:
        """What is loaded by now stays; from now on only young objects are looked through by themselves."""
        gc.collect()
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)

    def _on_time(self) -> None:
        if self._is_idle():
            gc.collect()


def put_aside() -> None:
    """Look no more at what there is: an analysis was taken over."""
    gc.freeze()
