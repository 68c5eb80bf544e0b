"""What looks like a weekday, a feast or a year and is a person's name, a band, a code or a count.

"Monday Okoro", "Sergeant Joe Friday", "The 1975 played", "plate AB 2019", "48 silos and 2024 launch tubes". Used by
the guards; every test looks at a handful of tokens around an expression.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stanceline import paths
from stanceline.temporal.finding.rules import Tokens
from stanceline.temporal.vocabulary import listed, word_set

GIVEN_NAMES: Final = "actors/given_names.tsv"
COUNTRIES: Final = "actors/countries.tsv"
_SHORT_TITLES: Final = word_set("mr mrs ms miss dr sgt capt col gen maj lt rev prof")
_RANKS: Final = word_set(
    "judge justice sergeant captain colonel general major coach inspector detective officer corporal lieutenant "
    "reverend sir dame senator professor doctor minister councilor councillor"
)
_SENTENCE_ENDS: Final = frozenset(["", ".", "!", "?", "”", "“", '"', ":"])
_NO_VERBS: Final = word_set(
    "a an the and or but nor in on at to of by for with from after before during until since that which who as when "
    "while over about into through morning afternoon evening night"
)
NO_PLURALS: Final = word_set("is was has its this as us does yes thus his always perhaps")
_NO_CODES: Final = word_set("us uk eu un ad ce bc bce i a")
_VERBS: Final = word_set("were was had have are is will would went cost came fell rose grew became began could saw")
_LONGEST_CODE: Final = 2


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(name for _, names in _rows(GIVEN_NAMES) for name in names.split("|"))


@lru_cache(maxsize=1)
def _peoples() -> frozenset[str]:
    """Every word of the names of countries, capitals and their people."""
    return frozenset(word for row in _rows(COUNTRIES) for cell in row for word in cell.replace("|", " ").split())


def _rows(resource: str) -> list[list[str]]:
    lines = paths.resource(resource).read_text(encoding="utf-8").lower().split("\n")
    return [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]


def is_persons(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the weekday or feast of tokens `[start, end)` is part of a person's name."""
    if not tokens.is_capital(start):
        return False
    before, at = _word_before(tokens, start)
    if not before:
        return _is_given(tokens, end)
    if before in _SENTENCE_ENDS:
        return at == start - 1 and _is_given(tokens, end)
    if not tokens.is_capital(at):
        return False
    if _is_title(tokens, before, at):
        return True
    if before not in _given_names():
        return False
    ahead, place = _word_before(tokens, at)
    if ahead and place >= 0 and tokens.is_capital(place) and _is_title(tokens, ahead, place):
        return True
    return ahead in _SENTENCE_ENDS and _is_verb(tokens, end)


def _word_before(tokens: Tokens, place: int) -> tuple[str, int]:
    """The word before a token and its place, over the period of an abbreviation; empty at the start of a paragraph."""
    at = place - 1
    if at >= 1 and tokens.words[at] == "." and tokens.words[at - 1] in _SHORT_TITLES:
        at -= 1
    word = tokens.words[at] if at >= 0 else ""
    return ("", at) if word.isspace() else (word, at)


def _is_title(tokens: Tokens, word: str, at: int) -> bool:
    """A title that a name follows: not the end of a longer one ("the Attorney General Friday")."""
    if word in _SHORT_TITLES:
        return True
    ahead = tokens.words[at - 1] if at else ""
    return word in _RANKS and ahead not in ("the", "a", "an", "by") and not (at and tokens.is_capital(at - 1))


def _is_given(tokens: Tokens, end: int) -> bool:
    """Whether the surname and the verb of a person follow: "Monday Okoro chaired", not "Monday Israel attacked"."""
    if end + 1 >= len(tokens.words) or not tokens.is_capital(end) or tokens.words[end] in _peoples():
        return False
    word = tokens.words[end]
    return word not in listed("after_weekdays") and _is_verb(tokens, end + 1)


def _is_verb(tokens: Tokens, place: int) -> bool:
    if place >= len(tokens.words):
        return False
    word = tokens.words[place]
    return word.isalpha() and not tokens.is_capital(place) and word not in _NO_VERBS


def is_no_year(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the figures of tokens `[start, end)` are a code, a band's name or a count."""
    return _is_code(tokens, start) or _is_band(tokens, start, end) or _is_count(tokens.words, start, end)


def _is_code(tokens: Tokens, start: int) -> bool:
    """ "Plate AB 2019", "the Olympus E 2010": one or two capital letters before the figures."""
    if not start:
        return False
    word = tokens.words[start - 1]
    if len(word) > _LONGEST_CODE or not word.isalpha() or word in _NO_CODES:
        return False
    begin = tokens.starts[start - 1]
    return tokens.text[begin : begin + len(word)].isupper()


def _is_band(tokens: Tokens, start: int, end: int) -> bool:
    """ "The 1975 played in Leeds", "Matchbox 2000 toured Asia": performers that call themselves by a year."""
    if not start or end >= len(tokens.words) or tokens.words[start - 1] in ("in", "since", "by", "of"):
        return False
    return tokens.words[end] in listed("performing") and tokens.is_capital(start - 1)


def _is_count(words: Sequence[str], start: int, end: int) -> bool:
    """ "The 1950 delegates", "48 silos and 2024 launch tubes": a number of persons or things."""
    before = words[start - 1] if start else ""
    follows = list(words[end : end + 2])
    if before == "the" and follows and follows[0] in listed("counted_people"):
        return True
    if before != "and" or len(follows) < 2 or not follows[0].isalpha() or not follows[1].endswith("s"):
        return False
    return any(
        word.isdigit() and words[place + 1].endswith("s")
        for place, word in enumerate(words[max(0, start - 4) : start - 2], max(0, start - 4))
    )


def is_before_plural(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a noun in the plural follows that the figures may count; not behind "the end of 2022"."""
    if end >= len(words) or (end - start > 1 and words[end - 2] == "of"):
        return False
    after = words[end]
    return after.isalpha() and after.endswith("s") and after not in NO_PLURALS and not after.endswith("ss")


def opens_clause(words: Sequence[str], start: int, end: int) -> bool:
    """Whether "In 1984 votes were counted" begins here: a preposition at the head, a noun and its verb behind."""
    if start < 1 or words[start - 1] not in ("in", "by", "during") or end + 1 >= len(words):
        return False
    ahead = words[start - 2] if start > 1 else ""
    if not (ahead in _SENTENCE_ENDS or ahead.isspace()):
        return False
    return words[end].isalpha() and (words[end + 1] in _VERBS or words[end + 1].endswith("ed"))
