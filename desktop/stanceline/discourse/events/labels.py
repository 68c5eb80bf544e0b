"""Writes a headline of at most twelve words for a clause: who does what to whom, without date and asides."""

from dataclasses import dataclass

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.events.label_words import (
    capitalized,
    count_words,
    is_article,
    is_dateline,
    is_plural,
    join,
    name_phrase,
    noun_tokens,
    owned_phrase,
    prepositional_tokens,
    present,
    strip_marks,
    without_dates,
)
from stanceline.discourse.events.status import HEARSAY
from stanceline.discourse.statements.sources import agent_of, is_passive, subject_of
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree
from stanceline.records import EventStatus

MOST_WORDS = 12
_LEAST_QUOTED = 3
_ASIDE_COMMAS = 2
SAYING = {
    "tell",
    "add",
    "continue",
    "go",
    "recall",
    "explain",
    "note",
    "state",
    "remark",
    "comment",
    "observe",
    "quote",
}
_LEFT_OUT = frozenset({"advcl", "relcl", "appos", "parataxis", "meta", "intj"})
_PARTICLES = {"down", "up", "out", "off", "away", "back", "over", "aside"}
ANNOUNCED = {"due", "set", "scheduled", "slated", "expected", "planned", "poised"}
"""What an announced happening is said to be; headlines leave out the verb before it."""
_DANGLING = {
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "with", "by", "from", "and", "or", "but", "that", "is",
    "are", "not", "will", "its", "his", "her", "their",
}  # fmt: skip
_LEVELS = ((2, 3), (1, 3), (0, 3), (1, 2), (0, 2), (1, 1), (0, 1), (0, 0))
"""How much of the subject and of the rest is tried, the fullest first."""
_QUOTES = {'"', "“", "”", "''", "``", "«", "»", "‘"}
_MODALS = {"could", "may", "might", "would", "should", "must", "can"}
_AUXILIARY = {"will", "shall", "'ll", "’ll"}


@dataclass(frozen=True)
class LabelPage:
    """What a headline is made from: the parse, who is who, and the tokens of date expressions."""

    tree: Tree
    cast: Cast
    dates: frozenset[int]


def clause_label(page: LabelPage, verb: int, status: EventStatus) -> str:
    """The headline of a clause; empty where it would lack a subject or say too little."""
    label = ""
    for subject_level, level in _LEVELS:
        label = _clause(page, verb, status, subject_level, level)
        if not label or count_words(label) <= MOST_WORDS:
            return capitalized(label)
    return capitalized(_cut(label, MOST_WORDS))


def subject_words(page: LabelPage, verb: int, level: int) -> tuple[str, bool]:
    """The subject in words and whether it is plural; a passive's own subject, the borrowed one of an infinitive."""
    tree = page.tree
    head = tree.kid(verb, "nsubjpass", "csubjpass")
    if head is None:
        head = (
            subject_of(tree, verb)
            if not is_passive(tree, verb)
            else tree.head[verb]
            if tree.dep[verb] in ("acl", "relcl")
            else None
        )
    if head is None and is_passive(tree, verb) and tree.dep[verb] in ("conj", "xcomp"):
        return subject_words(page, tree.head[verb], level)
    if head is None or tree.pos[head] in ("VERB", "AUX"):
        return "", False
    if tree.lower[head] in ("who", "which", "that") and tree.dep[verb] == "relcl":
        head = tree.head[verb]
    if is_dateline(tree, head):
        # The parse took the place before the report for its subject.
        others = [kid for kid in tree.kids(verb, "nsubj", "nsubjpass") if kid != head and not is_dateline(tree, kid)]
        if not others:
            return "", False
        head = others[0]
    return owned_phrase(tree, page.cast, head, min(level, 2), page.dates), is_plural(tree, head)


