"""The filter pane: facets as checkable lists with counts, a period to type in, and a rail when it is folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QPolygonF, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from stanceline.ui.dialogs.dates import parse_period
from stanceline.ui.selection import FilterModel
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import icon_button, label, line, mark_invalid
from stanceline.ui.words import STANCE_SIGN, STANCE_TOKEN, say

if TYPE_CHECKING:
    from stanceline.ui.lists.facets import Choice, Facet

WIDTH, RAIL_WIDTH = 232, 44
_LISTED_AT_ONCE = 120
_VALUE, _PART = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_RAIL = (
    ("actors", "Actors", "actors"), ("stances", "Stance", "stance"), ("kinds", "Kind", "kinds"),
    ("modes", "How known", "quote"), ("articles", "Articles", "sources"), ("period", "Period", "calendar"),
)  # fmt: skip


def _period_tip() -> str:
    return say("A year, month or day: 2023, 2023-07, 7 July 2023")


class _Facets(QTreeWidget):
    """The lists; Enter keeps only the chosen entry."""

    only_asked = Signal(QTreeWidgetItem)
    hovered = Signal(object)
    """The entry under the pointer, None for none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lit: frozenset[tuple[str, object]] = frozenset()
        """Part and value of the entries that marks under the pointer belong to."""
        self.setMouseTracking(True)
        self.itemEntered.connect(lambda item: self.hovered.emit(item))
        self.viewportEntered.connect(lambda: self.hovered.emit(None))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        return super().viewportEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]  # noqa: N802 - Qt's
        if (index.data(_PART), index.data(_VALUE)) in self.lit:
            painter.fillRect(option.rect, self._theme.color("accent_soft"))
        super().drawRow(painter, option, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None and item.parent() is not None:
            self.only_asked.emit(item)
            return
        super().keyPressEvent(event)


class FilterPane(QStackedWidget):
    """Shows the facets of a corpus and changes the shared filter; `unfolded` tells that the rail was opened."""

    unfolded = Signal()
    folded = Signal()
    value_hovered = Signal(str, object)
    """Part and value of the entry under the pointer; an empty part for none."""

    def __init__(self, theme: Theme, filters: FilterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterPane")
        self.setAccessibleName(say("Filters"))
        self._theme, self._filters = theme, filters
        self._facets: tuple[Facet, ...] = ()
        self._sections: dict[str, QTreeWidgetItem] = {}
        self._is_showing = False
        self._is_stale = False
        self._unlisted: list[tuple[Facet, int]] = []
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._list_more)
        self.addWidget(self._make_pane())
        self.addWidget(self._make_rail())
        filters.changed.connect(self._show_filter)
        theme.changed.connect(self._on_theme_changed)
        self.setCurrentIndex(0)

    # ---- building

    def _make_pane(self) -> QWidget:
        pane = QFrame()
        pane.setProperty("pane", True)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.addWidget(label(say("Filters"), bold=True))
        head.addStretch(1)
        fold = icon_button(self._theme, "chevron-left", say("Fold the filters"))
        fold.setObjectName("foldFilters")
        fold.clicked.connect(self.folded)
        head.addWidget(fold)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._make_tree(), 1)
        column.addWidget(line())
        column.addLayout(self._make_period())
        return pane

    def _make_tree(self) -> QTreeWidget:
        tree = _Facets(self._theme)
        tree.setObjectName("facetTree")
        tree.setAccessibleName(say("What is shown"))
        tree.setHeaderHidden(True)
        tree.setColumnCount(2)
        tree.setIndentation(10)
        tree.setRootIsDecorated(True)
        tree.setUniformRowHeights(True)
        tree.setIconSize(QSize(16, 16))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 40)
        tree.itemChanged.connect(self._on_item_changed)
        tree.only_asked.connect(self._show_only)
        tree.itemDoubleClicked.connect(lambda item: self._show_only(item) if item.parent() is not None else None)
        tree.customContextMenuRequested.connect(self._on_menu)
        tree.hovered.connect(self._on_hovered)
        self._tree = tree
        return tree

    def _make_period(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(6)
        column.addWidget(label(say("Period").upper(), role="section"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self._from, self._to = QLineEdit(), QLineEdit()
        for field, name, hint in (
            (self._from, "periodFrom", say("From")), (self._to, "periodTo", say("To")),
        ):  # fmt: skip
            field.setObjectName(name)
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            field.setToolTip(_period_tip())
            field.setClearButtonEnabled(False)
            field.editingFinished.connect(self._on_period)
            row.addWidget(field)
        column.addLayout(row)
        return column

    def _make_rail(self) -> QWidget:
        rail = QFrame()
        rail.setProperty("rail", True)
        rail.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(rail)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(4)
        for part, text, icon in _RAIL:
            button = icon_button(self._theme, icon, say(text))
            button.setObjectName(f"rail-{part}")
            button.setFixedSize(32, 32)
            button.setIconSize(QSize(20, 20))
            button.clicked.connect(lambda _checked=False, wanted=part: self.open_at(wanted))
            column.addWidget(button)
        column.addStretch(1)
        return rail

    # ---- folding

    def set_folded(self, is_folded: bool) -> None:
        """Show the rail only, or the whole pane."""
        self.setCurrentIndex(1 if is_folded else 0)
        self.setMinimumWidth(RAIL_WIDTH if is_folded else 180)
        self.setMaximumWidth(RAIL_WIDTH if is_folded else 480)
        self._fill_if_seen()

    def is_folded(self) -> bool:
        """Whether only the rail is shown."""
        return self.currentIndex() == 1

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH if self.is_folded() else WIDTH, 400)

    def open_at(self, part: str) -> None:
        """Unfold the pane at one of its facets."""
        self.unfolded.emit()
        if part == "period":
            self._from.setFocus()
        elif part in self._sections:
            section = self._sections[part]
            section.setExpanded(True)
            self._tree.scrollToItem(section, QTreeWidget.ScrollHint.PositionAtTop)
            self._tree.setCurrentItem(section)
            self._tree.setFocus()

    def _on_hovered(self, item: QTreeWidgetItem | None) -> None:
        is_value = item is not None and item.parent() is not None
        self.value_hovered.emit(*((item.data(0, _PART), item.data(0, _VALUE)) if item and is_value else ("", None)))

    # ---- what is shown

    def set_lit(self, values: frozenset[tuple[str, object]]) -> None:
        """Light the entries that the marks under the pointer belong to in another view."""
        if values != self._tree.lit:
            self._tree.lit = values
            self._tree.viewport().update()

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Show these facets; what is unfolded and filtered stays so."""
        if tuple(facets) != self._facets:
            self._facets = tuple(facets)
            self._is_stale = True
            self._fill_if_seen()

    def show_period(self, says: str) -> None:
        """Tell how many marks have a date, and from when to when."""
        for field in (self._from, self._to):
            field.setToolTip(f"{_period_tip()}\n{says}" if says else _period_tip())

    def _fill_if_seen(self) -> None:
        # Hundreds of entries take longer than a frame: not for a folded pane.
        if self._is_stale and self.isVisible() and not self.is_folded():
            self._is_stale = False
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_if_seen()

    def _fill(self) -> None:
        closed = {part for part, section in self._sections.items() if not section.isExpanded()}
        scroll = self._tree.verticalScrollBar().value()
        self._is_showing = True
        self._tree.clear()
        self._sections, self._unlisted = {}, []
        bold = QFont(self._tree.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for facet in self._facets:
            section = QTreeWidgetItem([facet.title, ""])
            section.setFont(0, bold)
            section.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            section.setData(0, _PART, facet.part)
            section.addChildren([self._make_item(facet, choice) for choice in facet.choices[:_LISTED_AT_ONCE]])
            if len(facet.choices) > _LISTED_AT_ONCE:
                self._unlisted.append((facet, _LISTED_AT_ONCE))
                self._more.start()
            self._tree.addTopLevelItem(section)
            section.setExpanded(facet.part not in closed)
            self._sections[facet.part] = section
        self._is_showing = False
        self._tree.verticalScrollBar().setValue(scroll)
        self._show_filter()

    def _list_more(self) -> None:
        """List some more of a long facet, so that no frame waits for all of it."""
        if not self._unlisted:
            self._more.stop()
            return
        facet, done = self._unlisted.pop()
        part = facet.choices[done : done + _LISTED_AT_ONCE // 2]
        self._is_showing = True
        items = [self._make_item(facet, choice) for choice in part]
        self._sections[facet.part].addChildren(items)
        self._check(items, getattr(self._filters.value, facet.part))
        self._is_showing = False
        if done + len(part) < len(facet.choices):
            self._unlisted.append((facet, done + len(part)))

    def _make_item(self, facet: Facet, choice: Choice) -> QTreeWidgetItem:
        item = QTreeWidgetItem(["  " * choice.depth + choice.text, f"{choice.count:,}"])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(0, _VALUE, choice.value)
        item.setData(0, _PART, facet.part)
        item.setCheckState(0, Qt.CheckState.Checked)
        is_article = facet.part == "articles"
        item.setToolTip(0, f"{choice.text}\n{choice.value}" if is_article else choice.text)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, self._theme.color("text_muted"))
        if choice.stance is not None:
            item.setIcon(0, stance_icon(self._theme, choice.stance))
        elif choice.kind is not None:
            item.setIcon(0, kind_icon(self._theme, choice.kind))
        return item

    def _on_theme_changed(self) -> None:
        self._is_stale = bool(self._facets)
        self._fill_if_seen()

    def _show_filter(self) -> None:
        value = self._filters.value
        self._is_showing = True
        for part, section in self._sections.items():
            self._check(_children(section), getattr(value, part))
        self._is_showing = False
        if value.period is None:
            for field in (self._from, self._to):
                if not field.hasFocus() or not field.property("invalid"):
                    field.clear()

    def _check(self, items: list[QTreeWidgetItem], kept: frozenset[object] | None) -> None:
        for item in items:
            is_on = kept is None or item.data(0, _VALUE) in kept
            state = Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
            if item.checkState(0) != state:
                item.setCheckState(0, state)

    # ---- what is asked

    def _on_item_changed(self, item: QTreeWidgetItem) -> None:
        section = item.parent()
        if not self._is_showing and section is not None:
            self._apply(section)

    def _apply(self, section: QTreeWidgetItem) -> None:
        part = section.data(0, _PART)
        facet = next(facet for facet in self._facets if facet.part == part)
        every = {choice.value for choice in facet.choices}
        before = getattr(self._filters.value, part)
        # What is not listed yet stays as it is.
        kept = set(every if before is None else before)
        for item in _children(section):
            if item.checkState(0) == Qt.CheckState.Checked:
                kept.add(item.data(0, _VALUE))
            else:
                kept.discard(item.data(0, _VALUE))
        self._set_part(part, None if kept >= every else frozenset(kept))

    def _set_part(self, part: str, kept: frozenset[object] | tuple[int, int] | None) -> None:
        changes: dict[str, object] = {part: kept}
        self._filters.set(replace(self._filters.value, **changes))  # type: ignore[arg-type]  # the facet's own part

    def _show_only(self, item: QTreeWidgetItem) -> None:
        self._set_part(item.data(0, _PART), frozenset({item.data(0, _VALUE)}))

    def _on_menu(self, at: QPoint) -> None:
        item = self._tree.itemAt(at)
        if item is None:
            return
        menu = QMenu(self)
        part = item.data(0, _PART)
        if item.parent() is not None:
            menu.addAction(say("Only this"), lambda: self._show_only(item))
        menu.addAction(say("Show all of these"), lambda: self._set_part(part, None))
        menu.popup(self._tree.viewport().mapToGlobal(at))

    def _on_period(self) -> None:
        bounds: list[tuple[int, int] | None] = []
        for field in (self._from, self._to):
            text = field.text().strip()
            period = parse_period(text) if text else None
            mark_invalid(field, bool(text) and period is None)
            if text and period is None:
                return
            bounds.append(period)
        first, last = bounds
        if first is None and last is None:
            self._set_part("period", None)
            return
        begin = first[0] if first else -(1 << 62)
        end = last[1] if last else 1 << 62
        if begin < end:
            self._set_part("period", (begin, end))


def _children(section: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (section.child(number) for number in range(section.childCount()))
    return [item for item in found if item is not None]


def stance_icon(theme: Theme, stance: int) -> QIcon:
    """A filled square with the stance's sign."""
    token = STANCE_TOKEN[stance]

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(theme.color("outline"), 1))
        painter.setBrush(theme.color(token))
        painter.drawRoundedRect(QRectF(0.5, 0.5, 15, 15), 3, 3)
        font = QFont(painter.font())
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.color(f"on_{token}"))
        painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, STANCE_SIGN[stance])

    return _drawn_icon(paint)


def kind_icon(theme: Theme, kind: int) -> QIcon:
    """The shape that a kind of mark has on the timeline: event, statement, stance."""

    def paint(painter: QPainter) -> None:
        diamond = QPolygonF([QPointF(8, 2), QPointF(14, 8), QPointF(8, 14), QPointF(2, 8)])
        painter.setPen(QPen(theme.color("text_muted"), 1.5))
        if kind == 0:
            painter.setBrush(theme.color("event"))
            painter.drawPolygon(diamond)
        elif kind == 1:
            painter.setBrush(theme.color("statement"))
            painter.drawEllipse(QRectF(3, 3, 10, 10))
        else:
            painter.setBrush(theme.color("statement"))
            painter.drawLine(QPointF(8, 1), QPointF(8, 15))
            painter.drawRoundedRect(QRectF(3.5, 3.5, 9, 9), 2, 2)

    return _drawn_icon(paint)


def _drawn_icon(paint: object) -> QIcon:
    icon = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(16 * scale, 16 * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(scale)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)  # type: ignore[operator]
        painter.end()
        icon.addPixmap(pixmap)
    return icon
