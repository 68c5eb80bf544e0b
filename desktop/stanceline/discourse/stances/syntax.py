"""Who does what in a clause: subjects through control and relative clauses, objects through gaps and lists.

Works on the dependency labels of the parse alone and knows no word's meaning.
"""

from stanceline.discourse.stances.gaps import is_gapped
from stanceline.discourse.stances.lexicon import words
from stanceline.reading.parse import Tree

RELATIVES = frozenset({"who", "which", "that", "whom"})
_DEPTH = 6


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands in the passive, short forms included ("opposed by them", "want it scrapped")."""
    if tree.kid(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.kid(verb, "dobj", "aux") is not None or tree.tag[verb] not in ("VBN", "VBD"):
        return False
    if tree.dep[verb] == "ccomp" and tree.lemma[tree.head[verb]] in words("causing"):
        return tree.kid(verb, "mark") is None
    return tree.tag[verb] == "VBN" and tree.dep[verb] in ("acl", "amod")


def particles(tree: Tree, verb: int) -> set[str]:
    """The particles and bare adverbs that belong to a verb ("up" in "held up the deal")."""
    found = {tree.lower[kid] for kid in tree.kids(verb, "prt", "advmod", "acomp") if not is_gapped(tree, kid)}
    bare = [
        kid for kid in tree.kids(verb, "prep") if tree.kid(kid, "pobj", "pcomp") is None and not is_gapped(tree, kid)
    ]
    return found | {tree.lower[kid] for kid in bare}


def with_conjuncts(tree: Tree, token: int) -> list[int]:
    """A noun and those coordinated with it, left to right ("A, B and C")."""
    found = [token]
    for kid in tree.kids(token, "conj"):
        # A clause that the parser hangs on a noun is not a second item of a list.
        if tree.pos[kid] not in ("VERB", "AUX") or tree.pos[token] in ("VERB", "AUX"):
            found += with_conjuncts(tree, kid)
    listed = [kid for kid in tree.kids(token, "appos") if _goes_on(tree, token, kid)]
    return found + [item for kid in listed for item in with_conjuncts(tree, kid)]


def _goes_on(tree: Tree, token: int, kid: int) -> bool:
    """Whether an apposition is the second item of a list: "A, B and C voted" lacks the comma that closes one."""
    if kid < token or tree.pos[token] not in ("NOUN", "PROPN") or tree.pos[kid] not in ("NOUN", "PROPN"):
        return False
    items = with_conjuncts(tree, kid)
    last = max(tree.subtree(token))
    joined = any(tree.lower[cc] == "and" for item in items for cc in tree.kids(item, "cc"))
    open_end = last + 1 < len(tree) and tree.pos[last] != "PUNCT" and tree.pos[last + 1] in ("VERB", "AUX", "ADV")
    return len(items) > 1 and joined and open_end


def antecedent(tree: Tree, token: int) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    if tree.lower[token] not in RELATIVES or tree.tag[token] not in ("WP", "WDT", "IN", "DT"):
        return token
    for head in tree.ancestors(token):
        if tree.dep[head] == "relcl":
            return tree.head[head]
        if tree.dep[head] not in ("xcomp", "ccomp", "prep", "conj", "pcomp", "advcl"):
            break
    return token


def agents(tree: Tree, verb: int) -> list[int]:
    """The nouns behind "by" of a passive verb or a noun."""
    found = [
        pobj for by in tree.kids(verb, "agent", "prep") if tree.lower[by] == "by" for pobj in tree.kids(by, "pobj")
    ]
    return [token for pobj in found for token in with_conjuncts(tree, pobj)]


def clause_subjects(tree: Tree, verb: int) -> list[int]:
    """The grammatical subjects of a verb, active or passive, with conjuncts and relative pronouns resolved."""
    # Now and then the parser hangs the subject on the auxiliary.
    places = [verb, *tree.kids(verb, "aux", "auxpass")]
    found = next((kids for place in places if (kids := tree.kids(place, "nsubj", "nsubjpass"))), [])
    named = [_behind_dateline(tree, kid) for kid in found]
    return [antecedent(tree, token) for kid in named for token in with_conjuncts(tree, kid)]


def _behind_dateline(tree: Tree, subject: int) -> int:
    """The real subject behind a dateline ("PARIS — France ..."), which the parser takes for its apposition."""
    for kid in tree.kids(subject, "appos"):
        if subject == tree.sentence_tokens(subject)[0] and tree.words[kid - 1] in ("—", "–", "--", "-"):
            return kid
    return subject


def subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """The tokens that do, want or feel what `verb` says, its passive agents where it is passive.

    Follows coordination ("opposed and blocked"), control ("vowed to block"), participles ("Paris, opposing ...")
    and relative clauses. Empty where the clause names nobody.
    """
    if depth > _DEPTH:
        return []
    if is_passive(tree, verb):
        return agents(tree, verb) or _shared(tree, verb, depth, passive=True)
    return clause_subjects(tree, verb) or _shared(tree, verb, depth, passive=False)


def _shared(tree: Tree, verb: int, depth: int, *, passive: bool) -> list[int]:
    """The subject that a verb without one shares with the clause above it."""
    head, label = tree.head[verb], tree.dep[verb]
    if head == verb or passive:
        return agents(tree, head) if passive and label == "conj" and head != verb else []
    if label in ("acl", "relcl", "amod"):
        if tree.tag[verb] == "VBG" or label == "relcl":
            return [antecedent(tree, head)] if tree.pos[head] in ("NOUN", "PROPN", "PRON") else []
        return noun_holders(tree, head)
    if label in ("conj", "xcomp", "advcl", "ccomp", "dep", "acomp"):
        return [] if label == "ccomp" and not _is_bare(tree, verb) else controllers(tree, head, depth)
    if label == "pcomp":
        outer = tree.head[head]
        if tree.pos[outer] in ("VERB", "AUX"):
            blamed = objects(tree, outer) if tree.lower[head] in ("for", "of", "from", "into") else []
            # "blamed Norway for blocking it": who blocks is Norway.
            return blamed or controllers(tree, outer, depth)
        return noun_holders(tree, outer)
    return []


def _is_bare(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] in ("VB", "VBG") and tree.kid(verb, "mark") is None


def controllers(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Those whose act the infinitive below `verb` is: the subject, also that of a passive ("is said to oppose")."""
    if tree.pos[verb] not in ("VERB", "AUX"):
        return (
            noun_holders(tree, verb)
            if tree.pos[verb] in ("NOUN", "PROPN")
            else subjects(tree, tree.head[verb], depth + 1)
        )
    own = clause_subjects(tree, verb)
    return own if own else subjects(tree, verb, depth + 1)


