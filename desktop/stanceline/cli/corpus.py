"""Reads articles and derives their analysis for the commands, from paths or from a project file."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stanceline import StancelineError
from stanceline.cli.output import Console
from stanceline.discourse.proposals import load_proposals
from stanceline.pipeline import derive
from stanceline.reading.article import Problem
from stanceline.records import Analysis, Decision, Extraction
from stanceline.temporal.references import load_references
from stanceline.temporal.timex import parse_day
from stanceline.workers import read_all


class UsageError(StancelineError):
    """An option's value cannot be used."""


@dataclass(frozen=True, slots=True)
class ReadCorpus:
    """What the paths yielded: extractions, decisions where a project was opened, and problems."""

    extractions: tuple[Extraction, ...]
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]


def existing_paths(names: Sequence[str]) -> tuple[list[Path], list[Problem]]:
    """The paths that exist, and a problem for each that does not."""
    found, problems = [], []
    for name in names:
        path = Path(name)
        if path.exists():
            found.append(path)
        else:
            says = f"{name}: there is no such file or folder. Check the spelling and the folder you are in."
            problems.append(Problem("not_found", says, name))
    return found, problems


def read_corpus(paths: Sequence[Path], workers: int, console: Console) -> ReadCorpus:
    """Read article files and folders in worker processes; the order of `paths` does not matter."""
    try:
        extractions, problems = read_all(paths, workers=workers, on_progress=console.progress)
    finally:
        console.end_progress()
    return ReadCorpus(tuple(extractions), (), tuple(problems))


def derive_corpus(corpus: ReadCorpus, arguments: argparse.Namespace, console: Console) -> Analysis:
    """The analysis with the proposals, reference events and dates that the options name."""
    proposals = load_proposals(arguments.proposal)
    references = load_references([Path(name) for name in arguments.references])
    decisions = [*corpus.decisions, *_published(arguments.published, corpus)]
    analysis = derive(
        corpus.extractions,
        proposals=proposals,
        references=references,
        decisions=decisions,
        mentioned_only=not arguments.proposal,
        problems=corpus.problems,
    )
    if not arguments.proposal:
        used = ", ".join(proposal.id for proposal in analysis.proposals)
        console.say(f"Proposals that the articles mention: {used or 'none of the shipped ones (see --proposal)'}")
    return analysis


def _published(day: str | None, corpus: ReadCorpus) -> list[Decision]:
    if day is None:
        return []
    if parse_day(day) is None:
        raise UsageError(f"--published {day}: this is no date. Write it as YYYY-MM-DD, for example 2023-07-12.")
    decided = {decision.key for decision in corpus.decisions if decision.kind == "article_date"}
    return [
        Decision("article_date", extraction.article.id, day)
        for extraction in corpus.extractions
        if extraction.article.id not in decided
    ]


def progress_to_terminal() -> bool:
    """Whether progress lines would reach a person."""
    return sys.stderr.isatty()
