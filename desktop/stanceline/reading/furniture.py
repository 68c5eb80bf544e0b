"""Tells prose from page furniture: bylines, share bars, captions, "Read more", cookie notices, date lines.

The text is never altered; lines become blocks with a kind. The patterns lie in `resources/rules/furniture.tsv`
(`name`, `zone`, `pattern`, `example`): a pattern must cover a whole line. A line of zone `any` is furniture
wherever it stands, of zone `edge` only above the first or below the last line of prose, of zone `top` only above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from stanceline import StancelineError, paths
from stanceline.reading.article import Block, Span
from stanceline.reading.metadata import split_front_matter

LONGEST_FURNITURE = 420
"""Characters; a longer line is always prose."""

TAIL_LINES = 12
"""Lines at the end of the prose among which a credit may stand that looks like a sentence."""

HEAD_LINES = 3
"""Lines behind the first prose among which a labeled date line may stand: a headline may look like prose."""

Zone = Literal["top", "head", "middle", "tail", "bottom"]

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"  # noqa: E501
_WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
DATE_PATTERN = (
    rf"(?:{_WEEKDAY},? {{1,2}})?"
    rf"(?:\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}[-./]\d{{1,2}}[-./](?:\d{{4}}|\d{{2}})"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? {{1,2}}\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}})?)"  # noqa: E501
    rf"(?: \({_WEEKDAY}\))?"
)
"""A calendar date as date lines write it, with or without a year; meant for case-insensitive matching."""

_PARTS = {
    "DATE": DATE_PATTERN,
    "CLOCK": r"(?:at )?\d{1,2}(?:[:.]\d{2}){0,2} ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Za-z]{2,5}(?:[+-]\d{1,4})?\)?)?",
    "PLACE": r"[^\W\d_][\w.'’ -]{1,30}",
    "NAME": r"(?:[A-ZÀ-ÞŠŽ][\w.'’-]{0,24}|(?:de|da|di|del|van|von|der|den|bin|al|la|le|el|ter|dos))(?: (?:[A-ZÀ-ÞŠŽ][\w.'’-]{0,24}|(?:de|da|di|del|van|von|der|den|bin|al|la|le|el|ter|dos))){0,4}",  # noqa: E501
}
_PARTS["NAMES"] = rf"{_PARTS['NAME']}(?:(?:, | and |, and | & ){_PARTS['NAME']}){{0,5}}"

_PLACEHOLDER = re.compile(r"\{(DATE|CLOCK|PLACE|NAMES|NAME)\}")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}(?:\s|$)")
_DATED = ("date-line", "release-line", "embargo")
_DATE_LABEL = re.compile(
    r"(?i)[\[(]?(?:(?:first|last|originally) )?(?:published|posted|updated?|modified|revised|issued|filed|released"
    r"|printed|publication date|release date|date (?:published|posted|issued|updated|of)|for (?:immediate )?release"
    r"|embargo|(?:press|media|news) release)\b"
)
_CALENDAR_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
_COMMON_WORD = re.compile(r"\b(?!updated|published|posted|modified|revised|last|before|until)[a-z]{3,20}\b")
_SEPARATOR = re.compile(r"\s{1,4}[·•|–—]\s{1,4}|\s?[·•|]\s?|\s{2,8}|\t{1,4}")
_SEPARATING = ("·", "•", "|", " – ", " — ", "  ", "\t")
_BULLET = re.compile(r"(?:[•·*▪◦‣–—-]|\d{1,2}[.)])\s")
_MARKUP = re.compile(r"(?:#{1,6}|(?:> ?){1,5}) (?=\S)")
_DATELINE = re.compile(r"[A-ZÀ-Þ][^a-z]{2,30}(?:,[^—–]{1,40}| \([^)]{2,40}\))? ?[—–:-] ")
_NUMBERED_OR_STAMPED = re.compile(r"\d")


class FurnitureRulesError(StancelineError):
    """A line of `resources/rules/furniture.tsv` cannot be used."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line without blank space around; `mark` is where its Markdown sign begins (`start` where it has none)."""

    start: int
    end: int
    text: str
    paragraph: int
    mark: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    names: tuple[str, ...]
    anywhere: re.Pattern[str]
    edge: re.Pattern[str]
    top: re.Pattern[str]


