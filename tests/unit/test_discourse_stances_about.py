"""What an article is about, by all words of a proposal together."""

import pytest

from stanceline.discourse.stances.about import about, is_about
from stanceline.discourse.stances.aliases import make_target, stem
from stanceline.discourse.stances.relevance import Words, view_of
from stanceline.records import Proposal

LYNX = Proposal(
    "lynx",
    "Lynx in Strathfarn",
    "Releasing twenty lynx in the forests of Strathfarn so that they keep the deer down.",
    ("lynx release", "reintroduction of lynx"),
    positive_pole="the lynx are released",
)


def stems_of(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


def test_names_weigh_more_than_what_else_is_told() -> None:
    own = about(LYNX)
    assert own.nearness({stem("lynx")}) > own.nearness({stem("deer")}) > own.nearness({stem("twenty")})


@pytest.mark.parametrize("word", ["the", "of", "that", "they"])
def test_small_words_are_not_compared(word: str) -> None:
    assert stem(word) not in about(LYNX).stems


def test_a_text_is_about_a_proposal_that_holds_many_of_its_words() -> None:
    assert is_about(LYNX, stems_of("lynx and deer in the forests of Strathfarn are to be released"))
    assert not is_about(LYNX, stems_of("twenty sheep were released in the forests"))


def test_a_view_tells_which_words_of_the_description_an_article_holds() -> None:
    target = make_target(LYNX)
    views = [view_of(target, Words(stems_of(text), frozenset())) for text in ("the sheep", "the deer", "the goats")]
    assert views[0] == views[2] != views[1]
