"""Brings back the view of an exported picture that is dropped on the window or opened.

A picture is a stranger's file: it is read within bounds, nothing that it names is opened, and its view is shown at
once only where it was made from the very state of the project that is open.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stanceline import StancelineError
from stanceline.model.origin import Origin, read_origin
from stanceline.model.view_state import ViewState
from stanceline.ui.exports.present import digest_of
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow


def show_picture(window: MainWindow, path: Path) -> bool:
    """Show the view of a picture, or say why not; whether it is shown now."""
    tell = window.panes.notice.tell
    try:
        origin = read_origin(path)
        state = ViewState.from_json(origin.view) if origin is not None and origin.view else None
    except OSError as error:
        says = say("%1 cannot be read: %2.").replace("%1", path.name).replace("%2", error.strerror or str(error))
        tell(says, is_warning=True)
        return False
    except StancelineError as error:
        tell(f"{path.name}: {error}", is_warning=True)
        return False
    if origin is None or state is None:
        says = say("%1 carries no view. Pictures exported with “Embed the view” do; articles are read from text files.")
        tell(says.replace("%1", path.name), is_warning=True)
        return False
    if window.session.project is None or not window.session.has_articles():
        says = say("%1 shows a view of the project “%2”. Open that project, then drop the picture again.")
        choices = ((say("Open project…"), window.actions_table["file.open"].trigger),)
        tell(_named(says, path, origin), choices, is_warning=True)
        return False
    if origin.digest != digest_of(window.session):
        _tell_other(window, path, origin, state)
        return False
    _go(window, state)
    tell(_named(say("The view of %1 is shown again."), path, origin))
    return True


def _tell_other(window: MainWindow, path: Path, origin: Origin, state: ViewState) -> None:
    if origin.project == window.session.name():
        says = say("%1 was made from another state of “%2”: articles or corrections have changed since.")
    else:
        says = say("%1 shows a view of another project, “%2”. Open that project to see what it shows.")
    choices = ((say("Show its range and filter here"), lambda: _go(window, state)),)
    window.panes.notice.tell(_named(says, path, origin), choices, is_warning=True)


def _go(window: MainWindow, state: ViewState) -> None:
    if window.linking is not None:
        window.linking.visit_now()
        window.linking.go(state)


def _named(says: str, path: Path, origin: Origin) -> str:
    return says.replace("%1", path.name).replace("%2", origin.project or say("Untitled"))
