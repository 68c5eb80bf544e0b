"""Reads speaker labels: `Macron: Geography is stubborn` in headlines, `Q:` and `SPOKESPERSON:` in transcripts."""

import re

from stanceline.discourse.actors.cast import Cast
from stanceline.discourse.statements.interviews import interviewee
from stanceline.discourse.statements.page import Draft, Page, Source
from stanceline.reading.article import Block, Span

_LABEL = re.compile(
    r"(?:[A-Z][\w.’'&-]{0,30})(?:[ ,]{1,2}(?:of|the|for|de|van|von|al|[A-Z(][\w.’'&)-]{0,30})){0,7}:(?=\s)"
)
# "Former Mayor Voss on the ferry: ...", "Roth camp: ..." only in headlines: in prose they end many a sentence.
_HEADLINE_LABEL = re.compile(
    r"(?:(?:EXCLUSIVE|Exclusive|BREAKING|Breaking) ?[-–—:|] ?)?"
    r"(?P<name>[A-Z][\w.’'&-]{0,30}(?: (?:of|the|for|and|de|van|von|al|[a-z]{4,12}|[A-Z][\w.’'&-]{0,30})){0,6}?)"
    r"(?: (?:at|on|in|to) [^:\n]{1,60})?:(?=\s)"
)
# "15.52 Cabinet member Ann Voss, from a trailer: ...", "Katrin S., landlady: ..." open a paragraph.
_TIME = re.compile(r"[\[(]?\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?[\])]?:? (?:[-–—|] )?")
_OPENING = re.compile(r"(?:And |From )?[^\W\d_a-z][^:.!?\n“”\"]{0,60}(?:\.[^:.!?\n“”\"]{1,60}){0,2}:(?=\s)")
_LETTERS = re.compile(r"(?:Q|A|Question|Answer)\.(?= )")
_AGED = re.compile(r"[^\W\d_a-z][^,:\n]{1,40}, (?:aged )?\d{1,3},")
_INITIALS = re.compile(r"[A-Z](?:[-. ]{0,2}[A-Z]){0,2}\.?")
_FEWEST = 3
_FEWEST_WORDS = 4
_QUESTIONS = {"q", "question", "questions"}
_ANSWERS = {"a", "answer"}
_TELLING_PAPERS = {"poll", "report", "study", "survey"}
NO_SPEAKERS = {
    "photo", "image", "picture", "source", "sources", "note", "update", "updated", "correction", "watch", "read",
    "video", "related", "more", "editor", "by", "caption", "file", "published", "credit", "location", "date",
    "time", "where", "when", "byline", "live", "latest", "the", "letters", "letter", "comments", "opinion", "analysis",
    "interview", "review", "explainer", "profile", "obituary", "editorial", "column", "questions", "answers",
}  # fmt: skip


def find_labels(page: Page, cast: Cast) -> list[tuple[Block, Span]]:
    """Blocks that open with a label, and the label.

    Labels of paragraphs count where the article labels at least three, or behind the time of a live blog's entry.
    """
    found = [(block, label) for block in page.article.blocks if (label := _label_of(page, block, cast)) is not None]
    bodies = sum(block.kind == "body" for block, _ in found)
    return [
        (block, label)
        for block, label in found
        if block.kind == "title" or (block.kind == "body" and (bodies >= _FEWEST or label.start > block.span.start))
    ]


def read_labels(page: Page, cast: Cast) -> list[Draft]:
    """Drafts of labeled speech. "A:" answers for whoever was named by a label or a line like it before."""
    found: list[Draft] = []
    answerer: Source | None = None
    for block, label in find_labels(page, cast):
        if block.kind == "title":
            draft = _headline(page, block, label, cast)
        else:
            draft = _paragraph(page, block, label, cast)
            kind = label.quote(page.article.text).lower().split()[0].strip("().,")
            if kind in _ANSWERS and draft is not None:
                answerer = answerer or interviewee(page, block.span.start)
                draft.source = Source(label, answerer.head) if answerer is not None else draft.source
            elif kind not in _QUESTIONS:
                answerer = _named_by(page, block, label, cast) or answerer
        if draft is not None:
            found.append(draft)
    return found


def _named_by(page: Page, block: Block, label: Span, cast: Cast) -> Source | None:
    """Who a label names, or a short line behind it: `BENHADID: ...`, `Spokesman: Samir Benhadid`."""
    line = page.article.text[label.end + 1 : block.span.end].split("\n")[0]
    spans = [label] if len(line.split()) > _FEWEST_WORDS else [Span(label.end + 1, label.end + 1 + len(line)), label]
    for span in spans:
        head = next((token for token in page.tree.tokens_in(span) if cast.actor_of(token) is not None), None)
        if head is not None:
            return Source(label, head)
    return None


