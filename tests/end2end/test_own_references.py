"""Reference events of the user's own on every command that reads dates."""

import json
from pathlib import Path

import pytest

from tests.end2end.conftest import Run

NAME, IDENT = "Fjord League summit in Bergen", "fjord-league-summit-in-bergen-2024-05-14"
TABLE = f"name\tstart\tend\taliases\n{NAME}\t2024-05-14\t2024-05-15\tBergen summit\n"
ARTICLE = """Ferry toll divides ministers

Ministers of the Fjord League will meet at the Fjord League summit in Bergen tomorrow to discuss the ferry toll.
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """An article without a date that names an event nobody knows."""
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def published(analysis: Path) -> str | None:
    """The day of the only article."""
    (article,) = json.loads(analysis.read_text(encoding="utf-8"))["articles"]
    day: str | None = article["published"]
    return day


def test_an_own_event_dates_an_article_and_stays_with_the_project(program: Run, ferry: Path, tmp_path: Path) -> None:
    table, project, out = tmp_path / "own.tsv", tmp_path / "case.stanceline", tmp_path / "out.json"
    table.write_text(TABLE, encoding="utf-8")
    assert program("analyze", ferry, "-o", out).returncode == 0
    assert published(out) is None
    assert program("analyze", ferry, "--references", table, "-o", project).returncode == 0
    assert program("analyze", project, "-o", out).returncode == 0
    assert published(out) == "2024-05-13"
    # A table given later replaces the row with the same id that the project holds.
    table.write_text(f"id\tname\tstart\tend\n{IDENT}\t{NAME}\t2024-06-04\t2024-06-04\n", encoding="utf-8")
    assert program("analyze", project, "--references", table, "-o", out).returncode == 0
    assert published(out) == "2024-06-03"


def test_dates_that_count_from_an_own_event_are_resolved(program: Run, tmp_path: Path) -> None:
    article, table, out = tmp_path / "a.txt", tmp_path / "own.csv", tmp_path / "out.jsonl"
    article.write_text("They left the day after the Fjord League summit in Bergen.\n", encoding="utf-8")
    table.write_text("name,start,end\nFjord League summit in Bergen,2024-05-14,2024-05-15\n", encoding="utf-8")
    values = []
    for more in ((), ("--references", table)):
        assert program("timexes", article, *more, "-o", out).returncode == 0
        row = json.loads(out.read_text(encoding="utf-8"))
        values.append([timex["value"] for timex in row["timexes"]])
    assert "2024-05-16" not in values[0]
    assert values[1] == ["2024-05-16"]


@pytest.mark.parametrize("command", ["analyze", "export", "timexes"])
def test_a_table_that_cannot_be_read_is_named_with_its_line_before_anything_is_done(
    program: Run, ferry: Path, tmp_path: Path, command: str
) -> None:
    table = tmp_path / "bad.tsv"
    table.write_text(TABLE + "Port vote\tsoon\t\t\n", encoding="utf-8")
    out = tmp_path / {"analyze": "o.json", "export": "o.png", "timexes": "o.jsonl"}[command]
    done = program(command, ferry, "--references", table, "-o", out)
    assert done.returncode == 2
    assert f"{table}, line 3" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()
