"""Events and statements as tables for other programs: joined and cut with pandas, written as CSV and JSON.

Dates stand as the article wrote them (`written`), in words (`when`) and in ISO, each no finer than the source allows
(`date`); `earliest` and `latest` are the first and the last day, or minute, that this leaves open, both included and
empty where an interval is open. The same analysis gives the same bytes on every machine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from stanceline.model.bounds import bound_word
from stanceline.model.dates_text import Bound, date_text, day_text
from stanceline.model.marks import Trait
from stanceline.model.marks_table import joined, qualifier_words
from stanceline.model.prepared import quote
from stanceline.model.schema import Column, Table, check_table, seconds_of, series
from stanceline.model.tables import Tables
from stanceline.temporal.timex import DAY_S, GRANULARITIES, Granularity, format_day, format_instant

TableWanted = Literal["events", "statements"]
_FORMULA_STARTS = ("=", "+", "-", "@")
_APPROXIMATE = int(Trait.APPROXIMATE)
HEARING = {"first_hand": "first-hand", "observed": "first-hand"}

WHEN = (
    *(Column(name, "text", True) for name in ("written", "when", "date", "earliest", "latest")),
    Column("granularity", "choice", True, GRANULARITIES),
    Column("qualifiers", "text"),
    Column("undated", "text", True),
)
WHERE = tuple(Column(name, "text", True) for name in ("article", "title", "source", "published"))
_HOW = (Column("rule", "text"), Column("decided_by", "text"))
EVENTS = Table(
    "events",
    None,
    (
        Column("id", "text"),
        Column("label", "text"),
        *WHEN,
        Column("edtf", "text", True),
        Column("status", "text"),
        *(Column(name, "text", True) for name in ("actors", "place", "quote")),
        *WHERE,
        Column("mentions", "integer"),
        *_HOW,
    ),
    ("id",),
)
"""One row an event; `quote` and source are those of its first mention."""
STATEMENTS = Table(
    "statements",
    None,
    (
        Column("id", "text"),
        Column("actor", "text", True),
        *WHEN,
        *(Column(name, "text", True) for name in ("quote", "cue")),
        Column("form", "text"),
        *(Column(name, "text", True) for name in ("proposal", "holder")),
        Column("stance", "integer", True),
        Column("confidence", "number", True),
        *(Column(name, "text", True) for name in ("hearing", "mode", "reported_by", "stance_rule")),
        *WHERE,
        *_HOW,
    ),
    (),
)
"""One row for each stance of a statement, for each statement without one, and for each stance that no statement
carries (an act, an attitude), in the order of the articles and their texts. `actor` says it, `holder` is whose stance
it is, `hearing` is `first-hand` or `second-hand`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: those that meet a range in seconds (None is open; undated rows are kept) and, unless None, have one
    of these keys of marks."""

    begin: float | None = None
    end: float | None = None
    keys: frozenset[str] | None = None


ALL = Wanted()


def table_bytes(tables: Tables, what: TableWanted, format_name: str, wanted: Wanted = ALL) -> bytes:
    """Events or statements as `csv` or `json`."""
    made = events_out(tables, wanted) if what == "events" else statements_out(tables, wanted)
    return json_bytes(made) if format_name == "json" else csv_bytes(made)


def csv_bytes(table: pd.DataFrame) -> bytes:
    """UTF-8 with a mark for spreadsheets; a text that would run as a formula gets an apostrophe in front."""
    return b"\xef\xbb\xbf" + csv_text(table).encode("utf-8", "replace")


def csv_text(table: pd.DataFrame, separator: str = ",") -> str:
    """The same as text, for a clipboard with tabs between the cells."""
    safe = table.copy()
    for name in table.columns:
        if table[name].dtype in ("str", "category"):
            words = table[name].astype("str")
            is_formula = words.str.lstrip().str.startswith(_FORMULA_STARTS, na=False)
            # Whether a lone carriage return is quoted depends on the version of Python.
            words = words.str.replace("\r", "\n")
            safe[name] = words.mask(is_formula, "'" + words)
    return safe.to_csv(index=False, sep=separator, lineterminator="\n")


def json_bytes(table: pd.DataFrame) -> bytes:
    """A list of objects, one a row, with null for what is not known."""
    return (table.to_json(orient="records", force_ascii=False, indent=1) + "\n").encode()


def events_out(tables: Tables, wanted: Wanted = ALL) -> pd.DataFrame:
    """The table `EVENTS` of the events that are wanted."""
    rows = plain(tables["events"]).assign(traits=tables["events"]["id"].map(_traits(tables)))
    rows = rows[meets(rows, wanted) & is_named(wanted, rows["id"])].reset_index(drop=True)
    firsts = [mentions[0] if mentions else None for mentions in rows["mentions"]]
    rows["article"] = pd.Series([first.article if first else None for first in firsts], dtype="str")
    spans = [((first.start, first.end),) if first else () for first in firsts]
    names = names_of(tables)
    columns: dict[str, Iterable[Any]] = {
        **when_columns(tables, rows),
        "actors": ["; ".join(named(names, actors)) or None for actors in rows["actors"]],
        "quote": quotes(tables, rows["article"], spans),
        **where_columns(tables, rows["article"]),
        "mentions": rows["mentions"].map(len),
    }
    return declared(EVENTS, rows, columns)


def statements_out(tables: Tables, wanted: Wanted = ALL) -> pd.DataFrame:
    """The table `STATEMENTS` of the statements and stances that are wanted; either's key is enough."""
    rows = _statement_rows(tables)
    is_chosen = is_named(wanted, rows["id"]) | is_named(wanted, rows["of_id"])
    rows = rows[meets(rows, wanted) & is_chosen].reset_index(drop=True)
    names = names_of(tables)
    hearing = rows["of_mode"].map(lambda mode: HEARING.get(mode, "second-hand"), na_action="ignore")
    is_corrected = (rows["decided_by"] == "user") | (rows["of_decided_by"] == "user")
    columns: dict[str, Iterable[Any]] = {
        "actor": joined(rows["source"], names).fillna(rows["source"]),
        **when_columns(tables, rows),
        "quote": quotes(tables, rows["article"], rows["content_spans"]),
        "cue": quotes(tables, rows["article"], [(span,) if span else () for span in listed(rows["cue_span"])]),
        "proposal": rows["of_proposal"],
        "holder": joined(rows["of_holder"], names).fillna(rows["of_holder"]),
        "stance": rows["of_stance"],
        "confidence": rows["of_confidence"].round(3),
        "hearing": hearing,
        "mode": rows["of_mode"],
        "reported_by": ["; ".join(named(names, by or ())) or None for by in listed(rows["of_reported_by"])],
        "stance_rule": rows["of_rule"],
        **where_columns(tables, rows["article"]),
        "decided_by": is_corrected.map({True: "user", False: "machine"}),
    }
    return declared(STATEMENTS, rows, columns)


