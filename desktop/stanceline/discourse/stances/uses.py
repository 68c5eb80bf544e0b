"""Finds where a word puts somebody for or against something: verbs, adjectives, prepositions, nouns.

Each finder looks at one token and yields uses of lexicon entries: whose attitude it is and what it is about, as tokens.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from stanceline.discourse.stances.announced import announced
from stanceline.discourse.stances.answers import answers
from stanceline.discourse.stances.evaluations import evaluations
from stanceline.discourse.stances.gaps import gap_at
from stanceline.discourse.stances.holders import Voices
from stanceline.discourse.stances.lexicon import Entry, Lexicon, words
from stanceline.discourse.stances.objects import match_verb, noun_objects
from stanceline.discourse.stances.phrases import either_or, neither_nor, phrases
from stanceline.discourse.stances.roll_calls import called_at, is_call, motion_meant
from stanceline.discourse.stances.sayings import sayings
from stanceline.discourse.stances.syntax import (
    agents,
    clause_subjects,
    is_passive,
    objects,
    prepositional,
    subjects,
    with_conjuncts,
)
from stanceline.reading.parse import Tree
from stanceline.records import PathStep
from stanceline.temporal.timex import Candidate


@dataclass(frozen=True, slots=True)
class Use:
    """One use of one lexicon entry: cue token, the clause it stands in, whose it is and what it is about."""

    cue: int
    clause: int
    entry: Entry
    holders: tuple[int, ...]
    objects: tuple[int, ...]
    path: tuple[PathStep, ...] = ()
    speaker: bool = False
    trust: float = 1.0
    reverse: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What every finder needs of one article."""

    tree: Tree
    lexicon: Lexicon
    voices: Voices
    candidates: Sequence[Candidate]


def uses_at(reader: Reader, token: int) -> Iterator[Use]:
    """The uses of lexicon entries whose telling word is `token`: at most one attitude, and judgments."""
    if is_call(reader.tree, token):
        yield from _roll_call(reader.tree, token)
        return
    gaps = list(_gapped(reader.tree, token))
    if gaps:
        yield from (moved for gap in gaps if (moved := _on_motion(reader.tree, gap)) is not None)
        return
    joined = reader.tree.dep[token] in ("acomp", "oprd")
    finders: dict[str, tuple[Callable[[Reader, int], Iterator[Use]], ...]] = {
        "VERB": (_adjectives, _verbs) if joined else (_felt, _verbs, _adjectives),
        "AUX": (_verbs,),
        "ADJ": (_adjectives,),
        "NOUN": (_nouns,),
        "ADP": (_prepositions,),
        "SCONJ": (_prepositions,),
    }
    for finder in finders.get(reader.tree.pos[token], ()):
        finds = list(finder(reader, token))
        finds = [moved for find in finds if (moved := _on_motion(reader.tree, find)) is not None]
        yield from (find for find in finds if not _cancels(reader, find.cue))
        if finds:
            break
    for answer in answers(reader.tree, reader.voices, token):
        if either_or(reader.tree, reader.lexicon, answer.cue):
            continue
        yield Use(answer.cue, answer.clause, answer.entry, answer.holders, (), speaker=not answer.holders)
    for said in sayings(reader.tree, reader.voices, token):
        yield Use(said.cue, said.cue, said.entry, (), said.objects, speaker=True)
    for fact in announced(reader.tree, reader.voices, token):
        yield Use(fact.cue, fact.clause, fact.entry, (), fact.objects, speaker=True)
    for phrase in phrases(reader.tree, reader.lexicon, token):
        alone = not phrase.holders and phrase.entry.kind in ("outcome", "evaluation")
        yield Use(phrase.cue, phrase.clause, phrase.entry, phrase.holders, phrase.objects, speaker=alone)
    for use in evaluations(reader.tree, reader.lexicon, token):
        yield Use(use.cue, use.clause, use.entry, use.holders, use.objects, (), not use.holders, use.trust, use.reverse)


