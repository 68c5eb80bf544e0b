"""Date expressions on TimeBank and AQUAINT, beside HeidelTime and SUTime, whole, by part and by class of expression."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.running import MEASURE, run, scorer, stanceline

PEER = "HeidelTime 2.2.1"
PEERS = {  # on the same texts with the same scorer, November 2026
    "timebank": {"strict": 0.853, "relaxed": 0.919, "value": 0.795},
    "aquaint": {"strict": 0.813, "relaxed": 0.925, "value": 0.729},
}
GOALS = {"timebank": {"strict": 0.88, "relaxed": 0.93, "value": 0.84}, "aquaint": {"value": 0.76}}
CLASSES = {  # right in both corpora together: HeidelTime 2.2.1, SUTime; same texts and scorer, November 2026
    "set (every, each, -ly)": (15, 21),
    "reference only (now, recently, ...)": (107, 113),
    "quarter, half, fiscal": (150, 94),
    "year-earlier, X ago/earlier/later": (33, 24),
    "day word (today, yesterday, tonight)": (104, 103),
    "weekday, bare": (267, 257),
    "weekday with more": (19, 15),
    "season": (13, 13),
    "decade, century": (8, 7),
    "month and day": (158, 165),
    "numeric date or clock time": (3, 3),
    "month and year": (16, 16),
    "month, bare or with last/this/next": (84, 79),
    "year, bare": (103, 100),
    "last/this/next + unit": (127, 124),
    "duration, vague (PXM, ...)": (9, 27),
    "duration, past/next N units": (41, 39),
    "duration, plain": (121, 120),
    "time of day, other": (1, 3),
    "other": (21, 20),
}
_FEW = 20
"""Classes with fewer members say too little to be held to a goal."""


def part_of(stem: str) -> str:
    """`score` or `tune`: the part that a document belongs to, by its file name without ending.

    Rules are made with the documents of `tune` (two thirds) only; those of `score` are scored and never read. The
    digest of the name decides, so that nobody can choose and nothing moves when a document is added.
    """
    return "score" if int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 3 == 0 else "tune"


@cache
def tag(work: Path, folder: Path) -> tuple[list[Any], dict[str, Any]]:
    """A corpus' gold documents, and what the program found, by document."""
    given, found = work / f"{folder.name}.in.jsonl", work / f"{folder.name}.jsonl"
    run(MEASURE / "score_timex.py", "dump", folder, given)
    stanceline("timexes", given, "-o", found)
    run(MEASURE / "check_timexes.py", given, found)
    score = scorer("score_timex")
    return score.read_gold(folder), score.read_system(found)


def timeml_figures(work: Path, corpora: Path) -> Iterator[Figure]:
    """Spans and values of the whole and of both parts; HeidelTime's figures are for the whole."""
    for corpus, peer in PEERS.items():
        gold, found = tag(work, corpora / "timeml" / corpus)
        for part in ("all", "tune", "score"):
            documents = [document for document in gold if part in ("all", part_of(document.name))]
            scores = scorer("score_timex").evaluate(documents, found)
            keys = {"corpus": corpus, "part": part, "n": scores["counts"]["gold"]}
            for kind in ("strict", "relaxed", "value", "canonical"):
                goal = {"goal": GOALS[corpus][kind]} if kind in GOALS[corpus] else {}
                of = PEER if kind in peer else ""
                yield Figure(f"timex_{kind}_f1", scores[kind][2], "share", peer.get(kind), of, {**keys, **goal})
    yield from class_figures(work, corpora)


def class_figures(work: Path, corpora: Path) -> Iterator[Figure]:
    """The share right of each class, over both corpora, beside the better of HeidelTime and SUTime."""
    gold: Counter[str] = Counter()
    right: Counter[str] = Counter()
    score, classes = scorer("score_timex"), scorer("timex_classes")
    for corpus in PEERS:
        documents, found = tag(work, corpora / "timeml" / corpus)
        for document in documents:
            mine = found.get(document.name, [])
            match = dict(score.pair(document.timexes, mine))
            for index, timex in enumerate(document.timexes):
                name = classes.classify(document.text[timex.start : timex.end], timex)
                gold[name] += 1
                right[name] += index in match and mine[match[index]].value == timex.value
    below = 0
    for name, _ in classes.CLASSES:
        better = max(CLASSES[name])
        is_below = gold[name] >= _FEW and right[name] < better
        below += is_below
        told = {"n": gold[name], "right": right[name], "heideltime": CLASSES[name][0], "sutime": CLASSES[name][1]}
        keys = {"class": name, **told, **({"BELOW": True} if is_below else {})}
        share = right[name] / gold[name] if gold[name] else None
        yield Figure("timex_class_right", share, "share", better / max(1, gold[name]), "the better of both", keys)
    yield Figure("timex_classes_below", below, "classes", keys={"goal": 0, "of_at_least": _FEW})