def mark_blocks(text: str, *, title: str | None = None) -> tuple[Block, ...]:
    """Cut a text into blocks, a line or a hard-wrapped paragraph each, and tell what each one is.

    `title` is the headline where it is known from outside: its first line in the text becomes the title
    block. Without it, a headline is looked for above the first line of prose.
    """
    _, head_end = split_front_matter(text)
    lines = _lines(text, head_end)
    first = next((index for index, line in enumerate(lines) if _is_prose(line.text)), len(lines))
    last = next((index for index in range(len(lines) - 1, first, -1) if _is_prose(lines[index].text)), first)
    rules = [furniture_rule(line.text, _zone(index, first, last)) for index, line in enumerate(lines)]
    wrapped = _is_hard_wrapped(lines)
    head = _find_title(lines, rules, first, title)
    if head is not None and wrapped and not title and _goes_on(lines, head + 1):
        head = None
    _mark_strays(lines, rules, head, first)
    blocks = [Block(Span(0, len(text[:head_end].rstrip())), "furniture", "front-matter")] if head_end else []
    for index, line in enumerate(lines):
        if line.mark < line.start:
            sign = text[line.mark : line.start].rstrip()
            blocks.append(Block(Span(line.mark, line.mark + len(sign)), "furniture", "markup"))
        if rules[index]:
            blocks.append(Block(Span(line.start, line.end), "furniture", rules[index]))
        elif index == head:
            blocks.append(Block(Span(line.start, line.end), "title"))
        elif wrapped and _goes_on(lines, index) and blocks and blocks[-1].kind == "body":
            blocks[-1] = Block(Span(blocks[-1].span.start, line.end), "body")
        else:
            blocks.append(Block(Span(line.start, line.end), "body"))
    return tuple(blocks)


def _chunks(line: str) -> list[str]:
    if not any(sign in line for sign in _SEPARATING) or _BULLET.match(line):
        return []
    return [chunk for chunk in _SEPARATOR.split(line) if chunk]


def _lines(text: str, position: int) -> list[_Line]:
    found: list[_Line] = []
    paragraph = 0
    for raw in text[position:].split("\n"):
        stripped = raw.strip()
        if stripped:
            mark = position + raw.index(stripped[0])
            sign = _MARKUP.match(stripped)
            words = stripped[sign.end() :] if sign else stripped
            start = mark + len(stripped) - len(words)
            heading = stripped.startswith("#") and sign is not None
            found.append(_Line(start, start + len(words), words, paragraph, mark, heading))
        else:
            paragraph += 1
        position += len(raw) + 1
    return found


def _is_prose(line: str) -> bool:
    if len(line) >= LONGEST_FURNITURE:
        return True
    if len(line) < 60 or furniture_rule(line, "top"):
        return False
    return len(line) >= 180 or bool(_SENTENCE_END.search(line))


def _zone(index: int, first: int, last: int) -> Zone:
    if index < first:
        return "top"
    if index > last:
        return "bottom"
    if first < index <= first + HEAD_LINES:
        return "head"
    return "tail" if index > last - TAIL_LINES else "middle"


def furniture_rule(line: str, zone: Zone) -> str:
    """The name of the rule that makes a whole line furniture where it stands, or the empty string for prose."""
    if len(line) >= LONGEST_FURNITURE:
        return ""
    if rule := _match(line, zone):
        return rule
    # "X reports from Paris." looks like a sentence.
    if zone == "tail" and (rule := _match(line, "bottom")) in ("reporting-credit", "republished", "contact"):
        return rule
    # A bare date may head an entry of a chronology; one that says "Published" does not.
    if zone in ("head", "tail") and _is_labeled_date(line) and (rule := _match(line, "bottom")) in _DATED:
        return rule
    chunks = _chunks(line)
    if len(chunks) < 2:
        return ""
    is_edge = zone in ("top", "bottom")
    marked = [_match(chunk, zone if is_edge else "middle") for chunk in chunks]
    short = [len(chunk) <= 30 and len(chunk.split()) <= 4 and not _SENTENCE_END.search(chunk) for chunk in chunks]
    if all(mark or brief for mark, brief in zip(marked, short, strict=True)):
        if sum(map(bool, marked)) * 2 >= len(chunks):
            return next(mark for mark in marked if mark)
        if is_edge and all(short) and (len(chunks) >= 3 or any(marked)):
            return "bar"
    return ""


def _is_labeled_date(line: str) -> bool:
    """Whether a line says "Published", a date, and nothing that would make it a sentence."""
    label = _DATE_LABEL.match(line)
    if label is None or not _CALENDAR_DATE.search(line, label.end()):
        return False
    return not _COMMON_WORD.search(_CALENDAR_DATE.sub("", line[label.end() :]))