def _label_of(page: Page, block: Block, cast: Cast) -> Span | None:
    text = page.article.text
    time = _TIME.match(text, block.span.start, block.span.end) if block.kind == "body" else None
    start = time.end() if time is not None else block.span.start
    match = _LABEL.match(text, start, block.span.end) or _LETTERS.match(text, start, block.span.end)
    if match is None and block.kind == "title":
        match = _HEADLINE_LABEL.match(text, start, block.span.end)
    listed = match is not None
    if match is None and block.kind == "body":
        match = _OPENING.match(text, start, block.span.end)
    if match is None or match.group()[:-1].split()[0].lower().rstrip(".,") in NO_SPEAKERS:
        return None
    label = Span(match.start(), match.end() - 1)
    if block.kind == "body" and (time is not None or not listed) and not _names_somebody(page, label, cast):
        return None
    return label


def _names_somebody(page: Page, label: Span, cast: Cast) -> bool:
    """Whether the opening words before a colon are no clause and name somebody who can speak."""
    tokens = page.tree.tokens_in(label)
    if page.has_finite_verb(tokens) and not _AGED.match(page.article.text, label.start, label.end):
        return False
    actors = [cast.actor_of(token) for token in tokens]
    speakers = any(page.lexicon.find("speaker", page.tree.lemma[token]) is not None for token in tokens)
    return speakers or any(actor is not None and cast.named(actor).kind != "state" for actor in actors)


def _named_in(page: Page, label: Span) -> Span:
    """The name in a headline's label: "Mayor Voss" in "EXCLUSIVE - Mayor Voss on the ferry"."""
    match = _HEADLINE_LABEL.match(page.article.text, label.start, label.end + 2)
    return Span(*match.span("name")) if match is not None else label


def _source(page: Page, label: Span) -> Source | None:
    tokens = [token for token in page.tree.tokens_in(label) if page.tree.words[token] not in (":", "(", ")")]
    if not tokens:
        return None
    return Source(label, page.tree.root_of(tokens) or tokens[-1])


def _headline(page: Page, block: Block, label: Span, cast: Cast) -> Draft | None:
    tree = page.tree
    named = _named_in(page, label)
    source = _source(page, named)
    tokens = tree.tokens_in(Span(label.end + 1, block.span.end))
    if source is None or len(tokens) < _FEWEST:
        return None
    known = any(cast.actor_of(token) is not None for token in tree.tokens_in(named))
    has_verb = any(tree.pos[token] in ("VERB", "AUX") for token in tokens)
    speaker = cast.actor_of(source.head)
    person = speaker is not None and cast.named(speaker).kind == "person"
    paper = tree.lemma[source.head].lower() in _TELLING_PAPERS
    people = page.lexicon.find("speaker", tree.lemma[source.head]) is not None
    if not (person or paper or (has_verb and (known or people))):
        return None
    content = page.span_of(tokens[0], tokens[-1])
    cue = Span(label.end, label.end + 1)
    return Draft(None, cue, source, [content], "say.label.headline", ":", 0.8) if content else None


def _paragraph(page: Page, block: Block, label: Span, cast: Cast) -> Draft | None:
    source = _person_in(page, label, cast) or _by_initials(page, label) or _source(page, label)
    tokens = page.tree.tokens_in(Span(label.end + 1, block.span.end))
    has_verb = any(page.tree.pos[token] in ("VERB", "AUX") for token in tokens)
    content = page.span_of(tokens[0], tokens[-1]) if tokens and (has_verb or len(tokens) > _FEWEST_WORDS) else None
    if source is None or content is None:
        return None
    cue = Span(label.end, label.end + 1)
    opened = page.quoted[tokens[0]]
    if opened < 0:
        return Draft(None, cue, source, [content], "say.label.paragraph", ":", 0.85)
    # The writer may go on behind the quotation: `Voss: "It leaks." Laughter.`
    words = [page.quotations[opened].span]
    return Draft(None, cue, source, words, "say.label.quotation", ":", 0.9, quotations=[opened])


def _by_initials(page: Page, label: Span) -> Source | None:
    """The person named before whose initials the label gives: "H-O:" for Tamsin Hargreave-Osei."""
    text = page.article.text
    wanted = label.quote(text)
    if _INITIALS.fullmatch(wanted) is None:
        return None
    letters = "".join(char for char in wanted if char.isalpha())
    for token in sorted(page.persons):
        if page.tree.parse.start[token] >= label.start or page.tree.pos[token] != "PROPN":
            continue
        first = token
        while first > 0 and page.tree.pos[first - 1] in ("PROPN", "PUNCT") and page.tree.words[first - 1] != ",":
            first -= 1
        names = re.split(r"[ -]+", text[page.tree.parse.start[first] : page.tree.parse.end[token]])
        initials = "".join(name[0] for name in names if name[:1].isupper())
        if len(letters) > 1 and initials.endswith(letters):
            return Source(label, token)
    return None


def _person_in(page: Page, label: Span, cast: Cast) -> Source | None:
    """The first person whom a label names: "Farm union president Lena Voss, from a trailer"."""
    for token in page.tree.tokens_in(label):
        mention = cast.mention_at(token)
        if mention is None or mention.actor is None or mention.head != token or mention.kind != "name":
            continue
        if cast.named(mention.actor).kind == "person":
            return Source(label, token)
    return None
