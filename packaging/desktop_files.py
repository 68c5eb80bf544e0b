"""Installs what a desktop needs to know of the program, and draws its icons for every platform.

    python packaging/desktop_files.py install PREFIX    entry, metadata, file type and icons below PREFIX/share
    python packaging/desktop_files.py icons FOLDER      stanceline.ico, stanceline.icns and PNGs of every size

Icons are drawn from the one SVG: nothing that can be made again is kept.
"""

import argparse
import os
import shutil
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
APP_ID = "org.stanceline.Stanceline"
APP_ICON = ROOT / "resources" / "icons" / "stanceline.svg"
TYPE_ICON = LINUX / "application-x-stanceline-project.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Sides in px of the icons of Linux desktops."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {
    16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10",
}  # fmt: skip


def draw(svg: Path, side: int) -> bytes:
    """The icon as a PNG of `side` x `side` px."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes and refuse them
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """A Windows icon of PNGs by their sides."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for side, picture in pictures.items():
        # 256 px are written as 0.
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """A macOS icon of PNGs by their sides."""
    parts = b"".join(
        ICNS_TYPES[side] + struct.pack(">I", len(picture) + 8) + picture for side, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def mime_info() -> str:
    """The description of the file type, with the mark that the program writes into its projects."""
    from stanceline.model.migrations import APPLICATION_ID

    text = (LINUX / f"{APP_ID}-mime.xml").read_text(encoding="utf-8")
    return text.replace('"APPLICATION_ID"', f'"0x{APPLICATION_ID:08x}"')


def install(prefix: Path) -> list[Path]:
    """Write everything below `prefix`/share; the files that were written."""
    share, written = prefix / "share", []

    def put(place: str, content: bytes) -> None:
        path = share / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)

    put(f"applications/{APP_ID}.desktop", (LINUX / f"{APP_ID}.desktop").read_bytes())
    put(f"metainfo/{APP_ID}.metainfo.xml", (LINUX / f"{APP_ID}.metainfo.xml").read_bytes())
    put(f"mime/packages/{APP_ID}.xml", mime_info().encode())
    for side in SIZES:
        put(f"icons/hicolor/{side}x{side}/apps/{APP_ID}.png", draw(APP_ICON, side))
        put(f"icons/hicolor/{side}x{side}/mimetypes/{TYPE_ICON.stem}.png", draw(TYPE_ICON, side))
    put(f"icons/hicolor/scalable/apps/{APP_ID}.svg", APP_ICON.read_bytes())
    put(f"icons/hicolor/scalable/mimetypes/{TYPE_ICON.name}", TYPE_ICON.read_bytes())
    symbolic = f"{APP_ID}-symbolic.svg"
    put(f"icons/hicolor/symbolic/apps/{symbolic}", (LINUX / symbolic).read_bytes())
    return written


def icons(folder: Path) -> list[Path]:
    """Write the icons of Windows and macOS, and PNGs of every size; the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {side: draw(APP_ICON, side) for side in sorted({*SIZES, *ICO_SIZES, *ICNS_TYPES})}
    made = {f"stanceline-{side}.png": picture for side, picture in drawn.items()}
    made["stanceline.ico"] = ico({side: drawn[side] for side in ICO_SIZES})
    made["stanceline.icns"] = icns({side: drawn[side] for side in ICNS_TYPES})
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("install", "icons"))
    parser.add_argument("place", type=Path)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    for path in (install if arguments.what == "install" else icons)(arguments.place.expanduser()):
        sys.stdout.write(f"{path}\n")
    app.quit()
    if arguments.what == "install":
        for tool in ("update-desktop-database", "update-mime-database", "gtk-update-icon-cache"):
            if shutil.which(tool):
                sys.stdout.write(f"Then run {tool} on its folder below {arguments.place}/share.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
