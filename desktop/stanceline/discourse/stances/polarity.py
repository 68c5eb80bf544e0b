"""What stands around an attitude and moves its value: negation, governing words, modals, conditions, hedges.

`read_polarity` climbs from the clause of an attitude through the words that govern it ("did not refuse to back") and
returns the value with the path that led to it, or None where nobody takes a position: questions, "whether", "if".
"""

from dataclasses import dataclass, replace

from stanceline.discourse.stances.embedded import is_subjunctive, read_above, thinker
from stanceline.discourse.stances.lexicon import Effect, Entry, Lexicon, words
from stanceline.discourse.stances.syntax import is_passive
from stanceline.reading.parse import Tree
from stanceline.records import Certainty, Pair, PathStep

_NOT_ONLY = frozenset({"only", "just", "merely", "simply", "solely", "exactly"})
_NEGATIVE_ADVERBS = frozenset({"never", "hardly", "barely", "scarcely", "nowhere", "neither", "nor"})
_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "no-one", "neither"})
_CONDITIONS = frozenset({"if", "unless", "until", "once", "provided", "providing", "before", "till"})
_DEONTIC = frozenset({"should", "must", "ought", "need", "shall"})
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "apparently"})
_PROBABLY = frozenset({"probably", "likely", "presumably", "seemingly"})
_PERHAPS = frozenset({"perhaps", "possibly", "maybe", "potentially", "conceivably"})
FORMERLY = frozenset({"once", "previously", "formerly", "initially", "originally", "earlier", "long-ago"})
_RANK: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class Reading:
    """A value with what led to it. `clause` is the topmost verb that still belongs to the holder's attitude."""

    value: int
    path: tuple[PathStep, ...]
    clause: int
    certainty: Certainty = "certain"
    condition: Pair | None = None
    hearsay: bool = False
    guess: bool = False
    deontic: bool = False
    mandated: bool = False
    trust: float = 1.0
    former: bool = False


GIVEN_UP = "no longer"
"""The word of a path by which a holder gives up a position."""
_NO_MORE = ("longer", "more")


def show(value: int) -> str:
    """A value as the path shows it: `-2`, `0`, `+1`."""
    return f"{value:+d}" if value else "0"


def step(tree: Tree, token: int, says: str) -> PathStep:
    """A cue of the path at one token."""
    return PathStep(tree.parse.start[token], tree.parse.end[token], says)


def read_polarity(tree: Tree, lexicon: Lexicon, cue: int, clause: int, entry: Entry) -> Reading | None:
    """The value of `entry` at token `cue` in the clause headed by `clause`; None where no position is taken."""
    start = Reading(entry.value, (step(tree, cue, f"{entry.name}: {show(entry.value)}"),), clause)
    if entry.kind in ("saying", "hint"):
        return start  # A pattern holds its own negations.
    fixed = [kid for kid in tree.kids(cue, "dobj") if entry.noun is not None and tree.lower[kid] == entry.noun]
    few = ("no", "little", "scant")
    denied = [word for noun in fixed for word in tree.kids(noun, "det", "amod") if tree.lower[word] in few]
    reading = _negate(tree, start, negations(tree, clause, cue) + denied, entry)
    for _ in range(6):
        if reading is None:
            return None
        reading = _modal(tree, reading, entry.kind)
        if reading is None or _is_open_question(tree, reading.clause):
            return None
        above = _govern(tree, lexicon, reading)
        if above is None or above.clause == reading.clause:
            reading = above
            break
        reading = above
    if reading is not None and reading.mandated and entry.kind == "deed" and entry.value < 0:
        return None  # Who urges others to withdraw may mean any step of theirs.
    if reading is not None and entry.kind == "deed" and entry.negated is None and reading.value * entry.value < 0:
        return None  # Who decides against going to court need not be in favor.
    reading = None if reading is None else _over(tree, reading, entry)
    return None if reading is None else _conditions(tree, reading, clause, entry.kind)


def _over(tree: Tree, reading: Reading, entry: Entry) -> Reading | None:
    """The reading under the verbs over its finite clause: "does not think it should be built"; None where dropped."""
    clause = reading.clause
    for _ in range(3):
        head = thinker(tree, clause)
        if head is None:
            return reading
        joined = tree.head[head] if tree.dep[head] == "acomp" else head
        denied = negations(tree, joined, head)
        what = read_above(tree, clause, head, entry, denied=bool(denied), deontic=reading.deontic)
        if what == "drop":
            return None
        if what == "turn":
            value = min(1, -reading.value)
            path = (*reading.path, step(tree, denied[0] if denied else head, f"{tree.lower[head]}: {show(value)}"))
            reading = replace(reading, value=value, path=path)
        clause = head
    return reading


