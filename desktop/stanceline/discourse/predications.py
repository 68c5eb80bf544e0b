"""Finds who speaks or acts in favor of or against something, whatever that is, in one article.

The rules read the parse and the stance lexicon; what is favored or disfavored is matched with proposals
later (`assess`), so that a new debate never means reading again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from stanceline.discourse.actors import Cast
from stanceline.discourse.evaluations import evaluations
from stanceline.discourse.holders import FIRST_PERSON, Holder, Voices
from stanceline.discourse.lexicon import Entry, Lexicon, load_lexicon, words
from stanceline.discourse.objects import Aim, aims, match_verb, noun_objects
from stanceline.discourse.polarity import Reading, read_polarity, show
from stanceline.discourse.syntax import (
    agents,
    clause_subjects,
    is_passive,
    noun_phrase,
    objects,
    prepositional,
    subjects,
    with_conjuncts,
)
from stanceline.reading.article import Article
from stanceline.reading.parse import Tree
from stanceline.records import Pair, PathStep, Predication, StanceForm, Statement
from stanceline.temporal.timex import Candidate

_FOR_ANOTHER, _FORMER = 0.9, 0.65
_NO_OBJECTION = 0.8
"""Not opposing is a weaker sign of favor than favoring."""
_TRUST = {
    "attitude": 0.9, "act": 0.88, "will": 0.8, "realize": 0.62, "reaction": 0.75, "effect": 0.55, "evaluation": 0.72,
    "open": 0.75, "silent": 0.85, "agent": 0.85,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Find:
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


@dataclass(frozen=True, slots=True)
class _Reader:
    tree: Tree
    lexicon: Lexicon
    voices: Voices
    candidates: Sequence[Candidate]


def find_predications(
    article: Article, tree: Tree, cast: Cast, statements: Sequence[Statement], candidates: Sequence[Candidate]
) -> tuple[Predication, ...]:
    """All predications of favor and disfavor of the article's prose, in the order of the text.

    The evidence of each is the sentence that carries it. Those whose holder cannot be told are left out.
    """
    del article  # Its text is the tree's; the signature is that of all finders.
    reader = _Reader(tree, load_lexicon(), Voices(tree, cast, statements), candidates)
    found: list[Predication] = []
    for token in range(len(tree)):
        if not reader.voices.is_question(token):
            for find in _uses_at(reader, token):
                found += _predications(reader, find)
    unique = {(p.evidence, p.holder, p.objects, p.value, p.rule, p.path): p for p in found}
    return tuple(sorted(unique.values(), key=lambda p: (p.evidence, p.path[0].start, p.objects, p.holder or 0, p.rule)))


def _uses_at(reader: _Reader, token: int) -> Iterator[_Find]:
    joined = reader.tree.dep[token] in ("acomp", "oprd")
    finders: dict[str, tuple[Callable[[_Reader, int], Iterator[_Find]], ...]] = {
        "VERB": (_adjectives, _verbs) if joined else (_felt, _verbs, _adjectives),
        "AUX": (_verbs,),
        "ADJ": (_adjectives,),
        "NOUN": (_nouns,),
        "ADP": (_prepositions,),
        "SCONJ": (_prepositions,),
    }
    for finder in finders.get(reader.tree.pos[token], ()):
        finds = list(finder(reader, token))
        yield from finds
        if finds:
            break
    for use in evaluations(reader.tree, reader.lexicon, token):
        yield _Find(use.cue, use.clause, use.entry, use.holders, use.objects, (), not use.holders, 1.0, use.reverse)


# ---- verbs ---------------------------------------------------------------------------------------------


def _verbs(reader: _Reader, verb: int) -> Iterator[_Find]:
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
            yield _Find(verb, verb, entry, (), tuple(found), speaker=True)
        elif not _is_governor_only(reader, verb, entry, found):
            holders = tuple(subjects(tree, verb))
            spoken = _is_bare_order(tree, verb) or (entry.kind == "realize" and not holders and is_passive(tree, verb))
            yield _Find(verb, verb, entry, holders, tuple(found), speaker=spoken)
        return


def _caused(reader: _Reader, verb: int, entry: Entry, found: list[int]) -> Iterator[_Find]:
    """The subject is what it is about, the object holds it: "the plan angers the unions"."""
    tree = reader.tree
    passive = is_passive(tree, verb)
    holders = (
        clause_subjects(tree, verb)
        if passive
        else [t for o in tree.kids(verb, "dobj") for t in with_conjuncts(tree, o)]
    )
    if holders:
        yield _Find(verb, verb, entry, tuple(holders), tuple(found))


def _is_governor_only(reader: _Reader, verb: int, entry: Entry, found: list[int]) -> bool:
    """Whether the verb only passes on to a more telling one below it ("decided to block", "refused to back")."""
    tree = reader.tree
    if (
        entry.kind == "silent"
        and entry.noun in ("position", "view", "stance", "comment", "opinion")
        and not _is_denied(tree, verb)
    ):
        return True
    if entry.kind == "silent" and entry.lemma == "comment":
        above = tree.lemma[tree.head[verb]]
        return not (_is_denied(tree, verb) or above in ("decline", "refuse"))
    if entry.kind == "realize" and not _is_own_deed(tree, verb):
        return True
    if len(found) == 1 and tree.dep[found[0]] == "xcomp":
        below = found[0]
        for inner in reader.lexicon.find("verb", tree.lemma[below]):
            if inner.kind not in ("realize", "effect") and match_verb(tree, below, inner) is not None:
                return True
        # An infinitive that tells nothing of its own ("agreed to meet") makes no plan.
        return False
    return False


def _is_denied(tree: Tree, verb: int) -> bool:
    nouns = tree.kids(verb, "dobj")
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


def _is_bare_order(tree: Tree, verb: int) -> bool:
    """Whether a verb is an order in somebody's mouth: "Reject this plan"."""
    return tree.tag[verb] == "VB" and tree.head[verb] == verb and tree.kid(verb, "nsubj", "aux", "nsubjpass") is None


