"""The one font that window and figures share, so that a figure is the same picture on every machine.

Source Sans Pro (SIL Open Font License 1.1), carried by the package `font-source-sans-pro`, whose code
never runs: the files are found through its metadata.
"""

import importlib.metadata
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

DISTRIBUTION = "font-source-sans-pro"
FAMILY = "Source Sans Pro"
STYLES = ("Regular", "It", "Semibold", "Bold")


@cache
def load_fonts() -> str:
    """Register the bundled font with Qt (once a process) and return its family.

    Where the package is missing, the name of the system's own sans-serif family is returned instead.
    """
    try:
        files = importlib.metadata.distribution(DISTRIBUTION).files or []
    except importlib.metadata.PackageNotFoundError:
        return QFont().defaultFamily()
    wanted = {f"SourceSansPro-{style}.ttf" for style in STYLES}
    loaded = [
        QFontDatabase.addApplicationFont(str(file.locate()))
        for file in files
        if Path(str(file)).name in wanted
    ]
    return FAMILY if any(number >= 0 for number in loaded) else QFont().defaultFamily()


def font(size_px: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """The bundled font at a size in device-independent pixels, unhinted so that widths scale exactly."""
    made = QFont(load_fonts())
    made.setPixelSize(max(1, round(size_px)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
