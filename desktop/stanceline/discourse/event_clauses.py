"""Finds the clauses and nouns of an article that report or announce a happening, each with its date and status."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from stanceline.discourse.actors import Cast
from stanceline.discourse.event_anchors import Anchors, find_anchors
from stanceline.discourse.event_status import clause_status, noun_status
from stanceline.discourse.event_words import EventWords, load_event_words
from stanceline.discourse.label_words import is_plural, name_phrase
from stanceline.discourse.labels import LabelPage, Saying, clause_label, entry_label, noun_label, speech_label
from stanceline.discourse.statement_sources import agent_of, own_subject, subject_of
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.records import EventClause, EventStatus, Mention, Statement
from stanceline.temporal.timex import Candidate, Direction

_LEAD_BLOCKS = 3
_MOST_ACTORS = 8
_PLACES = ("GPE", "LOC", "FAC")
_CONTENT = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")
_AHEAD = {"next", "tomorrow", "coming", "upcoming", "following"}
_BEHIND = {"last", "yesterday", "ago", "past", "previous"}
_LENGTHS = {"day", "week", "month", "year", "decade", "century", "hour", "minute", "generation"}
_NO_SAYING = ("say.label.headline", "say.label.paragraph", "say.noun", "say.adjective", "say.according")
_OTHER_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "parataxis", "appos"})


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
    page = EventPage(article, tree, cast, statements, candidates, tuple(hints), words, find_anchors(tree, candidates, words))
    found: dict[tuple[int, int], EventClause] = {}
    for event in (*_sayings(page), *_clauses(page), *_nouns(page), *_entries(page)):
        found.setdefault(event.trigger, event)
    return tuple(sorted(found.values(), key=lambda event: (event.trigger, event.label)))


@dataclass(frozen=True)
class Entry:
    """A line that opens with a date: the index of the expression, and the tokens behind it."""

    timex: int
    tokens: range


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a block, each with its blanks cut off."""
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        inner = line.strip()
        if inner:
            first = start + line.index(inner[0])
            yield Span(first, first + len(inner))
        start += len(line) + 1


