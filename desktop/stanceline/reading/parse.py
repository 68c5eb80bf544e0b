"""Tokens, lemmas, heads and labels of one article as flat columns.

Made by `discourse.language` with the language model, then free of it: rules, tests and the project file
use these columns only. Tokens of page furniture are absent. Labels are those of the model: `pos` is
Universal POS, `tag` Penn Treebank, `dep` ClearNLP (spaCy's English labels: nsubj, nsubjpass, dobj, pobj,
ccomp, xcomp, prep, agent, poss, neg, aux, auxpass, attr, acomp, relcl, acl, advcl, appos, compound ...).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from stanceline.reading.article import Span


@dataclass(frozen=True, slots=True)
class Parse:
    """Columns of equal length, one entry a token; `head` and `sentence` are indices.

    A root is its own head. `entity` is `B-PERSON`, `I-PERSON`, ... or the empty string. `block` is the
    index of the token's block in `Article.blocks`. `model` names the language model and its version.
    """

    model: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    entity: tuple[str, ...]
    sentence: tuple[int, ...]
    block: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.start)


EMPTY_PARSE = Parse("", (), (), (), (), (), (), (), (), (), ())


class Tree:
    """A parse together with its text: words, children, subtrees, sentences, token look-up by offset.

    Tokens are plain integers, so that walking up and down compares indices and can never loop over
    copies of one token.
    """

    def __init__(self, text: str, parse: Parse) -> None:
        self.text = text
        self.parse = parse
        self.words = [text[s:e] for s, e in zip(parse.start, parse.end, strict=True)]
        self.lower = [word.lower() for word in self.words]
        self.lemma, self.pos, self.tag = parse.lemma, parse.pos, parse.tag
        self.dep, self.head, self.sentence = parse.dep, parse.head, parse.sentence

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token the tokens that hang on it, left to right."""
        found: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.head):
            if head != token:
                found[head].append(token)
        return found

    @cached_property
    def sentences(self) -> list[range]:
        """The tokens of each sentence, as ranges."""
        found: list[range] = []
        first = 0
        for token in range(1, len(self) + 1):
            if token == len(self) or self.sentence[token] != self.sentence[first]:
                found.append(range(first, token))
                first = token
        return found

    def kids(self, token: int, *labels: str) -> list[int]:
        """The children of `token` with one of the dependency labels (all children without labels)."""
        return [kid for kid in self.children[token] if not labels or self.dep[kid] in labels]

    def kid(self, token: int, *labels: str) -> int | None:
        """The first child with one of the labels, or None."""
        for kid in self.children[token]:
            if not labels or self.dep[kid] in labels:
                return kid
        return None

    def ancestors(self, token: int) -> Iterator[int]:
        """Heads upward from `token`, itself left out, the root last."""
        while (head := self.head[token]) != token:
            yield head
            token = head

    def subtree(self, token: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """`token` and all below it, in text order; branches whose label is in `without` are left out."""
        found, stack = [token], [token]
        while stack:
            for kid in self.children[stack.pop()]:
                if self.dep[kid] not in without:
                    found.append(kid)
                    stack.append(kid)
        return sorted(found)

    def span(self, tokens: list[int] | range) -> Span:
        """From the first to the last of `tokens` (at least one), with what lies between."""
        return Span(self.parse.start[min(tokens)], self.parse.end[max(tokens)])

    def sentence_span(self, token: int) -> Span:
        """The whole sentence that `token` stands in."""
        return self.span(self.sentences[self._sentence_index[self.sentence[token]]])

    @cached_property
    def _sentence_index(self) -> dict[int, int]:
        return {self.sentence[tokens[0]]: index for index, tokens in enumerate(self.sentences)}

    def sentence_tokens(self, token: int) -> range:
        """The tokens of the sentence that `token` stands in."""
        return self.sentences[self._sentence_index[self.sentence[token]]]

    def tokens_in(self, span: Span) -> range:
        """The tokens that share a character with `span`."""
        first = bisect_right(self.parse.end, span.start)
        last = bisect_left(self.parse.start, span.end)
        return range(first, max(first, last))

    def root_of(self, tokens: list[int] | range) -> int | None:
        """The token of `tokens` whose head lies outside them (the highest), or None where there are none."""
        inside = set(tokens)
        return next((t for t in tokens if self.head[t] == t or self.head[t] not in inside), None)
