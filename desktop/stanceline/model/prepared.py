"""Turns an analysis into the columns that all views are cut from, before any filter, grouping or sorting.

Made once per analysis (in the deriving process), then only sliced. Free of tables and of Qt. Every stance,
statement and event is one mark in the row of one actor; nothing is dropped: what has no actor stands in a
last row of its own, what has no date keeps its reason.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stanceline.memory import Memory
from stanceline.model.cell_values import HEARSAY, cell_columns, cell_values, overall_values
from stanceline.model.dates_text import date_text
from stanceline.model.marks import NO_STANCE, Kind, Source, Trait
from stanceline.model.search import fold
from stanceline.model.strings import Strings
from stanceline.model.titles import article_title
from stanceline.model.written_dates import WrittenDates
from stanceline.records import Analysis, ArticleRow, EventRow, EventSort, EventStatus, StanceRow, StatementRow
from stanceline.temporal.timex import DAY_S, GRANULARITIES, Granularity

UNKNOWN_TIME = int(np.iinfo(np.int64).min)
"""In time columns: not known."""
UNATTRIBUTED = ""
"""Key of the last row, which holds what the text gives no actor for."""
NOBODY = "Not attributed"
"""Name of that row."""
OVERALL = "overall"
"""Key of the column over all proposals."""
LABEL_LENGTH = 60

# Plain numbers: combining enum members takes a microsecond each, for every mark.
_SECOND_HAND = int(Trait.SECOND_HAND)
_PLANNED = int(Trait.PLANNED)
_UNCERTAIN = int(Trait.UNCERTAIN)
_SUGGESTED = int(Trait.SUGGESTED)
_INFERRED_DATE = int(Trait.INFERRED_DATE)
_HYPOTHETICAL = int(Trait.HYPOTHETICAL)
_CANCELLED = int(Trait.CANCELLED)
_DENIED = int(Trait.DENIED)
_EDITED = int(Trait.EDITED)
_APPROXIMATE = int(Trait.APPROXIMATE)
_CONDITIONAL = int(Trait.CONDITIONAL)
_CONFLICT = int(Trait.CONFLICT)
_UNCONFIRMED = int(Trait.UNCONFIRMED)
_RECURRING = int(Trait.RECURRING)
_MILESTONE = int(Trait.MILESTONE)
_PER_SOURCE, _MOST_SOURCES, _OF_MILESTONE = 5.0, 16, 100.0
"""Labels go to milestones first, then to what more sources report, then to stances, events, statements."""
_SORTS: Mapping[EventSort, int] = {
    "meeting": int(Trait.MEETING), "protest": int(Trait.PROTEST), "incident": int(Trait.INCIDENT),
    "publication": int(Trait.PUBLICATION), "other": 0,
}  # fmt: skip
_STATUS: Mapping[EventStatus, int] = {
    "past": 0,
    "ongoing": 0,
    "planned": _PLANNED,
    "hypothetical": _HYPOTHETICAL,
    "cancelled": _CANCELLED,
    "denied": _DENIED,
}
_GRANULARITY = {name: number for number, name in enumerate(GRANULARITIES)}
_NO_REASON = "The article gives no time for it."


@dataclass(frozen=True, slots=True)
class ActorInfo:
    """An actor that may become a row; `parent` is an index into `Prepared.actors`, -1 where there is none."""

    key: str
    name: str
    kind: str
    parent: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """Columns of all marks (as in `marks.Marks`) and of all cells, in the order of the analysis.

    `actor` and `cell_actor` are indices into `actors`; `column` is an index into `columns`, -1 for what is on no
    proposal; `begin` is `UNKNOWN_TIME` where undated and `reason` then an index into `reasons`; `haystack` is an
    index into `haystacks` (folded words to search). `others` are (key, begin, end) of times that other sources
    give. `cell_marks` lists for each cell the positions of its stances' marks, `cell_copies` those of them that only
    repeat others; `cell_before` is `NO_STANCE` where a position has not changed.
    """

    actors: list[ActorInfo]
    articles: list[Source]
    columns: list[tuple[str, str]]
    keys: Strings
    labels: Strings
    haystacks: Strings
    reasons: list[str]
    kind: NDArray[np.int8]
    actor: NDArray[np.int32]
    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    granularity: NDArray[np.int8]
    stance: NDArray[np.int8]
    traits: NDArray[np.uint32]
    priority: NDArray[np.float32]
    article: NDArray[np.int32]
    reported: NDArray[np.int64]
    sources: NDArray[np.uint16]
    column: NDArray[np.int16]
    haystack: NDArray[np.int32]
    reason: NDArray[np.int32]
    cell_actor: NDArray[np.int32]
    cell_column: NDArray[np.int32]
    cell_stance: NDArray[np.int8]
    cell_confidence: NDArray[np.float32]
    cell_traits: NDArray[np.uint16]
    cell_marks: list[list[int]]
    cell_stances: list[tuple[str, ...]]
    cell_before: NDArray[np.int8]
    cell_copies: list[list[int]]
    others: list[tuple[str, int, int]]

    def __len__(self) -> int:
        return len(self.keys)


def prepare(analysis: Analysis, memory: Memory | None = None) -> Prepared:
    """All marks and cells of an analysis as columns.

    With `memory`, the marks of tables that are the same objects as before are not made again.
    """
    return _Builder(analysis, Memory() if memory is None else memory).build()


def quote(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The words of the spans on one line, joined by an ellipsis."""
    return " … ".join([" ".join(text[start:end].split()) for start, end in spans])