@dataclass(frozen=True)
class EventPage:
    """All that the rules for happenings look at."""

    article: Article
    tree: Tree
    cast: Cast
    statements: tuple[Statement, ...]
    candidates: tuple[Candidate, ...]
    hints: tuple[Direction, ...]
    words: EventWords
    anchors: Anchors

    @cached_property
    def labels(self) -> LabelPage:
        """What headlines are made from."""
        return LabelPage(self.tree, self.names, self.anchors.tokens)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens of directly quoted contents."""
        return frozenset(
            token
            for statement in self.statements
            if statement.form == "direct"
            for start, end in statement.contents
            for token in self.tree.tokens_in(Span(start, end))
        )

    @cached_property
    def cues(self) -> frozenset[int]:
        """The tokens of all cues."""
        spans = [Span(*statement.cue) for statement in self.statements if statement.cue]
        return frozenset(token for span in spans for token in self.tree.tokens_in(span))

    @cached_property
    def lead(self) -> frozenset[int]:
        """The indices of headline and first paragraphs, where the news of the day stands."""
        prose = [index for index, block in enumerate(self.article.blocks) if block.kind == "body"]
        titles = [index for index, block in enumerate(self.article.blocks) if block.kind == "title"]
        return frozenset([*titles, *prose[:_LEAD_BLOCKS]])

    @cached_property
    def entries(self) -> tuple["Entry", ...]:
        """Lines that open with a date or a clock time, as in live blogs, chronicles and calendars."""
        found = []
        text = self.article.text
        for block in self.article.prose():
            for line in _lines(text, block.span):
                index = next((i for i, each in enumerate(self.candidates) if line.start <= each.start and each.end <= line.end), None)
                if index is None or self.candidates[index].type not in ("DATE", "TIME"):
                    continue
                candidate = self.candidates[index]
                before = text[line.start : candidate.start].strip(" \t•*–—-·[(")
                behind = text[candidate.end : line.end].lstrip(" ])")
                clock = candidate.type == "TIME" and line.start == block.span.start
                if before or not (behind[:1] in (":", "—", "–", "|", ".") or clock):
                    continue
                begin = line.end - len(behind.lstrip(":—–|. "))
                found.append(Entry(index, self.tree.tokens_in(Span(begin, line.end)) if begin < line.end else range(0)))
        return tuple(found)

    @cached_property
    def stamps(self) -> dict[int, int]:
        """The main verbs of those lines and the date that each hangs on."""
        return {
            token: entry.timex
            for entry in self.entries
            for token in entry.tokens
            if self.tree.dep[token] in ("ROOT", "conj") and self.tree.pos[token] in ("VERB", "AUX")
        }

    @cached_property
    def names(self) -> "Cast":
        """The cast, with first persons standing for who speaks."""
        return _with_first_persons(self)

    def direction(self, timex: int | None) -> Direction:
        """Where a date expression points, by the parse or by its own words."""
        if timex is None:
            return "unknown"
        first, last = self.candidates[timex].text.lower().split()[0], self.candidates[timex].text.lower().split()[-1]
        if first in _AHEAD or last in _AHEAD:
            return "future"
        if first in _BEHIND or last in _BEHIND:
            return "past"
        own = self.candidates[timex].direction
        hint = self.hints[timex] if timex < len(self.hints) else "unknown"
        return own if own != "unknown" else hint

    def has_tense(self, tokens: Sequence[int]) -> bool:
        """Whether a finite verb is among the tokens."""
        return any(self.tree.tag[token] in ("VBD", "VBZ", "VBP", "MD") for token in tokens)

    def holders(self, token: int) -> list[int]:
        """Who says it: the sources of the statements whose content the token stands in, innermost first."""
        place = self.tree.parse.start[token]
        around = [
            (end - start, each.source)
            for each in self.statements
            if each.source is not None
            for start, end in each.contents
            if start <= place < end
        ]
        return [source for _, source in sorted(around)]

    def in_lead(self, token: int) -> bool:
        """Whether the token stands in the headline or a first paragraph."""
        return self.tree.parse.block[token] in self.lead


# ---- what was said --------------------------------------------------------------------------------------


def _sayings(page: EventPage) -> Iterator[EventClause]:
    tree = page.tree
    seen: set[tuple[int, int]] = set()
    for statement in page.statements:
        if statement.cue is None or statement.cue in seen or statement.rule in _NO_SAYING:
            continue
        tokens = tree.tokens_in(Span(*statement.cue))
        verb = next((t for t in reversed(tokens) if tree.pos[t] == "VERB"), None)
        if verb is None or statement.source_span is None or verb in page.quoted:
            continue
        timex = statement.timex if statement.timex is not None else page.anchors.verbs.get(verb, page.stamps.get(verb))
        if timex is None and not _is_notable(page, verb, statement):
            continue
        seen.add(statement.cue)
        status = clause_status(tree, verb, page.words, "unknown")
        status = "past" if status == "ongoing" else status
        source = subject_of(tree, verb)
        span = Span(*statement.source_span)
        if source is None or not span.start <= tree.parse.start[source] < span.end:
            source = tree.root_of(tree.tokens_in(span))
        if source is None:
            continue
        name = name_phrase(tree, page.names, source, 1, page.anchors.tokens)
        content = Span(*statement.contents[0])
        said = tuple(Span(*pair) for pair in statement.contents)
        saying = Saying(name, is_plural(tree, source), _said(page, verb, statement), said, statement.form == "direct")
        label = speech_label(page.labels, saying, status)
        if not label:
            continue
        inner = [statement.source] if statement.source is not None else []
        root = tree.root_of(tree.tokens_in(content))
        if root is not None:
            inner += _actors(page, root)
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[verb], tree.parse.end[verb]),
            clause=_reach(tree, statement),
            status=status,
            actors=_few(inner),
            rule="event.saying",
            timex=timex,
            at_publication=timex is None and _is_news(page, verb, status),
            kin=_kin(page, [verb, *tree.tokens_in(content)], label),
            confidence=0.8 if timex is not None else 0.5,
        )


def _is_notable(page: EventPage, verb: int, statement: Statement) -> bool:
    """Whether a saying without a date is a happening: an act of speech, or words in headline and lead."""
    if "infinitive" in statement.rule and statement.cue_lemma in ("want", "hope", "wish", "prefer"):
        return False
    return page.in_lead(verb) or page.words.has("verb", statement.cue_lemma, "happening")


def _said(page: EventPage, verb: int, statement: Statement) -> str:
    """The words of the cue without auxiliaries, in the base form: "say", "express worries"."""
    tree = page.tree
    if statement.cue is None or statement.rule != "say.noun.light":
        return statement.cue_lemma
    last = max(tree.tokens_in(Span(*statement.cue)))
    between = [t for t in range(verb + 1, last + 1) if tree.dep[t] != "det"]
    return " ".join([tree.lemma[verb].lower(), *(tree.words[t] for t in between)])


def _reach(tree: Tree, statement: Statement) -> tuple[int, int]:
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
        status = clause_status(tree, verb, page.words, page.direction(timex))
        status = _settled(page, verb, status, timex)
        actors = _few(_actors(page, verb))
        if timex is None and not _is_kept(page, verb, status, actors):
            continue
        label = clause_label(page.labels, verb, status)
        pronoun = label.split(" ")[0].lower() in ("he", "she", "it", "they")
        if len(label.split()) < 2 or (pronoun and timex is None) or (verb in page.cues and len(label.split()) < 4):
            continue
        span = tree.span(tree.subtree(verb, without=frozenset({"ccomp"})))
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[verb], tree.parse.end[verb]),
            clause=(span.start, span.end),
            status=status,
            actors=actors,
            rule="event.clause",
            place=_place(page, verb),
            timex=timex,
            at_publication=timex is None and _is_news(page, verb, status),
            kin=_kin(page, tree.subtree(verb), label),
            confidence=0.4 if pronoun or timex is None else 0.75,
        )


def _is_kept(page: EventPage, verb: int, status: EventStatus, actors: tuple[int, ...]) -> bool:
    """An undated clause is a happening of its own if somebody known acts, and no saying tells it already."""
    tree = page.tree
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
    if tree.dep[verb] in ("amod", "compound") or _announced_noun(page, verb) is not None:
        return False
    if lemma == "be":
        subject, attribute = tree.kid(verb, "nsubj"), tree.kid(verb, "attr")
        if subject is None or attribute is None or any(page.words.has("noun", tree.lemma[subject], each) for each in ("happening", "span")):
            return False
        return page.words.has("noun", tree.lemma[attribute], "happening")
    now = page.candidates[timex].text.lower().strip() in ("now", "currently", "today", "this week", "these days")
    return not (now and page.words.has("verb", lemma, "state"))


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
    """A headline's present tense tells what has happened."""
    block = page.article.blocks[page.tree.parse.block[verb]]
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
    """"for years", "since the war"; not "for the second year running"."""
    noun = tree.kid(preposition, "pobj")
    if tree.lower[preposition] == "since":
        return True
    return tree.lower[preposition] in ("for", "over") and noun is not None and tree.tag[noun] == "NNS" and tree.lemma[noun] in _LENGTHS


