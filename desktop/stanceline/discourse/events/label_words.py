"""Words for headlines: verbs in the present tense, short names, phrases without what a headline leaves out."""

import re
from collections.abc import Iterable

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.statements.sources import antecedent
from stanceline.reading.parse import Tree
from stanceline.records import LocalActor

_IRREGULAR = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
_PARTICLES = {
    "van",
    "von",
    "de",
    "del",
    "della",
    "der",
    "di",
    "da",
    "dos",
    "du",
    "la",
    "le",
    "bin",
    "ibn",
    "al",
    "el",
    "ter",
    "ten",
    "zu",
    "st.",
    "ould",
}
_NEVER = frozenset({"relcl", "advcl", "appos", "parataxis", "meta", "intj", "dep"})
_DROPPED_DETERMINERS = {"the", "a", "an", "this", "that", "these", "those"}
_LONGEST_OWNER = 3
_LEAST_DATELINE = 4
_THE = re.compile(r"(^|\b(?:says?|that) )The (?!Hague\b)(?=\S)")
_COMMAS = re.compile(r"(?: ?,){2,6}")
_MARKS = "\"“”„«»‘'"


def present(lemma: str, *, plural: bool) -> str:
    """The verb as a headline has it: "meets", or "meet" for several."""
    lemma = {"hop": "hope"}.get(lemma.lower(), lemma.lower())
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma][plural]
    if plural:
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or (lemma.endswith("o") and lemma[-2:-1] not in "aeiou"):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def short_name(actor: LocalActor) -> str:
    """What a headline calls an actor: a person by the surname, a body by its short form."""
    if actor.anonymous:
        return actor.name
    if actor.kind == "person":
        words = actor.name.replace(",", " ").split()
        # Where the article never uses the last word alone it may not be the surname ("Wang Wenbin").
        used = [name for name in actor.names if name in words]
        if len(words) == 2 and used and words[-1] not in used:
            return used[0]
        if len(words) == 2 and not used:
            return actor.name
        start = len(words) - 1
        while start > 0 and words[start - 1].lower() in _PARTICLES:
            start -= 1
        while start > 0 and words[start].rstrip(".").lower() in ("jr", "sr", "ii", "iii"):
            start -= 1
        return " ".join(words[start:])
    if len(actor.name.split()) > 3:
        acronyms = [name for name in actor.names if name.isupper() and 2 <= len(name) <= 8]
        if acronyms:
            return acronyms[0]
    return actor.name


def join(tree: Tree, tokens: Iterable[int]) -> str:
    """The words of `tokens` as they stand in the text; a blank wherever something between them was left out."""
    parts: list[str] = []
    last = -2
    for token in sorted(set(tokens)):
        glued = token == last + 1 and tree.parse.end[last] == tree.parse.start[token]
        if parts and not glued and tree.words[token] not in (",", ".", ";", ":", "’s", "'s", "’", "n't", "n’t"):
            parts.append(" ")
        parts.append(tree.words[token])
        last = token
    # Two commas meet where an aside between them was left out.
    return _COMMAS.sub(",", " ".join("".join(parts).split())).strip(" ,;:—–-")


def noun_tokens(tree: Tree, head: int, level: int, gone: frozenset[int]) -> list[int]:
    """The tokens of a noun phrase that a headline keeps. Level 0 is the barest, 3 the fullest; `gone` never stays."""
    found = [head]
    prepositions = 0
    for kid in tree.children[head]:
        relation = tree.dep[kid]
        if kid in gone or relation in _NEVER:
            continue
        if relation in ("det", "predet"):
            if not is_article(tree, kid):
                found.append(kid)
        elif relation in ("compound", "nummod", "poss", "case", "nmod", "quantmod", "amod", "neg", "npadvmod"):
            if relation in ("amod", "npadvmod") and level == 0:
                continue
            found += [
                token
                for token in tree.subtree(kid, without=_NEVER)
                if token not in gone and not is_article(tree, token)
            ]
        elif relation in ("conj", "cc"):
            found += noun_tokens(tree, kid, level, gone) if relation == "conj" else [kid]
            if relation == "conj" and kid > 0 and tree.words[kid - 1] == ",":
                found.append(kid - 1)
        elif relation == "prep":
            wanted = tree.lower[kid] == "of" or level >= 2
            if wanted and level >= 1 and prepositions < max(1, level - 1):
                inner = prepositional_tokens(tree, kid, level - 1, gone)
                found += inner
                prepositions += bool(inner)
        elif relation == "acl" and level >= 1 and any(tree.lower[sub] == "to" for sub in tree.kids(kid, "aux")):
            inner = without_dates(tree, tree.subtree(kid, without=_NEVER), gone)
            found += [t for t in inner if not is_article(tree, t)]
        elif relation == "punct" and (
            tree.words[kid] == "-" or (tree.words[kid] == "," and _is_between(tree, kid, head))
        ):
            found.append(kid)
    return sorted(set(found))


