"""Runs the program as a process, in surroundings that a test can change."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two sample articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Calls `stanceline ARGUMENTS` and returns what it printed; `env` adds to the environment."""
    profile = tmp_path_factory.mktemp("profile")

    def run(
        *arguments: object, env: dict[str, str] | None = None, **options: Any
    ) -> "subprocess.CompletedProcess[str]":
        surroundings = {**os.environ, "STANCELINE_PROFILE": str(profile), **(env or {})}
        surroundings.pop("DISPLAY", None)
        command = [sys.executable, "-m", "stanceline", *map(str, arguments)]
        done: subprocess.CompletedProcess[str] = subprocess.run(
            command, capture_output=True, text=True, env=surroundings, timeout=110, check=False, **options
        )
        return done

    return run


@pytest.fixture(scope="session")
def seed_analysis(program: Run, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's analysis, made once."""
    out = tmp_path_factory.mktemp("seeds") / "seeds.json"
    done = program("analyze", seeds, "-o", out)
    assert done.returncode == 0, done.stderr
    return out
