import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.paths import sample_folder
from stanceline.pipeline import extract
from stanceline.reading.article import Article
from stanceline.reading.parse import EMPTY_PARSE, Tree
from stanceline.reading.readers import read_path, read_text
from stanceline.temporal.anchors.direction import read_directions
from stanceline.temporal.dating.articles import Dateable, date_articles, find_clues, known_date, stated_date
from stanceline.temporal.dating.solve import Constraint, Leaning, conclude, intersect
from stanceline.temporal.finding.tagger import find_candidates
from stanceline.temporal.intervals import ANY_DAY, DaySet
from stanceline.temporal.references.events import load_references
from stanceline.temporal.timex import Clue, DocumentTime, format_day, parse_day

GOLDEN = Path(__file__).parents[1] / "golden" / "dating.jsonl"
CASES = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]


@cache
def model() -> LanguageModel:
    return LanguageModel(verify_model())


def dateable(article: Article) -> Dateable:
    parse = model().parse(article)
    tree = Tree(article.text, parse)
    candidates = find_candidates(article.text)
    hints = read_directions(tree, candidates)
    return Dateable(article, parse, candidates, hints, find_clues(article, tree, candidates, hints))


def article(text: str, id: str = "a") -> Article:
    return read_text(text, id=id).articles[0]


def iso(day: int | None) -> str | None:
    return None if day is None else format_day(day)


def day(text: str) -> int:
    found = parse_day(text)
    assert found is not None
    return found


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_what_a_text_says_of_its_own_day(case: dict[str, Any]) -> None:
    time = date_articles([dateable(article(case["text"]))], load_references(), {})["a"]
    expected = {key: value for key, value in case.items() if key in ("day", "begin", "end_exclusive")}
    found = {"day": iso(time.day), "begin": iso(time.begin), "end_exclusive": iso(time.end_exclusive)}
    assert {key: found[key] for key in expected} == expected
    assert time.basis == ("unknown" if case["day"] is None else "inferred")


@pytest.mark.slow
def test_seeds_are_dated_by_general_rules_in_any_order() -> None:
    items = [dateable(read_path(path).articles[0]) for path in sorted(sample_folder().glob("*.txt"))]
    times = date_articles(items, load_references(), {})
    assert times == date_articles(items[::-1], load_references(), {})
    first, second = times["000_4ae00a725297815d"], times["002_2fe6c1df8b5d4f97"]
    assert (iso(first.day), iso(first.begin), iso(first.end_exclusive)) == ("2023-07-07", "2023-07-03", "2023-07-10")
    # Both weekdays that it tells of are days of the summit, so that it is of the week after the first of them.
    assert (iso(second.day), iso(second.begin), iso(second.end_exclusive)) == ("2023-07-12", "2023-07-12", "2023-07-18")
    assert first.basis == second.basis == "inferred"
    assert sum(probability for _, probability in first.candidates) == pytest.approx(1, abs=0.01)
    for item, time in zip(items, (first, second), strict=True):
        assert time.reasons
        for reason in time.reasons:
            assert reason.start is None or item.article.text[reason.start : reason.end].strip()


@pytest.mark.slow
def test_shared_quotation_carries_a_day_to_another_article() -> None:
    quotation = "“We have never agreed to any such plan and we never will agree to it,” the minister said."
    undated = dateable(article(f"The plan met with anger. {quotation} Others kept silent.", "undated"))
    dated = dateable(article(f"Published: 12 May 2024\n\nThe plan was criticized. {quotation}\n", "dated"))
    known = known_date(dated.article)
    assert known is not None
    assert iso(known.day) == "2024-05-12"
    time = date_articles([undated, dated], (), {})["undated"]
    assert (iso(time.begin), iso(time.end_exclusive)) == ("2024-05-09", "2024-05-16")
    assert all(not reason.hard for reason in time.reasons)


def test_day_set_by_the_user_wins() -> None:
    item = Dateable(article("Published: 12 May 2024\n\nText of the article."), EMPTY_PARSE, (), (), ())
    time = date_articles([item], (), {"a": day("2024-06-01")})["a"]
    assert (time.day, time.basis) == (day("2024-06-01"), "user")


