"""How far the confidence of cells can be believed: what is given with .7 should be right seven times of ten."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.running import scorer

BINS = 10
Outcome = tuple[float, bool]


@dataclass(frozen=True)
class Cell:
    """A cell with a side that one article gives its holder, as merged by `part_stance`, and whether it is right.

    `trust` and `rule` are those of its surest stance.
    """

    explicit: bool
    confidence: float
    right: bool
    holder: str
    trust: float
    rule: str


def cells_of(gold: Path, analysis: Path) -> Iterator[Cell]:
    """All cells with a side. One for whom the gold does not list is wrong; what the gold leaves free is left out."""
    parts, library, names_of = scorer("part_stance"), scorer("measurelib"), scorer("names")
    rows = library.read_gold(str(gold))
    names = names_of.Names(None).learn(rows)
    tables = library.load_analysis(str(analysis))
    chain, documents = library.chains(tables), library.by_document(tables)
    for row in rows:
        if row["id"] not in documents:
            continue
        document = documents[row["id"]]
        cells = parts.gold_cells(row, names, False, str)
        given = parts.given_cells(document, str)
        found, left = parts.match_holders(cells, given, chain, names)
        pairs = [(found.get(number, []), cell) for number, cell in enumerate(cells) if not cell.free]
        for own, cell in [*pairs, *((given[key], None) for key in left)]:
            merged = parts.merge(own)
            if merged is not None and merged["side"] != "neutral":
                yield _cell(merged, cell, document, chain)


def _cell(merged: dict[str, Any], cell: Any, document: Any, chain: dict[str, Any]) -> Cell:
    actor = merged["actor"]
    shown = [s for c in document.cells if c["actor"] == actor for s in c["stances"]]
    told = [s for s in shown if s["evidence"] in merged["evidence"] and s["explicit"] == merged["explicit"]]
    best = max(told or shown, key=lambda stance: float(stance["confidence"]))
    right = cell is not None and cell.covers(merged["side"])
    name = chain[actor][0]["name"]
    return Cell(merged["explicit"], merged["confidence"], right, name, best["confidence"], best["rule"])


def calibration_error(found: Iterable[Outcome]) -> float | None:
    """Mean distance of confidence and share of right ones over ten bins of equal width; None without outcomes."""
    bins: dict[int, list[Outcome]] = defaultdict(list)
    for confidence, right in found:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    count = sum(map(len, bins.values()))
    if not count:
        return None
    return sum(abs(sum(c for c, _ in own) - sum(r for _, r in own)) for own in bins.values()) / count


def calibration_figures(gold: Path, analysis: Path, corpus: str) -> Iterator[Figure]:
    """Calibration of explicit cells and of suggestions."""
    found = list(cells_of(gold, analysis))
    for kind, wanted in (("explicit", True), ("implied", False)):
        own = [(cell.confidence, cell.right) for cell in found if cell.explicit is wanted]
        why = {} if own else {"why": "no cell of this kind"}
        keys = {"corpus": corpus, "kind": kind, "n": len(own), "goal": 0.05, **why}
        yield Figure("calibration_error", calibration_error(own), "share", keys=keys)
