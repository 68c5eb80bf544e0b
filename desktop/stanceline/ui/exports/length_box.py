"""A field for a length in pixels that can be typed in millimeters, too."""

import re

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

MM_PER_INCH = 25.4
_NUMBER = re.compile(r"\s*(\d{1,6}(?:[.,]\d{0,2})?)\s*(?:mm|px)?\s*")


class LengthBox(QSpinBox):
    """`value()` is always in px; with `set_scale` it is shown, typed and stepped in millimeters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dpi = 0.0

    def set_scale(self, dpi: float | None) -> None:
        """Show millimeters at so many dots per inch, or pixels (None)."""
        self._dpi = dpi or 0.0
        self.setSingleStep(max(1, round(self._dpi / MM_PER_INCH)) if self._dpi else 1)
        self.lineEdit().setText(self.textFromValue(self.value()))

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        return f"{value / self._dpi * MM_PER_INCH:.1f}".removesuffix(".0") if self._dpi else str(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        match = _NUMBER.fullmatch(text)
        number = float(match[1].replace(",", ".")) if match is not None else 0.0
        if self._dpi and self.textFromValue(self.value()) == text.strip():
            # What is shown is rounded: leaving the field must not change the pixels.
            return self.value()
        return round(number / MM_PER_INCH * self._dpi) if self._dpi else round(number)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if _NUMBER.fullmatch(text) is None:
            state = QValidator.State.Intermediate if not text.strip() else QValidator.State.Invalid
            return state, text, position
        is_within = self.minimum() <= self.valueFromText(text) <= self.maximum()
        return (QValidator.State.Acceptable if is_within else QValidator.State.Intermediate), text, position
