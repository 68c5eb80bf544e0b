"""Says of a clause whether what it tells happened, goes on, is planned, is only possible, or was denied.

`will` plans, `could` and `would` suppose, negation denies; verbs of planning, wishing and forecasting color what
depends on them; "said it would" reports a plan.
"""

from stanceline.discourse.events.anchors import GIVEN_UP
from stanceline.discourse.events.words import EventWords
from stanceline.discourse.statements.sources import is_passive
from stanceline.reading.parse import Tree
from stanceline.records import EventStatus
from stanceline.temporal.timex import Direction

_POSSIBLE = {"could", "may", "might", "can", "ca"}
_SUPPOSED = {"would", "'d", "’d", "should"}
_WILL = {"will", "shall", "'ll", "’ll", "wo", "sha"}
_CONDITIONS = {"if", "unless", "whether", "lest"}
PLANS = {"plan", "decision", "intention", "agreement", "promise", "deadline", "pledge", "vow", "commitment"}
"""Nouns whose infinitive is planned: "a plan to open an office"."""
DECIDED = {"decision", "agreement"}
"""Those of them that may have been carried out already."""
HEARSAY = {"reportedly", "allegedly", "supposedly", "possibly", "perhaps", "maybe", "apparently"}
"""Adverbs by which the writer does not vouch for what the clause tells."""
_SCHEDULED = {
    "due",
    "scheduled",
    "set",
    "slated",
    "planned",
    "expected",
    "poised",
    "likely",
    "ready",
    "earmarked",
    "bound",
}
_WISHED = {"want", "hope", "propose", "demand", "suggest", "recommend", "urge", "wish"}
_CLIMBED = {"conj", "xcomp", "ccomp", "acl", "pcomp", "prep", "advcl", "dobj", "pobj", "acomp"}
_HIGHEST = 6
_BASE = {"hop": "hope"}
_RUMORS = {"report", "rumor", "rumour", "claim", "allegation", "speculation", "suggestion", "hint", "whisper"}
_REPORTS = {
    "say",
    "tell",
    "announce",
    "add",
    "report",
    "confirm",
    "declare",
    "note",
    "promise",
    "vow",
    "insist",
    "write",
    "state",
}


def clause_status(tree: Tree, verb: int, words: EventWords, direction: Direction = "unknown") -> EventStatus:
    """The status of what the clause of `verb` tells; `direction` is where its date expression points."""
    own = _own_status(tree, verb, direction)
    if words.has("verb", tree.lemma[verb], "plan") and any(
        tree.lower[kid] in GIVEN_UP for kid in tree.kids(verb, "advmod")
    ):
        return "cancelled"
    if _is_conditional(tree, verb):
        return "hypothetical"
    return _colored(tree, verb, own, words, direction)


