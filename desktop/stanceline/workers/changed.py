"""Articles whose file has changed since a project took them in: found among what was read, held until answered."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from stanceline.workers.messages import Header

Answer = Literal["update", "both", "skip"]
"""Take the new text in the old one's place, keep both texts as articles of their own, or keep the old one alone."""


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """An article `known` to the project by this id, read anew from `path` with other words."""

    known: str
    path: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """A changed article with what was read of it."""

    article: ChangedArticle
    header: Header
    content: bytes


def place_of(path: str | None) -> str:
    """A path for comparing: relative and absolute ones of one file are equal."""
    return os.path.abspath(path) if path else ""  # noqa: PTH100 - as text, and without following links


def hold_changed(
    kept: Sequence[tuple[Header, bytes, str]], known: Iterable[tuple[str, str, str | None]]
) -> tuple[list[tuple[Header, bytes]], list[Held]]:
    """Divide what was read into new articles and changed ones.

    `kept` are articles with their new ids, their content and the id that their file gives them; `known` are id,
    digest and path of those that the project has. A file with one article has changed where its words have; of one
    with many each article is known by its id.
    """
    old: dict[str, list[tuple[str, str]]] = {}
    for ident, digest, path in known:
        if path:
            old.setdefault(place_of(path), []).append((ident, digest))
    read: dict[str, int] = {}
    for header, _, _ in kept:
        read[place_of(header.path)] = read.get(place_of(header.path), 0) + 1
    new, held = [], []
    for header, content, own_id in kept:
        place = place_of(header.path)
        before = old.get(place, [])
        is_single = len(before) == 1 and read[place] == 1
        match = before[0][0] if is_single else next((ident for ident, _ in before if ident == own_id), None)
        if match is None:
            new.append((header, content))
        else:
            held.append(Held(ChangedArticle(match, header.path or "", header.title), header, content))
    return new, held


def answered(held: Held, answer: Answer, taken: set[str]) -> tuple[Header, bytes] | None:
    """What is to be extracted for an answer; None where the old text stays alone. `taken` are the project's ids."""
    header = held.header
    if answer == "skip":
        return None
    ident = held.article.known if answer == "update" else _free(header, taken)
    return Header(ident, header.sha256, header.digest, header.path, header.title, header.size), held.content


def _free(header: Header, taken: set[str]) -> str:
    base = header.id if header.id not in taken else f"{header.id}-{header.sha256[:8]}"
    ident, number = base, 2
    while ident in taken:
        ident, number = f"{base}-{number}", number + 1
    return ident
