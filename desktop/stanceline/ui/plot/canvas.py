"""The plot: a pyqtgraph view box with two painted layers, and all mouse handling of the timeline."""

from enum import Enum

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QGraphicsItem, QPinchGesture, QStyleOptionGraphicsItem, QWidget

from stanceline.model.marks import Trait
from stanceline.render.fonts import font
from stanceline.ui.accessible import announce
from stanceline.ui.plot.axis_item import TimeAxis
from stanceline.ui.plot.limits import edge_words, limit_words
from stanceline.ui.plot.lit_marks import Numbers, paint_lit
from stanceline.ui.plot.plot_state import PlotState

ZOOM_PER_NOTCH = 1.2
_NOTCH = 120.0
_DRAG_FROM_PX = 4.0
_REFUSAL_MS = 1800
_MOST_GUIDES = 8
_WHEEL_ROW_PX = 48.0
# Constant and larger than any screen: a bounding rectangle that follows the view has crashed painting.
_EVERYWHERE = QRectF(0, 0, 100_000, 100_000)


class _Layer(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    """Paints in pixels of the view box; one object for all marks."""

    def __init__(self, canvas: "TimelineCanvas", parent: QGraphicsItem) -> None:
        super().__init__()
        self._canvas = canvas
        self.setParentItem(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)

    def boundingRect(self) -> QRectF:
        return _EVERYWHERE


class MarkLayer(_Layer):
    """Rows, grid, marks, labels."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002 - Qt gives it
        state = self._canvas.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setClipRect(QRectF(0, 0, state.width, state.height))
        state.painter.paint_ground(painter, state.scene)
        state.painter.paint_marks(painter, state.scene)


class OverlayLayer(_Layer):
    """What belongs to the moment: hover, selection, focus, rubber band."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002 - Qt gives it
        canvas, state = self._canvas, self._canvas.state
        palette = state.painter.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setClipRect(QRectF(0, 0, state.width, state.height))
        if len(canvas.lit):
            paint_lit(painter, state, canvas.lit, is_dimming=canvas.is_dimming)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        seen: set[tuple[float, float]] = set()
        painter.setPen(QPen(palette.color("accent"), 3))
        for number in sorted(state.chosen)[:2000]:
            rect = state.rect_of(number)
            if rect is not None and (rect.x(), rect.y()) not in seen:
                seen.add((rect.x(), rect.y()))
                painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), 6, 6)
        if canvas.hovered is not None:
            rect = state.rect_of(canvas.hovered)
            if rect is not None:
                painter.setPen(QPen(palette.color("text_muted"), 1.4))
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 6, 6)
        # One mark that is selected and focused has one ring, not two.
        if state.focused is not None and canvas.shows_focus and state.chosen != {state.focused}:
            rect = state.rect_of(state.focused)
            if rect is not None:
                pen = QPen(palette.color("focus"), 2)
                pen.setDashPattern([2.5, 1.8])
                painter.setPen(pen)
                painter.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), 8, 8)
        self._paint_guides(painter)
        if canvas.band is not None:
            fill = QColor(palette.color("accent"))
            fill.setAlphaF(0.14)
            painter.fillRect(canvas.band, fill)
            painter.setPen(QPen(palette.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(canvas.band)
        if canvas.refusal:
            self._paint_refusal(painter, canvas.refusal)

    def _paint_guides(self, painter: QPainter) -> None:
        """Lead the pole of a milestone that is pointed at, focused or selected through all rows."""
        canvas, state = self._canvas, self._canvas.state
        told = {*sorted(state.chosen)[:_MOST_GUIDES], canvas.hovered, state.focused if canvas.shows_focus else None}
        line = QColor(state.painter.palette.color("text_muted"))
        line.setAlphaF(0.45)
        for number in sorted(number for number in told if number is not None):
            if state.corpus.marks.traits[number] & Trait.MILESTONE:
                x = round(state.x_of(float(state.index.anchor[state.index.place[number]])))
                painter.fillRect(QRectF(x - 0.5, 0, 1, state.height), line)

    def _paint_refusal(self, painter: QPainter, text: str) -> None:
        """Say in the plot, for a moment, why it does not move on."""
        state = self._canvas.state
        palette, width = state.painter.palette, state.painter.measure(text) + 28
        box = QRectF((state.width - width) / 2, state.height - 40.0, width, 26)
        painter.setPen(QPen(palette.color("outline"), 1))
        painter.setBrush(palette.color("surface_raised"))
        painter.drawRoundedRect(box, 13, 13)
        painter.setPen(palette.color("text"))
        painter.setFont(font(12.5))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class _Drag(Enum):
    NONE = 0
    PRESSED = 1
    PAN = 2
    BAND = 3


class TimelineCanvas(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """Shows a `PlotState`; asks its owner to change it through signals and the state's own methods."""

    range_moved = Signal()
    rows_scrolled = Signal(float)
    rows_stretched = Signal(float)
    """Notches of the wheel by which rows are to become higher."""
    clicked = Signal(list, object)
    double_clicked = Signal(list, float)
    band_selected = Signal(QRectF, object)
    period_brushed = Signal(float, float)
    menu_requested = Signal(list, QPoint)
    tip_requested = Signal(list, QPoint)
    hover_changed = Signal(object)
    resized = Signal()
    _is_ready = False

    def __init__(self, state: PlotState, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.state = state
        self.hovered: int | None = None
        self.band: QRectF | None = None
        self.lit: Numbers = np.empty(0, np.int64)
        self.is_dimming = False
        self.shows_focus = False
        self.wheel_zooms = False
        self.painted = False
        self._drag = _Drag.NONE
        self._from = self._last = QPointF()
        self._on_axis = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.box = pg.ViewBox(parent=self.centralWidget, enableMenu=False, enableMouse=False, invertY=True)
        self.box.disableAutoRange()
        self.axis, self.axis_below = TimeAxis(state), TimeAxis(state, below=True)
        for axis in (self.axis, self.axis_below):
            axis.setParentItem(self.centralWidget)
            axis.linkToView(self.box)
        self.refusal = ""
        self._refusing = QTimer(self, singleShot=True, interval=_REFUSAL_MS)
        self._refusing.timeout.connect(self._on_refusal_over)
        self.marks = MarkLayer(self, self.box)
        self.overlay = OverlayLayer(self, self.box)
        self._is_ready = True

    # ---- size and range --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_ready:
            # pyqtgraph calls this from its own constructor.
            return
        self.place_axes()

    def place_axes(self) -> None:
        """Share the height out between the axes and the plot."""
        width, height = float(self.viewport().width()), float(self.viewport().height())
        top, bottom = self.state.top_px, self.state.bottom_px
        plot = max(height - top - bottom, 1.0)
        self.axis.setGeometry(QRectF(0, 0, width, top))
        self.axis_below.setGeometry(QRectF(0, top + plot, width, bottom))
        self.axis_below.setVisible(bottom > 0)
        self.box.setGeometry(QRectF(0, top, width, plot))
        self.state.width, self.state.height = max(width, 1.0), plot
        self.state.scroll_px = min(self.state.scroll_px, self.state.max_scroll_px)
        self.state.invalidate()
        self.follow()
        self.resized.emit()

    def follow(self) -> None:
        """Bring the view box (and what is linked to it) to the state's range, and repaint."""
        state = self.state
        top = state.scroll_px / state.row_height
        self.box.setRange(
            xRange=(state.begin_s, state.end_s),
            yRange=(top, top + state.height / state.row_height),
            padding=0,
            disableAutoRange=False,
        )
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True

    def _changed(self, moved: bool, refusal: str = "") -> None:
        if moved:
            self.range_moved.emit()
        elif refusal:
            self.refuse(refusal)

    def refuse(self, text: str) -> None:
        """Say for a moment why the range does not move on."""
        self.refusal = text
        self._refusing.start()
        self.viewport().update()
        announce(self, text)

    def _on_refusal_over(self) -> None:
        self.refusal = ""
        self.viewport().update()

    # ---- mouse -----------------------------------------------------------------------------------

    def _plot_point(self, position: QPointF) -> QPointF:
        return QPointF(position.x(), position.y() - self.state.top_px)

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels, angle = event.pixelDelta(), event.angleDelta()
        modifiers = event.modifiers()
        notches = angle.y() / _NOTCH if angle.y() else pixels.y() / _WHEEL_ROW_PX
        sideways = angle.x() / _NOTCH if angle.x() else pixels.x() / _WHEEL_ROW_PX
        event.accept()
        is_zoom = bool(modifiers & Qt.KeyboardModifier.ControlModifier) != self.wheel_zooms
        shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if modifiers & shift and modifiers & ctrl:
            self.rows_stretched.emit(notches or sideways)
            return
        if modifiers & shift:
            self._changed(self.state.pan_px((notches or sideways) * _WHEEL_ROW_PX), edge_words())
            return
        if sideways and abs(sideways) > abs(notches):
            self._changed(self.state.pan_px(pixels.x() or sideways * _WHEEL_ROW_PX), edge_words())
        elif is_zoom and notches:
            self._changed(self.state.zoom(ZOOM_PER_NOTCH**-notches, event.position().x()), limit_words(notches > 0))
        elif notches:
            self.rows_scrolled.emit(-(pixels.y() or notches * _WHEEL_ROW_PX))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._changed(self.state.zoom(1.0 / max(0.1, 1.0 + event.value()), event.position().x()))
                return True
        elif isinstance(event, QGestureEvent):
            return self._pinch(event)
        elif isinstance(event, QHelpEvent):
            point = self._plot_point(QPointF(event.pos()))
            self.tip_requested.emit(self.state.hit(point.x(), point.y()) if point.y() >= 0 else [], event.globalPos())
            return True
        return bool(super().viewportEvent(event))

    def _pinch(self, event: QGestureEvent) -> bool:
        """Two fingers on a touch screen; trackpads send gestures of the system instead."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        event.accept(pinch)
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged and pinch.scaleFactor() > 0:
            at = self.viewport().mapFromGlobal(pinch.hotSpot())
            self._changed(self.state.zoom(1.0 / pinch.scaleFactor(), at.x()))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._from = self._last = event.position()
        self._on_axis = not self.state.top_px <= event.position().y() < self.state.top_px + self.state.height
        self._drag = _Drag.PRESSED

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        position = event.position()
        if self._drag == _Drag.NONE:
            self._hover(position)
            return
        if self._drag == _Drag.PRESSED:
            moved = position - self._from
            if max(abs(moved.x()), abs(moved.y())) < _DRAG_FROM_PX:
                return
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drag = _Drag.BAND if with_shift else _Drag.PAN
            if self._drag == _Drag.PAN:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._drag == _Drag.PAN:
            step = position - self._last
            self._last = position
            if step.y():
                self.rows_scrolled.emit(-step.y())
            self._changed(self.state.pan_px(step.x()))
        else:
            self._stretch_band(position)

    def _stretch_band(self, position: QPointF) -> None:
        a, b = self._plot_point(self._from), self._plot_point(position)
        rect = QRectF(a, b).normalized()
        if self._on_axis:
            rect = QRectF(rect.x(), 0, rect.width(), self.state.height)
        self.band = rect
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        drag, band = self._drag, self.band
        self._drag, self.band = _Drag.NONE, None
        self.viewport().unsetCursor()
        if drag == _Drag.PRESSED and not self._on_axis and event.button() == Qt.MouseButton.LeftButton:
            point = self._plot_point(event.position())
            self.clicked.emit(self.state.hit(point.x(), point.y()), event.modifiers())
        elif drag == _Drag.BAND and band is not None:
            if self._on_axis:
                self.period_brushed.emit(self.state.second_at(band.left()), self.state.second_at(band.right()))
            else:
                self.band_selected.emit(band, event.modifiers())
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._drag = _Drag.NONE
        if event.button() == Qt.MouseButton.LeftButton:
            point = self._plot_point(event.position())
            hits = self.state.hit(point.x(), point.y()) if point.y() >= 0 else []
            self.double_clicked.emit(hits, point.x())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        point = self._plot_point(QPointF(event.pos()))
        self.menu_requested.emit(self.state.hit(point.x(), point.y()), event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 - Qt gives it
        self.set_hovered(None)

    def cancel_drag(self) -> bool:
        """Drop a rubber band that is being drawn; False where there is none."""
        had = self.band is not None
        self._drag, self.band = _Drag.NONE, None
        if had:
            self.viewport().update()
        return had

    def _hover(self, position: QPointF) -> None:
        point = self._plot_point(position)
        hits = self.state.hit(point.x(), point.y()) if point.y() >= 0 else []
        self.set_hovered(hits[0] if hits else None)

    def set_lit(self, numbers: Numbers, *, is_dimming: bool) -> None:
        """Light marks softly that the pointer is on in another view; with `is_dimming` all others fade meanwhile."""
        if len(numbers) or len(self.lit):
            self.lit, self.is_dimming = numbers, is_dimming
            self.viewport().update()

    def set_hovered(self, number: int | None) -> None:
        """Ring a mark softly."""
        if number == self.hovered:
            return
        self.hovered = number
        self.hover_changed.emit(number)
        shape = Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.viewport().update()
