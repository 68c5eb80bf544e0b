"""Why a stance is what it is, in words a reader follows: whose, on what, which words put it there, how sure.

Pure functions from rows to values. Every line that speaks of words of the article has their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stanceline.records import ActorRow, Pair, StanceRow
from stanceline.ui.detail.rule_words import held_words, meant_words, read_words
from stanceline.ui.index import Index
from stanceline.ui.words import article_name, counted, mode_word, say, stance_word

_VALUE = re.compile(r"^(.*): ([+-]?\d)$", re.DOTALL)
_SIDE = re.compile(r"^(.*): (in favor|against)$", re.DOTALL)
_ABOUT = "what this passage is about"
_MODELS = ("stance.linear", "stance.scorer")


@dataclass(frozen=True)
class Line:
    """A sentence of the explanation; `quote` are the article's words at `span` that it is about."""

    says: str
    quote: str = ""
    span: Pair | None = None


@dataclass(frozen=True)
class Section:
    """A question and its answer. `marked` tells how the words are marked in the passage."""

    heading: str
    lines: tuple[Line, ...]
    marked: str = ""


def explain(index: Index, row: StanceRow) -> tuple[Section, ...]:
    """The sections of one stance, in the order in which a reader asks."""
    found = (
        Section(say("Whose position"), tuple(_holder(index, row)), say("underlined")),
        Section(say("On what"), tuple(_target(index, row)), say("dashed")),
        Section(say("Which side"), tuple(_path(index, row)), say("boxed")),
        Section(say("How sure"), tuple(_sureness(row))),
        Section(say("Copies"), tuple(_copies(index, row))),
        Section(say("Read by"), tuple(_rules(index, row))),
    )
    return tuple(section for section in found if section.lines)


def _words(index: Index, row: StanceRow, span: Pair) -> str:
    return " ".join(index.articles[row.article].text[slice(*span)].split())


# ---- whose ---------------------------------------------------------------------------------------------------


def holder_place(index: Index, row: StanceRow) -> Pair | None:
    """Where the text names the holder for this stance, or stands for it; None where nothing near does."""
    if row.holder_span is not None:
        return row.holder_span
    statement = index.statements.get(row.statement) if row.statement else None
    if statement is not None and statement.source == row.holder:
        return statement.source_span
    return None


def _holder(index: Index, row: StanceRow) -> Iterator[Line]:
    name, span = index.actor_name(row.holder), holder_place(index, row)
    if span is not None:
        words, how = _words(index, row, span), held_words(row.holder_how)
        same = words.casefold() == name.casefold()
        says = name if same else say("stands for %1").replace("%1", name)
        yield Line(f"{says} ({how})" if how else says, words, span)
    else:
        yield Line(name)
    actor = index.actors.get(row.holder)
    if actor is not None and (above := _above(index, actor)):
        yield Line(above)
    yield Line(mode_word(row.mode))
    if row.reported_by:
        chain = " → ".join([*(index.actor_name(actor) for actor in row.reported_by), name])
        yield Line(say("Told by others: %1").replace("%1", chain))


def _above(index: Index, actor: ActorRow) -> str:
    """Whom an actor speaks for or belongs to."""
    parent = index.actor_name(actor.parent) if actor.parent else ""
    office = actor.office or ""
    if not parent:
        return ""
    words = say("%1 (%2) also counts for %3") if office else say("%1 also counts for %3")
    return words.replace("%1", actor.name).replace("%2", office).replace("%3", parent)


# ---- on what -------------------------------------------------------------------------------------------------


def _target(index: Index, row: StanceRow) -> Iterator[Line]:
    proposal = index.proposals.get(row.proposal)
    title = f"“{proposal.title if proposal else row.proposal}”"
    how = meant_words(row.rule.rpartition("/")[2]) if "/" in row.rule else ""
    if row.target_span is not None:
        says = say("means %1").replace("%1", title)
        yield Line(f"{says}: {how}" if how else says, _words(index, row, row.target_span), row.target_span)
    else:
        yield Line(f"{title}: {how}" if how else title)
    for step in row.path:
        if step.says == "what this passage is about":
            yield Line(
                say("what this passage is about"), _words(index, row, (step.start, step.end)), (step.start, step.end)
            )


# ---- which side ----------------------------------------------------------------------------------------------


