"""Speed of the date engine: its rate on varied news, its start, its growth, its worst inputs, and dateparser beside it.

Seconds are processor seconds of one process unless the figure says `wall`. Nothing that one article teaches helps the
next: the copies differ in digits and names, and the engine's few small caches are emptied before each article.
"""

import functools
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from stanceline.temporal.finding.tagger import find_candidates, warm_up
from stanceline.temporal.timex import DocumentTime, format_day
from stanceline.temporal.values.normalizer import resolve_all
from tests.benchmarks.varied import sources, varied_articles
from tests.figures import Figure
from tests.hostile import hostile_text

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE = 10_000_000
FUZZ_INPUTS, FUZZ_SIZE = 10_000, 20_000
PEER_SIZE = 40_000
"""Characters that dateparser is given: it reads about a hundredth of what the engine does."""
WALLS = {
    "digits": "7", "digits apart": "1 ", "commas": ",", "months": "March ", "letters": "a", "slashes": "12/",
    "line breaks": "\n ", "quotes": "’", "last": "last ", "weekdays": "Monday after ",
}  # fmt: skip
_READY = """
import time
started = time.perf_counter()
from stanceline.temporal.values.normalizer import resolve_all
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.timex import DocumentTime
resolve_all("on Friday", find_candidates("on Friday"), DocumentTime.stated(19_550, "user"))
print(time.perf_counter() - started)
"""
Articles = list[tuple[str, int]]


