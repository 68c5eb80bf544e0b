"""Finds who is meant by a cue: subject, agent, possessor, or the subject that a participle or infinitive borrows."""

from stanceline.discourse.statements.cues import load_cues
from stanceline.discourse.statements.page import VERBS, Page, Source
from stanceline.reading.parse import Tree

_SUBJECTS = ("nsubj", "csubj")
_RELATIVES = {"who", "which", "that", "whom", "whose"}
_LONGEST = 24


def subject_of(tree: Tree, verb: int) -> int | None:
    """The head token of who does what `verb` says, or None; walks up at most once through each head."""
    seen: set[int] = set()
    token = verb
    while token not in seen:
        seen.add(token)
        if tree.pos[token] in VERBS:
            found = own_subject(tree, token)
            if found is not None:
                return found
            if is_passive(tree, token):
                # "is parked and could come back", "is expected to vote": what is passive there acts here.
                return agent_of(tree, token) if token == verb else tree.kid(token, "nsubjpass")
        above = tree.head[token]
        if above == token:
            return None
        relation = tree.dep[token]
        if relation in ("acl", "relcl") and tree.tag[token] == "VB" and _has_to(tree, token):
            # "a way to say", "her plan to call": the noun does nothing, its owner does, or the clause's subject.
            owner = _owner_of(tree, above)
            if owner is not None:
                return owner
        elif relation == "acl" and tree.pos[above] not in VERBS:
            if not _borrows_from_verb(tree, token, above):
                return above
        elif relation == "relcl" and tree.pos[above] not in VERBS:
            return above if relative_of(tree, token) is None else None
        elif relation == "xcomp" and load_cues().find("control", tree.lemma[above]) is not None:
            controlled = tree.kid(above, "dobj")
            if controlled is not None:
                return controlled
        elif relation in ("ccomp", "advcl", "csubj") and (has_tense(tree, token) or relation == "csubj"):
            return None
        token = above
    return None


def _owner_of(tree: Tree, noun: int) -> int | None:
    """Whose plan it is: "Norway's plan", "the plan by Norway"."""
    by = next((kid for kid in tree.kids(noun, "prep", "agent") if tree.lower[kid] == "by"), None)
    owner = tree.kid(noun, "poss")
    return tree.kid(by, "pobj") if owner is None and by is not None else owner


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree.lower[kid] == "to" for kid in tree.kids(verb, "aux"))


def _borrows_from_verb(tree: Tree, token: int, noun: int) -> bool:
    """Whether a participle that the parse hangs on a noun belongs to the clause's subject instead.

    "has blocked the move insisting": the parse takes the object, the sense is the subject.
    """
    if tree.tag[token] != "VBG" or tree.dep[noun] not in ("dobj", "pobj", "attr", "npadvmod"):
        return False
    if load_cues().find("document", tree.lemma[noun]) is not None:
        return _is_put_out(tree, noun)
    return tree.pos[noun] != "PROPN" or tree.words[token - 1] == ","


def _is_put_out(tree: Tree, document: int) -> bool:
    """Whether somebody puts it out and so says what it says: "issued a statement saying", "is back with a tweet"."""
    above = tree.head[document]
    if tree.dep[document] == "pobj" and tree.lower[above] in ("in", "with", "by"):
        return tree.pos[tree.head[above]] in VERBS and tree.kid(tree.head[above], "dobj") is None
    return tree.dep[document] == "dobj" and tree.lemma[above].lower() in _PUTTING_OUT


_PUTTING_OUT = frozenset(
    {
        "issue",
        "release",
        "publish",
        "post",
        "send",
        "write",
        "sign",
        "deliver",
        "make",
        "give",
        "put",
        "circulate",
        "file",
    }
)