def negations(tree: Tree, clause: int, cue: int) -> list[int]:
    """The words that negate a clause or the cue in it ("not", "never", "no objection", "nobody")."""
    found = [
        kid
        for token in dict.fromkeys((clause, cue))
        for kid in tree.kids(token, "neg", "preconj")
        if _negates(tree, kid)
    ]
    found += [kid for kid in tree.kids(clause, "advmod", "cc") if tree.lower[kid] in _NEGATIVE_ADVERBS]
    # "no longer", "no more": the parser hangs the negation on the adverb.
    found += [
        kid
        for token in dict.fromkeys((clause, cue))
        for adverb in tree.kids(token, "advmod")
        if tree.lower[adverb] in _NO_MORE
        for kid in tree.kids(adverb, "neg", "det")
        if tree.lower[kid] == "no"
    ]
    found += [kid for kid in tree.kids(cue, "det") if tree.lower[kid] in ("no", "neither")]
    for subject in tree.kids(clause, "nsubj"):
        if tree.lower[subject] in _NEGATIVE_SUBJECTS:
            found.append(subject)
        found += [kid for kid in tree.kids(subject, "det") if tree.lower[kid] in ("no", "neither")]
    if not found and tree.dep[clause] == "conj" and tree.kid(clause, "nsubj", "neg", "aux", "auxpass") is None:
        # "did not back or endorse it": one negation over both verbs, unless "but" turns the second round.
        head = tree.head[clause]
        if any(tree.lower[cc] in ("or", "nor") for cc in tree.kids(head, "cc")):
            found = [kid for kid in tree.kids(head, "neg") if _negates(tree, kid)]
    return sorted(set(found))


def _negates(tree: Tree, token: int) -> bool:
    if tree.lower[token] not in ("not", "n't", "n’t", "never", "no", "neither", "nor", "nt", "cannot"):
        return False
    return not (token + 1 < len(tree) and tree.lower[token + 1] in _NOT_ONLY)


def _negate(tree: Tree, reading: Reading, words: list[int], entry: Entry | None) -> Reading | None:
    """The reading under negations. Without an entry the sign turns: refusing to refuse is agreeing."""
    for word in words:
        value = _negated_value(reading.value, entry)
        if value is None:
            return None
        reading = replace(
            reading, value=value, path=(*reading.path, step(tree, word, f"{_spelled(tree, word)}: {show(value)}"))
        )
        entry = None
    return reading


def _spelled(tree: Tree, word: int) -> str:
    """The negation as the path shows it, `no longer` in full."""
    follows = tree.lower[word + 1] if word + 1 < len(tree) else ""
    return GIVEN_UP if tree.lower[word] == "no" and follows in _NO_MORE else tree.lower[word]


def _negated_value(value: int, entry: Entry | None) -> int | None:
    """The value under a negation: the entry's own, without one the other sign."""
    if entry is not None:
        return entry.negated
    return {2: -2, 1: -1, 0: 0, -1: 1, -2: 1}[value]


def _modal(tree: Tree, reading: Reading, kind: str) -> Reading | None:
    """The reading under modals and hedging adverbs of its clause; None where an act is only in somebody's power."""
    able = kind in ("act", "realize") and not tree.kids(reading.clause, "neg")
    for kid in tree.kids(reading.clause, "aux", "advmod", "npadvmod"):
        word = tree.lower[kid]
        if tree.dep[kid] == "aux":
            if word in ("had", "'d") and tree.tag[kid] == "VBD":
                reading = replace(reading, former=True)
            elif word in ("may", "might", "could"):
                reading = _less(reading, "possible")
            elif word == "can" and able:
                return None
            elif word in _DEONTIC:
                reading = replace(reading, deontic=True)
        elif word in _HEARSAY:
            reading = replace(reading, hearsay=True, path=(*reading.path, step(tree, kid, f"{word}: hearsay")))
        elif word in _PROBABLY:
            reading = _less(reading, "probable")
        elif word in _PERHAPS:
            reading = _less(reading, "possible")
        elif word in FORMERLY and tree.tag[reading.clause] in ("VBD", "VBN"):
            reading = replace(reading, former=True)
    return reading


