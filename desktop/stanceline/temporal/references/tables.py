"""Tables of reference events as files and as rows of a project: read, written, laid over one another.

A project keeps each event that its user added as one text: a JSON object with the keys of the table's columns. The
same texts make a file again, and the same file makes the same texts.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from stanceline.temporal.references.events import ReferenceEvent, ReferenceFileError, load_references, plain_words
from stanceline.temporal.timex import format_day, parse_day

COLUMNS = (
    "id", "series", "ordinal", "name", "aliases", "start", "end", "city", "country", "venue", "groups", "status",
    "certainty",
)  # fmt: skip
"""The columns that are written; `start` and `end` are ISO days, both included."""
STATUSES = ("held", "virtual", "scheduled", "postponed", "cancelled")
CERTAINTIES = ("sure", "check")
LARGEST_TABLE = 5_000_000
"""Bytes of a file that is read: twenty times the shipped table."""
_SEPARATORS = {"aliases": "|", "groups": ";"}


# ---- files ---------------------------------------------------------------------------------------------


def read_table(path: Path) -> tuple[ReferenceEvent, ...]:
    """The events of one file (TSV, CSV or JSON); raises `ReferenceFileError` with file and line."""
    try:
        size = path.stat().st_size
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ReferenceFileError(path, None, f"cannot be opened ({reason}). Check the name.") from error
    if size > LARGEST_TABLE:
        raise ReferenceFileError(path, None, "is too large for a table of events. Give one of less than 5 MB.")
    shipped = {event.id: event for event in load_references()}
    try:
        events = load_references([path])
    except (csv.Error, RecursionError) as error:
        what = f"is no table that can be read ({error}). Give TSV, CSV or JSON with name, start and end."
        raise ReferenceFileError(path, None, what) from error
    # The shipped rows are the same objects each time; what is another object came from the file.
    return tuple(event for event in events if shipped.get(event.id) is not event)


def read_tables(paths: Sequence[Path]) -> tuple[ReferenceEvent, ...]:
    """The events of several files; a row of a later file replaces one with its id."""
    found: dict[str, ReferenceEvent] = {}
    for path in paths:
        found.update((event.id, event) for event in read_table(path))
    return tuple(found.values())


def write_table(events: Sequence[ReferenceEvent]) -> str:
    """The events as TSV, which `read_table` reads back; tabs and line ends in a cell become blanks."""
    lines = ["\t".join(COLUMNS)]
    for event in events:
        cells = _cells(event)
        lines.append("\t".join(_joined(name, cells[name]) for name in COLUMNS))
    return "\n".join(lines) + "\n"


def _joined(name: str, value: str | list[str]) -> str:
    separator = _SEPARATORS.get(name, " ")
    parts = [value] if isinstance(value, str) else [part.replace(separator, " ") for part in value]
    return separator.join(" ".join(part.split()) for part in parts)


def _cells(event: ReferenceEvent) -> dict[str, str | list[str]]:
    return {
        "id": event.id, "series": event.series, "ordinal": event.ordinal, "name": event.name,
        "aliases": list(event.aliases), "start": format_day(event.start), "end": format_day(event.end),
        "city": event.city, "country": event.country, "venue": event.venue, "groups": list(event.groups),
        "status": event.status, "certainty": event.certainty,
    }  # fmt: skip


# ---- rows of a project ---------------------------------------------------------------------------------


def encode_event(event: ReferenceEvent) -> str:
    """One event as the text that a project keeps."""
    return json.dumps({name: value for name, value in _cells(event).items() if value}, ensure_ascii=False)


@lru_cache(maxsize=4096)
def decode_event(text: str) -> ReferenceEvent | None:
    """The event of such a text, None where it is none."""
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None

    def cell(name: str) -> str:
        return value if isinstance(value := row.get(name), str) else ""

    def several(name: str) -> tuple[str, ...]:
        value = row.get(name)
        return tuple(part for part in value if isinstance(part, str)) if isinstance(value, list) else ()

    first, last = parse_day(cell("start")), parse_day(cell("end"))
    if not (cell("id") and cell("name")) or first is None or last is None or last < first:
        return None
    return ReferenceEvent(
        cell("id"), cell("name"), several("aliases"), first, last, cell("series"), cell("ordinal"), cell("city"),
        cell("country"), cell("venue"), several("groups"), cell("status") or "held", cell("certainty") or "sure",
    )  # fmt: skip


_laid: list[tuple[Sequence[ReferenceEvent], Mapping[str, str], tuple[ReferenceEvent, ...]]] = []


def with_own(references: Sequence[ReferenceEvent], own: Mapping[str, str]) -> Sequence[ReferenceEvent]:
    """A table with a project's own rows laid over it, `own` by id; an own row replaces the one with its id.

    The last result is kept: what was built for a table, such as its index, is built once. Rows that cannot be read
    are left out.
    """
    if not own:
        return references
    if not _laid or _laid[0][0] is not references or _laid[0][1] != own:
        found = {event.id: event for event in references}
        found.update((ident, event) for ident, text in own.items() if (event := decode_event(text)) is not None)
        _laid[:] = [(references, dict(own), tuple(found.values()))]
    return _laid[0][2]


def new_id(event: ReferenceEvent, taken: frozenset[str] | set[str]) -> ReferenceEvent:
    """The event with an id of its name and first day that no other event has."""
    base = f"{plain_words(event.name).replace(' ', '-') or 'event'}-{format_day(event.start)}"
    ident, number = base, 2
    while ident in taken:
        ident, number = f"{base}-{number}", number + 1
    return replace(event, id=ident)
