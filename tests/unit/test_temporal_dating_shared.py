"""Which day a shared quotation gives an undated article, whatever the form in which either of them prints it."""

from functools import cache

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.pipeline import derive, extract
from stanceline.reading.readers import read_text
from stanceline.records import Extraction
from stanceline.temporal.dating.links import long_quotations
from stanceline.temporal.references.events import load_references
from stanceline.temporal.timex import format_day

WORDS = "We have never agreed to any such plan for the harbor and we never will agree to it"
TOLD = f"“{WORDS},” the minister told parliament on Thursday."
# Sunday, 12 May 2024: the Thursday before is the 9th.
HEAD = "Published: 12 May 2024\n\nThe harbor plan was criticized.\n\n"


@cache
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def read(text: str, id: str) -> Extraction:
    return extract(read_text(text, id=id).articles[0], model())


def day_of(dated: str, undated: str) -> str | None:
    found = derive(
        (read(f"{HEAD}{dated}", "dated"), read(undated, "undated")),
        proposals=(), references=load_references(), decisions=(),
    )  # fmt: skip
    row = next(row for row in found.articles if row.id == "undated")
    return None if row.published is None else format_day(row.published)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("dated", "undated"),
    [
        (TOLD, f"‘{WORDS},’ said the minister, who spoke yesterday."),
        (TOLD, f"The minister spoke yesterday. “{WORDS},” she said. The fishermen were angry."),
        (TOLD, f"The fishermen were angry.\n\nThe minister spoke yesterday.\n\n“{WORDS},” she said."),
        (TOLD, f"“Let me be clear: {WORDS.lower()}, whatever is written,” said the minister, who spoke yesterday."),
        (f"{TOLD} The mayor objected on Friday.", f"“{WORDS},” said the minister, who spoke yesterday."),
        (
            "“We have never agreed to any such plan for the harbor,” the minister said on Thursday, “and never will.”",
            f"“{WORDS},” said the minister, who spoke yesterday.",
        ),
    ],
    ids=["marks", "sentence before", "paragraph before", "nested", "other weekday behind", "split"],
)
def test_yesterday_is_the_weekday_of_the_dated_article(dated: str, undated: str) -> None:
    assert day_of(dated, undated) == "2024-05-10"


@pytest.mark.slow
def test_a_day_word_of_something_else_dates_no_quotation() -> None:
    assert day_of(TOLD, f"It rained yesterday. “{WORDS},” she said.") is None


def test_parts_of_a_quotation_count_from_eight_words_on() -> None:
    assert long_quotations("“No: one two three four five six seven.”") == {"no one two three four five six seven"}
    assert long_quotations("«No: one two three four five six seven eight»") == {
        "no one two three four five six seven",
        "one two three four five six seven eight",
    }
    assert long_quotations("They said no, which was more than anyone had hoped for.") == frozenset()
