"""Proposals in the window: written, tried on the articles, changed, ordered, removed, imported and exported."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QToolButton

from stanceline.discourse.stances.proposals import read_proposals
from stanceline.ui.app import create_window
from stanceline.ui.main_window import MainWindow
from stanceline.ui.proposals.phrase_list import ARTICLES, PHRASE, PLACES, PhraseList
from stanceline.ui.proposals.proposal_form import ProposalForm
from stanceline.ui.proposals.proposals_dialog import ProposalsDialog
from stanceline.ui.proposals.suggestion_list import SuggestionList, find_words
from tests.gui.conftest import visible_dialog
from tests.gui.test_window import act

Opener = Callable[..., MainWindow]
ONE = """Harbor tunnel splits the council

STAVERN, 3 May 2024 - The city council will vote on the harbor tunnel next week. Mayor Ann Vance backs the harbor \
tunnel because it would shorten the way to the hospital. Opponents fear the project.

The shopkeeper Ole Brandt rejects the harbor tunnel, citing fears of salt in the wells. He also opposes the undersea \
tunnel. The port welcomed the crossing under the harbor."""
TWO = """Harbor link divides fishermen

STAVERN, 9 May 2024 - Fishermen denounced the harbor tunnel, a road under the fairway, on Thursday. "We reject the \
harbor tunnel. It would destroy the mussel banks," said their leader, Kari Moe. The union condemned the dig and the \
undersea tunnel again on Friday.

Ann Vance defended the harbor tunnel, saying it would shorten the way to the hospital."""
THREE = """Islanders want their night ferry back

HOLM, 12 May 2024 - The islanders demand a night ferry. "We need the night ferry," said Liv Aas, a nurse. The ministry \
rejected the night ferry in March."""


@pytest.fixture(scope="session")
def tunnel_project(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """Articles on two plans that no shipped proposal is about; read once and saved."""
    folder = tmp_path_factory.mktemp("tunnel")
    for name, text in (("one.txt", ONE), ("two.txt", TWO), ("three.txt", THREE)):
        (folder / name).write_text(text, encoding="utf-8")
    window = create_window(sorted(folder.glob("*.txt")), profile_dir=folder / "profile")
    assert window.wait_idle(90)
    assert "name no known proposal" in window.panes.notice.text()
    path = folder / "tunnel.stanceline"
    assert window.session.save_as(path)
    window.close()
    window.deleteLater()
    return path


@pytest.fixture
def window(open_window: Opener, tunnel_project: Path, tmp_path: Path) -> MainWindow:
    """A settled window on a copy of that project."""
    path = tmp_path / "copy.stanceline"
    path.write_bytes(tunnel_project.read_bytes())
    made = open_window(path)
    made.resize(1440, 900)
    made.show()
    assert made.wait_idle(60)
    return made


def settle(window: MainWindow) -> None:
    """Wait for what is typed to be tried, and for all that follows."""
    QTest.qWait(340)
    assert window.wait_idle(20)


def editor(window: MainWindow) -> ProposalForm:
    """The open editor, settled."""
    form = visible_dialog(window, "proposalForm")
    assert isinstance(form, ProposalForm)
    settle(window)
    return form


def new(window: MainWindow) -> ProposalForm:
    """The editor of a new proposal, opened by its key."""
    act(window, "actionNewProposal").trigger()
    return editor(window)


def names(form: ProposalForm) -> PhraseList:
    """The list of names."""
    return form.phrase_list("aliases")


def add_name(form: ProposalForm, text: str) -> None:
    """Type a name and add it with Enter."""
    QTest.keyClicks(names(form).field, text)
    QTest.keyClick(names(form).field, Qt.Key.Key_Return)


def offers(form: ProposalForm, field: str = "Aliases") -> SuggestionList:
    """The suggestions beside one of the lists."""
    found = form.findChild(SuggestionList, f"proposal{field}Offers")
    assert isinstance(found, SuggestionList)
    return found


def offered(form: ProposalForm, field: str = "Aliases") -> list[str]:
    """Their words, from above."""
    return [row.suggestion.text for row in offers(form, field).rows()]


def note(form: ProposalForm, field: str) -> str:
    """What stands below a field."""
    found = form.findChild(QLabel, f"proposal{field}Note")
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def write(window: MainWindow, title: str = "Harbor tunnel", *more: str) -> None:
    """Write a proposal and save it."""
    form = new(window)
    QTest.keyClicks(form.title, title)
    for name in more:
        add_name(form, name)
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    settle(window)


def columns(window: MainWindow) -> list[str]:
    """The matrix's columns, the sum left out."""
    corpus = window.session.corpus
    assert corpus is not None
    return [title for key, title in corpus.columns if key != "overall"]