def test_nothing_to_go_by_is_unknown() -> None:
    time = date_articles([Dateable(article("Text of the article."), EMPTY_PARSE, (), (), ())], (), {})["a"]
    assert time == DocumentTime(None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: 12 May 2024\n\n", "2024-05-12"),
        ("Published April 20, 2026 5:00 a.m. EDT | Last updated April 21, 2026 11:42 a.m. EDT\n\n", "2026-04-20"),
        ("Updated: 14 May 2024 | Published: 12 May 2024\n\n", "2024-05-12"),
        ("Last updated: 21 July 2025, 09:15 GMT\n\n", "2025-07-21"),
        ("Posted 09/10/2025 4:12 PM PDT\n\n", "2025-09-10"),
        ("Suva, 14.08.2025\n\n", "2025-08-14"),
        ("2025.09.05 (Fri) 18:30 JST · Staff writer · Print\n\n", "2025-09-05"),
        ("EMBARGOED UNTIL 12:00 UTC, 5 AUGUST 2025\n\n", "2025-08-05"),
        ("BRUSSELS, May 16, 2025 (Example) — ", "2025-05-16"),
        ("ASUNCIÓN, 26/6/2025 (Example, translated) — ", "2025-06-26"),
        ("Posted 04/05/2025\n\n", None),
        ("PARIS, July 7 (Example) — ", None),
        ("Published: 31 February 2024\n\n", None),
        ("In May 2024, ", None),
        ("On 12 May 2024 (a Sunday) ", None),
        ("On Sunday, May 12, 2024 — a day to remember — ", None),
        ("9 February 1995 — ", None),
        ("May 12, 2024 (Example Wire) — ", "2024-05-12"),
        ("WASHINGTON, D.C., May 12, 2024 — ", "2024-05-12"),
        ("KUALA LUMPUR, Malaysia, May 12, 2024: ", "2024-05-12"),
        ("The minister, who had arrived on 12 May 2024 (a Sunday) — late — left again. ", None),
    ],
)
def test_dates_that_a_text_states_of_itself(text: str, expected: str | None) -> None:
    body = "The council of the town voted to build a bridge over the river, and the mayor said that it would help."
    found = stated_date(article(text + body))
    assert (found and iso(found.day)) == expected
    if found:
        assert found.basis == "text"
        reason = found.reasons[0]
        assert (text + body)[reason.start : reason.end].strip() in text


def test_date_of_a_correction_below_the_text_is_not_the_articles() -> None:
    body = "The council of the town voted to build a bridge over the river, and the mayor said that it would help."
    assert stated_date(article(f"{body}\n\nSaturday, March 19, 2016.")) is None


def test_metadata_in_words_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "text": "Text.", "published": "7 July 2023"}', encoding="utf-8")
    found = known_date(read_path(path).articles[0])
    assert found is not None
    assert (iso(found.day), found.basis) == ("2023-07-07", "metadata")


@pytest.mark.parametrize(
    ("raw", "begin", "end_exclusive"),
    [("July 2023", "2023-07-01", "2023-08-01"), ("2023", "2023-01-01", "2024-01-01"), ("the other day", None, None)],
)
def test_metadata_that_names_no_day_bounds_it_or_is_said(
    tmp_path: Path, raw: str, begin: str | None, end_exclusive: str | None
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "Text.", "published": raw}), encoding="utf-8")
    item = Dateable(read_path(path).articles[0], EMPTY_PARSE, (), (), ())
    time = date_articles([item], (), {})["a"]
    assert (time.day, iso(time.begin), iso(time.end_exclusive)) == (None, begin, end_exclusive)
    assert raw in time.reasons[0].says


def test_date_line_with_day_and_month_swapped_leaves_two_days() -> None:
    item = article("Posted 04/05/2025\n\nThe council of the town voted to build a bridge over the river, he said.")
    clues = find_clues(item, Tree(item.text, EMPTY_PARSE), (), ())
    time = date_articles([Dateable(item, EMPTY_PARSE, (), (), clues)], (), {})["a"]
    assert [reason.rule for reason in time.reasons] == ["dating.date_line"]
    assert (time.day, iso(time.begin), iso(time.end_exclusive)) == (None, "2025-04-05", "2025-05-05")


def constraint(first: str, last: str, *, hard: bool = True, weight: float = 0.5, rule: str = "x") -> Constraint:
    return Constraint(DaySet.of([(day(first), day(last))]), hard, weight, rule, rule)


def test_weakest_of_contradicting_signs_is_left_out_and_said() -> None:
    strong = constraint("2023-07-03", "2023-07-09", weight=0.9, rule="strong")
    weak = constraint("2022-01-01", "2022-12-31", weight=0.2, rule="weak")
    solution = intersect([weak, strong])
    assert solution.dropped == (weak,)
    time = conclude(solution, Leaning(weekdays=(5,)))
    assert iso(time.day) == "2023-07-07"
    assert [(reason.rule, reason.hard) for reason in time.reasons] == [("strong", True), ("weak", False)]
    assert time.reasons[1].says.startswith("Left out")