def _less(reading: Reading, certainty: Certainty) -> Reading:
    return replace(reading, certainty=certainty) if _RANK[certainty] > _RANK[reading.certainty] else reading


def _is_open_question(tree: Tree, clause: int) -> bool:
    marks = {tree.lower[kid] for kid in tree.kids(clause, "mark", "advmod", "preconj")}
    if "whether" in marks or ("if" in marks and tree.dep[clause] in ("advcl", "ccomp")):
        return True
    if "how" in marks and any(tree.lower[kid] == "to" for kid in tree.kids(clause, "aux")):
        return True
    if "unless" in marks or ("lest" in marks):
        return True
    last = tree.sentence_tokens(clause)[-1]
    return any(tree.words[token] == "?" for token in range(max(last - 1, clause), last + 1))


def _govern(tree: Tree, lexicon: Lexicon, reading: Reading) -> Reading | None:
    """One step up: what the word above does to the attitude below it. The same reading where nothing governs it."""
    clause = reading.clause
    label, head = tree.dep[clause], tree.head[clause]
    if head == clause or label not in ("xcomp", "acl", "pcomp", "ccomp", "advcl", "acomp"):
        return reading
    if label == "pcomp":
        preposition, head = head, tree.head[head]
        if tree.lower[preposition] == "without" or tree.lower[max(0, preposition - 1)] in ("instead", "rather"):
            return None  # "ended without adopting it" tells no side of it.
        if tree.lower[preposition] not in ("to", "of", "on", "in", "from", "against", "for", "at"):
            return reading
        if tree.lower[preposition] == "against" and tree.lemma[head] in (
            "decide",
            "vote",
            "advise",
            "rule",
            "recommend",
            "argue",
            "warn",
        ):
            return _turn(tree, replace(reading, clause=head), preposition)
    infinitive = any(tree.lower[kid] == "to" for kid in tree.kids(clause, "aux"))
    if label == "advcl" and not infinitive:
        return reading
    if label == "ccomp" and tree.lemma[head] in words("moving that") and is_subjunctive(tree, clause):
        says = step(tree, head, f"{tree.lower[head]}: asks for it")
        risen = replace(reading, clause=head, mandated=True, path=(*reading.path, says))
        return _negate(tree, risen, negations(tree, head, head), None)
    if label == "ccomp" and not (infinitive or (tree.tag[clause] == "VB" and not tree.kids(clause, "aux"))):
        return reading
    if label == "acl" and not infinitive:
        return reading
    judged = tree.kid(head, "acomp") if tree.lemma[head] == "be" and infinitive else None
    if judged is not None and "reverse" in lexicon.governors.get(tree.lemma[judged], ()):
        return _turn(tree, replace(reading, clause=head), judged)  # "It would be rude not to sign."
    particle = next((f"{tree.lemma[head]}_{tree.lower[kid]}" for kid in tree.kids(head, "prt")), tree.lower[head])
    noun = f"{tree.lemma[head]}_{tree.pos[head].lower()}"
    effects = frozenset(e for name in (tree.lemma[head], particle, noun) for e in lexicon.governors.get(name, ()))
    return _apply(tree, reading, head, effects, infinitive)


def _apply(tree: Tree, reading: Reading, head: int, effects: frozenset[Effect], infinitive: bool) -> Reading | None:
    clause = reading.clause
    shifted = tree.kid(head, "dobj") is not None or tree.kid(clause, "nsubj") is not None
    passive = tree.pos[head] == "VERB" and is_passive(tree, head)
    if passive and "said" in effects:
        return replace(
            reading, clause=head, hearsay=True, path=(*reading.path, step(tree, head, f"{tree.lower[head]}: hearsay"))
        )
    if passive and "guess" in effects:
        says = f"{tree.lower[head]}: others' guess"
        return replace(
            _less(reading, "probable"), clause=head, guess=True, path=(*reading.path, step(tree, head, says))
        )
    if shifted and "mandate" in effects and not passive:
        risen = replace(
            reading,
            clause=head,
            mandated=True,
            path=(*reading.path, step(tree, head, f"{tree.lower[head]}: asks for it")),
        )
        return _negate(tree, risen, negations(tree, head, head), None)
    if "drop" in effects or (passive and "mandate" in effects and tree.lemma[head] not in words("moving")):
        return None  # "was told to oppose it" is the will of whoever told.
    if "reverse" in effects:
        return _turn(tree, replace(reading, clause=head), head)
    known: frozenset[Effect] = frozenset({"keep", "probable", "possible"})
    if not effects & known and not (tree.dep[clause] == "xcomp" and infinitive):
        return reading
    risen = replace(reading, clause=_finite(tree, head), trust=reading.trust * (1.0 if effects & known else 0.8))
    if "possible" in effects:
        risen = _less(risen, "possible")
    elif "probable" in effects:
        risen = _less(risen, "probable")
    return _negate(tree, risen, negations(tree, risen.clause, head), None)


