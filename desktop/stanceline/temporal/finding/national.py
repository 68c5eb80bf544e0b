"""Days that belong to a country: "Ukraine's Independence Day", "the Polish constitution day".

The country stands before the expression and becomes part of it; without one, only an American article says which.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from stanceline import paths
from stanceline.temporal.timex import Candidate

TABLE: Final = "rules/national_days.tsv"
_BEFORE = re.compile(r"((?:[A-Z][\w.-]{1,20} ){0,2}[A-Z][\w.-]{1,20})(?:['’]s?)? $")
_WINDOW: Final = 64
_KINDS: Final = {"independence day": "independence", "republic day": "republic", "victory day": "victory"}
"""Feasts of the general table that a country may call its own."""


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], str]:
    """The day (`MM-DD`) of each country or adjective and kind of day."""
    found: dict[tuple[str, str], str] = {}
    for line in paths.resource(TABLE).read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            country, adjective, kind, day = line.split("\t")
            for name in (country, adjective):
                found[name, kind] = day
                found.setdefault((name, "national"), day)
    return found


def find_countries(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The same expressions, national days with their country and its date; those without a known one are left out."""
    kept = []
    for candidate in found:
        args = dict(candidate.args)
        kind = args.get("kind") if args["family"] == "nationalday" else _KINDS.get(args.get("key", ""))
        placed = _placed(text, candidate, kind) if kind is not None else None
        if placed is not None or args["family"] != "nationalday":
            kept.append(placed or candidate)
    return kept


def _placed(text: str, candidate: Candidate, kind: str) -> Candidate | None:
    args = dict(candidate.args)
    match = _BEFORE.search(text, max(0, candidate.start - _WINDOW), candidate.start)
    words = match[1].split(" ") if match is not None else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[-count:])
        day = _table().get((name.lower(), kind))
        if day is not None and match is not None:
            start = match.end(1) - len(name)
            args |= {"m": day[:2], "d": day[3:], "family": "date"}
            return replace(candidate, start=start, text=text[start : candidate.end], args=tuple(sorted(args.items())))
    return None
