"""What the detail pane says of a mark, and what it shows of the text."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from stanceline.model.titles import article_title
from stanceline.records import Analysis
from stanceline.ui.detail.evidence import PassageMark, context_of, detail_of, paragraph_number
from stanceline.ui.detail.passage_view import PassageView, displayable, shown_range
from stanceline.ui.index import Index
from stanceline.ui.main_window import MainWindow
from stanceline.ui.words import citation
from tests.gui.conftest import TEXT, span


def test_a_stance_says_who_where_and_how_sure(analysis: Analysis) -> None:
    detail = detail_of(Index(analysis), "a1:toll:ada:1")
    assert detail is not None
    assert detail.headline == "Ada Okafor opposes Ferry toll"
    assert detail.stance == -2
    assert detail.facts == ("In their own words", "confidence 0.82")
    assert detail.path == (("accept", "accept: +2"), ("not", "not: reversed"))
    assert (detail.table, detail.stances, detail.actors) == ("stance", ("a1:toll:ada:1",), ("person:ada-okafor",))


def test_a_date_tells_its_way_from_phrase_to_interval(analysis: Analysis) -> None:
    detail = detail_of(Index(analysis), "a1:toll:ada:1")
    assert detail is not None
    story = detail.date
    assert story.is_inferred
    assert ("The article wrote", "“last week”") in story.steps
    assert any("2024-W10" in value and "en.week.last" in value for _, value in story.steps)
    assert any("on Monday" in reason and "11–12 March 2024" in reason for reason in story.reasons)
    assert story.candidates[0] == ("Mon 11 March 2024", 0.7)
    assert "last week" in story.line


def test_a_doubtful_date_says_so_beside_it(analysis: Analysis) -> None:
    doubt = "12 July 2023 was a Wednesday, not a Tuesday"
    timexes = tuple(replace(row, doubt=doubt) for row in analysis.timexes)
    detail = detail_of(Index(replace(analysis, timexes=timexes)), "a1:e1")
    assert detail is not None
    assert ("In doubt", doubt) in detail.date.steps
    assert detail.date.line == f"The article wrote “May 2024”, but {doubt}"


def test_each_mark_kind_covers_its_words(analysis: Analysis) -> None:
    detail = detail_of(Index(analysis), "a1:toll:ada:1")
    assert detail is not None
    marked = {mark.kind: TEXT[mark.start : mark.end] for mark in detail.passages[0].marks}
    assert marked["evidence"] == "will not accept the toll in any form"
    assert marked["actor"] == "Ada Okafor, the mayor"
    assert marked["date"] == "last week"
    assert marked["cue"] in ("accept", "not")


def test_statement_and_event_have_their_own_words(analysis: Analysis) -> None:
    index = Index(analysis)
    statement, event = detail_of(index, "a1:s1"), detail_of(index, "a1:e1")
    assert statement is not None
    assert event is not None
    assert statement.headline.startswith("Ada Okafor: “will not accept")
    assert event.date.shown == "May 2024"
    assert event.facts[0] == "Planned, unconfirmed", "its month is over, whenever this runs"


def test_days_of_a_known_event_are_told_as_such(analysis: Analysis) -> None:
    known = replace(analysis, events=(replace(analysis.events[0], reference="Harbor summit 2024"),))
    detail = detail_of(Index(known), "a1:e1")
    assert detail is not None
    assert detail.date.line == "Days of a known event: Harbor summit 2024"
    assert ("Known event", "Harbor summit 2024") in detail.date.steps


def test_unknown_keys_have_no_detail(analysis: Analysis) -> None:
    assert detail_of(Index(analysis), "gone") is None


def test_the_context_is_two_sentences_on_each_side() -> None:
    begin, end = context_of(TEXT, span("will not accept the toll in any form"))
    assert TEXT[begin:].startswith("The council met on Monday.")
    assert TEXT[:end].endswith("The port hopes for a quick vote.")


def test_the_context_stops_at_the_text_s_ends() -> None:
    assert context_of("One. Two.", (0, 4)) == (0, 9)


def test_paragraphs_are_counted_from_one() -> None:
    assert paragraph_number(TEXT, 0) == 1
    assert paragraph_number(TEXT, TEXT.index("The council")) == 2
    assert paragraph_number(TEXT, TEXT.index("The minister")) == 3


def test_a_citation_names_article_and_day(analysis: Analysis) -> None:
    cited = citation(analysis.articles[0], "will not accept  the toll")
    assert cited.startswith("“will not accept the toll” J. Doe, The Example Daily:")
    assert "probably 11 March 2024" in cited


@pytest.mark.parametrize("text", ["plain", "a" * 2_500, "😀 " * 5 + "b" * 1_500, "x\x00y\u2028z"])
def test_display_keeps_every_character_findable(text: str) -> None:
    shown = displayable(text)
    document = shown.text.encode("utf-16-le")
    for at, char in enumerate(text):
        place = 2 * shown.position(at)
        width = 4 if ord(char) > 0xFFFF else 2
        found = document[place : place + width].decode("utf-16-le")
        assert found == (char if char >= " " and char != "\u2028" else "\n" if char == "\u2028" else "\ufffd")


def test_endless_tokens_are_broken() -> None:
    assert max(len(part) for part in displayable("a" * 5_000).text.split("\u200b")) == 1_000


def test_markup_in_articles_stays_text(qapp: QApplication) -> None:
    view = PassageView()
    text = 'A <img src="http://example.invalid/x.png"><a href="file:///etc">link</a><script>1</script> & more'
    view.show_passage(text, (0, len(text)), [])
    assert view.toPlainText() == text
    assert not view.anchorAt(view.cursorRect().center())


def test_marks_differ_by_shape(qapp: QApplication) -> None:
    view = PassageView()
    view.resize(400, 200)
    marks = [
        PassageMark("evidence", *span("will not accept the toll in any form")),
        PassageMark("actor", *span("Ada Okafor")),
        PassageMark("cue", *span("accept")),
        PassageMark("date", *span("last week")),
    ]
    view.show_passage(TEXT, (0, len(TEXT)), marks)
    cursor = view.textCursor()
    styles = {}
    for mark in marks:
        start, _ = view.positions(mark)
        cursor.setPosition(start + 1)
        styles[mark.kind] = cursor.charFormat().underlineStyle()
    assert styles["actor"] != styles["date"] != styles["evidence"]
    view.grab()
    assert len(view.box_rects()) >= 1


def test_marks_do_not_spread_to_the_next_passage(qapp: QApplication) -> None:
    view = PassageView()
    view.set_tokens({"quote_soft": "#123456"})
    for _ in range(2):
        view.show_passage(TEXT, (0, len(TEXT)), [PassageMark("evidence", *span("Ada Okafor"))])
        view.scroll_to_evidence()
    cursor = view.textCursor()
    cursor.setPosition(3)
    assert cursor.charFormat().background().color().name() != "#123456"
    cursor.setPosition(view.positions(PassageMark("evidence", *span("Ada Okafor")))[0] + 1)
    assert cursor.charFormat().background().color().name() == "#123456"


def test_very_long_articles_show_the_part_around_the_evidence() -> None:
    text = "word " * 100_000
    begin, end = shown_range(text, (300_000, 300_010))
    assert begin <= 300_000 < 300_010 <= end
    assert end - begin <= 400_020
    assert shown_range("short", (0, 5)) == (0, 5)


def test_page_furniture_is_no_context_and_is_dimmed_in_the_article(shared: MainWindow) -> None:
    index = shared.session.index
    analysis = index.analysis
    keys = [row.id for row in analysis.stances] + [row.id for row in analysis.statements]
    for key in (*keys, *(row.id for row in analysis.events)):
        detail = detail_of(index, key)
        assert detail is not None
        for passage in detail.passages:
            shown = index.articles[passage.article].text[passage.begin : passage.end]
            assert "Posted by" not in shown
            assert "Check your BMI" not in shown
    article = next(row for row in analysis.articles if "Posted by" in row.text)
    furniture = [article.text[slice(*span)] for span in index.furniture(article.id)]
    assert "Posted by" in furniture


def test_an_article_without_a_title_goes_by_its_first_words(shared: MainWindow) -> None:
    article = next(row for row in shared.session.index.analysis.articles if not row.title)
    name = "French President Emmanuel Macron on Wednesday opposed a…"
    assert article_title(article) == name
    assert shared.session.corpus is not None
    assert name in {source.title for source in shared.session.corpus.articles}
    texts = [choice.text for facet in shared.session.facets for choice in facet.choices]
    assert any(name in text for text in texts)
    assert not any(article.id in text for text in texts)
    assert article_title(replace(article, text="")) == article.id
