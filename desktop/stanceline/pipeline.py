"""The only place that knows the order of the steps: extract an article, then derive the analysis of a corpus.

`extract` looks at one article and depends on no proposal, so that a new debate never means reading
again; it runs in worker processes. `derive` dates the articles, resolves what hangs on those dates, merges
actors, matches predications with proposals and lays people's decisions over it. It is a pure function: the same
extractions give the same analysis in any order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from stanceline.discourse.actors.cast import Cast, find_cast
from stanceline.discourse.actors.merge import Identities, merge_actors
from stanceline.discourse.events import find_events, merge_events
from stanceline.discourse.placing import dated_by_document, first_of, place, spoken_in
from stanceline.discourse.stances.assess import assess, mentioned
from stanceline.discourse.stances.cells import count_cells
from stanceline.discourse.stances.predications import find_predications
from stanceline.discourse.statements.find import find_statements
from stanceline.discourse.when import WhenOf
from stanceline.reading.article import Article, Problem
from stanceline.reading.parse import EMPTY_PARSE, Parse, Tree
from stanceline.reading.plain import date_furniture
from stanceline.records import (
    Analysis,
    ArticleRow,
    Decision,
    Extraction,
    Proposal,
    StanceRow,
    StatementRow,
    TimexRow,
    statement_ids,
)
from stanceline.temporal.anchors.direction import read_directions
from stanceline.temporal.complete_dates import resolve_other_language
from stanceline.temporal.dating.articles import Dateable, date_articles, find_clues
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.references.tables import decode_event, with_own
from stanceline.temporal.timex import DocumentTime, Timex, parse_day
from stanceline.temporal.values.doubts import find_doubts


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


@dataclass(frozen=True, slots=True)
class Derivation:
    """What all steps of one derivation share: dated articles, resolved expressions, identities."""

    extractions: tuple[Extraction, ...]
    times: Mapping[str, DocumentTime]
    timexes: Mapping[str, tuple[Timex, ...]]
    identities: Identities
    when: WhenOf


def derive(
    extractions: Sequence[Extraction],
    *,
    proposals: Sequence[Proposal],
    references: Sequence[ReferenceEvent] = (),
    decisions: Sequence[Decision] = (),
    mentioned_only: bool = False,
    problems: Sequence[Problem] = (),
) -> Analysis:
    """The analysis of a corpus. With `mentioned_only`, proposals that no article mentions are left out.

    Reference events that are decisions are laid over `references`.
    """
    ordered = tuple(sorted(extractions, key=lambda extraction: extraction.article.id))
    if mentioned_only:
        proposals = mentioned(ordered, proposals)
    own = {decision.key: decision.value for decision in decisions if decision.kind == "reference"}
    references = with_own(references, own)
    base = _date_and_name(ordered, references, decisions)
    rejected = {decision.key for decision in decisions if decision.kind == "reject"}
    statements = tuple(row for row in _statement_rows(base) if f"statement:{row.id}" not in rejected)
    stances = _decide_stances(assess(ordered, base.identities, proposals, base.when), decisions)
    stances = (*stances, *_added_stances(statements, proposals, decisions))
    stances = tuple(row for row in stances if f"stance:{row.id}" not in rejected)
    known = {row.id for row in statements}
    stances = tuple(row if row.statement in known else replace(row, statement=None) for row in stances)
    events = merge_events(ordered, base.identities, base.when, references)
    return Analysis(
        proposals=tuple(sorted(proposals, key=lambda proposal: proposal.id)),
        articles=tuple(_article_row(extraction.article, base.times[extraction.article.id]) for extraction in ordered),
        timexes=tuple(_timex_row(article, timex) for article, found in base.timexes.items() for timex in found),
        actors=base.identities.actors,
        statements=statements,
        stances=stances,
        events=tuple(row for row in events if f"event:{row.id}" not in rejected),
        cells=count_cells(stances, base.identities.actors, proposals),
        problems=tuple(
            _all_problems(ordered, [*problems, *_doubtful(base), *_contradicted(base), *_unread_references(own)])
        ),
    )


def _date_and_name(
    extractions: tuple[Extraction, ...], references: Sequence[ReferenceEvent], decisions: Sequence[Decision]
) -> Derivation:
    given: dict[str, int] = {}
    for decision in decisions:
        day = parse_day(decision.value) if decision.kind == "article_date" else None
        if day is not None:
            given[decision.key] = day
    items = [Dateable(e.article, e.parse, e.candidates, e.hints, e.clues) for e in extractions]
    times = date_articles(items, references, given)
    timexes = {e.article.id: _resolve(e, times[e.article.id], references) for e in extractions}
    return Derivation(extractions, times, timexes, merge_actors(extractions, decisions), WhenOf(times, timexes))


def _resolve(extraction: Extraction, time: DocumentTime, references: Sequence[ReferenceEvent]) -> tuple[Timex, ...]:
    """The article's date expressions on the calendar, those marked that contradict their text."""
    if extraction.foreign:
        return extraction.foreign
    found = place(extraction, time, references)
    text, parse = extraction.article.text, extraction.parse
    tree = (lambda: Tree(text, parse)) if len(parse) else None
    return find_doubts(text, extraction.candidates, found, time, spoken=extraction.spoken, tree=tree)