# ---- what nouns name ------------------------------------------------------------------------------------


def _nouns(page: EventPage) -> Iterator[EventClause]:
    tree = page.tree
    dated = {**_subjects_of_be(page), **page.anchors.nouns}
    for noun, timex in sorted(dated.items()):
        verb = tree.head[noun]
        if noun in page.anchors.nouns and tree.dep[noun] in ("nsubj", "nsubjpass", "dobj") and page.anchors.verbs.get(verb) == timex:
            continue
        status = noun_status(tree, noun, page.words, page.direction(timex))
        label = noun_label(page.labels, noun, status)
        if not label:
            continue
        span = tree.span(tree.subtree(noun))
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[noun], tree.parse.end[noun]),
            clause=(span.start, span.end),
            status=status,
            actors=_few(_actors(page, noun) or _around(page, noun)),
            rule="event.noun",
            place=_place(page, noun),
            timex=timex,
            kin=_kin(page, tree.subtree(noun), label),
            confidence=0.7,
        )


def _subjects_of_be(page: EventPage) -> dict[int, int]:
    """"The vote is on Tuesday", "a ruling is expected in May": the noun is the happening."""
    tree = page.tree
    return {
        subject: timex
        for verb, timex in page.anchors.verbs.items()
        if (subject := _announced_noun(page, verb)) is not None
    }


def _announced_noun(page: EventPage, verb: int) -> int | None:
    """The noun of a happening that a verb without a content of its own puts on a date."""
    tree, words = page.tree, page.words
    lemma = tree.lemma[verb].lower()
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    empty = lemma == "be" or (words.has("verb", lemma, "plan") and tree.kid(verb, "nsubjpass") is not None)
    if subject is None or not empty or tree.kid(verb, "xcomp", "ccomp") is not None:
        return None
    kinds = ("happening", "span")
    return subject if any(words.has("noun", tree.lemma[subject], kind) for kind in kinds) else None


