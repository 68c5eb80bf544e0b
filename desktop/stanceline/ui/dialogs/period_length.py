"""The form that asks how long the periods of the matrix's columns are."""

from PySide6.QtWidgets import QSpinBox, QWidget

from stanceline.model.columns import LEAST_DAYS, MOST_DAYS
from stanceline.ui.dialogs.dialogs import Form
from stanceline.ui.words import say


class PeriodLength(Form):
    """Answers a number of days."""

    def __init__(self, parent: QWidget | None, days: int) -> None:
        super().__init__(
            parent, name="periodLengthDialog", title=say("Length of the periods"), button=say("Show"),
            explains=say("The columns are periods of this length, beginning with the first dated stance."),
        )  # fmt: skip
        self.field = QSpinBox()
        self.field.setObjectName("periodLengthDays")
        self.field.setAccessibleName(say("Days"))
        self.field.setRange(LEAST_DAYS, MOST_DAYS)
        self.field.setSuffix(say(" days"))
        self.field.setValue(days)
        self.field.setMinimumHeight(28)
        self.column.addWidget(self.field)
        self.finish(self.field.value)
        self.field.selectAll()
