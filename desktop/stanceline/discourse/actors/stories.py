"""Bodies that an article of a story names in short: "the council", "Local 1918", "the Saudi federation".

An article that follows others leaves out what its readers know. Its short name means the one body of the corpus
whose longer name it fits and which stands in an article of the same story; where two would do, it stays apart.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from stanceline.discourse.actors.gazetteer import folded, load_gazetteer
from stanceline.discourse.actors.words import word_list
from stanceline.records import Extraction, LocalActor

Local = tuple[str, int]
_SHARED = 2
"""So many persons and bodies must two articles share to be taken for one story."""
_SURE = 3
"""So often must a state be named before a minister without a state is taken to be its own."""


@dataclass
class Stories:
    """Who stands in which article: names of persons and ids of bodies by article, and bodies by their last word."""

    company: dict[str, set[str]] = field(default_factory=dict)
    bodies: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    articles: dict[str, set[str]] = field(default_factory=dict)


def place_bodies(items: Sequence[Extraction], ids: Mapping[Local, str]) -> dict[Local, str]:
    """The longer-named body that each short-named or unnamed body of an article means, by article and index."""
    stories = survey(items, ids)
    found: dict[Local, str] = {}
    for item in items:
        for index, actor in enumerate(item.actors):
            if actor.kind != "organization" or actor.known:
                continue
            own = ids.get((item.article.id, index))
            longer = _longer(item.article.id, actor, own, stories)
            if longer is not None:
                found[item.article.id, index] = longer
    return found


def survey(items: Sequence[Extraction], ids: Mapping[Local, str]) -> Stories:
    """Who stands where; `ids` holds the ids of all that have a name."""
    stories = Stories()
    for item in items:
        article = item.article.id
        company = stories.company.setdefault(article, set())
        for index, actor in enumerate(item.actors):
            own = ids.get((article, index))
            if actor.anonymous or actor.kind not in ("person", "organization"):
                continue
            if actor.kind == "person":
                company.add("person:" + folded(actor.name).split(" ")[-1])
            elif own is not None:
                company.add(own)
                _learn_body(stories, article, actor, own)
    return stories


def _learn_body(stories: Stories, article: str, actor: LocalActor, own: str) -> None:
    stories.articles.setdefault(own, set()).add(article)
    if actor.known:
        return
    words = name_words(actor.name)
    if len(words) > 1:
        stories.words.setdefault(own, set()).add(words)
        for noun in _heads(actor.name, words):
            stories.bodies.setdefault(noun, set()).add(own)


def _heads(name: str, words: tuple[str, ...]) -> set[str]:
    """The nouns that a short name may end in: the last word, the one before "of", and "union" for one of workers."""
    front = name_words(re.split(r" (?:of|for|against) ", name)[0])
    heads = {words[-1], *front[-1:]}
    workers = set(words) & word_list("workers") and set(words) & word_list("union_form")
    return heads | {"union"} if workers else heads


@lru_cache(maxsize=16_384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a body's name, adjectives of states as the states' names: `Saudi federation`, `Saudi Arabia ...`."""
    gazetteer, found = load_gazetteer(), list[str]()
    for word in folded(name).split():
        key = gazetteer.find(word.title(), "adjective", "name")
        known = gazetteer.known.get(key or "")
        found += folded(known.name).split() if known is not None and known.kind == "state" else [word]
    return tuple(word for word in found if word not in ("of", "the", "for"))


def _longer(article: str, actor: LocalActor, own: str | None, stories: Stories) -> str | None:
    short = name_words(actor.name)
    fits = []
    for other in sorted(stories.bodies.get(short[-1], ())) if short else ():
        if other == own or article in stories.articles[other]:
            continue
        if not any(_fits(short, words) for words in stories.words[other]):
            continue
        if any(_is_one_story(article, there, {own, other}, stories) for there in stories.articles[other]):
            fits.append(other)
    return fits[0] if len(fits) == 1 else None


def _fits(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the short name leaves out words of the long one and adds none; "union" stands for one of workers."""
    rest = iter(words)
    named = set(short) - {"union"} if short[-1:] == ("union",) else set(short)
    return named < set(words) and all(word in rest for word in short if word in named)


def _is_one_story(here: str, there: str, but: set[str | None], stories: Stories) -> bool:
    return len((stories.company[here] & stories.company[there]) - but) >= _SHARED


def home_of_minister(office: str | None, articles: Sequence[Extraction]) -> str | None:
    """The state of a minister whom no article gives one: that which these articles name most of the time."""
    if office is None or not re.search(r"\bminister\b|\w secretary$", office) or office.startswith("former"):
        return None
    counts = Counter(
        actor.known.partition("-")[0]
        for item in articles
        for mention in item.mentions
        if mention.actor is not None and (actor := item.actors[mention.actor]).kind == "state" and actor.known
    )
    key, most = min(counts.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    return key if most >= _SURE and most * 3 >= sum(counts.values()) * 2 else None