def _cancels(reader: Reader, cue: int) -> bool:
    return neither_nor(reader.tree, reader.lexicon, cue) or either_or(reader.tree, reader.lexicon, cue)


def _on_motion(tree: Tree, find: Use) -> Use | None:
    """The use as it bears on a plan: a motion may be against it, or only put it off."""
    sign = motion_meant(tree, find.cue, find.objects)
    return None if sign == 0 else replace(find, reverse=not find.reverse) if sign < 0 else find


def _roll_call(tree: Tree, token: int) -> Iterator[Use]:
    """The votes of a roll call, as positions on what the passage is about."""
    call = called_at(tree, token)
    if call is not None:
        entry = Entry(f"roll call {tree.lower[token]}", "noun", ("none",), None, None, call.value, None, "deed")
        yield Use(token, token, entry, call.holders, ())


def _gapped(tree: Tree, token: int) -> Iterator[Use]:
    """A side word without a verb; the "in" of its "in favor" is told with it."""
    inside = tree.lower[token] == "in" and token + 1 < len(tree) and tree.lower[token + 1] in ("favor", "favour")
    gap = gap_at(tree, token + inside)
    if gap is not None:
        entry = Entry(f"gapped {tree.lower[token + inside]}", "prep", ("none",), None, None, gap.value, None, "deed")
        yield Use(token + inside, gap.clause, entry, gap.holders, ())


# ---- verbs ---------------------------------------------------------------------------------------------


def _verbs(reader: Reader, verb: int) -> Iterator[Use]:
    tree = reader.tree
    if tree.dep[verb] == "amod" or (tree.pos[verb] == "AUX" and tree.dep[verb] in ("aux", "auxpass")):
        return
    for entry in reader.lexicon.find("verb", tree.lemma[verb]):
        found = match_verb(tree, verb, entry)
        if found is None or entry.kind == "evaluation":
            continue
        if "subj" in entry.slots and entry.kind != "open":
            yield from _caused(reader, verb, entry, found)
        elif entry.kind == "effect":
            yield Use(verb, verb, entry, (), tuple(found), speaker=True)
        elif _is_governor_only(reader, verb, entry, found):
            if entry.kind == "will" and _is_deed(reader, found):
                # "wants to merge the schools": the verb itself may name the plan.
                yield Use(verb, verb, entry, tuple(subjects(tree, verb)), (found[0],), bare=True)
        else:
            holders = tuple(subjects(tree, verb))
            if entry.kind == "will" and len(found) == 1 and tree.lemma[found[0]] in words("doing"):
                found = [found[0], *objects(tree, found[0])]
            if entry.kind == "echo":
                found = [p for n in tree.kids(verb, "dobj") for p in tree.kids(n, "poss")] or found
            if entry.kind == "silent" and is_passive(tree, verb):
                holders = tuple(clause_subjects(tree, verb))
            nobody = bool(holders) and all(_is_nobody(tree, token) for token in holders)
            holders = () if nobody else holders
            spoken = (
                nobody
                or _is_bare_order(tree, verb)
                or (entry.kind == "realize" and not holders and is_passive(tree, verb))
            )
            yield Use(verb, verb, entry, holders, tuple(found), speaker=spoken)
        return


def _caused(reader: Reader, verb: int, entry: Entry, found: list[int]) -> Iterator[Use]:
    """The subject is what it is about, the object holds it: "the plan angers the unions"."""
    tree = reader.tree
    passive = is_passive(tree, verb)
    holders = (
        clause_subjects(tree, verb)
        if passive
        else [t for o in tree.kids(verb, "dobj") for t in with_conjuncts(tree, o)]
    )
    if holders:
        yield Use(verb, verb, entry, tuple(holders), tuple(found))


