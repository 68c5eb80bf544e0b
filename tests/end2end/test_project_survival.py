"""Projects and processes under a hard hand: kills, interrupts, one worker or two."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from stanceline.codec import decode_extraction, encode_extraction
from stanceline.model.project import Project
from stanceline.model.recovery import recoverable, reopen_untitled
from stanceline.model.store import Store
from stanceline.workers import read_all

ROOT = Path(__file__).resolve().parent.parent.parent

EDITING = """
import sys
from pathlib import Path
from stanceline.model.edits import SetStance
from stanceline.model.project import Project
from stanceline.model.store import Store
path = Path(sys.argv[1])
project = Project(Store.open(path) if path.exists() else Store.create(path))
number = len(project.decisions)
while True:
    project.apply(SetStance(f"s{number}", number % 5 - 2))
    print(number, flush=True)
    number += 1
"""


def test_killed_while_editing_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "case.stanceline"
    rng = random.Random(4)
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", EDITING, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert process.stdout is not None
        said = [process.stdout.readline()]
        until = time.monotonic() + rng.random() * 0.1
        while time.monotonic() < until:
            said.append(process.stdout.readline())
        process.kill()
        said.extend(process.stdout.readlines())
        process.wait()
        process.stdout.close()
        acknowledged = [int(line) for line in said if line.strip()]
        store = Store.open(path)
        decided = store.decisions()
        missing = [number for number in acknowledged if decided.get(("stance", f"s{number}")) != str(number % 5 - 2)]
        # The last edit may be on the disk though the kill came before it was acknowledged.
        assert missing == []
        assert len(decided) - (max(acknowledged) + 1) in (0, 1)
        assert len(store.history()) == len(decided)
        store.close()


UNTITLED = """
import os
from stanceline.model.edits import SetArticleDate
from stanceline.model.project import Project
from stanceline.model.recovery import untitled_store
from stanceline.reading.article import Article
from stanceline.records import Extraction
project = Project(untitled_store())
project.add_extractions([Extraction(Article("a", "Some words.", "sha"))])
project.apply(SetArticleDate("a", "2023-07-12"))
os.kill(os.getpid(), 9)
"""


def test_untitled_work_of_a_killed_program_is_offered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANCELINE_PROFILE", str(tmp_path))
    subprocess.run([sys.executable, "-c", UNTITLED], cwd=ROOT, check=False)
    found = recoverable()
    assert [(entry.articles, entry.edits) for entry in found] == [(1, 1)]
    project = Project(reopen_untitled(found[0].path))
    assert project.path is None
    assert project.decided("article_date", "a") == "2023-07-12"
    assert decode_extraction(project.content("a")).article.text == "Some words."
    project.store.discard()
    assert recoverable() == []


@pytest.mark.slow
def test_one_worker_or_two_any_order_of_files_any_hash_seed_give_the_same(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(seeds.glob("*.txt"))
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    one = read_all(files, workers=1)
    monkeypatch.setenv("PYTHONHASHSEED", "2")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    two = read_all(files[::-1], workers=2)
    assert [encode_extraction(found) for found in one[0]] == [encode_extraction(found) for found in two[0]]
    assert one[1] == two[1] == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="interrupts are sent to a process group")
def test_an_interrupt_ends_the_command_and_its_workers(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"a{number}.txt").write_text(f"The council met {number} times. " * 40, encoding="utf-8")
    command = [sys.executable, "-m", "stanceline", "analyze", str(tmp_path), "-o", str(tmp_path / "out.json")]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True
    )
    until = time.monotonic() + 60
    while len(_children(process.pid)) < 2 and time.monotonic() < until and process.poll() is None:
        time.sleep(0.05)
    children = _children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert not (tmp_path / "out.json").exists()
    until = time.monotonic() + 20
    while any(_is_alive(child) for child in children) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(_is_alive(child) for child in children)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found.extend(int(child) for child in task.read_text().split())
    return found


def _is_alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
