"""Puts the window into another language: a compiled translation beside the program, or a made-up one for tests."""

from __future__ import annotations

import os
import re

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from stanceline.paths import ResourceMissingError, resource

PSEUDO = "pseudo"
_ACCENTED = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
_KEPT = re.compile(r"(%[n\d]|\{\w+\}|&.)")
_LONGER = 0.3


class PseudoTranslator(QTranslator):
    """English that is a third longer, accented and in brackets: what is not translatable stands out, what is too
    narrow is cut. `asked` holds all texts that were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        self.asked.add((context, text))
        return pseudo(text, n)


def pseudo(text: str, number: int = -1) -> str:
    """A text as the made-up language has it; place holders and mnemonics stay."""
    if not text:
        return text
    parts = [part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(text)]
    said = "".join(parts)
    if number >= 0:
        said = said.replace("%n", str(number))
    return f"⟦{said}{'~' * max(1, round(len(text) * _LONGER))}⟧"


def install(app: QApplication, language: str = "") -> list[QTranslator]:
    """Use a language ("de", "pt_BR", `PSEUDO`): by default `STANCELINE_LANGUAGE`, else the system's.

    Without a translation of it the window stays English. The direction of writing follows the language; the time
    axis always runs from left to right.
    """
    wanted = language or os.environ.get("STANCELINE_LANGUAGE", "")
    if wanted == PSEUDO:
        made = PseudoTranslator()
        made.setParent(app)
        QCoreApplication.installTranslator(made)
        return [made]
    locale = QLocale(wanted) if wanted else QLocale.system()
    own = QTranslator(app)
    try:
        folder = str(resource("i18n"))
    except ResourceMissingError:
        return []
    if not own.load(locale, "stanceline", "_", folder, ".qm"):
        return []
    installed = [own]
    qt = QTranslator(app)
    if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        # Qt's first: what is installed last is asked first.
        installed.insert(0, qt)
    for one in installed:
        QCoreApplication.installTranslator(one)
    app.setLayoutDirection(locale.textDirection())
    return installed
