"""Prints the figures of quality: `python -m tests.quality [--only PART] [--corpora DIR]`.

Everything is measured through the program's own commands and scored by the scripts in `measure`. What is in
`tests/data` is always measured, the public corpora only where their folder is given. Parts: seeds, dates, debates,
rules, stances, quotes (all without a name). What the program tells of itself in its guide is written anew from it.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.figures import Figure, emit
from tests.quality.dating import timeml_dating_figures
from tests.quality.debates import debate_date_figures, debate_figures
from tests.quality.narrative import narrative_figures
from tests.quality.polarity import polarity_figures
from tests.quality.pronouns import pronoun_figures
from tests.quality.published import publish
from tests.quality.quotes import polnear_figures
from tests.quality.rules import rule_figures
from tests.quality.running import MEASURE
from tests.quality.seeds import seed_figures
from tests.quality.sentences import sentence_figures
from tests.quality.timeml import timeml_figures

Part = Callable[[Path, Path | None], Iterator[Figure]]


def _seeds(work: Path, corpora: Path | None) -> Iterator[Figure]:
    yield from seed_figures(work)


def _dates(work: Path, corpora: Path | None) -> Iterator[Figure]:
    if corpora is not None:
        yield from timeml_figures(work, corpora)
    yield from narrative_figures(work)
    yield from sentence_figures(work)
    yield from debate_date_figures(work)
    if corpora is not None:
        yield from timeml_dating_figures(work, corpora)


def _debates(work: Path, corpora: Path | None) -> Iterator[Figure]:
    yield from debate_figures(work)
    yield from pronoun_figures()


def _rules(work: Path, corpora: Path | None) -> Iterator[Figure]:
    yield from rule_figures(work)


def _stances(work: Path, corpora: Path | None) -> Iterator[Figure]:
    if corpora is not None:
        yield from polarity_figures(corpora / "stance", work, MEASURE / "score_stance.py")


def _quotes(work: Path, corpora: Path | None) -> Iterator[Figure]:
    if corpora is not None:
        yield from polnear_figures(work, corpora)


PARTS: dict[str, Part] = {
    "seeds": _seeds,
    "dates": _dates,
    "debates": _debates,
    "rules": _rules,
    "stances": _stances,
    "quotes": _quotes,
}


def main() -> int:
    """Print all figures, or those of one part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=list(PARTS), help="this part alone; may be repeated")
    parser.add_argument("--corpora", type=Path, help="folder with timeml/, quotes/ and stance/")
    parser.add_argument("--keep", type=Path, help="keep all intermediate files in this folder")
    arguments = parser.parse_args()
    corpora, wanted = arguments.corpora, arguments.only or list(PARTS)
    if corpora is not None and not corpora.is_dir():
        parser.error(f"{corpora} is no folder")
    if corpora is None and arguments.only and set(arguments.only) <= {"stances", "quotes"}:
        parser.error(f"{arguments.only[0]} are measured on the public corpora: give their folder with --corpora")

    def show(work: Path) -> None:
        publish(emit(figure for name in wanted for figure in PARTS[name](work, corpora and corpora.resolve())))

    if arguments.keep is not None:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        show(arguments.keep.resolve())
        return 0
    with tempfile.TemporaryDirectory() as work:
        show(Path(work))
    return 0


if __name__ == "__main__":
    sys.exit(main())
