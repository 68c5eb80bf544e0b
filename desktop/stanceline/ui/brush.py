"""Linked brushing: what the pointer is over in one view is softly lit in all others; nothing moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from stanceline.model.marks import Corpus, Kind
from stanceline.ui.plot.lit_marks import Numbers

if TYPE_CHECKING:
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.plot_state import PlotState
    from stanceline.ui.plot.timeline import TimelineView

Cell = tuple[int, int]
_MOST_FRAMED = 400
"""Marks beyond this number light whole rows, not single cells and values: nobody could tell them apart."""
_NONE: Numbers = np.empty(0, np.int64)


@dataclass(frozen=True, eq=False)
class Lit:
    """What is lit: numbers of marks in the corpus, rows, cells, a period in seconds.

    `value` is the part and the value of the filter that the pointer is on: all other marks are dimmed meanwhile.
    """

    numbers: Numbers = field(default_factory=lambda: _NONE)
    rows: frozenset[int] = frozenset()
    cells: frozenset[Cell] = frozenset()
    period: tuple[float, float] | None = None
    value: tuple[str, object] | None = None

    def __bool__(self) -> bool:
        return bool(len(self.numbers) or self.rows or self.cells or self.period is not None)


NOTHING = Lit()


class CellFinder:
    """Finds what belongs together in the corpus: marks of a row, cells behind marks, marks of a filter's value."""

    def __init__(self, state: PlotState) -> None:
        self._state = state

    @property
    def corpus(self) -> Corpus:
        """What is shown."""
        return self._state.corpus

    def marks_of_row(self, row_key: str) -> Numbers:
        """Numbers of the marks in a row."""
        row = next((n for n, row in enumerate(self.corpus.rows) if row.key == row_key), None)
        if row is None:
            return _NONE
        starts = self._state.index.row_start
        return self._state.index.order[int(starts[row]) : int(starts[row + 1])].astype(np.int64)

    def marks_between(self, begin_s: float, end_s: float) -> Numbers:
        """Numbers of the marks whose place lies in a period."""
        anchor = self._state.index.anchor
        return self._state.index.order[(anchor >= begin_s) & (anchor < end_s)].astype(np.int64)

    def marks_with(self, part: str, value: object) -> Numbers:
        """Numbers of the marks that a filter on one value of a part would keep."""
        corpus = self.corpus
        marks = corpus.marks
        if part == "actors":
            return self.marks_of_row(str(value))
        if part == "kinds" and isinstance(value, int):
            return np.flatnonzero(marks.kind == value)
        if part == "stances" and isinstance(value, int):
            return np.flatnonzero(marks.stance == value)
        if part == "articles":
            named = [n for n, source in enumerate(corpus.articles) if source.key == value]
            return np.flatnonzero(np.isin(marks.article, named))
        if part == "modes":
            from stanceline.model.corpus import mode_members

            return np.flatnonzero(mode_members(marks.kind, marks.traits, str(value)))
        return _NONE

    def values_of(self, numbers: Numbers) -> frozenset[tuple[str, object]]:
        """Part and value of every filter that a few marks belong to."""
        corpus = self.corpus
        found: set[tuple[str, object]] = set()
        for number in numbers[:_MOST_FRAMED].tolist():
            marks = corpus.marks
            found.add(("actors", corpus.rows[int(marks.row[number])].key))
            found.add(("kinds", int(marks.kind[number])))
            found.add(("stances", int(marks.stance[number])))
            if 0 <= marks.article[number] < len(corpus.articles):
                found.add(("articles", corpus.articles[int(marks.article[number])].key))
        return frozenset(found)

    def behind(self, keys: Sequence[str]) -> frozenset[Cell]:
        """The cells that some marks stand behind; none for very many marks."""
        if not keys or len(keys) > _MOST_FRAMED:
            return frozenset()
        numbers = np.array(self._state.numbers_of(keys), np.int64)
        return self.cells_of(numbers, frozenset(keys))

    def cells_of(self, numbers: Numbers, keys: frozenset[str] | None = None) -> frozenset[Cell]:
        """The cells behind marks by their numbers: in their rows, and in the row that theirs stands under."""
        corpus = self.corpus
        if not len(numbers) or len(numbers) > _MOST_FRAMED:
            return frozenset()
        is_stance = corpus.marks.kind[numbers] == Kind.STANCE
        numbers = numbers[is_stance]
        if not len(numbers):
            return frozenset()
        wanted = keys if keys is not None else frozenset(corpus.marks.keys[n] for n in numbers.tolist())
        rows = {row for n in numbers.tolist() for row in self._family(int(corpus.marks.row[n]))}
        cells, evidence = corpus.cells, corpus.cells.evidence
        found = set()
        for cell in np.flatnonzero(np.isin(cells.row, sorted(rows))).tolist():
            if any(evidence.keys[mark] in wanted for mark in evidence.mark[evidence.of(cell)].tolist()):
                found.add((int(cells.row[cell]), int(cells.column[cell])))
        return frozenset(found)

    def _family(self, row: int) -> tuple[int, ...]:
        rows, top = self.corpus.rows, row
        while top > 0 and rows[top].depth > 0:
            top -= 1
        return (row, top)