def own_subject(tree: Tree, verb: int) -> int | None:
    """The active subject that hangs on the verb itself."""
    # A slip of the parse: the subject hangs on the auxiliary.
    holders = [verb, *tree.kids(verb, "aux", "auxpass")]
    found = [kid for holder in holders for kid in tree.kids(holder, *_SUBJECTS) if tree.tag[kid] != "EX"]
    return found[0] if found else None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is a passive, with or without its auxiliary."""
    if tree.kid(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    return tree.tag[verb] == "VBN" and tree.dep[verb] in ("acl", "advcl") and tree.kid(verb, "aux") is None


def agent_of(tree: Tree, verb: int) -> int | None:
    """The one behind "by" in a passive."""
    agent = tree.kid(verb, "agent")
    return tree.kid(agent, "pobj") if agent is not None else None


def has_tense(tree: Tree, verb: int) -> bool:
    """Whether the clause of the verb has a tense or a modal of its own."""
    return tree.tag[verb] in ("VBD", "VBZ", "VBP", "MD") or any(
        tree.tag[kid] in ("VBD", "VBZ", "VBP", "MD") for kid in tree.kids(verb, "aux", "auxpass")
    )


def relative_of(tree: Tree, verb: int) -> int | None:
    """The relative pronoun that is the verb's subject."""
    subject = own_subject(tree, verb)
    return subject if subject is not None and tree.lower[subject] in _RELATIVES else None


def antecedent(tree: Tree, pronoun: int) -> int:
    """The noun that a relative pronoun stands for; the pronoun itself where the parse does not say."""
    for above in tree.ancestors(pronoun):
        if tree.dep[above] == "relcl":
            return tree.head[above]
    return pronoun


def phrase_tokens(page: Page, head: int, *, avoid: int | None = None) -> list[int]:
    """The noun phrase of `head`: appositions included, without what stands on the far side of the token `avoid`."""
    tree = page.tree
    tokens = tree.subtree(head, without=frozenset(("punct",)))
    if len(tokens) > _LONGEST:
        tokens = tree.subtree(head, without=frozenset(("relcl", "acl", "punct", "appos", "advcl")))
    if avoid is not None:
        tokens = [token for token in tokens if (token < avoid) == (head < avoid) and token != avoid]
    tokens = _without_asides(tree, head, tokens)
    if page.datelines and head not in page.datelines:
        tokens = [token for token in tokens if token not in page.datelines]
    if page.quoted[head] < 0:
        tokens = [token for token in tokens if page.quoted[token] < 0 or _is_within(page, token, tokens)]
    while len(tokens) > 1 and tree.pos[tokens[0]] == "NUM" and ":" in tree.words[tokens[0]]:
        tokens = tokens[1:]
    return tokens or [head]


def _without_asides(tree: Tree, head: int, tokens: list[int]) -> list[int]:
    """A phrase without what its owner does meanwhile: "Voss, leaving the harbor, said"."""
    for kid in tree.children[head]:
        first = min(tree.subtree(kid)) if kid > head else head
        aside = tree.dep[kid] in ("acl", "prep") and tree.words[first - 1] in (",", "—", "–", "(")
        apart = tree.lower[first] not in ("including", "of", "like", "such")
        if first > head and (tree.dep[kid] == "advcl" or (aside and apart)):
            tokens = [token for token in tokens if token < first]
    return tokens


def _is_within(page: Page, token: int, tokens: list[int]) -> bool:
    quoted = page.tree.tokens_in(page.quotations[page.quoted[token]].span)
    return tokens[0] < quoted[0] and quoted[-1] < tokens[-1]


def make_source(page: Page, head: int, *, avoid: int | None = None) -> Source:
    """The source whose phrase is headed by `head`; a relative pronoun stands for its antecedent."""
    tree = page.tree
    tokens = phrase_tokens(page, head, avoid=avoid)
    span = page.span_of(tokens[0], tokens[-1]) or tree.span([head])
    stands_for = antecedent(tree, head) if tree.lower[head] in _RELATIVES else head
    return Source(span, stands_for)


def _name_before(tree: Tree, verb: int) -> int | None:
    """A name right before the verb that the parse takes for an adverb: "Jolly said he ..."."""
    for kid in tree.kids(verb, "advmod", "npadvmod", "dep"):
        if kid == verb - 1 and tree.words[kid][:1].isupper() and tree.tag[verb] in ("VBD", "VBZ", "VBP"):
            return kid
    return None


