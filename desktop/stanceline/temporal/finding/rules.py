"""Loads the rule tables of `resources/rules` and turns text into typed tokens for them.

`timex_words.tsv` says which classes a word belongs to, with its value in each (`july` is `month` 07);
`timex_rules.tsv` holds the macros and the rules. Numbers get their classes from their shape.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import cast, get_args

from stanceline import paths
from stanceline.temporal.finding.grammar import OTHER, Alphabet, Compiler, Part, RuleError, literals
from stanceline.temporal.finding.holidays import holidays
from stanceline.temporal.timex import TimexType

WORDS, RULES = "rules/timex_words.tsv", "rules/timex_rules.tsv"
_COLUMNS = 7
_LONGEST_SHAPE = 16
"""Characters of the longest number that has a class of its own; longer ones are no dates."""
_TYPES: tuple[TimexType, ...] = get_args(TimexType)

_TOKEN = re.compile(
    r"([ap]\.m\b\.?"
    r"|(?<=-[0-9]{2})t(?=[0-9]{2}:[0-9]{2})|[0-9]{2}(?=t[0-9]{2}:[0-9]{2})"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thur|fri|sat|sun)\.(?=[^\S\n]|\n|,)"
    r"|[^\W\d_]++(?:[0-9]\w*+)?"
    r"|[0-9]++(?:(?:[.,:/][0-9]++)++|[^\W\d_]\w*+)?(?:[ap]m\b)?"
    r"|\s++|.)"
    r"([^\S\n]*+(?:\n(?!\s*\n)[^\S\n]*+)?)",
    re.DOTALL,
)

_SHAPES = tuple(
    (re.compile(pattern), tuple(classes.split()))
    for pattern, classes in (
        (r"\d{1,2}:[0-5]\d(?::[0-5]\d)?", "clock"),
        (r"\d{1,2}(?:[:.][0-5]\d)?[ap]m", "clockap"),
        (r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2}", "numdate"),
        (r"[1-9]/[1-9]\d?", "frac"),
        (r"(?:1[89]|20)\d\d/\d\d", "splityear"),
        (r"0\d[0-5]\d", "int"),
        (r"[1-4]q\d\d|q[1-4]fy\d\d", "qny"),
        (r"(?:[01]?\d|2[0-3])\.[0-5]\d", "clockdot bignum"),
        (r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", "compact"),
        (r"\d{1,3}(?:,\d{3})+|\d{1,6}\.\d{1,3}|\d{5,12}", "bignum"),
        (r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", "dayord ordn"),
        (r"\d{1,3}(?:st|nd|rd|th)", "ordn"),
        (r"(?:1\d|20)\d0s", "decade decade4"),
        (r"[1-9]0s", "decade"),
        (r"q[1-4]|[1-4]q", "qn"),
        (r"h[12]", "hn"),
        (r"fy\d{4}|fy\d{2}", "fy"),
    )
)


@dataclass(frozen=True)
class Rule:
    """One row of the table. `kinds` names, for each group of `pattern`, what it captures and how to read it."""

    name: str
    family: str
    type: TimexType
    args: tuple[tuple[str, str], ...]
    guards: tuple[str, ...]
    source: str
    kinds: Mapping[str, tuple[str, str]]
    order: int
    example: str
    line: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression over signatures; made when first tried, because compiling all takes longer than all else."""
        return re.compile(self.source)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as typed tokens: lower-case words, their offsets, and one signature a token."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    signatures: str

    def end(self, token: int) -> int:
        """Offset behind a token's last character."""
        return self.starts[token] + len(self.words[token])

    def is_capital(self, token: int) -> bool:
        """Whether the token begins with a capital letter in the text."""
        return self.text[self.starts[token]].isupper()


