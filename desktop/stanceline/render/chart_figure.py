"""A chart as a figure for files: title, account, panels, legend, in device-independent px of 1/96 inch."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from stanceline.model.dates_text import day_text
from stanceline.render.chart_painter import ChartPainter
from stanceline.render.chart_scene import PANEL_LEAST_PX, ChartScene, Frame
from stanceline.render.charts import ChartChoice, Charts
from stanceline.render.figure_parts import MARGIN
from stanceline.render.figure_settings import FigureError, FigureSettings
from stanceline.render.fonts import font
from stanceline.render.painter import AXIS_HEIGHT, LABEL_PX
from stanceline.render.palette import load_palette
from stanceline.temporal.timex import DAY_S

_TITLE_PX, _TITLE_LINE_PX, _LINE_PX = 22.0, 36.0, 22.0
_LEAST_PLOT_PX = 160.0
_PT_PER_PX = 72.0 / 96.0


@dataclass(frozen=True)
class ChartFigure:
    """A composed chart, ready to be painted on any device; made by `compose_chart`."""

    settings: FigureSettings
    width: float
    height: float
    scale: float
    scene: ChartScene
    subtitle: str
    painter: ChartPainter
    top: float
    sources: tuple[str, ...] = ()

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the device in px."""
        return round(self.width * self.scale), round(self.height * self.scale)

    @property
    def smallest_pt(self) -> float:
        """Size of the smallest text in points, on paper."""
        return LABEL_PX * self.scale * 96.0 / self.settings.dpi * _PT_PER_PX

    def paint(self, painter: QPainter) -> None:
        """Paint the figure from (0, 0) in px of 1/96 inch; the caller scales."""
        palette, inner = self.painter.palette, self.width - 2 * MARGIN
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.settings.transparent:
            painter.fillRect(QRectF(0, 0, self.width, self.height), palette.color("surface"))
        y = MARGIN
        if self.settings.title:
            painter.setFont(font(_TITLE_PX, bold=True))
            painter.setPen(palette.color("text"))
            box = QRectF(MARGIN, y - 4, inner, _TITLE_PX + 8)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.settings.title)
            y += _TITLE_LINE_PX
        self.painter.texts.paint_texts(painter, [(MARGIN, y + 6, self.subtitle, "text_muted")], LABEL_PX)
        painter.save()
        painter.translate(MARGIN, self.top)
        self.painter.paint(painter, self.scene)
        painter.translate(0, AXIS_HEIGHT + self.scene.height + 12)
        self.painter.paint_legend(painter, self.painter.legend_rows(self.scene, inner), _LINE_PX)
        painter.restore()


def compose_chart(charts: Charts, choice: ChartChoice, settings: FigureSettings) -> ChartFigure:
    """Lay a chart out in the size of `settings`; one too small for its panels is made larger and scaled down.

    Raises `FigureError` where there is nothing to draw. Needs a QGuiApplication.
    """
    extent = charts.extent(choice)
    if extent is None:
        raise FigureError("There is nothing to draw: nothing of this chart has a date.")
    begin = extent[0] if settings.begin_s is None else settings.begin_s
    end = extent[1] if settings.end_s is None else settings.end_s
    painter = ChartPainter(load_palette(settings.theme, settings.stance_colors, swap_sides=settings.swap_sides))
    per_px = 96.0 / settings.dpi
    width, height = settings.width_px * per_px, (settings.height_px or settings.width_px * 0.5625) * per_px
    probe = _scene(charts, choice, painter, (begin, end), max(width, 400.0), 400.0)
    legend = len(painter.legend_rows(probe, max(width, 400.0) - 2 * MARGIN)) * _LINE_PX
    top = MARGIN + (_TITLE_LINE_PX if settings.title else 0.0) + _LINE_PX + 6
    needed = top + AXIS_HEIGHT + len(probe.panels) * PANEL_LEAST_PX + 12 + legend + MARGIN
    stretch = max(1.0, needed / height, (2 * MARGIN + painter.left + _LEAST_PLOT_PX) / width)
    width, height = width * stretch, height * stretch
    plot = height - top - AXIS_HEIGHT - 12 - legend - MARGIN
    scene = _scene(charts, choice, painter, (begin, end), width, plot)
    period = f"{day_text(int(begin // DAY_S))} to {day_text(int((end - 1) // DAY_S))}"
    subtitle = "  ·  ".join([period, scene.account, *([settings.note] if settings.note else [])])
    return ChartFigure(settings, width, height, settings.width_px / width, scene, subtitle, painter, top)


def _scene(
    charts: Charts, choice: ChartChoice, painter: ChartPainter, period: tuple[float, float], width: float, height: float
) -> ChartScene:
    plot_width = width - 2 * MARGIN - painter.left
    return charts.scene(choice, Frame(*period, plot_width, height, painter.texts.measure))
