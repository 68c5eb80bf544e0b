"""What screen readers are told: interfaces for the painted views, and short announcements.

Qt asks the factory only once something listens; without a screen reader nothing here costs anything. Every
interface that Qt was given is kept here until its widget is gone: Qt holds plain pointers to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from stanceline.ui.accessible_matrix import MatrixInterface
    from stanceline.ui.accessible_timeline import TimelineInterface

    Whole = TimelineInterface | MatrixInterface

_given: dict[int, Whole] = {}
_is_installed = False


def install() -> None:
    """Let Qt ask for the interfaces of the painted views; further calls do nothing."""
    global _is_installed
    if not _is_installed:
        _is_installed = True
        QAccessible.installFactory(_interface_of)


def _interface_of(name: str, owner: QObject | None) -> QAccessibleInterface | None:
    """The interface of a painted view, None for all others; Qt calls it with each class of a widget's line."""
    made: Whole
    if name == "TimelineView" and owner is not None:
        from stanceline.ui.accessible_timeline import TimelineInterface

        made = TimelineInterface(owner)  # type: ignore[arg-type]  # the name says what it is
    elif name == "StanceMatrix" and owner is not None:
        from stanceline.ui.accessible_matrix import MatrixInterface

        made = MatrixInterface(owner)  # type: ignore[arg-type]  # the name says what it is
    else:
        return None
    key = id(owner)
    _given[key] = made
    owner.destroyed.connect(lambda: _forget(key))
    return made


def _forget(key: int) -> None:
    made = _given.pop(key, None)
    if made is not None:
        made.forget()


def announce(widget: QWidget, text: str, *, is_urgent: bool = False) -> None:
    """Have a screen reader say a sentence, after what it says now or at once; nothing without a screen reader."""
    if text and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        if is_urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def tell_focus(widget: QWidget, child: int) -> None:
    """Say that the keyboard is on a child (by its number) of a painted view."""
    if QAccessible.isActive() and child >= 0:
        event = QAccessibleEvent(widget, QAccessible.Event.Focus)
        event.setChild(child)
        QAccessible.updateAccessibility(event)


def tell_selection(widget: QWidget) -> None:
    """Say that other children of a painted view are selected."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.SelectionWithin))
