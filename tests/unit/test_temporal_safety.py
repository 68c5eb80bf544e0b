"""The date engine on hostile text: it never raises, never lies about its spans, and never does more than linear work.

Texts are made from the rules' own patterns, examples and words, cut, glued and disturbed. Work is counted, not timed.
"""

import importlib
import pkgutil
import random
import re
import sys
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stanceline import temporal
from stanceline.temporal.finding.rules import rule_book
from stanceline.temporal.finding.tagger import find_candidates, warm_up
from stanceline.temporal.timex import UNKNOWN_TIME, DocumentTime, Timex
from stanceline.temporal.values.normalizer import resolve_all
from tests.hostile import derive, hostile_text, material

_GLUE = (" ", "", "-", ", ", ".", ". ", " of ", " and ", " the ", "\n", "\n\n", "'s ", "’s ", "/", ":", "\u00a0", "–")
_TIMES = (
    DocumentTime.stated(19_550, "user"),
    DocumentTime.stated(-700_000, "user"),
    DocumentTime(19_550, 19_540, 19_560, "inferred"),
    UNKNOWN_TIME,
)
_MODES: tuple[Literal["news", "narrative"], ...] = ("news", "narrative")


def _pieces() -> st.SearchStrategy[str]:
    made = material()
    examples = st.sampled_from(made.examples)
    cut = st.builds(
        lambda text, first, length: text[first : first + length], examples, st.integers(0, 40), st.integers(1, 40)
    )
    derived = st.builds(
        lambda pattern, seed: derive(pattern, random.Random(seed)), st.sampled_from(made.patterns), st.integers(0, 999)
    )
    words = st.sampled_from(made.words)
    numbers = st.integers(0, 10**9).map(str)
    return st.one_of(
        st.sampled_from(made.found), examples, cut, derived, derived.map(str.title), words, words.map(str.upper),
        numbers, st.text(max_size=8), st.text("0123456789.,:/-' ", max_size=30),
    )  # fmt: skip


def _texts() -> st.SearchStrategy[str]:
    pair = st.tuples(_pieces(), st.sampled_from(_GLUE))
    return st.lists(pair, max_size=12).map(lambda pairs: "".join(piece + glue for piece, glue in pairs))


_ONCE_WRONG = (
    "It ran in fy '00, 31st - 31 of December 2199, as told.",
    "They met on May 5, 6 and 7 and 8 June 2021.",
    "It is open from 9 a.m. to half past seven on Monday, from half past six to 7 p.m. on Friday.",
)


def _resolved(text: str) -> Iterator[tuple[Timex, ...]]:
    candidates = find_candidates(text)
    for day in _TIMES:
        for mode in _MODES:
            yield resolve_all(text, candidates, day, mode=mode)


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(_texts())
@example(_ONCE_WRONG[0])
@example(_ONCE_WRONG[1])
@example(_ONCE_WRONG[2])
def test_every_text_is_read_and_every_span_quotes_it(text: str) -> None:
    candidates = find_candidates(text)
    behind = 0
    for candidate in candidates:
        assert behind <= candidate.start < candidate.end <= len(text)
        assert text[candidate.start : candidate.end] == candidate.text
        behind = candidate.end
    for timexes in _resolved(text):
        assert [(timex.start, timex.end) for timex in timexes] == [(found.start, found.end) for found in candidates]
        assert all(timex.interval is None or timex.interval.begin < timex.interval.end for timex in timexes)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(_texts(), _texts())
def test_reading_leaves_nothing_behind(text: str, other: str) -> None:
    first = list(_resolved(text))
    list(_resolved(other))
    assert list(_resolved(text)) == first


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(_texts(), _texts())
def test_no_expression_depends_on_another_paragraph(first: str, second: str) -> None:
    # What an expression means may depend on what was named before; where it stands may not.
    whole = [(found.start, found.end, found.rule) for found in find_candidates(f"{first}\n\n{second}")]
    head = [(found.start, found.end, found.rule) for found in find_candidates(f"{first}\n\n")]
    tail = [
        (found.start + len(first), found.end + len(first), found.rule) for found in find_candidates(f"\n\n{second}")
    ]
    assert whole == head + tail