def opened_list(window: MainWindow) -> ProposalsDialog:
    """The list of proposals."""
    act(window, "actionProposals").trigger()
    dialog = visible_dialog(window, "proposalsDialog")
    assert isinstance(dialog, ProposalsDialog)
    return dialog


def listed(dialog: ProposalsDialog) -> list[str]:
    """The titles listed, in order."""
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def button(dialog: ProposalsDialog, name: str) -> QPushButton:
    """A button of the list."""
    found = dialog.findChild(QPushButton, f"proposals{name}")
    assert isinstance(found, QPushButton)
    return found


# ---- a new debate


def test_a_new_debate_is_written_by_keyboard_alone_undone_and_redone(window: MainWindow, tmp_path: Path) -> None:
    assert columns(window) == []
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = editor(window)
    assert QApplication.focusWidget() is form.title or not form.isActiveWindow()
    QTest.keyClicks(form.title, "Harbor tunnel")
    assert form.ident.text() == "harbor-tunnel"
    settle(window)
    assert "7 places in 2 articles" in note(form, "Title")
    assert int(form.figures.number("stances")) >= 4
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    settle(window)
    assert columns(window) == ["Harbor tunnel"]
    rows = [row for row in window.session.index.analysis.stances if row.proposal == "harbor-tunnel"]
    assert {row.stance > 0 for row in rows if row.stance} == {True, False}
    assert f"{len(rows)} stances" in window.panes.notice.text()
    assert act(window, "actionUndo").text().endswith("Add the proposal “Harbor tunnel”")
    path = tmp_path / "saved.stanceline"
    assert window.session.save_as(path)
    act(window, "actionUndo").trigger()
    settle(window)
    assert columns(window) == []
    act(window, "actionRedo").trigger()
    settle(window)
    assert columns(window) == ["Harbor tunnel"]
    window.session.new()
    assert window.session.open(path)
    settle(window)
    assert columns(window) == ["Harbor tunnel"]
    act(window, "actionUndo").trigger()
    settle(window)
    assert columns(window) == []


def test_each_name_tells_how_often_it_is_found(window: MainWindow) -> None:
    form = new(window)
    assert "Type a title" in form.figures.text()
    QTest.keyClicks(form.title, "Harbor tunnel")
    add_name(form, "undersea tunnel")
    add_name(form, "glass bridge")
    add_name(form, "plan")
    settle(window)
    table = names(form).table
    found = {
        table.item(row, PHRASE).text(): (table.item(row, PLACES).text(), table.item(row, ARTICLES).text())  # type: ignore[union-attr]
        for row in range(table.rowCount())
    }
    assert found["undersea tunnel"] == ("2", "2")
    assert found["glass bridge"] == ("0", "0")
    assert "Not found" in table.item(1, PHRASE).toolTip()  # type: ignore[union-attr]
    assert "Too general" in table.item(2, PHRASE).toolTip()  # type: ignore[union-attr]
    assert names(form).doubt.text() == "“plan”: too general alone; put it among the stand-ins."
    before = form.figures.text()
    table.setCurrentCell(0, PHRASE)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    settle(window)
    assert names(form).phrases() == ("glass bridge", "plan")
    assert form.figures.text() != before


