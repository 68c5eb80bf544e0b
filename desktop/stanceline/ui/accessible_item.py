"""A part of a painted view as a screen reader meets it: what lists of marks and tables of cells share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

NOTHING = Shiboken.VoidPtr(0)
"""A null pointer. Qt must never be given None or a plain number for one: PySide hands their own addresses on."""


class PressAction(QAccessibleActionInterface):
    """The one thing that can be done with a part: what Enter does."""

    def __init__(self, says: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._says, self._act = says, act

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._act()

    def localizedActionName(self, name: str) -> str:  # noqa: ARG002 - Qt gives it
        return self._says

    def localizedActionDescription(self, name: str) -> str:  # noqa: ARG002 - Qt gives it
        return self._says

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: ARG002 - Qt gives it
        return ["Return"]


class PartInterface(QAccessibleInterface):
    """A part without parts of its own and without a QObject; `owner` is the painted view, `whole` its interface."""

    def __init__(self, whole: QAccessibleInterface, owner: QWidget) -> None:
        super().__init__()
        self._whole, self._owner = whole, owner
        self._press: PressAction | None = None

    def owner_is_there(self) -> bool:
        """Whether the view has not been taken down; a screen reader may ask later than that."""
        return bool(Shiboken.isValid(self._owner) and Shiboken.isValid(self._whole))

    def give_action(self, says: str, act: Callable[[], object]) -> None:
        """Let a screen reader press it."""
        self._press = PressAction(says, act)

    def isValid(self) -> bool:
        return self.owner_is_there()

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt allows none
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt allows none
        return self._owner.window().windowHandle() if self.owner_is_there() else None

    def parent(self) -> QAccessibleInterface:
        return self._whole

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt gives it
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        return self if self.state().focused else None

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here can be written."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.ActionInterface and self._press is not None:
            return pointer(self._press)
        return NOTHING

    def on_screen(self, rect: QRect | None) -> QRect:
        """A rectangle of the view on the screen; empty where the part is not in sight."""
        if rect is None or not self.owner_is_there():
            return QRect()
        return QRect(self._owner.mapToGlobal(rect.topLeft()), rect.size())


def pointer(made: Any) -> Any:
    """The address of a Qt object that is not a QObject, in the form in which Qt takes it back."""
    return Shiboken.VoidPtr(Shiboken.getCppPointer(made)[0])


class Parts:
    """The parts of one view that Qt was given, by a number of the view; kept alive until they are taken back."""

    def __init__(self) -> None:
        self._known: dict[int, PartInterface] = {}
        self._gone: list[PartInterface] = []

    def get(self, number: int, make: Callable[[], PartInterface]) -> PartInterface:
        """The part with a number, made and registered when it is first asked for."""
        part = self._known.get(number)
        if part is None:
            part = self._known[number] = make()
            QAccessible.registerAccessibleInterface(part)
        return part

    def retire(self) -> None:
        """Numbers mean something else now. Qt may hold one of the parts while it asks, so they go a moment later."""
        if self._known:
            self._gone += self._known.values()
            self._known = {}
            QTimer.singleShot(0, self._bury)

    def _bury(self) -> None:
        gone, self._gone = self._gone, []
        for part in gone:
            if Shiboken.isValid(part):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))

    def clear(self) -> None:
        """Take all parts back at once: their view is gone."""
        self._gone += self._known.values()
        self._known = {}
        self._bury()
