"""What the files of an export are called and hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stanceline import StancelineError
from stanceline.render.export import page_paths, render_pages
from stanceline.render.figure_data import data_content, html_content
from stanceline.render.figure_pages import plan_pages
from stanceline.ui.exports.source import ExportChoice, ExportSource, chosen_corpus, figure_choice
from stanceline.ui.words import say

if TYPE_CHECKING:
    from stanceline.model.index import MarkIndex
    from stanceline.model.marks import Corpus
    from stanceline.model.tables import Tables
    from stanceline.render.figure_settings import FigureSettings

_PREVIEWED = 40
_MOST_PREVIEWED = 60_000
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
    if choice.format == "html":
        corpus, settings, index = chosen_figure(source, choice)
        return [(path, html_content(corpus, settings, _tables(source), index))]
    return [(path, _data(source, choice))]


def page_names(names: Sequence[str], count: int) -> list[str]:
    """What pages are called; those behind the named ones hold sources."""
    return [*names, *[say("Sources")] * (count - len(names))]


def chosen_figure(source: ExportSource, choice: ExportChoice) -> tuple[Corpus, FigureSettings, MarkIndex | None]:
    """Corpus, settings and index to plan pages from."""
    corpus, index = chosen_corpus(source, choice)
    return corpus, figure_choice(choice), index


def data_preview(source: ExportSource, choice: ExportChoice) -> str:
    """The beginning of the data file that a choice makes. Raises `StancelineError`."""
    return _data(source, choice, _PREVIEWED).decode("utf-8-sig", "replace")[:_MOST_PREVIEWED]


def data_text(source: ExportSource, choice: ExportChoice) -> str:
    """The whole data file that a choice makes. Raises `StancelineError`."""
    return _data(source, choice).decode("utf-8-sig")


def _data(source: ExportSource, choice: ExportChoice, most: int | None = None) -> bytes:
    corpus, settings, _ = chosen_figure(source, choice)
    return data_content(corpus, settings, choice.format, _tables(source), most=most)


def _tables(source: ExportSource) -> Tables:
    tables = source.tables()
    if tables is None:
        raise ExportFilesError(say("The tables are still being made. Try again in a moment."))
    return tables
