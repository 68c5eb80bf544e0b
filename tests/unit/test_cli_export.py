"""Options of `stanceline export`."""

import argparse
from dataclasses import replace

import pytest

from stanceline.cli.export import ExportUsageError, _format, parse_range
from stanceline.model.marks import Source
from stanceline.model.titles import figure_title
from tests.views import at, small_corpus


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2023", at(2023, 1, 1), at(2024, 1, 1)),
        ("2023-05/2023-12", at(2023, 5, 1), at(2024, 1, 1)),
        ("2023-05-03/2023-05-03", at(2023, 5, 3), at(2023, 5, 4)),
        ("/2023", None, at(2024, 1, 1)),
        ("2023/", at(2023, 1, 1), None),
        ("-0043/0001", at(-43, 1, 1), at(2, 1, 1)),
        (None, None, None),
    ],
)
def test_ranges_include_both_ends(text: str | None, begin: int | None, end: int | None) -> None:
    assert parse_range(text) == (begin, end)


@pytest.mark.parametrize("text", ["May", "2023-13", "2023-02-30", "2024/2023", "23/24"])
def test_ranges_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ExportUsageError, match="--range"):
        parse_range(text)


def test_a_format_must_fit_what_is_written() -> None:
    def options(what: str, output: str, format: str | None = None) -> argparse.Namespace:
        return argparse.Namespace(what=what, output=output, format=format)

    assert _format(options("both", "a.JPG")) == "jpeg"
    assert _format(options("events", "a.txt", "csv")) == "csv"
    with pytest.raises(ExportUsageError, match="Choose --format csv, json"):
        _format(options("events", "a.png"))
    with pytest.raises(ExportUsageError, match="png, svg"):
        _format(options("timeline", "a"))


def test_a_figure_is_titled_by_its_proposals_else_by_its_one_article() -> None:
    corpus = small_corpus()
    titles = [title for _, title in corpus.columns]
    assert figure_title(corpus) == ", ".join(titles)
    assert figure_title(replace(corpus, columns=[(str(n), f"Plan {n}") for n in range(5)])) == "Plan 0, Plan 1, Plan 2…"
    alone = replace(corpus, columns=[], articles=[Source("a", "Harbor town split", "", "")])
    assert figure_title(alone) == "Harbor town split"
    assert figure_title(replace(corpus, columns=[], articles=[]))
