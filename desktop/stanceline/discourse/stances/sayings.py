"""What people say for or against a thing in the set ways of argument: "get on with it", "where will they live?".

The ways are the rows of `resources/lexicons/stance_sayings.tsv`, which explains its patterns. They count only in
somebody's mouth, and that speaker holds the position; a row says whether its words take a side by themselves or
only suggest one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stanceline import paths
from stanceline.discourse.stances.holders import Voices
from stanceline.discourse.stances.lexicon import Entry, Kind, LexiconError, read_rows
from stanceline.discourse.stances.syntax import subjects
from stanceline.reading.parse import Tree

_SPEAKER = {
    "direct": frozenset({"i", "we", "you"}),
    "indirect": frozenset({"he", "she", "they", "it", "i", "we"}),
    "mixed": frozenset({"he", "she", "they", "i", "we"}),
}
_POINTING = frozenset({"it", "this", "that", "them", "these", "those"})
_INSIDE = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "predet", "quantmod", "advmod", "case"})
_INSIDE_CLAUSE = frozenset({"det", "amod", "neg", "aux", "dobj", "attr", "acomp", "advmod", "prep", "pobj", "xcomp"})
_UP_TO_CLAUSE = 4
_LONGEST_GAP, _LONGEST_PHRASE, _TURNED_BY = 4, 7, 5
_TURNING = frozenset({"not", "n't", "never", "no", "nobody", "if", "whether", "unless", "until", "without", "nor"})
_HELD_UP = frozenset({"veto", "rejection", "refusal", "postponement", "delay"})
_LACKING = frozenset({"without", "unless"})
_OPENERS = frozenset({"and", "but", "so", "then", "well", "now", "please", "just", "yes", "no", "ok", "okay", "oh"})
_ENDS = frozenset({"?", '"', "”", "!", "."})
_PUNCTUATION = frozenset(".,;:!?…—–-()\"“”‘’'`")


@dataclass(frozen=True, slots=True)
class Saying:
    """One row: the parts of its pattern, whether it opens and ends its clause, and what it tells."""

    parts: tuple[str, ...]
    opens: bool
    ends: bool
    entry: Entry


@dataclass(frozen=True, slots=True)
class Said:
    """A saying found at `cue`; `objects` is what it names, empty for what the talk is about."""

    cue: int
    entry: Entry
    objects: tuple[int, ...]


@cache
def load_sayings() -> Mapping[str, tuple[Saying, ...]]:
    """The shipped rows by the word they begin with, the longest first."""
    return read_sayings(paths.resource("lexicons/stance_sayings.tsv"))


def read_sayings(path: Path) -> dict[str, tuple[Saying, ...]]:
    """The rows of a file. Raises `LexiconError` with file and line for a row that breaks the form."""
    found: dict[str, list[Saying]] = defaultdict(list)
    for where, (pattern, value, force) in read_rows(path, 3):
        pieces = pattern.split()
        opens, ends = pieces[0] == "^", pieces[-1] == "$"
        parts = tuple(pieces[opens : len(pieces) - ends])
        if force not in ("sure", "hint") or value not in ("-2", "-1", "1", "2") or not parts or parts[0] in ("_", "*"):
            raise LexiconError(f"{where}: a row is a pattern that begins with a word, a value but 0, and sure or hint")
        name = " ".join(_plain(part) for part in parts if part not in ("*", "_", "?"))
        kind: Kind = "saying" if force == "sure" else "hint"
        saying = Saying(parts, opens, ends, Entry(name, "noun", ("none",), None, None, int(value), None, kind))
        for first in sorted(_SPEAKER["mixed"] if parts[0] == "<i>" else parts[0].split("|")):
            found[first].append(saying)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.parts))) for first, rows in found.items()}


def _plain(part: str) -> str:
    """A part of a pattern as a word of the rule's name: the first of its words, without marks."""
    return next((word for word in part.split("|") if word.isalpha()), part.split("|")[0]).strip("<>'")


