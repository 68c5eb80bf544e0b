"""Past or future from the verb that governs a date expression, as the language model parses it."""

import json
from pathlib import Path

import pytest

from stanceline.discourse.language import LanguageModel, locate_model
from stanceline.reading.article import Article, Block, Span
from stanceline.reading.parse import EMPTY_PARSE, Tree
from stanceline.temporal.anchors.direction import read_directions
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.timex import DocumentTime, parse_day
from stanceline.temporal.values.normalizer import resolve_all

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(locate_model())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister spoke on Friday.", "past"),
        ("The council will vote on Friday.", "future"),
        ("He said the council will vote on Friday.", "future"),
        ("The leaders who will meet in Oslo spoke on Friday.", "past"),
        ("The deal, announced Friday, will cost them dearly.", "past"),
        ("They plan to leave on Friday.", "future"),
        ("The talks begin on Friday.", "future"),
        ("Talks are due to resume on Friday.", "future"),
        ("The committee has approved it on Friday.", "past"),
        ("Friday.", "unknown"),
        ("Cyclists plan a protest on Saturday.", "future"),
        ("The mayor holds a press conference on Thursday.", "future"),
        ("The new charge enters into force on 1 November.", "future"),
        ("The law takes effect in October.", "future"),
        ("The deadline is Friday.", "future"),
        ("The vote was put off until January.", "future"),
        ("The decision has been postponed to November.", "future"),
        ("The council called a meeting for Monday.", "future"),
        ("A hearing was set for Friday.", "future"),
        ("If it is passed before the summer, shops gain.", "future"),
        ("Sales fell in August.", "past"),
        ("Organizers announced a rally on Saturday against the levy.", "future"),
        ("She said he was leaving on Monday.", "future"),
        ("He said he was flying home on Saturday when the engine failed.", "past"),
        ("Union members have voted to strike from Monday.", "future"),
        ("They want the decision to be made by Monday.", "future"),
        ("The new rules, to be published on Friday, ban single-use cups.", "future"),
        ("The report will be released Friday.", "future"),
        ("The airline has canceled all flights on Friday.", "future"),
        ("The hotel has been booked until Saturday.", "future"),
        ("The court has given the ministry until Monday to reply.", "future"),
        ("FIFA has put the cup on the agenda of its council for March.", "future"),
        ("The premier hopes to win over rebels before Tuesday's vote.", "future"),
        ("Ahead of Thursday's meeting, the two sides traded accusations.", "future"),
        ("Sunday's planned march was banned.", "future"),
        ("The meeting on Saturday is open to the public.", "future"),
        ("After Wednesday the price doubles.", "future"),
        ("Minister resigns Monday", "unknown"),
        ("Court to rule Friday on port strike", "future"),
        ("The report was due on Friday but never came.", "past"),
        ("She was ready to live with it in September.", "unknown"),
        ("Be home by Thursday.", "future"),
        ("He failed to appear on Tuesday.", "past"),
        ("When does it open? On Thursday, we believe.", "future"),
        # Features and chronicles tell in the present what is past.
        ("On Friday afternoon the minister pours tea from a pot.", "unknown"),
        ("She says on Friday that all is well.", "unknown"),
    ],
)
def test_the_governing_verb_decides(model: LanguageModel, text: str, expected: str) -> None:
    article = Article("a", text, "", blocks=(Block(Span(0, len(text)), "body"),))
    candidates = find_candidates(text)
    assert read_directions(Tree(text, model.parse(article)), candidates) == (expected,)


def test_the_second_of_two_verbs_shares_the_first_ones_helper(model: LanguageModel) -> None:
    text = "They will meet on Monday and vote on Tuesday."
    article = Article("a", text, "", blocks=(Block(Span(0, len(text)), "body"),))
    candidates = find_candidates(text)
    assert read_directions(Tree(text, model.parse(article)), candidates) == ("future", "future")


def test_without_a_parse_nothing_is_known() -> None:
    text = "The minister spoke on Friday."
    assert read_directions(Tree(text, EMPTY_PARSE), find_candidates(text)) == ("unknown",)


_GOLDEN = Path(__file__).parents[1] / "golden" / "direction.jsonl"


@pytest.mark.parametrize("line", _GOLDEN.read_text(encoding="utf-8").splitlines())
def test_sentences_with_their_days(model: LanguageModel, line: str) -> None:
    case = json.loads(line)
    text, day = case["text"], parse_day(case["dct"])
    assert day is not None
    article = Article("a", text, "", blocks=(Block(Span(0, len(text)), "body"),))
    candidates = find_candidates(text)
    hints = read_directions(Tree(text, model.parse(article)), candidates)
    timexes = resolve_all(text, candidates, DocumentTime.stated(day, "metadata"), hints=hints)
    assert [timex.value for timex in timexes] == case["values"]
