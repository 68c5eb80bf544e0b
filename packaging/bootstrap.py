"""Makes `.venv` ready: virtual environment, locked and hashed packages, the system libraries that Qt needs.

    python3 packaging/bootstrap.py

Standard library only. As root or in CI (CI=true) missing Debian packages are installed; otherwise they are
named in one line to copy, and nothing else happens. Exit status 0 ready, 1 something is missing.
"""

import ctypes.util
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.txt"
STAMP = VENV / "stanceline-ready"
LIBRARIES = {
    "glib-2.0": "libglib2.0-0",
    "GL": "libgl1",
    "EGL": "libegl1",
    "xkbcommon": "libxkbcommon0",
    "fontconfig": "libfontconfig1",
    "dbus-1": "libdbus-1-3",
    "gssapi_krb5": "libgssapi-krb5-2",
    "xcb-cursor": "libxcb-cursor0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
}


class BootstrapError(Exception):
    """Something is missing; the text says how to get it."""


def main() -> int:
    """Make everything ready that is not; a second call does nothing."""
    try:
        if sys.version_info < (3, 11):  # noqa: UP036  # this file runs on whatever python3 is
            raise BootstrapError(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
        _system_libraries()
        if not _is_ready():
            _environment()
            _packages()
            STAMP.write_text(_digest(), encoding="utf-8")
        _compile()
    except BootstrapError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"This command failed (status {error.returncode}): {' '.join(map(str, error.cmd))}\n")
        return 1
    return 0


def _digest() -> str:
    """Changes when the lock, the declared package, or the interpreter does."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _is_ready() -> bool:
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == _digest()


def _may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _sudo() -> list[str] | None:
    """How to become root without asking: nothing as root, sudo in CI, None otherwise."""
    if _may_install():
        return []
    if os.environ.get("CI") and shutil.which("sudo") and shutil.which("apt-get"):
        return ["sudo", "-n"]
    return None


def _install(packages: list[str], why: str) -> None:
    sudo = _sudo()
    if sudo is None:
        raise BootstrapError(
            f"{why} Install it with:\n  sudo apt-get install --no-install-recommends {' '.join(packages)}"
        )
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        # A fresh machine knows no packages until its lists are fetched.
        subprocess.run([*sudo, "apt-get", "update", "-qq"], env=environment, check=True)
        subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=True)


def _has_library(name: str) -> bool:
    """Whether the dynamic linker finds it. `find_library` needs ldconfig, gcc or ld; ask the linker itself too."""
    if ctypes.util.find_library(name):
        return True
    for version in ("0", "1", "3", ""):
        try:
            ctypes.CDLL(f"lib{name}.so.{version}".rstrip("."))
        except OSError:
            continue
        return True
    return False


def _system_libraries() -> None:
    if sys.platform != "linux":
        return
    missing = [package for name, package in LIBRARIES.items() if not _has_library(name)]
    if missing:
        _install([*missing, "fonts-dejavu-core"], "Qt needs system libraries that are missing.")


def _environment() -> None:
    """Create `.venv` with pip in it, also where Debian keeps `ensurepip` in a package of its own."""
    if (VENV / "bin" / "python").exists() and _has_pip():
        return
    if importlib.util.find_spec("ensurepip") is None and importlib.util.find_spec("pip") is None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        _install([version], "Python's venv module has no pip to put into a virtual environment.")
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is not None:
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)], check=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(VENV / "bin" / "python"), "install", "-q", "pip"], check=True
    )


def _has_pip() -> bool:
    found = subprocess.run([VENV / "bin" / "python", "-m", "pip", "--version"], capture_output=True, check=False)
    return found.returncode == 0


def _packages() -> None:
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    sys.stderr.write("Installing the locked packages into .venv (about 900 MB, once) ...\n")
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)


def _compile() -> None:
    """Byte-compile the program now: where Python may not write beside the source, every start would do it again."""
    source = str(ROOT / "desktop" / "stanceline")
    subprocess.run([VENV / "bin" / "python", "-m", "compileall", "-q", source], check=False)


if __name__ == "__main__":
    sys.exit(main())
