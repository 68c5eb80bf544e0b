"""Places an article's date expressions on the calendar: from its own day, or that of quoted words or of a passage."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stanceline.reading.article import Span
from stanceline.records import Extraction, Statement
from stanceline.temporal.anchors.passages import days_of_passages, find_passages
from stanceline.temporal.anchors.spoken import (
    counted_from,
    document_date,
    first_and_last,
    inner_anchors,
    is_back_then,
    left_open,
    quoted_parts,
)
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.timex import Anchor, Candidate, DocumentTime, Timex, candidates_in
from stanceline.temporal.values.normalizer import resolve_all

_NOT_ON: Final = frozenset({"since", "until", "till", "before", "after", "by"})


def dated_by_document(text: str, candidates: Sequence[Candidate], statement: Statement) -> Statement:
    """A quotation "in a letter dated 12 April" is of that day."""
    if statement.timex is not None or statement.form == "indirect":
        return statement
    return replace(statement, timex=document_date(text, candidates, Span(*statement.contents[0])))


def spoken_in(text: str, candidates: Sequence[Candidate], statements: Sequence[Statement]) -> tuple[int | None, ...]:
    """For each date expression the statement whose quoted words it stands in."""
    quoted = sorted(
        (part.start, part.end, number)
        for number, statement in enumerate(statements)
        if statement.form != "indirect"
        for start, end in statement.contents
        for part in ([Span(start, end)] if statement.form == "direct" else quoted_parts(text, Span(start, end)))
    )
    inside: list[int | None] = [None] * len(candidates)
    for start, end, statement in quoted:
        for number in candidates_in(candidates, start, end):
            if inside[number] is None and start <= candidates[number].start and candidates[number].end <= end:
                inside[number] = statement
    return tuple(inside)


def place(extraction: Extraction, time: DocumentTime, references: Sequence[ReferenceEvent]) -> tuple[Timex, ...]:
    """One timex a candidate. Under a day heading, an inner dateline or in quoted words it counts from their day.

    Where that day is known to a month or a year only, what comes out the same for all its days stands, and the
    rest is left open.
    """
    text, candidates, hints = extraction.article.text, extraction.candidates, list(extraction.hints)
    passages = find_passages(extraction.article, candidates)
    hints += ["unknown"] * (len(candidates) - len(hints))
    for passage in passages:
        # A passage is headed by the day on which it was written, whatever the tense behind.
        hints[passage.day] = "past"
    own: dict[int, tuple[int, Anchor]] = {}

    def resolved(said_on: Mapping[int, int | None]) -> tuple[Timex, ...]:
        days = {**{number: day for number, (day, _) in own.items()}, **said_on}
        timexes = resolve_all(text, candidates, time, hints=hints, events=references, said_on=days)
        return tuple(counted_from(timex, own[n][1]) if n in own else timex for n, timex in enumerate(timexes))

    found = resolved({})
    own.update(days_of_passages(passages, found, time.day))
    if own:
        found = resolved({})
    return _placed_by_speech(found, _said_by(extraction), resolved)


def _placed_by_speech(
    found: tuple[Timex, ...],
    by: Mapping[int, int | None],
    resolved: Callable[[Mapping[int, int | None]], tuple[Timex, ...]],
) -> tuple[Timex, ...]:
    """The same timexes, those in quoted words counted from the day that the timex `by` names for them.

    `resolved` gives all timexes for the days on which some of them were said.
    """
    said = {
        number: None if other is None else found[other].interval
        for number, other in by.items()
        if other is None or (found[other].interval is not None and found[other].type in ("DATE", "TIME"))
    }
    if not said:
        return found
    first, last = first_and_last(said)
    placed = list(resolved(first))
    if first != last or None in first.values():
        late, never = resolved(last), resolved(dict.fromkeys(first))
        for number in said:
            if first[number] is None or placed[number].value != late[number].value:
                placed[number] = left_open(never[number])
    for number in said:
        other = by[number]
        if other is not None:
            placed[number] = counted_from(placed[number], found[other].anchor)
    return tuple(placed)


def _said_by(extraction: Extraction) -> dict[int, int | None]:
    """For each date expression in quoted speech the one that says when that was said, None where nobody knows."""
    text, found = extraction.article.text, dict[int, int | None]()
    for number, statement in enumerate(extraction.spoken):
        if statement is None:
            continue
        first = first_of(extraction.statements, statement)
        if first.timex is not None and first.timex != number:
            # "Since 2019 she has said": nobody knows which time is quoted.
            is_one_day = dict(extraction.candidates[first.timex].args).get("prep") not in _NOT_ON
            found[number] = first.timex if is_one_day else None
        elif first.timex is None and first.cue is not None and is_back_then(text, first.cue[1]):
            found[number] = None
    for statement in sorted({number for number in extraction.spoken if number is not None}):
        for start, end in extraction.statements[statement].contents:
            found.update(inner_anchors(text, extraction.candidates, Span(start, end)))
    return found


def first_of(statements: Sequence[Statement], number: int) -> Statement:
    """The statement that a continued quotation goes on from."""
    statement = statements[number]
    while statement.timex is None and statement.continues is not None and statement.continues < number:
        number = statement.continues
        statement = statements[number]
    return statement
