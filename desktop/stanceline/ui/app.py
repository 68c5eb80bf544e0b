"""Starts Qt and the window: application identity, theme, last-resort error report."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from stanceline import StancelineError, __version__
from stanceline.ui import accessible
from stanceline.ui.main_window import MainWindow
from stanceline.ui.preferences_applied import scale_interface, wear
from stanceline.ui.session import Session
from stanceline.ui.settings import Settings
from stanceline.ui.small_screens import DialogFitter
from stanceline.ui.theme import Theme

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
    accessible.install()
    window.show()
    QTimer.singleShot(_FIRST_FRAME_LIMIT_MS, window, window.complete)
    return window


def run(paths: Sequence[str]) -> int:
    """Show the window on `paths` until it is closed; the exit status."""
    QCoreApplication.setOrganizationName("Stanceline")
    QCoreApplication.setOrganizationDomain("stanceline.org")
    QCoreApplication.setApplicationName("Stanceline")
    QCoreApplication.setApplicationVersion(__version__)
    scale_interface(Settings())
    app = QApplication(sys.argv[:1])
    app.setDesktopFileName("org.stanceline.Stanceline")
    sys.excepthook = report_error
    DialogFitter.watch(app)
    create_window(paths)
    return app.exec()


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
