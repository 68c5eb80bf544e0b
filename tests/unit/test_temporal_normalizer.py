"""Values of date expressions: golden sentences, anchors, narrowing, unknown days."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stanceline.temporal.finding.markup import mark_as_history
from stanceline.temporal.finding.rules import rule_book
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.references.events import ReferenceEvent
from stanceline.temporal.timex import UNKNOWN_TIME, Direction, DocumentTime, Timex, parse_day
from stanceline.temporal.values.normalizer import resolve_all
from stanceline.temporal.values.state import Mode

GOLDEN = Path(__file__).parent.parent / "golden" / "timex"
CASES = {
    path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for path in sorted(GOLDEN.glob("*.jsonl"))
}
"""The golden sentences by the name of their file: one file a group of families."""


def _day(text: str) -> int:
    day = parse_day(text)
    assert day is not None
    return day


def _known(text: str) -> DocumentTime:
    return DocumentTime.stated(_day(text), "metadata")


def _resolve(text: str, dct: str | None = "2023-07-07", **options: Any) -> tuple[Timex, ...]:
    known = _known(dct) if dct else UNKNOWN_TIME
    found = find_candidates(text)
    if options.get("mode") == "narrative":
        found = mark_as_history(text, found)
    return resolve_all(text, found, known, **options)


def _written(text: str, dct: str = "2023-07-07") -> tuple[str, str]:
    (timex,) = _resolve(text, dct)
    assert timex.interval is not None
    return timex.interval.written()


def _attributes(timex: Timex) -> dict[str, str | None]:
    begin, end = timex.interval.written() if timex.interval else (None, None)
    return {
        "mod": timex.mod,
        "edtf": timex.edtf,
        "begin": begin,
        "end": end,
        "granularity": timex.granularity,
        "anchor": timex.anchor,
        "rule": timex.rule,
    }


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{group}: {case['text'][:50]}") for group in CASES for case in CASES[group]]
)
def test_golden_sentences(case: dict[str, Any]) -> None:
    """A timex is text, type and value, and behind them the attributes that matter to the case."""
    found = _resolve(case["text"], case["dct"], mode=case["mode"])
    assert [[timex.text, timex.type, timex.value] for timex in found] == [timex[:3] for timex in case["timexes"]]
    for timex, expected in zip(found, case["timexes"], strict=True):
        for name, value in expected[3].items() if len(expected) > 3 else ():
            assert _attributes(timex)[name] == value, name


@pytest.mark.parametrize("group", CASES)
def test_each_group_of_families_has_positive_and_negative_cases(group: str) -> None:
    """A negative case has no date at all, or lists in `absent` what looks like one."""
    cases = CASES[group]
    for case in cases:
        assert all(word not in timex[0] for word in case.get("absent", ()) for timex in case["timexes"])
    negatives = [case for case in cases if not case["timexes"] or case.get("absent")]
    assert len(negatives) >= 2
    assert len(cases) - len(negatives) >= 3


@pytest.mark.parametrize("family", sorted({rule.family for rule in rule_book().rules} - {"nationalday"}))
def test_each_family_has_a_golden_sentence(family: str) -> None:
    assert family in _golden_families()


@lru_cache(maxsize=1)
def _golden_families() -> frozenset[str]:
    cases = [case for group in CASES.values() for case in group]
    return frozenset(dict(found.args)["family"] for case in cases for found in find_candidates(case["text"]))


def test_one_timex_a_candidate_in_the_same_order() -> None:
    text = "On Monday, two years ago, every Friday, for months, in the 1990s and now."
    candidates = find_candidates(text)
    resolved = resolve_all(text, candidates, _known("2023-07-07"))
    assert [(timex.start, timex.end) for timex in resolved] == [(c.start, c.end) for c in candidates]


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("It ended in early June.", "2023-06-01", "2023-06-11"),
        ("It ended in mid-June.", "2023-06-11", "2023-06-21"),
        ("It ended in late May.", "2023-05-21", "2023-06-01"),
        ("It ended in late 2022.", "2022-09-01", "2023-01-01"),
        ("It is due by the end of the year.", "2023-12-01", "2024-01-01"),
        ("It was shut earlier this month.", "2023-07-01", "2023-07-07"),
        ("It was built in the early 1990s.", "1990-01-01", "1994-01-01"),
        ("It ended in the first half of September 2022.", "2022-09-01", "2022-09-16"),
        ("It was in the winter of 2020.", "2020-12-01", "2021-03-01"),
    ],
)
def test_words_that_narrow_a_period_narrow_its_interval(text: str, begin: str, end: str) -> None:
    assert _written(text) == (begin, end)


def test_a_clock_time_gives_an_interval_inside_the_day() -> None:
    assert _written("They met on 4 June 2023 at 6 p.m. sharp.") == ("2023-06-04T18:00", "2023-06-04T18:01")


def test_the_hint_of_the_parse_beats_the_words() -> None:
    text = "He spoke on Monday."
    (timex,) = resolve_all(text, find_candidates(text), _known("2023-07-07"), hints=("future",))
    assert timex.value == "2023-07-10"


def test_quoted_speech_counts_from_the_day_of_speaking() -> None:
    text = '"We met yesterday," he said.'
    (timex,) = resolve_all(text, find_candidates(text), _known("2023-07-07"), said_on={0: _day("2023-07-01")})
    assert timex.value == "2023-06-30"


def test_what_hangs_on_an_inferred_day_says_so() -> None:
    day = _day("2023-07-07")
    inferred = DocumentTime(day, day - 3, day + 1, "inferred")
    (timex,) = resolve_all("It ends next week.", find_candidates("It ends next week."), inferred)
    assert (timex.value, timex.anchor) == ("2023-W28", "published:inferred")


def test_without_a_day_relative_expressions_stay_open_and_complete_ones_resolve() -> None:
    friday, date = _resolve("He left on Friday. She came on 4 June 2021.", None)
    assert (friday.value, friday.interval, friday.anchor) == ("XXXX-WXX-5", None, "none")
    assert friday.unresolved is not None
    assert "not known" in friday.unresolved
    assert (date.value, date.edtf, date.unresolved) == ("2021-06-04", "2021-06-04", None)


def test_a_date_that_does_not_exist_has_no_value() -> None:
    (timex,) = _resolve("It fell on February 30, 2021, he claims.")
    assert timex.interval is None
    assert timex.unresolved == "there is no such day"


def test_business_reports_count_from_their_quarter() -> None:
    text = "Profit rose in the third quarter of 2022. A year earlier it had fallen; in the quarter sales were flat."
    assert [timex.value for timex in _resolve(text)] == ["2022-Q3", "2021-Q3", "2022-Q3"]


def test_edtf_of_periods_that_edtf_cannot_name_is_an_interval() -> None:
    (week,) = _resolve("It ends next week.")
    (season,) = _resolve("It began in the spring of 2019.")
    assert (week.edtf, season.edtf) == ("2023-07-10/2023-07-16", "2019-21")


def test_the_day_after_a_reference_event_hangs_on_the_event() -> None:
    summit = ReferenceEvent("s", "Vilnius summit", ("Vilnius summit",), _day("2023-07-11"), _day("2023-07-12"))
    (timex,) = _resolve("He spoke on the day after the Vilnius summit.", "2023-07-20", events=[summit])
    assert (timex.text, timex.value, timex.anchor) == ("the day after", "2023-07-13", "event")
    (unknown,) = _resolve("He spoke on the day after the vote.", "2023-07-20", events=[summit])
    assert unknown.interval is None
    assert unknown.unresolved is not None
    assert "no reference event" in unknown.unresolved


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("Two days before the Vilnius summit he fell.", "Two days", "2023-07-09"),
        ("A week after the Vilnius summit he fell.", "A week", "2023-W29"),
        ("He fell three months after the Vilnius summit.", "three months", "2023-10"),
        ("He fell three months after the vote.", "three months", "P3M"),
    ],
)
def test_a_count_beside_a_reference_event_hangs_on_the_event(text: str, found: str, value: str) -> None:
    summit = ReferenceEvent("s", "Vilnius summit", ("Vilnius summit",), _day("2023-07-11"), _day("2023-07-12"))
    (timex,) = _resolve(text, "2024-03-14", events=[summit])
    assert (timex.text, timex.value) == (found, value)
    assert (timex.type, timex.anchor) == (("DURATION", "none") if value.startswith("P") else ("DATE", "event"))


_WORDS = sorted({word for rule in rule_book().rules for word in rule.example.replace("{", "").replace("}", "").split()})
_PIECE = st.one_of(
    st.sampled_from(_WORDS), st.integers(0, 2200).map(str), st.sampled_from([",", ".", "-", "\n\n", "’s"])
)


@given(
    st.lists(_PIECE, max_size=40).map(" ".join),
    st.one_of(st.none(), st.integers(-800_000, 2_900_000)),
    st.sampled_from(["news", "narrative"]),
    st.sampled_from(["past", "future", "unknown"]),
)
@settings(deadline=None, max_examples=150, derandomize=True, database=None)
def test_whatever_is_found_resolves_or_says_why_not(text: str, day: int | None, mode: Mode, hint: Direction) -> None:
    known = DocumentTime.stated(day, "user") if day is not None else UNKNOWN_TIME
    candidates = find_candidates(text)
    for timex in resolve_all(text, candidates, known, hints=(hint,) * len(candidates), mode=mode):
        assert text[timex.start : timex.end] == timex.text
        assert timex.value is not None or timex.unresolved is not None
