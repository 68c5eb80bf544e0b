"""Every setting of the export dialog with real keys and clicks: what it changes in the figure, and what is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from stanceline.render.figure import Figure
from stanceline.ui.dialogs.export_dialog import ExportDialog, bytes_text
from stanceline.ui.exports.length_box import LengthBox
from stanceline.ui.main_window import MainWindow
from stanceline.ui.waiting import wait_until
from tests.gui.conftest import visible_dialog
from tests.gui.test_export_dialog import field
from tests.gui.test_window import a_stance, act


@pytest.fixture
def dialog(shared: MainWindow) -> ExportDialog:
    """The dialog on the sample with one mark selected, as a first start has it."""
    shared.settings.set_text("export_last", "")
    shared.settings.set_text("export_presets", "")
    for opened in shared.findChildren(ExportDialog):
        opened.close()
    shared.session.selection.select([a_stance(shared)])
    act(shared, "actionExport").trigger()
    found = visible_dialog(shared, "exportDialog")
    assert isinstance(found, ExportDialog)
    return found


def figure(dialog: ExportDialog) -> Figure:
    """The figure that the preview shows."""
    dialog.refresh()
    shown = dialog._figure
    assert shown is not None, field(dialog, QLabel, "exportWarnings").text()
    return shown


def press(dialog: ExportDialog, name: str) -> None:
    """Turn a check box with the space bar."""
    box = field(dialog, QCheckBox, name)
    assert box.isEnabled(), name
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)


def pick(dialog: ExportDialog, name: str, data: str) -> None:
    """Choose an entry with the arrow keys."""
    combo = field(dialog, QComboBox, name)
    target = combo.findData(data)
    assert target >= 0, f"{name} has no {data}"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.currentIndex() == target:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    raise AssertionError(f"{name}: the arrow keys never reach {data}")


def type_in(dialog: ExportDialog, name: str, text: str) -> None:
    """Type into a field and leave it."""
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    line = found.lineEdit() if isinstance(found, QAbstractSpinBox) else found
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_every_field_has_a_name_and_can_be_hit(dialog: ExportDialog) -> None:
    kinds = (QComboBox, QAbstractSpinBox, QLineEdit, QCheckBox, QPushButton, QToolButton)
    for kind in kinds:
        for widget in dialog.findChildren(kind):
            if isinstance(widget.parent(), (QAbstractSpinBox, QComboBox)) or not widget.isVisible():
                continue
            assert widget.objectName(), widget
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()
            assert widget.height() >= 24, widget.objectName()


@pytest.mark.parametrize("what", ["timeline", "matrix", "both", "selected"])
def test_what_is_shown(dialog: ExportDialog, what: str) -> None:
    pick(dialog, "exportWhat", what)
    shown = figure(dialog)
    assert (shown.plot is not None) == (what != "matrix")
    assert (shown.cells is not None) == (what in ("both", "matrix"))
    if what == "selected":
        assert shown.counts["shown"] + shown.counts["undated"] + shown.counts["merged"] == 1
    assert sum(shown.counts[name] for name in ("shown", "merged", "hidden", "undated")) == shown.counts["total"]


def test_period_and_rows(dialog: ExportDialog, shared: MainWindow) -> None:
    assert shared.timelineView is not None
    visible = figure(dialog)
    assert (visible.begin_s, visible.end_s) == pytest.approx(shared.timelineView.visible_range())
    pick(dialog, "exportRange", "all")
    everything = figure(dialog)
    assert everything.counts["hidden"] < visible.counts["hidden"]
    assert not field(dialog, QLineEdit, "exportFrom").isVisible()
    pick(dialog, "exportRange", "given")
    assert field(dialog, QLineEdit, "exportFrom").isVisible()
    type_in(dialog, "exportFrom", "July 2023")
    type_in(dialog, "exportTo", "2023-07-09")
    shown = figure(dialog)
    assert "1 July 2023 to 9 July 2023" in shown.account
    assert "  ·  " in field(dialog, QLabel, "exportAccount").text()
    rows = shown.rows
    pick(dialog, "exportRows", "first")
    type_in(dialog, "exportRowCount", "3")
    assert figure(dialog).rows == (0, 3)
    pick(dialog, "exportRows", "stance")
    with_stance = figure(dialog)
    assert 0 < with_stance.rows[1] < rows[1]
    assert with_stance.counts["total"] == shown.counts["total"]
    pick(dialog, "exportRows", "visible")
    assert figure(dialog).rows == shared.timelineView.visible_rows()


def test_width_height_and_resolution(dialog: ExportDialog) -> None:
    type_in(dialog, "exportWidth", "2000")
    type_in(dialog, "exportDpi", "254")
    assert figure(dialog).pixels == (2000, 1080)
    assert field(dialog, QComboBox, "exportPreset").currentData() == "own"
    assert "200 × 108 mm" in field(dialog, QLabel, "exportPaper").text()
    pick(dialog, "exportUnit", "mm")
    width = field(dialog, LengthBox, "exportWidth")
    assert width.text() == "200"
    type_in(dialog, "exportWidth", "150,5")
    assert width.value() == 1505
    press(dialog, "exportLockRatio")
    type_in(dialog, "exportWidth", "301")
    assert (width.value(), field(dialog, QSpinBox, "exportHeight").value()) == (3010, 2160)
    type_in(dialog, "exportHeight", "108")
    assert width.value() == 1505
    press(dialog, "exportFitHeight")
    assert not field(dialog, QSpinBox, "exportHeight").isEnabled()
    assert figure(dialog).settings.height_px is None


def test_looks(dialog: ExportDialog) -> None:
    pick(dialog, "exportTheme", "dark")
    pick(dialog, "exportColors", "purple-orange")
    press(dialog, "exportSwap")
    press(dialog, "exportTransparent")
    pick(dialog, "exportDensity", "compact")
    pick(dialog, "exportAxis", "both")
    shown = figure(dialog)
    settings = shown.settings
    assert (settings.theme, settings.stance_colors, settings.swap_sides) == ("dark", "purple-orange", True)
    assert settings.transparent
    assert shown.geometry.row_height == 28
    assert shown.parts.axis_top
    assert shown.parts.axis_bottom
    type_in(dialog, "exportFont", "7")
    shown = figure(dialog)
    assert 12.5 * 0.75 * shown.scale * 96 / settings.dpi == pytest.approx(7, abs=0.05)
    pick(dialog, "exportFormat", "jpeg")
    assert not figure(dialog).settings.transparent


def test_texts(dialog: ExportDialog) -> None:
    shown = figure(dialog)
    assert shown.parts.title
    assert shown.parts.legend
    assert shown.parts.caption
    assert shown.parts.sources
    assert "Newest article" in " ".join(shown.parts.head)
    for name in ("exportTitleOn", "exportLegend", "exportCaption", "exportSources", "exportFilters"):
        press(dialog, name)
    shown = figure(dialog)
    parts = shown.parts
    assert not any((parts.title, parts.legend, parts.caption, parts.sources))
    assert "Newest article" not in " ".join(shown.parts.head)
    # What is left out is told all the same.
    assert "hidden" in " ".join(shown.parts.head)
    assert not field(dialog, QLineEdit, "exportTitle").isEnabled()
    pick(dialog, "exportFormat", "svg")
    press(dialog, "exportOutlines")
    assert figure(dialog).settings.outline_text
    press(dialog, "exportMetadata")
    assert not figure(dialog).settings.origin
    press(dialog, "exportTitleOn")
    type_in(dialog, "exportTitle", "Who stands where")
    assert figure(dialog).parts.title == ("Who stands where",)


def test_pages_are_stepped_through_and_written(dialog: ExportDialog, tmp_path: Path) -> None:
    pick(dialog, "exportPages", "count")
    type_in(dialog, "exportPagesNumber", "3")
    first = figure(dialog)
    assert "Page 1 of 4" in field(dialog, QLabel, "exportPage").text()
    QTest.mouseClick(field(dialog, QToolButton, "exportPageAfter"), Qt.MouseButton.LeftButton)
    assert "Page 2 of 4" in field(dialog, QLabel, "exportPage").text()
    second = dialog._figure
    assert second is not None
    assert first.begin_s < second.begin_s < first.end_s
    QTest.mouseClick(field(dialog, QToolButton, "exportPageBefore"), Qt.MouseButton.LeftButton)
    assert not field(dialog, QToolButton, "exportPageBefore").isEnabled()
    (tmp_path / "long-2.png").write_bytes(b"mine")
    assert not dialog.export_to(tmp_path / "long.png")
    box = dialog.findChild(QMessageBox, "exportReplace")
    assert box is not None
    assert "long-2.png" in box.informativeText()
    assert (tmp_path / "long-2.png").read_bytes() == b"mine"
    QTest.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"long-{n}.png" for n in (1, 2, 3, 4)]
    assert (tmp_path / "long-2.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("chosen", "ending", "head"),
    [
        ("csv", "csv", "\ufeffkind,actor"), ("json", "json", '{\n "format"'), ("ics", "ics", "BEGIN:VCALENDAR"),
        ("timelinejs", "json", '{\n "title"'), ("html", "html", "<!DOCTYPE html>"),
    ],
)  # fmt: skip
def test_data_are_shown_and_written(dialog: ExportDialog, tmp_path: Path, chosen: str, ending: str, head: str) -> None:
    pick(dialog, "exportFormat", chosen)
    dialog.refresh()
    if chosen != "html":
        assert field(dialog, QPlainTextEdit, "exportText").toPlainText().startswith(head.lstrip("\ufeff"))
        assert not field(dialog, QSpinBox, "exportWidth").isEnabled()
        assert not field(dialog, QPushButton, "exportPrint").isEnabled()
    path = tmp_path / f"out.{ending}"
    assert dialog.export_to(path)
    content = path.read_bytes().decode()
    assert content.startswith(head)
    assert "marks = " in content.replace("\r\n ", "")


def test_a_calendar_of_the_matrix_is_refused_in_words(dialog: ExportDialog) -> None:
    pick(dialog, "exportWhat", "matrix")
    pick(dialog, "exportFormat", "ics")
    dialog.refresh()
    assert "calendar" in field(dialog, QLabel, "exportWarnings").text()
    assert not field(dialog, QPushButton, "exportButton").isEnabled()


def test_presets_are_saved_renamed_overwritten_and_deleted(dialog: ExportDialog, shared: MainWindow) -> None:
    combo = field(dialog, QComboBox, "exportPreset")
    menu = field(dialog, QMenu, "exportPresetActions")
    save, overwrite, rename, delete = menu.actions()
    assert not any(action.isEnabled() for action in (overwrite, rename, delete))
    pick(dialog, "exportTheme", "dark")
    save.trigger()
    answer(dialog, "slide")
    # The name of a shipped preset is taken: it is asked for again.
    answer(dialog, "Dark talk")
    assert combo.currentText() == "Dark talk"
    pick(dialog, "exportAxis", "both")
    menu.aboutToShow.emit()
    _, overwrite, rename, _ = menu.actions()
    assert "Dark talk" in overwrite.text()
    overwrite.trigger()
    menu.aboutToShow.emit()
    menu.actions()[2].trigger()
    answer(dialog, "Talks")
    assert combo.currentText() == "Talks"
    dialog.close()
    act(shared, "actionExport").trigger()
    again = visible_dialog(shared, "exportDialog")
    assert isinstance(again, ExportDialog)
    combo = field(again, QComboBox, "exportPreset")
    combo.setCurrentIndex(combo.findText("Talks"))
    settings = figure(again).settings
    assert (settings.theme, settings.axis) == ("dark", "both")
    assert settings.title
    menu = field(again, QMenu, "exportPresetActions")
    menu.aboutToShow.emit()
    menu.actions()[3].trigger()
    assert combo.findText("Talks") < 0
    assert combo.findData("slide") >= 0


def answer(dialog: ExportDialog, name: str) -> None:
    """Type a preset's name into the box that asks for it."""
    boxes = [box for box in dialog.findChildren(QInputDialog, "exportPresetName") if box.isVisible()]
    assert len(boxes) == 1
    line = boxes[0].findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("preset", "pixels"),
    [("report-a4", (3508, 2480)), ("web", (3200, 1800)), ("social", (1200, 675)), ("slide-4k", (3840, 2160))],
)
def test_shipped_presets_set_the_size(dialog: ExportDialog, preset: str, pixels: tuple[int, int]) -> None:
    combo = field(dialog, QComboBox, "exportPreset")
    combo.setCurrentIndex(combo.findData(preset))
    assert combo.currentData() == preset
    assert figure(dialog).pixels == pixels


