"""Stand-ins for reading, extracting and deriving that tests of the worker processes call by name."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from stanceline.memory import Memory
from stanceline.reading.article import Article, Problem
from stanceline.reading.readers import ReadResult
from stanceline.records import Analysis, ArticleRow, Decision, Extraction, Proposal
from stanceline.temporal.timex import parse_day


def list_files(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    found = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    return [file for file in found if file.exists()], [
        Problem("not_found", f"{file} is missing", str(file)) for file in found if not file.exists()
    ]


def read_path(path: Path) -> ReadResult:
    text = path.read_text(encoding="utf-8")
    if text.startswith("READER DIES"):
        os.kill(os.getpid(), signal.SIGKILL)
    articles = [Article(path.stem, part, f"sha-{part[:20]}", path=str(path)) for part in text.split("@@")]
    return ReadResult(tuple(articles), ())


def extract(article: Article, model: object) -> Extraction:
    word = article.text.split()[0] if article.text.split() else ""
    match word:
        case "DIE":
            os.abort()
        case "HANG":
            time.sleep(60)
        case "LOOP":
            while True:
                pass
        case "RAISE":
            raise ValueError("no sense in it")
        case "HOG":
            bytearray(1 << 40)
        case "MODULES":
            heavy = [name for name in ("PySide6", "pandas", "spacy") if name in sys.modules]
            return Extraction(article, problems=(Problem("modules", " ".join(heavy)),))
        case "SETTINGS":
            says = f"{os.environ['OMP_NUM_THREADS']} {os.nice(0)}"
            return Extraction(article, problems=(Problem("settings", says),))
        case "SLOW":
            time.sleep(0.3)
    return Extraction(article, problems=(Problem("seen", article.text, article.path, article.id),))


def derive(
    extractions: Sequence[Extraction],
    *,
    proposals: Sequence[Proposal],
    references: str,
    decisions: Sequence[Decision],
    mentioned_only: bool,
    problems: Sequence[Problem],
    memory: Memory,
) -> Analysis:
    if any(proposal.id == "crash" for proposal in proposals):
        os.abort()
    if any(proposal.id == "raise" for proposal in proposals):
        raise ValueError("no sense in it")
    dates = {d.key: parse_day(d.value) for d in decisions}
    rows = tuple(
        ArticleRow(
            e.article.id, e.article.path, references, None, None, None, "en", e.article.text, dates.get(e.article.id),
            None, None, "unknown", (), (),
        )
        for e in extractions
    )  # fmt: skip
    return Analysis(proposals=tuple(proposals), articles=rows, problems=tuple(problems))


def references(paths: Sequence[Path]) -> str:
    return ",".join(path.name for path in paths)
