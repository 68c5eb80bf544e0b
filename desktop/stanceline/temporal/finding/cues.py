"""What the words before a date expression say about past or future, for texts that no parser has read."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stanceline.temporal.finding.outlook import (
    is_ahead_by_verb,
    is_foreseen,
    is_state,
    read_outlook,
    read_possessive,
)
from stanceline.temporal.finding.rules import Tokens
from stanceline.temporal.timex import Direction
from stanceline.temporal.vocabulary import word_set

_REACH: Final = 14
"""Tokens that are looked at before an expression."""

_FUTURE: Final = word_set(
    "will shall would may must likely due scheduled expected slated set upcoming going planned intend intends supposed "
    # Timetables are told in the present.
    "begins starts opens convenes resumes resume meets arrives votes sits ends expires takes plays leaves "
    "returns hosts goes comes effective could should happens expects signs releases reopens reconvenes doubles hears "
    "decides debuts retires departs faces"
)
_PAST: Final = word_set(
    # What was told: "according to a statement on Friday".
    "according "
    "said was were had did has have been told came went took made met began rose fell held won lost left gave got "
    "became ended saw sent spoke wrote voted brought bought built caught drew drove felt fled found fought grew heard "
    "kept knew laid led lent paid ran sold sat shot shook sank stood stole struck swore taught threw thought withdrew "
    "underwent spent sought broke chose flew hid rode sang sprang tore understood woke wore "
    "arose awoke begun beset chosen clung crept dealt drank driven eaten fallen fed flown forbade forgave forgot "
    "forgotten foresaw froze frozen given gone grown hidden hung known lain lit meant mistook outdid overcame overran "
    "overtook overthrew proven rang rebuilt repaid rewrote ridden risen sank shaken shown shrank shrunk slept slid "
    "slung spun stolen stuck stung stricken strove swam swept sworn swung taken thrown torn undertook upheld undid "
    "withdrawn withheld withstood worn wove wrung"
)
_FUTURE_PREPOSITIONS: Final = word_set("until till by")
_LIMITS: Final = word_set("until till")
_PERFECT: Final = word_set("has have")
_BEFORE_TO: Final = word_set(
    "is are plans plan hopes due expects wants agreed agrees agree decided decides vowed pledged promised threatened "
    "intends aims hoping planning wanting preparing prepared ready likely plan plans deal call calls "
    "hope expect intend aim want seek seeks need needs"
)
_MOVED: Final = word_set(
    "postponed delayed deferred adjourned rescheduled shelved suspended extended off back remanded given moved pushed"
)
_MOVED_REACH: Final = 12
_MOVED_TO: Final = frozenset({"until", "till", "to", "through"})
_TIMETABLED: Final = word_set("open close begin start resume expire reopen")
_NO_PLURALS: Final = word_set("is was has its his this as us does thus always perhaps s")
ORIGINALLY: Final = word_set("originally initially previously first once earlier")
"""Words before "planned" and "scheduled" that tell of a plan that may not have held."""
_ORDERED: Final = word_set("ordered urged told asked advised instructed required")
_CALLED: Final = word_set("call called calling forecast convened announced arranged booked")
_CALLED_REACH: Final = 7
_PAIRS: Final = frozenset(
    {("of", "ahead"), ("of", "advance"), ("for", "is"), ("for", "are")}
    # "The congress is in nine weeks", "back in two days".
    | {("in", word) for word in ("is", "are", "back", "again")}
)
"""The last word before an expression, and the one before it, that together look ahead."""
_BEFORE_BE: Final = word_set("to must will should shall may might")
_NEGATIONS: Final = word_set("neither nor no none nobody")
_NO_VERBS: Final = word_set("united allied hundred indeed exceed proceed")
_SENTENCE_HEAD: Final = 4
"""Tokens (a preposition, a short subject) that may stand before an expression that opens its sentence."""
_STOPS: Final = frozenset([".", ";", "!", "?", ":", "”", '"', "—"])


def read_cue(tokens: Tokens, at: int, behind: int) -> Direction:
    """The direction that the words around tokens `[at, behind)` give, within their sentence; "unknown" where none does.

    The nearest cue before wins, so that in "will meet leaders who arrived on Friday" the past one does. At the
    head of a sentence ("In March, ...") the first cue behind does.
    """
    words = tokens.words
    if tokens.words[behind : behind + 2][-1:] == ["s"]:
        return read_possessive(words, at, behind, _nearest(words, at, behind))
    phrase = _phrase_cue(words, at) if at else "unknown"
    if phrase == "unknown" and at:
        phrase = read_outlook(tokens, at, behind)
    return phrase if phrase != "unknown" else _nearest(words, at, behind)


def _nearest(words: Sequence[str], at: int, behind: int) -> Direction:
    place, farthest = at - 1, max(0, at - _REACH)
    if at > 2 and words[at - 2] in ("and", "but") and words[at - 3] == ",":
        # "They close one reef, and on Saturday they ...": a clause of its own.
        place, farthest = at - 1, at
    while place >= farthest:
        word = words[place]
        if word in _STOPS or word.isspace():
            break
        if word == "after" and words[place + 1].endswith("ing"):
            # "Faces a vote after losing his majority on Sunday".
            return "past"
        if is_ahead_by_verb(words, place, at, behind):
            return "future"
        cue = _cue(words, place) if word == "to" or _word_cue(word) != "unknown" else "unknown"
        if cue == "past" and words[at - 1] in _LIMITS and not _PERFECT.isdisjoint(words[max(0, place - 1) : place + 1]):
            # "The agency has given them until Friday."
            return "future"
        if cue != "unknown":
            return cue
        place -= 1
    behind_cue = _cue_behind(words, behind) if at - 1 - place <= _SENTENCE_HEAD else "unknown"
    if at and words[at - 1] == "from" and behind < len(words) and words[behind] in _PERFECT:
        # "A ban from Saturday has angered them."
        return "future"
    if behind_cue != "past" and at and words[at - 1] in _FUTURE_PREPOSITIONS:
        return "future"
    return behind_cue


def is_told_of(tokens: Tokens, at: int) -> bool:
    """Whether a past verb stands right before the preposition: "opened in June", however long ago June is."""
    return at > 1 and tokens.words[at - 1] in ("in", "on") and _cue(tokens.words, at - 2) == "past"


def _phrase_cue(words: Sequence[str], at: int) -> Direction:
    """What the words right before an expression say together, whatever the verbs around; `at` is above zero."""
    last = words[at - 1]
    if last == "since":
        return "past"
    if at > 1 and (last, words[at - 2]) in _PAIRS:
        return "future"
    if at > 2 and last == "as" and words[at - 2] in ("early", "soon") and words[at - 3] == "as":
        return "future"
    # "Polls close at 8 p.m. on Saturday", "doors open on Tuesday": the bare present of a timetable.
    for place in range(max(1, at - 4), at):
        if words[place] in _TIMETABLED and words[place - 1].endswith("s") and words[place - 1] not in _NO_PLURALS:
            return "future"
    near, far = words[max(0, at - _CALLED_REACH) : at], words[max(0, at - _MOVED_REACH) : at]
    # "Put off until January" looks ahead, "ordered the bank to pay by Monday", "called a walkout for Wednesday".
    is_ordered = last in ("by", "until") and "to" in near and not _ORDERED.isdisjoint(far)
    is_called = last == "for" and not _CALLED.isdisjoint(near)
    is_moved = last in _MOVED_TO and not _MOVED.isdisjoint(far)
    return "future" if is_ordered or is_called or is_moved else "unknown"


def _cue(words: Sequence[str], place: int) -> Direction:
    word = words[place]
    if word == "to":
        is_ahead = place and words[place - 1] in _BEFORE_TO
        if place > 2 and words[place - 2] == "been" and words[place - 3] == "had":
            # "Had been due to expire."
            return "past"
        if words[place - 1] in ("ready", "likely") and words[place - 2] in ("was", "were"):
            is_ahead = False
        return "future" if is_ahead else "unknown"
    cue = _word_cue(word)
    if cue == "unknown" or not place:
        return cue
    before, behind = words[place - 1], words[place + 1] if place + 1 < len(words) else ""
    if cue == "past" and before == "be" and place > 1:
        # "Must be signed", "to be published".
        return "future" if words[place - 2] in _BEFORE_BE else "unknown"
    if word == "set" and behind not in ("to", "for"):
        return "past" if behind == "on" else "unknown"
    if before == "been" and place > 1 and words[place - 2] == "had":
        return "past"
    if cue == "past" and is_foreseen(words, place):
        return "future"
    if cue == "past" and is_state(words, place):
        return "unknown"
    if word == "could" and (behind == "not" or not _NEGATIONS.isdisjoint(words[max(0, place - _REACH) : place])):
        # "Could not be reached on Monday".
        return "past"
    if before in ORIGINALLY:
        return "unknown" if word in ("planned", "scheduled", "due", "expected") else cue
    # What was due may lie on either side.
    is_open = (word in ("due", "scheduled") and before in ("was", "were", "been")) or (
        word in ("expected", "planned") and before == "had"
    )
    return "unknown" if is_open else cue


@lru_cache(maxsize=8192)
def _word_cue(word: str) -> Direction:
    if word in _FUTURE:
        return "future"
    if word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NO_VERBS and word[:2] != "un"):
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
