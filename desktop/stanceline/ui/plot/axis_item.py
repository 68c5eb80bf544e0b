"""The time axis as a pyqtgraph axis: it follows a view box, but its ticks and texts are the scene's own."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from stanceline.render.painter import AXIS_HEIGHT
from stanceline.ui.plot.plot_state import PlotState


class TimeAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Two levels of ticks from millennia to minutes; years before 1 too, no time zones."""

    def __init__(self, state: PlotState) -> None:
        self._state: PlotState | None = None
        super().__init__("top")
        self._state = state
        self.setHeight(AXIS_HEIGHT)

    def boundingRect(self) -> QRectF:
        # Constant for a size: pyqtgraph's own grows with its texts and would invalidate the scene's tree.
        return QRectF(0, 0, self.size().width(), AXIS_HEIGHT)

    def setRange(self, mn: float, mx: float) -> None:  # noqa: N802 - pyqtgraph's name
        """Follow the view box (called through the link); only the picture is renewed."""
        self.range = [mn, mx]
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002 - Qt gives it
        if self._state is not None:
            scene = self._state.scene
            paint, ground = self._state.painter, self._state.painter.palette.color("surface")
            paint.paint_axis(painter, scene.axis, scene.width, today_x=scene.today_x, clock=scene.clock, ground=ground)
