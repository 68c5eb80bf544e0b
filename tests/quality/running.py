"""Running the program and the scorers, and turning what the scorers say into figures."""

import importlib
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
MEASURE = Path(__file__).resolve().parent / "measure"
DATA = ROOT / "tests" / "data"
SEEDS = ROOT / "seeds"


def run(*command: str | Path) -> str:
    """Run a Python command and return its standard output; a scorer's complaint ends the run."""
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, command))}\nended with status {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout


def stanceline(*arguments: str | Path) -> None:
    """Run the program."""
    run("-m", "stanceline", *arguments)


def read_json(path: Path) -> dict[str, Any]:
    """One JSON object."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def scorer(name: str) -> ModuleType:
    """A script of `measure` as a module, for what its command line does not give."""
    if str(MEASURE) not in sys.path:
        sys.path.insert(0, str(MEASURE))
    return importlib.import_module(name)


def figure(scores: dict[str, Any], name: str, source: str, **keys: Any) -> Figure:
    """One figure of `score_analysis.py`, named `source` there, with its confidence interval."""
    found = scores["figures"].get(source) or {"value": None}
    bounds = {key: found[key] for key in ("low", "high") if found.get(key) is not None}
    why = {} if found["value"] is not None else {"why": "nothing of this kind in the corpus"}
    return Figure(name, found["value"], "share", keys={**keys, **bounds, **why})
