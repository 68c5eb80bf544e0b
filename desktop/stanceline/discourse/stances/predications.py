"""Finds who speaks or acts in favor of or against something, whatever that is, in one article.

The rules read the parse and the stance lexicon; what is favored or disfavored is matched with proposals
later (`assess`), so that a new debate never means reading again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.stances.contrast import is_supposed, is_taken_back
from stanceline.discourse.stances.holders import FIRST_PERSON, Holder, Voices, called_by_name
from stanceline.discourse.stances.lexicon import load_lexicon, words
from stanceline.discourse.stances.objects import Aim, aims, passed_over
from stanceline.discourse.stances.polarity import FORMERLY, Reading, read_polarity, show
from stanceline.discourse.stances.syntax import (
    clause_subjects,
    is_passive,
    noun_phrase,
    subjects,
    with_conjuncts,
)
from stanceline.discourse.stances.uses import Reader, Use, uses_at
from stanceline.reading.article import Article
from stanceline.reading.parse import Tree
from stanceline.records import Pair, PathStep, Predication, StanceForm, Statement
from stanceline.temporal.timex import Candidate, candidates_in

_FOR_ANOTHER, _FORMER = 0.9, 0.45
_NO_OBJECTION = 0.8
"""Not opposing is a weaker sign of favor than favoring."""
_NOBODY = Holder(-1, (0, 0), 1.0)
_INFERRED = ("outcome", "effect", "hint")
"""What a thing would bring tells a side only to a reader who infers it, unless it is a saying."""
_TRUST = {
    "attitude": 0.9, "act": 0.88, "will": 0.8, "realize": 0.62, "reaction": 0.75, "effect": 0.55, "evaluation": 0.72,
    "open": 0.75, "silent": 0.85, "agent": 0.85, "echo": 0.75, "turn": 0.7, "outcome": 0.5, "owner": 0.7,
    "deed": 0.7, "saying": 0.72, "hint": 0.5,
}  # fmt: skip


def find_predications(
    article: Article, tree: Tree, cast: Cast, statements: Sequence[Statement], candidates: Sequence[Candidate]
) -> tuple[Predication, ...]:
    """All predications of favor and disfavor of the article's prose, in the order of the text.

    The evidence of each is the sentence that carries it. Those whose holder cannot be
    told are left out, but for what was done with a thing: "it was rejected".
    """
    del article  # Its text is the tree's; the signature is that of all finders.
    reader = Reader(tree, load_lexicon(), Voices(tree, cast, statements), candidates)
    found: list[Predication] = []
    for token in range(len(tree)):
        if not reader.voices.is_question(token):
            for use in uses_at(reader, token):
                found += _predications(reader, use)
    unique = {(p.evidence, p.holder, p.objects, p.value, p.rule, p.path): p for p in found}
    return tuple(
        sorted(
            unique.values(),
            key=lambda p: (p.evidence, p.path[0].start, p.objects, -1 if p.holder is None else p.holder, p.rule),
        )
    )


# ---- from uses to predications -------------------------------------------------------------------------


def _predications(reader: Reader, use: Use) -> Iterator[Predication]:
    tree = reader.tree
    reading = read_polarity(tree, reader.lexicon, use.cue, use.clause, use.entry)
    if reading is None or _is_anyone(tree, use) or _is_in_a_claim(tree, use.clause) or is_supposed(tree, use.clause):
        return
    if reading.value == 0 and (use.entry.negated != 0 if use.entry.value != 0 else use.entry.kind != "silent"):
        return
    if use.reverse:
        # Who drops an objection need not be in favor; who withdraws support is against.
        reading = replace(reading, value=min(-reading.value, 1))
    holders = _holders(reader, use, reading)
    for holder, deontic in holders:
        for aim in _aims(reader, use):
            made = _make(reader, use, reading, holder, aim, deontic)
            yield made
            yield from _spokesperson(reader, use, made)
    if not holders and use.entry.lemma in words("deciding") and is_passive(tree, use.clause):
        # "The plan was rejected": nobody's position, but what people then welcome or regret.
        for aim in _aims(reader, use):
            yield replace(_make(reader, use, reading, _NOBODY, aim, False), holder=None, holder_span=None)


def _spokesperson(reader: Reader, use: Use, made: Predication) -> Iterator[Predication]:
    """Who says for a state or body where it stands, stands there too: "Norway is opposed, its minister said"."""
    source = reader.voices.source_at(use.cue)
    if made.mode == "first_hand" and made.explicit and source is not None and source != made.holder:
        number = reader.voices.statement_at(use.cue)
        span = None if number is None else reader.voices.statements[number].source_span
        trust = round(made.confidence * _FOR_ANOTHER, 3)
        yield replace(made, holder=source, holder_span=span, confidence=trust, rule=made.rule + ".spokesperson")


def _is_in_a_claim(tree: Tree, clause: int) -> bool:
    """Whether a clause is what a noun of saying holds ("claims that it is wrong"): nobody here says it."""
    head = tree.head[clause]
    inside = tree.dep[clause] in ("acl", "ccomp") and tree.pos[head] == "NOUN"
    return inside and tree.lemma[head].lower() in words("claim")


def _is_anyone(tree: Tree, use: Use) -> bool:
    """Whether a clause only picks out one of many ("no plan they opposed"), which is no position on any.

    Nor has anybody one of whom only "not all" do something.
    """
    if any(_is_not_all(tree, token) for token in use.holders):
        return True
    if tree.dep[use.clause] != "relcl" or tree.head[use.clause] not in use.objects:
        return False
    return any(tree.lower[kid] in ("a", "an", "any", "no", "every") for kid in tree.kids(tree.head[use.clause], "det"))


def _is_not_all(tree: Tree, token: int) -> bool:
    kids = [token, *tree.kids(token, "det", "predet", "amod", "nsubj")]
    return any(
        tree.lower[kid] in ("all", "every", "everybody", "everyone") and kid and tree.lower[kid - 1] == "not"
        for kid in kids
    )


def _aims(reader: Reader, use: Use) -> list[Aim]:
    tree = reader.tree
    if not use.objects or use.bare or use.entry.kind in ("echo", "turn") or "ask" in use.entry.slots:
        return [Aim(use.objects)]
    spurned = [pair for token in use.objects for pair in passed_over(tree, token)]
    others = {token for token, _ in spurned}
    found = [aim for t in use.objects if t not in others for aim in aims(reader.tree, reader.lexicon, t)]
    if use.entry.value > 0:
        says = f"instead: {show(-use.entry.value)}"
        found += [Aim((t,), -1, (PathStep(*_pair(tree, [word]), says),)) for t, word in spurned]
    found += _blamed_for(reader, use)
    plain = [aim for aim in found if not aim.path]
    if len(use.objects) - len(others) > 1 and all(tree.pos[token] in ("NOUN", "PROPN") for token in use.objects):
        return found  # "opposes both the dam and the levy": each is a thing of its own.
    merged = [Aim(tuple(dict.fromkeys(t for aim in plain for t in aim.tokens)))] if plain else []
    return merged + [aim for aim in found if aim.path]


def _holders(reader: Reader, use: Use, reading: Reading) -> list[tuple[Holder, bool]]:
    """The holders of one use; for "the council should reject it" the one who says so."""
    tree, voices = reader.tree, reader.voices
    tokens = list(use.holders)
    if reading.mandated:
        tokens = subjects(tree, reading.clause)
    speaker = voices.source_at(use.cue)
    number = voices.statement_at(use.cue)
    opinion = use.speaker or (reading.deontic and not any(tree.lower[t] in FIRST_PERSON for t in tokens))
    if opinion:
        if speaker is None or number is None:
            return []
        span = voices.statements[number].source_span
        return [(Holder(speaker, span or (0, 0), voices.statements[number].confidence), not use.speaker)]
    # "France is the only ally that objects": the ally is France.
    named = [t if tree.dep[t] != "attr" else next(iter(clause_subjects(tree, tree.head[t])), t) for t in tokens]
    named = [member for token in named for member in _one_of(tree, token)]
    tokens = called_by_name(voices, named + _company(tree, use, named))
    found: dict[int, Holder] = {}
    for token in tokens:
        for holder in voices.actors_of(token):
            found.setdefault(holder.actor, holder)
    return [(holder, False) for holder in found.values()]


def _one_of(tree: Tree, token: int) -> list[int]:
    """Who is counted among those of whom something is told: "was among those who", "was one of three to"."""
    prep = tree.head[token]
    if tree.dep[token] != "pobj" or tree.lower[prep] not in ("among", "of"):
        return [token]
    verb = tree.head[prep]
    if tree.lower[prep] == "of":
        if tree.lower[verb] != "one" or tree.dep[verb] != "attr":
            return [token]
        verb = tree.head[verb]
    return clause_subjects(tree, verb) if tree.lemma[verb] == "be" else [token]


def _company(tree: Tree, use: Use, tokens: list[int]) -> list[int]:
    """Those who share the attitude: "Like France, China is opposed", "allies including Italy", "along with"."""
    found: list[int] = []
    clauses = [use.clause, *tree.kids(use.clause, "aux", "auxpass")]
    for prep in [prep for clause in clauses for prep in tree.kids(clause, "prep")]:
        if (tree.lower[prep] in ("like", "alongside") and prep < use.cue) or (
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


def _blamed_for(reader: Reader, use: Use) -> list[Aim]:
    """What somebody is praised or blamed for: "criticized Norway for blocking it" leans toward it."""
    tree = reader.tree
    if use.entry.pos != "verb" or use.entry.kind != "attitude":
        return []
    deeds = [
        deed for prep in tree.kids(use.cue, "prep") if tree.lower[prep] == "for" for deed in tree.kids(prep, "pcomp")
    ]
    found = [aim for deed in deeds for aim in aims(tree, reader.lexicon, deed)]
    return [replace(aim, nested=True) if aim.path else replace(aim, path=_blame(tree, use)) for aim in found]


def _blame(tree: Tree, use: Use) -> tuple[PathStep, ...]:
    return (PathStep(*_pair(tree, [use.cue]), f"{tree.lower[use.cue]}: for a deed"),)


def _make(reader: Reader, use: Use, reading: Reading, holder: Holder, aim: Aim, deontic: bool) -> Predication:
    tree, entry = reader.tree, use.entry
    value = reading.value if aim.sign > 0 else -reading.value
    if aim.nested:
        value = max(-1, min(1, value))
    path = (*use.path, *reading.path)
    if use.reverse:
        path = (
            *path,
            PathStep(
                tree.parse.start[use.clause],
                tree.parse.end[use.clause],
                f"{tree.lower[use.clause]}: {show(reading.value)}",
            ),
        )
    if aim.path:
        path = (*path, *aim.path)
    if aim.nested:
        path = (*path, PathStep(*_pair(tree, [aim.tokens[0]]), f"reaction: {show(value)}"))
    hearing = reader.voices.hear(use.cue, holder.actor, reading)
    trust = _TRUST[entry.kind] * reading.trust * (0.8 + 0.2 * holder.trust) * use.trust
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
        evidence=_pair(tree, tree.sentence_tokens(use.cue)),
        rule=entry.rule + (".reaction" if aim.nested else ""),
        mode=hearing.mode,
        form=_form(reader, use, hearing.statement, aim),
        statement=hearing.statement,
        reporters=hearing.reporters,
        explicit=not (aim.nested or entry.kind in _INFERRED or _is_over(reader, use, reading))
        and not is_taken_back(tree, use.clause, entry, value),
        certainty=reading.certainty,
        confidence=round(trust, 3),
        condition=reading.condition,
        timex=_timex(reader, use, reading, hearing.statement),
    )


def _is_over(reader: Reader, use: Use, reading: Reading) -> bool:
    """Whether a position is told as one of another time ("had spoken against it in May"), which need not be today's."""
    tree = reader.tree
    if not reading.former:
        return False
    adverbs = [kid for clause in (reading.clause, use.clause) for kid in tree.kids(clause, "advmod")]
    return any(tree.lower[kid] in FORMERLY for kid in adverbs) or _timex(reader, use, reading, None) is not None


def _form(reader: Reader, use: Use, statement: int | None, aim: Aim) -> StanceForm:
    if aim.nested or use.entry.kind == "reaction":
        return "reaction"
    if statement is not None:
        return reader.voices.statements[statement].form
    return "act" if use.entry.kind in ("act", "realize", "deed") else "attitude"


def _pair(tree: Tree, tokens: list[int] | range) -> Pair:
    span = tree.span(tokens)
    return span.start, span.end


def _timex(reader: Reader, use: Use, reading: Reading, statement: int | None) -> int | None:
    """The date expression that hangs on the clause itself, else that of the statement."""
    tree = reader.tree
    own: list[int] = []
    for clause in dict.fromkeys((reading.clause, use.clause)):
        if tree.pos[clause] in ("VERB", "AUX"):
            own += tree.kids(clause, "npadvmod", "prep", "advmod")
    for kid in own:
        span = tree.span(tree.subtree(kid))
        for number in candidates_in(reader.candidates, span.start, span.end):
            if reader.candidates[number].type in ("DATE", "TIME") and span.end - span.start < 60:
                return number
    return None if statement is None else reader.voices.statements[statement].timex
