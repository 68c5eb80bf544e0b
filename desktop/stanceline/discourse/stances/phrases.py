"""Positions told by construction and not by one word: "neither for nor against", "as did X", "would cost jobs".

An echo repeats or contradicts the position told before it, whatever that was; `assess` looks it up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stanceline.discourse.stances.lexicon import Entry, Lexicon, words
from stanceline.discourse.stances.syntax import clause_subjects, is_passive, prepositional, subjects, with_conjuncts
from stanceline.reading.parse import Tree

_LIKEWISE = Entry("likewise", "verb", ("none",), None, None, 2, None, "echo")
_NEITHER = Entry("neither-nor", "verb", ("none",), None, None, 0, 0, "silent")
_BRINGS = {1: Entry("brings good", "verb", ("effect",), None, None, 1, -1, "outcome"),
           -1: Entry("brings harm", "verb", ("effect",), None, None, -1, 1, "outcome")}  # fmt: skip
_UNLIKE = Entry("unlike", "verb", ("none",), None, None, -2, -2, "echo")
_BEGIN = Entry("begin work", "verb", ("none",), None, None, 2, -2, "attitude")
_NO_OTHER = Entry("no alternative", "noun", ("none",), None, None, 1, 1, "evaluation")
_BETTER = Entry("better way", "noun", ("none",), None, None, -1, None, "evaluation")
_TIME = frozenset({"minute", "hour", "day", "week", "month"})
_OWNS = Entry("own plan", "noun", ("none",), None, None, 2, None, "owner")
_NO_REASON = Entry("reason", "noun", ("to",), None, None, 2, -2, "evaluation")
_TALKS = Entry("talks", "noun", ("to",), None, None, 1, -1, "will")
_HELPERS = frozenset({"do", "be", "have", "will", "would"})
_BETWEEN = 5
"""Words between "neither" and "nor"."""
_AWAY = frozenset({"away", "out", "off", "down"})
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A construction: its telling token, its clause, whose it is (nobody named: the speaker's) and what about."""

    cue: int
    clause: int
    entry: Entry
    holders: tuple[int, ...]
    objects: tuple[int, ...]


def phrases(tree: Tree, lexicon: Lexicon, token: int) -> Iterator[Phrase]:
    """The constructions whose telling word is `token`."""
    word = tree.lower[token]
    if word == "nor":
        yield from _balance(tree, lexicon, token)
    if word in ("as", "so", "nor", "neither"):
        yield from _likewise(tree, token)
    if word in ("too", "likewise", "so"):
        yield from _added(tree, token)
    if tree.pos[token] == "VERB":
        yield from _outcome(tree, token)
        yield from _begins(tree, token)
    if tree.pos[token] == "NOUN":
        yield from _owned(tree, token)
        yield from _no_reason(tree, token)
        yield from _no_other_way(tree, token)
        yield from _in_talks(tree, token)


def neither_nor(tree: Tree, lexicon: Lexicon, token: int) -> bool:
    """Whether a word stands within "neither ... nor ..." over two opposite attitudes, which cancel each other."""
    low, high = max(0, token - _BETWEEN), min(len(tree), token + _BETWEEN)
    return any(
        tree.lower[place] == "nor" and _sides(tree, lexicon, place) == {1, -1}
        for place in range(low, high)
        if tree.parse.sentence[place] == tree.parse.sentence[token]
    )


def either_or(tree: Tree, lexicon: Lexicon, token: int) -> bool:
    """Whether a word is one of two opposite attitudes left open: "to support or oppose it", "say yes or no"."""
    low, high = max(0, token - 3), min(len(tree) - 1, token + 3)
    for place in range(low, high):
        if tree.lower[place] != "or" or not place or tree.parse.sentence[place] != tree.parse.sentence[token]:
            continue
        before, after = (_either(tree, lexicon, near) for near in (place - 1, place + 1))
        if before * after < 0:
            return True
    return False


def _either(tree: Tree, lexicon: Lexicon, token: int) -> int:
    answer = {"yes": 1, "aye": 1, "no": -1, "nay": -1}
    return answer.get(tree.lower[token]) or _side(tree, lexicon, token)


def _neither(tree: Tree, nor: int) -> int | None:
    for place in range(nor - 1, max(-1, nor - 2 - _BETWEEN), -1):
        if tree.lower[place] in ("neither", "not"):
            return place
    return None