def noun_holders(tree: Tree, noun: int) -> list[int]:
    """Whose plan, opposition or decision a noun is: possessor, "by X", "from X", or the subject of "has plans"."""
    found = [token for kid in tree.kids(noun, "poss") for token in with_conjuncts(tree, kid)]
    found = found or agents(tree, noun)
    found = found or prepositional(tree, noun, frozenset({"from", "among"}))
    if found:
        return found
    head = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.pos[head] == "VERB" and tree.lemma[head] in words("light"):
        return subjects(tree, head)
    return []


def prepositional(tree: Tree, token: int, words: frozenset[str]) -> list[int]:
    """The objects of prepositions that hang on `token`, with conjuncts."""
    return [
        found
        for prep in tree.kids(token, "prep", "agent", "dative")
        if tree.lower[prep] in words
        for pobj in tree.kids(prep, "pobj", "pcomp")
        for found in with_conjuncts(tree, pobj)
        if not tree.parse.entity[found].endswith(("-DATE", "-TIME"))
    ]


def objects(tree: Tree, verb: int) -> list[int]:
    """The direct objects of a verb; of a passive verb what stands as its subject; gaps of relative clauses filled."""
    if is_passive(tree, verb):
        found = [t for kid in tree.kids(verb, "nsubjpass", "nsubj") for t in with_conjuncts(tree, kid)]
        if not found and tree.dep[verb] in ("acl", "amod"):
            found = [tree.head[verb]]
        if not found and tree.dep[verb] == "conj":
            found = [t for kid in tree.kids(tree.head[verb], "nsubjpass") for t in with_conjuncts(tree, kid)]
        return [antecedent(tree, token) for token in found]
    found = [t for kid in tree.kids(verb, "dobj") for t in with_conjuncts(tree, kid)]
    if found:
        return [antecedent(tree, token) for token in found]
    own = tree.kid(verb, "nsubj")
    gap = tree.dep[verb] == "relcl" and tree.kid(verb, "xcomp", "ccomp", "advmod") is None
    if gap and own is not None and antecedent(tree, own) == own:
        return [tree.head[verb]]
    return []


def noun_phrase(tree: Tree, noun: int) -> list[int]:
    """The tokens of a noun's own phrase: modifiers and prepositional attributes, no clauses, lists or appositions."""
    found = [noun]
    for kid in tree.children[noun]:
        if tree.dep[kid] in (
            "det",
            "amod",
            "compound",
            "poss",
            "nmod",
            "nummod",
            "quantmod",
            "case",
            "prep",
            "advmod",
            "npadvmod",
        ):
            found += tree.subtree(kid, without=frozenset({"relcl", "advcl", "ccomp", "punct"}))
    return sorted(set(found))