def _path(index: Index, row: StanceRow) -> Iterator[Line]:
    before: int | None = None
    for step in row.path:
        if step.says == _ABOUT:
            continue
        quote = _words(index, row, (step.start, step.end)) if step.start < step.end else ""
        says, before = _step(step.says, before)
        yield Line(says, quote, (step.start, step.end) if quote else None)
    if row.condition_span is not None:
        yield Line(say("only on this condition"), _words(index, row, row.condition_span), row.condition_span)
    if before is not None and before != row.stance:
        yield Line(say("towards what happened to it, all in all: %1").replace("%1", stance_word(row.stance).lower()))
    else:
        yield Line(say("All in all: %1").replace("%1", stance_word(row.stance).lower()))


def _step(says: str, before: int | None) -> tuple[str, int | None]:
    """One step in words, and the value that it leaves."""
    if (side := _SIDE.match(says)) is not None:
        words = say("speaks for it") if side[2] == "in favor" else say("speaks against it")
        return words, before
    match = _VALUE.match(says)
    if match is None:
        if says.endswith(": reversed"):
            return say("turns it around"), None if before is None else -before
        return says, before
    value = int(match[2])
    if match[1].startswith("speaks for "):
        who = match[1].removeprefix("speaks for ")
        return say("speaks for %1, which leans the same way").replace("%1", who), value
    return _moved(match[1], value, before), value


def _moved(cue: str, value: int, before: int | None) -> str:
    named = f"({value:+d})".replace("-", "−") if value else "(0)"
    if before is None:
        words = {
            2: "is clearly for it", 1: "is rather for it", 0: "takes no side", -1: "is rather against it",
            -2: "is clearly against it",
        }  # fmt: skip
        return f"{say(words.get(value, 'moves it'))} {named}"
    if cue == "condition":
        return f"{say('makes it depend on something')} {named}"
    if value == 0 and before != 0:
        words_now = say("leaves no side")
    elif value * before < 0:
        words_now = say("turns it around")
    elif abs(value) < abs(before):
        words_now = say("weakens it")
    elif abs(value) > abs(before):
        words_now = say("strengthens it")
    else:
        words_now = say("leaves it as it is")
    return f"{words_now} {named}"


# ---- how sure, and by which rules ----------------------------------------------------------------------------


def _sureness(row: StanceRow) -> Iterator[Line]:
    share = round(row.confidence * 100)
    if row.decided_by == "user":
        yield Line(say("Set by you, so nothing is left to doubt"))
        return
    if row.explicit:
        yield Line(say("Confidence %1: about %2 of 100 stances like it are right")
                   .replace("%1", f"{row.confidence:.2f}").replace("%2", str(share)))  # fmt: skip
    else:
        yield Line(say("Suggested, not said outright: a reader has to infer it"))
        yield Line(say("Confidence %1").replace("%1", f"{row.confidence:.2f}"))
    hedges = {"probable": "The words are hedged: probable", "possible": "The words are hedged: only possible"}
    if row.certainty in hedges:
        yield Line(say(hedges[row.certainty]))


def carrier_name(index: Index, row: StanceRow) -> str:
    """What carries a stance: the outlet, or the article's title."""
    article = index.articles[row.article]
    return article.source or article_name(article)


def _copies(index: Index, row: StanceRow) -> Iterator[Line]:
    """Which articles have it in the same words."""
    first = index.stances.get(row.copy_of) if row.copy_of else row
    if first is None:
        return
    others = [copy for copy in index.copies_of.get(first.id, ()) if copy.id != row.id]
    if first is not row:
        yield Line(say("In the same words as %1").replace("%1", carrier_name(index, first)))
    if others:
        names = dict.fromkeys(carrier_name(index, copy) for copy in others)
        yield Line(say("Also carried by: %1").replace("%1", ", ".join(names)))
    if first is not row or others:
        yield Line(say("Over all articles, copies count once, unless you set it otherwise"))


def _rules(index: Index, row: StanceRow) -> Iterator[Line]:
    read, _, _how = row.rule.partition("/")
    yield Line(f"{read_words(read)}  [{row.rule}]" if read_words(read) != read else f"[{row.rule}]")
    if row.holder_how:
        yield Line(f"{held_words(row.holder_how)}  [{row.holder_how}]")
    statement = index.statements.get(row.statement) if row.statement else None
    if statement is not None:
        forms = {"direct": "quoted", "mixed": "quoted in part", "indirect": "told in other words"}
        yield Line(f"{say(forms[statement.form])}  [{statement.rule}]")
    if is_by_model(row) and row.path:
        shown = counted(len(row.path), "One clue word is shown", "%1 clue words are shown")
        yield Line(say("%1; further ones counted less").replace("%1", shown))


def is_by_model(row: StanceRow) -> bool:
    """Whether a scorer judged the stance, and not the rules."""
    return row.rule.startswith(_MODELS)