def _clause(page: LabelPage, verb: int, status: EventStatus, subject_level: int, level: int) -> str:
    tree = page.tree
    subject, plural = subject_words(page, verb, subject_level)
    if not subject:
        subject = _bare_pronoun(page, verb)
        plural = subject == "they"
    if not subject:
        return ""
    group = _verb_group(page, verb, status, plural=plural)
    rest = _complements(page, verb, level)
    if (
        not rest
        and count_words(subject) + count_words(group) < 3
        and tree.lemma[verb].lower() in ("be", "have", "do", "make", "take", "give")
    ):
        return ""
    words = " ".join(part for part in (subject, group, rest) if part).split()
    while len(words) > 2 and words[-1].lower() in ("and", "or", "but", "that", "the", "a", "an", "of"):
        words.pop()
    return strip_marks(" ".join(words))


def _bare_pronoun(page: LabelPage, verb: int) -> str:
    """The pronoun that is the subject, where nobody knows whom it means; "" where there is none."""
    tree = page.tree
    head = tree.kid(verb, "nsubj", "nsubjpass")
    return tree.lower[head] if head is not None and tree.lower[head] in ("he", "she", "it", "they") else ""


def _verb_group(page: LabelPage, verb: int, status: EventStatus, *, plural: bool) -> str:
    tree = page.tree
    auxiliaries = [tree.lower[kid] for kid in tree.kids(verb, "aux", "auxpass") if kid < verb]
    negated = tree.kid(verb, "neg") is not None or any(tree.lower[kid] == "never" for kid in tree.kids(verb, "advmod"))
    particle = " ".join(
        tree.words[kid]
        for kid in tree.kids(verb, "prt", "advmod")
        if tree.dep[kid] == "prt" or tree.lower[kid] in _PARTICLES
    )
    passive = is_passive(tree, verb) or (tree.tag[verb] == "VBN" and not auxiliaries and tree.kid(verb, "dobj") is None)
    if _lemma(tree, verb) == "be" and any(tree.lower[kid] in ANNOUNCED for kid in tree.kids(verb, "acomp")):
        return "not" if negated else ""
    modal = next((word for word in auxiliaries if word in _MODALS), None)
    base = tree.words[verb].lower() if passive else _lemma(tree, verb)
    if passive:
        base = "be " + base
    if modal is not None and not (modal == "would" and status == "planned"):
        words = f"{modal} {'not ' if negated else ''}{base}"
    elif any(word in _AUXILIARY or word == "wo" for word in auxiliaries) or modal == "would":
        words = f"will not {base}" if negated else f"to {base}"
    elif (status == "planned" and not _wishes(tree, verb)) or (
        status != "hypothetical" and tree.tag[verb] == "VB" and "to" in auxiliaries
    ):
        words = f"{'not ' if negated else ''}to {base}"
    elif status == "hypothetical":
        hedge = next((tree.lower[kid] for kid in tree.kids(verb, "advmod") if tree.lower[kid] in HEARSAY), "")
        told = tree.words[verb].lower() if passive else present(_lemma(tree, verb), plural=plural)
        words = f"{hedge} {told}" if hedge and not negated else f"may {'not ' if negated else ''}{base}"
    elif passive:
        words = f"{'not ' if negated else ''}{tree.words[verb].lower()}"
    elif negated:
        be = _lemma(tree, verb) == "be"
        words = (
            f"{present('be', plural=plural)} not" if be else f"{present('do', plural=plural)} not {_lemma(tree, verb)}"
        )
    else:
        words = present(_lemma(tree, verb), plural=plural)
    return f"{words} {particle}".strip()


def _wishes(tree: Tree, verb: int) -> bool:
    """As in "wants the lanes by summer": the wish is there already, only its object is planned."""
    return tree.tag[verb] in ("VBZ", "VBP") and tree.lemma[verb].lower() in (
        "want",
        "hope",
        "seek",
        "propose",
        "plan",
        "intend",
        "expect",
    )


def _lemma(tree: Tree, verb: int) -> str:
    lemma = tree.lemma[verb].lower()
    return {"hop": "hope", "'s": "be", "’s": "be"}.get(lemma, lemma)


