"""Finds what a date expression dates: the verb or the noun of the happening that governs it."""

from dataclasses import dataclass

from stanceline.discourse.events.words import EventWords
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.temporal.timex import Candidate

_VERBS = ("VERB", "AUX")
# "before June" and "since 2019" bound a time and do not say when something happened.
_VAGUE = {"now", "today", "currently", "this week", "this year", "these days", "at the moment"}
_BOUNDS = {"before", "after", "since", "until", "till", "than", "through", "beyond", "past", "like"}
GIVEN_UP = {"originally", "initially", "first", "previously"}
"""Adverbs by which a date that was set no longer holds."""
ATTEMPTS = {"try", "attempt"}
"""Verbs that have the date of the infinitive behind them."""
_PARTS = {
    "end", "beginning", "start", "middle", "half", "quarter", "part", "rest", "course", "eve", "morning", "evening",
    "afternoon", "night", "day", "days", "week", "weekend", "month", "hour", "spring", "summer", "autumn", "fall",
    "winter", "season", "third", "first", "minute", "year", "time", "period", "close", "run", "most", "all",
}  # fmt: skip
"""Of these a date may follow that is still the date of what is told: "at the end of May"."""
_EVES = {"eve", "day", "run-up", "days", "weeks", "morning", "night"}


@dataclass(frozen=True)
class Anchors:
    """For verbs and nouns the index of the date expression that dates them; all tokens of date expressions."""

    verbs: dict[int, int]
    nouns: dict[int, int]
    tokens: frozenset[int]


def find_anchors(
    tree: Tree, candidates: tuple[Candidate, ...], words: EventWords, *, skip: frozenset[int] = frozenset()
) -> Anchors:
    """Each expression that names a point in time goes to the nearest noun of a happening above it, or to the verb.

    Those whose index is in `skip` date nothing here.
    """
    verbs: dict[int, int] = {}
    nouns: dict[int, int] = {}
    inside: set[int] = set()
    # "has been canceled and will now be held next Wednesday": what says least comes last.
    order = sorted(range(len(candidates)), key=lambda index: candidates[index].text.lower() in _VAGUE)
    for index in order:
        candidate = candidates[index]
        tokens = list(tree.tokens_in(Span(candidate.start, candidate.end)))
        if not tokens:
            continue
        if candidate.type in ("DATE", "TIME") or len(tokens) > 1:
            inside.update(tokens)
        if candidate.type not in ("DATE", "TIME") or index in skip:
            continue
        top = tree.root_of(tokens)
        if top is None or _when_clause(tree, tokens, index, verbs):
            continue
        _place(tree, top, index, words, verbs, nouns)
    return Anchors(verbs, nouns, frozenset(inside))


def _when_clause(tree: Tree, tokens: list[int], index: int, verbs: dict[int, int]) -> bool:
    """As in "next week, when leaders meet": the date is the meeting's, and of what else is told if nothing bars it."""
    after = tokens[-1] + 1
    if after < len(tree) and tree.words[after] == ",":
        after += 1
    if after >= len(tree) or tree.lower[after] != "when" or tree.sentence[after] != tree.sentence[tokens[0]]:
        return False
    verb = tree.head[after]
    if tree.pos[verb] not in _VERBS or verb < after:
        return False
    verbs.setdefault(_main(tree, verb), index)
    before = tree.head[tokens[0]] if tree.pos[tree.head[tokens[0]]] == "ADP" else tokens[0] - 1
    return before >= 0 and tree.lower[before] in _BOUNDS


def _place(tree: Tree, top: int, index: int, words: EventWords, verbs: dict[int, int], nouns: dict[int, int]) -> None:
    token = top
    if tree.pos[top] == "ADP" and tree.lower[top] in _BOUNDS and not _is_deadline(tree, top):
        return
    while True:
        above = tree.head[token]
        if above == token:
            # A fragment without a verb, such as a headline or a list: its noun is the happening.
            # "The item returns next July": the parse may take the verb for one.
            lemma = tree.lemma[token]
            if tree.pos[token] in ("NOUN", "PROPN") and (
                words.has("noun", lemma, "happening") or words.has("verb", lemma, "happening")
            ):
                nouns.setdefault(token, index)
            return
        if token == top and tree.dep[top] == "pobj" and is_attribute(tree, above, words):
            return
        if tree.pos[above] == "ADP" and tree.lower[above] in _BOUNDS and not _is_deadline(tree, above):
            return
        planned = _planned_noun(tree, above, words)
        if planned is not None:
            nouns.setdefault(planned, index)
            return
        if tree.pos[above] in _VERBS and tree.dep[token] not in ("nsubj", "nsubjpass", "dobj"):
            verbs.setdefault(_tried(tree, _dated_verb(tree, above)), index)
            return
        if tree.pos[above] in _VERBS:
            if tree.dep[token] != "dobj" or token != top:
                verbs.setdefault(_main(tree, above), index)
            return
        if tree.pos[above] in ("NOUN", "PROPN"):
            noun = _of_eve(tree, above, words)
            if (
                noun is not None
                or words.has("noun", tree.lemma[above], "happening")
                or words.has("noun", tree.lemma[above], "span")
            ):
                spoken = words.has("noun", tree.lemma[above], "occasion") and _lend_occasion(tree, above, index, verbs)
                if not spoken:
                    nouns.setdefault(above if noun is None else noun, index)
                    _lend(tree, above, index, words, verbs)
                return
        token = above


