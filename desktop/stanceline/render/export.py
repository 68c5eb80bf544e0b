"""Writes figures as PNG, JPEG, WebP, TIFF, SVG and PDF, with or without a display."""

import math
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from stanceline import StancelineError, __version__
from stanceline.model.origin import ELEMENT, KEY, escaped, without_controls
from stanceline.render.figure import Figure
from stanceline.render.figure_settings import FigureSettings
from stanceline.render.fonts import FAMILY
from stanceline.render.pdf_outline import with_outline

RASTER_FORMATS = ("png", "jpeg", "webp", "tiff")
FORMATS = (*RASTER_FORMATS, "svg", "pdf")
_ENDINGS = {"jpg": "jpeg", "tif": "tiff"}
_MOST_PIXELS = 200_000_000
_FALLBACKS = f"'{FAMILY}', 'Source Sans 3', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
_PDF_DPI = 1200
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
    return render_pages([figure], [""], format_name)[0]


def render_pages(pages: Sequence[Drawable], names: Sequence[str], format_name: str) -> list[bytes]:
    """The contents of the files that hold the pages of a figure: one PDF with bookmarks, else a file for each page.

    `names` are what the pages are called in the list of bookmarks.
    """
    if format_name == "pdf":
        return [_pdf(pages, names)]
    if format_name == "svg":
        return [svg_bytes(page) for page in pages]
    return [_raster(page, format_of(Path(), format_name)) for page in pages]


def page_paths(path: Path, count: int) -> list[Path]:
    """Names for the files of `count` pages: `path` for one, else numbered."""
    if count == 1:
        return [path]
    digits = len(str(count))
    return [path.with_name(f"{path.stem}-{number:0{digits}d}{path.suffix}") for number in range(1, count + 1)]


def too_large(figure: Drawable) -> str:
    """Why a figure has too many pixels for an image, empty where it has not."""
    width, height = figure.pixels
    if width * height <= _MOST_PIXELS:
        return ""
    return f"A picture of {width} x {height} px has more than 200 megapixels. Choose a smaller size, or PDF or SVG."


def draw_image(figure: Drawable) -> QImage:
    """The figure as an image with its true size on paper. Raises `ExportError` above 200 megapixels."""
    width, height = figure.pixels
    if trouble := too_large(figure):
        raise ExportError(trouble)
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
        KEY: figure.settings.origin,
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


def svg_bytes(figure: Drawable) -> bytes:
    """The figure as SVG: texts are text (or outlines, where that is wished), nothing is an image."""
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
    written = _FAMILY_ATTRIBUTE.sub(f'font-family="{_FALLBACKS}"'.encode(), _collected(write))
    from stanceline.render.svg_text import with_lengths, with_outlines

    # Qt writes characters into it that no reader of XML takes.
    text = without_controls(written.decode())
    written = (with_outlines if figure.settings.outline_text else with_lengths)(text).encode()
    if not figure.settings.origin:
        return written
    metadata = f'<metadata id="{ELEMENT}">{escaped(figure.settings.origin)}</metadata>\n'.encode()
    at = written.find(b"<defs>")
    return written[:at] + metadata + written[at:] if at > 0 else written


def _pdf(pages: Sequence[Drawable], names: Sequence[str]) -> bytes:
    settings = pages[0].settings

    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setTitle(settings.title or "Stanceline")
        writer.setCreator(f"Stanceline {__version__}")
        if settings.origin:
            writer.setDocumentXmpMetadata(QByteArray(_xmp(pages[0]).encode()))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setResolution(_PDF_DPI)
        painter = None
        for page in pages:
            # Points, so that the page has exactly the figure's size.
            width, height = page.pixels
            size = QSizeF(width * 72.0 / settings.dpi, height * 72.0 / settings.dpi)
            writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "figure", QPageSize.SizeMatchPolicy.ExactMatch))
            if painter is None:
                painter = QPainter(writer)
            else:
                writer.newPage()
            painter.save()
            factor = page.scale * _PDF_DPI / settings.dpi
            painter.scale(factor, factor)
            page.paint(painter)
            painter.restore()
        if painter is not None:
            painter.end()

    written = _collected(write)
    return with_outline(written, names) if len(pages) > 1 else written


def _xmp(figure: Drawable) -> str:
    """XMP (ISO 16684-1) with title, description, program and the view."""
    title, says = escaped(figure.settings.title or "Stanceline"), escaped(figure.subtitle)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{says}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>Stanceline {__version__}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:s="https://stanceline.org/ns/1/"><s:view rdf:parseType="Resource">
<rdf:value id="{ELEMENT}">{escaped(figure.settings.origin)}</rdf:value></s:view></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def estimated_bytes(figure: Figure, format_name: str) -> int:
    """About how large the file will be, from the number of pixels and of drawn things; within a factor of two or so."""
    width, height = figure.pixels
    texts = len(figure.plot.labels) if figure.plot is not None else 0
    marks = len(figure.plot.glyphs.x) + 3 * len(figure.plot.badges.x) if figure.plot is not None else 0
    runs = figure.plot.density.columns.size if figure.plot is not None else 0
    cells = len(figure.cells) if figure.cells is not None else 0
    things = texts + marks + 4 * cells + runs // 3 + 8 * len(figure.parts.legend) + len(figure.parts.sources) + 60
    if format_name == "svg":
        return 450 * things
    if format_name == "pdf":
        return 24_000 + 28 * things
    per_pixel = {"png": 0.035, "jpeg": 0.11, "webp": 0.05, "tiff": 0.12}[format_name]
    # Edges cost, plains are nearly free: they grow with the length of lines, not with the area.
    drawn = things * 900 * math.sqrt(width * height / 2_000_000)
    return round(width * height * per_pixel * 0.4 + drawn * (1.0 if format_name == "png" else 1.4))
