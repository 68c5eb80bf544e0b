"""Speed of changing one's mind: what is derived anew after an edit, and how long a window waits to show it.

The corpus is the sample and the development corpus, each article many times over under another name, so that names and
quotations come again far more often than in any real one.
"""

import gc
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from stanceline.codec import encode_extraction
from stanceline.discourse.stances.proposals import load_proposals, read_proposals
from stanceline.memory import Memory
from stanceline.model.corpus import arrange, select
from stanceline.model.edits import Edit, RenameActor, SetArticleDate, SetStance
from stanceline.model.filters import EVERYTHING
from stanceline.model.project import MADE_BY, Project
from stanceline.model.store import StoredArticle
from stanceline.pipeline import derive
from stanceline.records import Analysis, Decision, Extraction, Proposal
from stanceline.temporal.references.events import load_references
from stanceline.workers import Derived, Deriver, read_all
from tests.benchmarks.bench_text import DEVSET, texts
from tests.figures import Figure

_GOALS = {"an alias added": 100, "a carrier noun added": 100, "a brand-new proposal": 2000}
_DAY = "2023-07-07"
Change = tuple[str, Sequence[Proposal], tuple[Decision, ...]]


def read_corpus() -> list[Extraction]:
    """Every text once."""
    with tempfile.TemporaryDirectory() as name:
        for number, text in enumerate(texts()):
            (Path(name) / f"article{number:02d}.txt").write_text(text, encoding="utf-8")
        return read_all([Path(name)], workers=2)[0]


