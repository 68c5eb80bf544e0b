"""What a reader takes officers to want who speak about a plan without a side of their own: what their body wants.

A minister who is quoted on a plan that her government has introduced is suggested to lean to it. Never more than a
suggestion: the path says which row of the body it was taken from.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from stanceline.discourse.actors.merge import Identities
from stanceline.discourse.stances.reactions import clamp, token_at
from stanceline.discourse.stances.targets import Reading
from stanceline.records import ActorRow, Extraction, PathStep, StanceRow, Statement

_TRUST, _SURE = 0.5, 0.45
_LEVELS = 3
_NEAR_CHARACTERS, _WORDS = 700, 5


def officers(
    extraction: Extraction,
    reading: Reading,
    identities: Identities,
    actors: Mapping[str, ActorRow],
    rows: Sequence[StanceRow],
    statements: Sequence[str],
) -> Iterator[StanceRow]:
    """A suggestion for each person quoted on a proposal on whom the article tells only the body's side."""
    article = extraction.article.id
    told = {(row.holder, row.proposal) for row in rows}
    for number, statement in enumerate(extraction.statements):
        if statement.source is None or extraction.actors[statement.source].kind != "person":
            continue
        if sum(extraction.article.text[a:b].count(" ") for a, b in statement.contents) < _WORDS:
            continue
        holder = identities.id_of(article, statement.source)
        topic = reading.subject_at(token_at(extraction.parse, statement.contents[0][0])) if statement.contents else None
        if topic is None:
            continue
        proposal = reading.targets[topic.target].proposal.id
        model = None if (holder, proposal) in told else _of_body(holder, proposal, actors, rows)
        if model is not None and abs(statement.contents[0][0] - model.evidence[0]) <= _NEAR_CHARACTERS:
            told.add((holder, proposal))
            yield _suggest(extraction, statement, statements[number], holder, model, actors)


def _of_body(holder: str, proposal: str, actors: Mapping[str, ActorRow], rows: Sequence[StanceRow]) -> StanceRow | None:
    """The surest row of the nearest body above a person whose rows all take one side."""
    above = actors[holder].parent
    for _ in range(_LEVELS):
        if above is None:
            return None
        own = [r for r in rows if (r.holder, r.proposal) == (above, proposal) and r.explicit and r.stance]
        found = [row for row in own if row.confidence >= _SURE]
        if found:
            one_side = len({clamp(row.stance) for row in own}) == 1
            return max(found, key=lambda row: (row.confidence, row.id)) if one_side else None
        above = actors[above].parent if above in actors else None
    return None


def _suggest(
    extraction: Extraction,
    statement: Statement,
    ident: str,
    holder: str,
    model: StanceRow,
    actors: Mapping[str, ActorRow],
) -> StanceRow:
    value = clamp(model.stance)
    span = statement.source_span or statement.contents[0]
    step = PathStep(span[0], span[1], f"speaks for {actors[model.holder].name}: {value:+d}")
    start, end = statement.contents[0]
    return replace(
        model,
        id=f"{extraction.article.id}:{model.proposal}:{holder}:{start}",
        holder=holder,
        stance=value,
        statement=ident,
        reported_by=(),
        mode="observed",
        form=statement.form,
        explicit=False,
        certainty="probable",
        confidence=round(model.confidence * _TRUST, 3),
        condition_span=None,
        target_span=None,
        path=(*model.path, step),
        evidence=(start, end),
        rule="stance.officer/" + model.rule.partition("/")[2],
    )
