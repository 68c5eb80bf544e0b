"""Votes and meetings without their names, days named twice, words shared with a dated article; dates set later."""

from functools import cache, partial

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.model.edits import SetArticleDate
from stanceline.model.project import Project
from stanceline.pipeline import derive, extract
from stanceline.reading.parse import Tree
from stanceline.reading.readers import read_text
from stanceline.records import Extraction
from stanceline.temporal.anchors.direction import read_directions
from stanceline.temporal.dating.articles import Dateable, date_articles, find_clues
from stanceline.temporal.dating.stated import stated_date
from stanceline.temporal.dating.votes import distinctive_words, votes_of
from stanceline.temporal.finding.holidays import days_of_rule
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.references.events import ReferenceEvent, ReferenceIndex, load_references
from stanceline.temporal.timex import DocumentTime, format_day, parse_day

QUOTATION = "“We have never agreed to any such plan and we never will agree to it,”"
VOTES = (
    ReferenceEvent("scots", "Scottish Parliament election", (), 20580, 20580),
    ReferenceEvent("tessel", "Tessel bridge referendum", (), 20247, 20247),
    ReferenceEvent("morvania", "Regional election in Morvania", (), 20345, 20345),
)
"""7 May 2026, 8 June 2025 and 14 September 2025."""


@cache
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def dateable(text: str, ident: str = "a") -> Dateable:
    article = read_text(text, id=ident).articles[0]
    parse = model().parse(article)
    tree = Tree(article.text, parse)
    candidates = find_candidates(article.text)
    hints = read_directions(tree, candidates)
    return Dateable(article, parse, candidates, hints, find_clues(article, tree, candidates, hints))


def dated(text: str, *others: str, references: tuple[ReferenceEvent, ...] = ()) -> DocumentTime:
    items = [dateable(text), *(dateable(other, f"b{number}") for number, other in enumerate(others))]
    return date_articles(items, (*load_references(), *references), {})["a"]


def iso(day: int | None) -> str | None:
    return None if day is None else format_day(day)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote for the Scottish parliament is on Thursday. A candidate said so on Monday.", "2026-05-04"),
        ("The Morvanian dam divides all. Polling day is on Sunday. A party said so on Friday.", "2025-09-12"),
        ("Six in ten in Tessel said no in the ballot on Sunday. The mayor said on Monday he was sad.", "2025-06-09"),
        ("Voters in Tessel went to the polls on Sunday. The mayor said on Monday that he was sad.", "2025-06-09"),
        ("The council of Ardley went to the vote on Sunday. The mayor said on Monday that he was sad.", None),
        ("The union of Tessel's sailors held a ballot on Sunday. Its head said on Monday that it was close.", None),
        ("If Tessel would hold the referendum on Sunday, it would fail, the mayor said on Monday.", None),
    ],
)  # fmt: skip
def test_votes_of_ones_own_that_a_text_describes(text: str, expected: str | None) -> None:
    time = dated(text, references=VOTES)
    assert iso(time.day) == expected
    assert not any(reason.hard for reason in time.reasons)
    if expected:
        assert {ident for reason in time.reasons for ident in reason.events} <= {event.id for event in VOTES}