@pytest.mark.parametrize("seed", range(60))
def test_long_hostile_texts_are_read(seed: int) -> None:
    text = hostile_text(seed, 4000)
    assert all(len(timexes) == len(find_candidates(text)) for timexes in _resolved(text))


# ---- work ------------------------------------------------------------------------------------------------


def _calls(text: str) -> int:
    """How many functions, Python's and C's, are called to read a text."""
    count = 0

    def note(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        resolve_all(text, find_candidates(text), _TIMES[0])
    finally:
        sys.setprofile(None)
    return count


_UNITS = (
    "7",
    "1,",
    "1 ",
    "May ",
    "a",
    "'",
    "1/1/",
    "\n ",
    "\n\n",
    "-",
    "the end of the ",
    "last ",
    "day after ",
    "1998 ",
)


@pytest.mark.parametrize("unit", [*_UNITS, *(f"{found} " for found in material().found)])
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    warm_up()
    _calls(unit)
    small, large = (_calls((unit * (length // len(unit) + 1))[:length]) for length in (400, 800))
    assert large <= 2.1 * small + 100


def test_no_rule_repeats_anything() -> None:
    # Without repetition a match has a bounded length, and so has the time for a try.
    for rule in rule_book().rules:
        assert re.search(r"[*+{]", rule.pattern.pattern) is None, rule.name


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every expression that a module of the temporal core holds, in whatever package, with its name."""
    for found in pkgutil.walk_packages(temporal.__path__, f"{temporal.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            values = value if isinstance(value, (tuple, list)) else [value]
            flat = [part for entry in values for part in (entry if isinstance(entry, (tuple, list)) else [entry])]
            yield from ((f"{found.name}.{name}", part) for part in flat if isinstance(part, re.Pattern))


def test_the_expressions_of_all_packages_are_looked_at() -> None:
    packages = {name.split(".")[2] for name, _ in _patterns()}
    assert {found.name for found in pkgutil.iter_modules(temporal.__path__) if found.ispkg} <= packages


@pytest.mark.parametrize(("name", "pattern"), list(_patterns()), ids=lambda part: part if isinstance(part, str) else "")
def test_no_expression_repeats_a_repetition(name: str, pattern: re.Pattern[str]) -> None:
    parser: Any = importlib.import_module("re._parser")
    assert _nested(parser.parse(pattern.pattern, pattern.flags), within=False) is False, name


_FEW = 400
"""A repetition up to here is bounded: its cost does not grow with the text."""


def _nested(parsed: Any, *, within: bool) -> bool:
    """Whether a repetition without a small bound stands inside another. Possessive ones never turn back."""
    for operation, argument in parsed:
        kind = str(operation)
        if kind in ("MAX_REPEAT", "MIN_REPEAT"):
            unbounded = argument[1] > _FEW
            if (within and unbounded) or _nested(argument[2], within=within or unbounded):
                return True
        elif kind in ("POSSESSIVE_REPEAT", "ATOMIC_GROUP", "ASSERT", "ASSERT_NOT"):
            inner = argument if kind == "ATOMIC_GROUP" else argument[-1]
            if _nested(inner, within=False):
                return True
        elif kind == "SUBPATTERN":
            if _nested(argument[3], within=within):
                return True
        elif kind == "BRANCH" and any(_nested(branch, within=within) for branch in argument[1]):
            return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "It was a million centuries later, and on New Year's Eve and at Ramadan they still spoke of it.",
        "A thousand millenniums earlier it was Diwali, and the Chinese New Year came next.",
        "It was a million years ago. " * 30 + "On Monday, on 4 May and at Easter it was still there.",
    ],
)
def test_a_tale_that_leaves_all_calendars_comes_to_an_end(text: str) -> None:
    for timexes in _resolved(text):
        assert all(timex.interval is None or abs(timex.interval.begin) < 2**53 for timex in timexes)
