"""The packages that the program stands on, with their licenses, as their installed copies tell them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_PROGRAM = "stanceline"
_LICENSE_FILE = re.compile(r"(^|/)(licen[cs]es?|copying|notice)[^/]*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60
_DISTRIBUTED_APART = {
    "PySide6_Essentials": "LGPL-3.0: https://www.gnu.org/licenses/lgpl-3.0.txt\nSource: https://code.qt.io/cgit/pyside/",
    "shiboken6": "LGPL-3.0: https://www.gnu.org/licenses/lgpl-3.0.txt\nSource: https://code.qt.io/cgit/pyside/",
}
"""Packages that come without the text of their license."""


@dataclass(frozen=True)
class Package:
    """One installed package; `license` is short, `texts` are the whole ones."""

    name: str
    version: str
    license: str
    texts: tuple[str, ...]


def packages() -> list[Package]:
    """The program itself first, then all that it needs, directly or not, by name."""
    found: dict[str, Distribution] = {}
    _collect(_PROGRAM, found)
    known = [_package(one) for one in found.values()]
    return sorted(known, key=lambda one: (one.name.casefold() != _PROGRAM, one.name.casefold()))


def _collect(name: str, found: dict[str, Distribution]) -> None:
    try:
        one = distribution(name)
    except PackageNotFoundError:
        # Needed on another system or by an extra only.
        return
    key = re.sub(r"[-_.]+", "-", one.metadata["Name"]).casefold()
    if key in found:
        return
    found[key] = one
    for requirement in one.requires or ():
        needed = _NAME.match(requirement)
        if needed is not None and "extra ==" not in requirement:
            _collect(needed[0], found)


def _package(one: Distribution) -> Package:
    name = one.metadata["Name"]
    texts = [
        Path(str(one.locate_file(file))).read_text(encoding="utf-8", errors="replace")
        for file in one.files or ()
        if _LICENSE_FILE.search(str(file)) and not str(file).endswith((".py", ".pyc"))
    ]
    if not texts and name in _DISTRIBUTED_APART:
        texts = [_DISTRIBUTED_APART[name]]
    return Package(name, one.version, _license_name(one), tuple(dict.fromkeys(texts)))


def _license_name(one: Distribution) -> str:
    fields: dict[str, str | list[str]] = one.metadata.json
    stated = str(fields.get("license_expression") or fields.get("license") or "").strip().split("\n")[0]
    if stated and len(stated) <= _LONGEST:
        return stated
    classifiers = [text for text in fields.get("classifier", []) if text.startswith("License ::")]
    return classifiers[0].rsplit(" :: ", 1)[-1] if classifiers else stated[:_LONGEST]
