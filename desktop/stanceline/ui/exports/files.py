"""Makes the files of an export and writes them in one step; says in words what went wrong."""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stanceline import StancelineError
from stanceline.render.export import page_paths, render_pages
from stanceline.render.figure import frame_of
from stanceline.render.figure_pages import plan_pages
from stanceline.ui.exports.source import ExportChoice, ExportSource, chosen_corpus, figure_choice
from stanceline.ui.words import days_text, say
from stanceline.ui.written import write_all_aside

if TYPE_CHECKING:
    import pandas as pd

    from stanceline.model.index import MarkIndex
    from stanceline.model.marks import Corpus
    from stanceline.model.marks_out import Account
    from stanceline.render.figure_settings import FigureSettings

DAY_S = 86_400
_PREVIEWED = 40
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 80


class ExportFilesError(StancelineError):
    """An export for which there is nothing to write."""


def file_name(title: str, ending: str) -> str:
    """What a file is called unless the user says otherwise: the title without what file systems refuse."""
    stem = " ".join(_FORBIDDEN.sub("-", title).split())[:_LONGEST_NAME].strip(" .-")
    return f"{stem or 'stanceline'}.{ending}"


def files_of(source: ExportSource, choice: ExportChoice, path: Path) -> list[tuple[Path, bytes]]:
    """The files of an export with their contents. Raises `StancelineError`."""
    if choice.is_picture and choice.format != "html":
        plan = plan_pages(*chosen_figure(source, choice))
        contents = render_pages(plan.pages(), page_names(plan.names, len(plan)), choice.format)
        return list(zip(page_paths(path, len(contents)), contents, strict=True))
    content = _html(source, choice) if choice.format == "html" else data_content(source, choice)
    return [(path, content)]


def page_names(names: Sequence[str], count: int) -> list[str]:
    """What pages are called; those behind the named ones hold sources."""
    return [*names, *[say("Sources")] * (count - len(names))]


def chosen_figure(source: ExportSource, choice: ExportChoice) -> tuple[Corpus, FigureSettings, MarkIndex | None]:
    """Corpus, settings and index to plan pages from."""
    corpus, index = chosen_corpus(source, choice)
    return corpus, figure_choice(choice), index


# ---- data


def data_content(source: ExportSource, choice: ExportChoice, *, is_preview: bool = False) -> bytes:
    """The export as CSV, JSON, ICS or TimelineJS; a preview has the first rows only. Raises `StancelineError`."""
    from stanceline.model.marks_out import cells_csv, data_json, marks_csv, plain_rows

    corpus, _ = chosen_corpus(source, choice)
    has_marks = choice.what != "matrix"
    if not has_marks and choice.format in ("ics", "timelinejs"):
        raise ExportFilesError(say("The matrix has no place in a calendar or timeline file. Choose Timeline, or CSV."))
    keys = wanted_keys(choice, corpus)
    rows = _rows(source, keys[:_PREVIEWED] if is_preview else keys) if has_marks else None
    account = _account(choice, corpus, keys if has_marks else None)
    title = choice.settings.title or "Stanceline"
    if choice.format == "json":
        return data_json(rows, corpus, account, cells=choice.what in ("both", "matrix"))
    if choice.format == "csv":
        return marks_csv(rows, account) if rows is not None else cells_csv(corpus, account)
    listed = plain_rows(rows) if rows is not None else []
    if choice.format == "ics":
        from stanceline.model.calendar_out import calendar_of

        made = calendar_of(listed, title, account)
        return (
            made.content if made.left_out <= account.undated else calendar_of(listed, title, _limited(account)).content
        )
    from stanceline.model.timeline_out import timeline_of

    return timeline_of(listed, title, account).content


def _limited(account: Account) -> Account:
    return replace(account, limits=say("Dates outside the years 1 to 9999 have no place in a calendar"))


def _rows(source: ExportSource, keys: Sequence[str]) -> pd.DataFrame:
    from stanceline.model.marks_out import marks_out
    from stanceline.model.tables_out import Wanted

    tables = source.tables()
    if tables is None:
        raise ExportFilesError(say("The tables are still being made. Try again in a moment."))
    return marks_out(tables, Wanted(keys=frozenset(keys)))