def read(text: str, day: int) -> int:
    """Find and resolve one text's date expressions; how many there were."""
    return len(resolve_all(text, find_candidates(text), DocumentTime.stated(day, "user")))


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of a piece of work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def caches() -> list[Any]:
    """The engine's caches of words and days. Those of its tables hold no text, those of a text only that text."""
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("stanceline.temporal")]
    held = {id(value): value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")}
    return [value for value in held.values() if (value.cache_parameters()["maxsize"] or 0) >= 1000]


def read_all(articles: Iterable[tuple[str, int]], forget: Iterable[Any] = ()) -> tuple[float, int]:
    """Processor seconds and expressions of many texts, with the caches in `forget` emptied before each."""
    found, emptied = 0, list(forget)
    started = time.process_time()
    for text, day in articles:
        for cache in emptied:
            cache.cache_clear()
        found += read(text, day)
    return time.process_time() - started, found


def peak_mb() -> float:
    """The most memory this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


# ---- rate ------------------------------------------------------------------------------------------------


def rate_figures(articles: Articles, name: str) -> Iterator[Figure]:
    """Kilobytes a second beside dateparser on the same texts, and what the caches would add."""
    size = _kilobytes(articles)
    head: Articles = []
    while sum(len(text) for text, _ in head) < PEER_SIZE:
        head.append(articles[len(head)])
    peer = _kilobytes(head) / spent(lambda: _search_dates(head))
    seconds, found = read_all(articles, caches())
    keys = {"texts": name, "kb": round(size), "articles": len(articles), "expressions": found}
    told = f"dateparser's search_dates on the first {len(head)} of these articles"
    goal = {"goal": 1000, "caches": "emptied before each article"}
    yield Figure("timexes_kb_per_s", size / seconds, "kB/s", peer, told, {**keys, **goal})
    yield Figure("timexes_over_dateparser", size / seconds / peer, "times", keys={"texts": name})
    warm, _ = read_all(articles)
    yield Figure("timexes_kb_per_s", size / warm, "kB/s", keys={"texts": name, "caches": "kept"})


def _kilobytes(articles: Articles) -> float:
    return sum(len(text.encode()) for text, _ in articles) / 1000


def _search_dates(articles: Articles) -> None:
    """As a user of Python would call it: the language and the day told, everything else left alone."""
    import datetime

    from dateparser.search import search_dates

    epoch = datetime.datetime(1970, 1, 1)
    for text, day in articles:
        search_dates(text, languages=["en"], settings={"RELATIVE_BASE": epoch + datetime.timedelta(days=day)})


def memory_figures(name: str) -> Iterator[Figure]:
    """How much the process grows from the first fifth of the texts to the end, keeping nothing that it found."""
    articles = varied_articles(SIZE)
    length = 0
    for text, day in articles:
        read(text, day)
        length += len(text)
        if length > SIZE // 5:
            break
    before = peak_mb()
    read_all(articles)
    keys = {"texts": name, "n": SIZE, "over": SIZE // 5, "peak_mb": round(peak_mb())}
    yield Figure("timexes_memory_growth_mb", peak_mb() - before, "MB", keys=keys)


def command_figures(articles: Articles, name: str) -> Iterator[Figure]:
    """The whole command: a process started, JSON Lines read and written."""
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        rows = (
            {"id": f"a{number}", "published": format_day(day), "text": text}
            for number, (text, day) in enumerate(articles)
        )
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        started = time.perf_counter()
        command = [sys.executable, "-m", "stanceline", "timexes", str(given), "-q", "-o", str(out)]
        subprocess.run(command, check=True, cwd=ROOT)
        seconds = time.perf_counter() - started
        keys = {"texts": name, "clock": "wall", "with": "start of the process, JSON read and written"}
        yield Figure("timexes_command_kb_per_s", _kilobytes(articles) / seconds, "kB/s", keys=keys)


def ready_figures() -> Iterator[Figure]:
    """Seconds until a fresh process has resolved its first expression, its imports included."""
    times = [
        float(subprocess.run([sys.executable, "-c", _READY], check=True, capture_output=True, text=True).stdout)
        for _ in range(5)
    ]
    keys = {"goal": 0.2, "clock": "wall", "fresh_processes": len(times), "best": round(min(times), 3)}
    yield Figure("timexes_ready_s", statistics.median(times), "s", keys=keys)


# ---- growth and worst cases --------------------------------------------------------------------------------


def growth_figures(articles: Articles, name: str) -> Iterator[Figure]:
    """Time for twice as much, as articles and as one long text."""
    joined = "\n\n".join(text for text, _ in articles)
    day = articles[0][1]
    doubled = joined + "\n\n" + joined
    one, two = (min(spent(functools.partial(read, text, day)) for _ in range(2)) for text in (joined, doubled))
    keys = {"texts": name, "n": len(doubled), "over": len(joined), "goal": 2.2, "as": "one text"}
    yield Figure("timexes_growth", two / one, "ratio", 2.0, "linear growth", keys)
    del joined, doubled
    twice = list(varied_articles(2 * SIZE))
    ratio = read_all(twice)[0] / read_all(articles)[0]
    keys |= {"n": 2 * SIZE, "over": SIZE, "as": "articles"}
    yield Figure("timexes_growth", ratio, "ratio", _kilobytes(twice) / _kilobytes(articles), "linear growth", keys)


def worst_figures() -> Iterator[Figure]:
    """The slowest of many hostile inputs, and megabytes of one thing."""
    slowest: list[tuple[float, int]] = []
    total = 0.0
    for seed in range(FUZZ_INPUTS):
        seconds = _hostile_seconds(seed)
        total += seconds
        slowest = sorted([*slowest, (seconds, seed)], reverse=True)[:5]
    # A busy machine can only make a run longer: the slowest are taken again, and their best counts.
    again = [(min(first, *(_hostile_seconds(seed) for _ in range(3))), seed) for first, seed in slowest]
    seconds, seed = max(again)
    keys: dict[str, Any] = {
        "n": FUZZ_SIZE,
        "inputs": FUZZ_INPUTS,
        "seed": seed,
        "goal": 0.1,
        "mean": round(total / FUZZ_INPUTS, 4),
    }
    yield Figure("timexes_fuzz_worst_s", seconds, "s", keys=keys)
    for name, unit in WALLS.items():
        keys = {"text": name, "n": 5_000_000}
        yield Figure("timexes_wall_s", _seconds((unit * (5_000_000 // len(unit) + 1))[:5_000_000]), "s", keys=keys)


def _hostile_seconds(seed: int) -> float:
    return _seconds(hostile_text(seed, FUZZ_SIZE))


def _seconds(text: str) -> float:
    return spent(functools.partial(read, text, 19_550))


def figures() -> Iterator[Figure]:
    """All of them."""
    yield from ready_figures()
    warm_up()
    name, _ = sources()
    yield from memory_figures(name)
    articles = list(varied_articles(SIZE))
    yield from rate_figures(articles, name)
    yield from command_figures(articles, name)
    yield from growth_figures(articles, name)
    del articles
    yield from worst_figures()


if __name__ == "__main__":
    for found in figures():
        print(found.line(), flush=True)
