"""Paints scenes on the screen and on images: sprites from an atlas, few calls, whole device pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from stanceline.model.lanes import COLUMN_PX
from stanceline.render.atlas import Atlas, paint_fragments
from stanceline.render.cell_extras import paint_extras
from stanceline.render.cell_glyph import draw_cell
from stanceline.render.cells import CellScene, unpack_look
from stanceline.render.fonts import font
from stanceline.render.glyphs import GLYPH_BOX, BadgeLook, badge_text, draw_badge, draw_glyph
from stanceline.render.hatch import hatch_tile, paint_tiles
from stanceline.render.painter import ScenePainter, Text, badge_looks
from stanceline.render.palette import Palette
from stanceline.render.scene import Badges, Density, Glyphs, RowGeometry, density_edges, unpack_style

_LINE_HEIGHT = 18.0
_Slot = tuple[float, float, float, float]


@dataclass(frozen=True)
class _KnownCells:
    """Slots of cells of one sort (width, height, whether split, generation of the atlas) by their looks."""

    sort: tuple[float, float, bool, int]
    slots: dict[int, _Slot] = field(default_factory=dict)


class RasterPainter(ScenePainter):
    """Paints for one palette and one device resolution; make a new one when either changes."""

    def __init__(self, palette: Palette, dpr: float) -> None:
        super().__init__(palette)
        self.dpr = dpr
        self._atlas = Atlas(dpr)
        self._tile: QPixmap | None = None
        self._lut = self._density_colors()
        self._known_cells = _KnownCells((0.0, 0.0, False, -1))

    def _sprites(self, count: int, slot_of: Callable[[int], _Slot]) -> NDArray[np.float64]:
        """Slots of `count` sprites. A full atlas starts over, which makes the slots of before worthless."""
        for _ in range(3):
            generation = self._atlas.generation
            slots = np.array([slot_of(number) for number in range(count)])
            if generation == self._atlas.generation:
                break
        return slots

    def _text_slot(self, text: str, token: str, size: float, *, bold: bool = False) -> _Slot:
        key = ("text", text, token, size, bold)
        width = self.metrics[(size, bold)].horizontalAdvance(text) + 2

        def draw(painter: QPainter) -> None:
            painter.setFont(font(size, bold=bold))
            painter.setPen(self.palette.color(token))
            box = QRectF(1, 0, width + 20, _LINE_HEIGHT)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

        return self._atlas.slot(key, width, _LINE_HEIGHT, draw)

    def paint_texts(self, painter: QPainter, texts: Sequence[Text], size: float, *, bold: bool = False) -> None:
        """Paint texts with one call."""
        shown = [one for one in texts if one[2]]
        if not shown:
            return
        # Signs and counts come again and again: each is looked up once.
        numbers: dict[tuple[str, str], int] = {}
        place = [numbers.setdefault((text, token), len(numbers)) for _, _, text, token in shown]
        wanted = list(numbers)
        slots = self._sprites(len(wanted), lambda n: self._text_slot(*wanted[n], size, bold=bold))[place]
        width = slots[:, 2] / self.dpr
        x = np.array([one[0] for one in shown]) + width / 2 - 1
        y = np.array([one[1] for one in shown])
        # The left end must fall on a device pixel as well as the middle: widths are even.
        paint_fragments(painter, self._atlas.fragments(x, y, slots), self._atlas.pixmap)

    def _density_colors(self) -> NDArray[np.uint32]:
        def packed(token: str, alpha: float) -> int:
            color = QColor(self.palette.color(token))
            a = int(alpha * 255)
            parts = [int(v * alpha) for v in (color.red(), color.green(), color.blue())]
            return (a << 24) | (parts[0] << 16) | (parts[1] << 8) | parts[2]

        colors = [0, packed("support", 0.85), packed("statement", 0.5), packed("oppose", 0.85), 0]
        return np.array(colors, np.uint32)

    def paint_density(self, painter: QPainter, density: Density, geometry: RowGeometry) -> None:
        """Paint the histograms from one image that holds all lanes."""
        lanes = len(density.rows)
        if not lanes:
            return
        dpr = self.dpr
        tall = int((geometry.row_height - 4) * dpr)
        edges = density_edges(density, tall)
        y = np.arange(tall, dtype=np.int32)[None, :, None] - tall // 2
        region = (y >= edges[:, 0][:, None, :]).astype(np.int8)
        for number in (1, 2, 3):
            region += y >= edges[:, number][:, None, :]
        repeat = max(1, round(COLUMN_PX * dpr))
        pixels = np.repeat(self._lut[region], repeat, axis=2)
        count = pixels.shape[2]
        flat = np.ascontiguousarray(pixels.reshape(lanes * tall, count))
        image = QImage(flat.data, count, lanes * tall, count * 4, QImage.Format.Format_ARGB32_Premultiplied)
        width = count / dpr
        x = round(density.x * dpr) / dpr
        for lane, top in enumerate(density.y.tolist()):
            target = QRectF(x, round((top + 2) * dpr) / dpr, width, tall / dpr)
            painter.drawImage(target, image, QRectF(0, lane * tall, count, tall))

    def paint_hatch(self, painter: QPainter, box: QRectF) -> None:
        """Repeat a tile of the hatching, so that it stands still where boxes meet."""
        if self._tile is None:
            self._tile = hatch_tile(self.palette, self.dpr)
        paint_tiles(painter, box, self._tile)

    def _glyph_slot(self, style: int) -> _Slot:
        width, height = GLYPH_BOX

        def draw(painter: QPainter) -> None:
            painter.translate(width / 2, height / 2)
            draw_glyph(painter, self.palette, *unpack_style(style))

        return self._atlas.slot(("glyph", style), width, height, draw)

    def paint_glyphs(self, painter: QPainter, glyphs: Glyphs) -> None:
        """Paint single marks with one call."""
        if not len(glyphs.x):
            return
        styles, inverse = np.unique(glyphs.style, return_inverse=True)
        looks = styles.tolist()
        slots = self._sprites(len(looks), lambda n: self._glyph_slot(looks[n]))
        paint_fragments(painter, self._atlas.fragments(glyphs.x, glyphs.y, slots[inverse]), self._atlas.pixmap)

    def _badge_slot(self, half: float, count: int, look: BadgeLook) -> _Slot:
        width, height = 2 * half + 2, 32.0

        def draw(painter: QPainter) -> None:
            painter.translate(width / 2, height / 2)
            draw_badge(painter, self.palette, half, count, look)

        return self._atlas.slot(("badge", badge_text(count), half, look), width, height, draw)

    def paint_badges(self, painter: QPainter, badges: Badges) -> None:
        """Paint merged marks with one call."""
        if not len(badges.x):
            return
        looks = badge_looks(badges.stances)
        keys = list(zip(badges.half.tolist(), badges.count.tolist(), looks, strict=True))
        slots = self._sprites(len(keys), lambda n: self._badge_slot(*keys[n]))
        paint_fragments(painter, self._atlas.fragments(badges.x, badges.y, slots), self._atlas.pixmap)

    def paint_cells(self, painter: QPainter, scene: CellScene) -> None:
        """Paint stance cells at their places: one sprite for each look, all with one call."""
        if not len(scene):
            return
        keys = scene.look if scene.second is None else scene.look | scene.second << 32
        looks, inverse = np.unique(keys, return_inverse=True)
        wanted, has_second = looks.tolist(), scene.second is not None
        width, height = scene.box_width, scene.height
        slots = self._slots_of_cells(wanted, width, height, is_split=has_second)
        fragments = self._atlas.fragments(scene.x + width / 2, scene.y + height / 2, slots[inverse])
        paint_fragments(painter, fragments, self._atlas.pixmap)
        paint_extras(self, painter, scene)

    def _slots_of_cells(self, looks: list[int], width: float, height: float, *, is_split: bool) -> NDArray[np.float64]:
        """Slots of cells by their looks; those of the same size are remembered as long as the atlas holds them."""
        known = self._known_cells
        if known.sort != (width, height, is_split, self._atlas.generation):
            known = self._known_cells = _KnownCells((width, height, is_split, self._atlas.generation))
        for look in looks:
            if look not in known.slots:
                known.slots[look] = self._cell_slot(look, width, height, is_split=is_split)
        if self._atlas.generation != known.sort[3]:
            # The atlas was full and started over.
            return self._sprites(len(looks), lambda n: self._cell_slot(looks[n], width, height, is_split=is_split))
        return np.array([known.slots[look] for look in looks])

    def _cell_slot(self, key: int, width: float, height: float, *, is_split: bool) -> _Slot:
        def draw(painter: QPainter) -> None:
            second = unpack_look(key >> 32) if is_split else None
            draw_cell(painter, self.palette, (width, height), unpack_look(key & 0xFFFF_FFFF), second)

        return self._atlas.slot(("cell", key, width, height, is_split), width, height, draw)