def shorten(words: str, length: int = LABEL_LENGTH) -> str:
    """The words, cut between two of them where longer than `length`."""
    if len(words) <= length:
        return words
    cut = words[:length].rsplit(" ", 1)[0] if " " in words[:length] else words[:length]
    return cut.rstrip(" ,;:–—-“\"'") + "…"


def source_of(row: ArticleRow) -> Source:
    """An article as a numbered source, with its day in words."""
    when = ""
    if row.published is not None:
        guessed = row.published_basis == "inferred"
        when = date_text(row.published * DAY_S, (row.published + 1) * DAY_S, "day", approximate=guessed)
    return Source(row.id, article_title(row), row.source or "", when, row.published)


@dataclass(slots=True)
class _Mark:
    """One mark while the columns are gathered."""

    key: str
    label: str
    kind: Kind
    actor: int
    when: tuple[int | None, int | None, Granularity | None]
    reason: str | None
    stance: int
    traits: int
    priority: float
    article: int
    column: int
    words: str
    sources: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """The marks of one table as columns; `words` and `whys` are numbered only when all parts are together."""

    keys: list[str]
    labels: list[str]
    words: list[str]
    whys: list[str]
    arrays: Mapping[str, NDArray[Any]]
    positions: Mapping[str, int]


def _part(marks: Sequence[_Mark]) -> _Part:
    dated = [mark.when[0] is not None and mark.when[1] is not None for mark in marks]
    return _Part(
        keys=[mark.key for mark in marks],
        labels=[mark.label for mark in marks],
        words=[mark.words for mark in marks],
        whys=["" if is_dated else mark.reason or _NO_REASON for mark, is_dated in zip(marks, dated, strict=True)],
        arrays={
            "kind": np.array([mark.kind for mark in marks], np.int8),
            "actor": np.array([mark.actor for mark in marks], np.int32),
            "begin": np.array([UNKNOWN_TIME if m.when[0] is None else m.when[0] for m in marks], np.int64),
            "end": np.array([UNKNOWN_TIME if m.when[1] is None else m.when[1] for m in marks], np.int64),
            "granularity": np.array([_GRANULARITY[mark.when[2] or "day"] for mark in marks], np.int8),
            "stance": np.array([mark.stance for mark in marks], np.int8),
            "traits": np.array([mark.traits for mark in marks], np.uint32),
            "priority": np.array([mark.priority for mark in marks], np.float32),
            "article": np.array([mark.article for mark in marks], np.int32),
            "sources": np.array([min(mark.sources, 65_535) for mark in marks], np.uint16),
            "column": np.array([mark.column for mark in marks], np.int16),
        },
        positions={mark.key: number for number, mark in enumerate(marks)},
    )


