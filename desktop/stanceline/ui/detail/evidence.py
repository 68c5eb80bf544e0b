"""What the detail pane says about one mark: headline, dates with their reasons, and passages with their marks.

Pure functions from rows to values; the pane only shows them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stanceline.model.bounds import bound_of
from stanceline.model.marks import Trait
from stanceline.records import ArticleRow, EventRow, Pair, StanceRow, StatementRow, TimexRow
from stanceline.ui.detail.explained import Section, explain, holder_place
from stanceline.ui.index import Finding, Index
from stanceline.ui.today import today_s
from stanceline.ui.words import (
    article_day,
    article_name,
    basis_word,
    counted,
    day_text,
    days_text,
    mode_word,
    period_text,
    say,
    sort_word,
    stance_sentence,
    stance_word,
    status_word,
)

MarkKind = Literal["evidence", "actor", "cue", "date", "target", "furniture"]
_SENTENCES_AROUND = 2
_MOST_CONTEXT = 1200
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]{0,2}[A-Z0-9])|\n+")
_MOST_REASONS = 8


@dataclass(frozen=True)
class PassageMark:
    """A marked run of characters, offsets into the article's text."""

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True)
class Passage:
    """A quote in its surroundings: `begin`..`end` is what is shown, `evidence` what it is about."""

    article: str
    source: str
    begin: int
    end: int
    evidence: Pair
    marks: tuple[PassageMark, ...]


@dataclass(frozen=True)
class DateStory:
    """How a mark came to its date, step by step, for a person."""

    shown: str
    line: str
    is_inferred: bool
    steps: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    candidates: tuple[tuple[str, float], ...]
    can_be_pinned: bool = False
    """Whether the article states no date, so that an event that it names may give it one."""


@dataclass(frozen=True)
class Detail:
    """Everything that the pane shows of one mark. `actors` and `stances` are keys that can be corrected."""

    key: str
    table: Literal["statement", "stance", "event"]
    kind: str
    headline: str
    facts: tuple[str, ...]
    stance: int | None
    stance_text: str
    path: tuple[tuple[str, str], ...]
    date: DateStory
    passages: tuple[Passage, ...]
    rule: str
    article: str
    actors: tuple[str, ...]
    stances: tuple[str, ...]
    is_corrected: bool
    sections: tuple[Section, ...] = ()
    """Why a stance is what it is; empty for statements and events."""


def detail_of(index: Index, key: str) -> Detail | None:
    """The story of one mark, None where the analysis does not have it (any longer)."""
    finding = index.finding(key)
    if isinstance(finding, StanceRow):
        return _stance_detail(index, key, finding)
    if isinstance(finding, StatementRow):
        return _statement_detail(index, key, finding)
    if isinstance(finding, EventRow):
        return _event_detail(index, key, finding)
    return None


def context_of(text: str, span: Pair, furniture: Sequence[Pair] = ()) -> Pair:
    """The sentences around `span`: two on each side, not more than 1,200 characters, and no page furniture."""
    low, high = max(0, span[0] - _MOST_CONTEXT), min(len(text), span[1] + _MOST_CONTEXT)
    low = max([low, *(end for _, end in furniture if end <= span[0])])
    high = min([high, *(start for start, _ in furniture if start >= span[1])])
    ends = [match.end() for match in _SENTENCE_END.finditer(text, low, high)]
    before = [end for end in ends if end <= span[0]]
    after = [end for end in ends if end >= span[1]]
    # Three sentence ends before: the one that opens the evidence's own sentence, and two whole sentences.
    begin = before[-(_SENTENCES_AROUND + 1)] if len(before) > _SENTENCES_AROUND else low
    end = after[_SENTENCES_AROUND] if len(after) > _SENTENCES_AROUND else high
    while begin < span[0] and text[begin].isspace():
        begin += 1
    while end > span[1] and text[end - 1].isspace():
        end -= 1
    return begin, end


def paragraph_number(text: str, offset: int) -> int:
    """Which paragraph, counted from 1, the character at `offset` stands in."""
    return sum(1 for line in text[: offset + 1].split("\n") if line.strip())


def _passage(index: Index, article_id: str, evidence: Pair, marks: list[PassageMark]) -> Passage:
    article = index.articles[article_id]
    begin, end = context_of(article.text, evidence, index.furniture(article_id))
    return Passage(article_id, source_line(article, evidence[0]), begin, end, evidence, tuple(marks))


def source_line(article: ArticleRow, offset: int) -> str:
    """Outlet or title, day and paragraph of a passage."""
    paragraph = say("paragraph %1").replace("%1", str(paragraph_number(article.text, offset)))
    return " · ".join(
        part for part in (article.source or article_name(article), article_day(article), paragraph) if part
    )