# ---- adjectives, prepositions --------------------------------------------------------------------------


def _adjectives(reader: _Reader, token: int) -> Iterator[_Find]:
    tree = reader.tree
    if tree.pos[token] == "VERB" and tree.tag[token] not in ("VBN", "VBD", "VBG"):
        return
    forms = dict.fromkeys((tree.lower[token], tree.lemma[token].lower()))
    entries = [entry for form in forms for entry in reader.lexicon.find("adj", form)]
    for entry in entries:
        if "subj" in entry.slots:
            continue
        if (
            tree.pos[token] == "VERB"
            and not is_passive(tree, token)
            and tree.dep[token] not in ("acomp", "advcl", "acl", "oprd")
        ):
            continue
        found = prepositional(tree, token, entry.prepositions)
        if not found and tree.dep[token] in ("acomp", "oprd"):
            found = prepositional(tree, tree.head[token], entry.prepositions - {"in", "at"})
        if not found and "to" in entry.slots:
            found = [
                kid
                for kid in tree.kids(token, "xcomp")
                if any(tree.lower[aux] == "to" for aux in tree.kids(kid, "aux"))
            ]
            if found and any(match_verb(tree, found[0], e) is not None and e.kind not in ("realize", "effect")
                             for e in reader.lexicon.find("verb", tree.lemma[found[0]])):  # fmt: skip
                return
        if found or ("none" in entry.slots and _stands_alone(tree, token, entry)):
            clause, holders = _feels(tree, token)
            found = found or _cause(tree, token)
            if (
                entry.value == 0
                and entry.lemma in ("divided", "split", "neutral", "silent")
                and not found
                and clause == token
            ):
                return
            yield _Find(token, clause, entry, holders, tuple(found))
            return


def _felt(reader: _Reader, token: int) -> Iterator[_Find]:
    """A participle with a preposition and no agent is an adjective here: "has been opposed to"."""
    if is_passive(reader.tree, token) and not agents(reader.tree, token):
        yield from (find for find in _adjectives(reader, token) if find.objects)


def _stands_alone(tree: Tree, token: int, entry: Entry) -> bool:
    return tree.dep[token] in ("acomp", "oprd", "xcomp", "ccomp", "ROOT") or (
        entry.kind == "reaction" and tree.dep[token] == "advcl"
    )


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


