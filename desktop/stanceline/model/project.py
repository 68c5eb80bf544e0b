"""One debate as a person works on it: articles, what was found in them, decisions, and the tables made of both.

The only place that changes them. Listeners are told once per edit which tables and keys changed, and who asked.
What the machine finds is derived by a function that is handed in (commands, tests), or elsewhere and handed
back through `accept` (the window); decisions lie over it either way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from stanceline.codec import MADE_BY, CodecError, decode_extraction, encode_extraction, text_digest
from stanceline.model.difference import TABLES, difference
from stanceline.model.edits import Changes, DecisionKey, Edit, Restore, inverse_of, refuse_circles
from stanceline.model.plans import judged
from stanceline.model.prepared import Prepared, prepare
from stanceline.model.saved_views import SavedView, saved_views
from stanceline.model.store import HistoryEntry, Store, StoredArticle
from stanceline.model.tables import Tables
from stanceline.own_proposals import with_own
from stanceline.reading.article import Problem
from stanceline.records import Analysis, Decision, DecisionKind, Extraction, Proposal


@dataclass(frozen=True, slots=True)
class Change:
    """What changed: names of tables (`decisions`, `notes`, `views`, `settings`, `references` too), row keys, who asked.

    `keys` is empty where more changed than could be named.
    """

    tables: frozenset[str]
    keys: frozenset[str]
    who: str


class Derive(Protocol):
    """Makes the analysis of a corpus: `stanceline.pipeline.derive` with its reference events bound."""

    def __call__(
        self,
        extractions: Sequence[Extraction],
        *,
        proposals: Sequence[Proposal],
        decisions: Sequence[Decision],
        problems: Sequence[Problem],
    ) -> Analysis:
        """The analysis."""
        ...


Listener = Callable[[Change], None]
_OF_PROPOSALS = frozenset({"proposal", "proposal_order"})
_BESIDE: Mapping[str, str] = {"note": "notes", "view": "views", "view_order": "views"}
"""Kinds of decisions that nothing is derived from, and what `Change.tables` calls them."""


class Project:
    """A project over its store. With `derive`, every change is carried through at once; without, see `accept`."""

    def __init__(self, store: Store | None = None, derive: Derive | None = None) -> None:
        self.store = store if store is not None else Store.memory()
        self.generation = 0
        """Counted up with every change that the analysis depends on."""
        self._valid_from = 0
        self._accepted = -1
        self.analysis = Analysis()
        self.prepared: Prepared | None = None
        self._today_s: int | None = None
        self.tables = Tables(self.analysis)
        """The analysis as pandas frames, always those of `analysis`; made when first asked for, or by `make`."""
        self.problems: tuple[Problem, ...] = ()
        """Problems of reading, which the analysis repeats."""
        self._derive = derive
        self._listeners: list[Listener] = []
        self._extractions: dict[str, Extraction] = {}
        self._decisions = self.store.decisions()
        self._articles = {article.id: article for article in self.store.articles()}
        self._removed: dict[str, StoredArticle] = {}
        self._given_proposals = self.store.proposals()
        self._proposals = with_own(self._given_proposals, self.decisions)
        self._references = self.store.references()
        self._rows: dict[str, Any] | None = None
        self._fresh: dict[str, bytes] = {}
        if derive is not None and self._articles:
            self._rederive(frozenset(), frozenset(), "open", announce=False)

    # ---- looking ----

    @property
    def path(self) -> Path | None:
        """Where the project is saved, None while it has no name of its own."""
        return None if self.store.is_untitled else self.store.path

    @property
    def articles(self) -> tuple[StoredArticle, ...]:
        """The articles by id, without their bytes."""
        return tuple(self._articles[key] for key in sorted(self._articles))

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The proposals that stances are assessed against, in order: those given, a person's own laid over them."""
        return self._proposals

    @property
    def given_proposals(self) -> tuple[Proposal, ...]:
        """The proposals that the project began with, whatever has become of them."""
        return self._given_proposals

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision in force that the analysis depends on, by kind and key."""
        found = (entry for entry in sorted(self._decisions) if entry[0] not in _BESIDE)
        return tuple(Decision(kind, key, self._decisions[kind, key]) for kind, key in found)

    @property
    def notes(self) -> dict[str, str]:
        """What a person wrote about marks, by their keys."""
        return {key: value for (kind, key), value in self._decisions.items() if kind == "note"}

    @property
    def decided_keys(self) -> frozenset[DecisionKey]:
        """Kind and key of every decision in force."""
        return frozenset(self._decisions)

    @property
    def saved_views(self) -> tuple[SavedView, ...]:
        """The views that were saved, in the order of the story."""
        return saved_views(self._decisions)

    def decided(self, kind: DecisionKind, key: str) -> str | None:
        """The value of one decision, None where nobody decided."""
        return self._decisions.get((kind, key))

    @property
    def is_derived(self) -> bool:
        """Whether the analysis is that of the newest change."""
        return self._derive is not None or self._accepted == self.generation

    def history(self) -> list[HistoryEntry]:
        """The edits in force, oldest first."""
        return self.store.history()

    def content(self, article: str) -> bytes:
        """The encoded extraction of one article."""
        return self.store.content(article)

    def take_fresh(self) -> dict[str, bytes]:
        """Articles added since the last call, encoded: for the process that derives elsewhere."""
        fresh, self._fresh = self._fresh, {}
        return fresh

    def outdated(self) -> tuple[StoredArticle, ...]:
        """Articles whose findings another version of the program made: worth reading again."""
        return tuple(article for article in self.articles if article.made_by != MADE_BY)

    def row(self, key: str) -> Any:
        """The article, actor, statement, stance or event with this key, None where there is none."""
        if self._rows is None:
            found: dict[str, Any] = {}
            for name in ("articles", "actors", "events", "statements", "stances"):
                found.update((row.id, row) for row in getattr(self.analysis, name))
            self._rows = found
        return self._rows.get(key)

    # ---- telling ----

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns a function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _announce(self, tables: frozenset[str], keys: frozenset[str], who: str) -> None:
        change = Change(tables, keys, who)
        for listener in tuple(self._listeners):
            listener(change)

    # ---- changing ----

    def apply(self, edit: Edit, *, who: str = "user") -> Restore:
        """Carry out an edit; on the disk when this returns. Returns the inverse, an edit like any other.

        Raises `EditError` or `StoreError` and changes nothing.
        """
        changes = edit.changes()
        refuse_circles(changes, self._decisions)
        changes = replace(
            changes,
            remove=tuple(key for key in changes.remove if key in self._articles),
            restore=tuple(key for key in changes.restore if key in self._removed),
        )
        inverse = inverse_of(edit, changes, self._decisions)
        entry = HistoryEntry(edit.text, changes, inverse.changed)
        self.store.commit_edit(entry, is_undo=not inverse.is_undo and self._is_last(changes))
        self._carry_out(changes)
        touched = frozenset([*(new.key for new in changes.put), *(key for _, key in changes.drop)])
        kinds = _kinds(changes)
        if kinds and kinds <= _BESIDE.keys() and not (changes.remove or changes.restore):
            self._announce(frozenset(_BESIDE[kind] for kind in kinds), touched, who)
            return inverse
        tables = set[str]()
        if touched:
            tables.add("decisions")
        if _kinds(changes) & _OF_PROPOSALS:
            tables.add("proposals")
        if changes.remove or changes.restore:
            tables.add("articles")
        self._rederive(frozenset(tables), touched | {*changes.remove, *changes.restore}, who)
        return inverse

    def _is_last(self, changes: Changes) -> bool:
        """Whether the changes take back the newest edit in force."""
        last = self.store.last_edit()
        return last is not None and last.back == changes

    def _carry_out(self, changes: Changes) -> None:
        for key in changes.drop:
            self._decisions.pop(key, None)
        for new in changes.put:
            self._decisions[new.kind, new.key] = new.value
        if _kinds(changes) & _OF_PROPOSALS:
            self._proposals = with_own(self._given_proposals, self.decisions)
        for article in changes.remove:
            if article in self._articles:
                self._removed[article] = self._articles.pop(article)
        for article in changes.restore:
            if article in self._removed:
                self._articles[article] = self._removed.pop(article)

    def add_articles(
        self, articles: Sequence[tuple[StoredArticle, bytes]], *, who: str = "reader", wait: bool = False
    ) -> None:
        """Take in articles that were read and extracted, or read again: decisions about them stay.

        Without `wait` the disk is written behind; `store.check()` or the next access raises where it failed.
        """
        if not articles:
            return
        self.store.put_articles(articles, wait=wait)
        is_new = not any(article.id in self._articles for article, _ in articles)
        for article, _ in articles:
            self._articles[article.id] = article
            self._extractions.pop(article.id, None)
        if self._derive is None:
            self._fresh.update((article.id, content) for article, content in articles)
        self._rederive(frozenset({"articles"}), frozenset(article.id for article, _ in articles), who, only_adds=is_new)

    def add_extractions(self, extractions: Sequence[Extraction], *, who: str = "reader") -> None:
        """`add_articles` for extractions at hand (commands, tests)."""
        made = []
        for extraction in extractions:
            article = extraction.article
            stored = StoredArticle(
                article.id, article.sha256, text_digest(article.text), article.path, article.title, MADE_BY
            )
            made.append((stored, encode_extraction(extraction)))
        self.add_articles(made, who=who, wait=True)

    def set_proposals(self, proposals: Sequence[Proposal], *, who: str = "user") -> None:
        """Replace the proposals that the project began with; `SetProposals` is the edit that can be undone."""
        if tuple(proposals) == self._given_proposals:
            return
        self.store.put_proposals(proposals)
        self._given_proposals = tuple(proposals)
        self._proposals = with_own(self._given_proposals, self.decisions)
        self._rederive(frozenset({"proposals"}), frozenset(p.id for p in proposals), who)

    def seed(self, decisions: Sequence[Decision]) -> None:
        """Decisions that a new project begins with: without a history, and not to be undone."""
        if decisions:
            self.store.put_decisions(decisions)
            self._decisions.update(((new.kind, new.key), new.value) for new in decisions)
            self._proposals = with_own(self._given_proposals, self.decisions)
            self._rederive(frozenset({"decisions"}), frozenset(new.key for new in decisions), "user")

    def references(self) -> dict[str, bytes]:
        """Added tables of reference events: file name to content."""
        return dict(self._references)

    def set_references(self, files: Mapping[str, bytes], *, who: str = "user") -> None:
        """Replace the added tables of reference events."""
        self.store.put_references(files)
        self._references = dict(files)
        self._rederive(frozenset({"references"}), frozenset(files), who)

    def add_problems(self, problems: Sequence[Problem], *, who: str = "reader") -> None:
        """Add problems of reading, for this session; the same one twice counts once."""
        new = [problem for problem in dict.fromkeys(problems) if problem not in self.problems]
        if new:
            self.problems = (*self.problems, *new)
            self.analysis = replace(self.analysis, problems=_merged(self.analysis.problems, new))
            self.tables = self.tables.renewed(self.analysis, self.prepared, frozenset({"problems"}))
            self._announce(frozenset({"problems"}), frozenset(), who)

    def setting(self, name: str, default: Any = None) -> Any:
        """A setting that is saved with the project: weights, view."""
        return self.store.setting(name, default)

    def set_setting(self, name: str, value: Any, *, who: str = "user") -> None:
        """Save a setting; anything that JSON can hold."""
        self.store.put_setting(name, value)
        self._announce(frozenset({"settings"}), frozenset({name}), who)

    def save_as(self, path: Path) -> None:
        """Save under a name and go on there; raises `StoreError`."""
        self.store.save_as(path)

    def close(self) -> None:
        """Write what waits and let the file go."""
        self.store.close()

    # ---- deriving ----

    def accept(
        self,
        analysis: Analysis,
        generation: int,
        prepared: Prepared | None = None,
        *,
        changed: tuple[frozenset[str], frozenset[str]] | None = None,
        who: str = "derive",
    ) -> bool:
        """Take over an analysis made elsewhere; False where it is outdated and was dropped.

        One that only lacks articles which were added since is taken: rows appear while articles come in.
        `changed` holds the tables and keys that differ from the analysis before, as the deriving process found
        them; without it they are worked out here.
        """
        if not self._valid_from <= generation <= self.generation or generation <= self._accepted:
            return False
        self._accepted = generation
        if changed is None:
            changed = difference(self.analysis, analysis)
        else:
            # An analysis in between may have been dropped here: what it changed is not named, but is another object.
            others = {name for name in TABLES if getattr(self.analysis, name) is not getattr(analysis, name)}
            if not others <= changed[0]:
                changed = (changed[0] | others, frozenset())
        self._replace(analysis, prepared, changed, who)
        return True

    def doubt(self) -> None:
        """Take the next analysis even where nothing has changed: the present one may not be true."""
        self._accepted = -1

    def _rederive(
        self, tables: frozenset[str], keys: frozenset[str], who: str, *, announce: bool = True, only_adds: bool = False
    ) -> None:
        self.generation += 1
        if not only_adds:
            self._valid_from = self.generation
        if self._derive is None:
            if announce:
                self._announce(tables, keys, who)
            return
        analysis = self._derive(
            self._all_extractions(), proposals=self._proposals, decisions=self.decisions, problems=self.problems
        )
        moved_tables, moved_keys = difference(self.analysis, analysis)
        self._replace(analysis, None, (tables | moved_tables, keys | moved_keys), who if announce else None)

    def _all_extractions(self) -> list[Extraction]:
        for key in sorted(self._articles):
            if key not in self._extractions:
                try:
                    self._extractions[key] = decode_extraction(self.store.content(key))
                except CodecError as error:
                    says = f"{key}: {error}"
                    self.problems = _merged(self.problems, [Problem("outdated", says, None, key)])
        return [self._extractions[key] for key in sorted(self._articles) if key in self._extractions]

    def judge_plans(self, today_s: int) -> None:
        """From now on mark plans whose time has passed by `today_s`. For windows: commands never depend on today."""
        self._today_s = today_s
        if self.prepared is not None:
            self.prepared = judged(self.prepared, today_s)

    def _replace(
        self,
        analysis: Analysis,
        prepared: Prepared | None,
        changed: tuple[frozenset[str], frozenset[str]],
        who: str | None,
    ) -> None:
        tables, keys = changed
        self.analysis = analysis
        self.prepared = judged(prepared if prepared is not None else prepare(analysis), self._today_s)
        self._rows = None
        self.tables = self.tables.renewed(analysis, self.prepared, tables)
        if who is not None and tables:
            self._announce(tables, keys, who)


def _kinds(changes: Changes) -> frozenset[str]:
    return frozenset([*(new.kind for new in changes.put), *(kind for kind, _ in changes.drop)])


def _merged(old: Sequence[Problem], new: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys((*old, *new)))


__all__ = ["MADE_BY", "TABLES", "Change", "Derive", "Project"]
