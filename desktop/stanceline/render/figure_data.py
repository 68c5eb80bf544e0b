"""What a figure shows as data: CSV, JSON, calendar, TimelineJS, and the page of HTML; window and command share it.

Every file accounts for the marks that it leaves out. Only the page of HTML, which is drawn, needs Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from stanceline import StancelineError
from stanceline.model.dates_text import date_text
from stanceline.render.figure_rows import with_rows
from stanceline.temporal.timex import DAY_S

if TYPE_CHECKING:
    from stanceline.model.index import MarkIndex
    from stanceline.model.marks import Corpus
    from stanceline.model.marks_out import Account, MarkRows
    from stanceline.model.tables import Tables
    from stanceline.render.figure_settings import FigureSettings

FORMATS = ("csv", "json", "ics", "timelinejs")
_OUTSIDE = "Dates outside the years 1 to 9999 have no place in a calendar"


class FigureDataError(StancelineError):
    """Data that a format has no place for."""


def data_content(
    corpus: Corpus, settings: FigureSettings, format_name: str, tables: Tables, *, most: int | None = None
) -> bytes:
    """Marks and cells in a format of `FORMATS`; with `most` only the first marks. Raises `FigureDataError`."""
    from stanceline.model.marks_out import cells_csv, data_json, marks_csv, plain_rows

    has_marks = settings.what != "matrix"
    if not has_marks and format_name in ("ics", "timelinejs"):
        raise FigureDataError("The matrix has no place in a calendar or a timeline file. Choose the timeline, or CSV.")
    keys = wanted_keys(corpus, settings) if has_marks else None
    rows = None if keys is None else _rows(tables, keys if most is None else keys[:most])
    account = account_for(corpus, settings, keys)
    if format_name == "json":
        return data_json(rows, corpus, account, cells=settings.what != "timeline")
    if format_name == "csv":
        return marks_csv(rows, account) if rows is not None else cells_csv(corpus, account)
    title = settings.title or "Stanceline"
    listed = plain_rows(rows) if rows is not None else []
    if format_name == "ics":
        from stanceline.model.calendar_out import calendar_of

        made = calendar_of(listed, title, account)
        if made.left_out > account.undated:
            made = calendar_of(listed, title, replace(account, limits=_OUTSIDE))
        return made.content
    from stanceline.model.timeline_out import timeline_of

    return timeline_of(listed, title, account).content


def html_content(corpus: Corpus, settings: FigureSettings, tables: Tables, index: MarkIndex | None = None) -> bytes:
    """The figure as a page of HTML with its marks, cells and sources. Raises `StancelineError`."""
    from stanceline.model.marks_out import plain_rows
    from stanceline.render.figure_pages import plan_pages
    from stanceline.render.html_page import Page, html_page

    # The page lists the sources itself, with links; what surrounds the picture is text of the page, too.
    bare = replace(settings, title="", sources=False, filters=False, caption=False, transparent=True)
    pictures = [plan_pages(corpus, replace(bare, theme=theme), index).pages() for theme in ("light", "dark")]
    keys = wanted_keys(corpus, settings)
    page = Page(
        title=settings.title or "Stanceline",
        account=account_for(corpus, settings, keys).sentence(),
        note=settings.note if settings.filters else "",
        light=pictures[0],
        dark=pictures[1],
        rows=plain_rows(_rows(tables, keys)),
        corpus=corpus,
        has_cells=settings.what != "timeline" and bool(corpus.columns),
        origin=settings.origin,
    )
    return html_page(page)


def wanted_keys(corpus: Corpus, settings: FigureSettings) -> list[str]:
    """Marks of the rows and the time that were chosen, with those of the rows that have no date."""
    drawn, (first_row, end_row) = with_rows(corpus, settings)
    chosen = {row.key for row in drawn.rows[first_row:end_row]}
    kept = [row.key in chosen for row in corpus.rows]
    begin, end, marks = settings.begin_s, settings.end_s, corpus.marks
    # What is drawn pale is not known yet, or filtered away: it is left out, as the window counts it.
    pale = [False] * len(marks) if corpus.pale is None else corpus.pale.tolist()
    found = [
        key
        for key, row, first, last, is_pale in zip(
            marks.keys, marks.row.tolist(), marks.begin.tolist(), marks.end.tolist(), pale, strict=True
        )
        if kept[row] and not is_pale and (end is None or first < end) and (begin is None or last > begin)
    ]
    return found + [one.key for one in corpus.undated if one.row < 0 or kept[one.row]]


def account_for(corpus: Corpus, settings: FigureSettings, keys: Sequence[str] | None) -> Account:
    """What a file with the marks of these keys leaves out; with all that are shown where `keys` is None."""
    from stanceline.model.marks_out import Account

    filters = settings.note if settings.filters else ""
    without_date = {one.key for one in corpus.undated}
    if keys is None:
        return Account(len(corpus.marks), len(without_date), corpus.hidden, corpus.total, filters)
    period = ""
    if settings.begin_s is not None and settings.end_s is not None:
        first, end = int(settings.begin_s // DAY_S), int(-(-settings.end_s // DAY_S))
        period = date_text(first * DAY_S, end * DAY_S, "day")
    undated = sum(key in without_date for key in keys)
    return Account(len(keys) - undated, undated, corpus.total - len(keys), corpus.total, filters, period)


def _rows(tables: Tables, keys: Sequence[str]) -> MarkRows:
    from stanceline.model.marks_out import marks_out
    from stanceline.model.tables_out import Wanted

    return marks_out(tables, Wanted(keys=frozenset(keys)))
