"""What differs between the two sides of a comparison: who moved where, on what, and what stands behind it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stanceline.model.marks import MIXED, NO_STANCE, STANCE_SIGNS, Cells, Corpus, Trait
from stanceline.model.prepared import OVERALL

Move = Literal["favor", "against", "mixed", "only_a", "only_b"]
"""Towards support, towards opposition, into or out of contradicting oneself, known on one side only."""
MOVES: tuple[Move, ...] = ("favor", "against", "mixed", "only_b", "only_a")


@dataclass(frozen=True, slots=True)
class Half:
    """What one side says of a cell: its stance (`NO_STANCE` without one), its sign, the stances behind it."""

    stance: int
    sign: str
    confidence: float
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One actor on one proposal, whose sides differ."""

    actor_key: str
    actor: str
    column_key: str
    column: str
    a: Half
    b: Half
    move: Move


_NOTHING = Half(NO_STANCE, STANCE_SIGNS[NO_STANCE], 0.0, ())


def changes_of(corpus: Corpus) -> list[Change]:
    """The cells whose two sides differ, by kind of move and then as the rows stand; empty without a comparison."""
    if corpus.other_cells is None:
        return []
    first, second = _halves(corpus.cells), _halves(corpus.other_cells)
    found = []
    for row, column in sorted({*first, *second}):
        if corpus.columns[column][0] == OVERALL:
            continue
        a, b = first.get((row, column), _NOTHING), second.get((row, column), _NOTHING)
        move = _move(a.stance, b.stance)
        if move is not None:
            who, what = corpus.rows[row], corpus.columns[column]
            found.append(Change(who.key, who.name, *what, a, b, move))
    return sorted(found, key=lambda change: MOVES.index(change.move))


def unchanged(corpus: Corpus) -> int:
    """How many cells are the same on both sides."""
    if corpus.other_cells is None:
        return 0
    first, second = _halves(corpus.cells), _halves(corpus.other_cells)
    both = [pair for pair in first if pair in second and corpus.columns[pair[1]][0] != OVERALL]
    return sum(first[pair].stance == second[pair].stance for pair in both)


def routes(changes: Sequence[Change]) -> list[tuple[str, str, int]]:
    """From which sign to which how many cells moved that are known on both sides, the most frequent first."""
    moved = Counter((change.a.sign, change.b.sign) for change in changes if change.move not in ("only_a", "only_b"))
    return [(*route, count) for route, count in sorted(moved.items(), key=lambda item: (-item[1], item[0]))]


def _halves(cells: Cells) -> dict[tuple[int, int], Half]:
    return {
        (row, column): Half(stance, _sign(stance, traits), confidence, keys)
        for row, column, stance, traits, confidence, keys in zip(
            cells.row.tolist(), cells.column.tolist(), cells.stance.tolist(), cells.traits.tolist(),
            cells.confidence.tolist(), cells.stances, strict=True,
        )
    }  # fmt: skip


def _sign(stance: int, traits: int) -> str:
    return f"({STANCE_SIGNS[stance]})" if traits & Trait.CONDITIONAL and stance != MIXED else STANCE_SIGNS[stance]


def _move(a: int, b: int) -> Move | None:
    if a == b:
        return None
    if a == NO_STANCE:
        return "only_b"
    if b == NO_STANCE:
        return "only_a"
    if MIXED in (a, b):
        return "mixed"
    return "favor" if b > a else "against"
