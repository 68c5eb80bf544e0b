"""What the words before a date expression say about past or future, for texts that no parser has read."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stanceline.temporal.rules import Tokens
from stanceline.temporal.timex import Direction
from stanceline.temporal.vocabulary import word_set

_REACH: Final = 14
"""Tokens that are looked at before an expression."""

_FUTURE: Final = word_set(
    "will shall would due scheduled expected slated set upcoming going planned intend intends supposed effective "
    # Timetables are told in the present.
    "begins starts opens convenes resumes resume meets arrives votes sits ends expires takes"
)
_PAST: Final = word_set(
    "said was were had did has have been told came went took made met began rose fell held won lost left gave got "
    "became ended saw sent spoke wrote voted"
)
_FUTURE_PREPOSITIONS: Final = word_set("until till by")
_BEFORE_TO: Final = word_set("is are plans plan hopes due expects wants")
_MOVED: Final = word_set(
    "postponed delayed deferred adjourned rescheduled shelved suspended extended off back remanded"
)
_MOVED_REACH: Final = 6
_NO_VERBS: Final = word_set("united allied hundred indeed exceed proceed")
_SENTENCE_HEAD: Final = 2
"""Tokens (a preposition, a quotation mark) that may stand before an expression that opens its sentence."""
_STOPS: Final = frozenset([".", ";", "!", "?", ":", "”", '"', "—"])


def read_cue(tokens: Tokens, at: int, behind: int) -> Direction:
    """The direction that the words around tokens `[at, behind)` give, within their sentence; "unknown" where none does.

    The nearest cue before wins, so that in "will meet leaders who arrived on Friday" the past one does. At the
    head of a sentence ("In March, ...") the first cue behind does.
    """
    words = tokens.words
    if at and words[at - 1] == "since":
        return "past"
    if at > 2 and words[at - 1] == "as" and words[at - 2] in ("early", "soon") and words[at - 3] == "as":
        return "future"
    # "Put off until January" looks ahead, whatever its tense.
    if at and words[at - 1] in ("until", "till", "to") and not _MOVED.isdisjoint(words[max(0, at - _MOVED_REACH) : at]):
        return "future"
    place = at - 1
    while place >= max(0, at - _REACH) and not (words[place] in _STOPS or words[place].isspace()):
        cue = _cue(words, place)
        if cue != "unknown":
            return cue
        place -= 1
    if at and words[at - 1] in _FUTURE_PREPOSITIONS:
        return "future"
    if at - 1 - place <= _SENTENCE_HEAD:
        return _cue_behind(words, behind)
    return "unknown"


def _cue(words: Sequence[str], place: int) -> Direction:
    word = words[place]
    if word == "to":
        return "future" if place and words[place - 1] in _BEFORE_TO else "unknown"
    return _word_cue(word)


@lru_cache(maxsize=8192)
def _word_cue(word: str) -> Direction:
    if word in _FUTURE:
        return "future"
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS):
        return "past"
    return "unknown"


def _cue_behind(words: Sequence[str], behind: int) -> Direction:
    for place in range(behind, min(len(words), behind + _REACH)):
        if words[place] in _STOPS or words[place].isspace():
            break
        cue = _cue(words, place)
        if cue != "unknown":
            return cue
    return "unknown"
