"""One row of the preferences: its name, its field, a sentence below; the field writes at once what is chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from stanceline.ui.preferences_list import Preference
from stanceline.ui.settings import Settings
from stanceline.ui.widgets import label
from stanceline.ui.words import say

_FIELD_WIDTH, _LEAST_FIELD_WIDTH = 208, 96


class PreferenceField(QWidget):
    """Shows and changes one preference; follows it where it is changed elsewhere."""

    def __init__(self, preference: Preference[Any], settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preference, self._settings = preference, settings
        self.field = self._make_field()
        self.field.setObjectName(field_name(preference.key))
        self.field.setAccessibleName(say(preference.label))
        self.field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if isinstance(self.field, QCheckBox):
            column.addWidget(self.field)
        else:
            row = QHBoxLayout()
            row.setSpacing(12)
            name = QLabel(say(preference.label))
            name.setBuddy(self.field)
            row.addWidget(name)
            self.field.setMaximumWidth(_FIELD_WIDTH)
            self.field.setMinimumWidth(_LEAST_FIELD_WIDTH)
            row.addStretch(1)
            row.addWidget(self.field, 100)
            column.addLayout(row)
        column.addLayout(self._make_tips())
        self.show_value()
        settings.changed.connect(self._on_changed)

    @property
    def searched(self) -> str:
        """All words of the row, for the search."""
        preference = self._preference
        words = [preference.label, preference.tip, *(text for _, text in preference.choices)]
        return " ".join(say(text) for text in words if text).casefold()

    def _make_tips(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        # Below the words of a check box, not below its square.
        column.setContentsMargins(22 if isinstance(self.field, QCheckBox) else 0, 0, 0, 0)
        tips = [self._preference.tip, "" if self._preference.at_once else "Used from the next start of the program."]
        for tip in filter(None, tips):
            column.addWidget(label(say(tip), role="muted", wraps=True))
        self.field.setAccessibleDescription(" ".join(say(tip) for tip in tips if tip))
        return column

    def _make_field(self) -> QWidget:
        preference = self._preference
        match preference.kind:
            case "bool":
                box = QCheckBox(say(preference.label))
                box.toggled.connect(self._keep)
                return box
            case "choice":
                choice = QComboBox()
                for value, text in preference.choices:
                    choice.addItem(say(text), value)
                choice.currentIndexChanged.connect(lambda number: self._keep(choice.itemData(number)))
                choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                return choice
            case "number":
                return self._make_number()
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._keep(line.text().strip()))
        return line

    def _make_number(self) -> QDoubleSpinBox:
        preference = self._preference
        number = QDoubleSpinBox()
        number.setDecimals(0 if float(preference.step).is_integer() else 2)
        number.setRange(preference.low, preference.high)
        number.setSingleStep(preference.step)
        number.setSuffix(say(preference.suffix))
        # The style sheet's padding does not reach the field inside.
        number.lineEdit().setTextMargins(6, 0, 0, 0)
        # A number that is being typed is not the one that is meant.
        number.setKeyboardTracking(False)
        number.valueChanged.connect(self._keep)
        return number

    def show_value(self) -> None:
        """Show the value that is kept."""
        value: Any = self._settings.get(self._preference)
        field = self.field
        if isinstance(field, QCheckBox):
            field.setChecked(value)
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        elif isinstance(field, QDoubleSpinBox):
            field.setValue(value)
        elif isinstance(field, QLineEdit):
            field.setText(value)

    def _keep(self, value: Any) -> None:
        self._settings.set(self._preference, value)

    def _on_changed(self, key: str) -> None:
        if key == self._preference.key:
            self.show_value()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The wheel scrolls the page; it must not change what it happens to pass over.
        if event.type() == QEvent.Type.Wheel and watched is self.field and not self.field.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def field_name(key: str) -> str:
    """The object name of the field of a preference: "stance_colors" -> "prefStanceColors"."""
    return "pref" + "".join(part.capitalize() for part in key.replace(".", "_").split("_"))
