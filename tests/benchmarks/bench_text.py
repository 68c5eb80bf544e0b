"""Speed of reading: articles through the workers.

The texts are the two sample articles and the development corpus, repeated where more is needed.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = ROOT / "seeds"
DEVSET = ROOT / "tests" / "data" / "devset" / "texts"


def texts() -> list[str]:
    """The sample and the development corpus, in the order of their names."""
    return [path.read_text(encoding="utf-8") for folder in (SEEDS, DEVSET) for path in sorted(folder.glob("*.txt"))]


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


def figures() -> Iterator[Figure]:
    """All of them."""
    yield from article_figures()


if __name__ == "__main__":
    for found in figures():
        print(json.dumps(json.loads(found.line())))
