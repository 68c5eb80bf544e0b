"""What quoted words count from: the day they were said, where the text tells it."""

import pytest

from stanceline.discourse.language import LanguageModel, locate_model
from stanceline.pipeline import derive, extract
from stanceline.reading.article import Article
from stanceline.reading.furniture import mark_blocks

pytestmark = pytest.mark.slow

_SAID = "the text does not tell on which day this was said"


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(locate_model())


def _read(model: LanguageModel, text: str) -> dict[str, tuple[str | None, str, str | None]]:
    blocks = mark_blocks(text)
    article = Article("a", text, "", published="2024-05-15", published_basis="metadata", blocks=blocks)
    rows = derive([extract(article, model)], proposals=()).timexes
    return {row.text: (row.value, row.anchor, row.unresolved) for row in rows}


@pytest.mark.parametrize(
    ("text", "phrase", "value", "anchor"),
    [
        ("“We will decide tomorrow,” she said on Monday.", "tomorrow", "2024-05-14", "published"),
        ("“We decided it yesterday,” the mayor said on 3 May 2021.", "yesterday", "2021-05-02", "running"),
        ("On Friday, the minister said: “I will resign today.”", "today", "2024-05-10", "published"),
        ("In a speech on 3 May 2021, the mayor said: “It opens next week.”", "next week", "2021-W19", "running"),
        ("Mayor Okafor wrote in a tweet on 3 May: “See you next week.”", "next week", "2024-W19", "published"),
        ("In a letter dated 11 April, the union wrote: “We strike on Friday.”", "Friday", "2024-04-12", "published"),
        ("“He told me on Friday: ‘I leave tomorrow,’” Lee said on Tuesday.", "tomorrow", "2024-05-11", "published"),
        ("Speaking on Thursday, Lee said it would decide “tomorrow”.", "tomorrow", "2024-05-10", "published"),
        # A month is enough for a year.
        ("“Next year we build,” the mayor said in May 2021.", "Next year", "2022", "running"),
        # Words of the report itself count from its own day.
        ("The minister said on Sunday that talks would resume tomorrow.", "tomorrow", "2024-05-16", "published"),
    ],
)
def test_counts_from_the_day_it_was_said(model: LanguageModel, text: str, phrase: str, value: str, anchor: str) -> None:
    assert _read(model, text)[phrase] == (value, anchor, None)


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("“We will decide tomorrow,” the mayor said in May 2021.", "tomorrow", "XXXX-XX-XX"),
        ("“I will be back next month,” Lee said in 2019.", "next month", "XXXX-XX"),
        ("“We will decide on Friday,” the minister said last week.", "Friday", "XXXX-WXX-5"),
        ("“Today we celebrate,” he said at the time.", "Today", "XXXX-XX-XX"),
        ("“We will vote tomorrow,” she said then.", "tomorrow", "XXXX-XX-XX"),
        ("Since 2019 Lee has said the bridge opens “next year”.", "next year", "XXXX"),
    ],
)
def test_stays_open_where_only_the_month_is_known(model: LanguageModel, text: str, phrase: str, value: str) -> None:
    assert _read(model, text)[phrase] == (value, "none", _SAID)