class _Builder:
    def __init__(self, analysis: Analysis, memory: Memory) -> None:
        self.analysis = analysis
        self.memory = memory
        self.actor_index = {row.id: number for number, row in enumerate(analysis.actors)}
        self.article_index = {row.id: number for number, row in enumerate(analysis.articles)}
        self.column_index = {proposal.id: number for number, proposal in enumerate(analysis.proposals)}
        self.nobody = len(analysis.actors)

    @cached_property
    def actor_words(self) -> list[str]:
        """All names and offices of each actor."""
        return [" ".join((row.name, row.office or "", *row.names)) for row in self.analysis.actors]

    def build(self) -> Prepared:
        analysis, recall = self.analysis, self.memory.recall
        shared = (analysis.articles, analysis.actors, analysis.timexes)
        stances = _part([self._stance(row) for row in analysis.stances])
        statements = recall("statement marks", (analysis.statements, *shared), self._statements)
        made_homes = np.union1d(stances.arrays["actor"], statements.arrays["actor"])
        of_cells = {self.actor_index.get(row.actor, -1) for row in analysis.cells}
        homes = self.memory.same("homes", frozenset(made_homes.tolist()) | of_cells)
        events = recall("event marks", (analysis.events, homes, *shared), lambda: self._events(homes))
        columns = [(proposal.id, proposal.title) for proposal in analysis.proposals]
        if len(columns) > 1:
            columns.append((OVERALL, "All"))
        return Prepared(
            actors=recall("mark actors", (analysis.actors,), self._actors),
            articles=recall("mark articles", (analysis.articles,), lambda: [source_of(row) for row in shared[0]]),
            columns=columns,
            **self._mark_columns([stances, self._behind(statements), events]),
            **self._cell_columns(stances.positions),
            others=[(row.id, begin, end) for row in analysis.events for begin, end in row.other_times],
        )

    def _actors(self) -> list[ActorInfo]:
        found = [
            ActorInfo(row.id, row.name, row.kind, self.actor_index.get(row.parent or "", -1))
            for row in self.analysis.actors
        ]
        return [*found, ActorInfo(UNATTRIBUTED, NOBODY, "other", -1)]

    def _statements(self) -> _Part:
        return _part([self._statement(row) for row in self.analysis.statements])

    def _events(self, homes: Set[int]) -> _Part:
        return _part([self._event(row, homes) for row in self.analysis.events])

    def _behind(self, statements: _Part) -> _Part:
        """A statement whose stance is drawn keeps its mark and its place in the counts, but steps back."""
        priority = statements.arrays["priority"].copy()
        carried = {row.statement for row in self.analysis.stances if row.statement in statements.positions}
        priority[[statements.positions[key] for key in carried if key is not None]] = 0.0
        return replace(statements, arrays={**statements.arrays, "priority": priority})

    def _actor(self, key: str | None) -> int:
        return self.nobody if key is None else self.actor_index.get(key, self.nobody)

    def _words(self, text: str, actors: Iterable[str | None]) -> str:
        names = [self.actor_words[self.actor_index[key]] for key in actors if key in self.actor_index]
        return fold(" ".join((text, *names)))

    def _text(self, article: str) -> str:
        number = self.article_index.get(article)
        return "" if number is None else self.analysis.articles[number].text

    @cached_property
    def dates(self) -> WrittenDates:
        """What the articles say about their dates beside the days themselves."""
        return WrittenDates(self.analysis)

    def _stance(self, row: StanceRow) -> _Mark:
        traits = _common_traits(row.inferred_date, row.decided_by) | self.dates.traits_of(row.article, row.timex)
        traits |= _SECOND_HAND if row.mode in HEARSAY else 0
        traits |= _UNCERTAIN if row.certainty != "certain" else 0
        traits |= _SUGGESTED if not row.explicit else 0
        traits |= _CONDITIONAL if row.condition_span is not None else 0
        words = quote(self._text(row.article), [row.evidence])
        return _Mark(
            key=row.id,
            label=shorten(words),
            kind=Kind.STANCE,
            actor=self._actor(row.holder),
            when=(row.begin, row.end_exclusive, row.granularity),
            reason=row.undated,
            stance=row.stance,
            traits=traits,
            priority=3 + row.confidence * (1.0 if row.explicit else 0.5),
            article=self.article_index.get(row.article, -1),
            column=self.column_index.get(row.proposal, -1),
            words=self._words(words, (row.holder, *row.reported_by)),
        )

    def _statement(self, row: StatementRow) -> _Mark:
        words = quote(self._text(row.article), row.content_spans)
        return _Mark(
            key=row.id,
            label=shorten(words),
            kind=Kind.STATEMENT,
            actor=self._actor(row.source),
            when=(row.begin, row.end_exclusive, row.granularity),
            reason=row.undated,
            stance=NO_STANCE,
            traits=_common_traits(row.inferred_date, row.decided_by) | self.dates.traits_of(row.article, row.timex),
            priority=1.5 if row.form == "direct" else 1.0,
            article=self.article_index.get(row.article, -1),
            column=-1,
            words=self._words(words, (row.source,)),
        )

    def _event(self, row: EventRow, homes: Set[int]) -> _Mark:
        traits = _common_traits(row.inferred_date, row.decided_by) | _STATUS[row.status]
        traits |= _CONFLICT if row.conflicts else 0
        traits |= _APPROXIMATE if "~" in (row.edtf or "") or "%" in (row.edtf or "") else 0
        traits |= _UNCERTAIN if "?" in (row.edtf or "") and not row.inferred_date else 0
        known = [self.actor_index[key] for key in row.actors if key in self.actor_index]
        actor = next((number for number in known if number in homes), known[0] if known else self.nobody)
        article = row.mentions[0].article if row.mentions else ""
        traits |= self.dates.traits_of(article, row.timex)
        traits |= _RECURRING if self._recurs(row) else 0
        traits |= _MILESTONE if row.milestone else 0
        traits |= _SORTS[row.sort]
        traits |= _UNCONFIRMED if row.status == "planned" and self._was_overdue(row) else 0
        sources = len({mention.article for mention in row.mentions}) or 1
        return _Mark(
            key=row.id,
            label=row.label,
            kind=Kind.EVENT,
            actor=actor,
            when=(row.begin, row.end_exclusive, row.granularity),
            reason=row.undated,
            stance=NO_STANCE,
            traits=traits,
            priority=2 + _PER_SOURCE * (min(sources, _MOST_SOURCES) - 1) + (_OF_MILESTONE if row.milestone else 0),
            article=self.article_index.get(article, -1),
            column=-1,
            words=self._words(" ".join((row.label, row.place or "")), row.actors),
            sources=sources,
        )

    def _recurs(self, row: EventRow) -> bool:
        """Whether an event goes on again and again: "meets every Monday"; not what somebody says or supposes of it."""
        if row.status not in ("past", "ongoing", "planned") or row.rule == "event.saying":
            return False
        return any(self.dates.recurs_in(mention) for mention in row.mentions)

    def _was_overdue(self, row: EventRow) -> bool:
        """Whether a plan's time lay behind already when the newest report of it was written."""
        days = [
            self.analysis.articles[self.article_index[mention.article]].published
            for mention in row.mentions
            if mention.article in self.article_index
        ]
        newest = max((day for day in days if day is not None), default=None)
        return newest is not None and row.end_exclusive is not None and row.end_exclusive <= newest * DAY_S

    def _first_reports(self, reported: NDArray[np.int64], parts: Sequence[_Part]) -> NDArray[np.int64]:
        """The days of the reports; of an event in several articles the day of the first that has one."""
        published = {row.id: row.published for row in self.analysis.articles}
        *before, events = parts
        first = sum(len(part.keys) for part in before)
        for row in self.analysis.events:
            days = [published.get(mention.article) for mention in row.mentions] if len(row.mentions) > 1 else []
            known = [day for day in days if day is not None]
            if known:
                reported[first + events.positions[row.id]] = min(known) * DAY_S
        return reported

    def _mark_columns(self, parts: Sequence[_Part]) -> dict[str, Any]:
        haystack, haystacks = _numbered([words for part in parts for words in part.words])
        reason, reasons = _numbered([why for part in parts for why in part.whys])
        arrays = {name: np.concatenate([part.arrays[name] for part in parts]) for name in parts[0].arrays}
        published = [UNKNOWN_TIME if row.published is None else row.published * DAY_S for row in self.analysis.articles]
        return {
            "keys": Strings.of([key for part in parts for key in part.keys]),
            "labels": Strings.of([label for part in parts for label in part.labels]),
            "haystacks": Strings.of(haystacks),
            "reasons": reasons,
            **arrays,
            "reported": self._first_reports(np.array([*published, UNKNOWN_TIME], np.int64)[arrays["article"]], parts),
            "haystack": np.array(haystack, np.int32),
            "reason": np.array(reason, np.int32),
        }

    def _cell_columns(self, positions: Mapping[str, int]) -> dict[str, Any]:
        pooled = [row for row in self.analysis.cells if row.article is None]
        stances = {row.id: row for row in self.analysis.stances}
        cells = cell_values(pooled, self.actor_index, self.column_index, stances)
        if len(self.column_index) > 1:
            cells.extend(overall_values(cells, len(self.column_index)))
        return cell_columns(cells, positions)


def _common_traits(inferred_date: bool, decided_by: str) -> int:
    return (_INFERRED_DATE if inferred_date else 0) | (_EDITED if decided_by == "user" else 0)


def _numbered(values: Sequence[str]) -> tuple[list[int], list[str]]:
    """Each value's number, and the values in order of first appearance."""
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(value, len(numbers)) for value in values]
    return found, list(numbers)
