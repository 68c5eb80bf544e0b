"""Speed of the model: a key typed into the search field, an edit on the disk, a project opened."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from stanceline.model.corpus import arrange, select
from stanceline.model.edits import SetStance
from stanceline.model.filters import Filter
from stanceline.model.prepared import prepare
from stanceline.model.project import Project
from stanceline.model.store import Store
from stanceline.records import ActorRow, Analysis, ArticleRow, EventRow, MentionRow
from stanceline.temporal.timex import DAY_S, days_from_civil
from tests.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
_WORDS = ("vote", "plan", "office", "summit", "treaty", "budget", "reform", "talks", "strike", "report", "council")


def _spent_ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def synthetic_analysis(n: int) -> Analysis:
    """`n` events of 20 actors over a hundred years."""
    rng = random.Random(1)
    first = days_from_civil(1924, 1, 1)
    mention = (MentionRow("a", 0, 4),)
    events = []
    for number in range(n):
        begin = (first + rng.randrange(36_525)) * DAY_S
        label = " ".join(rng.choices(_WORDS, k=3))
        who = (f"actor:{rng.randrange(20)}",)
        events.append(
            EventRow(
                f"e{number}", label, begin, begin + DAY_S, "day", None, "past", who, None, mention, (), "synthetic"
            )
        )
    actors = tuple(ActorRow(f"actor:{k}", f"Federation {k}", "organization", None, None, mention) for k in range(20))
    article = ArticleRow("a", None, "T", None, None, None, "en", "text", None, None, None, "unknown", (), ())
    return Analysis(articles=(article,), actors=actors, events=tuple(events))


def filter_figures() -> Iterator[Figure]:
    """From a key in the search field to the arrays that the next frame draws."""
    for n in (1_000, 10_000, 100_000):
        arrangement = arrange(prepare(synthetic_analysis(n)))
        keys = [text[:length] for text in ("summit treaty", "budget vote", "nothing") for length in range(1, len(text))]
        spent = [_spent_ms(partial(select, arrangement, Filter(text=text))) for text in keys]
        yield Figure("filter_key_ms", statistics.median(spent), "ms", keys={"n": n, "p95": _percentile(spent, 0.95)})


def edit_figures() -> Iterator[Figure]:
    """From an edit to its being on the disk."""
    with tempfile.TemporaryDirectory() as name:
        project = Project(Store.create(Path(name) / "case.stanceline"))
        spent = [_spent_ms(partial(project.apply, SetStance(f"s{n % 50}", n % 5 - 2))) for n in range(300)]
        project.close()
    keys = {"articles": 0, "events": 0, "p99": _percentile(spent, 0.99), "n": len(spent)}
    yield Figure("edit_commit_ms", statistics.median(spent), "ms", keys=keys)


def open_figures(articles: int = 200) -> Iterator[Figure]:
    """From opening a project to the analysis being there, the deriving process started anew."""
    from stanceline.discourse.stances.proposals import load_proposals
    from stanceline.workers import Counseled, Deriver, DeriverFailed, read_all

    extractions, _ = read_all([ROOT / "seeds"])
    copies = []
    for number in range(articles):
        found = extractions[number % len(extractions)]
        copies.append(replace(found, article=replace(found.article, id=f"{found.article.id}-{number:04}")))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "case.stanceline"
        made = Project(Store.create(path))
        made.set_proposals(load_proposals())
        made.add_extractions(copies)
        made.close()
        started = time.perf_counter()
        project, deriver = Project(Store.open(path)), Deriver()
        opened = time.perf_counter() - started
        deriver.update(project)
        while not (answers := deriver.poll()):
            deriver.mailbox.wait(1.0)
        if isinstance(answers[0], DeriverFailed | Counseled):
            raise RuntimeError(answers[0].says)
        answers[0].give_to(project)
        seconds = time.perf_counter() - started
        keys = {"articles": articles, "events": len(project.analysis.events), "file_s": round(opened, 3)}
        deriver.close()
        project.close()
    yield Figure("project_open_s", seconds, "s", keys=keys)


def figures() -> Iterator[Figure]:
    """All of them."""
    yield from filter_figures()
    yield from edit_figures()
    yield from open_figures()


if __name__ == "__main__":
    for figure in figures():
        print(figure.line())
