"""Attributions by nouns, adjectives and prepositions: "the demand for", "is wary of", "according to"."""

from stanceline.discourse.statements.cues import Cue
from stanceline.discourse.statements.frames import cue_span, with_preposition
from stanceline.discourse.statements.page import VERBS, Draft, Page
from stanceline.discourse.statements.reach import phrase_end
from stanceline.discourse.statements.sources import is_passive, make_source, own_subject, source_of
from stanceline.reading.article import Span

_COPULAS = ("be", "become", "remain", "seem", "appear", "feel", "sound", "grow")
_VIEW_NOUNS = ("view", "opinion", "words", "word", "eyes", "estimation", "account", "judgment", "judgement", "telling")


def noun_draft(page: Page, noun: int) -> Draft | None:
    """As in "the union's demand for ...", "expressed worries about ..."."""
    tree = page.tree
    told = _told_by_copula(page, noun)
    if told is not None:
        return told
    cue = _noun_cue(page, noun)
    if cue is None:
        return None
    content = _noun_content(page, noun, cue)
    if content is None:
        return None
    owner = tree.kid(noun, "poss")
    verb = tree.head[noun]
    if owner is None and tree.dep[noun] == "dobj" and page.lexicon.find("light", tree.lemma[verb]) and verb < noun:
        source = source_of(page, verb) if not is_passive(tree, verb) else None
        if source is None:
            return None
        first = tree.parse.start[tree.tokens_in(cue_span(page, verb))[0]]
        words = with_preposition(page, Span(first, tree.parse.end[noun]), content)
        listed = page.lexicon.find("noun", tree.lemma[noun]) is not None
        rule = "say.noun.light" if listed else "say.noun.light.voiced"
        return Draft(verb, words, source, [content], rule, cue.lemma, 0.85)
    if owner is None:
        owner = next(
            (tree.kid(kid, "pobj") for kid in tree.kids(noun, "prep", "agent") if tree.lower[kid] in ("by", "from")),
            None,
        )
    if owner is None or page.quoted[owner] >= 0:
        return None
    source = make_source(page, owner, avoid=noun)
    words = with_preposition(page, tree.span([noun]), content)
    return Draft(noun, words, source, [content], "say.noun", cue.lemma, 0.6)


def _noun_cue(page: Page, noun: int) -> Cue | None:
    """A listed noun, or whatever somebody expresses or voices: "voiced dismay at the delay"."""
    tree = page.tree
    if tree.pos[noun] != "NOUN":
        return None
    expressed = tree.dep[noun] == "dobj" and tree.lemma[tree.head[noun]].lower() in _EXPRESSING
    listed = page.lexicon.find("noun", tree.lemma[noun])
    if not expressed:
        return listed
    return Cue(tree.lemma[noun].lower(), "noun", _EXPRESSED | (listed.frames if listed is not None else frozenset()))


_EXPRESSING = ("express", "voice")
_EXPRESSED = frozenset(
    {"clause", "p:about", "p:over", "p:for", "p:with", "p:at", "p:in", "p:of", "p:to", "p:toward", "p:towards"}
)
_TOLD_NOUNS = frozenset(
    {
        "view", "message", "argument", "point", "position", "verdict", "opinion", "conclusion", "claim", "complaint",
        "fear", "hope", "worry", "concern", "answer", "reply", "response", "stance", "line", "belief", "objection",
        "demand", "contention", "warning", "advice", "prediction", "assessment", "judgment", "judgement",
    }
)  # fmt: skip


def _told_by_copula(page: Page, noun: int) -> Draft | None:
    """ "The guild's message was that ...", "the view of Lena Voss is that ..."."""
    tree, verb = page.tree, page.tree.head[noun]
    if tree.dep[noun] != "nsubj" or tree.lemma[noun].lower() not in _TOLD_NOUNS or tree.lemma[verb].lower() != "be":
        return None
    clause = next((kid for kid in tree.kids(verb, "ccomp") if kid > verb and _opens_with(page, kid, "that")), None)
    of = next((kid for kid in tree.kids(noun, "prep") if tree.lower[kid] == "of"), None)
    owner = tree.kid(noun, "poss")
    if owner is None and of is not None:
        owner = tree.kid(of, "pobj")
    if clause is None or owner is None or page.quoted[owner] >= 0:
        return None
    tokens = [token for token in tree.subtree(clause) if token > verb]
    content = page.span_of(tokens[0], tokens[-1])
    source = make_source(page, owner, avoid=noun)
    cue = tree.span([noun])
    return Draft(noun, cue, source, [content], "say.noun", tree.lemma[noun].lower(), 0.7) if content else None


def _noun_content(page: Page, noun: int, cue: Cue) -> Span | None:
    tree = page.tree
    for kid in tree.children[noun]:
        if kid < noun:
            continue
        relation, word = tree.dep[kid], tree.lower[kid]
        fits = (relation == "prep" and word in cue.prepositions() and tree.kid(kid, "pobj", "pcomp") is not None) or (
            relation in ("acl", "ccomp", "relcl")
            and _opens_with(page, kid, "that") == ("clause" in cue.frames)
            and (_opens_with(page, kid, "that") or ("inf" in cue.frames and _opens_with(page, kid, "to")))
        )
        if fits:
            least = kid if relation == "prep" else noun
            tokens = [token for token in tree.subtree(kid) if token > least]
            return page.span_of(tokens[0], phrase_end(page, kid)) if tokens else None
    return None


