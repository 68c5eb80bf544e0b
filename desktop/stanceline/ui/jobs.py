"""Background processes as Qt signals: reading articles, and deriving the analysis from what was read.

Nothing here computes: bytes from one process are stored and handed to the other unopened. Results are taken in
small portions, so that no burst of them holds up a frame.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from stanceline import StancelineError
from stanceline.model.project import Project
from stanceline.model.store import StoredArticle
from stanceline.paths import state_folder
from stanceline.reading.article import Problem
from stanceline.records import Proposal
from stanceline.ui.import_panel import Progress
from stanceline.ui.words import say
from stanceline.workers import (
    Answer,
    ArticleReady,
    ChangedArticle,
    ChangedFound,
    Counseled,
    Deriver,
    DeriverFailed,
    Finished,
    MadeReady,
    ProblemFound,
    ReadingPool,
)
from stanceline.workers import Progress as PoolProgress

_CLOCK_MS = 500
_FEW_FILES = 4
_PORTION = 8
"""Events taken from the pool between two frames."""
_QUIET_S = 1.5
"""While articles come in, the analysis is renewed at most this often, and never more than a third of the time."""


class _Polled(QObject):
    """Calls `poll` when a mailbox has something, and now and then for the clock."""

    def __init__(self, descriptor: int, poll: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(poll)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(poll)
        self._clock.start()

    def stop(self) -> None:
        """Call no more."""
        self._notifier.setEnabled(False)
        self._clock.stop()


def worker_count() -> int:
    """How many articles are read at once: the cores, but for one that the window needs where there are many."""
    cores = os.cpu_count() or 1
    return max(1, min(4, cores if cores <= 2 else cores - 1))


def has_few_files(paths: Sequence[Path]) -> bool:
    """Whether a second worker would take longer to load the language model than the first needs for all."""
    found = 0
    for path in paths:
        with suppress(OSError):
            found += len(list(islice(path.iterdir(), _FEW_FILES + 1))) if path.is_dir() else 1
    return found <= _FEW_FILES


class ReadingJob(QObject):
    """Reads files and texts. `read` carries what `Project.add_articles` takes, `problems` what could not be read."""

    read = Signal(list)
    problems = Signal(list)
    progressed = Signal(object)
    changed_found = Signal(tuple)
    """`ChangedArticle`s that wait for `answer`."""
    finished = Signal(bool)
    """True where it was cancelled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ReadingPool(worker_count())
        self._polled = _Polled(self._pool.fileno(), self._poll, self)
        self._findings = 0
        self._problem_count = 0
        self._is_stopped = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._poll)

    def is_busy(self) -> bool:
        """Whether anything is still to be read or told."""
        return not self._is_stopped and self._pool.is_busy

    def forget(self) -> None:
        """Another project: its articles are not known here."""
        self._pool.kill()
        self._poll()

    def start(self, paths: Sequence[Path], project: Project) -> bool:
        """Read files and folders into a project; False, with a problem told, where the model is damaged."""
        if not self._pool.is_busy:
            self._findings = self._problem_count = 0
        self._pool.allow(1 if has_few_files(paths) else worker_count())
        try:
            self._pool.submit(list(paths), project.articles)
        except StancelineError as error:
            self.problems.emit([Problem("model", str(error))])
            return False
        self._again.start(0)
        return True

    def start_text(self, text: str, project: Project) -> bool:
        """Read a pasted article, which is kept as a file of its own so that it can be read again."""
        folder = state_folder() / "pasted"
        content = text.encode("utf-8", "replace")
        path = folder / f"pasted-{sha256(content).hexdigest()[:12]}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            says = say("The pasted text could not be kept in %1: %2. Save it as a file and add that.")
            told = says.replace("%1", str(folder)).replace("%2", error.strerror or str(error))
            self.problems.emit([Problem("unwritable", told)])
            return False
        return self.start([path], project)

    def answer(self, articles: Sequence[ChangedArticle], answer: Answer, project: Project) -> None:
        """Take changed files in as the user decided."""
        if not self._pool.is_busy:
            self._findings = self._problem_count = 0
        self._pool.answer(articles, answer, [article.id for article in project.articles])
        self._again.start(0)

    def pause(self) -> None:
        """Finish the articles at hand and wait."""
        self._pool.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._pool.resume()
        self._again.start(0)

    def cancel(self) -> None:
        """Take up nothing more; what is done is kept."""
        self._pool.cancel()
        self._again.start(0)

    def stop(self) -> None:
        """End the processes."""
        if not self._is_stopped:
            self._is_stopped = True
            self._polled.stop()
            self._again.stop()
            self._pool.close()

    def _poll(self) -> None:
        if self._is_stopped:
            return
        articles: list[tuple[StoredArticle, bytes]] = []
        problems: list[Problem] = []
        ended: list[bool] = []
        for event in self._pool.poll(_PORTION):
            match event:
                case ArticleReady(summary):
                    articles.append(event.stored())
                    self._findings += summary.statements + summary.events
                case ProblemFound(problem, _):
                    problems.append(problem)
                case PoolProgress() as step:
                    last = step
                    self._problem_count += len(problems)
                    self.progressed.emit(self._progress(last))
                case ChangedFound(changed):
                    self.changed_found.emit(changed)
                case Finished(is_cancelled):
                    ended.append(is_cancelled)
        if articles:
            self.read.emit(articles)
        if problems:
            self.problems.emit(problems)
        for is_cancelled in ended:
            self.finished.emit(is_cancelled)
        if self._pool.is_busy and (articles or problems or ended):
            self._again.start(1)

    def _progress(self, step: PoolProgress) -> Progress:
        words = {"list": say("Looking for files"), "read": say("Reading files"), "extract": say("Reading articles")}
        unit = say("articles") if step.stage == "extract" else say("files")
        name = step.name.rsplit("/", 1)[-1]
        return Progress(step.done, step.total, self._findings, self._problem_count, name, words[step.stage], unit)


