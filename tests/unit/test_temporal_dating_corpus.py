"""Undated articles among others: what is carried over, and what changes when a day becomes known."""

from functools import cache
from itertools import pairwise, permutations

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.pipeline import derive, extract
from stanceline.reading.readers import read_text
from stanceline.records import Analysis, Decision, Extraction
from stanceline.temporal.dating.solve import Constraint, Leaning, conclude, intersect
from stanceline.temporal.intervals import DaySet
from stanceline.temporal.references.events import load_references
from stanceline.temporal.timex import format_day, parse_day

BRIEFING = "“We are not planning to open any office anywhere this year,” the envoy told reporters on Friday."
UNDATED = f"{BRIEFING} Next week's NATO summit in Vilnius will settle it, she added."
DATED = f"Published: 9 July 2023\n\nThe plan met with anger at home.\n\n{BRIEFING} Others kept silent about it."


@cache
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def read(text: str, id: str) -> Extraction:
    return extract(read_text(text, id=id).articles[0], model())


def analysis(*extractions: Extraction, decisions: tuple[Decision, ...] = ()) -> Analysis:
    return derive(extractions, proposals=(), references=load_references(), decisions=decisions)


def bounds(found: Analysis, id: str) -> tuple[str | None, str | None, str | None]:
    row = next(row for row in found.articles if row.id == id)
    days = (row.published, row.published_begin, row.published_end_exclusive)
    first, second, third = (None if day is None else format_day(day) for day in days)
    return first, second, third


def times(found: Analysis, id: str) -> dict[str, tuple[str | None, str]]:
    return {row.text: (row.value, row.anchor) for row in found.timexes if row.article == id}


@pytest.mark.slow
def test_dated_article_added_later_narrows_an_undated_one() -> None:
    undated, dated = read(UNDATED, "undated"), read(DATED, "dated")
    alone, both = analysis(undated), analysis(undated, dated)
    assert bounds(alone, "undated") == ("2023-07-07", "2023-07-03", "2023-07-10")
    assert bounds(both, "undated") == ("2023-07-07", "2023-07-07", "2023-07-10")
    assert times(alone, "undated")["Friday"] == ("2023-07-07", "published:inferred")
    assert times(alone, "undated")["Next week"][1] == "published:inferred"
    reasons = next(row.published_reasons for row in both.articles if row.id == "undated")
    assert [reason.hard for reason in reasons if reason.rule == "dating.same_words"] == [True]
    assert both == analysis(dated, undated)


@pytest.mark.slow
def test_day_set_by_a_person_dates_everything_anew() -> None:
    undated = read(UNDATED, "undated")
    decided = analysis(undated, decisions=(Decision("article_date", "undated", "2023-07-05"),))
    assert bounds(decided, "undated") == ("2023-07-05", "2023-07-05", "2023-07-06")
    assert times(decided, "undated")["Friday"] == ("2023-06-30", "published")
    assert times(decided, "undated")["Next week"] == ("2023-W28", "published")


@pytest.mark.slow
def test_day_set_by_a_person_reaches_articles_with_the_same_words() -> None:
    one, other = read(f"{BRIEFING} The council was calm.", "a"), read(f"{BRIEFING} The town slept.", "b")
    assert bounds(analysis(one, other), "b") == (None, None, None)
    found = analysis(one, other, decisions=(Decision("article_date", "a", "2023-07-09"),))
    assert bounds(found, "b") == ("2023-07-07", "2023-07-07", "2023-07-13")


@pytest.mark.slow
def test_no_report_precedes_its_quotation() -> None:
    late = "“We are not planning to open any office anywhere this year,” the envoy had said. Days passed in quiet."
    found = analysis(read(DATED, "dated"), read(late, "late"))
    assert bounds(found, "late")[1] == "2023-07-07"


@pytest.mark.slow
def test_days_travel_over_chains_of_undated_articles_in_any_order() -> None:
    words = ["bread", "milk", "salt", "corn", "rice", "wool"]
    quotes = [f"“For {word} nobody in this town has ever paid so much before now,” a grocer said." for word in words]
    texts = [f"{one} It rained. {other}" for one, other in pairwise(quotes)]
    chain = [read(text, f"c{number}") for number, text in enumerate(texts)]
    start = read(f"Published: 9 July 2023\n\nThe market hall of the town was full of people.\n\n{quotes[0]}", "start")
    found = analysis(start, *chain)
    assert bounds(found, "c0")[1:] == ("2023-07-06", "2023-07-13")
    assert bounds(found, "c1")[1:] == ("2023-07-03", "2023-07-16")
    assert found == analysis(*chain[::-1], start)


@pytest.mark.slow
def test_contradicting_signs_are_a_problem_that_names_both() -> None:
    text = "The G7 summit in Hiroshima starts tomorrow. The NATO summit in Vilnius starts tomorrow, too, they said."
    found = analysis(read(text, "a"))
    (problem,) = [problem for problem in found.problems if problem.code == "date.contradiction"]
    assert problem.article == "a"
    assert "Hiroshima" in problem.says
    assert "Vilnius" in problem.says
    reasons = found.articles[0].published_reasons
    assert [reason.dropped for reason in reasons if "Left out" in reason.says] == ["hard", "soft"]


def sign(first: str, last: str, *, hard: bool = True, weight: float = 0.5, shaky: bool = False) -> Constraint:
    one, other = parse_day(first), parse_day(last)
    assert one is not None
    assert other is not None
    return Constraint(DaySet.of([(one, other)]), hard, weight, "x", f"{first}/{last}", needs_support=shaky)


def test_result_is_the_same_for_every_order_of_equally_strong_signs() -> None:
    signs = [
        sign("2023-07-01", "2023-07-09"),
        sign("2023-07-11", "2023-07-19"),
        sign("2023-07-05", "2023-07-14"),
        sign("2023-07-08", "2023-07-30", hard=False),
    ]
    found = {conclude(intersect(order), Leaning()) for order in permutations(signs)}
    assert len(found) == 1


def test_left_out_sign_names_what_it_contradicts() -> None:
    solution = intersect([sign("2023-07-01", "2023-07-09", weight=0.9), sign("2024-07-01", "2024-07-09")])
    (reason,) = [reason for reason in conclude(solution, Leaning()).reasons if reason.dropped]
    assert reason.says == "Left out, because it contradicts “2023-07-01/2023-07-09”: 2024-07-01/2024-07-09"
    assert (reason.dropped, reason.hard) == ("hard", False)


def test_sign_that_needs_support_is_soft_without() -> None:
    shaky = sign("2023-07-01", "2023-07-09", shaky=True)
    assert [c.hard for c in intersect([shaky]).held] == [False]
    assert [c.hard for c in intersect([shaky, sign("2023-01-01", "2023-12-31")]).held] == [True, True]
    assert [c.hard for c in intersect([shaky, sign("1990-01-01", "2025-12-31")]).held] == [True, False]
