"""All marks as one table: stances, statements and events joined with their actors and articles.

One row a mark, in the order of `Prepared`, which stays the home of what is drawn: the row that an event stands in,
the label, the visible classes. Everything else comes from the tables.
"""

from collections.abc import Generator, Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stanceline.model.marks import TRAIT_WORDS
from stanceline.model.prepared import NOBODY, Prepared
from stanceline.model.schema import Column, Table, checking
from stanceline.records import Mode
from stanceline.temporal.timex import GRANULARITIES

KINDS = ("stance", "statement", "event")
"""The tables that marks come from, in the order of `Prepared`; also the values of the column `kind`."""
MODES: tuple[Mode, ...] = ("first_hand", "observed", "second_hand", "attributed_guess")

MARKS = Table(
    "marks",
    None,
    (
        Column("key", "text"),
        Column("kind", "choice", False, KINDS),
        Column("label", "text"),
        Column("actor", "repeated"),
        Column("actor_name", "repeated"),
        Column("begin", "time", True),
        Column("end_exclusive", "time", True),
        Column("granularity", "choice", True, GRANULARITIES),
        Column("stance", "integer", True),
        Column("proposal", "repeated", True),
        Column("mode", "choice", True, MODES),
        Column("confidence", "number", True),
        Column("traits", "integer"),
        Column("qualifiers", "repeated"),
        Column("article", "repeated", True),
        Column("title", "repeated", True),
        Column("source", "repeated", True),
        Column("rule", "repeated"),
        Column("undated", "text", True),
    ),
    ("key",),
)
"""The joined table. `actor` is the row that the mark stands in ("" where nobody is named), `traits` adds up
`marks.Trait`, `qualifiers` are the same in words; `undated` says why there is no date."""

_OF_STANCES = ("stance", "proposal", "mode", "confidence")


def qualifier_words(traits: int) -> str:
    """The visible classes of a mark in words, in a fixed order: `second-hand, inferred date`."""
    return ", ".join(word for trait, word in TRAIT_WORDS if traits & trait)


def making_marks(tables: Mapping[str, pd.DataFrame], prepared: Prepared) -> Generator[None, None, pd.DataFrame]:
    """The joined table in steps, checked; raises `schema.SchemaError`."""
    parts = [tables["stances"], tables["statements"], tables["events"]]
    sizes = [len(part) for part in parts]
    own: dict[str, Any] = {
        "key": _stacked(part["id"] for part in parts),
        "kind": pd.Categorical.from_codes(np.repeat([0, 1, 2], sizes), pd.Index(KINDS, dtype="str")),
        "label": pd.Series(prepared.labels.tolist(), dtype="str"),
    }
    yield
    actor = pd.Series(_numbered(prepared.actor, [actor.key for actor in prepared.actors]))
    names = tables["actors"].set_index("id")["name"]
    own["actor"], own["actor_name"] = actor, joined(actor, names).fillna(NOBODY).astype("category")
    yield
    for name in ("begin", "end_exclusive", "granularity"):
        own[name] = pd.concat([part[name] for part in parts], ignore_index=True)
        yield
    # Stances come first, so what only they have is missing behind them.
    only = parts[0][list(_OF_STANCES)].astype({"stance": "Int64"}).reindex(range(sum(sizes)))
    own.update((name, only[name]) for name in _OF_STANCES)
    yield
    traits = prepared.traits.astype(np.int64)
    kinds, of_mark = np.unique(traits, return_inverse=True)
    own["traits"] = traits
    own["qualifiers"] = _numbered(of_mark, [qualifier_words(kind) for kind in kinds.tolist()])
    yield
    firsts = [mentions[0].article if mentions else None for mentions in parts[2]["mentions"]]
    article = _stacked([parts[0]["article"], parts[1]["article"], pd.Series(firsts, dtype="str")]).astype("category")
    yield
    articles = tables["articles"].set_index("id")
    own["article"] = article
    own["title"] = joined(article, articles["title"].fillna(articles.index.to_series())).astype("category")
    own["source"] = joined(article, articles["source"]).astype("category")
    yield
    own["rule"] = _stacked(part["rule"] for part in parts).astype("category")
    reasons = pd.Series(prepared.reasons, dtype="str").replace("", None)
    own["undated"] = reasons.reindex(prepared.reason).reset_index(drop=True)
    yield
    made = pd.DataFrame(own, columns=list(MARKS.column_names), copy=False)
    yield
    yield from checking(MARKS, made)
    return made


def _stacked(parts: Iterable[pd.Series]) -> pd.Series:
    return pd.concat([part.astype("str") for part in parts], ignore_index=True)


def joined(keys: pd.Series, values: pd.Series) -> pd.Series:
    """For each key its string among `values`, which are indexed by key; missing where there is none."""
    # Not `map`, whose result has another type where nothing is found.
    return values.astype("str").reindex(keys.astype("str")).set_axis(keys.index)


def _numbered(codes: NDArray[Any], names: list[str]) -> pd.Categorical:
    """Names by their number. Equal names become one: not every visible class has a word of its own."""
    places = {name: place for place, name in enumerate(dict.fromkeys(names))}
    place_of = np.array([places[name] for name in names], np.int64)
    return pd.Categorical.from_codes(place_of[codes] if len(names) else codes, pd.Index(list(places), dtype="str"))
