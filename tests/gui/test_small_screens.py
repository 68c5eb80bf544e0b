"""Large interface scales leave few px: the window gives them to what is looked at, dialogs scroll."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QScrollArea, QWidget

from stanceline.ui.main_window import MainWindow
from stanceline.ui.small_screens import fit
from tests.gui.conftest import visible_dialog

AT_200, AT_300 = QSize(720, 430), QSize(480, 280)
"""A screen of 1440 x 900 less its frame, in px of the interface."""


def small(window: MainWindow, size: QSize) -> None:
    """Make the window as small as a screen at that scale has it."""
    window.setMinimumSize(1, 1)
    window.resize(size)
    assert window.wait_idle(10)


@pytest.mark.parametrize("size", [AT_200, AT_300], ids=["200 %", "300 %"])
def test_nothing_is_cut_off_and_one_pane_at_a_time_has_the_room(seeds: MainWindow, size: QSize) -> None:
    small(seeds, size)
    view, detail, drawer = seeds.timelineView, seeds.panes.detail, seeds.drawer
    assert view is not None
    assert (view.isVisible(), detail.isVisible(), drawer.isVisible()) == (True, False, False)
    seeds.actions_table["view.detail"].trigger()
    assert (view.isVisible(), detail.isVisible(), drawer.isVisible()) == (False, True, False)
    assert seeds.wait_idle(5)
    assert detail.height() >= seeds.height() - 120
    seeds.actions_table["view.drawer"].trigger()
    assert (view.isVisible(), detail.isVisible(), drawer.isVisible()) == (False, False, True)
    seeds.actions_table["view.drawer"].trigger()
    assert seeds.wait_idle(5)
    assert view.isVisible()
    matrix = seeds.findChild(QWidget, "stanceMatrix")
    assert matrix is not None
    assert matrix.height() >= 100
    counts = seeds.findChild(QLabel, "statusCounts")
    assert counts is not None
    assert counts.width() >= counts.fontMetrics().horizontalAdvance(counts.text())
    center = seeds.centralWidget()
    assert center is not None
    for pane in (center, seeds.statusBar()):
        assert seeds.rect().contains(pane.geometry())


def test_panes_come_back_in_a_window_that_is_large_again(seeds: MainWindow) -> None:
    small(seeds, AT_200)
    seeds.resize(1440, 900)
    assert seeds.wait_idle(10)
    assert seeds.panes.detail.isVisible()
    assert seeds.timelineView is not None
    assert seeds.timelineView.isVisible()
    overview = seeds.findChild(QWidget, "overviewStrip")
    assert overview is not None
    assert overview.isVisible()


@pytest.mark.parametrize(("action", "name"), [
    ("edit.preferences", "preferencesDialog"), ("file.export", "exportDialog"), ("edit.counting", "countingForm"),
    ("help.shortcuts", "shortcutDialog"),
])  # fmt: skip
def test_dialogs_fit_the_screen_with_their_buttons_in_sight(shared: MainWindow, action: str, name: str) -> None:
    shared.actions_table[action].trigger()
    dialog = visible_dialog(shared, name)
    room = QSize(464, 232)
    fit(dialog, room)
    assert shared.wait_idle(5)
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for box in dialog.findChildren(QDialogButtonBox):
        assert dialog.rect().contains(box.mapTo(dialog, box.rect().bottomRight()))
    dialog.close()


def test_a_dialog_that_has_room_is_left_as_it_is(qapp: QApplication) -> None:
    dialog = QDialog()
    fit(dialog, QSize(100, 100))
    assert dialog.findChild(QScrollArea, "smallScreenArea") is None
    dialog.deleteLater()
