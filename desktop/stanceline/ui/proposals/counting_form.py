"""The form for how stances are counted into cells: what each kind weighs, when a newer word counts, windows of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from stanceline.discourse.stances.cell_rules import KERNELS, LONGEST_WAIT, LONGEST_WINDOW, UNITS, CellRules
from stanceline.ui.dialogs.dialogs import Form
from stanceline.ui.widgets import label
from stanceline.ui.words import say

_SHARES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Who vouches for it", (
        ("first_hand", "In their own words or deeds"), ("observed", "Reported by the article itself"),
        ("second_hand", "Second-hand"), ("interested", "Second-hand, from one who has taken a side"),
        ("attributed_guess", "Others' guess"),
    )),
    ("How sure the words are", (
        ("probable", "Hedged: probable"), ("possible", "Hedged: possible"),
        ("suggested", "Suggested, not said outright"), ("silence", "“No comment”"),
    )),
)  # fmt: skip
_KERNELS = {
    "uniform": "all alike", "triangular": "the older, the less, evenly",
    "epanechnikov": "the older, the less, slowly at first", "gaussian": "bell-shaped",
}  # fmt: skip
_UNITS = {"days": "days", "weeks": "weeks", "months": "months", "statements": "stances"}


class CountingForm(Form):
    """Answers `CellRules`. Stays open beside the window, so that the matrix can be looked at meanwhile."""

    def __init__(self, parent: QWidget | None, rules: CellRules) -> None:
        super().__init__(
            parent, name="countingForm", title=say("How cells are counted"),
            explains=say(
                "A cell is the weighted middle of its stances. The weights are kept in the project, can be undone, and "
                "change nothing in the stances themselves."
            ),
            button=say("Save"),
        )  # fmt: skip
        self.setModal(False)
        self.setMinimumWidth(800)
        self._fields: dict[str, QSpinBox | QComboBox | QCheckBox] = {}
        columns = QHBoxLayout()
        columns.setSpacing(32)
        for heading, rows in _SHARES:
            columns.addLayout(self._make_shares(heading, rows), 1)
        self.column.addLayout(columns)
        self.column.addLayout(self._make_times())
        self.column.addWidget(self._make_copies())
        own = self.buttons.addButton(say("Program's own"), QDialogButtonBox.ButtonRole.ResetRole)
        own.setObjectName("countingOwn")
        own.setToolTip(say("Put all weights and times back to those that the program comes with"))
        own.clicked.connect(lambda _checked=False: self.show_rules(CellRules()))
        self.finish(self.rules)
        self.show_rules(rules)

    def _make_shares(self, heading: str, rows: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = _grid(heading)
        for number, (name, words) in enumerate(rows, start=1):
            field = QSpinBox()
            field.setRange(0, 100)
            field.setSingleStep(5)
            field.setSuffix(" %")
            self._add(grid, number, name, words, field)
        grid.setRowStretch(len(rows) + 1, 1)
        return grid

    def _make_times(self) -> QGridLayout:
        grid = _grid("Over time")
        mixed = QSpinBox()
        mixed.setRange(0, 50)
        mixed.setSuffix(" %")
        self._add(grid, 1, "mixed_from", "Mixed, where the other side has at least", mixed)
        wait = QSpinBox()
        wait.setRange(0, LONGEST_WAIT)
        wait.setSuffix(say(" days"))
        self._add(grid, 2, "replaces_after", "A newer word replaces the older one after", wait)
        window = QSpinBox()
        window.setRange(0, LONGEST_WINDOW)
        window.setSpecialValueText(say("no limit"))
        self._add(grid, 3, "window", "Only count the newest", window)
        grid.addWidget(self._choice("unit", say("Unit of the window"), UNITS, _UNITS), 3, 2)
        kernel = self._choice("kernel", say("Within them count"), KERNELS, _KERNELS)
        self._add(grid, 4, "kernel", "Within them count", kernel, span=2)
        note = say("A change of position is where the windows before and after it disagree in sign or by two steps.")
        grid.addWidget(label(note, role="muted", wraps=True), 5, 0, 1, 4)
        grid.setColumnStretch(3, 1)
        window.valueChanged.connect(self._suit_window)
        return grid

    def _make_copies(self) -> QCheckBox:
        box = QCheckBox(say("Count copies of one story once, whatever number of articles carry it"))
        box.setObjectName(_object_name("copies_once"))
        box.setToolTip(say("An agency story in three papers is one witness; the earliest article counts"))
        self._fields["copies_once"] = box
        return box

    def _choice(self, name: str, spoken: str, values: Sequence[str], words: dict[str, str]) -> QComboBox:
        field = QComboBox()
        for value in values:
            field.addItem(say(words[value]), value)
        field.setAccessibleName(spoken)
        field.setObjectName(_object_name(name))
        self._fields[name] = field
        return field

    def _add(
        self, grid: QGridLayout, row: int, name: str, words: str, field: QSpinBox | QComboBox, *, span: int = 1
    ) -> None:
        text = QLabel(say(words))
        text.setBuddy(field)
        field.setObjectName(_object_name(name))
        field.setAccessibleName(say(words))
        field.setMinimumWidth(104)
        if isinstance(field, QSpinBox):
            # The style sheet's padding does not reach the field inside.
            field.lineEdit().setTextMargins(6, 0, 0, 0)
        self._fields[name] = field
        grid.addWidget(text, row, 0)
        grid.addWidget(field, row, 1, 1, span, Qt.AlignmentFlag.AlignLeft)

    def _suit_window(self, size: int) -> None:
        for name in ("unit", "kernel"):
            self._fields[name].setEnabled(size > 0)

    # ---- values

    def show_rules(self, rules: CellRules) -> None:
        """Show other rules."""
        for name, field in self._fields.items():
            value = getattr(rules, name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            elif isinstance(field, QCheckBox):
                field.setChecked(value)
            else:
                field.setValue(round(value * 100) if _is_share(name) else value)
        self._suit_window(rules.window)

    def rules(self) -> CellRules:
        """The rules as the fields stand."""
        values: dict[str, Any] = {}
        for entry in fields(CellRules):
            field = self._fields[entry.name]
            if isinstance(field, QComboBox):
                values[entry.name] = field.currentData()
            elif isinstance(field, QCheckBox):
                values[entry.name] = field.isChecked()
            else:
                values[entry.name] = field.value() / 100 if _is_share(entry.name) else field.value()
        return CellRules(**values)


def _is_share(name: str) -> bool:
    return name not in ("replaces_after", "window", "unit", "kernel")


def _object_name(name: str) -> str:
    return "counting" + "".join(part.capitalize() for part in name.split("_"))


def _grid(heading: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 0 if heading == "Over time" else 1)
    grid.addWidget(label(say(heading).upper(), role="section"), 0, 0, 1, 3)
    return grid
