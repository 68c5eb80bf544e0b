"""Past or future of a date expression, from the tense and modality of the verb that governs its own clause.

"He said leaders will meet on Friday" looks ahead, "leaders who will meet said on Friday" looks back: only
the verb that the expression hangs on counts, with its auxiliaries, and through "to"-infinitives the verb above.
"""

from collections.abc import Sequence
from typing import Final

from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.temporal.timex import Candidate, Direction
from stanceline.temporal.vocabulary import word_set

_FUTURE_AUX: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MAYBE_AUX: Final = frozenset({"may", "might", "could", "would", "should", "must", "can"})
_AHEAD: Final = word_set(
    "plan expect schedule set slate due intend hope aim prepare promise vow pledge want agree decide likely ready "
    "propose seek urge need poise bind about scheduled expected"
)
_AHEAD_NOUNS: Final = frozenset({"plan", "deadline", "schedule", "intention", "proposal", "promise"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_DAYS: Final = frozenset({"weekday", "date", "nthday", "dayrange", "weekdayrange", "holiday", "nthweekday"})
_TIMETABLED: Final = word_set(
    "begin start open end close expire resume take enter come go apply launch vote meet convene hold host gather march "
    "elect decide leave arrive return travel visit face appear debut kick release introduce lapse run reopen"
)
"""Verbs whose present tense tells of a time ahead: "the rule takes effect in October", "voters go to the polls"."""
_MOVING: Final = word_set(
    "postpone delay defer put push move adjourn extend suspend shelve reschedule remand bail prolong"
)
_CALLING: Final = word_set(
    "call schedule set plan order arrange book announce invite convene slate fix prepare ask demand promise expect "
    "propose reserve summon recall name"
)
_STATIVE: Final = word_set("say tell know think believe have live remain stay show suggest mean seem stand date")
_LIMITS: Final = frozenset({"before", "by", "until", "till"})


def read_directions(tree: Tree, candidates: Sequence[Candidate]) -> tuple[Direction, ...]:
    """One direction a candidate, "unknown" where no verb governs it or its tense says nothing."""
    return tuple(_direction(tree, candidate) for candidate in candidates)


def _direction(tree: Tree, candidate: Candidate) -> Direction:
    if not len(tree):
        return "unknown"
    tokens = tree.tokens_in(Span(candidate.start, candidate.end))
    token = tree.root_of(tokens)
    if token is None:
        return "unknown"
    # "the deal, announced Friday": the parser often hangs the day on a verb further up.
    if tokens[0] and tree.tag[tokens[0] - 1] in ("VBD", "VBN") and tree.lemma[tokens[0] - 1] not in _AHEAD:
        return "past"
    verb = token if tree.pos[token] in _VERBAL else None
    for above in tree.ancestors(token):
        if verb is not None:
            break
        if tree.pos[above] in _VERBAL:
            verb = above
        elif tree.lemma[above] in _AHEAD_NOUNS or tree.lower[above] in ("due", "likely", "set", "ready"):
            return "future"
    if verb is None:
        return "unknown"
    return _ahead_by_words(tree, token, verb, candidate) or _tense(tree, verb, 0)


def _ahead_by_words(tree: Tree, token: int, verb: int, candidate: Candidate) -> Direction | None:
    """What verb and preposition tell together, whatever the tense; None where they tell nothing."""
    preposition = tree.lower[tree.head[token]] if tree.dep[token] == "pobj" else ""
    lemma = tree.lemma[verb]
    # "Was put off until January", "called a meeting for Monday".
    if preposition in ("until", "till", "to", "by") and lemma in _MOVING:
        return "future"
    if preposition == "for" and lemma in _CALLING:
        return "future"
    helpers = [tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")]
    is_present = tree.tag[verb] in ("VBZ", "VBP") and not helpers
    if "is" in helpers or "are" in helpers:
        is_present = tree.tag[verb] in ("VBN", "VBG")
    if not is_present or preposition == "since":
        return None
    if preposition in _LIMITS and any(tree.lower[kid] in ("if", "unless", "once") for kid in tree.kids(verb, "mark")):
        return "future"
    # "30 June — The city sues", "on Friday the minister pours tea": chronicles and features tell in the present.
    if helpers or lemma in _STATIVE or token < verb:
        return None
    family = dict(candidate.args)["family"]
    if lemma in _AHEAD or lemma in _TIMETABLED:
        return "future"
    # "The mayor meets them on Thursday", "the vote is on Sunday": the present tense with a day is a timetable's.
    return "future" if family in _DAYS else None


def _tense(tree: Tree, verb: int, depth: int) -> Direction:
    auxiliaries = [tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")]
    if any(word in _FUTURE_AUX for word in auxiliaries):
        return "future"
    if "to" in auxiliaries:
        return _infinitive(tree, verb, depth, auxiliaries)
    if any(word in ("had", "was", "were", "did", "been") for word in auxiliaries):
        return _past_or_planned(tree, verb)
    if any(word in _MAYBE_AUX for word in auxiliaries):
        return "unknown" if "have" in auxiliaries else "future"
    if any(word in ("has", "have", "'ve", "’ve") for word in auxiliaries):
        return "past"
    if tree.tag[verb] == "VBD":
        return _past_or_planned(tree, verb)
    if tree.tag[verb] in ("VBG", "VBN") and depth < 3 and not auxiliaries:
        return _participle(tree, verb, depth)
    if any(word in ("is", "are", "am", "'s", "’s", "'re", "’re") for word in auxiliaries):
        # "is meeting on Friday", "is expected on Friday" look ahead; "is seen on Friday" says nothing.
        return "future" if tree.tag[verb] == "VBG" or tree.lemma[verb] in _AHEAD else "unknown"
    return _present(tree, verb)


def _past_or_planned(tree: Tree, verb: int) -> Direction:
    if tree.lemma[verb] in ("plan", "schedule", "slate", "intend", "hope"):
        return "future"
    # "was due on Friday" may lie on either side of the day of writing.
    return "unknown" if tree.lemma[verb] in _AHEAD or tree.kids(verb, "xcomp") else "past"


def _infinitive(tree: Tree, verb: int, depth: int, auxiliaries: list[str]) -> Direction:
    if "have" in auxiliaries:
        return "past"
    head = tree.head[verb]
    if head == verb or depth >= 3:
        return "future"
    if tree.lemma[head] in _AHEAD or tree.lemma[head] == "be":
        return "future"
    if tree.pos[head] in _VERBAL:
        above = _tense(tree, head, depth + 1)
        # "failed to meet on Friday" is past, "asked them to vote on Friday" open.
        return "future" if above == "future" else "unknown"
    return "future" if tree.lemma[head] in _AHEAD_NOUNS else "unknown"


def _participle(tree: Tree, verb: int, depth: int) -> Direction:
    if tree.lemma[verb] in ("schedule", "plan", "expect", "slate", "set"):
        return "future"
    if tree.tag[verb] == "VBN" and tree.dep[verb] == "acl":
        return "past"
    head = tree.head[verb]
    return _tense(tree, head, depth + 1) if head != verb and tree.pos[head] in _VERBAL else "unknown"


def _present(tree: Tree, verb: int) -> Direction:
    if tree.tag[verb] not in ("VBZ", "VBP"):
        return "unknown"
    if any(tree.lemma[kid] in _AHEAD or tree.lower[kid] == "due" for kid in tree.kids(verb, "acomp", "xcomp", "attr")):
        return "future"
    # Timetables: "talks open on Friday".
    return "future" if tree.lemma[verb] in ("begin", "start", "open", "end", "close", "expire", "resume") else "unknown"
