"""Finds the clauses of an article that report or announce a happening, each with its date and status."""

from collections.abc import Iterator, Sequence

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.events.anchors import ATTEMPTS, find_anchors, is_attribute
from stanceline.discourse.events.entries import find_entries
from stanceline.discourse.events.label_words import count_words, is_plural, owned_phrase
from stanceline.discourse.events.labels import ANNOUNCED, SAYING, Saying, clause_label, speech_label
from stanceline.discourse.events.nouns import read_entries, read_nouns
from stanceline.discourse.events.page import LABELS, EventPage, actors_of, announced_noun, few, kin_of, place_of
from stanceline.discourse.events.status import DECIDED, PLANS, cancels, clause_status
from stanceline.discourse.events.words import load_event_words
from stanceline.discourse.statements.sources import own_subject, subject_of
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.records import EventClause, EventStatus, Statement
from stanceline.temporal.timex import Candidate, Direction

_SAYS_LITTLE = 4
_LENGTHS = {"day", "week", "month", "year", "decade", "century", "hour", "minute", "generation"}
_NO_SAYING = (*LABELS, "say.noun", "say.adjective", "say.according")


def find_events(
    article: Article,
    tree: Tree,
    cast: Cast,
    statements: tuple[Statement, ...],
    candidates: tuple[Candidate, ...],
    hints: Sequence[Direction],
) -> tuple[EventClause, ...]:
    """All happenings that the article's prose tells of, in text order; undated ones are kept without a `timex`."""
    words = load_event_words()
    entries = find_entries(article, tree, candidates)
    anchors = find_anchors(tree, candidates, words, skip=frozenset(entry.timex for entry in entries))
    # What somebody supports or plans is told by the clause itself, not a saying.
    told = tuple(each for each in statements if not each.rule.startswith("say.attitude"))
    page = EventPage(article, tree, cast, told, candidates, tuple(hints), words, anchors, entries)
    found: dict[tuple[int, int], EventClause] = {}
    for event in (*_sayings(page), *_clauses(page), *read_nouns(page), *read_entries(page)):
        found.setdefault(event.trigger, event)
    return tuple(sorted(found.values(), key=lambda event: (event.trigger, event.label)))


# ---- what was said --------------------------------------------------------------------------------------


def _sayings(page: EventPage) -> Iterator[EventClause]:
    tree = page.tree
    seen: set[tuple[int, int]] = set()
    for statement in page.statements:
        if statement.cue is None or statement.cue in seen or statement.rule in _NO_SAYING:
            continue
        tokens = tree.tokens_in(Span(*statement.cue))
        verb = next((t for t in reversed(tokens) if tree.pos[t] == "VERB"), None)
        if verb is None or statement.source_span is None or verb in page.quoted or _is_attempted(tree, verb):
            continue
        timex = _day_of_saying(page, verb, statement)
        if timex is None and not _is_notable(page, verb, statement):
            continue
        seen.add(statement.cue)
        status = clause_status(tree, verb, page.words, "unknown")
        status = _told(tree, verb, status)
        source = subject_of(tree, verb)
        span = Span(*statement.source_span)
        if source is None or not span.start <= tree.parse.start[source] < span.end:
            source = tree.root_of(tree.tokens_in(span))
        if source is None:
            continue
        name = owned_phrase(tree, page.names, source, 1, page.anchors.tokens)
        content = Span(*statement.contents[0])
        said = tuple(Span(*pair) for pair in statement.contents)
        saying = Saying(name, is_plural(tree, source), _said(page, verb, statement), said, statement.form == "direct")
        label = speech_label(page.labels, saying, status)
        if not label:
            continue
        inner = [statement.source] if statement.source is not None else []
        root = tree.root_of(tree.tokens_in(content))
        if root is not None:
            inner += actors_of(page, root)
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[verb], tree.parse.end[verb]),
            clause=_reach(statement),
            status=status,
            actors=few(inner),
            rule="event.saying",
            timex=timex,
            at_publication=timex is None and _is_news(page, verb, status),
            kin=kin_of(page, [verb, *tree.tokens_in(content)], label),
            confidence=0.8 if timex is not None else 0.5,
        )


def _day_of_saying(page: EventPage, verb: int, statement: Statement) -> int | None:
    """The date of a saying; not the year in what the speaker is called ("..., class of 1974, said")."""
    timex = statement.timex
    if timex is not None:
        top = page.tree.root_of(page.tree.tokens_in(Span(page.candidates[timex].start, page.candidates[timex].end)))
        if top is None or page.tree.dep[top] != "pobj" or not is_attribute(page.tree, page.tree.head[top], page.words):
            return timex
    return page.anchors.verbs.get(verb, page.stamps.get(verb))


