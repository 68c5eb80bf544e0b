"""Hands a file that the user asked for to the desktop: opened by its own program, or shown in its folder."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: Path) -> None:
    """Open a file that the program itself has just written."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> None:
    """Open the folder of a file that the program itself has just written."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
