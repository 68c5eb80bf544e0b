"""Bodies that an article of a story names in short: "the council", "Local 1918", "the Saudi federation".

An article that follows others leaves out what its readers know. Its short name means the one body of the corpus
whose longer name it fits and which stands in an article of the same story; where two would do, it stays apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from stanceline.discourse.actors.gazetteer import folded, load_gazetteer
from stanceline.records import Extraction, LocalActor

Local = tuple[str, int]
_SHARED = 2
"""So many persons and bodies must two articles share to be taken for one story."""


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
        stories.bodies.setdefault(words[-1], set()).add(own)


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
        if not any(set(short) < set(words) and _keeps_order(short, words) for words in stories.words[other]):
            continue
        if any(_is_one_story(article, there, {own, other}, stories) for there in stories.articles[other]):
            fits.append(other)
    return fits[0] if len(fits) == 1 else None


def _keeps_order(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    rest = iter(words)
    return all(word in rest for word in short)


def _is_one_story(here: str, there: str, but: set[str | None], stories: Stories) -> bool:
    return len((stories.company[here] & stories.company[there]) - but) >= _SHARED
