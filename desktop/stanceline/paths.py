"""Finds bundled resources and the user's folders, in a checkout, an installed copy and a frozen build."""

import os
import stat
import sys
from pathlib import Path
from typing import Literal

from stanceline import StancelineError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


class ResourceMissingError(StancelineError):
    """A file that belongs to the program is not there."""

    def __init__(self, name: str, tried: list[Path]) -> None:
        places = " or ".join(str(path) for path in tried)
        super().__init__(f"The program's file {name} is missing (looked for {places}). Install Stanceline again.")
        self.name = name


def _find(folder: str, name: str) -> Path:
    # A wheel carries the folders inside the package; an editable install leaves them in the checkout.
    tried = [_PACKAGE / folder / name, _CHECKOUT / folder / name]
    for path in tried:
        if path.exists():
            return path
    raise ResourceMissingError(f"{folder}/{name}", tried)


def resource(name: str) -> Path:
    """The bundled data file or folder `name`, such as ``rules/timex.tsv``."""
    return _find("resources", name)


def kind_of(name: str | Path) -> Literal["file", "folder", "other"] | None:
    """What lies at a path that a user gave, None where nothing does.

    Unlike the methods of `Path` it takes a name that no file can have (too long, empty) as one that is not there.
    """
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 (an empty `Path` is the folder one is in)
    except (OSError, ValueError):
        return None
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "other"


def sample_folder() -> Path:
    """The folder with the two articles that the program shows as its sample."""
    return _find("seeds", ".")


def _user_folder(variable: str, windows: str, mac: str, fallback: str) -> Path:
    profile = os.environ.get("STANCELINE_PROFILE")
    if profile:
        return Path(profile) / fallback.strip("./").replace("/", "-")
    base = os.environ.get(windows) if sys.platform == "win32" else os.environ.get(variable)
    # Whoever sets an XDG variable on macOS means it.
    fallback = mac if sys.platform == "darwin" else fallback
    return (Path(base) if base else Path.home() / fallback) / "stanceline"


def config_folder() -> Path:
    """Where settings and the user's own proposals and reference events live; not created here."""
    return _user_folder("XDG_CONFIG_HOME", "APPDATA", "Library/Application Support", ".config")


def state_folder() -> Path:
    """Where untitled work is kept for recovery, and the log; not created here."""
    return _user_folder("XDG_STATE_HOME", "LOCALAPPDATA", "Library/Application Support", ".local/state")


def cache_folder() -> Path:
    """Where parses and other things that can be made again live; not created here."""
    return _user_folder("XDG_CACHE_HOME", "LOCALAPPDATA", "Library/Caches", ".cache")
