"""Names of bodies that hold a comma, an "and" or an apostrophe: "Rail, Tram and Bus Workers Union", "Law and Order".

The language model takes them apart, and a reader of its pieces would see several holders where there is one.
"""

from typing import TYPE_CHECKING

from stanceline.discourse.actors.chunks import entity_type, is_capital
from stanceline.discourse.actors.words import word_list

if TYPE_CHECKING:
    from stanceline.discourse.actors.names import NameFinder

_LONGEST = 10
_APOSTROPHES = ("'", "’", "'s", "’s")


def series_end(finder: "NameFinder", token: int, sentence: range) -> int | None:
    """The end of a name in which a comma or "and" stands between words of what the body is for.

    Two readings are told apart by the last word: a body ("... Council"), or a pair of bare words that the text treats
    as one ("Law and Order backs it"). Between commas behind a noun for it, `called_back` reads such a pair.
    """
    pieces = _pieces(finder, token, sentence)
    if len(pieces) < 2 or any(_is_somebody(finder, first, end, sentence) for first, end in pieces):
        return None
    end = pieces[-1][1]
    inner = [finder.sort_of(t) for first, stop in pieces[:-1] for t in range(first, stop) if stop - first > 1]
    if "body" in inner or "suffix" in inner or any(finder.sort_of(first) == "body" for first, _ in pieces[:-1]):
        return None  # "the Senate and the House", "Trade Union and Farmers' League" are two
    last = finder.sort_of(end - 1)
    if last in ("body", "suffix") and pieces[-1][1] - pieces[-1][0] > 1:
        return end if _is_listed_work(finder, pieces) else None
    return end if len(pieces) == 2 and _is_one(finder, token, end, sentence) else None


def _pieces(finder: "NameFinder", token: int, sentence: range) -> list[tuple[int, int]]:
    """The runs of capitals from `token` on that commas and one last "and" join."""
    words, lower = finder.tree.words, finder.lower
    found: list[tuple[int, int]] = []
    first = place = token
    joined = False
    while place < min(sentence.stop, token + _LONGEST):
        if is_capital(words[place]) and lower[place] not in word_list("weekday") and lower[place] not in ("i",):
            place += 1
        elif place == first or place + 1 >= sentence.stop or not is_capital(words[place + 1]):
            break
        elif words[place] in _APOSTROPHES:
            place += 1
        elif words[place] in (",", "&", "and") and not joined:
            found.append((first, place))
            joined = words[place] in ("and", "&")
            first = place = place + 1
        else:
            break
    if joined and place > first:
        found.append((first, place))
        return found
    return []


def _is_somebody(finder: "NameFinder", first: int, end: int, sentence: range) -> bool:
    """Whether a piece names somebody by itself: a state, a person, a title."""
    words = finder.tree.words
    if words[first] in finder.roles.given_names or finder.title_at(first, sentence) is not None:
        return True
    if finder.is_honorific(first, sentence):
        return True
    known = finder.known_at(first, sentence)
    return known is not None and known.end >= end


def _is_listed_work(finder: "NameFinder", pieces: list[tuple[int, int]]) -> bool:
    """Whether all pieces before the last are words for what people do or deal with, in the plural or bare."""
    short = all(end - first <= 2 for first, end in pieces[:-1])
    token = pieces[0][0]
    definite = token > 0 and finder.lower[token - 1] == "the"
    people = any(finder.lower[end - 1].endswith("s") for _, end in pieces[:-1])
    named = any(entity_type(finder.tree, end - 1) in ("PERSON", "GPE", "NORP", "LOC") for _, end in pieces[:-1])
    return short and (people or len(pieces) > 2 or (definite and not named))


def _is_one(finder: "NameFinder", token: int, end: int, sentence: range) -> bool:
    """Whether "Law and Order" is treated as one: it stands before a verb in the singular."""
    tree, lower = finder.tree, finder.lower
    if end - token != 3 or any(finder.sort_of(t) in ("person", "people") for t in (token, end - 1)):
        return False
    if token > sentence.start and lower[token - 1] == "the":
        return False
    return end < sentence.stop and tree.tag[end] == "VBZ" and tree.pos[end] in ("VERB", "AUX")
