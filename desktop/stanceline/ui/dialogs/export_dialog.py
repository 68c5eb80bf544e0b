"""The export dialog: what, which period, which size and look, with a true preview and what to watch out for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from stanceline import StancelineError
from stanceline.model.corpus import only_marks
from stanceline.model.marks import Corpus
from stanceline.render.export import draw_image, render
from stanceline.render.figure import PRESETS, Figure, FigureSettings, compose
from stanceline.temporal.timex import DAY_S
from stanceline.ui.dialogs.dates import parse_period
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import label, plain_buttons
from stanceline.ui.words import days_text, say
from stanceline.ui.written import write_aside

_FORMATS = (("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF"), ("jpeg", "JPEG"), ("webp", "WebP"), ("tiff", "TIFF"))
_WHAT = (
    ("both", "Timeline and stances"), ("timeline", "Timeline"), ("matrix", "Stances"), ("selected", "Selected marks"),
)  # fmt: skip
_PRESET_NAMES = {
    "slide": "Slide 16:9", "slide-4k": "Slide 4K", "report-a4": "Report A4 landscape",
    "report-a3": "Report A3 landscape",
    "poster-a0": "Poster A0", "web": "Web", "journal": "Journal", "social": "Social media",
}  # fmt: skip
_THEMES = (("print", "Paper"), ("light", "Light"), ("dark", "Dark"))
_COLORS = (("blue-orange", "Blue and orange"), ("purple-orange", "Purple and orange"), ("grayscale", "Grayscale"))
_SMALLEST_READABLE_PT = 6.0
_PREVIEW_PAUSE_MS = 150
_MM_PER_INCH = 25.4


@dataclass(frozen=True)
class ExportSource:
    """What the dialog draws: the view's corpus, its range in seconds, and what is selected."""

    corpus: Corpus
    visible: tuple[float, float]
    selected: frozenset[str]
    title: str
    note: str
    today_s: float | None = None


