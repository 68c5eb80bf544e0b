"""Positions without a verb: "Lindqvist: yes", "Against: Norway, Sweden", "was for, then against", "'No,' she said".

Each finder looks at one token and yields the answer with the tokens of those who give it; where nobody is named,
it is the answer of the source of the statement around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stanceline.discourse.stances.holders import Voices
from stanceline.discourse.stances.lexicon import Entry, load_idioms, words
from stanceline.discourse.stances.syntax import clause_subjects, noun_holders, subjects
from stanceline.reading.parse import Tree

_STOPS = frozenset(".,;:!?…—–-)(\"”“'’")
_LONGEST_NAME, _LONGEST_LIST = 6, 40
_LONGEST_ANSWER = 5
_POLITE = frozenset({"of", "course", "thank", "thanks", "you", "absolutely", "definitely", "certainly", "sir", "madam"})
_UNTIL = frozenset({"before", "until", "till", "without", "unless", "at", "under", "now", "yet", "here", "like"})
_HELPERS = frozenset({"be", "do", "have", "will", "would"})
_HEADS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A position told by an answer word at `cue`; empty `holders`: that of the source of the statement."""

    cue: int
    clause: int
    entry: Entry
    holders: tuple[int, ...]


@cache
def _answer(word: str, value: int) -> Entry:
    return Entry(f"answer {word}", "noun", ("none",), None, None, value, None, "deed")


def _value(tree: Tree, token: int) -> int | None:
    """The side of an answer word: 2, -2, 0; None for any other word."""
    word = tree.lower[token]
    if word in ("favor", "favour"):
        return 2 if token and tree.lower[token - 1] == "in" else None
    for name, value in (("yes", 2), ("no", -2), ("abstaining", 0)):
        if word in words(f"answer {name}"):
            return value
    return None


def answers(tree: Tree, voices: Voices, token: int) -> Iterator[Answer]:
    """The positions without a verb whose answer word is `token`."""
    yield from _idioms(tree, voices, token)
    word = tree.lower[token]
    if word == "not":
        yield from _not_yet(tree, voices, token)
        yield from _left_out(tree, token)
    value = _value(tree, token)
    if value is not None:
        yield from _wished(tree, token, _answer(word, value))
    if value is None or not _ends(tree, token):
        return
    entry = _answer(word, value)
    found = (
        list(_labeled(tree, token, entry))
        or list(_listed(tree, token, entry))
        or list(_called(tree, token, entry))
        or list(_counted(tree, token, entry))
        or list(_said(tree, voices, token, entry))
    )
    yield from found or _bare(tree, token, entry)


def _ends(tree: Tree, token: int) -> bool:
    """Whether a word ends its phrase: a stop, a joining word or nothing follows in its sentence."""
    after = token + 1
    if after >= len(tree) or tree.sentence[after] != tree.sentence[token]:
        return True
    return tree.words[after][0] in _STOPS or tree.lower[after] in ("and", "but", "then")


def _first(tree: Tree, token: int) -> int:
    """The first token of a sentence's words, its opening marks and list signs passed over."""
    first = tree.sentence_tokens(token)[0]
    while first < token and tree.pos[first] in ("PUNCT", "SYM", "SPACE"):
        first += 1
    return first


def _labeled(tree: Tree, token: int, entry: Entry) -> Iterator[Answer]:
    """ "Norway: no." """
    colon = token - (2 if tree.lower[token] in ("favor", "favour") else 1)
    if colon < 1 or tree.words[colon] != ":" or tree.sentence[colon] != tree.sentence[token]:
        return
    first = _first(tree, token)
    names = [t for t in range(max(first, colon - _LONGEST_NAME), colon) if tree.pos[t] in _HEADS]
    if names and colon - first <= _LONGEST_NAME:
        yield Answer(token, token, entry, (names[-1],))


