"""`stanceline export`: figures and data from a project or from articles, without a display."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stanceline import StancelineError
from stanceline.cli.options import common_options, corpus_options
from stanceline.cli.output import DONE, NOTHING_DONE, WITH_PROBLEMS, Console, write_whole
from stanceline.temporal.timex import DAY_S, days_from_civil, parse_day

if TYPE_CHECKING:
    from stanceline.records import Analysis

_EXAMPLE = """examples:
  stanceline export case.stanceline --what both --format pdf --preset report-a4 -o case.pdf
  stanceline export articles/ --what timeline --range 2023-01/2023-07 --width 1920 --height 1080 -o timeline.png
  stanceline export case.stanceline --what statements --format csv -o statements.csv
"""
_PICTURES = ("timeline", "matrix", "both")
_TABLES = ("events", "statements")
_PICTURE_FORMATS = ("png", "svg", "pdf", "jpeg", "webp", "tiff")
_TABLE_FORMATS = ("csv", "json")


class ExportUsageError(StancelineError):
    """Options of `stanceline export` that do not go together."""


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "export",
        help="write figures and data",
        description="Draws the timeline and the stance matrix, or writes events or statements with their stances as a "
        "table. In CSV a text that a spreadsheet would run as a formula gets an apostrophe in front.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options(), corpus_options()],
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a .stanceline project, or article files and folders")
    parser.add_argument("--what", choices=(*_PICTURES, *_TABLES), default="both", help="what to write (default: both)")
    parser.add_argument(
        "--format",
        choices=(*_PICTURE_FORMATS, *_TABLE_FORMATS),
        help="file format (default: by the ending of OUT)",
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="the file to write")
    parser.add_argument("--preset", metavar="NAME", help="size by name: slide, slide-4k, report-a4, report-a3, ...")
    parser.add_argument(
        "--range", metavar="FROM/TO", help="period shown, both ends included: 2023, 2023-05 or 2023-05-03; may be open"
    )
    parser.add_argument("--width", type=int, metavar="PX", help="width in pixels (default: 1920)")
    parser.add_argument("--height", type=int, metavar="PX", help="height in pixels (default: what the rows need)")
    parser.add_argument("--dpi", type=float, metavar="N", help="pixels per inch (default: 144)")
    parser.add_argument("--theme", choices=("light", "dark", "print"), default="print", help="colors (default: print)")
    parser.add_argument(
        "--title", metavar="TEXT", help="title above the figure (default: the proposals; an empty text leaves it out)"
    )
    parser.add_argument("--no-legend", action="store_true", help="leave the legend out")
    parser.add_argument("--no-sources", action="store_true", help="leave the numbered sources out")
    parser.add_argument("--transparent", action="store_true", help="no background")
    parser.set_defaults(run=run)


def parse_range(text: str | None) -> tuple[float | None, float | None]:
    """Seconds of FROM/TO, both included, None where open. Raises `ExportUsageError`."""
    if text is None:
        return None, None
    first, slash, last = text.partition("/")
    if not slash:
        last = first
    begin = _bound(first, text, behind=False) if first else None
    end = _bound(last, text, behind=True) if last else None
    if begin is not None and end is not None and end <= begin:
        raise ExportUsageError(f"--range {text}: the range ends before it begins. Write FROM/TO.")
    return begin, end


def _bound(text: str, whole: str, *, behind: bool) -> float:
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    parts = digits.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        raise ExportUsageError(f"--range {whole}: {text!r} is no date. Write 2023, 2023-05 or 2023-05-03.")
    year, month = sign * int(parts[0]), int(parts[1]) if len(parts) > 1 else 1
    if not 1 <= month <= 12:
        raise ExportUsageError(f"--range {whole}: {text!r} has no such month.")
    if len(parts) == 3:
        day = parse_day(text)
        if day is None:
            raise ExportUsageError(f"--range {whole}: {text!r} is no day of the calendar.")
        return float((day + behind) * DAY_S)
    if behind and len(parts) == 1:
        year += 1
    elif behind:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return float(days_from_civil(year, month, 1) * DAY_S)


def _format(arguments: argparse.Namespace) -> str:
    ending = Path(arguments.output).suffix.lstrip(".").lower()
    name: str = arguments.format or {"jpg": "jpeg", "tif": "tiff"}.get(ending, ending)
    fitting = _PICTURE_FORMATS if arguments.what in _PICTURES else _TABLE_FORMATS
    if name not in fitting:
        raise ExportUsageError(
            f"--what {arguments.what} cannot be written as {name or 'a file without an ending'}. "
            f"Choose --format {', '.join(fitting)}."
        )
    return name


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, 1 where something could not be read, 2 where nothing could."""
    from stanceline.cli.corpus import derive_corpus, read_inputs, tell_problems

    format_name = _format(arguments)
    begin, end = parse_range(arguments.range)
    console = Console(quiet=arguments.quiet, verbose=arguments.verbose)
    corpus, missing = read_inputs(arguments, console)
    if not corpus.extractions:
        return NOTHING_DONE
    analysis, _ = derive_corpus(corpus, arguments, console)
    if arguments.what in _TABLES:
        from stanceline.model.tables import Tables
        from stanceline.model.tables_out import Wanted, table_bytes

        content = table_bytes(Tables(analysis), arguments.what, format_name, Wanted(begin, end))
    else:
        content = _picture(analysis, arguments, format_name, begin, end, console)
    write_whole(Path(arguments.output), content)
    problems = [*missing, *analysis.problems]
    tell_problems(problems, arguments, console)
    return WITH_PROBLEMS if problems else DONE


def _picture(
    analysis: "Analysis",
    arguments: argparse.Namespace,
    format_name: str,
    begin: float | None,
    end: float | None,
    console: Console,
) -> bytes:
    from dataclasses import replace

    from stanceline.model.corpus import build_corpus
    from stanceline.model.titles import figure_title
    from stanceline.render.export import ensure_application, render
    from stanceline.render.figure import FigureSettings, compose

    view = build_corpus(analysis)
    title = figure_title(view) if arguments.title is None else arguments.title
    settings = FigureSettings(
        what=arguments.what, theme=arguments.theme, title=title, begin_s=begin, end_s=end,
        legend=not arguments.no_legend, sources=not arguments.no_sources, transparent=arguments.transparent,
    )  # fmt: skip
    if arguments.preset:
        settings = settings.sized(arguments.preset)
    if arguments.width:
        settings = replace(settings, width_px=arguments.width, height_px=None)
    if arguments.height:
        settings = replace(settings, height_px=arguments.height)
    if arguments.dpi:
        settings = replace(settings, dpi=arguments.dpi)
    application = ensure_application()
    figure = compose(view, settings)
    content = render(figure, format_name)
    for warning in figure.warnings:
        console.detail(f"Note: {warning}.")
    width, height = figure.pixels
    console.detail(f"{width} x {height} px at {settings.dpi:g} dpi")
    del application
    return content