def _actor_marks(index: Index, actors: tuple[str, ...], article: str, within: Pair) -> list[PassageMark]:
    return [
        PassageMark("actor", mention.start, mention.end)
        for actor in index.named(actors)
        for mention in actor.mentions
        if mention.article == article and within[0] <= mention.start and mention.end <= within[1]
    ]


def _stance_detail(index: Index, key: str, row: StanceRow) -> Detail:
    article = index.articles[row.article]
    proposal = index.proposals.get(row.proposal)
    title = proposal.title if proposal else row.proposal
    holder = index.actor_name(row.holder)
    word = stance_word(row.stance)
    facts = [mode_word(row.mode)]
    if row.reported_by:
        by = ", ".join(index.actor_name(actor) for actor in row.reported_by)
        facts[0] = say("%1, reported by %2").replace("%1", facts[0]).replace("%2", by)
    facts.append(say("confidence %1").replace("%1", f"{row.confidence:.2f}"))
    if not row.explicit:
        facts.append(say("suggested, not said outright"))
    if row.certainty != "certain":
        facts.append(say("hedged: %1").replace("%1", say(row.certainty)))
    if row.condition_span is not None:
        condition = " ".join(article.text[slice(*row.condition_span)].split())
        facts.append(say("on condition: “%1”").replace("%1", condition))
    marks = [PassageMark("evidence", *row.evidence)]
    marks += [PassageMark("cue", step.start, step.end) for step in row.path if step.start < step.end]
    if row.target_span is not None:
        marks.append(PassageMark("target", *row.target_span))
    marks += _actor_marks(index, (row.holder,), row.article, _widened(index, row, row.evidence))
    held = holder_place(index, row)
    if held is not None and not any(mark.kind == "actor" and (mark.start, mark.end) == held for mark in marks):
        marks.append(PassageMark("actor", *held))
    marks += _date_marks(row.timex)
    headline = stance_sentence(row.stance).replace("%1", holder).replace("%2", title)
    return Detail(
        key=key, table="stance", kind=say("Stance"), headline=headline, facts=tuple(facts), stance=row.stance,
        stance_text=word,
        path=tuple((article.text[step.start : step.end], step.says) for step in row.path),
        date=_date_story(index, row, article), passages=(_passage(index, row.article, row.evidence, marks),),
        rule=row.rule, article=row.article, actors=(row.holder,), stances=(row.id,),
        is_corrected=row.decided_by == "user", sections=explain(index, row),
    )  # fmt: skip


def _widened(index: Index, row: StanceRow, span: Pair) -> Pair:
    statement = index.statements.get(row.statement) if row.statement else None
    if statement is None or statement.source_span is None:
        return context_of(index.articles[row.article].text, span)
    return min(span[0], statement.source_span[0]), max(span[1], statement.source_span[1])


def _statement_detail(index: Index, key: str, row: StatementRow) -> Detail:
    article = index.articles[row.article]
    hull = (min(span[0] for span in row.content_spans), max(span[1] for span in row.content_spans))
    carried = index.stances_of_statement.get(row.id, [])
    who = index.actor_name(row.source) or say("An unnamed source")
    facts = [say({"direct": "Direct quotation", "mixed": "Partly quoted", "indirect": "Reported speech"}[row.form])]
    facts.append(counted(len(carried), "carries one stance", "carries %1 stances") if carried else say("takes no side"))
    marks = [PassageMark("evidence", *span) for span in row.content_spans]
    if row.cue_span is not None:
        marks.append(PassageMark("cue", *row.cue_span))
    if row.source_span is not None:
        marks.append(PassageMark("actor", *row.source_span))
    marks += _date_marks(row.timex)
    quote = " ".join(article.text[slice(*row.content_spans[0])].split()).strip(" “”\"'‘’,")
    short = quote if len(quote) <= 90 else quote[:88].rsplit(" ", 1)[0] + "…"
    return Detail(
        key=key, table="statement", kind=say("Statement"),
        headline=say("%1: “%2”").replace("%1", who).replace("%2", short),
        facts=tuple(facts), stance=carried[0].stance if len(carried) == 1 else None,
        stance_text=" / ".join(stance_word(stance.stance) for stance in carried), path=(),
        date=_date_story(index, row, article), passages=(_passage(index, row.article, hull, marks),), rule=row.rule,
        article=row.article, actors=(row.source,) if row.source else (), stances=tuple(stance.id for stance in carried),
        is_corrected=row.decided_by == "user",
    )  # fmt: skip


