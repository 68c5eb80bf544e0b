"""Gives quotations without a cue to whoever was speaking before them."""

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.statements.page import VERBS, Draft, Page, Source
from stanceline.discourse.statements.quotes import Quotation
from stanceline.discourse.statements.sources import make_source, own_subject
from stanceline.reading.article import Span

_FEWEST_TOKENS = 3


def carry_over(page: Page, drafts: list[Draft], left: list[int], cast: Cast) -> list[Draft]:
    """`drafts` and a draft for each quotation of `left` that stands as sentences and whose speaker is clear."""
    found = list(drafts)
    for index in left:
        quotation = page.quotations[index]
        if not _stands_alone(page, quotation):
            worded = _words_of_subject(page, quotation, cast)
            if worded is not None:
                span = [quotation.span]
                found.append(Draft(None, None, worded, span, "say.quote.words", "", 0.55, quotations=[index]))
            continue
        source, before, rule, sure = _named_after(page, quotation), None, "say.carry.named_after", 0.85
        if source is None:
            source, before, rule, sure = _speaker(page, found, quotation, cast)
        if source is None:
            continue
        found.append(Draft(None, None, source, [quotation.span], rule, "", sure, continues=before, quotations=[index]))
        found.sort(key=lambda draft: (draft.first(), draft.last()))
    return found


def _named_after(page: Page, quotation: Quotation) -> Source | None:
    """Who is named right behind: `"..." That was the view of Lena Voss.`, `"..." The words are those of a nurse.`"""
    tree = page.tree
    first = tree.tokens_in(quotation.span)[-1] + 1
    if first >= len(tree) or page.quoted[first] >= 0 or page.blocks[first] - quotation.block > 1:
        return None
    tokens = tree.sentence_tokens(first)
    if first != tokens.start and tree.parse.block[first - 1] == tree.parse.block[first] and tokens.start < first - 2:
        return None
    shown = tree.lower[first] in ("that", "those", "this", "these", "such") and tree.dep[first] == "nsubj"
    verb = tree.head[first]
    word = tree.kid(verb, "attr") if shown and tree.lemma[verb].lower() == "be" else None
    if word is None or tree.lemma[word].lower() not in _UTTERED:
        return None
    of = next((kid for kid in tree.kids(word, "prep") if tree.lower[kid] in ("of", "from")), None)
    source = tree.kid(of, "pobj") if of is not None else tree.kid(word, "poss")
    return make_source(page, source) if source is not None and tree.pos[source] in ("NOUN", "PROPN") else None


_UTTERED = frozenset(
    {
        "view", "word", "opinion", "message", "verdict", "answer", "reply", "response", "reaction", "advice", "plea",
        "conclusion", "judgment", "judgement", "argument", "warning", "comment", "assessment", "question", "complaint",
    }
)  # fmt: skip


def _stands_alone(page: Page, quotation: Quotation) -> bool:
    """Whether the quotation fills sentences of its own, rather than being a word or two within the writer's."""
    tree = page.tree
    tokens = tree.tokens_in(quotation.span)
    words = [token for token in tokens if tree.pos[token] != "PUNCT"]
    text = page.article.text
    if len(words) < _FEWEST_TOKENS and not (words and tree.words[words[0]][:1].isupper()):
        return False
    block = page.article.blocks[quotation.block].span
    before = text[block.start : quotation.span.start].rstrip()
    opens = (
        not before
        or before[-1] in ".!?:…”\"'’"
        or (before[-1] in "—–" and bool(words) and tree.words[words[0]][:1].isupper())
    )
    inner = text[quotation.span.start : quotation.span.end].rstrip("”»\"'’ ")
    closes = quotation.runs_on or inner[-1:] in ".!?…—–"
    return opens and closes


def _speaker(
    page: Page, drafts: list[Draft], quotation: Quotation, cast: Cast
) -> tuple[Source | None, Draft | None, str, float]:
    block = quotation.block
    earlier = [draft for draft in drafts if draft.first() < quotation.span.start and draft.source is not None]
    here = [draft for draft in earlier if _block_of(page, draft) == block]
    spoken = [draft for draft in here if draft.quotations]
    if spoken:
        last = spoken[-1]
        others = [draft for draft in here if draft.first() > last.last() and not draft.quotations]
        if not others:
            return last.source, last, "say.carry.goes_on", 0.9
    if here and _is_next_sentence(page, here[-1], quotation):
        report = _main_report(page, here, here[-1])
        if report is not None:
            return report.source, report, "say.carry.after_report", 0.8
    subject = _subject_before(page, quotation, cast)
    if subject is not None:
        return subject, None, "say.carry.subject", 0.6
    opener = _opener(page, quotation)
    if opener is not None and not here:
        return opener, None, "say.carry.opener", 0.7
    if spoken:
        return spoken[-1].source, spoken[-1], "say.carry.same_paragraph", 0.7
    if page.article.text[page.article.blocks[block].span.start : quotation.span.start].strip():
        return None, None, "", 0.0
    above = _prose_before(page, block)
    before = [draft for draft in earlier if above is not None and _block_of(page, draft) == above]
    if before and (before[-1].quotations or quotation.goes_on):
        return before[-1].source, before[-1], "say.carry.paragraph", 0.8
    if before and before[-1].rule.startswith("say.frame") and _is_next_sentence(page, before[-1], quotation):
        return before[-1].source, before[-1], "say.carry.paragraph", 0.65
    return None, None, "", 0.0


