"""Turns one sentence and one thing in it into clues for a linear scorer: words, their place, and what they color.

Names are masked, so that nothing can be learned of anybody in particular: a scorer must judge what is said, not whom
it is said of. The clues read the parse only; what a word is worth comes from the stance lexicon and `valence.tsv`.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stanceline import paths
from stanceline.discourse.stances.lexicon import LexiconError, load_lexicon
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import Pair

NAME, THING, NUMBER = "<name>", "<it>", "<number>"
_NAMED = ("PERSON", "ORG", "GPE", "NORP")
_EMPTY = ("PUNCT", "SPACE", "SYM")
_PLAIN = frozenset({
    "the", "a", "an", "of", "to", "and", "in", "on", "for", "at", "by", "with", "from", "is", "be", "was", "that", "it",
    "as", "he", "she", "his", "her", "they", "their", "this", "which", "who", "have", "has", "had", "will", "would",
})  # fmt: skip
_NOT = frozenset({"not", "no", "n't", "never", "neither", "nor", "without", "hardly", "barely", "fail", "refuse"})
_WIDE, _CLOSE, _FAR = 8, 3, 9
FLIP = -0.7
"""Valence of a word under negation: weaker than that of its opposite (as in VADER)."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One feature: its name, how strong it is, and the token it comes from (None where it comes from many)."""

    name: str
    weight: float
    token: int | None = None


@cache
def load_valence() -> dict[str, float]:
    """How pleasant words are, -4 to 4. Raises `LexiconError` with the line of a row that breaks the form."""
    found: dict[str, float] = {}
    path = paths.resource("lexicons/valence.tsv")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        word, _, value = line.partition("\t")
        try:
            found[word] = float(value)
        except ValueError:
            raise LexiconError(f"{path.name}, line {number}: the valence {value!r} is no number") from None
    return found


@cache
def lexicon_values() -> dict[tuple[str, str], int]:
    """The values of the stance lexicon's plain entries by lemma and part of speech; idioms are left out."""
    found: dict[tuple[str, str], int] = {}
    for pos, group in load_lexicon().entries.items():
        for lemma, entries in group.items():
            plain = [entry.value for entry in entries if entry.particle is None and entry.noun is None]
            if plain and plain[0]:
                found[lemma, pos.upper()] = plain[0]
    return found


def mask_names(tree: Tree, sentence: range, marked: Mapping[int, str]) -> dict[int, str]:
    """The lemmas of a sentence by token, with names, numbers and the `marked` tokens replaced by what they are."""
    found = {}
    for token in sentence:
        if token in marked:
            found[token] = marked[token]
        elif tree.pos[token] == "PROPN" or tree.parse.entity[token][2:] in _NAMED:
            found[token] = NAME
        else:
            found[token] = NUMBER if tree.pos[token] == "NUM" else tree.lemma[token].lower()
    return found


def is_negated(tree: Tree, masked: Mapping[int, str], token: int) -> bool:
    """Whether a word of negation stands right before `token` or hangs on it."""
    return masked.get(token - 1) in _NOT or any(masked.get(kid) in _NOT for kid in tree.children[token])


def valences_of(tree: Tree, masked: Mapping[int, str]) -> Iterator[tuple[int, float]]:
    """The tokens that are pleasant or unpleasant words, with their valence as negation leaves it."""
    valence = load_valence()
    for token, word in masked.items():
        if not word.startswith("<") and (value := valence.get(tree.lower[token]) or valence.get(word)):
            yield token, value * FLIP if is_negated(tree, masked, token) else value


def climb(tree: Tree, tokens: range) -> list[int]:
    """The highest of some tokens and all that is above it, the root last."""
    inside = (t for t in tokens if tree.head[t] == t or tree.head[t] not in tokens)
    highest = next(inside, tokens[0])
    return [highest, *tree.ancestors(highest)]


def is_filler(tree: Tree, token: int) -> bool:
    """Whether a token is punctuation or a blank."""
    return tree.pos[token] in _EMPTY


def clues(tree: Tree, thing: Pair) -> list[Clue]:
    """The clues of the sentences that `thing` stands in; none where no token is inside its span.

    Linear in the length of the sentence but for ways between words, which are bounded by the depth of the parse.
    """
    inside = tree.tokens_in(Span(*thing))
    if not inside:
        return []
    first, last = tree.sentence_tokens(inside[0])[0], tree.sentence_tokens(inside[-1])[-1]
    view = _View(tree, inside, range(first, last + 1))
    return [*view.words(), *view.places(), *view.governors(), *view.valences(), *view.stances()]


