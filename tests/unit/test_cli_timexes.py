"""`stanceline timexes` as a user meets it: rows, stats, problems, exit status, and what it must not import."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from stanceline.cli import timexes


def _run(*arguments: object) -> int:
    parser = argparse.ArgumentParser()
    timexes.add_parser(parser.add_subparsers())
    parsed = parser.parse_args(["timexes", *map(str, arguments)])
    status: int = parsed.run(parsed)
    return status


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    rows = [
        {"id": "dated", "text": "He spoke on Friday about 2019.", "published": "2023-07-07"},
        {"id": "undated", "text": "They met on Monday, as they had in May of that year, and nobody said a word of it."},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_rows_have_the_keys_of_the_contract(articles: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    assert _run(articles, "-o", output) == 0
    dated, undated = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    assert (dated["doc"], dated["published"], dated["published_basis"]) == ("dated", "2023-07-07", "metadata")
    assert dated["timexes"][0] == {
        "start": 12,
        "end": 18,
        "text": "Friday",
        "type": "DATE",
        "value": "2023-07-07",
        "mod": None,
        "begin": "2023-07-07",
        "end_exclusive": "2023-07-08",
        "granularity": "day",
        "rule": "en.weekday.bare",
    }
    assert undated["published"] is None
    assert undated["timexes"][0]["value"] == "XXXX-WXX-1"
    assert undated["timexes"][0]["begin"] is None


def test_dates_below_a_day_heading_count_from_its_day(tmp_path: Path) -> None:
    text = (
        "Port council, live\n\nMonday 3 June 2024\n\n10:15 The council opens.\n\n11:40 The vote is tomorrow.\n\n"
        "Tuesday 4 June 2024\n\n09:00 Voting begins."
    )
    path, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text(json.dumps({"id": "live", "text": text, "published": "2024-06-05"}), encoding="utf-8")
    assert _run(path, "-o", output) == 0
    values = {row["text"]: row["value"] for row in json.loads(output.read_text(encoding="utf-8"))["timexes"]}
    assert (values["10:15"], values["tomorrow"], values["09:00"]) == (
        "2024-06-03T10:15",
        "2024-06-04",
        "2024-06-04T09:00",
    )


def test_stats_are_the_last_line_of_standard_error(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(articles, "-o", tmp_path / "out.jsonl", "--stats") == 0
    figures = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert set(figures) == {"articles", "characters", "load_seconds", "seconds"}
    assert figures["articles"] == 2


def test_a_missing_file_is_a_problem_and_the_rest_is_read(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problems = tmp_path / "problems.json"
    assert _run(articles, tmp_path / "nowhere.txt", "-o", tmp_path / "out.jsonl", "--problems", problems) == 1
    assert "nowhere.txt" in capsys.readouterr().err
    assert len(json.loads(problems.read_text(encoding="utf-8"))) == 1


def test_nothing_readable_is_status_2_and_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "out.jsonl"
    assert _run(tmp_path / "nowhere.txt", "-o", output) == 2
    assert not output.exists()
    assert "nowhere.txt" in capsys.readouterr().err


def test_neither_qt_nor_pandas_nor_the_language_model_is_imported(articles: Path, tmp_path: Path) -> None:
    code = (
        "import argparse, sys\n"
        "from stanceline.cli import timexes\n"
        "parser = argparse.ArgumentParser(); timexes.add_parser(parser.add_subparsers())\n"
        "parsed = parser.parse_args(sys.argv[1:]); parsed.run(parsed)\n"
        "print([m for m in ('spacy', 'PySide6', 'pandas', 'dateparser') if m in sys.modules])\n"
    )
    command = [sys.executable, "-c", code, "timexes", str(articles), "-o", str(tmp_path / "out.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
