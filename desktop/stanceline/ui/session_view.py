"""What a window shows of its project: rows in order, what filters, clock and comparison leave of them.

The part of `session.Session` that cuts the corpus; keeps no widget. Heavy modules are brought in when first needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from stanceline.ui.selection import FilterModel

if TYPE_CHECKING:
    import pandas as pd

    from stanceline.model.clock import Clock, Comparison
    from stanceline.model.corpus import Arrangement, Grouping, Sort
    from stanceline.model.filters import ChipCount, Filter
    from stanceline.model.marks import Corpus
    from stanceline.model.project import Project
    from stanceline.ui.lists.facets import Facet
    from stanceline.ui.matrix_columns import MatrixColumns
    from stanceline.ui.timekeeper import Timekeeper


class SessionView(QObject):
    """Cuts the corpus of one window; the project is its heir's."""

    corpus_changed = Signal()
    """The view of the rows has changed: filter, order or grouping."""
    cells_changed = Signal()
    """Only the cells have changed, and which marks were known: rows and marks are the same objects as before."""
    clock_changed = Signal()
    """Another day, or another clock, is looked at (`clock`)."""
    comparison_changed = Signal()
    """Other sides, or none, are compared (`comparison`)."""
    failed = Signal(str)
    """What the user has to know now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self.filters = FilterModel(self)
        self.facets: tuple[Facet, ...] = ()
        self.grouping: Grouping = "actor"
        self.sort: Sort = "first"
        self.pinned: tuple[str, ...] = ()
        self.folded: frozenset[str] = frozenset()
        self._columns: MatrixColumns | None = None
        self._times: Timekeeper | None = None
        self._is_new_cut = False
        self._arrangement: Arrangement | None = None
        self._corpus: Corpus | None = None
        self._base: tuple[Corpus, Filter] | None = None
        """The marks that a filter leaves, before the clock and a comparison have their say."""
        self._chips: list[ChipCount] = []
        self._clock: Clock | None = None
        self._comparison: Comparison | None = None
        self._cut_timer = QTimer(self)
        self._cut_timer.setSingleShot(True)
        self._cut_timer.timeout.connect(self._cut)
        self._steps: list[Callable[[], None]] = []
        self._step_timer = QTimer(self)
        self._step_timer.setInterval(0)
        self._step_timer.timeout.connect(self._take_step)
        self.filters.changed.connect(self._on_filter_changed)

    # ---- looking

    @property
    def project(self) -> Project | None:
        """The open project, None before anything was read or opened."""
        return self._project

    @property
    def corpus(self) -> Corpus | None:
        """What the views show, None before the first analysis."""
        return self._corpus

    @property
    def marks(self) -> pd.DataFrame | None:
        """The joined table of all marks, None while it is being made."""
        return self._project.tables.marks_at_hand if self._project is not None else None

    @property
    def chips(self) -> list[ChipCount]:
        """How much each part of the filter takes away."""
        return self._chips

    # ---- rows and columns

    def _arrange(self) -> None:
        from stanceline.model.corpus import arrange

        if self._project is not None and self._project.prepared is not None:
            self._arrangement = arrange(
                self._project.prepared, grouping=self.grouping, sort=self.sort, pinned=self.pinned, folded=self.folded,
                table=self.columns.table,
            )  # fmt: skip

    def order_rows(
        self,
        *,
        grouping: Grouping | None = None,
        sort: Sort | None = None,
        pinned: tuple[str, ...] | None = None,
        folded: frozenset[str] | None = None,
    ) -> None:
        """Group or order the rows another way, pin other ones on top, fold other ones away."""
        self.grouping, self.sort = grouping or self.grouping, sort or self.sort
        self.pinned = self.pinned if pinned is None else pinned
        self.folded = self.folded if folded is None else folded
        self._arrange()
        self._find_facets()
        self._cut()

    @property
    def columns(self) -> MatrixColumns:
        """What the columns of the matrix are."""
        if self._columns is None:
            from stanceline.ui.matrix_columns import MatrixColumns

            self._columns = MatrixColumns(self)
        return self._columns

    def count_columns(self) -> None:
        """Count the cells of other columns between frames, then show them."""
        if self._count_columns not in self._steps:
            self._steps[:0] = [self._count_columns, self._arrange, self._cut]
        self._step_timer.start()

    def _count_columns(self) -> None:
        if self._columns is not None and not self._columns.advance():
            self._steps.insert(0, self._count_columns)

    def _find_facets(self) -> None:
        from stanceline.ui.lists.facets import facets_of

        marks = self.marks
        if self._arrangement is not None and marks is not None:
            self.facets = facets_of(self._arrangement, marks)

    def _take_step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if not self._steps:
            self._step_timer.stop()

    # ---- filter

    def _on_filter_changed(self) -> None:
        self._cut_timer.start(0)

    def cut_now(self) -> None:
        """Let a filter take effect at once that would do so with the next turn of the event loop."""
        if self._cut_timer.isActive():
            self._cut()

    # ---- clock and comparison

    @property
    def clock(self) -> Clock:
        """The day that the views look back from; the present at first."""
        if self._clock is None:
            from stanceline.model.clock import PRESENT

            self._clock = PRESENT
        return self._clock

    def set_clock(self, clock: Clock) -> None:
        """Look back from another day."""
        if clock != self.clock:
            self._clock = clock
            self._look_back()
            self.clock_changed.emit()

    @property
    def comparison(self) -> Comparison | None:
        """The two sides that the matrix compares, None where it shows one."""
        return self._comparison

    def compare(self, comparison: Comparison | None) -> None:
        """Compare two sides, or stop comparing."""
        if comparison != self._comparison:
            self._comparison = comparison
            self._look_back()
            self.comparison_changed.emit()

    # ---- cutting

    def _cut(self) -> None:
        self._select()
        self._show_cut()

    def _select(self) -> None:
        self._cut_timer.stop()
        if self._arrangement is None:
            return
        from stanceline.model.applicable import with_inapplicable
        from stanceline.model.corpus import chip_counts, select

        filter, dims = self.filters.value, self.filters.dimmed
        hiding = filter.only([part for part in filter.parts() if part not in dims])
        base = select(self._arrangement, hiding, filter.only(dims))
        self._base = with_inapplicable(base, self._project.decisions if self._project is not None else ()), hiding
        self._chips = chip_counts(self._arrangement, filter)

    def _show_cut(self) -> None:
        if self._arrangement is None or self._base is None:
            return
        from stanceline.discourse.stances.cell_rules import read_rules

        assert self._project is not None
        if self._times is None:
            from stanceline.ui.timekeeper import Timekeeper

            self._times = Timekeeper(self)
            self._times.counted.connect(self._show_counted)
        base, hiding = self._base
        rules = read_rules(self._project.decisions)
        self._times.take(self._project.analysis, rules, self._arrangement, hiding, base, self.columns.plan)
        self._is_new_cut = True
        self._look_back()

    def _look_back(self) -> None:
        """Count what the clock and the comparison ask for; what takes long comes later, at once."""
        if self._times is None or self._arrangement is None:
            return
        if self._times.ask(self.clock, self._comparison):
            self._show_counted()

    def _show_counted(self) -> None:
        assert self._times is not None
        self._corpus = self._times.corpus()
        is_new, self._is_new_cut = self._is_new_cut, False
        (self.corpus_changed if is_new else self.cells_changed).emit()
