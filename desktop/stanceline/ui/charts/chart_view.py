"""Shows one chart: a pyqtgraph view box for the range, one painted layer for the rest, the pointer and the keys."""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QToolTip, QWidget

from stanceline.render.chart_painter import ChartPainter
from stanceline.render.chart_scene import NO_CHART, PANEL_LEAST_PX, ChartScene, Frame
from stanceline.render.painter import AXIS_HEIGHT
from stanceline.render.palette import Palette
from stanceline.temporal.timex import DAY_S
from stanceline.ui.words import say

ZOOM_PER_NOTCH = 1.2
_NARROWEST_S, _WIDEST_S = DAY_S / 4, 4000 * 365.2425 * DAY_S
_NEAR_PX = 7.0
_LEGEND_LEFT_PX, _LEGEND_LINE_PX = 12.0, 22.0
_DRAG_FROM_PX = 4.0
# Constant and larger than any screen: a bounding rectangle that follows the view has crashed painting.
_EVERYWHERE = QRectF(0, 0, 100_000, 100_000)

Maker = Callable[[Frame], ChartScene]
Reader = Callable[[ChartScene, int, float], str]


class _ChartLayer(pg.GraphicsObject):  # type: ignore[misc] # pyqtgraph has no types
    def __init__(self, view: "ChartView", parent: QGraphicsItem) -> None:
        super().__init__()
        self._view = view
        self.setParentItem(parent)

    def boundingRect(self) -> QRectF:
        return _EVERYWHERE

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002 - Qt gives it
        self._view.paint_chart(painter)


