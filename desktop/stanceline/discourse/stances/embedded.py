"""What the verb over a finite clause does to a side told inside it: "does not think it should be built".

Who does not think that a thing is good judges it the other way; what nobody said, what is denied, and what is only
hoped of somebody else, is nobody's side.
"""

from typing import Literal

from stanceline.discourse.stances.lexicon import Entry, words
from stanceline.discourse.stances.syntax import clause_subjects
from stanceline.reading.parse import Tree

Above = Literal["keep", "turn", "drop"]
_FIRST = frozenset({"i", "we"})
_SAME = frozenset({"it", "they", "he", "she"})
_MODALS = frozenset({"will", "would", "'ll", "'d", "may", "might", "could"})
_JUDGING = ("evaluation", "outcome", "effect", "open")


def thinker(tree: Tree, clause: int) -> int | None:
    """The verb or adjective whose finite clause `clause` is; None where it stands alone."""
    head = tree.head[clause]
    if head == clause or tree.dep[clause] not in ("ccomp", "advcl") or not _is_finite(tree, clause):
        return None
    if tree.dep[clause] == "advcl" and tree.lemma[head] != "see":
        return None
    behind = clause > head
    return head if behind and tree.pos[head] in ("VERB", "ADJ") else None


def is_subjunctive(tree: Tree, clause: int) -> bool:
    """Whether a clause with a subject of its own says what shall be: "moved that the council reject it", "be kept"."""
    if not tree.kids(clause, "nsubj", "nsubjpass"):
        return False
    helpers = tree.kids(clause, "aux", "auxpass")
    if helpers:
        return [tree.lower[kid] for kid in helpers] == ["be"]
    return tree.pos[clause] == "VERB" and tree.lower[clause] == tree.lemma[clause].lower()


def _is_finite(tree: Tree, clause: int) -> bool:
    if any(tree.lower[kid] == "to" for kid in tree.kids(clause, "aux")):
        return False
    return bool(tree.kids(clause, "nsubj", "nsubjpass", "expl", "csubj"))


def read_above(tree: Tree, clause: int, head: int, entry: Entry, *, denied: bool, deontic: bool) -> Above:
    """What the word `head` over a finite clause does to a side told in it; `denied`: `head` itself is negated.

    `deontic` tells that the clause says what should be, which is the opinion of whoever thinks or says it.
    """
    forms = {tree.lemma[head].lower(), tree.lower[head]}
    forms |= {f"{tree.lemma[head]}_{tree.lower[kid]}" for kid in tree.kids(head, "prt")}
    judges = deontic or entry.kind in _JUDGING or "subj" in entry.slots
    if forms & words("denying"):
        return "drop" if not judges and _is_of_another(tree, clause) else _deny(judges=judges, denied=denied)
    if denied and forms & words("thinking"):
        return "turn" if judges or _is_self(tree, clause, head) else "drop"
    if denied and forms & words("told"):
        return "drop"
    return "drop" if forms & words("hoping") and not judges and _is_of_another(tree, clause) else "keep"


def _deny(*, judges: bool, denied: bool) -> Above:
    return "keep" if denied else "turn" if judges else "drop"


def _is_self(tree: Tree, clause: int, head: int) -> bool:
    """Whether who thinks is who acts: "we do not believe we need it"."""
    inner = {tree.lower[token] for token in clause_subjects(tree, clause)}
    outer = {tree.lower[token] for token in clause_subjects(tree, head)}
    return bool(inner & _FIRST and outer & _FIRST) or bool(inner & outer)


def _is_of_another(tree: Tree, clause: int) -> bool:
    """Whether it is about what somebody else may do: "hopes that Norway will drop it"."""
    helpers = {tree.lower[kid] for kid in tree.kids(clause, "aux")}
    inner = clause_subjects(tree, clause)
    pronoun = all(tree.lower[token] in _FIRST | _SAME for token in inner)
    return bool(helpers & _MODALS) and bool(inner) and not pronoun
