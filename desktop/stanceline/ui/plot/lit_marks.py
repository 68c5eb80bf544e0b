"""Lights marks on the plot that the pointer is on in another view: a soft ground, or all others faded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from stanceline.render.painter import LABEL_PX
from stanceline.render.scene import Glyphs

if TYPE_CHECKING:
    from stanceline.ui.plot.plot_state import PlotState

Numbers = NDArray[np.int64]
_MOST_SINGLE = 200
"""Marks in view beyond this number are lit by columns of the plot, not one by one."""
_COLUMN_PX = 4
_VEIL, _GROUND = 0.66, 0.22


def paint_lit(painter: QPainter, state: PlotState, numbers: Numbers, *, is_dimming: bool) -> None:
    """Paint over the marks; `numbers` of those that are lit. No more places than can be told apart are drawn."""
    palette = state.painter.palette
    rects = _places(state, numbers)
    if is_dimming:
        veil = QColor(palette.color("surface"))
        veil.setAlphaF(_VEIL)
        painter.save()
        painter.setClipRect(QRectF(0, 0, state.width, state.height))
        painter.fillRect(QRectF(0, 0, state.width, state.height), veil)
        painter.restore()
        _paint_again(painter, state, numbers)
        return
    ground, edge = QColor(palette.color("accent")), QColor(palette.color("accent"))
    ground.setAlphaF(_GROUND)
    edge.setAlphaF(0.7)
    painter.setPen(QPen(edge, 1.4))
    painter.setBrush(ground)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _places(state: PlotState, numbers: Numbers) -> list[QRectF]:
    """Where the marks stand that are in view, each place once."""
    if not len(numbers):
        return []
    index, geometry = state.index, state.geometry
    anchor = index.anchor[index.place[numbers]]
    row = state.corpus.marks.row[numbers]
    in_view = (anchor >= state.begin_s) & (anchor <= state.end_s) & (row >= geometry.first) & (row < geometry.end)
    if np.count_nonzero(in_view) > _MOST_SINGLE:
        return _columns(state, row[in_view].astype(np.int64), anchor[in_view])
    found: dict[tuple[int, int], QRectF] = {}
    for number in numbers[in_view].tolist():
        rect = state.rect_of(number)
        if rect is not None:
            found.setdefault((round(rect.x()), round(rect.y())), rect)
    return list(found.values())


def _columns(state: PlotState, row: Numbers, anchor: Numbers) -> list[QRectF]:
    """The stretches of columns of the plot, row by row, in which marks stand."""
    geometry, count = state.geometry, int(state.width) // _COLUMN_PX + 2
    column = ((anchor - state.begin_s) * (state.width / state.span_s)).astype(np.int64) // _COLUMN_PX
    place = np.unique(row * count + column)
    starts = np.flatnonzero(np.diff(place, prepend=place[0] - 2) != 1)
    lengths = np.diff(np.append(starts, len(place)))
    tall = geometry.row_height - 7
    return [
        QRectF(at % count * _COLUMN_PX, geometry.top(at // count) + 3, length * _COLUMN_PX, tall)
        for at, length in zip(place[starts].tolist(), lengths.tolist(), strict=True)
    ]


def _paint_again(painter: QPainter, state: PlotState, numbers: Numbers) -> None:
    """Paint the lit marks once more, over the veil: those that stand alone as they are, merged ones as a ground."""
    scene = state.scene
    lit = np.zeros(len(state.corpus.marks), np.bool_)
    lit[numbers] = True
    glyphs = scene.glyphs
    shown = lit[glyphs.mark]
    state.painter.paint_glyphs(
        painter, Glyphs(glyphs.x[shown], glyphs.y[shown], glyphs.style[shown], glyphs.mark[shown])
    )
    labels = [one for one in scene.labels if one.mark >= 0 and lit[one.mark]]
    texts = [(one.x, one.y, one.text, "text_muted" if one.is_muted else "text") for one in labels]
    state.painter.paint_texts(painter, texts, LABEL_PX)
    accent = QColor(state.painter.palette.color("accent"))
    accent.setAlphaF(_GROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    alone = set(glyphs.mark[shown].tolist())
    for rect in _places(state, numbers[~np.isin(numbers, list(alone))] if alone else numbers):
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
