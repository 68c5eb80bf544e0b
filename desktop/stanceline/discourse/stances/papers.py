"""Papers that ask for a plan's end: who signs a petition against a dam, or tables a motion to scrap it, is against it.

In American assemblies to table a plan is to lay it aside, in others to bring it in: what stands around tells which.
"""

from stanceline.discourse.stances.lexicon import words
from stanceline.discourse.stances.nouns import Nouns
from stanceline.reading.parse import Parse
from stanceline.records import Predication

_REACH = 22
_UNTIL = frozenset({"until", "till", "indefinitely", "pending"})
_MOVING = frozenset({"move", "vote", "motion", "urge", "ask"})
_TABLE = "stance.verb.table"


def ends_it(parse: Parse, nouns: Nouns, token: int) -> int | None:
    """The word by which a paper asks for an end ("against", "to stop"); None where the noun is none or asks for none.

    The first such word decides; one that says "not" to it is not looked for.
    """
    if parse.pos[token] != "NOUN" or parse.lemma[token].lower() not in words("paper"):
        return None
    for place in range(token + 1, min(len(parse), token + _REACH)):
        if parse.sentence[place] != parse.sentence[token]:
            break
        word = parse.lemma[place].lower()
        if word == "against" and parse.head[place] == token:
            return place
        if word in words("undoing") and parse.pos[place] == "VERB" and nouns.reaches(place, token):
            return place
    return None


def lays_aside(parse: Parse, predication: Predication) -> bool:
    """Whether a plan is tabled the American way: moved to table it, table it until May."""
    if predication.rule != _TABLE:
        return False
    start = predication.path[0].start
    token = next((t for t in range(len(parse)) if parse.start[t] <= start < parse.end[t]), None)
    if token is None or parse.pos[token] != "VERB":
        return False
    above = parse.head[token]
    asked = parse.tag[token] == "VB" and parse.lemma[above].lower() in _MOVING and above != token
    row = range(token + 1, min(len(parse), token + _REACH))
    return asked or any(parse.lemma[p].lower() in _UNTIL and parse.sentence[p] == parse.sentence[token] for p in row)