def _own_status(tree: Tree, verb: int, direction: Direction) -> EventStatus:
    auxiliaries = [tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass")]
    negated = tree.kid(verb, "neg") is not None or any(
        tree.lower[kid] in ("never", "no longer") for kid in tree.kids(verb, "advmod")
    )
    if not negated:
        subject = tree.kid(verb, "nsubj", "nsubjpass")
        negated = subject is not None and any(
            tree.lower[kid] in ("no", "neither", "none") for kid in tree.kids(subject, "det")
        )
    status: EventStatus
    if any(word in _POSSIBLE for word in auxiliaries):
        status = "hypothetical"
    elif any(word in _WILL for word in auxiliaries):
        status = "planned"
    elif any(word in _SUPPOSED for word in auxiliaries):
        status = "planned" if _is_reported_plan(tree, verb) else "hypothetical"
    elif "must" in auxiliaries:
        status = "planned"
    elif tree.tag[verb] == "VB" and "to" in auxiliaries:
        status = (
            "planned"
            if any(tree.lower[head] in ("be", "is", "are", "was", "were") for head in (tree.head[verb],))
            else "past"
        )
        status = "planned" if direction == "future" else status
    elif tree.lemma[verb] == "be" and any(tree.lower[kid] in _SCHEDULED for kid in tree.kids(verb, "acomp")):
        status = "planned"
    else:
        status = _by_tense(tree, verb, auxiliaries, direction)
    if negated:
        return "denied"
    if status == "past" and any(tree.lower[kid] in HEARSAY for kid in tree.kids(verb, "advmod")):
        return "hypothetical"
    return status


def _by_tense(tree: Tree, verb: int, auxiliaries: list[str], direction: Direction) -> EventStatus:
    finite = {tree.tag[verb], *(tree.tag[kid] for kid in tree.kids(verb, "aux", "auxpass"))}
    if finite & {"VBD"} or {"had"} & set(auxiliaries):
        return "past"
    if {"has", "have", "'ve", "’ve"} & set(auxiliaries):
        return "past"
    if tree.tag[verb] == "VBN" and not auxiliaries:
        return "past"
    if direction == "future":
        return "planned"
    return "past" if direction == "past" or tree.tag[verb] == "VBN" else "ongoing"


def _is_reported_plan(tree: Tree, verb: int) -> bool:
    head = tree.head[verb]
    return (
        tree.dep[verb] in ("ccomp", "conj")
        and head != verb
        and tree.lemma[head].lower() in _REPORTS
        and not any(
            tree.lower[kid] in _CONDITIONS for clause in tree.kids(verb, "advcl") for kid in tree.kids(clause, "mark")
        )
    )


def _is_conditional(tree: Tree, verb: int) -> bool:
    if any(tree.lower[kid] in _CONDITIONS for kid in tree.kids(verb, "mark")):
        return True
    return any(
        tree.lower[kid] in ("if", "unless") for clause in tree.kids(verb, "advcl") for kid in tree.kids(clause, "mark")
    )


def _colored(tree: Tree, verb: int, own: EventStatus, words: EventWords, direction: Direction) -> EventStatus:
    """`own` as the verbs and nouns above the clause color it."""
    token, status = verb, own
    for _ in range(_HIGHEST):
        above, relation = tree.head[token], tree.dep[token]
        if above == token or relation not in _CLIMBED:
            break
        if relation == "conj":
            if own == "past" and tree.tag[verb] in ("VB", "VBG"):
                status = _own_status(tree, above, direction)
        elif relation == "xcomp" or any(tree.lower[kid] == "to" for kid in tree.kids(token, "aux")):
            governed = _governed(tree, above, words)
            if governed is not None:
                return governed
            if relation in ("advcl", "acl"):
                return "planned" if status != "denied" and tree.pos[above] in ("NOUN", "VERB", "AUX") else status
            if relation == "xcomp":
                status = _own_status(tree, above, direction)
        elif relation == "ccomp":
            reported = _reported(tree, above, status, words)
            if reported is not None:
                return reported
        elif relation == "acl" and tree.lemma[above].lower() in _RUMORS and status in ("past", "ongoing"):
            return "hypothetical"
        elif relation == "advcl" and tree.tag[token] in ("VBG", "VBN") and status == "ongoing":
            status = _own_status(tree, above, direction)
        token = above
    return status


def _reported(tree: Tree, above: int, status: EventStatus, words: EventWords) -> EventStatus | None:
    """What a clause under a verb of forecasting, wishing or saying is; None where the verb leaves it as it stands."""
    lemma = tree.lemma[above].lower()
    if lemma == "deny":
        return "denied"
    if words.has("verb", lemma, "forecast") and status in ("planned", "hypothetical", "ongoing"):
        return "hypothetical"
    if lemma in _WISHED:
        return "hypothetical"
    return status if status in ("planned", "hypothetical") else None


def _governed(tree: Tree, above: int, words: EventWords) -> EventStatus | None:
    """What an infinitive is under `above`: "planned to open", "failed to agree", "hopes to win"."""
    lemma, word = _BASE.get(tree.lemma[above].lower(), tree.lemma[above].lower()), tree.lower[above]
    negated = tree.kid(above, "neg") is not None
    if tree.pos[above] == "NOUN" and lemma in PLANS:
        given_up = tree.dep[above] in ("dobj", "nsubjpass") and cancels(tree, tree.head[above], words)
        return "cancelled" if given_up else "planned"
    if words.has("verb", lemma, "fail") or lemma == "deny":
        return "denied"
    if words.has("verb", lemma, "forecast") and not is_passive(tree, above) and word not in _SCHEDULED:
        return "hypothetical"
    if words.has("verb", lemma, "plan") or word in _SCHEDULED:
        return "denied" if negated else "planned"
    if words.has("verb", lemma, "wish") or lemma in ("able", "willing", "eager", "keen", "try", "attempt"):
        return "hypothetical"
    if tree.pos[above] == "NOUN" and lemma in (
        "proposal",
        "idea",
        "call",
        "bid",
        "hope",
        "threat",
        "offer",
        "option",
        "push",
        "move",
        "wish",
        "demand",
    ):
        return "hypothetical"
    return None


def cancels(tree: Tree, verb: int, words: EventWords) -> bool:
    """Whether the verb calls something off or puts it off."""
    if tree.lemma[verb].lower() in ("call", "put"):
        return any(tree.lower[kid] == "off" for kid in tree.kids(verb, "prt", "advmod"))
    return words.has("verb", tree.lemma[verb], "cancel")


def noun_status(tree: Tree, noun: int, words: EventWords, direction: Direction) -> EventStatus:
    """The status of a happening that a noun names ("next week's summit", "the hearing on 17 September")."""
    governor = next((above for above in tree.ancestors(noun) if tree.pos[above] in ("VERB", "AUX")), None)
    if governor is not None and cancels(tree, governor, words) and tree.dep[noun] in ("dobj", "nsubjpass", "nsubj"):
        return "cancelled"
    if direction == "future":
        return "planned"
    if direction == "past":
        return "past"
    if governor is None:
        return "ongoing"
    status = clause_status(tree, governor, words, direction)
    return "past" if status == "denied" else status
