"""Ties the matrix to its window: which columns it has, what is pinned and folded, its width, its totals, its table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from stanceline.model.applicable import setting_of
from stanceline.model.columns import BY_PROPOSAL, SLICE_UNITS, ColumnChoice, with_parts
from stanceline.model.edits import SetSettings
from stanceline.ui.lists.matrix_table import MatrixTable
from stanceline.ui.preferences_list import COLUMN_WIDTH, MATRIX_TOTALS
from stanceline.ui.view_parts import RowKeys
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.model.columns import ColumnPlan, SliceUnit
    from stanceline.ui.main_window import MainWindow
    from stanceline.ui.plot.timeline import TimelineView
    from stanceline.ui.views import Views

_PINNED = "pinned_rows"
_UNIT_WORDS = {
    "month": "By month", "quarter": "By quarter", "half": "By half-year", "year": "By year", "days": "By period",
}  # fmt: skip


class MatrixLink(QObject):
    """Connects the matrix of one window with session, settings and menus."""

    def __init__(self, window: MainWindow, timeline: TimelineView, views: Views) -> None:
        super().__init__(window)
        self._views = views
        self._window, self._session, self._matrix = window, window.session, timeline.matrix
        self._session.pinned = _read_keys(window.settings.text(_PINNED))
        self._button = self._make_button()
        self._table = self._make_table()
        self._matrix.fold_requested.connect(self._on_fold)
        self._matrix.width_changed.connect(self._on_width_changed)
        self._session.corpus_changed.connect(self._on_corpus_changed)
        window.settings.changed.connect(self._on_setting_changed)
        for preference in (COLUMN_WIDTH, MATRIX_TOTALS):
            self._on_setting_changed(preference.key)
        self._on_corpus_changed()
        views.add("columns", ColumnChoice, self._chosen, lambda choice: self._choose(choice or BY_PROPOSAL))
        views.add("folded", RowKeys, self._folded, self._fold)

    def _chosen(self) -> ColumnChoice | None:
        choice = self._session.columns.choice
        return None if choice == BY_PROPOSAL else choice

    def _folded(self) -> RowKeys | None:
        return RowKeys(tuple(sorted(self._session.folded))) if self._session.folded else None

    def _fold(self, rows: RowKeys | None) -> None:
        folded = frozenset(rows.keys if rows is not None else ())
        if folded != self._session.folded:
            self._session.order_rows(folded=folded)

    def _make_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("columnsButton")
        button.setAccessibleName(say("Columns"))
        button.setToolTip(say("What the columns are: proposals, parts of one, or periods of time"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("quiet", True)
        button.setMinimumHeight(24)
        self._window.actions_table.fill_choices(button, ((say("Columns"), "columns"),))
        self._matrix.set_corner_widget(button)
        return button

    # ---- columns

    def choose_columns(self, kind: str, proposal: str = "") -> None:
        """Show columns of a kind; of `proposal`, where that is not given, of the one that is meant."""
        analysis = self._session.index.analysis
        if kind == "parts":
            whole = with_parts(analysis)
            chosen = self._meant(proposal, whole)
            if not chosen:
                self._window.panes.notice.tell(
                    say("No proposal here has parts. A proposal says in its editor what it is a part of.")
                )
                self._mark_choice()
                return
            self._choose(ColumnChoice("parts", chosen))
        elif kind in SLICE_UNITS:
            chosen = self._meant(proposal, tuple(known.id for known in analysis.proposals))
            if kind == "days":
                self._ask_length(chosen)
                return
            self._choose(ColumnChoice("slices", chosen, cast("SliceUnit", kind), self._session.columns.choice.days))
        else:
            self._choose(BY_PROPOSAL)

    def _choose(self, choice: ColumnChoice) -> None:
        if self._session.columns.choose(choice):
            self._views.look()
        self._mark_choice()

    def _meant(self, proposal: str, possible: tuple[str, ...]) -> str:
        """The proposal that was named, else that of the current cell, of the present columns, of most stances."""
        current, shown = self._matrix.current, self._session.columns.choice.proposal
        column = self._matrix.model.keys_of(current)[1] if current is not None and current[1] >= 0 else ""
        counts = dict.fromkeys(possible, 0)
        for row in self._session.index.analysis.stances:
            if row.proposal in counts:
                counts[row.proposal] += 1
        most = max(possible, key=lambda key: counts[key], default="")
        return next((key for key in (proposal, column, shown) if key in counts), most)

    def _ask_length(self, proposal: str) -> None:
        from stanceline.ui.dialogs.period_length import PeriodLength

        form = PeriodLength(self._window, self._session.columns.choice.days)
        form.answered.connect(lambda days: self._choose(ColumnChoice("slices", proposal, "days", days)))
        form.finished.connect(lambda _result: self._mark_choice())
        form.open()

    def fill_columns(self, menu: QMenu, proposal: str) -> None:
        """Add to a column's menu what the columns can be; `proposal` is the column's, empty where it has none."""
        if self._session.columns.plan is not None:
            menu.addAction(say("Show all proposals")).triggered.connect(lambda: self.choose_columns("proposals"))
        if not self._session.index.analysis.proposals:
            return
        spread = menu.addMenu(say("Show this over time"))
        for unit in SLICE_UNITS:
            words = say(_UNIT_WORDS[unit]) if unit != "days" else say("Own length…")
            spread.addAction(words).triggered.connect(lambda _on=False, u=unit: self.choose_columns(u, proposal))
        if proposal in with_parts(self._session.index.analysis):
            menu.addAction(say("Show its parts")).triggered.connect(lambda: self.choose_columns("parts", proposal))

    def _mark_choice(self) -> None:
        self._mark(self._session.columns.choice)

    def _mark(self, choice: ColumnChoice) -> None:
        name = {"proposals": "proposals", "parts": "parts"}.get(choice.kind, choice.unit)
        self._window.actions_table[f"columns.{name}"].setChecked(True)

    def _on_corpus_changed(self) -> None:
        plan = self._session.columns.plan
        # A choice that suits the analysis no longer shows the proposals.
        self._mark(BY_PROPOSAL if plan is None else plan.choice)
        self._button.setVisible(bool(self._session.index.analysis.proposals))
        words = say("Proposals") if plan is None else say("Parts")
        if plan is not None and plan.choice.kind == "slices":
            words = say(_UNIT_WORDS[plan.choice.unit])
        self._button.setText(f"{words} ▾")
        self._matrix.set_note(_note(plan) if plan else ("", ""))

    # ---- rows

    def fill_row(self, menu: QMenu, key: str) -> None:
        """Add to a menu what can be done with a row."""
        row = next((row for row in self._matrix.model.corpus.rows if row.key == key), None)
        if row is None:
            return
        theme = self._window.theme
        if not row.is_group_heading:
            words = say("Unpin row") if row.is_pinned else say("Pin row on top")
            menu.addAction(theme.icon("pin"), words).triggered.connect(lambda: self.pin(key, not row.is_pinned))
        if row.members:
            words = say("Unfold") if row.is_folded else counted(row.members, "Fold one row", "Fold %1 rows")
            menu.addAction(words).triggered.connect(lambda: self._on_fold(key, not row.is_folded))

    def fill_cell(self, menu: QMenu, actor: str, proposal: str) -> None:
        """Add to a menu that a cell without a statement does not apply, or does so again."""
        place = self._matrix.find_cell(actor, proposal)
        known = {known.id for known in self._session.index.analysis.proposals}
        if place is None or proposal not in known or self._matrix.model.is_heading(place[0]):
            return
        if self._matrix.model.number_of(place) < 0:
            entry = menu.addAction(say("Does not apply (n/a)"))
            entry.setCheckable(True)
            entry.setChecked((actor, proposal) in self._matrix.model.corpus.inapplicable)
            entry.triggered.connect(lambda is_off: self._set_inapplicable(actor, proposal, is_off))

    def _set_inapplicable(self, actor: str, proposal: str, is_off: bool) -> None:
        names = (self._session.index.actor_name(actor), self._session.index.proposals[proposal].title)
        text = say("Say that %1 does not apply to %2") if is_off else say("Say that %1 applies to %2")
        change = ((setting_of(actor, proposal), "True" if is_off else None),)
        self._session.apply(SetSettings(change, text=text.replace("%1", names[1]).replace("%2", names[0])))

    def pin(self, key: str, is_pinned: bool) -> None:
        """Let an actor stand on top, in every project that it occurs in, or no longer."""
        kept = tuple(other for other in self._session.pinned if other != key)
        pinned = (*kept, key) if is_pinned else kept
        self._window.settings.set_text(_PINNED, json.dumps(pinned))
        self._session.order_rows(pinned=pinned)

    def _on_fold(self, key: str, is_folded: bool) -> None:
        folded = self._session.folded
        self._session.order_rows(folded=folded | {key} if is_folded else folded - {key})
        self._views.look()

    # ---- looks

    def _on_width_changed(self, px: int) -> None:
        self._window.settings.set(COLUMN_WIDTH, float(px))

    def _on_setting_changed(self, key: str) -> None:
        settings = self._window.settings
        if key == COLUMN_WIDTH.key:
            self._matrix.set_column_width(round(settings.get(COLUMN_WIDTH)))
        elif key == MATRIX_TOTALS.key:
            self._matrix.set_totals(settings.get(MATRIX_TOTALS))
            self._window.actions_table["matrix.totals"].setChecked(settings.get(MATRIX_TOTALS))

    # ---- as a table

    def show_table(self, is_shown: bool) -> None:
        """Show the matrix as a plain table in the drawer, or close it."""
        if is_shown:
            self._window.panes.drawer.setCurrentWidget(self._table)
        self._window.set_pane("drawer", is_shown)
        if is_shown:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_table(self) -> MatrixTable:
        drawer = self._window.panes.drawer
        table = MatrixTable(self._matrix.model)
        drawer.addTab(table, say("Matrix"))
        table.cell_chosen.connect(self._on_cell_chosen)
        table.cell_opened.connect(self._matrix.cell_activated)
        table.shown.connect(self._mark_table)
        return table

    def _on_cell_chosen(self, actor: str, column: str) -> None:
        cell = self._matrix.find_cell(actor, column)
        if cell is not None:
            self._matrix.set_current(cell)
            self._matrix.reveal(cell)
            self._matrix.choose(cell)

    def _mark_table(self, is_shown: bool) -> None:
        self._window.actions_table["matrix.table"].setChecked(is_shown)


def _read_keys(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return ()
    return tuple(key for key in found if isinstance(key, str)) if isinstance(found, list) else ()


def _note(plan: ColumnPlan) -> tuple[str, str]:
    """What stands in no column, in a line and in full."""
    missing = plan.undated + plan.coarse
    if not missing:
        return "", ""
    parts = []
    if plan.undated:
        parts.append(counted(plan.undated, "one stance has no date", "%1 stances have no date"))
    if plan.coarse:
        parts.append(
            counted(plan.coarse, "the date of one is longer than a period", "the dates of %1 are longer than a period")
        )
    says = say("In no period, but in the last column: %1.").replace("%1", "; ".join(parts))
    return counted(missing, "one stance in no period", "%1 stances in no period"), says
