"""Roll calls and lists of votes: "Ayes: Brandt, Kowal. Nays: Fenner.", "Brandt aye, Fenner nay".

They tell who voted how on a motion, so what an aye means hangs on the motion: an aye to a resolution that opposes a
plan is against the plan, and a vote to postpone, table or amend tells nothing of it.
"""

from dataclasses import dataclass

from stanceline.discourse.stances.lexicon import words
from stanceline.reading.parse import Tree

_LONGEST_LIST, _LOOK_BACK, _CLAUSE = 60, 400, 45
_PLAIN = frozenset({"for", "against", "opposed"})
_PUT = frozenset({"motion", "resolution", "amendment", "move"})
_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "VERB", "X"})
_STOPS = frozenset({".", ";", "(", "!", "?"})


@dataclass(frozen=True, slots=True)
class Called:
    """Who is called with one answer: its value (2, -2, 0) for the plan, the tokens of the names, the motion's noun."""

    value: int
    holders: tuple[int, ...]
    motion: int | None


def is_call(tree: Tree, token: int) -> bool:
    """Whether `token` is the label of a list of votes ("Ayes:") or one answer of a roll call ("Brandt aye")."""
    return _is_label(tree, token) or _is_answer(tree, token)


def called_at(tree: Tree, token: int) -> Called | None:
    """Who votes how at `token`; None where nobody is called, or the vote tells nothing of a plan."""
    if _is_label(tree, token):
        holders = _listed(tree, token + 2)
    elif _is_answer(tree, token):
        holders = (token - 1,)
    else:
        return None
    motion, sign = motion_before(tree, token)
    if not holders or sign == 0:
        return None
    return Called(sign * _vote(tree, token), holders, motion)


def _vote(tree: Tree, token: int) -> int:
    word = tree.lower[token]
    return 2 if word in words("vote yes") or word == "for" else -2


def _is_label(tree: Tree, token: int) -> bool:
    """ "Ayes:" at the start of a sentence; other words than those of roll calls are labels of any list."""
    voted = tree.lower[token] in words("vote yes") | words("vote no")
    colon = token + 1 < len(tree) and tree.words[token + 1] == ":"
    if not colon or not tree.words[token][0].isupper():
        return False
    if voted and tree.lower[token].endswith("s"):
        return True
    near = range(max(0, token - _CLAUSE), token)
    return tree.lower[token] in _PLAIN and any(tree.lemma[t].lower() in _PUT for t in near)


def _is_answer(tree: Tree, token: int) -> bool:
    """ "Brandt aye, Fenner nay": at least two capitalized names with their answers in one sentence."""
    if token == 0 or tree.lower[token] not in words("vote yes") | words("vote no"):
        return False
    if tree.words[token][0].isupper() or not _is_name(tree, token - 1):
        return False
    row = tree.sentence_tokens(token)
    voted = words("vote yes") | words("vote no")
    return sum(tree.lower[t] in voted and _is_name(tree, t - 1) for t in row[1:]) > 1


def _is_name(tree: Tree, token: int) -> bool:
    return tree.words[token][0].isupper() and tree.pos[token] in _NAMES


def _listed(tree: Tree, first: int) -> tuple[int, ...]:
    """The last tokens of the items between commas up to the full stop, in one paragraph."""
    block = tree.parse.block
    found: list[int] = []
    last: int | None = None
    for place in range(first, min(len(tree), first + _LONGEST_LIST)):
        ended = block[place] != block[first] or tree.words[place] in _STOPS
        if ended or tree.words[place] == "," or tree.lower[place] == "and":
            found += [] if last is None else [last]
            last = None
        elif tree.words[place][0].isupper():
            last = place
        if ended:
            break
    else:
        found += [] if last is None else [last]
    return tuple(found)


def motion_before(tree: Tree, token: int) -> tuple[int | None, int]:
    """The nearest noun or verb of a motion before a vote, and what a vote for it means: 1 for the plan, -1 against, 0
    nothing.

    A text without any motion votes on the plan itself.
    """
    fallen = False
    for place in range(token - 1, max(-1, token - _LOOK_BACK), -1):
        lemma = tree.lemma[place].lower()
        fallen = fallen or lemma in words("falling")
        if lemma in words("motion aside"):
            if fallen:
                continue
            return place, 0
        if lemma in words("motion"):
            sign = _direction(tree, place)
            if sign is not None and not (sign == 0 and fallen):
                return place, sign
    return None, 1


def _direction(tree: Tree, place: int) -> int | None:
    """What the words behind a motion's noun or verb want; None where they tell nothing of what it wants."""
    row = [t for t in range(place, min(len(tree), place + _CLAUSE)) if tree.sentence[t] == tree.sentence[place]]
    behind = [tree.lemma[t].lower() for t in row[1:]]
    if any(lemma in words("motion aside") for lemma in behind):
        return 0
    if any(lemma in words("motion against") for lemma in behind) or ("support" in behind and "not" in behind):
        return -1
    if any(lemma in words("motion undoing") for lemma in behind):
        return 0
    tells = any(tree.lower[t] in ("that", "to", "for", "on", ",", ":") for t in row[1:3])
    return 1 if tells else None


def motion_meant(tree: Tree, cue: int, objects: tuple[int, ...]) -> int:
    """What a side on "the motion", or in a vote on it, means for the plan: 1, -1 or 0 as in `motion_before`."""
    lemmas = [tree.lemma[t].lower() for t in objects]
    motions = bool(lemmas) and all(lemma in ("motion", "resolution") for lemma in lemmas)
    if motions and any(_tells_more(tree, t) for t in objects):
        return -1 if _direction(tree, objects[0]) == -1 and _wants_in_clause(tree, objects[0]) else 1
    voted = tree.lemma[cue] == "vote" or tree.lower[cue] in _PLAIN
    if not motions and not (voted and set(lemmas) <= {"it"}):
        return 1
    place, sign = motion_before(tree, min((cue, *objects)))
    return sign if place is not None and tree.parse.block[place] == tree.parse.block[cue] else 1


def _wants_in_clause(tree: Tree, token: int) -> bool:
    """Whether a clause tells what a motion wants ("a resolution that opposes it"), which no other rule reads."""
    return any(tree.dep[kid] == "relcl" for kid in tree.children[token])


def _tells_more(tree: Tree, token: int) -> bool:
    return any(tree.dep[kid] not in ("det", "poss", "amod", "compound") for kid in tree.children[token])
