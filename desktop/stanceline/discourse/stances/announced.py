"""What speakers announce as a fact to come: "the bridge will open in 2028", "the signing would go ahead"."""

from collections.abc import Iterator

from stanceline.discourse.stances.holders import Voices
from stanceline.discourse.stances.lexicon import Entry, words
from stanceline.discourse.stances.phrases import Phrase
from stanceline.discourse.stances.syntax import clause_subjects, is_passive, particles
from stanceline.reading.parse import Tree

_ANNOUNCED = Entry("announced", "verb", ("subj",), None, None, 2, None, "outcome")
_WILL = frozenset({"will", "would", "'ll", "'d"})
_STARTS = frozenset({"start", "begin", "proceed", "open"})
_BUILT = frozenset({"build", "finish", "complete", "sign", "open", "adopt", "deliver"})


def announced(tree: Tree, voices: Voices, verb: int) -> Iterator[Phrase]:
    """ "The bridge will open in 2028": who tells it as a fact stands behind it; the speaker's."""
    if tree.pos[verb] != "VERB" or voices.statement_at(verb) is None:
        return
    helpers = {tree.lower[kid].replace("’", "'") for kid in tree.kids(verb, "aux")}
    if not helpers & _WILL or tree.kids(verb, "neg") or tree.kid(verb, "advcl", "mark") is not None:
        return
    passive = is_passive(tree, verb)
    starts = not passive and (
        tree.lemma[verb] in _STARTS or (tree.lemma[verb] == "go" and "ahead" in _with(tree, verb))
    )
    things = [t for t in clause_subjects(tree, verb) if tree.pos[t] in ("NOUN", "PROPN")]
    if things and tree.kid(verb, "dobj") is None and (starts or (passive and tree.lemma[verb] in _BUILT)):
        works = all(tree.lemma[t].lower() in words("works") | words("carrying out") for t in things)
        yield Phrase(verb, verb, _ANNOUNCED, (), () if works else tuple(things))


def _with(tree: Tree, verb: int) -> set[str]:
    return particles(tree, verb) | {tree.lower[kid] for kid in tree.kids(verb, "advmod")}
