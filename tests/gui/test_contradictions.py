"""The list of contradictions: found from each analysis, both sides beside each other, a click selects both."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from stanceline.model.edits import SetStance
from stanceline.records import StanceRow
from stanceline.ui.lists.contradiction_list import ContradictionList
from stanceline.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def page_of(window: MainWindow) -> ContradictionList:
    """The page of the drawer."""
    assert window.linking is not None
    return window.linking.contradictions.page


def opposed(window: MainWindow) -> tuple[StanceRow, StanceRow]:
    """Two explicit stances of one actor on one side, of which the first is turned round."""
    rows = [row for row in window.session.index.analysis.stances if row.explicit and row.stance < 0]
    pairs = ((one, other) for one in rows for other in rows if one is not other and one.holder == other.holder)
    return next((one, other) for one, other in pairs if one.begin == other.begin)


def test_the_sample_contradicts_nobody(shared: MainWindow) -> None:
    """An empty list says so, and the tab has no number."""
    shared.show()
    shared.actions_table["go.contradictions"].trigger()
    page = page_of(shared)
    assert page.isVisible()
    assert page.model.rowCount() == 0
    assert shared.drawer.tabText(shared.drawer.indexOf(page)) == "Contradictions"
    assert "No contradictions" in page._hint.text()
    shared.set_pane("drawer", False)


def test_a_correction_makes_a_contradiction_and_undo_takes_it_back(seeds: MainWindow) -> None:
    """Both quotations with their articles and days; a click selects both and opens the whole position."""
    seeds.show()
    one, other = opposed(seeds)
    seeds.session.apply(SetStance(one.id, 2))
    assert seeds.wait_idle(30)
    page = page_of(seeds)
    seeds.actions_table["go.contradictions"].trigger()
    count = page.model.rowCount()
    assert count >= 1
    assert seeds.drawer.tabText(seeds.drawer.indexOf(page)) == f"Contradictions ({count})"
    view = seeds.findChild(QTableView, "contradictionList")
    assert view is not None
    texts = [[str(page.model.index(row, column).data()) for column in range(4)] for row in range(count)]
    row = next(number for number, text in enumerate(texts) if text[0] == "Both sides at once")
    assert texts[row][1] == seeds.session.index.actor_name(one.holder)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(page.model.index(row, 0)).center())
    found = page.current
    assert found is not None
    assert {found.a.stance, found.b.stance} == {2, other.stance} or one.id in (found.a.key, found.b.key)
    assert set(seeds.session.selection.keys) == {found.a.key, found.b.key}
    assert seeds.panes.detail.is_showing_position()
    articles = seeds.session.index.articles
    for card, side in zip(page.cards, (found.a, found.b), strict=True):
        assert card.isVisible()
        start, end = side.spans[0]
        assert " ".join(articles[side.article].text[start:end].split())[:30] in card.words
    show = seeds.findChild(QPushButton, "contradictionBShow")
    assert show is not None
    QTest.mouseClick(show, LEFT)
    assert seeds.session.selection.current == found.b.key
    assert not seeds.panes.detail.is_showing_position()
    seeds.session.undo.undo()
    assert seeds.wait_idle(30)
    assert page.model.rowCount() == 0
    assert not any(card.isVisible() for card in page.cards)


@pytest.mark.parametrize("name", ["contradictionList", "contradictionA", "contradictionB", "contradictionSplitter"])
def test_parts_have_names(shared: MainWindow, name: str) -> None:
    found: Callable[..., QWidget | None] = shared.findChild
    assert found(QWidget, name) is not None
