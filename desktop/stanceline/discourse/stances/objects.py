"""What an attitude is about: the noun or clause itself, what lies inside it, and other people's attitudes to it.

"Opposed a push to open an office" is about the push, the opening and the office alike. "Fuming at the rejection of
the office" is about a rejection, and with the sign reversed about the office.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stanceline.discourse.stances.lexicon import Entry, Lexicon, words
from stanceline.discourse.stances.polarity import show, step
from stanceline.discourse.stances.syntax import (
    agents,
    clause_subjects,
    is_passive,
    noun_holders,
    noun_phrase,
    objects,
    particles,
    prepositional,
)
from stanceline.reading.parse import Tree
from stanceline.records import PathStep

_DEPTH = 5
_SWALLOWED = frozenset({"down", "through", "off", "up"})
"""Particles that the parser may take for prepositions: "voted down the plan"."""
_INNER = frozenset({"of", "for", "on", "to", "about", "over", "with", "into", "towards", "toward", "in"})


@dataclass(frozen=True, slots=True)
class Aim:
    """Tokens that all stand for what is favored or disfavored. `sign` is -1 where a rejection lies between.

    `nested` tells that it was reached through somebody else's attitude: a reaction, from which a reader infers.
    """

    tokens: tuple[int, ...]
    sign: int = 1
    path: tuple[PathStep, ...] = ()
    nested: bool = False


def aims(tree: Tree, lexicon: Lexicon, token: int) -> list[Aim]:
    """The plain aim of an object token, then those that lie behind somebody's attitude to them."""
    plain, nested = [token], []
    denied = tree.kids(token, "neg") if tree.pos[token] == "VERB" and _is_infinitive(tree, token) else []
    if denied:
        # "urged the council not to build it"
        within = _plain_below(tree, lexicon, token)
        return [Aim(tuple(dict.fromkeys([token, *within])), -1, (step(tree, denied[0], "not: reversed"),))]
    for inner, sign, cue in _below(tree, lexicon, token, 0):
        if cue is None:
            plain.append(inner)
        else:
            path = (step(tree, cue, f"{tree.lower[cue]}: {show(sign)}"),)
            tokens = (inner, *_plain_below(tree, lexicon, inner))
            nested.append(Aim(tokens, sign, path, nested=_has_own_holder(tree, cue, sign)))
    return [Aim(tuple(dict.fromkeys(plain))), *nested]


def _has_own_holder(tree: Tree, cue: int, sign: int) -> bool:
    """Whether an inner attitude is somebody else's: "their rejection of it", not "calls for it". Who
    turns down a challenge need not favor what was challenged."""
    if tree.pos[cue] == "VERB":
        return not is_passive(tree, cue) and bool(clause_subjects(tree, cue))
    return sign < 0 or bool(noun_holders(tree, cue)) or tree.kid(cue, "amod", "nmod") is not None


def _plain_below(tree: Tree, lexicon: Lexicon, token: int) -> list[int]:
    return [inner for inner, _, cue in _below(tree, lexicon, token, 1) if cue is None]


def _below(tree: Tree, lexicon: Lexicon, token: int, depth: int) -> Iterator[tuple[int, int, int | None]]:
    """(token, sign, the polar word passed or None) for what lies inside `token`."""
    if depth > _DEPTH:
        return
    if tree.pos[token] in ("VERB", "AUX"):
        yield from _below_verb(tree, lexicon, token, depth)
        return
    entry = polar_noun(tree, lexicon, token)
    if entry is not None:
        for inner in noun_objects(tree, token, entry):
            yield inner, (1 if entry.value > 0 else -1), token
    if entry is not None and tree.lemma[token] not in words("transparent"):
        return
    for verb in [*tree.kids(token, "acl", "relcl"), *_stray_infinitives(tree, token)]:
        if tree.dep[verb] == "relcl" and tree.kid(verb, "nsubj", "nsubjpass") is not None:
            continue  # "a bill to ban it" is the bill's aim; "a bill that we ban" is not.
        if _is_infinitive(tree, verb):
            yield verb, 1, None
            yield from _below(tree, lexicon, verb, depth + 1)
    if tree.lemma[token].lower() in words("transparent"):
        for inner in [*prepositional(tree, token, _INNER), *tree.kids(token, "compound", "nmod")]:
            if entry is None or inner not in noun_objects(tree, token, entry):
                yield inner, 1, None
                yield from _below(tree, lexicon, inner, depth + 1)


def _stray_infinitives(tree: Tree, noun: int) -> list[int]:
    """Infinitives that belong to a noun ("a deal to open an office") but were hung on its verb as a purpose."""
    if tree.lemma[noun].lower() not in words("transparent") or tree.dep[noun] not in ("dobj", "nsubjpass"):
        return []
    last = noun_phrase(tree, noun)[-1]
    return [kid for kid in tree.kids(tree.head[noun], "advcl", "xcomp") if tree.kid(kid, "aux") == last + 1]


