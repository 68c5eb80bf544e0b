"""What takes half of a position back, or leaves it to be supposed, in the words around it.

"I support the tram, but not on our road" is for a part; "she isn't against it, but ..." comes to the point behind the
"but"; "you'd think I'd be for it" says that one is not; who "can ask the court before signing" signs nothing.
"""

from stanceline.discourse.stances.lexicon import Entry
from stanceline.reading.parse import Tree

_SUPPOSING = frozenset({"think", "expect", "imagine", "suppose", "guess", "assume"})
_MODALS = frozenset({"would", "'d", "’d", "might", "could", "may", "can"})


def is_supposed(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what somebody might suppose or do first, and no position."""
    head, label = tree.head[clause], tree.dep[clause]
    if label == "ccomp" and tree.lemma[head] in _SUPPOSING and _may(tree, head):
        return any(tree.lower[kid] == "you" for kid in tree.kids(head, "nsubj"))
    if label == "pcomp" and tree.lower[head] == "before":
        return _may(tree, tree.head[head])
    if label == "relcl" and tree.dep[head] == "pobj":
        return tree.lower[tree.head[tree.head[head]]] == "which"  # "would not say which of the plans she preferred"
    return False


def _may(tree: Tree, verb: int) -> bool:
    return any(tree.lower[aux] in _MODALS for aux in tree.kids(verb, "aux"))


def is_taken_back(tree: Tree, clause: int, entry: Entry, value: int) -> bool:
    """Whether a "but" right behind a position turns it, or leaves only a part of it."""
    for word in tree.kids(clause, "cc"):
        if word < clause or tree.lower[word] != "but" or word + 1 >= len(tree):
            continue
        if entry.value < 0 < value and entry.pos in ("prep", "adj"):
            return True
        if (
            value > 0
            and tree.lower[word + 1] == "not"
            and word + 2 < len(tree)
            and tree.pos[word + 2] in ("ADP", "SCONJ", "ADV")
        ):
            return True
    return False