class _View:
    """One sentence seen from one thing in it."""

    def __init__(self, tree: Tree, inside: range, sentence: range) -> None:
        self.tree, self.inside, self.sentence = tree, inside, sentence
        self.above = climb(tree, inside)
        self.root = self.above[0]
        self.masked = mask_names(tree, sentence, dict.fromkeys(inside, THING))
        self.away = self._distances()

    def _distances(self) -> dict[int, int]:
        found, queue = {self.root: 0}, deque([self.root])
        while queue:
            token = queue.popleft()
            for near in (self.tree.head[token], *self.tree.children[token]):
                if near not in found:
                    found[near] = found[token] + 1
                    queue.append(near)
        return found

    def _is_word(self, token: int) -> bool:
        word = self.masked[token]
        return not is_filler(self.tree, token) and not word.startswith("<") and word not in _PLAIN

    def words(self) -> Iterator[Clue]:
        """The sentence's words and pairs of words, wherever they stand."""
        for token in self.sentence:
            if self._is_word(token):
                yield Clue(f"word {self.masked[token]}", 1.0, token)
        for token in self.sentence[:-1]:
            pair = self.masked[token], self.masked[token + 1]
            if pair != (NAME, NAME):
                yield Clue(f"pair {' '.join(pair)}", 0.5, token)

    def places(self) -> Iterator[Clue]:
        """The words before and behind the thing, by side and distance."""
        for token in self.sentence:
            before, behind = self.inside[0] - token, token - self.inside[-1]
            away, side = max(before, behind), "before" if before > 0 else "behind"
            if 0 < away <= _WIDE:
                yield Clue(f"{side} {'close' if away <= _CLOSE else 'wide'} {self.masked[token]}", 1.0, token)
            if away == 1:
                yield Clue(f"{side} next {self.masked[token]}", 1.0, token)

    def governors(self) -> Iterator[Clue]:
        """What the thing depends on, what else hangs there, and what hangs on the thing."""
        tree, steps = self.tree, []
        for level, (low, high) in enumerate(zip(self.above[:5], self.above[1:6], strict=False)):
            steps.append(tree.dep[low])
            yield Clue(f"above {min(level, 3)} {steps[-1]} {self.masked[high]}", 1.0, high)
            yield Clue(f"way {' '.join(steps[-2:])} {self.masked[high]}", 1.0, high)
            for kid in tree.children[high] if level < 2 else ():
                if kid != low and not is_filler(tree, kid):
                    yield Clue(f"beside {level} {steps[-1]} {tree.dep[kid]} {self.masked[kid]}", 1.0, kid)
        yield Clue(f"role {tree.dep[self.root]}", 1.0)
        if tree.pos[self.root] == "PRON":
            yield Clue(f"pronoun {tree.lower[self.root]}", 1.0)
        for token in self.inside:
            for kid in tree.children[token]:
                if kid not in self.inside and not is_filler(tree, kid):
                    yield Clue(f"below {tree.dep[kid]} {self.masked[kid]}", 1.0, kid)

    def _way(self, token: int) -> str:
        """The labels from the thing up to what it shares with `token`, and down again."""
        tree = self.tree
        below = [token, *tree.ancestors(token)]
        meeting = next((t for t in self.above if t in below), None)
        if meeting is None:
            return "?"
        up = [tree.dep[t] for t in self.above[: self.above.index(meeting)]]
        down = [tree.dep[t] for t in reversed(below[: below.index(meeting)])]
        return f"{' '.join(up)} / {' '.join(down)}"

    def valences(self) -> Iterator[Clue]:
        """How pleasant the words are, by their distance from the thing in the text and in the parse."""
        tree, role = self.tree, self.tree.dep[self.root]
        sums: dict[str, float] = {}
        for token, value in valences_of(tree, self.masked):
            sign, size, away = "+" if value > 0 else "-", abs(value), self.away.get(token, _FAR)
            for zone, share in self._zones(token, away):
                sums[zone + sign] = sums.get(zone + sign, 0.0) + size * share
            if away <= 2:
                yield Clue(f"colors {role} {sign}", size, token)
            if away <= 4:
                yield Clue(f"color {self._way(token)} {sign}", min(size, 3.0) / 2, token)
        for zone, total in sums.items():
            yield Clue(f"sum {zone}", min(total, 6.0) / 2)
        for zone, scale, limit in (("all", 1 / 1.5, 3), ("weighed", 2.0, 4)):
            net = sums.get(f"{zone}+", 0.0) - sums.get(f"{zone}-", 0.0)
            yield Clue(f"net {zone} {max(-limit, min(limit, round(net * scale)))}", 1.0)

    def _zones(self, token: int, away: int) -> Sequence[tuple[str, float]]:
        before = self.inside[0] - token
        apart = before if before > 0 else token - self.inside[-1]
        reach = 4 if apart <= 4 else 10 if apart <= 10 else 99
        near = [("near", 1.0)] if away <= _CLOSE else []
        return [
            ("all", 1.0),
            ("weighed", 1 / (away + 1)),
            (f"steps {min(away, 6)} ", 1.0),
            (f"{'before' if before > 0 else 'behind'} {reach} ", 1.0),
            *near,
        ]

    def stances(self) -> Iterator[Clue]:
        """The words of the stance lexicon, by their way to the thing."""
        values = lexicon_values()
        for token in self.sentence:
            value = values.get((self.masked[token], self.tree.pos[token]))
            if value is None:
                continue
            away, sign = self.away.get(token, _FAR), "+" if value > 0 else "-"
            yield Clue(f"stance {sign}", 0.5, token)
            if away <= 2:
                yield Clue(f"stance near {self.tree.dep[self.root]} {sign}", 1.0, token)
            if away <= 4:
                yield Clue(f"stance {self._way(token)} {value}", 1.0, token)
