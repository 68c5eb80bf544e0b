"""Texts that are printed again, captions with their own dates, and passages that are dated in themselves."""

import pytest

from stanceline.pipeline import derive, extract
from stanceline.reading.article import Article, DateBasis
from stanceline.reading.furniture import mark_blocks
from stanceline.records import Analysis
from stanceline.temporal.dating.stated import known_date
from stanceline.temporal.timex import format_day

_LEAD = (
    "The council will reopen the bridge tomorrow, the mayor said after a meeting at the town hall on Monday evening."
)


def _article(text: str, published: str | None = "2024-06-05", basis: DateBasis = "metadata") -> Article:
    return Article("a", text, "", published=published, published_basis=basis, blocks=mark_blocks(text))


def _analysis(text: str, published: str | None = "2024-06-05", basis: DateBasis = "metadata") -> Analysis:
    return derive([extract(_article(text, published, basis), None)], proposals=())


def _day(text: str, published: str | None = "2024-06-05", basis: DateBasis = "metadata") -> str | None:
    known = known_date(_article(text, published, basis))
    return None if known is None or known.day is None else format_day(known.day)


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        ("This article first appeared in The Herald on 3 May 2019.", "2019-05-03"),
        ("First published in print edition 12 June 2021", "2021-06-12"),
        ("From our archive, 9 August 1984:", "1984-08-09"),
        ("This story was originally published on May 3, 2019; updated June 1, 2019.", "2019-05-03"),
        ("This story was originally published May 14, 2024 at 5:00 AM.", "2024-05-14"),
        ("Reprinted from The Herald of 3 May 2019 with permission.", "2019-05-03"),
        ("(Originally published by The Example on Friday, 3 May 2019)", "2019-05-03"),
        ("The article first appeared in The Herald on 3 May 2019.", "2019-05-03"),
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_text_printed_again_is_of_the_day_it_first_appeared(notice: str, day: str, place: str) -> None:
    parts = ["Bridge to reopen", notice, _LEAD] if place == "above" else ["Bridge to reopen", _LEAD, notice]
    assert _day("\n\n".join(parts)) == day


@pytest.mark.parametrize(
    "notice",
    [
        "This article first appeared in The Herald in May 2019.",
        "This article first appeared in The Herald on 3 May 2029.",
        "The report, which was first published on 3 May 2019, had drawn outrage among the people of the town.",
        "From the archives of the ministry the paper quotes long letters that a clerk wrote on 9 August 1984.",
        "Published 3 May 2024. Updated 5 June 2024.",
    ],
)
def test_other_dates_leave_the_given_day(notice: str) -> None:
    assert _day(f"Bridge to reopen\n\n{_LEAD}\n\n{notice}") == "2024-06-05"


def test_a_day_that_a_person_set_wins() -> None:
    text = f"Bridge to reopen\n\n{_LEAD}\n\nThis article first appeared on 3 May 2019."
    assert _day(text, basis="user") == "2024-06-05"


def test_the_day_of_the_reprint_stays_among_the_reasons() -> None:
    found = _analysis(f"Bridge to reopen\n\n{_LEAD}\n\nThis article first appeared on 3 May 2019.")
    row = found.articles[0]
    assert row.published_basis == "text"
    assert [reason.rule for reason in row.published_reasons] == ["stated.first_appeared", "stated.reprint"]
    assert "2024-06-05" in row.published_reasons[1].says
    assert [timex.value for timex in found.timexes] == ["2019-05-04", "2019-04-29TEV"]


def test_without_another_date_the_notice_dates_the_text() -> None:
    assert _day(f"Bridge to reopen\n\n{_LEAD}\n\nFirst published in The Herald, 3 May 2019.", None) == "2019-05-03"


@pytest.mark.parametrize(
    "caption",
    [
        "File photo: President Okafor on 12 May 2019 in Lima.",
        "The bridge at dawn. (Photo taken July 3)",
        "FILE - President Okafor speaks in Lima, May 12, 2019.",
        "In this May 12, 2019, file photo, President Okafor speaks in Lima.",
    ],
)
def test_a_caption_moves_no_day(caption: str) -> None:
    end = "That day she voted on Monday's plan, which the opposition had called too costly for a small town."
    found = _analysis(f"Bridge to reopen\n\n{_LEAD}\n\n{caption}\n\n{end}")
    assert format_day(found.articles[0].published or 0) == "2024-06-05"
    assert [timex.text for timex in found.timexes] == ["tomorrow", "Monday evening", "That day", "Monday"]
    assert found.timexes[2].value == "2024-06-03"


def test_day_headings_of_a_live_blog_date_what_stands_below() -> None:
    found = _analysis(
        "Live: the bridge\n\nMonday 3 June\n\n18:05 The council has voted. The mayor will speak tomorrow to a crowd of "
        "reporters from the old town.\n\nTuesday 4 June\n\n09:10 The mayor spoke at noon yesterday and will speak "
        "again today, her office told reporters."
    )
    values = {timex.text: (timex.value, timex.anchor) for timex in found.timexes}
    assert values["Monday 3 June"] == ("2024-06-03", "published")
    assert values["tomorrow"] == ("2024-06-04", "published")
    assert values["today"] == ("2024-06-04", "published")
    assert values["noon yesterday"][0] == "2024-06-03T12:00"


def test_datelines_inside_a_digest_date_their_items() -> None:
    found = _analysis(
        "World news in brief\n\nThese reports came in from our correspondents in several cities.\n\n"
        "LONDON, March 4 (Agency) - Ministers will meet on Friday to settle the fate of the bridge, shut since "
        "yesterday.\n\nPARIS, March 6 (Agency) - The mayor resigned on Tuesday after a vote of the council."
    )
    assert [timex.value for timex in found.timexes] == [
        "2024-03-04", "2024-03-08", "2024-03-03", "2024-03-06", "2024-03-05",
    ]  # fmt: skip


def test_the_articles_own_dateline_opens_no_passage() -> None:
    found = _analysis("LONDON, June 4 (Agency) - Ministers will meet on Friday to settle the fate of the old bridge.")
    assert [(timex.value, timex.anchor) for timex in found.timexes][1] == ("2024-06-07", "published")


def test_a_single_day_in_a_line_of_its_own_heads_nothing() -> None:
    text = f"Bridge to reopen\n\n{_LEAD}\n\nMonday 3 June\n\nIt will close today, the mayor said at the town hall."
    assert [timex.value for timex in _analysis(text).timexes][-1] == "2024-06-05"
