"""Hands memory back to the system that sorting and counting many marks has used and freed."""

import sys

from PySide6.QtCore import QObject, QTimer

_AFTER_MS = 700
_MANY = 50_000
"""Fewer marks leave too little behind to be worth a hundredth of a second."""


class GiveBack(QObject):
    """Asks for it once, when no other marks have come for a while."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(give_back)

    def after(self, marks: int) -> None:
        """So many marks were sorted."""
        if marks >= _MANY:
            self._later.start()

    def is_due(self) -> bool:
        """Whether it will be asked for."""
        return self._later.isActive()


def give_back() -> None:
    """The C library of Linux keeps what was freed in pieces for later, tens of megabytes of it, until it is asked."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
