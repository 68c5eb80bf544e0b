"""The export dialog: what it describes, what it writes, what it warns of."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from stanceline.ui.dialogs.export_dialog import ExportDialog
from stanceline.ui.main_window import MainWindow
from tests.gui.conftest import visible_dialog
from tests.gui.test_window import a_stance, act

Field = TypeVar("Field", bound=QWidget)


@pytest.fixture
def dialog(seeds: MainWindow) -> ExportDialog:
    """The dialog on the sample."""
    seeds.session.selection.select([a_stance(seeds)])
    act(seeds, "actionExport").trigger()
    found = visible_dialog(seeds, "exportDialog")
    assert isinstance(found, ExportDialog)
    return found


def field(dialog: ExportDialog, kind: type[Field], name: str) -> Field:
    """A field by its object name."""
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


@pytest.mark.parametrize("chosen", ["png", "svg", "pdf", "jpeg", "webp", "tiff"])
def test_every_format_is_written(dialog: ExportDialog, tmp_path: Path, chosen: str) -> None:
    combo = field(dialog, QComboBox, "exportFormat")
    combo.setCurrentIndex(combo.findData(chosen))
    path = tmp_path / f"figure.{chosen}"
    assert dialog.export_to(path)
    content = path.read_bytes()
    heads = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "jpeg": b"\xff\xd8", "webp": b"RIFF"}
    assert content.startswith(heads.get(chosen, content[:2]))
    assert len(content) > 5_000


def test_size_and_resolution_are_kept(dialog: ExportDialog, tmp_path: Path) -> None:
    field(dialog, QSpinBox, "exportWidth").setValue(1600)
    field(dialog, QSpinBox, "exportHeight").setValue(900)
    field(dialog, QSpinBox, "exportDpi").setValue(300)
    assert field(dialog, QComboBox, "exportPreset").currentData() == "own"
    path = tmp_path / "figure.png"
    assert dialog.export_to(path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1600, 900)
    assert image.dotsPerMeterX() == 11811


def test_title_legend_and_sources_stand_in_the_figure(dialog: ExportDialog, tmp_path: Path) -> None:
    field(dialog, QLineEdit, "exportTitle").setText("Who stands where")
    combo = field(dialog, QComboBox, "exportFormat")
    combo.setCurrentIndex(combo.findData("svg"))
    assert dialog.export_to(tmp_path / "figure.svg")
    text = (tmp_path / "figure.svg").read_text(encoding="utf-8")
    assert "Who stands where" in text
    assert "[1]" in text


def test_transparency_is_kept(dialog: ExportDialog, tmp_path: Path) -> None:
    field(dialog, QCheckBox, "exportTransparent").setChecked(True)
    assert dialog.export_to(tmp_path / "clear.png")
    QImageReader.setAllocationLimit(512)
    assert QImage(str(tmp_path / "clear.png")).pixelColor(1, 1).alpha() == 0


def test_selected_marks_can_be_drawn_alone(dialog: ExportDialog, tmp_path: Path) -> None:
    combo = field(dialog, QComboBox, "exportWhat")
    combo.setCurrentIndex(combo.findData("selected"))
    dialog.refresh()
    assert "1 shown" in field(dialog, QLabel, "exportAccount").text()


def test_a_period_that_is_none_is_said_so(dialog: ExportDialog) -> None:
    combo = field(dialog, QComboBox, "exportRange")
    combo.setCurrentIndex(combo.findData("given"))
    field(dialog, QLineEdit, "exportFrom").setText("sometime")
    dialog.refresh()
    assert "period" in field(dialog, QLabel, "exportWarnings").text().lower()
    assert not field(dialog, QPushButton, "exportButton").isEnabled()


def test_a_folder_that_cannot_be_written_is_said_so(dialog: ExportDialog, tmp_path: Path) -> None:
    assert not dialog.export_to(tmp_path / "missing" / "figure.png")
    assert "cannot be written" in field(dialog, QLabel, "exportWarnings").text()
    assert dialog.isVisible()


def test_the_button_asks_for_a_name_and_says_what_was_saved(
    dialog: ExportDialog, seeds: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "named.png"), ""))
    field(dialog, QPushButton, "exportButton").click()
    assert (tmp_path / "named.png").is_file()
    assert "named.png" in seeds.panes.notice.text()


def test_the_view_is_copied_as_an_image(seeds: MainWindow) -> None:
    from PySide6.QtGui import QGuiApplication

    act(seeds, "actionCopyImage").trigger()
    assert not QGuiApplication.clipboard().image().isNull()