def _below_verb(tree: Tree, lexicon: Lexicon, verb: int, depth: int) -> Iterator[tuple[int, int, int | None]]:
    if tree.lemma[verb] in words("causing"):
        # "wants to see it scrapped": what is wanted is told by the participle.
        for done in tree.kids(verb, "ccomp"):
            if is_passive(tree, done):
                yield done, 1, None
                yield from _below(tree, lexicon, done, depth + 1)
    for entry in lexicon.find("verb", tree.lemma[verb]):
        found = match_verb(tree, verb, entry)
        if not found or entry.kind in ("effect", "reaction", "silent", "open"):
            continue
        realizes = entry.kind == "realize" or (entry.kind in ("act", "will") and entry.value > 0)
        for inner in found:
            if realizes:
                yield inner, 1, None
                yield from _below(tree, lexicon, inner, depth + 1)
            else:
                yield inner, (1 if entry.value > 0 else -1), verb
        return


def passed_over(tree: Tree, token: int) -> Iterator[tuple[int, int]]:
    """What is wanted less than `token`, with the word that says so: "a bridge instead of the tunnel"."""
    for kid in tree.children[token]:
        label = tree.dep[kid]
        if label == "cc" and any(tree.lower[a] in ("instead", "rather") for a in tree.children[kid]):
            yield from ((other, kid) for other in tree.kids(token, "conj") if other > kid)
            yield from ((other, kid) for other in tree.kids(kid, "pobj"))
        elif (
            label == "prep"
            and tree.lower[kid] == "to"
            and tree.lemma[tree.head[token]] in ("prefer", "favor", "favour")
        ):
            yield from ((other, kid) for other in tree.kids(kid, "pobj"))
        elif label == "neg" and tree.words[kid - 1] == "," and kid > token:
            yield from ((other, kid) for other in tree.kids(token, "appos", "conj") if other > kid)


def polar_noun(tree: Tree, lexicon: Lexicon, token: int) -> Entry | None:
    """The attitude that a noun names ("opposition to ..."), where its complement is there to see."""
    if tree.pos[token] not in ("NOUN", "PROPN"):
        return None
    for entry in lexicon.find("noun", tree.lemma[token].lower()):
        if entry.kind in ("attitude", "act") and noun_objects(tree, token, entry):
            return entry
    return None


def noun_objects(tree: Tree, noun: int, entry: Entry) -> list[int]:
    """The objects of an attitude noun; also of one that hangs on a light verb ("voiced concern over the plan")."""
    found = _things(tree, prepositional(tree, noun, entry.prepositions))
    head = tree.head[noun]
    if not found and tree.dep[noun] == "dobj" and tree.lemma[head] in words("light") | words("ending"):
        # The parser often hangs "to the plan" on "voiced", not on "opposition".
        found = _things(tree, prepositional(tree, head, entry.prepositions - {"at", "in", "on", "with"}))
    if not found and "@for" in entry.slots:
        found = wanted_for(tree, noun)
    if not found and (entry.kind == "will" or tree.lemma[noun] in ("refusal", "reluctance")):
        found = [verb for verb in tree.kids(noun, "acl") if _is_infinitive(tree, verb)]
    return found


def _things(tree: Tree, found: list[int]) -> list[int]:
    """Objects of prepositions without those that tell when: "for the third time"."""
    return [token for token in found if tree.lemma[token].lower() not in words("times")]


def match_verb(tree: Tree, verb: int, entry: Entry) -> list[int] | None:
    """The object tokens that a verb has in this use, empty where it stands alone; None where the use does not fit."""
    # The parser reads "dug in its heels" as a preposition with its object.
    split = [p for p in tree.kids(verb, "prep") if any(_is_noun(tree, kid, entry) for kid in tree.kids(p, "pobj"))]
    if entry.particle in _SWALLOWED and entry.noun is None and "obj" in entry.slots:
        swallowed = prepositional(tree, verb, frozenset({entry.particle}))
        if swallowed and tree.kid(verb, "dobj") is None:
            return swallowed
    if entry.particle is not None and entry.particle not in particles(tree, verb) | {tree.lower[p] for p in split}:
        return None
    if entry.particle is None and tree.kid(verb, "prt") is not None:
        return None
    if entry.noun is not None and not any(
        _is_noun(tree, kid, entry)
        for kid in tree.kids(verb, "dobj", "attr", "nsubjpass", "npadvmod", *_answers(tree, verb))
    ):
        stands = entry.lemma == "stand" and any(tree.lower[p] == "in" for p in split)
        if not stands and (entry.particle is None or not split):
            return None
    return _slots(tree, verb, entry)


def _answers(tree: Tree, verb: int) -> tuple[str, ...]:
    # "Voted no": the parser takes the answer for an interjection.
    return ("intj", "advmod", "acomp") if verb + 1 < len(tree) and tree.lower[verb + 1] in ("no", "yes") else ()


