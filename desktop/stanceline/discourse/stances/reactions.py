"""Positions that lean on what was told before: reactions to a decision, agreement with others, a change of mind.

Who welcomes "the decision" favors a plan that was approved and disfavors one that was rejected. Who agrees,
agrees with the last position told. Who changes position turns away from the one told of him before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from stanceline.discourse.stances.lexicon import load_lexicon, words
from stanceline.reading.parse import Parse
from stanceline.records import LocalActor, Predication, StanceRow

TRUST_HAPPENING, TRUST_ANNOUNCED, TRUST_ECHO = 0.8, 0.6, 0.85
FADED = 0.2
"""What a position still weighs that its holder has given up by the end of the article."""
_ECHO_CHARACTERS, _NAMED_CHARACTERS, _ACT_CHARACTERS, _NEXT_CHARACTERS = 420, 4000, 1500, 300
_OPENING_CHARACTERS = 500
_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "to", "'ll", "'d"})
_ANOTHER = frozenset({"another", "any", "every", "other", "such", "no"})
_LATER = (" then ", " now ", " later ", " today ")


@dataclass(frozen=True, slots=True)
class Act:
    """What was done with a proposal at a place of the text: its sign is 1 for steps toward it, else -1."""

    place: int
    target: int
    sign: int


@cache
def _act_rules() -> frozenset[str]:
    entries = [e for group in load_lexicon().entries.values() for found in group.values() for e in found]
    return frozenset(e.rule for e in entries if e.lemma in words("deciding"))


def is_done(parse: Parse, predication: Predication, holder: LocalActor | None) -> bool:
    """Whether a predication tells of an act that has taken place.

    What one member, a party or an interest group does decides nothing.
    """
    voted = predication.rule.startswith("stance.verb.vote") and predication.rule != "stance.verb.vote-down"
    if holder is not None and voted and holder.kind in ("person", "group"):
        return False
    if holder is not None and holder.kind == "organization" and _takes_part(holder.name):
        return False
    if predication.rule not in _act_rules() or predication.value == 0 or predication.certainty != "certain":
        return False
    token = token_at(parse, predication.path[0].start)
    helpers = {parse.lemma[k].lower() for k in near(parse, token) if parse.head[k] == token and parse.dep[k] == "aux"}
    return parse.tag[token] in ("VBD", "VBN") and not helpers & _MODALS


def _takes_part(name: str) -> bool:
    """Whether an organization only takes part in what others decide: a party, a chamber of commerce, a guild."""
    said = {word.strip(",.'’").lower() for word in name.split()}
    return bool(said & words("party to it")) and not said & words("deciding body")


def token_at(parse: Parse, start: int) -> int:
    """The token that begins at or holds the character `start`."""
    low, high = 0, len(parse)
    while low < high:
        middle = (low + high) // 2
        if parse.start[middle] <= start:
            low = middle + 1
        else:
            high = middle
    return max(0, low - 1)


def near(parse: Parse, token: int) -> range:
    """The tokens around one, far enough for its helpers and determiners."""
    return range(max(0, token - 8), min(len(parse), token + 9))


def is_happening(parse: Parse, predication: Predication) -> bool:
    """Whether the object is a bare "the decision", "Monday's vote", and what is felt about it an attitude."""
    if len(predication.object_tokens) != 1 or predication.value == 0 or predication.rule in _act_rules():
        return False
    if predication.rule.startswith("stance.open."):
        return False
    token = predication.object_tokens[0]
    if parse.pos[token] != "NOUN" or parse.lemma[token].lower() not in words("happening"):
        return False
    kids = [k for k in near(parse, token) if parse.head[k] == token]
    if any(parse.dep[k] in ("compound", "acl", "relcl", "nmod") for k in kids):
        return False
    return any(parse.dep[k] in ("det", "poss") and parse.lemma[k].lower() not in ("a", "an", "any", "no") for k in kids)


def is_step(parse: Parse, predication: Predication) -> int:
    """1 where the object is a step that any plan needs ("the permit", "a yes"), -1 for one against it, else 0."""
    if len(predication.object_tokens) != 1 or predication.value == 0 or not predication.explicit:
        return 0
    token = predication.object_tokens[0]
    word = parse.lemma[token].lower()
    if word in ("yes", "aye", "no", "nay"):
        return 1 if word in ("yes", "aye") else -1
    sign = 1 if word in words("granting") else -1 if word in words("refusing") else 0
    if not sign or parse.pos[token] != "NOUN" or predication.rule.startswith("stance.open."):
        return 0
    kids = [k for k in near(parse, token) if parse.head[k] == token]
    told = any(parse.dep[k] in ("compound", "acl", "relcl", "nmod", "prep", "amod", "nummod") for k in kids)
    return 0 if told or any(parse.lemma[k].lower() in _ANOTHER for k in kids) else sign


def last_act(acts: Sequence[Act], place: int, *, soon: bool = False) -> Act | None:
    """The last act told before a place of the text, at most some sentences (`soon`: one) back."""
    reach = _NEXT_CHARACTERS if soon else _ACT_CHARACTERS
    return next((act for act in reversed(acts) if 0 < place - act.place <= reach), None)


def decision_at(acts: Sequence[Act], place: int) -> Act | None:
    """What "the decision" is at a place: the one that the headline and lead tell, else the last one told before.

    What parties and lobbies did with the plan further down is no decision, though the words are the same.
    """
    told = [act for act in acts if act.place < min(place, _OPENING_CHARACTERS)]
    return told[0] if told and len({act.target for act in told}) == 1 else last_act(acts, place)


def points_at_event(rule: str) -> bool:
    """Whether a judgment is about what has just happened: "it is a victory"."""
    return rule.removeprefix("stance.noun.") in words("pointing")


def feels(predication: Predication) -> bool:
    """Whether somebody only has a feeling about what was just told: "was delighted"."""
    return not predication.objects and predication.rule.removeprefix("stance.adj.") in words("feeling")


def model_for(predication: Predication, holder: str, others: set[str], rows: Sequence[StanceRow]) -> StanceRow | None:
    """The position that an echo repeats: the last one told, or that of the actors it names."""
    reach = _NAMED_CHARACTERS if others else _ECHO_CHARACTERS
    place = predication.path[0].start
    able = [
        row
        for row in rows
        if row.explicit and row.stance and row.holder != holder and 0 < place - row.path[0].start <= reach
        if not others or row.holder in others
    ]
    return max(able, key=lambda row: (row.path[0].start, row.confidence, row.id), default=None)


def own_last(predication: Predication, holder: str, rows: Sequence[StanceRow]) -> StanceRow | None:
    """The position of the same holder that a change of mind gives up."""
    before = [
        row for row in rows if row.holder == holder and row.stance and row.path[0].start < predication.path[0].start
    ]
    return max(before, key=lambda row: (row.path[0].start, row.id), default=None)


def is_superseded(text: str, row: StanceRow, rows: Sequence[StanceRow]) -> bool:
    """Whether the same sentence goes on to another side: "was for it, then against"."""
    for other in rows:
        same = (other.holder, other.proposal, other.evidence) == (row.holder, row.proposal, row.evidence)
        if same and other.explicit and row.explicit and other.stance * row.stance < 0:
            between = f" {text[row.path[0].end : other.path[0].start]} "
            if row.path[0].end <= other.path[0].start and any(word in between for word in _LATER):
                return True
    return False


def clamp(value: int) -> int:
    """A value as a lean: -1, 0 or 1."""
    return (value > 0) - (value < 0)
