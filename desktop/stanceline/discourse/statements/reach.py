"""Where reported words end: the parse often lets them run on into what the writer or the next speaker says."""

from stanceline.discourse.statements.page import VERBS, Page
from stanceline.discourse.statements.sources import has_tense, own_subject
from stanceline.reading.parse import Tree

_ADDED_TO_OBJECT = ("for", "as", "over", "of", "to", "with", "against", "about", "between", "through", "without")


def reach(page: Page, token: int) -> int:
    """The last token below `token`."""
    return max(page.tree.subtree(token))


def is_time(tree: Tree, noun: int) -> bool:
    """Whether a noun says when."""
    return tree.parse.entity[noun][2:] in ("DATE", "TIME")


def joined_end(page: Page, verb: int, clause: int) -> int:
    """The end of a clause and of further ones that follow it at once: "that it would be fine had she called"."""
    tree = page.tree
    end = clause_end(page, verb, clause)
    for other in tree.kids(verb, "ccomp"):
        if other > clause and min(tree.subtree(other)) == end + 1:
            end = clause_end(page, verb, other)
    return end


def clause_end(page: Page, verb: int, clause: int) -> int:
    """Where the reported clause really ends.

    ", and has ..." without a subject goes on about the speaker, a semicolon ends it, and ", and the others would ..."
    beside the cue is still reported.
    """
    tree = page.tree
    end = reach(page, clause)
    for other in tree.kids(verb, "conj"):
        if other > end and _is_still_told(page, other):
            end = max(end, reach(page, other))
    for token in range(clause + 1, end):
        inside = page.quoted[token] >= 0
        if (inside and not _is_comma(page, token)) or not _ends_report(page, verb, token, end):
            continue
        return token if inside else token - 1
    return end


def _ends_report(page: Page, verb: int, joint: int, end: int) -> bool:
    tree = page.tree
    if tree.words[joint] == ";" or _another_speaks(page, joint) or says_more(page, verb, joint):
        return True
    if _trailing_remark(page, joint, end):
        return True
    joined = _is_comma(page, joint) and tree.lower[joint + 1] in ("and", "but")
    return joined and _goes_on_about_speaker(page, joint + 1, end)


def _trailing_remark(page: Page, comma: int, end: int) -> bool:
    """Whether a relative clause that a comma sets off fills the rest: "said it leaks in Oslo, where it was built"."""
    tree = page.tree
    if not _is_comma(page, comma) or tree.lower[comma + 1] not in ("which", "who", "where", "whose", "when"):
        return False
    clause = next((above for above in tree.ancestors(comma + 1) if tree.dep[above] == "relcl"), None)
    return clause is not None and reach(page, clause) >= end and tree.head[clause] <= comma


def _is_comma(page: Page, token: int) -> bool:
    """Whether the token is a comma, or a closing mark behind one."""
    tree = page.tree
    if page.quoted[token] < 0:
        return tree.words[token] == ","
    last = token + 1 == len(tree) or page.quoted[token + 1] != page.quoted[token]
    return last and tree.words[token - 1] == "," and tree.pos[token] == "PUNCT"


def _is_still_told(page: Page, other: int) -> bool:
    """Whether a clause beside the cue is reported too: "said it leaks, but that she stays"."""
    tree = page.tree
    subject = tree.kid(other, "nsubj", "nsubjpass")
    if subject is None or page.lexicon.find("verb", tree.lemma[other]) is not None:
        return False
    modal = any(tree.lower[kid] in ("would", "could", "might", "should") for kid in tree.kids(other, "aux"))
    again = any(tree.lower[kid] == "that" for kid in tree.kids(other, "mark"))
    return modal or again or any(page.quoted[token] >= 0 for token in range(other, reach(page, other) + 1))


def _another_speaks(page: Page, comma: int) -> bool:
    """Whether ", while others said" begins here."""
    tree = page.tree
    if not _is_comma(page, comma) or tree.lower[comma + 1] not in (
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


def says_more(page: Page, verb: int, joint: int) -> bool:
    """Whether a further report of the same speaker begins: "... and says he paid", "..., adding that it leaks"."""
    tree = page.tree
    other = joint + 1
    cue = page.verb_cue(other)
    if cue is None:
        return False
    if _is_comma(page, joint) or tree.words[joint] in ("—", "–", "--"):
        return (
            tree.tag[other] == "VBG" and tree.dep[other] == "advcl" and cue.kind not in ("thought", "wish", "attitude")
        )
    alike = tree.tag[other] == tree.tag[verb] and tree.tag[verb] in ("VBD", "VBZ")
    further = tree.lower[joint] in ("and", "but") and "quote" in cue.frames
    return further and alike and own_subject(tree, other) is None


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


def phrase_end(page: Page, token: int) -> int:
    """The end of what hangs on `token`, without a relative clause that a comma sets off: the writer's remark."""
    tree = page.tree
    tokens = tree.subtree(token)
    for part in tokens:
        first = min(tree.subtree(part)) if tree.dep[part] == "relcl" else token
        if first > token and tree.words[first - 1] == "," and page.quoted[first] < 0:
            return first - 2
    return tokens[-1]


def object_end(page: Page, verb: int, found: int) -> int:
    """The end of an object with what belongs to it behind the verb: "praised the mayor for her work in the harbor".

    A relative clause set off by a comma is the writer's, and so are days and places of saying.
    """
    return _with_more(page, verb, phrase_end(page, found))


def preposition_end(page: Page, verb: int, preposition: int) -> int:
    """The end of what stands behind a preposition and what follows at once: "called for the city to act"."""
    return _with_more(page, verb, phrase_end(page, preposition))


def _with_more(page: Page, verb: int, end: int) -> int:
    tree = page.tree
    for kid in tree.children[verb]:
        if kid > end and min(tree.subtree(kid)) - end == 1 and _belongs_to_object(page, kid):
            end = reach(page, kid)
    return end


def _belongs_to_object(page: Page, kid: int) -> bool:
    tree = page.tree
    if tree.dep[kid] in ("advcl", "xcomp"):
        return tree.tag[kid] == "VB" and any(tree.lower[part] == "to" for part in tree.kids(kid, "aux"))
    if tree.dep[kid] != "prep":
        return False
    return tree.lower[kid] in _ADDED_TO_OBJECT or (tree.lower[kid] == "in" and _is_matter(page, kid))


def _is_matter(page: Page, preposition: int) -> bool:
    """Whether what stands behind "in" is neither a time nor the words in which it was said."""
    tree = page.tree
    noun = tree.kid(preposition, "pobj", "pcomp")
    if noun is None or is_time(tree, noun) or tree.parse.entity[noun][2:] in ("GPE", "LOC"):
        return False
    return page.lexicon.find("document", tree.lemma[noun]) is None
