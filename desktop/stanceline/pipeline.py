"""The only place that knows the order of the steps: extract an article, then derive the analysis of a corpus.

`extract` looks at one article and depends on no proposal, so that a new debate never means reading
again; it runs in worker processes. `derive` dates the articles, resolves what hangs on those dates, merges
actors, matches predications with proposals and lays people's decisions over it. It is a pure function: the same
extractions give the same analysis in any order.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Protocol, TypeVar

from stanceline import stages
from stanceline.discourse.actors.cast import Cast, find_cast
from stanceline.discourse.events import find_events
from stanceline.discourse.placing import dated_by_document, spoken_in
from stanceline.discourse.stances.cell_rules import read_rules
from stanceline.discourse.stances.cells import count_cells
from stanceline.discourse.stances.copies import mark_copies
from stanceline.discourse.stances.predications import find_predications
from stanceline.discourse.statements.find import find_statements
from stanceline.memory import Memory
from stanceline.reading.article import Article, Problem
from stanceline.reading.parse import EMPTY_PARSE, Parse, Tree
from stanceline.reading.plain import date_furniture
from stanceline.records import (
    Analysis,
    Decision,
    EventRow,
    Extraction,
    Proposal,
    StanceRow,
    StatementRow,
)
from stanceline.temporal.anchors.direction import read_directions
from stanceline.temporal.complete_dates import resolve_other_language
from stanceline.temporal.dating.articles import find_clues
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.references.tables import decode_event, with_own

R = TypeVar("R", StatementRow, StanceRow, EventRow)


class Parser(Protocol):
    """What turns an article's prose into a parse: `discourse.language.LanguageModel`, or a stand-in."""

    def parse(self, article: Article) -> Parse:
        """The parse of the article's prose."""
        ...


def extract(article: Article, model: Parser | None) -> Extraction:
    """All that one article yields by itself.

    Without a model, or in a language other than English, only dates are read.
    """
    if article.language not in (None, "en"):
        return Extraction(article, foreign=resolve_other_language(article.text, article.language))
    dated = date_furniture(article.text, article.blocks)
    furniture = [
        block.span for index, block in enumerate(article.blocks) if block.kind == "furniture" and index not in dated
    ]
    candidates = find_candidates(article.text, skip=furniture)
    parse = model.parse(article) if model is not None else EMPTY_PARSE
    tree = Tree(article.text, parse)
    hints = read_directions(tree, candidates)
    clues = find_clues(article, tree, candidates, hints)
    cast: Cast = find_cast(article, tree)
    cast, found = find_statements(article, tree, cast, candidates)
    statements = tuple(dated_by_document(article.text, candidates, statement) for statement in found)
    return Extraction(
        article=article,
        parse=parse,
        candidates=candidates,
        hints=hints,
        spoken=spoken_in(article.text, candidates, statements),
        clues=clues,
        mentions=cast.mentions,
        actors=cast.actors,
        statements=statements,
        predications=find_predications(article, tree, cast, statements, candidates),
        events=find_events(article, tree, cast, statements, candidates, hints),
    )


# ---- derive --------------------------------------------------------------------------------------------


