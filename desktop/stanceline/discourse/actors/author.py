"""The author of an article as an actor: "I" and "my" outside quotation marks in opinion pieces and reports."""

import re

from stanceline.discourse.actors.gazetteer import folded
from stanceline.discourse.actors.scene import SUBJECT, Draft, Scene
from stanceline.discourse.actors.words import word_list
from stanceline.reading.article import Span

_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_BYLINE = re.compile(r"(?:By|Words by|Text by|Opinion by|Comment by) ([^\n,|]{3,60})")
_LABEL = re.compile(r"[A-Z][\w.’' -]{0,40}(?:\([^()\n]{1,60}\))?:\s")
_NOTE = re.compile(
    r"((?:[A-Z][\w.’'-]{1,20} ){1,3}[A-Z][\w’'-]{1,20}) "
    r"(?:is|was|runs|owns|teaches|lives|writes|covers|works|serves|farms|chairs|leads|directs|edits)\b"
)
_COLUMN = re.compile(
    r"(?:[\w’' -]{0,40}\b)?"
    r"(?:[Oo]pinion|[Cc]omment|[Cc]olumn|[Cc]ommentary|[Ee]ssay|[Vv]iewpoint|[Nn]otebook|[Dd]iary|[Ll]etter)"
    r"(?: by|:|,| [-–—|/]) ?([^\W\d_][^\n,|/]{3,50})(?:,[^\n]{0,60})?$"
)
_OVER_COLUMN = 4
"""So many lines at the start may name who writes."""
_UNDER_LETTER = 3
"""So many lines at the end may hold who signed."""
_LONGEST_LINE = 10
_SELF = re.compile(r"(?:^|[.!?] |\n)(?:My name is|I am|I’m|I'm) ((?:[A-Z][\w.’'-]{1,20} ){1,2}[A-Z][\w’'-]{1,20})")
_NAME = re.compile(r"[^\W\d_][\w.’'-]{0,30}(?: [\w.’'-]{1,30}){1,4}")


def link_author(scene: Scene) -> None:
    """Mentions of the author by "I" and "my", where the article speaks for itself and is no interview."""
    tokens = [token for token in range(len(scene.tree)) if _is_own_word(scene, token)]
    if not any(_is_subject(scene, token) for token in tokens) or _is_dialog(scene):
        return
    author = _author(scene)
    for token in tokens:
        scene.mention(token, token + 1, "pronoun", author, "actor.pronoun.author", head=token, confidence=0.9)


def _is_own_word(scene: Scene, token: int) -> bool:
    tree = scene.tree
    if tree.lower[token] not in _FIRST or token in scene.by_token or scene.quotes[token]:
        return False
    if tree.words[token] == "i" or scene.article.blocks[scene.block_of(token)].kind != "body":
        return False
    return tree.pos[token] in ("PRON", "DET")


def _is_subject(scene: Scene, token: int) -> bool:
    return scene.tree.lower[token] == "i" and scene.tree.dep[token] in SUBJECT


def _is_dialog(scene: Scene) -> bool:
    """Whether paragraphs are led by the names of those who speak, so that everybody says "I"."""
    prose = [block.span.quote(scene.article.text) for block in scene.article.prose() if block.kind == "body"]
    labeled = sum(_LABEL.match(text) is not None for text in prose)
    first = prose[0].lstrip()[:1] if prose else ""
    letter = len(prose) == 1 and first in ("“", '"', "‘")
    return labeled > 1 or letter


def _author(scene: Scene) -> int:
    """The actor for the author: whom the metadata or the byline names, else an unnamed person."""
    name = _name_of(scene.article.author or "") or _byline(scene) or _named_self(scene)
    name = name or _headed(scene) or _signature(scene) or _note(scene)
    if name is None:
        return scene.add(Draft("the author", "person", anonymous=True))
    key = folded(name)
    for index, draft in enumerate(scene.drafts):
        same = key in {folded(form) for form in [draft.name, *draft.names]}
        if draft.kind == "person" and not draft.anonymous and same:
            return index
    return scene.add(Draft(name, "person"))


def _byline(scene: Scene) -> str | None:
    for block in scene.article.blocks:
        match = _BYLINE.match(block.span.quote(scene.article.text).strip())
        if match is not None and block.kind == "furniture":
            return _name_of(match[1])
    return None


def _named_self(scene: Scene) -> str | None:
    """The name in "My name is Lena Voss" outside quotation marks."""
    match = _SELF.search(scene.tree.text)
    if match is None:
        return None
    tokens = scene.tree.tokens_in(Span(match.start(1), match.end(1)))
    return None if not tokens or scene.quotes[tokens[0]] else _name_of(match[1])


def _headed(scene: Scene) -> str | None:
    """`Comment by Lidija Brecelj, Novo Jutro`, `Opinion - Ingunn Solheim`, or a name alone, in the first lines."""
    lines = [line.strip() for line in scene.tree.text.splitlines() if line.strip()][:_OVER_COLUMN]
    for line in lines:
        match = _COLUMN.match(line)
        if match is not None and _name_of(match[1]) is not None:
            return _name_of(match[1])
    for line in lines[1:]:
        words = line.split()
        if 1 < len(words) < 5 and words[0] in scene.roles.given_names and line == _name_of(line):
            return line
    return None


def _signature(scene: Scene) -> str | None:
    """A person's name that fills one of the last lines, under which at most an office, a body or a place stands."""
    lines = [line.strip() for line in scene.tree.text.rstrip().splitlines() if line.strip()]
    for line in reversed(lines[1:][-_UNDER_LETTER:]):
        bare = line.strip("—–- ")
        if bare.endswith((".", "?", "!", ":")) or len(bare.split()) > _LONGEST_LINE:
            return None
        words = bare.split()
        capital = 1 < len(words) < 5 and all(word[0].isupper() for word in words)
        if capital and words[0] in scene.roles.given_names and _name_of(bare) is not None:
            return _name_of(bare)
    return None


def _note(scene: Scene) -> str | None:
    """The name in the note that ends a column: `Lena Voss owns a bakery in Milford.`"""
    blocks = [block for block in scene.article.blocks if block.kind != "title"]
    match = _NOTE.match(blocks[-1].span.quote(scene.article.text).strip("—–-_* \n")) if blocks else None
    return None if match is None else _name_of(match[1])


def _name_of(text: str) -> str | None:
    """One person's name out of an author's line; None for staff, agencies and several people."""
    text = re.sub(r"^\s*(?:by|By|BY)\s+", "", text).split(",")[0].split("|")[0].strip()
    match = _NAME.fullmatch(text)
    words = text.lower().split()
    bodies = (
        word_list("press") | word_list("open_body") | {"and", "staff", "desk", "editor", "editors", "team", "agency"}
    )
    if match is None or not text[0].isupper() or bodies & set(words):
        return None
    return text.title() if text.isupper() else text