def _complements(page: LabelPage, verb: int, level: int) -> str:
    tree, dates = page.tree, page.dates
    parts: list[tuple[int, str]] = []
    whom = [kid for kid in tree.kids(verb, "dobj", "dative", "attr", "oprd", "acomp") if kid not in dates]
    whom = [kid for kid in whom if tree.pos[kid] != "ADP"]
    if len([kid for kid in whom if tree.dep[kid] == "dobj"]) > 1:
        # Two objects are a slip of the parse; the nearer one is sure.
        first = min(kid for kid in whom if tree.dep[kid] == "dobj")
        whom = [kid for kid in whom if tree.dep[kid] != "dobj" or kid == first]
    for kid in whom:
        text = name_phrase(tree, page.cast, kid, level, dates) if tree.dep[kid] in ("dobj", "dative") else ""
        if not text and tree.dep[kid] == "acomp":
            text = join(
                tree, [t for t in tree.subtree(kid, without=_LEFT_OUT) if t not in dates and tree.dep[t] != "det"]
            )
        if not text and tree.lower[kid] in ("it", "them", "him", "her") and tree.dep[kid] == "dobj":
            text = tree.lower[kid]
        if not text and tree.pos[kid] != "PRON":
            text = strip_marks(join(tree, noun_tokens(tree, kid, level, dates)))
        if text:
            parts.append((kid, text))
    for kid in tree.kids(verb, "xcomp", "ccomp"):
        if kid > verb and (tree.dep[kid] == "xcomp" or level >= 1):
            inner = without_dates(tree, [t for t in tree.subtree(kid, without=_LEFT_OUT) if t > verb], dates)
            inner = inner[1:] if inner and tree.lower[inner[0]] == "that" and tree.dep[inner[0]] == "mark" else inner
            parts.append((kid, _clipped(tree, inner, 8 if level > 1 else 5)))
    agent = agent_of(tree, verb)
    if agent is not None:
        parts.append((agent, "by " + (name_phrase(tree, page.cast, agent, min(level, 1), dates) or tree.words[agent])))
    allowed = {3: 2, 2: 1, 1: 0 if whom else 1, 0: 0}[level]
    for kid in tree.kids(verb, "prep", "dative"):
        if allowed and tree.pos[kid] in ("ADP", "SCONJ", "PART") and kid > verb and kid not in dates:
            inner = prepositional_tokens(tree, kid, level - 1, dates)
            if inner and tree.lower[kid] not in ("amid", "since", "during", "despite", "as", "according"):
                parts.append((kid, strip_marks(join(tree, inner))))
                allowed -= 1
    return " ".join(text for _, text in sorted(parts) if text)


def _clipped(tree: Tree, tokens: list[int], most: int, *, verbatim: bool = False) -> str:
    """At most `most` words of `tokens`, cut where a phrase begins; articles go unless it is `verbatim`."""
    if not verbatim:
        tokens = [t for t in tokens if not is_article(tree, t)]
    while tokens and tree.pos[tokens[-1]] == "PUNCT":
        tokens.pop()
    text = strip_marks(join(tree, tokens))
    if count_words(text) <= most:
        return text
    for place in range(len(tokens) - 1, 0, -1):
        kept = tokens[:place]
        text = strip_marks(join(tree, kept))
        too_little = verbatim and not any(tree.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in kept)
        if count_words(text) <= most and not too_little and _may_end(tree, kept[-1], tokens[place]):
            return text
    return _cut(strip_marks(join(tree, tokens)), most)


def _may_end(tree: Tree, last: int, following: int) -> bool:
    """Whether a headline may stop after `last`, before a new phrase; never before "of" or behind a subject."""
    new_phrase = tree.pos[following] in ("ADP", "CCONJ", "SCONJ", "PUNCT") or tree.lower[following] in (
        "to",
        "that",
        "who",
        "which",
    )
    if not new_phrase or tree.lower[following] == "of":
        return False
    if tree.pos[last] in ("ADP", "DET", "AUX", "SCONJ", "PART", "CCONJ", "PUNCT"):
        return False
    return tree.dep[last] not in ("nsubj", "nsubjpass") and not (
        tree.pos[following] == "CCONJ" and tree.head[following] == last
    )


def _cut(text: str, most: int) -> str:
    words = text.split()[:most]
    while len(words) > 3 and words[-1].lower().strip(",;") in _DANGLING:
        words.pop()
    return " ".join(words).rstrip(",;:")