def _sides(tree: Tree, lexicon: Lexicon, nor: int) -> set[int]:
    first = _neither(tree, nor)
    if first is None:
        return set()
    near = [*range(first + 1, nor), *range(nor + 1, min(len(tree), nor + 3))]
    return {side for place in near if (side := _side(tree, lexicon, place))}


def _side(tree: Tree, lexicon: Lexicon, token: int) -> int:
    part = {"VERB": "verb", "ADJ": "adj", "ADP": "prep", "NOUN": "noun"}.get(tree.pos[token])
    if tree.lower[token] in ("for", "against"):
        return 1 if tree.lower[token] == "for" else -1
    found = lexicon.find(part, tree.lemma[token].lower()) if part is not None else ()  # type: ignore[arg-type]
    values = {(entry.value > 0) - (entry.value < 0) for entry in found if entry.kind in ("attitude", "act")
              and entry.particle is None}  # fmt: skip
    return values.pop() if len(values) == 1 else 0


def _balance(tree: Tree, lexicon: Lexicon, nor: int) -> Iterator[Phrase]:
    """ "Neither supports nor opposes it", "is neither for nor against it"."""
    first = _neither(tree, nor)
    if first is None or _sides(tree, lexicon, nor) != {1, -1}:
        return
    clause = next((a for a in tree.ancestors(nor) if tree.pos[a] in ("VERB", "AUX")), nor)
    holders = subjects(tree, clause) or clause_subjects(tree, clause)
    if not holders and first and tree.pos[first - 1] in _NAMES:
        holders = [first - 1]
    about = [t for t in range(nor + 1, min(len(tree), nor + 9)) if tree.dep[t] in ("dobj", "pobj")]
    same = [t for t in about if tree.parse.sentence[t] == tree.parse.sentence[nor]]
    yield Phrase(nor, clause, _NEITHER, tuple(holders), tuple(same[:2]))


def _likewise(tree: Tree, token: int) -> Iterator[Phrase]:
    """ "As did X", "so does X", "nor does X": X holds what was told just before."""
    helper = token + 1
    if helper + 1 >= len(tree) or tree.lemma[helper] not in _HELPERS or tree.pos[helper] not in ("AUX", "VERB"):
        return
    if tree.lower[token] == "as" and (token == 0 or tree.words[token - 1] not in (",", "—", "–", "-")):
        return
    first = next((t for t in range(helper + 1, min(len(tree), helper + 6)) if tree.pos[t] in _NAMES), None)
    between = range(helper + 1, first or helper + 1)
    if first is None or any(tree.pos[t] not in ("DET", "ADJ", "NUM", "ADV") for t in between):
        return
    while tree.dep[first] in ("compound", "amod", "nmod", "poss", "det") and tree.head[first] > first:
        first = tree.head[first]
    if tree.pos[first] in _NAMES and tree.parse.sentence[first] == tree.parse.sentence[token]:
        yield Phrase(helper, helper, _LIKEWISE, tuple(with_conjuncts(tree, first)), ())


def _added(tree: Tree, token: int) -> Iterator[Phrase]:
    """ "Sweden too.", "Sweden likewise", "not so Sweden": a name alone holds what was told just before, or not."""
    name = tree.head[token]
    if tree.dep[token] != "advmod" or tree.pos[name] not in ("NOUN", "PROPN"):
        return
    if any(tree.dep[kid] not in ("advmod", "neg", "punct", "det", "amod", "compound") for kid in tree.children[name]):
        return
    denied = token > 0 and tree.lower[token - 1] == "not"
    if (tree.lower[token] == "so") == denied and tree.dep[name] in ("ROOT", "npadvmod", "dep", "appos"):
        yield Phrase(token, token, _UNLIKE if denied else _LIKEWISE, (name,), ())


def _begins(tree: Tree, verb: int) -> Iterator[Phrase]:
    """ "Called for work to begin": who wants the work wants the plan."""
    if tree.lemma[verb] not in ("begin", "start", "proceed", "resume", "commence") or tree.tag[verb] != "VB":
        return
    wanted = tree.head[verb]
    works = any(tree.lemma[kid].lower() in words("works") for kid in tree.kids(verb, "nsubj"))
    if works and tree.lemma[wanted] in ("want", "call", "urge", "demand", "like", "wish", "ask", "press"):
        yield Phrase(verb, wanted, _BEGIN, tuple(subjects(tree, wanted)), ())


