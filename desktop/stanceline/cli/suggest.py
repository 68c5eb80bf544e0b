"""`stanceline suggest`: what articles offer to add to a proposal, for a person to approve."""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stanceline.cli.options import common_options, corpus_options
from stanceline.cli.output import DONE, NOTHING_DONE, WITH_PROBLEMS, Console, OutputError, write_whole

if TYPE_CHECKING:
    from stanceline.records import Analysis, Proposal, Suggestion

_EXAMPLE = """example:
  stanceline suggest articles/ --proposal tunnel.toml

tunnel.toml needs no more than an id, a title and a name or two. Copy what fits into its lists aliases, carriers,
arguments_for and arguments_against, and run the command again: new names bring further ones.
"""
_HEADINGS = {
    "alias": "aliases",
    "carrier": "carriers",
    "argument_for": "arguments_for",
    "argument_against": "arguments_against",
}


def add_parser(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "suggest",
        help="suggest names and arguments for a proposal",
        description="Reads articles and lists what they offer to add to a proposal: further names, nouns that stand "
        "for it, arguments for and against with who uses them. Each with its number of places and a sentence.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options(), corpus_options()],
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="article files, folders, JSON Lines, or a project")
    parser.add_argument("-o", "--output", metavar="OUT.json", help="write JSON there instead of printing a list")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0, 1 where something could not be read, 2 where nothing could."""
    from stanceline.cli.corpus import derive_corpus, read_inputs, tell_problems
    from stanceline.discourse.stances.suggestions import suggest
    from stanceline.own_proposals import dismissed

    output = None if arguments.output is None else Path(arguments.output)
    if output is not None and output.suffix != ".json":
        raise OutputError(f"{output}: end the name in .json.")
    console = Console(quiet=arguments.quiet, verbose=arguments.verbose)
    corpus, missing = read_inputs(arguments, console)
    if not corpus.extractions:
        return NOTHING_DONE
    analysis, corpus = derive_corpus(corpus, arguments, console)
    found = {
        p.id: suggest(
            corpus.extractions, p, analysis.stances, analysis.proposals, dismissed(p.id, corpus.decisions)
        )
        for p in analysis.proposals
    }  # fmt: skip
    if output is None:
        print("\n".join(_lines(analysis, found)))
    else:
        rows = [_row(analysis, proposal, one) for proposal in analysis.proposals for one in found[proposal.id]]
        write_whole(output, (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
    problems = [*missing, *analysis.problems]
    tell_problems(problems, arguments, console)
    return WITH_PROBLEMS if problems else DONE


def _lines(analysis: "Analysis", found: "Mapping[str, Sequence[Suggestion]]") -> list[str]:
    """For people: by proposal and kind, each suggestion with its figures and its sentence below."""
    lines = []
    for proposal in analysis.proposals:
        lines.append(f"{proposal.title} ({proposal.id})")
        for kind, heading in _HEADINGS.items():
            ones = [one for one in found[proposal.id] if one.kind == kind]
            lines.extend([f"  {heading}"] if ones else [])
            for one in ones:
                row = _row(analysis, proposal, one)
                who = "; ".join(f"{actor['name']} ({actor['count']})" for actor in row["actors"][:4])
                lines.append(f"    {one.text}  [{one.count} in {one.articles}]{' ' + who if who else ''}")
                lines.append(f"      {one.example[0]}: {row['example']['text']}")
        if not found[proposal.id]:
            lines.append("  nothing to suggest: no article names it, or the articles offer no more")
    return lines


def _row(analysis: "Analysis", proposal: "Proposal", one: "Suggestion") -> dict[str, Any]:
    names = {actor.id: actor.name for actor in analysis.actors}
    text = next(row.text for row in analysis.articles if row.id == one.example[0])
    start, end = one.example[1]
    return {
        "proposal": proposal.id,
        "kind": one.kind,
        "text": one.text,
        "count": one.count,
        "articles": one.articles,
        "rules": list(one.rules),
        "actors": [{"id": key, "name": names.get(key, key), "count": count} for key, count in one.actors],
        "example": {"article": one.example[0], "start": start, "end": end, "text": " ".join(text[start:end].split())},
    }
