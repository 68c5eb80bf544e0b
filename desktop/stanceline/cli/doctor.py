"""`stanceline doctor`: versions, where things come from, whether they are whole, and what is missing."""

import argparse
import importlib.metadata
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stanceline import StancelineError, __version__, paths
from stanceline.cli.options import common_options
from stanceline.cli.output import DONE, NOTHING_DONE, WITH_PROBLEMS

PACKAGES = (
    "PySide6-Essentials",
    "pyqtgraph",
    "pandas",
    "numpy",
    "dateparser",
    "spacy",
    "apsw",
    "msgspec",
    "trafilatura",
    "htmldate",
)
LIBRARIES = "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libgssapi-krb5-2 fonts-dejavu-core"
RESOURCES = (
    "rules", "lexicons", "actors", "references", "proposals", "theme", "icons", "model", "scorer", "help",
    "sample",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `remedy` is empty where all is well."""

    subject: str
    says: str
    remedy: str = ""


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "doctor",
        help="say what is installed, whole, and missing",
        description="Prints versions, where rules and the language model come from and whether they are whole, "
        "fonts, the Qt platform, and what is missing with how to get it.",
        epilog="example:\n  stanceline doctor\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options()],
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0 where all is well, 1 where something is missing, 2 where articles cannot be read at all."""
    findings = list(find_all())
    for finding in findings:
        if finding.remedy or not arguments.quiet:
            print(f"{'!!' if finding.remedy else 'ok'} {finding.subject}: {finding.says}")
            if finding.remedy:
                print(f"   {finding.remedy}")
    broken = [finding for finding in findings if finding.remedy]
    if any(finding.subject == "language model" for finding in broken):
        return NOTHING_DONE
    return WITH_PROBLEMS if broken else DONE


def find_all() -> Iterator[Finding]:
    """Every line of the report, in reading order."""
    yield Finding("stanceline", f"{__version__} in {paths.resource('rules').parent.parent}")
    yield _python()
    yield from map(_package, PACKAGES)
    yield _language_model()
    yield from map(_resource, RESOURCES)
    yield _display()
    yield _qt()
    for name, folder in (("settings", paths.config_folder()), ("recovery", paths.state_folder())):
        yield Finding(f"{name} folder", f"{folder}{'' if folder.exists() else ' (made when first needed)'}")


def _python() -> Finding:
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    remedy = "" if sys.version_info >= (3, 11) else "Stanceline needs Python 3.11 or newer."
    return Finding("Python", found, remedy)


def _package(name: str) -> Finding:
    try:
        return Finding(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Finding(name, "not installed", f'Install it with: pip install "{name}"')


def _language_model() -> Finding:
    from stanceline.discourse.language import ModelError, verify_model

    try:
        folder = verify_model()
    except ModelError as error:
        return Finding("language model", "cannot be used", str(error))
    return Finding("language model", f"{folder.name} in {folder.path}, all files as verified")


def _resource(name: str) -> Finding:
    try:
        folder = paths.resource(name)
    except StancelineError as error:
        return Finding(name, "missing", str(error))
    return Finding(name, f"{sum(1 for path in folder.rglob('*') if path.is_file())} files in {folder}")


def _display() -> Finding:
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return Finding("display", f"QT_QPA_PLATFORM={chosen}")
    if sys.platform != "linux":
        return Finding("display", "native")
    for variable in ("WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(variable):
            return Finding("display", f"{variable}={os.environ[variable]}")
    return Finding("display", "none: the window cannot open here; analyze, timexes and export work without one")


def _qt() -> Finding:
    # In a process of its own: this command must say what is wrong with Qt, not fail with it.
    code = (
        "from PySide6 import QtCore, QtGui; app = QtGui.QGuiApplication([]); "
        "print(QtCore.qVersion(), app.platformName(), QtGui.QFontDatabase.families().__len__())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False, env=_calm()
    )
    if done.returncode == 0:
        version, platform_name, families = done.stdout.split()
        return Finding("Qt", f"{version} starts (platform {platform_name}), {families} font families")
    last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
    return Finding("Qt", f"cannot start: {last}", f"On Debian or Ubuntu install: {LIBRARIES}")


def _calm() -> dict[str, str]:
    """The environment, with the platform that needs no display where there is none."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment
