"""The preferences: every row changes what it says by mouse and keyboard, lasts, and survives a damaged file."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QPushButton, QWidget

from stanceline.ui.dialogs.preference_field import field_name
from stanceline.ui.dialogs.preferences_dialog import PreferencesDialog
from stanceline.ui.main_window import MainWindow
from stanceline.ui.preferences_applied import SCALE_VARIABLE, scale_interface
from stanceline.ui.preferences_list import (
    PAGES,
    PREFERENCES,
    ROW_HEIGHT,
    SCALE,
    STANCE_COLORS,
    SWAP_SIDES,
    THEME,
    Preference,
)
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme
from tests.gui.conftest import visible_dialog, wheel

Opener = Callable[..., MainWindow]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an empty profile."""
    return Settings(tmp_path)


@pytest.fixture
def dialog(qapp: QApplication, settings: Settings) -> Iterator[PreferencesDialog]:
    """The dialog on an empty profile, shown."""
    theme = Theme("light")
    made = PreferencesDialog(None, theme, settings)
    theme.setParent(made)
    theme.dress(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def change(dialog: PreferencesDialog, preference: Preference[Any]) -> Any:
    """Change a preference with the keyboard; the value that it must have then."""
    dialog.show_page(preference.page)
    field = dialog.fields[preference.key].field
    assert field.isVisible()
    field.setFocus()
    if isinstance(field, QCheckBox):
        QTest.keyClick(field, Qt.Key.Key_Space)
        return not preference.default
    if isinstance(field, QComboBox):
        values = [value for value, _ in preference.choices]
        at = values.index(preference.default)
        QTest.keyClick(field, Qt.Key.Key_Down if at + 1 < len(values) else Qt.Key.Key_Up)
        return values[at + 1 if at + 1 < len(values) else at - 1]
    if isinstance(field, QDoubleSpinBox):
        up = preference.default < preference.high
        QTest.keyClick(field, Qt.Key.Key_Up if up else Qt.Key.Key_Down)
        return preference.default + (preference.step if up else -preference.step)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "another")
    QTest.keyClick(field, Qt.Key.Key_Return)
    return "another"


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda each: each.key)
def test_a_row_is_changed_by_keyboard_told_and_kept(
    dialog: PreferencesDialog, settings: Settings, tmp_path: Path, preference: Preference[Any]
) -> None:
    heard: list[str] = []
    settings.changed.connect(heard.append)
    expected = change(dialog, preference)
    assert settings.get(preference) == expected != preference.default
    assert heard == [preference.key]
    settings.save()
    assert Settings(tmp_path).get(preference) == expected


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda each: each.key)
def test_what_is_kept_but_impossible_gives_the_default(tmp_path: Path, preference: Preference[Any]) -> None:
    (tmp_path / "settings.ini").write_text(f"[preferences]\n{preference.key}=@Invalid()\n")
    assert Settings(tmp_path).get(preference) == preference.default
    if preference.kind != "text":
        assert preference.read("nonsense") == preference.default
    if preference.kind == "number":
        assert preference.read(str(preference.high + 1)) == preference.default


def test_keys_are_unique_pages_known_and_every_row_has_a_name(dialog: PreferencesDialog) -> None:
    keys = [each.key for each in PREFERENCES]
    assert len(set(keys)) == len(keys)
    assert {each.page for each in PREFERENCES} <= set(PAGES)
    for each in PREFERENCES:
        field = dialog.fields[each.key].field
        assert field.objectName() == field_name(each.key)
        assert field.accessibleName() == each.label


def test_rows_can_be_aimed_at_and_nothing_is_cut_off(dialog: PreferencesDialog) -> None:
    for each in PREFERENCES:
        dialog.show_page(each.page)
        QApplication.processEvents()
        row = dialog.fields[each.key]
        assert row.field.height() >= 24
        assert row.width() <= dialog.width() - 184
        assert row.height() >= row.heightForWidth(row.width())


