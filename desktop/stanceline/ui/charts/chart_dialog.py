"""The window of charts: which one, of what and whom, cut how; its numbers as a table; its way into files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from stanceline.render.chart_scene import ChartScene, Frame
from stanceline.render.charts import CHART_KINDS, MOST_ACTORS, ChartChoice, ChartKind, Charts, best_choice
from stanceline.ui.charts.chart_view import ChartView
from stanceline.ui.widgets import label, list_table
from stanceline.ui.words import counted, say

if TYPE_CHECKING:
    from stanceline.render.palette import Palette
    from stanceline.ui.theme import Theme

_TABS: dict[ChartKind, str] = {
    "stance": "Where actors stand", "sides": "Sides by period", "coverage": "Articles by source",
}  # fmt: skip
_WINDOWS: tuple[tuple[float | None, str], ...] = (
    (30.0, "30 days"), (90.0, "90 days"), (180.0, "180 days"), (365.0, "one year"), (None, "all so far"),
)  # fmt: skip
_UNITS = (
    (None, "automatic"), ("day", "days"), ("week", "weeks"), ("month", "months"), ("quarter", "quarters"),
    ("half", "half-years"), ("year", "years"),
)  # fmt: skip
_COUNTINGS = (("stances", "stances"), ("actors", "actors"))


class ChartDialog(QDialog):
    """Stays open beside the window and follows its analysis."""

    vote_chosen = Signal(str)
    export_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme, palette: Palette) -> None:
        super().__init__(parent)
        self.setObjectName("chartDialog")
        self.setWindowTitle(say("Charts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1060, 640)
        self._theme = theme
        self._charts: Charts | None = None
        self.choice = ChartChoice()
        self._is_filling = False
        self._extent: tuple[float, float] | None = None
        self.tabs = QTabBar()
        self.tabs.setObjectName("chartKinds")
        self.tabs.setAccessibleName(say("Kind of chart"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for kind in CHART_KINDS:
            self.tabs.addTab(say(_TABS[kind]))
        self.tabs.currentChanged.connect(self._on_kind)
        self.view = ChartView(palette)
        self.view.vote_chosen.connect(self.vote_chosen)
        self.view.range_changed.connect(lambda *_: self._show_account())
        self.empty = label("", role="muted", wraps=True)
        self.empty.setObjectName("chartEmpty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = list_table(
            "chartTable", say("Numbers of the chart"), QAbstractItemView.SelectionMode.ExtendedSelection
        )
        self.scroller = QScrollArea()
        self.scroller.setObjectName("chartScroll")
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroller.setWidget(self.view)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages = QStackedWidget()
        for page in (self.scroller, self.empty, self.table):
            self.pages.addWidget(page)
        self.account = label("", role="muted", wraps=True)
        self.account.setObjectName("chartAccount")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addLayout(self._make_controls())
        column.addWidget(self.pages, 1)
        column.addWidget(self.account)
        column.addLayout(self._make_buttons())

    # ---- building

    def _make_controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.proposal = self._combo("chartProposal", say("Proposal"))
        self.proposal.setMinimumWidth(220)
        self.proposal.currentIndexChanged.connect(self._on_proposal)
        self.actors = QPushButton()
        self.actors.setObjectName("chartActors")
        self.actors.setAutoDefault(False)
        self._actor_menu = QMenu(self.actors)
        self._actor_menu.setToolTipsVisible(True)
        self.actors.setMenu(self._actor_menu)
        self.window_box = self._combo("chartWindow", say("Mean over"))
        for days, text in _WINDOWS:
            self.window_box.addItem(say(text), days)
        self.window_box.currentIndexChanged.connect(
            lambda: self._choose(replace(self.choice, window_days=self.window_box.currentData()))
        )
        self.unit = self._combo("chartUnit", say("Periods"))
        for unit, text in _UNITS:
            self.unit.addItem(say(text), unit)
        self.unit.currentIndexChanged.connect(lambda: self._choose(replace(self.choice, unit=self.unit.currentData())))
        self.counting = self._combo("chartCounting", say("Count"))
        for counting, text in _COUNTINGS:
            self.counting.addItem(say(text), counting)
        self.counting.currentIndexChanged.connect(
            lambda: self._choose(replace(self.choice, counting=self.counting.currentData()))
        )
        self._labels: dict[QWidget, QLabel] = {}
        for widget in (self.proposal, self.window_box, self.unit, self.counting):
            self._labels[widget] = label(widget.accessibleName(), role="muted")
            self._labels[widget].setBuddy(widget)
            row.addWidget(self._labels[widget])
            row.addWidget(widget)
            if widget is self.proposal:
                row.addWidget(self.actors)
        row.addStretch(1)
        return row

    def _combo(self, name: str, spoken: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(spoken)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.as_table = QPushButton(say("Show as table"))
        self.as_table.setObjectName("chartAsTable")
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(lambda _is_on: self._show())
        self.fit = QPushButton(say("Fit all"))
        self.fit.setObjectName("chartFit")
        self.fit.clicked.connect(self.fit_all)
        self.export = QPushButton(say("Export…"))
        self.export.setObjectName("chartExport")
        self.export.clicked.connect(self.export_asked)
        self.close_button = QPushButton(say("Close"))
        self.close_button.setObjectName("chartClose")
        self.close_button.clicked.connect(self.close)
        for button in (self.as_table, self.fit, self.export, self.close_button):
            button.setAutoDefault(False)
        row.addWidget(self.as_table)
        row.addWidget(self.fit)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.export)
        return row

    # ---- what is shown

    def show_charts(self, charts: Charts, wanted: Sequence[str] = ()) -> None:
        """Show the charts of an analysis; what was chosen stays where it is still there, `wanted` actors come first."""
        is_first = self._charts is None
        self._charts = charts
        kept = self.choice
        begun = best_choice(charts, kept.kind, wanted)
        if not is_first and kept.proposal in dict(charts.proposals):
            known = {key for key, _ in charts.actors_on(kept.proposal)}
            begun = replace(kept, actors=tuple(key for key in kept.actors if key in known))
        self.choice = replace(kept, proposal=begun.proposal, actors=begun.actors)
        self._fill()
        self._show(is_new_range=is_first or not self.view.scene_now.panels)

    def set_palette(self, palette: Palette) -> None:
        """Use other colors."""
        self.view.set_palette(palette)

    def fit_all(self) -> None:
        """Show all the time that the chart knows."""
        if self._extent is not None:
            self.view.set_range(*self._extent)

    def _fill(self) -> None:
        assert self._charts is not None
        self._is_filling = True
        self.tabs.setCurrentIndex(CHART_KINDS.index(self.choice.kind))
        self.proposal.clear()
        for key, title in self._charts.proposals:
            self.proposal.addItem(title, key)
        self.proposal.setCurrentIndex(max(0, self.proposal.findData(self.choice.proposal)))
        self.window_box.setCurrentIndex([days for days, _ in _WINDOWS].index(self.choice.window_days))
        self.unit.setCurrentIndex(self.unit.findData(self.choice.unit))
        self.counting.setCurrentIndex(self.counting.findData(self.choice.counting))
        self._fill_actors()
        self._is_filling = False

    def _fill_actors(self) -> None:
        assert self._charts is not None
        menu, chosen = self._actor_menu, self._charts.actors_of(self.choice)
        menu.clear()
        usual = menu.addAction(say("The busiest"))
        usual.setCheckable(True)
        usual.setChecked(not self.choice.actors)
        usual.triggered.connect(lambda: self._choose(replace(self.choice, actors=())))
        menu.addSeparator()
        for key, name in self._charts.actors_on(self.choice.proposal):
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in chosen)
            action.setEnabled(key in chosen or len(chosen) < MOST_ACTORS)
            action.setData(key)
            action.triggered.connect(lambda _checked=False, action=action: self._on_actor(action))
        self.actors.setText(counted(len(chosen), "1 actor", "%1 actors"))
        self.actors.setAccessibleName(say("Actors"))
        self.actors.setEnabled(menu.actions()[-1].data() is not None)

    def _on_actor(self, action: QAction) -> None:
        assert self._charts is not None
        chosen = list(self._charts.actors_of(self.choice))
        key = str(action.data())
        if key in chosen:
            chosen.remove(key)
        else:
            chosen.append(key)
        self._choose(replace(self.choice, actors=tuple(chosen)))

    def _on_kind(self, number: int) -> None:
        self._choose(replace(self.choice, kind=CHART_KINDS[number]), is_new_range=True)

    def _on_proposal(self, _number: int) -> None:
        self._choose(
            replace(self.choice, proposal=str(self.proposal.currentData() or ""), actors=()), is_new_range=True
        )

    def _choose(self, choice: ChartChoice, *, is_new_range: bool = False) -> None:
        if self._is_filling or self._charts is None or choice == self.choice:
            return
        self.choice = choice
        self._fill_actors()
        self._show(is_new_range=is_new_range)

    def _show(self, *, is_new_range: bool = False) -> None:
        charts, choice = self._charts, self.choice
        if charts is None:
            return
        is_stance, is_coverage = choice.kind == "stance", choice.kind == "coverage"
        for widget, is_used in (
            (self.proposal, not is_coverage), (self.window_box, is_stance), (self.unit, not is_stance),
            (self.counting, choice.kind == "sides"),
        ):  # fmt: skip
            widget.setVisible(is_used)
            self._labels[widget].setVisible(is_used)
        self.actors.setVisible(is_stance)
        self._extent = charts.extent(choice)
        for button in (self.as_table, self.fit, self.export):
            button.setEnabled(self._extent is not None)
        if self._extent is None:
            self.empty.setText(self._why_empty(charts))
            self.account.clear()
            self.pages.setCurrentWidget(self.empty)
            return
        if is_new_range:
            self.view.set_range(*self._extent)
        panels = len(charts.actors_of(choice)) if is_stance else 2 if choice.kind == "sides" else 7
        self.view.show_chart(self._make, self._read, panels)
        self.view.setMinimumHeight(self.view.wanted_height() if is_stance else 0)
        self._show_account()
        self.as_table.setText(say("Show as chart") if self.as_table.isChecked() else say("Show as table"))
        if self.as_table.isChecked():
            self._fill_table(charts)
        self.pages.setCurrentWidget(self.table if self.as_table.isChecked() else self.scroller)

    def _why_empty(self, charts: Charts) -> str:
        if self.choice.kind == "coverage":
            return say("No article has a known day of publication. Set one in the details of any mark of the article.")
        if not charts.proposals:
            return say(
                "Nobody takes a side here yet. Write the proposal that these articles are about (Edit ▸ Proposals)."
            )
        return say("No stance on this proposal has a date.")

    def _make(self, frame: Frame) -> ChartScene:
        assert self._charts is not None
        return self._charts.scene(self.choice, frame)

    def _read(self, scene: ChartScene, panel: int, at_s: float) -> str:
        assert self._charts is not None
        return self._charts.value_at(self.choice, scene, panel, at_s)

    def _show_account(self) -> None:
        self.account.setText(self.view.scene_now.account if self._extent is not None else "")

    def _fill_table(self, charts: Charts) -> None:
        header, rows = charts.rows(self.choice, *self.view.visible_range())
        model = QStandardItemModel(len(rows), len(header), self.table)
        model.setHorizontalHeaderLabels([_heading(text) for text in header])
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                item = QStandardItem(_text(value))
                item.setEditable(False)
                if not isinstance(value, str):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                model.setItem(row, column, item)
        self.table.setModel(model)
        self.table.resizeColumnsToContents()


def _text(value: str | int | float) -> str:
    """An entry of the table; a dash where there is no number."""
    if isinstance(value, float):
        return "–" if value != value else f"{value:g}"
    return value if isinstance(value, str) else f"{value:,}"


def _heading(name: str) -> str:
    """A column's name in words; names of sources stay as they are."""
    words = say(name.replace("_", " "))
    return words[:1].upper() + words[1:]
