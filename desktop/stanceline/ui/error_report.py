"""Tells of an error in the program itself, in the window's bar, with details to copy into a report."""

from PySide6.QtGui import QGuiApplication

from stanceline import __version__
from stanceline.ui.dialogs.about import versions
from stanceline.ui.main_window import MainWindow
from stanceline.ui.words import say


def tell_error(window: MainWindow, details: str) -> None:
    """Say that something went wrong; work on, since every edit is kept already."""
    report = "\n".join([f"Stanceline {__version__}", *versions(), "", details])
    window.session.said.emit(details.strip().splitlines()[-1])
    window.panes.notice.tell(
        say("Something in the program went wrong. Your work is kept. Copy the details for a report, and go on."),
        ((say("Copy details"), lambda: QGuiApplication.clipboard().setText(report)),),
        is_warning=True,
    )
