"""Patterns over typed tokens: the rule table's small language, compiled to regular expressions.

A text is first turned into one character a token, the token's *signature* (which classes it belongs to). A rule
is then a regular expression over those characters, so that `the? <rel:rel> <unit:u>` is tried in a few steps
and no pattern ever runs over raw text. The language:

* `word` or punctuation: that token;  `<class>`: a token of the class;  `<class:name>`: the same, captured;
* `%macro` and `%macro:name`: a named part from the table's macros, captured as a whole where named;
* `( a | b )`, and `?` behind any of these. There is no repetition, so a match has a bounded length.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from stanceline import StancelineError

OTHER = "\ue000"
"""The signature of every token that no rule knows."""

PIECE = re.compile(r"\s*(?:<(\w+)(?::(\w+))?>|%(\w+)(?::(\w+))?|([()|?])|([a-z]+|[^\s\w]))")
"""One piece of a pattern: class and name, macro and name, sign, literal; of each piece one of the four."""


class RuleError(StancelineError):
    """A row of the rule tables is malformed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled piece: its expression, the classes it may begin with, and whether it may be empty.

    `second` are the classes that may come second in a match of two tokens or more; `is_single` tells whether a match
    may be one token long.
    """

    source: str
    first: frozenset[str]
    nullable: bool
    second: frozenset[str] = frozenset()
    is_single: bool = False


class Alphabet:
    """Gives every set of token classes a character, and every class the characters of its sets.

    A literal word of a pattern is the class `=word`.
    """

    def __init__(self) -> None:
        self._signatures: dict[frozenset[str], str] = {frozenset(): OTHER}
        self._members: dict[str, str] = {}

    def signature(self, classes: Iterable[str]) -> str:
        """The character of a set of classes, the same one each time."""
        self._members.clear()
        return self._signatures.setdefault(frozenset(classes), chr(0xE000 + len(self._signatures)))

    def characters(self, name: str) -> str:
        """All signatures that belong to a class."""
        if not self._members:
            for classes, char in self._signatures.items():
                for member in classes:
                    self._members[member] = self._members.get(member, "") + char
        return self._members.get(name, "")

    def classes(self) -> dict[str, frozenset[str]]:
        """The classes of each signature."""
        return {char: classes for classes, char in self._signatures.items()}

    def matching(self, wanted: Callable[[str], bool]) -> str:
        """All signatures with a class that `wanted` accepts."""
        return "".join(char for classes, char in self._signatures.items() if any(wanted(name) for name in classes))


def literals(patterns: Iterable[str]) -> set[str]:
    """The literal tokens that patterns mention."""
    return {match[6] for pattern in patterns for match in PIECE.finditer(pattern) if match[6]}


class Compiler:
    """Turns patterns into expressions over signatures."""

    def __init__(self, alphabet: Alphabet, macros: Mapping[str, str]) -> None:
        self._alphabet, self._macros = alphabet, macros
        self._groups = 0
        self.kinds: dict[str, tuple[str, str]] = {}

    def compile(self, pattern: str) -> Part:
        """Compile one pattern; `kinds` then tells for each group (capture name, class or macro)."""
        self._groups, self.kinds = 0, {}
        return self._pattern(pattern)

    def _pattern(self, pattern: str) -> Part:
        pieces = list(_pieces(pattern))
        part, rest = self._choice(pieces, 0, pattern)
        if rest != len(pieces):
            raise RuleError(f"unbalanced brackets in the pattern {pattern!r}")
        return part

    def _choice(self, pieces: list[tuple[str, ...]], at: int, pattern: str) -> tuple[Part, int]:
        parts = []
        while True:
            part, at = self._sequence(pieces, at, pattern)
            parts.append(part)
            if at == len(pieces) or pieces[at][4] != "|":
                break
            at += 1
        if len(parts) == 1:
            return parts[0], at
        first = frozenset[str]().union(*(part.first for part in parts))
        second = frozenset[str]().union(*(part.second for part in parts))
        source = "(?:" + "|".join(part.source for part in parts) + ")"
        nullable, is_single = any(part.nullable for part in parts), any(part.is_single for part in parts)
        return Part(source, first, nullable, second, is_single), at

    def _sequence(self, pieces: list[tuple[str, ...]], at: int, pattern: str) -> tuple[Part, int]:
        sources: list[str] = []
        first: set[str] = set()
        second: set[str] = set()
        nullable, is_single = True, False
        while at < len(pieces) and pieces[at][4] not in (")", "|"):
            part, at = self._item(pieces, at, pattern)
            sources.append(part.source)
            second |= part.second if nullable else frozenset()
            second |= part.first if is_single else frozenset()
            if nullable:
                first |= part.first
            is_single = (is_single and part.nullable) or (nullable and part.is_single)
            nullable = nullable and part.nullable
        return Part("".join(sources), frozenset(first), nullable, frozenset(second), is_single), at

    def _item(self, pieces: list[tuple[str, ...]], at: int, pattern: str) -> tuple[Part, int]:
        name, capture, macro, macro_capture, sign, literal = pieces[at]
        at += 1
        if name or literal:
            part = self._class(name or f"={literal}", capture, pattern)
        elif macro:
            part = self._macro(macro, macro_capture, pattern)
        elif sign == "(":
            part, at = self._choice(pieces, at, pattern)
            if at == len(pieces) or pieces[at][4] != ")":
                raise RuleError(f"unbalanced brackets in the pattern {pattern!r}")
            at += 1
        else:
            raise RuleError(f"misplaced {sign!r} in the pattern {pattern!r}")
        if at < len(pieces) and pieces[at][4] == "?":
            part, at = Part(f"(?:{part.source})?", part.first, True, part.second, part.is_single), at + 1
        return part, at

    def _class(self, name: str, capture: str, pattern: str) -> Part:
        characters = self._alphabet.characters(name)
        if not characters:
            raise RuleError(f"no word belongs to <{name}>, which the pattern {pattern!r} uses")
        source = f"[{characters}]" if len(characters) > 1 else characters
        if capture:
            source = f"(?P<{self._group(capture, name)}>{source})"
        return Part(source, frozenset([name]), False, is_single=True)

    def _macro(self, macro: str, capture: str, pattern: str) -> Part:
        if macro not in self._macros:
            raise RuleError(f"the macro %{macro} of the pattern {pattern!r} does not exist")
        # The group's number is taken before the inner ones, so that order of groups is order of brackets.
        group = self._group(capture, f"%{macro}") if capture else ""
        part = self._pattern(self._macros[macro])
        source = f"(?P<{group}>{part.source})" if capture else f"(?:{part.source})"
        return Part(source, part.first, part.nullable, part.second, part.is_single)

    def _group(self, capture: str, kind: str) -> str:
        if capture and not capture.isidentifier():
            raise RuleError(f"{capture!r} is no name for a captured part: begin it with a letter")
        # A name may be captured in several alternatives, an expression's group only once.
        self._groups += 1
        name = f"{capture}_{self._groups}"
        self.kinds[name] = (capture, kind)
        return name


def _pieces(pattern: str) -> Iterable[tuple[str, ...]]:
    at, pattern = 0, pattern.strip()
    while at < len(pattern):
        match = PIECE.match(pattern, at)
        if match is None:
            raise RuleError(f"cannot read the pattern {pattern!r} from {pattern[at:]!r} on")
        yield tuple(group or "" for group in match.groups())
        at = match.end()
