"""Who argues how on each proposal: asked of the deriving process when a page wants to show it, kept per analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stanceline.records import Voiced

if TYPE_CHECKING:
    from stanceline.ui.session import Session
    from stanceline.workers import Counseled

_PAUSE_MS = 150


class Arguments(QObject):
    """The arguments of the newest analysis; `found` tells that those of a proposal (by id) have come."""

    found = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._known: dict[str, tuple[Voiced, ...]] = {}
        self._wanted = ""
        self._question = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        session.counseled.connect(self._on_counseled)
        session.analysis_changed.connect(self._forget)

    def of(self, proposal: str) -> tuple[Voiced, ...] | None:
        """What is known of a proposal's arguments; None where it has to be looked for, which this sets going."""
        known = self._known.get(proposal)
        if known is None and proposal != self._wanted:
            self._wanted = proposal
            self._pause.start()
        return known

    def is_waiting(self) -> bool:
        """Whether a question is still to be asked or answered."""
        return bool(self._wanted)

    def _forget(self) -> None:
        self._known.clear()
        self._wanted = ""
        self._pause.stop()

    def _ask(self) -> None:
        project = self._session.project
        proposal = next((p for p in project.proposals if p.id == self._wanted), None) if project is not None else None
        self._question = 0 if proposal is None else self._session.consult(proposal, is_thorough=True)
        if not self._question:
            self._known[self._wanted] = ()
            self._wanted = ""

    def _on_counseled(self, answer: Counseled) -> None:
        if not self._wanted or not self._question or answer.number < self._question:
            return
        if answer.number > self._question:
            # Another question was asked meanwhile, and only the newest is sure to be answered.
            self._pause.start()
            return
        proposal, self._wanted, self._question = self._wanted, "", 0
        self._known[proposal] = answer.counsel.arguments if answer.counsel is not None else ()
        self.found.emit(proposal)
