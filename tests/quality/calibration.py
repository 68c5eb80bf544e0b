"""How far the confidence of cells can be believed: what is given with .7 should be right seven times of ten."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.figures import Figure
from tests.quality.running import scorer

BINS = 10
Outcome = tuple[float, bool]


def outcomes(gold: Path, analysis: Path) -> Iterator[tuple[bool, Outcome]]:
    """Of each cell with a side that one article gives its holder: whether it is explicit, its confidence, is it right?

    Matched and merged as by `part_stance`; a side for somebody whom the gold does not list is wrong, what the gold
    leaves free is left out.
    """
    parts, library, names_of = scorer("part_stance"), scorer("measurelib"), scorer("names")
    rows = library.read_gold(str(gold))
    names = names_of.Names(None).learn(rows)
    tables = library.load_analysis(str(analysis))
    chain = library.chains(tables)
    documents = library.by_document(tables)
    for row in rows:
        if row["id"] not in documents:
            continue
        cells = parts.gold_cells(row, names, False, str)
        given = parts.given_cells(documents[row["id"]], str)
        found, left = parts.match_holders(cells, given, chain, names)
        for number, cell in enumerate(cells):
            if not cell.free:
                yield from _outcome(parts.merge(found.get(number, [])), cell)
        for key in left:
            yield from _outcome(parts.merge(given[key]), None)


def _outcome(given: dict[str, Any] | None, cell: Any) -> Iterator[tuple[bool, Outcome]]:
    if given is not None and given["side"] != "neutral":
        yield given["explicit"], (given["confidence"], cell is not None and cell.covers(given["side"]))


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
    """Calibration of explicit cells and of suggestions, and how many confident ones are wrong in any way."""
    found = list(outcomes(gold, analysis))
    for kind, wanted in (("explicit", True), ("implied", False)):
        own = [outcome for explicit, outcome in found if explicit is wanted]
        why = {} if own else {"why": "no cell of this kind"}
        keys = {"corpus": corpus, "kind": kind, "n": len(own), "goal": 0.05, **why}
        yield Figure("calibration_error", calibration_error(own), "share", keys=keys)
