"""Elections of the tables that "the general election this Thursday" can mean in an article that names no country by it.

The country is the one of which the article has most signs: its name and adjective, and those who hold its offices.
The years that the article tells of, and the terms of the office holders whom it names, leave few of its elections.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from stanceline import paths
from stanceline.temporal.references.events import ReferenceEvent, ReferenceIndex, plain_words
from stanceline.temporal.timex import civil_from_days, days_from_civil, parse_day

LEAST_SIGNS: Final = 2
TERM_DAYS: Final = 120
"""How long before a term the one who will hold the office is news, and how long after it."""
_LAST: Final = days_from_civil(2100, 1, 1)
_PERSON: Final = 2
"""How many words for a country a holder of one of its offices counts for."""
_RUNOFF: Final = ("runoff", "second round")
_KINDS: Final = ("presidential", "parliamentary", "general")
_MEANT: Final = {"legislative": "parliamentary"}
_BEFORE: Final = frozenset([*_KINDS, "legislative", "national"])
_PUBLIC: Final = frozenset(["voters", "people", "electorate", "country", "nation"])
_OTHERS: Final = frozenset(
    ["local", "council", "councils", "municipal", "european", "eu", "regional", "state", "provincial", "mayoral",
     "primary", "primaries", "assembly", "by", "byelection", "members", "union", "leadership", "referendum", "senate",
     "lawmakers", "mps", "committee"]
)  # fmt: skip
"""Words of votes that are not those of a whole country for its parliament or president."""


def votes_of_country(
    text: str, index: ReferenceIndex, years: tuple[int | None, int | None]
) -> tuple[ReferenceEvent, ...]:
    """The elections of the article's country that fit the office holders named and the years told, in table order.

    `years` are the latest year told as past and the first one told as still to come.
    """
    words = plain_words(text).split()
    signs, terms = Counter[str](), dict[str, list[tuple[int, int]]]()
    for country in _named(words):
        signs[country] += 1
    for country, begin, end in set(_held(words)):
        signs[country] += _PERSON
        terms.setdefault(country, []).append((begin, end))
    best = signs.most_common(2)
    if not best or best[0][1] < LEAST_SIGNS or (len(best) > 1 and best[1][1] * 2 > best[0][1]):
        return ()
    country = best[0][0]
    return tuple(
        event
        for event in index.of_series(f"Election: {country}")
        if event.took_place() and _fits(event, terms.get(country, ()), years)
    )


def of_kind(events: Sequence[ReferenceEvent], words: frozenset[str]) -> tuple[ReferenceEvent, ...]:
    """Those of the kind and the round that the words of a sentence name."""
    meant = {_MEANT.get(word, word) for word in words} & set(_KINDS)
    is_runoff = bool(words & {"runoff", "off"}) or {"second", "round"} <= words
    found = tuple(event for event in events if not meant or any(kind in plain_words(event.name) for kind in meant))
    return tuple(e for e in found if any(told in plain_words(e.name) for told in _RUNOFF) or not is_runoff)


def is_word_for_election(plain: Sequence[str], first: int, token: int, last: int) -> bool:
    """Whether a word of the sentence `plain[first:last]` is one for a country's own election, of no other kind."""
    if _OTHERS & frozenset(plain[first:last]):
        return False
    word, before = plain[token], plain[token - 1] if token > first else ""
    if word in ("election", "elections"):
        return before in _BEFORE
    if word == "polls":
        return bool(_PUBLIC & frozenset(plain[first:token]))
    if word in ("votes", "day"):
        return before in (("country", "nation") if word == "votes" else ("polling", "election"))
    return (word, before) == ("round", "second") or word == "runoff" or (word == "off" and "run" in plain[first:token])


def _fits(event: ReferenceEvent, terms: Sequence[tuple[int, int]], years: tuple[int | None, int | None]) -> bool:
    year, (past, coming) = civil_from_days(event.start)[0], years
    if (past is not None and year < past) or (coming is not None and year > coming):
        return False
    return all(begin - TERM_DAYS <= event.start <= end + TERM_DAYS for begin, end in terms)


def _named(words: Sequence[str]) -> Iterator[str]:
    names = _names()
    for place, word in enumerate(words):
        pair = f"{word} {words[place + 1]}" if place + 1 < len(words) else ""
        if (found := names.get(pair) or names.get(word)) is not None:
            yield found


def _held(words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    holders = _holders()
    for pair in pairwise(words):
        yield from holders.get(pair, ())


@cache
def _names() -> dict[str, str]:
    """The country by each of its names and adjectives, in normal form; one that two share names none."""
    found: dict[str, set[str]] = {}
    with paths.resource("actors/countries.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            for key in ("name", "aliases", "adjectives", "nouns"):
                for name in filter(None, row[key].split("|")):
                    if len(plain_words(name)) > 2:
                        found.setdefault(plain_words(name), set()).add(row["name"])
    return {name: next(iter(countries)) for name, countries in found.items() if len(countries) == 1}


@cache
def _holders() -> dict[tuple[str, str], tuple[tuple[str, int, int], ...]]:
    """(country, first and last day in its offices) by the two words of a holder's name."""
    spans: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    with paths.resource("actors/offices.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            begin = parse_day((row["begin"] + "-01-01")[:10] if len(row["begin"]) == 4 else row["begin"])
            end = parse_day((row["end"] + "-12-31")[:10] if len(row["end"]) == 4 else row["end"])
            if begin is None:
                continue
            for name in (row["person"], *filter(None, row["variants"].split("|"))):
                words = plain_words(name).split()
                if len(words) == 2:
                    of = spans.setdefault((words[0], words[1]), {})
                    known = of.get(row["of"], (begin, begin))
                    last = end if end is not None else _LAST
                    of[row["of"]] = (min(known[0], begin), max(known[1], last))
    return {name: tuple((of, *span) for of, span in sorted(found.items())) for name, found in spans.items()}
