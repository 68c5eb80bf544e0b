"""Keeps the analysis in the project file and brings it back when the project is opened, between two frames.

A project whose analysis was kept is shown without the deriving process. Once it has been shown for a while, `quiet`
asks for that process after all, so that the first edit finds it ready.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from stanceline import StancelineError
from stanceline.model.keeping import Keeper, Kept, digest_of
from stanceline.model.project import Project
from stanceline.ui.pauses import pause
from stanceline.workers import Derived
from stanceline.workers.assembly import ROWS
from stanceline.workers.recalling import recalling

_SLICE_S = 0.006
_WRITE_AFTER_MS = 1000
"""Without another analysis for so long, the last one is written."""
_QUIET_AFTER_MS = 2500


class KeepingJob(QObject):
    """`recalled` carries a `workers.Derived`, `missed` tells that there is none; `quiet` carries the project and the
    digests of the tables that it shows."""

    recalled = Signal(object)
    missed = Signal()
    quiet = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._keeper: Keeper | None = None
        self._kept: Kept | None = None
        self._dirty: dict[str, Sequence[bytes]] = {}
        self._steps: Generator[None, None, Derived | None] | None = None
        self._next = pause(self, 0, self._go_on)
        self._later = pause(self, _WRITE_AFTER_MS, self._write)
        self._quiet = pause(self, _QUIET_AFTER_MS, self._tell_quiet)

    def is_recalling(self) -> bool:
        """Whether a kept analysis is being read."""
        return self._steps is not None

    def recall(self, project: Project) -> None:
        """Bring back what the project's file kept: `recalled` or `missed` follows."""
        self._project, self._dirty = project, {}
        try:
            self._kept = Kept.of(project.store)
        except StancelineError:
            self._kept = None
        if self._kept is None:
            self._keeper = Keeper(project.store)
            self.missed.emit()
            return
        self._keeper = Keeper(project.store, self._kept.entries)
        self._steps = recalling(self._kept, project.generation)
        self._next.start()

    def _go_on(self) -> None:
        if self._steps is None:
            return
        until = perf_counter() + _SLICE_S
        try:
            while perf_counter() < until:
                next(self._steps)
        except StopIteration as end:
            self._steps = None
            self._end(end.value)
        else:
            self._next.start()

    def _end(self, found: Derived | None) -> None:
        if found is None:
            self._kept = None
            self.missed.emit()
            return
        self.recalled.emit(found)
        self._quiet.start()

    def _tell_quiet(self) -> None:
        if self._project is not None and self._kept is not None and not self._project.generation:
            known = self._kept.entries
            digests = {name: known[name][0] if name in known else digest_of(()) for name in ROWS if name != "problems"}
            self.quiet.emit(self._project, digests)

    def take(self, project: Project, derived: Derived) -> None:
        """An analysis came: it is written when no other has come for a while."""
        if project is not self._project:
            self._project, self._keeper, self._kept, self._dirty = project, Keeper(project.store), None, {}
        if not derived.entries:
            # What came is not to be kept, and what comes after it will be told as the difference to it.
            self._keeper = None
        self._dirty.update(derived.entries)
        self._later.start()

    def _write(self) -> None:
        project = self._project
        # One that lacks what was added since is not worth keeping: the next one comes soon.
        if project is None or self._keeper is None or not project.is_derived or not self._dirty:
            return
        dirty, self._dirty = self._dirty, {}
        self._keeper.keep(dirty)

    def finish(self) -> None:
        """The project is let go: write what waits, unless nobody will open it again."""
        for timer in (self._next, self._later, self._quiet):
            timer.stop()
        if self._project is not None and not self._project.store.is_untitled:
            self._write()
        self._steps = self._project = self._keeper = self._kept = None
        self._dirty = {}