def _is_between(tree: Tree, comma: int, head: int) -> bool:
    return any(kid > comma for kid in tree.kids(head, "conj"))


def is_article(tree: Tree, token: int) -> bool:
    """Whether a headline leaves the determiner out."""
    if tree.dep[token] != "det" or tree.lower[token] not in _DROPPED_DETERMINERS:
        return False
    # "The Hague" keeps its article.
    is_part_of_name = tree.words[token] == "The" and token > 0 and tree.sentence[token - 1] == tree.sentence[token]
    return not (is_part_of_name and tree.pos[tree.head[token]] == "PROPN")


def prepositional_tokens(tree: Tree, preposition: int, level: int, gone: frozenset[int]) -> list[int]:
    """A prepositional phrase for a headline, empty where its object is a date or nothing."""
    noun = tree.kid(preposition, "pobj")
    if noun is None:
        clause = tree.kid(preposition, "pcomp")
        if clause is None or level < 1:
            return []
        return [
            preposition,
            *(t for t in tree.subtree(clause, without=_NEVER) if t not in gone and not is_article(tree, t)),
        ]
    if noun in gone:
        return []
    return [preposition, *noun_tokens(tree, noun, max(0, level), gone)]


def name_phrase(tree: Tree, cast: Cast, head: int, level: int, gone: frozenset[int]) -> str:
    """A subject or object in few words: the short name of who is meant, else the noun phrase; no bare pronouns."""
    mention = cast.mention_at(head)
    actor = cast.actor_of(head) if mention is not None and mention.head == head else None
    rest = [kid for kid in tree.kids(head, "conj") if tree.pos[kid] in ("NOUN", "PROPN", "PRON")]
    if mention is not None and actor is not None and not rest:
        known = cast.named(actor)
        if mention.kind == "pronoun" and known.anonymous:
            return without_article(known.name)
        if not known.anonymous and (known.kind == "person" or mention.kind in ("pronoun", "description", "metonym")):
            return short_name(known)
        if known.kind == "state" and mention.kind == "name":
            return known.name
    if tree.pos[head] == "PRON" and actor is None:
        if tree.lower[head] == "i":
            return "Author"
        own = tree.tag[head] in ("PRP", "WP", "WDT", "EX") or tree.lower[head] in ("this", "that", "these", "those")
        return "" if own else tree.words[head]
    if rest:
        return _list_of(tree, cast, [head, *_all_conjuncts(tree, head)], level, gone)
    return strip_marks(join(tree, noun_tokens(tree, head, level, gone)))


_OWNERS = {"its", "his", "her", "their", "whose", "my", "our"}


def owned_phrase(tree: Tree, cast: Cast, head: int, level: int, gone: frozenset[int]) -> str:
    """As `name_phrase`, with the owner's name for a pronoun at the beginning ("Its members" become "AFC's members")."""
    text = name_phrase(tree, cast, head, level, gone)
    first, _, rest = text.partition(" ")
    if first.lower() not in _OWNERS:
        return text
    pronoun = next((kid for kid in tree.kids(head, "poss") if tree.lower[kid] == first.lower()), None)
    if pronoun is None:
        return text
    owner = _owner(tree, cast, pronoun, gone)
    if owner:
        return f"{owner}{'’' if owner.endswith('s') else '’s'} {rest}"
    return rest if first.lower() == "whose" else text