def enlarged(extractions: Sequence[Extraction], count: int) -> list[Extraction]:
    """So many articles: the same ones under other ids."""
    rounds = range(-(-count // len(extractions)))
    copies = (replace(e, article=replace(e.article, id=f"{e.article.id}-{n:02d}")) for n in rounds for e in extractions)
    return [copy for copy, _ in zip(copies, range(count), strict=False)]


def proposals() -> tuple[Proposal, ...]:
    """The shipped ones and those of the development corpus."""
    return (*load_proposals(), *read_proposals(DEVSET.parent / "proposals.json"))


def reworded(given: Sequence[Proposal]) -> Iterator[tuple[str, tuple[Proposal, ...]]]:
    """Ways to change the proposals."""
    first, rest = given[0], given[1:]
    yield "an alias added", (replace(first, aliases=(*first.aliases, "consultation bureau in Tokyo")), *rest)
    yield "a carrier noun added", (replace(first, carriers=(*first.carriers, "scheme")), *rest)
    new = Proposal("a-new-one", "Third runway", aliases=("third runway", "airport expansion", "office in the capital"))
    yield "a brand-new proposal", (*given, new)


def changes(analysis: Analysis, given: Sequence[Proposal]) -> Iterator[Change]:
    """The edits to be timed, with the proposals and decisions that they lead to."""
    for name, new in reworded(given):
        yield name, new, ()
    stance = analysis.stances[len(analysis.stances) // 2]
    yield "one stance corrected", given, (Decision("stance", stance.id, "-2" if stance.stance > 0 else "2"),)
    open_day = next(row.id for row in analysis.articles if row.published_basis not in ("metadata", "url"))
    yield "one article dated", given, (Decision("article_date", open_day, _DAY),)
    person = next(row.id for row in analysis.actors if row.kind == "person")
    yield "one actor renamed", given, (Decision("actor_name", person, "Somebody Else"),)


# ---- deriving alone ------------------------------------------------------------------------------------------


def assess_figures(corpus: Sequence[Extraction], count: int) -> Iterator[Figure]:
    """Deriving an analysis anew after each edit, with what the one before has left."""
    extractions, given, references, memory = enlarged(corpus, count), proposals(), load_references(), Memory()

    def run(new: Sequence[Proposal], decisions: tuple[Decision, ...]) -> tuple[float, Analysis]:
        started = time.process_time()
        made = derive(extractions, proposals=new, references=references, decisions=decisions, memory=memory)
        spent = 1000 * (time.process_time() - started)
        gc.freeze()  # as the deriving process does
        return spent, made

    spent, analysis = run(given, ())
    keys = {"articles": count, "events": len(analysis.events), "proposals": len(given), "clock": "processor"}
    yield Figure("assess_ms", spent, "ms", keys={**keys, "step": "derive everything"})
    for name, new, decisions in changes(analysis, given):
        again = []
        for _ in range(3):
            again.append(run(new, decisions)[0])
            # Far enough away that what was made for this edit is forgotten.
            for number in range(4):
                run(given, (Decision("stance", analysis.stances[number].id, "0"),))
        goal = {"goal": _GOALS[name]} if name in _GOALS else {}
        yield Figure("assess_ms", min(again), "ms", keys={**keys, "step": name, **goal})


# ---- as a window sees it -------------------------------------------------------------------------------------


class Window:
    """The parts of a window that an edit passes through: project, deriving process, the cut that is painted."""

    def __init__(self, extractions: Sequence[Extraction], given: Sequence[Proposal]) -> None:
        self.project = Project()
        self.project.set_proposals(given)
        self.project.add_articles([self._stored(extraction) for extraction in extractions])
        self.deriver = Deriver()

    @staticmethod
    def _stored(extraction: Extraction) -> tuple[StoredArticle, bytes]:
        ident = extraction.article.id
        return StoredArticle(ident, ident, ident, None, extraction.article.title, MADE_BY), encode_extraction(
            extraction
        )

    def show(self) -> None:
        """Wait for the analysis of the project as it is, and cut what the next frame paints."""
        self.deriver.update(self.project)
        while self.deriver.is_busy:
            for event in self.deriver.poll():
                if isinstance(event, Derived):
                    event.give_to(self.project)
            if self.deriver.is_busy:
                self.deriver.mailbox.wait(0.2)
        assert self.project.prepared is not None
        select(arrange(self.project.prepared), EVERYTHING)

    def timed(self, change: Callable[[], object]) -> float:
        """Milliseconds from an edit to the cut."""
        started = time.perf_counter()
        change()
        self.show()
        return 1000 * (time.perf_counter() - started)


def _edits(analysis: Analysis) -> Iterator[tuple[str, Edit]]:
    stances = [row for row in analysis.stances if row.stance]
    for number in range(3):
        stance = stances[number * len(stances) // 3]
        yield "one stance corrected", SetStance(stance.id, -stance.stance, "somebody")
    open_days = [row.id for row in analysis.articles if row.published_basis not in ("metadata", "url")]
    for number in range(3):
        yield "one article dated", SetArticleDate(open_days[number], _DAY, "it")
    for row in [row for row in analysis.actors if row.kind == "person"][:3]:
        yield "one actor renamed", RenameActor(row.id, f"{row.name} II", row.name)


def window_figures(corpus: Sequence[Extraction], count: int) -> Iterator[Figure]:
    """From an edit to the arrays of the next frame, the deriving process included."""
    given = proposals()
    window = Window(enlarged(corpus, count), given)
    first = window.timed(lambda: None)
    keys = {"articles": count, "events": len(window.project.analysis.events)}
    yield Figure("edit_shown_ms", first, "ms", keys={**keys, "step": "opened"})
    spent: dict[str, list[float]] = {}
    for name, new in reworded(given):
        spent.setdefault(name, []).append(window.timed(lambda new=new: window.project.set_proposals(new)))  # type: ignore[misc]
    for name, edit in _edits(window.project.analysis):
        spent.setdefault(name, []).append(window.timed(lambda edit=edit: window.project.apply(edit)))  # type: ignore[misc]
    window.deriver.close()
    window.project.close()
    for name, times in spent.items():
        yield Figure("edit_shown_ms", min(times), "ms", keys={**keys, "step": name})


def figures() -> Iterator[Figure]:
    """All of them."""
    corpus = read_corpus()
    for count in (200, 1000):
        yield from window_figures(corpus, count)
    yield from assess_figures(corpus, 1000)


if __name__ == "__main__":
    for found in figures():
        print(json.dumps(json.loads(found.line())), flush=True)
