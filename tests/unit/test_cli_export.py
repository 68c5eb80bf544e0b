"""Options of `stanceline export`."""

import argparse

import pytest

from stanceline.cli.export import ExportUsageError, _format, parse_range
from tests.views import at


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
