"""The reference events that a project works with, whose each is, and which of its articles lean on it."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from stanceline import StancelineError
from stanceline.model.project import Project
from stanceline.paths import config_folder
from stanceline.records import Analysis, Decision
from stanceline.temporal.references.events import ReferenceEvent, load_references
from stanceline.temporal.references.tables import decode_event, encode_event, read_table, with_own, write_table
from stanceline.temporal.timex import DAY_S

Origin = Literal["own", "personal", "file", "shipped"]
"""Typed or imported into this project; kept for all projects but not in this one; from a project's file; shipped."""


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """One row of the list. `is_kept` where the personal table has it, `replaces` where a shipped row stands back."""

    event: ReferenceEvent
    origin: Origin
    is_kept: bool = False
    replaces: bool = False
    articles: tuple[str, ...] = ()
    """Ids of the articles that lean on it, in order."""


def own_events(project: Project) -> dict[str, ReferenceEvent]:
    """The events that the user added to the project, by id."""
    rows = (decision for decision in project.decisions if decision.kind == "reference")
    read = ((row.key, decode_event(row.value)) for row in rows)
    return {ident: event for ident, event in read if event is not None}


def file_events(files: Mapping[str, bytes]) -> dict[str, ReferenceEvent]:
    """The events of the tables that older projects hold as files; a table that cannot be read has none."""
    found: dict[str, ReferenceEvent] = {}
    with tempfile.TemporaryDirectory(prefix="stanceline-") as folder:
        for name, content in sorted(files.items()):
            path = Path(folder) / Path(name).name
            path.write_bytes(content)
            try:
                found.update((event.id, event) for event in read_table(path))
            except StancelineError:
                # The analysis tells of it; the list of events is still of use.
                continue
    return found


@cache
def _shipped() -> tuple[ReferenceEvent, ...]:
    """The shipped table as one object: what is built for it is then built once."""
    return load_references()


def table_of(project: Project) -> Sequence[ReferenceEvent]:
    """All events that the project's articles are dated by: shipped, of its files, its own."""
    own = {row.key: row.value for row in project.decisions if row.kind == "reference"}
    files = {ident: encode_event(event) for ident, event in file_events(project.references()).items()}
    return with_own(_shipped(), {**files, **own})


def listed(project: Project | None, personal: Sequence[ReferenceEvent] = ()) -> tuple[ListedEvent, ...]:
    """Every event, each id once: the project's own first, then those kept for all projects, of files, shipped."""
    shipped = {event.id: event for event in load_references()}
    files = {} if project is None else file_events(project.references())
    own = {} if project is None else own_events(project)
    kept = {event.id: event for event in personal}
    rows: list[tuple[ReferenceEvent, Origin]] = []
    taken: set[str] = set()
    sources: tuple[tuple[Origin, Mapping[str, ReferenceEvent]], ...] = (
        ("own", own), ("personal", kept), ("file", files), ("shipped", shipped),
    )  # fmt: skip
    for origin, events in sources:
        rows += [(event, origin) for ident, event in events.items() if ident not in taken]
        taken.update(events)
    used = {} if project is None else leaning(project.analysis, [event for event, _ in rows])
    return tuple(
        ListedEvent(
            event, origin, event.id in kept, origin != "shipped" and event.id in shipped, used.get(event.id, ())
        )
        for event, origin in rows
    )


def leaning(analysis: Analysis, events: Sequence[ReferenceEvent]) -> dict[str, tuple[str, ...]]:
    """Event id to the articles that lean on it: for their own day, or for the days of a happening they tell of."""
    by_day: dict[int, list[ReferenceEvent]] = {}
    for event in events:
        by_day.setdefault(event.start, []).append(event)
    found: dict[str, set[str]] = {}
    for article in analysis.articles:
        for reason in article.published_reasons:
            for ident in () if reason.dropped else reason.events:
                found.setdefault(ident, set()).add(article.id)
    for row in analysis.events:
        if row.reference is not None and row.begin is not None:
            for event in by_day.get(row.begin // DAY_S, ()):
                if event.name == row.reference:
                    found.setdefault(event.id, set()).update(mention.article for mention in row.mentions)
    return {ident: tuple(sorted(articles)) for ident, articles in found.items()}


# ---- kept for all projects -----------------------------------------------------------------------------


def personal_path() -> Path:
    """The user's table of events for all projects; an ordinary TSV file that `--references` takes, too."""
    return config_folder() / "reference_events.tsv"


def read_personal() -> tuple[ReferenceEvent, ...]:
    """The events kept for all projects; raises `ReferenceFileError` where the file cannot be read."""
    path = personal_path()
    return read_table(path) if path.exists() else ()


def write_personal(events: Sequence[ReferenceEvent]) -> None:
    """Replace the events kept for all projects, whole or not at all; raises `OSError`."""
    path = personal_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    new.write_text(write_table(events), encoding="utf-8")
    new.replace(path)


def keep(event: ReferenceEvent, *, is_kept: bool) -> None:
    """Put one event into the user's table, or take it out; raises `ReferenceFileError` or `OSError`."""
    before = {old.id: old for old in read_personal()}
    after = {**before, event.id: event} if is_kept else {key: old for key, old in before.items() if key != event.id}
    if after != before:
        write_personal(tuple(after.values()))


def begin_with(project: Project, events: Sequence[ReferenceEvent]) -> None:
    """Give a new project the events kept for all projects; no edit of its own, so there is nothing to undo."""
    project.seed(tuple(Decision("reference", event.id, encode_event(event)) for event in events))
