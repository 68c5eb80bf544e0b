"""Prints the figures of speed and memory: `python -m tests.benchmarks [PART ...] [--corpora DIR]`.

Parts: start, frames, matrix, export, loop, model, dates, text, clocks, edits, linking, memory, soak (all without a
name). The dates are read from AQUAINT where the folder of the public corpora is given. A part that fails says why and
the others go on.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.benchmarks.varied import CORPORA
from tests.figures import Figure, emit

PARTS = {
    "start": "tests.benchmarks.bench_start",
    "frames": "tests.benchmarks.bench_frames",
    "matrix": "tests.benchmarks.bench_matrix",
    "export": "tests.benchmarks.bench_export",
    "loop": "tests.benchmarks.bench_loop",
    "model": "tests.benchmarks.bench_model",
    "dates": "tests.benchmarks.bench_dates",
    "text": "tests.benchmarks.bench_text",
    "clocks": "tests.benchmarks.bench_clocks",
    "edits": "tests.benchmarks.bench_edits",
    "linking": "tests.benchmarks.bench_linking",
    "memory": "tests.benchmarks.bench_memory",
    "soak": "tests.benchmarks.bench_soak",
}


def part_figures(name: str) -> Iterator[Figure]:
    """The figures of one part, taken in a process of its own so that no part leaves anything behind."""
    code = f"from {PARTS[name]} import figures\nfor figure in figures():\n    print(figure.line(), flush=True)"
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert process.stdout is not None
    assert process.stderr is not None
    for line in process.stdout:
        if line.startswith('{"figure"'):
            yield Figure.read(line)
    last = (process.stderr.read().strip().splitlines() or ["it ended without a word"])[-1]
    if process.wait() != 0:
        yield Figure(name, None, "", keys={"why": last})


def main() -> int:
    """Print the figures of the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--corpora", type=Path, help="folder with timeml/")
    arguments = parser.parse_args()
    if arguments.corpora is not None:
        if not (arguments.corpora / "timeml" / "aquaint").is_dir():
            parser.error(f"{arguments.corpora} has no folder timeml/aquaint")
        os.environ[CORPORA] = str(arguments.corpora.resolve())
    wanted = arguments.parts or list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        parser.error(f"unknown part {unknown[0]}: use {', '.join(PARTS)}")
    for name in wanted:
        import_module(PARTS[name])
    for name in wanted:
        sys.stdout.write(f"# {name}\n")
        started = time.monotonic()
        emit(part_figures(name))
        sys.stdout.write(f"{name}: {time.monotonic() - started:.0f} s\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
