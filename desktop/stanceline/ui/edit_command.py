"""The undo wrapper around edits: applies an edit to the project, and its inverse to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from stanceline import StancelineError
from stanceline.model.edits import Edit, Restore
from stanceline.model.project import Project
from stanceline.model.store import HistoryEntry


class EditCommand(QUndoCommand):
    """One edit on the undo stack. It is carried out before it is pushed, so that a refused one never gets there."""

    def __init__(self, project: Project, edit: Edit, inverse: Edit, tell: Callable[[str], None]) -> None:
        super().__init__(edit.text)
        self._project, self._edit, self._inverse, self._tell = project, edit, inverse, tell
        self._is_new = True

    @classmethod
    def carried_out(cls, project: Project, edit: Edit, tell: Callable[[str], None]) -> EditCommand | None:
        """Apply an edit and wrap it; None, with a word to the user, where it was refused."""
        try:
            inverse = project.apply(edit)
        except StancelineError as error:
            tell(str(error))
            return None
        return cls(project, edit, inverse, tell)

    @classmethod
    def already_done(cls, project: Project, entry: HistoryEntry, tell: Callable[[str], None]) -> EditCommand:
        """An edit of an earlier session that is still in force."""
        redone = Restore(entry.text, entry.done, is_undo=False)
        return cls(project, redone, Restore(entry.text, entry.back), tell)

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
            return
        self._apply(self._edit)

    def undo(self) -> None:
        self._apply(self._inverse)

    def _apply(self, edit: Edit) -> None:
        try:
            self._project.apply(edit)
        except StancelineError as error:
            self.setObsolete(True)
            self._tell(str(error))
