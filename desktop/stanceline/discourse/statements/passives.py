"""Attributions in the passive: "was criticized by the union", "is expected to resign", "is known as the Bridge".

With "by" the agent is the source. Without it nobody is named: the statement has no source, and its content is what
the sentence says of its subject. So it is with what seems or appears to be so.
"""

from stanceline.discourse.statements.cues import Cue
from stanceline.discourse.statements.page import Draft, Page
from stanceline.discourse.statements.reach import phrase_end
from stanceline.discourse.statements.sources import agent_of, make_source, phrase_tokens
from stanceline.reading.article import Span

_RELATIVES = ("who", "which", "that")


_ASKED = ("whether", "if", "about", "what", "how", "why", "who", "where", "when", "which")


def told_by_agent(page: Page, verb: int, cue: Cue, words: Span) -> Draft | None:
    """What an agent says of the passive's subject: "the plan was criticized by the union for its cost"."""
    tree = page.tree
    agent = agent_of(tree, verb)
    if agent is None or page.quoted[agent] >= 0 or not cue.frames & {"obj", "as", "oprd"}:
        return None
    subject = _subject(page, verb)
    if subject is None or tree.lower[subject] in _RELATIVES:
        return None
    contents = _phrase(page, subject, verb) + _added(page, verb)
    source = make_source(page, agent, avoid=verb)
    return Draft(verb, words, source, contents, "say.passive", cue.lemma, 0.7) if contents else None


def _added(page: Page, verb: int) -> list[Span]:
    """What the subject is said to be or blamed for: "was criticized by the union for its cost"."""
    tree = page.tree
    for kid in tree.kids(verb, "prep"):
        if kid > verb and tree.lower[kid] in ("for", "of", "as", "over"):
            span = page.span_of(kid, phrase_end(page, kid))
            return [span] if span is not None else []
    return []


def told_by_nobody(page: Page, verb: int, cue: Cue, words: Span) -> Draft | None:
    """What is expected, reported or asked, nobody knows by whom."""
    tree = page.tree
    subject = _subject(page, verb)
    asked = cue.kind in ("ask", "tell")
    aside = asked and tree.dep[verb] == "advcl" and tree.kid(verb, "nsubjpass") is None
    if (subject is None and not aside) or agent_of(tree, verb) is not None or page.quoted[verb] >= 0:
        return None
    said = _said(page, verb, cue)
    if said is None:
        return None
    contents = [said] if asked or subject is None else [*_phrase(page, subject, verb), said]
    return Draft(verb, words, None, contents, "say.passive.nobody", cue.lemma, 0.5)


def seeming(page: Page, verb: int) -> Draft | None:
    """What seems or appears to be so: "the ferry appears to leak", "it seems that it leaks"."""
    tree = page.tree
    if tree.lemma[verb].lower() not in _SEEMING or tree.pos[verb] != "VERB":
        return None
    subject = tree.kid(verb, "nsubj")
    if subject is None or subject > verb or page.quoted[subject] >= 0:
        return None
    said = next((kid for kid in tree.kids(verb, "xcomp", "oprd", "acomp", "ccomp") if kid > verb), None)
    if said is None or (tree.dep[said] == "ccomp") != (tree.lower[subject] == "it"):
        return None
    begins = min(token for token in tree.subtree(said) if token > verb)
    span = page.span_of(begins, phrase_end(page, said))
    spoken = page.verb_cue(said) is not None and tree.dep[said] == "xcomp"
    if span is None or spoken:
        return None
    about = [] if tree.dep[said] == "ccomp" else _phrase(page, subject, verb)
    return Draft(verb, tree.span([verb]), None, [*about, span], "say.seeming", tree.lemma[verb].lower(), 0.5)


_SEEMING = ("seem", "appear")


def _subject(page: Page, verb: int) -> int | None:
    tree = page.tree
    subject = tree.kid(verb, "nsubjpass")
    if subject is None and tree.dep[verb] == "acl":
        subject = tree.head[verb]
    return subject if subject is not None and subject < verb and page.quoted[subject] < 0 else None


def _phrase(page: Page, subject: int, verb: int) -> list[Span]:
    tokens = [token for token in phrase_tokens(page, subject, avoid=verb) if token < verb]
    span = page.span_of(tokens[0], tokens[-1]) if tokens else None
    return [span] if span is not None else []


def _said(page: Page, verb: int, cue: Cue) -> Span | None:
    """The infinitive, clause, predicate or "as" phrase behind the passive."""
    tree = page.tree
    for kid in tree.children[verb]:
        if kid < verb:
            continue
        relation, first = tree.dep[kid], min(tree.subtree(kid))
        infinitive = relation == "xcomp" and "to" in (tree.lower[part] for part in tree.kids(kid, "aux"))
        fits = (
            (infinitive and "passive" in cue.frames)
            or (relation in ("ccomp", "advcl") and cue.kind == "ask" and tree.lower[first] in _ASKED)
            or (relation == "prep" and cue.kind == "ask" and tree.lower[kid] == "about")
            or (relation == "prep" and tree.lower[kid] == "as" and "as" in cue.frames)
            or (relation == "prep" and tree.lower[kid] == "of" and "p:of" in cue.frames and cue.kind == "judgment")
        )
        if fits and first > verb:
            skip = 1 if relation == "prep" and tree.lower[kid] in ("of", "about") else 0
            return page.span_of(first + skip, max(tree.subtree(kid)))
    return None
