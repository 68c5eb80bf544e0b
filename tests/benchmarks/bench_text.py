"""Speed of reading: articles through the workers, assessing again, project files.

The texts are the two sample articles and the development corpus, repeated where more is needed.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.figures import Figure

if TYPE_CHECKING:
    from stanceline.records import Extraction

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = ROOT / "seeds"
DEVSET = ROOT / "tests" / "data" / "devset" / "texts"


def texts() -> list[str]:
    """The sample and the development corpus, in the order of their names."""
    return [path.read_text(encoding="utf-8") for folder in (SEEDS, DEVSET) for path in sorted(folder.glob("*.txt"))]


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def article_figures() -> Iterator[Figure]:
    """Articles read, parsed and extracted a second by two workers, and one worker's memory."""
    from stanceline.workers import read_all

    corpus = texts()
    count = 200
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(count):
            # A line of its own keeps each copy a different article.
            text = f"{corpus[number % len(corpus)]}\n\nCopy {number}.\n"
            (folder / f"article{number:04d}.txt").write_text(text, encoding="utf-8")
        spent = {}
        for workers in (1, 2):
            started = time.perf_counter()
            extractions, _ = read_all([folder], workers=workers)
            spent[workers] = time.perf_counter() - started
        tokens = round(sum(len(extraction.parse) for extraction in extractions) / len(extractions))
    for workers, seconds in spent.items():
        keys = {"workers": workers, "tokens_per_article": tokens, "n": count, "start_of_workers": "included"}
        yield Figure("articles_per_s", count / seconds, "1/s", keys=keys)
        yield Figure("article_ms", 1000 * seconds / count, "ms", keys=keys)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )
    yield Figure("worker_mb", children, "MB", keys={"workers": 1, "tokens_per_article": tokens})
    yield from assess_figures(list(extractions))


def assess_figures(extractions: "list[Extraction]") -> Iterator[Figure]:
    """Deriving an analysis anew, with a changed and with a new proposal."""
    from dataclasses import replace

    from stanceline.discourse.stances.proposals import load_proposals
    from stanceline.pipeline import derive

    proposals = load_proposals()
    derive(extractions, proposals=proposals)
    seconds = _timed(lambda: derive(extractions, proposals=proposals))
    keys = {"articles": len(extractions), "step": "derive everything"}
    yield Figure("assess_ms", 1000 * seconds, "ms", keys=keys)
    fresh = [replace(proposals[0], id="a-new-one", aliases=("bus lanes", "mining moratorium"))]
    seconds = _timed(lambda: derive(extractions, proposals=fresh))
    yield Figure("assess_ms", 1000 * seconds, "ms", keys={**keys, "step": "derive a brand-new proposal"})


def figures() -> Iterator[Figure]:
    """All of them."""
    yield from article_figures()


if __name__ == "__main__":
    for found in figures():
        print(json.dumps(json.loads(found.line())))
