"""`stanceline export`: figures and data from a project or from articles, without a display."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stanceline import StancelineError
from stanceline.cli.export_charts import chart_content, refuse_unfit
from stanceline.cli.export_options import (
    CHARTS,
    DATA_FORMATS,
    PICTURE_FORMATS,
    PICTURES,
    TABLES,
    ExportUsageError,
    add_look_options,
    figure_settings,
    format_of,
    parse_range,
)
from stanceline.cli.options import common_options, corpus_options
from stanceline.cli.output import DONE, NOTHING_DONE, WITH_PROBLEMS, Console, write_whole

if TYPE_CHECKING:
    from stanceline.cli.corpus import ReadCorpus
    from stanceline.model.marks import Corpus
    from stanceline.records import Analysis
    from stanceline.render.figure_settings import FigureSettings

_EXAMPLE = """examples:
  stanceline export case.stanceline --what both --format pdf --preset report-a4 -o case.pdf
  stanceline export case.stanceline --what both --pages quarter --preset report-a4 -o case.pdf
  stanceline export articles/ --what timeline --range 2023-01/2023-07 --size 1920x1080 -o timeline.png
  stanceline export case.stanceline --what both --settings house.json --rows stance -o stances.svg
  stanceline export case.stanceline --what both -o case.html
  stanceline export case.stanceline --what chart-sides -o sides.svg
  stanceline export case.stanceline --what statements --format csv -o statements.csv

Pages of a PDF stand in one file with bookmarks; other pictures are numbered: case-1.png, case-2.png ...
"""


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "export",
        help="write figures and data",
        description="Draws the timeline and the stance matrix as a picture or a page of HTML, or writes them as data: "
        "a row for each mark as CSV or JSON, a calendar (ICS), or JSON for TimelineJS. With --what chart-stances, "
        "chart-sides or chart-sources it draws where actors stand over time, sides by period or articles by source "
        "(CSV: their numbers), of the proposal with most stances. With --what events or "
        "statements it writes these as tables. Every file says what it leaves out. In CSV a text that a spreadsheet "
        "would run as a formula gets an apostrophe in front.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options(), corpus_options()],
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a .stanceline project, or article files and folders")
    parser.add_argument(
        "--what", choices=(*PICTURES, *TABLES, *CHARTS), default="both", help="what to write (default: both)"
    )
    parser.add_argument(
        "--format", choices=(*PICTURE_FORMATS, *DATA_FORMATS), help="file format (default: by the ending of OUT)"
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file to write")
    parser.add_argument(
        "--range", metavar="FROM/TO", help="period shown, both ends included: 2023, 2023-05 or 2023-05-03; may be open"
    )
    add_look_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, 1 where something could not be read, 2 where nothing could."""
    from stanceline.cli.corpus import derive_corpus, read_inputs, tell_problems

    format_name = format_of(arguments)
    refuse_unfit(arguments)
    begin, end = parse_range(arguments.range)
    is_table = arguments.what in TABLES
    # Wrong options are told before anything is read.
    settings = None if is_table else figure_settings(arguments)
    console = Console(quiet=arguments.quiet, verbose=arguments.verbose)
    corpus, missing = read_inputs(arguments, console)
    if not corpus.extractions:
        return NOTHING_DONE
    analysis, corpus = derive_corpus(corpus, arguments, console)
    if settings is None:
        from stanceline.model.tables import Tables
        from stanceline.model.tables_out import Wanted, table_bytes

        files = [table_bytes(Tables(analysis), arguments.what, format_name, Wanted(begin, end))]
    elif arguments.what in CHARTS:
        files = [chart_content(analysis, corpus.decisions, settings, arguments.what, format_name)]
    else:
        if not arguments.no_metadata:
            settings = replace(settings, origin=_origin(arguments, corpus))
        files = _figure_files(analysis, settings, arguments, format_name, console)
    for path, content in zip(_paths(Path(arguments.output), len(files)), files, strict=True):
        write_whole(path, content)
    problems = [*missing, *analysis.problems]
    tell_problems(problems, arguments, console)
    return WITH_PROBLEMS if problems else DONE


def _paths(path: Path, count: int) -> list[Path]:
    if count == 1:
        return [path]
    from stanceline.render.export import page_paths

    return page_paths(path, count)


def _figure_files(
    analysis: "Analysis",
    settings: "FigureSettings",
    arguments: argparse.Namespace,
    format_name: str,
    console: Console,
) -> list[bytes]:
    """The contents of the files: one for each page where the format has none."""
    from stanceline.model.corpus import build_corpus
    from stanceline.model.tables import Tables
    from stanceline.model.titles import figure_title
    from stanceline.render.figure_data import FORMATS, data_content, html_content

    view = build_corpus(analysis)
    title = figure_title(view) if arguments.title is None and not settings.title else settings.title
    settings = replace(settings, title=title, data_date=_newest(analysis))
    if format_name in FORMATS:
        return [data_content(view, settings, format_name, Tables(analysis))]
    from stanceline.render.export import ensure_application, render_pages
    from stanceline.render.figure_pages import plan_pages

    application = ensure_application()
    settings = replace(settings, origin=_with_view(settings, view))
    if format_name == "html":
        return [html_content(view, settings, Tables(analysis))]
    pages = plan_pages(view, settings).pages()
    files = render_pages(pages, [page.page_name for page in pages], format_name)
    for page in pages:
        for warning in page.warnings:
            console.detail(f"Note: {f'{page.parts.page}: ' if page.parts.page else ''}{warning}.")
    width, height = pages[0].pixels
    console.detail(f"{width} x {height} px at {settings.dpi:g} dpi, {len(pages)} page{'s' if len(pages) > 1 else ''}")
    del application
    return files


def _newest(analysis: "Analysis") -> str:
    """The day of the newest article in words, empty where no day is known."""
    from stanceline.model.dates_text import day_text

    known = [(row.published, row.published_basis) for row in analysis.articles if row.published is not None]
    if not known:
        return ""
    day, basis = max(known)
    return f"c. {day_text(day)}" if basis == "inferred" else day_text(day)


def _origin(arguments: argparse.Namespace, corpus: "ReadCorpus") -> str:
    """What the picture says of its project, so that a window with the same one can tell."""
    from stanceline.model.origin import Origin, state_digest

    digest = state_digest(((one.article.id, one.article.sha256) for one in corpus.extractions), corpus.decisions)
    return Origin(Path(arguments.paths[0]).stem, digest).to_json()


def _with_view(settings: "FigureSettings", view: "Corpus") -> str:
    """The origin with the range that the figure will show."""
    from stanceline.model.origin import Origin
    from stanceline.model.view_state import ViewState
    from stanceline.render.figure import frame_of

    if not settings.origin:
        return ""
    frame = frame_of(view, settings)
    state = ViewState(frame.begin_s, frame.end_s)
    return replace(Origin.from_json(settings.origin), view=state.to_json()).to_json()


__all__ = ["ExportUsageError", "StancelineError", "add_parser", "parse_range", "run"]
