"""What the window works on: the project, its background work, the filter and the selection; tells when they change.

Keeps no widget. Heavy modules are brought in by `begin`, after the first frame is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from stanceline import StancelineError
from stanceline.paths import sample_folder
from stanceline.ui.selection import Selection
from stanceline.ui.session_view import SessionView
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.model.edits import Edit
    from stanceline.model.project import Change, Project
    from stanceline.model.recovery import Recovery
    from stanceline.model.store import StoredArticle
    from stanceline.reading.article import Problem
    from stanceline.records import Proposal
    from stanceline.ui.import_panel import Progress
    from stanceline.ui.index import Index
    from stanceline.ui.jobs import DerivingJob, ReadingJob
    from stanceline.ui.keeping_job import KeepingJob
    from stanceline.ui.tables_job import TablesJob
    from stanceline.workers import Derived

SUFFIX = ".stanceline"
PICTURES = (".png", ".svg", ".pdf")
"""Files that may carry a view to bring back."""


def _nothing() -> None:
    """What there is to stop before a project is open."""


class Session(SessionView):
    """One window's work. Signals carry no data but words: who listens asks for what it shows."""

    analysis_changed = Signal()
    """Rows may be new: index and corpus have changed."""
    tables_changed = Signal()
    """The tables of the newest analysis are there: facets and joined rows have changed."""
    articles_changed = Signal()
    progressed = Signal(object)
    reading_began = Signal()
    reading_ended = Signal()
    problems_changed = Signal()
    views_changed = Signal()
    """Views were saved, changed, moved or taken out (`Project.saved_views`)."""
    named = Signal()
    said = Signal(str)
    """A line for the log."""
    recovery_found = Signal(object)
    picture_given = Signal(object)
    """The path of a picture that may carry a view."""
    noted = Signal()
    """Notes on marks have changed."""
    counseled = Signal(object)
    """A `workers.Counseled`, the answer to `consult`."""

    def __init__(self, paths: Sequence[Path] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection(self)
        self.undo = QUndoStack(self)
        self._index: Index | None = None
        self._waiting_paths = list(paths)
        self._stop_listening: Callable[[], None] = _nothing
        self._reading: ReadingJob | None = None
        self._deriving: DerivingJob | None = None
        self._tables: TablesJob | None = None
        self._keeping: KeepingJob | None = None
        self._has_begun = False
        self.begins_with_made_sample = False
        """Whether the sample, where it waits to be opened, is shown as it was made and not read anew."""
        self._is_closed = False

    # ---- looking

    def name(self) -> str:
        """What the title calls this work."""
        if self._project is not None and self._project.path is not None:
            return self._project.path.stem
        return say("Untitled") if self.has_articles() else say("No project")

    @property
    def path(self) -> Path | None:
        """Where the project is saved, None for untitled work."""
        return self._project.path if self._project is not None else None

    @property
    def index(self) -> Index:
        """Rows of the analysis by key."""
        if self._index is None:
            from stanceline.records import Analysis
            from stanceline.ui.index import Index

            self._index = Index(self._project.analysis if self._project is not None else Analysis())
        return self._index

    @property
    def reading_job(self) -> ReadingJob | None:
        """What reads files; None before `begin`."""
        return self._reading

    def has_articles(self) -> bool:
        """Whether anything was read."""
        return self._project is not None and bool(self._project.articles)

    def is_worth_keeping(self) -> bool:
        """Whether closing would lose something: untitled articles, but for an untouched sample."""
        if self._project is None or self._project.path is not None or not self._project.articles:
            return False
        sample = sample_folder().resolve()
        paths = [Path(article.path or "").resolve() for article in self._project.articles]
        return bool(self._project.history()) or not all(path.is_relative_to(sample) for path in paths)

    def problems(self) -> tuple[Problem, ...]:
        """Everything that could not be read or understood."""
        if self._project is None:
            return ()
        # An analysis under way was asked for before the last problems of reading were known.
        return tuple(dict.fromkeys((*self._project.analysis.problems, *self._project.problems)))

    def has_problems(self) -> bool:
        """Whether there is anything in the list of problems."""
        return bool(self.problems())

    def has_waiting_paths(self) -> bool:
        """Whether something will be read or opened as soon as the window stands."""
        return bool(self._waiting_paths)

    def is_reading(self) -> bool:
        """Whether articles are being read."""
        return self._reading is not None and self._reading.is_busy()

    def is_idle(self) -> bool:
        """Whether nothing is being read, derived or cut."""
        is_deriving = self._deriving is not None and self._deriving.is_busy()
        is_showing = bool(self._steps) or self._cut_timer.isActive()
        is_showing = is_showing or any(job is not None and job.is_busy() for job in (self._tables, self._times))
        is_showing = is_showing or (self._keeping is not None and self._keeping.is_recalling())
        return self._has_begun and not self.is_reading() and not is_deriving and not is_showing

    # ---- beginning and ending

    def begin(self) -> None:
        """Bring in the model and start on the paths that the window was opened with."""
        from stanceline.ui.jobs import DerivingJob, ReadingJob
        from stanceline.ui.keeping_job import KeepingJob
        from stanceline.ui.tables_job import TablesJob

        self._reading = ReadingJob(self)
        self._reading.progressed.connect(self._on_progress)
        self._reading.read.connect(self._on_read)
        self._reading.problems.connect(self._on_problems)
        self._reading.finished.connect(self._on_reading_finished)
        self._deriving = DerivingJob(self)
        self._deriving.derived.connect(self._on_derived)
        self._deriving.failed.connect(self.failed)
        self._deriving.counseled.connect(self.counseled)
        self._tables = TablesJob(self)
        self._tables.made.connect(self._on_tables_made)
        self._keeping = KeepingJob(self)
        self._keeping.recalled.connect(self._accept)
        self._keeping.missed.connect(self._ask_for_analysis)
        self._keeping.quiet.connect(self._on_quiet)
        self._has_begun = True
        self._offer_recovery()
        waiting, self._waiting_paths = self._waiting_paths, []
        if waiting == [sample_folder()] and self.begins_with_made_sample:
            self.open_sample()
        elif waiting:
            self.take_in(waiting)

    def _offer_recovery(self) -> None:
        from stanceline.model.recovery import recoverable

        found = recoverable()
        if found and not self._waiting_paths:
            self.recovery_found.emit(found[0])

    def close(self) -> None:
        """Stop all work and let the project go. Untitled work that was not saved is given up."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._reading is not None:
            self._reading.stop()
        if self._deriving is not None:
            self._deriving.stop()
        self._let_go()
        # A playback may tick once more: there is nothing left to look back at.
        self._times = None
        # Whoever listens may be taken down before the stack, which tells of its own end.
        for sender in (self.undo, self.filters, self.selection, self):
            sender.blockSignals(True)

    def _let_go(self) -> None:
        for job in (self._tables, self._times):
            if job is not None:
                job.forget()
        if self._keeping is not None:
            self._keeping.finish()
        self._stop_listening()
        if self._project is None:
            return
        if self._project.store.is_untitled:
            self._project.store.discard()
        else:
            try:
                self._project.close()
            except StancelineError as error:
                self.failed.emit(str(error))
        self._project = None

    # ---- projects

    def new(self) -> None:
        """Begin an empty project."""
        self._use(None)

    def open(self, path: Path) -> bool:
        """Open a saved project; False, with a word to the user, where that fails."""
        from stanceline.model.project import Project
        from stanceline.model.store import Store

        try:
            project = Project(Store.open(path))
        except StancelineError as error:
            self.failed.emit(str(error))
            return False
        self._use(project)
        self.said.emit(say("Opened %1").replace("%1", str(path)))
        return True

    def recover(self, recovery: Recovery) -> None:
        """Go on with untitled work that a crash left behind."""
        from stanceline.model.project import Project
        from stanceline.model.recovery import reopen_untitled

        try:
            project = Project(reopen_untitled(recovery.path))
        except StancelineError as error:
            self.failed.emit(str(error))
            return
        self._use(project)

    def save_as(self, path: Path) -> bool:
        """Save under a name and go on there; False, with a word to the user, where that fails."""
        try:
            self.need_project().save_as(path)
        except StancelineError as error:
            self.failed.emit(str(error))
            return False
        self.named.emit()
        self.said.emit(say("Saved %1").replace("%1", str(path)))
        return True

    def need_project(self) -> Project:
        """The project; an untitled one, kept for recovery, where there is none yet."""
        if self._project is None:
            from stanceline.model.project import Project
            from stanceline.model.recovery import untitled_store
            from stanceline.model.store import Store

            try:
                store = untitled_store()
            except (StancelineError, OSError) as error:
                # A profile that cannot be written must not keep anyone from reading.
                why = getattr(error, "strerror", None) or str(error)
                self.failed.emit(say("Work cannot be kept for recovery: %1").replace("%1", why))
                store = Store.memory()
            self._adopt(Project(store))
        assert self._project is not None
        return self._project

    def _adopt(self, project: Project) -> None:
        from stanceline.discourse.stances.proposals import load_proposals
        from stanceline.ui.today import today_s

        self._project = project
        project.judge_plans(today_s())
        self._stop_listening = project.listen(self._on_project_changed)
        if not project.proposals:
            project.set_proposals(load_proposals())
            if not project.articles:
                self._begin_with_kept_events(project)
        self.named.emit()

    def _begin_with_kept_events(self, project: Project) -> None:
        """A new project takes the user's own table along, so that it shows the same days on any computer."""
        from stanceline.model.reference_list import begin_with, personal_path, read_personal

        try:
            begin_with(project, read_personal())
        except StancelineError as error:
            says = say("Your table of reference events was left out: %1 Put it right, or move %2 away.")
            self.failed.emit(says.replace("%1", str(error)).replace("%2", str(personal_path())))

    def _use(self, project: Project | None) -> None:
        if self._reading is not None:
            self._reading.forget()
        if self._deriving is not None:
            self._deriving.forget()
        self._let_go()
        self._steps.clear()
        self.undo.clear()
        self.selection.select(())
        self.filters.clear()
        self._index, self.facets, self._arrangement, self._base = None, (), None, None
        self._corpus, self._chips = None, []
        if self._clock is not None:
            from stanceline.model.clock import PRESENT

            self.set_clock(PRESENT)
        self.compare(None)
        self._columns, self.folded = None, frozenset()
        if project is not None:
            self._adopt(project)
            self._restore_history(project)
            self._recall()
        self.articles_changed.emit()
        self.analysis_changed.emit()
        self.corpus_changed.emit()
        self.problems_changed.emit()
        self.views_changed.emit()
        self.named.emit()

    def _restore_history(self, project: Project) -> None:
        from stanceline.ui.edit_command import EditCommand

        for entry in project.history():
            self.undo.push(EditCommand.already_done(project, entry, self.failed.emit))

    # ---- reading

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read articles in the background, or open the project where that is what was given."""
        projects = [path for path in paths if path.suffix == SUFFIX]
        pictures = [path for path in paths if path.suffix.lower() in PICTURES]
        articles = [path for path in paths if path.suffix != SUFFIX and path not in pictures]
        if projects:
            self.open(projects[0])
        if pictures:
            self.picture_given.emit(pictures[0])
        if articles and self._deriving is not None:
            # The process starts while files are read, so that the first analysis comes sooner.
            self._deriving.warm()
        if articles and self._reading is not None and self._reading.start(articles, self.need_project()):
            self.reading_began.emit()

    def open_sample(self) -> None:
        """Take in the sample as the program brings it along; read it where that is not today's."""
        from stanceline.model.sample import made_sample

        articles = made_sample()
        if articles is None:
            self.take_in([sample_folder()])
            return
        self._on_read(articles)
        self._on_reading_finished(is_cancelled=False)

    def take_in_text(self, text: str) -> None:
        """Read a pasted article."""
        if self._reading is not None and self._reading.start_text(text, self.need_project()):
            self.reading_began.emit()

    def cancel_reading(self) -> None:
        """Stop reading and keep what is done."""
        if self._reading is not None:
            self._reading.cancel()

    def retry(self, paths: Sequence[Path]) -> None:
        """Read files again that had problems."""
        project = self.need_project()
        again = {str(path) for path in paths}
        project.problems = tuple(problem for problem in project.problems if problem.path not in again)
        self.take_in([path for path in paths if path.suffix != SUFFIX])

    def _on_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _on_read(self, articles: list[tuple[StoredArticle, bytes]]) -> None:
        project = self.need_project()
        had_articles = bool(project.articles)
        try:
            project.add_articles(articles)
        except StancelineError as error:
            self.failed.emit(str(error))
            return
        if not had_articles:
            self.articles_changed.emit()
            self.named.emit()

    def _on_problems(self, problems: list[Problem]) -> None:
        self.need_project().add_problems(problems)
        for problem in problems:
            self.said.emit(problem.says)

    def _on_reading_finished(self, is_cancelled: bool) -> None:
        articles = counted(len(self.need_project().articles), "one article", "%1 articles")
        says = say("Reading was stopped; the project has %1") if is_cancelled else say("Read; the project has %1")
        self.said.emit(says.replace("%1", articles))
        self._ask_for_analysis()
        self.reading_ended.emit()

    # ---- deriving

    def _on_project_changed(self, change: Change) -> None:
        if "notes" in change.tables:
            self.noted.emit()
        if "views" in change.tables:
            self.views_changed.emit()
        if "problems" in change.tables and change.who != "derive":
            self.problems_changed.emit()
        if change.tables & {"articles", "decisions", "proposals", "references"} and change.who != "derive":
            self._ask_for_analysis()

    def _ask_for_analysis(self) -> None:
        if self._deriving is not None and self._tables is not None and self._project is not None:
            self._tables.load()
            self._deriving.ask(self._project, is_reading=self.is_reading())

    def _recall(self) -> None:
        """Show what the project file kept of the last analysis; where it kept none, ask for it."""
        if self._keeping is not None and self._tables is not None and self._project is not None:
            self._tables.load()
            self._keeping.recall(self._project)

    def _on_quiet(self, project: Project, digests: dict[str, str]) -> None:
        if self._deriving is not None and project is self._project:
            self._deriving.make_ready(project, digests)

    def _on_derived(self, derived: Derived) -> None:
        if self._project is not None and self._keeping is not None:
            # Also one that comes too late: the next one brings only what differs from it.
            self._keeping.take(self._project, derived)
        self._accept(derived)

    def _accept(self, derived: Derived) -> None:
        from stanceline.ui.collector import put_aside

        if self._project is None or not derived.give_to(self._project):
            return
        self._index = None
        put_aside()
        try:
            # What was read is written behind: that the disk was full nobody would hear before the next edit.
            self._project.store.check()
        except StancelineError as error:
            self.failed.emit(str(error))
        # One step a turn of the event loop: all of them together take longer than a frame may.
        self._steps = [
            self._count_columns, self._arrange, self._tell_analysis, self._select, self._show_cut, self._make_tables
        ]  # fmt: skip
        self._step_timer.start()

    def _tell_analysis(self) -> None:
        self._drop_lost_selection()
        self.problems_changed.emit()
        self.analysis_changed.emit()

    def _drop_lost_selection(self) -> None:
        kept = [key for key in self.selection.keys if self.index.finding(key) is not None]
        self.selection.select(kept, self.selection.current)

    def _make_tables(self) -> None:
        if self._tables is not None and self._project is not None:
            self._tables.make(self._project)

    def _on_tables_made(self) -> None:
        self._find_facets()
        self.tables_changed.emit()

    # ---- proposals

    def consult(self, proposal: Proposal, *, is_thorough: bool) -> int:
        """Ask what the articles say to a wording of a proposal; `counseled` answers with the number returned.

        0 where nothing can be asked. Only the newest of several questions is sure to be answered.
        """
        if self._deriving is None or self._project is None or not self.has_articles():
            return 0
        return self._deriving.consult(self._project, proposal, is_thorough=is_thorough)

    # ---- edits

    def apply(self, edit: Edit) -> bool:
        """Carry out an edit that can be undone; False, with a word to the user, where it makes no sense."""
        from stanceline.ui.edit_command import EditCommand

        command = EditCommand.carried_out(self.need_project(), edit, self.failed.emit)
        if command is None:
            return False
        self.undo.push(command)
        self.said.emit(edit.text)
        return True
