"""Dated events that articles lean on: the shipped table, the user's own, and where a text names them.

A table is TSV or CSV with the columns `name, start, end` (ISO days, `end` inclusive) and, optionally, `id, series,
ordinal, aliases, city, country, venue, place, groups, status, certainty, source`; JSON is a list of objects with the
same keys. Lists inside a cell are separated by `|`.
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from stanceline import StancelineError, paths
from stanceline.temporal.timex import civil_from_days, days_from_civil, parse_day

NOT_HELD = ("cancelled", "canceled", "postponed")


@dataclass(frozen=True, slots=True)
class ReferenceEvent:
    """One dated event. `start` and `end` are day counts, both inclusive.

    `certainty` is "sure", or "check" where the dates are soft evidence only; `status` is "held", "virtual",
    "scheduled", "cancelled" or "postponed".
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    start: int
    end: int
    series: str = ""
    ordinal: str = ""
    city: str = ""
    country: str = ""
    venue: str = ""
    groups: tuple[str, ...] = ()
    status: str = "held"
    certainty: str = "sure"

    def took_place(self) -> bool:
        """Whether its dates can bound anything: not called off, and not in doubt."""
        return self.status not in NOT_HELD and self.certainty == "sure"


@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """A place in a text that names a reference event; several events where one name is shared by several."""

    start: int
    end: int
    events: tuple[ReferenceEvent, ...]


class ReferenceFileError(StancelineError):
    """A table of reference events cannot be used; names the file and the line."""

    def __init__(self, path: Path, line: int | None, what: str) -> None:
        where = f"{path}, line {line}" if line else str(path)
        super().__init__(f"{where}: {what}")
        self.path, self.line = path, line


# ---- loading -----------------------------------------------------------------------------------------------


def load_references(extra: Sequence[Path] = ()) -> tuple[ReferenceEvent, ...]:
    """The shipped table and those of `extra`, in their order; a row of a later file replaces one with its id."""
    found = {event.id: event for event in _shipped()}
    for path in extra:
        for event in _read_file(path):
            found[event.id] = event
    return tuple(found.values())


@cache
def _shipped() -> tuple[ReferenceEvent, ...]:
    return tuple(_read_file(paths.resource("references/reference_events.tsv")))


def _read_file(path: Path) -> Iterator[ReferenceEvent]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ReferenceFileError(path, None, f"cannot be opened ({reason}). Check the name.") from error
    except UnicodeDecodeError as error:
        raise ReferenceFileError(path, None, "is not UTF-8 text. Save it as UTF-8.") from error
    rows = _json_rows(text, path) if text.lstrip()[:1] in ("[", "{") else _table_rows(text, path)
    seen: set[str] = set()
    for line, row in rows:
        event = _event(row, path, line)
        if event.id in seen:
            raise ReferenceFileError(path, line, f'the id "{event.id}" is used twice. Ids must differ.')
        seen.add(event.id)
        yield event


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReferenceFileError(path, error.lineno, f"no valid JSON ({error.msg}).") from error
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise ReferenceFileError(path, None, "must be a list of objects with name, start and end.")
    yield from enumerate(value, start=1)


def _table_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    head = text.partition("\n")[0]
    if "\t" in head:
        reader = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [name for name in ("name", "start", "end") if name not in (reader.fieldnames or ())]
    if missing:
        raise ReferenceFileError(path, 1, f"the column {missing[0]} is missing. Needed are name, start, end.")
    for row in reader:
        if any(row.values()):
            yield reader.line_num, row


def _event(row: Mapping[str, Any], path: Path, line: int) -> ReferenceEvent:
    def cell(key: str) -> str:
        value = row.get(key)
        return str(value).strip() if isinstance(value, str | int) else ""

    name, first, last = cell("name"), parse_day(cell("start")), parse_day(cell("end") or cell("start"))
    if not name:
        raise ReferenceFileError(path, line, "the name is missing.")
    for key, day in (("start", first), ("end", last)):
        if day is None:
            raise ReferenceFileError(path, line, f'{key} "{cell(key)}" is no date like 2023-07-11.')
    assert first is not None
    assert last is not None
    if last < first:
        raise ReferenceFileError(path, line, f'"{name}" ends before it starts.')
    city, country = cell("city"), cell("country")
    return ReferenceEvent(
        cell("id") or f"{_slug(name)}-{cell('start')}", name, _list(row.get("aliases"), "|"), first, last,
        cell("series"), cell("ordinal"), city or ("" if cell("place") == country else cell("place")), country,
        cell("venue"), _list(row.get("groups"), ";"), cell("status") or "held", cell("certainty") or "sure",
    )  # fmt: skip


