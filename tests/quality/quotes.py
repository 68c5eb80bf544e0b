"""Attributions: source, cue and content."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.running import MEASURE, run, stanceline


def quote_figures(scores: dict[str, Any], corpus: str, part: str) -> Iterator[Figure]:
    """What `score_quotes.py` found."""
    keys = {"corpus": corpus, "part": part}
    yield Figure("quote_source_f1", scores["quote"]["content_and_source"]["f1"], "share", keys=keys)
    for role in ("source", "cue", "content"):
        yield Figure(f"{role}_exact_f1", scores["span_exact"][role]["f1"], "share", keys=keys)
    for kind, found in scores["recall_by_type"].items():
        yield Figure(f"recall_{kind}", found["content_and_source"], "share", keys={**keys, "n": found["gold"]})
    direct = scores["recall_by_type"].get("direct")
    if direct and direct["content"]:
        share = direct["content_and_source"] / direct["content"]
        yield Figure("direct_speaker_accuracy", share, "share", keys={**keys, "n": direct["gold"]})


def polnear_figures(work: Path, corpora: Path) -> Iterator[Figure]:
    """Attributions on PolNeAR's development part."""
    gold, given, found = corpora / "quotes" / "polnear_dev.jsonl", work / "q.in.jsonl", work / "q.json"
    run(MEASURE / "score_quotes.py", "--gold", gold, "--write-input", given)
    stanceline("analyze", given, "-o", found)
    run(MEASURE / "to_quotes.py", found, work / "q.jsonl")
    scores = run(MEASURE / "score_quotes.py", "--gold", gold, "--pred", work / "q.jsonl", "--json")
    yield from quote_figures(json.loads(scores), "polnear_dev", "all")
