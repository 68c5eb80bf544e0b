"""Worker processes: what they find comes back whole, and what goes wrong costs one article."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from stanceline.codec import decode_extraction
from stanceline.discourse.language import ModelError
from stanceline.model.edits import RemoveArticles, SetArticleDate
from stanceline.model.project import Project
from stanceline.model.store import Store
from stanceline.reading.article import Problem
from stanceline.records import Extraction, Proposal
from stanceline.workers import (
    ArticleReady,
    Counseled,
    Derived,
    Deriver,
    DeriverFailed,
    Finished,
    Limits,
    PoolEvent,
    ProblemFound,
    Progress,
    ReadingPool,
    Steps,
    read_all,
)
from stanceline.workers.deriver import DeriverEvent
from stanceline.workers.deriving_messages import DeriveSteps

HERE = "tests.unit.worker_steps"
STEPS = Steps(f"{HERE}:list_files", f"{HERE}:read_path", f"{HERE}:extract", uses_model=False)
DERIVE = DeriveSteps(f"{HERE}:derive", f"{HERE}:references")

DYING = f"""
import os, sys
from pathlib import Path
from stanceline.workers import ReadingPool, Steps
if __name__ == "__main__":
    names = ["{HERE}:list_files", "{HERE}:read_path", "{HERE}:extract"]
    pool = ReadingPool(1, steps=Steps(*names, uses_model=False))
    pool.submit([Path(sys.argv[1])])
    pool.mailbox.wait(30)
    print(pool._running[0].channel.pid, flush=True)
    os.kill(os.getpid(), 9)
