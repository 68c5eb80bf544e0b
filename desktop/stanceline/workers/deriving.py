"""The deriving process: holds the decoded extractions of a project and makes its analysis on request."""

import gc
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from stanceline import StancelineError
from stanceline.codec import CodecError, decode_extraction, pack
from stanceline.memory import Memory
from stanceline.reading.article import Problem
from stanceline.records import Analysis, Decision, Extraction, Proposal
from stanceline.workers.deriving_messages import (
    Advised,
    Answer,
    CannotDerive,
    Closed,
    Columns,
    Consult,
    Decide,
    DeriveSteps,
    DropArticles,
    LoadArticles,
    MakeReady,
    Opened,
    Order,
    Propose,
    PutArticles,
    Ready,
    Refer,
    Report,
    Request,
    Rows,
    decode_order,
    encode,
)
from stanceline.workers.process import load_function, settle

ROWS_AT_ONCE = 500
"""Rows in one message: few enough to be decoded between two frames."""
MOST_KEYS = 2000
"""Changed rows that are named one by one; more are not named at all."""


Question = Request | Consult | MakeReady
_TURNS = (MakeReady, Request, Consult)
"""In this order questions are answered that wait together."""
_NEVER: Any = (None,)
"""A table that differs from every other."""


def serve(connection: "Connection[bytes, bytes]", derive: str, references: str) -> None:
    """The whole life of the process."""
    settle(niceness=5, memory_mb=None)
    deriving = _Deriving(DeriveSteps(derive, references))
    while True:
        try:
            asked = deriving.take(decode_order(connection.recv_bytes()))
            # Whatever came in meanwhile counts too: only the newest question of each kind is worth answering.
            waiting = {} if asked is None else {type(asked): asked}
            while connection.poll(0):
                asked = deriving.take(decode_order(connection.recv_bytes()))
                waiting |= {} if asked is None else {type(asked): asked}
            for question in sorted(waiting.values(), key=lambda one: _TURNS.index(type(one))):
                for answer in deriving.reply(question):
                    connection.send_bytes(encode(answer))
            # A corpus is millions of objects without circles among them: looking them through again and
            # again would double the time of an edit.
            if waiting:
                gc.freeze()
        except (EOFError, OSError):
            return


def _letters(analysis: Analysis, name: str) -> Iterator[Rows]:
    """One table in pieces."""
    rows = getattr(analysis, name)
    for first in range(0, len(rows), ROWS_AT_ONCE):
        yield Rows(name, pack(rows[first : first + ROWS_AT_ONCE]))