def _list(value: Any, separator: str) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else value.split(separator) if isinstance(value, str) else []
    return tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", _plain(name)).strip("-")


# ---- naming ------------------------------------------------------------------------------------------------

# "G-20" is one word, and so is "7.7", which is no name of the seventh of July.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,6}|\bG-\d{1,2}\b|\b\d{1,12}(?:[.,]\d{1,12}){1,4}\b|[^\W_]+")
_DOTS = re.compile(r"(?<=[^\W\d])\.|(?<=^G)-")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TAIL = re.compile(rf",? \(?(?:(?:\d{{1,2}} )?{_MONTH} (?:\d{{1,2}},? )?)?\d{{4}}\)?$")
_MERE_DATE = re.compile(rf"{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}")
_OWNER = re.compile(r"['’]s?\b(?!\w)|['’] ")
_SPELLINGS = {"defense": "defence", "organization": "organisation", "center": "centre", "labor": "labour"}
MEETING_NOUNS = frozenset(
    ["summit", "meeting", "conference", "forum", "congress", "session", "assembly", "dialogue", "talks", "hearing",
     "hearings", "convention", "council"]
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_TOO_COMMON = frozenset(["The", "Of", "And", "In", "Leaders", "Informal", "Special", "Annual", "Anchor", "Election"])


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in folded if not unicodedata.combining(character))


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """(normal form, start, end) of each word; articles and possessive endings are left out."""
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match[0] == "s" and start and text[start - 1] in "'’":
            continue
        written = match[0]
        word = _plain(written if written.isalnum() else _DOTS.sub("", written))
        if word != "the":
            found.append((_SPELLINGS.get(word, word), start, end))
    return found


def group_words(event: ReferenceEvent) -> frozenset[str]:
    """The names of bodies in an event's series or name (`NATO`, `G20`, `Mercosur`), by which texts tell it apart."""
    # A meeting of two leaders is told from others by their names ("the Geneva summit of Biden and Putin").
    is_anchor = event.series.startswith("Anchor")
    source = _TAIL.sub("", event.name) if is_anchor or not event.series else event.series
    places = {word for word, _, _ in _tokens(f"{event.city} {event.country}")}
    words = re.findall(r"\b[A-Z][\w]{1,20}\b", source)
    return frozenset(
        _plain(word) for word in words if word not in _TOO_COMMON and _plain(word) not in places | MEETING_NOUNS
    )


def subject_words(event: ReferenceEvent) -> frozenset[str]:
    """The longer words of an event's name, without its place and without nouns like "summit"."""
    places = {word for word, _, _ in _tokens(f"{event.city} {event.country} {event.venue}")}
    words = {word for word, _, _ in _tokens(f"{event.series} {_TAIL.sub('', event.name)}")}
    return frozenset(word for word in words if len(word) >= 5 and word not in places | MEETING_NOUNS)


def kind_word(event: ReferenceEvent) -> str:
    """The noun for what it is (`summit`, `conference`), or the empty string."""
    for source in (event.series, event.name):
        words = [word for word, _, _ in _tokens(source) if word in MEETING_NOUNS]
        if words:
            return words[-1]
    return ""


def _spoken_names(event: ReferenceEvent) -> Iterator[tuple[str, bool]]:
    """(name, whether the article must also name the body behind it)."""
    yield from ((alias, bool(event.series) and _is_place_and_kind(alias, event)) for alias in event.aliases)
    yield _TAIL.sub("", event.name), False
    year = civil_from_days(event.start)[0]
    for series in _series_names(event.series):
        yield series, False
        yield f"{year} {series}", False
        yield f"{series} in {event.city or event.country}", False
        if event.ordinal.isdigit():
            number = int(event.ordinal)
            yield f"{number}{_suffix(number)} {series}", False
            if number <= len(_ORDINALS):
                yield f"{_ORDINALS[number - 1]} {series}", False
    kind = kind_word(event)
    if kind and kind != "council":
        for place in filter(None, (event.city, event.country)):
            yield f"{kind} in {place}", True
        if event.city:
            yield f"{event.city} {kind}", True


