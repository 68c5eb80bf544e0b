"""Speakers of quotations beside verbs that no lexicon lists: `"It leaks," Voss boomed.`, `Voss leaned in: "It leaks."`

A comma at the end of quoted words, or a colon before them, says by itself that somebody speaks; only who can speak
counts.
"""

from stanceline.discourse.statements.page import VERBS, Page, Source
from stanceline.discourse.statements.quotes import Quotation
from stanceline.discourse.statements.sources import has_tense, is_passive, make_source, own_subject, source_of
from stanceline.discourse.statements.speaker_labels import NO_SPEAKERS
from stanceline.reading.parse import Tree

_SPEAKING = frozenset({"he", "she", "they", "i", "we", "one", "another"})
_FINITE = ("VBD", "VBZ", "VBP")
_MOST_BEFORE = 12
_MOST_IN_NAME = 8


def teller_behind(page: Page, quotation: Quotation, stretch: list[int]) -> tuple[int, Source] | None:
    """Verb and speaker right behind a quotation that ends with a comma (inverted, also with "!" or "?")."""
    tree = page.tree
    words = [token for token in stretch if tree.pos[token] != "PUNCT"]
    inner = page.article.text[quotation.span.start : quotation.span.end].rstrip("”»\"'’ ")
    verb = next((token for token in words if tree.pos[token] == "VERB" and tree.tag[token] in _FINITE), None)
    if verb is None or inner[-1:] not in (",", "!", "?") or is_passive(tree, verb):
        return None
    if verb == words[0]:
        head = next((token for token in words[1:] if _is_head(page, token)), None)
        near = head is not None and all(tree.pos[token] in ("DET", "ADJ", "NOUN", "PROPN") for token in words[1:3])
        return (verb, make_source(page, head, avoid=verb)) if near and head is not None else None
    subject = own_subject(tree, verb)
    if inner[-1] != "," or subject is None or subject > verb or not may_speak(page, subject):
        return None
    opens = words[0] in tree.subtree(subject)
    return (verb, make_source(page, subject, avoid=verb)) if opens else None


def teller_before(page: Page, stretch: list[int]) -> tuple[int, Source] | None:
    """Verb and speaker of a clause that ends in a colon; `stretch` runs backward from the colon."""
    tree = page.tree
    for verb in stretch[1 : _MOST_BEFORE + 1]:
        # The parse often hangs the clause before the colon on the quoted one.
        main = tree.dep[verb] in ("ROOT", "conj") or (tree.dep[verb] == "ccomp" and tree.head[verb] > stretch[0])
        if tree.pos[verb] not in VERBS or not main or not has_tense(tree, verb):
            continue
        source = None if is_passive(tree, verb) else source_of(page, verb)
        written = any(page.lexicon.find("document", tree.lemma[token]) is not None for token in stretch)
        speaks = source is not None and (may_speak(page, source.head) or (written and tree.pos[source.head] == "PROPN"))
        return (verb, source) if source is not None and speaks else None
    return None


def name_before(page: Page, stretch: list[int]) -> Source | None:
    """A name alone before a colon: `More from Lena Voss: "It leaks."`; `stretch` runs backward from the colon.

    Alone is also the name behind a dash (`The ferry is late - Lena Voss: "..."`) and the person whom the sentence
    before the colon leads to (`It does not surprise Lena Voss: "..."`).
    """
    tree = page.tree
    dash = next((place for place, token in enumerate(stretch) if tree.words[token] in _DASHES), len(stretch))
    behind_dash, stretch = dash < len(stretch), stretch[:dash]
    if len(stretch) < 2 or stretch[1] in page.labeled or tree.lower[stretch[1]] in NO_SPEAKERS:
        return None
    last = first = stretch[1]
    led_to = tree.parse.entity[last][2:] == "PERSON" and not _is_beside(tree, last)
    if any(tree.pos[token] == "VERB" for token in stretch) and not led_to:
        return None
    while first - 1 in stretch and tree.pos[first - 1] == "PROPN":
        first -= 1
    given = tree.lower[max(0, first - 1)] == "from" or behind_dash
    if tree.parse.entity[last][2:] in ("PERSON", "ORG") or (tree.pos[last] == "PROPN" and given):
        return Source(tree.span(range(first, last + 1)), last)
    named = [token for token in stretch if token in page.persons and not _is_beside(tree, token)]
    if len({page.persons[token] for token in named}) == 1:
        return make_source(page, named[-1])
    paper = page.lexicon.find("document", tree.lemma[last]) is not None
    begins = next((token for token in stretch[2:] if tree.pos[token] not in ("DET", "ADJ", "NOUN", "PROPN")), last)
    return make_source(page, last) if paper and tree.lower[begins] == "from" else None


_DASHES = ("-", "–", "—")


def is_behind_dash(page: Page, stretch: list[int]) -> bool:
    """Whether nothing but names stands between a dash and the colon: `The ferry is late - Lena Voss: "..."`."""
    words = [token for token in stretch[1:_MOST_IN_NAME] if page.tree.pos[token] not in ("PROPN", "CCONJ")]
    return bool(words) and page.tree.words[words[0]] in _DASHES and words[0] != stretch[1]


def _is_beside(tree: Tree, name: int) -> bool:
    """Whether a name only goes with another: "compared him with Lena Voss"."""
    return tree.dep[name] == "pobj" and tree.lower[tree.head[name]] not in ("from", "by", "for", "to")


def may_speak(page: Page, noun: int) -> bool:
    """Whether a noun names somebody who can talk: a person or body, a speaker by trade, a pronoun."""
    tree = page.tree
    if noun in page.speakers or tree.lower[noun] in _SPEAKING or tree.parse.entity[noun][2:] in ("PERSON", "ORG"):
        return True
    return page.lexicon.find("speaker", tree.lemma[noun]) is not None


def _is_head(page: Page, token: int) -> bool:
    return page.tree.dep[token] not in ("compound", "poss", "nmod") and may_speak(page, token)