def test_defaults_come_back_and_the_restoring_can_be_undone(dialog: PreferencesDialog, settings: Settings) -> None:
    changed = {each.key: change(dialog, each) for each in PREFERENCES}
    restore = dialog.findChild(QPushButton, "preferencesRestore")
    assert restore is not None
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert all(settings.get(each) == each.default for each in PREFERENCES)
    undo = next(button for button in dialog.notice.findChildren(QPushButton) if button.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert {each.key: settings.get(each) for each in PREFERENCES} == changed


def test_the_search_looks_on_all_pages(dialog: PreferencesDialog) -> None:
    dialog.show_page("timeline")
    dialog.search.setText("PARTY")
    assert dialog.fields[SWAP_SIDES.key].isVisible()
    assert not dialog.fields[ROW_HEIGHT.key].isVisible()
    dialog.search.setText("zebra")
    assert not any(field.isVisible() for field in dialog.fields.values())
    dialog.pages.setCurrentRow(0)
    assert dialog.search.text() == ""
    assert dialog.fields[THEME.key].isVisible()


def test_the_wheel_passes_over_fields_without_changing_them(dialog: PreferencesDialog, settings: Settings) -> None:
    field = dialog.fields[THEME.key].field
    dialog.pages.setFocus()
    wheel(field, field.rect().center(), -1)
    assert settings.get(THEME) == "system"


# ---- the settings file


def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(b"[preferences]\ntheme=dark\n\0\0\0\0")
    settings = Settings(tmp_path)
    assert settings.get(THEME) == "system"
    kept = tmp_path / "settings-damaged-1.ini"
    assert str(kept) in settings.trouble
    assert b"theme=dark" in kept.read_bytes()
    settings.set(THEME, "light")
    settings.save()
    assert Settings(tmp_path).trouble == ""
    assert Settings(tmp_path).get(THEME) == "light"


def test_a_profile_that_cannot_be_written_keeps_values_for_the_session(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("in the way")
    settings = Settings(place)
    assert "cannot be written" in settings.trouble
    settings.set(THEME, "dark")
    settings.save()
    assert settings.get(THEME) == "dark"


def test_the_window_tells_of_settings_that_were_set_aside(open_window: Opener, tmp_path: Path) -> None:
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "settings.ini").write_bytes(b"\0\0\0")
    window = open_window()
    assert window.wait_idle(20)
    assert "set aside" in window.panes.notice.text()


# ---- in the window


def test_preferences_change_the_window_at_once_and_follow_it(seeds: MainWindow) -> None:
    action = seeds.findChild(QAction, "actionPreferences")
    assert isinstance(action, QAction)
    assert action.menuRole() == QAction.MenuRole.PreferencesRole
    action.trigger()
    dialog = visible_dialog(seeds, "preferencesDialog")
    assert isinstance(dialog, PreferencesDialog)
    action.trigger()
    assert visible_dialog(seeds, "preferencesDialog") is dialog
    theme = dialog.findChild(QComboBox, field_name(THEME.key))
    assert theme is not None
    theme.setFocus()
    QTest.keyClick(theme, Qt.Key.Key_End)
    assert seeds.settings.get(THEME) == THEME.choices[-1][0]
    seeds.actions_table["view.theme_light"].trigger()
    assert theme.currentData() == "light"
    view = seeds.timelineView
    assert view is not None
    height = dialog.fields[ROW_HEIGHT.key].field
    dialog.show_page("timeline")
    QTest.keyClick(height, Qt.Key.Key_Up)
    assert view.row_height() == 44
    seeds.actions_table["rows.height_compact"].trigger()
    assert isinstance(height, QDoubleSpinBox)
    assert height.value() == 28


def test_stance_colors_reach_plot_and_panes(seeds: MainWindow) -> None:
    own = seeds.theme.tokens["support"]
    seeds.settings.set(SWAP_SIDES, True)
    assert seeds.theme.tokens["oppose"] == own
    seeds.settings.set(STANCE_COLORS, "grayscale")
    fill = seeds.theme.tokens["support"]
    assert fill[1:3] == fill[3:5] == fill[5:7]
    assert seeds.theme.palette()["support"] == fill
    assert isinstance(seeds, QWidget)


def test_a_new_scale_offers_to_start_again_on_what_is_open(seeds: MainWindow) -> None:
    seeds.actions_table["edit.preferences"].trigger()
    dialog = visible_dialog(seeds, "preferencesDialog")
    assert isinstance(dialog, PreferencesDialog)
    heard: list[list[str]] = []
    seeds.restart_asked.connect(heard.append)
    path = seeds.session.path
    dialog.show_page("looks")
    QTest.keyClick(dialog.fields[SCALE.key].field, Qt.Key.Key_Up)
    assert seeds.settings.get(SCALE) == 125
    restart = next(button for button in dialog.notice.findChildren(QPushButton) if button.text() == "Restart now")
    QTest.mouseClick(restart, Qt.MouseButton.LeftButton)
    assert heard == [[str(path)]]
    assert not seeds.isVisible()


@pytest.mark.parametrize(("percent", "already", "factor"), [(100, None, None), (250, None, "2.5"), (200, "1.5", "1.5")])
def test_the_scale_is_given_to_qt_unless_set_by_hand(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, percent: float, already: str | None, factor: str | None
) -> None:
    monkeypatch.delenv(SCALE_VARIABLE, raising=False)
    if already is not None:
        monkeypatch.setenv(SCALE_VARIABLE, already)
    settings.set(SCALE, percent)
    scale_interface(settings)
    found = os.environ.get(SCALE_VARIABLE)
    monkeypatch.delenv(SCALE_VARIABLE, raising=False)
    assert found == factor


def test_pictures_drawn_in_another_look_are_not_taken_for_this_one(qapp: QApplication) -> None:
    theme = Theme("light")
    before = theme.look
    theme.choose_stance_colors("grayscale", swap_sides=False)
    assert theme.look != before
    assert hash(theme.look) != hash(before)