def _opens_with(page: Page, clause: int, word: str) -> bool:
    return any(
        page.tree.lower[kid] == word and page.tree.dep[kid] in ("mark", "aux") for kid in page.tree.children[clause]
    )


def adjective_draft(page: Page, adjective: int) -> Draft | None:
    """As in "is skeptical about ...", "is opposed to ..."."""
    tree = page.tree
    verb = tree.head[adjective]
    cue = page.lexicon.find("adjective", tree.lower[adjective])
    if cue is None:
        return None
    if tree.dep[adjective] not in ("acomp", "ROOT", "conj", "advcl") and not is_passive(tree, adjective):
        return None
    if tree.pos[adjective] in VERBS:
        subject = tree.kid(adjective, "nsubjpass") or own_subject(tree, adjective)
        source = make_source(page, subject, avoid=adjective) if subject is not None else None
        verb = adjective
    else:
        if tree.dep[adjective] != "acomp" or tree.lemma[verb].lower() not in _COPULAS:
            return None
        source = source_of(page, verb)
    if (
        source is None
        or page.quoted[source.head] >= 0
        or tree.lower[source.head] in ("it", "i", "this", "there", "what")
    ):
        return None
    for kid in tree.children[adjective] + (tree.children[verb] if verb != adjective else []):
        if kid <= adjective:
            continue
        infinitive = tree.dep[kid] == "xcomp" and "inf" in cue.frames and _opens_with(page, kid, "to")
        clause = tree.dep[kid] == "ccomp" and "clause" in cue.frames
        behind = tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in cue.prepositions()
        if infinitive or clause or behind:
            tokens = [token for token in tree.subtree(kid) if token > (kid if behind else adjective)]
            content = page.span_of(tokens[0], phrase_end(page, kid)) if tokens else None
            if content is None:
                return None
            first = tree.tokens_in(cue_span(page, verb))[0]
            words = with_preposition(page, tree.span(range(min(first, adjective), adjective + 1)), content)
            return Draft(adjective, words, source, [content], "say.adjective", cue.lemma, 0.7)
    return None


def preposition_draft(page: Page, token: int) -> Draft | None:
    """As in "according to X", "in the view of X", "in X's words"."""
    tree = page.tree
    if tree.lower[token] not in _LEADING:
        return None
    found = _according(page, token) or _in_view(page, token)
    if found is None:
        return None
    owner, first, last, cue = found
    if page.quoted[owner] >= 0:
        return None
    source = make_source(page, owner, avoid=None)
    contents = _rest_of_clause(page, token, first, last)
    return Draft(token, cue, source, contents, "say.according", tree.lower[token], 0.9) if contents else None


_LEADING = ("according", "in", "from", "by")


def _according(page: Page, token: int) -> tuple[int, int, int, Span] | None:
    tree = page.tree
    if tree.lower[token] != "according" or token + 1 >= len(tree) or tree.lower[token + 1] != "to":
        return None
    owner = tree.kid(token + 1, "pobj") or tree.kid(token, "pobj")
    if owner is None:
        return None
    return owner, token, max(tree.subtree(token)), tree.span([token, token + 1])


def _in_view(page: Page, token: int) -> tuple[int, int, int, Span] | None:
    tree = page.tree
    noun = tree.kid(token, "pobj")
    if tree.lower[token] not in ("in", "from", "by") or noun is None or tree.lower[noun] not in _VIEW_NOUNS:
        return None
    owner = tree.kid(noun, "poss")
    of = next((kid for kid in tree.kids(noun, "prep") if tree.lower[kid] == "of"), None)
    if owner is None and of is not None:
        owner = tree.kid(of, "pobj")
    if owner is None or tree.lower[owner] in ("my", "our", "your", "its", "whose"):
        return None
    if tree.pos[owner] == "PRON" and tree.lower[noun] not in ("view", "opinion", "words", "telling"):
        return None  # "in his account", "in her eyes" may be meant as they stand
    last = of if of is not None and of == noun + 1 else noun
    return owner, token, max(tree.subtree(token)), tree.span([token, last])


def _rest_of_clause(page: Page, token: int, first: int, last: int) -> list[Span]:
    """The clause that the phrase from `first` to `last` stands in, without the phrase."""
    tree = page.tree
    begins, ends = page.sentence_edges(token)
    governor = next((above for above in tree.ancestors(token) if tree.pos[above] in VERBS), None)
    tokens = tree.subtree(governor) if governor is not None else list(range(begins, ends + 1))
    if last >= ends - 1 and first > begins and tree.words[first - 1] == ",":
        tokens = list(range(begins, ends + 1))
    left = [t for t in tokens if t < first]
    right = [t for t in tokens if t > last]
    parts = [part for part in (left, right) if page.has_finite_verb(part) or len(part) > 4]
    spans = [page.span_of(part[0], part[-1]) for part in parts]
    return [span for span in spans if span is not None]
