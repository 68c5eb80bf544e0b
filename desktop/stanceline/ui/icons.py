"""Single-color SVG icons, tinted for the theme and drawn sharp at any scale.

Files are read when an icon is first painted, so that a window with many actions still starts fast.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from stanceline.paths import resource

_DRAWN_COLOR = b"#000000"


@lru_cache(maxsize=128)
def _svg(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


def draw_icon(painter: QPainter, name: str, rect: QRectF, color: str) -> None:
    """Paint the icon `name` into `rect` in one color (`#RRGGBB`)."""
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_svg(name).replace(_DRAWN_COLOR, color.encode())))
    renderer.render(painter, rect)


class _TintedEngine(QIconEngine):
    """Draws one file in the color of the icon's state; each size and state is rendered once."""

    def __init__(self, name: str, normal: str, disabled: str, active: str) -> None:
        super().__init__()
        self._name, self._normal, self._disabled, self._active = name, normal, disabled, active
        self._made: dict[tuple[int, int, float, str], QPixmap] = {}

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._disabled
        return self._active if state == QIcon.State.On or mode == QIcon.Mode.Selected else self._normal

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, self._name, QRectF(rect), self._color(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802 - Qt's name
        # `size` counts in px of the screen's scale 1, whatever the scale.
        key = (size.width(), size.height(), scale, self._color(mode, state))
        if key not in self._made:
            pixmap = QPixmap(size * scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            draw_icon(painter, self._name, QRectF(0, 0, pixmap.width(), pixmap.height()), key[3])
            painter.end()
            pixmap.setDevicePixelRatio(scale)
            self._made[key] = pixmap
        return self._made[key]

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._normal, self._disabled, self._active)


def tinted_icon(name: str, *, normal: str, disabled: str, active: str) -> QIcon:
    """The icon `name` in the given colors: as it stands, disabled, and switched on."""
    return QIcon(_TintedEngine(name, normal, disabled, active))


def program_picture(side: int, scale: float) -> QPixmap:
    """The program's own icon as a picture of `side` px, without the plugin that icons of files need."""
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, "stanceline", QRectF(0, 0, pixmap.width(), pixmap.height()), "#000000")
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def program_icon() -> QIcon:
    """The program's own icon, in its own colors."""
    return QIcon(str(resource("icons/stanceline.svg")))
