"""The attribution index of an article: who said or thought what, whatever it is about."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.statements.carry import carry_over
from stanceline.discourse.statements.cues import load_cues
from stanceline.discourse.statements.frames import verb_draft
from stanceline.discourse.statements.interviews import read_interview
from stanceline.discourse.statements.nouns import adjective_draft, noun_draft, preposition_draft
from stanceline.discourse.statements.page import Draft, Page, Source
from stanceline.discourse.statements.quotes import find_quotations, widen
from stanceline.discourse.statements.quoting import QuotationReader
from stanceline.discourse.statements.reach import says_more
from stanceline.discourse.statements.signed import read_signed
from stanceline.discourse.statements.speaker_labels import find_labels, read_labels
from stanceline.discourse.statements.speakers import actor_of_source, further_actors, persons_of, speakers_of
from stanceline.discourse.statements.times import date_of_saying
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.records import Statement, StatementForm
from stanceline.temporal.timex import Candidate

_MARKS = "“”„«»\"'‘’"

_TOLD = ("say.frame.clause", "say.island", "say.according", "say.as")
_FEWEST_LABELED = 3
_PRONOUNS = {"he", "she", "they", "it", "i", "we", "who"}


def find_statements(
    article: Article, tree: Tree, cast: Cast, candidates: tuple[Candidate, ...]
) -> tuple[Cast, tuple[Statement, ...]]:
    """All attributions of the article's prose in the order of the text, and the cast with sources that it lacked."""
    page = Page(article, tree, find_quotations(article.text, article.blocks), load_cues())
    labels = [label for _, label in find_labels(page, cast)]
    page = replace(page, labels=labels, speakers=speakers_of(cast), persons=persons_of(cast))
    drafts = _collect(page, cast)
    placed = {id(draft): place for place, draft in enumerate(drafts)}
    found: list[Statement] = []
    for draft in drafts:
        cast, source = actor_of_source(page, cast, draft)
        continues = placed.get(id(draft.continues)) if draft.continues is not None else None
        timex = date_of_saying(page, draft, candidates)
        if timex is None and continues is not None and continues < len(found):
            timex = found[continues].timex
        found.append(
            Statement(
                source=source,
                source_span=(draft.source.span.start, draft.source.span.end) if draft.source else None,
                cue=(draft.cue.start, draft.cue.end) if draft.cue else None,
                contents=tuple((span.start, span.end) for span in draft.contents),
                form=_form(page, draft),
                rule=draft.rule,
                cue_lemma=draft.lemma,
                timex=timex,
                continues=continues,
                confidence=draft.confidence,
                also=further_actors(page, cast, draft.source, source),
            )
        )
    return cast, tuple(found)


def _collect(page: Page, cast: Cast) -> list[Draft]:
    reader = QuotationReader(page)
    reader.read()
    labeled = [*read_labels(page, cast), *read_signed(page)]
    asked = sum(page.article.text[draft.last() : draft.last() + 1] == "?" for draft in labeled)
    if len(labeled) < _FEWEST_LABELED or asked * 4 >= len(labeled) * 3:
        labeled += read_interview(page)
    frames = [draft for draft in _read_frames(page, frozenset(reader.by_cue)) if _may_count(page, draft, cast)]
    _give_own_words(page, [*frames, *reader.drafts], labeled)
    for draft in frames:
        draft.contents = [_with_quoted_end(page, reader, widen(span, page.quotations)) for span in draft.contents]
    _share_source(page, frames)
    frames = _drop_inner(page, _drop_doubles(frames), cast)
    covered = [span for draft in (*frames, *labeled) for span in draft.contents]
    left = [index for index in reader.left if not _is_covered(page.quotations[index].span, covered)]
    drafts = sorted([*reader.drafts, *labeled, *frames], key=lambda draft: (draft.first(), draft.last()))
    drafts = carry_over(page, drafts, left, cast)
    for draft in drafts:
        draft.contents = _tidy(draft)
    drafts = [draft for draft in drafts if draft.contents]
    return sorted(drafts, key=lambda draft: (draft.first(), draft.last(), draft.rule))


def _give_own_words(page: Page, drafts: list[Draft], labeled: list[Draft]) -> None:
    """In a labeled or signed piece "I" is whom the label or the signature names."""
    spans = sorted((span.start, span.end, number) for number, each in enumerate(labeled) for span in each.contents)
    for draft in drafts:
        if draft.source is None or page.tree.lower[draft.source.head] not in _FIRST_PERSON:
            continue
        start = draft.source.span.start
        place = bisect_right(spans, (start, sys.maxsize, 0)) - 1
        if place >= 0 and start < spans[place][1]:
            speaker = labeled[spans[place][2]].source
            draft.source = Source(draft.source.span, speaker.head) if speaker is not None else draft.source


_FIRST_PERSON = ("i", "me", "my", "myself")


def _share_source(page: Page, drafts: list[Draft]) -> None:
    """Give a further report the speaker of the one before: "Voss said the ferry was safe, calling the union wrong"."""
    tree = page.tree
    behind = {tree.tokens_in(draft.contents[-1])[-1] + 1: draft for draft in drafts if draft.contents}
    for draft in drafts:
        joint = draft.anchor - 1 if draft.anchor is not None else -1
        before = behind.get(joint)
        if before is not None and before.anchor is not None and says_more(page, before.anchor, joint):
            draft.source = before.source


