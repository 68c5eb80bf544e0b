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
    return "unknown" if verb is None else _tense(tree, verb, 0)


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
