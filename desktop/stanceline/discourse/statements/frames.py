"""Reads attributions off the parse: a cue, its source, and the clause, infinitive or object that it takes."""

from stanceline.discourse.statements.asides import as_noted, island
from stanceline.discourse.statements.cues import Cue, load_cues
from stanceline.discourse.statements.page import Draft, Page
from stanceline.discourse.statements.passives import seeming, told_by_agent, told_by_nobody
from stanceline.discourse.statements.reach import is_time, joined_end, object_end, preposition_end, reach
from stanceline.discourse.statements.sources import (
    has_tense,
    is_modal_name,
    is_passive,
    source_of,
    subject_of,
)
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree

_CUE_PARTS = ("aux", "auxpass", "neg", "advmod")
_FARTHEST_PREPOSITION = 3


def cue_span(page: Page, verb: int) -> Span:
    """The cue with its auxiliaries, negation, near adverbs and particle: "has repeatedly said", "went on to say"."""
    tree = page.tree
    first = last = verb
    if tree.dep[verb] == "xcomp" and 0 < verb - tree.head[verb] <= 4 and tree.kid(tree.head[verb], "dobj") is None:
        first = tree.head[verb]
    for kid in sorted(tree.children[first], reverse=True):
        if kid < first and _is_cue_part(page, kid) and first - kid == 1:
            first = kid
    particle = next((kid for kid in tree.kids(verb, "prt") if kid == verb + 1), None)
    if particle is not None:
        last = particle
    return tree.span(range(first, last + 1))


def _is_cue_part(page: Page, kid: int) -> bool:
    tree = page.tree
    asks = tree.tag[kid] == "WRB" or tree.words[kid] == ","
    return tree.dep[kid] in _CUE_PARTS and page.quoted[kid] < 0 and not asks and not is_modal_name(page, kid)


def with_preposition(page: Page, cue: Span, content: Span) -> Span:
    """The cue grown over the preposition that leads to the content: "pointed to", "an endorsement of"."""
    tree = page.tree
    last = tree.tokens_in(cue)[-1]
    first = tree.tokens_in(content)[0]
    between = range(last + 1, first)
    leads = tree.pos[first - 1] in ("ADP", "SCONJ", "PART") and tree.words[first - 1].isalpha()
    if leads and 0 < len(between) <= _FARTHEST_PREPOSITION and all(tree.pos[token] != "PUNCT" for token in between):
        return Span(cue.start, tree.parse.end[first - 1])
    return cue


def verb_draft(page: Page, verb: int) -> Draft | None:
    """The attribution that a verb makes, or None."""
    cue = page.verb_cue(verb)
    if cue is None:
        return seeming(page, verb)
    tree = page.tree
    if is_passive(tree, verb):
        words = cue_span(page, verb)
        return told_by_agent(page, verb, cue, words) or told_by_nobody(page, verb, cue, words)
    source = source_of(page, verb)
    if source is None or not _may_speak(tree, source.head, cue):
        return None
    found = complement(page, verb, cue)
    rule = ("say.attitude." if cue.kind == "attitude" else "say.frame.") + found[0] if found else ""
    contents = [found[1]] if found else []
    if not contents and cue.frames & {"clause", "quote"}:
        contents, rule = as_noted(page, verb), "say.as"
        if not contents:
            contents, rule = island(page, verb, source), "say.island"
    if not contents:
        return None
    sure = 0.9 if cue.kind in ("speech", "tell", "ask") else 0.75
    words = cue_span(page, verb)
    if rule.endswith(".preposition"):
        words = with_preposition(page, words, contents[0])
    return Draft(verb, words, source, contents, rule, cue.lemma, sure)


def _may_speak(tree: Tree, source: int, cue: Cue) -> bool:
    """Not the empty "it" of "it appears", and no views that a writer shares with the reader."""
    if tree.lower[source] == "i":
        return True  # whose it is, the cast tells; without an author these are dropped again
    if tree.lower[source] in ("we", "you", "one", "me"):
        return cue.kind in ("speech", "tell", "ask") and tree.lower[source] != "you"
    return tree.lower[source] not in ("there", "this")