class RuleBook:
    """All rules with their vocabulary, ready to run."""

    def __init__(self, words: Path, rules: Path) -> None:
        macros, rows = _read_rules(rules)
        macros["holiday"] = _holiday_pattern()
        self.alphabet = Alphabet()
        self._values, self._capital = _read_words(words)
        self._signatures = self._assign(literals([*macros.values(), *(row[5] for _, row in rows)]))
        compiler = Compiler(self.alphabet, macros)
        compiled = [_compile(compiler, row, order, rules, line) for order, (line, row) in enumerate(rows)]
        self.rules = tuple(rule for rule, _ in compiled)
        self._by_class = self._index(compiled)
        self._classes = self.alphabet.classes()
        self._by_pair: dict[str, tuple[Rule, ...]] = {}

    def _assign(self, literal: set[str]) -> dict[str, str]:
        signatures: dict[str, set[str]] = {}
        for word in {*self._values, *literal, "’", "–"}:
            classes = set(self._values.get(word, ()))
            if word in literal:
                classes.add(f"={word}")
            signatures[word] = classes
        for number in range(10_000):
            for spelled in {str(number), f"{number:02d}"}:
                signatures[spelled] = signatures.get(spelled, set()) | set(_number_classes(spelled, number))
        # Sorted, so that the characters do not depend on the order of a set.
        self._plain = {w: self.alphabet.signature(c - self._capital_classes(w)) for w, c in sorted(signatures.items())}
        self._shapes = [(shape, self.alphabet.signature(classes)) for shape, classes in _SHAPES]
        return {word: self.alphabet.signature(held) for word, held in sorted(signatures.items())}

    def _capital_classes(self, word: str) -> set[str]:
        return {name for name in self._values.get(word, ()) if (name, word) in self._capital}

    def _index(self, compiled: list[tuple[Rule, Part]]) -> dict[str, list[tuple[Rule, Part]]]:
        found: dict[str, list[tuple[Rule, Part]]] = {}
        for rule, part in compiled:
            for char in sorted({char for name in part.first for char in self.alphabet.characters(name)}):
                found.setdefault(char, []).append((rule, part))
        return found

    def starting(self, signature: str, behind: str) -> tuple[Rule, ...]:
        """The rules that can begin with a token of this signature before one of `behind` (empty: at the end).

        "The" opens every second rule, and what comes behind it leaves few of them.
        """
        pair = signature + behind
        found = self._by_pair.get(pair)
        if found is None:
            classes = self._classes.get(behind, frozenset())
            opening = self._by_class.get(signature, ())
            found = tuple(rule for rule, part in opening if part.is_single or not part.second.isdisjoint(classes))
            self._by_pair[pair] = found
        return found

    def value(self, word: str, kind: str) -> str:
        """What a word means as a member of a class; the word itself where the table gives no meaning."""
        known = self._values.get(word)
        return known.get(kind, word) if known else word

    @cached_property
    def holiday_words(self) -> frozenset[str]:
        """Words that make a stretch of text worth a look because they name a feast."""
        words = {word for row in holidays() for name in row.names for word, _ in _TOKEN.findall(name)}
        return frozenset(word for word in words if len(word) > 3 and word not in self._values)

    @cached_property
    def capital_words(self) -> frozenset[str]:
        """Words that belong to a class only when written with a capital."""
        return frozenset(word for _, word in self._capital)

    def tokenize(self, text: str) -> Tokens:
        """Type every token of a text, in time linear in its length."""
        # The one letter that grows when lowered would shift every offset behind it.
        lowered = text.replace("İ", "I").lower()
        pairs = _TOKEN.findall(lowered)
        words = [word for word, _ in pairs]
        starts, at = [], 0
        for word, gap in pairs:
            starts.append(at)
            at += len(word) + len(gap)
        known = self._signatures.get
        signatures = [known(word, OTHER) for word in words]
        for index, word in enumerate(words):
            if signatures[index] == OTHER:
                if word[0].isdigit() or (word[0] in "qhf" and word[-1].isdigit()):
                    signatures[index] = self._shaped(word)
            elif word in self.capital_words and not text[starts[index]].isupper():
                signatures[index] = self._plain[word]
        return Tokens(text, words, starts, "".join(signatures))

    def _shaped(self, word: str) -> str:
        if len(word) > _LONGEST_SHAPE:
            return OTHER
        for shape, signature in self._shapes:
            if shape.fullmatch(word):
                return signature
        return OTHER


