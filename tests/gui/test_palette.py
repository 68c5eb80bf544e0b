"""The command palette by keys alone, and what a few letters find."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from stanceline.ui.dialogs.command_palette import CommandPalette, ranked
from stanceline.ui.dialogs.fuzzy import match
from stanceline.ui.dialogs.palette_entries import Entry
from stanceline.ui.main_window import MainWindow
from tests.gui.acts import Bench, save_view
from tests.gui.conftest import visible_dialog


def entry(name: str, *, place: str = "View", is_action: bool = True, why_not: str = "") -> Entry:
    """Something that does nothing."""
    return Entry(name.casefold(), name, place, "", lambda: None, why_not, is_action)


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("fit", "Fit selection", (0, 1, 2)),
        ("sel", "Fit selection", (4, 5, 6)),
        ("fs", "Fit selection", (0, 4)),
        ("sel fit", "Fit selection", (0, 1, 2, 4, 5, 6)),
        ("zoo", "Zoom in", (0, 1, 2)),
        ("", "Zoom in", ()),
    ],
)
def test_letters_find_what_is_meant(query: str, text: str, places: tuple[int, ...]) -> None:
    found = match(query, text)
    assert found is not None
    assert found.places == places


@pytest.mark.parametrize(
    ("query", "text"), [("xyz", "Zoom in"), ("oi", "Zoom selection ignored"), ("fit zoom", "Fit all")]
)
def test_letters_that_are_strewn_about_find_nothing(query: str, text: str) -> None:
    assert match(query, text) is None


def test_the_best_stands_first() -> None:
    entries = [entry(name) for name in ("Order by name", "Rename actor", "Name", "Fit selection")]
    assert [one.text for one, _ in ranked("name", entries, [])] == ["Name", "Order by name", "Rename actor"]
    assert ranked("name", entries, ["rename actor"])[0][0].text == "Name"
    assert ranked("", entries, ["fit selection"])[0][0].text == "Fit selection"
    assert [one.text for one, _ in ranked("view fit", entries, [])] == ["Fit selection"]


def opened(window: MainWindow) -> CommandPalette:
    """The palette, opened by its keys."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    palette = visible_dialog(window, "commandPalette")
    assert isinstance(palette, CommandPalette)
    return palette


def test_an_action_is_found_and_done_by_keys(seeds: MainWindow) -> None:
    bench = Bench(seeds)
    bench.zoomed()
    begin, end = bench.timeline.visible_range()
    palette = opened(seeds)
    QTest.keyClicks(palette.search, "fit all")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert not palette.isVisible()
    bench.settle()
    new = bench.timeline.visible_range()
    assert new[1] - new[0] > end - begin
    QApplication.processEvents()
    first = opened(seeds).current()
    assert first is not None
    assert first.text == "Fit all"


def test_what_cannot_be_used_says_why(seeds: MainWindow) -> None:
    palette = opened(seeds)
    QTest.keyClicks(palette.search, "set stance")
    entry_now = palette.current()
    assert entry_now is not None
    assert entry_now.why_not == "Select a mark first"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    hint = palette.findChild(QLabel, "paletteHint")
    assert hint is not None
    assert "Select a mark first" in hint.text()
    QTest.keyClicks(palette.search, "zzzz")
    assert palette.current() is None
    assert "Nothing suits" in hint.text()
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_arrows_walk_round(seeds: MainWindow) -> None:
    palette = opened(seeds)
    first = palette.current()
    QTest.keyClick(palette.search, Qt.Key.Key_Up)
    last = palette.current()
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert palette.current() is first
    assert last is not first
    QTest.keyClick(palette.search, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() > 3


@pytest.mark.parametrize(
    ("letters", "kind"), [("emmanuel macron", "Actor"), ("liaison office", "Proposal"), ("outpost", "Article")]
)
def test_actors_proposals_and_articles_are_gone_to(seeds: MainWindow, letters: str, kind: str) -> None:
    palette = opened(seeds)
    QTest.keyClicks(palette.search, letters)
    found = palette.current()
    assert found is not None
    assert found.place.startswith(kind)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert seeds.wait_idle(10)
    keys = seeds.session.selection.keys
    assert keys
    index = seeds.session.index
    if kind == "Actor":
        assert seeds.timelineView is not None
        corpus = seeds.timelineView.corpus()
        assert {
            corpus.rows[seeds.timelineView.row_of(key)].name for key in keys if seeds.timelineView.row_of(key) >= 0
        } == {"Emmanuel Macron"}
    elif kind == "Proposal":
        assert all(key in index.stances for key in keys)
    else:
        assert {index.stances[key].article for key in keys if key in index.stances} == {
            article.id for article in index.articles.values() if "outpost" in article.text[:200]
        }


def test_typing_goes_back_where_it_was(seeds: MainWindow) -> None:
    search = seeds.panes.search
    seeds.activateWindow()
    search.setFocus()
    palette = opened(seeds)
    QTest.keyClicks(palette.search, "find")
    palette.search.setText("previous pane")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert isinstance(search, QLineEdit)
    assert seeds.focusWidget() is not search


def test_saved_views_are_gone_to(seeds: MainWindow) -> None:
    bench = Bench(seeds)
    assert seeds.linking is not None
    bench.zoomed()
    wanted = bench.timeline.visible_range()
    save_view(seeds, "The week of the summit")
    bench.timeline.fit_all()
    palette = opened(seeds)
    QTest.keyClicks(palette.search, "the week")
    found = palette.current()
    assert found is not None
    assert found.place == "Saved view"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    bench.settle()
    assert bench.timeline.visible_range() == pytest.approx(wanted)