def complement(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    """The rule and span of what is said, to the right of the verb."""
    readers = (_clause, _for_clause, _infinitive, _naming, _behind_preposition, _object)
    return next((found for reader in readers if (found := reader(page, verb, cue)) is not None), None)


def _named(page: Page, rule: str, first: int, last: int) -> tuple[str, Span] | None:
    span = page.span_of(first, last)
    return (rule, span) if span is not None else None


def _clause(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    if not cue.frames & {"clause", "quote"}:
        return None
    tree = page.tree
    holders = [verb, *(tree.kids(verb, "dobj", "dative") if "person" in cue.frames else [])]
    for holder in holders:
        labels = ("ccomp",) if holder == verb else ("acl", "relcl", "ccomp")
        for kid in tree.kids(holder, *labels):
            tokens = tree.subtree(kid)
            begins = next((token for token in tokens if token > verb), kid)
            if kid < verb or begins < verb:
                continue
            if holder != verb and not any(tree.dep[sub] == "mark" for sub in tree.children[kid]):
                continue
            if "clause" not in cue.frames and not any(page.quoted[token] >= 0 for token in tokens):
                continue
            if holder == verb and _lacks_subject(tree, kid):
                begins = _after_recipient(page, verb, cue, begins)
            return _named(page, "clause", begins, joined_end(page, verb, kid))
    return _detached_clause(page, verb, cue) or _plain_rest(page, verb, cue)


def _lacks_subject(tree: Tree, clause: int) -> bool:
    """Whether the parse has lost a finite clause's subject: "said about half of the funds went to schools"."""
    subjects = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
    return has_tense(tree, clause) and tree.kid(clause, *subjects) is None


def _after_recipient(page: Page, verb: int, cue: Cue, otherwise: int) -> int:
    tree = page.tree
    whom = tree.kid(verb, "dobj", "dative") if "person" in cue.frames else None
    first = (max(tree.subtree(whom)) if whom is not None else verb) + 1
    between = range(first, otherwise)
    dated = any(tree.parse.entity[token][2:] in ("DATE", "TIME") or tree.words[token] == "," for token in between)
    return otherwise if dated else min(first, otherwise)


def _plain_rest(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    """The rest of the sentence behind "said" where the parse sees no clause: "said seeing so many was a sight"."""
    tree = page.tree
    after, (_, last) = verb + 1, page.sentence_edges(verb)
    if cue.kind != "speech" or "quote" not in cue.frames or tree.kid(verb, "ccomp") is not None or after >= last:
        return None
    mistaken = tree.kid(verb, "dobj")
    if mistaken is not None and not (cue.lemma == "say" and _hides_clause(page, mistaken)):
        return None
    odd = next((kid for kid in tree.kids(verb, "xcomp", "advcl", "nsubj", "dobj") if kid > verb), None)
    if (
        odd is None
        or odd < verb
        or min(tree.subtree(odd)) != after
        or tree.pos[after] in ("PUNCT", "ADP", "SCONJ", "PART")
    ):
        return None
    rest = range(after, max(tree.subtree(odd)) + 1)
    return _named(page, "clause", after, rest[-1]) if page.has_finite_verb(rest) else None


def _hides_clause(page: Page, noun: int) -> bool:
    """Whether an object is a clause whose verb the parse takes for an adjective: "said the ferry needed repairs"."""
    tree = page.tree
    return any(tree.tag[kid] in ("VBD", "VBZ", "VBP") for kid in tree.kids(noun, "amod", "compound", "nmod"))


def _detached_clause(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    """A that-clause that the parse takes for a relative clause: "predicted at the debate that voters would ..."."""
    tree = page.tree
    if "clause" not in cue.frames or (tree.kid(verb, "dobj") is not None and "person" not in cue.frames):
        return None
    for kid in tree.kids(verb, "prep", "npadvmod", "dobj", "dative"):
        if kid < verb:
            continue
        for token in tree.subtree(kid):
            if tree.dep[token] not in ("relcl", "acl") or page.quoted[token] >= 0:
                continue
            begins = min(tree.subtree(token))
            subject = tree.kid(token, "nsubj", "nsubjpass")
            if tree.lower[begins] == "that" and begins > verb and subject is not None and subject != begins:
                return _named(page, "clause", begins, reach(page, token))
    return None


def _infinitive(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    if "inf" not in cue.frames:
        return None
    tree = page.tree
    whom = next((kid for kid in tree.kids(verb, "dobj", "dative") if kid > verb), None)
    for kid in tree.kids(verb, "xcomp", "ccomp"):
        infinitive = tree.kid(kid, "aux")
        if kid < verb or infinitive is None or tree.lower[infinitive] != "to":
            continue
        start = min(tree.subtree(kid))
        if whom is not None and "person" in cue.frames:
            start = min(start, min(tree.subtree(whom)))
        if start > verb:
            return _named(page, "infinitive", start, reach(page, kid))
    return None


def _for_clause(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    """ "is calling for the city to act": an infinitive with a subject of its own behind "for"."""
    tree = page.tree
    if "for" not in cue.prepositions():
        return None
    for kid in tree.kids(verb, "advcl", "ccomp", "xcomp"):
        first = min(tree.subtree(kid))
        infinitive = any(tree.lower[auxiliary] == "to" for auxiliary in tree.kids(kid, "aux"))
        if infinitive and tree.lower[first] == "for" and tree.head[first] == kid and 0 < first - verb <= 3:
            return _named(page, "preposition", first + 1, reach(page, kid))
    return None


def _naming(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    if not cue.frames & {"as", "oprd"}:
        return None
    tree = page.tree
    named = next((kid for kid in tree.kids(verb, "dobj", "nsubj") if kid > verb), None)
    predicates = [
        kid for kid in tree.kids(verb, "oprd", "ccomp", "xcomp", "acomp") if kid > verb and "oprd" in cue.frames
    ]
    as_phrases = [kid for kid in tree.kids(verb, "prep") if kid > verb and tree.lower[kid] == "as"]
    if named is not None and not as_phrases:
        as_phrases = [kid for kid in tree.kids(named, "prep") if tree.lower[kid] == "as"]
    ends = [*predicates, *as_phrases]
    if not ends and named is not None and "oprd" in cue.frames:
        return _named_in_quotes(page, verb, named)
    if not ends:
        return None
    starts = [min(tree.subtree(kid)) for kid in ([named] if named is not None else []) + ends]
    return _named(page, "naming", max(min(starts), verb + 1), max(reach(page, kid) for kid in ends))


def _named_in_quotes(page: Page, verb: int, named: int) -> tuple[str, Span] | None:
    """`called the use of orders "quite dangerous"`, where the parse takes the quoted words for a part of the object."""
    start, end = min(page.tree.subtree(named)), reach(page, named)
    stretch = range(named + 1, min(end + 3, page.sentence_edges(verb)[1] + 1))
    quoted = next((token for token in stretch if page.quoted[token] >= 0), None)
    if quoted is None or page.quoted[named] >= 0:
        return None
    last = page.tree.tokens_in(page.quotations[page.quoted[quoted]].span)[-1]
    return _named(page, "naming", max(start, verb + 1), last)


def _behind_preposition(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    tree = page.tree
    wanted = cue.prepositions()
    if not wanted:
        return None
    whom = next((kid for kid in tree.kids(verb, "dobj") if kid > verb), None)
    for kid in tree.kids(verb, "prep"):
        matter = tree.kid(kid, "pobj", "pcomp")
        if kid > verb and tree.lower[kid] in wanted and matter is not None and not is_time(tree, matter):
            start = kid + 1 if whom is None else min(tree.subtree(whom))
            return _named(page, "preposition", start, preposition_end(page, verb, kid))
    return None


def _object(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    tree = page.tree
    if "obj" not in cue.frames:
        return None
    if cue.kind == "document":
        # Polls and reports show what they say; people show courage.
        source = subject_of(tree, verb)
        if source is None or load_cues().find("document", tree.lemma[source]) is None:
            return None
    found = next((kid for kid in tree.kids(verb, "dobj") if kid > verb), None)
    if found is None or tree.lower[found].endswith(("self", "selves")) or is_time(tree, found):
        return None
    if cue.kind == "attitude" and any(tree.tag[kid] == "VBG" and page.verb_cue(kid) for kid in tree.kids(found, "acl")):
        return None  # "issued a statement saying ...": what it says counts
    return _named(page, "object", min(tree.subtree(found)), object_end(page, verb, found))
