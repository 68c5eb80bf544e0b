"""Hands a file that the user asked for to the desktop: opened by its own program, or shown in its folder."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication


def open_file(path: Path) -> None:
    """Open a file that the program itself has just written."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> None:
    """Open the folder of a file that the program itself has just written."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def copy_file(path: Path) -> None:
    """Put a file on the clipboard, to be pasted in a folder or a letter; as text its path."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    QGuiApplication.clipboard().setMimeData(data)
