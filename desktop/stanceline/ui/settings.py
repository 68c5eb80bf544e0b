"""What the window remembers between starts: preferences, places of panes, recent projects.

Everything stands in one file of the profile. A file that cannot be read is set aside, never overwritten; where
nothing can be written the values last until the window is closed. Either is told in `trouble`.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from stanceline.paths import config_folder
from stanceline.ui.preferences_list import Preference
from stanceline.ui.words import say

LAYOUT_VERSION = 1
"""Raised when saved window states no longer fit."""

T = TypeVar("T", bool, str, float)


class Settings(QObject):
    """The user's settings file in the profile's folder. `changed` carries the key of a preference."""

    changed = Signal(str)

    def __init__(self, profile_dir: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = (config_folder() if profile_dir is None else profile_dir) / "settings.ini"
        self.is_new = not path.exists()
        """Whether this profile has never been used."""
        self.trouble = _set_aside(path) if _is_damaged(path) else ""
        """What the user has to know about the settings file, empty where all is well."""
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        if not self.trouble and not _can_be_written(path):
            told = say("Settings cannot be kept: %1 cannot be written. They last until the window is closed.")
            self.trouble = told.replace("%1", str(path))

    # ---- preferences

    def get(self, preference: Preference[T]) -> T:
        """The value of a preference; its default where none, or no possible one, was kept."""
        return preference.read(self._file.value(f"preferences/{preference.key}"))

    def set(self, preference: Preference[T], value: T) -> None:
        """Keep the value of a preference and tell who follows it."""
        if value == self.get(preference):
            return
        # A default may become another one with the next version: only a choice is kept.
        if value == preference.default:
            self._file.remove(f"preferences/{preference.key}")
        else:
            self._file.setValue(f"preferences/{preference.key}", value)
        self.changed.emit(preference.key)

    # ---- places

    def state(self, name: str) -> QByteArray | None:
        """A saved geometry, splitter or header state of this layout version."""
        if self._file.value("layout/version", 0, int) != LAYOUT_VERSION:
            return None
        value = self._file.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember a geometry, splitter or header state."""
        self._file.setValue("layout/version", LAYOUT_VERSION)
        self._file.setValue(f"layout/{name}", state)

    def forget_layout(self) -> None:
        """Drop all saved places."""
        self._file.remove("layout")

    def flag(self, name: str, default: bool) -> bool:
        """A yes-or-no setting."""
        return bool(self._file.value(f"flags/{name}", default, bool))

    def set_flag(self, name: str, value: bool) -> None:
        """Remember a yes-or-no setting."""
        self._file.setValue(f"flags/{name}", value)

    def text(self, name: str) -> str:
        """A setting that is a text, empty where there is none."""
        return str(self._file.value(f"texts/{name}", ""))

    def set_text(self, name: str, value: str) -> None:
        """Remember a text."""
        self._file.setValue(f"texts/{name}", value)

    def names(self, of: str) -> list[str]:
        """A list of names that was kept, in its order; empty where none was."""
        value = self._file.value(f"names/{of}", [])
        listed = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [str(name) for name in listed if name]

    def set_names(self, of: str, names: Sequence[str]) -> None:
        """Keep a list of names; an empty one is forgotten."""
        if names:
            self._file.setValue(f"names/{of}", list(names))
        else:
            self._file.remove(f"names/{of}")

    def folder(self, purpose: str) -> str:
        """The folder last used for `purpose`, else the home folder."""
        return str(self._file.value(f"folders/{purpose}", str(Path.home())))

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder last used for `purpose`."""
        self._file.setValue(f"folders/{purpose}", str(folder))

    def save(self) -> None:
        """Write to disk now."""
        self._file.sync()


def _is_damaged(path: Path) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        return False
    # A file system that lost power leaves zeros; other garbage is what Qt cannot parse.
    return b"\0" in content or QSettings(str(path), QSettings.Format.IniFormat).status() != QSettings.Status.NoError


def _set_aside(path: Path) -> str:
    kept = next(
        name
        for number in range(1, 1000)
        if not (name := path.with_name(f"settings-damaged-{number}.ini")).exists() or number == 999
    )
    try:
        path.replace(kept)
    except OSError as error:
        told = say("The settings in %1 cannot be read, and not be set aside: %2. Defaults are used.")
        return told.replace("%1", str(path)).replace("%2", error.strerror or str(error))
    told = say("The settings could not be read and were set aside as %1. Defaults are used.")
    return told.replace("%1", str(kept))


def _can_be_written(path: Path) -> bool:
    place = path
    while not place.exists() and place != place.parent:
        place = place.parent
    is_folder = place.is_dir() or place == path
    return is_folder and os.access(place, os.W_OK)
