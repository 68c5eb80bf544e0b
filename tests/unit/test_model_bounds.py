"""Times with an open end, plans that are overdue, milestones: what the texts say beside the days."""

from dataclasses import replace

import numpy as np
import pytest

from stanceline.discourse.events.words import load_event_words
from stanceline.model.bounds import bound_of
from stanceline.model.dates_text import choose_style, date_text, day_text
from stanceline.model.marks import BOUNDS, Trait
from stanceline.model.plans import judged
from stanceline.model.prepared import prepare
from stanceline.model.written_dates import WrittenDates
from stanceline.records import Analysis, ArticleRow, EventRow, EventStatus, MentionRow, TimexRow
from stanceline.render.text import when_text
from stanceline.temporal.timex import DAY_S, GRANULARITIES, TimexType, days_from_civil
from stanceline.ui.words import period_text

DAY = days_from_civil(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It has been in force since {May 2024}.", Trait.SINCE),
        ("Work goes on until the {end of May}.", Trait.UNTIL),
        ("They will decide before {June 2024}.", Trait.BEFORE),
        ("Nothing happens after {Friday}, he said.", Trait.AFTER),
        ("It must be ready by {2035} at the latest.", Trait.BY),
        ("It applies from {May} on.", Trait.SINCE),
        ("It opens no earlier than {May 2024}.", Trait.AFTER),
        ("It opens not later than {May 2024}.", Trait.BY),
        ("It ran from {May} to July.", Trait.NONE),
        ("They met on {Friday}.", Trait.NONE),
        ("They met after {Tuesday}’s vote.", Trait.NONE),
        ("The nearby {May} fair", Trait.NONE),
    ],
)
def test_the_words_beside_a_date_say_which_end_is_open(text: str, bound: Trait) -> None:
    start, end = text.index("{"), text.index("}") - 1
    assert bound_of(text.replace("{", "").replace("}", ""), start, end) == bound
    assert bound & ~BOUNDS == 0


TEXT = "The council meets every Monday. The minister will sign the treaty about 3 May 2024. It holds since June 2024."


def span(words: str) -> tuple[int, int]:
    at = TEXT.index(words)
    return at, at + len(words)


def timex(words: str, kind: TimexType = "DATE", mod: str | None = None) -> TimexRow:
    return TimexRow("a", *span(words), words, kind, None, mod, None, None, None, "day", "r", "none", None)


def event(ident: str, words: str, status: EventStatus, timed: str | None, day: int, **extra: object) -> EventRow:
    made = EventRow(
        ident, ident, day * DAY_S, (day + 1) * DAY_S, "day", None, status, (), None, (MentionRow("a", *span(words)),),
        (), timex=None if timed is None else span(timed),
    )  # fmt: skip
    return replace(made, **extra)  # type: ignore[arg-type]


@pytest.fixture
def analysis() -> Analysis:
    article = ArticleRow(
        "a", None, "T", None, None, None, "en", TEXT, DAY, DAY, DAY + 1, "metadata", (), ()
    )  # fmt: skip
    return Analysis(
        articles=(article,),
        timexes=(timex("every Monday", "SET"), timex("about 3 May 2024", mod="APPROX"), timex("June 2024")),
        events=(
            event("meets", "The council meets every Monday", "ongoing", None, DAY),
            event("sign", "The minister will sign the treaty", "planned", "about 3 May 2024", DAY - 3, milestone=True),
            event("later", "It holds", "planned", None, DAY + 30, other_times=((DAY * DAY_S, (DAY + 1) * DAY_S),)),
            event("holds", "It holds since June 2024", "ongoing", "June 2024", DAY),
        ),
    )


def traits(analysis: Analysis, today_s: int | None = None) -> dict[str, Trait]:
    prepared = judged(prepare(analysis), today_s)
    return {key: Trait(int(value)) for key, value in zip(prepared.keys, prepared.traits, strict=True)}


def test_marks_know_what_recurs_what_is_about_then_and_what_lasts_since_then(analysis: Analysis) -> None:
    found = traits(analysis)
    assert found["meets"] == Trait.RECURRING
    assert found["sign"] & Trait.APPROXIMATE
    assert found["sign"] & Trait.MILESTONE
    assert found["holds"] & Trait.SINCE