"""


class Folder(Protocol):
    """Writes texts into one folder, `name="text"` as `name.txt`."""

    def __call__(self, **texts: str) -> Path:
        """The folder."""
        ...


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    def write(**texts: str) -> Path:
        inside = tmp_path / "articles"
        inside.mkdir(exist_ok=True)
        for name, text in texts.items():
            (inside / f"{name}.txt").write_text(text, encoding="utf-8")
        return inside

    return write


def run(pool: ReadingPool) -> list[PoolEvent]:
    events: list[PoolEvent] = []
    until = time.monotonic() + 60
    while pool.is_busy and time.monotonic() < until:
        events.extend(pool.poll())
        if pool.is_busy:
            pool.mailbox.wait(0.1)
    assert not pool.is_busy
    return events


def ready(events: Sequence[PoolEvent]) -> list[str]:
    return sorted(event.summary.id for event in events if isinstance(event, ArticleReady))


def found_problems(events: Sequence[PoolEvent]) -> list[Problem]:
    return [event.problem for event in events if isinstance(event, ProblemFound)]


def read(path: Path, workers: int = 1, limits: Limits | None = None) -> tuple[list[Extraction], list[Problem]]:
    return read_all([path], workers, steps=STEPS, limits=limits)


@pytest.mark.parametrize("workers", [1, 2])
def test_reading_gives_the_same_with_one_worker_or_two(folder: Folder, workers: int) -> None:
    path = folder(b="second", a="first@@third", c="RAISE it")
    extractions, problems = read(path, workers)
    ids = [extraction.article.id for extraction in extractions]
    assert len(ids) == 3
    assert ids == sorted(ids)
    assert ids[2] == "b"
    assert [extraction.article.text for extraction in extractions if extraction.article.id == "b"] == ["second"]
    assert len(problems) == 1
    assert "c.txt" in problems[0].says
    assert "no sense in it" in problems[0].says


def test_workers_are_light_single_threaded_and_modest(folder: Folder) -> None:
    path = folder(a="MODULES", b="SETTINGS")
    modules, settings = (extraction.problems[0].says for extraction in read(path)[0])
    assert modules == ""
    threads, niceness = settings.split()
    assert threads == "1"
    assert int(niceness) >= 10


@pytest.mark.parametrize(
    ("word", "reason"), [("DIE", "ended unexpectedly"), ("RAISE", "ValueError"), ("HOG", "memory")]
)
def test_a_failing_article_is_one_problem_and_the_rest_is_read(folder: Folder, word: str, reason: str) -> None:
    extractions, problems = read(folder(a="fine", b=f"{word} here", c="fine too"))
    assert [extraction.article.id for extraction in extractions] == ["a", "c"]
    assert [(problem.article, Path(problem.path or "").name) for problem in problems] == [("b", "b.txt")]
    assert reason in problems[0].says


@pytest.mark.parametrize("word", ["HANG", "LOOP"])
def test_an_article_that_takes_too_long_is_given_up(folder: Folder, word: str) -> None:
    limits = Limits(seconds=1.0, patience=2.0, seconds_per_mb=0)
    extractions, problems = read(folder(a=f"{word} here", b="fine"), limits=limits)
    assert [extraction.article.id for extraction in extractions] == ["b"]
    assert "too long" in problems[0].says


def test_a_damaged_model_is_said_before_any_text_is_read(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def verify_model() -> None:
        raise ModelError("The language model's file x is damaged.")

    monkeypatch.setattr("stanceline.discourse.language.verify_model", verify_model)
    steps = Steps(f"{HERE}:list_files", f"{HERE}:read_path", f"{HERE}:extract")
    pool = ReadingPool(1, steps=steps)
    with pytest.raises(ModelError):
        pool.submit([folder(a="fine")])
    assert not pool.is_busy
    pool.close()


def test_workers_end_when_their_program_is_killed(folder: Folder) -> None:
    path = folder(a="SLOW 1", b="SLOW 2")
    done = subprocess.run([sys.executable, "-c", DYING, str(path)], stdout=subprocess.PIPE, text=True, check=False)
    worker = Path(f"/proc/{int(done.stdout)}")
    until = time.monotonic() + 20
    while worker.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not worker.exists()


def test_a_reader_that_dies_is_one_problem(folder: Folder) -> None:
    extractions, problems = read(folder(a="READER DIES", b="fine"))
    assert [extraction.article.id for extraction in extractions] == ["b"]
    assert "a.txt" in problems[0].says


def test_missing_files_are_told(folder: Folder) -> None:
    extractions, problems = read(folder(a="fine") / "none.txt")
    assert extractions == []
    assert problems[0].code == "not_found"


def test_repeated_texts_are_skipped_and_equal_ids_told_apart(folder: Folder) -> None:
    path = folder(a="one@@two@@one")
    extractions, problems = read(path)
    assert len({extraction.article.id for extraction in extractions}) == 2
    assert [problem.code for problem in problems] == ["duplicate"]


def test_progress_counts_files_then_articles(folder: Folder) -> None:
    path = folder(a="one@@two", b="three")
    seen = []
    read_all([path], 1, lambda done, total, name: seen.append((done, total)), steps=STEPS)
    assert seen[-1] == (3, 3)
    assert (2, 2) in seen


def test_adding_to_a_project_skips_what_it_has(folder: Folder) -> None:
    path = folder(a="one", b="two")
    pool, project = ReadingPool(1, steps=STEPS), Project()
    try:
        pool.submit([path])
        project.add_articles([event.stored() for event in run(pool) if isinstance(event, ArticleReady)])
        (path / "c.txt").write_text("three", encoding="utf-8")
        pool.submit([path], project.articles)
        events = run(pool)
    finally:
        pool.close()
    assert ready(events) == ["c"]
    assert len(found_problems(events)) == 2
    assert decode_extraction(project.content("a")).article.text == "one"
    assert isinstance(events[-1], Finished)
    project.close()


def test_stored_articles_are_extracted_again_from_their_text(folder: Folder) -> None:
    pool, project = ReadingPool(1, steps=STEPS), filled_project(folder)
    project.add_articles([(replace(a, made_by="old"), project.content(a.id)) for a in project.articles], wait=True)
    assert [article.id for article in project.outdated()] == ["a", "b"]
    try:
        pool.read_again([(article.id, project.content(article.id)) for article in project.outdated()])
        project.add_articles([event.stored() for event in run(pool) if isinstance(event, ArticleReady)])
    finally:
        pool.close()
    assert project.outdated() == ()
    assert decode_extraction(project.content("b")).problems[0].says == "two"
    project.close()


def test_cancel_keeps_what_is_done(folder: Folder) -> None:
    path = folder(**{f"a{number}": f"SLOW {number}" for number in range(8)})
    pool = ReadingPool(1, steps=STEPS)
    try:
        pool.submit([path])
        events: list[PoolEvent] = []
        while not ready(events):
            pool.mailbox.wait(0.1)
            events.extend(pool.poll())
        pool.cancel()
        events.extend(run(pool))
    finally:
        pool.close()
    assert 1 <= len(ready(events)) <= 3
    assert events[-1] == Finished(is_cancelled=True)


def test_paused_work_waits_and_goes_on(folder: Folder) -> None:
    path = folder(a="SLOW 1", b="SLOW 2", c="SLOW 3")
    pool = ReadingPool(1, steps=STEPS)
    try:
        pool.submit([path])
        events: list[PoolEvent] = []
        while not ready(events):
            pool.mailbox.wait(0.1)
            events.extend(pool.poll())
        pool.pause()
        assert pool.is_paused
        pool.resume()
        events.extend(run(pool))
    finally:
        pool.close()
    assert ready(events) == ["a", "b", "c"]


def test_killing_loses_the_article_at_hand_only(folder: Folder) -> None:
    path = folder(a="HANG")
    pool = ReadingPool(1, steps=STEPS)
    try:
        pool.submit([path])
        events: list[PoolEvent] = []
        while not any(isinstance(event, Progress) and event.stage == "extract" for event in events):
            pool.mailbox.wait(0.1)
            events.extend(pool.poll())
        pool.kill()
        events = run(pool)
        assert events[-1] == Finished(is_cancelled=True)
        (path / "a.txt").write_text("fine", encoding="utf-8")
        pool.submit([path])
        assert ready(run(pool)) == ["a"]
    finally:
        pool.close()


# ---- deriving ------------------------------------------------------------------------------------------


@pytest.fixture
def deriver() -> Iterator[Deriver]:
    made = Deriver(steps=DERIVE)
    yield made
    made.close()


def answer(deriver: Deriver) -> DeriverEvent:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        events = deriver.poll()
        if events:
            return events[-1]
        deriver.mailbox.wait(0.1)
    raise AssertionError("no answer came")


def derived(deriver: Deriver) -> Derived:
    event = answer(deriver)
    assert isinstance(event, Derived)
    return event


def filled_project(folder: Folder, store: Store | None = None) -> Project:
    project = Project(store)
    project.add_extractions(read(folder(a="one", b="two"))[0])
    return project


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_deriver_follows_the_project(folder: Folder, deriver: Deriver, tmp_path: Path, is_saved: bool) -> None:
    store = Store.create(tmp_path / "p.stanceline") if is_saved else None
    project = filled_project(folder, store)
    deriver.update(project)
    event = derived(deriver)
    assert event.give_to(project)
    assert [row.id for row in project.analysis.articles] == ["a", "b"]
    project.apply(SetArticleDate("a", "2023-07-12"))
    project.set_references({"more.tsv": b"x"})
    deriver.update(project)
    event = derived(deriver)
    assert event.changed == (frozenset({"articles"}), frozenset({"a", "b"}))
    assert event.give_to(project)
    assert project.row("a").title == "more.tsv"
    assert project.row("a").published is not None
    project.apply(RemoveArticles(("b",)))
    deriver.update(project)
    assert derived(deriver).give_to(project)
    assert [row.id for row in project.analysis.articles] == ["a"]
    project.close()


def test_a_project_from_a_file_is_derived_without_passing_the_window(
    folder: Folder, deriver: Deriver, tmp_path: Path
) -> None:
    path = tmp_path / "p.stanceline"
    filled_project(folder, Store.create(path)).close()
    project = Project(Store.open(path))
    assert project.take_fresh() == {}
    deriver.update(project)
    assert derived(deriver).give_to(project)
    assert [row.text for row in project.analysis.articles] == ["one", "two"]
    project.close()


def test_an_outdated_analysis_is_dropped(folder: Folder, deriver: Deriver) -> None:
    project = filled_project(folder)
    deriver.update(project)
    event = derived(deriver)
    project.apply(SetArticleDate("a", "2023-07-12"))
    assert not event.give_to(project)
    project.close()


@pytest.mark.parametrize(("ident", "says"), [("crash", "ended unexpectedly"), ("raise", "no sense in it")])
def test_a_failing_deriver_is_told_and_starts_anew(folder: Folder, deriver: Deriver, ident: str, says: str) -> None:
    project = filled_project(folder)
    project.set_proposals([Proposal(ident, ident)])
    deriver.update(project)
    event = answer(deriver)
    assert isinstance(event, DeriverFailed)
    assert says in event.says
    assert not deriver.is_busy
    project.set_proposals([Proposal("plan", "The plan")])
    deriver.update(project)
    assert derived(deriver).give_to(project)
    assert [row.id for row in project.analysis.articles] == ["a", "b"]
    assert project.analysis.proposals[0].id == "plan"
    project.close()


def test_a_wording_is_tried_without_changing_the_project(folder: Folder, deriver: Deriver) -> None:
    project = filled_project(folder)
    number = deriver.consult(project, Proposal("plan", "The plan", aliases=("it",)), is_thorough=True)
    event = answer(deriver)
    assert isinstance(event, Counseled)
    assert event.number == number
    assert event.counsel is not None
    assert [name.text for name in event.counsel.names] == ["The plan", "it"]
    assert (event.counsel.articles, event.counsel.stances) == (0, 0)
    deriver.update(project)
    assert derived(deriver).give_to(project)
    assert project.analysis.proposals == ()
    project.close()


def test_a_wording_that_cannot_be_tried_says_why(folder: Folder, deriver: Deriver) -> None:
    project = filled_project(folder)
    first = deriver.consult(project, Proposal("raise", "Raise"), is_thorough=False)
    event = answer(deriver)
    assert isinstance(event, Counseled)
    assert (event.number, event.counsel) == (first, None)
    assert "no sense in it" in event.says
    assert deriver.consult(project, Proposal("plan", "The plan"), is_thorough=False) > first
    event = answer(deriver)
    assert isinstance(event, Counseled)
    assert event.counsel is not None
    project.close()
