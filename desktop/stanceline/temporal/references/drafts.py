"""A reference event as a person types it: what is wrong with each field, and what its names share with other events."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stanceline.temporal.complete_dates import parse_metadata_date
from stanceline.temporal.references.events import MEETING_NOUNS, ReferenceEvent, ReferenceIndex
from stanceline.temporal.timex import format_day, parse_day

LONGEST_DATE = 60
MOST_DAYS = 3_660
"""An event lasts at most ten years: a longer one is a slip of a year."""
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_WRITTEN = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?),? (\d{4})", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_][\w’-]{0,40}")
_LINKS = frozenset(["of", "on", "for", "and", "the", "in", "at"])
_PLACES = frozenset(["in", "at", "on", "of"])
_MOST_WORDS = 6
_FILLERS = frozenset(["The", "This", "That", "A", "An", "At", "In", "Their", "Its", "Last", "Next", "After", "Before"])


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a form, as typed. `aliases` are separated by commas, semicolons or line ends.

    `kept` is the event that is being changed: what the form does not show stays as it was.
    """

    name: str = ""
    start: str = ""
    end: str = ""
    city: str = ""
    country: str = ""
    aliases: str = ""
    series: str = ""
    ordinal: str = ""
    status: str = "held"
    certainty: str = "sure"
    kept: ReferenceEvent | None = None


def draft_of(event: ReferenceEvent) -> Draft:
    """What a form shows of an event."""
    last = format_day(event.end) if event.end != event.start else ""
    return Draft(
        event.name, format_day(event.start), last, event.city, event.country, "\n".join(event.aliases), event.series,
        event.ordinal, event.status, event.certainty, event,
    )  # fmt: skip


def typed_day(text: str, *, thorough: bool = True) -> int | None:
    """The day of a complete date: ISO, or with an English month, or in numbers that can be read in one way only.

    `thorough` asks dateparser, too, in seven languages, which takes a moment the first time. Never
    completed from today.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_DATE:
        return None
    if match := _ISO.fullmatch(text):
        return parse_day(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}")
    if match := _NUMBERS.fullmatch(text):
        if "." in text:
            # Dots stand between day, month and year, in that order, wherever dates are written so.
            return parse_day(f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}")
        return _day_of_numbers(int(match[1]), int(match[2]), match[3])
    if (match := _WRITTEN.fullmatch(text)) and (month := _MONTHS.get((match[2] or match[3])[:3].lower())):
        return parse_day(f"{match[5]}-{month:02d}-{int(match[1] or match[4]):02d}")
    if thorough and any(character.isalpha() for character in text):
        written = (parse_metadata_date(text, language=language) for language in _LANGUAGES)
        return next((parse_day(day) for day in written if day is not None), None)
    return None


def _day_of_numbers(one: int, other: int, year: str) -> int | None:
    found = {parse_day(f"{year}-{month:02d}-{day:02d}") for day, month in ((one, other), (other, one))} - {None}
    return found.pop() if len(found) == 1 else None


def read_draft(draft: Draft, *, thorough: bool = True) -> tuple[ReferenceEvent | None, dict[str, str]]:
    """The event, or what is wrong by field (`name`, `start`, `end`, `ordinal`). The event's id is that of `kept`."""
    name = " ".join(draft.name.split())
    wrong = {} if name else {"name": "An event needs a name."}
    first, last = _read_days(draft, wrong, thorough)
    ordinal = draft.ordinal.strip()
    if ordinal and not (ordinal.isascii() and ordinal.isdigit() and 0 < int(ordinal[:5]) < 10_000):
        wrong["ordinal"] = "A number like 33, or nothing."
    if wrong or first is None or last is None:
        return None, wrong
    kept = draft.kept
    return ReferenceEvent(
        kept.id if kept else "", name, split_aliases(draft.aliases), first, last, _line(draft.series), ordinal,
        _line(draft.city), _line(draft.country), kept.venue if kept else "", kept.groups if kept else (), draft.status,
        draft.certainty,
    ), {}  # fmt: skip


