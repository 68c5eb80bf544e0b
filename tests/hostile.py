"""Texts that try to make the date engine slow or wrong, made from the engine's own rules and words.

Everything follows from a seed and from the tables: the same text for the same seed on every machine. The tests draw
pieces from here, `make bench` times whole texts.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stanceline import paths
from stanceline.temporal.finding.grammar import PIECE
from stanceline.temporal.finding.holidays import holidays
from stanceline.temporal.finding.rules import RULES, WORDS, rule_book

ROOT = Path(__file__).resolve().parent.parent
_SHAPED = {
    "clock": ("9:30", "23:59:59", "24:00"), "clockap": ("9am", "12:15pm"), "numdate": ("1/2/2003", "31.12.1999"),
    "frac": ("1/2", "3/4"), "compact": ("19980807",), "bignum": ("1,500", "2.5", "123456"),
    "dayord": ("1st", "31st"), "ordn": ("2nd", "103rd"), "decade": ("1980s", "80s"), "decade4": ("1990s",),
    "qn": ("q3", "4q"), "hn": ("h1",), "fy": ("fy24", "FY2025"), "int": ("0", "7", "300"), "day": ("1", "29", "31"),
    "yy": ("98", "00"), "month2": ("02", "12"), "year": ("1000", "1900", "2024", "2199"),
}  # fmt: skip
_UNICODE = (
    "٣", "२०२४", "２０２４", "①", "²", "½", "Ⅻ", "–", "—", "‑", "−", "’", "‘", "“", "”", "«", "\u00a0", "\u2009",
    "\u200b", "\u00ad", "\ufeff", "\u202e", "İ", "ı", "ß", "ǅ", "ﬁ", "e\u0301", "日", "年", "𝟗", "🗓", "\x00",
    "\x85", "\u2028",
)  # fmt: skip
_GLUE = (
    " ",
    " ",
    " ",
    "",
    "-",
    ", ",
    ",",
    ".",
    ". ",
    " of ",
    " and ",
    " to ",
    "\n",
    "\n\n",
    "'s ",
    "/",
    ":",
    " the ",
    "  ",
)
_LONG = (
    "a" * 5000,
    "1" * 5000,
    "May" * 1500,
    "," * 3000,
    "1," * 2500,
    "1/" * 2500,
    "é" * 3000,
    "2024-" * 1000,
    "'" * 2000,
)


@dataclass(frozen=True)
class Material:
    """What texts are made of: the found parts of the rules' examples, whole examples, words, corpus text."""

    found: tuple[str, ...]
    examples: tuple[str, ...]
    words: tuple[str, ...]
    corpus: tuple[str, ...]
    macros: Mapping[str, str]
    patterns: tuple[str, ...]
    members: Mapping[str, tuple[str, ...]]


@cache
def material() -> Material:
    """All of it, read from the shipped tables and the development corpus."""
    examples = [rule.example for rule in rule_book().rules]
    found = tuple(example[example.index("{") + 1 : example.index("}")] for example in examples)
    members: dict[str, list[str]] = {}
    for row in _rows(WORDS):
        members.setdefault(row[0], []).extend(word.removeprefix("!") for word in row[2].split(","))
    names = [name for row in holidays() for name in row.names]
    rows = _rows(RULES)
    macros = {row[0][1:]: row[1] for row in rows if row[0].startswith("%")} | {"holiday": " | ".join(names)}
    words = sorted({word for group in members.values() for word in group} | set(names))
    folder = ROOT / "tests" / "data" / "devset" / "texts"
    return Material(
        found,
        tuple(example.replace("{", "").replace("}", "") for example in examples),
        (*words, *(word for group in _SHAPED.values() for word in group)),
        tuple(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))),
        macros,
        tuple(row[5] for row in rows if not row[0].startswith("%")),
        {name: tuple(group) for name, group in members.items()},
    )


def _rows(table: str) -> list[list[str]]:
    lines = paths.resource(table).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def derive(pattern: str, source: random.Random) -> str:
    """A text that the pattern may accept: one of its readings, drawn at random."""
    return " ".join(_derived([match.group(1, 3, 5, 6) for match in PIECE.finditer(pattern)], source))


