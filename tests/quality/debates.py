"""The annotated debates: dates and dating, stances, events and actors."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.calibration import calibration_figures
from tests.quality.invented import PARTS, assemble
from tests.quality.running import DATA, MEASURE, figure, read_json, run, stanceline

DEVSET, HELDOUT, UNDATED = DATA / "devset", DATA / "heldout", DATA / "undated"
DATE_GOALS = {"value": 0.93, "begin": 0.95, "end": 0.95}
_DATED_BY = {
    "all": "published",
    "the text states or implies it": "published (in text)",
    "it was told": "published (not in text)",
}


@cache
def analyze_debates(work: Path, folder: Path, published: str) -> dict[str, Any]:
    """Scores of the annotated articles in `folder`; `published` is `given` or `none`."""
    stem = f"{folder.name}.{published}"
    articles, out, scores = work / f"{stem}.in.jsonl", work / f"{stem}.json", work / f"{stem}.scores.json"
    proposals, references = work / f"{folder.name}.proposals.json", work / f"{folder.name}.references.json"
    make = MEASURE / "make_inputs.py"
    run(make, "articles", folder / "gold.jsonl", folder / "texts", articles, "--published", published)
    run(make, "proposals", folder / "proposals.json", proposals)
    run(make, "references", folder / "reference_events.json", references)
    stanceline("analyze", articles, "--proposal", proposals, "--references", references, "-o", out)
    score = (MEASURE / "score_analysis.py", folder / "gold.jsonl", out, "--inputs", articles)
    run(*score, "--json", scores, "--errors", work / f"{stem}.tsv")
    return read_json(scores)


def date_figures(scores: dict[str, Any], corpus: str, goals: Mapping[str, float]) -> Iterator[Figure]:
    """Date expressions: spans, values, and the days they stand for."""
    for kind in ("strict", "relaxed", "value"):
        yield figure(scores, f"timex_{kind}_f1", f"dates {kind} F1", corpus=corpus, part="all", **_goal(goals, kind))
    for kind in ("begin", "end"):
        source = f"dates {kind} day right"
        yield figure(scores, f"timex_{kind}_day_accuracy", source, corpus=corpus, part="all", **_goal(goals, kind))
    yield figure(scores, "timex_day_accuracy", "dates placed, of all gold", corpus=corpus, part="all")


def _goal(goals: Mapping[str, float], kind: str) -> dict[str, float]:
    return {"goal": goals[kind]} if kind in goals else {}


def dating_figures(scores: dict[str, Any], corpus: str, of: str) -> Iterator[Figure]:
    """The day of writing of articles whose date was not told; `of` says which of them."""
    goals = (
        {"contains": 1.0, "best_exact": 0.8, "wrong_hard": 0.0} if of.startswith("the text") else {"wrong_hard": 0.0}
    )
    for kind, source in (
        ("contains", "in"),
        ("best_exact", "exact"),
        ("false", "false"),
        ("wrong_hard", "hard wrong"),
        ("unknown", "unknown"),
    ):
        source = f"{_DATED_BY[of]} {source}"
        yield figure(scores, f"dating_{kind}", source, corpus=corpus, hidden=True, of_articles=of, **_goal(goals, kind))


def debate_date_figures(work: Path) -> Iterator[Figure]:
    """Dates with the day of writing told, and the day of writing where it is hidden."""
    for folder in (DEVSET, HELDOUT):
        yield from date_figures(analyze_debates(work, folder, "given"), folder.name, DATE_GOALS)
        for of in _DATED_BY:
            yield from dating_figures(analyze_debates(work, folder, "none"), folder.name, of)
    yield from date_figures(analyze_debates(work, UNDATED, "given"), UNDATED.name, {})
    scores = analyze_debates(work, UNDATED, "none")
    yield from dating_figures(scores, UNDATED.name, "the text states or implies it")
    yield figure(scores, "dating_estimate_met", "published estimate met (3 days)", corpus=UNDATED.name, hidden=True)


def stance_figures(scores: dict[str, Any], corpus: str) -> Iterator[Figure]:
    """Cells and holders."""
    for kind in ("explicit", "implied"):
        for name, source in (("cell_precision", f"said {kind} P"), ("cell_recall", f"{kind} R")):
            for who in ("holder", "rollup"):
                yield figure(scores, name, f"{who} {source}", corpus=corpus, kind=kind, cells=who)
    yield figure(scores, "cell_flips", "holder said explicit sign flips", corpus=corpus, kind="explicit")
    yield figure(scores, "cell_flips", "holder confident flips, of given", corpus=corpus, kind="confidence 0.8 or more")
    yield figure(scores, "second_hand_accuracy", "second hand accuracy", corpus=corpus)
    yield figure(scores, "false_holder_share", "holder said explicit false holders", corpus=corpus)


def reading_figures(scores: dict[str, Any], corpus: str) -> Iterator[Figure]:
    """Cells, holders, events and actors."""
    yield from stance_figures(scores, corpus)
    count = scores["counts"].get("event_gold", 0)
    yield figure(scores, "event_recall", "events recall", corpus=corpus, n=count)
    yield figure(scores, "event_status_accuracy", "events status right", corpus=corpus, n=count)
    why = "headline quality is judged by reading, not by a command"
    yield Figure("label_headline_share", None, "share", keys={"corpus": corpus, "n": count, "why": why})
    count = scores["counts"].get("actor_gold", 0)
    yield figure(scores, "actor_recall", "actors linked", corpus=corpus, n=count)


def debate_figures(work: Path) -> Iterator[Figure]:
    """Stances, events and actors with the day of writing told."""
    for folder in (DEVSET, HELDOUT):
        yield from reading_figures(analyze_debates(work, folder, "given"), folder.name)
        yield from calibration_figures(folder / "gold.jsonl", work / f"{folder.name}.given.json", folder.name)
    for part in PARTS:
        folder = assemble(part, work)
        yield from stance_figures(analyze_debates(work, folder, "none"), folder.name)
        yield from calibration_figures(folder / "gold.jsonl", work / f"{folder.name}.none.json", folder.name)
