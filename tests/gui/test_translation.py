"""All texts can be translated: a window in a made-up language has no plain English left, and mirrored it works."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)

from stanceline.discourse.stances.proposals import load_proposals
from stanceline.ui.app import create_window
from stanceline.ui.main_window import MainWindow
from stanceline.ui.translation import PSEUDO, PseudoTranslator, install, pseudo
from tests.gui.acts import Bench, project_file

ROOT = Path(__file__).resolve().parent.parent.parent
_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_BRACKETS = re.compile(r"⟦[^⟦⟧]*⟧")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATA = re.compile(
    rf"{_MONTH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|"
    r"\[[\w./:-]+\]|Stanceline|copy|PNG|SVG|PDF|CSV|JSON|HTML|DPI|Ctrl|Alt|Shift|Del|Home|End|Page|Space|Enter|Escape"
)
"""What is the same in all languages: names of files, of keys. Dates are written by one formatter, in English."""


@pytest.fixture(scope="module")
def translator(qapp: QApplication) -> Iterator[PseudoTranslator]:
    (made,) = install(qapp, PSEUDO)
    assert isinstance(made, PseudoTranslator)
    yield made
    QCoreApplication.removeTranslator(made)


@pytest.fixture(scope="module")
def window(
    translator: PseudoTranslator, seed_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("pseudo")
    made = create_window([project_file(folder, seed_project)], profile_dir=folder / "profile")
    made.resize(1440, 900)
    assert made.wait_idle(60)
    yield made
    made.session.close()
    made.close()
    made.deleteLater()


def texts_in(widget: QWidget) -> Iterator[str]:
    """All that a widget and what is in it shows or tells."""
    for one in [widget, *widget.findChildren(QWidget)]:
        if not one.isVisible() and one is not widget:
            continue
        if one.objectName() == "exportAccount":
            # What stands in a figure is English: the same view gives the same bytes in every language.
            continue
        if isinstance(one, (QLabel, QAbstractButton)):
            yield one.text()
        if isinstance(one, QGroupBox):
            yield one.title()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QTabBar):
            yield from (one.tabText(number) for number in range(one.count()))
        if isinstance(one, QComboBox):
            yield from (one.itemText(number) for number in range(one.count()))
        if isinstance(one, QTableView):
            model = one.model()
            yield from (str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(model.columnCount()))
        if isinstance(one, QDialog):
            yield one.windowTitle()


def plain_english(texts: Iterator[str], known: str) -> list[str]:
    """Texts with English words that neither were translated nor come from the articles."""
    left = []
    for text in texts:
        rest = text
        while _BRACKETS.search(rest):
            rest = _BRACKETS.sub("", rest)
        rest = _DATA.sub("", rest)
        if _ENGLISH.search(rest) and not all(word in known for word in _ENGLISH.findall(rest)):
            left.append(text)
    return left


def data_of(window: MainWindow) -> str:
    """All words of the articles and of what was read in them."""
    index, corpus = window.session.index, window.session.corpus
    assert corpus is not None
    parts = [article.text for article in index.articles.values()]
    parts += [str(article) for article in index.articles.values()]
    parts += [row.name for row in corpus.rows] + [title for _, title in corpus.columns] + list(corpus.marks.labels)
    parts.append(str(load_proposals()))
    parts += [rule.rule for rule in index.analysis.timexes]
    return " ".join(parts)


def test_the_made_up_language_keeps_place_holders() -> None:
    assert pseudo("Open %1 &now {name}") == "⟦Ópén %1 &nów {name}~~~~~~⟧"
    assert pseudo("%n marks", 3).startswith("⟦3 márks")


def test_menus_are_translated(window: MainWindow) -> None:
    def texts(menu: QMenu) -> Iterator[str]:
        for entry in menu.actions():
            yield entry.text()
            yield entry.toolTip()
            below = entry.menu()
            if isinstance(below, QMenu):
                yield from texts(below)

    for menu in window.menus.values():
        assert _BRACKETS.search(menu.title())
        assert not plain_english(texts(menu), ""), menu.title()


def test_the_window_is_translated(window: MainWindow) -> None:
    bench = Bench(window)
    bench.several()
    window.set_filters_folded(False)
    window.set_pane("drawer", True)
    bench.filtered()
    for tab in range(window.drawer.count()):
        window.drawer.setCurrentIndex(tab)
        bench.settle()
        assert plain_english(texts_in(window), data_of(window)) == []
    for tab in range(window.panes.detail._tabs.count()):
        window.panes.detail._tabs.setCurrentIndex(tab)
        bench.settle()
        assert plain_english(texts_in(window), data_of(window)) == [], tab
    bench.reset()


@pytest.mark.parametrize(
    "action",
    ["go.date", "edit.set_date", "edit.set_stance", "edit.rename_actor", "edit.references", "edit.new_proposal",
     "edit.proposals", "edit.counting", "edit.preferences", "help.shortcuts", "story.save", "file.export"],
)  # fmt: skip
def test_dialogs_are_translated(window: MainWindow, action: str) -> None:
    bench = Bench(window)
    bench.select()
    window.actions_table[action].trigger()
    QTest.qWait(30)
    open_now = [one for one in window.findChildren(QDialog) if one.isVisible()]
    left = {dialog.objectName(): plain_english(texts_in(dialog), data_of(window)) for dialog in open_now}
    for dialog in open_now:
        dialog.close()
    bench.settle()
    assert left
    assert not any(left.values()), left


def test_all_texts_that_were_asked_for_are_in_the_file_for_translators(
    window: MainWindow, translator: PseudoTranslator
) -> None:
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        from extract_texts import TARGET, all_texts, as_ts
    finally:
        sys.path.pop(0)
    known = {(context, text) for context, of_it in all_texts().items() for text in of_it}
    own = {asked for asked in translator.asked if asked[0] in ("window", "actions", "MarkWords")}
    missing = sorted(text for context, text in own - known if _ENGLISH.search(_DATA.sub("", text)))
    assert not missing, "\n".join(missing)
    assert as_ts(all_texts()).count("<message") > 900
    assert TARGET.is_file()


def test_a_mirrored_window_works(qapp: QApplication, seed_project: Path, tmp_path: Path) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        made = create_window([project_file(tmp_path, seed_project)], profile_dir=tmp_path / "profile")
        made.resize(1440, 900)
        assert made.wait_idle(60)
        bench = Bench(made)
        bench.select()
        made.actions_table["view.fit_selection"].trigger()
        bench.settle()
        timeline = bench.timeline
        rect = timeline.event_rect(bench.stance())
        assert rect is not None
        counts = timeline.counts()
        assert counts["total"] == sum(counts[name] for name in ("shown", "merged", "hidden", "undated"))
        made.session.selection.select(())
        at = timeline.mapTo(made, rect.center())
        child = made.childAt(at)
        assert child is not None
        QTest.mouseClick(child, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, child.mapFrom(made, at))
        assert bench.stance() in made.session.selection.keys
        # Time runs from left to right in every language.
        begin, end = timeline.visible_range()
        assert timeline.state.x_of(begin) < timeline.state.x_of(end)
        made.session.close()
        made.close()
        made.deleteLater()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
