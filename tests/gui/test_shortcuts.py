"""The list of keys: searched, changed, taken from others, given back, kept, copied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from stanceline.ui.dialogs.shortcuts_dialog import ShortcutDialog
from stanceline.ui.main_window import MainWindow
from tests.gui.conftest import visible_dialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Opener = Callable[..., MainWindow]


def opened(window: MainWindow) -> ShortcutDialog:
    """The open list of keys."""
    window.actions_table["help.shortcuts"].trigger()
    dialog = visible_dialog(window, "shortcutDialog")
    assert isinstance(dialog, ShortcutDialog)
    return dialog


@pytest.fixture
def window(open_window: Opener) -> MainWindow:
    made = open_window()
    assert made.wait_idle(10)
    return made


def choose(dialog: ShortcutDialog, text: str) -> None:
    """Type an action's name into the search and take the first row."""
    dialog.search.clear()
    QTest.keyClicks(dialog.search, text)
    assert dialog.table.currentIndex().isValid()


def type_keys(dialog: ShortcutDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press keys in the field for new ones."""
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, key, modifiers)


def told(dialog: ShortcutDialog) -> str:
    """What the line below the field says."""
    line = dialog.findChild(QLabel, "shortcutConflict")
    assert isinstance(line, QLabel)
    return line.text()


def press(dialog: ShortcutDialog, name: str) -> None:
    """Click a button of the dialog."""
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def keys_of(window: MainWindow, action: str) -> list[str]:
    """The keys of an action."""
    return [key.toString() for key in window.actions_table[action].shortcuts()]


@pytest.mark.parametrize(
    ("text", "name"), [("fit sel", "Fit selection"), ("ctrl+j", "Go to date"), ("row height", "Compact")]
)
def test_search_finds_names_keys_and_places(window: MainWindow, text: str, name: str) -> None:
    dialog = opened(window)
    every = dialog.table.model().rowCount()
    QTest.keyClicks(dialog.search, text)
    found = [dialog.table.model().index(row, 0).data() for row in range(dialog.table.model().rowCount())]
    assert name in found
    assert len(found) < every / 4


def test_new_keys_work_at_once_and_last(window: MainWindow, open_window: Opener) -> None:
    dialog = opened(window)
    choose(dialog, "about stanceline")
    type_keys(dialog, Qt.Key.Key_Y, CTRL | Qt.KeyboardModifier.AltModifier)
    assert "is free" in told(dialog)
    press(dialog, "shortcutUse")
    assert keys_of(window, "help.about") == ["Ctrl+Alt+Y"]
    assert "Ctrl+Alt+Y" in window.actions_table["help.about"].toolTip()
    dialog.close()
    window.settings.save()
    again = open_window()
    assert again.wait_idle(10)
    assert keys_of(again, "help.about") == ["Ctrl+Alt+Y"]
    QTest.keyClick(again, Qt.Key.Key_Y, CTRL | Qt.KeyboardModifier.AltModifier)
    visible_dialog(again, "aboutDialog")


def test_a_conflict_is_told_before_and_the_other_loses_the_keys(window: MainWindow) -> None:
    dialog = opened(window)
    choose(dialog, "about stanceline")
    type_keys(dialog, Qt.Key.Key_E, CTRL)
    assert told(dialog) == "Ctrl+E belongs to “Export”, which would be left without it."
    press(dialog, "shortcutUse")
    assert keys_of(window, "help.about") == ["Ctrl+E"]
    assert keys_of(window, "file.export") == []
    choose(dialog, "about stanceline")
    press(dialog, "shortcutReset")
    assert keys_of(window, "help.about") == []
    press(dialog, "shortcutResetAll")
    assert keys_of(window, "file.export") == ["Ctrl+E"]


def test_giving_keys_back_takes_them_from_who_has_them_now(window: MainWindow) -> None:
    window.shortcuts.set_keys("help.about", [QKeySequence("Ctrl+E")])
    window.shortcuts.reset("file.export")
    assert keys_of(window, "file.export") == ["Ctrl+E"]
    assert keys_of(window, "help.about") == []


def test_an_action_can_be_without_keys(window: MainWindow) -> None:
    dialog = opened(window)
    choose(dialog, "go to date")
    press(dialog, "shortcutClear")
    assert keys_of(window, "go.date") == []
    assert window.shortcuts.is_own("go.date")
    press(dialog, "shortcutReset")
    assert keys_of(window, "go.date") == ["Ctrl+J"]
    assert not window.shortcuts.is_own("go.date")


def test_keys_that_walk_through_the_window_are_refused(window: MainWindow) -> None:
    dialog = opened(window)
    choose(dialog, "go to date")
    type_keys(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    assert "cannot be given away" in told(dialog)
    assert not dialog.use.isEnabled()


def test_the_keys_of_the_timeline_are_listed_and_stay(window: MainWindow) -> None:
    dialog = opened(window)
    choose(dialog, "fit the selection")
    assert dialog.current_id() == ""
    assert not dialog.field.isEnabled()
    assert "stay as they are" in told(dialog)


def test_the_list_is_copied_and_shown_for_printing(window: MainWindow) -> None:
    dialog = opened(window)
    press(dialog, "shortcutCopy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert any(line.startswith("Ctrl+E ") and "Export" in line for line in lines)
    press(dialog, "shortcutPrint")
    preview = dialog.findChild(QPrintPreviewDialog, "shortcutPrintPreview")
    assert preview is not None
    assert preview.isVisible()
    preview.close()


def test_damaged_keys_in_the_settings_do_no_harm(open_window: Opener, tmp_path: Path) -> None:
    (tmp_path / "profile").mkdir(exist_ok=True)
    (tmp_path / "profile" / "settings.ini").write_text("[texts]\nkeys\\go.date=Banana; ; Ctrl+\n", encoding="utf-8")
    window = open_window()
    assert window.wait_idle(10)
    assert "Ctrl+J" not in keys_of(window, "go.date")