def is_modal_name(page: Page, token: int) -> bool:
    """Whether a capital within a sentence shows that the "modal" is a name: `"It leaks," May said`."""
    tree = page.tree
    if tree.tag[token] != "MD" or not tree.words[token][:1].isupper():
        return False
    first = tree.sentence_tokens(token)[0]
    return token > first and tree.words[token - 1] not in (":", "-", "–", "—")


def _lost_subject(page: Page, verb: int) -> int | None:
    """The subject that the parse takes for a part of the clause before: `speaks of "order", and Lena Voss said`."""
    tree = page.tree
    if tree.dep[verb] != "conj" or own_subject(tree, verb) is not None or tree.head[verb] > verb:
        return None
    for joint in range(verb - 1, tree.head[verb], -1):
        if tree.dep[joint] != "cc" or tree.words[joint - 1] not in (",", "”", '"', "''", "’"):
            continue
        name = next((kid for kid in tree.kids(tree.head[joint], "conj") if joint < kid < verb), None)
        if name is None or tree.pos[name] not in ("PROPN", "NOUN"):
            return None
        between = range(max(tree.subtree(name)) + 1, verb)
        if all(tree.pos[token] in ("PUNCT", "ADV", "AUX") for token in between):
            return name
        return None
    return None


def _inverted_subject(page: Page, verb: int) -> int | None:
    """Who speaks behind the verb of an aside, whatever the parse says: `the leaders, said Lena Voss, will go home`."""
    tree = page.tree
    cue = page.verb_cue(verb)
    if cue is None or not {"quote", "clause"} <= cue.frames or tree.tag[verb] not in ("VBD", "VBZ") or verb == 0:
        return None
    subject = own_subject(tree, verb)
    if tree.words[verb - 1] != "," or verb + 2 >= len(tree) or subject is None or subject > verb:
        return None
    last = verb + 1
    while last + 1 < len(tree) and tree.pos[last + 1] in ("PROPN", "NOUN", "ADJ") and tree.words[last + 1] != ",":
        last += 1
    named = tree.pos[last] == "PROPN" and all(
        tree.pos[token] in ("DET", "ADJ", "NOUN", "PROPN") for token in range(verb + 1, last + 1)
    )
    return last if named and tree.words[last + 1] in (",", ".") else None


def _dropped_subject(page: Page, verb: int) -> int | None:
    """Whom notes leave out: `Lena Voss of the guild. Says it leaks.`: the one whom the sentence before is about."""
    tree = page.tree
    tokens = tree.sentence_tokens(verb)
    opens = verb == tokens[0] or all(tree.pos[token] in ("ADV", "PUNCT") for token in range(tokens[0], verb))
    if tree.dep[verb] != "ROOT" or tree.tag[verb] not in ("VBZ", "VBD") or not opens:
        return None
    for _ in range(_MOST_NOTES):
        last = tokens[0] - 1
        if last < 0 or page.blocks[last] != page.blocks[verb] or page.quoted[last] >= 0:
            return None
        tokens = tree.sentence_tokens(last)
        root = tree.root_of(tokens)
        subject = own_subject(tree, root) if root is not None else None
        if subject is not None:
            return subject if subject in page.speakers else None
        named = [token for token in tokens if token in page.speakers]
        if named and not page.has_finite_verb(tokens):
            return next((token for token in named if token in page.persons), named[0])
    return None


_MOST_NOTES = 3


def source_of(page: Page, verb: int) -> Source | None:
    """The source of a verb cue, or None where the sentence names none."""
    readers = (_inverted_subject, _lost_subject, lambda page, verb: subject_of(page.tree, verb), _dropped_subject)
    head = next((found for reader in readers if (found := reader(page, verb)) is not None), None)
    if head is not None and head in page.datelines:
        head = next((kid for kid in page.tree.kids(head, "appos") if kid not in page.datelines), None)
    if (
        head is None
        or page.quoted[head] >= 0
        or head in page.labeled
        or (page.tree.lower[head] in ("it", "there") and page.tree.dep[head] == "expl")
    ):
        return None
    return make_source(page, head, avoid=verb)
