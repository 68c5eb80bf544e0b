"""What the words before a date expression say about past or future, for texts that no parser has read."""

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
_STOPS: Final = frozenset([".", ";", "!", "?", ":", "”", '"', "—"])


def read_cue(tokens: Tokens, at: int) -> Direction:
    """The direction that the words before token `at` give, within its clause; "unknown" where none does.

    The nearest cue wins, so that in "will meet leaders who arrived on Friday" the past one does.
    """
    words = tokens.words
    if at and words[at - 1] == "since":
        return "past"
    if at > 2 and words[at - 1] == "as" and words[at - 2] in ("early", "soon") and words[at - 3] == "as":
        return "future"
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = words[place]
        if word in _STOPS or word.isspace():
            break
        if word in _FUTURE or (
            word == "to" and place and words[place - 1] in ("is", "are", "plans", "plan", "hopes", "due")
        ):
            return "future"
        if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _FUTURE):
            return "past"
    return "future" if at and words[at - 1] in _FUTURE_PREPOSITIONS else "unknown"
