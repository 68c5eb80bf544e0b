"""The second scorer: the linear model's answer where it is sure enough, with the words that led to it."""

from collections import defaultdict

from stanceline.discourse.stances.clues import Clue, clues
from stanceline.discourse.stances.linear import CLASSES, Weights, load_weights
from stanceline.discourse.stances.pair_clues import PairView
from stanceline.discourse.stances.scorer import Question, RuleScorer, Verdict, ask
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import Pair, PathStep

SURE_OF_PAIR = 0.52
"""Most pairs of names in a sentence take no side: the share from which one is believed."""
TRUST_IN_PAIR = 0.6
"""About half of the believed sides of pairs hold: the model learned from sentences, not from holders."""
_SHOWN = 3
_NEUTRAL = CLASSES.index("neutral")


class LinearScorer:
    """Judges a thing in its sentence, or a holder and a thing where the holder acts on it or speaks of it.

    A verdict only leans (1 or -1): the model was taught three classes. Its path is the words that pushed most.
    """

    def score(self, question: Question) -> Verdict | None:
        """The likelier side; None where neutral is likelier, where the two are out of reach or nothing can be shown."""
        if question.holder is None:
            return _judge(question, load_weights("target"), clues(question.tree, question.thing))
        view = PairView(question.tree, question.holder, question.thing, question.extraction.statements)
        if view.meeting is None or not view.reach & {"does", "says"}:
            return None
        return _judge(question, load_weights("pair"), view.clues(), SURE_OF_PAIR, TRUST_IN_PAIR)


def judge(question: Question) -> Verdict | None:
    """The verdict of the scorers that did best on texts that none was made with, or None.

    Of a holder the rules are asked first. How a text treats a thing the linear scorer tells alone: the rules look for
    holders, and their side is that of one of them.
    """
    return ask((LinearScorer(),) if question.holder is None else (RuleScorer(), LinearScorer()), question)


def _judge(
    question: Question, weights: Weights, found: list[Clue], least: float = 0.0, trust: float = 1.0
) -> Verdict | None:
    if not found:
        return None
    shares = weights.shares(found)
    side = max(CLASSES, key=shares.__getitem__)
    if side == "neutral" or shares[side] < least:
        return None
    tree, row = question.tree, CLASSES.index(side)
    path = _path(tree, weights, found, row)
    passage = _sentences(tree, question.thing)
    value = 1 if side == "support" else -1
    return Verdict(value, round(shares[side] * trust, 3), passage, path, question.actor, "stance.linear")


def _path(tree: Tree, weights: Weights, found: list[Clue], row: int) -> tuple[PathStep, ...]:
    """The tokens whose clues speak most for a class rather than for neutral, in the order of the text."""
    pushed: dict[int, float] = defaultdict(float)
    for clue in found:
        if clue.token is not None:
            push = weights.push(clue)
            pushed[clue.token] += push[row] - push[_NEUTRAL]
    best = sorted((token for token in pushed if pushed[token] > 0), key=lambda token: (-pushed[token], token))
    sign = "in favor" if CLASSES[row] == "support" else "against"
    return tuple(
        PathStep(tree.parse.start[token], tree.parse.end[token], f"{tree.lower[token]}: {sign}")
        for token in sorted(best[:_SHOWN])
    )


def _sentences(tree: Tree, thing: Pair) -> Pair:
    """The whole sentences that the thing stands in."""
    inside = tree.tokens_in(Span(*thing))
    first, last = tree.sentence_tokens(inside[0]), tree.sentence_tokens(inside[-1])
    return tree.parse.start[first[0]], tree.parse.end[last[-1]]
