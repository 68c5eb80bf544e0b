"""Constructions that tell whether a date lies ahead, read from words alone: what no single verb form says.

"Is leaving on Monday", "closed until Sunday", "if it passes on Thursday", "Wednesday's walkout will shut", and the
headline's "Court to rule Friday". `cues` asks these before it takes the tense of the nearest verb.
"""

from collections.abc import Sequence
from typing import Final

from stanceline.temporal.finding.rules import Tokens
from stanceline.temporal.timex import Direction
from stanceline.temporal.vocabulary import listed, word_set

_IS: Final = word_set("is are")
_WAS: Final = word_set("was were")
_PERFECT: Final = word_set("has have")
_MODALS: Final = word_set("will would could may might must should")
_AWAITED: Final = _MODALS | word_set("is are takes promises")
"""What an event's name is followed by where the event is still to come: "Monday's walkout could close 200 schools"."""
_LIMITS: Final = word_set("until till")
_TELLING: Final = word_set("said says told announced confirmed added wrote reported")
_WHILE: Final = word_set("when as while before")
_BARE_SUBJECTS: Final = word_set("they we you voters people members talks")
_NO_PLURALS: Final = word_set("is was has its his this as us does thus always perhaps s")
_CONDITIONS: Final = word_set("if unless")
_NO_CONDITIONS: Final = word_set("asked ask as even wonder wondered know knew see")
_ANNOUNCED: Final = word_set("announced announce announces called call calls planned planning declared promised")
_URGED: Final = word_set("urged told ordered advised instructed")
_SCRAPPED: Final = word_set("canceled cancelled scrapped grounded banned")
_LASTING: Final = word_set("remain remains stay stays keep keeps continues lasts runs applies has have")
_LINKING: Final = word_set("remain remains stay stays keep keeps remained stayed kept")
_WANTS: Final = word_set("want wants")
_AWAITING: Final = word_set("await awaits awaiting waiting wait waits bracing preparing prepares prepare prepared")
_DEMANDS: Final = word_set("demand demands demanded demanding insist insists recommends recommended proposed proposes")
_NEAR: Final = 5
_REACH: Final = 9
_HEADLINE: Final = 16
_ENDS: Final = frozenset([".", ";", "!", "?", ":", "”", '"', "—"])


def read_outlook(tokens: Tokens, at: int, behind: int) -> Direction:
    """What the words on both sides of tokens `[at, behind)` say together; "unknown" where nothing special.

    `at` is above zero. What is scheduled is told in the present: Quirk et al., A Comprehensive Grammar of the
    English Language, 4.45; the other constructions were gathered from invented sentences.
    """
    words = tokens.words
    last, before = words[at - 1], words[at - 2] if at > 1 else ""
    after = words[behind] if behind < len(words) else ""
    # "The deadline is Wednesday", "the hearing is on Monday".
    if last in _IS or (last == "on" and before in _IS):
        return "future"
    is_event = before in listed("gatherings") and last in ("on", "in", "for")
    # "The meeting on Saturday is open to the public", "announced a rally on Saturday".
    if is_event and (after in _AWAITED or not _ANNOUNCED.isdisjoint(words[max(0, at - 7) : at - 2])):
        return "future"
    if (last in ("until", "from") and _is_ordered(words, at)) or (last == "on" and _is_urged(words, at)):
        return "future"
    return "future" if _is_headline_plan(tokens, at, behind) else "unknown"


def read_possessive(words: Sequence[str], at: int, behind: int, nearest: Direction) -> Direction:
    """The direction of "Wednesday's" in "Wednesday's walkout": the event's, not the clause's.

    `nearest` is what the verb before says. An unforeseen event ("Tuesday's blast will be costly") is past whatever
    is told of it; one that was called lies ahead where its clause looks ahead.
    """
    last = words[at - 1] if at else ""
    if last == "of" and at > 1 and words[at - 2] in ("ahead", "advance"):
        return "future"
    if last in _AWAITING or (last == "for" and at > 1 and words[at - 2] in _AWAITING):
        return "future"
    for place in range(behind + 2, min(len(words), behind + 2 + _NEAR)):
        word = words[place]
        if word in listed("gatherings"):
            follows = words[place + 1] if place + 1 < len(words) else ""
            if follows in _AWAITED - _IS or (last in ("before", "for") and nearest != "past"):
                return "future"
            return "future" if nearest == "future" else "unknown"
        if word in _ENDS or word == ",":
            break
    return "unknown"


