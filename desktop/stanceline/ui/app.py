"""Starts Qt and the window: application identity, theme, last-resort error report."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from stanceline import StancelineError, __version__
from stanceline.paths import sample_folder
from stanceline.ui.main_window import MainWindow
from stanceline.ui.preferences_applied import SCALE_VARIABLE, scale_interface, wear
from stanceline.ui.session import Session
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme

if TYPE_CHECKING:
    from stanceline.ui.arrivals import Arrivals

_windows: list[MainWindow] = []
# Without a bound a window that is never shown would wait for its first frame forever.
_FIRST_FRAME_LIMIT_MS = 400


def create_window(paths: Sequence[str | Path] = (), *, profile_dir: str | Path | None = None) -> MainWindow:
    """A shown window that reads `paths` in the background; needs a `QApplication`; never opens a dialog by itself.

    `profile_dir` holds settings, recovery files and caches instead of the user's own folders.
    """
    if profile_dir is not None:
        # One variable for the whole program: worker processes look for their caches by it too.
        os.environ["STANCELINE_PROFILE"] = str(profile_dir)
    settings = Settings(Path(profile_dir) if profile_dir is not None else None)
    theme = Theme()
    wear(theme, settings)
    settings.changed.connect(lambda _key: wear(theme, settings))
    window = MainWindow(theme, settings, Session([Path(path) for path in paths]))
    _windows.append(window)
    window.destroyed.connect(lambda: _windows.remove(window) if window in _windows else None)
    window.show()
    QTimer.singleShot(_FIRST_FRAME_LIMIT_MS, window, window.complete)
    return window


class Program(QApplication):
    """The application; `file_asked` carries a file that the desktop (of macOS) wants to be opened."""

    file_asked = Signal(list)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit([Path(event.file())])
            return True
        return super().event(event)


def run(paths: Sequence[str], *, is_new_instance: bool = False) -> int:
    """Show the window on `paths` until it is closed, or hand them to the one that is open; the exit status."""
    QCoreApplication.setOrganizationName("Stanceline")
    QCoreApplication.setOrganizationDomain("stanceline.org")
    QCoreApplication.setApplicationName("Stanceline")
    QCoreApplication.setApplicationVersion(__version__)
    # Imported here, as below: whoever makes a window without the program around it needs nothing of it.
    from stanceline.ui.arrivals import Arrivals, hand_over, welcome
    from stanceline.ui.translation import install as install_language

    if not is_new_instance and hand_over(paths):
        return 0
    settings = Settings()
    has_own_scale = scale_interface(settings)
    is_first = settings.is_new and not paths
    app = Program(sys.argv[:1])
    app.setDesktopFileName("org.stanceline.Stanceline")
    install_language(app)
    sys.excepthook = report_error
    window = create_window([sample_folder()] if is_first else paths)
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    if is_first:
        # Before the window is complete, which is after its first frame.
        window.session.begins_with_made_sample = True
        from stanceline.ui.hints import begin_hints

        begin_hints(window.settings)
    take = welcome(window)
    app.file_asked.connect(take)
    arrivals = Arrivals(app)
    arrivals.came.connect(take)
    # After the first frame: the network's part of Qt takes its time to load.
    window.completed.connect(lambda: _attend(app, None if is_new_instance else arrivals))
    again: list[list[str]] = []
    window.restart_asked.connect(again.append)
    status = app.exec()
    if again:
        arrivals.close()
        start_again(again[-1], has_own_scale=has_own_scale)
    return status


def _attend(app: QApplication, arrivals: Arrivals | None) -> None:
    """What the program does beside its window: keep dialogs on the screen, listen for other starts."""
    from stanceline.ui.small_screens import DialogFitter

    DialogFitter.watch(app)
    if arrivals is not None:
        arrivals.listen()


def start_again(paths: Sequence[str], *, has_own_scale: bool) -> None:
    """Put a new start of the program in this one's place; does not come back."""
    if has_own_scale:
        # The new start must not take it for one that somebody set by hand.
        del os.environ[SCALE_VARIABLE]
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "stanceline"]
    os.execv(sys.executable, [*program, *paths])


def report_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The last resort: what no part of the program caught is told to the user, with all that a report needs."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(details)
    window = _windows[-1] if _windows else None
    if window is None or not window.is_complete:
        return
    if isinstance(error, StancelineError):
        window.panes.notice.tell(str(error), is_warning=True)
        return
    from stanceline.ui.error_report import tell_error

    tell_error(window, details)