def _event_detail(index: Index, key: str, row: EventRow) -> Detail:
    first = row.mentions[0]
    article = index.articles[first.article]
    who = index.named(row.actors)
    is_overdue = row.status == "planned" and row.end_exclusive is not None and row.end_exclusive <= today_s()
    facts = [say("Planned, unconfirmed") if is_overdue else status_word(row.status)]
    if row.milestone:
        facts.append(say("Milestone"))
    if row.sort != "other":
        facts.append(sort_word(row.sort))
    if who:
        facts.append(", ".join(actor.name for actor in who))
    if row.place and row.place not in {actor.name for actor in who}:
        facts.append(row.place)
    if len(row.mentions) > 1:
        facts.append(counted(len(row.mentions), "one mention", "%1 mentions"))
    facts += row.conflicts
    passages = []
    for mention in row.mentions:
        span = (mention.start, mention.end)
        marks = [PassageMark("evidence", *span)]
        marks += _actor_marks(
            index, row.actors, mention.article, context_of(index.articles[mention.article].text, span)
        )
        marks += _date_marks(row.timex if mention.article == first.article else None)
        passages.append(_passage(index, mention.article, span, marks))
    return Detail(
        key=key, table="event", kind=say("Event"), headline=row.label, facts=tuple(facts), stance=None, stance_text="",
        path=(),
        date=_date_story(index, row, article), passages=tuple(passages), rule=row.rule, article=first.article,
        actors=row.actors, stances=(), is_corrected=row.decided_by == "user",
    )  # fmt: skip


def _date_marks(timex: Pair | None) -> list[PassageMark]:
    return [] if timex is None else [PassageMark("date", *timex)]


def _traits_of(timex: TimexRow | None, row: Finding, article: ArticleRow) -> int:
    """What the words say of the date beside its days: about then, or with an open end."""
    edtf = (row.edtf if isinstance(row, EventRow) else None) or (timex.edtf if timex is not None else None) or ""
    is_rough = "~" in edtf or "%" in edtf or (timex is not None and timex.mod == "APPROX")
    bound = bound_of(article.text, timex.start, timex.end) if timex is not None else Trait.NONE
    return int(bound | (Trait.APPROXIMATE if is_rough else Trait.NONE))


def _date_story(index: Index, row: Finding, article: ArticleRow) -> DateStory:
    steps: list[tuple[str, str]] = []
    timex = index.timex_at(article.id, row.timex)
    if timex is not None:
        steps.append((say("The article wrote"), f"“{' '.join(timex.text.split())}”"))
    elif row.undated is None:
        steps.append((say("The article wrote"), say("no date here; the report's own day counts")))
    steps.append((say("Article date"), f"{article_day(article)} ({basis_word(article.published_basis)})"))
    if timex is not None and timex.value:
        steps.append((say("Read as"), f"{timex.value} · {say('rule')} {timex.rule}"))
    if timex is not None and timex.doubt:
        steps.append((say("In doubt"), timex.doubt))
    shown = period_text(row.begin, row.end_exclusive, row.granularity, _traits_of(timex, row, article))
    known = row.reference if isinstance(row, EventRow) else None
    if known is not None:
        steps.append((say("Known event"), known))
    if row.undated is not None:
        steps.append((say("Undated because"), row.undated))
    else:
        steps.append((say("Placed at"), shown))
    hangs_on_guess = row.inferred_date and article.published_basis == "inferred"
    likeliest = article.published_candidates[:4] if hangs_on_guess else ()
    return DateStory(
        shown=shown, line=_known_line(known) or _date_line(timex, article, row.undated),
        is_inferred=row.inferred_date, steps=tuple(steps),
        reasons=_reasons(article) if hangs_on_guess else (),
        candidates=tuple((day_text(day, weekday=True), p) for day, p in likeliest),
        can_be_pinned=article.published_basis in ("inferred", "unknown"),
    )  # fmt: skip


def _known_line(known: str | None) -> str:
    return "" if known is None else say("Days of a known event: %1").replace("%1", known)


def _date_line(timex: TimexRow | None, article: ArticleRow, undated: str | None) -> str:
    if undated is not None:
        return undated
    known = article_day(article)
    if timex is None:
        return say("Dated by the report: %1").replace("%1", known)
    wrote = say("The article wrote “%1”").replace("%1", " ".join(timex.text.split()))
    if timex.doubt:
        return say("%1, but %2").replace("%1", wrote).replace("%2", timex.doubt)
    if timex.anchor in ("published", "published:inferred"):
        return say("%1, counted from its own date: %2").replace("%1", wrote).replace("%2", known)
    return wrote


def _reasons(article: ArticleRow) -> tuple[str, ...]:
    lines = []
    for reason in article.published_reasons[:_MOST_REASONS]:
        if reason.begin is not None and reason.end_exclusive is not None:
            allowed = days_text(reason.begin, reason.end_exclusive - 1)
            lines.append(f"{reason.says} → {allowed}")
        else:
            lines.append(reason.says)
    return tuple(lines)
