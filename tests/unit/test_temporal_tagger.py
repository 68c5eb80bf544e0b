"""Finding date expressions: spans, negatives, skipped stretches."""

import pytest

from stanceline.reading.article import Span
from stanceline.temporal.finding.rules import Rule, rule_book
from stanceline.temporal.finding.tagger import find_candidates


def _found(text: str) -> list[str]:
    return [candidate.text for candidate in find_candidates(text)]


@pytest.mark.parametrize("rule", rule_book().rules, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example(rule: Rule) -> None:
    before, _, rest = rule.example.partition("{")
    inside, _, after = rest.partition("}")
    found = find_candidates(before + inside + after)
    spans = [(candidate.rule, candidate.text, candidate.start) for candidate in found]
    assert (rule.name, inside, len(before)) in spans


def test_spans_quote_the_text_after_letters_that_grow_when_lowered() -> None:
    text = "İİ İstanbul met on 4 June 2025 and İzmir on Friday."
    for candidate in find_candidates(text):
        assert text[candidate.start : candidate.end] == candidate.text
    assert _found(text) == ["4 June 2025", "Friday"]


def test_a_leading_preposition_is_outside_and_a_modifier_inside() -> None:
    assert _found("It ended in late September and by early 1990 about two years ago.") == [
        "late September",
        "early 1990",
        "about two years ago",
    ]


def test_expressions_do_not_run_over_a_paragraph() -> None:
    assert _found("He met them in June\n\n2023 was a hard year for all.") == ["June", "2023"]


def test_a_line_break_inside_an_expression_is_a_space() -> None:
    assert _found("He came on Sept.\n30, 1989 at last.") == ["Sept.\n30, 1989"]


def test_nothing_is_found_in_a_skipped_stretch() -> None:
    text = "Updated Friday. He spoke on Monday."
    assert [c.text for c in find_candidates(text, skip=[Span(0, 15)])] == ["Monday"]