@dataclass(frozen=True)
class Saying:
    """What the headline of a saying is made from: the source in words, the cue's base form, and what was said."""

    source: str
    plural: bool
    said: str
    contents: tuple[Span, ...]
    is_quoted: bool = False


def speech_label(page: LabelPage, saying: Saying, status: EventStatus) -> str:
    """The headline of a saying: source, verb, and the first clause of what was said; a quotation stays verbatim."""
    tree = page.tree
    tokens = [
        t for span in (saying.contents[:1] if saying.is_quoted else saying.contents) for t in tree.tokens_in(span)
    ]
    if not saying.source or not tokens:
        return ""
    clause = (
        _first_words(tree, tokens) if saying.is_quoted else _first_clause(tree, without_dates(tree, tokens, page.dates))
    )
    if not clause:
        return ""
    verb, room = _speech_verb(tree, saying, clause, status), MOST_WORDS - count_words(saying.source)
    room -= count_words(verb)
    if room < 2:
        return ""
    if saying.is_quoted:
        text = _clipped(tree, clause, room, verbatim=True)
        more = "…" if count_words(text) < count_words(join(tree, clause)) else ""
        return capitalized(f"{saying.source} {verb} “{text}{more}”") if count_words(text) > 1 else ""
    said = _without_aside(tree, _up_to_comma(tree, clause), room)
    lost = _lost_subject(page, said)
    text = _clipped(tree, said, room - count_words(lost))
    text = f"{lost} {text}".strip() if lost else _lowered(tree, said, text)
    text = text.removesuffix(", not").removesuffix(", and")
    if count_words(text) < 2 and verb.split()[-1] in ("says", "say"):
        return ""
    return capitalized(strip_marks(f"{saying.source} {verb} {text}"))


def _without_aside(tree: Tree, said: list[int], most: int) -> list[int]:
    """Words that are too many, without what stands between two commas before their verb."""
    commas = [place for place, token in enumerate(said) if tree.words[token] == ","]
    if len(commas) != _ASIDE_COMMAS or count_words(join(tree, said)) <= most:
        return said
    root = next((t for t in said if tree.head[t] not in said), None)
    if root is None or tree.pos[root] not in ("VERB", "AUX") or root < said[commas[1]]:
        return said
    return [*said[: commas[0]], *said[commas[1] + 1 :]]


def _lost_subject(page: LabelPage, said: list[int]) -> str:
    """The subject of words that begin with their verb, because it stands before the cue or was left out."""
    tree = page.tree
    if not said or tree.tag[said[0]] not in ("VBD", "VBZ", "VBP", "MD"):
        return ""
    verb = tree.head[said[0]] if tree.dep[said[0]] in ("aux", "auxpass") else said[0]
    if tree.dep[verb] == "relcl":
        return ""
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    if subject is None:
        subject = subject_of(tree, verb)
    if subject is None or subject in said:
        return ""
    return name_phrase(tree, page.cast, subject, 0, page.dates)


def _lowered(tree: Tree, said: list[int], text: str) -> str:
    """The words of an indirect saying without the capital of a sentence that they began."""
    first = next((t for t in said if text.startswith(tree.words[t])), None)
    if (
        first is None
        or tree.pos[first] in ("PROPN", "NUM")
        or tree.lower[first] == "i"
        or tree.words[first][1:2].isupper()
    ):
        return text
    if text.startswith("The ") and not text.startswith("The Hague"):
        return text[4:]
    if tree.pos[first] in ("NOUN", "ADJ") and (tree.parse.entity[first] or tree.words[first][1:2] in ("-", ".")):
        return text
    return text[:1].lower() + text[1:]


def _first_words(tree: Tree, tokens: list[int]) -> list[int]:
    """The first clause of a quotation, word for word and without its marks; more of it where that is a word or two."""
    tokens = [t for t in tokens if tree.words[t] not in _QUOTES]
    while tokens and tree.pos[tokens[0]] == "PUNCT":
        tokens = tokens[1:]
    sentence = [t for t in tokens if tree.sentence[t] == tree.sentence[tokens[0]]]
    while sentence and tree.pos[sentence[-1]] == "PUNCT":
        sentence.pop()
    clause = _up_to_comma(tree, sentence)
    return clause if len(clause) > _LEAST_QUOTED else sentence


