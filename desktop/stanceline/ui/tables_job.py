"""Makes the tables of a project ahead of use, a few milliseconds between two frames.

pandas is loaded by a thread, once there is something to make tables of: its import takes a fifth of a second, which
the window would stand still for.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from stanceline.model.project import Project
    from stanceline.model.tables import Tables

_SLICE_S = 0.003
_PAUSE_MS = 2
_LOADING_MS = 15


def _load() -> None:
    from stanceline.model import marks_table, schema  # noqa: F401


class TablesJob(QObject):
    """Keeps a project's tables made. `made` tells that those of the newest analysis are there."""

    made = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._tables: Tables | None = None
        self._steps: Iterator[None] = iter(())
        self._loader: Thread | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    def is_busy(self) -> bool:
        """Whether tables are being made."""
        return self._next.isActive()

    def load(self) -> None:
        """Bring in pandas in the background; further calls do nothing."""
        if self._loader is None:
            self._loader = Thread(target=_load, name="stanceline-pandas")
            self._loader.start()

    def make(self, project: Project) -> None:
        """Make the tables of the project's analysis, whichever that is when it comes to it."""
        self._project = project
        self.load()
        if not self._next.isActive():
            self._next.start(0)

    def forget(self) -> None:
        """Drop what is under way."""
        self._next.stop()
        self._project = self._tables = None
        self._steps = iter(())

    def _go_on(self) -> None:
        if self._project is None:
            return
        if self._loader is not None and self._loader.is_alive():
            self._next.start(_LOADING_MS)
            return
        if self._tables is not self._project.tables:
            # Another analysis was accepted meanwhile: what was under way for the old one is of no use.
            self._tables = self._project.tables
            self._steps = self._tables.make()
        until = perf_counter() + _SLICE_S
        for _ in self._steps:
            if perf_counter() > until:
                self._next.start(_PAUSE_MS)
                return
        self.made.emit()
