"""The package that a user installs carries everything it needs, and the lock promises what it should."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.end2end.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_wheel_carries_every_resource_and_the_sample(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    for folder in ("resources", "seeds"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        for path in files:
            name = f"stanceline/{path.relative_to(ROOT)}"
            assert name in inside
            assert wheel.read(name) == path.read_bytes()


def test_installed_copy_finds_its_resources_without_the_checkout(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = (
        "from stanceline import paths; from stanceline.discourse.stances.proposals import load_proposals; "
        "from stanceline.temporal.references.events import load_references; "
        "print(paths.resource('rules'), paths.sample_folder()); assert load_proposals() and load_references()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(str(tmp_path)) == 2


def test_lock_has_hashes_and_neither_addresses_nor_torch() -> None:
    lock = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    packages = re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE)
    assert len(packages) > 30
    assert lock.count("==") <= lock.count("--hash=sha256:")
    assert "://" not in lock
    assert not {"torch", "tensorflow", "onnxruntime"} & set(packages)
    assert not [name for name in packages if name.startswith("nvidia")]


def test_qt_stays_below_the_release_that_ends_the_interpreter() -> None:
    lock = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    found = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", lock, re.MULTILINE)
    assert found is not None
    assert (6, 11) <= (int(found[1]), int(found[2])) < (6, 12)