class Brush(QObject):
    """Hears of the pointer from every view of one window and lights what belongs to it in every view."""

    def __init__(self, window: MainWindow, timeline: TimelineView, finder: CellFinder) -> None:
        super().__init__(window)
        self._window, self._timeline, self._finder = window, timeline, finder
        self._source: object = None
        self.lit = NOTHING
        panes = window.panes
        timeline.hovered.connect(self._on_mark)
        timeline.matrix.cell_hovered.connect(self._on_cell)
        timeline.overview.time_hovered.connect(self._on_time)
        panes.drawer.hovered.connect(lambda key: self._on_key("table", key))
        panes.filters.value_hovered.connect(self._on_value)
        panes.detail.hovered.connect(lambda key: self._on_key("detail", key))
        # What is lit is known by its numbers, which other marks have after a filter.
        window.session.corpus_changed.connect(lambda: self.leave(self._source))

    # ---- where the pointer is

    def _on_mark(self, key: str) -> None:
        state = self._timeline.state
        number = state.numbers.get(key) if key else None
        if number is None:
            self.leave("timeline")
            return
        item = state.layout.item_of(int(state.index.place[number]))
        self._light("timeline", [number] if item is None else state.members(item))

    def _on_key(self, source: str, key: str) -> None:
        number = self._timeline.state.numbers.get(key) if key else None
        if number is None:
            self.leave(source)
        else:
            self._light(source, [number])

    def _on_cell(self, actor: str, column: str) -> None:
        matrix = self._timeline.matrix
        if not actor:
            self.leave("matrix")
            return
        if not column:
            row = next((n for n, row in enumerate(self._finder.corpus.rows) if row.key == actor), None)
            self._show("matrix", Lit(self._finder.marks_of_row(actor), frozenset(() if row is None else (row,))))
            return
        cell = matrix.find_cell(actor, column)
        numbers = self._timeline.state.numbers_of(() if cell is None else matrix.stances_of(cell))
        rows = frozenset(() if cell is None else (cell[0],))
        self._show("matrix", Lit(np.array(numbers, np.int64), rows, frozenset(() if cell is None else (cell,))))

    def _on_time(self, begin_s: float, end_s: float) -> None:
        if end_s <= begin_s:
            self.leave("overview")
        else:
            self._show("overview", Lit(self._finder.marks_between(begin_s, end_s), period=(begin_s, end_s)))

    def _on_value(self, part: str, value: object) -> None:
        if not part:
            self.leave("filters")
            return
        numbers = self._finder.marks_with(part, value)
        self._show("filters", Lit(numbers, self._rows_of(numbers), self._cells_of(numbers), value=(part, value)))

    def _light(self, source: object, numbers: Iterable[int]) -> None:
        found = np.array(list(numbers), np.int64)
        self._show(source, Lit(found, self._rows_of(found), self._cells_of(found)))

    def _rows_of(self, numbers: Numbers) -> frozenset[int]:
        return frozenset(np.unique(self._finder.corpus.marks.row[numbers]).tolist())

    def _cells_of(self, numbers: Numbers) -> frozenset[Cell]:
        return self._finder.cells_of(numbers)

    def leave(self, source: object) -> None:
        """The pointer is over nothing in a view any more."""
        if source == self._source:
            self._show(None, NOTHING)

    # ---- what is lit

    def _show(self, source: object, lit: Lit) -> None:
        if not lit and not self.lit:
            return
        self._source, self.lit = source, lit
        timeline, panes = self._timeline, self._window.panes
        timeline.canvas.set_lit(lit.numbers if source != "timeline" else _NONE, is_dimming=lit.value is not None)
        timeline.overview.set_lit(lit.numbers)
        one_row = next(iter(lit.rows)) if len(lit.rows) == 1 and source != "matrix" else None
        timeline.matrix.set_hovered(one_row, None)
        timeline.matrix.set_framed(lit=lit.cells if source != "matrix" else frozenset())
        panes.drawer.set_lit(self._tester(lit.numbers) if source != "table" else None)
        values = frozenset() if source == "filters" else self._values(lit)
        panes.filters.set_lit(values)
        panes.detail.set_lit(self._tester(lit.numbers) if source != "detail" else None)

    def _values(self, lit: Lit) -> frozenset[tuple[str, object]]:
        return self._finder.values_of(lit.numbers) if len(lit.numbers) <= _MOST_FRAMED else frozenset()

    def _tester(self, numbers: Numbers) -> Callable[[str], bool] | None:
        """Tells of a key whether its mark is lit; None where none is."""
        if not len(numbers):
            return None
        state = self._timeline.state
        lit = np.zeros(len(state.corpus.marks), np.bool_)
        lit[numbers] = True

        def is_lit(key: str) -> bool:
            number = state.numbers.get(key)
            return number is not None and bool(lit[number])

        return is_lit
