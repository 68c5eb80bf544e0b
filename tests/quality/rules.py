"""What each rule of stances is worth: of the explicit cells whose surest stance it gave, how many are right.

A maintainer who reads that a rule is right in fewer than three of five cells narrows it or lets it suggest only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.figures import Figure
from tests.quality.calibration import Cell, cells_of
from tests.quality.debates import DEVSET, HELDOUT, analyze_debates
from tests.quality.invented import PARTS, assemble

LEAST = 3
"""Cells below which a share says nothing."""
GOAL = 0.6


def rule_table(found: Iterable[Cell]) -> dict[tuple[str, str], Counter[bool]]:
    """Right and wrong explicit cells by ("rule", its name) and ("link", how it found the proposal)."""
    table: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for cell in found:
        if cell.explicit:
            rule, _, link = cell.rule.partition("/")
            table["rule", rule][cell.right] += 1
            table["link", link][cell.right] += 1
    return dict(table)


def rule_figures(work: Path) -> Iterator[Figure]:
    """One figure for each rule and each kind of link with enough cells in all debates together, most used first."""
    cells: list[Cell] = []
    for folder in (DEVSET, HELDOUT):
        analyze_debates(work, folder, "given")
        cells += cells_of(folder / "gold.jsonl", work / f"{folder.name}.given.json")
    for part in PARTS:
        folder = assemble(part, work)
        analyze_debates(work, folder, "none")
        cells += cells_of(folder / "gold.jsonl", work / f"{folder.name}.none.json")
    for (kind, name), counts in sorted(rule_table(cells).items(), key=lambda item: (-item[1].total(), item[0])):
        if counts.total() >= LEAST:
            keys = {kind: name, "n": counts.total(), "right": counts[True], "wrong": counts[False], "goal": GOAL}
            yield Figure(f"{kind}_right", counts[True] / counts.total(), "share", keys=keys)