def test_the_last_settings_are_there_again(dialog: ExportDialog, shared: MainWindow, tmp_path: Path) -> None:
    pick(dialog, "exportWhat", "timeline")
    pick(dialog, "exportFormat", "svg")
    pick(dialog, "exportTheme", "light")
    type_in(dialog, "exportTitle", "Only now")
    assert dialog.export_to(tmp_path / "one.svg")
    act(shared, "actionExport").trigger()
    again = visible_dialog(shared, "exportDialog")
    assert isinstance(again, ExportDialog)
    assert field(again, QComboBox, "exportWhat").currentData() == "timeline"
    assert field(again, QComboBox, "exportFormat").currentData() == "svg"
    assert field(again, QComboBox, "exportTheme").currentData() == "light"
    assert field(again, QLineEdit, "exportTitle").text() != "Only now"


def test_the_clipboard_gets_image_and_svg(dialog: ExportDialog) -> None:
    QTest.mouseClick(field(dialog, QPushButton, "exportCopy"), Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"<text" in bytes(data.data("image/svg+xml").data())
    pick(dialog, "exportFormat", "csv")
    QTest.mouseClick(field(dialog, QPushButton, "exportCopy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("kind,actor")


def test_the_preview_waits_for_a_pause_in_typing(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[int] = []
    real = dialog.refresh
    dialog._pause.timeout.disconnect()

    def plan() -> None:
        planned.append(1)
        real()

    dialog._pause.timeout.connect(plan)
    title = field(dialog, QLineEdit, "exportTitle")
    title.setFocus()
    QTest.keyClicks(title, "a long title, typed")
    assert planned == []
    assert wait_until(lambda: bool(planned), 5)
    assert len(planned) == 1


def test_a_picture_that_is_too_large_is_told_before_it_is_made(dialog: ExportDialog) -> None:
    type_in(dialog, "exportWidth", "20000")
    type_in(dialog, "exportHeight", "20000")
    dialog.refresh()
    assert "200 megapixels" in field(dialog, QLabel, "exportWarnings").text()
    assert not field(dialog, QPushButton, "exportButton").isEnabled()
    pick(dialog, "exportFormat", "pdf")
    dialog.refresh()
    assert field(dialog, QPushButton, "exportButton").isEnabled()


@pytest.mark.parametrize(("number", "says"), [(28, "disk is full"), (13, "protected"), (36, "too long")])
def test_what_the_disk_refuses_is_told_with_a_way_out(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    def refuse(_files: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("stanceline.ui.dialogs.export_dialog.write_all_aside", refuse)
    assert not dialog.export_to(tmp_path / "out.png")
    told = field(dialog, QLabel, "exportWarnings").text()
    assert says in told
    assert "out.png" in told
    assert dialog.isVisible()


def test_it_fits_the_smallest_window(open_window: Callable[..., MainWindow], seed_project: Path) -> None:
    window = open_window(seed_project)
    assert window.wait_idle(60)
    window.resize(960, 600)
    act(window, "actionExport").trigger()
    dialog = visible_dialog(window, "exportDialog")
    assert isinstance(dialog, ExportDialog)
    assert dialog.width() <= 960
    assert dialog.height() <= 600
    assert field(dialog, QWidget, "exportPreview").width() >= 300


@pytest.mark.parametrize(("count", "text"), [(900, "1 kB"), (372_000, "370 kB"), (1_900_000, "1.9 MB")])
def test_sizes_are_written_no_finer_than_they_are_known(count: int, text: str) -> None:
    assert bytes_text(count) == text