def _is_noun(tree: Tree, token: int, entry: Entry) -> bool:
    # "took note" says nothing; "taking notes" is something else.
    return tree.lower[token] == entry.noun or (entry.noun != "note" and tree.lemma[token].lower() == entry.noun)


def _slots(tree: Tree, verb: int, entry: Entry) -> list[int] | None:
    found: list[int] = []
    if "obj" in entry.slots:
        found = [
            token
            for token in objects(tree, verb)
            if tree.tag[token] != "PRP" or tree.lower[token] in ("it", "this", "that", "them") or is_sided_with(entry)
        ]
    asked = [
        kid for kid in tree.kids(verb, "xcomp") if tree.kid(verb, "dobj") is not None and _is_infinitive(tree, kid)
    ]
    if found and asked and entry.kind in ("attitude", "will"):
        # "urged Japan to open an office": what is wanted is the opening, not Japan.
        found = asked
    if entry.noun is not None and "to" in entry.prepositions:
        found = found or tree.kids(verb, "dative")  # "gave it her blessing"
        found = [token for token in found if tree.pos[token] != "ADP"]
    if not found and entry.prepositions:
        found = prepositional(tree, verb, entry.prepositions)
        if entry.noun is not None and not found:
            split = [kid for prep in tree.kids(verb, "prep") for kid in tree.kids(prep, "pobj")]
            nouns = [kid for kid in (*tree.kids(verb, "dobj"), *split) if _is_noun(tree, kid, entry)]
            found = [token for noun in nouns for token in prepositional(tree, noun, entry.prepositions)]
    if not found and "@for" in entry.slots:
        found = wanted_for(tree, verb)
    if "ask" in entry.slots:
        found = [t for kid in tree.kids(verb, "ccomp", "xcomp", "advcl") for t in asked_about(tree, kid)]
        if found and all(tree.pos[t] == "VERB" for t in found):
            return []  # "has not decided how to vote"
    if not found and ("to" in entry.slots or "ing" in entry.slots):
        found = [kid for kid in tree.kids(verb, "xcomp") if _fits(tree, kid, entry)]
    if not found and "that" in entry.slots:
        found = [kid for kid in tree.kids(verb, "ccomp") if kid > verb and _is_wanted(tree, kid, entry)]
    if not found and ("subj" in entry.slots or "effect" in entry.slots):
        found = agents(tree, verb) if is_passive(tree, verb) else clause_subjects(tree, verb)
    if found:
        return found
    if entry.noun in ("yes", "no") and "none" in entry.slots:
        return []  # "voted yes to keep talking": the answer says it all.
    rest = tree.kids(verb, "xcomp") + [kid for kid in tree.kids(verb, "ccomp") if kid > verb]
    bare = "none" in entry.slots and not rest and (entry.noun is not None or tree.kid(verb, "dobj") is None)
    return [] if bare else None


def wanted_for(tree: Tree, word: int) -> list[int]:
    """The clause that a call or push is for: "called for the rules to be updated"."""
    below = tree.kids(word, "advcl", "ccomp", "xcomp", "acl", "relcl")
    return [
        kid
        for kid in below
        if _is_infinitive(tree, kid) and any(tree.lower[m] == "for" for m in tree.kids(kid, "mark"))
    ]


def asked_about(tree: Tree, clause: int) -> list[int]:
    """The nouns of an embedded question: "has not said whether it supports the levy"."""
    marks = {tree.lower[kid] for kid in tree.kids(clause, "mark", "advmod")}
    if not marks & {"whether", "if", "how", "which"}:
        return []
    nouns = [t for t in tree.subtree(clause) if tree.pos[t] in ("NOUN", "PROPN") or tree.lower[t] in ("it", "this")]
    return nouns or [clause]


def is_sided_with(entry: Entry) -> bool:
    """Whether the object of a verb may be a person whose side the subject takes: "the league backs him"."""
    return entry.pos == "verb" and entry.kind in ("attitude", "realize") and entry.lemma in words("siding")


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.lower[aux] == "to" for aux in tree.kids(verb, "aux"))


def _is_wanted(tree: Tree, clause: int, entry: Entry) -> bool:
    """Whether a clause says what should be ("demanded that it be built"), not what is ("insisted that it was")."""
    if entry.value < 0 or (is_passive(tree, clause) and tree.kid(clause, "auxpass") is None):
        return True
    if tree.tag[clause] == "VB" and not tree.kids(clause, "aux"):
        return True
    return any(tree.lower[aux] in ("be", "should", "must", "to") for aux in tree.kids(clause, "aux", "auxpass"))


def _fits(tree: Tree, kid: int, entry: Entry) -> bool:
    infinitive = _is_infinitive(tree, kid)
    return ("to" in entry.slots and infinitive and not asked_about(tree, kid)) or (
        "ing" in entry.slots and tree.tag[kid] == "VBG"
    )
