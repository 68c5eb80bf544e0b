"""Prints the figures of quality: `python -m tests.quality [--corpora DIR]`.

Everything is measured through the program's own commands and scored by the scripts in `measure`. The seeds,
the development corpus and the held-out debates are always measured; the public corpora only where their folder is
given.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.figures import Figure, emit
from tests.quality.polarity import polarity_figures

ROOT = Path(__file__).resolve().parent.parent.parent
MEASURE = Path(__file__).resolve().parent / "measure"
DEBATES = (ROOT / "tests" / "data" / "devset", ROOT / "tests" / "data" / "heldout")
SEEDS = ROOT / "seeds"

PEERS = {  # HeidelTime 2.2.1 on the same texts with the same scorer, November 2026
    "timebank": {"strict": 0.853, "relaxed": 0.919, "value": 0.795},
    "aquaint": {"strict": 0.813, "relaxed": 0.925, "value": 0.729},
}


def run(*command: str | Path) -> str:
    """Run a Python command and return its standard output; a scorer's complaint ends the run."""
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, command))}\nended with status {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout


def stanceline(*arguments: str | Path) -> None:
    """Run the program."""
    run("-m", "stanceline", *arguments)


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


# ---- seeds ---------------------------------------------------------------------------------------------


def analyze_seeds(work: Path) -> dict[str, Any]:
    """All scores of the two sample articles: `analysis`, `matrix` and `quotes`, as the scorers give them."""
    out = work / "seeds.json"
    stanceline("analyze", SEEDS, "-o", out)
    run(
        MEASURE / "score_analysis.py",
        MEASURE / "seeds_gold.jsonl",
        out,
        "--texts",
        SEEDS,
        "--json",
        work / "seeds.scores.json",
    )
    cells, quotes = work / "seeds.cells.jsonl", work / "seeds.quotes.jsonl"
    gold = MEASURE / "seeds_matrix_gold.jsonl"
    run(MEASURE / "to_matrix.py", out, cells, "--proposal", "nato-tokyo-office", "--gold", gold)
    matrix = run(MEASURE / "score_matrix.py", "--gold", gold, "--pred", cells, "--texts", SEEDS, "--json")
    run(MEASURE / "to_quotes.py", out, quotes)
    gold = MEASURE / "seeds_quotes_gold.jsonl"
    quoted = run(MEASURE / "score_quotes.py", "--gold", gold, "--pred", quotes, "--texts", SEEDS, "--json")
    return {
        "analysis": _json(work / "seeds.scores.json"),
        "matrix": json.loads(matrix),
        "quotes": json.loads(quoted),
        "document": _json(out),
    }


def seed_figures(work: Path) -> Iterator[Figure]:
    """The sample articles."""
    scores = analyze_seeds(work)
    yield from _analysis_figures(scores["analysis"], "seeds", hidden=True)
    matrix = scores["matrix"]
    keys = {"corpus": "seeds", "kind": "required cells"}
    yield Figure("cell_precision", matrix["cell precision"], "share", keys=keys)
    yield Figure("cell_recall", matrix["cell recall"], "share", keys=keys)
    yield Figure("cell_flips", len(matrix["sign flips"]), "cells", keys=keys)
    yield from _quote_figures(scores["quotes"], "seeds", "all")


# ---- annotated debates ----------------------------------------------------------------------------------


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
    return _json(scores)


def debate_figures(work: Path, folder: Path) -> Iterator[Figure]:
    """One folder of annotated articles, with dates told and with dates hidden."""
    yield from _analysis_figures(analyze_debates(work, folder, "given"), folder.name, hidden=False)
    yield from _dating_figures(analyze_debates(work, folder, "none"), folder.name, hidden=True)


def _value(scores: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = scores["figures"].get(name) or {"value": None}
    return found


def _figure(scores: dict[str, Any], name: str, source: str, **keys: Any) -> Figure:
    found = _value(scores, source)
    bounds = {key: found[key] for key in ("low", "high") if found.get(key) is not None}
    why = {} if found["value"] is not None else {"why": "nothing of this kind in the corpus"}
    return Figure(name, found["value"], "share", keys={**keys, **bounds, **why})


def _dating_figures(scores: dict[str, Any], corpus: str, *, hidden: bool) -> Iterator[Figure]:
    for name, source in (
        ("dating_contains", "published in"),
        ("dating_best_exact", "published exact"),
        ("dating_false", "published false"),
        ("dating_wrong_hard", "published hard wrong"),
        ("dating_unknown", "published unknown"),
    ):
        yield _figure(scores, name, source, corpus=corpus, hidden=hidden)


def _analysis_figures(scores: dict[str, Any], corpus: str, *, hidden: bool) -> Iterator[Figure]:
    for kind in ("strict", "relaxed", "value"):
        yield _figure(scores, f"timex_{kind}_f1", f"dates {kind} F1", corpus=corpus, part="all")
    yield _figure(scores, "timex_day_accuracy", "dates placed, of all gold", corpus=corpus, part="all")
    yield from _dating_figures(scores, corpus, hidden=hidden)
    for kind in ("explicit", "implied"):
        for name, source in (("cell_precision", f"said {kind} P"), ("cell_recall", f"{kind} R")):
            for who in ("holder", "rollup"):
                yield _figure(scores, name, f"{who} {source}", corpus=corpus, kind=kind, cells=who)
    yield _figure(scores, "cell_flips", "holder said explicit sign flips", corpus=corpus, kind="explicit")
    yield _figure(
        scores, "cell_flips", "holder confident flips, of given", corpus=corpus, kind="confidence 0.8 or more"
    )
    yield _figure(scores, "second_hand_accuracy", "second hand accuracy", corpus=corpus)
    yield _figure(scores, "false_holder_share", "holder said explicit false holders", corpus=corpus)
    count = scores["counts"].get("event_gold", 0)
    yield _figure(scores, "event_recall", "events recall", corpus=corpus, n=count)
    yield _figure(scores, "event_status_accuracy", "events status right", corpus=corpus, n=count)
    why = "the scorers give no outcome for single cells"
    yield Figure("calibration_error", None, "share", keys={"corpus": corpus, "why": why})
    why = "headline quality is judged by reading, not by a command"
    yield Figure("label_headline_share", None, "share", keys={"corpus": corpus, "n": count, "why": why})
    count = scores["counts"].get("actor_gold", 0)
    yield _figure(scores, "actor_recall", "actors linked", corpus=corpus, n=count)
    why = "the gold marks no pronouns"
    yield Figure("pronoun_accuracy", None, "share", keys={"corpus": corpus, "pronoun": "all", "n": 0, "why": why})


# ---- public corpora ------------------------------------------------------------------------------------


def timeml_figures(work: Path, corpora: Path) -> Iterator[Figure]:
    """Date expressions on TimeBank and AQUAINT, beside HeidelTime's figures."""
    for corpus, peer in PEERS.items():
        folder, given, found = corpora / "timeml" / corpus, work / f"{corpus}.in.jsonl", work / f"{corpus}.jsonl"
        run(MEASURE / "score_timex.py", "dump", folder, given)
        stanceline("timexes", given, "-o", found)
        run(MEASURE / "check_timexes.py", given, found)
        scores = json.loads(run(MEASURE / "score_timex.py", "score", folder, found, "--json"))
        for kind in ("strict", "relaxed", "value"):
            keys = {"corpus": corpus, "part": "all"}
            yield Figure(f"timex_{kind}_f1", scores[kind][2], "share", peer[kind], "HeidelTime 2.2.1", keys)


def _quote_figures(scores: dict[str, Any], corpus: str, part: str) -> Iterator[Figure]:
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
    yield from _quote_figures(json.loads(scores), "polnear_dev", "all")


def all_figures(work: Path, corpora: Path | None) -> Iterator[Figure]:
    """Every figure, the quick ones first."""
    yield from seed_figures(work)
    for folder in DEBATES:
        yield from debate_figures(work, folder)
    if corpora is None:
        return
    yield from timeml_figures(work, corpora)
    yield from polarity_figures(corpora / "stance", work, MEASURE / "score_stance.py")
    yield from polnear_figures(work, corpora)


def main() -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, help="folder with timeml/, quotes/ and stance/")
    parser.add_argument("--keep", type=Path, help="keep all intermediate files in this folder")
    arguments = parser.parse_args()
    if arguments.corpora is not None and not arguments.corpora.is_dir():
        parser.error(f"{arguments.corpora} is no folder")
    if arguments.keep is not None:
        arguments.keep.mkdir(parents=True, exist_ok=True)
        emit(all_figures(arguments.keep, arguments.corpora))
        return 0
    with tempfile.TemporaryDirectory() as work:
        emit(all_figures(Path(work), arguments.corpora))
    return 0


if __name__ == "__main__":
    sys.exit(main())
