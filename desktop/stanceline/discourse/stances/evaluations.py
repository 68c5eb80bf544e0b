"""Judgments on a thing: "the plan is a mistake", "called the idea dangerous", "the move makes no sense".

The thing is the subject; the holder is who says so, or the subject of a verb of naming and considering.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from stanceline.discourse.stances.lexicon import Entry, Lexicon, PartOfSpeech, words
from stanceline.discourse.stances.objects import match_verb
from stanceline.discourse.stances.syntax import clause_subjects, is_passive, objects, prepositional, subjects
from stanceline.reading.parse import Tree


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A judgment; empty `holders` mean that the source of the statement around it judges."""

    cue: int
    clause: int
    entry: Entry
    holders: tuple[int, ...]
    objects: tuple[int, ...]
    reverse: bool = False
    trust: float = 1.0


_EPITHET = Entry("quoted epithet", "noun", ("subj",), None, None, -1, None, "outcome")
_EPITHET_TRUST = 0.9
_NAMED = frozenset({"call", "describe", "label", "brand", "dub", "deride"})
_QUOTES = frozenset('"“‘')


def _epithet(tree: Tree, lexicon: Lexicon, verb: int) -> Iterator[Evaluation]:
    """A plan called something else in quotation marks: "called it 'a hole looking for a town'".

    Who pays a compliment needs no figure of speech; where the quoted words judge by themselves, they decide.
    """
    things, last = objects(tree, verb), tree.sentence_tokens(verb)[-1]
    opens = next((t for t in range(verb + 1, last) if tree.words[t] in _QUOTES), None)
    if not things or opens is None or opens + 2 > last or tree.lower[opens + 1] not in ("a", "an"):
        return
    if any(thing > opens for thing in things) or opens - max(things) > 2 + (tree.lower[opens - 1] == "as"):
        return
    closes = next((t for t in range(opens + 1, last + 1) if tree.words[t] in ('"', "”", "’")), last)
    said = {word for t in range(opens + 1, closes) for word in (tree.lemma[t].lower(), tree.lower[t])}
    parts: tuple[PartOfSpeech, ...] = ("adj", "noun", "verb")
    found = [entry for part in parts for word in sorted(said) for entry in lexicon.find(part, word)]
    if not any(entry.value and entry.particle is None and entry.noun is None for entry in found):
        yield Evaluation(opens + 1, verb, _EPITHET, tuple(subjects(tree, verb)), tuple(things), trust=_EPITHET_TRUST)


def evaluations(tree: Tree, lexicon: Lexicon, token: int) -> Iterator[Evaluation]:
    """Judgments whose telling word is `token`: an adjective, a noun, a preposition or an idiom's verb."""
    pos = tree.pos[token]
    if pos in ("ADJ", "NOUN", "VERB"):
        yield from _words(tree, lexicon, token)
    if pos == "ADP" and tree.lemma[tree.head[token]] in words("copula"):
        yield from _prepositions(tree, lexicon, token)
    if pos == "VERB" and tree.lemma[token] in _NAMED:
        yield from _epithet(tree, lexicon, token)
    if pos == "VERB":
        for entry in lexicon.find("verb", tree.lemma[token]):
            if entry.kind == "evaluation" and match_verb(tree, token, entry) is not None:
                yield Evaluation(token, token, entry, (), tuple(_things(tree, token)))
                return


def _words(tree: Tree, lexicon: Lexicon, token: int) -> Iterator[Evaluation]:
    part = "noun" if tree.pos[token] == "NOUN" else "adj"
    forms = dict.fromkeys((tree.lemma[token].lower(), tree.lower[token]))
    entry = next((e for form in forms for e in lexicon.find(part, form) if "subj" in e.slots), None)  # type: ignore[arg-type]
    if entry is None or (entry.kind == "silent" and not prepositional(tree, token, frozenset({"for"}))):
        return
    if entry.value > 0 and any(tree.lower[kid] in ("lost", "missed", "wasted") for kid in tree.kids(token, "amod")):
        entry = replace(entry, value=-1, negated=1)
    if tree.pos[token] == "VERB" and is_passive(tree, token):
        yield Evaluation(token, token, entry, (), tuple(clause_subjects(tree, token)))
        return
    judged = _judged_noun(tree, token)
    head, label = tree.head[judged], tree.dep[judged]
    if judged != token and lexicon.find("noun", tree.lemma[judged].lower()):
        return  # "a terrible mistake" is told by the noun.
    if label in ("attr", "acomp") and tree.lemma[head] in words("copula"):
        yield from _copula(tree, token, head, entry)
    elif label in ("oprd", "ccomp", "xcomp", "acomp", "attr", "dobj", "advcl") and tree.lemma[head] in words("naming"):
        things = clause_subjects(tree, judged) or [t for t in objects(tree, head) if t != judged]
        if things:
            yield Evaluation(token, head, entry, tuple(subjects(tree, head)), tuple(things))
    elif label in ("pobj", "amod") and tree.lower[head] == "as":
        yield from _named_as(tree, judged, tree.head[head], entry, token)


