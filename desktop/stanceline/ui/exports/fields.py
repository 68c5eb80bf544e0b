"""The fields of the export dialog: what, which period and rows, size, look, texts and pages of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from stanceline import StancelineError
from stanceline.render.figure_settings import (
    LEAST_DPI,
    LEAST_PT,
    LEAST_PX,
    MOST_DPI,
    MOST_PAGES,
    MOST_PT,
    MOST_PX,
    MOST_ROWS,
    FigureSettings,
)
from stanceline.ui.dialogs.dates import parse_period
from stanceline.ui.exports.length_box import LengthBox
from stanceline.ui.exports.saved import Preset, laid_over
from stanceline.ui.exports.source import Chosen, ExportChoice, ExportSource
from stanceline.ui.widgets import label, mark_invalid
from stanceline.ui.words import DAY_S, days_text, say

Choices = Sequence[tuple[str, str]]
WHAT: Choices = (
    ("both", "Timeline and stances"), ("timeline", "Timeline"), ("matrix", "Stances"), ("selected", "Selected marks"),
)  # fmt: skip
FORMATS: Choices = (
    ("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF"), ("jpeg", "JPEG"), ("tiff", "TIFF"), ("webp", "WebP"),
    ("html", "HTML page"), ("csv", "CSV table"), ("json", "JSON"), ("ics", "Calendar (ICS)"),
    ("timelinejs", "TimelineJS"),
)  # fmt: skip
RANGES: Choices = (("visible", "Visible"), ("all", "All data"), ("given", "From – to"))
ROWS: Choices = (
    ("all", "All"), ("visible", "Visible"), ("stance", "With a stance"), ("pinned", "Pinned"),
    ("first", "The first"),
)  # fmt: skip
THEMES: Choices = (("print", "Paper"), ("light", "Light"), ("dark", "Dark"))
COLORS: Choices = (
    ("blue-orange", "Blue and orange"), ("purple-orange", "Purple and orange"), ("grayscale", "Grayscale"),
)  # fmt: skip
DENSITIES: Choices = (
    ("fill", "Fill the page"), ("compact", "Compact"), ("comfortable", "Comfortable"), ("cards", "Cards"),
)  # fmt: skip
AXES: Choices = (
    ("top", "Axis on top"),
    ("bottom", "Axis below"),
    ("both", "Axis on top and below"),
    ("none", "No axis"),
)
PAGES: Choices = (
    ("none", "One page"), ("year", "A page a year"), ("quarter", "A page a quarter"), ("month", "A page a month"),
    ("days", "A page for so many days"), ("count", "So many pages"),
)  # fmt: skip
_CARRIES_VIEW = ("png", "svg", "pdf", "html")
_NEVER_CLEAR = ("jpeg", "html")


class ExportFields(QWidget):
    """All fields in one column. `changed` tells of any change, `size_changed` of one that no preset made."""

    changed = Signal()
    size_changed = Signal()

    def __init__(self, source: ExportSource) -> None:
        super().__init__()
        self._source = source
        self._is_filling = True
        self._ratio = 1.0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        self._column = column
        self._make_content()
        self._make_size()
        self._make_look()
        self._make_texts()
        column.addStretch(1)
        self._is_filling = False
        self._suit()

    # ---- building

    def _section(self, title: str) -> QFormLayout:
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addWidget(label(title, role="section"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._column.addLayout(form)
        return form

    def _row(self, form: QFormLayout, text: str, *widgets: QWidget) -> None:
        head = label(text)
        head.setMinimumWidth(76)
        head.setBuddy(widgets[0])
        for number, widget in enumerate(widgets):
            if text and number == 0 and not widget.accessibleName():
                widget.setAccessibleName(text)
        form.addRow(head, widgets[0] if len(widgets) == 1 else side_by_side(*widgets))

    def _make_content(self) -> None:
        form = self._section(say("Content"))
        self.what = self._combo("exportWhat", WHAT if self._source.selected else WHAT[:-1])
        self.range = self._combo("exportRange", RANGES)
        self.begin, self.end = self._line("exportFrom", say("From")), self._line("exportTo", say("To"))
        first, last = (int(second // DAY_S) for second in self._source.visible)
        for field, day in ((self.begin, first), (self.end, last)):
            field.setText(days_text(day, day))
            field.setCursorPosition(0)
        self._bounds = side_by_side(self.begin, label("–"), self.end)
        self.rows = self._combo("exportRows", ROWS)
        self.row_count = self._number("exportRowCount", 1, MOST_ROWS, say("Number of rows"))
        self.row_count.setValue(20)
        self.format = self._combo("exportFormat", FORMATS)
        self._row(form, say("Show"), self.what)
        self._row(form, say("Period"), self.range)
        form.addRow("", self._bounds)
        self._row(form, say("Rows"), self.rows, self.row_count)
        self._row(form, say("Format"), self.format)

    def _make_size(self) -> None:
        form = self._section(say("Size"))
        self.width_box, self.height_box = LengthBox(), LengthBox()
        for box, name, spoken, least in (
            (self.width_box, "exportWidth", say("Width"), LEAST_PX[0]),
            (self.height_box, "exportHeight", say("Height"), LEAST_PX[1]),
        ):
            self._prepare_number(box, name, least, MOST_PX, spoken)
        self.unit = self._combo("exportUnit", (("px", "px"), ("mm", "mm")))
        self.unit.setAccessibleName(say("Unit"))
        self.lock = self._check("exportLockRatio", say("Keep the ratio"), is_on=False)
        self.dpi = self._number("exportDpi", int(LEAST_DPI), int(MOST_DPI), say("Dots per inch"))
        self.fits = self._check("exportFitHeight", say("Height as the rows need it"), is_on=False)
        self.pages = self._combo("exportPages", PAGES)
        self.pages_number = self._number("exportPagesNumber", 1, MOST_PAGES, say("Number of days or pages"))
        self.pages_number.setValue(2)
        self.paper = label("", role="muted", wraps=True)
        self.paper.setObjectName("exportPaper")
        self._row(form, say("Size"), self.width_box, label("×"), self.height_box, self.unit)
        self._row(form, say("Resolution"), self.dpi, label(say("dots per inch")), self.lock)
        form.addRow("", self.fits)
        self._row(form, say("Pages"), self.pages, self.pages_number)
        form.addRow("", self.paper)
        self.width_box.valueChanged.connect(self._on_width)
        self.height_box.valueChanged.connect(self._on_height)
        self.dpi.valueChanged.connect(self._on_dpi)
        self.unit.currentIndexChanged.connect(self._show_unit)
        self.lock.toggled.connect(self._take_ratio)

    def _make_look(self) -> None:
        form = self._section(say("Look"))
        self.theme = self._combo("exportTheme", THEMES)
        self.colors = self._combo("exportColors", COLORS)
        self.swap = self._check("exportSwap", say("Swap the colors of the sides"), is_on=False)
        self.font_pt = QDoubleSpinBox()
        self._prepare_number(self.font_pt, "exportFont", 0, MOST_PT, say("Font size in points"))
        self.font_pt.setDecimals(1)
        self.font_pt.setSingleStep(0.5)
        self.font_pt.setSpecialValueText(say("Automatic"))
        self.density = self._combo("exportDensity", DENSITIES)
        self.axis = self._combo("exportAxis", AXES)
        self.clear = self._check("exportTransparent", say("Transparent background"), is_on=False)
        self._row(form, say("Theme"), self.theme)
        self._row(form, say("Colors"), self.colors)
        form.addRow("", self.swap)
        self._row(form, say("Font size"), self.font_pt, label(say("pt")))
        self._row(form, say("Row height"), self.density)
        self._row(form, say("Axis"), self.axis)
        form.addRow("", self.clear)

    def _make_texts(self) -> None:
        form = self._section(say("Texts"))
        self.has_title = self._check("exportTitleOn", say("Title"), is_on=True)
        self.title = self._line("exportTitle", say("Title"))
        self.title.setText(self._source.title)
        self.title.setCursorPosition(0)
        self.legend = self._check("exportLegend", say("Legend"), is_on=True)
        self.caption = self._check("exportCaption", say("Source caption"), is_on=True)
        self.sources = self._check("exportSources", say("Numbered source list"), is_on=True)
        self.filters = self._check("exportFilters", say("Filters and data date"), is_on=True)
        self.metadata = self._check("exportMetadata", say("Embed the view, to bring it back by dropping"), is_on=True)
        self.outlines = self._check(
            "exportOutlines", say("Text as outlines, for programs without the font"), is_on=False
        )
        form.addRow(self.has_title, self.title)
        for box in (self.legend, self.caption, self.sources, self.filters, self.metadata, self.outlines):
            form.addRow(box)

    def _combo(self, name: str, choices: Choices) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, text in choices:
            combo.addItem(say(text), value)
        combo.currentIndexChanged.connect(self._on_changed)
        return combo

    def _line(self, name: str, spoken: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setMinimumWidth(112)
        field.textChanged.connect(self._on_changed)
        return field

    def _number(self, name: str, least: int, most: int, spoken: str) -> QSpinBox:
        field = QSpinBox()
        self._prepare_number(field, name, least, most, spoken)
        return field

    def _prepare_number(
        self, field: QSpinBox | QDoubleSpinBox, name: str, least: float, most: float, spoken: str
    ) -> None:
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setRange(least, most)  # type: ignore[arg-type]  # whole numbers where the field has whole numbers
        field.setKeyboardTracking(False)
        field.setMinimumWidth(76)
        # The style sheet's padding does not reach the field inside.
        field.lineEdit().setTextMargins(6, 0, 0, 0)
        field.valueChanged.connect(self._on_changed)

    def _check(self, name: str, text: str, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setChecked(is_on)
        box.toggled.connect(self._on_changed)
        return box

    # ---- what is asked for

    def choice(self) -> ExportChoice:
        """What the fields describe. Raises `StancelineError` where the period is none."""
        begin, end = self._period()
        chosen: Chosen = self.what.currentData()
        settings = replace(
            self._source.settings(),
            what="timeline" if chosen == "selected" else chosen,
            width_px=self.width_box.value(),
            height_px=None if self.fits.isChecked() else self.height_box.value(),
            dpi=float(self.dpi.value()),
            theme=self.theme.currentData(),
            stance_colors=self.colors.currentData(),
            swap_sides=self.swap.isChecked(),
            title=self.title.text().strip() if self.has_title.isChecked() else "",
            begin_s=begin,
            end_s=end,
            rows=self.rows.currentData(),
            row_count=self.row_count.value(),
            font_pt=max(self.font_pt.value(), LEAST_PT) if self.font_pt.value() else None,
            density=self.density.currentData(),
            axis=self.axis.currentData(),
            legend=self.legend.isChecked(),
            caption=self.caption.isChecked(),
            sources=self.sources.isChecked(),
            filters=self.filters.isChecked(),
            transparent=self.clear.isChecked() and self.clear.isEnabled(),
            outline_text=self.outlines.isChecked() and self.outlines.isEnabled(),
            pages_by=self.pages.currentData(),
            pages_number=self.pages_number.value(),
            origin=self._source.origin if self.metadata.isChecked() and self.metadata.isEnabled() else "",
        )
        return ExportChoice(chosen, self.format.currentData(), settings)

    def _period(self) -> tuple[float | None, float | None]:
        chosen = self.range.currentData()
        if chosen == "visible":
            return self._source.visible
        if chosen == "all":
            return _extent(self._source)
        periods = []
        for field in (self.begin, self.end):
            period = parse_period(field.text())
            periods.append(period)
            mark_invalid(field, period is None)
        first, last = periods
        if first is None or last is None:
            raise StancelineError(say("The period cannot be read. Write it like 2023-07-01 or July 2023."))
        return float(first[0]), float(last[1])

    # ---- filling

    def show_settings(self, settings: FigureSettings) -> None:
        """Put settings into the fields; `changed` is told once. Title and period stay."""
        self._is_filling = True
        self.dpi.setValue(round(settings.dpi))
        self.width_box.setValue(settings.width_px)
        self.height_box.setValue(settings.height_px or self.height_box.value())
        self.fits.setChecked(settings.height_px is None)
        for combo, value in (
            (self.theme, settings.theme), (self.colors, settings.stance_colors), (self.rows, settings.rows),
            (self.density, settings.density), (self.axis, settings.axis), (self.pages, settings.pages_by),
        ):  # fmt: skip
            combo.setCurrentIndex(max(combo.findData(value), 0))
        for box, is_on in (
            (self.swap, settings.swap_sides), (self.legend, settings.legend), (self.caption, settings.caption),
            (self.sources, settings.sources), (self.filters, settings.filters), (self.clear, settings.transparent),
            (self.outlines, settings.outline_text),
        ):  # fmt: skip
            box.setChecked(is_on)
        self.font_pt.setValue(settings.font_pt or 0.0)
        self.row_count.setValue(settings.row_count)
        self.pages_number.setValue(settings.pages_number)
        self._is_filling = False
        self._take_ratio()
        self._on_changed()

    def show_preset(self, preset: Preset) -> None:
        """Put the look and the format of one of the user's presets into the fields."""
        index = self.format.findData(preset.format)
        if index >= 0:
            self.format.setCurrentIndex(index)
        self.show_settings(laid_over(preset, self._source.settings()))

    def show_what(self, what: Chosen) -> None:
        """Choose what is shown, where it can be."""
        index = self.what.findData(what)
        if index >= 0:
            self.what.setCurrentIndex(index)

    # ---- reactions

    def _on_changed(self) -> None:
        if not self._is_filling:
            self._suit()
            self.changed.emit()

    def _on_width(self, value: int) -> None:
        if self._is_filling:
            return
        if self.lock.isChecked() and not self.fits.isChecked():
            self._follow(self.height_box, round(value / self._ratio))
        self.size_changed.emit()

    def _on_height(self, value: int) -> None:
        if self._is_filling:
            return
        if self.lock.isChecked():
            self._follow(self.width_box, round(value * self._ratio))
        self.size_changed.emit()

    def _follow(self, box: LengthBox, value: int) -> None:
        self._is_filling = True
        box.setValue(value)
        self._is_filling = False

    def _on_dpi(self) -> None:
        self._show_unit()
        if not self._is_filling:
            self.size_changed.emit()

    def _show_unit(self) -> None:
        scale = float(self.dpi.value()) if self.unit.currentData() == "mm" else None
        for box in (self.width_box, self.height_box):
            box.set_scale(scale)

    def _take_ratio(self) -> None:
        self._ratio = self.width_box.value() / max(self.height_box.value(), 1)

    def _suit(self) -> None:
        """Show and enable the fields that mean something for what is chosen."""
        chosen, kind = self.what.currentData(), self.format.currentData()
        is_drawn = kind not in ("csv", "json", "ics", "timelinejs")
        has_time = chosen != "matrix"
        self._bounds.setVisible(self.range.currentData() == "given")
        self.row_count.setVisible(self.rows.currentData() == "first")
        self.pages_number.setVisible(self.pages.currentData() in ("days", "count"))
        self.range.setEnabled(has_time)
        self.axis.setEnabled(is_drawn and has_time)
        for field in (
            self.width_box, self.dpi, self.unit, self.fits, self.pages, self.pages_number, self.colors, self.swap,
            self.font_pt, self.density, self.legend, self.sources, self.caption,
        ):  # fmt: skip
            field.setEnabled(is_drawn)
        # A page of HTML follows its reader's scheme and lists all its sources.
        self.theme.setEnabled(is_drawn and kind != "html")
        for field in (self.sources, self.caption):
            field.setEnabled(is_drawn and kind != "html")
        self.height_box.setEnabled(is_drawn and not self.fits.isChecked())
        self.lock.setEnabled(is_drawn and not self.fits.isChecked())
        self.clear.setEnabled(is_drawn and kind not in _NEVER_CLEAR)
        self.metadata.setEnabled(kind in _CARRIES_VIEW and bool(self._source.origin))
        self.outlines.setEnabled(kind == "svg")
        self.title.setEnabled(self.has_title.isChecked())


def _extent(source: ExportSource) -> tuple[float | None, float | None]:
    """The time of all marks, with a little room."""
    from stanceline.model.lanes import padded_range

    marks = source.corpus.marks
    if not len(marks):
        return None, None
    return padded_range(float(marks.begin.min()), float(marks.end.max()), 0.02)


def side_by_side(*widgets: QWidget) -> QWidget:
    """Widgets in a row, as narrow as they can be."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
