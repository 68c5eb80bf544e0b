"""All keys in one searchable list: to look up, to change, to copy and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QStandardItem, QStandardItemModel, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.accessible import announce
from stanceline.ui.action_list import ACTIONS
from stanceline.ui.dialogs.palette_entries import menu_path, plain
from stanceline.ui.shortcuts import SPECS, Shortcuts
from stanceline.ui.widgets import label, list_table, plain_buttons
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow

TIMELINE_KEYS: tuple[tuple[str, str], ...] = (
    ("Left, Right", "Previous or next mark in the row"),
    ("Up, Down", "Nearest mark in the row above or below"),
    ("Home, End", "First or last mark in the row"),
    ("Ctrl+Home, Ctrl+End", "First or last mark of all"),
    ("Ctrl+Left, Ctrl+Right, Ctrl+Up, Ctrl+Down", "Move the focus without selecting"),
    ("Shift+Up, Shift+Down", "Extend the selection"),
    ("Shift+Left, Shift+Right", "Move the view by a tenth"),
    ("Shift+Page Up, Shift+Page Down", "Move the view by a page"),
    ("Page Up, Page Down", "Scroll the rows by a page"),
    ("+, −", "Zoom around the focused mark"),
    ("F", "Fit the selection"),
    ("T", "Go to today"),
    ("?", "Show this list"),
    ("Space", "Add the focused mark to the selection, or take it out"),
    ("Enter", "Open the focused mark, or zoom to those merged there"),
    ("Escape", "Let go of the brushed period, then of the selection, then of the timeline"),
    ("Ctrl+wheel", "Zoom at the pointer"),
    ("Shift+wheel", "Move the view"),
    ("Ctrl+Shift+wheel", "Make rows higher or lower"),
    ("Drag", "Move the view"),
    ("Shift+drag", "Select what is in the band; on the axis: brush a period"),
    ("Double-click", "Fit that mark"),
)
_TAKEN_BY_QT = {"Tab", "Shift+Tab", "Esc", "Return", "Enter", "Space", "Left", "Right", "Up", "Down", "Home", "End"}
_ID = Qt.ItemDataRole.UserRole
_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText
# Keyboards with keys named Open, Undo or F14 are rare; those keys work, but need no place in the list.
_RARE = ("Open", "Undo", "Redo", "Copy", "Paste", "Cut", "Find", "New", "Save", "Close", "Print", "Back", "Forward")


class ShortcutDialog(QDialog):
    """A row an action; below it the keys of the selected one, which can be changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("shortcutDialog")
        self.setWindowTitle(say("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 660)
        self._shortcuts: Shortcuts = window.shortcuts
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(say("Keyboard shortcuts"), role="headline"))
        self.search = QLineEdit()
        self.search.setObjectName("shortcutSearch")
        self.search.setPlaceholderText(say("Search actions and keys"))
        self.search.setAccessibleName(say("Search"))
        column.addWidget(self.search)
        column.addWidget(self._make_table(), 1)
        column.addLayout(self._make_editor())
        self._told = label("", role="muted", wraps=True)
        self._told.setObjectName("shortcutConflict")
        self._told.setMinimumHeight(self._told.fontMetrics().lineSpacing())
        column.addWidget(self._told)
        column.addWidget(self._make_buttons())
        self.search.textChanged.connect(self._on_search)
        self.refresh()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.table.selectRow(0)
        self.search.setFocus()

    def _make_table(self) -> QWidget:
        self._model = QStandardItemModel(0, 3, self)
        self._model.setHorizontalHeaderLabels([say("Action"), say("Keys"), say("Where")])
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = table = list_table(
            "shortcutTable", say("Actions and their keys"), QAbstractItemView.SelectionMode.SingleSelection
        )
        table.setModel(self._shown)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setStretchLastSection(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(1, 220)
        table.setColumnWidth(2, 150)
        table.activated.connect(lambda _index: self.field.setFocus())
        return table

    def _make_editor(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = QKeySequenceEdit()
        self.field.setObjectName("shortcutField")
        self.field.setAccessibleName(say("New keys"))
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.keySequenceChanged.connect(self._on_typed)
        self.use = self._button("shortcutUse", say("Use these keys"), self._on_use)
        self.clear = self._button("shortcutClear", say("No keys"), self._on_clear)
        self.reset = self._button("shortcutReset", say("As before"), self._on_reset)
        self.reset.setToolTip(say("Give this action the keys back that it came with"))
        name = label(say("New keys"))
        name.setBuddy(self.field)
        row.addWidget(name)
        row.addWidget(self.field, 1)
        for button in (self.use, self.clear, self.reset):
            row.addWidget(button)
        return row

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(act)
        return made

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole
        for name, text, act, of in (
            ("shortcutCopy", say("Copy as text"), self.copy, role.ActionRole),
            ("shortcutPrint", say("Print…"), self.show_print, role.ActionRole),
            ("shortcutResetAll", say("Reset all"), self._on_reset_all, role.ResetRole),
        ):
            button = buttons.addButton(text, of)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(act)
        buttons.rejected.connect(self.reject)
        plain_buttons(buttons)
        return buttons

    # ---- what is shown

    def refresh(self) -> None:
        """List all anew; the selected action stays selected."""
        current = self.current_id()
        self._model.setRowCount(0)
        for action_id, text, keys, place in shortcut_rows(self._shortcuts):
            items = [QStandardItem(part) for part in (text, keys, place)]
            items[0].setData(action_id, _ID)
            if action_id and self._shortcuts.is_own(action_id):
                bold = QFont(self.font())
                bold.setWeight(QFont.Weight.DemiBold)
                items[1].setFont(bold)
                items[1].setToolTip(say("Chosen by you"))
            self._model.appendRow(items)
        for row in range(self._shown.rowCount()):
            if self._shown.index(row, 0).data(_ID) == current and current:
                self.table.selectRow(row)

    def current_id(self) -> str:
        """The selected action, empty for keys that cannot be changed."""
        return str(self.table.currentIndex().siblingAtColumn(0).data(_ID) or "")

    def _on_search(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        if self._shown.rowCount():
            self.table.selectRow(0)
        self._show_current()

    def _show_current(self) -> None:
        action_id = self.current_id()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        for widget in (self.field, self.clear):
            widget.setEnabled(bool(action_id))
        self.use.setEnabled(False)
        self.reset.setEnabled(bool(action_id) and self._shortcuts.is_own(action_id))
        self._tell("" if action_id else say("The keys of the timeline and of the pointer stay as they are."))

    def _tell(self, text: str, *, is_warning: bool = False) -> None:
        self._told.setText(text)
        self._told.setProperty("role", "warning" if is_warning else "muted")
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)
        if text:
            announce(self, text)

    # ---- what is asked

    def _on_typed(self, keys: QKeySequence) -> None:
        action_id = self.current_id()
        self.use.setEnabled(False)
        if keys.isEmpty() or not action_id:
            self._tell("")
            return
        if keys.toString(_PORTABLE) in _TAKEN_BY_QT:
            self._tell(
                say("%1 walks through the window and cannot be given away.").replace("%1", _native(keys)),
                is_warning=True,
            )
            return
        self.use.setEnabled(True)
        owner = self._shortcuts.owner_of(keys, but=action_id)
        if owner:
            says = say("%1 belongs to “%2”, which would be left without it.")
            says = says.replace("%1", _native(keys)).replace("%2", _name(owner))
            self._tell(says, is_warning=True)
        elif "+" not in keys.toString(_PORTABLE) and not keys.toString(_PORTABLE).startswith("F"):
            self._tell(say("%1 alone acts wherever no text is typed.").replace("%1", _native(keys)), is_warning=True)
        else:
            self._tell(say("%1 is free.").replace("%1", _native(keys)))

    def _on_use(self) -> None:
        keys, action_id = self.field.keySequence(), self.current_id()
        if action_id and not keys.isEmpty():
            self._shortcuts.set_keys(action_id, [keys])
            self._renew(say("%1 now does “%2”.").replace("%1", _native(keys)).replace("%2", _name(action_id)))

    def _on_clear(self) -> None:
        action_id = self.current_id()
        if action_id:
            self._shortcuts.set_keys(action_id, [])
            self._renew(say("“%1” has no keys now.").replace("%1", _name(action_id)))

    def _on_reset(self) -> None:
        action_id = self.current_id()
        if action_id:
            self._shortcuts.reset(action_id)
            self._renew(say("“%1” has its own keys again.").replace("%1", _name(action_id)))

    def _on_reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._renew(say("All actions have their own keys again."))

    def _renew(self, says: str) -> None:
        self.refresh()
        self._show_current()
        self._tell(says)

    def copy(self) -> None:
        """Put the whole list on the clipboard, a line a row."""
        QGuiApplication.clipboard().setText(shortcuts_text(self._shortcuts))
        self._tell(say("The list was copied."))

    def show_print(self) -> None:
        """Show the list as it would be printed."""
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(say("Keyboard shortcuts"))
        dialog = QPrintPreviewDialog(printer, self)
        dialog.setObjectName("shortcutPrintPreview")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The dialog does not own its printer: this connection keeps it.
        dialog.finished.connect(lambda _result, kept=printer: kept.resolution())
        document = QTextDocument(self)
        document.setPlainText(shortcuts_text(self._shortcuts))
        dialog.paintRequested.connect(document.print_)
        dialog.open()


def _native(keys: QKeySequence) -> str:
    return keys.toString(_NATIVE)


def _name(action_id: str) -> str:
    from stanceline.ui.actions import words

    return plain(words(SPECS[action_id].text))


def shortcut_rows(shortcuts: Shortcuts) -> list[tuple[str, str, str, str]]:
    """Id, name, keys and place of every action, then the keys of the timeline, without ids."""
    rows = []
    for spec in ACTIONS:
        every = shortcuts.keys_of(spec.id)
        keys = [key for key in every if key.toString(_PORTABLE) not in _RARE and not _is_rare(key)] or every
        text = _name(spec.id)
        rows.append((spec.id, text, ", ".join(map(_native, keys)), menu_path(spec)))
    rows += [("", say(text), say(keys), say("Timeline")) for keys, text in TIMELINE_KEYS]
    return rows


def _is_rare(key: QKeySequence) -> bool:
    text = key.toString(_PORTABLE)
    return text.startswith("F") and text[1:].isdigit() and int(text[1:]) > 12


def shortcuts_text(shortcuts: Shortcuts) -> str:
    """The list as lines of text: keys, action, place."""
    rows = [(keys, text, place) for _, text, keys, place in shortcut_rows(shortcuts) if keys]
    width = max(len(keys) for keys, _, _ in rows)
    return "\n".join(f"{keys:<{width}}  {text} ({place})" for keys, text, place in rows)