def _series_names(series: str) -> list[str]:
    """`G7/G8 summit` is spoken of as the G7 summit and the G8 summit; groups of anchors and votes have no name."""
    if not series or series.startswith(("Anchor", "Election")):
        return []
    first, slash, second = series.partition("/")
    if not slash:
        return [series]
    common = " ".join(word for word in second.split() if word.islower())
    return [f"{first} {common}", second]


def _is_place_and_kind(alias: str, event: ReferenceEvent) -> bool:
    """Whether a name is only where and what ("Madrid summit"), so that it may be of another body."""
    places = {word for word, _, _ in _tokens(f"{event.city} {event.country}")}
    return all(word in places or word in ("summit", "meeting", "in") for word, _, _ in _tokens(alias))


def _is_mere_date(name: str) -> bool:
    """Whether a name is only a day of the year ("October 7"), as each year has it; "9/11" is a name."""
    return _MERE_DATE.fullmatch(name) is not None


def _suffix(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    events: tuple[int, ...]
    needs_body: tuple[bool, ...]


class ReferenceIndex:
    """Finds reference events in texts; built once for a table."""

    def __init__(self, references: Sequence[ReferenceEvent]) -> None:
        self.references = tuple(references)
        self.bodies = [group_words(event) for event in self.references]
        self._bodies_of = {event.id: bodies for event, bodies in zip(self.references, self.bodies, strict=True)}
        self._places = places_of(self.references)
        self._series: dict[str, list[ReferenceEvent]] = {}
        self._by_body: dict[str, list[int]] = {}
        for number, (event, bodies) in enumerate(zip(self.references, self.bodies, strict=True)):
            self._series.setdefault(event.series, []).append(event)
            for word in sorted(bodies):
                self._by_body.setdefault(word, []).append(number)
        self._names: dict[tuple[str, ...], _Name] = {}
        collected: dict[tuple[str, ...], dict[int, bool]] = {}
        capitals: dict[tuple[str, ...], tuple[bool, ...]] = {}
        for number, event in enumerate(self.references):
            for name, needs_body in _spoken_names(event):
                found = _tokens(name)
                words = tuple(word for word, _, _ in found)
                if not words or (len(words) == 1 and words[0] in MEETING_NOUNS) or _is_mere_date(name):
                    continue
                owners = collected.setdefault(words, {})
                owners[number] = owners.get(number, True) and needs_body
                capitals.setdefault(words, tuple(not name[start].islower() for _, start, _ in found))
        lengths: dict[tuple[str, str], set[int]] = {}
        for words, owners in collected.items():
            self._names[words] = _Name(words, capitals[words], tuple(owners), tuple(owners.values()))
            lengths.setdefault((words[0], words[1] if len(words) > 1 else ""), set()).add(len(words))
        self._lengths = {begin: sorted(found, reverse=True) for begin, found in lengths.items()}

    def find(self, text: str) -> tuple[ReferenceMention, ...]:
        """All mentions in text order; the longest name wins where names overlap."""
        tokens = _tokens(text)
        spoken = frozenset(word for word, start, _ in tokens if not text[start].islower())
        found: list[ReferenceMention] = []
        place = 0
        while place < len(tokens):
            step = 1
            for entry in self._beginning(tokens, place):
                last = place + len(entry.words) - 1
                if not self._matches(entry, tokens, place, text):
                    continue
                if events := self._events(entry, spoken, text[tokens[place][1] : tokens[last][2]]):
                    found.append(ReferenceMention(tokens[place][1], tokens[last][2], events))
                    step = len(entry.words)
                    break
            place += step
        return tuple(found)

    def _beginning(self, tokens: Sequence[tuple[str, int, int]], place: int) -> Iterator[_Name]:
        """The names whose words stand at a place, the longest first. Looked up: thousands begin with "summit in"."""
        first = tokens[place][0]
        if place + 1 < len(tokens):
            for length in self._lengths.get((first, tokens[place + 1][0]), ()):
                if (entry := self._names.get(tuple(word for word, _, _ in tokens[place : place + length]))) is not None:
                    yield entry
        if (single := self._names.get((first,))) is not None:
            yield single

    def named(self, name: str) -> tuple[ReferenceEvent, ...]:
        """The events that bear exactly this name, whatever else the text says."""
        entry = self._names.get(tuple(word for word, _, _ in _tokens(name)))
        return () if entry is None else tuple(self.references[number] for number in entry.events)

    @cached_property
    def horizon(self) -> int:
        """The last day of the year up to which the table knows what took place."""
        known = [event.end for event in self.references if event.took_place()]
        return days_from_civil(civil_from_days(max(known))[0] if known else 9999, 12, 31)

    def of_series(self, series: str) -> tuple[ReferenceEvent, ...]:
        """The events of a series, in the order of the table."""
        return tuple(self._series.get(series, ()))

    def of_words(self, words: frozenset[str]) -> tuple[ReferenceEvent, ...]:
        """The events whose body (see `group_words`) is named by some of the words."""
        found = {number for word in words for number in self._by_body.get(word, ())}
        return tuple(self.references[number] for number in sorted(found) if self.bodies[number] <= words)

    def at_place(self, place: str) -> tuple[ReferenceEvent, ...]:
        """The events that a city, or a country where no city is given, hosted."""
        return tuple(self._places.get(plain_words(place), ()))

    def body_words(self, event: ReferenceEvent) -> frozenset[str]:
        """The bodies by whose names texts tell an event of this table apart (see `group_words`)."""
        return frozenset() if event.series.startswith("Anchor") else self._bodies_of[event.id]

    @staticmethod
    def _matches(entry: _Name, tokens: Sequence[tuple[str, int, int]], place: int, text: str) -> bool:
        if any(capital and text[tokens[place + n][1]].islower() for n, capital in enumerate(entry.capitals)):
            return False
        passage = text[tokens[place][1] : tokens[place + len(entry.words) - 1][2]]
        if passage[0].isdigit() and passage[-1].isdigit() and "/" not in passage and len(entry.words) > 1:
            return False
        return "\n" not in passage

    def _events(self, entry: _Name, spoken: frozenset[str], passage: str) -> tuple[ReferenceEvent, ...]:
        found = (
            self.references[number]
            for number, needs_body in zip(entry.events, entry.needs_body, strict=True)
            if not needs_body or self.bodies[number] & spoken
        )
        # "Iraq's invasion" is not the invasion of Iraq; "NATO's summit" is the NATO summit.
        has_owner = _OWNER.search(passage) is not None
        return tuple(
            event
            for event in found
            if not (has_owner and event.series.startswith("Anchor") and not _OWNER.search(" ".join(event.aliases)))
        )


_built: list[tuple[Sequence[ReferenceEvent], ReferenceIndex]] = []


def index_of(references: Sequence[ReferenceEvent]) -> ReferenceIndex:
    """The index of a table; the last one built is kept."""
    if not _built or _built[0][0] is not references:
        _built[:] = [(references, ReferenceIndex(references))]
    return _built[0][1]


def find_references(text: str, references: Sequence[ReferenceEvent]) -> tuple[ReferenceMention, ...]:
    """Where a text names events of the table, in order, not overlapping; shared names give several events."""
    return index_of(references).find(text)


def places_of(references: Iterable[ReferenceEvent]) -> dict[str, list[ReferenceEvent]]:
    """Events by the city, or where there is none the country, that hosted them, in normal form."""
    found: dict[str, list[ReferenceEvent]] = {}
    for event in references:
        words = " ".join(word for word, _, _ in _tokens(event.city or event.country))
        if words:
            found.setdefault(words, []).append(event)
    return found


def spelled_words(text: str) -> str:
    """A text's words as they are written, capitals kept, without dots and hyphens, separated by blanks."""
    words = (text[start:end] for _, start, end in _tokens(text))
    return " ".join(word if word.isalnum() else _DOTS.sub("", word) for word in words)


def plain_words(text: str) -> str:
    """A text's words in the normal form by which names are compared, separated by blanks."""
    return " ".join(word for word, _, _ in _tokens(text))