@pytest.mark.parametrize(
    ("text", "recurs"),
    [
        ("The council meets {every Monday} in the hall", True),
        ("Personally, I have walked that river {every August}", True),
        ("She has sent the minister a letter {every month} since", True),
        ("Japan says no to a cup {every two years}", False),
        ("The council approves the lanes, with ramps and without {Sundays}", False),
        ("{Every morning} I watch a full bus", False),
    ],
)
def test_only_what_itself_goes_on_again_and_again_recurs(analysis: Analysis, text: str, recurs: bool) -> None:
    start, end = text.index("{"), text.index("}") - 1
    plain = text.replace("{", "").replace("}", "")
    row = TimexRow("a", start, end, plain[start:end], "SET", None, None, None, None, None, "day", "r", "none", None)
    told = Analysis(articles=(replace(analysis.articles[0], text=plain),), timexes=(row,))
    assert WrittenDates(told).recurs_in(MentionRow("a", 0, len(plain))) is recurs


def test_a_plan_is_unconfirmed_once_its_day_is_over_for_the_report_or_for_today(analysis: Analysis) -> None:
    before, after = traits(analysis), traits(analysis, (DAY + 31) * DAY_S)
    assert before["sign"] & Trait.UNCONFIRMED, "the article is younger than the plan's day"
    assert not before["later"] & Trait.UNCONFIRMED
    assert after["later"] & Trait.UNCONFIRMED
    assert not traits(analysis, (DAY + 30) * DAY_S)["later"] & Trait.UNCONFIRMED, "its day is not over yet"
    assert not after["holds"] & Trait.UNCONFIRMED, "what is no plan is not judged"


def test_times_of_other_sources_and_their_number_reach_the_columns(analysis: Analysis) -> None:
    prepared = prepare(analysis)
    assert prepared.others == [("later", DAY * DAY_S, (DAY + 1) * DAY_S)]
    assert prepared.sources.tolist() == [1, 1, 1, 1]
    assert prepared.traits.dtype == np.uint32
    by_key = dict(zip(prepared.keys, prepared.priority.tolist(), strict=True))
    assert by_key["sign"] > by_key["later"], "a milestone is labeled first"


def test_the_lexicon_knows_what_decides_and_what_binds() -> None:
    words = load_event_words()
    assert words.has("verb", "ratify", "decide")
    assert words.has("noun", "referendum", "decide")
    assert words.has("verb", "sign", "bind")
    assert words.has("noun", "treaty", "instrument")
    assert not words.has("verb", "say", "decide")
    assert not words.has("noun", "bill", "happening"), "an instrument alone is no happening"


@pytest.mark.parametrize(
    ("traits", "text"),
    [
        (Trait.NONE, "May 2024"),
        (Trait.APPROXIMATE, "c. May 2024"),
        (Trait.SINCE, "since May 2024"),
        (Trait.UNTIL, "until May 2024"),
        (Trait.BEFORE, "before May 2024"),
        (Trait.AFTER | Trait.APPROXIMATE, "after c. May 2024"),
        (Trait.BY, "by May 2024"),
    ],
)
def test_labels_lists_and_details_write_a_date_alike(traits: Trait, text: str) -> None:
    begin, end = days_from_civil(2024, 5, 1) * DAY_S, days_from_civil(2024, 6, 1) * DAY_S
    assert when_text(begin, end, GRANULARITIES.index("month"), int(traits)) == text
    assert period_text(begin, end, "month", int(traits)) == text


def test_dates_follow_the_chosen_style_and_far_ones_are_years() -> None:
    begin = days_from_civil(2024, 5, 12) * DAY_S
    far = days_from_civil(12_345, 5, 12) * DAY_S
    try:
        choose_style("iso")
        assert date_text(begin, begin + DAY_S, "day") == "2024-05-12"
        assert date_text(begin, begin + DAY_S, "day", bound="before") == "before 2024-05-12"
        assert date_text(begin, begin + DAY_S, "day", style="long") == "12 May 2024"
    finally:
        choose_style("long")
    assert date_text(begin, begin + DAY_S, "day") == "12 May 2024"
    assert date_text(far, far + DAY_S, "day") == "12345"
    assert day_text(days_from_civil(-12_344, 5, 12)) == "12345 BCE"