def _dated_verb(tree: Tree, verb: int) -> int:
    """The verb whose date it is: "met to discuss the plan on Tuesday" tells of a meeting on Tuesday."""
    verb = _main(tree, verb)
    above = tree.head[verb]
    purpose = tree.dep[verb] == "advcl" and any(tree.lower[kid] == "to" for kid in tree.kids(verb, "aux"))
    return above if purpose and tree.tag[above] == "VBD" and above < verb else verb


def _tried(tree: Tree, verb: int) -> int:
    """As in "tried to refer the case in May": what has a date is the attempt."""
    above = tree.head[verb]
    tries = tree.dep[verb] == "xcomp" and tree.lemma[above].lower() in ATTEMPTS and tree.tag[above] in ("VBD", "VBN")
    return above if tries else verb


def is_attribute(tree: Tree, preposition: int, words: EventWords) -> bool:
    """As in "a member of the class of 1974", "the budget of 2024": the year belongs to a thing, not to what is told."""
    noun = tree.head[preposition]
    date = tree.kid(preposition, "pobj")
    # "passed a law of its own last spring" is a slip of the parse.
    if date is None or any(tree.tag[token] == "PRP$" for token in range(preposition + 1, date)):
        return False
    if tree.lower[preposition] != "of" or tree.pos[noun] not in ("NOUN", "PROPN"):
        return False
    lemma = tree.lemma[noun].lower()
    return lemma not in _PARTS and not any(words.has("noun", lemma, kind) for kind in ("happening", "span", "occasion"))


def _is_deadline(tree: Tree, preposition: int) -> bool:
    """Whether "before" sets a term to what is to come: "could be signed before Easter"."""
    verb = tree.head[preposition]
    modals = {"will", "would", "could", "may", "might", "should", "must", "to", "'ll", "’ll"}
    return tree.lower[preposition] == "before" and any(tree.lower[kid] in modals for kid in tree.kids(verb, "aux"))


def _of_eve(tree: Tree, noun: int, words: EventWords) -> int | None:
    """As in "on the eve of a summit next week": the date is the summit's."""
    if tree.lower[noun] not in _EVES:
        return None
    for of in tree.kids(noun, "prep"):
        inner = tree.kid(of, "pobj")
        if inner is not None and words.has("noun", tree.lemma[inner], "happening"):
            return inner
    return None


def _planned_noun(tree: Tree, verb: int, words: EventWords) -> int | None:
    """As in "a hearing planned for Sept. 30": the date is the hearing's."""
    if tree.dep[verb] != "acl" or tree.tag[verb] != "VBN" or not words.has("verb", tree.lemma[verb], "plan"):
        return None
    noun = tree.head[verb]
    # "first fixed for 9 October": that date was given up.
    given_up = any(tree.lower[kid] in GIVEN_UP for kid in tree.kids(verb, "advmod"))
    return noun if words.has("noun", tree.lemma[noun], "happening") and not given_up else None


def _lend_occasion(tree: Tree, noun: int, index: int, verbs: dict[int, int]) -> bool:
    """As in "said in a statement on Tuesday": the date is that of the verb, and the occasion is no event."""
    preposition = tree.head[noun]
    verb = tree.head[preposition]
    if (
        tree.dep[noun] != "pobj"
        or tree.pos[verb] not in _VERBS
        or tree.lower[preposition] not in ("in", "at", "on", "during")
    ):
        return False
    verbs.setdefault(_main(tree, verb), index)
    return True


def _lend(tree: Tree, noun: int, index: int, words: EventWords, verbs: dict[int, int]) -> None:
    """As in "attended the summit in June": the verb shares the date of the happening that is its object."""
    above = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.pos[above] == "VERB" and words.has("verb", tree.lemma[above], "happening"):
        lemma = tree.lemma[above].lower()
        if lemma in ("attend", "hold", "host", "join", "open", "win", "lose", "stage", "skip", "address"):
            verbs.setdefault(above, index)


def _main(tree: Tree, verb: int) -> int:
    """The main verb of an auxiliary."""
    while tree.dep[verb] in ("aux", "auxpass") and tree.head[verb] != verb:
        verb = tree.head[verb]
    return verb
