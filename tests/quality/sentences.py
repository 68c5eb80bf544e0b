"""Date expressions in single invented sentences, and how many are found where there are none."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.running import DATA, scorer, stanceline

SENTENCES = DATA / "undated" / "sentences.jsonl"
DATELESS = "none"


def _gold(row: dict[str, Any]) -> list[tuple[int, int, set[str]]]:
    """Start, end and right values of each annotated expression, in the order of the text."""
    found, position = [], 0
    for text, _type, value, *also in row["timexes"]:
        start = row["text"].index(text, position)
        position = start + len(text)
        found.append((start, position, {value, *(also[0] if also else [])}))
    return found


def _with_ranges_joined(gold: list[tuple[int, int, set[str]]], timexes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The finds, with the two ends of a range that the gold marks as one taken together, as the scorers do."""
    joined = list(timexes)
    for start, end, values in gold:
        ends = [item for item in joined if start <= item["start"] and item["end"] <= end]
        if len(ends) != 2 or not any("/" in value for value in values):
            continue
        value = "/".join(item["value"] or "" for item in ends)
        place = joined.index(ends[0])
        joined[place : place + 2] = [{**ends[0], "end": ends[1]["end"], "value": value, "edtf": value}]
    return joined


def score(row: dict[str, Any], timexes: list[dict[str, Any]]) -> Counter[str]:
    """Counts of one sentence: `gold`, `found`, `strict` and `value`; a vague find that no gold asks for is free."""
    # The span and value rules of the scorers, so that a sentence counts as an article does.
    rules, text = scorer("part_dates"), row["text"]
    gold = _gold(row)
    timexes = _with_ranges_joined(gold, timexes)
    left = [rules.trim(text, start, end) for start, end, _ in gold]
    right = [rules.trim(text, item["start"], item["end"]) for item in timexes]
    pairs = rules.pair(left, right)
    paired = {j for _, j in pairs}
    extra = [j for j in range(len(right)) if j not in paired and not rules.VAGUE.match(timexes[j]["value"] or "")]
    counts = Counter(gold=len(left), found=len(paired) + len(extra))
    for i, j in pairs:
        wanted = {rules.canonical(value) for value in gold[i][2]}
        given = {rules.canonical(timexes[j]["value"]), rules.canonical(timexes[j].get("edtf"))}
        counts["strict"] += left[i] == right[j]
        counts["value"] += bool(wanted & given)
    return counts


def rows() -> list[dict[str, Any]]:
    """The annotated sentences."""
    return [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]


def find(sentences: list[dict[str, Any]], work: Path) -> list[list[dict[str, Any]]]:
    """What the program finds in each sentence, told the day of writing."""
    given, out = work / "sentences.in.jsonl", work / "sentences.jsonl"
    with given.open("w", encoding="utf-8") as file:
        for number, row in enumerate(sentences):
            article = {"id": f"s{number:03}", "published": row["dct"], "text": row["text"]}
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    stanceline("timexes", given, "-o", out)
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    by_ident = {answer["doc"]: answer["timexes"] for answer in answers}
    return [by_ident[f"s{number:03}"] for number in range(len(sentences))]


def _f1(counts: Counter[str], right: str) -> float:
    total = counts["gold"] + counts["found"]
    return 2 * counts[right] / total if total else 1.0


def sentence_figures(work: Path) -> Iterator[Figure]:
    """Strict and value F1 over the sentences with dates, and the false finds in those without."""
    sentences = rows()
    counts: Counter[str] = Counter()
    false_finds = dateless = 0
    for row, timexes in zip(sentences, find(sentences, work), strict=True):
        if row["kind"] == DATELESS:
            dateless += 1
            false_finds += len(timexes)
        else:
            counts += score(row, timexes)
    keys = {"corpus": "sentences", "n": counts["gold"]}
    yield Figure("sentences_strict_f1", _f1(counts, "strict"), "share", keys=keys)
    yield Figure("sentences_value_f1", _f1(counts, "value"), "share", keys=keys)
    keys = {"corpus": "sentences", "n": dateless}
    yield Figure("sentences_false_finds", float(false_finds), "finds", keys=keys)