def test_words_that_tell_a_vote_from_others() -> None:
    assert distinctive_words(VOTES[1]) == {"tessel", "bridge"}
    assert votes_of(ReferenceIndex((*load_references(), *VOTES))) == VOTES


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("the minister told parliament yesterday.", "the minister said on Tuesday.", "2024-05-15"),
        ("the minister said on Tuesday.", "the minister said yesterday.", "2024-05-14"),
        ("the minister said today.", "the minister said on Tuesday.", "2024-05-14"),
        ("the minister said on Tuesday.", "the minister has said.", "2024-05-14"),
        ("the minister has said.", "the minister has said.", None),
    ],
)
def test_word_beside_a_shared_quotation_tells_the_day(mine: str, theirs: str, expected: str | None) -> None:
    other = f"Published: 15 May 2024\n\nThe plan was criticized in all papers. {QUOTATION} {theirs} The hall was full."
    time = dated(f"The plan met with anger in Oslo. {QUOTATION} {mine} Others kept silent all night long.", other)
    assert iso(time.day) == expected
    assert time.begin is not None


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("Posted 03/04/2024", "The council will debate it on 18/04/2024, the mayor said.", "2024-04-03"),
        ("Posted 03/04/2024", "The council will debate it on 04/18/2024, the mayor said.", "2024-03-04"),
        ("Published: Monday, 03/04/2024", "The bridge is shut, and the council will debate it.", "2024-03-04"),
        ("Posted: 05/02/2025", "The council will meet on Friday, 07/02/2025, the mayor said.", "2025-02-05"),
        ("Posted: 05/02/2025", "Papers of 18/04/2024 and of 04/18/2024 tell of the bridge.", None),
        ("Posted: 05/02/2025", "The council will meet, the mayor said, and it will vote.", None),
    ],
)
def test_own_date_in_figures_is_read_in_the_order_that_the_text_proves(
    line: str, text: str, expected: str | None
) -> None:
    time = stated_date(read_text(f"{line}\n\n{text}", id="a").articles[0])
    assert (time and iso(time.day)) == expected


def test_holidays_that_were_moved_once() -> None:
    assert days_of_rule("in 1995-05-08 2020-05-08", 2020) == parse_day("2020-05-08")
    assert days_of_rule("in 1995-05-08 2020-05-08", 2021) is None
    assert days_of_rule("easter+1", 2024) == parse_day("2024-04-01")


def test_finding_names_looks_up_instead_of_trying_all() -> None:
    index = ReferenceIndex(load_references())
    looked: list[tuple[str, ...]] = []

    class Counted(dict):  # type: ignore[type-arg]
        def get(self, key: tuple[str, ...], default: object = None) -> object:
            looked.append(key)
            return super().get(key, default)

    index._names = Counted(index._names)
    index.find("Summit Summit summit in " * 500)
    assert len(looked) < 2_000 * 8


@pytest.mark.slow
def test_unreal_descriptions_and_other_heads_tell_nothing() -> None:
    for text in (
        "Leaders of seven big car makers gather in Hiroshima on Friday.",
        "Leaders of the seven big democracies would meet in Hiroshima on Friday.",
        "Will leaders of the seven big democracies meet in Hiroshima on Friday?",
        "Business leaders of the seven big democracies gather in Hiroshima on Friday.",
    ):
        assert dated(text).reasons == (), text


# ---- through the project


@pytest.mark.slow
def test_day_set_or_found_later_dates_other_articles_anew() -> None:
    def extraction(ident: str, text: str) -> Extraction:
        return extract(read_text(text, id=ident).articles[0], model())

    mine = f"The plan met with anger in Oslo. {QUOTATION} the minister told parliament yesterday. Others kept silent."
    theirs = f"The plan was criticized in every paper. {QUOTATION} the minister said on Tuesday. The hall was full."
    project = Project(derive=partial(derive, references=load_references()))

    def row(ident: str) -> tuple[str | None, str]:
        found = next(row for row in project.analysis.articles if row.id == ident)
        return iso(found.published), found.published_basis

    project.add_extractions([extraction("mine", mine)])
    assert row("mine") == (None, "unknown")
    project.add_extractions([extraction("theirs", theirs)])
    assert row("mine") == (None, "unknown")
    restore = project.apply(SetArticleDate("theirs", "2024-05-15"))
    assert (row("theirs"), row("mine")) == (("2024-05-15", "user"), ("2024-05-15", "inferred"))
    project.apply(restore)
    assert row("mine") == (None, "unknown")
    dated_text = f"Published: 22 May 2024\n\n{theirs.replace('The hall was full.', 'The boats stayed at sea.')}"
    project.add_extractions([extraction("later", dated_text)])
    assert row("mine") == ("2024-05-22", "inferred")
    project.close()