class _Deriving:
    def __init__(self, steps: DeriveSteps) -> None:
        self.steps = steps
        self.extractions: dict[str, Extraction] = {}
        self.decisions: list[Decision] = []
        self.proposals: list[Proposal] = []
        self.problems: list[Problem] = []
        self.unreadable: dict[str, Problem] = {}
        self.files: dict[str, bytes] = {}
        self.references: Any = None
        self.last = Analysis()
        self.memory = Memory()

    def take(self, order: Order) -> Question | None:
        """Take in an order; what wants an answer is handed back."""
        match order:
            case PutArticles(contents):
                for content in contents:
                    self._put(content, "")
            case LoadArticles(path, articles):
                self._load(Path(path), articles)
            case DropArticles(articles):
                for ident in articles:
                    self.extractions.pop(ident, None)
            case Decide(decisions):
                self.decisions = decisions
            case Propose(proposals):
                self.proposals = proposals
            case Refer(files):
                self.files, self.references = files, None
            case Report(problems):
                self.problems = problems
            case Request() | Consult() | MakeReady():
                return order
        return None

    def reply(self, question: Question) -> Iterator[Answer]:
        """The answer to any question, in pieces."""
        match question:
            case Request():
                return self.answer(question)
            case Consult():
                return self.advise(question)
            case MakeReady():
                return self.make_ready(question)

    def _put(self, content: bytes, ident: str) -> None:
        try:
            extraction = decode_extraction(content)
        except CodecError as error:
            self.unreadable[ident] = Problem("outdated", f"{ident}: {error}", None, ident or None)
            return
        self.unreadable.pop(extraction.article.id, None)
        self.extractions[extraction.article.id] = extraction

    def _load(self, path: Path, articles: list[str]) -> None:
        # Imported here: a new project has no file to read from.
        from stanceline.model.store import Store

        try:
            store = Store.open(path, read_only=True)
        except StancelineError as error:
            self.unreadable[str(path)] = Problem("project", str(error), str(path))
            return
        for ident in articles:
            try:
                self._put(store.content(ident), ident)
            except StancelineError as error:
                self.unreadable[ident] = Problem("project", f"{ident}: {error}", str(path), ident)
        store.close()

    def answer(self, request: Request) -> Iterator[Answer]:
        """The analysis in pieces, or why there is none."""
        try:
            yield from list(self._derive(request))
        except StancelineError as error:
            yield CannotDerive(request.generation, str(error), "")
        except Exception as error:  # the worker's border: the window goes on with what it has
            says = f"The analysis could not be made ({type(error).__name__}: {error}). Undo the last change."
            yield CannotDerive(request.generation, says, traceback.format_exc())

    def advise(self, consult: Consult) -> Iterator[Answer]:
        """What the corpus says to a proposal, or why nothing can be told."""
        from stanceline.counsel import counsel

        try:
            made = counsel(
                self._corpus(), consult.proposal, self.proposals, self.decisions,
                partial(self._analyze, mentioned_only=False), self.memory, is_thorough=consult.is_thorough,
            )  # fmt: skip
        except Exception as error:  # the worker's border: the window goes on with what it has
            says = f"The names could not be looked for ({type(error).__name__}: {error}). Change the last one."
            yield Advised(consult.number, b"", says)
            return
        yield Advised(consult.number, pack(made))

    def _corpus(self) -> list[Extraction]:
        return [self.extractions[ident] for ident in sorted(self.extractions)]

    def _analyze(self, proposals: Sequence[Proposal], *, mentioned_only: bool) -> Analysis:
        analysis: Analysis = load_function(self.steps.derive)(
            self._corpus(),
            proposals=proposals,
            references=self._all_references(),
            decisions=self.decisions,
            mentioned_only=mentioned_only,
            problems=[*self.problems, *self.unreadable.values()],
            memory=self.memory,
        )
        return analysis

    def _derive(self, request: Request) -> Iterator[Answer]:
        from stanceline.model.difference import difference
        from stanceline.model.prepared import prepare
        from stanceline.model.strings import Strings

        analysis = self._analyze(self.proposals, mentioned_only=request.mentioned_only)
        tables, keys = difference(self.last, analysis)
        yield Opened(request.generation, sorted(tables), sorted(keys) if len(keys) <= MOST_KEYS else [])
        for name in sorted(tables):
            yield from _letters(analysis, name)
        prepared = prepare(analysis, self.memory)
        for entry in fields(prepared):
            value = getattr(prepared, entry.name)
            if isinstance(value, list):
                yield Columns(entry.name, "", pack(value))
            elif isinstance(value, Strings):
                yield Columns(entry.name, "strings", pack(value.packed()))
            else:
                yield Columns(entry.name, value.dtype.str, value.tobytes())
        yield Closed(request.generation, self._fleeting(analysis), not self.unreadable)
        self.last = analysis

    def _fleeting(self, analysis: Analysis) -> list[Problem]:
        """Problems of reading that the articles themselves do not tell again."""
        lasting = {problem for extraction in self.extractions.values() for problem in extraction.problems}
        told = set(self.problems) - lasting
        return [problem for problem in analysis.problems if problem in told]

    def make_ready(self, wanted: MakeReady) -> Iterator[Answer]:
        """Derive without being asked for the result, and compare it with what the window shows."""
        from stanceline.model.keeping import digest_of

        try:
            analysis = self._analyze(self.proposals, mentioned_only=wanted.mentioned_only)
        except Exception:  # the worker's border: the first question that wants an answer will tell
            yield Ready([])
            return
        differing = [
            name
            for name, digest in sorted(wanted.digests.items())
            if digest_of([encode(letter) for letter in _letters(analysis, name)]) != digest
        ]
        self.last = replace(analysis, **dict.fromkeys(differing, _NEVER))
        yield Ready(differing)

    def _all_references(self) -> Any:
        """The shipped reference events and those of the project."""
        if self.references is None:
            with tempfile.TemporaryDirectory(prefix="stanceline-") as folder:
                paths = []
                for name, content in sorted(self.files.items()):
                    path = Path(folder) / Path(name).name
                    path.write_bytes(content)
                    paths.append(path)
                self.references = load_function(self.steps.references)(paths)
        return self.references
