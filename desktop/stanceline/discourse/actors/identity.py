"""Which of the local actors of all articles are one, and the id that each of them bears.

Ids depend on names, and on what other articles say of the same names; never on the order of articles or on
decisions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from stanceline.discourse.actors.gazetteer import Gazetteer, folded, load_gazetteer, slug, surnames_of
from stanceline.discourse.actors.roles import load_roles
from stanceline.discourse.actors.stories import place_bodies
from stanceline.discourse.actors.words import word_list
from stanceline.records import Extraction, LocalActor

Local = tuple[str, int]
_PREFIX = {"person": "person", "state": "state", "organization": "org", "group": "group"}
_COMPANY = 2
"""So many persons and bodies must two articles share to be taken for one story."""


def assign_ids(items: Sequence[Extraction]) -> dict[Local, str]:
    """The id of every local actor, by article id and index; `items` sorted by article id."""
    gazetteer = load_gazetteer()
    ids: dict[Local, str] = {}
    short: list[tuple[Extraction, int]] = []
    for item in items:
        for index, actor in enumerate(item.actors):
            if actor.known:
                ids[item.article.id, index] = actor.known
            elif actor.kind == "person" and not actor.anonymous and _is_surname(actor.name):
                short.append((item, index))
            elif not actor.anonymous:
                ids[item.article.id, index] = _named_id(actor, gazetteer)
    _merge_variants(items, ids)
    ids.update(place_bodies(items, ids))
    _place_surnames(items, ids)
    _place_short(items, short, ids)
    offices = _offices(items, ids)
    taken: set[str] = set()
    for item in items:
        for index, actor in enumerate(item.actors):
            if actor.anonymous and not actor.known and (item.article.id, index) not in ids:
                holder = _office_holder(item, actor, ids, offices)
                ids[item.article.id, index] = holder or _unique(f"group:{slug(actor.name)}@{item.article.id}", taken)
    return ids


def _is_surname(name: str) -> bool:
    """Whether a name is one word, or one word behind particles ("Al-Hamidi", "de la Cruz")."""
    return all(word in word_list("particle") for word in folded(name).split()[:-1])


def _offices(items: Sequence[Extraction], ids: dict[Local, str]) -> dict[str, set[tuple[str, str | None]]]:
    """The offices, each with its body, in which any article names a person, by id."""
    found: dict[str, set[tuple[str, str | None]]] = {}
    for item in items:
        for index, actor in enumerate(item.actors):
            if actor.kind == "person" and not actor.anonymous and actor.office:
                found.setdefault(ids[item.article.id, index], set()).add((actor.office, actor.of))
    return found


def _office_holder(
    item: Extraction, actor: LocalActor, ids: dict[Local, str], offices: dict[str, set[tuple[str, str | None]]]
) -> str | None:
    """ "the mayor" of an article that names the mayor without the office, where another article gives it."""
    office = actor.office
    if actor.kind != "person" or office is None or folded(actor.name) != folded(office):
        return None
    named = {
        ids[item.article.id, index]
        for index, other in enumerate(item.actors)
        if other.kind == "person" and not other.anonymous and (other.office is None or other.office == office)
    }
    fits = [
        person
        for person in sorted(named)
        if any(held.split()[-1] == office and actor.of in (None, of) for held, of in offices.get(person, ()))
    ]
    return fits[0] if len(fits) == 1 else None


def _unique(wanted: str, taken: set[str]) -> str:
    """The id, with a number behind it where another actor of the article has the same words."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    taken.add(found)
    return found


def _named_id(actor: LocalActor, gazetteer: Gazetteer) -> str:
    name = slug(_bare_company(actor.name) if actor.kind == "organization" else actor.name)
    found = f"{_PREFIX[actor.kind]}:{name}"
    # A name that only looks like a table's key ("org:who" for a band) must not become that body.
    return f"{found}-named" if found in gazetteer.known and actor.kind != "person" else found


def _bare_company(name: str) -> str:
    return re.sub(r",? (?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|LLC|AG|SA|NV|GmbH|Co)\.?$", "", name) or name


def _merge_variants(items: Sequence[Extraction], ids: dict[Local, str]) -> None:
    """Fold middle names, acronyms and short company names into the one longer name that they fit."""
    names: dict[str, set[str]] = {}
    for item in items:
        for index, actor in enumerate(item.actors):
            found = ids.get((item.article.id, index))
            if found is not None and not actor.anonymous and actor.kind in ("person", "organization"):
                names.setdefault(found, set()).update(folded(form) for form in (actor.name, *actor.names))
    near_by = _variant_index(names)
    target: dict[str, str] = {}
    for found in sorted(names):
        own = _words(found)
        near = {*near_by.get(own[0], ()), *near_by.get(" ".join(own), ())} if own else set()
        fits = [other for other in sorted(near) if other != found and _is_variant(found, other, names[other])]
        if len(fits) == 1:
            target[found] = fits[0]
    for where, found in ids.items():
        seen = {found}
        while found in target and target[found] not in seen:
            found = target[found]
            seen.add(found)
        ids[where] = found


