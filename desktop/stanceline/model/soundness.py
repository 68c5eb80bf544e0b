"""Whether an analysis that comes out of a file could have come out of the program: for what anyone may have written.

Not whether it is true: the deriving process finds that out later. Only that nothing in it leads outside of anything.
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import fields
from typing import Any

import numpy as np

from stanceline.model.marks import MIXED, NO_STANCE
from stanceline.model.prepared import UNKNOWN_TIME, Prepared
from stanceline.records import Analysis, Pair
from stanceline.temporal.timex import GRANULARITIES

_FURTHEST_S = 40_000_000_000_000
"""Seconds from 1970 to a million years away, which is further than any view goes."""


def checking(analysis: Analysis, prepared: Prepared) -> Generator[None, None, bool]:
    """Check everything, a few milliseconds a step."""
    checks = (_keys, _columns, _cells, _times, _articles, _references)
    for check in checks:
        if not check(analysis, prepared):
            return False
        yield
    return True


def _keys(analysis: Analysis, prepared: Prepared) -> bool:
    """One mark a row, in the order of the tables, and no row twice."""
    of_rows = [row.id for rows in (analysis.stances, analysis.statements, analysis.events) for row in rows]
    others = [[row.id for row in rows] for rows in (analysis.articles, analysis.actors, analysis.proposals)]
    are_unique = all(len(set(ids)) == len(ids) for ids in (of_rows, *others))
    named = [actor.key for actor in prepared.actors[:-1]] == others[1]
    sourced = [source.key for source in prepared.articles] == others[0]
    return are_unique and prepared.keys == of_rows and named and sourced


def _columns(_analysis: Analysis, prepared: Prepared) -> bool:
    """Arrays of one length, numbers within what they number."""
    count = len(prepared)
    if any(len(column) != count for name, column in _arrays(prepared) if not name.startswith("cell_")):
        return False
    if len(prepared.labels) != count:
        return False
    within = (
        (prepared.kind, 0, 3),
        (prepared.actor, 0, len(prepared.actors)),
        (prepared.granularity, 0, len(GRANULARITIES)),
        (prepared.article, -1, len(prepared.articles)),
        (prepared.column, -1, len(prepared.columns)),
        (prepared.haystack, 0, len(prepared.haystacks)),
        (prepared.reason, 0, len(prepared.reasons)),
    )
    if not all(_is_within(*entry) for entry in within) or not np.isfinite(prepared.priority).all():
        return False
    parents = [actor.parent for actor in prepared.actors]
    sides = (prepared.stance == NO_STANCE) | ((prepared.stance >= -2) & (prepared.stance <= 2))
    return bool(sides.all()) and all(-1 <= parent < len(parents) for parent in parents)


def _arrays(prepared: Prepared) -> Iterator[tuple[str, "np.ndarray[Any, Any]"]]:
    for entry in fields(prepared):
        value = getattr(prepared, entry.name)
        if isinstance(value, np.ndarray):
            yield entry.name, value


def _is_within(array: "np.ndarray[tuple[int, ...], np.dtype[np.generic]]", low: int, end: int) -> bool:
    return not len(array) or bool(array.min() >= low and array.max() < end)


def _cells(_analysis: Analysis, prepared: Prepared) -> bool:
    count = len(prepared.cell_actor)
    if any(len(column) != count for name, column in _arrays(prepared) if name.startswith("cell_")):
        return False
    lists = (prepared.cell_marks, prepared.cell_stances, prepared.cell_copies)
    if any(len(cells) != count for cells in lists):
        return False
    within = _is_within(prepared.cell_actor, 0, len(prepared.actors))
    within = within and _is_within(prepared.cell_column, 0, len(prepared.columns))
    stance = prepared.cell_stance
    sides = (stance == MIXED) | ((stance >= -2) & (stance <= 2))
    behind = [mark for marks in (*prepared.cell_marks, *prepared.cell_copies) for mark in marks]
    return within and bool(sides.all()) and all(0 <= mark < len(prepared) for mark in behind)


def _times(_analysis: Analysis, prepared: Prepared) -> bool:
    dated = prepared.begin != UNKNOWN_TIME
    begin, end = prepared.begin[dated], prepared.end[dated]
    inside = _is_within(begin, -_FURTHEST_S, _FURTHEST_S) and _is_within(end, -_FURTHEST_S, _FURTHEST_S)
    known = prepared.reported[prepared.reported != UNKNOWN_TIME]
    return inside and bool((begin < end).all()) and _is_within(known, -_FURTHEST_S, _FURTHEST_S)


def _articles(analysis: Analysis, _prepared: Prepared) -> bool:
    """Every span lies within its article's text."""
    length = {row.id: len(row.text) for row in analysis.articles}

    def fits(article: str, spans: Iterable[Pair | None]) -> bool:
        size = length.get(article, -1)
        return all(span is None or 0 <= span[0] <= span[1] <= size for span in spans)

    stances = (
        fits(row.article, (row.evidence, row.condition_span, row.target_span, row.timex, row.holder_span))
        for row in analysis.stances
    )
    statements = (
        fits(row.article, (*row.content_spans, row.source_span, row.cue_span, row.timex)) for row in analysis.statements
    )
    timexes = (fits(row.article, ((row.start, row.end),)) for row in analysis.timexes)
    mentions = (
        fits(mention.article, ((mention.start, mention.end),))
        for rows in (analysis.actors, analysis.events)
        for row in rows
        for mention in row.mentions
    )
    return all(stances) and all(statements) and all(timexes) and all(mentions)


def _references(analysis: Analysis, _prepared: Prepared) -> bool:
    """Rows name only actors, proposals and stances that there are."""
    actors = {row.id for row in analysis.actors}
    proposals = {row.id for row in analysis.proposals}
    stances = {row.id for row in analysis.stances}
    return all(row.holder in actors and row.proposal in proposals for row in analysis.stances) and all(
        row.proposal in proposals and stances.issuperset(row.stances) for row in analysis.cells
    )
