"""What every command promises: help with an example, a version, no Qt where none is needed, no network."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from stanceline import __version__
from tests.end2end.conftest import ROOT, Run

COMMANDS = ("analyze", "suggest", "timexes", "export", "doctor")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(program: Run, command: str) -> None:
    done = program(command, "--help")
    assert done.returncode == 0
    assert f"stanceline {command}" in done.stdout
    assert "example" in done.stdout


@pytest.mark.parametrize("arguments", [("--version",), ("analyze", "--version"), ("doctor", "--version")])
def test_version(program: Run, arguments: tuple[str, ...]) -> None:
    assert program(*arguments).stdout.strip() == f"stanceline {__version__}"


def test_doctor_finds_the_program_whole(program: Run) -> None:
    done = program("doctor")
    assert done.returncode == 0, done.stdout
    assert "all files as verified" in done.stdout


_NO_QT = """
import sys

class Guard:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "pyqtgraph", "shiboken6"):
            raise AssertionError("Qt was imported: " + name)
        return None

sys.meta_path.insert(0, Guard())
from stanceline.__main__ import main
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("command", ["analyze", "suggest", "timexes", "events", "marks", "doctor"])
def test_commands_without_pictures_never_import_qt(seeds: Path, tmp_path: Path, command: str) -> None:
    script = tmp_path / "guarded.py"
    script.write_text(_NO_QT, encoding="utf-8")
    article = seeds / "002_2fe6c1df8b5d4f97.txt"
    calls: dict[str, list[object]] = {
        "analyze": ["analyze", article, "-o", tmp_path / "out.json"],
        "suggest": ["suggest", article, "-o", tmp_path / "out.json"],
        "timexes": ["timexes", article, "-o", tmp_path / "out.jsonl"],
        "marks": ["export", article, "--what", "both", "--rows", "3", "-o", tmp_path / "out.ics"],
        "events": ["export", article, "--what", "events", "--format", "csv", "-o", tmp_path / "out.csv"],
        "doctor": ["doctor"],
    }
    done = subprocess.run(
        [sys.executable, str(script), *map(str, calls[command])],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_suggestions_come_as_a_list_or_as_json(tmp_path: Path, program: Run) -> None:
    article, proposal, output = tmp_path / "a.txt", tmp_path / "tunnel.toml", tmp_path / "out.json"
    article.write_text(
        "Ole Brandt rejects the harbor tunnel. It would destroy the mussel banks, he said.\n\n"
        "Mayor Ann Vance defended the harbor tunnel because it would shorten the way to the hospital.\n",
        encoding="utf-8",
    )
    proposal.write_text('id = "tunnel"\ntitle = "Harbor tunnel"\n', encoding="utf-8")
    shown = program("suggest", article, "--proposal", proposal)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("Harbor tunnel (tunnel)\n")
    assert "    shorten way to the hospital  [1 in 1] Ann Vance (1)\n      a: Mayor Ann Vance defended" in shown.stdout
    assert program("suggest", article, "--proposal", proposal, "-o", output).returncode == 0
    row = next(row for row in json.loads(output.read_text(encoding="utf-8")) if row["kind"] == "argument_for")
    assert (row["proposal"], row["count"], row["articles"]) == ("tunnel", 1, 1)
    assert row["actors"] == [{"id": "person:ann-vance", "name": "Ann Vance", "count": 1}]
    assert row["example"]["text"].endswith("to the hospital.")
    assert program("suggest", article, "--proposal", proposal, "-o", tmp_path / "out.txt").returncode == 2


def test_timexes_never_loads_the_language_model(seeds: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from stanceline.__main__ import main; status = main(sys.argv[1:]); "
        "loaded = {'spacy', 'pandas', 'PySide6'} & set(sys.modules); print(status, sorted(loaded))"
    )
    out = tmp_path / "dates.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", code, "timexes", str(seeds), "-o", str(out), "--stats"],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.stdout.strip() == "0 []", done.stderr
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["doc"][:3] for row in rows] == ["000", "002"]
    friday = next(timex for timex in rows[0]["timexes"] if "Friday" in timex["text"])
    assert (friday["value"], friday["begin"]) == ("XXXX-WXX-5", None)
    stats = json.loads(done.stderr.strip().splitlines()[-1])
    assert stats["articles"] == 2


def test_tables_of_the_sample_are_the_same_everywhere(program: Run, seeds: Path, tmp_path: Path) -> None:
    contents = []
    for number, env in enumerate(({"TZ": "UTC"}, {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8"})):
        project, out = tmp_path / "case.stanceline", tmp_path / f"{number}.csv"
        if not project.exists():
            assert program("analyze", seeds, "-o", project).returncode == 0
        done = program("export", project, "--what", "statements", "-o", out, env=env)
        assert done.returncode == 0, done.stderr
        contents.append(out.read_bytes())
    assert contents[0] == contents[1]
    rows = list(csv.DictReader(io.StringIO(contents[0].decode("utf-8-sig"))))
    text = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in sorted(seeds.glob("*.txt")))
    sided = [row for row in rows if row["stance"]]
    assert {int(row["stance"]) for row in sided} <= {-2, -1, 0, 1, 2}
    assert {row["hearing"] for row in sided} == {"first-hand", "second-hand"}
    assert all(part in text for row in rows for part in row["quote"].split(" … "))
    assert all(row["written"] in text for row in rows)
    assert {row["published"] for row in rows} == {"2023-07-07", "2023-07-12"}
    assert all(row["date"] and row["earliest"] <= row["latest"] for row in rows if not row["undated"])


def test_damaged_model_is_said_before_any_text_is_read(tmp_path: Path, seeds: Path) -> None:
    code = (
        "import sys; from stanceline.discourse import language; real = language.manifest\n"
        "def damaged():\n"
        "    found = real(); found['files'] = {**found['files'], 'parser/model': '0' * 64}; return found\n"
        "language.manifest = damaged\n"
        "from stanceline.__main__ import main\n"
        "if __name__ == '__main__':\n"
        "    sys.exit(main(sys.argv[1:]))\n"
    )
    script = tmp_path / "damaged.py"
    script.write_text(code, encoding="utf-8")
    out = tmp_path / "out.json"
    done = subprocess.run(
        [sys.executable, str(script), "analyze", str(seeds), "-o", str(out)],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 2
    assert "damaged or was changed" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_figures_of_every_kind_come_from_one_command(tmp_path: Path, program: Run, seeds: Path) -> None:
    project = tmp_path / "case.stanceline"
    assert program("analyze", seeds, "-o", project).returncode == 0
    heads = {"svg": b"<?xml", "html": b"<!DOCTYPE html>"}
    (tmp_path / "house.json").write_text('{"theme": "dark", "font_pt": 8, "sources": false}', encoding="utf-8")
    for ending, head in heads.items():
        out = tmp_path / f"figure.{ending}"
        done = program("export", project, "--settings", tmp_path / "house.json", "--rows", "stance", "-o", out)
        assert done.returncode == 0, done.stderr
        assert out.read_bytes().startswith(head)
    again = tmp_path / "again.svg"
    program("export", project, "--settings", tmp_path / "house.json", "--rows", "stance", "-o", again)
    assert again.read_bytes() == (tmp_path / "figure.svg").read_bytes()
    done = program("export", project, "--preset", "report-a4", "--pages", "2", "--no-sources", "-o", tmp_path / "p.png")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.glob("p-*.png")) == ["p-1.png", "p-2.png"]
    done = program("export", project, "--settings", tmp_path / "case.stanceline", "-o", tmp_path / "bad.png")
    assert done.returncode == 2
    assert "JSON" in done.stderr
