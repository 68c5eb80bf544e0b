"""The words that put a holder for or against something, read from `resources/lexicons/stance*.tsv`.

A row gives a lemma, its part of speech, a frame (where its object stands), its value from -2 to 2, its value when
negated, and its kind. The files explain their columns in their first lines.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from stanceline import StancelineError, paths

PartOfSpeech = Literal["verb", "adj", "noun", "prep"]
Kind = Literal[
    "attitude", "act", "will", "realize", "reaction", "effect", "evaluation", "open", "silent", "agent", "echo", "turn",
    "outcome", "owner", "deed", "saying", "hint",
]  # fmt: skip
Effect = Literal["keep", "probable", "possible", "reverse", "mandate", "said", "guess", "drop"]
_PLAIN_SLOTS = ("obj", "to", "ing", "that", "ask", "none", "subj", "effect")


class LexiconError(StancelineError):
    """A stance lexicon that breaks its form."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One use of one word.

    `slots` name the complements that are its object; `particle` and `noun` are fixed words of an idiom. A
    `negated` of None says that the negated form tells nothing.
    """

    lemma: str
    pos: PartOfSpeech
    slots: tuple[str, ...]
    particle: str | None
    noun: str | None
    value: int
    negated: int | None
    kind: Kind

    @property
    def name(self) -> str:
        """What a person sees in the path of a stance: `put foot down`."""
        return " ".join(word for word in (self.lemma, self.noun, self.particle) if word)

    @property
    def rule(self) -> str:
        """The name of the rule: `stance.verb.put-foot-down`, or `stance.open.on-table` for what keeps a thing open."""
        group = self.kind if self.kind in ("open", "echo", "turn", "outcome", "hint") else self.pos
        return f"stance.{group}.{self.name.replace(' ', '-')}"

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions whose object is the thing favored or disfavored."""
        return frozenset(slot[1:] for slot in self.slots if slot.startswith("@"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by part of speech and lemma, the most specific first; effects of governing words by lemma."""

    entries: Mapping[PartOfSpeech, Mapping[str, tuple[Entry, ...]]]
    governors: Mapping[str, frozenset[Effect]]

    def find(self, pos: PartOfSpeech, lemma: str) -> tuple[Entry, ...]:
        """The uses of a lemma, those with a fixed particle or noun first."""
        return self.entries[pos].get(lemma, ())


@cache
def load_lexicon() -> Lexicon:
    """The shipped lexicon. Raises `LexiconError` with file and line for a row that breaks the form."""
    groups: dict[PartOfSpeech, dict[str, list[Entry]]] = {pos: defaultdict(list) for pos in get_args(PartOfSpeech)}
    for entry in read_entries(paths.resource("lexicons/stance.tsv")):
        groups[entry.pos][entry.lemma].append(entry)
    order = {
        pos: {lemma: tuple(sorted(found, key=_how_general)) for lemma, found in group.items()}
        for pos, group in groups.items()
    }
    return Lexicon(order, read_governors(paths.resource("lexicons/stance_governors.tsv")))


def _how_general(entry: Entry) -> tuple[bool, bool, bool, str]:
    return (entry.noun is None, entry.particle is None, "none" in entry.slots, " ".join(entry.slots))


def read_entries(path: Path) -> list[Entry]:
    """The rows of a stance lexicon; duplicates and unknown words in a frame are errors with a line number."""
    found: list[Entry] = []
    seen: set[tuple[str, str, str]] = set()
    for where, cells in read_rows(path, 6):
        lemma, pos, frame, value, negated, kind = cells
        if (lemma, pos, frame) in seen:
            raise LexiconError(f"{where}: {lemma} ({pos}, {frame}) is there twice; remove one of the two rows")
        seen.add((lemma, pos, frame))
        if pos not in get_args(PartOfSpeech) or kind not in get_args(Kind):
            raise LexiconError(f"{where}: unknown part of speech {pos!r} or kind {kind!r}")
        words = frame.split()
        slots = tuple(word for word in words if word in _PLAIN_SLOTS or word.startswith("@"))
        particle = next((word[1:] for word in words if word.startswith("+")), None)
        noun = next((word[1:] for word in words if word.startswith("~")), None)
        if len(slots) + (particle is not None) + (noun is not None) != len(words) or not slots:
            raise LexiconError(
                f"{where}: the frame {frame!r} must hold slots ({', '.join(_PLAIN_SLOTS)}, @of), +up, ~foot"
            )
        numbers = _value(value, where), _negated(negated, where)
        found.append(Entry(lemma, cast(PartOfSpeech, pos), slots, particle, noun, *numbers, cast(Kind, kind)))
    return found


def _value(text: str, where: str) -> int:
    if text not in ("-2", "-1", "0", "1", "2"):
        raise LexiconError(f"{where}: a value must be one of -2, -1, 0, 1, 2, not {text!r}")
    return int(text)


def _negated(text: str, where: str) -> int | None:
    return _value(text, where) if text else None


def read_governors(path: Path) -> dict[str, frozenset[Effect]]:
    """What governing words do to the attitude below them, by lemma."""
    found: dict[str, set[Effect]] = defaultdict(set)
    for where, (lemma, effect) in read_rows(path, 2):
        if effect not in get_args(Effect):
            raise LexiconError(f"{where}: unknown effect {effect!r}; known are {', '.join(get_args(Effect))}")
        found[lemma].add(cast(Effect, effect))
    return {lemma: frozenset(effects) for lemma, effects in found.items()}


@cache
def load_idioms() -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Set phrases of speakers by their first word, each as its words with its value, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for where, (phrase, value) in read_rows(paths.resource("lexicons/stance_idioms.tsv"), 2):
        pieces = tuple(re.findall(r"n't|'\w{1,3}|\w+?(?=n't\b)|\w+|,", phrase))
        found[pieces[0]].append((pieces, _value(value, where)))
    return {first: tuple(sorted(idioms, key=lambda idiom: -len(idiom[0]))) for first, idioms in found.items()}


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for _, (name, lemma) in read_rows(paths.resource("lexicons/stance_classes.tsv"), 2):
        found[name].add(lemma)
    return {name: frozenset(lemmas) for name, lemmas in found.items()}


def words(name: str) -> frozenset[str]:
    """The lemmas of one class of words, such as `light` verbs; the file explains the classes."""
    return _classes()[name]


def read_rows(path: Path, columns: int) -> list[tuple[str, list[str]]]:
    """The rows of a table below its heading, each with its place for messages; comments are left out."""
    rows: list[tuple[str, list[str]]] = []
    header = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise LexiconError(f"{path.name}, line {number}: has {len(cells)} columns, {columns} are needed")
        if not header:
            rows.append((f"{path.name}, line {number}", cells))
        header = False
    return rows