def _words_of_subject(page: Page, quotation: Quotation, cast: Cast) -> Source | None:
    """Whose words a quoted clause within the writer's sentence is: `Voss stands by it "because the evidence does"`.

    The subject of the clause around it, where that can speak; a quoted term or slogan without a verb is nobody's.
    """
    tree = page.tree
    words = [token for token in tree.tokens_in(quotation.span) if tree.pos[token] != "PUNCT"]
    if len(words) < _FEWEST_TOKENS or not any(tree.tag[token] in _PREDICATES for token in words):
        return None
    root = tree.root_of(words)
    if root is None:
        return None
    for verb in (root, *tree.ancestors(root)):
        subject = own_subject(tree, verb) if tree.pos[verb] in VERBS else None
        if subject is None or page.quoted[subject] >= 0:
            continue
        actor = cast.actor_of(subject)
        person = actor is not None and (cast.named(actor).kind != "group" or tree.pos[subject] != "PRON")
        return make_source(page, subject, avoid=verb) if person and subject < words[0] else None
    return None


_PREDICATES = ("VBZ", "VBP", "VBD", "MD")


def _opener(page: Page, quotation: Quotation) -> Source | None:
    """The only person before the quotation, where a fragment names it: `14.10 Dr Lena Voss for the guild. "..."`."""
    tree = page.tree
    before = tree.tokens_in(Span(page.article.blocks[quotation.block].span.start, quotation.span.start))
    if len({page.persons[token] for token in before if token in page.persons}) != 1:
        return None
    person = next((token for token in before if token in page.persons and tree.pos[token] == "PROPN"), None)
    if person is None or page.has_finite_verb(tree.sentence_tokens(person)):
        return None
    return make_source(page, person)


def _main_report(page: Page, drafts: list[Draft], last: Draft) -> Draft | None:
    """The report that the main verb of the last sentence makes, where that sentence is one."""
    if last.anchor is None:
        return None
    tokens = page.tree.sentence_tokens(last.anchor)
    for draft in drafts:
        if draft.anchor is None or draft.anchor not in tokens or not draft.rule.startswith(("say.frame", "say.island")):
            continue
        relation = page.tree.dep[draft.anchor]
        aside = draft.rule == "say.island"  # "said its secretary, Lena Voss," hangs on what it tells
        if relation == "ROOT" or aside or (relation == "conj" and draft.anchor == last.anchor):
            return draft
    return None


def _block_of(page: Page, draft: Draft) -> int:
    spans = [*draft.contents, *([draft.cue] if draft.cue else [])]
    start = max(spans).start
    tokens = page.tree.tokens_in(Span(start, start + 1))
    return page.blocks[tokens[0]] if tokens else -1


def _prose_before(page: Page, block: int) -> int | None:
    return next((index for index in range(block - 1, -1, -1) if page.article.blocks[index].kind != "furniture"), None)


def _is_next_sentence(page: Page, draft: Draft, quotation: Quotation) -> bool:
    """Whether no sentence stands between the draft and the quotation."""
    tree = page.tree
    between = page.article.text[draft.last() : quotation.span.start]
    tokens = tree.tokens_in(Span(draft.last(), quotation.span.start)) if between.strip() else range(0)
    return sum(tree.words[token] in (".", "!", "?") for token in tokens) <= 1


def _subject_before(page: Page, quotation: Quotation, cast: Cast) -> Source | None:
    """The person who is the subject of the sentence right before, in the same paragraph: `X was blunt. "..."`."""
    tree = page.tree
    tokens = tree.tokens_in(quotation.span)
    last = tokens[0] - 1
    if last < 0 or page.blocks[last] != page.blocks[tokens[0]] or page.quoted[last] >= 0:
        return None
    root = tree.root_of(tree.sentence_tokens(last))
    subject = own_subject(tree, root) if root is not None and page.quoted[root] < 0 else None
    if subject is None or page.quoted[subject] >= 0:
        return None
    actor = cast.actor_of(subject)
    if actor is None or cast.named(actor).kind != "person":
        return None
    return make_source(page, subject)