def _is_governor_only(reader: Reader, verb: int, entry: Entry, found: list[int]) -> bool:
    """Whether the verb only passes on to a more telling one below it ("decided to block", "refused to back")."""
    tree = reader.tree
    if entry.kind == "silent" and (entry.noun in words("withheld") or entry.lemma in words("withheld")):
        return not _is_denied(tree, verb)
    if entry.kind == "realize" and not _is_own_deed(tree, verb) and not _is_bare_order(tree, verb):
        return True
    if len(found) == 1 and tree.dep[found[0]] == "xcomp":
        below = found[0]
        for inner in reader.lexicon.find("verb", tree.lemma[below]):
            if inner.kind not in ("realize", "effect") and match_verb(tree, below, inner) is not None:
                return True
        # An infinitive that tells nothing of its own ("agreed to meet") makes no plan.
        return False
    return False


def _is_deed(reader: Reader, found: list[int]) -> bool:
    """Whether what is wanted is told by a verb that can be a plan's own ("wants to ban phones")."""
    tree = reader.tree
    if len(found) != 1 or tree.dep[found[0]] != "xcomp":
        return False
    kinds = {entry.kind for entry in reader.lexicon.find("verb", tree.lemma[found[0]])}
    return kinds <= {"act", "realize"}


def _is_denied(tree: Tree, verb: int) -> bool:
    nouns, head = tree.kids(verb, "dobj"), tree.head[verb]
    if tree.lemma[head] in ("decline", "refuse", "before", "without") or (
        tree.dep[verb] == "xcomp" and any(tree.lower[kid] == "yet" for kid in tree.kids(head, "advmod"))
    ):
        return True
    if any(tree.lower[kid] in ("before", "until") for kid in tree.kids(verb, "mark")):
        return True
    return bool(tree.kids(verb, "neg")) or any(
        tree.lower[d] in ("no", "any", "neither") for noun in nouns for d in tree.kids(noun, "det")
    )


