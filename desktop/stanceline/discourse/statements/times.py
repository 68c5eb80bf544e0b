"""Says which date expression tells when something was said: the one in the cue's clause, not one in the content."""

from stanceline.discourse.statements.page import VERBS, Draft, Page
from stanceline.reading.article import Span
from stanceline.temporal.timex import Candidate, candidates_in

_OCCASIONS = {"ask", "speak", "press", "question", "address", "quiz", "interview", "talk", "testify", "write"}


def date_of_saying(page: Page, draft: Draft, candidates: tuple[Candidate, ...]) -> int | None:
    """Index of the candidate that dates the saying, None where the text gives no day or time for it.

    A participle or a second verb of the sentence ("..., arguing that") shares the time of the verb it hangs on.
    """
    if draft.anchor is None or not candidates:
        return None
    tree = page.tree
    verb = _clause_verb(page, draft.anchor)
    while True:
        found = _near(page, draft, verb, candidates)
        if found is not None:
            return found
        # "Asked last night on television, she answered ...": being asked and answering are one occasion.
        for asked in tree.kids(verb, "advcl"):
            if tree.tag[asked] in ("VBN", "VBG") and tree.lemma[asked].lower() in _OCCASIONS:
                found = _near(page, draft, asked, candidates)
                if found is not None:
                    return found
        above = tree.head[verb]
        if above == verb or tree.dep[verb] not in ("advcl", "conj", "xcomp", "acl", "pcomp", "prep", "dobj"):
            return None
        if tree.tag[verb] not in ("VBG", "VBN", "VB", "VBD", "IN", "NN", "NNS") or page.quoted[above] >= 0:
            return None
        verb = above


def _clause_verb(page: Page, token: int) -> int:
    while page.tree.pos[token] not in VERBS and page.tree.head[token] != token:
        token = page.tree.head[token]
    return token


def _near(page: Page, draft: Draft, verb: int, candidates: tuple[Candidate, ...]) -> int | None:
    tree = page.tree
    sentence = tree.sentence_span(verb)
    best: tuple[int, int] | None = None
    for index in candidates_in(candidates, sentence.start, sentence.end):
        candidate = candidates[index]
        if candidate.type not in ("DATE", "TIME"):
            continue
        if any(candidate.start < span.end and span.start < candidate.end for span in draft.contents):
            continue
        tokens = tree.tokens_in(Span(candidate.start, candidate.end))
        if not tokens or page.quoted[tokens[0]] >= 0:
            continue
        top = tree.root_of(tokens)
        if top is None or _governor(page, top) != verb:
            continue
        distance = abs(top - verb)
        if best is None or distance < best[0]:
            best = (distance, index)
    return best[1] if best else None


def _governor(page: Page, token: int) -> int:
    """The verb whose clause the token stands in: through prepositions and event nouns, not through relative clauses."""
    tree = page.tree
    for above in tree.ancestors(token):
        if tree.pos[above] in VERBS:
            return above
    return token
