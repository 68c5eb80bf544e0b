"""Options of `stanceline export`."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from stanceline.cli.corpus import existing_paths
from stanceline.cli.export import add_parser
from stanceline.cli.export_charts import chart_content, refuse_unfit
from stanceline.cli.export_options import (
    ExportUsageError,
    figure_settings,
    format_of,
    parse_pages,
    parse_range,
    parse_rows,
    parse_size,
)
from stanceline.model.marks import Source
from stanceline.model.titles import figure_title
from stanceline.render.figure_settings import FigureError, FigureSettings
from tests.debate import debate
from tests.views import at, small_corpus

# Without one the command makes an application that has no widgets, with which no later test of the process goes on.
pytestmark = pytest.mark.usefixtures("qapp")


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

    assert format_of(options("both", "a.JPG")) == "jpeg"
    assert format_of(options("events", "a.txt", "csv")) == "csv"
    with pytest.raises(ExportUsageError, match="Choose --format csv, json"):
        format_of(options("events", "a.png"))
    with pytest.raises(ExportUsageError, match="png, svg"):
        format_of(options("timeline", "a"))


def test_a_figure_is_titled_by_its_proposals_else_by_its_one_article() -> None:
    corpus = small_corpus()
    titles = [title for _, title in corpus.columns]
    assert figure_title(corpus) == ", ".join(titles)
    assert figure_title(replace(corpus, columns=[(str(n), f"Plan {n}") for n in range(5)])) == "Plan 0, Plan 1, Plan 2…"
    alone = replace(corpus, columns=[], articles=[Source("a", "Harbor town split", "", "")])
    assert figure_title(alone) == "Harbor town split"
    assert figure_title(replace(corpus, columns=[], articles=[]))


def test_sizes_rows_and_pages_are_read() -> None:
    assert parse_size("1920x1080", 144.0) == (1920, 1080)
    assert parse_size("297x210mm", 300.0) == (3508, 2480)
    assert parse_size("90xautomm", 300.0) == (1063, None)
    assert parse_rows("stance") == {"rows": "stance"}
    assert parse_rows("12") == {"rows": "first", "row_count": 12}
    assert parse_pages("quarter") == {"pages_by": "quarter"}
    assert parse_pages("90d") == {"pages_by": "days", "pages_number": 90}
    assert parse_pages("4") == {"pages_by": "count", "pages_number": 4}
    assert parse_pages(None) == parse_rows(None) == {}


@pytest.mark.parametrize(("read", "text"), [(parse_rows, "few"), (parse_rows, "0"), (parse_pages, "week")])
def test_rows_and_pages_that_are_none_are_refused(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(ExportUsageError, match="--"):
        read(text)


@pytest.mark.parametrize("text", ["1920", "axb", "10x10cm", "-5x5"])
def test_sizes_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ExportUsageError, match="--size"):
        parse_size(text, 96.0)


def test_options_win_over_preset_and_settings_file(tmp_path: Path) -> None:
    (tmp_path / "house.json").write_text('{"theme": "dark", "font_pt": 8, "axis": "both", "dpi": 300}')
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    words = ["export", "x.txt", "-o", "x.png", "--settings", str(tmp_path / "house.json"), "--preset", "slide"]
    settings = figure_settings(parser.parse_args([*words, "--axis", "none", "--no-legend", "--rows", "5"]))
    assert (settings.theme, settings.font_pt, settings.axis) == ("dark", 8.0, "none")
    assert (settings.width_px, settings.dpi, settings.legend, settings.row_count) == (1920, 144.0, False, 5)
    assert figure_settings(parser.parse_args(["export", "x.txt", "-o", "x.png", "--width", "900"])).height_px is None
    with pytest.raises(ExportUsageError, match="--settings"):
        figure_settings(parser.parse_args(["export", "x.txt", "-o", "x.png", "--settings", "missing.json"]))


def test_charts_are_written_as_pictures_or_numbers() -> None:
    known = debate()
    numbers = chart_content(known, (), FigureSettings(), "chart-sources", "csv").decode("utf-8-sig").splitlines()
    assert numbers[0].startswith("period,The Example Daily,Kelley Courier")
    assert sum(int(cell) for line in numbers[1:] for cell in line.split(",")[1:]) == 56
    picture = chart_content(known, (), FigureSettings(theme="dark"), "chart-stances", "svg")
    assert b"Where actors stand over time: Ferry toll" in picture
    assert picture == chart_content(known, (), FigureSettings(theme="dark"), "chart-stances", "svg")
    with pytest.raises(FigureError, match="nothing of this chart has a date"):
        chart_content(debate(stances=0), (), FigureSettings(), "chart-sides", "png")


def test_a_chart_refuses_what_only_timelines_have() -> None:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    told = parser.parse_args(["export", "x", "--what", "chart-sides", "--rows", "stance", "-o", "a.svg"])
    with pytest.raises(ExportUsageError, match="--rows is for timelines"):
        refuse_unfit(told)
    with pytest.raises(ExportUsageError, match="csv"):
        format_of(parser.parse_args(["export", "x", "--what", "chart-sides", "-o", "a.ics"]))


def test_names_that_no_file_can_have_and_empty_ones_are_problems() -> None:
    found, problems = existing_paths(["/" + "x" * 300, ""])
    assert found == []
    assert [problem.code for problem in problems] == ["not_found", "not_found"]