class Preview(QWidget):
    """A figure scaled down to the room there is, on a ground that shows its edges."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportPreview")
        self.setAccessibleName(say("Preview"))
        self.setMinimumSize(420, 280)
        self._theme = theme
        self._figure: Figure | None = None
        self._picture: QPixmap | None = None

    def sizeHint(self) -> QSize:
        return QSize(560, 400)

    def show_figure(self, figure: Figure | None) -> None:
        """Show another figure, or nothing."""
        self._figure, self._picture = figure, None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def _place(self) -> QRectF:
        assert self._figure is not None
        room = QRectF(self.rect()).adjusted(16, 16, -16, -16)
        scale = min(room.width() / self._figure.width, room.height() / self._figure.height)
        width, height = self._figure.width * scale, self._figure.height * scale
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt gives it
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("pressed"))
        if self._figure is not None:
            place = self._place()
            if self._picture is None:
                self._picture = self._draw(place)
            painter.drawPixmap(place.topLeft(), self._picture)
        painter.end()

    def _draw(self, place: QRectF) -> QPixmap:
        assert self._figure is not None
        ratio = self.devicePixelRatioF()
        picture = QPixmap(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent if self._figure.settings.transparent else Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = place.width() / self._figure.width
        painter.scale(factor, factor)
        self._figure.paint(painter)
        painter.end()
        return picture


class ExportDialog(QDialog):
    """Settings of a figure. `saved` carries the path of the file that was written."""

    saved = Signal(object)

    def __init__(self, parent: QWidget, source: ExportSource, theme: Theme, settings: Settings) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(say("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 640)
        self._source, self._theme, self._settings = source, theme, settings
        self._figure: Figure | None = None
        self._is_filling = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._make_form(), 0)
        row.addLayout(self._make_preview(), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        outer.addLayout(row, 1)
        outer.addWidget(self._make_buttons())
        self._export.setDefault(True)
        self._on_preset()
        self.refresh()

    # ---- building

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        choices = _WHAT if self._source.selected else _WHAT[:-1]
        self._what = self._combo("exportWhat", choices)
        self._range = self._combo("exportRange", (("visible", "Visible"), ("all", "All marks"), ("given", "From – to")))
        self._range.currentIndexChanged.connect(self._on_range)
        self._from, self._to = self._line("exportFrom"), self._line("exportTo")
        begin, end = self._source.visible
        self._from.setText(days_text(int(begin // DAY_S), int(begin // DAY_S)))
        self._to.setText(days_text(int(end // DAY_S), int(end // DAY_S)))
        for bound in (self._from, self._to):
            bound.setCursorPosition(0)
        self._preset = self._combo(
            "exportPreset", [(name, _PRESET_NAMES[name]) for name in PRESETS] + [("own", "Own size")]
        )
        self._preset.currentIndexChanged.connect(self._on_preset)
        self._format = self._combo("exportFormat", _FORMATS)
        self._width = self._number("exportWidth", 200, 30_000)
        self._height = self._number("exportHeight", 150, 30_000)
        self._dpi = self._number("exportDpi", 36, 2_400)
        for number in (self._width, self._height, self._dpi):
            number.valueChanged.connect(self._on_size)
        self._fits = QCheckBox(say("Height as the rows need it"))
        self._fits.setObjectName("exportFitHeight")
        self._fits.toggled.connect(self._on_changed)
        self._paper = label("", role="muted")
        self._look = self._combo("exportTheme", _THEMES)
        self._colors = self._combo("exportColors", _COLORS)
        self._title = self._line("exportTitle")
        self._title.setText(self._source.title)
        self._legend = self._check("exportLegend", say("Legend"), is_on=True)
        self._sources = self._check("exportSources", say("Numbered sources"), is_on=True)
        self._clear = self._check("exportTransparent", say("Transparent background"), is_on=False)
        for text, field in (
            (say("Show"), self._what), (say("Period"), self._range), ("", _row(self._from, label("–"), self._to)),
            (say("Size"), self._preset), ("", _row(self._width, label("×"), self._height, label(say("px")))),
            (say("Resolution"), _row(self._dpi, label(say("dots per inch")))), ("", self._fits), ("", self._paper),
            (say("Format"), self._format), (say("Theme"), self._look), (say("Colors"), self._colors),
            (say("Title"), self._title), ("", self._legend), ("", self._sources), ("", self._clear),
        ):  # fmt: skip
            form.addRow(text, field)
        self._from.setEnabled(False)
        self._to.setEnabled(False)
        return form

    def _combo(self, name: str, choices: object) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        for value, text in choices:  # type: ignore[attr-defined]  # pairs of value and words
            combo.addItem(say(text), value)
        combo.currentIndexChanged.connect(self._on_changed)
        return combo

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setMinimumWidth(144)
        field.textChanged.connect(self._on_changed)
        return field

    def _number(self, name: str, least: int, most: int) -> QSpinBox:
        field = QSpinBox()
        field.setObjectName(name)
        field.setRange(least, most)
        field.setKeyboardTracking(False)
        field.setMinimumWidth(84)
        # The style sheet's padding does not reach the field inside.
        field.lineEdit().setTextMargins(6, 0, 0, 0)
        return field

    def _check(self, name: str, text: str, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setChecked(is_on)
        box.toggled.connect(self._on_changed)
        return box

    def _make_preview(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self._preview = Preview(self._theme)
        self._account = label("", role="muted", wraps=True)
        self._account.setObjectName("exportAccount")
        self._warnings = label("", role="warning", wraps=True)
        self._warnings.setObjectName("exportWarnings")
        column.addWidget(self._preview, 1)
        column.addWidget(self._account)
        column.addWidget(self._warnings)
        return column

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        copy = buttons.addButton(say("Copy to clipboard"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("exportCopy")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        self._export = buttons.addButton(say("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setObjectName("exportButton")
        buttons.accepted.connect(self._on_export)
        buttons.rejected.connect(self.reject)
        self._copy_button = copy
        plain_buttons(buttons)
        return buttons

    # ---- what is asked for

    def figure_settings(self) -> FigureSettings:
        """The figure that the fields describe."""
        what = self._what.currentData()
        begin, end = self._period()
        return FigureSettings(
            what="timeline" if what == "selected" else what,
            width_px=self._width.value(),
            height_px=None if self._fits.isChecked() else self._height.value(),
            dpi=float(self._dpi.value()),
            theme=self._look.currentData(),
            stance_colors=self._colors.currentData(),
            title=self._title.text().strip(),
            note=self._source.note,
            begin_s=begin,
            end_s=end,
            today_s=self._source.today_s,
            legend=self._legend.isChecked(),
            sources=self._sources.isChecked(),
            transparent=self._clear.isChecked(),
        )

    def _period(self) -> tuple[float | None, float | None]:
        chosen = self._range.currentData()
        if chosen == "all":
            return None, None
        if chosen == "visible":
            return self._source.visible
        first, last = parse_period(self._from.text()), parse_period(self._to.text())
        for field, period in ((self._from, first), (self._to, last)):
            field.setProperty("invalid", period is None)
            field.style().unpolish(field)
            field.style().polish(field)
        if first is None or last is None:
            raise StancelineError(say("The period cannot be read. Write it like 2023-07-01 or July 2023."))
        return float(first[0]), float(last[1])

    def _corpus(self) -> Corpus:
        if self._what.currentData() == "selected":
            return only_marks(self._source.corpus, self._source.selected)
        return self._source.corpus

    def _on_changed(self) -> None:
        if not self._is_filling:
            self._pause.start()

    def _on_range(self) -> None:
        is_given = self._range.currentData() == "given"
        self._from.setEnabled(is_given)
        self._to.setEnabled(is_given)

    def _on_preset(self) -> None:
        name = self._preset.currentData()
        if name in PRESETS:
            self._is_filling = True
            width, height, dpi = PRESETS[name]
            self._width.setValue(width)
            self._height.setValue(height)
            self._dpi.setValue(round(dpi))
            self._is_filling = False
        self._on_changed()

    def _on_size(self) -> None:
        if not self._is_filling:
            self._is_filling = True
            self._preset.setCurrentIndex(self._preset.findData("own"))
            self._is_filling = False
        self._on_changed()

    # ---- preview

    def refresh(self) -> None:
        """Compose the figure anew and show it, or say why that cannot be."""
        self._pause.stop()
        self._height.setEnabled(not self._fits.isChecked())
        try:
            self._figure = compose(self._corpus(), self.figure_settings())
        except StancelineError as error:
            self._figure = None
            self._warnings.setText(str(error))
            self._account.clear()
        self._preview.show_figure(self._figure)
        for button in (self._export, self._copy_button):
            button.setEnabled(self._figure is not None)
        if self._figure is not None:
            self._tell(self._figure)

    def _tell(self, figure: Figure) -> None:
        width, height = figure.pixels
        dpi = figure.settings.dpi
        size = f"{width / dpi * _MM_PER_INCH:.0f} × {height / dpi * _MM_PER_INCH:.0f} mm"
        self._paper.setText(f"{width:,} × {height:,} px = {size}")
        self._account.setText(figure.account)
        warnings = list(figure.warnings)
        if figure.smallest_pt < _SMALLEST_READABLE_PT and not any("pt" in text for text in warnings):
            warnings.append(say("The smallest text is %1 pt on paper.").replace("%1", f"{figure.smallest_pt:.1f}"))
        self._warnings.setText("\n".join(warnings))
        self._warnings.setVisible(bool(warnings))

    # ---- writing

    def _copy(self) -> None:
        if self._figure is None:
            return
        try:
            QGuiApplication.clipboard().setImage(draw_image(self._figure))
        except StancelineError as error:
            self._warnings.setText(str(error))
            self._warnings.show()

    def _on_export(self) -> None:
        self.refresh()
        if self._figure is None:
            return
        chosen = self._format.currentData()
        name = (self._title.text().strip() or "stanceline").replace("/", "-")
        proposed = str(Path(self._settings.folder("export")) / f"{name}.{chosen}")
        answer, _ = QFileDialog.getSaveFileName(self, say("Export"), proposed, f"{chosen.upper()} (*.{chosen})")
        if answer:
            path = Path(answer) if Path(answer).suffix else Path(f"{answer}.{chosen}")
            self.export_to(path)

    def export_to(self, path: Path) -> bool:
        """Write the figure; False, with the reason in the dialog, where that fails."""
        self.refresh()
        if self._figure is None:
            return False
        try:
            write_aside(path, render(self._figure, self._format.currentData()))
        except (StancelineError, OSError) as error:
            says = str(error)
            if isinstance(error, OSError):
                says = say("%1 cannot be written: %2. Choose another folder.").replace("%1", str(path))
                says = says.replace("%2", error.strerror or str(error))
            self._warnings.setText(says)
            self._warnings.show()
            return False
        self._settings.set_folder("export", path.parent)
        self.saved.emit(path)
        self.accept()
        return True


def note_of(hidden_by: str) -> str:
    """What a figure says about the filters in force, empty without any."""
    return say("Filtered: %1").replace("%1", hidden_by) if hidden_by else ""


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
