"""Bodies of one town: the city of the date line, its council and departments, and towns behind "mayor of"."""

import re

from stanceline.discourse.actors.scene import DATE_LINE, Draft, Scene
from stanceline.discourse.actors.words import word_list

_COUNCIL = re.compile(r"(?P<place>[A-Z].{1,40}?) (?P<kind>City|Town|Village|Borough) (?:Council|Hall)")
_DEPARTMENTS = {"police chief": "Police Department", "fire chief": "Fire Department"}


def home_place(scene: Scene) -> str | None:
    """The town in the date line of a local story ("PORT ELLERY, Ore. —"); states and capitals are left alone."""
    for block in scene.article.prose():
        match = DATE_LINE.match(scene.article.text, block.span.start, block.span.end)
        if match is not None:
            place = match[1].strip().title()
            return None if scene.gazetteer.find(place) is not None else place
    return None


def home_city(scene: Scene) -> str | None:
    """The city of the date line as a body, or of the only city council that the article names."""
    place = home_place(scene)
    if place is not None:
        return city(scene, f"City of {place}")
    found = {draft.of for draft in scene.drafts if draft.of and _COUNCIL.fullmatch(draft.name)}
    return city(scene, found.pop()) if len(found) == 1 else None


def city(scene: Scene, name: str) -> str:
    """The body of a city, made on first use; its name."""
    if scene.find_body(name) is None:
        scene.add(Draft(name, "organization"))
    return name


def home_department(scene: Scene, role: str) -> str | None:
    """The police or fire department of the date line's city, for the chief of it."""
    place = home_place(scene)
    return None if place is None else department_of(scene, place, role)


def department_of(scene: Scene, place: str, role: str) -> str | None:
    """The police or fire department of a town, None for other offices."""
    return city(scene, f"{place} {_DEPARTMENTS[role]}") if role in _DEPARTMENTS else None


def city_of_council(name: str) -> str | None:
    """`Ashbury City Council` gives `City of Ashbury`; other names None."""
    match = _COUNCIL.fullmatch(name)
    return None if match is None else f"{match['kind']} of {match['place']}"


def full_local_name(scene: Scene, name: str) -> str:
    """`Chamber of Commerce` in a story with a date line: the town's; names with a place of their own stay."""
    place = home_place(scene)
    generic = name.lower().removeprefix("the ") in word_list("local_body")
    return f"{place} {name}" if place is not None and generic else name


def council_name(scene: Scene) -> str | None:
    """The city council's name in a story with a date line."""
    place = home_place(scene)
    return None if place is None else f"{place} City Council"


def place_name(scene: Scene, name: str, role: str) -> str:
    """An unknown place as the body that this officer heads: `Salta` with "the province" is the Province of Salta."""
    text = scene.article.text.lower()
    if role in ("mayor", "deputy mayor"):
        small = next((kind for kind in ("town", "village") if f"{kind} of {name.lower()}" in text), "city")
        return f"{small.title()} of {name}"
    for kind in ("province", "prefecture", "canton", "region"):
        if f"the {kind}" in text or f"{kind} of {name.lower()}" in text:
            return f"{kind.title()} of {name}"
    return name
