"""What the rules for happenings look at, and what they all ask of it: who, where, and by what lemmas."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.events.anchors import Anchors
from stanceline.discourse.events.entries import Entry
from stanceline.discourse.events.labels import LabelPage
from stanceline.discourse.events.words import EventWords
from stanceline.discourse.statements.sources import agent_of, antecedent, subject_of
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree
from stanceline.records import Mention, Statement
from stanceline.temporal.timex import Candidate, Direction

LABELS = ("say.label.headline", "say.label.paragraph")
"""The rules of statements by a speaker's label."""
_LEAD_BLOCKS = 3
_MOST_ACTORS = 8
_PLACES = ("GPE", "LOC", "FAC")
_CONTENT = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")
_AHEAD = {"next", "tomorrow", "coming", "upcoming", "following"}
_BEHIND = {"last", "yesterday", "ago", "past", "previous"}
_OTHER_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "parataxis", "appos"})


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
    entries: tuple[Entry, ...]

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
            if statement.form == "direct" and statement.rule not in LABELS
            for start, end in statement.contents
            for token in self.tree.tokens_in(Span(start, end))
        )

    @cached_property
    def labeled(self) -> frozenset[int]:
        """The tokens of speaker labels."""
        spans = [Span(*each.source_span) for each in self.statements if each.rule in LABELS and each.source_span]
        return frozenset(token for span in spans for token in self.tree.tokens_in(span))

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
        if (
            tree.lower[token] not in ("i", "we", "me", "us")
            or tree.pos[token] != "PRON"
            or cast.mention_at(token) is not None
        ):
            continue
        actor = spoken.get(token, author if tree.lower[token] in ("i", "me") else None)
        if actor is not None:
            start, end = tree.parse.start[token], tree.parse.end[token]
            mentions.append(Mention(start, end, token, "pronoun", actor, "event.first_person", 0.7))
            ranges.append((token, token + 1))
    return Cast(cast.actors, tuple(mentions), tuple(ranges))


def _author(page: EventPage) -> int | None:
    wanted = (page.article.author or "").lower()
    return next((i for i, actor in enumerate(page.cast.actors) if wanted and actor.name.lower() in wanted), None)


# ---- who, where, and by what lemmas -----------------------------------------------------------------------


def actors_of(page: EventPage, head: int) -> list[int]:
    """The actors of a clause or noun: subject and agent first, then all others that its own clause names."""
    tree, cast = page.tree, page.names
    firsts: list[int] = []
    if tree.pos[head] in ("VERB", "AUX"):
        firsts = [
            t for t in (tree.kid(head, "nsubjpass"), subject_of(tree, head), agent_of(tree, head)) if t is not None
        ]
    firsts = [antecedent(tree, t) if tree.lower[t] in ("who", "which", "that") else t for t in firsts]
    tokens = [*firsts, *(kid for first in firsts for kid in tree.subtree(first, without=_OTHER_CLAUSES))]
    tokens += tree.subtree(head, without=_OTHER_CLAUSES)
    found = [actor for token in tokens if (actor := cast.actor_of(token)) is not None]
    return found + page.holders(head)


def actors_around(page: EventPage, noun: int) -> list[int]:
    """The actors of the clause that mentions a happening which names none itself."""
    verb = next((above for above in page.tree.ancestors(noun) if page.tree.pos[above] in ("VERB", "AUX")), None)
    return actors_of(page, verb) if verb is not None else []


def few(actors: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(actors))[:_MOST_ACTORS]


def place_of(page: EventPage, head: int) -> str | None:
    tree = page.tree
    for preposition in tree.kids(head, "prep"):
        noun = tree.kid(preposition, "pobj")
        if tree.lower[preposition] not in ("in", "at", "near", "outside") or noun is None:
            continue
        named = tree.parse.entity[noun][2:]
        if noun not in page.anchors.tokens and (named in _PLACES or tree.pos[noun] == "PROPN"):
            tokens = [
                t
                for t in tree.subtree(noun)
                if tree.parse.entity[t][2:] == named and t <= noun and tree.pos[t] != "ADJ"
            ]
            return tree.span(tokens).quote(page.article.text) if tokens else None
    return None


def kin_of(page: EventPage, tokens: Sequence[int], label: str) -> tuple[str, ...]:
    """The lemmas by which two reports of one happening meet: the content words that the headline shows."""
    shown = {word.strip(",.;:“”\"'’").lower() for word in label.split()}
    tree = page.tree
    found = {
        tree.lemma[t].lower()
        for t in tokens
        if tree.pos[t] in _CONTENT and t not in page.anchors.tokens and (tree.lower[t] in shown or t == tokens[0])
    }
    return tuple(sorted(found))


def announced_noun(page: EventPage, verb: int) -> int | None:
    """The noun of a happening that a verb without a content of its own puts on a date."""
    tree, words = page.tree, page.words
    lemma = tree.lemma[verb].lower()
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    empty = lemma == "be" or (words.has("verb", lemma, "plan") and tree.kid(verb, "nsubjpass") is not None)
    if subject is None or not empty or tree.kid(verb, "xcomp", "ccomp") is not None:
        return None
    kinds = ("happening", "span")
    return subject if any(words.has("noun", tree.lemma[subject], kind) for kind in kinds) else None