def meets(rows: pd.DataFrame, wanted: Wanted) -> pd.Series:
    """Which rows meet the range; what has no date on a side is open there."""
    kept = pd.Series(True, index=rows.index)
    if wanted.end is not None:
        kept &= rows["begin"].isna() | (seconds_of(rows["begin"]) < wanted.end)
    if wanted.begin is not None:
        kept &= rows["end_exclusive"].isna() | (seconds_of(rows["end_exclusive"]) > wanted.begin)
    return kept


def is_named(wanted: Wanted, keys: "pd.Series[Any]") -> "pd.Series[bool]":
    return keys.isin(sorted(wanted.keys)) if wanted.keys is not None else pd.Series(True, index=keys.index)


def _statement_rows(tables: Tables) -> pd.DataFrame:
    """Statements with their stances beside them (`of_...`), stances without a statement among them, in text order."""
    traits = _traits(tables)
    statements = plain(tables["statements"])
    stances = plain(tables["stances"]).astype({"stance": "Int64"}).add_prefix("of_")
    is_carried = stances["of_statement"].isin(statements["id"])
    carried = statements.merge(stances[is_carried], how="left", left_on="id", right_on="of_statement")
    alone = stances[~is_carried]
    shared = [name for name in statements.columns if f"of_{name}" in stances.columns]
    alone = alone.assign(
        **{name: alone[f"of_{name}"] for name in shared},
        source=alone["of_holder"],
        content_spans=pd.Series([(span,) for span in alone["of_evidence"]], index=alone.index, dtype=object),
    )
    rows = pd.concat([carried, alone], ignore_index=True) if len(alone) else carried
    own, of_stance = rows["id"].map(traits).astype("int64"), rows["of_id"].map(traits).fillna(0).astype("int64")
    place = pd.Series(range(len(tables["articles"])), index=tables["articles"]["id"], dtype="int64")
    order = pd.DataFrame(
        {
            "article": rows["article"].map(place),
            "at": pd.Series([spans[0][0] if spans else 0 for spans in rows["content_spans"]], dtype="int64"),
        }
    ).sort_values(["article", "at"], kind="stable")
    return rows.assign(traits=own | of_stance).loc[order.index]


def _traits(tables: Tables) -> pd.Series:
    return tables.marks.set_index("key")["traits"]


def names_of(tables: Tables) -> pd.Series:
    return tables["actors"].set_index("id")["name"]


def named(names: "pd.Series[Any]", actors: Iterable[str]) -> list[str]:
    return [str(names.get(actor, actor)) for actor in actors]


def plain(table: pd.DataFrame) -> pd.DataFrame:
    """Strings instead of categories, which differ from table to table."""
    return table.astype({name: "str" for name in table.columns if table[name].dtype == "category"})


