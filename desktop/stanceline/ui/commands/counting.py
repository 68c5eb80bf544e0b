"""Setting how cells are counted, and telling which cells came out another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stanceline.discourse.stances.cell_rules import CellRules, read_rules, written_rules
from stanceline.model.edits import SetSettings
from stanceline.ui.proposals.counting_form import CountingForm
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow

_Labels = dict[tuple[str, str], str]


class CountingCommands(QObject):
    """The form of one window, and what is told after it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._form: CountingForm | None = None
        self._before: _Labels | None = None
        self._told_at: int | None = None
        self._session.analysis_changed.connect(self._on_analysis)
        self._session.undo.indexChanged.connect(self._on_undo_index)

    def show(self) -> None:
        """Open the form, or bring it to the front."""
        if self._form is None:
            self._form = CountingForm(self._window, read_rules(self._session.need_project().decisions))
            self._form.answered.connect(self._on_answered)
            self._form.finished.connect(lambda _answer: self._on_closed())
        self._form.show()
        self._form.raise_()
        self._form.activateWindow()

    def _on_closed(self) -> None:
        self._form = None

    def _on_answered(self, rules: CellRules) -> None:
        project = self._session.need_project()
        if rules == read_rules(project.decisions):
            return
        # Only what differs: taking a decision back that nobody made would be an edit without effect.
        changes = tuple(
            (name, value) for name, value in written_rules(rules) if value != project.decided("setting", name)
        )
        self._before = self._labels()
        if self._session.apply(SetSettings(changes, text=say("Change how cells are counted"))):
            self._tell(say("Cells are counted another way now."))

    def _labels(self) -> _Labels:
        cells = self._session.index.analysis.cells
        return {(cell.actor, cell.proposal): cell.stance for cell in cells if cell.article is None}

    def _on_analysis(self) -> None:
        if self._before is None or self._session.project is None or not self._session.project.is_derived:
            return
        before, self._before = self._before, None
        after = self._labels()
        moved = sum(before.get(key) != label for key, label in after.items())
        says = counted(moved, "One cell of %2 shows another stance now.", "%1 cells of %2 show another stance now.")
        none = say("Cells are counted another way now; all %2 show the same stances as before.")
        self._tell((says if moved else none).replace("%2", f"{len(after):,}"))

    def _tell(self, text: str) -> None:
        self._told_at = self._session.undo.index()
        self._window.panes.notice.tell(text, ((say("Undo"), self._session.undo.undo),))

    def _on_undo_index(self, index: int) -> None:
        if self._told_at is not None and index != self._told_at:
            self._told_at, self._before = None, None
            self._window.panes.notice.hide()
