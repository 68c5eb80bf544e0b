"""Why a stance is what it is, and the whole position behind a cell: stances, changes side by side, arguments."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton

from stanceline.discourse.stances.cell_rules import CellRules
from stanceline.records import Analysis, PathStep, Voiced
from stanceline.temporal.timex import DAY_S
from stanceline.ui.detail.evidence import detail_of
from stanceline.ui.detail.explained import explain, is_by_model
from stanceline.ui.detail.passage_view import PassageView
from stanceline.ui.detail.position import position_of
from stanceline.ui.detail.position_page import PositionPage
from stanceline.ui.detail.rule_words import held_words, meant_words, read_words
from stanceline.ui.detail.why_page import WhyPage
from stanceline.ui.index import Index
from stanceline.ui.main_window import MainWindow
from stanceline.ui.theme import Theme
from tests.gui.conftest import DAY, TEXT, span
from tests.gui.test_proposals import columns, settle, tunnel_project, window, write

__all__ = ["tunnel_project", "window"]
Opener = Callable[..., MainWindow]
ADA = "person:ada-okafor"


@pytest.fixture
def turned(analysis: Analysis) -> Analysis:
    """Ada Okafor was for the toll, said through the port, half a year before she was against it."""
    (now,) = analysis.stances
    earlier = ((DAY - 180) * DAY_S, (DAY - 179) * DAY_S)
    before = replace(
        now, id="a1:toll:ada:0", stance=1, statement=None, begin=earlier[0], end_exclusive=earlier[1],
        evidence=span("The port hopes for a quick vote"), target_span=span("a quick vote"), granularity="day",
        path=(PathStep(*span("hopes"), "hope: +1"),), mode="observed", rule="stance.verb.hope/topic", timex=None,
    )  # fmt: skip
    cell = replace(analysis.cells[0], stances=(before.id, now.id), changed="2024-03-04")
    return replace(analysis, stances=(before, now), cells=(cell,))


# ---- why


def test_a_stance_is_explained_by_its_words(analysis: Analysis) -> None:
    index = Index(analysis)
    row = replace(
        analysis.stances[0], rule="stance.verb.accept/alias", holder_span=span("Ada Okafor, the mayor"),
        holder_how="actor.pronoun.speaker_again",
    )  # fmt: skip
    sections = {section.heading: section for section in explain(index, row)}
    assert list(sections) == ["Whose position", "On what", "Which side", "How sure", "Read by"]
    whose = sections["Whose position"].lines[0]
    assert whose.quote == "Ada Okafor, the mayor"
    assert whose.says == "stands for Ada Okafor (the one who speaks here)"
    assert TEXT[slice(*whose.span)] == whose.quote  # type: ignore[misc]
    what = sections["On what"].lines[0]
    assert (what.quote, what.says) == ("the toll", "means “Ferry toll”: a name of it")
    says = [(line.quote, line.says) for line in sections["Which side"].lines]
    assert says == [("accept", "is clearly for it (+2)"), ("not", "turns it around"), ("", "All in all: opposes")]
    assert "82 of 100" in sections["How sure"].lines[0].says
    assert any("[stance.verb.accept/alias]" in line.says for line in sections["Read by"].lines)
    assert any("the verb “accept”" in line.says for line in sections["Read by"].lines)


def test_steps_tell_what_each_word_does(analysis: Analysis) -> None:
    steps = [("oppose: -2", "is clearly against it (−2)"), ("n't: +1", "turns it around (+1)"),
             ("condition: +1", "makes it depend on something (+1)"), ("drop: 0", "leaves no side (0)")]  # fmt: skip
    path = tuple(PathStep(*span("accept"), says) for says, _ in steps)
    row = replace(analysis.stances[0], path=path, stance=0)
    (side,) = [section for section in explain(Index(analysis), row) if section.heading == "Which side"]
    assert [line.says for line in side.lines] == [*(words for _, words in steps), "All in all: neutral"]


def test_a_scorer_s_verdict_shows_its_clue_words(analysis: Analysis) -> None:
    path = (PathStep(*span("not"), "not: against"), PathStep(*span("toll"), "toll: against"))
    row = replace(analysis.stances[0], path=path, rule="stance.scorer.pair/carrier", explicit=False, stance=-1)
    assert is_by_model(row)
    sections = {section.heading: section for section in explain(Index(analysis), row)}
    assert [line.says for line in sections["Which side"].lines][:2] == ["speaks against it"] * 2
    assert "Suggested" in sections["How sure"].lines[0].says
    read = " ".join(line.says for line in sections["Read by"].lines)
    assert "small model" in read
    assert "2 clue words" in read


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("stance.noun.answer-against", "the noun “answer against” and what hangs on it"),
        ("stance.officer", "who speaks for a body carries its position"),
        ("stance.new_kind.of_rule", "stance.new_kind.of_rule"),
        ("user", "set by you"),
    ],
)
def test_rules_are_told_in_words(rule: str, words: str) -> None:
    assert read_words(rule) == words


def test_words_for_holders_and_targets_are_known_or_left_out() -> None:
    assert held_words("actor.name.gazetteer_surname") == "named here"
    assert held_words("actor.pronoun.paragraph_before") == "the one whom the paragraph is about"
    assert held_words("") == held_words("other.rule") == ""
    assert meant_words("carrier")
    assert meant_words("nothing known") == ""


def test_the_passage_marks_what_the_stance_is_on(analysis: Analysis) -> None:
    detail = detail_of(Index(analysis), "a1:toll:ada:1")
    assert detail is not None
    kinds = {mark.kind: TEXT[mark.start : mark.end] for mark in detail.passages[0].marks}
    assert kinds["target"] == "the toll"
    assert {"actor", "cue", "evidence", "date", "target"} == set(kinds)


# ---- the position


def test_a_change_has_both_quotations(turned: Analysis) -> None:
    position = position_of(Index(turned), ADA, "toll", CellRules())
    assert position is not None
    assert position.headline == "Ada Okafor on Ferry toll"
    (shift,) = position.shifts
    assert (shift.before.stance, shift.after.stance) == (1, -2)
    assert "hopes for a quick vote" in shift.before.quote
    assert "will not accept" in shift.after.quote
    assert [spoken.stance for spoken in position.stances] == [-2, 1]
    assert "1 in favor, 1 against" in position.facts
    assert position_of(Index(turned), ADA, "other", CellRules()) is None


@pytest.fixture
def carried(analysis: Analysis) -> Analysis:
    """The article as two further papers have it."""
    (first,), (article,) = analysis.stances, analysis.articles
    papers = {"a2": "The Gazette & Post", "a3": "Mirror"}
    articles = (article, *(replace(article, id=id, source=source) for id, source in papers.items()))
    copies = tuple(replace(first, id=f"{id}:toll:ada:1", article=id, copy_of=first.id, statement=None) for id in papers)
    keys = tuple(copy.id for copy in copies)
    cell = replace(analysis.cells[0], stances=(first.id, *keys), copies=keys)
    return replace(analysis, articles=articles, stances=(first, *copies), cells=(cell,))


def test_copies_are_one_stance_that_names_its_carriers(carried: Analysis) -> None:
    index = Index(carried)
    once = position_of(index, ADA, "toll", CellRules())
    assert once is not None
    (spoken,) = once.stances
    assert [copy[:2] for copy in spoken.copies] == [
        ("a2:toll:ada:1", "The Gazette & Post"), ("a3:toll:ada:1", "Mirror"),
    ]  # fmt: skip
    assert once.facts[:3] == ("one stance", "1 against", "2 copies of them not counted")
    counted = replace(carried, cells=(replace(carried.cells[0], copies=()),))
    apart = position_of(Index(counted), ADA, "toll", CellRules(copies_once=False))
    assert apart is not None
    assert [stance.copies for stance in apart.stances] == [()] * 3
    assert apart.facts[0] == "3 stances"


def test_why_tells_who_else_carries_the_words(carried: Analysis) -> None:
    index = Index(carried)
    said = [
        [line.says for section in explain(index, row) if section.heading == "Copies" for line in section.lines]
        for row in carried.stances[:2]
    ]
    note = "Over all articles, copies count once, unless you set it otherwise"
    assert said[0] == ["Also carried by: The Gazette & Post, Mirror", note]
    assert said[1] == ["In the same words as The Example Daily", "Also carried by: Mirror", note]


def test_arguments_stand_under_their_actor(turned: Analysis) -> None:
    places = ("a1", span("Traders fear for their business."))
    voiced = (
        Voiced(ADA, "argument_against", "ruin of traders", 2, places, "suggest.worry"),
        Voiced("person:minister", "argument_for", "quick vote", 1, places, "suggest.effect"),
    )
    position = position_of(Index(turned), ADA, "toll", CellRules(), voiced)
    assert position is not None
    assert [(reason.side, reason.text, reason.count) for reason in position.reasons] == [(-1, "ruin of traders", 2)]
    assert position.reasons[0].quote == "Traders fear for their business."


@pytest.fixture
def page(qapp: QApplication) -> Iterator[PositionPage]:
    made = PositionPage(Theme("light"))
    made.resize(340, 600)
    yield made
    made.deleteLater()


def test_the_page_sets_quotations_side_by_side(page: PositionPage, turned: Analysis) -> None:
    page.show_position(position_of(Index(turned), ADA, "toll", CellRules()), "a1:toll:ada:1", is_waiting=False)
    page.show()
    (shift,) = page.findChildren(QFrame, "positionShift")
    before, after = (card for card in shift.findChildren(QFrame) if card.property("card"))
    assert before.y() == after.y()
    assert before.x() < after.x()
    assert after.mapTo(page, after.rect().bottomRight()).x() < page.viewport().width()
    chosen: list[str] = []
    page.chosen.connect(chosen.append)
    button = after.findChild(QPushButton, "positionStance")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen == ["a1:toll:ada:1"]
    assert "CHANGE OF POSITION" in page.text()


def test_carriers_are_named_on_the_page_and_lead_to_their_article(page: PositionPage, carried: Analysis) -> None:
    long = replace(
        carried.articles[2], source="The Mirror of the Northern Provinces and of the Isles beyond the Strait"
    )
    carried = replace(carried, articles=(*carried.articles[:2], long))
    page.show_position(position_of(Index(carried), ADA, "toll", CellRules()), "a3:toll:ada:1", is_waiting=False)
    page.show()
    assert "Also carried by:" in page.text()
    assert "The Gazette & Post\nThe Mirror of the" in page.text()
    (card,) = (card for card in page.findChildren(QFrame) if card.property("card"))
    assert card.property("current")
    assert card.mapTo(page, card.rect().bottomRight()).x() < page.viewport().width()
    chosen: list[str] = []
    page.chosen.connect(chosen.append)
    gazette, mirror = page.findChildren(QPushButton, "positionCopy")
    gazette.setFocus()
    QTest.keyClick(gazette, Qt.Key.Key_Space)
    QTest.mouseClick(mirror, Qt.MouseButton.LeftButton)
    assert chosen == ["a2:toll:ada:1", "a3:toll:ada:1"]


# ---- in the window


def test_a_cell_shows_its_position_with_arguments_and_words_lead_to_the_passage(window: MainWindow) -> None:
    write(window)
    assert columns(window) == ["Harbor tunnel"]
    assert window.timelineView is not None
    matrix, pane = window.timelineView.matrix, window.panes.detail
    kari = next(key for key, actor in window.session.index.actors.items() if actor.name == "Kari Moe")
    cell = matrix.find_cell(kari, "harbor-tunnel")
    assert cell is not None
    at = matrix._cell_rect(*cell).translated(0, matrix.header_px).center().toPoint()
    window.timelineView.reveal(window.session.index.cells[kari, "harbor-tunnel"].stances[0])
    settle(window)
    at = matrix._cell_rect(*cell).translated(0, matrix.header_px).center().toPoint()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at)
    assert set(window.session.selection.keys) == set(matrix.stances_of(cell))
    pane.show_tab("position")
    settle(window)
    page = pane.findChild(PositionPage)
    assert page is not None
    assert "Kari Moe on Harbor tunnel" in page.text()
    assert "ARGUES AGAINST IT" in page.text()
    assert "destroy mussel banks" in page.text()
    button = page.findChild(QPushButton, "positionStance")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    quote = pane.findChild(PassageView, "quoteView")
    assert quote is not None
    assert quote.isVisible()
    pane.show_tab("why")
    why = pane.findChild(WhyPage)
    assert why is not None
    words = [one for one in why.findChildren(QPushButton, "whyWords") if "reject" in one.text()]
    QTest.mouseClick(words[0], Qt.MouseButton.LeftButton)
    QTest.qWait(30)
    assert quote.isVisible()
    assert quote.selected_words() == "reject"


def test_a_cell_without_a_dated_stance_can_be_looked_at_all_the_same(
    open_window: Opener, tmp_path: Path, tunnel_project: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes\n\nAnn Vance backs the harbor tunnel. Ole Brandt rejects the harbor tunnel.\n")
    window = open_window(path)
    window.resize(1440, 900)
    window.show()
    assert window.wait_idle(60)
    write(window)
    rows = window.session.index.analysis.stances
    assert rows
    assert all(row.begin is None for row in rows)
    assert window.timelineView is not None
    matrix = window.timelineView.matrix
    cell = matrix.find_cell(rows[0].holder, "harbor-tunnel")
    assert cell is not None
    at = matrix._cell_rect(*cell).translated(0, matrix.header_px).center().toPoint()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at)
    assert window.panes.detail.detail is not None
    assert window.panes.detail.detail.key == rows[0].id
