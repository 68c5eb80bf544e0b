"""Events and statements as tables for other programs: CSV and JSON, one row each, with quote and source."""

import csv
import io
import json

from stanceline.model.dates_text import date_text
from stanceline.records import Analysis, ArticleRow, EventRow, Pair, StanceRow, StatementRow
from stanceline.temporal.timex import Granularity, Interval, format_day

Cell = str | int | float | bool | None
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_bytes(analysis: Analysis, what: str, format_name: str, begin: float | None, end: float | None) -> bytes:
    """Events or statements that meet the range (seconds; None is open) as CSV or JSON; undated ones are kept."""
    rows = _events(analysis, begin, end) if what == "events" else _statements(analysis, begin, end)
    if format_name == "json":
        return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()
    text = io.StringIO()
    names = _EVENT_COLUMNS if what == "events" else _STATEMENT_COLUMNS
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _plain(value) for name, value in row.items()})
    # A mark for spreadsheets that would otherwise guess the encoding.
    return b"\xef\xbb\xbf" + text.getvalue().encode()


_WHEN_COLUMNS = ("when", "begin", "end_exclusive", "granularity", "inferred_date", "undated")
_EVENT_COLUMNS = (
    "id", "label", *_WHEN_COLUMNS, "edtf", "status", "actors", "place", "quote", "article", "source", "published",
    "mentions", "rule", "decided_by",
)  # fmt: skip
_STATEMENT_COLUMNS = (
    "id", "actor", *_WHEN_COLUMNS, "quote", "cue", "form", "proposal", "stance", "mode", "explicit", "confidence",
    "article", "source", "published", "rule", "decided_by",
)  # fmt: skip


def _plain(value: Cell) -> Cell:
    """A text that a spreadsheet would run as a formula is marked as text."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _meets(row_begin: int | None, row_end: int | None, begin: float | None, end: float | None) -> bool:
    if row_begin is None or row_end is None:
        return True
    return (end is None or row_begin < end) and (begin is None or row_end > begin)


def _when(
    begin: int | None, end: int | None, granularity: Granularity | None, undated: str | None, *, inferred: bool
) -> dict[str, Cell]:
    if begin is None or end is None:
        return dict.fromkeys(_WHEN_COLUMNS) | {"inferred_date": inferred, "undated": undated}
    first, last = Interval(begin, end).written()
    return {
        "when": date_text(begin, end, granularity or "day"),
        "begin": first,
        "end_exclusive": last,
        "granularity": granularity,
        "inferred_date": inferred,
        "undated": None,
    }


def _article(article: ArticleRow | None) -> dict[str, Cell]:
    if article is None:
        return {"article": None, "source": None, "published": None}
    published = None if article.published is None else format_day(article.published)
    return {"article": article.id, "source": article.source or article.title, "published": published}


def _quote(article: ArticleRow | None, span: Pair | None) -> str | None:
    if article is None or span is None:
        return None
    return " ".join(article.text[span[0] : span[1]].split())


def _events(analysis: Analysis, begin: float | None, end: float | None) -> list[dict[str, Cell]]:
    articles = {article.id: article for article in analysis.articles}
    names = {actor.id: actor.name for actor in analysis.actors}
    return [
        _event(event, articles, names)
        for event in analysis.events
        if _meets(event.begin, event.end_exclusive, begin, end)
    ]


def _event(event: EventRow, articles: dict[str, ArticleRow], names: dict[str, str]) -> dict[str, Cell]:
    mention = event.mentions[0] if event.mentions else None
    article = articles.get(mention.article) if mention is not None else None
    span = (mention.start, mention.end) if mention is not None else None
    return {
        "id": event.id,
        "label": event.label,
        **_when(event.begin, event.end_exclusive, event.granularity, event.undated, inferred=event.inferred_date),
        "edtf": event.edtf,
        "status": event.status,
        "actors": "; ".join(names.get(actor, actor) for actor in event.actors),
        "place": event.place,
        "quote": _quote(article, span),
        **_article(article),
        "mentions": len(event.mentions),
        "rule": event.rule,
        "decided_by": event.decided_by,
    }


def _statements(analysis: Analysis, begin: float | None, end: float | None) -> list[dict[str, Cell]]:
    articles = {article.id: article for article in analysis.articles}
    names = {actor.id: actor.name for actor in analysis.actors}
    stances: dict[str, list[StanceRow]] = {}
    for stance in analysis.stances:
        if stance.statement is not None:
            stances.setdefault(stance.statement, []).append(stance)
    rows = []
    for statement in analysis.statements:
        if _meets(statement.begin, statement.end_exclusive, begin, end):
            article = articles.get(statement.article)
            # One line for each stance, and one for a statement without any.
            for stance_row in stances.get(statement.id, [None]):
                rows.append(_statement(statement, stance_row, article, names))
    return rows


def _statement(
    statement: StatementRow, stance: StanceRow | None, article: ArticleRow | None, names: dict[str, str]
) -> dict[str, Cell]:
    quotes = [_quote(article, span) or "" for span in statement.content_spans]
    return {
        "id": statement.id,
        "actor": names.get(statement.source, statement.source) if statement.source else None,
        **_when(
            statement.begin, statement.end_exclusive, statement.granularity, statement.undated,
            inferred=statement.inferred_date,
        ),
        "quote": " … ".join(quotes),
        "cue": _quote(article, statement.cue_span),
        "form": statement.form,
        "proposal": stance.proposal if stance else None,
        "stance": stance.stance if stance else None,
        "mode": stance.mode if stance else None,
        "explicit": stance.explicit if stance else None,
        "confidence": round(stance.confidence, 3) if stance else None,
        **_article(article),
        "rule": statement.rule,
        "decided_by": statement.decided_by,
    }  # fmt: skip