def _match(line: str, zone: Zone) -> str:
    rules = load_rules()
    patterns = [rules.anywhere]
    if zone in ("top", "bottom"):
        patterns.append(rules.edge)
    if zone == "top":
        patterns.append(rules.top)
    for pattern in patterns:
        if (match := pattern.fullmatch(line)) and match.lastgroup:
            return rules.names[int(match.lastgroup[1:])]
    return ""


def _find_title(lines: Sequence[_Line], rules: list[str], first: int, title: str | None) -> int | None:
    if title:
        wanted = " ".join(title.split()).casefold()
        for index in range(min(len(lines), 40)):
            if " ".join(lines[index].text.split()).casefold() == wanted:
                rules[index] = ""
                return index
        return None
    free = [index for index in range(min(first, 12)) if not rules[index]]
    if (
        marked := next(
            (index for index in range(min(len(lines), 12)) if lines[index].is_heading and rules[index] not in _DATED),
            None,
        )
    ) is not None:
        return marked
    for place, index in enumerate(free):
        line = lines[index].text
        rest = free[place + 1 :]
        if _is_shouted(line) and len(line.split()) <= 3 and rest and not _is_shouted(lines[rest[0]].text):
            rules[index] = "kicker"
        elif _is_headline(line):
            return index
        else:
            return None
    return _long_headline(lines, rules, first) if not free else None


def _long_headline(lines: Sequence[_Line], rules: Sequence[str], first: int) -> int | None:
    # A first line that ends like a sentence is a headline where it is short beside what follows after a blank.
    behind = next((index for index in range(first + 1, min(len(lines), first + 6)) if not rules[index]), None)
    if behind is None or rules[first] or lines[first].paragraph == lines[behind].paragraph:
        return None
    line, after = lines[first].text, lines[behind].text
    return first if len(line) <= 120 and len(after) > 1.2 * len(line) and not _DATELINE.match(line) else None


def _is_shouted(line: str) -> bool:
    return line.isupper() and not _SENTENCE_END.search(line)


def _is_headline(line: str) -> bool:
    return len(line) <= 200 and len(line.split()) >= 2 and line[-1] not in ",;:" and not _BULLET.match(line)


def _mark_strays(lines: Sequence[_Line], rules: list[str], head: int | None, first: int) -> None:
    """Labels of widgets and author names that stand alone between the headline and the first line of prose."""
    if head is None:
        return
    for index in range(head + 1, min(first, head + 12)):
        line = lines[index].text
        alone = len(line) <= 40 and len(line.split()) <= 5 and line[-1].isalnum() and ":" not in line
        if not rules[index] and alone and not _NUMBERED_OR_STAMPED.search(line) and not _is_shouted(line):
            rules[index] = "stray"


def _is_hard_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether lines end where a column ended: many lines of like length that stop amid a sentence."""
    if len(lines) < 4 or sum(len(line.text) > 110 for line in lines) * 10 > len(lines):
        return False
    pairs = [(a.text, b.text) for a, b in pairwise(lines) if a.paragraph == b.paragraph]
    broken = sum(len(a) >= 45 and a[-1] not in ".!?…”\"':;)" for a, _ in pairs)
    return broken >= 3 and broken * 3 >= len(pairs)


def _goes_on(lines: Sequence[_Line], index: int) -> bool:
    if index == 0 or index >= len(lines) or lines[index].paragraph != lines[index - 1].paragraph:
        return False
    before, line = lines[index - 1].text, lines[index].text
    return not _BULLET.match(line) and (len(before) >= 45 or line[0].islower())


@cache
def load_rules() -> _Rules:
    """The patterns of `furniture.tsv`, joined by zone; raises `FurnitureRulesError` with the line number."""
    names: list[str] = []
    zones: dict[str, list[str]] = {"any": [], "edge": [], "top": []}
    rows = paths.resource("rules/furniture.tsv").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(rows[1:], start=2):
        cells = row.split("\t")
        if len(cells) != 4 or cells[1] not in zones:
            raise FurnitureRulesError(f"furniture.tsv, line {number}: expected name, zone, pattern and example.")
        pattern = _PLACEHOLDER.sub(lambda match: _PARTS[match[1]], cells[2]).replace("{{", "{").replace("}}", "}")
        loose = pattern.startswith("(?i)")
        body = f"(?i:{pattern[4:]})" if loose else f"(?:{pattern})"
        try:
            re.compile(body)
        except re.error as error:
            raise FurnitureRulesError(f"furniture.tsv, line {number}: {error}.") from error
        zones[cells[1]].append(f"(?P<r{len(names)}>{body})")
        names.append(cells[0])
    joined = {zone: re.compile("|".join(patterns)) for zone, patterns in zones.items()}
    return _Rules(tuple(names), joined["any"], joined["edge"], joined["top"])