def _derived(pieces: Sequence[Sequence[str | None]], source: random.Random) -> Iterator[str]:
    depth, parts = 0, [0]
    for index, piece in enumerate(pieces):
        depth += {"(": 1, ")": -1}.get(piece[2] or "", 0)
        if depth == 0 and piece[2] == "|":
            parts.append(index + 1)
    chosen = source.randrange(len(parts))
    at, end = parts[chosen], parts[chosen + 1] - 1 if chosen + 1 < len(parts) else len(pieces)
    while at < end:
        behind = _behind(pieces, at)
        optional = behind < end and pieces[behind][2] == "?"
        if not (optional and source.random() < 0.5):
            yield from _item(pieces, at, behind, source)
        at = behind + optional


def _behind(pieces: Sequence[Sequence[str | None]], at: int) -> int:
    depth = 0
    while True:
        depth += {"(": 1, ")": -1}.get(pieces[at][2] or "", 0)
        at += 1
        if depth == 0:
            return at


def _item(pieces: Sequence[Sequence[str | None]], at: int, behind: int, source: random.Random) -> Iterator[str]:
    name, macro, _, literal = pieces[at]
    if literal is not None:
        yield literal
    elif name is not None:
        group = (*material().members.get(name, ()), *_SHAPED.get(name, ()))
        yield source.choice(group) if group else name
    elif macro is not None:
        yield derive(material().macros[macro], source)
    else:
        yield from _derived(pieces[at + 1 : behind - 1], source)


def _cut(text: str, source: random.Random) -> str:
    first = source.randrange(len(text) + 1)
    return text[first : first + source.randrange(1, 40)]


def _mutated(text: str, source: random.Random) -> str:
    """A stretch of a text in which some words were dropped, doubled, cut, capitalized or swapped for another."""
    made = material()
    at = source.randrange(max(1, len(text) - 2000))
    words = text[at : at + 2000].split(" ")
    for _ in range(len(words) // 8):
        place = source.randrange(len(words))
        words[place] = source.choice(
            (words[place] * 2, words[place].upper(), source.choice(made.words), source.choice(_UNICODE), "",
             _cut(words[place], source))
        )  # fmt: skip
    return " ".join(words)


def pieces_of(source: random.Random) -> Iterator[str]:
    """Endlessly, pieces of one randomly chosen kind, or of a mixture."""
    made = material()
    kinds: tuple[Callable[[], str], ...] = (
        lambda: source.choice(made.found),
        lambda: source.choice(made.examples),
        lambda: _cut(source.choice(made.examples), source),
        lambda: source.choice(made.words),
        lambda: source.choice(made.words).title(),
        lambda: derive(source.choice(made.patterns), source),
        lambda: derive(source.choice(made.patterns), source).title(),
        lambda: str(source.randrange(10 ** source.randrange(1, 9))),
        lambda: source.choice(_UNICODE),
        lambda: source.choice(_LONG)[: source.randrange(1, 5000)],
        lambda: _mutated(source.choice(made.corpus), source),
        lambda: "".join(source.choice("0123456789,./:-' aprilmay") for _ in range(source.randrange(1, 60))),
    )
    chosen = [source.choice(kinds) for _ in range(source.randrange(1, 4))]
    while True:
        yield source.choice(chosen)()


def hostile_text(seed: int, size: int) -> str:
    """A text of `size` characters that follows from the seed: fresh pieces, or a few pieces over and over."""
    source = random.Random(seed)
    made = pieces_of(source)
    glue = [source.choice(_GLUE) for _ in range(source.randrange(1, 4))]
    if source.random() < 0.4:
        # Repetition is what makes engines backtrack.
        unit = "".join(next(made)[:200] + source.choice(glue) for _ in range(source.randrange(1, 5))) or " "
        return (unit * (size // len(unit) + 1))[:size]
    parts: list[str] = []
    length = 0
    while length < size:
        parts += (next(made), source.choice(glue))
        length += len(parts[-2]) + len(parts[-1])
        if not length:
            parts.append(" ")
            length = 1
    return "".join(parts)[:size]
