"""What stands beside the sprites of cells: numbers of stances and stance strips, for both painters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from stanceline.model.marks import MIXED, NO_STANCE
from stanceline.render.cell_glyph import NUMBER_PX, NUMBER_ROOM_PX
from stanceline.render.cells import CellScene
from stanceline.render.fonts import font
from stanceline.render.glyphs import badge_text, side_color
from stanceline.render.palette import STANCE_SIGNS, Palette

if TYPE_CHECKING:
    from stanceline.render.painter import ScenePainter
    from stanceline.render.strips import Strips

_SIGN_FROM_PX = 22.0
_TICK_PX = 3.0


def paint_extras(scenes: ScenePainter, painter: QPainter, scene: CellScene) -> None:
    """Paint the numbers and strips of cells whose boxes are painted already."""
    if scene.strips is not None:
        _paint_strips(painter, scenes.palette, scene, scene.strips)
    _paint_numbers(scenes, painter, scene)


def _paint_numbers(scenes: ScenePainter, painter: QPainter, scene: CellScene) -> None:
    shown = np.flatnonzero(scene.count > 0)
    if not len(shown):
        return
    metrics = scenes.metrics[(NUMBER_PX, False)]
    counts = scene.count[shown].tolist()
    widths = {count: metrics.horizontalAdvance(badge_text(count)) for count in set(counts)}
    right = scene.x[shown] + scene.width - 4.5
    middle = scene.y[shown] + scene.height - (7.5 if scene.height >= 28 else scene.height / 2)
    texts = [
        (x - widths[count], y, badge_text(count), "text_muted")
        for x, y, count in zip(right.tolist(), middle.tolist(), counts, strict=True)
    ]
    scenes.paint_texts(painter, texts, NUMBER_PX)


def strip_room(width: float, mini: float) -> tuple[float, float]:
    """Left end and width of the strip in a cell of a width, between its box and its number."""
    return mini + 2.0, max(width - mini - NUMBER_ROOM_PX - 5.0, 8.0)


def _paint_strips(painter: QPainter, palette: Palette, scene: CellScene, strips: Strips) -> None:
    """Paint positions over time as bands, and a tick for each statement: above the band in favor, below it against."""
    band = min(12.0, scene.height - 2 * _TICK_PX - 6.0)
    top = round((scene.height - band) / 2)
    inks = {stance: palette.stance(stance) for stance in (-2, -1, 0, 1, 2)}
    left = scene.x[strips.cell] + strips.left
    x0, x1 = np.round(left + strips.x0), np.round(left + strips.x1)
    y = np.round(scene.y[strips.cell]) + top
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    signs: list[tuple[float, float, float, int]] = []
    for begin, end, upper, stance in zip(x0.tolist(), x1.tolist(), y.tolist(), strips.stance.tolist(), strict=True):
        box = QRectF(begin, upper, max(end - begin, 1.0), band)
        if stance == NO_STANCE:
            painter.fillRect(QRectF(begin, upper + band / 2, end - begin, 1.0), palette.color("grid_strong"))
            continue
        if stance == MIXED:
            painter.fillRect(QRectF(begin, upper, box.width(), band / 2), inks[2])
            painter.fillRect(QRectF(begin, upper + band / 2, box.width(), band / 2), inks[-2])
        else:
            painter.fillRect(box, inks[stance])
        if stance == 0:
            painter.setPen(QPen(palette.color("outline"), 1))
            painter.drawLines([QLineF(begin, upper, end - 1, upper),
                               QLineF(begin, upper + band - 1, end - 1, upper + band - 1)])  # fmt: skip
        if box.width() >= _SIGN_FROM_PX:
            signs.append((begin, upper, box.width(), stance))
    _paint_ticks(painter, palette, scene, strips, top, band)
    painter.restore()
    painter.setFont(font(10.5, bold=True))
    for begin, upper, width, stance in signs:
        box = QRectF(begin, upper - 3, width, band + 5)
        if stance == MIXED:
            pad = QRectF(begin + width / 2 - 5.5, upper + 1, 11, band - 2)
            painter.fillRect(pad, palette.color("surface"))
        painter.setPen(palette.color("text") if stance == MIXED else palette.on_stance(stance))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, STANCE_SIGNS[stance])


def _paint_ticks(
    painter: QPainter, palette: Palette, scene: CellScene, strips: Strips, top: float, band: float
) -> None:
    x = np.round(scene.x[strips.tick_cell] + strips.left + strips.tick_x)
    y = np.round(scene.y[strips.tick_cell]) + top
    sides = strips.tick_stance
    for token, chosen, at in (
        (2, (sides > 0) & (sides != NO_STANCE), -_TICK_PX - 1),
        (-2, (sides < 0) | (sides == MIXED), band + 1),
        (0, sides == 0, band + 1),
    ):
        color = side_color(palette, token)
        tall = _TICK_PX if token else 1.0
        for left, upper in zip(x[chosen].tolist(), y[chosen].tolist(), strict=True):
            painter.fillRect(QRectF(left, upper + at, 2.0, tall), color)
