"""Dialogs on screens that are too small for them, as every screen is at a large interface scale: they scroll."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

ROOMY = QSize(1000, 740)
"""Screens of this size, in px of the interface, hold every dialog of the program."""
_FRAME = QSize(16, 48)
"""What the window manager needs around a dialog."""


class DialogFitter(QObject):
    """Watches for dialogs that open, and fits those that are larger than the screen."""

    @classmethod
    def watch(cls, app: QApplication) -> None:
        """Fit dialogs from now on, where the screen is small; elsewhere nothing is watched."""
        room = app.primaryScreen().availableSize()
        if room.width() < ROOMY.width() or room.height() < ROOMY.height():
            app.installEventFilter(cls(app))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            fit(watched, watched.screen().availableSize() - _FRAME)
        return False


def fit(dialog: QDialog, room: QSize) -> None:
    """Put what a dialog holds into a scroll area where it needs more than `room`; its buttons stay in sight."""
    inside = dialog.layout()
    if isinstance(dialog, QMessageBox | QFileDialog) or inside is None:
        return
    needed = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    if needed.width() <= room.width() and needed.height() <= room.height():
        dialog.resize(dialog.size().boundedTo(room))
        return
    last = inside.itemAt(inside.count() - 1)
    buttons = last.widget() if last is not None else None
    if isinstance(buttons, QDialogButtonBox):
        inside.removeWidget(buttons)
    content = QWidget()
    content.setMinimumWidth(dialog.minimumWidth())
    content.setLayout(inside)
    area = QScrollArea()
    area.setObjectName("smallScreenArea")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area, 1)
    if isinstance(buttons, QDialogButtonBox):
        buttons.setContentsMargins(16, 8, 16, 8)
        outer.addWidget(buttons)
    dialog.setMinimumSize(0, 0)
    dialog.resize(dialog.size().boundedTo(room))
