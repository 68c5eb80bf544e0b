"""Hears of the pointer over single widgets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class HoverWatch(QObject):
    """Tells of the pointer over single widgets: `tell` gets a widget's key when it enters, nothing when it leaves."""

    def __init__(self, tell: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell

    def watch(self, widget: QWidget, key: str) -> None:
        """Watch a widget that stands for a mark."""
        widget.setProperty("markKey", key)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._tell(str(watched.property("markKey") or ""))
        elif event.type() == QEvent.Type.Leave:
            self._tell("")
        return False
