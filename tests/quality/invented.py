"""The invented debates of `tests/data/debates`: reads their tables and puts them into the form the scorers take.

The debates are split by a digest of their names: three of four are for reading and making rules with, the others are
only scored.
"""

import csv
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tests.quality.running import DATA

DEBATES = DATA / "debates"
COLUMNS = (
    "article", "holder", "rolls_up_to", "target", "stance",
    "basis", "attributed_by", "confidence", "superseded", "evidence",
)  # fmt: skip
VALUES = {
    "stance": {"oppose", "lean_oppose", "neutral", "lean_support", "support"},
    "basis": {"direct_quote", "paraphrase", "action", "implied"},
    "confidence": {"high", "medium", "low"},
    "superseded": {"", "true"},
}
_APART, _CUT = " || ", " ... "
_READ_OF_FOUR = 3

Part = Literal["read", "scored"]
PARTS: tuple[Part, ...] = ("read", "scored")


class TableError(ValueError):
    """A row of a debate's table that breaks the form; says where."""


@dataclass(frozen=True)
class Debate:
    """One debate: its proposals, its articles by name, and its rows with spans of evidence."""

    name: str
    proposals: list[dict[str, Any]]
    texts: dict[str, str]
    rows: list[dict[str, Any]]


def part_of(name: str) -> Part:
    """Whether the texts of a debate may be read by who makes rules."""
    return "scored" if hashlib.sha256(name.encode()).digest()[0] % (_READ_OF_FOUR + 1) == 0 else "read"


def evidence_spans(text: str, evidence: str) -> list[tuple[int, int]]:
    """Where the passages of an evidence cell stand; each must occur once. A cut one is given by beginning and end."""
    found = []
    for passage in evidence.split(_APART):
        pieces = passage.strip().split(_CUT)
        if text.count(pieces[0]) != 1:
            raise TableError(f"occurs {text.count(pieces[0])} times: {pieces[0][:80]!r}")
        start = text.index(pieces[0])
        end = start + len(pieces[0])
        for piece in pieces[1:]:
            place = text.find(piece, end)
            if place < 0:
                raise TableError(f"does not follow: {piece[:80]!r}")
            end = place + len(piece)
        found.append((start, end))
    return found


def read_debate(folder: Path) -> Debate:
    """One debate. Raises `TableError` with the line for a row that breaks the form or cites what is not there."""
    proposals = json.loads((folder / "proposals.json").read_text(encoding="utf-8"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    targets = {proposal["id"] for proposal in proposals}
    lines = (folder / "stances.tsv").read_text(encoding="utf-8").splitlines()
    rows = []
    for number, cells in enumerate(csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE), 2):
        row: dict[str, Any] = dict(zip(COLUMNS, cells, strict=False))
        where = f"{folder.name}, line {number}"
        if tuple(lines[0].split("\t")) != COLUMNS or len(cells) != len(COLUMNS):
            raise TableError(f"{where}: has {len(cells)} columns, {len(COLUMNS)} are needed")
        wrong = [name for name, known in VALUES.items() if row[name] not in known]
        if wrong or row["article"] not in texts or row["target"] not in targets or not row["holder"]:
            raise TableError(f"{where}: article, target, holder or {wrong or 'another value'} is not known")
        try:
            row["spans"] = evidence_spans(texts[row["article"]], row["evidence"])
        except TableError as error:
            raise TableError(f"{where}: {error}") from None
        rows.append(row)
    return Debate(folder.name, proposals, texts, rows)


def debates(part: Part | None = None) -> Iterator[Debate]:
    """All debates, or those of one part, by name."""
    for folder in sorted(path for path in DEBATES.iterdir() if path.is_dir()):
        if part is None or part_of(folder.name) == part:
            yield read_debate(folder)


def assemble(part: Part, work: Path) -> Path:
    """A folder in the form of the development corpus, made anew from the debates of one part."""
    folder = work / f"debates-{part}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "texts").mkdir(parents=True)
    proposals: list[dict[str, Any]] = []
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for debate in debates(part):
            proposals += debate.proposals
            for name, text in debate.texts.items():
                (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
                gold.write(json.dumps(_article(debate, name, text), ensure_ascii=False) + "\n")
    (folder / "proposals.json").write_text(json.dumps(proposals, ensure_ascii=False), encoding="utf-8")
    (folder / "reference_events.json").write_text("[]", encoding="utf-8")
    return folder


def _article(debate: Debate, name: str, text: str) -> dict[str, Any]:
    return {
        "id": name,
        "topic": debate.proposals[0]["topic"],
        "outlet": "",
        "genre": "",
        "published": "2026-06-15",
        "published_basis": "metadata",
        "n_chars": len(text),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "stances": [stance for row in debate.rows if row["article"] == name for stance in _stances(row)],
        "dates": [],
        "clock_times": [],
        "events": [],
        "actors": [],
    }


def _stances(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A gold row for each passage of evidence."""
    for start, end in row["spans"]:
        made = {name: row[name] for name in ("holder", "rolls_up_to", "stance", "target", "basis", "confidence")}
        made |= {"attributed_by": row["attributed_by"] or None, "evidence_start": start, "evidence_end": end}
        yield made | ({"superseded": True} if row["superseded"] else {})
