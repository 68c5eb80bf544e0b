"""Turns an analysis into votes, the columns that charts are counted from.

Stances count as in the cells: with what they weigh there, parents with those below them, copies of one story once.
"""

from collections.abc import Collection

import numpy as np

from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import chain_of, side_takers, stance_weight
from stanceline.model.series import Votes
from stanceline.records import Analysis


def votes_on(analysis: Analysis, proposal: str, rules: CellRules, shown: Collection[str] | None = None) -> Votes:
    """The stances on a proposal as votes; with `shown` only those marks.

    Suggested ones are left out: a curve shows what was said. So are copies of a story, unless the rules count them.
    """
    sides = side_takers(analysis.stances, analysis.actors, analysis.proposals)
    rows = [
        row
        for row in analysis.stances
        if row.proposal == proposal
        and row.explicit
        and not (rules.copies_once and row.copy_of is not None)
        and (shown is None or row.id in shown)
    ]
    dated = sorted(
        ((row.begin + row.end_exclusive - 1) // 2, row.id, row)
        for row in rows
        if row.begin is not None and row.end_exclusive is not None
    )
    return Votes(
        keys=tuple(key for _, key, _ in dated),
        holders=tuple(row.holder for _, _, row in dated),
        time=np.array([time for time, _, _ in dated], np.int64),
        value=np.array([row.stance for _, _, row in dated], np.int8),
        weight=np.array([stance_weight(row, rules, sides) for _, _, row in dated], np.float64),
        undated_holders=tuple(row.holder for row in rows if row.begin is None or row.end_exclusive is None),
    )


def members_of(analysis: Analysis, actor: str) -> frozenset[str]:
    """The actor and all that stand below it: its cell counts them, too."""
    known = {row.id: row for row in analysis.actors}
    return frozenset(row.id for row in analysis.actors if actor in chain_of(row.id, known))


def busiest(analysis: Analysis, votes: Votes, most: int) -> tuple[str, ...]:
    """The actors at the top of their families with the most votes, the busiest first."""
    known = {row.id: row for row in analysis.actors}
    tops: dict[str, int] = {}
    for holder in votes.holders:
        top = chain_of(holder, known)[-1] if holder in known else holder
        tops[top] = tops.get(top, 0) + 1
    return tuple(sorted(tops, key=lambda actor: (-tops[actor], actor))[:most])
