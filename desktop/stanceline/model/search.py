"""Finds the marks whose words contain what was typed: case and accents do not matter, every word must occur."""

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stanceline.model.strings import Strings


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents, plain quotation marks."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def query_words(query: str) -> tuple[str, ...]:
    """The words of a query, folded; words in double quotes stay together."""
    words: list[str] = []
    for number, part in enumerate(fold(query).replace("“", '"').replace("”", '"').split('"')):
        words.extend([part.strip()] if number % 2 else part.split())
    return tuple(word for word in words if word)


def search(haystacks: Sequence[str], query: str) -> NDArray[np.bool_]:
    """For each (folded) haystack whether it holds every word of the query; all do where the query is blank."""
    found = np.ones(len(haystacks), np.bool_)
    for word in query_words(query):
        if isinstance(haystacks, Strings):
            found &= haystacks.holding(word)
            continue
        found &= np.fromiter((word in text for text in haystacks), np.bool_, len(haystacks))
    return found
