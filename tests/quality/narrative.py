"""Date expressions of invented history articles: strict, relaxed and value F1, in narrative and in news mode."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.running import DATA, scorer, stanceline

FOLDER = DATA / "narrative"
PARTS = ("tune", "score")
"""Articles that the rules were made with, and articles that were scored before they were read."""


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
    stanceline("timexes", given, "--mode", mode, "-o", found)
    return found


def scores(work: Path, part: str, mode: str) -> dict[str, Any]:
    """The figures of the scorer for one part in one mode: `strict`, `relaxed`, `value` ... as (P, R, F1)."""
    score = scorer("score_timex")
    gold = [
        score.Doc(
            row["doc"],
            row["published"],
            row["text"],
            sorted(score.Timex(t["start"], t["end"], t["type"], t["value"]) for t in row["timexes"]),
        )
        for row in read_gold(part)
    ]
    found: dict[str, Any] = score.evaluate(gold, score.read_system(tag(work, part, mode)))
    return found


def narrative_figures(work: Path) -> Iterator[Figure]:
    """Both parts in narrative mode, and in news mode, where a passage that tells a history has to be noticed."""
    for mode in ("narrative", "news"):
        for part in PARTS:
            found = scores(work, part, mode)
            keys = {"corpus": "narrative", "mode": mode, "part": part, "n": found["counts"]["gold"]}
            for kind in ("strict", "relaxed", "value"):
                yield Figure(f"timex_{kind}_f1", found[kind][2], "share", keys=keys)
