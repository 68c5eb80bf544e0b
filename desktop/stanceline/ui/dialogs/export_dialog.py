"""The export dialog: what, which period, which size and look, with a true preview and what to watch out for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stanceline import StancelineError
from stanceline.render.export import RASTER_FORMATS, draw_image, estimated_bytes, svg_bytes, too_large
from stanceline.render.figure import Figure, Note
from stanceline.render.figure_pages import PagePlan, plan_pages
from stanceline.ui.exports.fields import ExportFields
from stanceline.ui.exports.files import (
    chosen_figure,
    data_preview,
    data_text,
    file_name,
    files_of,
)
from stanceline.ui.exports.length_box import MM_PER_INCH
from stanceline.ui.exports.preset_bar import OWN_SIZE, PresetBar
from stanceline.ui.exports.preview import Preview
from stanceline.ui.exports.saved import Preset, preset_of, read_last, write_last
from stanceline.ui.exports.source import ExportChoice, ExportSource, note_of
from stanceline.ui.settings import Settings
from stanceline.ui.theme import Theme
from stanceline.ui.widgets import label, plain_buttons
from stanceline.ui.words import counted, say
from stanceline.ui.written import failure_text, write_all_aside

_PREVIEW_PAUSE_MS = 150
_MOST_COPIED_PX = 60_000_000
_FIRST_PRESET = "slide"
_MOST_LISTED = 12
"""Articles that are listed below a figure unless it is wished otherwise."""


class ExportDialog(QDialog):
    """Settings of a figure. `saved` carries the path of the file that was written, the first of several."""

    saved = Signal(object)

    def __init__(self, parent: QWidget, source: ExportSource, theme: Theme, settings: Settings) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(say("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source, self._theme, self._settings = source, theme, settings
        self._choice: ExportChoice | None = None
        self._plan: PagePlan | None = None
        self._figure: Figure | None = None
        self._page = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._fields = ExportFields(source)
        self._presets = PresetBar(settings)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(self._make_left(), 0)
        row.addLayout(self._make_right(), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addLayout(row, 1)
        outer.addWidget(self._make_buttons())
        self._export.setDefault(True)
        self._begin()
        self._suit_size(parent)

    def _suit_size(self, parent: QWidget) -> None:
        room = parent.window().size()
        self.resize(min(1180, max(room.width() - 40, 880)), min(800, max(room.height() - 40, 540)))

    # ---- building

    def _make_left(self) -> QVBoxLayout:
        area = QScrollArea()
        area.setObjectName("exportFields")
        area.setAccessibleName(say("Settings of the export"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._fields)
        area.setMinimumWidth(self._fields.sizeHint().width() + 14)
        area.setSizePolicy(area.sizePolicy().Policy.Fixed, area.sizePolicy().Policy.Expanding)
        head = QFormLayout()
        head.setHorizontalSpacing(12)
        text = label(say("Preset"))
        text.setMinimumWidth(76)
        head.addRow(text, self._presets)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(area, 1)
        self._fields.changed.connect(self._pause.start)
        self._fields.size_changed.connect(lambda: self._presets.show_name(OWN_SIZE))
        self._presets.chosen.connect(self._on_preset)
        self._presets.save_asked.connect(self._on_save_preset)
        return column

    def _make_right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._preview = Preview(self._theme)
        self._preview.page_asked.connect(self._show_page)
        self._account = label("", role="muted", wraps=True)
        self._account.setObjectName("exportAccount")
        self._account.setAccessibleName(say("What the export holds"))
        self._warnings = label("", role="warning", wraps=True)
        self._warnings.setObjectName("exportWarnings")
        self._warnings.setAccessibleName(say("What to watch out for"))
        column.addWidget(self._preview, 1)
        column.addWidget(self._account)
        column.addWidget(self._warnings)
        return column

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._copy_button = buttons.addButton(say("&Copy to clipboard"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy_button.setObjectName("exportCopy")
        self._copy_button.clicked.connect(self._copy)
        self._print_button = buttons.addButton(say("&Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._print_button.setObjectName("exportPrint")
        self._print_button.clicked.connect(self._print)
        for button in (self._copy_button, self._print_button):
            button.setAutoDefault(False)
        self._export = buttons.addButton(say("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setObjectName("exportButton")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("exportCancel")
        buttons.accepted.connect(self._on_export)
        buttons.rejected.connect(self.reject)
        plain_buttons(buttons)
        return buttons

    def _begin(self) -> None:
        """Begin with what was chosen last, else with the first preset and the window's stance colors."""
        last = read_last(self._settings)
        settings = self._source.settings()
        if last is None:
            lists = len(self._source.corpus.articles) <= _MOST_LISTED
            self._fields.show_settings(replace(settings.sized(_FIRST_PRESET), sources=lists))
            self._presets.show_name(_FIRST_PRESET)
        else:
            preset, what = last
            self._fields.show_what(what)
            self._fields.show_preset(preset)
            self._presets.show_name(OWN_SIZE)
        self.refresh()

    # ---- presets

    def _on_preset(self, chosen: object) -> None:
        name = self._presets.name()
        if isinstance(chosen, Preset):
            self._fields.show_preset(chosen)
        else:
            now = self._choice.settings if self._choice is not None else self._source.settings()
            self._fields.show_settings(now.sized(str(chosen)))
        self._presets.show_name(name)

    def _on_save_preset(self, name: str) -> None:
        self.refresh()
        if self._choice is not None:
            self._presets.keep(preset_of(name, self._choice))

    # ---- preview

    def refresh(self) -> None:
        """Plan the figure anew and show it, or say why that cannot be."""
        self._pause.stop()
        self._choice = self._plan = self._figure = None
        trouble = ""
        try:
            self._choice = self._fields.choice()
            if self._choice.is_picture:
                self._plan = plan_pages(*chosen_figure(self._source, self._choice))
                self._page = min(self._page, len(self._plan) - 1)
                self._figure = self._plan.page(self._page)
                trouble = too_large(self._figure) if self._choice.format in RASTER_FORMATS else ""
                self._preview.show_page(self._figure, self._page, len(self._plan))
                self._tell(self._choice, self._figure)
            else:
                self._preview.show_text(data_preview(self._source, self._choice))
                self._tell_data()
        except StancelineError as error:
            trouble = str(error)
            self._choice = None
            self._preview.show_page(None)
            self._account.clear()
            self._fields.paper.clear()
        if trouble:
            self._warn([trouble])
        is_ready = self._choice is not None and not trouble
        self._export.setEnabled(is_ready)
        self._copy_button.setEnabled(is_ready)
        self._print_button.setEnabled(is_ready and self._plan is not None)

    def _show_page(self, page: int) -> None:
        if self._plan is not None and self._choice is not None and 0 <= page < len(self._plan):
            self._page = page
            self._figure = self._plan.page(page)
            self._preview.show_page(self._figure, page, len(self._plan))
            self._tell(self._choice, self._figure)

    def _tell(self, choice: ExportChoice, figure: Figure) -> None:
        width, height = figure.pixels
        dpi = figure.settings.dpi
        size = say("%1 × %2 px = %3 × %4 mm")
        for place, text in enumerate(
            (f"{width:,}", f"{height:,}", f"{width / dpi * MM_PER_INCH:.0f}", f"{height / dpi * MM_PER_INCH:.0f}"), 1
        ):
            size = size.replace(f"%{place}", text)
        pages = len(self._plan) if self._plan is not None else 1
        kind = "svg" if choice.format == "html" else choice.format
        about = bytes_text(estimated_bytes(figure, kind) * (2 if choice.format == "html" else 1) * pages)
        self._fields.paper.setText(f"{size}\n{say('About %1').replace('%1', about)}")
        self._account.setText(figure.account or figure.page_name)
        warnings = [note_words(note) for note in figure.notes]
        if figure.plot is not None:
            counts = figure.counts
            if counts["hidden"]:
                one = "One mark is hidden: by the filter, the period or the rows"
                many = "%1 marks are hidden: by the filter, the period or the rows"
                warnings.append(counted(counts["hidden"], one, many))
            if counts["undated"]:
                one = "One mark has no date and no place in the timeline"
                many = "%1 marks have no date and no place in the timeline"
                warnings.append(counted(counts["undated"], one, many))
        self._warn(warnings)

    def _tell_data(self) -> None:
        self._fields.paper.clear()
        corpus = self._source.corpus
        total = counted(corpus.total, "1 mark", "%1 marks")
        self._account.setText(
            say("The beginning of the file. Its last words account for all %1 of the project.").replace("%1", total)
        )
        self._warn([])

    def _warn(self, texts: list[str]) -> None:
        self._warnings.setText("  ·  ".join(text[:1].upper() + text[1:] for text in texts))
        self._warnings.setVisible(bool(texts))

    # ---- writing

    def _copy(self) -> None:
        """Put the page that is shown on the clipboard: as an image and as SVG, or as the data's text."""
        self.refresh()
        if self._choice is None:
            return
        data = QMimeData()
        try:
            if self._figure is not None:
                width, height = self._figure.pixels
                data.setData("image/svg+xml", QByteArray(svg_bytes(self._figure)))
                if width * height <= _MOST_COPIED_PX:
                    data.setImageData(draw_image(self._figure))
            else:
                data.setText(data_text(self._source, self._choice))
        except StancelineError as error:
            self._warn([str(error)])
            return
        QGuiApplication.clipboard().setMimeData(data)
        self._warn([say("Copied to the clipboard")])

    def _print(self) -> None:
        from stanceline.ui.exports.printing import preview_print

        self.refresh()
        if self._plan is not None and self._choice is not None:
            preview_print(self, self._plan, self._choice.settings.title)

    def _on_export(self) -> None:
        self.refresh()
        choice = self._choice
        if choice is None or not self._export.isEnabled():
            return
        ending = choice.ending
        proposed = str(Path(self._settings.folder("export")) / file_name(choice.settings.title, ending))
        kind = self._fields.format.currentText()
        answer, _ = QFileDialog.getSaveFileName(self, say("Export"), proposed, f"{kind} (*.{ending})")
        if answer:
            path = Path(answer) if Path(answer).suffix else Path(f"{answer}.{ending}")
            self.export_to(path)

    def export_to(self, path: Path, *, may_replace: bool = False) -> bool:
        """Write the export; False, with the reason in the dialog, where that fails or has to be asked first."""
        self.refresh()
        if self._choice is None:
            return False
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            files = files_of(self._source, self._choice, path)
            # The file dialog has asked about the one name that was typed, not about numbered ones.
            there = [one for one, _ in files if one != path and one.exists()]
            if there and not may_replace:
                self._ask_to_replace(path, there)
                return False
            write_all_aside(files)
        except (StancelineError, OSError) as error:
            self._warn([failure_text(error, path)])
            return False
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._settings.set_folder("export", path.parent)
        write_last(self._settings, self._choice)
        self.saved.emit(files[0][0])
        self.accept()
        return True

    def _ask_to_replace(self, path: Path, there: list[Path]) -> None:
        box = QMessageBox(self)
        box.setObjectName("exportReplace")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        many = say("%1 files of these names exist. Replace them?")
        box.setText(counted(len(there), "One file of these names exists. Replace it?", many))
        box.setInformativeText(f"{there[0].name} – {there[-1].name}" if len(there) > 1 else there[0].name)
        replace_it = box.addButton(say("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        replace_it.clicked.connect(lambda: self.export_to(path, may_replace=True))
        box.open()


def note_words(note: Note) -> str:
    """A note of a figure in the user's language."""
    number = round(note.number)
    match note.kind:
        case "merged":
            return counted(number, "One mark is merged", "%1 marks are merged")
        case "unlabeled":
            return counted(number, "One label found no room", "%1 labels found no room")
        case "rows_cut":
            one = "One row does not fit and is left out: make the figure taller, or split it over pages"
            return counted(
                number, one, "%1 rows do not fit and are left out: make the figure taller, or split it over pages"
            )
        case "small":
            return say("The smallest text is %1 pt on paper").replace("%1", f"{note.number:.1f}")


def bytes_text(count: int) -> str:
    """A size in words, with two digits that mean something."""
    if count < 995_000:
        return say("%1 kB").replace("%1", f"{max(round(count / 1000, -1 if count > 100_000 else 0), 1):.0f}")
    return say("%1 MB").replace("%1", f"{count / 1e6:.1f}" if count < 9.95e6 else f"{count / 1e6:.0f}")


__all__ = ["ExportDialog", "ExportSource", "bytes_text", "note_of", "note_words"]
