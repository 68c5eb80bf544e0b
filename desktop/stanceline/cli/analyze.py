"""`stanceline analyze`: reads, dates, extracts and assesses articles, and writes the analysis."""

import argparse
from pathlib import Path
from typing import Any

from stanceline.cli.options import common_options, corpus_options
from stanceline.cli.output import DONE, NOTHING_DONE, WITH_PROBLEMS, Console, OutputError, write_whole

_EXAMPLE = """example:
  stanceline analyze articles/ --proposal nato-tokyo-office -o analysis.json
"""


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "analyze",
        help="read, date and assess articles",
        description="Reads articles, works out when everything happened and who takes which side, writes the analysis.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options(), corpus_options()],
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="article files, folders, or JSON Lines")
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="OUT.json for one JSON document, OUT.stanceline for a project that the window opens",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, 1 where something could not be read, 2 where nothing could."""
    from stanceline.cli.corpus import derive_corpus, read_inputs, tell_problems

    output = Path(arguments.output)
    if output.suffix not in (".json", ".stanceline"):
        raise OutputError(f"{output}: end the name in .json for a JSON document or in .stanceline for a project.")
    console = Console(quiet=arguments.quiet, verbose=arguments.verbose)
    corpus, missing = read_inputs(arguments, console)
    if not corpus.extractions:
        return NOTHING_DONE
    analysis, corpus = derive_corpus(corpus, arguments, console)
    if output.suffix == ".json":
        from stanceline.analysis import to_json

        write_whole(output, to_json(analysis))
    else:
        from stanceline.cli.project import save_project

        save_project(output, corpus.extractions, corpus.decisions, analysis.proposals)
    problems = [*missing, *analysis.problems]
    tell_problems(problems, arguments, console)
    console.detail(f"{len(analysis.articles)} articles, {len(analysis.stances)} stances, {len(analysis.events)} events")
    return WITH_PROBLEMS if problems else DONE
