"""Finds what somebody means by a few letters: "ztf" or "fit sel" for "Zoom to fit", "Fit selection"."""

from __future__ import annotations

from dataclasses import dataclass

_PREFIX, _WORD, _INSIDE, _LETTERS = 100.0, 80.0, 55.0, 20.0


@dataclass(frozen=True)
class Match:
    """How well a text suits (higher is better), and which of its characters were meant."""

    score: float
    places: tuple[int, ...]


def match(query: str, text: str) -> Match | None:
    """Each word of the query has to occur in the text: as it is, or letter by letter in order; None otherwise."""
    folded = text.casefold()
    if len(folded) != len(text):
        # A letter that folds into two (ß) would shift all places after it.
        folded = text.lower() if len(text.lower()) == len(text) else text
    score, places = 0.0, set[int]()
    terms = query.casefold().split()
    for term in terms:
        found = _place(term, folded)
        if found is None:
            return None
        score += found.score
        places.update(found.places)
    # Of two texts that suit alike the shorter one is meant.
    return Match(score / max(len(terms), 1) - len(text) * 0.05, tuple(sorted(places)))


def _place(term: str, text: str) -> Match | None:
    at = text.find(term)
    best = at
    while at > 0 and not _starts_word(text, at):
        at = text.find(term, at + 1)
    if at >= 0:
        return Match(_PREFIX if at == 0 else _WORD, tuple(range(at, at + len(term))))
    if best >= 0:
        return Match(_INSIDE, tuple(range(best, best + len(term))))
    return _letters(term, text)


def _letters(term: str, text: str) -> Match | None:
    """The letters in order, each at the beginning of a word where there is one."""
    places: list[int] = []
    begin, starts = 0, 0
    for letter in term:
        at = text.find(letter, begin)
        if at < 0:
            return None
        first = at
        while at >= 0 and not _starts_word(text, at) and (not places or at != places[-1] + 1):
            at = text.find(letter, at + 1)
        at = first if at < 0 else at
        starts += _starts_word(text, at)
        places.append(at)
        begin = at + 1
    if starts * 2 <= len(term):
        # Letters strewn over a text are no sign that it is meant.
        return None
    return Match(_LETTERS + 20.0 * starts / len(term) - (places[-1] - places[0]) * 0.2, tuple(places))


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
