"""What stands beside the sprites of cells: numbers of stances and stance strips, for both painters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from stanceline.model.marks import MIXED, NO_STANCE
from stanceline.render.cell_glyph import NUMBER_PX, NUMBER_ROOM_PX
from stanceline.render.cells import CellScene, Floats
from stanceline.render.glyphs import badge_text, side_color
from stanceline.render.palette import STANCE_SIGNS, Palette
from stanceline.render.tokens import STANCE_TOKENS

if TYPE_CHECKING:
    from stanceline.render.painter import ScenePainter
    from stanceline.render.strips import Strips

_SIGN_FROM_PX = 22.0
_TICK_PX = 3.0
_INKS = {value: f"on_{STANCE_TOKENS[value + 2]}" for value in (-2, -1, 0, 1, 2)} | {MIXED: "text"}


def paint_extras(scenes: ScenePainter, painter: QPainter, scene: CellScene) -> None:
    """Paint the numbers and strips of cells whose boxes are painted already."""
    if scene.strips is not None:
        _paint_strips(scenes, painter, scene, scene.strips)
    _paint_numbers(scenes, painter, scene)


def _paint_numbers(scenes: ScenePainter, painter: QPainter, scene: CellScene) -> None:
    shown = np.flatnonzero(scene.count > 0)
    if not len(shown):
        return
    metrics = scenes.metrics[(NUMBER_PX, False)]
    counts = scene.count[shown].tolist()
    widths = {count: metrics.horizontalAdvance(badge_text(count)) for count in set(counts)}
    right = scene.x[shown] + scene.width - 4.5
    middle = scene.y[shown] + scene.height - (7.5 if scene.height >= 28 and scene.strips is None else scene.height / 2)
    texts = [
        (x - widths[count], y, badge_text(count), "text_muted")
        for x, y, count in zip(right.tolist(), middle.tolist(), counts, strict=True)
    ]
    scenes.paint_texts(painter, texts, NUMBER_PX)


def strip_room(width: float, mini: float) -> tuple[float, float]:
    """Left end and width of the strip in a cell of a width, between its box and its number."""
    return mini + 2.0, max(width - mini - NUMBER_ROOM_PX - 5.0, 8.0)


def _paint_strips(scenes: ScenePainter, painter: QPainter, scene: CellScene, strips: Strips) -> None:
    """Paint positions over time as bands, and a tick for each statement: above the band in favor, below it against."""
    palette = scenes.palette
    band = min(14.0, scene.height - 2 * _TICK_PX - 6.0)
    top = round((scene.height - band) / 2)
    left = scene.x[strips.cell] + strips.left
    x0, x1 = np.round(left + strips.x0), np.round(left + strips.x1)
    y, stance, wide = np.round(scene.y[strips.cell]) + top, strips.stance, np.maximum(x1 - x0, 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    # On whole pixels: smoothing edges would only cost time.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    gap, mixed = stance == NO_STANCE, stance == MIXED
    _fill(painter, palette.color("grid_strong"), x0[gap], y[gap] + band // 2, wide[gap], 1.0)
    thin = max(band // 3, 3.0)
    for is_last, tall in ((False, band), (True, thin)):
        # After the last statement a thin band says that nothing newer is known.
        part = strips.is_last == is_last
        upper = y + np.floor((band - tall) / 2)
        for value in (-2, -1, 0, 1, 2):
            one = part & (stance == value)
            _fill(painter, palette.stance(value), x0[one], upper[one], wide[one], tall)
        two, half = part & mixed, tall // 2
        _fill(painter, palette.stance(2), x0[two], upper[two], wide[two], half)
        _fill(painter, palette.stance(-2), x0[two], upper[two] + half, wide[two], tall - half)
        none = part & (stance == 0)
        for edge in (0.0, tall - 1):
            # The neutral color is close to the ground: edges keep it from looking empty.
            _fill(painter, palette.color("outline"), x0[none], upper[none] + edge, wide[none], 1.0)
    _paint_ticks(painter, palette, scene, strips, top, band)
    signed = np.flatnonzero(~gap & ~strips.is_last & (wide >= _SIGN_FROM_PX))
    padded = signed[mixed[signed]]
    middle = x0[padded] + wide[padded] / 2
    _fill(painter, palette.color("surface"), middle - 5, y[padded] + 1, np.full(len(padded), 10.0), band - 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    metrics = scenes.metrics[(NUMBER_PX, True)]
    shift = {value: metrics.horizontalAdvance(STANCE_SIGNS[value]) / 2 for value in (-2, -1, 0, 1, 2, MIXED)}
    texts = [
        (x + w / 2 - shift[value], upper + band / 2, STANCE_SIGNS[value], _INKS[value])
        for x, w, upper, value in zip(
            x0[signed].tolist(), wide[signed].tolist(), y[signed].tolist(), stance[signed].tolist(), strict=True
        )
    ]
    scenes.paint_texts(painter, texts, NUMBER_PX, bold=True)


def _fill(painter: QPainter, color: QColor, x: Floats, y: Floats, width: Floats, height: float) -> None:
    """Fill rectangles of one color with one call."""
    if len(x):
        painter.setBrush(color)
        places = zip(x.tolist(), y.tolist(), width.tolist(), strict=True)
        painter.drawRects([QRectF(left, top, wide, height) for left, top, wide in places])


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
        two = np.full(len(x), 2.0)
        # A stem through the band keeps the tick of the last statement from floating beside the thin band.
        last = chosen & strips.tick_is_last
        _fill(painter, side_color(palette, token), x[last], y[last], two[last], band)
        _fill(painter, side_color(palette, token), x[chosen], y[chosen] + at, two[chosen], _TICK_PX if token else 1.0)
