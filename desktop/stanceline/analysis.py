"""Writes an analysis as the published JSON document (format "stanceline-analysis", version 1).

Keys are the contract's, times are `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. The bytes depend on the analysis
alone.
"""

import json
from typing import Any

from stanceline import __version__
from stanceline.reading.article import Problem
from stanceline.records import (
    ActorRow,
    Analysis,
    ArticleRow,
    CellRow,
    EventRow,
    MentionRow,
    PathStep,
    StanceRow,
    StatementRow,
    TimexRow,
)
from stanceline.temporal.timex import Interval, Reason, format_day

Json = dict[str, Any]


def to_json(analysis: Analysis) -> bytes:
    """The whole analysis as one JSON document, UTF-8, ending in a line break."""
    document: Json = {
        "format": "stanceline-analysis",
        "version": 1,
        "program": __version__,
        "proposals": [{"id": proposal.id, "title": proposal.title} for proposal in analysis.proposals],
        "articles": [_article(row) for row in analysis.articles],
        "timexes": [_timex(row) for row in analysis.timexes],
        "actors": [_actor(row) for row in analysis.actors],
        "statements": [_statement(row) for row in analysis.statements],
        "stances": [_stance(row) for row in analysis.stances],
        "events": [_event(row) for row in analysis.events],
        "cells": [_cell(row) for row in analysis.cells],
        "problems": [problem_json(problem) for problem in analysis.problems],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _interval(begin: int | None, end: int | None) -> Json:
    if begin is None or end is None:
        return {"begin": None, "end_exclusive": None}
    first, last = Interval(begin, end).written()
    return {"begin": first, "end_exclusive": last}


def _day(days: int | None) -> str | None:
    return None if days is None else format_day(days)


def _article(row: ArticleRow) -> Json:
    return {
        "id": row.id,
        "path": row.path,
        "title": row.title,
        "source": row.source,
        "author": row.author,
        "url": row.url,
        "language": row.language,
        "text": row.text,
        "published": _day(row.published),
        "published_begin": _day(row.published_begin),
        "published_end_exclusive": _day(row.published_end_exclusive),
        "published_basis": row.published_basis,
        "published_candidates": [{"date": _day(day), "p": p} for day, p in row.published_candidates],
        "published_reasons": [_reason(reason) for reason in row.published_reasons],
    }


def _reason(reason: Reason) -> Json:
    return {
        "rule": reason.rule,
        "start": reason.start,
        "end": reason.end,
        "hard": reason.hard,
        "begin": _day(reason.begin),
        "end_exclusive": _day(reason.end_exclusive),
        "says": reason.says,
    }


def _timex(row: TimexRow) -> Json:
    return {
        "article": row.article,
        "start": row.start,
        "end": row.end,
        "text": row.text,
        "type": row.type,
        "value": row.value,
        "mod": row.mod,
        "edtf": row.edtf,
        **_interval(row.begin, row.end_exclusive),
        "granularity": row.granularity,
        "rule": row.rule,
        "anchor": row.anchor,
        "unresolved": row.unresolved,
    }


def _mention(row: MentionRow) -> Json:
    return {"article": row.article, "start": row.start, "end": row.end}


def _actor(row: ActorRow) -> Json:
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "parent": row.parent,
        "office": row.office,
        "mentions": [_mention(mention) for mention in row.mentions],
    }


def _statement(row: StatementRow) -> Json:
    return {
        "id": row.id,
        "article": row.article,
        "source": row.source,
        "form": row.form,
        "source_span": row.source_span,
        "cue_span": row.cue_span,
        "content_spans": row.content_spans,
        **_interval(row.begin, row.end_exclusive),
        "rule": row.rule,
        "decided_by": row.decided_by,
    }


def _step(step: PathStep) -> Json:
    return {"start": step.start, "end": step.end, "says": step.says}


def _stance(row: StanceRow) -> Json:
    return {
        "id": row.id,
        "article": row.article,
        "holder": row.holder,
        "proposal": row.proposal,
        "stance": row.stance,
        "statement": row.statement,
        "reported_by": row.reported_by,
        "mode": row.mode,
        "form": row.form,
        "explicit": row.explicit,
        "certainty": row.certainty,
        "confidence": row.confidence,
        "condition_span": row.condition_span,
        "target_span": row.target_span,
        "path": [_step(step) for step in row.path],
        "evidence": row.evidence,
        **_interval(row.begin, row.end_exclusive),
        "rule": row.rule,
        "decided_by": row.decided_by,
        "copy_of": row.copy_of,
    }


def _event(row: EventRow) -> Json:
    return {
        "id": row.id,
        "label": row.label,
        **_interval(row.begin, row.end_exclusive),
        "granularity": row.granularity,
        "edtf": row.edtf,
        "status": row.status,
        "actors": row.actors,
        "place": row.place,
        "mentions": [_mention(mention) for mention in row.mentions],
        "conflicts": row.conflicts,
    }


def _cell(row: CellRow) -> Json:
    return {
        "actor": row.actor,
        "proposal": row.proposal,
        "article": row.article,
        "stance": row.stance,
        "value": row.value,
        "mode": row.mode,
        "explicit": row.explicit,
        "confidence": row.confidence,
        "changed": row.changed,
        "stances": row.stances,
        "copies": row.copies,
    }


def problem_json(problem: Problem) -> Json:
    """A problem as the contract writes it."""
    return {"path": problem.path, "article": problem.article, "code": problem.code, "says": problem.says}
