"""The one font that window and figures share, so that a figure is the same picture on every machine.

Source Sans Pro (SIL Open Font License 1.1), carried by the package `font-source-sans-pro`, whose code
never runs.
"""

import importlib.util
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

PACKAGE = "font_source_sans_pro"
FAMILY = "Source Sans Pro"
STYLES = ("Regular", "It", "Semibold", "Bold")


@cache
def load_fonts() -> str:
    """Register the bundled font with Qt (once a process) and return its family.

    Where the package is missing, the name of the system's own sans-serif family is returned instead.
    """
    # Found as a package and not through its metadata, whose reader takes longer than the fonts to load.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return QFont().defaultFamily()
    folder = Path(next(iter(spec.submodule_search_locations))) / "files"
    files = [folder / f"SourceSansPro-{style}.ttf" for style in STYLES]
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files if file.is_file()]
    return FAMILY if any(number >= 0 for number in loaded) else QFont().defaultFamily()


def font(size_px: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """The bundled font at a size in device-independent pixels, unhinted so that widths scale exactly."""
    made = QFont(load_fonts())
    made.setPixelSize(max(1, round(size_px)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
