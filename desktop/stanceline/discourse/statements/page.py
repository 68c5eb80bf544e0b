"""What the rules for statements look at: the parse, the quotations, and drafts of statements."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from stanceline.discourse.statements.cues import Cue, CueLexicon
from stanceline.discourse.statements.quotes import Quotation
from stanceline.reading.article import Article, Span
from stanceline.reading.parse import Tree

VERBS = ("VERB", "AUX")
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' -]{2,30}(?:, ?[^—–\n]{1,40})?(?:\([^)\n]{1,40}\))? ?(?:—|–|--) ?"
    r"|[A-Z][\w.,’' -]{2,40} \((?:[A-Z]{2,4}|Reuters|Bloomberg)\) ?(?:—|–|--|-) ?"
)


@dataclass(frozen=True)
class Source:
    """The words that name a source, and the token that stands for the actor (for "who" its antecedent)."""

    span: Span
    head: int


@dataclass
class Draft:
    """A statement in the making. `anchor` is the cue's token, None for a quotation that goes on or a label."""

    anchor: int | None
    cue: Span | None
    source: Source | None
    contents: list[Span]
    rule: str
    lemma: str = ""
    confidence: float = 1.0
    continues: "Draft | None" = None
    quotations: list[int] = field(default_factory=list)

    def first(self) -> int:
        """Where it begins in the text."""
        return min([span.start for span in self.contents] + ([self.cue.start] if self.cue else []))

    def last(self) -> int:
        """Where it ends in the text."""
        return max([span.end for span in self.contents] + ([self.cue.end] if self.cue else []))


@dataclass(frozen=True)
class Page:
    """One article as the rules read it."""

    article: Article
    tree: Tree
    quotations: tuple[Quotation, ...]
    lexicon: CueLexicon
    labels: list[Span] = field(default_factory=list)
    speakers: dict[int, int] = field(default_factory=dict)
    persons: dict[int, int] = field(default_factory=dict)

    @cached_property
    def quoted(self) -> list[int]:
        """For each token the index of the quotation that it stands in, or -1."""
        found = [-1] * len(self.tree)
        for index, quotation in enumerate(self.quotations):
            for token in self.tree.tokens_in(quotation.span):
                found[token] = index
        return found

    @cached_property
    def labeled(self) -> frozenset[int]:
        """The tokens of speaker labels, which are part of no sentence."""
        return frozenset(token for span in self.labels for token in self.tree.tokens_in(span))

    @cached_property
    def blocks(self) -> tuple[int, ...]:
        """For each token the index of its block."""
        return self.tree.parse.block

    def verb_cue(self, token: int) -> Cue | None:
        """The cue that a verb outside quotations is, or None."""
        if self.tree.pos[token] not in VERBS or self.quoted[token] >= 0:
            return None
        return self.lexicon.find("verb", self.tree.lemma[token])

    def trimmed(self, first: int, last: int) -> list[int]:
        """The tokens from `first` to `last`, punctuation at both ends left out but for quotation marks."""
        tokens = list(range(first, last + 1))
        while tokens and self._is_edge(tokens[-1]):
            tokens.pop()
        while tokens and self._is_edge(tokens[0]):
            tokens.pop(0)
        return tokens

    def _is_edge(self, token: int) -> bool:
        return self.tree.pos[token] in ("PUNCT", "SPACE") and self.quoted[token] < 0

    def span_of(self, first: int, last: int) -> Span | None:
        """The characters of `trimmed`, or None where nothing is left."""
        tokens = self.trimmed(first, last)
        return self.tree.span(tokens) if tokens else None

    def sentence_edges(self, token: int) -> tuple[int, int]:
        """First and last token of the sentence, a dateline ("PARIS, May 16 (Wire) —") left out."""
        tokens = self.tree.sentence_tokens(token)
        block = self.article.blocks[self.blocks[tokens[0]]].span
        dateline = _DATELINE.match(self.article.text, block.start, block.end)
        if dateline is None or not self.tree.parse.start[tokens[0]] < dateline.end() <= self.tree.parse.start[token]:
            return tokens[0], tokens[-1]
        first = next((each for each in tokens if self.tree.parse.start[each] >= dateline.end()), tokens[0])
        return first, tokens[-1]

    @cached_property
    def datelines(self) -> frozenset[int]:
        """The tokens of datelines, which are part of no sentence either."""
        found = (_DATELINE.match(self.article.text, each.span.start, each.span.end) for each in self.article.blocks)
        return frozenset(
            token
            for each in found
            if each is not None and self._heads_a_report(each)
            for token in self.tree.tokens_in(Span(*each.span()))
        )

    def _heads_a_report(self, dateline: re.Match[str]) -> bool:
        """Whether it is made of names and numbers only and a sentence begins behind: not "NATO, it seems — said"."""
        named = all(not word[:1].islower() for word in dateline.group().split())
        return named and not self.article.text[dateline.end() : dateline.end() + 1].islower()

    def has_finite_verb(self, tokens: list[int] | range) -> bool:
        """Whether a verb with a tense, a modal or an auxiliary is among them."""
        return any(self.tree.tag[token] in ("VBD", "VBZ", "VBP", "MD") for token in tokens)
