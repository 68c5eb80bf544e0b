"""What every cell of the matrix said on any day, counted by the rules of `discourse.stances.cells`.

A cell changes only on days on which one of its stances becomes known, or somebody takes a side who reports one of
them. Each such state is counted once, when it is first asked for, in pieces as small as the caller likes.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.discourse.stances.cells import chain_of, count_cell, is_between, takes_side
from stanceline.model.cell_values import CellValue, cell_value, overall_value
from stanceline.model.clock import ClockKind, Side
from stanceline.records import ActorRow, ArticleRow, Proposal, StanceRow
from stanceline.temporal.timex import DAY_S

ALWAYS = int(np.iinfo(np.int64).max)
"""A limit before which everything becomes known that ever does."""
Pause = Callable[[], bool]
"""Asked after each piece of work: whether it is time to stop for now."""


def known_since(row: StanceRow, article: ArticleRow | None, kind: ClockKind) -> int | None:
    """Seconds at which a stance becomes known on a clock; None where no day is known.

    What has no date of its own was said by the day of its report.
    """
    reported = None if article is None or article.published is None else article.published * DAY_S
    return row.begin if kind == "event" and row.begin is not None else reported


def stances_of(side: Side, stances: Sequence[StanceRow], articles: Mapping[str, ArticleRow]) -> list[StanceRow]:
    """The stances that a side of a comparison is counted from; a period takes in what it touches."""
    if side == Side():
        return list(stances)
    begin, end = side.period or (0, 0)
    found = []
    for row in stances:
        article = articles.get(row.article)
        if side.articles is not None and row.article not in side.articles:
            continue
        if side.outlets is not None and ((article.source or "") if article is not None else "") not in side.outlets:
            continue
        if side.period is not None and not (
            row.begin is not None and row.end_exclusive is not None and row.begin < end and row.end_exclusive > begin
        ):
            continue
        found.append(row)
    return found


@dataclass(frozen=True, slots=True)
class _Cell:
    """One actor on one proposal: its stances with the seconds at which they become known, and all its turning points.

    `values` holds what it says after each turning point, as far as that was counted; None where it has no cell yet.
    """

    actor: str
    column: int
    rows: list[StanceRow]
    since: list[int]
    times: list[int]
    values: dict[int, CellValue | None] = field(default_factory=dict)


class CellHistory:
    """The cells over all articles, day by day. `since` tells when each stance becomes known (by id; others never do).

    Actors and columns are numbered as in `Prepared`: in the order of `actors` and `proposals`, the column over all
    proposals last.
    """

    def __init__(
        self,
        stances: Sequence[StanceRow],
        actors: Sequence[ActorRow],
        proposals: Sequence[Proposal],
        rules: CellRules,
        since: Mapping[str, int],
    ) -> None:
        self._rules = rules
        self._known = {actor.id: actor for actor in actors}
        self._numbers = {actor.id: number for number, actor in enumerate(actors)}
        self._columns = {proposal.id: number for number, proposal in enumerate(proposals)}
        self._stances = {row.id: row for row in stances if row.id in since}
        self._sides: dict[tuple[str, str], int] = {}
        self._cells = self._grouped(since)
        lengths = [len(cell.times) for cell in self._cells]
        self._starts = np.cumsum([0, *lengths[:-1]]).astype(np.int64) if lengths else np.empty(0, np.int64)
        self._times: NDArray[np.int64] = np.array([when for cell in self._cells for when in cell.times], np.int64)
        self._overall: dict[tuple[int, ...], CellValue] = {}
        self._next = (0, 0)

    def _grouped(self, since: Mapping[str, int]) -> list[_Cell]:
        groups: dict[tuple[int, str], list[StanceRow]] = defaultdict(list)
        for row in self._stances.values():
            if row.proposal not in self._columns or row.holder not in self._known:
                continue
            if takes_side(row):
                key = (row.holder, row.proposal)
                self._sides[key] = min(self._sides.get(key, ALWAYS), since[row.id])
            for actor in chain_of(row.holder, self._known):
                groups[self._columns[row.proposal], actor].append(row)
        cells = []
        for (column, actor), rows in sorted(groups.items()):
            times = {since[row.id] for row in rows}
            times.update(when for row in rows if row.mode == "second_hand" for when in self._interests(row))
            cells.append(_Cell(actor, column, rows, [since[row.id] for row in rows], sorted(times)))
        return cells

    def _interests(self, row: StanceRow) -> list[int]:
        """When those who report a stance take a side."""
        keys = [(who, row.proposal) for who in row.reported_by]
        return [self._sides[key] for key in keys if key in self._sides]

    # ---- counting

    def count(self, limit: int, pause: Pause = lambda: False) -> bool:
        """Count what is missing to know the cells before `limit`; False where it was stopped before the end."""
        for cell, place in zip(self._cells, self._places(limit), strict=True):
            if place >= 0 and place not in cell.values:
                if pause():
                    return False
                cell.values[place] = self._value(cell, place)
        return True

    def count_on(self, pause: Pause) -> bool:
        """Count ahead, all days of all cells; False where it was stopped before the end."""
        number, place = self._next
        while number < len(self._cells):
            cell = self._cells[number]
            while place < len(cell.times):
                if place not in cell.values:
                    if pause():
                        self._next = (number, place)
                        return False
                    cell.values[place] = self._value(cell, place)
                place += 1
            number, place = number + 1, 0
        self._next = (number, place)
        return True

    def _places(self, limit: int) -> list[int]:
        """The newest state of each cell before `limit`, -1 before its first."""
        if not self._cells:
            return []
        places: list[int] = (np.add.reduceat((self._times < limit).astype(np.int64), self._starts) - 1).tolist()
        return places

    def _value(self, cell: _Cell, place: int) -> CellValue | None:
        when = cell.times[place]
        rows = [row for row, since in zip(cell.rows, cell.since, strict=True) if since <= when]
        if not rows or is_between(cell.actor, rows, self._known):
            return None
        interests = [row.mode == "second_hand" and min(self._interests(row), default=ALWAYS) <= when for row in rows]
        counted = count_cell(rows, self._known[cell.actor], interests, self._known, self._rules, is_pooled=True)
        return cell_value(counted, self._numbers[cell.actor], cell.column, self._stances)

    # ---- looking

    def values(self, limit: int) -> list[CellValue]:
        """The cells as known before `limit`: by proposal and actor, those over all proposals last."""
        self.count(limit)
        places = self._places(limit)
        groups: dict[int, list[int]] = defaultdict(list)
        found = []
        for number, (cell, place) in enumerate(zip(self._cells, places, strict=True)):
            value = cell.values[place] if place >= 0 else None
            if value is not None:
                found.append(value)
                groups[value.actor].extend((number, place))
        if len(self._columns) > 1:
            found.extend(self._over_all(tuple(group)) for group in groups.values())
        return found

    def _over_all(self, states: tuple[int, ...]) -> CellValue:
        known = self._overall.get(states)
        if known is None:
            values = [self._cells[n].values[place] for n, place in zip(states[::2], states[1::2], strict=True)]
            present = [value for value in values if value is not None]
            known = self._overall[states] = overall_value(present, len(self._columns))
        return known

    @property
    def times(self) -> NDArray[np.int64]:
        """All seconds at which a cell may change, in order, each once."""
        return np.unique(self._times)
