"""A picture that leaves the window brings its view back; strangers' pictures are told apart. And printing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QPushButton

from stanceline.cli.project import open_project
from stanceline.model.edits import RejectRow
from stanceline.model.filters import Filter
from stanceline.model.origin import state_digest
from stanceline.ui.dialogs.export_dialog import ExportDialog
from stanceline.ui.exports.present import digest_of
from stanceline.ui.main_window import MainWindow
from tests.gui.conftest import visible_dialog
from tests.gui.test_export_settings import pick
from tests.gui.test_window import a_stance, act


def exported(window: MainWindow, path: Path) -> Path:
    """The present view as a picture."""
    act(window, "actionExport").trigger()
    dialog = visible_dialog(window, "exportDialog")
    assert isinstance(dialog, ExportDialog)
    pick(dialog, "exportFormat", path.suffix[1:])
    assert dialog.export_to(path)
    return path


def drop(window: MainWindow, path: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    assert window.wait_idle(30)


def look_away(window: MainWindow) -> None:
    """Another range, no filter, nothing selected."""
    window.session.filters.set(Filter())
    window.session.selection.select([])
    assert window.timelineView is not None
    window.timelineView.set_visible_range(0.0, 1e8)
    assert window.wait_idle(30)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_dropped_on_the_window_restores_its_view(seeds: MainWindow, tmp_path: Path, ending: str) -> None:
    key = a_stance(seeds)
    seeds.session.selection.select([key])
    seeds.session.filters.set(Filter(text="NATO"))
    assert seeds.timelineView is not None
    seeds.timelineView.set_visible_range(1.688e9, 1.690e9)
    assert seeds.wait_idle(30)
    before = seeds.linking.view_now() if seeds.linking is not None else None
    picture = exported(seeds, tmp_path / f"view.{ending}")
    look_away(seeds)
    drop(seeds, picture)
    assert seeds.timelineView.visible_range() == pytest.approx((1.688e9, 1.690e9))
    assert seeds.session.filters.value.text == "NATO"
    assert seeds.session.selection.keys == (key,)
    assert seeds.linking is not None
    assert seeds.linking.view_now() == before
    assert f"view.{ending}" in seeds.panes.notice.text()


def test_a_picture_of_another_state_is_shown_only_when_asked_for(seeds: MainWindow, tmp_path: Path) -> None:
    assert seeds.timelineView is not None
    seeds.timelineView.set_visible_range(1.688e9, 1.690e9)
    picture = exported(seeds, tmp_path / "view.png")
    stance = a_stance(seeds)
    assert seeds.session.apply(RejectRow("stance", stance))
    assert seeds.wait_idle(60)
    look_away(seeds)
    drop(seeds, picture)
    assert "another state" in seeds.panes.notice.text()
    assert seeds.timelineView.visible_range() != pytest.approx((1.688e9, 1.690e9))
    click_notice(seeds, "Show its range")
    assert seeds.timelineView.visible_range() == pytest.approx((1.688e9, 1.690e9))


def click_notice(window: MainWindow, words: str) -> None:
    """Press the button of the notice bar that begins with some words."""
    found = [one for one in window.panes.notice.findChildren(QPushButton) if one.text().startswith(words)]
    assert len(found) == 1
    found[0].click()
    assert window.wait_idle(30)


def test_a_picture_without_its_project_asks_for_it(
    seeds: MainWindow, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    picture = exported(seeds, tmp_path / "view.png")
    empty = open_window()
    assert empty.wait_idle(30)
    drop(empty, picture)
    assert "Open that project" in empty.panes.notice.text()
    assert not empty.session.has_articles()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("bare.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "carries no view"),
        ("odd.png", b"\x89PNG\r\n\x1a\n\x7f\xff\xff\xffIDATxx", "carries no view"),
        ("bad.svg", b'<metadata id="stanceline-view">{"format":"stanceline-origin"}</metadata>', "damaged"),
        ("new.svg", b'<metadata id="stanceline-view">{"format":"stanceline-origin","version":9,"project":"p",'
         b'"digest":"d"}</metadata>', "newer version"),
        ("evil.svg", b'<metadata id="stanceline-view">{"format":"stanceline-origin","version":1,"project":"p",'
         b'"digest":"d","view":{"version":1,"begin_s":"x"}}</metadata>', "no view that Stanceline can show"),
    ],
)  # fmt: skip
def test_what_is_no_picture_of_ours_is_said_so(
    shared: MainWindow, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    drop(shared, path)
    assert says in shared.panes.notice.text()
    assert name in shared.panes.notice.text()


def test_the_print_preview_opens_beside_the_window_and_paints_every_page(shared: MainWindow, tmp_path: Path) -> None:
    act(shared, "actionPrint").trigger()
    preview = visible_dialog(shared, "printPreview")
    assert isinstance(preview, QPrintPreviewDialog)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    preview.paintRequested.emit(printer)
    preview.close()
    content = (tmp_path / "paper.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/FontFile2" in content


def test_a_saved_file_can_be_copied_from_the_notice(seeds: MainWindow, tmp_path: Path) -> None:
    picture = exported(seeds, tmp_path / "view.png")
    assert "Saved view.png" in seeds.panes.notice.text()
    click_notice(seeds, "Copy")
    assert QGuiApplication.clipboard().mimeData().urls() == [QUrl.fromLocalFile(str(picture))]


def test_the_command_and_the_window_call_one_state_by_one_name(seeds: MainWindow) -> None:
    assert seeds.session.path is not None
    assert seeds.session.apply(RejectRow("stance", a_stance(seeds)))
    assert seeds.wait_idle(60)
    extractions, decisions, *_ = open_project(seeds.session.path)
    digest = state_digest(((one.article.id, one.article.sha256) for one in extractions), decisions)
    assert digest == digest_of(seeds.session)
