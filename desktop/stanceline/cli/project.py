"""Project files for the commands: written whole from an analysis, opened for export."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from stanceline.cli.output import OutputError
from stanceline.codec import CodecError, decode_extraction
from stanceline.model.project import Project
from stanceline.model.store import SUFFIX, Store, is_project
from stanceline.own_proposals import with_own
from stanceline.reading.article import Problem
from stanceline.records import Decision, Extraction, Proposal
from stanceline.temporal.references.events import ReferenceEvent, load_references

__all__ = ["SUFFIX", "is_project", "open_project", "save_project"]


def save_project(
    path: Path,
    extractions: Sequence[Extraction],
    decisions: Sequence[Decision],
    proposals: Sequence[Proposal],
) -> None:
    """Write a project beside the target and rename it; raises `OutputError` or `StoreError`."""
    try:
        folder = tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise OutputError(
            f"Cannot write {path}: {error.strerror}. Choose a folder that exists and is writable."
        ) from error
    with folder as name:
        made = Path(name) / path.name
        project = Project(Store.create(made))
        try:
            project.add_extractions(extractions)
            project.set_proposals(proposals)
            project.store.put_decisions(decisions)
        finally:
            project.close()
        made.replace(path)


def open_project(
    path: Path,
) -> tuple[list[Extraction], list[Decision], list[Proposal], tuple[ReferenceEvent, ...], list[Problem]]:
    """What a project holds: extractions, decisions, proposals, all reference events, and what cannot be read.

    Raises `StoreError`. The file may be open in a window at the same time.
    """
    store = Store.open(path, read_only=True)
    try:
        extractions, problems = [], []
        for article in store.articles():
            try:
                extractions.append(decode_extraction(store.content(article.id)))
            except CodecError as error:
                problems.append(Problem("outdated", f"{path}: {article.id}: {error}", str(path), article.id))
        decisions = [Decision(kind, key, value) for (kind, key), value in sorted(store.decisions().items())]
        references = _references(store.references())
        return extractions, decisions, list(with_own(store.proposals(), decisions)), references, problems
    finally:
        store.close()


def _references(files: dict[str, bytes]) -> tuple[ReferenceEvent, ...]:
    with tempfile.TemporaryDirectory(prefix="stanceline-") as folder:
        paths = []
        for name, content in sorted(files.items()):
            paths.append(Path(folder) / Path(name).name)
            paths[-1].write_bytes(content)
        return load_references(paths)
