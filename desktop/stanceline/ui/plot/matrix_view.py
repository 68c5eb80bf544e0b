"""The frozen block beside the plot: names of the actors and their stance cells, row by row."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from stanceline.model.marks import Cells, Row
from stanceline.render.cell_extras import strip_room
from stanceline.render.cells import (
    STRIP_BOX_PX,
    STRIP_FROM_PX,
    CellIndex,
    CellScene,
    inapplicable_pairs,
    index_cells,
    place_cells,
)
from stanceline.render.header import fitting_width, header_height
from stanceline.render.row_signs import FOLD_PX, PIN_PX, names_left, paint_row_signs, shown_names
from stanceline.render.strips import StripIndex, place_strips
from stanceline.ui.plot.matrix_keys import NAME, MatrixKeys
from stanceline.ui.plot.matrix_margins import MatrixMargins
from stanceline.ui.plot.matrix_model import Cell, MatrixModel
from stanceline.ui.plot.plot_state import PlotState

NAMES_WIDTH = 204
NAMES_MIN, NAMES_MAX = 110, 360
CELL_WIDTH = 34
COLUMN_MIN, COLUMN_MAX = 26, 320
WIDE_CELL = 64
_MAX_SHARE = 0.4
_GRIP_PX = 4


class StanceMatrix(QWidget):
    """Rows stand exactly beside their lanes; columns that find no room scroll sideways."""

    cell_selected = Signal(str, str)
    cell_activated = Signal(str, str)
    cell_toggled = Signal(str, str)
    cells_ranged = Signal(str, str, str, str)
    """Keys of actor and column of the two corners of a rectangle of cells."""
    fold_requested = Signal(str, bool)
    """Key of a row that others stand under, and whether they are to be folded away."""
    width_changed = Signal(int)
    """The width of a column was set by hand, in px; 0 where the program chooses it."""
    cell_hovered = Signal(str, str)
    """Keys of the actor and of the column under the pointer; the second is empty over names, both outside."""
    row_clicked = Signal(str)
    rows_scrolled = Signal(float)
    columns_changed = Signal()
    menu_requested = Signal(str, QPoint)
    title_activated = Signal(str)
    title_menu_requested = Signal(str, QPoint)
    """A column's key, empty beside the titles."""

    def __init__(self, state: PlotState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stanceMatrix")
        self.setAccessibleName(self.tr("Stance matrix"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._state = state
        self.model = MatrixModel(self)
        self.header_px = 88.0
        self.names_width = NAMES_WIDTH
        self.first_column = 0
        self.current: Cell | None = None
        self.hovered: Cell | None = None
        self._band: tuple[int | None, int | None] = (None, None)
        self._told_hover = ("", "")
        self._lit: frozenset[Cell] = frozenset()
        self._chosen: frozenset[Cell] = frozenset()
        self._second: tuple[Cells, CellIndex] | None = None
        self._grip: int | None = None
        self._column_px = 0
        self.wide_px = 0
        """Width of cells where the matrix has more room than it needs; 0 where it stands beside the lanes."""
        self._names: list[Row] = []
        self._names_left, self._names_right = 12.0, 0.0
        self._keyboard = MatrixKeys(self)
        self._margins = MatrixMargins(self)
        self._strip_index: StripIndex | None = None
        self._inapplicable: list[Cell] = []
        self.menu_column = ""
        self.menu_row = ""
        """While `menu_requested` is sent: the column and the row that the menu is asked for."""

    def set_state(self, state: PlotState) -> None:
        """Show the rows of another state: beside the lanes, or scrolled by themselves."""
        self._state = state
        self.update()

    def set_header_widget(self, widget: QWidget) -> None:
        """Show a small widget in the header, beside the first column's title."""
        self._margins.set_header_widget(widget)

    def set_corner_widget(self, widget: QWidget) -> None:
        """Show a small widget in the upper left corner."""
        self._margins.set_corner_widget(widget)

    def set_note(self, note: tuple[str, str]) -> None:
        """Say something in the corner: in a line, and in full when pointed at."""
        self._margins.note, self._margins.note_in_full = note
        self.update()

    def set_totals(self, shown: bool) -> None:
        """Show or hide the bars that tell how many stances rows and columns have."""
        self._margins.has_totals = shown
        self.columns_changed.emit()
        self.update()

    # ---- shape -----------------------------------------------------------------------------------

    @property
    def cell_width(self) -> int:
        """Width of a cell: as set, else wide while there are few columns, so that titles can be read."""
        if self._column_px or self.wide_px:
            return self._column_px or self.wide_px
        return WIDE_CELL if len(self._state.corpus.columns) <= 4 else CELL_WIDTH

    @property
    def cell_height(self) -> float:
        """Height of a cell: fills compact rows, stays compact in tall ones."""
        return float(min(self._state.row_height - 4, 34))

    def set_column_width(self, px: int) -> None:
        """Give all columns a width within the limits; 0 lets the program choose."""
        px = min(max(px, COLUMN_MIN), COLUMN_MAX) if px else 0
        if px != self._column_px:
            self._column_px = px
            self.columns_changed.emit()
            self.width_changed.emit(px)
            self.update()

    def fit_columns(self) -> None:
        """Make columns as wide as their titles need to be read in full."""
        titles = [title for _, title in self._state.corpus.columns]
        self.set_column_width(fitting_width(titles, COLUMN_MIN, COLUMN_MAX) if titles else 0)

    def _edge_at(self, point: QPointF) -> int | None:
        """How many columns lie before the column edge under a point of the header; 0 is the edge of the names."""
        if point.y() >= self.header_px:
            return None
        count = round((point.x() - self.names_width) / self.cell_width)
        at = self.names_width + count * self.cell_width
        return count if 0 <= count <= len(self.visible_columns) and abs(point.x() - at) <= _GRIP_PX else None

    def columns_seen(self, total_width: int) -> int:
        """How many columns fit beside the timeline."""
        room = int(total_width * _MAX_SHARE) - self.names_width - round(self._margins.right_px)
        return max(0, min(len(self._state.corpus.columns), max(room // self.cell_width, 1)))

    def wanted_width(self, total_width: int) -> int:
        """Width of the block in a window of `total_width`."""
        columns = self.columns_seen(total_width)
        beside = round(self._margins.right_px) or 8
        return self.names_width + columns * self.cell_width + (beside if columns else 0)

    @property
    def visible_columns(self) -> range:
        """Columns that are seen now."""
        count = max(0, (self.width() - self.names_width - round(self._margins.right_px)) // self.cell_width)
        last = min(len(self._state.corpus.columns), self.first_column + count)
        return range(self.first_column, last)

    @property
    def wanted_header(self) -> float:
        """Height that the column titles would like."""
        columns = self._state.corpus.columns
        return header_height([title for _, title in columns], self.cell_width) + self._margins.above_px

    def refresh(self) -> None:
        """Take over a new corpus."""
        self.model.set_corpus(self._state.corpus)
        self._strip_index = None
        self._inapplicable = inapplicable_pairs(self._state.corpus)
        self._margins.forget()
        self.set_compared(self._state.corpus.other_cells)
        self._band = (None, None)
        self._names = shown_names(self._state.corpus.rows)
        self._names_left = names_left(self._state.corpus.rows)
        self._names_right = PIN_PX if any(row.is_pinned for row in self._state.corpus.rows) else 0.0
        self.first_column = min(self.first_column, max(0, len(self._state.corpus.columns) - 1))
        if self.current is not None:
            rows, columns = len(self._state.corpus.rows), len(self._state.corpus.columns)
            if self.current[0] >= rows or self.current[1] >= columns:
                self.current = None
        count = len(self._state.corpus.rows)
        self.setAccessibleDescription(self.tr("Stances of %n actor(s)", "", count))
        self.update()

    # ---- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt gives it
        state = self._state
        palette, geometry = state.painter.palette, state.geometry
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), palette.color("surface"))
        painter.save()
        below = self.height() - state.bottom_px
        painter.setClipRect(QRectF(0, self.header_px, self.width(), below - self.header_px))
        painter.translate(0, self.header_px)
        headings = [n for n in range(geometry.first, geometry.end) if state.corpus.rows[n].is_group_heading]
        state.painter.paint_row_grounds(painter, geometry, self.width(), headings)
        room = self.names_width - self._names_right
        state.painter.paint_names(painter, self._names, geometry, room, left=self._names_left)
        paint_row_signs(painter, palette, state.corpus.rows, geometry, self.names_width)
        self._paint_cells(painter)
        painter.restore()
        if state.bottom_px:
            painter.fillRect(QRectF(0, below, self.width(), 1), palette.color("border"))
        self._margins.paint_header(painter)
        self._margins.place()
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), palette.color("border"))
        painter.end()

    def _paint_cells(self, painter: QPainter) -> None:
        state = self._state
        scene = place_cells(
            state.corpus.cells, self.model.known, state.corpus.rows, state.geometry, self.visible_columns,
            self.cell_width, self.names_width, self.cell_height, second=self._second,
            inapplicable=self._inapplicable,
        )  # fmt: skip
        state.painter.paint_cells(painter, self._with_strips(scene))
        self._margins.paint_rows(painter)
        self._paint_band(painter)
        self._paint_frames(painter)
        for cell, token, width in ((self.hovered, "text_muted", 1.5), (self.current, "accent", 2.5)):
            if cell is None or not (cell[1] == NAME or cell[1] in self.visible_columns):
                continue
            rect = self._cell_rect(*cell).adjusted(0.5, 0.5, -0.5, -0.5)
            pen = QPen(state.painter.palette.color(token), width)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 4, 4)
            if token == "accent" and self.hasFocus():
                pen.setDashPattern([2.5, 1.8])
                pen.setWidthF(2.0)
                painter.setPen(pen)
                painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), 5, 5)

    @property
    def has_strips(self) -> bool:
        """Whether cells are wide enough to show how a position went over time."""
        return self.cell_width >= STRIP_FROM_PX and self._second is None

    def _with_strips(self, scene: CellScene) -> CellScene:
        if not self.has_strips:
            return scene
        if self._strip_index is None:
            self._strip_index = StripIndex(self._state.corpus.cells.evidence)
        period = (self._state.begin_s, self._state.end_s)
        left, width = strip_room(scene.width, STRIP_BOX_PX)
        ends = [end for end in (self._state.today_s, self._state.corpus.clock.as_of) if end is not None]
        until = min(ends, default=None)
        return replace(scene, strips=place_strips(self._strip_index, scene.number, period, left, width, until=until))

    def follow(self) -> None:
        """The timeline shows another period: strips show it too."""
        if self.has_strips:
            self.update()

    def _paint_band(self, painter: QPainter) -> None:
        """A soft veil over the row and the column that the pointer is on in another view."""
        row, column = self._band
        veil = QColor(self._state.painter.palette.color("accent"))
        veil.setAlphaF(0.12)
        geometry = self._state.geometry
        if row is not None and row < geometry.n_rows:
            painter.fillRect(QRectF(0, geometry.top(row), self.width(), geometry.row_height), veil)
        if column is not None and column in self.visible_columns:
            left = self.names_width + (column - self.first_column) * self.cell_width
            painter.fillRect(QRectF(left, 0, self.cell_width, geometry.height_px), veil)

    def _paint_frames(self, painter: QPainter) -> None:
        """Frames around the cells behind what is selected, and soft ones around those of what is hovered elsewhere."""
        palette, geometry = self._state.painter.palette, self._state.geometry
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for cells, token, width in ((self._lit, "text_muted", 1.5), (self._chosen, "accent", 2.0)):
            painter.setPen(QPen(palette.color(token), width))
            for row, column in cells:
                if geometry.first <= row < geometry.end and column in self.visible_columns:
                    rect = self._cell_rect(row, column).adjusted(0.5, 0.5, -0.5, -0.5)
                    painter.drawRoundedRect(rect, 4, 4)

    def set_framed(self, *, lit: frozenset[Cell] | None = None, chosen: frozenset[Cell] | None = None) -> None:
        """Frame the cells behind what is hovered in another view, and those behind what is selected."""
        now = (self._lit if lit is None else lit, self._chosen if chosen is None else chosen)
        if now != (self._lit, self._chosen):
            self._lit, self._chosen = now
            self.update()

    def set_compared(self, cells: Cells | None) -> None:
        """Split each cell: its own look at the left, that of `cells` (of the same rows and columns) at the right."""
        self._second = None if cells is None else (cells, index_cells(cells))
        self.update()

    def _cell_rect(self, row: int, column: int) -> QRectF:
        """Place of a cell, or of a row's name, below the header."""
        top = self._state.geometry.top(row) + (self._state.row_height - self.cell_height) // 2
        if column == NAME:
            return QRectF(3, top, self.names_width - 6, self.cell_height)
        left = self.names_width + (column - self.first_column) * self.cell_width
        return QRectF(left, top, self.cell_width, self.cell_height)

    # ---- for screen readers ----------------------------------------------------------------------

    @property
    def state(self) -> PlotState:
        """What is shown at the moment."""
        return self._state

    def place_rect(self, row: int, column: int) -> QRect | None:
        """Where a cell, a title (row -1) or a name (column -1) stands in the widget; None out of sight."""
        if column >= 0 and column not in self.visible_columns:
            return None
        left = 0.0 if column < 0 else self.names_width + (column - self.first_column) * self.cell_width
        width = self.names_width if column < 0 else self.cell_width
        if row < 0:
            return QRectF(left, 0, width, self.header_px).toRect()
        top = self._state.geometry.top(row)
        if not self._state.geometry.first <= row < self._state.geometry.end:
            return None
        return QRectF(left, self.header_px + top, width, self._state.row_height).toRect()

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """Row and column under a point, -1 for titles and for names."""
        column = -1 if point.x() < self.names_width else self.first_column
        column += 0 if column < 0 else int((point.x() - self.names_width) // self.cell_width)
        if column >= 0 and column not in self.visible_columns:
            return None
        if point.y() < self.header_px:
            return -1, column
        row = self._state.row_at(point.y() - self.header_px)
        return None if row is None else (row, column)

    def go_to_cell(self, cell: tuple[int, int]) -> None:
        """Put the keyboard on a cell and select what is behind it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_current(cell)
        self.choose(cell)

    # ---- mouse and keys --------------------------------------------------------------------------

    def cell_at(self, point: QPointF) -> Cell | None:
        """(row, column) under a point of the widget."""
        row = self._state.row_at(point.y() - self.header_px) if point.y() >= self.header_px else None
        if row is None or point.x() < self.names_width or self._state.corpus.rows[row].is_group_heading:
            return None
        column = self.first_column + int((point.x() - self.names_width) // self.cell_width)
        return (row, column) if column in self.visible_columns else None

    def title_at(self, point: QPointF) -> int | None:
        """The column whose title is under a point of the widget."""
        if point.y() >= self.header_px or point.x() < self.names_width + _GRIP_PX:
            return None
        column = self.first_column + int((point.x() - self.names_width) // self.cell_width)
        return column if column in self.visible_columns else None

    def stances_of(self, cell: Cell) -> tuple[str, ...]:
        """Keys of the stance marks behind a cell; none behind a heading."""
        return () if self.model.is_heading(cell[0]) else self.model.stances_of(cell)

    def find_cell(self, row_key: str, column_key: str) -> Cell | None:
        """(row, column) of keys."""
        return self.model.find(row_key, column_key)

    def set_current(self, cell: Cell | None) -> None:
        """Put the frame on a cell without telling anyone."""
        self.current = cell
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._grip = self._edge_at(event.position())
        if self._grip is not None:
            return
        cell = self.cell_at(event.position())
        if cell is not None:
            before = self.current
            self.set_current(cell)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and before is not None and before[1] >= 0:
                self.current = before
                self.cells_ranged.emit(*self.model.keys_of(before), *self.model.keys_of(cell))
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.toggle(cell)
            else:
                self.choose(cell)
        elif event.position().y() >= self.header_px:
            row = self._state.row_at(event.position().y() - self.header_px)
            if row is not None:
                self._click_name(row, event.position().x())

    def _click_name(self, row: int, x: float) -> None:
        """The sign before a name folds and unfolds; a name stands for its row, a heading for its group."""
        shown = self._state.corpus.rows[row]
        if shown.members and (x < FOLD_PX or shown.is_group_heading):
            self.fold_requested.emit(shown.key, not shown.is_folded)
        elif x < self.names_width:
            self.set_current((row, NAME))
            self.row_clicked.emit(shown.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._drag_edge(self._grip, event.position().x())
            return
        near = self._edge_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
        self._hover(event.position())

    def _drag_edge(self, count: int, x: float) -> None:
        if count:
            self.set_column_width(round((x - self.names_width) / count))
            return
        self.names_width = min(max(round(x), NAMES_MIN), NAMES_MAX)
        self.columns_changed.emit()

    def _hover(self, point: QPointF) -> None:
        """Tell and show what lies under the pointer."""
        cell = self.cell_at(point)
        if cell != self.hovered:
            self.hovered = cell
            self.update()
        row = self._state.row_at(point.y() - self.header_px) if point.y() >= self.header_px else None
        is_actor = row is not None and not self._state.corpus.rows[row].is_group_heading
        keys = self.model.keys_of(cell) if cell is not None else ("", "")
        self._tell_hover(keys if cell is not None or row is None or not is_actor else (self._key(row), ""))

    def _key(self, row: int) -> str:
        return self._state.corpus.rows[row].key

    def _tell_hover(self, keys: tuple[str, str]) -> None:
        if keys != self._told_hover:
            self._told_hover = keys
            self.cell_hovered.emit(*keys)

    def set_hovered(self, row: int | None, column: int | None) -> None:
        """Light up a row, a column or, with both, their cell, since the pointer is on them in another view."""
        if (row, column) != self._band:
            self._band = (row, column)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt gives it
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell, title = self.cell_at(event.position()), self.title_at(event.position())
        if self._edge_at(event.position()):
            self.fit_columns()
        elif cell is not None:
            self.cell_activated.emit(*self.model.keys_of(cell))
        elif title is not None:
            self.title_activated.emit(self._state.corpus.columns[title][0])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt gives it
        self.hovered = None
        self._tell_hover(("", ""))
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard and self.current is not None
        cell = self.current if is_by_key else self.place_at(QPointF(event.pos()))
        if not is_by_key and event.pos().y() < self.header_px:
            title = self.title_at(QPointF(event.pos()))
            key = "" if title is None else self._state.corpus.columns[title][0]
            self.title_menu_requested.emit(key, event.globalPos())
            return
        at = event.globalPos()
        if is_by_key and cell is not None:
            at = self.mapToGlobal(self._cell_rect(*cell).translated(0, self.header_px).center().toPoint())
        is_cell = cell is not None and cell[1] != NAME
        stances = self.stances_of(cell) if cell is not None and is_cell else ()
        self.menu_row = "" if cell is None else self._key(cell[0])
        self.menu_column = "" if cell is None or not is_cell else self.model.keys_of(cell)[1]
        self.menu_requested.emit(stances[0] if stances else "", at)
        self.menu_row = self.menu_column = ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        delta = event.pixelDelta().y() or event.angleDelta().y() / 120 * 48
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.scroll_columns(-1 if delta > 0 else 1)
        elif delta:
            self.rows_scrolled.emit(-delta)

    def scroll_columns(self, step: int) -> None:
        """Show other columns."""
        last = max(0, len(self._state.corpus.columns) - len(self.visible_columns))
        self.first_column = min(max(self.first_column + step, 0), last)
        self.columns_changed.emit()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            text = self.tip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def tip(self, point: QPointF) -> str:
        """What a cell, a title or a name says in full."""
        if point.y() < self.header_px:
            if self._margins.is_on_note(point.x(), point.y()):
                return self._margins.note_in_full
            title = self.title_at(point)
            return "" if title is None else self._state.corpus.columns[title][1]
        cell = self.cell_at(point)
        if cell is None:
            row = self._state.row_at(point.y() - self.header_px)
            if row is None:
                return ""
            total = self._margins.says(point.x(), row)
            return f"{self.model.row_title(row)}: {total}" if total else self.model.row_title(row)
        return self.model.tip(cell)

    def describe(self, cell: tuple[int, int]) -> str:
        """A cell as a sentence."""
        return self.model.describe(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(event):
            super().keyPressEvent(event)

    def reveal(self, cell: Cell) -> None:
        """Scroll as little as possible until a cell is seen."""
        row, column = cell
        if column >= 0 and column not in self.visible_columns:
            seen = max(len(self.visible_columns), 1)
            self.scroll_columns((column if column < self.first_column else column - seen + 1) - self.first_column)
        top = self._state.geometry.top(row)
        if top < 0:
            self.rows_scrolled.emit(top)
        elif top + self._state.row_height > self._state.height:
            self.rows_scrolled.emit(top + self._state.row_height - self._state.height)

    def choose(self, cell: Cell) -> None:
        """Select what is behind a cell, or on a name what is in the row."""
        if cell[1] >= 0:
            self.cell_selected.emit(*self.model.keys_of(cell))
        else:
            self.row_clicked.emit(self._key(cell[0]))

    def toggle(self, cell: Cell) -> None:
        """Add what is behind a cell to the selection, or take it out."""
        if cell[1] >= 0:
            self.cell_toggled.emit(*self.model.keys_of(cell))

    def focusInEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt gives it
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt gives it
        self.update()
