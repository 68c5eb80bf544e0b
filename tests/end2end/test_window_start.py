"""The window as a process: what it loads before the first frame, and what it says without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.bench_start import _OURS, run_once

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_first_frame_needs_qt_alone(tmp_path: Path) -> None:
    _, heavy = run_once(_OURS, "offscreen", tmp_path)
    assert heavy == "-"


def test_without_a_display_the_window_says_so_in_one_line() -> None:
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "stanceline"], env=surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "display" in done.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["analyze", "--help"]])
def test_help_and_version_load_no_qt(arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from stanceline.__main__ import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "stanceline" in done.stdout


def test_unknown_options_are_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "stanceline", "--nonsense"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "--nonsense" in done.stderr
