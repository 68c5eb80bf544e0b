"""Reads files and extracts their articles in worker processes, while the caller's thread stays free.

A batch runs in three steps: folders are expanded, all files are read (so that repeated texts and equal ids
are settled whatever the order), then articles are extracted. Whoever owns the pool calls `poll` now and then
and gets events; nothing here ever waits.
"""

import time
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from stanceline.codec import MADE_BY
from stanceline.reading.article import Article, Problem
from stanceline.workers import reading
from stanceline.workers.changed import Answer, ChangedArticle, Held, answered, hold_changed, place_of
from stanceline.workers.channel import Channel, Mailbox
from stanceline.workers.messages import (
    DEFAULT_STEPS,
    Begun,
    ExtractArticle,
    Extracted,
    Failed,
    FileRead,
    Header,
    Job,
    Limits,
    Listed,
    ListFiles,
    ReadFile,
    Reply,
    Setup,
    Steps,
    Summary,
    WarmUp,
    decode_reply,
    encode,
)

if TYPE_CHECKING:
    from stanceline.model.store import StoredArticle

Stage = Literal["list", "read", "extract"]


class Known(Protocol):
    """An article that a project has already, such as `model.store.StoredArticle`."""

    @property
    def id(self) -> str:
        """Its id, which it keeps."""
        ...

    @property
    def sha256(self) -> str:
        """The hash of its text."""
        ...

    @property
    def digest(self) -> str:
        """The hash of its words."""
        ...

    @property
    def path(self) -> str | None:
        """Where it was read from."""
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the batch is: `total` counts files while reading, articles while extracting."""

    stage: Stage
    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class ArticleReady:
    """An article was extracted; `content` is the encoded extraction, to be stored and handed on unopened."""

    summary: Summary
    content: bytes

    def stored(self) -> "tuple[StoredArticle, bytes]":
        """As `Project.add_articles` takes it."""
        from stanceline.model.store import StoredArticle

        found = self.summary
        return (
            StoredArticle(found.id, found.sha256, found.digest, found.path, found.title, MADE_BY),
            self.content,
        )


@dataclass(frozen=True, slots=True)
class ProblemFound:
    """Something could not be read; `detail` is for the log."""

    problem: Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """A batch is over."""

    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class ChangedFound:
    """Files have other words than when their articles were taken in; `ReadingPool.answer` says what becomes of them."""

    articles: tuple[ChangedArticle, ...]


PoolEvent = Progress | ArticleReady | ProblemFound | ChangedFound | Finished


@dataclass(frozen=True, slots=True)
class _Task:
    """A job with what the parent must know to time it and to name it."""

    job: Job
    name: str
    article: str | None
    seconds: float


@dataclass(slots=True)
class _Running:
    channel: Channel
    task: _Task | None = None
    deadline: float = 0.0
    overran: bool = False


@dataclass(slots=True)
class _Batch:
    paths: list[str]
    existing: tuple[Known, ...]
    stage: Stage = "list"
    waiting: deque[_Task] = field(default_factory=deque)
    total: int = 1
    done: int = 0
    read: dict[int, FileRead] = field(default_factory=dict)
    is_cancelled: bool = False


class ReadingPool:
    """Worker processes that are started as needed and kept until `close`.

    `existing` articles given with a batch keep their ids; texts they already hold are skipped.
    """

    def __init__(self, workers: int = 2, *, steps: Steps = DEFAULT_STEPS, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.mailbox = Mailbox()
        self._steps = steps
        self._most = max(1, workers)
        self._setup: bytes | None = None
        self._running: list[_Running] = []
        self._batches: deque[_Batch] = deque()
        self._events: deque[PoolEvent] = deque()
        self._is_paused = False
        self._held: dict[tuple[str, str], Held] = {}

    # ---- what the owner says ----

    def start(self, *, warm: bool = False) -> None:
        """Check the language model's files, once; raises `ModelError` before any text is read.

        With `warm`, workers are started and load the model now.
        """
        if self._setup is None:
            model = None
            if self._steps.uses_model:
                from stanceline.discourse.language import verify_model

                folder = verify_model()
                model = (str(folder.path), folder.name)
            self._setup = encode(Setup(self.limits, self._steps, model))
        while warm and len(self._running) < self._most:
            self._running.append(self._new_worker())
            self._running[-1].channel.send(encode(WarmUp()))

    def submit(self, paths: Sequence[Path], existing: Iterable[Known] = ()) -> None:
        """Read these files and folders, after the batches before; raises `ModelError`."""
        self.start()
        batch = _Batch([str(path) for path in paths], tuple(existing))
        batch.waiting.append(self._task(ListFiles(0, batch.paths), ", ".join(batch.paths[:3]), None, 0))
        self._batches.append(batch)
        self._dispatch()

    def read_again(self, articles: Iterable[tuple[str, bytes]]) -> None:
        """Extract stored articles (id, encoded extraction) once more, from their stored text; raises `ModelError`."""
        self.start()
        batch = _Batch([], (), stage="extract")
        for number, (ident, content) in enumerate(articles):
            job = ExtractArticle(number, ident, content, self.limits.seconds_for(4 * len(content)))
            batch.waiting.append(self._task(job, ident, ident, 4 * len(content)))
        batch.total = len(batch.waiting)
        self._batches.append(batch)
        self._close_batches()

    def answer(self, articles: Iterable[ChangedArticle], answer: Answer, taken: Iterable[str]) -> None:
        """Go on with changed articles that wait for a decision; `taken` are the ids that the project has."""
        ids = set(taken)
        batch = _Batch([], (), stage="extract")
        for each in articles:
            held = self._held.pop((place_of(each.path), each.known), None)
            found = answered(held, answer, ids) if held is not None else None
            if found is not None:
                ids.add(found[0].id)
                batch.waiting.append(self._extraction(len(batch.waiting), *found))
        if batch.waiting:
            batch.total = len(batch.waiting)
            self._batches.append(batch)
            self._events.append(Progress("extract", 0, batch.total, batch.waiting[0].name))
            self._dispatch()

    def allow(self, workers: int) -> None:
        """Use at most so many workers from now on; those that run already stay."""
        self._most = max(1, workers)

    @property
    def is_busy(self) -> bool:
        """Whether anything is still to be done or to be reported."""
        return bool(self._batches or self._events)

    @property
    def is_paused(self) -> bool:
        """Whether new articles wait for `resume`."""
        return self._is_paused

    def pause(self) -> None:
        """Finish the articles at hand and wait."""
        self._is_paused = True

    def resume(self) -> None:
        """Go on."""
        self._is_paused = False
        self._dispatch()

    def cancel(self) -> None:
        """Take up nothing more; articles at hand are finished, what is done is kept."""
        for batch in self._batches:
            batch.is_cancelled = True
            batch.waiting.clear()
        self._is_paused = False
        self._close_batches()

    def kill(self) -> None:
        """Stop at once; articles at hand are lost."""
        self.cancel()
        self._held.clear()
        for running in self._running:
            running.channel.end()
        self._running.clear()
        while self.mailbox.take() is not None:
            pass
        if self._batches:
            self._events.append(Finished(is_cancelled=True))
        self._batches.clear()

    def close(self) -> None:
        """Stop and let everything go; the pool cannot be used again."""
        self.kill()
        self.mailbox.close()

    def fileno(self) -> int:
        """Readable when `poll` has something to tell; still call `poll` every second, for the clock."""
        return self.mailbox.fileno()

    def poll(self, most: int = 1000) -> list[PoolEvent]:
        """What happened since the last call, oldest first, at most about `most` events; never waits."""
        while len(self._events) < most and (letter := self.mailbox.take()) is not None:
            self._open(*letter)
        self._watch_clock()
        self._dispatch()
        return [self._events.popleft() for _ in range(min(most, len(self._events)))]

    # ---- workers ----

    def _new_worker(self) -> _Running:
        return _Running(Channel(reading.serve, (self._setup,), self.mailbox, "stanceline-reader"))

    def _dispatch(self) -> None:
        if not self._batches or self._is_paused:
            return
        batch = self._batches[0]
        while batch.waiting:
            free = next((running for running in self._running if running.task is None), None)
            if free is None and len(self._running) < self._most:
                free = self._new_worker()
                self._running.append(free)
            if free is None:
                return
            free.task = batch.waiting.popleft()
            free.deadline = self._deadline(free.task.seconds)
            free.channel.send(encode(free.task.job))

    def _deadline(self, seconds: float) -> float:
        return time.monotonic() + seconds * self.limits.patience

    def _watch_clock(self) -> None:
        now = time.monotonic()
        for running in self._running:
            if running.task is not None and now > running.deadline and not running.overran:
                running.overran = True
                running.channel.kill()

    def _open(self, sender: Channel, letter: bytes | None) -> None:
        running = next((one for one in self._running if one.channel is sender), None)
        if running is None:
            return
        if letter is None:
            self._bury(running)
            return
        reply = decode_reply(letter)
        if running.task is None or _number(running.task.job) != reply.number:
            return
        if isinstance(reply, Begun):
            at_least = self.limits.seconds_for(reply.size)
            running.deadline = self._deadline(max(running.task.seconds, at_least))
            return
        task, running.task = running.task, None
        self._settle(task, reply)

    def _bury(self, running: _Running) -> None:
        self._running.remove(running)
        code = running.channel.end(wait_s=1.0)
        if running.task is not None:
            says = _cause(code, running.overran)
            self._settle(running.task, Failed(_number(running.task.job), "worker", says))

    # ---- batches ----

    def _task(self, job: Job, name: str, article: str | None, size: int) -> _Task:
        return _Task(job, name, article, self.limits.seconds_for(size))

    def _settle(self, task: _Task, reply: Reply) -> None:
        """Take in the last word on one job."""
        batch = self._batches[0]
        batch.done += 1
        match reply:
            case Listed(_, files, problems):
                self._tell(problems)
                if not batch.is_cancelled:
                    batch.waiting.extend(
                        self._task(ReadFile(number, file), file, None, 0) for number, file in enumerate(files)
                    )
                    self._next_stage(batch, "read")
                self._close_batches()
                return
            case FileRead(number, _, _):
                batch.read[number] = reply
            case Extracted(_, summary, content):
                self._events.append(ArticleReady(summary, content))
            case Failed(_, code, says, detail):
                self._events.append(ProblemFound(_problem(task, code, says), detail))
            case _:
                raise AssertionError(f"{type(reply).__name__} ends no job")
        self._events.append(Progress(batch.stage, batch.done, batch.total, task.name))
        if batch.stage == "read" and batch.done == batch.total and not batch.is_cancelled:
            self._begin_extracting(batch)
        self._close_batches()

    def _extraction(self, number: int, header: Header, content: bytes) -> _Task:
        job = ExtractArticle(number, header.id, content, self.limits.seconds_for(header.size))
        return self._task(job, header.path or header.id, header.id, header.size)

    def _next_stage(self, batch: _Batch, stage: Stage) -> None:
        batch.stage, batch.total, batch.done = stage, len(batch.waiting), 0
        if batch.total:
            self._events.append(Progress(stage, 0, batch.total, batch.waiting[0].name))

    def _begin_extracting(self, batch: _Batch) -> None:
        found, held, problems = _finish_ids(batch)
        self._tell(problems)
        batch.read.clear()
        batch.waiting.extend(self._extraction(number, *each) for number, each in enumerate(found))
        self._held.update(((place_of(each.article.path), each.article.known), each) for each in held)
        if held:
            self._events.append(ChangedFound(tuple(each.article for each in held)))
        self._next_stage(batch, "extract")

    def _close_batches(self) -> None:
        """End the first batch when nothing of it is left, and so on."""
        while self._batches and not self._batches[0].waiting and not any(one.task for one in self._running):
            batch = self._batches.popleft()
            self._events.append(Finished(batch.is_cancelled))
        self._dispatch()

    def _tell(self, problems: Iterable[Problem]) -> None:
        self._events.extend(ProblemFound(problem) for problem in problems)


def _number(job: Job) -> int:
    return -1 if isinstance(job, WarmUp) else job.number


def _finish_ids(batch: _Batch) -> tuple[list[tuple[Header, bytes]], list[Held], Sequence[Problem]]:
    """Repeated texts dropped and ids made unique by the readers' own rules, over headers alone; changed ones apart."""
    from stanceline.reading.readers import ReadResult, finish_ids

    found: list[tuple[Header, bytes]] = []
    results = []
    for number in sorted(batch.read):
        reply = batch.read[number]
        stand_ins = []
        for header, content in reply.articles:
            # The digest stands for the text, the place in `found` for the address: the rules only compare texts.
            stand_ins.append(Article(header.id, header.digest, header.sha256, path=header.path, url=str(len(found))))
            found.append((header, content))
        results.append(ReadResult(tuple(stand_ins), tuple(reply.problems)))
    existing = [Article(header.id, header.digest, header.sha256, path=header.path) for header in batch.existing]
    finished = finish_ids(results, existing=existing)
    kept = []
    for article in finished.articles:
        header, content = found[int(article.url or 0)]
        named = Header(article.id, header.sha256, header.digest, header.path, header.title, header.size)
        kept.append((named, content, header.id))
    new, held = hold_changed(kept, ((each.id, each.digest, each.path) for each in batch.existing))
    return new, held, finished.problems


def _problem(task: _Task, code: str, says: str) -> Problem:
    path = None if isinstance(task.job, ListFiles) else task.name
    advice = "The rest was read. Check the file, or remove it from the folder."
    return Problem(code, f"{task.name}: could not be read, {says.rstrip('. ')}. {advice}", path, task.article)


def _cause(code: int | None, overran: bool) -> str:
    """Why a worker ended without a word."""
    import signal

    if overran or (code is not None and -code == getattr(signal, "SIGXCPU", None)):
        return "it took too long"
    if code is not None and -code == getattr(signal, "SIGKILL", None):
        return "the system stopped the reader, most likely for want of memory"
    return f"the reader ended unexpectedly (exit code {code})"