def _judged_noun(tree: Tree, token: int) -> int:
    """The noun that a judging adjective colors: "a bad idea", "a step in the wrong direction"."""
    if tree.dep[token] != "amod" or tree.pos[token] != "ADJ":
        return token
    noun = tree.head[token]
    outer = tree.head[tree.head[noun]]
    if tree.dep[noun] == "pobj" and tree.lower[noun] == "direction" and tree.dep[outer] == "attr":
        return outer
    colored = tree.lemma[noun].lower() in words("judged") and tree.dep[noun] in ("attr", "oprd", "pobj")
    return noun if colored else token


def _named_as(tree: Tree, judged: int, above: int, entry: Entry, token: int) -> Iterator[Evaluation]:
    """The word "as" hangs on the verb of naming or, misread, on its object: "described the plan as a disaster"."""
    verb = above if tree.pos[above] == "VERB" else tree.head[above]
    things = [t for t in objects(tree, verb) if t != judged]
    if tree.lemma[verb] in words("naming") and things:
        yield Evaluation(token, verb, entry, tuple(subjects(tree, verb)), tuple(things))


def _copula(tree: Tree, token: int, verb: int, entry: Entry) -> Iterator[Evaluation]:
    things = _things(tree, verb)
    small = tree.dep[verb] in ("ccomp", "xcomp") and tree.lemma[tree.head[verb]] in (
        "consider",
        "deem",
        "find",
        "judge",
    )
    if things and not (tree.pos[token] == "NOUN" and _is_doubtful(tree, token)):
        holders = tuple(subjects(tree, tree.head[verb])) if small and not is_passive(tree, tree.head[verb]) else ()
        yield Evaluation(token, verb, entry, holders or _in_whose_eyes(tree, verb, things[0]), tuple(things))


def _in_whose_eyes(tree: Tree, verb: int, thing: int) -> tuple[int, ...]:
    """The judge named first: "For Norway, the tunnel is a mistake"."""
    fronted = [p for p in tree.kids(verb, "prep") if tree.lower[p] in ("for", "to") and p < thing]
    return tuple(noun for prep in fronted for noun in tree.kids(prep, "pobj") if tree.pos[noun] == "PROPN")


def _is_doubtful(tree: Tree, noun: int) -> bool:
    """Whether a noun names a thing ("the threat of war") and does not judge one ("a threat to the villages")."""
    return any(tree.dep[kid] == "det" and tree.lower[kid] in ("the", "this", "that") for kid in tree.children[noun])


def _things(tree: Tree, verb: int) -> list[int]:
    """What is judged: the subject, or behind a bare "it" the clause that it announces."""
    things = clause_subjects(tree, verb) or tree.kids(verb, "csubj")
    if any(tree.lower[t] == "it" for t in things) or not things:
        clauses = [kid for kid in tree.kids(verb, "xcomp", "ccomp", "csubj", "advcl") if kid > verb]
        inner = [kid for word in tree.kids(verb, "acomp", "attr") for kid in tree.kids(word, "xcomp", "ccomp", "acl")]
        announced = [kid for kid in (*clauses, *inner) if tree.tag[kid] in ("VB", "VBG", "VBZ", "VBP")]
        things = announced or things
    return things


def _prepositions(tree: Tree, lexicon: Lexicon, token: int) -> Iterator[Evaluation]:
    for entry in lexicon.find("prep", tree.lower[token]):
        noun = next((n for n in tree.kids(token, "pobj") if tree.lemma[n].lower() == entry.noun), None)
        if "subj" in entry.slots and noun is not None:
            head = tree.head[token]
            yield Evaluation(noun, head, entry, (), tuple(_things(tree, head)))
            return
