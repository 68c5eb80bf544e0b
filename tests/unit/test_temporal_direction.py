"""Past or future from the verb that governs a date expression, as the language model parses it."""

import pytest

from stanceline.discourse.language import LanguageModel, locate_model
from stanceline.reading.article import Article, Block, Span
from stanceline.reading.parse import EMPTY_PARSE, Tree
from stanceline.temporal.direction import read_directions
from stanceline.temporal.tagger import find_candidates

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
        # Features and chronicles tell in the present what is past.
        ("On Friday afternoon the minister pours tea from a pot.", "unknown"),
        ("She says on Friday that all is well.", "unknown"),
    ],
)
def test_the_governing_verb_decides(model: LanguageModel, text: str, expected: str) -> None:
    article = Article("a", text, "", blocks=(Block(Span(0, len(text)), "body"),))
    candidates = find_candidates(text)
    assert read_directions(Tree(text, model.parse(article)), candidates) == (expected,)


def test_without_a_parse_nothing_is_known() -> None:
    text = "The minister spoke on Friday."
    assert read_directions(Tree(text, EMPTY_PARSE), find_candidates(text)) == ("unknown",)
