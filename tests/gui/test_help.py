"""The user guide: pages, search, links, pictures, and the page that belongs to where somebody is."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QTabWidget, QTextBrowser, QWidget

from stanceline.ui.action_list import ACTIONS, MENU_TITLES
from stanceline.ui.dialogs.palette_entries import plain
from stanceline.ui.help.context import PAGES, page_for
from stanceline.ui.help.help_dialog import HelpDialog
from stanceline.ui.help.licenses import packages
from stanceline.ui.help.pages import accuracy, pages, search
from stanceline.ui.main_window import MainWindow
from tests.gui.conftest import visible_dialog

NAMES = [page.name for page in pages()]


def opened(window: MainWindow) -> HelpDialog:
    """The guide."""
    window.actions_table["help.manual"].trigger()
    return guide(window)


def guide(window: QWidget) -> HelpDialog:
    """The open guide."""
    found = [one for one in window.findChildren(HelpDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


# ---- pages as data


def test_every_page_has_a_title_and_links_that_lead_somewhere() -> None:
    assert len(NAMES) >= 10
    for page in pages():
        assert page.title
        for link in re.findall(r"\]\(page:([a-z]+)\)", page.source):
            assert link in NAMES
        assert set(re.findall(r"\{\{([a-z]+)", page.source)) <= {"legend", "shortcuts", "accuracy"}
    assert set(PAGES.values()) <= set(NAMES)


def test_menu_entries_that_the_guide_names_exist() -> None:
    menus = {plain(title) for title in MENU_TITLES.values()}
    names = {plain(spec.text) for spec in ACTIONS} | {plain(spec.submenu) for spec in ACTIONS}
    for page in pages():
        for menu, entry in re.findall(r"\*(\w+) ▸ ([^*]+?)\*", " ".join(page.source.split())):
            assert menu in menus, page.name
            assert entry in names, f"{page.name}: {menu} ▸ {entry}"


def test_keys_that_the_guide_names_belong_to_what_it_says() -> None:
    keys = {key for spec in ACTIONS for key in spec.keys} | {"Ctrl+V", "Ctrl+Z", "Ctrl+F"}
    for page in pages():
        for key in re.findall(r"\((?:Ctrl|Alt)\+[^)\s]+?\)", page.source):
            assert key.strip("()") in keys, f"{page.name}: {key}"


def test_search_prefers_titles_and_shows_the_words_around() -> None:
    hits = search("matrix")
    assert hits[0].page.name == "matrix"
    assert all("matrix" in hit.page.plain.casefold() for hit in hits)
    found = search("agency story")
    assert [hit.page.name for hit in found] == ["matrix"]
    assert "agency" in found[0].extract
    assert search("xyzzy") == []
    assert search("") == []


# ---- the window


@pytest.mark.parametrize("name", NAMES)
def test_each_page_is_shown_without_left_over_markup(shared: MainWindow, name: str) -> None:
    dialog = opened(shared)
    dialog.show_page(name)
    text = dialog.text.toPlainText()
    assert len(text) > 400
    assert "{{" not in text
    assert "](" not in text
    assert "**" not in text
    dialog.close()


def test_symbols_are_painted(shared: MainWindow) -> None:
    dialog = opened(shared)
    dialog.show_page("timeline")
    document = dialog.text.document()
    image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("symbol:1-0"))
    assert image.width() > 40
    assert dialog.text.toHtml().count('<img src="symbol:') > 15
    assert len({image.pixel(x, 15) for x in range(image.width())}) >= 3
    for foreign in ("file:///etc/hosts", "https://example.com/a.png"):
        assert not document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(foreign))
    dialog.close()


def test_typing_finds_pages_and_marks_the_words(shared: MainWindow) -> None:
    dialog = opened(shared)
    QTest.keyClicks(dialog.search, "undated")
    assert dialog.contents.count() >= 2
    assert dialog.text.extraSelections()
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    QTest.keyClick(dialog.contents, Qt.Key.Key_Down)
    assert dialog.shown == dialog.contents.currentItem().data(Qt.ItemDataRole.UserRole)
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "xyzzy")
    found = dialog.findChild(QLabel, "helpFound")
    assert found is not None
    assert "xyzzy" in found.text()
    dialog.search.clear()
    assert dialog.contents.count() == len(NAMES)
    dialog.close()


def test_links_turn_pages_and_back_turns_back(shared: MainWindow) -> None:
    dialog = opened(shared)
    dialog.show_page("start")
    dialog._on_link(QUrl("page:dates"))
    assert dialog.shown == "dates"
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.shown == "start"
    dialog._on_link(QUrl("https://example.com"))
    assert dialog.shown == "start"
    dialog.close()


@pytest.mark.parametrize(
    ("place", "page"), [("stanceMatrix", "matrix"), ("timelineView", "timeline"), ("searchEdit", "views")]
)
def test_f1_opens_the_page_of_what_has_the_keyboard(shared: MainWindow, place: str, page: str) -> None:
    shared.activateWindow()
    assert QTest.qWaitForWindowActive(shared)
    target = shared.findChild(QWidget, place)
    assert target is not None
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_F1)
    dialog = guide(shared)
    assert dialog.shown == page
    dialog.close()


def test_f1_in_a_dialog_opens_its_page_and_is_not_blocked(shared: MainWindow) -> None:
    shared.actions_table["edit.new_proposal"].trigger()
    form = visible_dialog(shared, "proposalForm")
    form.activateWindow()
    assert QTest.qWaitForWindowActive(form)
    QTest.keyClick(form, Qt.Key.Key_F1)
    dialog = guide(form)
    assert dialog.shown == "proposals"
    QTest.keyClicks(dialog.search, "names")
    assert dialog.search.text() == "names"
    dialog.close()
    form.close()


@pytest.mark.parametrize("action", ["edit.counting", "edit.proposals", "edit.references", "go.date", "file.export"])
def test_every_dialog_has_a_page(shared: MainWindow, action: str) -> None:
    shared.actions_table[action].trigger()
    (dialog,) = [one for one in shared.findChildren(QDialog) if one.isVisible()]
    assert page_for(dialog) != "start"
    dialog.close()


def test_the_figures_of_accuracy_come_from_the_file(shared: MainWindow) -> None:
    dialog = opened(shared)
    dialog.show_page("limits")
    text = dialog.text.toPlainText()
    found = accuracy()
    assert found["groups"]
    for group in found["groups"]:
        assert group["measured"] in text
        for row in group["rows"]:
            assert row["shown"] in text
    dialog.close()


# ---- about


def test_about_has_the_licenses_of_all_that_is_bundled(shared: MainWindow) -> None:
    shared.actions_table["help.about"].trigger()
    dialog = visible_dialog(shared, "aboutDialog")
    tabs = dialog.findChild(QTabWidget, "aboutTabs")
    assert tabs is not None
    tabs.setCurrentIndex(2)
    names, text = dialog.findChild(QListWidget, "licenseList"), dialog.findChild(QTextBrowser, "licenseText")
    assert names is not None
    assert text is not None
    listed = [names.item(row).text().split()[0].casefold() for row in range(names.count())]
    assert listed[0] == "stanceline"
    assert {"pyside6_essentials", "pyqtgraph", "pandas", "numpy", "spacy", "dateparser"} <= set(listed)
    QTest.keyClick(names, Qt.Key.Key_End)
    assert len(text.toPlainText()) > 200
    dialog.close()


def test_every_package_names_its_license_and_has_its_text() -> None:
    for package in packages():
        assert package.license, package.name
        assert package.texts or package.name.casefold() == "stanceline", package.name
