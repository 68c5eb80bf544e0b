"""Fits the numbers of `resources/scorer/confidence.tsv`: `python packaging/fit_confidence.py` in the checkout.

Runs the development debates and those invented ones that may be read with the rules' own trust as confidence (the file
is replaced for that time), compares the cells with the gold, and writes `base`, `unnamed` and `loose`; `slope` and
`ceiling` stay as the file has them. Both corpora count the same, whatever their size. Prints how far confidence and the
share of right ones are apart there, and on the debates that nothing is fitted on.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from stanceline.discourse.stances.confidence import Belief, is_loose, is_unnamed, read_belief  # noqa: E402
from tests.quality.calibration import Cell, calibration_error, cells_of  # noqa: E402
from tests.quality.debates import DEVSET, HELDOUT, analyze_debates  # noqa: E402
from tests.quality.invented import assemble  # noqa: E402

TABLE = ROOT / "resources" / "scorer" / "confidence.tsv"
PLAIN = Belief(base=0.0, slope=1.0, unnamed=0.0, loose=0.0, ceiling=1.0)
PULL, ROUNDS = (0.1, 1.0, 1.0), 50
"""How strongly base and penalties are drawn to 1, -0.5 and -0.5: the debates are few."""


def write_belief(belief: Belief, comment: str) -> None:
    """Write the table with its comment."""
    TABLE.write_text(comment + "".join(f"{name}\t{value:g}\n" for name, value in asdict(belief).items()), "utf-8")


def read_cells(folder: Path, work: Path) -> list[Cell]:
    """The explicit cells of one corpus, read with the table as it stands."""
    analyze_debates(work, folder, "given")
    return [cell for cell in cells_of(folder / "gold.jsonl", work / f"{folder.name}.given.json") if cell.explicit]


def fit(corpora: Sequence[Sequence[Cell]], belief: Belief) -> Belief:
    """The belief with base and penalties by penalized logistic regression (Newton's method), rounded.

    A cell weighs what makes all corpora weigh the same.
    """
    cells = [cell for corpus in corpora for cell in corpus]
    weigh = np.repeat([len(cells) / len(corpora) / len(own) for own in corpora], [len(own) for own in corpora])
    trust = np.clip([cell.trust for cell in cells], 0.02, 0.98)
    facts = np.array([[1.0, is_unnamed(cell.holder), is_loose(cell.rule)] for cell in cells])
    right = np.array([cell.right for cell in cells], dtype=float)
    given = belief.slope * np.log(trust / (1 - trust))
    drawn, pull = np.array([1.0, -0.5, -0.5]), np.array(PULL)
    weights = drawn.copy()
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-(facts @ weights + given)))
        slope = facts.T @ (weigh * (share - right)) + pull * (weights - drawn)
        bend = (facts * (weigh * share * (1 - share))[:, None]).T @ facts + np.diag(pull)
        weights = weights - np.linalg.solve(bend, slope)
    base, unnamed, loose = (round(float(weight), 2) for weight in weights)
    return Belief(base, belief.slope, unnamed, loose, belief.ceiling)


def main() -> int:
    """Fit, write, and tell how well it holds."""
    kept = TABLE.read_text(encoding="utf-8")
    comment = "".join(line + "\n" for line in kept.splitlines() if line.startswith("#"))
    belief = read_belief(TABLE)
    try:
        write_belief(PLAIN, comment)
        with tempfile.TemporaryDirectory() as work:
            read = [DEVSET, assemble("read", Path(work))]
            belief = fit([read_cells(folder, Path(work)) for folder in read], belief)
    finally:
        TABLE.write_text(kept, encoding="utf-8")
    write_belief(belief, comment)
    with tempfile.TemporaryDirectory() as work:
        for folder in (DEVSET, assemble("read", Path(work)), HELDOUT, assemble("scored", Path(work))):
            found = [(cell.confidence, cell.right) for cell in read_cells(folder, Path(work))]
            print(f"{folder.name}: calibration error {calibration_error(found)} on {len(found)} cells")
    return 0


if __name__ == "__main__":
    sys.exit(main())
