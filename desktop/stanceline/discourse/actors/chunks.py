"""Chunks: the stretches of tokens that are names, and the small tests on words that finding them needs."""

from dataclasses import dataclass
from typing import Literal

from stanceline.reading.parse import Tree

ChunkSort = Literal[
    "state",
    "adjective",
    "noun",
    "capital",
    "metonym",
    "organization",
    "person",
    "body",
    "name",
    "title",
    "honorific",
    "place",
]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A name's tokens `[first, end)` with what they are; `keys` are gazetteer keys (several where ambiguous)."""

    first: int
    end: int
    sort: ChunkSort
    keys: tuple[str, ...] = ()


def entity_type(tree: Tree, token: int) -> str:
    """The entity label of a token without its prefix, empty for none."""
    return tree.parse.entity[token][2:]


def is_capital(word: str) -> bool:
    """Whether a word is written with a capital letter first."""
    return word[:1].isupper() and any(char.isalpha() for char in word)


def acronym_of(words: list[str]) -> str:
    """The initials of the capitalized words of a name."""
    return "".join(word[0] for word in words if word[:1].isupper()).upper()
