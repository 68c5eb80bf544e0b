"""Votes whose verb is left out: "A voted for, B against", "split: she for the change, he against", "Denmark is for".

The parser hangs such a word on the verb of somebody else, or takes the next name for its object. Here the words of the
sentence are read from left to right: a side word without a verb belongs to the names right before it, back to the
words of the other side.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stanceline.discourse.stances.lexicon import words
from stanceline.reading.parse import Tree

_CLOSERS = frozenset({",", ".", ";", ":", "!", "?", ")", "–", "—"})
_JOINING = frozenset({",", "and", "but", "while", "whereas", "with", ";", "–", "—", "plus"})
_ADVERBS = frozenset({"largely", "mostly", "firmly", "solidly", "mainly", "strongly", "also", "both", "all", "dead"})
_LONGEST = 30
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_INSIDE = frozenset({"NOUN", "PROPN", "NUM", "PRON", "DET", "ADJ", "PART", "ADP", "CCONJ", "PUNCT", "ADV", "X"})
_FAVOR = frozenset({"favor", "favour"})
_SIDES = {"for": 2, "against": -2, "opposed": -2, "yes": 2, "no": -2, "aye": 2, "nay": -2}


@dataclass(frozen=True, slots=True)
class Gap:
    """A side word without a verb of its own: its value (2, -2), its clause and the tokens of those whose side it is."""

    value: int
    clause: int
    holders: tuple[int, ...]


def gap_at(tree: Tree, token: int) -> Gap | None:
    """The gap whose side word is `token`, with those who stand right before it; None for any other word."""
    value = _side(tree, token)
    if value is None or not _is_bare(tree, token):
        return None
    first = _start(tree, token)
    if first is None:
        holders = _stands(tree, token)
        return Gap(value, tree.head[token], holders) if holders else None
    names = tuple(_names(tree, first, _left(tree, token)))
    return Gap(value, token, names) if names else None


def is_gapped(tree: Tree, token: int) -> bool:
    """Whether a bare "against" or "for" belongs to names right before it, not to the verb that it hangs on."""
    return _side(tree, token) is not None and _is_bare(tree, token) and _start(tree, token) is not None


def _side(tree: Tree, token: int) -> int | None:
    """What a side word says: 2, -2; None for any other word."""
    word = tree.lower[token]
    if word in _FAVOR:
        return 2 if token and tree.lower[token - 1] == "in" else None
    return _SIDES.get(word)


def _left(tree: Tree, token: int) -> int:
    """The first token of the side word with its adverbs: "largely in favor"."""
    first = token - 1 if tree.lower[token] in _FAVOR else token
    while first and tree.lower[first - 1] in _ADVERBS:
        first -= 1
    return first


def _is_bare(tree: Tree, token: int) -> bool:
    """Whether nothing hangs on a side word: a stop, a joining word or the end of the sentence follows."""
    after = token + 1
    if after >= len(tree) or tree.sentence[after] != tree.sentence[token]:
        return True
    return tree.words[after] in _CLOSERS or tree.lower[after] in ("and", "but", "while")


def _start(tree: Tree, token: int) -> int | None:
    """Where the names before a side word begin, behind the words of the other side; None where a verb stands there."""
    row = tree.sentence_tokens(token)
    last = _left(tree, token)
    for place in range(last - 1, max(row[0], last - _LONGEST) - 1, -1):
        end = _end_of_side(tree, place, last)
        if end is not None:
            return _behind_joining(tree, end, last)
        if tree.pos[place] not in _INSIDE or tree.words[place] in ("(", '"', "“", "”"):
            return None
    return None


def _end_of_side(tree: Tree, place: int, last: int) -> int | None:
    """Behind which token the words of an earlier side end ("for | ,", "for the plan | ,"); None for no such words."""
    if _side(tree, place) is None or not _has_verb_before(tree, place):
        return None
    end = place + 1
    while end < last and tree.lower[end] not in _JOINING:
        end += 1
    return end if end < last else None


def _has_verb_before(tree: Tree, place: int) -> bool:
    """Whether the earlier side is told by a verb of standing or voting, or is a gap itself."""
    head = tree.head[place]
    row = tree.sentence_tokens(place)
    near = range(max(row[0], _left(tree, place) - 2), place)
    return any(tree.lemma[t] in words("standing") or tree.lemma[t] in words("voting") for t in (head, *near))


def _behind_joining(tree: Tree, first: int, last: int) -> int | None:
    while first < last and tree.lower[first] in _JOINING:
        first += 1
    return first if first < last else None


def _names(tree: Tree, first: int, end: int) -> Iterator[int]:
    """The heads of the items between commas and "and" in the tokens `[first, end)`."""
    item: list[int] = []
    for place in range(first, end + 1):
        if place < end and tree.lower[place] not in _JOINING:
            item.append(place)
            continue
        head = _head(tree, item)
        if head is not None:
            yield head
        item = []


def _head(tree: Tree, item: list[int]) -> int | None:
    """The head of one item: its last noun before any preposition."""
    found = None
    for place in item:
        if tree.pos[place] == "ADP" and found is not None:
            break
        if tree.pos[place] in _NOUNS:
            found = place
    return found


def _stands(tree: Tree, token: int) -> tuple[int, ...]:
    """The subject of "Denmark is for, Poland against", where the parser takes Poland for what Denmark is for."""
    if tree.kid(token, "pobj") is None or tree.lower[token] not in ("for", "against"):
        return ()
    verb = tree.head[token]
    if tree.lemma[verb] not in words("standing") | words("voting") or verb > token:
        return ()
    return tuple(t for kid in tree.kids(verb, "nsubj") for t in _with_items(tree, kid))


def _with_items(tree: Tree, token: int) -> list[int]:
    return [token, *(t for kid in tree.kids(token, "conj") for t in _with_items(tree, kid))]