class DerivingJob(QObject):
    """Renews the analysis of a project. `derived` carries a `workers.Derived`, `failed` a sentence.

    `counseled` carries a `workers.Counseled`, the answer to `consult`.
    """

    derived = Signal(object)
    failed = Signal(str)
    counseled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deriver = Deriver(mentioned_only=True)
        self._polled: _Polled | None = None
        self._project: Project | None = None
        self._is_asked = False
        self._asked_at = 0.0
        self._took_s = 0.0
        self._is_stopped = False
        self._open_questions: set[int] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._send)
        self._watch()

    def _watch(self) -> None:
        self._polled = _Polled(self._deriver.fileno(), self._poll, self)

    def warm(self) -> None:
        """Start the process, so that the first analysis comes sooner."""
        self._deriver.start()

    def is_busy(self) -> bool:
        """Whether an analysis was asked for and has not come."""
        return not self._is_stopped and (self._is_asked or self._deriver.is_busy or bool(self._open_questions))

    def make_ready(self, project: Project, digests: Mapping[str, str]) -> None:
        """Have the process derive what a project file kept, so that the first edit is shown as soon as any other.

        Where the articles give another analysis than the one that is shown, `derived` brings it.
        """
        if self._is_stopped or self._is_asked or self._deriver.is_busy:
            return
        self._project = project
        try:
            self._deriver.make_ready(project, digests)
        except StancelineError as error:
            self.failed.emit(str(error))

    def consult(self, project: Project, proposal: Proposal, *, is_thorough: bool) -> int:
        """Ask what the articles say to a wording of a proposal; returns the number of the answer, 0 where none comes.

        Only the newest of several questions is sure to be answered.
        """
        if self._is_stopped:
            return 0
        try:
            number = self._deriver.consult(project, proposal, is_thorough=is_thorough)
        except StancelineError as error:
            self.failed.emit(str(error))
            return 0
        self._open_questions = {number}
        return number

    def ask(self, project: Project, *, is_reading: bool) -> None:
        """Renew the analysis: at once, or while articles come in, when it has been quiet for a while."""
        if self._is_stopped:
            return
        self._project = project
        self._is_asked = True
        if not is_reading:
            self._later.start(0)
        elif not self._later.isActive():
            pause = max(_QUIET_S, 3 * self._took_s) - (perf_counter() - self._asked_at)
            self._later.start(max(0, round(pause * 1000)))

    def forget(self) -> None:
        """Drop what was asked for: another project comes."""
        self._later.stop()
        self._is_asked = False
        self._open_questions.clear()
        self._project = None
        if self._polled is not None:
            self._polled.stop()
            self._polled.deleteLater()
        self._deriver.close()
        self._deriver = Deriver(mentioned_only=True)
        self._watch()

    def stop(self) -> None:
        """End the process."""
        if not self._is_stopped:
            self._is_stopped = True
            self._later.stop()
            if self._polled is not None:
                self._polled.stop()
            self._deriver.close()

    def _send(self) -> None:
        if self._deriver.is_busy or self._project is None:
            # Asked again when the answer that is under way has come.
            return
        self._is_asked = False
        self._asked_at = perf_counter()
        try:
            self._deriver.update(self._project)
        except StancelineError as error:
            self.failed.emit(str(error))

    def _poll(self) -> None:
        if self._is_stopped:
            return
        for event in self._deriver.poll():
            if isinstance(event, DeriverFailed):
                self.failed.emit(event.says)
                open_questions, self._open_questions = self._open_questions, set()
                for number in open_questions:
                    self.counseled.emit(Counseled(number, None, event.says))
            elif isinstance(event, Counseled):
                self._open_questions.discard(event.number)
                self.counseled.emit(event)
            elif isinstance(event, MadeReady):
                if not event.is_true and self._project is not None:
                    self._project.doubt()
                    self._is_asked = True
            else:
                self._took_s = perf_counter() - self._asked_at
                self.derived.emit(event)
            if self._is_asked and not self._later.isActive():
                self._later.start(0)
