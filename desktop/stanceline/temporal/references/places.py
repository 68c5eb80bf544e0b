"""Names of countries and capitals in the one form that tables of events use."""

import csv
from functools import cache
from typing import Final

from stanceline import paths
from stanceline.temporal.references.events import plain_words

_SHORT: Final = {"Britain": "United Kingdom", "America": "United States", "Holland": "Netherlands"}


@cache
def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """(country by its other names, capital by adjective or country), all in normal form but the results."""
    names = {plain_words(short): name for short, name in _SHORT.items()}
    capitals: dict[str, str] = {}
    with paths.resource("actors/countries.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            for alias in filter(None, row["aliases"].split("|")):
                names.setdefault(plain_words(alias), row["name"])
            for word in filter(None, [row["name"], *row["adjectives"].split("|")]):
                if row["capital"]:
                    capitals.setdefault(plain_words(word), row["capital"])
    return names, capitals


def canonical_place(name: str) -> str:
    """The usual name of a country; any other name as it is."""
    return _countries()[0].get(plain_words(name), name)


def capital_of(adjective: str) -> str | None:
    """The capital of the country of which an adjective or name speaks ("Lithuanian"), or None."""
    return _countries()[1].get(plain_words(adjective))
