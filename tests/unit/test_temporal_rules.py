"""Rows of the rule tables that cannot be read: the error names file, line and rule, and says what is wrong."""

from pathlib import Path

import pytest

from stanceline import paths
from stanceline.temporal.finding.grammar import RuleError
from stanceline.temporal.finding.rules import RULES, WORDS, RuleBook, rule_book
from stanceline.temporal.finding.tagger import check_guards
from stanceline.temporal.values.normalizer import family_named

_GOOD = "en.x.good\tdate\tDATE\t\t\t<month:m> <day:d>\tIt is {May 4} now."


def _book(folder: Path, *rows: str) -> RuleBook:
    rules = folder / "timex_rules.tsv"
    rules.write_text("\n".join(["# a comment", _GOOD, *rows]) + "\n", encoding="utf-8")
    return RuleBook(paths.resource(WORDS), rules)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("en.x.bad\tdate\tDATE\t\t<month:m>\tIt is {May}.", "7 columns with a tab between them"),
        ("en.x.bad\tdate\tDAY\t\t\t<month:m>\tIt is {May}.", "found 'DAY'"),
        ("en.x.bad\tdate\tDATE\t\t\t<month:m>\tIt is May.", "in braces; found 'It is May.'"),
        ("en.x.bad\tdate\tDATE\t\t\t<months_of:m>\tIt is {May}.", "rule en.x.bad: no word belongs to <months_of>"),
        ("en.x.bad\tdate\tDATE\t\t\t%nosuch\tIt is {May}.", "rule en.x.bad: the macro %nosuch"),
        ("en.x.bad\tdate\tDATE\t\t\t( <month:m>\tIt is {May}.", "rule en.x.bad: unbalanced brackets"),
        ("en.x.bad\tdate\tDATE\t\t\t<month:m>? <day:d>?\tIt is {May}.", "it would match nothing"),
        ("en.x.bad\tdate\tDATE\t\t\t<month:m> Day\tIt is {May}.", "rule en.x.bad: cannot read the pattern"),
        ("en.x.good\tdate\tDATE\t\t\t<month:m>\tIt is {May}.", "another row named en.x.good"),
        ("%mine <month:m>", "a macro has 2 columns"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(RuleError, match=r"^timex_rules\.tsv, line 3") as caught:
        _book(tmp_path, row)
    assert says in str(caught.value)


def test_an_unknown_guard_is_told_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    book = _book(tmp_path, "en.x.guarded\tdate\tDATE\t\tyeer\t<month:m>\tIt is {May}.")
    with pytest.raises(RuleError, match=r"^timex_rules\.tsv, line 3, rule en\.x\.guarded: .*Did you mean year\?"):
        check_guards(book.rules)


def test_an_unknown_family_is_told_with_its_line() -> None:
    rule = rule_book().rules[0]
    with pytest.raises(RuleError, match=rf"line {rule.line}, rule {rule.name}: no family 'dat'\. Did you mean date\?"):
        family_named("dat", rule.name)


def test_words_of_a_class_need_three_columns(tmp_path: Path) -> None:
    words = tmp_path / "timex_words.tsv"
    words.write_text("month\t01\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"^timex_words\.tsv, line 1"):
        RuleBook(words, paths.resource(RULES))