def _turn(tree: Tree, reading: Reading, word: int) -> Reading | None:
    """The sign reversed by a word such as "refuse", then by the negations of that word's own clause."""
    value = _negated_value(reading.value, None) or 0
    path = (*reading.path, step(tree, word, f"{tree.lower[word]}: {show(value)}"))
    clause = _finite(tree, reading.clause)
    return _negate(tree, replace(reading, value=value, path=path, clause=clause), negations(tree, clause, word), None)


def _finite(tree: Tree, head: int) -> int:
    """The verb over an adjective or noun that governs: "is reluctant to", "announced its refusal to"."""
    up = tree.head[head]
    if (
        tree.pos[head] in ("ADJ", "NOUN")
        and tree.dep[head] in ("acomp", "dobj", "attr")
        and tree.pos[up] in ("VERB", "AUX")
    ):
        return up
    return head


def _is_until_then(tree: Tree, clause: int, kid: int) -> bool:
    """Whether a past attitude ended with something past: "was against it till she saw the figures"."""
    words_of_it = [kid, *tree.kids(kid, "mark")]
    past = tree.tag[kid] == "VBD" or any(tree.parse.entity[t].endswith("-DATE") for t in tree.kids(kid, "pobj"))
    ends = any(tree.lower[word] in ("until", "till") for word in words_of_it)
    return ends and past and tree.tag[clause] == "VBD"


def _conditions(tree: Tree, reading: Reading, cue_clause: int, kind: str) -> Reading:
    """The reading with the condition that hangs on its clause, if one does: a yes with an if is a weaker yes."""
    for clause in dict.fromkeys((reading.clause, cue_clause)):
        for kid in tree.kids(clause, "advcl", "prep"):
            if kind == "attitude" and _is_until_then(tree, clause, kid):
                value = -max(-1, min(1, reading.value))
                return replace(
                    reading, value=value, path=(*reading.path, step(tree, kid, f"until then: {show(value)}"))
                )
            mark = next((m for m in tree.kids(kid, "mark", "advmod") if tree.lower[m] in _CONDITIONS), None)
            if tree.dep[kid] == "prep" and not (tree.lower[kid] == "on" and _has_condition(tree, kid)):
                continue
            if tree.dep[kid] == "advcl" and (mark is None or _is_concession(tree, mark)):
                continue
            if reading.value > 0 and mark is not None and tree.lower[mark] in ("before", "until", "till"):
                continue
            span = tree.span(tree.subtree(kid))
            value = max(-1, min(1, reading.value))
            if value > 0 and _is_only_then(tree, mark, kid):
                value = -1
            path = (*reading.path, PathStep(span.start, span.end, f"condition: {show(value)}"))
            return replace(reading, value=value, condition=(span.start, span.end), path=path)
    return reading


def _is_only_then(tree: Tree, mark: int | None, clause: int) -> bool:
    """Whether it is a no unless the condition is met: "only if", "and not otherwise", "and not a day before"."""
    first = tree.subtree(clause)[0]
    if tree.lower[max(0, first - 1)] == "only" or (mark is not None and tree.lower[max(0, mark - 1)] == "only"):
        return True
    rest = tree.lower[first : tree.sentence_tokens(clause)[-1] + 1]
    after = rest[rest.index("not") + 1 :][:4] if "not" in rest else ()
    return bool({"otherwise", "before", "sooner", "earlier"} & set(after))


def _has_condition(tree: Tree, preposition: int) -> bool:
    return any(tree.lower[kid] == "condition" for kid in tree.kids(preposition, "pobj"))


def _is_concession(tree: Tree, mark: int) -> bool:
    return mark > 0 and tree.lower[mark - 1] == "even"
