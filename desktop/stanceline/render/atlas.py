"""Sprites in one pixmap: each picture is drawn once, afterwards hundreds are painted with one call.

Sprites are made at the device's own resolution and placed on whole device pixels, so they are as sharp as
if they had been drawn in place.
"""

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import Shiboken

Floats = NDArray[np.floating[Any]]
Fragments = NDArray[np.float64]
"""One sprite a row, laid out like `QPainter.PixmapFragment`."""

_FIELDS = 10
_PAD = 1


class Atlas:
    """Pictures of any size on shelves; the whole atlas is thrown away when it is full."""

    def __init__(self, dpr: float, side_px: int = 1536) -> None:
        self.dpr = dpr
        self._side = int(side_px * max(dpr, 1.0))
        self.pixmap = QPixmap(self._side, self._side)
        self._slots: dict[Hashable, tuple[float, float, float, float]] = {}
        self.generation = -1
        self.clear()

    def clear(self) -> None:
        """Forget every sprite."""
        self.generation += 1
        self._slots.clear()
        self._x, self._y, self._shelf = _PAD, _PAD, 0
        self.pixmap.fill(Qt.GlobalColor.transparent)

    def slot(
        self, key: Hashable, width: float, height: float, draw: Callable[[QPainter], None]
    ) -> tuple[float, float, float, float]:
        """(left, top, width, height) of a sprite in atlas pixels; `draw` paints it from the origin if it is new."""
        found = self._slots.get(key)
        if found is not None:
            return found
        w, h = self._even(width), self._even(height)
        if self._x + w + _PAD > self._side:
            self._x, self._y, self._shelf = _PAD, self._y + self._shelf + _PAD, 0
        if self._y + h + _PAD > self._side:
            self.clear()
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._x, self._y)
        painter.setClipRect(QRectF(0, 0, w, h))
        painter.scale(self.dpr, self.dpr)
        draw(painter)
        painter.end()
        made = (float(self._x), float(self._y), float(w), float(h))
        self._slots[key] = made
        self._x += w + _PAD
        self._shelf = max(self._shelf, h)
        return made

    def _even(self, size: float) -> int:
        pixels = int(np.ceil(size * self.dpr))
        return pixels + pixels % 2

    def fragments(self, x: Floats, y: Floats, slots: Floats) -> Fragments:
        """Sprites around the points (x, y); `slots` has a row (left, top, width, height) for each."""
        made = np.zeros((len(x), _FIELDS))
        # Even sizes around whole device pixels: no sprite is ever resampled.
        made[:, 0] = np.round(x * self.dpr) / self.dpr
        made[:, 1] = np.round(y * self.dpr) / self.dpr
        made[:, 2:6] = slots
        made[:, 6:8] = 1.0 / self.dpr
        made[:, 9] = 1.0
        return made


def paint_fragments(painter: QPainter, fragments: Fragments, pixmap: QPixmap, *, by_pointer: bool = True) -> None:
    """Paint sprites with one call. `by_pointer` hands the array over as it is; otherwise objects are made first."""
    count = len(fragments)
    if not count:
        return
    if by_pointer and USE_POINTERS:
        array = np.ascontiguousarray(fragments)
        first = Shiboken.wrapInstance(array.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, count, pixmap)  # type: ignore[arg-type]
        return
    for x, y, left, top, width, height, scale_x, scale_y, _, _ in fragments.tolist():
        w, h = width * scale_x, height * scale_y
        painter.drawPixmap(QRectF(x - w / 2, y - h / 2, w, h), pixmap, QRectF(left, top, width, height))


def _pointers_work() -> bool:
    """Whether this build of the binding takes a pointer to many fragments (tried on two pixels)."""
    sprite, target = QPixmap(2, 2), QPixmap(8, 4)
    sprite.fill(Qt.GlobalColor.white)
    target.fill(Qt.GlobalColor.black)
    array = np.zeros((2, _FIELDS))
    array[:, 0], array[:, 1] = (1.0, 5.0), 1.0
    array[:, 4:8], array[:, 9] = (2.0, 2.0, 1.0, 1.0), 1.0
    painter = QPainter(target)
    try:
        first = Shiboken.wrapInstance(array.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, 2, sprite)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    finally:
        painter.end()
    image = target.toImage()
    return image.pixelColor(1, 1).value() > 200 and image.pixelColor(5, 1).value() > 200


class _Lazy:
    """Tried once, when the first sprite is painted: before that there may be no QGuiApplication."""

    def __init__(self) -> None:
        self._known: bool | None = None

    def __bool__(self) -> bool:
        if self._known is None:
            self._known = _pointers_work()
        return self._known


USE_POINTERS = _Lazy()
