"""Dates news articles whose creation day is known but hidden: what is left open, what is wrong.

TimeBank and AQUAINT are of 1989 to 2000.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.running import MEASURE, read_json, run, stanceline
from tests.quality.timeml import part_of

CORPORA = ("timebank", "aquaint")
FIGURES = ("contains", "best_exact", "false", "wrong_hard", "unknown", "stated")


def outcome(article: dict[str, Any], gold: date) -> Iterator[str]:
    """What holds of one analyzed article: any of `FIGURES`.

    `unknown` has no bound at all, `contains` one or two that allow the gold day, `false` one that excludes it,
    `wrong_hard` a hard reason that does; `stated` tells that the text gives its own day.
    """
    begin, end = _day(article["published_begin"]), _day(article["published_end_exclusive"])
    if begin is None and end is None:
        yield "unknown"
    elif (begin is not None and gold < begin) or (end is not None and gold >= end):
        yield "false"
    else:
        yield "contains"
    if _day(article["published"]) == gold:
        yield "best_exact"
    if article["published_basis"] == "text":
        yield "stated"
    if any(reason["hard"] and _excludes(reason, gold) for reason in article["published_reasons"]):
        yield "wrong_hard"


def _excludes(reason: dict[str, Any], gold: date) -> bool:
    begin, end = _day(reason["begin"]), _day(reason["end_exclusive"])
    return (begin is not None and gold < begin) or (end is not None and gold >= end)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _hide(given: Path, hidden: Path) -> dict[str, date]:
    """Write the articles without their days; the days by id."""
    gold: dict[str, date] = {}
    with given.open(encoding="utf-8") as rows, hidden.open("w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            if found := re.match(r"(\d{4})-?(\d\d)-?(\d\d)", row["dct"] or ""):
                gold[row["id"]] = date(*map(int, found.groups()))
                out.write(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n")
    return gold


def timeml_dating_figures(work: Path, corpora: Path) -> Iterator[Figure]:
    """Shares of the articles of TimeBank and AQUAINT, a part each; each corpus is dated as a whole."""
    for corpus in CORPORA:
        given, hidden, out = (work / f"{corpus}.dating{suffix}" for suffix in (".in.jsonl", ".hid.jsonl", ".json"))
        run(MEASURE / "score_timex.py", "dump", corpora / "timeml" / corpus, given)
        gold = _hide(given, hidden)
        stanceline("analyze", hidden, "-o", out)
        counts = {part: Counter[str]() for part in ("tune", "score")}
        for article in read_json(out)["articles"]:
            counts[part_of(article["id"])].update([*outcome(article, gold[article["id"]]), "n"])
        for part, found in counts.items():
            for name in FIGURES:
                keys = {"corpus": corpus, "part": part, "hidden": True, "n": found["n"]}
                yield Figure(f"dating_{name}", found[name] / found["n"] if found["n"] else None, "share", keys=keys)
