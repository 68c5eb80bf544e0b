"""Keeps a deriving process in step with a project and hands back its analysis, a few rows at a time.

Decoding an analysis of a large corpus takes longer than a frame, so each `poll` spends a few milliseconds on it
and the owner calls again.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from stanceline.codec import unpack
from stanceline.records import Analysis, Counsel, Proposal
from stanceline.workers import deriving
from stanceline.workers.assembly import Assembly
from stanceline.workers.channel import Channel, Mailbox
from stanceline.workers.deriving_messages import (
    Advised,
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
    Propose,
    PutArticles,
    Ready,
    Refer,
    Report,
    Request,
    Rows,
    decode_answer,
    encode,
)

if TYPE_CHECKING:  # numpy and SQLite stay out of the reading workers, which import this package too
    from stanceline.model.project import Project
    from stanceline.model.store import StoredArticle


@dataclass(frozen=True, slots=True)
class Derived:
    """A new analysis: hand it to `Project.accept`. `changed` holds the tables and keys that differ.

    `entries` are the bytes of what differs, to be kept in the project file (`model.keeping`); without them where they
    would not be true for long.
    """

    generation: int
    analysis: Analysis
    prepared: Any
    changed: tuple[frozenset[str], frozenset[str]]
    entries: Mapping[str, Sequence[bytes]] = field(default_factory=dict)

    def give_to(self, project: "Project") -> bool:
        """Let the project take it over; False where it is outdated."""
        return project.accept(self.analysis, self.generation, self.prepared, changed=self.changed)


@dataclass(frozen=True, slots=True)
class DeriverFailed:
    """The analysis could not be made; `detail` is for the log. The next `update` tries again."""

    generation: int
    says: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Counseled:
    """The answer to `Deriver.consult`: a `counsel.Counsel`, or None and what went wrong."""

    number: int
    counsel: Counsel | None
    says: str = ""


@dataclass(frozen=True, slots=True)
class MadeReady:
    """The answer to `Deriver.make_ready`: whether what is shown is what the articles give."""

    is_true: bool


DeriverEvent = Derived | DeriverFailed | Counseled | MadeReady


@dataclass(slots=True)
class _Sent:
    """What the process knows already."""

    articles: "dict[str, StoredArticle]" = field(default_factory=dict)
    rest: dict[str, bytes] = field(default_factory=dict)


class Deriver:
    """One deriving process, started when first needed and again after a failure."""

    def __init__(self, *, steps: DeriveSteps | None = None, mentioned_only: bool = False) -> None:
        self.mailbox = Mailbox()
        self.mentioned_only = mentioned_only
        self._steps = steps or DeriveSteps()
        self._channel: Channel | None = None
        self._sent = _Sent()
        self._assembly: Assembly | None = None
        self._last = Analysis()
        self._wanted = -1
        self._asked = 0

    @property
    def is_busy(self) -> bool:
        """Whether an analysis was asked for and is not handed over yet."""
        return self._wanted >= 0

    def start(self) -> None:
        """Start the process now, so that the first analysis comes sooner."""
        if self._channel is None:
            steps = (self._steps.derive, self._steps.references)
            self._channel = Channel(deriving.serve, steps, self.mailbox, "stanceline-deriver")

    def fileno(self) -> int:
        """Readable when `poll` has something to do."""
        return self.mailbox.fileno()

    def close(self) -> None:
        """End the process and let everything go."""
        if self._channel is not None:
            self._channel.end()
            self._channel = None
        self.mailbox.close()
        self._wanted = -1

    def consult(self, project: "Project", proposal: Proposal, *, is_thorough: bool) -> int:
        """Ask what the corpus says to a wording of a proposal; returns the number that the answer bears."""
        self._tell(project)
        self._asked += 1
        self._send(Consult(self._asked, proposal, is_thorough))
        return self._asked

    def update(self, project: "Project") -> None:
        """Send what the process does not know yet and ask for the analysis of the project's generation."""
        self._tell(project)
        self._wanted = project.generation
        self._send(Request(project.generation, self.mentioned_only))

    def make_ready(self, project: "Project", digests: Mapping[str, str]) -> None:
        """Have the process derive what the project shows already, and compare it with the digests of its tables."""
        self._tell(project)
        self._last = project.analysis
        self._send(MakeReady(self.mentioned_only, dict(digests)))

    def _tell(self, project: "Project") -> None:
        self.start()
        self._send_articles(project)
        self._send_if_new("decide", Decide(list(project.decisions)))
        self._send_if_new("propose", Propose(list(project.proposals)))
        self._send_if_new("refer", Refer(project.references()))
        self._send_if_new("report", Report(list(project.problems)))

    def _send_articles(self, project: "Project") -> None:
        known, current = self._sent.articles, {article.id: article for article in project.articles}
        gone = [ident for ident in known if ident not in current]
        new = [ident for ident, article in current.items() if known.get(ident) != article]
        if gone:
            self._send(DropArticles(gone))
        fresh = project.take_fresh()
        at_hand = [fresh[ident] for ident in new if ident in fresh]
        if at_hand:
            self._send(PutArticles(at_hand))
        stored = [ident for ident in new if ident not in fresh]
        if stored and project.store.path is not None:
            project.store.flush()
            self._send(LoadArticles(str(project.store.path), stored))
        elif stored:
            self._send(PutArticles([project.content(ident) for ident in stored]))
        self._sent.articles = current

    def _send_if_new(self, name: str, message: msgspec.Struct) -> None:
        content = encode(message)
        if self._sent.rest.get(name) != content:
            self._sent.rest[name] = content
            self._send(message)

    def _send(self, message: msgspec.Struct) -> None:
        assert self._channel is not None
        self._channel.send(encode(message))

    # ---- coming back ----

    def poll(self, budget_s: float = 0.004) -> list[DeriverEvent]:
        """Work on what came in for about `budget_s` seconds; never waits. Call again while `is_busy`."""
        events: list[DeriverEvent] = []
        until = time.perf_counter() + budget_s
        while (letter := self.mailbox.take()) is not None:
            sender, content = letter
            if sender is self._channel:
                event = self._fail() if content is None else self._open(content)
                events.extend([event] if event is not None else [])
            if time.perf_counter() > until:
                break
        return events

    def _fail(self) -> DeriverEvent:
        assert self._channel is not None
        code = self._channel.end(wait_s=0.5)
        generation, self._wanted = self._wanted, -1
        self._channel, self._assembly, self._sent, self._last = None, None, _Sent(), Analysis()
        says = f"The process that makes the analysis ended unexpectedly (exit code {code}). It starts anew."
        return DeriverFailed(generation, says)

    def _open(self, letter: bytes) -> DeriverEvent | None:
        match decode_answer(letter):
            case Opened() as opened:
                self._assembly = Assembly(opened.generation, opened.tables, opened.keys)
            case (Rows() | Columns()) as piece if self._assembly is not None:
                self._assembly.take(piece, letter)
            case Closed() as closed if self._assembly is not None:
                return self._complete(self._assembly, closed)
            case Advised(number, content, says):
                return Counseled(number, unpack(content, Counsel) if content else None, says)
            case Ready(differing):
                return MadeReady(not differing)
            case CannotDerive(generation, says, detail):
                if generation == self._wanted:
                    self._wanted = -1
                return DeriverFailed(generation, says, detail)
        return None

    def _complete(self, assembly: Assembly, closed: Closed) -> Derived:
        self._last, prepared = assembly.completed(self._last)
        self._assembly = None
        if assembly.generation == self._wanted:
            self._wanted = -1
        entries = assembly.entries(self._last, closed.fleeting) if closed.is_lasting else {}
        moved = (frozenset(assembly.names), frozenset(assembly.keys))
        return Derived(assembly.generation, self._last, prepared, moved, entries)
