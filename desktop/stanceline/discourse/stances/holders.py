"""Whose attitude it is: from the tokens of a clause to actors, and how the reader comes to hear of it.

Inside a statement the source vouches. Where source and holder are one, or the source speaks for the holder,
the stance is first-hand; where they differ it is second-hand, reported by the source. Outside statements
the article itself observes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.polarity import Reading
from stanceline.discourse.stances.syntax import clause_subjects, with_conjuncts
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import Mode, Pair, Statement

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "ours", "myself", "ourselves", "mine"})
_THIRD_PERSON = frozenset({"it", "they", "them", "he", "she", "their", "its", "his", "her"})
_TELLING = frozenset({"tell", "say", "inform", "assure", "report", "signal"})
_ACCUSING = frozenset({"accuse", "suspect"})
_QUESTION = re.compile(r"(?:Q|QUESTION|Question)\b\.?[^:\n]{0,60}:")
_SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person|people)\b")
_OF_GROUP = frozenset(
    {"majority", "most", "many", "some", "number", "group", "all", "several", "few", "couple", "dozen", "half", "none"}
)


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor as holder, with the span that names it in this clause."""

    actor: int
    span: Pair
    trust: float


@dataclass(frozen=True, slots=True)
class Hearing:
    """How a position reaches the reader."""

    mode: Mode
    statement: int | None
    reporters: tuple[int, ...]


def _interviewers_turns(tree: Tree) -> set[int]:
    """The tokens of lines that open with "Q:" or "Q (Daily News):"."""
    block = tree.parse.block
    opens = [t for t in range(len(tree)) if t == 0 or block[t] != block[t - 1]]
    asked = {block[t] for t in opens if _QUESTION.match(tree.text, tree.parse.start[t])}
    return {t for t in range(len(tree)) if block[t] in asked}


