"""What the window remembers between starts: places of panes, the chosen theme, recent projects."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from stanceline.paths import config_folder
from stanceline.ui.theme import ThemeChoice

LAYOUT_VERSION = 1
"""Raised when saved window states no longer fit."""
_MOST_RECENT = 10


class Settings:
    """The user's settings file in the profile's folder."""

    def __init__(self, profile_dir: Path | None = None) -> None:
        folder = config_folder() if profile_dir is None else profile_dir
        self._file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def theme(self) -> ThemeChoice:
        """The chosen theme; "system" where none was chosen."""
        value = self._file.value("theme", "system")
        return value if value in ("light", "dark") else "system"

    def set_theme(self, choice: ThemeChoice) -> None:
        """Remember the chosen theme."""
        self._file.setValue("theme", choice)

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

    def number(self, name: str, default: float) -> float:
        """A setting that is a number."""
        value = self._file.value(f"numbers/{name}", default, float)
        return value if isinstance(value, float) else default

    def set_number(self, name: str, value: float) -> None:
        """Remember a number."""
        self._file.setValue(f"numbers/{name}", value)

    def folder(self, purpose: str) -> str:
        """The folder last used for `purpose`, else the home folder."""
        return str(self._file.value(f"folders/{purpose}", str(Path.home())))

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder last used for `purpose`."""
        self._file.setValue(f"folders/{purpose}", str(folder))

    def recent(self) -> list[Path]:
        """Projects opened or saved lately, newest first, that are still there."""
        value = self._file.value("recent", [])
        listed = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [path for path in (Path(str(item)) for item in listed) if path.is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        kept = [str(path)] + [str(other) for other in self.recent() if other != path]
        self._file.setValue("recent", kept[:_MOST_RECENT])

    def save(self) -> None:
        """Write to disk now."""
        self._file.sync()
