"""The strip of saved views: small pictures in the order of the story, to open, rename, move and take out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.story.thumbnails import HEIGHT, WIDTH, Thumbnails
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import action_button, label
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.model.saved_views import SavedView

_PAD = 8
_LINE = 18
CARD = QSize(WIDTH + 2 * _PAD, HEIGHT + 2 * _PAD + 2 * _LINE + 4)
_MIME = "application/x-stanceline-view"
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_NOTE_ROLE = Qt.ItemDataRole.UserRole


class _Views(QAbstractListModel):
    """The saved views; renaming one in place is asked of the owner."""

    rename_asked = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.views: tuple[SavedView, ...] = ()

    def show_views(self, views: tuple[SavedView, ...]) -> None:
        self.beginResetModel()
        self.views = views
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.views)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.views):
            return None
        view = self.views[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return view.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{view.name}\n{view.note}" if view.note else view.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = say("%1 of %2").replace("%1", str(index.row() + 1)).replace("%2", str(len(self.views)))
            return ". ".join(part for part in (view.name, view.note, place) if part)
        return view.note if role == _NOTE_ROLE else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's
        if role != Qt.ItemDataRole.EditRole or not 0 <= index.row() < len(self.views):
            return False
        name = " ".join(str(value).split())
        if name and name != self.views[index.row()].name:
            self.rename_asked.emit(self.views[index.row()].id, name)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's
        return [_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # noqa: N802 - Qt's
        data = QMimeData()
        if indexes:
            data.setData(_MIME, self.views[indexes[0].row()].id.encode())
        return data


class _Cards(QStyledItemDelegate):
    """Paints a view as a card: its picture with its place in the story, its name, the first line of its note."""

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt gives it
        return CARD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state, rect, model = option.state, option.rect, index.model()
        if not isinstance(model, _Views) or index.row() >= len(model.views):
            return
        view, color = model.views[index.row()], self._theme.color
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent_soft" if is_selected else "hover"))
            painter.drawRoundedRect(card, 6, 6)
        place = QRect(rect.x() + _PAD, rect.y() + _PAD, WIDTH, HEIGHT)
        picture = self._pictures.of(view, painter.device().devicePixelRatioF())
        painter.fillRect(place, color("surface_alt"))
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)
        painter.setPen(QPen(color("accent" if is_selected else "outline"), 2 if is_selected else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        self._paint_number(painter, QRectF(place.x() + 5, place.y() + 5, 22, 18), index.row() + 1)
        self._paint_words(painter, rect, view)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 6, 6)
        painter.restore()

    def _paint_number(self, painter: QPainter, box: QRectF, number: int) -> None:
        painter.setPen(QPen(self._theme.color("outline"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(self._theme.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_words(self, painter: QPainter, rect: QRect, view: SavedView) -> None:
        metrics = painter.fontMetrics()
        top = rect.y() + _PAD + HEIGHT + 3
        for text, token in ((view.name, "text"), (view.note.split("\n", 1)[0], "text_muted")):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, WIDTH)
            painter.setPen(self._theme.color(token))
            box = QRect(rect.x() + _PAD, top, WIDTH, _LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += _LINE

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        editor = QLineEdit(parent)
        editor.setObjectName("viewRename")
        editor.setAccessibleName(say("Name"))
        editor.setMaxLength(120)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: ARG002
        rect = option.rect
        editor.setGeometry(rect.x() + _PAD - 2, rect.y() + _PAD + HEIGHT, WIDTH + 4, _LINE + 8)


class ViewList(QListView):
    """The cards in a row; dragging one, or Alt with an arrow, moves it in the story."""

    move_asked = Signal(str, int)
    """An id, and in front of which place it goes."""
    opened = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("savedViews")
        self.setAccessibleName(say("Saved views, in the order of the story"))
        self._theme, self._drop_at = theme, -1
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.setItemDelegate(_Cards(theme, pictures, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.activated.connect(lambda index: self._open(index))
        pictures.drawn.connect(lambda _ident: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    def views(self) -> _Views:
        """The model."""
        model = self.model()
        assert isinstance(model, _Views)
        return model

    def current_id(self) -> str | None:
        """The id of the chosen view."""
        row = self.currentIndex().row()
        views = self.views().views
        return views[row].id if 0 <= row < len(views) else None

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.views().views[index.row()].id)

    def place_at(self, point: QPoint) -> int:
        """In front of which card something goes that is dropped at a point of the viewport."""
        for row in range(self.views().rowCount()):
            box = self.visualRect(self.views().index(row))
            if point.y() < box.top() or (point.y() <= box.bottom() and point.x() < box.center().x()):
                return row
        return self.views().rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ident, row = self.current_id(), self.currentIndex().row()
        with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if ident is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(ident)
        elif ident is not None and with_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(ident, row - 1 if event.key() == Qt.Key.Key_Up else row + 2)
        elif ident is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # ---- dragging

    def dragEnterEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(_MIME):
            event.ignore()
            return
        self._drop_at = self.place_at(event.position().toPoint())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_at = -1
        self.viewport().update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_at = -1
        self.viewport().update()
        ident = bytes(event.mimeData().data(_MIME).data()).decode()
        event.acceptProposedAction()
        if any(view.id == ident for view in self.views().views):
            self.move_asked.emit(ident, self.place_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        count = self.views().rowCount()
        if self._drop_at < 0 or not count:
            return
        at = min(self._drop_at, count - 1)
        box = self.visualRect(self.views().index(at))
        x = box.left() if self._drop_at < count else box.right()
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(x - 2, box.top() + 4, 3, box.height() - 8), self._theme.color("accent"))
        painter.end()


class ViewStrip(QWidget):
    """The page of the lists that holds the saved views, and what can be done with them."""

    asked = Signal(str, str)
    """What to do (`open`, `edit`, `renew`, `remove`) with which view."""

    def __init__(
        self, theme: Theme, pictures: Thumbnails, actions: list[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewStrip")
        self.model = _Views(self)
        self.list = ViewList(theme, pictures, self)
        self.list.setModel(self.model)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_empty())
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        for action in actions:
            row.addWidget(action_button(action))
        row.addStretch(1)
        column.addLayout(row)
        self.setFocusProxy(self.list)
        self.list.opened.connect(lambda ident: self.asked.emit("open", ident))
        self.list.remove_asked.connect(lambda ident: self.asked.emit("remove", ident))
        self.list.customContextMenuRequested.connect(self._on_menu)

    def _make_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        says = label(
            say("No view is saved yet. Go where there is something to see and save it with Ctrl+D. Several views, one "
                "after the other, are a story that F5 plays."), role="muted", wraps=True,
        )  # fmt: skip
        says.setObjectName("noViews")
        says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        says.setMaximumWidth(560)
        column.addWidget(says, 1, Qt.AlignmentFlag.AlignHCenter)
        return page

    def show_views(self, views: tuple[SavedView, ...], current: str | None = None) -> None:
        """Show these views; the one that was chosen stays so, unless another is named."""
        chosen = current or self.list.current_id()
        self.model.show_views(views)
        self._pages.setCurrentIndex(1 if views else 0)
        rows = [row for row, view in enumerate(views) if view.id == chosen]
        if rows:
            self.list.setCurrentIndex(self.model.index(rows[0]))

    def _on_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        menu = self.make_menu(index.row())
        menu.popup(self.list.viewport().mapToGlobal(at))

    def make_menu(self, row: int) -> QMenu:
        """What can be done with the view in a row."""
        ident, count = self.model.views[row].id, len(self.model.views)
        menu = QMenu(self)
        menu.setObjectName("viewMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def add(text: str, act: Callable[[], object], *, is_enabled: bool = True) -> None:
            made = menu.addAction(text)
            made.triggered.connect(lambda _checked=False: act())
            made.setEnabled(is_enabled)

        def ask(what: str) -> Callable[[], object]:
            return lambda: self.asked.emit(what, ident)

        add(say("&Show"), ask("open"))
        add(say("&Name and note…"), ask("edit"))
        add(say("Replace by the &present view"), ask("renew"))
        menu.addSeparator()
        move = self.list.move_asked
        add(say("Move &left"), lambda: move.emit(ident, row - 1), is_enabled=row > 0)
        add(say("Move &right"), lambda: move.emit(ident, row + 2), is_enabled=row + 1 < count)
        menu.addSeparator()
        add(say("Re&move"), ask("remove"))
        return menu