class Voices:
    """Which statement each token stands in, and who its source is."""

    def __init__(self, tree: Tree, cast: Cast, statements: Sequence[Statement]) -> None:
        self.tree, self.cast, self.statements = tree, cast, statements
        spans = [Span(start, end) for s in statements for start, end in s.contents]
        numbers = [number for number, s in enumerate(statements) for _ in s.contents]
        order = sorted(range(len(spans)), key=lambda i: (spans[i].start - spans[i].end, numbers[i]))
        self._inside: list[int | None] = [None] * len(tree)
        self._told: list[int | None] = [None] * len(tree)
        for index in order:
            number = numbers[index]
            told = statements[number].form != "indirect" or self._says_something(spans[index])
            for token in tree.tokens_in(spans[index]):
                self._inside[token] = number
                self._told[token] = number if told else self._told[token]
        for number, s in enumerate(statements):
            if s.rule.startswith("say.noun.light") and s.cue is not None:
                cue = tree.tokens_in(Span(*s.cue))
                if not s.rule.endswith(".voiced") and tree.lemma[cue[0]] not in words("voicing"):
                    continue
                # What "voiced support" voices stands in its cue.
                for token in cue:
                    self._inside[token] = number if self._inside[token] is None else self._inside[token]
        turns = [number for number, s in enumerate(statements) if s.source is not None and self._asks(s.source)]
        asked = [Span(start, end) for number in turns for start, end in statements[number].contents]
        self._asked = {token for span in asked for token in tree.tokens_in(span)} | _interviewers_turns(tree)

    def _says_something(self, span: Span) -> bool:
        """Whether indirect content is a clause: who "opposed a Swedish push" does not tell that there is one."""
        labels = ("nsubj", "nsubjpass", "expl", "csubj")
        return any(self.tree.dep[token] in labels for token in self.tree.tokens_in(span))

    def _asks(self, actor: int) -> bool:
        return self.cast.actors[actor].name.strip(".:").lower() in ("q", "question")

    def statement_at(self, token: int) -> int | None:
        """The innermost statement whose content `token` stands in."""
        return self._inside[token]

    def source_at(self, token: int) -> int | None:
        """The actor whose words or thoughts `token` belongs to."""
        number = self._inside[token]
        return None if number is None else self.statements[number].source

    def _also_at(self, token: int) -> tuple[int, ...]:
        """Who speaks together with the source in "we", "our": Sweden in "Norway and Sweden said"."""
        number = self._inside[token]
        singular = self.tree.lower[token] in ("i", "me", "my", "myself", "mine")
        return () if number is None or singular else self.statements[number].also

    def is_question(self, token: int) -> bool:
        """Whether `token` belongs to an interviewer's turn ("Q: ..."), who asks and takes no side."""
        return token in self._asked

    def actors_of(self, token: int) -> list[Holder]:
        """The actors that a holder token stands for: usually one, none where nobody can be told."""
        tree = self.tree
        span = (tree.parse.start[token], tree.parse.end[token])
        if tree.lower[token] in FIRST_PERSON:
            source = self.source_at(token)
            if source is not None:
                return [Holder(actor, span, 1.0) for actor in (source, *self._also_at(token))]
        if tree.lower[token] in ("they", "it") and (told := self._speaker_above(token, span)):
            return told
        mention = self.cast.mention_at(token)
        actor = self.cast.actor_of(token)
        if actor is not None:
            trust = 1.0 if mention is None else mention.confidence
            return [Holder(actor, span if mention is None else (mention.start, mention.end), trust)]
        if tree.lower[token] in _THIRD_PERSON:
            return self._speaker_above(token, span)
        if tree.lower[token] in _OF_GROUP:
            inner = [pobj for prep in tree.kids(token, "prep") for pobj in tree.kids(prep, "pobj")]
            return [holder for pobj in inner[:1] for holder in self.actors_of(pobj)]
        return []

    def _speaker_above(self, token: int, span: Pair) -> list[Holder]:
        """For "they" in "the authorities told us that they ...": the subject of the verb of saying above."""
        tree = self.tree
        clause = tree.head[token]
        for _ in range(3):
            if tree.dep[clause] in ("ccomp", "xcomp"):
                above = [
                    s
                    for s in clause_subjects(tree, tree.head[clause])
                    if s != token and tree.pos[s] in ("NOUN", "PROPN")
                ]
                plural = tree.lower[token] in ("they", "them", "their")
                if len(above) == 1 and (not plural or tree.tag[above[0]] in ("NNS", "NNPS")):
                    actor = self.cast.actor_of(above[0])
                    return [] if actor is None else [Holder(actor, span, 0.9)]
            if tree.head[clause] == clause:
                break
            clause = tree.head[clause]
        return []

    def hear(self, token: int, holder: int, reading: Reading) -> Hearing:
        """How the position of `holder` at `token` is heard of."""
        number = self._inside[token]
        source = self._source_for(number, holder)
        if source is None or not self.speaks_for(source, holder):
            number = self._told[token]
            source = self._source_for(number, holder)
        inner = self._told_by(token, _TELLING)
        accuser = self._told_by(token, _ACCUSING)
        if accuser is not None and accuser != holder:
            return Hearing("second_hand", number, (accuser,) if source in (None, accuser) else (source, accuser))
        if reading.guess:
            return Hearing("attributed_guess", number, () if source is None or source == holder else (source,))
        if reading.hearsay:
            return Hearing("second_hand", number, () if source is None or source == holder else (source,))
        if number is None:
            return Hearing("observed", None, ())
        if source is None:
            return Hearing("second_hand", number, ())
        if self.speaks_for(source, holder):
            return Hearing("first_hand", number, ())
        reporters = (source,) if inner is None or inner in (source, holder) else (source, inner)
        return Hearing("second_hand", number, reporters)

    def _source_for(self, number: int | None, holder: int) -> int | None:
        """The source of a statement: of several who say it together, the one who speaks for `holder`."""
        if number is None or self.statements[number].source is None:
            return None
        statement = self.statements[number]
        return next((each for each in statement.also if self.speaks_for(each, holder)), statement.source)

    def _told_by(self, token: int, verbs: frozenset[str]) -> int | None:
        """The subject of the nearest of `verbs` above `token`: who says or alleges it."""
        tree = self.tree
        for head in tree.ancestors(token):
            if tree.lemma[head] in verbs:
                return next(
                    (actor for s in clause_subjects(tree, head) if (actor := self.cast.actor_of(s)) is not None), None
                )
        return None

    def speaks_for(self, source: int, holder: int) -> bool:
        """Whether words of `source` are words of `holder`: the same, or its head, minister or spokesperson."""
        if source == holder:
            return True
        speaker, principal = self.cast.actors[source], self.cast.actors[holder]
        if speaker.of is None and _SPOKESPERSON.search(f"{speaker.office or ''} {speaker.name}".lower()):
            return principal.kind != "person"
        if speaker.of is None or not speaker.speaks_for_it:
            return False
        names = {principal.known, principal.name, *principal.names}
        return speaker.of in names


def called_by_name(voices: Voices, tokens: Sequence[int]) -> list[int]:
    """The tokens, with names for descriptions beside them: for "two clubs, the Bulls and the Aces" the two."""
    found: list[int] = []
    counted = [token for token in tokens if _is_counted_list(voices.tree, token)]
    for token in tokens:
        names = [] if token in counted else _names_beside(voices, token) if voices.tree.pos[token] == "NOUN" else []
        found += names or ([] if token in counted else [token])
    return list(dict.fromkeys(found))


def _is_counted_list(tree: Tree, token: int) -> bool:
    """Whether "two clubs, the Bulls and the Aces," says whom it counts, though parsed as a list of three."""
    listed = with_conjuncts(tree, token)[1:]
    if (
        tree.pos[token] != "NOUN"
        or tree.kid(token, "nummod") is None
        or tree.kid(token, "cc") is not None
        or not listed
    ):
        return False
    after = listed[-1] + 1
    return all(tree.pos[t] == "PROPN" for t in listed) and after < len(tree) and tree.words[after] == ","


def _names_beside(voices: Voices, token: int) -> list[int]:
    """Who is named in apposition to a description, or right behind it as a second subject; nobody but actors."""
    tree, own = voices.tree, voices.cast.actor_of(token)
    close = [t for t in tree.kids(tree.head[token], "nsubj") if t > token and min(tree.subtree(t)) == token + 1]
    beside = [t for kid in (*tree.kids(token, "appos"), *close) for t in with_conjuncts(tree, kid)]
    named = [t for t in beside if tree.pos[t] == "PROPN" and voices.cast.actor_of(t) not in (None, own)]
    return named if len(named) == len(beside) else []
