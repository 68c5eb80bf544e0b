"""Looking back from a day, comparing two sides, and what contradicts itself."""

from __future__ import annotations

from stanceline.ui.commands.base import CommandGroup


class TimeCommands(CommandGroup):
    """Handlers of the entries about time in the View menu."""

    def toggle(self) -> None:
        times = self._linking.times
        times.close() if self._session.clock else times.open()

    def compare(self) -> None:
        comparing = self._linking.comparing
        comparing.close() if self._session.comparison is not None else comparing.open()

    def list_contradictions(self) -> None:
        self._linking.contradictions.open()
