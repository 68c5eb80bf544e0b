"""The list of all keys, made from the table of actions and the keys of the timeline."""

import re

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from stanceline.ui.action_list import ACTIONS
from stanceline.ui.actions import unambiguous_keys, words
from stanceline.ui.widgets import label, plain_buttons
from stanceline.ui.words import say

# Keyboards with keys named Open, Undo or F14 are rare; those keys work, but need no place in the list.
_COMMON_KEY = re.compile(r".*\+.+|F\d|F1[0-2]|Del|\?")
TIMELINE_KEYS: tuple[tuple[str, str], ...] = (
    ("Left, Right", "Previous or next mark in the row"),
    ("Up, Down", "Nearest mark in the row above or below"),
    ("Home, End", "First or last mark in the row"),
    ("Ctrl+Home, Ctrl+End", "First or last mark of all"),
    ("Shift+Left, Shift+Right", "Move the view by a tenth"),
    ("Shift+Page Up, Shift+Page Down", "Move the view by a page"),
    ("+, −", "Zoom around the focused mark"),
    ("F", "Fit the selection"),
    ("T", "Go to today"),
    ("Space", "Add the focused mark to the selection, or take it out"),
    ("Enter", "Show the focused mark"),
    ("Escape", "Let go of the selection"),
    ("Ctrl+wheel", "Zoom at the pointer"),
    ("Drag", "Move the view"),
)


class ShortcutDialog(QDialog):
    """All keys in one searchable list."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutDialog")
        self.setWindowTitle(say("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 640)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(say("Keyboard shortcuts"), role="headline"))
        search = QLineEdit()
        search.setObjectName("shortcutSearch")
        search.setPlaceholderText(say("Search"))
        search.setAccessibleName(say("Search"))
        model = QStandardItemModel(0, 3, self)
        model.setHorizontalHeaderLabels([say("Action"), say("Keys"), say("Where")])
        for row in shortcut_rows():
            model.appendRow([QStandardItem(text) for text in row])
        shown = QSortFilterProxyModel(self)
        shown.setSourceModel(model)
        shown.setFilterKeyColumn(-1)
        shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        search.textChanged.connect(shown.setFilterFixedString)
        table = QTableView()
        table.setObjectName("shortcutTable")
        table.setModel(shown)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(1, 210)
        table.setColumnWidth(2, 112)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        plain_buttons(buttons)
        column.addWidget(search)
        column.addWidget(table, 1)
        column.addWidget(buttons)


def shortcut_rows() -> list[tuple[str, str, str]]:
    """Action, keys and place of everything that has keys."""
    form = QKeySequence.SequenceFormat.NativeText
    rows = []
    for spec in ACTIONS:
        keys = [key.toString(form) for key in unambiguous_keys(spec.keys)]
        keys = [key for key in keys if _COMMON_KEY.fullmatch(key)]
        if keys:
            rows.append((words(spec.text).replace("&", "").rstrip("…"), ", ".join(keys), say("Everywhere")))
    rows += [(say(text), keys, say("Timeline")) for keys, text in TIMELINE_KEYS]
    return rows
