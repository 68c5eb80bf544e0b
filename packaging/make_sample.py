"""Reads the sample's articles and keeps what they yield under resources/sample, for the first start of the program."""

import sys
from pathlib import Path

from stanceline.model.sample import keep_sample
from stanceline.paths import sample_folder
from stanceline.workers import read_all

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sample"


def main() -> int:
    """Make it anew; problems are told and end with status 1."""
    extractions, problems = read_all([sample_folder()])
    for problem in problems:
        sys.stderr.write(f"{problem.says}\n")
    keep_sample(extractions, FOLDER)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
