"""Writes figures as PNG, JPEG, WebP, TIFF, SVG and PDF, with or without a display."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from stanceline import StancelineError, __version__
from stanceline.render.figure import FigureSettings
from stanceline.render.fonts import FAMILY

RASTER_FORMATS = ("png", "jpeg", "webp", "tiff")
FORMATS = (*RASTER_FORMATS, "svg", "pdf")
_ENDINGS = {"jpg": "jpeg", "tif": "tiff"}
_MOST_PIXELS = 200_000_000
_FALLBACKS = f"'{FAMILY}', 'Source Sans 3', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
_FAMILY_ATTRIBUTE = re.compile(rb'font-family="[^"]{0,200}"')


class ExportError(StancelineError):
    """A figure that cannot be written."""


class Drawable(Protocol):
    """A composed picture: lengths in px of 1/96 inch, `scale` turns them into the device's."""

    @property
    def settings(self) -> FigureSettings: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def scale(self) -> float: ...
    @property
    def pixels(self) -> tuple[int, int]: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    def paint(self, painter: QPainter) -> None:
        """Paint from (0, 0) in px of 1/96 inch; the caller scales."""


def ensure_application() -> QGuiApplication:
    """The running application, or a new one that needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["stanceline"])


def format_of(path: Path, wanted: str | None = None) -> str:
    """The format by name or else by the file's ending. Raises `ExportError` for unknown ones."""
    name = (wanted or path.suffix.lstrip(".")).lower()
    name = _ENDINGS.get(name, name)
    if name not in FORMATS:
        raise ExportError(f"Cannot write a picture as {name or path.name!r}. Choose one of {', '.join(FORMATS)}.")
    return name


def render(figure: Drawable, format_name: str) -> bytes:
    """The figure as a file's content. The same figure gives the same bytes (PDF carries its day of making)."""
    if format_name == "svg":
        return _svg(figure)
    if format_name == "pdf":
        return _pdf(figure)
    return _raster(figure, format_of(Path(), format_name))


def draw_image(figure: Drawable) -> QImage:
    """The figure as an image with its true size on paper. Raises `ExportError` above 200 megapixels."""
    width, height = figure.pixels
    if width * height > _MOST_PIXELS:
        raise ExportError(
            f"A picture of {width} x {height} px has more than 200 megapixels. Choose a smaller size, or PDF or SVG."
        )
    is_clear = figure.settings.transparent
    kind = QImage.Format.Format_ARGB32_Premultiplied if is_clear else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    image.fill(Qt.GlobalColor.transparent if is_clear else Qt.GlobalColor.white)
    dots = round(figure.settings.dpi / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    painter = QPainter(image)
    painter.scale(figure.scale, figure.scale)
    figure.paint(painter)
    painter.end()
    for key, text in _metadata(figure).items():
        image.setText(key, text)
    return image


def _metadata(figure: Drawable) -> dict[str, str]:
    texts = {
        "Title": figure.settings.title,
        "Description": figure.subtitle,
        "Source": "\n".join(figure.sources),
        "Software": f"Stanceline {__version__}",
    }
    return {key: text for key, text in texts.items() if text}


def _raster(figure: Drawable, format_name: str) -> bytes:
    if format_name.encode() not in [bytes(one.data()) for one in QImageWriter.supportedImageFormats()]:
        raise ExportError(f"This installation of Qt cannot write {format_name.upper()}. Use PNG.")
    image = draw_image(figure)

    def write(buffer: QBuffer) -> None:
        writer = QImageWriter(buffer, QByteArray(format_name.encode()))
        if format_name in ("jpeg", "webp"):
            # Not for PNG: there a high quality switches compression off.
            writer.setQuality(92)
        if not writer.write(image):
            raise ExportError(f"The picture could not be written as {format_name.upper()}. Use PNG.")

    return _collected(write)


def _collected(write: Callable[[QBuffer], None]) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(data.data())


def _svg(figure: Drawable) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    width, height = round(figure.width), round(figure.height)

    def write(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(QSize(width, height))
        generator.setViewBox(QRect(0, 0, width, height))
        generator.setTitle(figure.settings.title or "Stanceline")
        generator.setDescription(figure.subtitle)
        painter = QPainter(generator)
        figure.paint(painter)
        painter.end()

    # A viewer without the bundled font takes the nearest one instead of a serif.
    return _FAMILY_ATTRIBUTE.sub(f'font-family="{_FALLBACKS}"'.encode(), _collected(write))


def _pdf(figure: Drawable) -> bytes:
    width, height = figure.pixels

    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setTitle(figure.settings.title or "Stanceline")
        writer.setCreator(f"Stanceline {__version__}")
        # Points, so that the page has exactly the figure's size.
        size = QSizeF(width * 72.0 / figure.settings.dpi, height * 72.0 / figure.settings.dpi)
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "figure", QPageSize.SizeMatchPolicy.ExactMatch))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setResolution(1200)
        painter = QPainter(writer)
        factor = figure.scale * 1200.0 / figure.settings.dpi
        painter.scale(factor, factor)
        figure.paint(painter)
        painter.end()

    return _collected(write)