def test_several_names_are_pasted_at_once_and_changed_in_place(window: MainWindow) -> None:
    form = new(window)
    QApplication.clipboard().setText("the dig\nundersea tunnel\n\nThe Dig\n")
    QTest.keyClick(names(form).field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(form).phrases() == ("the dig", "undersea tunnel")
    item = names(form).table.item(0, PHRASE)
    assert item is not None
    item.setText("big dig")
    assert names(form).phrases() == ("big dig", "undersea tunnel")
    item.setText("  ")
    assert names(form).phrases() == ("undersea tunnel",)


# ---- suggestions


def test_suggestions_are_accepted_by_click_and_by_key(window: MainWindow) -> None:
    form = new(window)
    QTest.keyClicks(form.title, "Harbor tunnel")
    settle(window)
    assert {"undersea tunnel", "road under the fairway"} <= set(offered(form))
    row = next(row for row in offers(form).rows() if row.suggestion.text == "undersea tunnel")
    assert any("undersea tunnel" in label.text() and "<b>" in label.text() for label in row.findChildren(QLabel))
    QTest.mouseClick(row.accept, Qt.MouseButton.LeftButton)
    assert names(form).phrases() == ("undersea tunnel",)
    assert "undersea tunnel" not in offered(form)
    first = offers(form).rows()[0]
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert len(names(form).phrases()) == 2
    settle(window)
    form.tabs.setCurrentIndex(3)
    against = next(row for row in offers(form, "ArgumentsAgainst").rows() if "mussel" in row.suggestion.text)
    assert any("Kari Moe" in label.text() for label in against.findChildren(QLabel))
    QTest.keyClick(against, Qt.Key.Key_Return)
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    settle(window)
    (saved,) = [p for p in window.session.need_project().proposals if p.id == "harbor-tunnel"]
    assert "undersea tunnel" in saved.aliases
    assert saved.arguments_against == ("destroy mussel banks",)


def test_a_dismissed_suggestion_does_not_come_back_until_it_is_undone(window: MainWindow, tmp_path: Path) -> None:
    form = new(window)
    QTest.keyClicks(form.title, "Harbor tunnel")
    settle(window)
    row = next(row for row in offers(form).rows() if row.suggestion.text == "undersea tunnel")
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert "undersea tunnel" not in offered(form)
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    settle(window)
    window.commands.proposals.edit("harbor-tunnel")
    form = editor(window)
    shown = offered(form)
    assert shown
    assert "undersea tunnel" not in shown
    QTest.mouseClick(offers(form).rows()[0].dismiss, Qt.MouseButton.LeftButton)
    settle(window)
    assert offered(form) == shown[1:]
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert window.session.save_as(tmp_path / "saved.stanceline")
    window.session.new()
    assert window.session.open(tmp_path / "saved.stanceline")
    settle(window)
    window.commands.proposals.edit("harbor-tunnel")
    assert offered(editor(window)) == shown[1:]
    editor(window).done(0)
    act(window, "actionUndo").trigger()
    act(window, "actionUndo").trigger()
    settle(window)
    window.commands.proposals.edit("harbor-tunnel")
    assert set(offered(editor(window))) == {*shown, "undersea tunnel"}


def test_words_of_a_suggestion_are_found_in_its_sentence() -> None:
    sentence = "Ann Vance backs it because it would shorten the way to the hospital."
    first, last = find_words(sentence, "shorten way to the hospital")
    assert sentence[first:last] == "shorten the way to the hospital"
    assert find_words("Nothing of it.", "mussel banks") == (0, 0)


# ---- what is not right


def test_mistakes_are_said_at_their_fields(window: MainWindow) -> None:
    form = new(window)
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert "needs a title" in note(form, "Title")
    QTest.keyClicks(form.title, "Third runway at HEATHROW")
    assert "Another proposal is called" in note(form, "Title")
    QTest.keyClicks(form.title, " bis")
    assert "Another" not in note(form, "Title")
    form.ident.selectAll()
    QTest.keyClicks(form.ident, "Not an id")
    assert "lower-case" in note(form, "Id")
    form.ident.selectAll()
    QTest.keyClicks(form.ident, "nato-tokyo-office")
    assert "taken" in note(form, "Id")
    add_name(form, "a name that goes on and on " * 8)
    form.ident.selectAll()
    QTest.keyClicks(form.ident, "runway")
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert "too long" in form.wrong.text()


def test_what_was_typed_is_not_lost_by_one_escape(window: MainWindow) -> None:
    form = new(window)
    QTest.keyClicks(form.title, "Harbor")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert "once more" in form.wrong.text()
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    form = new(window)
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


# ---- the list


def test_the_list_orders_changes_and_removes(window: MainWindow) -> None:
    write(window)
    write(window, "Night ferry")
    assert columns(window) == ["Harbor tunnel", "Night ferry"]
    dialog = opened_list(window)
    assert listed(dialog)[-2:] == ["Harbor tunnel", "Night ferry"]
    dialog.show_proposal("night-ferry")
    QTest.keyClick(dialog.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(window)
    assert columns(window) == ["Night ferry", "Harbor tunnel"]
    current = dialog.current()
    assert current is not None
    assert current.proposal.title == "Night ferry"
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    form = editor(window)
    assert form.title.text() == "Night ferry"
    assert not form.ident.isEnabled()
    # The old title stays a name: a plan does not get lost by a new headline.
    assert names(form).phrases() == ("Night ferry",)
    QTest.keyClicks(form.title, " line")
    QTest.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    settle(window)
    assert columns(window) == ["Night ferry line", "Harbor tunnel"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(window)
    assert columns(window) == ["Harbor tunnel"]
    assert "was removed" in dialog.notice.text()
    QTest.mouseClick(button(dialog, "Undo"), Qt.MouseButton.LeftButton)
    settle(window)
    assert columns(window) == ["Night ferry line", "Harbor tunnel"]


def test_proposals_are_exported_and_imported_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(window, "Harbor tunnel", "undersea tunnel")
    dialog = opened_list(window)
    path = tmp_path / "debate.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "debate"), ""))
    QTest.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    assert read_proposals(path) == window.session.need_project().proposals
    dialog.show_proposal("harbor-tunnel")
    QTest.mouseClick(button(dialog, "Remove"), Qt.MouseButton.LeftButton)
    settle(window)
    assert columns(window) == []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    settle(window)
    assert columns(window) == ["Harbor tunnel"]
    assert "One proposal was imported" in dialog.notice.text()
    QTest.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    assert "here already" in dialog.notice.text()
    path.write_text('[[proposal]]\nid = "Bad Id"\ntitle = "x"\n', encoding="utf-8")
    QTest.mouseClick(button(dialog, "Import"), Qt.MouseButton.LeftButton)
    assert "Nothing was imported" in dialog.notice.text()
    assert "debate.toml: proposal 1" in dialog.notice.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "debate.toml"), ""))
    QTest.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    assert "cannot be written" in dialog.notice.text()


