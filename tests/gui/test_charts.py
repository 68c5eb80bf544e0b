"""The window of charts, driven by mouse and keyboard."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QTableView

from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.render.charts import Charts
from stanceline.render.painter import AXIS_HEIGHT
from stanceline.render.palette import load_palette
from stanceline.ui.charts.chart_dialog import ChartDialog
from stanceline.ui.charts.chart_view import ChartView
from stanceline.ui.main_window import MainWindow
from stanceline.ui.theme import Theme
from tests.debate import debate
from tests.gui.conftest import visible_dialog, wheel


@pytest.fixture
def dialog(qapp: QApplication) -> Iterator[ChartDialog]:
    """The charts of an invented debate."""
    made = ChartDialog(None, Theme("light"), load_palette("light"))  # type: ignore[arg-type]  # a window of its own
    made.show()
    made.show_charts(Charts(debate(), CellRules()))
    qapp.processEvents()
    yield made
    made.close()


def plot_point(view: ChartView, x: float, y: float) -> QPoint:
    """A point of the plots as a point of the viewport."""
    return QPointF(view.painter.left + x, AXIS_HEIGHT + y).toPoint()


def account(dialog: ChartDialog) -> str:
    label = dialog.findChild(QLabel, "chartAccount")
    assert label is not None
    return label.text()


def button(dialog: ChartDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def test_each_kind_is_a_tab_and_its_numbers_add_up(dialog: ChartDialog) -> None:
    assert account(dialog).startswith("160 stances = 134 shown + 11 undated + 15 suggested only")
    tabs = dialog.findChild(QTabBar, "chartKinds")
    assert tabs is not None
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    scene = dialog.view.scene_now
    assert [panel.title for panel in scene.panels] == ["Stances by side", "Share in favor"]
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert account(dialog) == "60 articles = 56 shown + 4 undated"
    assert [panel.title for panel in dialog.view.scene_now.panels][:2] == ["The Example Daily", "Kelley Courier"]


def test_wheel_zooms_at_the_pointer_and_a_drag_pans(dialog: ChartDialog) -> None:
    view = dialog.view
    begin, end = view.visible_range()
    at = plot_point(view, view.plot_width() * 0.25, 30)
    before = view.scene_now.second_at(view.plot_width() * 0.25)
    wheel(view.viewport(), at, 3)
    assert view.visible_range()[1] - view.visible_range()[0] == pytest.approx((end - begin) / 1.2**3)
    assert view.scene_now.x_of(before) == pytest.approx(at.x() - view.painter.left, abs=1.0)
    zoomed = view.visible_range()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view.viewport(), at + QPoint(60, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(60, 0))
    shift = 60 * (zoomed[1] - zoomed[0]) / view.plot_width()
    assert view.visible_range()[0] == pytest.approx(zoomed[0] - shift, abs=shift / 30)
    wheel(view.viewport(), at, 1, Qt.KeyboardModifier.ShiftModifier)
    assert view.visible_range()[0] < zoomed[0] - shift
    QTest.mouseClick(button(dialog, "chartFit"), Qt.MouseButton.LeftButton)
    assert view.visible_range() == pytest.approx((begin, end))


def test_keys_move_and_zoom(dialog: ChartDialog) -> None:
    view = dialog.view
    view.setFocus()
    begin, end = view.visible_range()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.visible_range()[0] == pytest.approx(begin + (end - begin) / 10)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.visible_range()[1] - view.visible_range()[0] == pytest.approx((end - begin) / 1.44)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.visible_range() == pytest.approx((begin, end))


def test_pointing_tells_the_mean_and_a_click_names_the_stance(dialog: ChartDialog) -> None:
    view, chosen = dialog.view, list[str]()
    dialog.vote_chosen.connect(chosen.append)
    panel = view.scene_now.panels[1]
    words = view.text_at(QPointF(float(panel.dots.x[4]) + 2, panel.top + 20))
    assert words.startswith("Traders' Association\n")
    assert "stances" in words
    at = plot_point(view, float(panel.dots.x[4]), float(panel.dots.y[4]))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(chosen) == 1
    assert chosen[0] in panel.dots.keys
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=plot_point(view, 1, panel.top + 3))
    assert len(chosen) == 1


def test_actors_window_and_units_can_be_chosen(dialog: ChartDialog) -> None:
    menu = button(dialog, "chartActors").menu()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:2] == ["The busiest", "Harbor Board"]
    menu.actions()[2].trigger()
    assert dialog.view.scene_now.panels[0].title == "Traders' Association"
    assert button(dialog, "chartActors").text() == "5 actors"
    menu.actions()[0].trigger()
    assert len(dialog.view.scene_now.panels) == 6
    QTest.keyClick(dialog.window_box, Qt.Key.Key_End)
    assert account(dialog).endswith("mean of all so far")
    dialog.tabs.setCurrentIndex(1)
    bars = len(dialog.view.scene_now.panels[0].boxes)
    QTest.keyClick(dialog.unit, Qt.Key.Key_End)
    assert 0 < len(dialog.view.scene_now.panels[0].boxes) < bars
    QTest.keyClick(dialog.counting, Qt.Key.Key_Down)
    assert dialog.view.scene_now.panels[0].title == "Actors by side"


def test_the_numbers_stand_in_a_table_too(dialog: ChartDialog) -> None:
    dialog.tabs.setCurrentIndex(2)
    QTest.mouseClick(button(dialog, "chartAsTable"), Qt.MouseButton.LeftButton)
    table = dialog.findChild(QTableView, "chartTable")
    assert table is not None
    assert table.isVisible()
    model = table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads[:3] == ["Period", "The Example Daily", "Kelley Courier"]
    total = sum(int(model.index(r, c).data()) for r in range(model.rowCount()) for c in range(1, model.columnCount()))
    assert total == 56
    QTest.mouseClick(button(dialog, "chartAsTable"), Qt.MouseButton.LeftButton)
    assert dialog.view.isVisible()


def test_without_stances_the_chart_says_what_to_do(qapp: QApplication) -> None:
    made = ChartDialog(None, Theme("light"), load_palette("light"))  # type: ignore[arg-type]  # a window of its own
    made.show()
    made.show_charts(Charts(debate(stances=0), CellRules()))
    assert "Write the proposal" in made.empty.text()
    assert not button(made, "chartExport").isEnabled()
    made.tabs.setCurrentIndex(2)
    assert button(made, "chartExport").isEnabled()
    made.close()


def test_texts_of_the_scales_never_touch(dialog: ChartDialog) -> None:
    for size in ((900, 420), (1060, 640), (1600, 1000)):
        dialog.resize(*size)
        for number in range(3):
            dialog.tabs.setCurrentIndex(number)
            QApplication.processEvents()
            scene = dialog.view.scene_now
            for panel in scene.panels:
                ys = sorted(y for _, y, _, _ in dialog.view.painter._scale_texts(panel))
                assert all(b - a >= 13 for a, b in pairwise(ys))
                assert all(panel.top <= y <= panel.top + panel.height for y in ys)
            assert scene.panels[-1].top + scene.panels[-1].height <= scene.height + 1


# ---- in the window -------------------------------------------------------------------------------------


def test_charts_of_the_sample_follow_the_window(seeds: MainWindow, tmp_path: Path) -> None:
    seeds.actions_table["view.charts"].trigger()
    dialog = visible_dialog(seeds, "chartDialog")
    assert isinstance(dialog, ChartDialog)
    panel = next(panel for panel in dialog.view.scene_now.panels if len(panel.dots.keys))
    QTest.mouseClick(
        dialog.view.viewport(), Qt.MouseButton.LeftButton,
        pos=plot_point(dialog.view, float(panel.dots.x[0]), float(panel.dots.y[0])),
    )  # fmt: skip
    assert seeds.session.selection.current in panel.dots.keys
    shown = account(dialog)
    seeds.panes.search.setText("Macron")
    assert seeds.wait_idle(30)
    assert "hidden by filters" in account(dialog) != shown
    seeds.actions_table["filter.clear"].trigger()
    assert seeds.wait_idle(30)
    seeds.theme.choose("dark")
    assert dialog.view.painter.palette.is_dark
    seeds.actions_table["view.charts"].trigger()
    assert visible_dialog(seeds, "chartDialog") is dialog


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "csv"])
def test_charts_leave_as_files(seeds: MainWindow, tmp_path: Path, ending: str) -> None:
    seeds.actions_table["view.charts"].trigger()
    path = tmp_path / f"chart.{ending}"
    assert seeds.commands.charts.export_to(path)
    content = path.read_bytes()
    if ending == "png":
        assert QImage(str(path)).size().toTuple() == (1920, 1080)
        assert seeds.commands.charts.export_to(tmp_path / "again.png")
        assert (tmp_path / "again.png").read_bytes() == content
    elif ending == "svg":
        assert content.count(b"<text") > 10
        assert b"<image" not in content
    elif ending == "pdf":
        assert content.startswith(b"%PDF")
    else:
        assert content.decode("utf-8-sig").startswith("actor,day,mean,low,high,stances\n")


def test_a_folder_that_cannot_be_written_is_told(
    seeds: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds.actions_table["view.charts"].trigger()
    assert not seeds.commands.charts.export_to(tmp_path / "missing" / "chart.png")
    assert "cannot be written" in seeds.panes.notice.text()


def test_closing_and_opening_makes_it_anew(seeds: MainWindow, qapp: QApplication) -> None:
    open_chart: Callable[[], None] = seeds.actions_table["view.charts"].trigger
    open_chart()
    first = visible_dialog(seeds, "chartDialog")
    QTest.mouseClick(button(first, "chartClose"), Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    qapp.processEvents()
    open_chart()
    assert visible_dialog(seeds, "chartDialog").isVisible()