def test_result_does_not_depend_on_the_order_of_signs() -> None:
    signs = [
        constraint("2023-07-01", "2023-07-20", rule="a"),
        constraint("2023-07-05", "2023-07-30", hard=False, rule="b"),
        constraint("2023-07-18", "2023-07-25", hard=False, weight=0.1, rule="c"),
    ]
    assert intersect(signs).days == intersect(signs[::-1]).days


def test_soft_sign_open_to_one_side_feigns_no_bound() -> None:
    solution = intersect([Constraint(DaySet.since(day("2017-01-01")), False, 0.2, "office", "term")])
    assert solution.days == ANY_DAY
    assert conclude(solution, Leaning()) == DocumentTime(None, None, None)


@pytest.mark.parametrize(("yesterday", "expected"), [(False, "2023-07-05"), (True, "2023-07-06")])
def test_freshness_of_weekdays(yesterday: bool, expected: str | None) -> None:
    solution = intersect([constraint("2023-07-03", "2023-07-09")])
    time = conclude(solution, Leaning(weekdays=(3,), says_yesterday=yesterday))
    assert iso(time.day) == expected


def test_yearly_day_and_weekday_meet_once_in_a_few_years() -> None:
    clues = (
        Clue("month_day", "dating.dateline", 0, 4, True, (("month", "7"), ("day", "7"))),
        Clue("own_weekday", "dating.day_and_weekday", 5, 9, True, (("weekday", "5"),)),
        Clue("not_before", "dating.past_date", 10, 12, True, (("first", str(day("2021-01-01"))), ("last", "0"))),
        Clue("not_after", "dating.future_date", 10, 12, True, (("first", "0"), ("last", str(day("2024-12-31"))))),
    )
    item = Dateable(article("Text of the article, long enough."), EMPTY_PARSE, (), (), clues)
    time = date_articles([item], (), {})["a"]
    assert (iso(time.day), iso(time.begin), iso(time.end_exclusive)) == (None, "2022-07-08", "2023-07-08")
    assert [iso(candidate) for candidate, _ in time.candidates] == ["2022-07-08", "2023-07-07"]


BODY = (
    "The council of Farnley voted to close the old market hall, a decision that its traders had fought for months.\n\n"
    "Traders said they would go on."
)


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            f"For immediate release: 3 February 2026\n\nCouncil closes hall\n\n{BODY}",
            "Council closes hall",
            "2026-02-03",
        ),
        (f"# For immediate release: 3 February 2026\n\n# Hall to close\n\n{BODY}", "Hall to close", "2026-02-03"),
        (f"MEDIA RELEASE, 4 June 2025\nMarket hall to close\n\n{BODY}", "Market hall to close", "2025-06-04"),
        (f"Market hall to close\n\nPosted on 18 September 2025\n\n{BODY}", "Market hall to close", "2025-09-18"),
        (f"Market hall to close\nUpdated 8 February 2026\n\n{BODY}", "Market hall to close", "2026-02-08"),
        (
            f"Market hall to close\n{BODY}\nLast modified: 8 February 2026, 10:15 GMT",
            "Market hall to close",
            "2026-02-08",
        ),
        (f"Market hall\n\nPublished 3 May 2026; updated 4 May 2026\n\n{BODY}", "Market hall", "2026-05-03"),
        (f"Market hall\n\n{BODY}\n\n(Published Jan. 30, 2026)", "Market hall", "2026-01-30"),
        (f"Market hall\n\n{BODY} (Published Jan. 30, 2026)", "Market hall", "2026-01-30"),
        (
            f"Who will pay for the closing of the old market hall in town?\n\nPublished 8 February 2026\n\n{BODY}",
            "Who will pay for the closing of the old market hall in town?",
            "2026-02-08",
        ),
    ],
)
def test_publication_lines_date_the_article_and_are_no_title(
    text: str, title: str | None, expected: str | None
) -> None:
    found = article(text)
    known = known_date(found)
    assert found.title == title
    assert known is not None
    assert (iso(known.day), known.basis) == (expected, "text")


def test_entries_of_a_chronology_date_no_article() -> None:
    assert known_date(article(f"{BODY}\n\n12 May 2024\n\n{BODY}\n\n3 June 2024\n\n{BODY}")) is None


def test_publication_lines_are_listed_among_the_date_expressions() -> None:
    text = f"Market hall\n\nPosted on 18 September 2025\n\n{BODY}\n\n3 min read\n"
    assert [candidate.text for candidate in extract(article(text), None).candidates] == ["18 September 2025", "months"]


@pytest.mark.slow
def test_a_titled_name_may_be_the_last_words_of_a_text() -> None:
    found = dateable(article("The minister wrote to the French President Emmanuel Macron"))
    assert [clue.rule for clue in found.clues if "office" in clue.rule]
