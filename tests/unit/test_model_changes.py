"""What differs between two sides of a comparison."""

from dataclasses import replace

import numpy as np
import pytest

from stanceline.model.changes import Move, changes_of, routes, unchanged
from stanceline.model.marks import MIXED, Cells, Corpus, Row, Trait, empty_marks


def cells(*entries: tuple[int, int, int, int]) -> Cells:
    """Cells by row, column, stance and traits."""
    return Cells(
        row=np.array([entry[0] for entry in entries], np.int32),
        column=np.array([entry[1] for entry in entries], np.int32),
        stance=np.array([entry[2] for entry in entries], np.int8),
        confidence=np.full(len(entries), 0.8, np.float32),
        traits=np.array([entry[3] for entry in entries], np.uint32),
        count=np.ones(len(entries), np.int32),
        stances=[(f"s{row}{column}{stance}",) for row, column, stance, _ in entries],
    )


def corpus(a: Cells, b: Cells) -> Corpus:
    """Three actors on two proposals, with the column over both."""
    rows = [Row(f"actor:{name}", name, "person") for name in ("Ada", "Bo", "Cy")]
    columns = [("toll", "Ferry toll"), ("pier", "New pier"), ("overall", "All")]
    return replace(Corpus(rows, columns, empty_marks(), a), other_cells=b)


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [(-2, 1, "favor"), (-2, -1, "favor"), (2, 0, "against"), (1, MIXED, "mixed"), (MIXED, -2, "mixed")],
)
def test_the_kind_of_a_move(before: int, after: int, move: Move) -> None:
    found = changes_of(corpus(cells((0, 0, before, 0)), cells((0, 0, after, 0))))
    assert [(change.actor, change.column, change.move) for change in found] == [("Ada", "Ferry toll", move)]
    assert found[0].a.keys == (f"s00{before}",)
    assert found[0].b.keys == (f"s00{after}",)


def test_sides_that_only_one_has_come_last_and_the_same_is_only_counted() -> None:
    a = cells((0, 0, 2, 0), (0, 1, 1, 0), (1, 0, -2, 0), (2, 2, 2, 0))
    b = cells((0, 0, 2, 0), (1, 0, -1, 0), (2, 1, -1, 0), (2, 2, -2, 0))
    compared = corpus(a, b)
    moves = [(change.actor, change.column_key, change.move) for change in changes_of(compared)]
    assert moves == [("Bo", "toll", "favor"), ("Cy", "pier", "only_b"), ("Ada", "pier", "only_a")]
    assert unchanged(compared) == 1


def test_routes_count_signs_and_conditions() -> None:
    conditional = int(Trait.CONDITIONAL)
    a = cells((0, 0, -1, 0), (1, 0, -1, 0), (2, 0, 2, 0))
    b = cells((0, 0, 1, conditional), (1, 0, 1, conditional), (2, 0, -2, 0))
    assert routes(changes_of(corpus(a, b))) == [("−", "(+)", 2), ("++", "−−", 1)]


def test_without_a_comparison_nothing_differs() -> None:
    alone = replace(corpus(cells((0, 0, 1, 0)), cells()), other_cells=None)
    assert changes_of(alone) == []
    assert unchanged(alone) == 0