def _told(tree: Tree, verb: int, status: EventStatus) -> EventStatus:
    """What is said in the present has been said; an infinitive that no past verb bears has not."""
    if status not in ("past", "ongoing"):
        return status
    if tree.tag[verb] != "VB" or any(tree.tag[above] in ("VBD", "VBN") for above in tree.ancestors(verb)):
        return "past"
    return "past" if tree.lower[verb - 1] in ("did", "does", "do") else "hypothetical"


def _is_notable(page: EventPage, verb: int, statement: Statement) -> bool:
    """Whether a saying without a date is a happening: an act of speech, or words in headline and lead."""
    if "infinitive" in statement.rule and statement.cue_lemma in ("want", "hope", "wish", "prefer"):
        return False
    return page.in_lead(verb) or page.words.has("verb", statement.cue_lemma, "happening")


def _said(page: EventPage, verb: int, statement: Statement) -> str:
    """The words of the cue without auxiliaries, in the base form: "say", "express worries"."""
    tree = page.tree
    if statement.rule == "say.frame.preposition":
        led = tree.tokens_in(Span(statement.cue[1] if statement.cue else 0, statement.contents[0][0]))
        return " ".join([statement.cue_lemma, *(tree.words[t] for t in led if tree.pos[t] == "ADP")][:2])
    if statement.cue is None or not statement.rule.startswith("say.noun.light"):
        return statement.cue_lemma
    last = max(tree.tokens_in(Span(*statement.cue)))
    between = [t for t in range(verb + 1, last + 1) if tree.dep[t] != "det"]
    return " ".join([tree.lemma[verb].lower(), *(tree.words[t] for t in between)])


def _reach(statement: Statement) -> tuple[int, int]:
    ends = [pair for pair in (statement.source_span, statement.cue, *statement.contents) if pair is not None]
    return min(pair[0] for pair in ends), max(pair[1] for pair in ends)


# ---- what clauses tell ----------------------------------------------------------------------------------


def _clauses(page: EventPage) -> Iterator[EventClause]:
    tree = page.tree
    for verb in range(len(tree)):
        if tree.pos[verb] not in ("VERB", "AUX") or tree.dep[verb] in ("aux", "auxpass"):
            continue
        timex = page.anchors.verbs.get(verb)
        if timex is None:
            timex = page.stamps.get(verb)
        if not _is_happening(page, verb, timex):
            continue
        if _ends_a_plan(page, verb) or own_subject(tree, verb) in page.labeled:
            continue
        status = clause_status(tree, verb, page.words, page.direction(timex))
        status = _settled(page, verb, status, timex)
        actors = few(actors_of(page, verb))
        if timex is None and not _is_kept(page, verb, status, actors):
            continue
        label = clause_label(page.labels, verb, status)
        pronoun = label.split(" ")[0].lower() in ("he", "she", "it", "they", "author")
        if timex is None and label.endswith((" it", " them")) and count_words(label) <= _SAYS_LITTLE:
            continue
        if (
            len(label.split()) < 2
            or label.split()[-1] in ("say", "says")
            or (pronoun and timex is None)
            or (_only_says(page, verb) and len(label.split()) < 4)
        ):
            continue
        span = tree.span(tree.subtree(verb, without=frozenset({"ccomp"})))
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[verb], tree.parse.end[verb]),
            clause=(span.start, span.end),
            status=status,
            actors=actors,
            rule="event.clause",
            place=place_of(page, verb),
            timex=timex,
            at_publication=timex is None and _is_news(page, verb, status),
            kin=kin_of(page, [verb, *tree.subtree(verb)], label),
            confidence=0.4 if pronoun or timex is None else 0.75,
        )


def _only_says(page: EventPage, verb: int) -> bool:
    """Whether the verb is one of saying, which says nothing without what was said."""
    return verb in page.cues or page.tree.lemma[verb].lower() in SAYING


def _ends_a_plan(page: EventPage, verb: int) -> bool:
    """As in "The strike planned for Friday was canceled": the strike is listed, as canceled; the canceling is not."""
    if not cancels(page.tree, verb, page.words):
        return False
    return any(kid in page.anchors.nouns for kid in page.tree.kids(verb, "nsubjpass", "dobj", "nsubj"))


def _is_kept(page: EventPage, verb: int, status: EventStatus, actors: tuple[int, ...]) -> bool:
    """An undated clause is a happening of its own if somebody known acts, and no saying tells it already."""
    tree = page.tree
    if tree.words[tree.sentence_tokens(verb)[-1]] == "?":
        return False
    if page.in_lead(verb) and tree.dep[verb] == "ROOT":
        return True
    if not actors or status == "denied":
        return False
    reported = tree.dep[verb] == "ccomp" and (tree.head[verb] in page.cues or status == "hypothetical")
    return not reported or status == "planned"