def _is_own_deed(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what its subject wants ("NATO will open it"), not what could be ("opening it may cost")."""
    if tree.dep[verb] not in ("ROOT", "conj", "ccomp", "relcl") or (
        tree.tag[verb] == "VB" and not tree.kids(verb, "aux")
    ):
        return False
    helpers = {tree.lower[kid] for kid in tree.kids(verb, "aux")}
    if helpers & {"should", "must", "ought"}:
        return True
    if helpers & {"would", "could", "may", "might", "can", "to", "'d"}:
        return False
    negated = bool(tree.kids(verb, "neg"))
    return not negated or bool(helpers & {"will", "wo", "'ll"})


_OPENING = ('"', "“", "‘", "'", "``")


def _is_nobody(tree: Tree, token: int) -> bool:
    """ "Nobody wants it" says what the speaker thinks of it."""
    denied = tree.lower[token] == "one" and any(tree.lower[kid] == "no" for kid in tree.kids(token, "det"))
    return denied or tree.lower[token] in ("nobody", "no-one")


def _is_bare_order(tree: Tree, verb: int) -> bool:
    """Whether a verb is an order in somebody's mouth: "Reject this plan"."""
    quoted = verb > 0 and tree.words[verb - 1] in _OPENING and tree.dep[verb] == "ccomp"
    return (
        tree.tag[verb] == "VB"
        and (tree.head[verb] == verb or quoted)
        and tree.kid(verb, "nsubj", "aux", "nsubjpass") is None
    )


# ---- adjectives, prepositions --------------------------------------------------------------------------


def _adjectives(reader: Reader, token: int) -> Iterator[Use]:
    tree = reader.tree
    if tree.pos[token] == "VERB" and not _is_participle(tree, token):
        return
    if token and tree.lower[token - 1] == "as" and not clause_subjects(tree, token) and tree.pos[token] == "VERB":
        return  # "as opposed to" compares.
    forms = dict.fromkeys((tree.lower[token], tree.lemma[token].lower()))
    entries = [e for form in forms for e in reader.lexicon.find("adj", form) if "subj" not in e.slots]
    matched = [(entry, _adjective_objects(reader, token, entry)) for entry in entries]
    clause, holders = _feels(tree, token)
    for entry, found in matched:
        if found:
            yield Use(token, clause, entry, holders, tuple(found))
            return
    for entry, found in matched:
        if found is not None and "none" in entry.slots and _stands_alone(tree, token, entry):
            yield Use(token, clause, entry, holders, tuple(_cause(tree, token)))
            return


def _is_participle(tree: Tree, token: int) -> bool:
    joined = is_passive(tree, token) or tree.dep[token] in ("acomp", "advcl", "acl", "oprd")
    return joined and tree.tag[token] in ("VBN", "VBD", "VBG")


def _adjective_objects(reader: Reader, token: int, entry: Entry) -> list[int] | None:
    """The objects of an adjective, empty without one; None where a word below it tells more ("ready to block it")."""
    tree = reader.tree
    found = prepositional(tree, token, entry.prepositions)
    if not found and tree.dep[token] in ("acomp", "oprd"):
        found = prepositional(tree, tree.head[token], entry.prepositions - {"in", "at"})
    if found or "to" not in entry.slots:
        return found
    below = [kid for kid in tree.kids(token, "xcomp") if any(tree.lower[aux] == "to" for aux in tree.kids(kid, "aux"))]
    for verb in below:
        for inner in reader.lexicon.find("verb", tree.lemma[verb]):
            if inner.kind not in ("realize", "effect") and match_verb(tree, verb, inner) is not None:
                return None
    return below


def _felt(reader: Reader, token: int) -> Iterator[Use]:
    """A participle with a preposition and no agent is an adjective here: "has been opposed to"."""
    if is_passive(reader.tree, token) and not agents(reader.tree, token):
        yield from (find for find in _adjectives(reader, token) if find.objects)


def _stands_alone(tree: Tree, token: int, entry: Entry) -> bool:
    if entry.value == 0 and not tree.kids(token, "nsubj", "nsubjpass", "auxpass") and tree.dep[token] == "ROOT":
        return False
    joined = tree.dep[token] in ("acomp", "oprd", "xcomp", "ccomp", "ROOT")
    return joined or (entry.kind == "reaction" and tree.dep[token] == "advcl")


def _feels(tree: Tree, token: int) -> tuple[int, tuple[int, ...]]:
    """The clause of an adjective and who has the feeling: "X is opposed", "X, opposed to it", "left X fuming"."""
    head, label = tree.head[token], tree.dep[token]
    own = clause_subjects(tree, token)
    if own:
        return token, tuple(own)
    if label in ("acomp", "attr") and tree.pos[head] in ("AUX", "VERB"):
        return head, tuple(subjects(tree, head))
    if label in ("oprd", "ccomp", "xcomp") and tree.pos[head] == "VERB":
        return token, tuple(t for t in objects(tree, head) if tree.pos[t] != "VERB")
    if label in ("acl", "amod", "relcl", "appos"):
        return token, (head,)
    return token, tuple(subjects(tree, token))


def _cause(tree: Tree, token: int) -> list[int]:
    """What a feeling is about is what caused it: "the veto left them fuming"."""
    head = tree.head[token]
    caused = tree.dep[token] in ("oprd", "ccomp", "xcomp") and tree.lemma[head] in ("leave", "make")
    return clause_subjects(tree, head) if caused else []


def _prepositions(reader: Reader, token: int) -> Iterator[Use]:
    """Prepositional attitudes: "is against the plan", "spoke in favor", "is on board"."""
    tree, head = reader.tree, reader.tree.head[token]
    if tree.dep[token] == "conj" and tree.pos[head] == "ADP":
        head = tree.head[head]
    elif tree.dep[token] not in ("prep", "advmod", "acomp"):
        return
    carried = tree.lemma[head] in words("carry") or tree.pos[head] in ("NOUN", "PROPN")
    for entry in reader.lexicon.find("prep", tree.lower[token]):
        nouns = tree.kids(token, "pobj")
        if "subj" in entry.slots or not (carried or entry.kind == "reaction"):
            continue
        if entry.noun is None and tree.pos[head] in ("NOUN", "PROPN"):
            if reader.lexicon.find("noun", tree.lemma[head].lower()):
                return  # "the campaign against it" is told by the noun.
            if entry.value < 0 and reader.voices.cast.actor_of(head) is not None and nouns:
                yield Use(token, head, entry, (head,), tuple(t for n in nouns for t in with_conjuncts(tree, n)))
            return
        if entry.noun is None:
            if tree.lemma[head] not in ("be", "remain", "stand", "come") or not (nouns or "none" in entry.slots):
                continue
            if tree.lower[token] in ("for", "with") and tree.lemma[head] not in ("be", "stand"):
                continue
            if not nouns and tree.lower[token] == "for" and tree.children[token]:
                continue  # "was right for once"
            yield Use(
                token,
                head,
                entry,
                tuple(subjects(tree, head)),
                tuple(t for n in nouns for t in with_conjuncts(tree, n)),
            )
            return
        noun = next((n for n in nouns if tree.lemma[n].lower() == entry.noun), None)
        around = () if noun is None else {tree.dep[kid] for kid in tree.children[noun]}
        if noun is None or "poss" in around or ("det" in around and entry.noun == "board"):
            continue  # "turned their backs on the board"
        found = prepositional(tree, noun, entry.prepositions) or prepositional(tree, head, entry.prepositions)
        found = [token for token in found if token != noun]
        if found or "none" in entry.slots:
            holders = subjects(tree, head) if tree.pos[head] != "NOUN" else ([head] if tree.dep[head] != "pobj" else [])
            yield Use(noun, head, entry, tuple(holders), tuple(found))
            return


# ---- nouns ---------------------------------------------------------------------------------------------


def _nouns(reader: Reader, noun: int) -> Iterator[Use]:
    tree = reader.tree
    entries = reader.lexicon.find("noun", tree.lemma[noun].lower())
    for entry in entries:
        if entry.kind == "agent":
            yield from _partisans(reader, noun, entry)
            return
    able = [(entry, noun_objects(tree, noun, entry)) for entry in entries if entry.kind in ("attitude", "act", "will")]
    for entry, found in sorted(able, key=lambda pair: not pair[1]):
        use = _held(reader, noun, entry, found)
        if use is not None:
            yield use
            return


def _held(reader: Reader, noun: int, entry: Entry, found: list[int]) -> Use | None:
    """An attitude noun with its holder: "Macron's rejection of", "voiced concern", "drew criticism from unions"."""
    tree, verb = reader.tree, reader.tree.head[noun]
    lemma = tree.lemma[verb] if tree.pos[verb] == "VERB" else ""
    role = tree.dep[noun]
    own = [t for kid in tree.kids(noun, "poss") for t in with_conjuncts(tree, kid)] or prepositional(
        tree, noun, frozenset({"from", "by", "among"})
    )
    own = own or [
        kid for kid in tree.kids(noun, "amod", "compound", "nmod") if kid not in found and _names_an_actor(reader, kid)
    ]
    received = verb if role == "dobj" and lemma in words("receiving") else _met_with(tree, noun)
    if received is not None:
        verb = received
        about = found or clause_subjects(tree, verb)
        from_whom = own or prepositional(tree, verb, frozenset({"from", "by", "among"}))
        from_whom = from_whom or [token for token in prepositional(tree, noun, frozenset({"of"})) if token not in about]
        return Use(noun, verb, entry, tuple(from_whom), tuple(about)) if from_whom and about else None
    if role == "dobj" and lemma in words("ending") and (found or _is_telling(tree, noun, entry)):
        return Use(noun, verb, entry, tuple(own or subjects(tree, verb)), tuple(found), reverse=True)
    if (
        role == "dobj"
        and lemma in words("light")
        and (not own or _is_reflexive(tree, noun))
        and (found or _is_telling(tree, noun, entry))
    ):
        return Use(noun, verb, entry, tuple(subjects(tree, verb)), tuple(found))
    if role in ("nsubj", "nsubjpass") and not own and lemma in ("come", "remain", "grow", "emerge", "arise", "stem"):
        own = prepositional(tree, verb, frozenset({"from", "among", "by"}))
        return Use(noun, noun, entry, tuple(own), tuple(found)) if own else None
    if role == "nsubjpass" and not own and lemma in words("light"):
        return Use(noun, verb, entry, tuple(subjects(tree, verb)), tuple(found)) if found else None
    if own and (
        found
        or (
            entry.kind == "attitude"
            and role in ("nsubj", "nsubjpass", "pobj", "dobj")
            and _is_telling(tree, noun, entry)
        )
    ):
        return Use(noun, noun, entry, tuple(own), tuple(found))
    return None


def _is_reflexive(tree: Tree, noun: int) -> bool:
    """Whether the noun is the subject's own: "has her doubts"."""
    return all(tree.lower[kid] in ("its", "his", "her", "their", "my", "our") for kid in tree.kids(noun, "poss"))


def _names_an_actor(reader: Reader, token: int) -> bool:
    """Whether a modifier by itself names an actor: "French opposition", not "strongest opposition"."""
    mention = reader.voices.cast.mention_at(token)
    return mention is not None and mention.head == token and mention.actor is not None


def _met_with(tree: Tree, noun: int) -> int | None:
    """The verb of "met with resistance", "ran into opposition", "came under criticism"."""
    prep = tree.head[noun]
    if tree.dep[noun] != "pobj" or tree.lower[prep] not in ("with", "into", "under"):
        return None
    verb = tree.head[prep]
    return verb if tree.lemma[verb] in ("meet", "run", "come", "greet") else None


_TELLING = frozenset(
    {
        "opposition",
        "objection",
        "reservation",
        "veto",
        "rejection",
        "disapproval",
        "misgiving",
        "backing",
        "doubt",
        "protest",
        "boycott",
        "consent",
        "assent",
        "blessing",
    }
)


def _is_telling(tree: Tree, noun: int, entry: Entry) -> bool:
    """Whether the noun takes a side even where the text leaves out what it is about."""
    bare = all(tree.lower[kid] in ("from", "by", "among") for kid in tree.kids(noun, "prep"))
    return tree.lemma[noun].lower() in _TELLING and bare and entry.value != 0


def _named_partisans(tree: Tree, noun: int, entry: Entry) -> Iterator[Use]:
    """Named partisans of what the passage is about: "supporters such as X", "among the critics is X"."""
    if tree.tag[noun] != "NNS" or len(tree.kids(noun, "prep")) > 1:
        return
    named = [
        name
        for prep in tree.kids(noun, "prep")
        if tree.lower[prep] in ("including", "as", "like")
        for name in prepositional(tree, noun, frozenset({tree.lower[prep]}))
    ]
    above = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[above] == "among" and tree.lemma[tree.head[above]] == "be":
        named += [t for t in (*tree.kids(tree.head[above], "nsubj", "attr"),) if t != noun]
    named = [t for name in named for t in with_conjuncts(tree, name) if tree.pos[t] == "PROPN"]
    if named:
        yield Use(noun, noun, entry, tuple(dict.fromkeys(named)), ())


def _partisans(reader: Reader, noun: int, entry: Entry) -> Iterator[Use]:
    """Nouns for people with an attitude: "critics of the plan", "X, an early supporter of a ban", "plan opponents"."""
    tree = reader.tree
    found = prepositional(tree, noun, entry.prepositions) or [
        kid for kid in tree.kids(noun, "compound") if reader.voices.cast.actor_of(kid) is None
    ]
    if not found:
        yield from _named_partisans(tree, noun, entry)
        return
    head, label = tree.head[noun], tree.dep[noun]
    if label == "appos":
        yield Use(noun, noun, entry, (head,), tuple(found))
    elif label == "attr":
        yield Use(noun, head, entry, tuple(subjects(tree, head)), tuple(found))
    else:
        named = tree.kids(noun, "appos")
        yield Use(noun, noun, entry, tuple(named or [noun]), tuple(found))