def _owner(tree: Tree, cast: Cast, pronoun: int, gone: frozenset[int]) -> str:
    """Who is meant by a possessive pronoun, in at most three words; empty where that is not known."""
    if tree.lower[pronoun] == "whose":
        head = antecedent(tree, pronoun)
        name = name_phrase(tree, cast, head, 0, gone) if head != pronoun else ""
    else:
        own = next((each for each in cast.mentions if each.head == pronoun), None)
        mention = own or cast.mention_at(pronoun)
        actor = None if mention is None else mention.actor
        if mention is not None and actor is not None and mention.head != pronoun:
            # "Its spokesman" is one mention; whose spokesman he is, the actor says.
            of = cast.named(actor).of
            actor = next((n for n, each in enumerate(cast.actors) if of and of in (each.known, each.name)), None)
        name = "" if actor is None else without_article(short_name(cast.named(actor)))
    return name if 0 < count_words(name) <= _LONGEST_OWNER and not name[0].isdigit() else ""


def is_dateline(tree: Tree, token: int) -> bool:
    """Whether the token is the place in capitals before a report: "WASHINGTON (AP) — ..."."""
    word = tree.words[token]
    starts = token == 0 or tree.parse.block[token - 1] != tree.parse.block[token]
    if not starts or not word.isupper() or len(word) < _LEAST_DATELINE:
        return False
    return any(tree.words[t] in ("—", "–", "-", "--") for t in range(token + 1, min(token + 9, len(tree))))


def without_article(text: str) -> str:
    """The text without an article at its beginning."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _DROPPED_DETERMINERS else text


def _all_conjuncts(tree: Tree, head: int) -> list[int]:
    found = []
    for kid in tree.kids(head, "conj"):
        if tree.pos[kid] in ("NOUN", "PROPN", "PRON"):
            found += [kid, *_all_conjuncts(tree, kid)]
    return found


def _list_of(tree: Tree, cast: Cast, heads: list[int], level: int, gone: frozenset[int]) -> str:
    names = []
    for head in heads:
        actor = cast.actor_of(head)
        if actor is not None and not cast.named(actor).anonymous and cast.named(actor).kind in ("person", "state"):
            names.append(short_name(cast.named(actor)))
        else:
            own = [t for t in noun_tokens(tree, head, min(level, 1), gone) if not _hangs_on_other(tree, t, head, heads)]
            names.append(strip_marks(join(tree, [t for t in own if tree.dep[t] != "cc" and tree.words[t] != ","])))
    names = [name for name in names if name]
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else ""


def _hangs_on_other(tree: Tree, token: int, head: int, heads: list[int]) -> bool:
    if token == head:
        return False
    if token in heads:
        return True
    return any(above in heads and above != head for above in _up_to(tree, token, head))


def _up_to(tree: Tree, token: int, head: int) -> list[int]:
    found = []
    for above in tree.ancestors(token):
        if above == head:
            break
        found.append(above)
    return found


def strip_marks(text: str) -> str:
    """The text without quotation marks at its ends and without one that lacks its partner."""
    text = text.strip(_MARKS + " ")
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“")):
        if (opening in text) != (closing in text):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def is_plural(tree: Tree, head: int | None) -> bool:
    """Whether the verb of this subject takes the plural."""
    if head is None:
        return False
    if any(tree.pos[kid] in ("NOUN", "PROPN", "PRON") for kid in tree.kids(head, "conj")):
        return True
    # "Democrats" are many; the United States and Human Rights Watch are one.
    if tree.tag[head] == "NNPS":
        return tree.parse.entity[head][2:] not in ("GPE", "ORG", "FAC", "LOC")
    many = {"many", "several", "some", "most", "both", "all", "few", "others", "they", "we"}
    return tree.tag[head] == "NNS" or tree.lower[head] in many


def count_words(text: str) -> int:
    """Words as a reader counts them."""
    return len(text.split())


def capitalized(text: str) -> str:
    """The text with a capital first letter and without the article of a name at the beginning."""
    text = _THE.sub(r"\1", text)
    return text[:1].upper() + text[1:]


def without_dates(tree: Tree, tokens: Iterable[int], dates: frozenset[int]) -> list[int]:
    """`tokens` without date expressions and the prepositions that led to them."""
    kept = [token for token in tokens if token not in dates]
    return [t for t in kept if not (tree.pos[t] == "ADP" and tree.kid(t, "pobj") in dates)]