def _listed(tree: Tree, token: int, entry: Entry) -> Iterator[Answer]:
    """ "Against: Norway, Sweden and the Danish league." """
    colon = token + 1
    opens = token - _first(tree, token) <= (1 if tree.lower[token] in ("favor", "favour") else 0)
    if not opens or colon >= len(tree) or tree.words[colon] != ":":
        return
    row = range(colon + 1, min(len(tree), colon + _LONGEST_LIST))
    names = [t for t in row if tree.sentence[t] == tree.sentence[token] and tree.pos[t] in _HEADS]
    if names and not any(tree.pos[t] == "VERB" for t in range(colon + 1, names[-1])):
        yield Answer(token, token, entry, tuple(t for t in names if tree.dep[t] not in ("compound", "amod")))


def _called(tree: Tree, token: int, entry: Entry) -> Iterator[Answer]:
    """ "Holm aye, Lund nay.": at least two names with their answers in a row."""
    row = tree.sentence_tokens(token)
    pairs = [t for t in row[1:] if _value(tree, t) is not None and _is_named(tree, t - 1) and _ends(tree, t)]
    if token in pairs and len(pairs) > 1 and tree.lower[token] not in ("for", "against", "favor", "favour"):
        yield Answer(token, token, entry, (token - 1,))


def _is_named(tree: Tree, token: int) -> bool:
    return tree.words[token][0].isupper() and tree.pos[token] in ("PROPN", "NOUN", "ADJ")


def _counted(tree: Tree, token: int, entry: Entry) -> Iterator[Answer]:
    """ "Norway is a firm no"; "my answer is yes"."""
    verb = tree.head[token]
    if tree.dep[token] not in ("attr", "acomp", "intj", "dobj") or tree.lemma[verb] not in ("be", "remain"):
        return
    if entry.value == 0 or tree.lower[token] not in ("yes", "no", "aye", "nay"):
        return
    named = clause_subjects(tree, verb)
    if any(tree.lemma[t].lower() in ("answer", "reply", "vote", "verdict") for t in named):
        named = [owner for t in named for owner in tree.kids(t, "poss")]
    if named and not tree.kids(verb, "neg"):
        yield Answer(token, verb, entry, tuple(named))


def _wished(tree: Tree, token: int, entry: Entry) -> Iterator[Answer]:
    """ "Called for a No", "cast the lone no vote", "cast two votes against"."""
    if tree.lower[token] in ("for", "against"):
        nouns = [tree.head[token], *tree.kids(tree.head[token], "dobj")]
        bare = tree.dep[token] in ("prep", "advmod") and tree.kid(token, "pobj", "pcomp") is None
        for noun in nouns if bare else ():
            if tree.lemma[noun].lower() == "vote" and tree.pos[noun] == "NOUN":
                yield from _cast(tree, noun, token, entry)
        return
    if tree.lower[token] not in ("yes", "no"):
        return
    noun = token
    if token + 1 < len(tree) and tree.lemma[token + 1].lower() in ("vote", "ballot"):
        noun = token + 1
        if tree.kid(noun, "det") != token or tree.words[token].istitle():
            yield from _cast(tree, noun, token, entry)
    preposition = tree.head[noun]
    above = tree.head[preposition]
    if tree.dep[noun] == "dobj" and tree.lemma[preposition] in words("calling for"):
        yield Answer(token, preposition, entry, tuple(subjects(tree, preposition)))  # "recommends a yes"
    if tree.dep[noun] != "pobj" or tree.lower[preposition] != "for":
        return
    if tree.pos[above] == "VERB" and tree.lemma[above] in words("calling for"):
        yield Answer(token, above, entry, tuple(subjects(tree, above)))
    elif tree.pos[above] == "NOUN" and tree.lemma[above].lower() in words("calling for"):
        yield Answer(token, above, entry, tuple(noun_holders(tree, above)))


def _cast(tree: Tree, noun: int, token: int, entry: Entry) -> Iterator[Answer]:
    verb = tree.head[noun]
    if tree.lemma[verb] == "cast":
        yield Answer(token, verb, entry, tuple(subjects(tree, verb)))