class ChartView(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph has no types
    """Asks `show_chart`'s maker for a scene whenever range or size change."""

    vote_chosen = Signal(str)
    range_changed = Signal(float, float)
    _is_ready = False

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setObjectName("chartView")
        self.setAccessibleName(say("Chart"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(pg.GraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(480, 220)
        self.painter = ChartPainter(palette)
        self._scene = NO_CHART
        self._make: Maker | None = None
        self._read: Reader | None = None
        self._least_panels = 1
        self._cursor_x: float | None = None
        self._from: QPointF | None = None
        self._is_panning = False
        self.box = pg.ViewBox(parent=self.centralWidget, enableMenu=False, enableMouse=False)
        self.box.disableAutoRange()
        self.box.sigXRangeChanged.connect(lambda *_: self._renew())
        self.layer = _ChartLayer(self, self.centralWidget)
        self._is_ready = True

    # ---- what is shown

    def show_chart(self, make: Maker, read: Reader, panels: int) -> None:
        """Show another chart of `panels` strips; `read` puts what stands at a time into words."""
        self._make, self._read, self._least_panels = make, read, panels
        self._cursor_x = None
        self._renew()

    def set_palette(self, palette: Palette) -> None:
        """Use other colors."""
        self.painter = ChartPainter(palette, self.painter.names_width)
        self._renew()

    def visible_range(self) -> tuple[float, float]:
        """The range in seconds."""
        begin, end = self.box.viewRange()[0]
        return float(begin), float(end)

    def set_range(self, begin_s: float, end_s: float) -> None:
        """Show a range, within the limits of length."""
        length = min(max(end_s - begin_s, _NARROWEST_S), _WIDEST_S)
        middle = (begin_s + end_s) / 2
        self.box.setXRange(middle - length / 2, middle + length / 2, padding=0)

    def plot_width(self) -> float:
        """Width of the plots in px."""
        return max(float(self.viewport().width()) - self.painter.left, 1.0)

    def wanted_height(self) -> int:
        """Height below which the strips would become too low to read."""
        return round(AXIS_HEIGHT + self._least_panels * PANEL_LEAST_PX + self._legend_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # pyqtgraph calls this from its own constructor, too.
        if self._is_ready:
            height = max(float(self.viewport().height()) - AXIS_HEIGHT, 1.0)
            self.box.setGeometry(QRectF(self.painter.left, AXIS_HEIGHT, self.plot_width(), height))
            self._renew()

    def _renew(self) -> None:
        if self._make is None or not self._is_ready:
            return
        begin, end = self.visible_range()
        room = float(self.viewport().height()) - AXIS_HEIGHT - 1
        for _ in range(2):
            # What the legend needs is known when a first scene tells what is in it.
            legend = self._legend_px()
            frame = Frame(begin, end, self.plot_width(), max(room - legend, 40.0), self.painter.texts.measure)
            self._scene = self._make(frame)
            if self._legend_px() == legend:
                break
        self.setAccessibleDescription(self.scene_now.account)
        self.viewport().update()
        self.range_changed.emit(begin, end)

    @property
    def scene_now(self) -> ChartScene:
        """What is painted; an empty chart before the first."""
        return self._scene

    def _legend(self) -> list[list[tuple[float, str, str]]]:
        return self.painter.legend_rows(self.scene_now, float(self.viewport().width()) - 2 * _LEGEND_LEFT_PX)

    def _legend_px(self) -> float:
        rows = len(self._legend())
        return rows * _LEGEND_LINE_PX + 8 if rows else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.painter.palette.color("surface"))
        painter.end()
        super().paintEvent(event)

    def paint_chart(self, painter: QPainter) -> None:
        """Paint the chart and, with the keyboard in it, the ring of the focus."""
        self.painter.paint(painter, self.scene_now, cursor_x=self._cursor_x)
        painter.save()
        painter.translate(_LEGEND_LEFT_PX, AXIS_HEIGHT + self.scene_now.height + 5)
        self.painter.paint_legend(painter, self._legend(), _LEGEND_LINE_PX)
        painter.restore()
        if self.hasFocus():
            painter.setPen(self.painter.palette.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.drawRect(frame)
            painter.drawRect(frame.adjusted(1, 1, -1, -1))

    # ---- pointer

    def _plot_point(self, at: QPointF) -> QPointF:
        return QPointF(at.x() - self.painter.left, at.y() - AXIS_HEIGHT)

    def vote_at(self, at: QPointF) -> str | None:
        """Key of the stance whose mark is under a point of the view."""
        point = self._plot_point(at)
        panel = self.scene_now.panel_at(point.y())
        if panel is None:
            return None
        dots = self.scene_now.panels[panel].dots
        distances = abs(dots.x - point.x()) + abs(dots.y - point.y()) / 2
        if not len(distances) or distances.min() > _NEAR_PX:
            return None
        return dots.keys[int(distances.argmin())]

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(angle.x()) > abs(angle.y()):
            self.pan(-0.1 * ((angle.y() or angle.x()) / 120.0 or (pixels.y() or pixels.x()) / 48.0))
            return
        notches = angle.y() / 120.0 or pixels.y() / 48.0
        if notches:
            self.zoom(ZOOM_PER_NOTCH**-notches, self._plot_point(event.position()).x())

    def zoom(self, factor: float, at_x: float | None = None) -> None:
        """Show more (factor above 1) or less time; what is at `at_x` px of the plot, or in the middle, stays there."""
        begin, end = self.visible_range()
        length = min(max((end - begin) * factor, _NARROWEST_S), _WIDEST_S)
        share = 0.5 if at_x is None else min(max(at_x / self.plot_width(), 0.0), 1.0)
        at = begin + share * (end - begin)
        self.set_range(at - share * length, at + (1 - share) * length)

    def pan(self, share: float) -> None:
        """Move by a share of the width; positive shows later time."""
        begin, end = self.visible_range()
        self.set_range(begin + share * (end - begin), end + share * (end - begin))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._is_panning = event.position(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        at = event.position()
        if self._from is not None and (self._is_panning or abs(at.x() - self._from.x()) >= _DRAG_FROM_PX):
            self._is_panning = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan((self._from.x() - at.x()) / self.plot_width())
            self._from = at
            return
        self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        was_click = self._from is not None and not self._is_panning
        self._from, self._is_panning = None, False
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        key = self.vote_at(event.position()) if was_click else None
        if key is not None:
            self.vote_chosen.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._cursor_x = None
        self.viewport().update()

    def _hover(self, at: QPointF) -> None:
        point = self._plot_point(at)
        inside = point.x() >= 0 and point.y() >= 0
        self._cursor_x = point.x() if inside else None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if self.vote_at(at) is not None else Qt.CursorShape.ArrowCursor
        )
        text = self.text_at(point) if inside else ""
        if text:
            QToolTip.showText(self.viewport().mapToGlobal(at.toPoint()), text, self.viewport())
        else:
            QToolTip.hideText()
        self.viewport().update()

    def text_at(self, point: QPointF) -> str:
        """What the strip under a point of the plots shows there, in words."""
        scene = self.scene_now
        panel = scene.panel_at(point.y())
        if panel is None or self._read is None:
            return ""
        return f"{scene.panels[panel].title}\n{self._read(scene, panel, scene.second_at(point.x()))}"

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.pan(-0.1)
            case Qt.Key.Key_Right:
                self.pan(0.1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1 / ZOOM_PER_NOTCH**2)
            case Qt.Key.Key_Minus:
                self.zoom(ZOOM_PER_NOTCH**2)
            case _:
                event.ignore()