def test_a_dropped_file_of_proposals_is_imported(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "debate.toml"
    path.write_text('id = "tunnel"\ntitle = "Harbor tunnel"\n', encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.commands.file.take_in(data)
    settle(window)
    assert columns(window) == ["Harbor tunnel"]
    assert "One proposal was imported from debate.toml" in window.panes.notice.text()


def test_a_process_that_fails_is_told_in_the_editor(window: MainWindow) -> None:
    form = new(window)
    QTest.keyClicks(form.title, "Harbor tunnel")
    settle(window)
    job = window.session._deriving
    assert job is not None
    channel = job._deriver._channel
    assert channel is not None
    add_name(form, "undersea tunnel")
    form._ask()
    channel._process.kill()
    settle(window)
    assert "ended unexpectedly" in form.figures.text() or form.figures.number("articles") == "2"
    add_name(form, "the dig")
    settle(window)
    assert form.figures.number("articles") == "2"


# ---- from the matrix


def test_the_header_of_the_matrix_opens_the_editor(window: MainWindow) -> None:
    assert window.timelineView is not None
    matrix = window.timelineView.matrix
    adds = matrix.findChild(QToolButton, "headerNewProposal")
    assert isinstance(adds, QToolButton)
    assert adds.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    QTest.mouseClick(adds, Qt.MouseButton.LeftButton)
    form = editor(window)
    QTest.keyClicks(form.title, "Harbor tunnel")
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    settle(window)
    assert adds.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    title = QPoint(matrix.names_width + matrix.cell_width // 2, round(matrix.header_px) - 12)
    QTest.mouseDClick(matrix, Qt.MouseButton.LeftButton, pos=title)
    form = editor(window)
    assert form.title.text() == "Harbor tunnel"
    form.done(0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, title, matrix.mapToGlobal(title))
    QApplication.sendEvent(matrix, event)
    menu = next(menu for menu in window.findChildren(QMenu, "columnMenu") if menu.isVisible())
    texts = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
    assert texts[:4] == ["Edit “Harbor tunnel”…", "Move left", "Move right", "Remove from the project"]
    next(action for action in menu.actions() if action.text().startswith("Remove")).trigger()
    menu.close()
    settle(window)
    assert columns(window) == []


def test_only_one_editor_is_open_and_it_leaves_with_its_project(window: MainWindow) -> None:
    form = new(window)
    window.commands.proposals.edit("nato-tokyo-office")
    assert visible_dialog(window, "proposalForm") is form
    window.session.new()
    window.session.need_project()
    assert not form.isVisible()
