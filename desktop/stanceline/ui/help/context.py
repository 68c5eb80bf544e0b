"""Which page of the guide belongs to what somebody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from stanceline.ui.help.pages import FIRST

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow

PAGES: dict[str, str] = {
    "stanceMatrix": "matrix", "matrixTable": "matrix", "timelineView": "timeline", "overviewStrip": "timeline",
    "timeBar": "dates", "detailPane": "evidence", "filterPane": "views", "searchEdit": "views", "chipBar": "views",
    "savedViews": "views", "undatedTray": "dates", "problemList": "start", "eventTable": "timeline",
    "exportDialog": "exports", "proposalForm": "proposals", "proposalsDialog": "proposals", "countingForm": "matrix",
    "referencesDialog": "dates", "referenceForm": "dates", "goToDateDialog": "timeline", "setDateDialog": "corrections",
    "setStanceDialog": "corrections", "renameDialog": "corrections", "mergeDialog": "corrections",
    "shortcutDialog": "keyboard", "commandPalette": "keyboard", "preferencesDialog": "keyboard", "chartDialog": "views",
    "viewForm": "views", "aboutDialog": "limits", "guideDialog": "timeline",
}  # fmt: skip
"""Object names of panes and dialogs with their pages."""


def page_for(widget: QWidget | None) -> str:
    """The page of the innermost pane or dialog around a widget."""
    while widget is not None:
        if widget.objectName() in PAGES:
            return PAGES[widget.objectName()]
        widget = widget.parentWidget()
    return FIRST


def give_help(window: MainWindow, dialog: QDialog) -> None:
    """Let F1 in a dialog open the page that belongs to it."""
    if dialog.objectName() == "helpDialog" or dialog.findChild(QShortcut, "helpShortcut") is not None:
        return
    shortcut = QShortcut(QKeySequence.StandardKey.HelpContents, dialog)
    shortcut.setObjectName("helpShortcut")
    shortcut.activated.connect(lambda: window.commands.help.show_beside(dialog, page_for(dialog)))


def focused_page(window: MainWindow) -> str:
    """The page of what has the keyboard."""
    return page_for(QApplication.focusWidget() or window)