def is_ahead_by_verb(words: Sequence[str], place: int, at: int, behind: int) -> bool:
    """Whether the verb group at `place` tells a plan for the expression at `[at, behind)`."""
    word = words[place]
    before = words[place - 1] if place else ""
    follows = words[place + 1]
    if word in _LASTING:
        return words[at - 1] in _LIMITS and follows not in listed("going")
    if word in _IS or word in _WAS:
        if follows not in listed("going"):
            return word in _IS and words[at - 1] in _LIMITS
        return word in _IS or _is_told_plan(words, place, behind)
    if word in listed("timetable"):
        is_plural = before.endswith("s") and before not in _NO_PLURALS
        return before in _BARE_SUBJECTS or is_plural
    if word in _CONDITIONS:
        return before not in _NO_CONDITIONS
    if word == "that":
        return before in _DEMANDS
    if word in _SCRAPPED:
        return before in _PERFECT and words[at - 1] == "on"
    return word in ("us", "'s") and before == "let"


def _is_told_plan(words: Sequence[str], place: int, behind: int) -> bool:
    """ "Said he was leaving on Monday" tells a plan, unless something else happened meanwhile."""
    is_told = not _TELLING.isdisjoint(words[max(0, place - _NEAR) : place])
    return is_told and _WHILE.isdisjoint(words[behind : behind + 2])


def is_state(words: Sequence[str], place: int) -> bool:
    """Whether the participle at `place` tells a state that lasts: "is closed", "stays shut", "remains suspended"."""
    before = words[place - 1] if place else ""
    if before in ("not", "still", "now", "also") and place > 1:
        before = words[place - 2]
    return before in _IS or before in _LINKING


def is_foreseen(words: Sequence[str], place: int) -> bool:
    """Whether the participle at `place` tells what is wanted or will be over: "want it held", "will have moved"."""
    if place > 1 and words[place - 1] == "have":
        return words[place - 2] == "will"
    return not _WANTS.isdisjoint(words[max(0, place - _NEAR) : place])


def _is_ordered(words: Sequence[str], at: int) -> bool:
    """ "Voted to strike from Monday", "were urged to boil water until Sunday"."""
    near = words[max(0, at - _REACH) : at]
    return "to" in near and not listed("ordering").isdisjoint(near)


def _is_urged(words: Sequence[str], at: int) -> bool:
    """ "Urged residents to stay home on Friday", with the infinitive close by and no clause between."""
    near = list(words[max(0, at - 7) : at])
    if "to" not in near:
        return False
    to = near.index("to")
    return (
        "," not in near
        and not _URGED.isdisjoint(near[max(0, to - 3) : to])
        and not any(word.endswith("ed") for word in near[to:])
    )


def _is_headline_plan(tokens: Tokens, at: int, behind: int) -> bool:
    """ "Court to rule Friday on port strike": an infinitive in a line without a full stop or another verb."""
    words = tokens.words
    start = at
    while start and not words[start - 1].isspace():
        start -= 1
        if at - start > _HEADLINE:
            return False
    if "to" not in words[start + 1 : at]:
        return False
    place = behind
    while place < len(words) and not words[place].isspace():
        if words[place] in _ENDS or place - start > _HEADLINE:
            return False
        place += 1
    to = words.index("to", start + 1, at)
    is_noun_before = words[to - 1] not in ("from", "up", "due", "back", "way") and to + 1 < at
    return is_noun_before and not any(word.endswith("ed") or word in _WAS for word in words[start:to])
