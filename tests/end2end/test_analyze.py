"""`stanceline analyze` as a process: the contract's document, the same bytes everywhere, calm about bad input."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.conftest import ROOT, Run

sys.path.insert(0, str(ROOT / "tests" / "quality" / "measure"))


def _document(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _names(document: dict[str, Any]) -> dict[str, str]:
    return {actor["id"]: actor["name"] for actor in document["actors"]}


def test_analysis_of_the_sample_keeps_the_contract(seed_analysis: Path, seeds: Path) -> None:
    from measurelib import check_analysis

    texts = {path.stem: path.read_text(encoding="utf-8") for path in seeds.glob("*.txt")}
    faults, tables = check_analysis(_document(seed_analysis), texts)
    assert faults.lines() == []
    assert {article["id"] for article in tables["articles"]} == set(texts)


def test_every_stance_quotes_its_article(seed_analysis: Path) -> None:
    document = _document(seed_analysis)
    texts = {article["id"]: article["text"] for article in document["articles"]}
    assert document["stances"]
    for stance in document["stances"]:
        start, end = stance["evidence"]
        quoted = texts[stance["article"]][start:end]
        assert quoted == quoted.strip() != ""
        assert all(0 <= step["start"] < step["end"] <= len(texts[stance["article"]]) for step in stance["path"])


def test_undated_sample_articles_are_dated_with_reasons(seed_analysis: Path) -> None:
    articles = {article["id"][:3]: article for article in _document(seed_analysis)["articles"]}
    assert articles["000"]["published"] == "2023-07-07"
    assert articles["000"]["published_begin"] >= "2023-07-03"
    assert articles["000"]["published_end_exclusive"] <= "2023-07-10"
    assert articles["002"]["published"] == "2023-07-12"
    assert {article["published_basis"] for article in articles.values()} == {"inferred"}
    assert all(article["published_reasons"] for article in articles.values())


def test_sample_tells_both_sides_and_second_hand(seed_analysis: Path) -> None:
    document = _document(seed_analysis)
    names = _names(document)
    cells = {
        (names[cell["actor"]], (cell["article"] or "")[:3]): cell
        for cell in document["cells"]
        if cell["proposal"] == "nato-tokyo-office" and cell["explicit"]
    }
    assert cells["France", "000"]["stance"] == "oppose"
    assert cells["China", "000"]["stance"] == "oppose"
    assert cells["Jens Stoltenberg", "002"]["stance"] in ("support", "lean_support")
    assert cells["Japan", "000"]["mode"] == "second_hand"
    assert cells["Japan", "000"]["stance"] in ("neutral", "lean_oppose")


@pytest.mark.parametrize(
    ("workers", "env"),
    [
        ("1", {"TZ": "Pacific/Auckland", "LC_ALL": "C"}),
        ("2", {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}),
    ],
)
def test_same_bytes_whatever_the_surroundings(
    program: Run, seeds: Path, seed_analysis: Path, tmp_path: Path, workers: str, env: dict[str, str]
) -> None:
    files = sorted(seeds.glob("*.txt"), reverse=workers == "1")
    out = tmp_path / "again.json"
    relative = [os.path.relpath(file, ROOT) for file in files]
    done = program("analyze", *relative, "--workers", workers, "-o", out, env=env, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    again, first = _document(out), _document(seed_analysis)
    for document in (again, first):
        for article in document["articles"]:
            article["path"] = Path(article["path"]).name
    assert again == first


def test_a_story_in_three_papers_counts_once(program: Run, seeds: Path, tmp_path: Path) -> None:
    text = next(seeds.glob("000*.txt")).read_text(encoding="utf-8")
    papers = {"daily": text, "post": f"More trouble in the alliance\n\n{text}", "sun": text[:-400]}
    for name, carried in papers.items():
        (tmp_path / f"{name}.txt").write_text(carried, encoding="utf-8")
    found = {}
    for names in (("daily",), ("sun", "daily", "post")):
        out = tmp_path / f"{len(names)}.json"
        done = program("analyze", *(tmp_path / f"{name}.txt" for name in names), "-o", out)
        assert done.returncode == 0, done.stderr
        found[len(names)] = _document(out)
    stances = {stance["id"]: stance for stance in found[3]["stances"]}
    copies = [stance for stance in stances.values() if stance["copy_of"]]
    assert {stance["article"] for stance in copies} == {"post", "sun"}
    assert {stances[stance["copy_of"]]["article"] for stance in copies} == {"daily"}
    alone, together = ({cell["actor"]: cell for cell in found[n]["cells"] if cell["article"] is None} for n in (1, 3))
    # Who has no name is somebody of each article.
    named = {actor: cell for actor, cell in alone.items() if "@" not in actor}
    for actor, cell in named.items():
        for key in ("stance", "value", "confidence"):
            assert together[actor][key] == cell[key], (actor, key)
        kept = [key for key in together[actor]["stances"] if key not in together[actor]["copies"]]
        assert len(kept) == len(cell["stances"])
    assert any(len(together[actor]["stances"]) > len(cell["stances"]) for actor, cell in named.items())


def test_other_dates_for_the_sample_move_what_hangs_on_them(program: Run, seeds: Path, tmp_path: Path) -> None:
    out = tmp_path / "given.json"
    article = seeds / "000_4ae00a725297815d.txt"
    done = program("analyze", article, "--published", "2024-05-14", "-o", out)
    assert done.returncode == 0, done.stderr
    document = _document(out)
    assert document["articles"][0]["published_basis"] == "user"
    friday = next(timex for timex in document["timexes"] if "Friday" in timex["text"])
    assert (friday["value"], friday["anchor"]) == ("2024-05-10", "published")


def _bad_folder(folder: Path, seeds: Path) -> None:
    shutil.copy(seeds / "002_2fe6c1df8b5d4f97.txt", folder / "good.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "latin.txt").write_bytes("The café's owner opposed the tram plan on Monday.\n".encode("latin-1"))
    (folder / "german.txt").write_text(
        "Der Stadtrat hat am Dienstag über die neue Straßenbahn gestritten. "
        "Die Grünen lehnen den Plan ab, weil er zu teuer ist. "
        "Der Bürgermeister verteidigte das Vorhaben und kündigte eine Abstimmung für nächste Woche an.\n",
        encoding="utf-8",
    )
    (folder / "cut.jsonl").write_text(
        '{"id": "one", "text": "The council will vote on the tram plan on Monday."}\n{"id": "two", "text": "The may',
        encoding="utf-8",
    )
    (folder / "twin.txt").write_bytes((folder / "good.txt").read_bytes())


def test_bad_files_are_named_and_the_rest_is_read(program: Run, seeds: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    _bad_folder(folder, seeds)
    out, listed = tmp_path / "out.json", tmp_path / "problems.json"
    done = program("analyze", folder, tmp_path / "nowhere.txt", "--problems", listed, "-o", out)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    problems = json.loads(listed.read_text(encoding="utf-8"))
    told = {Path(problem["path"] or "").name for problem in problems}
    assert {"empty.txt", "binary.txt", "german.txt", "cut.jsonl", "nowhere.txt"} <= told
    assert all(problem["says"] and problem["code"] for problem in problems)
    read = {article["id"] for article in _document(out)["articles"]}
    assert {"latin", "german", "one"} <= read
    assert len(read & {"good", "twin"}) == 1
    german = [stance for stance in _document(out)["stances"] if stance["article"] == "german"]
    assert german == []


def test_nothing_readable_is_nothing_done(program: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = program("analyze", tmp_path / "empty.txt", "-o", tmp_path / "out.json")
    assert done.returncode == 2
    assert "empty.txt" in done.stderr
    assert not (tmp_path / "out.json").exists()


def test_articles_on_something_else_yield_no_stance(program: Run, tmp_path: Path) -> None:
    (tmp_path / "bread.txt").write_text(
        'The bakery on Mill Street won a prize on Saturday. "We are delighted," owner Ada Finch said.\n',
        encoding="utf-8",
    )
    done = program("analyze", tmp_path / "bread.txt", "-o", tmp_path / "out.json")
    document = _document(tmp_path / "out.json")
    assert done.returncode == 0, done.stderr
    assert (document["proposals"], document["stances"], document["cells"]) == ([], [], [])
    assert document["statements"]


def test_unwritable_output_leaves_nothing_behind(program: Run, seeds: Path, tmp_path: Path) -> None:
    done = program("analyze", seeds, "-o", tmp_path / "missing" / "out.json")
    assert done.returncode == 2
    assert "missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_options_say_what_to_write(program: Run, seeds: Path, tmp_path: Path) -> None:
    done = program("analyze", seeds, "--proposal", "nato-tokio-office", "-o", tmp_path / "out.json")
    assert done.returncode == 2
    assert "nato-tokyo-office" in done.stderr
    done = program("analyze", seeds, "--published", "12/07/2023", "-o", tmp_path / "out.json")
    assert done.returncode == 2
    assert "YYYY-MM-DD" in done.stderr


def test_a_project_is_written_read_back_and_refused_where_it_is_none(
    program: Run, seeds: Path, seed_analysis: Path, tmp_path: Path
) -> None:
    project, again = tmp_path / "case.stanceline", tmp_path / "again.json"
    assert program("analyze", seeds, "-o", project).returncode == 0
    assert program("analyze", project, "-o", again).returncode == 0
    assert _document(again) == _document(seed_analysis)
    broken = tmp_path / "broken.stanceline"
    broken.write_bytes(project.read_bytes()[:20_000])
    for bad in (broken, tmp_path / "none.stanceline"):
        (tmp_path / "none.stanceline").write_bytes(b"not a project at all")
        done = program("analyze", bad, "-o", tmp_path / "out.json")
        assert done.returncode == 2
        assert bad.name in done.stderr
        assert "Traceback" not in done.stderr