def _article_row(article: Article, time: DocumentTime) -> ArticleRow:
    return ArticleRow(
        id=article.id,
        path=article.path,
        title=article.title,
        source=article.source,
        author=article.author,
        url=article.url,
        language=article.language,
        text=article.text,
        published=time.day,
        published_begin=time.begin,
        published_end_exclusive=time.end_exclusive,
        published_basis=time.basis,
        published_candidates=time.candidates,
        published_reasons=time.reasons,
    )


def _timex_row(article: str, timex: Timex) -> TimexRow:
    interval = timex.interval
    return TimexRow(
        article=article,
        start=timex.start,
        end=timex.end,
        text=timex.text,
        type=timex.type,
        value=timex.value,
        mod=timex.mod,
        edtf=timex.edtf,
        begin=interval.begin if interval else None,
        end_exclusive=interval.end if interval else None,
        granularity=timex.granularity,
        rule=timex.rule,
        anchor=timex.anchor,
        unresolved=timex.unresolved,
        doubt=timex.doubt,
    )


def _statement_rows(base: Derivation) -> list[StatementRow]:
    rows = []
    for extraction in base.extractions:
        article = extraction.article.id
        for number, (ident, statement) in enumerate(zip(statement_ids(extraction), extraction.statements, strict=True)):
            when = base.when.at(article, first_of(extraction.statements, number).timex)
            source = None if statement.source is None else base.identities.id_of(article, statement.source)
            rows.append(
                StatementRow(
                    id=ident,
                    article=article,
                    source=source,
                    form=statement.form,
                    source_span=statement.source_span,
                    cue_span=statement.cue,
                    content_spans=statement.contents,
                    begin=when.begin,
                    end_exclusive=when.end_exclusive,
                    rule=statement.rule,
                    decided_by="machine",
                    granularity=when.granularity,
                    inferred_date=when.inferred,
                    timex=when.timex,
                    undated=when.undated,
                )
            )
    return rows


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


def _doubtful(base: Derivation) -> list[Problem]:
    """One problem for each date that contradicts its text."""
    paths = {extraction.article.id: extraction.article.path for extraction in base.extractions}
    return [
        Problem("date.doubtful", f"“{' '.join(timex.text.split())}”: {timex.doubt}.", paths[article], article)
        for article, found in base.timexes.items()
        for timex in found
        if timex.doubt is not None
    ]


def _contradicted(base: Derivation) -> list[Problem]:
    """One problem for each strong sign of an article's day that had to be left out, with what it contradicts."""
    paths = {extraction.article.id: extraction.article.path for extraction in base.extractions}
    return [
        Problem(
            "date.contradiction", f"The signs of the day of writing contradict each other. {reason.says}", path, key
        )
        for key, path in paths.items()
        for reason in base.times[key].reasons
        if reason.dropped == "hard" or (reason.dropped and reason.rule in ("dating.shared", "dating.same_words"))
    ]


def _unread_references(own: Mapping[str, str]) -> Iterator[Problem]:
    for ident, text in own.items():
        if decode_event(text) is None:
            yield Problem("reference", f"The reference event '{ident}' of this project cannot be read. Add it again.")


def _all_problems(extractions: Sequence[Extraction], problems: Sequence[Problem]) -> list[Problem]:
    found = {*problems, *(problem for extraction in extractions for problem in extraction.problems)}
    return sorted(found, key=lambda problem: (problem.path or "", problem.article or "", problem.code, problem.says))
