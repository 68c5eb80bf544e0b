"""Dates that contradict the rest of their text: kept as written, flagged in words."""

import pytest

from stanceline.analysis import to_json
from stanceline.discourse.language import LanguageModel, locate_model
from stanceline.pipeline import derive, extract
from stanceline.reading.article import Article, Block, Span
from stanceline.reading.parse import Tree
from stanceline.records import Extraction
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.timex import UNKNOWN_TIME, DocumentTime, parse_day
from stanceline.temporal.values.doubts import find_doubts
from stanceline.temporal.values.normalizer import resolve_all

_DAY = parse_day("2023-07-07")
assert _DAY is not None
_WRITTEN = DocumentTime.stated(_DAY, "metadata")


def _doubts(text: str, time: DocumentTime = _WRITTEN) -> list[tuple[str | None, str | None]]:
    candidates = find_candidates(text)
    found = find_doubts(text, candidates, resolve_all(text, candidates, time), time)
    return [(timex.value, timex.doubt) for timex in found]


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("It met on Tuesday, 5 July 2023.", "2023-07-05", "5 July 2023 was a Wednesday, not a Tuesday"),
        ("It meets on Tuesday, 12 July 2023.", "2023-07-12", "12 July 2023 is a Wednesday, not a Tuesday"),
        ("It is due on 31 April 2024.", None, "April has no day 31, only 30"),
        ("Born on 30 February 1999.", None, "February 1999 has no day 30, only 28"),
        ("It ended on 29 February 2023.", None, "February 2023 has no day 29, only 28"),
        ("It runs until 31 June.", None, "June has no day 31, only 30"),
        (
            "It ran from 9 to 4 June 2023.",
            "2023-06-09/2023-06-04",
            "it begins on the 9th and ends before, on the 4th",
        ),
    ],
)
def test_flagged_and_kept(text: str, value: str | None, doubt: str) -> None:
    assert _doubts(text) == [(value, doubt)]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("It meets on Tuesday (July 12, 2023).", "12 July 2023 is a Wednesday, not a Tuesday"),
        (
            "It ran from May 12, 2023 to April 3, 2023.",
            "it begins on 12 May 2023 and ends before, on 3 April 2023",
        ),
        ("The three-day meeting from 4 to 9 June 2023 ended.", "three-day says 3 days, and the dates make 6"),
        ("The two-day summit (11-14 July) opened.", "two-day says 2 days, and the dates make 4"),
    ],
)
def test_the_second_of_two_is_flagged(text: str, doubt: str) -> None:
    assert [found for _, found in _doubts(text)] == [None, doubt]


@pytest.mark.parametrize(
    "text",
    [
        "It met on Wednesday, 5 July 2023.",
        "It met on Wednesday (July 5).",
        "It is due on 29 February 2024.",
        "It fell on 29 February.",
        "The three-day meeting from 4 to 6 June 2023 ended.",
        "The three-day strike, part of a campaign from 4 to 9 June 2023, ended.",
        "The three-night stay from 4 to 7 June 2023 was paid.",
        "It ran from 28 May 2023 to 3 June 2023.",
        "He spoke on Monday. 12 July 2023 is the last day.",
        "The Tuesday after 5 July 2023.",
        # Without its year, a date far off may be that of another year.
        "The treaty dates from Friday, 3 February.",
    ],
)
def test_what_agrees_is_not_flagged(text: str) -> None:
    assert {doubt for _, doubt in _doubts(text)} <= {None}


def test_a_date_without_its_year_is_not_judged_where_no_day_is_known() -> None:
    assert _doubts("It met on Tuesday, 12 July.", UNKNOWN_TIME) == [("XXXX-07-12", None)]


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(locate_model())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("The bridge will open on 3 March 2021.", "it is told as still to come, and the article is of 7 July 2023"),
        ("The bridge opened on 3 March 2025.", "it is told as past, and the article is of 7 July 2023"),
        ("The bridge was opened on March 3, 2025.", "it is told as past, and the article is of 7 July 2023"),
        ("The bridge opened on 3 March 2021.", None),
        ("The bridge will open on 3 March 2025.", None),
        ("He said the bridge would open on 3 March 2021.", None),
        ("They will have opened it by 3 March 2021.", None),
        ("She signed a contract until 3 March 2028.", None),
        ("He won a ticket for 3 March 2028.", None),
        ("The company postponed the launch to 3 March 2025.", None),
    ],
)
def test_tense_against_the_day_of_writing(model: LanguageModel, text: str, doubt: str | None) -> None:
    article = Article("a", text, "", blocks=(Block(Span(0, len(text)), "body"),))
    tree = Tree(text, model.parse(article))
    candidates = find_candidates(text)
    timexes = resolve_all(text, candidates, _WRITTEN)
    assert [found.doubt for found in find_doubts(text, candidates, timexes, _WRITTEN, tree=lambda: tree)] == [doubt]


@pytest.mark.slow
def test_tense_is_not_judged_inside_quoted_speech(model: LanguageModel) -> None:
    text = "“The bridge will open on 3 March 2021,” she said."
    article = Article("a", text, "", published="2023-07-07", blocks=(Block(Span(0, len(text)), "body"),))
    analysis = derive([extract(article, model)], proposals=())
    assert [row.doubt for row in analysis.timexes] == [None]


def test_one_problem_a_flagged_date_and_no_new_key() -> None:
    text = "It met on Tuesday, 5 July 2023, and on 6 July."
    article = Article("a", text, "", path="a.txt", published="2023-07-07", published_basis="metadata")
    analysis = derive([Extraction(article, candidates=find_candidates(text))], proposals=())
    says = "“Tuesday, 5 July 2023”: 5 July 2023 was a Wednesday, not a Tuesday."
    assert [(p.code, p.says, p.path, p.article) for p in analysis.problems] == [("date.doubtful", says, "a.txt", "a")]
    assert b'"doubt"' not in to_json(analysis)
