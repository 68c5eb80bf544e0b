"""How cells are counted, set in the window: saved with the project, undone, and seen in the matrix."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSpinBox

from stanceline.discourse.stances.cell_rules import CellRules, read_rules
from stanceline.ui.main_window import MainWindow
from stanceline.ui.proposals.counting_form import CountingForm
from tests.gui.conftest import SEEDS, visible_dialog
from tests.gui.test_window import act

Opener = Callable[..., MainWindow]


def opened(window: MainWindow) -> CountingForm:
    """The form, opened by its action."""
    act(window, "actionCounting").trigger()
    form = visible_dialog(window, "countingForm")
    assert isinstance(form, CountingForm)
    return form


def number(form: CountingForm, name: str) -> QSpinBox:
    """A field of the form."""
    found = form.findChild(QSpinBox, f"counting{name}")
    assert isinstance(found, QSpinBox)
    return found


def typed(field: QSpinBox, value: int) -> None:
    """Type a number into a field."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(value))


def labels(window: MainWindow) -> dict[tuple[str, str], str]:
    """The stance of each cell over all articles."""
    return {(c.actor, c.proposal): c.stance for c in window.session.index.analysis.cells if c.article is None}


def confidences(window: MainWindow) -> dict[tuple[str, str], float]:
    """How sure each cell over all articles is."""
    return {(c.actor, c.proposal): c.confidence for c in window.session.index.analysis.cells if c.article is None}


def test_weights_are_set_by_keyboard_saved_and_undone(seeds: MainWindow, tmp_path: Path) -> None:
    before = labels(seeds)
    form = opened(seeds)
    assert number(form, "SecondHand").value() == 50
    typed(number(form, "SecondHand"), 40)
    typed(number(form, "ReplacesAfter"), 3)
    typed(number(form, "MixedFrom"), 1)
    QTest.keyClick(number(form, "MixedFrom"), Qt.Key.Key_Return)
    assert seeds.wait_idle(20)
    rules = CellRules(second_hand=0.4, replaces_after=3, mixed_from=0.01)
    assert read_rules(seeds.session.need_project().decisions) == rules
    assert act(seeds, "actionUndo").text().endswith("Change how cells are counted")
    changed = sum(before[key] != value for key, value in labels(seeds).items())
    told = seeds.panes.notice.text()
    assert (f"{changed} cells" in told) or ("One cell" in told if changed == 1 else "same stances" in told)
    path = tmp_path / "saved.stanceline"
    assert seeds.session.save_as(path)
    after = labels(seeds)
    seeds.session.new()
    assert seeds.session.open(path)
    assert seeds.wait_idle(20)
    assert labels(seeds) == after
    assert number(opened(seeds), "SecondHand").value() == 40
    visible_dialog(seeds, "countingForm").close()
    act(seeds, "actionUndo").trigger()
    assert seeds.wait_idle(20)
    assert labels(seeds) == before
    assert read_rules(seeds.session.need_project().decisions) == CellRules()


def test_copies_of_one_story_are_counted_one_by_one_when_asked(open_window: Opener, tmp_path: Path) -> None:
    text = next(SEEDS.glob("000*.txt")).read_text(encoding="utf-8")
    for name, carried in (
        ("first", text),
        ("second", f"More trouble in the alliance\n\n{text}"),
        ("third", text[:-400]),
    ):
        (tmp_path / f"{name}.txt").write_text(carried, encoding="utf-8")
    window = open_window(tmp_path)
    window.show()
    assert window.wait_idle(90)
    rows = window.session.index.analysis.stances
    first = {row.copy_of for row in rows if row.copy_of is not None}
    assert {row.article for row in rows if row.id in first} == {"first"}
    sure = confidences(window)
    form = opened(window)
    box = form.findChild(QCheckBox, "countingCopiesOnce")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert window.wait_idle(20)
    assert read_rules(window.session.need_project().decisions) == CellRules(copies_once=False)
    assert any(value > sure[key] for key, value in confidences(window).items())
    act(window, "actionUndo").trigger()
    assert window.wait_idle(20)
    assert confidences(window) == sure


def test_the_program_s_own_values_come_back_and_windows_have_units(seeds: MainWindow) -> None:
    form = opened(seeds)
    unit = form.findChild(QComboBox, "countingUnit")
    assert isinstance(unit, QComboBox)
    assert not unit.isEnabled()
    typed(number(form, "Window"), 6)
    assert unit.isEnabled()
    unit.setCurrentIndex(unit.findData("statements"))
    typed(number(form, "Interested"), 0)
    assert form.rules() == CellRules(interested=0, window=6, unit="statements")
    own = form.findChild(QPushButton, "countingOwn")
    assert isinstance(own, QPushButton)
    QTest.mouseClick(own, Qt.MouseButton.LeftButton)
    assert form.rules() == CellRules()
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert not seeds.session.undo.canUndo()
