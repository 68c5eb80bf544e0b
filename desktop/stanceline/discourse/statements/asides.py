"""Attributions set off from what they attribute: ", officials said", "As X noted, ..."."""

from stanceline.discourse.statements.page import Page, Source
from stanceline.reading.article import Span

_BELONGING = ("prep", "npadvmod", "advmod", "dobj", "dative", "tmod", "prt", "advcl", "nsubj")


def as_noted(page: Page, verb: int) -> list[Span]:
    """What "As X noted, ..." speaks of: the clause that it comments on."""
    tree = page.tree
    mark = tree.kid(verb, "mark", "advmod")
    if (
        tree.dep[verb] != "advcl"
        or mark is None
        or tree.lower[mark] != "as"
        or tree.kid(verb, "ccomp", "dobj") is not None
    ):
        return []
    inner = tree.subtree(verb)
    begins, ends = page.sentence_edges(verb)
    left = list(range(begins, inner[0]))
    right = list(range(inner[-1] + 1, ends + 1))
    parts = [part for part in (left, right) if page.has_finite_verb(part)]
    spans = [page.span_of(part[0], part[-1]) for part in parts]
    return [span for span in spans if span is not None]


def island(page: Page, verb: int, source: Source) -> list[Span]:
    """What ", officials said" at the end or in the middle of a sentence speaks of: the sentence without it."""
    tree = page.tree
    if tree.kid(verb, "dobj", "dative") is not None and not _tells_somebody(page, verb):
        return []
    begins, ends = page.sentence_edges(verb)
    tokens = page.tree.tokens_in(source.span)
    first, last = min(verb, tokens[0]), max(verb, tokens[-1])
    first = min([first, *(kid for kid in tree.kids(verb, "aux", "neg", "advmod") if kid >= first - 2)])
    for kid in tree.children[verb]:
        if kid > verb and tree.dep[kid] in _BELONGING and min(tree.subtree(kid)) <= last + 2:
            last = max(last, max(tree.subtree(kid)))
    if first <= begins or tree.words[first - 1] not in (",", "—", "–"):
        return []
    last = min(last, ends)
    behind = last + 1
    closed = behind > ends or tree.words[behind] in (".", ",", ";", "?", "!", "—", "–")
    if not closed:
        return []
    left = list(range(begins, first - 1))
    right: list[int] = []
    if behind < ends and tree.words[behind] in (",", "—", "–"):
        right = list(range(behind + 1, ends + 1))
        if tree.tag[right[0]] == "VBG" or tree.lower[right[0]] in ("who", "which", "and", "but"):
            right = []
    if not page.has_finite_verb(left) and not (right and page.has_finite_verb(right)):
        return []
    spans = [page.span_of(part[0], part[-1]) for part in (left, right) if part]
    return [span for span in spans if span is not None]


def _tells_somebody(page: Page, verb: int) -> bool:
    """Whether the verb's object is who is told: "..., officials told reporters"."""
    tree = page.tree
    cue = page.verb_cue(verb)
    whom = tree.kid(verb, "dobj", "dative")
    return cue is not None and "person" in cue.frames and whom is not None and tree.pos[whom] != "NUM"