def _is_happening(page: EventPage, verb: int, timex: int | None) -> bool:
    tree, words = page.tree, page.words
    lemma = tree.lemma[verb].lower()
    if timex is not None:
        return _is_dated_happening(page, verb, lemma, timex)
    if verb in page.cues or verb in page.quoted or not words.has("verb", lemma, "happening"):
        return False
    if tree.dep[verb] == "xcomp":
        above = tree.head[verb]
        return words.has("verb", tree.lemma[above], "plan") and not words.has("verb", tree.lemma[above], "happening")
    if tree.dep[verb] == "acl" and tree.tag[verb] == "VB":
        return tree.lemma[tree.head[verb]].lower() in PLANS - DECIDED
    if tree.dep[verb] not in ("ROOT", "conj", "ccomp"):
        return False
    if tree.dep[verb] == "conj" and tree.pos[tree.head[verb]] not in ("VERB", "AUX"):
        return False
    if own_subject(tree, verb) is None and tree.kid(verb, "nsubjpass") is None and tree.dep[verb] != "conj":
        return False
    return _has_tense(tree, verb) and not _is_habit(page, verb)


def _is_dated_happening(page: EventPage, verb: int, lemma: str, timex: int) -> bool:
    """What a date stands with happens, but for bare states ("is slow in January") and what is so "now"."""
    tree = page.tree
    if tree.dep[verb] in ("amod", "compound") or announced_noun(page, verb) is not None:
        return False
    if _is_attempted(tree, verb):
        # The attempt is listed.
        return page.anchors.verbs.get(tree.head[verb]) != timex
    if lemma == "be" and any(tree.lower[kid] in ANNOUNCED for kid in tree.kids(verb, "acomp")):
        return True
    if lemma == "be" and place_of(page, verb) is not None:
        return True
    if lemma == "be":
        subject, attribute = tree.kid(verb, "nsubj"), tree.kid(verb, "attr")
        if (
            subject is None
            or attribute is None
            or any(page.words.has("noun", tree.lemma[subject], each) for each in ("happening", "span"))
        ):
            return False
        return page.words.has("noun", tree.lemma[attribute], "happening")
    now = page.candidates[timex].text.lower().strip() in ("now", "currently", "today", "this week", "these days")
    return not (now and page.words.has("verb", lemma, "state"))


def _is_attempted(tree: Tree, verb: int) -> bool:
    return tree.dep[verb] == "xcomp" and tree.lemma[tree.head[verb]].lower() in ATTEMPTS


def _is_habit(page: EventPage, verb: int) -> bool:
    """A plain present outside headlines tells what is usual ("people take notes"), not what happened."""
    tree = page.tree
    if page.article.blocks[tree.parse.block[verb]].kind == "title":
        return False
    return tree.tag[verb] in ("VBZ", "VBP") and not tree.kids(verb, "aux")


def _has_tense(tree: Tree, verb: int) -> bool:
    tags = {tree.tag[verb], *(tree.tag[kid] for kid in tree.kids(verb, "aux", "auxpass"))}
    if tree.dep[verb] == "conj" and tree.tag[verb] in ("VBN", "VB", "VBG"):
        return True
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def _settled(page: EventPage, verb: int, status: EventStatus, timex: int | None) -> EventStatus:
    """The present tense of headlines and of lines that open with a date tells what has happened."""
    block = page.article.blocks[page.tree.parse.block[verb]]
    if status == "ongoing" and verb in page.stamps and page.stamps[verb] == timex:
        return "past"
    if status == "ongoing" and block.kind == "title" and page.tree.tag[verb] in ("VBZ", "VBP"):
        return "past"
    if status == "ongoing" and timex is not None and page.direction(timex) == "past":
        return "past"
    return status


def _is_news(page: EventPage, verb: int, status: EventStatus) -> bool:
    """Whether the report's own day may stand for the day of what it tells: news of the day in headline and lead."""
    if status not in ("past", "ongoing") or not page.in_lead(verb):
        return False
    tree = page.tree
    auxiliaries = {tree.lower[kid] for kid in tree.kids(verb, "aux")}
    return "had" not in auxiliaries and not any(_is_duration(tree, kid) for kid in tree.kids(verb, "prep"))


def _is_duration(tree: Tree, preposition: int) -> bool:
    """As in "for years", "since the war"; not "for the second year running"."""
    noun = tree.kid(preposition, "pobj")
    if tree.lower[preposition] == "since":
        return True
    return (
        tree.lower[preposition] in ("for", "over")
        and noun is not None
        and tree.tag[noun] == "NNS"
        and tree.lemma[noun] in _LENGTHS
    )