def _words(found: str) -> list[str]:
    """The words of a name as they stand in an id."""
    return found.partition(":")[2].split("-")


def _initials(words: list[str]) -> str:
    return "".join(word[:1] for word in words if word not in ("of", "the", "for", "and", "in"))


def _variant_index(names: dict[str, set[str]]) -> dict[str, set[str]]:
    """Ids by first word, by each form and by initials: only these can be longer forms of a name."""
    index: dict[str, set[str]] = {}
    for found, forms in names.items():
        words = _words(found)
        placed = " ".join(words[2:]) if words[1:2] == ["of"] else words[0]
        for key in {words[0], placed, _initials(words), *forms}:
            index.setdefault(key, set()).add(found)
    return index


def _is_variant(found: str, other: str, forms: set[str]) -> bool:
    """Whether the first id's name is a shorter form of the other actor, whose forms are given."""
    if found.partition(":")[0] != other.partition(":")[0]:
        return False
    short, long = _words(found), _words(other)
    own = " ".join(short)
    if found.startswith("person:"):
        middle = len(short) == 2 and len(long) > 2 and short[0] == long[0] and short[-1] == long[-1]
        return middle or (len(short) == 2 and len(long) == 3 and short == long[:2])
    if own in forms or (long[1:2] == ["of"] and long[0] in word_list("governed") and long[2:] == short):
        return True
    nouns = load_roles().nouns
    rest = long[len(short) :]
    tail = bool(rest) and long[: len(short)] == short and all(nouns.get(word) in ("body", "suffix") for word in rest)
    return tail or (len(short) == 1 and 2 < len(own) <= 7 and len(long) > 2 and own == _initials(long))


@dataclass
class _Known:
    """What the corpus says of its fully named persons: ids by surname, bodies and articles by id."""

    people: dict[str, set[str]] = field(default_factory=dict)
    bodies: dict[str, set[str]] = field(default_factory=dict)
    articles: dict[str, set[str]] = field(default_factory=dict)
    company: dict[str, set[str]] = field(default_factory=dict)


def _survey(items: Sequence[Extraction], ids: dict[Local, str]) -> _Known:
    known = _Known()
    for item in items:
        company = known.company.setdefault(item.article.id, set())
        for index, actor in enumerate(item.actors):
            found = ids.get((item.article.id, index))
            if found is None or actor.anonymous or actor.kind not in ("person", "organization"):
                continue
            company.add(found)
            if actor.kind != "person":
                continue
            known.articles.setdefault(found, set()).add(item.article.id)
            for form in {*surnames_of(actor.name, family_first=False), *folded(actor.name).split()[1:]}:
                known.people.setdefault(form, set()).add(found)
            if actor.of:
                known.bodies.setdefault(found, set()).add(actor.of)
    return known


def _place_short(items: Sequence[Extraction], short: list[tuple[Extraction, int]], ids: dict[Local, str]) -> None:
    """Lone surnames: the one person of the corpus with that surname who belongs to the article's story, else apart.

    A person belongs to a story where the article names the person's body, or two more persons or bodies of an
    article that names the person in full.
    """
    known = _survey(items, ids)
    for item, index in short:
        actor = item.actors[index]
        fits = [p for p in sorted(known.people.get(folded(actor.name), ())) if _belongs(item, actor, p, known)]
        of = slug(actor.of) if actor.of else item.article.id
        ids[item.article.id, index] = fits[0] if len(fits) == 1 else f"person:{slug(actor.name)}@{of}"


def _place_surnames(items: Sequence[Extraction], ids: dict[Local, str]) -> None:
    """Lone names that look like a body's, where the story has one person of that surname: "Kalniņa promises"."""
    known = _survey(items, ids)
    bodies = {form for item in items for a in item.actors if a.kind == "organization" and a.of for form in a.names}
    for item in items:
        for index, actor in enumerate(item.actors):
            lone = actor.kind == "organization" and not actor.known and not actor.anonymous and actor.of is None
            if not lone or " " in folded(actor.name) or actor.name in bodies or actor.name.isupper():
                continue
            people = sorted(known.people.get(folded(actor.name), ()))
            fits = [p for p in people if item.article.id not in known.articles[p] and _belongs(item, actor, p, known)]
            if len(fits) == 1 and len(people) == 1:
                ids[item.article.id, index] = fits[0]


def _belongs(item: Extraction, actor: LocalActor, person: str, known: _Known) -> bool:
    bodies = known.bodies.get(person, set())
    if actor.of:
        return actor.of in bodies
    present = {other.known or other.name for other in item.actors} | {other.of for other in item.actors if other.of}
    if bodies & present:
        return True
    own = known.company[item.article.id] - {person}
    return any(len(own & known.company[article]) >= _COMPANY for article in known.articles[person])