def _number_classes(spelled: str, number: int) -> list[str]:
    classes = ["int"]
    if 1 <= number <= 31 and len(spelled) <= 2:
        classes.append("day")
    if len(spelled) == 2:
        classes.append("yy")
        if 1 <= number <= 12:
            classes.append("month2")
    if 1000 <= number <= 2199:
        classes.append("year")
    return classes


def _lines(path: Path) -> list[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    return [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]


def _read_words(path: Path) -> tuple[dict[str, dict[str, str]], set[tuple[str, str]]]:
    values: dict[str, dict[str, str]] = {}
    capital = set()
    for number, line in _lines(path):
        columns = line.split("\t")
        if len(columns) != 3:
            raise RuleError(f"{path.name}, line {number}: expected 3 columns, found {len(columns)}")
        kind, value, words = columns
        for word in words.split(","):
            name = word.removeprefix("!")
            values.setdefault(name, {})[kind] = value
            if word != name:
                capital.add((kind, name))
    return values, capital


def _read_rules(path: Path) -> tuple[dict[str, str], list[tuple[int, list[str]]]]:
    macros, rows = dict[str, str](), list[tuple[int, list[str]]]()
    names = set[str]()
    for number, line in _lines(path):
        columns = line.split("\t")
        fault = _macro_fault(columns) if line.startswith("%") else _rule_fault(columns)
        if columns[0] in names:
            fault = f"there is another row named {columns[0]}; names are unique"
        if fault is not None:
            raise RuleError(f"{path.name}, line {number}: {fault}")
        names.add(columns[0])
        if line.startswith("%"):
            macros[columns[0][1:]] = columns[1]
        else:
            rows.append((number, columns))
    return macros, rows


def _macro_fault(columns: Sequence[str]) -> str | None:
    if len(columns) != 2:
        return f"a macro has 2 columns, name and pattern, with a tab between them; this row has {len(columns)}"
    return None


def _rule_fault(columns: Sequence[str]) -> str | None:
    if len(columns) != _COLUMNS:
        return (
            f"a rule has {_COLUMNS} columns with a tab between them (rule, family, type, arguments, guards, pattern, "
            f"example), empty ones too; this row has {len(columns)}"
        )
    if columns[2] not in _TYPES:
        return f"the third column is a type, one of {', '.join(_TYPES)}; found {columns[2]!r}"
    before, _, rest = columns[6].partition("{")
    if not rest.partition("}")[0] or "}" not in rest or "{" in before:
        return f"the example puts the found part in braces; found {columns[6]!r}"
    return None


def _holiday_pattern() -> str:
    """Every holiday's name as a pattern, longest first, since an alternation takes the first that fits."""
    names = sorted((name for row in holidays() for name in row.names), key=lambda name: (-len(name), name))
    return " | ".join(_name_pattern(name) for name in names)


def _name_pattern(name: str) -> str:
    words = [word for word, _ in _TOKEN.findall(name)]
    return " ".join({"'": "<apostrophe>?", "-": "<dash>?"}.get(word, word) for word in words)


def _compile(compiler: Compiler, row: list[str], order: int, path: Path, line: int) -> tuple[Rule, Part]:
    name, family, kind, args, guards, pattern, example = row
    try:
        part = compiler.compile(pattern)
        if part.nullable:
            raise RuleError(f"everything in the pattern {pattern!r} may be left out, so it would match nothing")
    except RuleError as error:
        raise RuleError(f"{path.name}, line {line}, rule {name}: {error}") from error
    fixed = tuple((key, value) for key, _, value in (item.partition("=") for item in args.split(";") if item))
    kinds = dict(compiler.kinds)
    rule = Rule(
        name, family, cast(TimexType, kind), fixed, tuple(guards.split()), part.source, kinds, order, example, line
    )
    return rule, part


@lru_cache(maxsize=1)
def rule_book() -> RuleBook:
    """The shipped rules, loaded once."""
    return RuleBook(paths.resource(WORDS), paths.resource(RULES))