def _read_days(draft: Draft, wrong: dict[str, str], thorough: bool) -> tuple[int | None, int | None]:
    first = typed_day(draft.start, thorough=thorough)
    last = typed_day(draft.end, thorough=thorough) if draft.end.strip() else first
    for key, typed, day in (("start", draft.start, first), ("end", draft.end, last)):
        if day is None and (typed.strip() or key == "start"):
            wrong[key] = _no_day(typed)
    if first is not None and last is not None and last < first:
        wrong["end"] = "The event ends before it begins."
    if first is not None and last is not None and last - first > MOST_DAYS:
        wrong["end"] = "That is more than ten years. Check the year."
    return first, last


def _no_day(typed: str) -> str:
    if not typed.strip():
        return "An event needs its first day, such as 2023-07-11."
    if _NUMBERS.fullmatch(" ".join(typed.split())):
        return "Day or month first? Write it like 2023-07-11."
    return "This is no complete date. Write it like 2023-07-11 or 11 July 2023."


def split_aliases(typed: str) -> tuple[str, ...]:
    """Names separated by commas, semicolons, bars or line ends, each once."""
    parts = (_line(part) for part in re.split(r"[,;|\n]", typed))
    return tuple(dict.fromkeys(part for part in parts if part))


def _line(text: str) -> str:
    return " ".join(text.replace("|", " ").split())


# ---- names that others bear ----------------------------------------------------------------------------


def clashes(names: Sequence[str], index: ReferenceIndex, ident: str) -> dict[str, tuple[ReferenceEvent, ...]]:
    """The names that other events of a table than `ident` bear, each with those events."""
    found: dict[str, tuple[ReferenceEvent, ...]] = {}
    for name in names:
        others = tuple(other for other in index.named(name) if other.id != ident)
        if others:
            found[name] = others
    return found


def vague_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names that are too general to be looked for by themselves ("summit")."""
    return tuple(name for name in names if name.casefold() in MEETING_NOUNS)


def unknown_events(text: str, index: ReferenceIndex, most: int = 4) -> tuple[str, ...]:
    """Names of meetings in a text ("Fjord League summit in Bergen") that no event of the table bears, in text order."""
    known = index.find(text)
    ends = [mention.end for mention in known]
    found: dict[str, None] = {}
    for start, end in _meetings(text):
        # Mentions stand in text order and apart: the first that ends behind the start is the only one to look at.
        place = bisect_right(ends, start)
        if place == len(known) or known[place].start >= end:
            found.setdefault(" ".join(text[start:end].split()))
        if len(found) == most:
            break
    return tuple(found)


def _meetings(text: str) -> Iterator[tuple[int, int]]:
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    for here, (word, _, end) in enumerate(words):
        if word.casefold() not in MEETING_NOUNS:
            continue
        first = here
        while first and here - first < _MOST_WORDS and _goes_on(words, first - 1, text):
            first -= 1
        while first < here and (words[first][0] in _FILLERS or words[first][0] in _LINKS):
            first += 1
        last = here
        if here + 1 < len(words) and words[here + 1][0] in _PLACES and _is_beside(words, here, text):
            place = here + 2
            while (
                place < len(words)
                and place - here < 4
                and _is_beside(words, place - 1, text)
                and _is_name(words[place])
            ):
                last, place = place, place + 1
        if first < here:
            yield words[first][1], words[last][2] if last > here else end


def _goes_on(words: list[tuple[str, int, int]], at: int, text: str) -> bool:
    """Whether the word belongs to the name that the next word belongs to."""
    word, after = words[at][0], words[at + 1][0]
    return _is_beside(words, at, text) and (_is_name(words[at]) or (word in _LINKS and (word, after) != ("and", "the")))


def _is_beside(words: list[tuple[str, int, int]], at: int, text: str) -> bool:
    return at + 1 < len(words) and text[words[at][2] : words[at + 1][1]] == " "


def _is_name(word: tuple[str, int, int]) -> bool:
    return word[0][0].isupper() or word[0][0].isdigit()
