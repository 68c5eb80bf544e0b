"""The time axis as a pyqtgraph axis: it follows a view box, but its ticks and texts are the scene's own."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from stanceline.render.painter import AXIS_HEIGHT
from stanceline.ui.plot.plot_state import PlotState


class TimeAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Two levels of ticks from hundreds of millennia to minutes; years before 1 too, no time zones.

    Above or below the plot; above it only the ground is painted where the axis stands below alone.
    """

    def __init__(self, state: PlotState, *, below: bool = False) -> None:
        self._state: PlotState | None = None
        super().__init__("bottom" if below else "top")
        self._state, self._below = state, below
        self.setHeight(AXIS_HEIGHT)

    def boundingRect(self) -> QRectF:
        # Constant for a size: pyqtgraph's own grows with its texts and would invalidate the scene's tree.
        return QRectF(0, 0, self.size().width(), self.size().height())

    def setRange(self, mn: float, mx: float) -> None:  # noqa: N802 - pyqtgraph's name
        """Follow the view box (called through the link); only the picture is renewed."""
        self.range = [mn, mx]
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002 - Qt gives it
        state = self._state
        if state is None:
            return
        scene, paint = state.scene, state.painter
        ground = paint.palette.color("surface")
        if not self._below and state.axis_place == "bottom":
            painter.fillRect(self.boundingRect(), ground)
            return
        first = not self._below or state.axis_place == "bottom"
        paint.paint_axis(
            painter,
            scene.axis,
            scene.width,
            today_x=scene.today_x if first else None,
            today=scene.today_text,
            clock=scene.clock if first else None,
            bands=scene.bands if first else (),
            hint=scene.hint if first else "",
            ground=ground,
            below=self._below,
        )