def _prepositions(reader: _Reader, token: int) -> Iterator[_Find]:
    """Prepositional attitudes: "is against the plan", "spoke in favor", "is on board"."""
    tree, head = reader.tree, reader.tree.head[token]
    if tree.dep[token] not in ("prep", "advmod", "acomp"):
        return
    carried = tree.lemma[head] in words("carry") or tree.pos[head] in ("NOUN", "PROPN")
    for entry in reader.lexicon.find("prep", tree.lower[token]):
        nouns = tree.kids(token, "pobj")
        if "subj" in entry.slots or not (carried or entry.kind == "reaction"):
            continue
        if entry.noun is None and tree.pos[head] in ("NOUN", "PROPN"):
            if entry.value < 0 and reader.voices.cast.actor_of(head) is not None and nouns:
                yield _Find(token, head, entry, (head,), tuple(t for n in nouns for t in with_conjuncts(tree, n)))
            return
        if entry.noun is None:
            if tree.lemma[head] not in ("be", "remain", "stand", "come") or not (nouns or "none" in entry.slots):
                continue
            if tree.lower[token] == "for" and tree.lemma[head] != "be":
                continue
            yield _Find(
                token,
                head,
                entry,
                tuple(subjects(tree, head)),
                tuple(t for n in nouns for t in with_conjuncts(tree, n)),
            )
            return
        noun = next((n for n in nouns if tree.lemma[n].lower() == entry.noun), None)
        if noun is None or any(tree.dep[kid] == "poss" for kid in tree.children[noun]):
            continue
        found = prepositional(tree, noun, entry.prepositions) or prepositional(tree, head, entry.prepositions)
        if found or "none" in entry.slots:
            holders = subjects(tree, head) if tree.pos[head] != "NOUN" else ([head] if tree.dep[head] != "pobj" else [])
            yield _Find(noun, head, entry, tuple(holders), tuple(found))
            return


# ---- nouns ---------------------------------------------------------------------------------------------


def _nouns(reader: _Reader, noun: int) -> Iterator[_Find]:
    tree = reader.tree
    for entry in reader.lexicon.find("noun", tree.lemma[noun].lower()):
        if entry.kind == "agent":
            yield from _partisans(reader, noun, entry)
            return
        if entry.kind not in ("attitude", "act"):
            continue
        found = noun_objects(tree, noun, entry)
        use = _held(reader, noun, entry, found)
        if use is not None:
            yield use
            return


def _held(reader: _Reader, noun: int, entry: Entry, found: list[int]) -> _Find | None:
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
        return _Find(noun, verb, entry, tuple(from_whom), tuple(about)) if from_whom and about else None
    if role == "dobj" and lemma in words("ending") and found:
        return _Find(noun, verb, entry, tuple(own or subjects(tree, verb)), tuple(found), reverse=True)
    if role == "dobj" and lemma in words("light") and not own and (found or _is_telling(tree, noun, entry)):
        return _Find(noun, verb, entry, tuple(subjects(tree, verb)), tuple(found))
    if role in ("nsubj", "nsubjpass") and not own and lemma in ("come", "remain", "grow", "emerge", "arise", "stem"):
        own = prepositional(tree, verb, frozenset({"from", "among", "by"}))
        return _Find(noun, noun, entry, tuple(own), tuple(found)) if own else None
    if role == "nsubjpass" and not own and lemma in words("light"):
        return _Find(noun, verb, entry, tuple(subjects(tree, verb)), tuple(found)) if found else None
    if own and (
        found
        or (
            entry.kind == "attitude"
            and role in ("nsubj", "nsubjpass", "pobj", "dobj")
            and _is_telling(tree, noun, entry)
        )
    ):
        return _Find(noun, noun, entry, tuple(own), tuple(found))
    return None


def _names_an_actor(reader: _Reader, token: int) -> bool:
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
    {"opposition", "objection", "reservation", "veto", "rejection", "disapproval", "misgiving", "backing"}
)


def _is_telling(tree: Tree, noun: int, entry: Entry) -> bool:
    """Whether the noun takes a side even where the text leaves out what it is about."""
    bare = all(tree.lower[kid] in ("from", "by", "among") for kid in tree.kids(noun, "prep"))
    return tree.lemma[noun].lower() in _TELLING and bare and entry.value != 0


