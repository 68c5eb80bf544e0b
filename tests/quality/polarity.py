"""Polarity between two marked names of a sentence, or towards one, from the program's scorers.

The rules alone, the linear scorer alone, and both as the program puts them together. The corpora are untouched by
training.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from stanceline.discourse.language import LanguageModel, verify_model
from stanceline.discourse.stances.linear_scorer import LinearScorer, judge
from stanceline.discourse.stances.scorer import Question, RuleScorer, Verdict, ask
from stanceline.pipeline import extract
from stanceline.reading.article import Article, Block, Span
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


ANSWERS: dict[str, Callable[[Question], Verdict | None]] = {
    "rules": partial(ask, (RuleScorer(),)),
    "linear": partial(ask, (LinearScorer(),)),
    "both": judge,
}
Asked = tuple[dict[str, Any], Question | None]


def questions(path: Path, model: LanguageModel) -> Iterator[Asked]:
    """The rows of a corpus, each with what it asks; None where its names cannot be found in the sentence."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "holder" not in row:
            yield row, Question(extract(_article(row["id"], row["text"]), model), (row["start"], row["end"]))
            continue
        text, spans = _unmark(row)
        holder = next((span for span in spans if text[span[0] : span[1]] == row["holder"]), None)
        target = next((span for span in spans if text[span[0] : span[1]] == row["target"] and span != holder), None)
        found = target is not None and holder is not None
        yield row, Question(extract(_article(row["id"], text), model), target, holder) if found else None  # type: ignore[arg-type]


def side_of(verdict: Verdict | None) -> str:
    """The class of a verdict; to abstain is neutral."""
    return "neutral" if verdict is None else "support" if verdict.value > 0 else "oppose"


def polarity_figures(folder: Path, work: Path, scorer: Path) -> Iterator[Figure]:
    """Macro F1 and sign flips on directed and on targeted polarity."""
    model = LanguageModel(verify_model())
    for corpus in ("dse_valid_clean", "newsmtsc_devtest_mt"):
        gold = folder / f"{corpus}.jsonl"
        asked = list(questions(gold, model))
        for name, answer in ANSWERS.items():
            found = work / f"{corpus}.{name}.pred.jsonl"
            with found.open("w", encoding="utf-8") as file:
                for row, question in asked:
                    verdict = None if question is None else answer(question)
                    sure = {} if verdict is None else {"confidence": verdict.confidence}
                    file.write(json.dumps({"id": row["id"], "stance": side_of(verdict), **sure}) + "\n")
            done = subprocess.run(
                [sys.executable, str(scorer), "pairs", "--gold", str(gold), "--pred", str(found), "--json"],
                capture_output=True,
                text=True,
                check=True,
            )
            scores = json.loads(done.stdout)
            keys = {"corpus": corpus, "scorers": name, "n": len(asked)}
            yield Figure("polarity_macro_f1", scores["macro_f1"], "share", keys={**keys, "goal": 0.65})
            yield Figure("polarity_flips", scores["sign_flip_rate"], "share", keys=keys)
            yield Figure("polarity_calibration_error", scores.get("ece"), "share", keys={**keys, "goal": 0.05})
