"""Polarity between two marked names of a sentence, or towards one, from the program's predications."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.pipeline import extract
from stanceline.reading.article import Article, Block, Span
from stanceline.records import Extraction
from tests.figures import Figure


def _article(ident: str, text: str) -> Article:
    return Article(ident, text, "", language="en", blocks=(Block(Span(0, len(text)), "body"),))


def _unmark(row: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its square brackets, and the spans that they marked."""
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", row["text"]):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return text, spans


def _touches(span: tuple[int, int] | None, other: tuple[int, int]) -> bool:
    return span is not None and span[0] < other[1] and other[0] < span[1]


def directed(extraction: Extraction, holder: tuple[int, int], target: tuple[int, int]) -> str:
    """What the holder's predications say of the target."""
    values = [
        found.value
        for found in extraction.predications
        if _touches(found.holder_span, holder) and any(_touches(item, target) for item in found.objects)
    ]
    return _side(values)


def towards(extraction: Extraction, target: tuple[int, int]) -> str:
    """What anybody's predications say of the target."""
    return _side([f.value for f in extraction.predications if any(_touches(item, target) for item in f.objects)])


def _side(values: Iterable[int]) -> str:
    total = sum(values)
    return "support" if total > 0 else "oppose" if total < 0 else "neutral"


def polarity_figures(folder: Path, work: Path, scorer: Path) -> Iterator[Figure]:
    """Macro F1 and sign flips on directed and on targeted polarity."""
    model = LanguageModel(verify_model())
    for corpus in ("dse_valid_clean", "newsmtsc_devtest_mt"):
        gold, found = folder / f"{corpus}.jsonl", work / f"{corpus}.pred.jsonl"
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        with found.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps({"id": row["id"], "stance": _answer(model, row)}) + "\n")
        done = subprocess.run(
            [sys.executable, str(scorer), "pairs", "--gold", str(gold), "--pred", str(found), "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
        scores = json.loads(done.stdout)
        keys = {"corpus": corpus, "n": len(rows)}
        yield Figure("polarity_macro_f1", scores["macro_f1"], "share", keys=keys)
        yield Figure("polarity_flips", scores["sign_flip_rate"], "share", keys=keys)


def _answer(model: LanguageModel, row: dict[str, Any]) -> str:
    if "holder" not in row:
        return towards(extract(_article(row["id"], row["text"]), model), (row["start"], row["end"]))
    text, spans = _unmark(row)
    holder = next((span for span in spans if text[span[0] : span[1]] == row["holder"]), None)
    target = next((span for span in spans if text[span[0] : span[1]] == row["target"] and span != holder), None)
    if holder is None or target is None:
        return "neutral"
    return directed(extract(_article(row["id"], text), model), holder, target)
