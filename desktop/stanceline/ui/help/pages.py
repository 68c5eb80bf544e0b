"""The pages of the user guide as data: read from `resources/help`, searched without Qt."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from stanceline.paths import resource

_NAME = re.compile(r"\d+-([a-z]+)\.md")
_MARKUP = re.compile(r"\{\{[^}]*\}\}|\]\([^)]*\)|[*#\[|`]")
_AROUND = 60
FIRST = "start"


@dataclass(frozen=True)
class Page:
    """One page. `source` is Markdown; `{{...}}` stands for what the program fills in."""

    name: str
    title: str
    source: str

    @property
    def plain(self) -> str:
        """Its words without the markup, on one line."""
        return " ".join(_MARKUP.sub("", self.source).split())


@dataclass(frozen=True)
class Hit:
    """A page that has the words looked for, with those around the first place."""

    page: Page
    count: int
    extract: str


@cache
def pages() -> tuple[Page, ...]:
    """All pages, in the order of their numbers."""
    found = []
    for path in sorted(resource("help").glob("*.md")):
        name = _NAME.fullmatch(path.name)
        source = path.read_text(encoding="utf-8")
        if name is not None:
            found.append(Page(name[1], source.split("\n", 1)[0].removeprefix("# "), source))
    return tuple(found)


def page(name: str) -> Page:
    """The page with a name; the first where there is none."""
    return next((one for one in pages() if one.name == name), pages()[0])


def search(words: str) -> list[Hit]:
    """Pages that have all words, those with a word in the title first, then by how often they have them."""
    needles = words.casefold().split()
    hits: list[tuple[int, int, Hit]] = []
    for one in pages():
        folded = one.plain.casefold()
        if not needles or not all(needle in folded for needle in needles):
            continue
        count = sum(folded.count(needle) for needle in needles)
        bonus = 1000 * sum(needle in one.title.casefold() for needle in needles)
        hits.append((-(count + bonus), len(hits), Hit(one, count, _extract(one.plain, folded.find(needles[0])))))
    return [hit for _, _, hit in sorted(hits, key=lambda entry: entry[:2])]


def _extract(text: str, at: int) -> str:
    begin, end = max(0, at - _AROUND // 2), min(len(text), at + _AROUND)
    begin = text.rfind(" ", 0, begin) + 1 if begin else 0
    end = text.find(" ", end) if text.find(" ", end) > 0 else len(text)
    return ("…" if begin else "") + text[begin:end] + ("…" if end < len(text) else "")


def accuracy() -> dict[str, Any]:
    """The `groups` of figures that `make quality` wrote last, each with its day of measuring; empty without any."""
    path = resource("help") / "accuracy.json"
    if not path.is_file():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
