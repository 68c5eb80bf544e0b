"""Finds rows of an analysis by key: what a mark stands for, which article it quotes, who belongs to it.

Built once for each analysis; nothing here draws. A mark's key is the id of its statement, stance or event.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from stanceline.reading.furniture import mark_blocks
from stanceline.records import (
    ActorRow,
    Analysis,
    ArticleRow,
    CellRow,
    EventRow,
    Pair,
    Proposal,
    StanceRow,
    StatementRow,
    TimexRow,
)

_LONGEST_CUT = 200_000

Finding = StatementRow | StanceRow | EventRow


class Index:
    """Look-up tables over one analysis; made on first use, kept as long as the analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._furniture: dict[str, tuple[Pair, ...]] = {}

    @cached_property
    def articles(self) -> dict[str, ArticleRow]:
        """Article by id."""
        return {row.id: row for row in self.analysis.articles}

    @cached_property
    def actors(self) -> dict[str, ActorRow]:
        """Actor by id."""
        return {row.id: row for row in self.analysis.actors}

    @cached_property
    def statements(self) -> dict[str, StatementRow]:
        """Statement by id."""
        return {row.id: row for row in self.analysis.statements}

    @cached_property
    def stances(self) -> dict[str, StanceRow]:
        """Stance by id."""
        return {row.id: row for row in self.analysis.stances}

    @cached_property
    def events(self) -> dict[str, EventRow]:
        """Event by id."""
        return {row.id: row for row in self.analysis.events}

    @cached_property
    def proposals(self) -> dict[str, Proposal]:
        """Proposal by id."""
        return {row.id: row for row in self.analysis.proposals}

    @cached_property
    def cells(self) -> dict[tuple[str, str], CellRow]:
        """Cell over all articles by actor and proposal."""
        return {(row.actor, row.proposal): row for row in self.analysis.cells if row.article is None}

    def furniture(self, article: str) -> tuple[Pair, ...]:
        """Where page furniture stands in an article's text, in order; empty for very long articles."""
        known = self._furniture.get(article)
        if known is None:
            row = self.articles[article]
            blocks = mark_blocks(row.text, title=row.title) if len(row.text) <= _LONGEST_CUT else ()
            known = tuple((block.span.start, block.span.end) for block in blocks if block.kind == "furniture")
            self._furniture[article] = known
        return known

    @cached_property
    def _timexes(self) -> dict[str, list[TimexRow]]:
        found: defaultdict[str, list[TimexRow]] = defaultdict(list)
        for row in self.analysis.timexes:
            found[row.article].append(row)
        return found

    @cached_property
    def stances_of_statement(self) -> dict[str, list[StanceRow]]:
        """The stances that each statement carries."""
        found: defaultdict[str, list[StanceRow]] = defaultdict(list)
        for row in self.analysis.stances:
            if row.statement is not None:
                found[row.statement].append(row)
        return found

    @cached_property
    def copies_of(self) -> dict[str, list[StanceRow]]:
        """By stance those of other articles that repeat it word for word, in the order of the articles."""
        found: defaultdict[str, list[StanceRow]] = defaultdict(list)
        for row in self.analysis.stances:
            if row.copy_of is not None:
                found[row.copy_of].append(row)
        return dict(found)

    def finding(self, key: str) -> Finding | None:
        """The row behind a mark's key, None where the analysis has it no longer."""
        return self.stances.get(key) or self.statements.get(key) or self.events.get(key)

    def timex_at(self, article: str, span: tuple[int, int] | None) -> TimexRow | None:
        """The date expression that stands exactly at `span`."""
        if span is None:
            return None
        return next((row for row in self._timexes[article] if (row.start, row.end) == span), None)

    def actor_name(self, actor_id: str | None) -> str:
        """An actor's name; the id itself where the actor is gone, empty for nobody."""
        if actor_id is None:
            return ""
        actor = self.actors.get(actor_id)
        return actor.name if actor else actor_id

    def named(self, actor_ids: Iterable[str]) -> list[ActorRow]:
        """The actors with these ids, those that are gone left out."""
        return [self.actors[actor_id] for actor_id in actor_ids if actor_id in self.actors]