def _partisans(reader: _Reader, noun: int, entry: Entry) -> Iterator[_Find]:
    """Nouns for people with an attitude: "critics of the plan", "X, an early supporter of a ban", "plan opponents"."""
    tree = reader.tree
    found = prepositional(tree, noun, entry.prepositions) or [
        kid for kid in tree.kids(noun, "compound") if reader.voices.cast.actor_of(kid) is None
    ]
    if not found:
        return
    head, label = tree.head[noun], tree.dep[noun]
    if label == "appos":
        yield _Find(noun, noun, entry, (head,), tuple(found))
    elif label == "attr":
        yield _Find(noun, head, entry, tuple(subjects(tree, head)), tuple(found))
    else:
        named = tree.kids(noun, "appos")
        yield _Find(noun, noun, entry, tuple(named or [noun]), tuple(found))


# ---- from uses to predications -------------------------------------------------------------------------


def _predications(reader: _Reader, find: _Find) -> Iterator[Predication]:
    tree = reader.tree
    if find.entry.kind == "evaluation" and find.entry.pos == "verb":
        return
    reading = read_polarity(tree, reader.lexicon, find.cue, find.clause, find.entry)
    if reading is None or _is_anyone(tree, find):
        return
    if reading.value == 0 and find.entry.value != 0 and find.entry.negated != 0:
        return
    if find.reverse:
        reading = replace(reading, value=-reading.value)
    for holder, deontic in _holders(reader, find, reading):
        for aim in _aims(reader, find):
            made = _make(reader, find, reading, holder, aim, deontic)
            yield made
            yield from _spokesperson(reader, find, made)


def _spokesperson(reader: _Reader, find: _Find, made: Predication) -> Iterator[Predication]:
    """Who says for a state or body where it stands, stands there too: "Norway is opposed, its minister said"."""
    source = reader.voices.source_at(find.cue)
    if made.mode == "first_hand" and made.explicit and source is not None and source != made.holder:
        number = reader.voices.statement_at(find.cue)
        span = None if number is None else reader.voices.statements[number].source_span
        trust = round(made.confidence * _FOR_ANOTHER, 3)
        yield replace(made, holder=source, holder_span=span, confidence=trust, rule=made.rule + ".spokesperson")


def _is_anyone(tree: Tree, find: _Find) -> bool:
    """Whether a clause only picks out one of many ("no plan they opposed"), which is no position on any."""
    if tree.dep[find.clause] != "relcl" or tree.head[find.clause] not in find.objects:
        return False
    return any(tree.lower[kid] in ("a", "an", "any", "no", "every") for kid in tree.kids(tree.head[find.clause], "det"))


def _aims(reader: _Reader, find: _Find) -> list[Aim]:
    if not find.objects:
        return [Aim(())]
    found = [aim for token in find.objects for aim in aims(reader.tree, reader.lexicon, token)]
    plain = [aim for aim in found if not aim.path]
    merged = [Aim(tuple(dict.fromkeys(t for aim in plain for t in aim.tokens)))] if plain else []
    return merged + [aim for aim in found if aim.path]


def _holders(reader: _Reader, find: _Find, reading: Reading) -> list[tuple[Holder, bool]]:
    """The holders of one use; for "the council should reject it" the one who says so."""
    tree, voices = reader.tree, reader.voices
    tokens = list(find.holders)
    if reading.mandated:
        tokens = subjects(tree, reading.clause)
    speaker = voices.source_at(find.cue)
    number = voices.statement_at(find.cue)
    opinion = find.speaker or (reading.deontic and not any(tree.lower[t] in FIRST_PERSON for t in tokens))
    if opinion:
        if speaker is None or number is None:
            return []
        span = voices.statements[number].source_span
        return [(Holder(speaker, span or (0, 0), voices.statements[number].confidence), not find.speaker)]
    # "France is the only ally that objects": the ally is France.
    named = [t if tree.dep[t] != "attr" else next(iter(clause_subjects(tree, tree.head[t])), t) for t in tokens]
    tokens = named + _company(tree, find, named)
    found: dict[int, Holder] = {}
    for token in tokens:
        for holder in voices.actors_of(token):
            found.setdefault(holder.actor, holder)
    return [(holder, False) for holder in found.values()]


