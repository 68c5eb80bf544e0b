"""Reads attributions off the parse: a cue, its source, and the clause, infinitive or object that it takes."""

from stanceline.discourse.statements.asides import as_noted, island
from stanceline.discourse.statements.cues import Cue, load_cues
from stanceline.discourse.statements.page import VERBS, Draft, Page
from stanceline.discourse.statements.sources import (
    agent_of,
    has_tense,
    is_passive,
    make_source,
    phrase_tokens,
    source_of,
    subject_of,
)
from stanceline.reading.article import Span
from stanceline.reading.parse import Tree

_RELATIVES = ("who", "which", "that")
_ADDED_TO_OBJECT = ("for", "as", "over", "of")
_CUE_PARTS = ("aux", "auxpass", "neg", "advmod")


def cue_span(page: Page, verb: int) -> Span:
    """The cue with its auxiliaries, negation, near adverbs and particle: "has repeatedly said", "went on to say"."""
    tree = page.tree
    first = last = verb
    if tree.dep[verb] == "xcomp" and 0 < verb - tree.head[verb] <= 4 and tree.kid(tree.head[verb], "dobj") is None:
        first = tree.head[verb]
    for kid in sorted(tree.children[first], reverse=True):
        if kid < first and first - kid <= 2 and tree.dep[kid] in _CUE_PARTS and page.quoted[kid] < 0:
            first = kid
    particle = next((kid for kid in tree.kids(verb, "prt") if kid == verb + 1), None)
    if particle is not None:
        last = particle
    return tree.span(range(first, last + 1))


def verb_draft(page: Page, verb: int) -> Draft | None:
    """The attribution that a verb makes, or None."""
    cue = page.verb_cue(verb)
    if cue is None:
        return None
    tree = page.tree
    if is_passive(tree, verb):
        return _passive(page, verb, cue)
    source = source_of(page, verb)
    if source is None or not _may_speak(tree, source.head, cue):
        return None
    found = _complement(page, verb, cue)
    rule = "say.frame." + found[0] if found else ""
    contents = [found[1]] if found else []
    if not contents and cue.frames & {"clause", "quote"}:
        contents, rule = as_noted(page, verb), "say.as"
        if not contents:
            contents, rule = island(page, verb, source), "say.island"
    if not contents:
        return None
    sure = 0.9 if cue.kind in ("speech", "tell", "ask") else 0.75
    return Draft(verb, cue_span(page, verb), source, contents, rule, cue.lemma, sure)


def _may_speak(tree: Tree, source: int, cue: Cue) -> bool:
    """Not the empty "it" of "it appears", and no views that a writer shares with the reader."""
    if tree.lower[source] == "i":
        return True  # whose it is, the cast tells; without an author these are dropped again
    if tree.lower[source] in ("we", "you", "one", "me"):
        return cue.kind in ("speech", "tell", "ask") and tree.lower[source] != "you"
    return tree.lower[source] not in ("there", "this")


def _passive(page: Page, verb: int, cue: Cue) -> Draft | None:
    tree = page.tree
    agent = agent_of(tree, verb)
    if agent is None or page.quoted[agent] >= 0 or not cue.frames & {"obj", "as", "oprd"}:
        return None
    subject = tree.kid(verb, "nsubjpass")
    if subject is None and tree.dep[verb] == "acl":
        subject = tree.head[verb]
    if subject is None or tree.lower[subject] in _RELATIVES or subject > verb:
        return None
    tokens = phrase_tokens(page, subject, avoid=verb)
    content = page.span_of(tokens[0], tokens[-1])
    source = make_source(page, agent, avoid=verb)
    return Draft(verb, cue_span(page, verb), source, [content], "say.passive", cue.lemma, 0.7) if content else None


def _complement(page: Page, verb: int, cue: Cue) -> tuple[str, Span] | None:
    """The rule and span of what is said, to the right of the verb."""
    readers = (_clause, _for_clause, _infinitive, _naming, _behind_preposition, _object)
    return next((found for reader in readers if (found := reader(page, verb, cue)) is not None), None)


def _reach(page: Page, token: int) -> int:
    return max(page.tree.subtree(token))


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
            return _named(page, "clause", begins, _joined_end(page, verb, kid))
    return _detached_clause(page, verb, cue) or _plain_rest(page, verb, cue)


