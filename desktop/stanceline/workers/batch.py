"""Reads everything at once and waits for it: for the commands."""

from collections.abc import Callable, Sequence
from pathlib import Path

from stanceline.codec import decode_extraction
from stanceline.reading.article import Problem
from stanceline.records import Extraction
from stanceline.workers.messages import DEFAULT_STEPS, Limits, Steps
from stanceline.workers.pool import ArticleReady, ProblemFound, Progress, ReadingPool

OnProgress = Callable[[int, int, str], None]


def read_all(
    paths: Sequence[Path],
    workers: int = 2,
    on_progress: OnProgress | None = None,
    *,
    steps: Steps = DEFAULT_STEPS,
    limits: Limits | None = None,
) -> tuple[list[Extraction], list[Problem]]:
    """The extractions of all files below `paths`, by id, and what could not be read.

    The result does not depend on the number of workers nor on the order of `paths`. Raises `ModelError` before
    anything is read, and `KeyboardInterrupt` with all workers ended.
    """
    pool = ReadingPool(workers, steps=steps, limits=limits)
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    try:
        pool.submit(paths)
        while pool.is_busy:
            for event in pool.poll():
                match event:
                    case Progress(_, done, total, name) if on_progress is not None:
                        on_progress(done, total, name)
                    case ArticleReady(summary, content):
                        contents[summary.id] = content
                    case ProblemFound(problem, _):
                        problems.append(problem)
            if pool.is_busy:
                pool.mailbox.wait(0.5)
    finally:
        pool.close()
    found = [decode_extraction(contents[ident]) for ident in sorted(contents)]
    return found, sorted(dict.fromkeys(problems), key=lambda p: (p.path or "", p.article or "", p.code, p.says))