def _up_to_comma(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens before the first comma that ends a main clause with its subject and verb."""
    root = next((t for t in tokens if tree.head[t] == t or tree.head[t] not in tokens), None)
    for place, token in enumerate(tokens):
        if tree.words[token] not in (",", ";", "—") or place < 3:
            continue
        head = tokens[:place]
        labels = {tree.dep[t] for t in head if tree.pos[t] != "PUNCT"}
        has_tense = any(tree.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in head)
        if root in head and {"nsubj", "nsubjpass"} & labels and has_tense and "mark" not in labels:
            return head
    return tokens


def _speech_verb(tree: Tree, saying: Saying, clause: list[int], status: EventStatus) -> str:
    first, _, rest = saying.said.partition(" ")
    has_tense = any(tree.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in clause)
    if first in ("", ":", *SAYING) and (saying.is_quoted or has_tense):
        first = "say"
    if status == "planned":
        verb = f"to {first}"
    elif status == "hypothetical":
        verb = f"may {first}"
    elif status == "denied":
        verb = f"{present('do', plural=saying.plural)} not {first}"
    else:
        verb = present(first, plural=saying.plural)
    return f"{verb} {rest}".strip()


def _first_clause(tree: Tree, tokens: list[int]) -> list[int]:
    """The first clause of some tokens with a verb in it, without "that", asides and quotation marks."""
    tokens = [t for t in tokens if tree.words[t] not in _QUOTES]
    while tokens and (tree.lower[tokens[0]] in ("that", "but", "and", "so", "well") or tree.pos[tokens[0]] == "PUNCT"):
        tokens = tokens[1:]
    if not tokens:
        return []
    sentence = tree.sentence[tokens[0]]
    tokens = [t for t in tokens if tree.sentence[t] == sentence]
    inside = set(tokens)
    roots = [t for t in tokens if (tree.head[t] == t or tree.head[t] not in inside) and tree.pos[t] != "PUNCT"]
    if not roots:
        return tokens
    root = next((t for t in roots if tree.pos[t] in ("VERB", "AUX")), roots[0])
    kept = sorted({t for each in roots for t in tree.subtree(each, without=_LEFT_OUT) if t in inside})
    for kid in tree.kids(root, "conj", "ccomp"):
        later = kid > root and tree.dep[kid] == "conj" and tree.kid(kid, "nsubj", "nsubjpass") is not None
        if later or (tree.dep[kid] == "ccomp" and kid < root and tree.kid(root, "nsubj") is not None):
            gone = set(tree.subtree(kid))
            kept = [t for t in kept if t not in gone]
    return [t for t in kept if not (tree.dep[t] == "cc" and t == kept[-1])] or tokens


def noun_label(page: LabelPage, noun: int, status: EventStatus) -> str:
    """The headline of a happening that a noun names: "NATO leaders' summit in Lithuania"."""
    tree = page.tree
    for level in (3, 2, 1, 0):
        tokens = noun_tokens(tree, noun, level, page.dates)
        label = strip_marks(join(tree, [t for t in tokens if not _is_stray(tree, t, tokens)]))
        if count_words(label) <= MOST_WORDS - 1:
            break
    label = _cut(label, MOST_WORDS - 1)
    if status == "cancelled":
        return capitalized(f"{label} canceled")
    return capitalized(f"{label} expected" if status == "planned" and count_words(label) == 1 else label)


def _is_stray(tree: Tree, token: int, tokens: list[int]) -> bool:
    """A possessive mark or article whose noun was a date and is gone."""
    if tree.dep[token] == "case" and tree.head[token] not in tokens:
        return True
    return tree.dep[token] == "case" and tree.words[token] in ("’s", "'s", "’", "'") and (token - 1) not in tokens


def entry_label(page: LabelPage, tokens: list[int]) -> str:
    """The headline of a calendar line: its first words, articles and dates left out."""
    kept = [t for t in tokens if t not in page.dates]
    while kept and page.tree.pos[kept[-1]] in ("ADP", "DET", "CCONJ", "PUNCT"):
        kept.pop()
    return capitalized(_clipped(page.tree, kept, MOST_WORDS)) if kept else ""