def _joined_end(page: Page, verb: int, clause: int) -> int:
    """The end of a clause and of further ones that follow it at once: "that it would be fine had she called"."""
    tree = page.tree
    end = _clause_end(page, verb, clause)
    for other in tree.kids(verb, "ccomp"):
        if other > clause and min(tree.subtree(other)) == end + 1:
            end = _clause_end(page, verb, other)
    return end


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
    if (
        cue.kind != "speech"
        or "quote" not in cue.frames
        or tree.kid(verb, "dobj", "ccomp") is not None
        or after >= last
    ):
        return None
    odd = tree.kid(verb, "xcomp", "advcl", "nsubj")
    if (
        odd is None
        or odd < verb
        or min(tree.subtree(odd)) != after
        or tree.pos[after] in ("PUNCT", "ADP", "SCONJ", "PART")
    ):
        return None
    rest = range(after, max(tree.subtree(odd)) + 1)
    return _named(page, "clause", after, rest[-1]) if page.has_finite_verb(rest) else None


def _clause_end(page: Page, verb: int, clause: int) -> int:
    """Where the reported clause really ends.

    ", and has ..." without a subject goes on about the speaker, a semicolon ends it, and ", and the others would ..."
    beside the cue is still reported.
    """
    tree = page.tree
    end = _reach(page, clause)
    for other in tree.kids(verb, "conj"):
        modal = any(tree.lower[kid] in ("would", "could", "might", "should") for kid in tree.kids(other, "aux"))
        if (
            other > end
            and tree.kid(other, "nsubj", "nsubjpass") is not None
            and page.lexicon.find("verb", tree.lemma[other]) is None
        ):
            reach = _reach(page, other)
            if modal or any(page.quoted[token] >= 0 for token in range(other, reach + 1)):
                end = max(end, reach)
    for token in range(clause + 1, end):
        if page.quoted[token] >= 0:
            continue
        if tree.words[token] == ";" or _another_speaks(page, token):
            return token - 1
        if (
            tree.words[token] == ","
            and tree.lower[token + 1] in ("and", "but")
            and _goes_on_about_speaker(page, token + 1, end)
        ):
            return token - 1
    return end


def _another_speaks(page: Page, comma: int) -> bool:
    """Whether ", while others said" begins here."""
    tree = page.tree
    if tree.words[comma] != "," or tree.lower[comma + 1] not in (
        "while",
        "but",
        "and",
        "as",
        "though",
        "although",
        "whereas",
    ):
        return False
    verb = tree.head[comma + 1]
    if tree.dep[comma + 1] == "cc":
        verb = next((kid for kid in tree.kids(verb, "conj") if kid > comma), verb)
    return (
        verb > comma
        and page.verb_cue(verb) is not None
        and tree.kid(verb, "nsubj") is not None
        and has_tense(tree, verb)
    )


def _goes_on_about_speaker(page: Page, conjunction: int, end: int) -> bool:
    tree = page.tree
    for token in range(conjunction + 1, min(conjunction + 4, end + 1)):
        if tree.pos[token] in VERBS:
            verb = tree.head[token] if tree.dep[token] in ("aux", "auxpass") else token
            finite = tree.tag[token] in ("VBD", "VBZ") or (tree.tag[token] == "VBP" and token == verb)
            return finite and tree.dep[verb] == "conj" and tree.kid(verb, "nsubj", "nsubjpass", "expl") is None
        if tree.pos[token] != "ADV":
            return False
    return False


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
                return _named(page, "clause", begins, _reach(page, token))
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
            return _named(page, "infinitive", start, _reach(page, kid))
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
            return _named(page, "preposition", first + 1, _reach(page, kid))
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
    return _named(page, "naming", max(min(starts), verb + 1), max(_reach(page, kid) for kid in ends))


def _named_in_quotes(page: Page, verb: int, named: int) -> tuple[str, Span] | None:
    """`called the use of orders "quite dangerous"`, where the parse takes the quoted words for a part of the object."""
    start, end = min(page.tree.subtree(named)), _reach(page, named)
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
        if kid > verb and tree.lower[kid] in wanted and tree.kid(kid, "pobj", "pcomp") is not None:
            start = kid + 1 if whom is None else min(tree.subtree(whom))
            return _named(page, "preposition", start, _reach(page, kid))
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
    if found is None or tree.lower[found].endswith(("self", "selves")):
        return None
    end = max(tree.subtree(found))
    for kid in tree.kids(verb, "prep"):
        if kid > end and kid - end <= 1 and tree.lower[kid] in _ADDED_TO_OBJECT:
            end = _reach(page, kid)
    return _named(page, "object", min(tree.subtree(found)), end)