def _said(tree: Tree, voices: Voices, token: int, entry: Entry) -> Iterator[Answer]:
    """ "No," she said; "Yes, of course," said the mayor: nothing else is quoted."""
    number = voices.statement_at(token)
    if number is None or tree.lower[token] not in ("yes", "no", "never"):
        return
    start = tree.parse.start[token]
    inside = next((span for span in voices.statements[number].contents if span[0] <= start < span[1]), None)
    if inside is None or voices.statements[number].form == "indirect":
        return
    quoted = [t for t in range(token, min(len(tree), token + 3 * _LONGEST_ANSWER)) if tree.parse.start[t] < inside[1]]
    said = [tree.lower[t] for t in quoted if tree.pos[t] != "PUNCT"]
    opens = tree.text[inside[0] : start].strip(" \"“'‘") == ""
    if opens and len(said) <= _LONGEST_ANSWER and all(word in _POLITE or word == said[0] for word in said):
        yield Answer(token, token, entry, ())


def _not_yet(tree: Tree, voices: Voices, token: int) -> Iterator[Answer]:
    """ "Not before an audit", "not at this price": a no with a condition."""
    if token == 0 or token + 1 >= len(tree) or tree.lower[token + 1] not in _UNTIL:
        return
    if tree.lemma[token - 1] in words("saying"):
        yield Answer(token, token, _answer("not yet", -1), tuple(subjects(tree, token - 1)))
        return
    number = voices.statement_at(token)
    start = tree.parse.start[token]
    spans = () if number is None else voices.statements[number].contents
    inside = next(((a, b) for a, b in spans if a <= start < b), None)
    if inside is None or tree.text[inside[0] : start].strip(" \"“'‘:"):
        return
    if not any(
        tree.pos[t] == "VERB" and tree.parse.start[t] < inside[1] for t in range(token, tree.sentence_tokens(token)[-1])
    ):
        yield Answer(token, token, _answer("not yet", -1), ())


def _left_out(tree: Tree, token: int) -> Iterator[Answer]:
    """ "Norway is against. Sweden is not.": the other side of what was told before."""
    verb = tree.head[token]
    if (
        tree.dep[token] != "neg"
        or tree.lemma[verb] not in _HELPERS
        or tree.dep[verb] == "aux"
        or not _ends(tree, token)
    ):
        return
    rest = [kid for kid in tree.children[verb] if tree.dep[kid] not in ("nsubj", "neg", "punct", "advmod", "cc")]
    named = clause_subjects(tree, verb)
    if named and all(tree.dep[kid] in ("prep", "npadvmod") for kid in rest):
        same = all(tree.pos[t] == "PRON" for t in named)
        yield Answer(verb, token, _NO_MORE if same else _OTHERWISE, tuple(named))


_OTHERWISE = Entry("otherwise", "verb", ("none",), None, None, -2, -2, "echo")
_NO_MORE = Entry("no more", "verb", ("none",), None, None, -2, -2, "turn")


def _bare(tree: Tree, token: int, entry: Entry) -> Iterator[Answer]:
    """ "Is solid against", "was for, then against": what the verbs of standing leave to the word itself."""
    if tree.lower[token] not in ("for", "against", "favor", "favour"):
        return
    head = tree.head[token]
    told = tree.dep[token] == "prep" and tree.lemma[head] in words("copula") | {"stand", "come", "vote"}
    if told or tree.kid(token, "pobj", "pcomp") is not None or tree.lower[token] in ("favor", "favour"):
        return
    while tree.pos[head] in ("ADJ", "ADV", "ADP") and tree.head[head] != head:
        head = tree.head[head]
    if tree.pos[head] in ("AUX", "VERB") and tree.lemma[head] in words("standing"):
        yield Answer(token, head, entry, tuple(subjects(tree, head) or clause_subjects(tree, head)))


def _idioms(tree: Tree, voices: Voices, token: int) -> Iterator[Answer]:
    """Set phrases of speakers: "over my dead body", "about time"."""
    if voices.statement_at(token) is None or "if" in tree.lower[tree.sentence_tokens(token)[0] : token]:
        return
    for idiom, value in load_idioms().get(tree.lower[token], ()):
        if tuple(tree.lower[token : token + len(idiom)]) == idiom:
            entry = Entry(" ".join(idiom), "noun", ("none",), None, None, value, None, "evaluation")
            yield Answer(token, token, entry, ())
            return
