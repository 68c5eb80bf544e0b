"""Paints composed figures on any device: in px of 1/96 inch from (0, 0), with nothing that SVG or PDF would lose."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from stanceline.render.figure import Figure
from stanceline.render.figure_parts import MARGIN, SOURCE_LINE, SOURCE_PX, TEXT_LINE, TITLE_LINE, TITLE_PX
from stanceline.render.fonts import font
from stanceline.render.header import paint_column_titles
from stanceline.render.legend import paint_legend
from stanceline.render.painter import AXIS_HEIGHT, LABEL_PX
from stanceline.render.scene import PlotScene
from stanceline.render.text import shortened

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LONGEST_SOURCE = 400
_COLUMN_GAP = 14.0


def paint_figure(figure: Figure, painter: QPainter) -> None:
    """Paint the figure; the caller scales."""
    palette = figure.painter.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if not figure.settings.transparent:
        painter.fillRect(QRectF(0, 0, figure.width, figure.height), palette.color("surface"))
    _paint_head(figure, painter)
    if figure.rows[1] > figure.rows[0]:
        painter.save()
        painter.translate(MARGIN, figure.tops["rows"])
        _paint_rows(figure, painter)
        painter.restore()
    if figure.parts.legend:
        painter.save()
        painter.translate(MARGIN, figure.tops["legend"])
        paint_legend(painter, figure.painter, list(figure.parts.legend))
        painter.restore()
    _paint_sources(figure, painter)
    _paint_caption(figure, painter)


def _paint_head(figure: Figure, painter: QPainter) -> None:
    palette, parts, inner = figure.painter.palette, figure.parts, figure.width - 2 * MARGIN
    painter.setFont(font(TITLE_PX, bold=True))
    painter.setPen(palette.color("text"))
    for number, line in enumerate(parts.title):
        # The letters' upper edge stands on the margin, not the line's.
        top = figure.tops["title"] + number * TITLE_LINE - 5
        painter.drawText(QRectF(MARGIN, top, inner, TITLE_LINE), _LEFT, line)
    middle = figure.tops["head"] + TEXT_LINE / 2
    lines = [(MARGIN, middle + number * TEXT_LINE, line, "text_muted") for number, line in enumerate(parts.head)]
    figure.painter.paint_texts(painter, lines, LABEL_PX)


def _paint_rows(figure: Figure, painter: QPainter) -> None:
    """Paint names, cells and plot; the origin is the left end of the first row."""
    geometry, scenes, parts = figure.geometry, figure.painter, figure.parts
    rows = figure.corpus.rows
    inner = figure.width - 2 * MARGIN
    headings = [number for number, row in enumerate(rows) if row.is_group_heading]
    if not figure.settings.transparent:
        scenes.paint_bands(painter, geometry, inner, headings)
    scenes.paint_names(painter, rows, geometry, parts.names_width, left=6.0)
    scenes.paint_texts(painter, [(6.0, -13.0, "Actor", "text_muted")], LABEL_PX, bold=True)
    if figure.cells is not None:
        scenes.paint_cells(painter, figure.cells)
        painter.save()
        painter.translate(0, -parts.header)
        titles = [title for _, title in figure.corpus.columns]
        paint_column_titles(painter, scenes.palette, titles, parts.names_width, parts.cell_width, parts.header)
        painter.restore()
    if figure.plot is not None:
        painter.save()
        painter.translate(inner - figure.plot.width, 0)
        _paint_plot(figure, figure.plot, painter)
        painter.restore()
    border = scenes.palette.color("border")
    painter.fillRect(QRectF(0, -1, inner, 1), border)
    painter.fillRect(QRectF(0, geometry.height_px, inner, 1), border)


def _paint_plot(figure: Figure, plot: PlotScene, painter: QPainter) -> None:
    scenes, parts, height = figure.painter, figure.parts, plot.geometry.height_px
    if figure.settings.transparent:
        scenes.paint_grid(painter, plot)
    else:
        scenes.paint_ground(painter, plot)
    painter.save()
    painter.setClipRect(QRectF(0, -6, plot.width, height + 6))
    scenes.paint_marks(painter, plot.within())
    painter.restore()
    ground = None if figure.settings.transparent else QColor(scenes.palette.color("surface"))
    top = 0.0
    if parts.axis_top:
        painter.save()
        painter.translate(0, -AXIS_HEIGHT)
        scenes.paint_axis(
            painter, plot.axis, plot.width, today_x=plot.today_x, today=plot.today_text, clock=plot.clock,
            bands=plot.bands, ground=ground,
        )  # fmt: skip
        painter.restore()
        top = AXIS_HEIGHT
    bottom = height
    if parts.axis_bottom:
        painter.save()
        painter.translate(0, height)
        scenes.paint_axis(painter, plot.axis, plot.width, ground=ground, below=True)
        painter.restore()
        bottom += AXIS_HEIGHT
    painter.fillRect(QRectF(-1, -top, 1, bottom + top), scenes.palette.color("border"))


def _paint_sources(figure: Figure, painter: QPainter) -> None:
    parts = figure.parts
    if not parts.sources:
        return
    top, inner = figure.tops["sources"], figure.width - 2 * MARGIN
    column = inner / parts.source_columns
    painter.setPen(figure.painter.palette.color("text"))
    painter.setFont(font(SOURCE_PX, bold=True))
    painter.drawText(QRectF(MARGIN, top, inner, SOURCE_LINE), _LEFT, "Sources")
    painter.setPen(figure.painter.palette.color("text_muted"))
    painter.setFont(font(SOURCE_PX))
    for number, text in enumerate(parts.sources):
        x = MARGIN + number // parts.source_lines * column
        y = top + (1 + number % parts.source_lines) * SOURCE_LINE
        room = (column - _COLUMN_GAP) * LABEL_PX / SOURCE_PX
        fitted = figure.painter.elided(shortened(text, _LONGEST_SOURCE), room, LABEL_PX)
        painter.drawText(QRectF(x, y, column, SOURCE_LINE), _LEFT, fitted)


def _paint_caption(figure: Figure, painter: QPainter) -> None:
    parts, inner = figure.parts, figure.width - 2 * MARGIN
    # Whatever room the rows leave stands above it: the caption ends a page.
    top = max(figure.tops["caption"], figure.height - MARGIN - max(len(parts.caption), 1) * SOURCE_LINE)
    painter.setFont(font(SOURCE_PX))
    painter.setPen(figure.painter.palette.color("text_muted"))
    for number, line in enumerate(parts.caption):
        painter.drawText(QRectF(MARGIN, top + number * SOURCE_LINE, inner, SOURCE_LINE), _LEFT, line)
    if parts.page:
        painter.drawText(QRectF(MARGIN, top, inner, SOURCE_LINE), _RIGHT, parts.page)
