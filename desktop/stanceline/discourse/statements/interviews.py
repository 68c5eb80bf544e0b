"""Reads interviews without labels: questions and answers take turns, and one person named before answers them all.

Either each question stands in the line above its answer, a blank line between the pairs, or questions are paragraphs
of their own. Questions are not read: the one who asks takes no side.
"""

import re

from stanceline.discourse.statements.page import Draft, Page, Source
from stanceline.reading.article import Block, Span

_FEWEST = 3
_LONGEST_QUESTION = 60
_MOST_BETWEEN = 5
_LONGEST_PROMPT = 25
_TO_SOMEBODY = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_OF_ONESELF = re.compile(r"\b(?:I|I['’]\w{1,2}|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{0,2000}[”\"]")
_ANNOUNCED = re.compile(r"\b(?:[Ii]nterview|INTERVIEW|Q&A|Q & A)")
_BY = re.compile(r"\b(?:[Ii]nterview(?:ed)? by|[Ww]ords by|[Tt]ext by|By) [^\n.]{3,60}")


def read_interview(page: Page) -> list[Draft]:
    """One draft for each answer, all with the same source; none where nobody is named before the first question."""
    body = [block for block in page.article.blocks if block.kind == "body"]
    answers = _paired(page, body) or _alternating(page, body)
    if not answers:
        return []
    first = body[min(min(group) for group in answers) - 1].span.start
    speaker = interviewee(page, first)
    if speaker is None:
        return []
    drafts = []
    for group in answers:
        tokens = [page.tree.tokens_in(body[place].span) for place in group]
        contents = [span for each in tokens if each and (span := page.span_of(each[0], each[-1])) is not None]
        if contents:
            drafts.append(Draft(None, None, speaker, contents, "say.label.answer", "", 0.8))
    return drafts


def _paired(page: Page, body: list[Block]) -> list[list[int]]:
    """Answers where questions stand in the line above, and pairs are set apart by blank lines."""
    text = page.article.text
    groups: list[list[int]] = []
    for place, block in enumerate(body):
        joined = place > 0 and text[body[place - 1].span.end : block.span.start].count("\n") == 1
        if joined and groups:
            groups[-1].append(place)
        else:
            groups.append([place])
    pairs = [group for group in groups if len(group) > 1]
    asked = [group for group in pairs if _asks(_words(page, body[group[0]]))]
    if len(asked) < _FEWEST or len(asked) * 2 < len(pairs):
        return []
    groups = [group[1:] for group in pairs]
    labels = {label.start for label in page.labels}
    if sum(body[group[0]].span.start in labels for group in pairs) >= _FEWEST:
        return groups if not any(body[place].span.start in labels for group in groups for place in group) else []
    announced = _ANNOUNCED.search(page.article.text, 0, body[pairs[0][0]].span.start) is not None
    return (
        groups
        if _is_talk([_words(page, body[each[0]]) for each in pairs], _said(page, body, groups), announced)
        else []
    )


def _alternating(page: Page, body: list[Block]) -> list[list[int]]:
    """Answers between paragraphs that ask."""
    words = [_words(page, block) for block in body]
    asking: list[int] = []
    for place, text in enumerate(words):
        answers = asking[-1:] == [place - 1] and _OF_ONESELF.search(text) is not None
        asking += [place] if (_asks(text) or _prompts(text)) and not answers else []
    if len(asking) < _FEWEST:
        return []
    groups = [
        list(range(one + 1, following))
        for one, following in zip(asking, [*asking[1:], len(body)], strict=True)
        if following > one + 1
    ]
    told = sum(body[place].span.quote(page.article.text).startswith(("“", '"')) for group in groups for place in group)
    if len(groups) < _FEWEST or told > len(groups) or max(len(group) for group in groups) > _MOST_BETWEEN:
        return []
    announced = _ANNOUNCED.search(page.article.text, 0, body[asking[0]].span.start) is not None
    return groups if _is_talk([words[place] for place in asking], _said(page, body, groups), announced) else []


def _said(page: Page, body: list[Block], groups: list[list[int]]) -> list[str]:
    return [_QUOTED.sub(" ", " ".join(_words(page, body[place]) for place in group)) for group in groups]


def _is_talk(asked: list[str], answered: list[str], announced: bool) -> bool:
    """Whether questions speak to somebody and most answers of oneself, as in no explainer and no report.

    Of what is announced as an interview half is enough.
    """
    addressed = sum(_TO_SOMEBODY.search(text) is not None for text in asked)
    own = sum(_OF_ONESELF.search(text) is not None for text in answered)
    if announced:
        return addressed > 0 and own * 2 >= len(answered)
    return addressed * 3 >= len(asked) and own * 3 >= len(answered) * 2


def _words(page: Page, block: Block) -> str:
    return block.span.quote(page.article.text).strip()


def _asks(text: str) -> bool:
    return text.endswith("?") and text[:1] not in "“\"'‘" and len(text.split()) <= _LONGEST_QUESTION


def _prompts(text: str) -> bool:
    short = len(text.split()) <= _LONGEST_PROMPT and text[:1] not in "“\"'‘"
    return short and _TO_SOMEBODY.search(text) is not None and _OF_ONESELF.search(text) is None


def interviewee(page: Page, before: int) -> Source | None:
    """The person named most often before the first question; the interviewer's own name does not count."""
    text = page.article.text
    skipped = [Span(*match.span()) for match in _BY.finditer(text, 0, before)]
    counts: dict[int, int] = {}
    named: dict[int, int] = {}
    for token, actor in page.persons.items():
        start = page.tree.parse.start[token]
        if start >= before or any(span.start <= start < span.end for span in skipped):
            continue
        counts[actor] = counts.get(actor, 0) + 1
        if page.tree.pos[token] == "PROPN":
            named.setdefault(actor, token)
    known = sorted(named, key=lambda actor: (-counts[actor], named[actor]))
    head = named[known[0]] if known else None
    return Source(page.tree.span([head]), head) if head is not None else None
