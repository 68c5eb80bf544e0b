"""Reads articles and derives their analysis for the commands, from paths or from a project file."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stanceline import StancelineError
from stanceline.cli.output import Console, write_problems
from stanceline.discourse.stances.proposals import load_proposals
from stanceline.paths import kind_of
from stanceline.pipeline import derive
from stanceline.reading.article import Problem
from stanceline.records import Analysis, Decision, Extraction, Proposal
from stanceline.temporal.references.events import ReferenceEvent, load_references
from stanceline.temporal.references.tables import encode_event, read_tables
from stanceline.temporal.timex import parse_day
from stanceline.workers import read_all


class UsageError(StancelineError):
    """An option's value, or a mixture of inputs, that cannot be used."""


@dataclass(frozen=True, slots=True)
class ReadCorpus:
    """What the paths yielded. A project brings decisions, proposals and reference events of its own.

    Events of `--references` are decisions like those that are typed into the window: they are saved with a project.
    """

    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...]
    decisions: tuple[Decision, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    references: tuple[ReferenceEvent, ...] | None = None


def existing_paths(names: Sequence[str]) -> tuple[list[Path], list[Problem]]:
    """The paths that exist, and a problem for each that does not."""
    found, problems = [], []
    for name in names:
        path = Path(name)
        if kind_of(name) is not None:
            found.append(path)
        else:
            says = f"{name}: there is no such file or folder. Check the spelling and the folder you are in."
            problems.append(Problem("not_found", says, name))
    return found, problems


def read_corpus(paths: Sequence[Path], workers: int, console: Console) -> ReadCorpus:
    """Read one project, or article files and folders in worker processes; the order of `paths` does not matter."""
    from stanceline.cli.project import SUFFIX, is_project, open_project

    broken = next((path for path in paths if path.suffix == SUFFIX and path.is_file() and not is_project(path)), None)
    if broken is not None:
        raise UsageError(f"{broken}: this is no Stanceline project, or it is damaged. Restore it from a backup.")
    projects = [path for path in paths if is_project(path)]
    if projects and len(paths) > 1:
        raise UsageError(f"{projects[0]} is a project; it cannot be mixed with other inputs. Give it alone.")
    if projects:
        extractions, decisions, proposals, references, found = open_project(projects[0])
        return ReadCorpus(tuple(extractions), tuple(found), tuple(decisions), tuple(proposals), references)
    try:
        read, problems = read_all(paths, workers=max(1, workers), on_progress=console.progress)
    finally:
        console.end_progress()
    return ReadCorpus(tuple(read), tuple(problems))


def read_inputs(arguments: argparse.Namespace, console: Console) -> tuple[ReadCorpus, list[Problem]]:
    """What a command's paths hold, with the events of `--references`, and a problem for each path that does not exist.

    Where nothing could be read, the reasons are told here and the corpus is empty.
    """
    added = read_tables([Path(name) for name in arguments.references])
    paths, missing = existing_paths(arguments.paths)
    corpus = read_corpus(paths, arguments.workers, console)
    new = {event.id: Decision("reference", event.id, encode_event(event)) for event in added}
    kept = (old for old in corpus.decisions if old.kind != "reference" or old.key not in new)
    corpus = replace(corpus, decisions=(*kept, *new.values()))
    if not corpus.extractions:
        tell_problems([*missing, *corpus.problems], arguments, console)
        console.say("Nothing could be read.")
    return corpus, missing


def tell_problems(problems: Sequence[Problem], arguments: argparse.Namespace, console: Console) -> None:
    """Say every problem, and write them all where `--problems` asks for it."""
    console.problems(problems)
    write_problems(arguments.problems, problems)


def derive_corpus(corpus: ReadCorpus, arguments: argparse.Namespace, console: Console) -> tuple[Analysis, ReadCorpus]:
    """The analysis with what the options name, and the corpus with the decisions that `--published` adds."""
    corpus = replace(corpus, decisions=(*corpus.decisions, *_published(arguments.published, corpus)))
    is_free = not arguments.proposal and not corpus.proposals
    analysis = derive(
        corpus.extractions,
        proposals=corpus.proposals
        if corpus.proposals and not arguments.proposal
        else load_proposals(arguments.proposal),
        references=load_references() if corpus.references is None else corpus.references,
        decisions=corpus.decisions,
        mentioned_only=is_free,
        problems=corpus.problems,
    )
    if is_free:
        used = ", ".join(proposal.id for proposal in analysis.proposals)
        console.say(f"Proposals that the articles mention: {used or 'none of the shipped ones (see --proposal)'}")
    return analysis, corpus


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
