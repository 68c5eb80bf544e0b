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


def _spent_ms(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    started = clock()
    work()
    return (clock() - started) * 1000


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
        typed = [
            text[:length] for text in ("summit treaty", "budget vote", "nothing") for length in range(1, len(text))
        ]
        spent = [_spent_ms(partial(select, arrangement, Filter(text=text)), time.process_time) for text in typed]
        goal = {"goal_p95": 16} if n == 100_000 else {}
        keys = {"n": n, "p95": round(_percentile(spent, 0.95), 2), "clock": "processor", **goal}
        yield Figure("filter_key_ms", statistics.median(spent), "ms", keys=keys)


def edit_figures() -> Iterator[Figure]:
    """From an edit to its being on the disk."""
    with tempfile.TemporaryDirectory() as name:
        project = Project(Store.create(Path(name) / "case.stanceline"))
        spent = [_spent_ms(partial(project.apply, SetStance(f"s{n % 50}", n % 5 - 2))) for n in range(300)]
        project.close()
    keys = {"articles": 0, "events": 0, "p99": _percentile(spent, 0.99), "n": len(spent)}
    yield Figure("edit_commit_ms", statistics.median(spent), "ms", keys=keys)


def open_figures(articles: int) -> Iterator[Figure]:
    """From opening a project to the analysis being there: derived by a process started anew, then as it was kept."""
    from stanceline.discourse.stances.proposals import load_proposals
    from stanceline.model.keeping import Keeper
    from stanceline.workers import Derived, Deriver, read_all

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
        deriver.update(project)
        while not (answers := deriver.poll()):
            deriver.mailbox.wait(1.0)
        if not isinstance(answers[0], Derived):
            raise RuntimeError(str(answers[0]))
        answers[0].give_to(project)
        seconds = time.perf_counter() - started
        deriver.close()
        keys: dict[str, object] = {"articles": articles, "events": len(project.analysis.events)}
        yield Figure("project_open_s", seconds, "s", keys={**keys, "from": "its articles"})
        bare = path.stat().st_size
        Keeper(project.store).keep(answers[0].entries)
        project.close()
        kept_s = _open_kept(path)
        keys |= {"from": "the analysis that it kept", "larger_by": round(path.stat().st_size / bare - 1, 3)}
        yield Figure("project_open_s", kept_s, "s", seconds, "derived anew in the same run", keys)


def _open_kept(path: Path) -> float:
    """Seconds to an analysis that a project file kept."""
    from stanceline.model.keeping import Kept
    from stanceline.workers.recalling import recalling

    started = time.perf_counter()
    project = Project(Store.open(path))
    kept = Kept.of(project.store)
    assert kept is not None
    steps = recalling(kept, project.generation)
    found = None
    while found is None:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            break
    assert found is not None
    found.give_to(project)
    seconds = time.perf_counter() - started
    project.close()
    return seconds


def figures() -> Iterator[Figure]:
    """All of them."""
    yield from filter_figures()
    yield from edit_figures()
    for articles in (200, 1000):
        yield from open_figures(articles)


if __name__ == "__main__":
    for figure in figures():
        print(figure.line())
