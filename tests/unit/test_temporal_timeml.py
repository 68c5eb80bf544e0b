"""Ranges as TimeML marks them: one expression for each end that a word joins."""

import pytest

from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.timex import DocumentTime, parse_day
from stanceline.temporal.values.normalizer import resolve_all
from stanceline.temporal.values.timeml import as_annotated


def _annotated(text: str) -> list[tuple[str, str | None]]:
    day = parse_day("2023-07-07")
    assert day is not None
    timexes = list(as_annotated(resolve_all(text, find_candidates(text), DocumentTime.stated(day, "metadata"))))
    assert all(text[timex.start : timex.end] == timex.text for timex in timexes)
    return [(timex.text, timex.value) for timex in timexes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran from 2013 to 2017.", [("2013", "2013"), ("2017", "2017")]),
        ("He sold them between 1985 and 1987.", [("1985", "1985"), ("1987", "1987")]),
        ("It is shut from May through August.", [("May", "2023-05"), ("August", "2023-08")]),
        ("They met on April 24 and 25, 2023.", [("April 24", "2023-04-24"), ("25, 2023", "2023-04-25")]),
        ("It ran on 15–17 September 2022.", [("15–17 September 2022", "2022-09-15/2022-09-17")]),
        ("It took six to eight weeks.", [("six to eight weeks", "P6W/P8W")]),
        ("They met in May and again on Friday.", [("May", "2023-05"), ("Friday", "2023-07-07")]),
    ],
)
def test_a_range_in_words_is_two_expressions(text: str, expected: list[tuple[str, str]]) -> None:
    assert _annotated(text) == expected


def test_each_end_has_its_own_days() -> None:
    text = "It ran from 2013 to 2017."
    first, last = as_annotated(resolve_all(text, find_candidates(text), DocumentTime(None, None, None)))
    assert first.interval is not None
    assert last.interval is not None
    assert (first.interval.written(), last.interval.written()) == (
        ("2013-01-01", "2014-01-01"),
        ("2017-01-01", "2018-01-01"),
    )