def _entries(page: EventPage) -> Iterator[EventClause]:
    """Calendar lines without a verb: "31 March: amendments due"."""
    tree = page.tree
    for entry in page.entries:
        tokens = [t for t in entry.tokens if t not in page.anchors.tokens]
        if not tokens or page.has_tense(tokens):
            continue
        end = next((place for place, t in enumerate(tokens) if place and tree.words[t] in (".", ";")), len(tokens))
        head = tree.root_of(tokens[:end])
        label = entry_label(page.labels, tokens[:end])
        if head is None or len(label.split()) < 2:
            continue
        span = tree.span(tokens[:end])
        yield EventClause(
            label=label,
            trigger=(tree.parse.start[head], tree.parse.end[head]),
            clause=(span.start, span.end),
            status="ongoing",
            actors=_few([actor for t in tokens[:end] if (actor := page.names.actor_of(t)) is not None]),
            rule="event.entry",
            timex=entry.timex,
            kin=_kin(page, tokens[:end], label),
            confidence=0.6,
        )


# ---- who, where, and by what lemmas -----------------------------------------------------------------------


def _actors(page: EventPage, head: int) -> list[int]:
    """The actors of a clause or noun: subject and agent first, then all others that its own clause names."""
    tree, cast = page.tree, page.names
    firsts: list[int] = []
    if tree.pos[head] in ("VERB", "AUX"):
        firsts = [t for t in (tree.kid(head, "nsubjpass"), subject_of(tree, head), agent_of(tree, head)) if t is not None]
    tokens = [*firsts, *(kid for first in firsts for kid in tree.subtree(first, without=_OTHER_CLAUSES))]
    tokens += tree.subtree(head, without=_OTHER_CLAUSES)
    found = [actor for token in tokens if (actor := cast.actor_of(token)) is not None]
    return found + page.holders(head)


def _around(page: EventPage, noun: int) -> list[int]:
    """The actors of the clause that mentions a happening which names none itself."""
    verb = next((above for above in page.tree.ancestors(noun) if page.tree.pos[above] in ("VERB", "AUX")), None)
    return _actors(page, verb) if verb is not None else []


def _with_first_persons(page: EventPage) -> Cast:
    """The cast with "I" and "we" of quoted words as mentions of their speaker, and the author's own as the author."""
    tree, cast = page.tree, page.cast
    spoken: dict[int, int] = {}
    for statement in page.statements:
        if statement.source is None or statement.form == "indirect":
            continue
        for start, end in statement.contents:
            spoken.update(dict.fromkeys(tree.tokens_in(Span(start, end)), statement.source))
    author = _author(page)
    mentions, ranges = list(cast.mentions), list(cast.tokens)
    for token in range(len(tree)):
        if tree.lower[token] not in ("i", "we") or tree.pos[token] != "PRON" or cast.mention_at(token) is not None:
            continue
        actor = spoken.get(token, author if tree.lower[token] == "i" else None)
        if actor is not None:
            start, end = tree.parse.start[token], tree.parse.end[token]
            mentions.append(Mention(start, end, token, "pronoun", actor, "event.first_person", 0.7))
            ranges.append((token, token + 1))
    return Cast(cast.actors, tuple(mentions), tuple(ranges))


def _author(page: EventPage) -> int | None:
    wanted = (page.article.author or "").lower()
    return next((i for i, actor in enumerate(page.cast.actors) if wanted and actor.name.lower() in wanted), None)


def _few(actors: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(actors))[:_MOST_ACTORS]


def _place(page: EventPage, head: int) -> str | None:
    tree = page.tree
    for preposition in tree.kids(head, "prep"):
        noun = tree.kid(preposition, "pobj")
        if tree.lower[preposition] not in ("in", "at", "near", "outside") or noun is None:
            continue
        if tree.parse.entity[noun][2:] in _PLACES and noun not in page.anchors.tokens:
            tokens = [t for t in tree.subtree(noun) if tree.parse.entity[t][2:] in _PLACES and t <= noun]
            return tree.span(tokens).quote(page.article.text) if tokens else None
    return None


def _kin(page: EventPage, tokens: Sequence[int], label: str) -> tuple[str, ...]:
    """The lemmas by which two reports of one happening meet: the content words that the headline shows."""
    shown = {word.strip(",.;:“”\"'’").lower() for word in label.split()}
    tree = page.tree
    found = {
        tree.lemma[t].lower()
        for t in tokens
        if tree.pos[t] in _CONTENT and t not in page.anchors.tokens and (tree.lower[t] in shown or t == tokens[0])
    }
    return tuple(sorted(found))
