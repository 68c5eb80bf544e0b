"""The form that names a view: when it is saved, and when name or note are changed later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from stanceline.ui.dialogs.dialogs import Form
from stanceline.ui.widgets import label
from stanceline.ui.words import say

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier


class _Note(QPlainTextEdit):
    """Several lines; Tab goes on to the buttons, Ctrl+Enter is done."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & _CTRL:
            event.ignore()
            return
        super().keyPressEvent(event)


class ViewForm(Form):
    """Answers name and note."""

    def __init__(self, parent: QWidget | None, *, name: str, note: str, is_new: bool) -> None:
        super().__init__(
            parent, name="viewForm", title=say("Save this view") if is_new else say("Name and note"),
            explains=say(
                "Range, filters, selection and order of the rows are kept with the project. Saved views, one after "
                "the other, are a story that F5 plays."
            ) if is_new else "",
            button=say("Save"),
        )  # fmt: skip
        self.field, self.note = QLineEdit(name), _Note(note)
        self.field.setObjectName("viewName")
        self.field.setMaxLength(120)
        self.note.setObjectName("viewNote")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(84)
        for title, field in ((say("Name"), self.field), (say("Note, shown below the view"), self.note)):
            heading = label(title, bold=True)
            heading.setBuddy(field)
            field.setAccessibleName(title)
            self.column.addWidget(heading)
            self.column.addWidget(field)
        self.field.selectAll()
        self.finish(self._read)

    def _read(self) -> tuple[str, str]:
        name = " ".join(self.field.text().split())
        if not name:
            raise ValueError(say("A saved view needs a name, so that it can be found again."))
        return name, self.note.toPlainText().strip()
