"""The overview strip: all marks of the corpus over time, with the visible range as a window to drag."""

from enum import Enum

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from stanceline.render.axis import build_axis
from stanceline.render.painter import band_token, paint_letter
from stanceline.render.scene import Band
from stanceline.ui.plot.lit_marks import Numbers
from stanceline.ui.plot.plot_state import PlotState

HEIGHT = 48
_COLUMN_PX = 3
_TEXT_HEIGHT = 15.0
_EDGE_PX = 6.0
_NARROWEST_PX = 10.0


class _Grip(Enum):
    NONE = 0
    BODY = 1
    LEFT = 2
    RIGHT = 3
    BRUSH = 4


class OverviewStrip(QWidget):
    """Dragging the window moves the range, dragging its edges zooms, a double click shows everything."""

    range_moved = Signal()
    fit_requested = Signal()
    menu_requested = Signal(QPoint)
    period_brushed = Signal(float, float)
    time_hovered = Signal(float, float)
    """Begin and end of the time under the pointer, in seconds; twice the same where there is none."""

    def __init__(self, state: PlotState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overviewStrip")
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Overview"))
        self.setAccessibleDescription(self.tr("All marks over time; the frame is what the timeline shows."))
        self._state = state
        self._ground: QPixmap | None = None
        self._begin_s, self._end_s = state.fit_range()
        self._grip = _Grip.NONE
        self._from = QPointF()
        self._at_press = (0.0, 0.0)
        self._brush: tuple[float, float] | None = None
        self._lit: Numbers = np.empty(0, np.int64)

    def refresh(self) -> None:
        """Draw the strip anew after the corpus, the theme or the size changed."""
        self._ground = None
        self._begin_s, self._end_s = self._state.fit_range()
        self.update()

    # ---- places ----------------------------------------------------------------------------------

    def _x_of(self, seconds: float) -> float:
        return (seconds - self._begin_s) / (self._end_s - self._begin_s) * self.width()

    def _second_at(self, x: float) -> float:
        return self._begin_s + x / max(self.width(), 1) * (self._end_s - self._begin_s)

    def window_rect(self) -> QRectF:
        """The frame that stands for the visible range; never too narrow to be taken hold of."""
        x0, x1 = self._x_of(self._state.begin_s), self._x_of(self._state.end_s)
        if x1 - x0 < _NARROWEST_PX:
            middle = (x0 + x1) / 2
            x0, x1 = middle - _NARROWEST_PX / 2, middle + _NARROWEST_PX / 2
        return QRectF(x0, 0.5, x1 - x0, self.height() - 1.5)

    # ---- painting --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002 - Qt gives it
        self._ground = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ground = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt gives it
        dpr = self.devicePixelRatioF()
        if self._ground is None:
            self._ground = QPixmap(round(self.width() * dpr), round(self.height() * dpr))
            self._ground.setDevicePixelRatio(dpr)
            painter = QPainter(self._ground)
            self._paint_ground(painter)
            painter.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        self._paint_window(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        palette = self._state.painter.palette
        width, height = float(self.width()), float(self.height())
        painter.fillRect(QRectF(0, 0, width, height), palette.color("surface_alt"))
        axis = build_axis(self._begin_s, self._end_s, width, self._state.painter.measure)
        ticks = axis.upper if sum(bool(tick.text) for tick in axis.upper) >= 5 else axis.lower
        for tick in ticks:
            painter.fillRect(QRectF(round(tick.x), 0, 1, height), palette.color("grid_strong"))
        texts = [(tick.text_x, height - 8.5, tick.text, "text_muted") for tick in ticks]
        self._paint_histogram(painter, height - _TEXT_HEIGHT - 4)
        self._state.painter.paint_texts(painter, texts, 12.5)
        painter.fillRect(QRectF(0, height - 1, width, 1), palette.color("border"))

    def _paint_histogram(self, painter: QPainter, tall: float) -> None:
        index, palette = self._state.index, self._state.painter.palette
        if not len(index):
            return
        n_columns = self.width() // _COLUMN_PX + 1
        column_s = (self._end_s - self._begin_s) / max(self.width(), 1) * _COLUMN_PX
        place = ((index.anchor - self._begin_s) / column_s).astype(np.int64)
        inside = (place >= 0) & (place < n_columns)
        flat = index.sides()[inside].astype(np.int64) * n_columns + place[inside]
        counts = np.bincount(flat, minlength=3 * n_columns).reshape(3, n_columns).astype(np.float64)
        total = counts.sum(axis=0)
        # Nearly the tallest column fills the strip: one peak does not flatten the rest.
        most = max(float(np.percentile(total[total > 0], 98)), 1.0) if total.any() else 1.0
        heights = np.minimum(np.sqrt(total / most), 1.0) * tall
        shares = counts / np.maximum(total, 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        for column in np.flatnonzero(total).tolist():
            y = tall + 3.0
            full = max(float(heights[column]), 2.0)
            for number, token in ((0, "oppose"), (1, "statement"), (2, "support")):
                part = full * float(shares[number, column])
                painter.fillRect(QRectF(column * _COLUMN_PX, y - part, _COLUMN_PX - 1, part), palette.color(token))
                y -= part

    def _paint_window(self, painter: QPainter) -> None:
        palette = self._state.painter.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self.window_rect()
        left, right = max(whole.left(), 0.0), min(whole.right(), float(self.width()))
        frame = QRectF(min(left, self.width() - 4.0), whole.top(), max(right - left, 4.0), whole.height())
        veil = QColor(palette.color("surface_alt"))
        veil.setAlphaF(0.62)
        # The dates below stay readable at full contrast.
        tall = self.height() - _TEXT_HEIGHT - 1
        painter.fillRect(QRectF(0, 0, max(frame.left(), 0), tall), veil)
        painter.fillRect(QRectF(frame.right(), 0, max(self.width() - frame.right(), 0), tall), veil)
        painter.setPen(QPen(palette.color("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color("accent"))
        for x in (max(frame.left(), 3.0), min(frame.right(), self.width() - 3.0)):
            painter.drawRoundedRect(QRectF(x - 2.5, frame.center().y() - 8, 5, 16), 2.5, 2.5)
        if self._state.today_s is not None and self._begin_s <= self._state.today_s <= self._end_s:
            x = round(self._x_of(self._state.today_s)) + 0.5
            painter.setPen(QPen(palette.color("today"), 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        self._paint_compared(painter)
        as_of = self._state.corpus.clock.as_of
        if as_of is not None:
            x = min(max(round(self._x_of(as_of)) + 0.5, 1.0), self.width() - 1.0)
            painter.setPen(QPen(palette.color("accent"), 2))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        if len(self._lit):
            self._paint_lit(painter)
        if self._brush is not None:
            fill = QColor(palette.color("accent"))
            fill.setAlphaF(0.2)
            x0, x1 = sorted(self._brush)
            painter.fillRect(QRectF(x0, 0, x1 - x0, self.height()), fill)

    def _paint_lit(self, painter: QPainter) -> None:
        """Short lines where marks stand that the pointer is on in another view."""
        index = self._state.index
        share = (index.anchor[index.place[self._lit]] - self._begin_s) / (self._end_s - self._begin_s)
        column = np.floor(share * self.width()).astype(np.int64)
        seen = np.bincount(column[(column >= 0) & (column < self.width())])
        color = self._state.painter.palette.color("accent")
        for x in np.flatnonzero(seen).tolist():
            painter.fillRect(QRectF(x - 0.5, 2, 2, self.height() - _TEXT_HEIGHT - 4), color)

    def set_lit(self, numbers: Numbers) -> None:
        """Light marks that the pointer is on in another view."""
        if len(numbers) or len(self._lit):
            self._lit = numbers
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt gives it
        self.time_hovered.emit(0.0, 0.0)

    def _paint_compared(self, painter: QPainter) -> None:
        """The two periods of a comparison, each a bar with its letter at the upper edge."""
        comparison, palette = self._state.corpus.comparison, self._state.painter.palette
        for letter, side in (("A", comparison.a), ("B", comparison.b)) if comparison is not None else ():
            if side.period is None:
                continue
            x0, x1 = self._x_of(side.period[0]), max(self._x_of(side.period[1]), self._x_of(side.period[0]) + 4)
            band = Band(x0, x1, letter)
            painter.fillRect(QRectF(x0, 0, x1 - x0, 4), palette.color(band_token(band)))
            left = x0 - 15 if letter == "A" else x1 + 1
            paint_letter(painter, palette, band, QRectF(left, 0, 14, 14))

    # ---- mouse -----------------------------------------------------------------------------------

    def _grip_at(self, x: float) -> _Grip:
        frame = self.window_rect()
        if abs(x - frame.left()) <= _EDGE_PX and x < frame.center().x():
            return _Grip.LEFT
        if abs(x - frame.right()) <= _EDGE_PX:
            return _Grip.RIGHT
        return _Grip.BODY

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._from = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._grip = _Grip.BRUSH
            self._brush = (x, x)
            return
        self._grip = self._grip_at(x)
        frame = self.window_rect()
        if self._grip == _Grip.BODY and not frame.left() <= x <= frame.right():
            # A press beside the window brings its middle there and takes hold of it.
            half = self._state.span_s / 2
            self._move_to(self._second_at(x) - half, self._second_at(x) + half)
        self._at_press = (self._state.begin_s, self._state.end_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._grip == _Grip.NONE:
            self.time_hovered.emit(self._second_at(x - _COLUMN_PX), self._second_at(x + _COLUMN_PX))
            edge = self._grip_at(x) != _Grip.BODY
            self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.OpenHandCursor)
            return
        if self._grip == _Grip.BRUSH:
            self._brush = (self._from.x(), x)
            self.update()
            return
        shift = (x - self._from.x()) / max(self.width(), 1) * (self._end_s - self._begin_s)
        begin, end = self._at_press
        if self._grip == _Grip.BODY:
            self._move_to(begin + shift, end + shift)
        elif self._grip == _Grip.LEFT:
            self._move_to(min(begin + shift, end - 3600), end)
        else:
            self._move_to(begin, max(end + shift, begin + 3600))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt gives it
        brush, self._brush = self._brush, None
        self._grip = _Grip.NONE
        if brush is not None and abs(brush[1] - brush[0]) >= 2:
            x0, x1 = sorted(brush)
            self.period_brushed.emit(self._second_at(x0), self._second_at(x1))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt gives it
        self._grip = _Grip.NONE
        self.fit_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self.menu_requested.emit(event.globalPos())

    def _move_to(self, begin_s: float, end_s: float) -> None:
        if self._state.set_range(begin_s, end_s):
            self.range_moved.emit()