def listed(values: "pd.Series[Any]") -> list[Any]:
    """Values as a list with None for what is missing."""
    return values.astype(object).where(values.notna(), None).tolist()


def quotes(tables: Tables, articles: "pd.Series[Any]", spans: Iterable[Any]) -> list[str | None]:
    texts = joined(articles, tables["articles"].set_index("id")["text"])
    return [quote(text, of_one) if of_one and text else None for text, of_one in zip(listed(texts), spans, strict=True)]


def where_columns(tables: Tables, articles: "pd.Series[Any]") -> Mapping[str, Iterable[Any]]:
    known = tables["articles"].set_index("id")
    days = pd.Series(
        [None if day is None else format_day(day // DAY_S) for day in _seconds(known["published"])],
        index=known.index,
        dtype="str",
    )
    title, source = joined(articles, known["title"]), joined(articles, known["source"])
    return {"article": articles, "title": title, "source": source.fillna(title), "published": joined(articles, days)}


def when_columns(tables: Tables, rows: pd.DataFrame) -> Mapping[str, Iterable[Any]]:
    timexes = plain(tables["timexes"])[["article", "start", "end", "text", "edtf"]]
    spans = [span or (-1, -1) for span in listed(rows["timex"])]
    wanted = pd.DataFrame(spans, columns=["start", "end"], dtype="int64").assign(article=rows["article"])
    found = wanted.merge(timexes, how="left", on=["article", "start", "end"])
    edtf = found["edtf"].fillna(rows["edtf"]) if "edtf" in rows else found["edtf"]
    dates = [
        _dates(*times)
        for times in zip(
            _seconds(rows["begin"]), _seconds(rows["end_exclusive"]), listed(rows["granularity"]), listed(edtf),
            rows["traits"].tolist(), strict=True,
        )
    ]  # fmt: skip
    when, iso, earliest, latest = zip(*dates, strict=True) if dates else ((), (), (), ())
    return {
        "written": [None if text is None else " ".join(text.split()) for text in listed(found["text"])],
        "when": when,
        "date": iso,
        "earliest": earliest,
        "latest": latest,
        "qualifiers": rows["traits"].map(qualifier_words),
    }


def _seconds(times: "pd.Series[Any]") -> list[int | None]:
    return [None if missing else second for missing, second in zip(times.isna(), seconds_of(times), strict=True)]


def _limits(bound: Bound, begin: int, end: int, iso: str) -> tuple[str, str | None, str | None]:
    """The ISO date with its open end, and the first and last day that it allows."""
    first, last = format_day(begin // DAY_S), format_day((end - 1) // DAY_S)
    match bound:
        case "since":
            return f"{iso}/..", first, None
        case "until" | "by":
            return f"../{iso}", None, last
        case "before":
            return f"before {iso}", None, format_day(begin // DAY_S - 1)
        case "after":
            return f"after {iso}", format_day((end - 1) // DAY_S + 1), None


def _dates(
    begin: int | None, end: int | None, granularity: Granularity | None, edtf: str | None, traits: int
) -> tuple[str | None, str | None, str | None, str | None]:
    """The date in words, in ISO, and its first and last day or minute."""
    if begin is None and end is None:
        return None, None, None, None
    if begin is None or end is None:
        day = (end // DAY_S - 1) if end is not None else (begin or 0) // DAY_S
        if begin is None:
            return f"until {day_text(day)}", f"../{format_day(day)}", None, format_day(day)
        return f"since {day_text(day)}", f"{format_day(day)}/..", format_day(day), None
    is_rough, fineness = bool(traits & _APPROXIMATE), granularity or "day"
    bound = bound_word(traits)
    when = date_text(begin, end, fineness, approximate=is_rough, edtf=edtf, bound=bound)
    has_clock = bool(begin % DAY_S or end % DAY_S)
    earliest = format_instant(begin, clock=has_clock)
    latest = format_instant(end - 60, clock=True) if has_clock else format_day(end // DAY_S - 1)
    if bound is not None:
        return when, *_limits(bound, begin, end, date_text(begin, end, fineness, approximate=is_rough, style="iso"))
    if edtf is not None and edtf.startswith("../"):
        return when, edtf, None, latest
    if edtf is not None and edtf.endswith("/.."):
        return when, edtf, earliest, None
    return when, date_text(begin, end, fineness, approximate=is_rough, style="iso"), earliest, latest


def declared(table: Table, rows: pd.DataFrame, columns: Mapping[str, Iterable[Any]]) -> pd.DataFrame:
    """The declared columns from `columns`, else from the rows as they are, checked."""
    values = {
        column.name: listed(pd.Series(list(columns[column.name]), dtype=object))
        if column.name in columns
        else listed(rows[column.name])
        for column in table.columns
    }
    made = pd.DataFrame({column.name: series(column, values[column.name]) for column in table.columns})
    check_table(table, made)
    return made