def _read_frames(page: Page, taken: frozenset[int]) -> Iterator[Draft]:
    """Drafts of all cues outside quotations but those in `taken` (tokens that attribute a quotation already)."""
    readers = (verb_draft, noun_draft, adjective_draft, preposition_draft)
    for token in range(len(page.tree)):
        if page.quoted[token] < 0 and token not in taken:
            draft = next((found for reader in readers if (found := reader(page, token)) is not None), None)
            if draft is not None:
                yield draft


def _may_count(page: Page, draft: Draft, cast: Cast) -> bool:
    """Whether views told by "I" have an author who tells them; what "I" said to somebody always counts."""
    if draft.source is None or page.tree.lower[draft.source.head] != "i" or draft.anchor is None:
        return True
    cue = page.verb_cue(draft.anchor)
    spoken = cue is not None and cue.kind in ("speech", "tell", "ask")
    return spoken or cast.actor_of(draft.source.head) is not None


def _with_quoted_end(page: Page, reader: QuotationReader, span: Span) -> Span:
    """`span` with quoted words that end its sentence: `better than that, “because it lasts.”`"""
    text = page.article.text
    for index in reader.left:
        quotation = page.quotations[index].span
        if span.end <= quotation.start <= span.end + 2 and text[span.end : quotation.start].strip() in ("", ","):
            first = text[quotation.start : quotation.end].lstrip("“„«\"'‘")[:1]
            return Span(span.start, quotation.end) if first.islower() else span
    return span


def _is_covered(span: Span, others: list[Span]) -> bool:
    return any(other.contains(span) for other in others)


def _is_light(draft: Draft) -> bool:
    return draft.rule.startswith("say.noun.light")


def _drop_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft a cue; "expressed worries about ..." counts once, with its noun."""
    best: dict[int | None, Draft] = {}
    kept: list[Draft] = []
    for draft in drafts:
        if draft.anchor is None:
            kept.append(draft)
            continue
        other = best.get(draft.anchor)
        if other is None or (_is_light(draft) and not _is_light(other)):
            best[draft.anchor] = draft
    seen: set[tuple[Span, ...]] = set()
    for draft in best.values():
        key = tuple(draft.contents)
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept


def _drop_inner(page: Page, drafts: list[Draft], cast: Cast) -> list[Draft]:
    """Without cues that only go on about an outer one.

    "declined to comment on it" and "he said he hoped for rain" are one statement each; a reported clause about somebody
    else ("officials said Japan believes ...") is one of its own.
    """
    outer = {draft.anchor for draft in drafts if draft.rule == "say.frame.infinitive"}
    reported = sorted((span.start, span.end, number) for number, draft in enumerate(drafts) for span in draft.contents)
    longest = max((end - start for start, end, _ in reported), default=0)
    kept = []
    for draft in drafts:
        if (
            draft.anchor is not None
            and page.tree.dep[draft.anchor] == "xcomp"
            and page.tree.head[draft.anchor] in outer
        ):
            continue
        around = [drafts[number] for number in _around(draft, reported, longest) if drafts[number] is not draft]
        if around and (draft.rule not in _TOLD or any(_is_same_source(page, cast, other, draft) for other in around)):
            continue
        kept.append(draft)
    return kept


def _around(inner: Draft, reported: list[tuple[int, int, int]], longest: int) -> list[int]:
    """Numbers of the drafts whose contents hold the cue; looked up, because a long article has thousands."""
    if inner.cue is None:
        return []
    first = bisect_left(reported, (inner.cue.start - longest, 0, 0))
    last = bisect_right(reported, (inner.cue.start, sys.maxsize, 0))
    return sorted({number for _, end, number in reported[first:last] if end >= inner.cue.end})


def _is_same_source(page: Page, cast: Cast, outer: Draft, inner: Draft) -> bool:
    """Whether the inner source is the outer one again, or a pronoun that most likely stands for it."""
    if outer.source is None or inner.source is None:
        return False
    one, other = cast.actor_of(outer.source.head), cast.actor_of(inner.source.head)
    if one is not None and other is not None:
        return one == other
    return page.tree.lower[inner.source.head] in _PRONOUNS


def _tidy(draft: Draft) -> list[Span]:
    """Contents in order, joined where they touch or overlap, without the cue."""
    joined: list[Span] = []
    for span in sorted(draft.contents):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    if draft.cue is None:
        return joined
    return [part for span in joined for part in _without(span, draft.cue)]


def _without(span: Span, cue: Span) -> list[Span]:
    if not span.overlaps(cue):
        return [span]
    parts = [Span(span.start, min(span.end, cue.start)), Span(max(span.start, cue.end), span.end)]
    return [part for part in parts if part.end - part.start > 1]


def _form(page: Page, draft: Draft) -> StatementForm:
    text = page.article.text
    spoken = draft.rule in ("say.label.paragraph", "say.label.signature", "say.label.answer")
    # "Lena Voss: the closure is wrong" in a live blog is the writer's wording.
    if spoken and not text[draft.contents[0].start].islower():
        return "direct"
    quoted = [quotation.span for quotation in page.quotations]
    touched = any(span.overlaps(other) for span in draft.contents for other in quoted)
    if not touched:
        return "indirect"
    for span in draft.contents:
        rest = list(text[span.start : span.end])
        for other in quoted:
            for offset in range(max(other.start, span.start), min(other.end, span.end)):
                rest[offset - span.start] = " "
        if any(char.isalnum() for char in rest):
            return "mixed"
    return "direct"
