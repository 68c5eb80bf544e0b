"""Date expressions of invented history articles: strict, relaxed and value F1, in narrative and in news mode."""

import json
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from stanceline.__main__ import main
from tests.figures import Figure

FOLDER = Path(__file__).resolve().parent.parent / "data" / "narrative"
SCORER = Path(__file__).resolve().parent / "measure" / "score_timex.py"
PARTS = ("tune", "score")
"""Articles that the rules were made with, and articles that were scored before they were read."""


def _scorer() -> ModuleType:
    spec = spec_from_file_location("score_timex", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_gold(part: str) -> list[dict[str, Any]]:
    """The annotated articles of one part: `doc`, `published`, `text` and `timexes`, each with span, type and value."""
    rows = [json.loads(line) for line in (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        {**row, "text": (FOLDER / "texts" / f"{row['doc']}.txt").read_text(encoding="utf-8")}
        for row in rows
        if row["part"] == part
    ]


def tag(work: Path, part: str, mode: str) -> Path:
    """The rows of `timexes` for one part, written to `work`."""
    given, found = work / f"narrative.{part}.in.jsonl", work / f"narrative.{part}.{mode}.jsonl"
    rows = ({"id": row["doc"], "published": row["published"], "text": row["text"]} for row in read_gold(part))
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    status = main(["timexes", str(given), "--mode", mode, "-q", "-o", str(found)])
    if status not in (0, None):
        raise SystemExit(f"timexes ended with status {status}")
    return found


def scores(work: Path, part: str, mode: str) -> dict[str, Any]:
    """The figures of the scorer for one part in one mode: `strict`, `relaxed`, `value` ... as (P, R, F1)."""
    scorer = _scorer()
    gold = [
        scorer.Doc(
            row["doc"],
            row["published"],
            row["text"],
            sorted(scorer.Timex(t["start"], t["end"], t["type"], t["value"]) for t in row["timexes"]),
        )
        for row in read_gold(part)
    ]
    found: dict[str, Any] = scorer.evaluate(gold, scorer.read_system(tag(work, part, mode)))
    return found


def narrative_figures(work: Path) -> Iterator[Figure]:
    """Both parts in narrative mode, and in news mode, where a passage that tells a history has to be noticed."""
    for mode in ("narrative", "news"):
        for part in PARTS:
            found = scores(work, part, mode)
            keys = {"corpus": "narrative", "mode": mode, "part": part, "n": found["counts"]["gold"]}
            for kind in ("strict", "relaxed", "value"):
                yield Figure(f"timex_{kind}_f1", found[kind][2], "share", keys=keys)
