"""The two sample articles: dates, dating, cells, events and quotations."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.debates import date_figures, dating_figures, reading_figures
from tests.quality.quotes import quote_figures
from tests.quality.running import MEASURE, SEEDS, read_json, run, stanceline


def analyze_seeds(work: Path) -> dict[str, Any]:
    """All scores of the two sample articles: `analysis`, `matrix` and `quotes`, as the scorers give them."""
    out, scores = work / "seeds.json", work / "seeds.scores.json"
    stanceline("analyze", SEEDS, "-o", out)
    run(MEASURE / "score_analysis.py", MEASURE / "seeds_gold.jsonl", out, "--texts", SEEDS, "--json", scores)
    cells, quotes = work / "seeds.cells.jsonl", work / "seeds.quotes.jsonl"
    gold = MEASURE / "seeds_matrix_gold.jsonl"
    run(MEASURE / "to_matrix.py", out, cells, "--proposal", "nato-tokyo-office", "--gold", gold)
    matrix = run(MEASURE / "score_matrix.py", "--gold", gold, "--pred", cells, "--texts", SEEDS, "--json")
    run(MEASURE / "to_quotes.py", out, quotes)
    gold = MEASURE / "seeds_quotes_gold.jsonl"
    quoted = run(MEASURE / "score_quotes.py", "--gold", gold, "--pred", quotes, "--texts", SEEDS, "--json")
    return {
        "analysis": read_json(scores),
        "matrix": json.loads(matrix),
        "quotes": json.loads(quoted),
        "document": read_json(out),
    }


def seed_figures(work: Path) -> Iterator[Figure]:
    """The sample articles, with no date told."""
    scores = analyze_seeds(work)
    yield from date_figures(scores["analysis"], "seeds", goals={"value": 1.0, "begin": 1.0, "end": 1.0})
    yield from dating_figures(scores["analysis"], "seeds", of="all")
    yield from reading_figures(scores["analysis"], "seeds")
    matrix = scores["matrix"]
    keys = {"corpus": "seeds", "kind": "required cells"}
    yield Figure("cell_precision", matrix["cell precision"], "share", keys=keys)
    yield Figure("cell_recall", matrix["cell recall"], "share", keys=keys)
    yield Figure("cell_flips", len(matrix["sign flips"]), "cells", keys=keys)
    yield from quote_figures(scores["quotes"], "seeds", "all")