def wanted_keys(choice: ExportChoice, corpus: Corpus) -> list[str]:
    """Marks of the rows and the time that were chosen, with those of the rows that have no date."""
    settings = choice.settings
    begin, end = settings.begin_s, settings.end_s
    rows = set(_row_keys(choice, corpus))
    marks = corpus.marks
    kept = [row.key in rows for row in corpus.rows]
    found = []
    for number, (row, first, last) in enumerate(
        zip(marks.row.tolist(), marks.begin.tolist(), marks.end.tolist(), strict=True)
    ):
        if kept[row] and (end is None or first < end) and (begin is None or last > begin):
            found.append(marks.keys[number])
    return found + [one.key for one in corpus.undated if one.row < 0 or kept[one.row]]


def _row_keys(choice: ExportChoice, corpus: Corpus) -> list[str]:
    if choice.settings.rows == "all" or not corpus.rows:
        return [row.key for row in corpus.rows]
    frame = frame_of(corpus, replace(choice.settings, what="timeline", begin_s=0.0, end_s=1.0))
    return [row.key for row in frame.corpus.rows[frame.rows[0] : frame.rows[1]]]


def _account(choice: ExportChoice, corpus: Corpus, keys: Sequence[str] | None) -> Account:
    """What the file leaves out of the marks; of the cells where `keys` is None."""
    from stanceline.model.marks_out import Account

    settings = choice.settings
    period = ""
    if settings.begin_s is not None and settings.end_s is not None:
        period = days_text(int(settings.begin_s // DAY_S), int((settings.end_s - 1) // DAY_S))
    filters = settings.note if settings.filters else ""
    without_date = {one.key for one in corpus.undated}
    if keys is None:
        return Account(len(corpus.marks), len(without_date), corpus.hidden, corpus.total, filters)
    undated = sum(key in without_date for key in keys)
    return Account(len(keys) - undated, undated, corpus.total - len(keys), corpus.total, filters, period)


def _html(source: ExportSource, choice: ExportChoice) -> bytes:
    from stanceline.model.marks_out import plain_rows
    from stanceline.render.html_page import Page, html_page

    corpus, settings, index = chosen_figure(source, choice)
    # The page lists the sources itself, with links; what surrounds the picture is text of the page, too.
    settings = replace(settings, title="", sources=False, filters=False, caption=False, transparent=True)
    pictures = [plan_pages(corpus, replace(settings, theme=theme), index).pages() for theme in ("light", "dark")]
    keys = wanted_keys(choice, corpus)
    rows = _rows(source, keys)
    account = _account(choice, corpus, keys)
    page = Page(
        title=choice.settings.title or "Stanceline",
        account=account.sentence(),
        note=choice.settings.note if choice.settings.filters else "",
        light=pictures[0],
        dark=pictures[1],
        rows=plain_rows(rows),
        corpus=corpus,
        has_cells=choice.what in ("both", "matrix") and bool(corpus.columns),
        origin=choice.settings.origin,
    )
    return html_page(page)


# ---- writing


def write_files(files: list[tuple[Path, bytes]]) -> None:
    """Write all files or none. Raises `OSError`."""
    write_all_aside(files)


def failure_text(error: Exception, path: Path) -> str:
    """What went wrong, where, and what to do."""
    if not isinstance(error, OSError):
        return str(error)
    number = error.errno
    if number == errno.ENOSPC:
        says = say("%1 cannot be written: the disk is full. Free some space, or choose another folder.")
    elif number in (errno.EACCES, errno.EPERM, errno.EROFS):
        says = say("%1 cannot be written: the folder is protected. Choose another folder.")
    elif number in (errno.ENOENT, errno.ENOTDIR):
        says = say("%1 cannot be written: there is no such folder. Choose another folder.")
    elif number == errno.ENAMETOOLONG:
        says = say("%1 cannot be written: the name is too long. Choose a shorter one.")
    else:
        says = say("%1 cannot be written: %2. Choose another folder.").replace("%2", error.strerror or str(error))
    return says.replace("%1", str(path))


def text_preview(content: bytes) -> str:
    """The beginning of a data file as text."""
    return content[:60_000].decode("utf-8-sig", "replace")
