"""The command palette: a few letters find any action of the window, and any actor, proposal or article to go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.accessible import announce
from stanceline.ui.dialogs.fuzzy import match
from stanceline.ui.dialogs.palette_entries import Entry
from stanceline.ui.widgets import label
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.ui.settings import Settings
    from stanceline.ui.theme import Theme

_WIDTH, _HEIGHT, _ROW_HEIGHT = 620, 460, 44
_MOST_SHOWN, _MOST_RECENT = 200, 8
_MOST_BY_LETTERS = 20_000
"""With more entries than this, those that are no actions have to hold the words as they are typed."""
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE, PLACES_ROLE = Qt.ItemDataRole.UserRole, int(Qt.ItemDataRole.UserRole) + 1


def ranked(query: str, entries: Sequence[Entry], recent: Sequence[str]) -> list[tuple[Entry, tuple[int, ...]]]:
    """The entries that suit, best first, with the letters that were meant; without a query the recent ones first."""
    query = query.strip()
    age = {name: place for place, name in enumerate(recent)}
    if not query:
        used = sorted((entry for entry in entries if entry.id in age), key=lambda entry: age[entry.id])
        rest = [entry for entry in entries if entry.id not in age and entry.is_action]
        return [(entry, ()) for entry in (*used, *rest)]
    needles = query.casefold().split()
    is_large = len(entries) > _MOST_BY_LETTERS
    found: list[tuple[float, int, Entry, tuple[int, ...]]] = []
    for number, entry in enumerate(entries):
        if is_large and not entry.is_action and not all(needle in entry.text.casefold() for needle in needles):
            continue
        hit = match(query, entry.text)
        score = hit.score if hit is not None else 0.0
        if hit is None:
            # "view zoom" and "row compact" name the menu, too.
            wide = match(query, f"{entry.place} {entry.text}") if entry.is_action and len(needles) > 1 else None
            if wide is None:
                continue
            score = wide.score - 30.0
        score += 12.0 if entry.id in age else 0.0
        score += 5.0 if entry.is_action else 0.0
        score -= 6.0 if entry.why_not else 0.0
        found.append((-score, number, entry, hit.places if hit is not None else ()))
    found.sort(key=lambda one: one[:2])
    return [(entry, places) for _, _, entry, places in found[:_MOST_SHOWN]]


class EntryModel(QAbstractListModel):
    """The entries that are listed now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Entry, tuple[int, ...]]] = []

    def show_rows(self, rows: list[tuple[Entry, tuple[int, ...]]]) -> None:
        """List other entries."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, places = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.text, entry.place, entry.keys, entry.why_not) if part)
        if role == ENTRY_ROLE:
            return entry
        return places if role == PLACES_ROLE else None


class _Row(QStyledItemDelegate):
    """What it is called with the meant letters bold; its place below; its keys, or what it waits for, at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt gives it
        return QSize(200, max(_ROW_HEIGHT, QFontMetrics(option.font).lineSpacing() * 2 + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, self._theme.color("accent_soft" if is_current else "surface"))
        if is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._theme.color("accent"))
        inner = rect.adjusted(14, 4, -14, -4)
        base = QFont(option.font)
        small = QFont(base)
        small.setPointSizeF(base.pointSizeF() * 0.9)
        right = entry.why_not or entry.keys
        painter.setFont(small)
        painter.setPen(self._theme.color("text_muted"))
        width = painter.fontMetrics().horizontalAdvance(right) if right else 0
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        room = inner.width() - width - 16
        half = inner.height() // 2
        below = QRect(inner.left(), inner.top() + half, room, half)
        place = painter.fontMetrics().elidedText(entry.place, Qt.TextElideMode.ElideRight, room)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, place)
        painter.setPen(self._theme.color("text_muted" if entry.why_not else "text"))
        self._paint_name(painter, QRect(inner.left(), inner.top(), room, half), base, index)
        painter.restore()

    def _paint_name(self, painter: QPainter, box: QRect, base: QFont, index: _Index) -> None:
        text: str = QFontMetrics(base).elidedText(index.data(), Qt.TextElideMode.ElideRight, box.width())
        places = set(index.data(PLACES_ROLE) or ())
        bold = QFont(base)
        bold.setWeight(QFont.Weight.Bold)
        x, at = box.left(), 0
        while at < len(text):
            end = at + 1
            while end < len(text) and (end in places) == (at in places):
                end += 1
            painter.setFont(bold if at in places else base)
            run = text[at:end]
            painter.drawText(
                QRect(x, box.top(), box.right() - x + 1, box.height()),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, run,
            )  # fmt: skip
            x += painter.fontMetrics().horizontalAdvance(run)
            at = end


class CommandPalette(QDialog):
    """Typing narrows the list down, arrows walk along it, Enter does what is chosen, Escape closes."""

    def __init__(self, window: QWidget, theme: Theme, settings: Settings, entries: Sequence[Entry]) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self.setWindowTitle(say("Command palette"))
        self.setAccessibleName(say("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._entries, self._settings, self._theme = tuple(entries), settings, theme
        self._before = QApplication.focusWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setObjectName("paletteSearch")
        self.search.setAccessibleName(say("Command palette"))
        self.search.setPlaceholderText(say("Type what you want to do, or whom or what to go to"))
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(say("Commands and places"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Row(theme, self.list))
        self._model = EntryModel(self)
        self.list.setModel(self._model)
        self.list.clicked.connect(lambda _index: self.accept_current())
        self._hint = label("", role="muted")
        self._hint.setObjectName("paletteHint")
        for widget in (self.search, self.list, self._hint):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self._place(window)
        self._show("")

    def _place(self, window: QWidget) -> None:
        width, height = min(_WIDTH, window.width() - 48), min(_HEIGHT, window.height() - 120)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 72)

    def _recent(self) -> list[str]:
        return self._settings.names("palette")

    def _show(self, query: str) -> None:
        rows = ranked(query, self._entries, self._recent())
        self._model.show_rows(rows)
        if rows:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._hint.setText(
            counted(len(rows), "One found · Enter does it", "%1 found · ↑ ↓ choose · Enter does it · Esc closes")
            if rows
            else say("Nothing suits “%1”. Try fewer letters.").replace("%1", query.strip())
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def current(self) -> Entry | None:
        """The chosen entry."""
        entry: Entry | None = self.list.currentIndex().data(ENTRY_ROLE)
        return entry

    def accept_current(self) -> None:
        """Close and do what is chosen; what cannot be used now says why instead."""
        entry = self.current()
        if entry is None:
            return
        if entry.why_not:
            says = say("%1: %2.").replace("%1", entry.text).replace("%2", entry.why_not)
            self._hint.setText(says)
            announce(self, says)
            return
        kept = [entry.id, *(name for name in self._recent() if name != entry.id)]
        self._settings.set_names("palette", kept[:_MOST_RECENT])
        self.accept()
        # What was being typed into takes the keyboard back first: pasting goes where it was meant to go.
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        entry.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _WALK:
                self._walk(key)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept_current()
                return True
        return super().eventFilter(watched, event)

    def _walk(self, key: Qt.Key) -> None:
        count = self._model.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row()
        page = max(1, self.list.viewport().height() // _ROW_HEIGHT - 1)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = (row + (1 if key == Qt.Key.Key_Down else -1)) % count
        else:
            row = min(max(row + (page if key == Qt.Key.Key_PageDown else -page), 0), count - 1)
        self.list.setCurrentIndex(self._model.index(row, 0))
        entry = self.current()
        if entry is not None:
            announce(self, entry.text)