def derive(
    extractions: Sequence[Extraction],
    *,
    proposals: Sequence[Proposal],
    references: Sequence[ReferenceEvent] = (),
    decisions: Sequence[Decision] = (),
    mentioned_only: bool = False,
    problems: Sequence[Problem] = (),
    memory: Memory | None = None,
) -> Analysis:
    """The analysis of a corpus. With `mentioned_only`, proposals that no article mentions are left out.

    Reference events that are decisions are laid over `references`. What `memory` holds of earlier derivations is
    used where nothing that it depends on has changed (the same extraction objects, equal decisions and proposals);
    the result is the same with and without.
    """
    memory = Memory() if memory is None else memory
    memory.begin_round()
    own = {decision.key: decision.value for decision in decisions if decision.kind == "reference"}
    base = stages.consolidate(extractions, with_own(references, own), decisions, memory)
    proposals = stages.known_proposals(proposals, memory)
    if mentioned_only:
        proposals = stages.mentioned(base, proposals, memory)
    rejected = {decision.key for decision in decisions if decision.kind == "reject"}
    statements = _without(rejected, "statement", stages.statements(base, memory))
    stances = _decide_stances(stages.assess(base, proposals, memory), decisions)
    stances = _without(rejected, "stance", (*stances, *_added_stances(statements, proposals, decisions)))
    known = {row.id for row in statements}
    stances = tuple(
        row if row.statement is None or row.statement in known else replace(row, statement=None) for row in stances
    )
    articles, timexes, doubts = stages.dated_rows(base, memory)
    stances = mark_copies(stances, base.extractions, {row.id: row.published for row in articles}, memory)
    return Analysis(
        proposals=proposals,
        articles=articles,
        timexes=timexes,
        actors=base.identities.actors,
        statements=statements,
        stances=stances,
        events=_without(rejected, "event", stages.events(base, memory)),
        cells=count_cells(stances, base.identities.actors, proposals, memory, read_rules(decisions)),
        problems=tuple(_all_problems(base.extractions, [*problems, *doubts, *_unread_references(own)])),
    )


def _without(rejected: Set[str], kind: str, rows: tuple[R, ...]) -> tuple[R, ...]:
    """The rows but for those that a person has rejected."""
    gone = {key.removeprefix(f"{kind}:") for key in rejected if key.startswith(f"{kind}:")}
    return tuple(row for row in rows if row.id not in gone) if gone else rows


def _decide_stances(stances: Sequence[StanceRow], decisions: Sequence[Decision]) -> tuple[StanceRow, ...]:
    """Lay people's values over the machine's. A decided stance is explicit and certain: a person read it."""
    values = {decision.key: int(decision.value) for decision in decisions if decision.kind == "stance"}
    return tuple(
        replace(row, stance=values[row.id], explicit=True, certainty="certain", confidence=1.0, decided_by="user")
        if row.id in values
        else row
        for row in stances
    )


def _added_stances(
    statements: Sequence[StatementRow], proposals: Sequence[Proposal], decisions: Sequence[Decision]
) -> list[StanceRow]:
    """Stances that a person read in statements where the machine saw none; the passage is the evidence."""
    by_id = {row.id: row for row in statements}
    known = {proposal.id for proposal in proposals}
    rows = []
    for decision in decisions:
        if decision.kind != "stance" or not decision.key.startswith("statement:"):
            continue
        ident, _, proposal = decision.key.removeprefix("statement:").rpartition("|")
        row = by_id.get(ident)
        if row is not None and row.source is not None and proposal in known:
            rows.append(_stance_of(row, row.source, proposal, int(decision.value)))
    return rows


def _stance_of(row: StatementRow, holder: str, proposal: str, value: int) -> StanceRow:
    return StanceRow(
        id=f"{row.id}:{proposal}:user",
        article=row.article,
        holder=holder,
        proposal=proposal,
        stance=value,
        statement=row.id,
        reported_by=(),
        mode="first_hand",
        form=row.form,
        explicit=True,
        certainty="certain",
        confidence=1.0,
        condition_span=None,
        target_span=None,
        path=(),
        evidence=row.content_spans[0],
        begin=row.begin,
        end_exclusive=row.end_exclusive,
        rule="user",
        decided_by="user",
        granularity=row.granularity,
        inferred_date=row.inferred_date,
        timex=row.timex,
        undated=row.undated,
    )


def _unread_references(own: Mapping[str, str]) -> Iterator[Problem]:
    for ident, text in own.items():
        if decode_event(text) is None:
            yield Problem("reference", f"The reference event '{ident}' of this project cannot be read. Add it again.")


def _all_problems(extractions: Sequence[Extraction], problems: Sequence[Problem]) -> list[Problem]:
    found = {*problems, *(problem for extraction in extractions for problem in extraction.problems)}
    return sorted(found, key=lambda problem: (problem.path or "", problem.article or "", problem.code, problem.says))