def _company(tree: Tree, find: _Find, tokens: list[int]) -> list[int]:
    """Those who share the attitude: "Like France, China is opposed", "allies including Italy", "along with"."""
    found: list[int] = []
    clauses = [find.clause, *tree.kids(find.clause, "aux", "auxpass")]
    for prep in [prep for clause in clauses for prep in tree.kids(clause, "prep")]:
        if (tree.lower[prep] in ("like", "alongside") and prep < find.cue) or (
            tree.lower[prep] == "with" and prep > 0 and tree.lower[prep - 1] in ("along", "together")
        ):
            found += [t for pobj in tree.kids(prep, "pobj") for t in with_conjuncts(tree, pobj)]
    for token in tokens:
        for prep in tree.kids(token, "prep"):
            if tree.lower[prep] in ("including", "like") or (
                tree.lower[prep] == "with" and tree.lower[prep - 1] in ("along", "together")
            ):
                found += [t for pobj in tree.kids(prep, "pobj") for t in with_conjuncts(tree, pobj)]
    return found


def _make(reader: _Reader, find: _Find, reading: Reading, holder: Holder, aim: Aim, deontic: bool) -> Predication:
    tree, entry = reader.tree, find.entry
    value = reading.value if aim.sign > 0 else -reading.value
    if aim.nested:
        value = max(-1, min(1, value))
    path = (*find.path, *reading.path)
    if find.reverse:
        path = (
            *path,
            PathStep(
                tree.parse.start[find.clause],
                tree.parse.end[find.clause],
                f"{tree.lower[find.clause]}: {show(reading.value)}",
            ),
        )
    if aim.path:
        path = (*path, *aim.path)
    if aim.nested:
        path = (*path, PathStep(*_pair(tree, [aim.tokens[0]]), f"reaction: {show(value)}"))
    hearing = reader.voices.hear(find.cue, holder.actor, reading)
    trust = _TRUST[entry.kind] * reading.trust * (0.8 + 0.2 * holder.trust) * find.trust
    if entry.value < 0 < reading.value:
        trust *= _NO_OBJECTION
    trust *= (0.75 if aim.nested else 1.0) * (_FORMER if reading.former else 1.0) * (0.9 if deontic else 1.0)
    if hearing.statement is not None:
        trust *= 0.7 + 0.3 * reader.voices.statements[hearing.statement].confidence
    return Predication(
        holder=holder.actor,
        holder_span=holder.span,
        value=value,
        objects=tuple(_pair(tree, noun_phrase(tree, token)) for token in aim.tokens),
        object_tokens=aim.tokens,
        path=path,
        evidence=_pair(tree, tree.sentence_tokens(find.cue)),
        rule=entry.rule + (".reaction" if aim.nested else ""),
        mode=hearing.mode,
        form=_form(reader, find, hearing.statement, aim),
        statement=hearing.statement,
        reporters=hearing.reporters,
        explicit=not aim.nested,
        certainty=reading.certainty,
        confidence=round(trust, 3),
        condition=reading.condition,
        timex=_timex(reader, find, reading, hearing.statement),
    )


def _form(reader: _Reader, find: _Find, statement: int | None, aim: Aim) -> StanceForm:
    if aim.nested or find.entry.kind == "reaction":
        return "reaction"
    if statement is not None:
        return reader.voices.statements[statement].form
    return "act" if find.entry.kind in ("act", "realize") else "attitude"


def _pair(tree: Tree, tokens: list[int] | range) -> Pair:
    span = tree.span(tokens)
    return span.start, span.end


def _timex(reader: _Reader, find: _Find, reading: Reading, statement: int | None) -> int | None:
    """The date expression that hangs on the clause itself, else that of the statement."""
    tree = reader.tree
    own: list[int] = []
    for clause in dict.fromkeys((reading.clause, find.clause)):
        if tree.pos[clause] in ("VERB", "AUX"):
            own += tree.kids(clause, "npadvmod", "prep", "advmod")
    for kid in own:
        span = tree.span(tree.subtree(kid))
        for number, candidate in enumerate(reader.candidates):
            if (
                candidate.start < span.end
                and span.start < candidate.end
                and candidate.type in ("DATE", "TIME")
                and span.end - span.start < 60
            ):
                return number
    return None if statement is None else reader.voices.statements[statement].timex