def sayings(tree: Tree, voices: Voices, token: int) -> Iterator[Said]:
    """The saying that begins at `token`, if one does in somebody's words: the longest."""
    number = voices.statement_at(token)
    rows = load_sayings().get(_word(tree, token)) if number is not None else None
    if rows is None or number is None:
        return
    speakers = _SPEAKER[voices.statements[number].form]
    last = tree.sentence_tokens(token)[-1]
    asked = _is_asked(tree, token, last)
    for row in rows:
        found = _match(tree, row, token, last, speakers)
        if found is None or asked != (row.parts[-1] == "?") or _is_turned(tree, row, token):
            continue
        if not _is_anothers(tree, voices, number, token):
            yield Said(token, row.entry, found)
            return


def _is_asked(tree: Tree, token: int, last: int) -> bool:
    """Whether a question mark comes next, before any closing quotation mark and the sentence's end."""
    mark = next((t for t in range(token, last + 1) if tree.words[t] in _ENDS), last)
    return tree.words[mark] == "?"


def _is_anothers(tree: Tree, voices: Voices, number: int, token: int) -> bool:
    """Whether the clause tells it of somebody for whom the speaker does not speak: "Italy has no objection"."""
    source, place = voices.statements[number].source, token
    for _ in range(_UP_TO_CLAUSE):
        subject = next((s for s in subjects(tree, place) if tree.pos[s] == "PROPN"), None)
        if subject is not None:
            actor = voices.cast.actor_of(subject)
            return source is not None and actor is not None and not voices.speaks_for(source, actor)
        if tree.dep[place] not in _INSIDE_CLAUSE or tree.head[place] == place:
            return False
        place = tree.head[place]
    return False


def _word(tree: Tree, token: int) -> str:
    return tree.lower[token].replace("’", "'")


def _match(tree: Tree, row: Saying, token: int, last: int, speakers: frozenset[str]) -> tuple[int, ...] | None:
    """The objects that a row names where its words begin at `token`; None where they do not."""
    if row.opens and not _opens(tree, token):
        return None
    place, objects = token, []
    for number, part in enumerate(row.parts):
        if part == "*":
            following = row.parts[number + 1]
            reach = range(place, min(last, place + _LONGEST_GAP) + 1)
            place = next((t for t in reach if _fits(tree, t, following, speakers) is not None), last + 1)
            continue
        after = _fits(tree, place, part, speakers) if place <= last else None
        if after is None:
            return None
        if part == "<it>":
            objects.append(after - 1)
        place = after
    if row.ends and place <= last and tree.words[place][0] not in _PUNCTUATION:
        return None
    return tuple(objects)


def _fits(tree: Tree, place: int, part: str, speakers: frozenset[str]) -> int | None:
    """The place behind what one part of a pattern takes at `place`; None where it does not fit."""
    word = _word(tree, place)
    if part == "<i>":
        return place + 1 if word in speakers else None
    if part in ("<it>", "<any>"):
        return _thing(tree, place)
    if part == "_":
        return place + 1 if word[0] not in _PUNCTUATION else None
    return place + 1 if word in part.split("|") else None


def _thing(tree: Tree, place: int) -> int | None:
    """The place behind a pointing word or a noun with all that stands before it."""
    if tree.lower[place] in _POINTING and tree.dep[place] not in ("det", "mark"):
        return place + 1
    noun = place
    for _ in range(_LONGEST_PHRASE):
        if tree.dep[noun] not in _INSIDE or tree.head[noun] <= noun:
            break
        noun = tree.head[noun]
    same = tree.sentence[noun] == tree.sentence[place] and noun - place <= _LONGEST_PHRASE
    return noun + 1 if same and tree.pos[noun] in ("NOUN", "PROPN") else None


def _opens(tree: Tree, token: int) -> bool:
    """Whether only openers stand between a token and the last mark or the beginning of its sentence."""
    first = tree.sentence_tokens(token)[0]
    before = token - 1
    while before >= first and tree.lower[before] in _OPENERS:
        before -= 1
    return before < first or tree.words[before][0] in _PUNCTUATION or tree.pos[before] == "SPACE"


def _is_turned(tree: Tree, row: Saying, token: int) -> bool:
    """Whether what stands before denies the saying, makes it a condition or says it of a veto or delay."""
    first = tree.sentence_tokens(token)[0]
    before = range(first, token)
    if any(tree.lemma[t].lower() in _HELD_UP or tree.lower[t] in _LACKING for t in before):
        return True
    return not row.opens and any(_word(tree, t) in _TURNING for t in range(max(first, token - _TURNED_BY), token))