def _outcome(tree: Tree, verb: int) -> Iterator[Phrase]:
    """What a speaker says a thing would bring: more or less of what is good or bad ("will cost jobs")."""
    lemma = tree.lemma[verb].lower()
    turned = {tree.lower[kid] for kid in tree.kids(verb, "prt", "advmod")} & _AWAY
    more = 1 if lemma in words("more") else -1 if lemma in words("less") or (lemma == "drive" and turned) else 0
    if not more or is_passive(tree, verb) or (tree.tag[verb] in ("VBN", "VBG") and tree.kid(verb, "aux") is None):
        return
    things = [t for kid in tree.kids(verb, "dobj") for t in with_conjuncts(tree, kid)]
    values = {tree.lemma[thing].lower() in words("good") or -(tree.lemma[thing].lower() in words("bad"))
              for thing in things}  # fmt: skip
    if any(tree.lemma[thing].lower() in _TIME for thing in things):
        values |= {1 if lemma == "save" else -1}  # "would add 20 minutes to every trip"
    sides = {int(value) for value in values if value}
    about = subjects(tree, verb)
    if len(sides) == 1 and about:
        yield Phrase(verb, verb, _BRINGS[sides.pop() * more], (), tuple(about))


def _infinitives(tree: Tree, token: int) -> list[int]:
    kids = tree.kids(token, "acl", "relcl", "xcomp", "advcl")
    return [kid for kid in kids if any(tree.lower[aux] == "to" for aux in tree.kids(kid, "aux"))]


def _no_reason(tree: Tree, noun: int) -> Iterator[Phrase]:
    """ "There is no reason to build it", "sees no need to build it"."""
    if tree.lemma[noun].lower() not in ("reason", "need", "point", "sense", "justification"):
        return
    verb, deeds = tree.head[noun], _infinitives(tree, noun)
    if deeds and any(tree.lower[kid] == "no" for kid in tree.kids(noun, "det")):
        seen = tree.lemma[verb] in ("see", "have", "find")
        yield Phrase(noun, noun, _NO_REASON, tuple(subjects(tree, verb)) if seen else (), tuple(deeds))


def _no_other_way(tree: Tree, noun: int) -> Iterator[Phrase]:
    """ "There is no alternative (to it)", "there are better ways": a speaker's judgment of the plan."""
    if tree.lemma[noun].lower() not in ("alternative", "way", "substitute", "solution", "option"):
        return
    verb = tree.head[noun]
    if tree.lemma[verb] != "be" or tree.kid(verb, "expl") is None:
        return
    around = {tree.lower[kid] for kid in tree.kids(noun, "det", "amod")}
    if "better" in around and "no" not in around:
        yield Phrase(noun, verb, _BETTER, (), ())
    elif "no" in around and (tree.lemma[noun].lower() in ("alternative", "substitute") or "other" in around):
        yield Phrase(noun, noun, _NO_OTHER, (), tuple(prepositional(tree, noun, frozenset({"to", "for"}))))


def _in_talks(tree: Tree, noun: int) -> Iterator[Phrase]:
    """ "Is in talks to finance it": whoever negotiates to carry out a plan leans to it."""
    prep = tree.head[noun]
    if tree.lemma[noun].lower() in ("talk", "negotiation") and tree.lower[prep] == "in" and tree.dep[noun] == "pobj":
        verb = tree.head[prep]
        deeds = [kid for token in (noun, verb) for kid in _infinitives(tree, token) if kid > noun]
        if deeds and tree.pos[verb] in ("AUX", "VERB"):
            yield Phrase(noun, verb, _TALKS, tuple(subjects(tree, verb)), tuple(deeds[:1]))


def _owned(tree: Tree, noun: int) -> Iterator[Phrase]:
    """A plan in somebody's possession: "the council's planned tram", "her proposal for a levy"."""
    planned = any(tree.lower[kid] in ("planned", "proposed") for kid in tree.kids(noun, "amod"))
    if planned or tree.lemma[noun].lower() in words("own"):
        owners = [t for kid in tree.kids(noun, "poss") for t in with_conjuncts(tree, kid)]
        if owners:
            yield Phrase(noun, noun, _OWNS, tuple(owners), (noun,))
